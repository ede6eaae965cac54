"""Everything a report template may use, as plain values.

A text is ready to print: scores carry two decimals (half up) and the digits of the report. A template
prints a value with ``{{ total }}`` or ``{{ tool.score }}`` and asks with ``{% if tool.score.known %}``.
"""

from __future__ import annotations

from dataclasses import dataclass

from ita.word.views.basic import (
    AgencyView,
    ChangeView,
    ChartsView,
    IndicatorView,
    LevelView,
    MeasureView,
    OverviewView,
    PartView,
    PreviousView,
    QuestionView,
    ScoreView,
    SignerView,
    StepView,
    SubIndicatorView,
    ToolAnalysisView,
    ToolView,
)
from ita.word.views.followup import FollowUpMeasureView, FollowUpStepView, FollowUpView, StateRowView
from ita.word.views.improvement import (
    DefectIndicatorView,
    DefectRowView,
    DefectToolView,
    ImprovementView,
    RemedyView,
    SuggestionsView,
    TargetRowView,
    WeakQuestionView,
)
from ita.word.views.issues import (
    AssessorsView,
    IssuesView,
    IssueView,
    LevelRowView,
    RatingView,
    ScoringView,
    SuggestionGroupView,
    SuggestionView,
    ToolSuggestionsView,
)
from ita.word.views.items import ItemGroupView, ItemIndicatorView, ItemPlanView, ItemView, OitView
from ita.word.views.plan import PlanRowView, PlanView

__all__ = [
    "AgencyView",
    "AssessorsView",
    "ChangeView",
    "ChartsView",
    "DefectIndicatorView",
    "DefectRowView",
    "DefectToolView",
    "FollowUpMeasureView",
    "FollowUpStepView",
    "FollowUpView",
    "ImprovementView",
    "IndicatorView",
    "IssueView",
    "IssuesView",
    "ItemGroupView",
    "ItemIndicatorView",
    "ItemPlanView",
    "ItemView",
    "LevelRowView",
    "LevelView",
    "MeasureView",
    "OitView",
    "OverviewView",
    "PartView",
    "PlanRowView",
    "PlanView",
    "PreviousView",
    "QuestionView",
    "RatingView",
    "RemedyView",
    "ReportContext",
    "ScoreView",
    "ScoringView",
    "SignerView",
    "StateRowView",
    "StepView",
    "SubIndicatorView",
    "SuggestionGroupView",
    "SuggestionView",
    "SuggestionsView",
    "TargetRowView",
    "ToolAnalysisView",
    "ToolSuggestionsView",
    "ToolView",
    "WeakQuestionView",
]


@dataclass(frozen=True, slots=True)
class ReportContext:
    """Everything a template may use, by the names it uses.

    ``year`` is the B.E. fiscal year assessed, ``plan_year`` the year the measures are for; ``pass_mark``
    and ``excellent_mark`` are points. ``foreword`` and ``limitations`` are paragraphs, empty when none was
    entered. ``other_measures`` belong to no tool. ``report_date`` is ``15 ตุลาคม 2568`` or empty.
    """

    year: str
    plan_year: str
    report_date: str
    pass_mark: str
    excellent_mark: str
    agency: AgencyView
    total: ScoreView
    total_change: ChangeView
    level: LevelView
    previous: PreviousView
    overview: OverviewView
    tools: tuple[ToolView, ...]
    indicators: tuple[IndicatorView, ...]
    other_measures: tuple[MeasureView, ...]
    charts: ChartsView
    foreword: tuple[str, ...]
    limitations: tuple[str, ...]
    committee: str
    signers: tuple[SignerView, ...]
    scoring: ScoringView
    rating: RatingView
    issues: IssuesView
    assessors: AssessorsView
    oit: OitView
    plan: PlanView
    improvement: ImprovementView
    follow_up: FollowUpView
