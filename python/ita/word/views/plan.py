"""What a template may use of the action plan: the measures by indicator, a row each or a row a step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanRowView:
    """A row of the plan; a text that goes on from the row above is empty, one that was not entered is a dash.

    ``label`` names the indicator (or issue) with its score, ``questions`` the questions with theirs. ``strengths`` and
    ``weaknesses`` are empty where not entered, ``no_findings`` is then a dash. A measure whose steps share period
    and responsible people is one row, any other has a row for each step.
    """

    label: str
    questions: str
    analysis: str
    measure: str
    strengths: str
    weaknesses: str
    no_findings: str
    steps: str
    period: str
    responsible: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The action plan.

    ``lead`` introduces the table and says so where there is no measure at all; ``uncovered`` names the indicators
    under the pass mark that no measure answers, empty where there is none.
    """

    lead: str
    uncovered: str
    rows: tuple[PlanRowView, ...]
