"""The views of the report by issue: the rules of scoring and rating, the seven issues, what the assessors wrote."""

from __future__ import annotations

from dataclasses import dataclass

from ita.word.views.basic import MeasureView, QuestionView


@dataclass(frozen=True, slots=True)
class ScoringView:
    """How tools weigh in the total; a weight is ``ร้อยละ 30``, or says that it is not known.

    ``has_parts`` tells whether the year scores the EIT in two parts; ``iit`` … ``oit`` are the weights, ``eit1``
    and ``eit2`` empty in a year without parts. ``conditions_from`` is the year that the conditions of processing
    are taken from, empty in that year itself; ``not_processed`` is a sentence, empty when every tool was processed;
    ``aim`` says what share of agencies was to pass in that year, empty where it is not known.
    """

    has_parts: bool
    iit: str
    eit: str
    eit1: str
    eit2: str
    oit: str
    conditions_from: str
    not_processed: str
    aim: str


@dataclass(frozen=True, slots=True)
class LevelRowView:
    """A level of the year: the totals it is given for, its condition on the tools, whether it is this result's."""

    scores: str
    condition: str
    name: str
    is_result: bool


@dataclass(frozen=True, slots=True)
class RatingView:
    """The year's levels from best to worst, empty where they are not known, and how they came about.

    ``history`` is a paragraph on when these levels replaced which, ``groups`` one on passing and failing,
    ``meaning`` one on what the level tells beyond the total; each is empty where nothing is to be said.
    """

    rows: tuple[LevelRowView, ...]
    history: str
    groups: str
    meaning: str


@dataclass(frozen=True, slots=True)
class IssueView:
    """An issue of the analysis: the seven issues, or the indicators in a year that has none.

    ``title`` is ``ประเด็นที่ 1 …`` or ``ตัวชี้วัดที่ 1 …``, ``name`` the same without its number. ``lead`` introduces
    ``questions``; ``weakest`` names the questions with the lowest score, or says that none is lower than the others.
    ``cause`` and ``approach`` are the agency's own, empty when not entered; ``remarks`` is what it noted on the
    questions and wrote beside its measures. ``weakest`` is empty where no question's score is known. ``no_measures``
    says that no measure was set, empty when ``measures`` has any.
    """

    number: str
    title: str
    name: str
    lead: str
    questions: tuple[QuestionView, ...]
    weakest: str
    cause: str
    approach: str
    remarks: tuple[str, ...]
    measures: tuple[MeasureView, ...]
    no_measures: str

    @property
    def has_scores(self) -> bool:
        """Whether the score of any question is known."""
        return any(question.score.known for question in self.questions)

    @property
    def has_analysis(self) -> bool:
        """Whether anything is said of the questions: the weakest, a cause, an approach, a remark."""
        return bool(self.weakest or self.cause or self.approach or self.remarks)


@dataclass(frozen=True, slots=True)
class IssuesView:
    """The issues with what holds for all of them.

    ``lead`` says how the analysis is divided, ``note`` which issues, questions or wordings are borrowed or left out
    (empty when none); ``other_measures`` belong to no issue. ``unplanned`` names the issues for which no measure was
    set, empty when there is none.
    """

    lead: str
    items: tuple[IssueView, ...]
    note: str
    other_measures: tuple[MeasureView, ...]
    unplanned: str

    @property
    def planned(self) -> tuple[IssueView, ...]:
        """The issues that have measures."""
        return tuple(item for item in self.items if item.measures)


@dataclass(frozen=True, slots=True)
class SuggestionView:
    """What the assessors wrote, in their words; ``about`` is the question's code and wording or empty."""

    about: str
    text: str


@dataclass(frozen=True, slots=True)
class SuggestionGroupView:
    """Suggestions on one part of a tool; ``title`` names the part, empty for the tool as a whole."""

    title: str
    suggestions: tuple[SuggestionView, ...]


@dataclass(frozen=True, slots=True)
class ToolSuggestionsView:
    """What a tool's result says and what the assessors suggested; ``groups`` is empty when nothing was entered.

    ``title`` names the tool, or says that the suggestions are on no single tool. ``result`` is a sentence on its
    highest and lowest indicator, empty when nothing is known.
    """

    title: str
    result: str
    groups: tuple[SuggestionGroupView, ...]


@dataclass(frozen=True, slots=True)
class AssessorsView:
    """What the assessors wrote, tool by tool; ``known`` tells whether anything was entered.

    ``result`` is a paragraph on level, target and tools.
    """

    known: bool
    result: str
    tools: tuple[ToolSuggestionsView, ...]
