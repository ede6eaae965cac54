"""What one agency entered for one fiscal year; also the interchange format (see docs/interchange.md).

Scores are points, 0-100; years are Buddhist-era (B.E.) fiscal years; ``None`` means not entered.
"""

from __future__ import annotations

import msgspec

QuestionScore = float | tuple[float | None, float | None] | None


class _Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """A frozen value whose unknown or misspelt fields are refused when decoding."""


class Agency(_Value, frozen=True):
    """Who is assessed; ``seal`` is the path of a picture, relative to the workbook."""

    name: str = ""
    short: str = ""
    type: str = ""
    district: str = ""
    province: str = ""
    department: str = ""
    website: str = ""
    seal: str = ""


class Signer(_Value, frozen=True):
    """A person who signs the report."""

    role: str = ""
    name: str = ""
    position: str = ""


class Given(_Value, frozen=True):
    """Figures that were published or typed; whatever is absent may still be computed.

    ``questions`` maps a code to its score: i and o codes to a number, e codes to ``[part 1, part 2]``
    in years whose EIT has parts, else to a number. ``level`` is the published level.
    """

    questions: dict[str, QuestionScore] = {}
    sub_indicators: dict[str, float | None] = {}
    eit_parts: dict[str, dict[int, float | None]] = {}
    indicators: dict[int, float | None] = {}
    tools: dict[str, float | None] = {}
    total: float | None = None
    level: str | None = None
    not_processed: tuple[str, ...] = ()


class Previous(_Value, frozen=True):
    """Last year's figures, as far as they are known.

    ``questions`` holds last year's score of the question that means the same, under this year's code.
    """

    fiscal_year: int | None = None
    total: float | None = None
    level: str | None = None
    tools: dict[str, float | None] = {}
    indicators: dict[int, float | None] = {}
    questions: dict[str, float | None] = {}


class ItemEvidence(_Value, frozen=True):
    """What surrounds an OIT item's score: where it is published and what was said of it."""

    url: str = ""
    comment: str = ""
    suggestion: str = ""


class Wording(_Value, frozen=True):
    """A question or item as the user named it (ผู้ใช้ระบุ), where the year's criteria do not know it.

    ``indicator`` (1-10) is needed for a code that the year does not have at all.
    """

    code: str
    text: str = ""
    indicator: int | None = None


class IssueAnalysis(_Value, frozen=True):
    """The agency's own analysis of one of the seven issues."""

    number: int
    cause: str = ""
    approach: str = ""


class AssessorSuggestion(_Value, frozen=True):
    """A sentence that the assessors wrote; quoted as theirs and never mixed with our advice."""

    text: str
    tool: str = ""
    part: int | None = None
    question: str = ""


class Step(_Value, frozen=True):
    """One step of a measure; ``progress`` is a percentage, 0-100."""

    text: str = ""
    period: str = ""
    responsible: tuple[str, ...] = ()
    follow_up: str = ""
    progress: float | None = None
    result: str = ""
    evidence: str = ""


class Measure(_Value, frozen=True):
    """A measure for the plan year, with its steps."""

    measure: str = ""
    tool: str = ""
    indicator: int | None = None
    issue: int | None = None
    questions: tuple[str, ...] = ()
    analysis: str = ""
    strengths: str = ""
    weaknesses: str = ""
    steps: tuple[Step, ...] = ()


class Assessment(_Value, frozen=True):
    """One agency's assessment of one fiscal year, as entered."""

    agency: Agency
    fiscal_year: int
    plan_year: int | None = None
    report_date: str = ""
    signers: tuple[Signer, ...] = ()
    committee: str = ""
    target: float | None = None
    given: Given = Given()
    previous: Previous = Previous()
    wordings: tuple[Wording, ...] = ()
    notes: dict[str, str] = {}
    items: dict[str, ItemEvidence] = {}
    issues: tuple[IssueAnalysis, ...] = ()
    assessor_suggestions: tuple[AssessorSuggestion, ...] = ()
    measures: tuple[Measure, ...] = ()
    texts: dict[str, str | tuple[str, ...]] = {}

    @property
    def next_year(self) -> int:
        """The year that the measures are planned for: ``plan_year``, else the year after."""
        return self.plan_year or self.fiscal_year + 1
