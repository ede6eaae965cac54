"""The values that every view of a report is made of, and the views of scores, tools and measures.

A text is ready to print: scores carry two decimals (half up) and the digits of the report. A template
prints a value with ``{{ total }}`` or ``{{ tool.score }}`` and asks with ``{% if tool.score.known %}``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score; printing it prints ``text``.

    ``text`` is ``95.46``, ``ประมาณ 91.78`` or ``ประมาณ 86 (ระหว่าง 84.3 ถึง 87.7)`` where the figure follows only
    roughly from others, or says that there is none. ``value`` is in points, 0-100, at full precision, None when
    unknown or only derived.
    ``verdict`` is ผ่าน or ไม่ผ่าน against the year's pass mark, empty when unknown.
    """

    text: str
    value: float | None = None
    verdict: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """Whether the score was published or computed."""
        return self.value is not None

    @property
    def failed(self) -> bool:
        """Whether the score is known and under the pass mark."""
        return self.verdict == "ไม่ผ่าน"


@dataclass(frozen=True, slots=True)
class ChangeView:
    """The change since last year; ``text`` is ``+0.18``, ``-2.59``, ``0.00`` or a dash when unknown.

    ``word`` is เพิ่มขึ้น, ลดลง or เท่าเดิม, empty when unknown.
    """

    text: str = "–"
    word: str = ""

    def __str__(self) -> str:
        return self.text

    @property
    def known(self) -> bool:
        """Whether both years' figures are known."""
        return bool(self.word)


@dataclass(frozen=True, slots=True)
class AgencyView:
    """The agency; ``place`` is อำเภอ… จังหวัด…, ``has_seal`` whether a picture of its seal was given."""

    name: str
    short: str
    type: str
    district: str
    province: str
    department: str
    website: str
    place: str
    has_seal: bool


@dataclass(frozen=True, slots=True)
class LevelView:
    """The level of the result; ``name`` says ยังสรุปไม่ได้ while it is open, ``A (คำนวณ)`` where it was not published.

    ``reason`` is a sentence on the conditions that were met or missed; empty when nothing can be said.
    """

    name: str
    known: bool
    reason: str

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class SubIndicatorView:
    """A sub-indicator such as 9.1."""

    code: str
    name: str
    score: ScoreView


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One of the ten indicators, with last year's score and the change where they are known."""

    number: str
    name: str
    tool: str
    score: ScoreView
    previous: ScoreView
    change: ChangeView
    sub_indicators: tuple[SubIndicatorView, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A survey question or an OIT item; ``part`` names the part of the EIT, else empty.

    ``text`` is the official wording, ``label`` the code and, where there is one, the part.
    """

    code: str
    text: str
    part: str
    label: str
    score: ScoreView


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of a measure; ``responsible`` is joined, ``progress`` is a percentage or empty."""

    number: str
    text: str
    period: str
    responsible: str
    follow_up: str
    progress: str
    result: str
    evidence: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with at least one step; an entered measure without steps gets one empty step.

    ``relates_to`` names the indicator and the questions that the measure answers. ``is_uniform`` tells that
    every step has the same period and the same responsible people.
    """

    number: str
    name: str
    relates_to: str
    analysis: str
    strengths: str
    weaknesses: str
    is_uniform: bool
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A separately scored part of a tool."""

    code: str
    name: str
    weight: str
    score: ScoreView
    weighted: str


@dataclass(frozen=True, slots=True)
class ToolAnalysisView:
    """What can be said of a tool, a paragraph each; an empty one has nothing to say.

    ``questions_lead`` introduces ``questions`` and stands alone when no question can be named;
    ``questions_note`` tells which wordings come from another year, empty when none does. ``has_scores``
    tells whether the named questions have scores.
    """

    summary: str
    strengths: str
    weaknesses: str
    questions_lead: str
    questions: tuple[QuestionView, ...]
    questions_note: str
    has_scores: bool


@dataclass(frozen=True, slots=True)
class ToolView:
    """One of the tools IIT, EIT, OIT; ``weight`` is a percentage, ``weighted`` the points added to the total.

    ``parts`` is empty where nothing is known of any part.
    """

    number: str
    code: str
    name: str
    name_en: str
    respondents: str
    weight: str
    processed: bool
    score: ScoreView
    weighted: str
    previous: ScoreView
    change: ChangeView
    parts: tuple[PartView, ...]
    indicators: tuple[IndicatorView, ...]
    analysis: ToolAnalysisView
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class PreviousView:
    """Last year's result; ``known`` when at least one of its indicators or its total is known."""

    year: str
    total: ScoreView
    level: str
    known: bool
    has_indicators: bool


@dataclass(frozen=True, slots=True)
class OverviewView:
    """Sentences on the whole result.

    ``result`` is a paragraph that names the agency, total and level, ``comparison`` the change since last year,
    ``indicators`` the highest and lowest indicators, ``changes`` those that rose and fell most (empty when unknown).
    """

    result: str
    comparison: str
    indicators: str
    changes: str


@dataclass(frozen=True, slots=True)
class ChartsView:
    """Which charts have something to show."""

    total: bool
    tools: bool
    radar: bool
    comparison: bool
    progress: bool


@dataclass(frozen=True, slots=True)
class SignerView:
    """A person who signs; ``role`` such as ผู้จัดทำ."""

    role: str
    name: str
    position: str
