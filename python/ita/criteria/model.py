"""What one fiscal year's criteria hold, as typed, immutable values decoded from ``<year>.toml``.

Every number is in points (0-100) or a weight (0-1); every year is a Buddhist-era (B.E.) fiscal year.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

Confidence = Literal["certain", "likely", "guess"]


class _Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """A frozen value whose unknown or misspelt fields are refused when decoding."""


class _Fact(_Value, frozen=True):
    """A value that says where it comes from (a key of ``Criteria.sources``) and how sure it is."""

    source: str
    confidence: Confidence


class Scale(_Fact, frozen=True):
    """Answer options as printed in the form, and the points each is worth.

    The points are those of a question where "yes" or "more" is good; a ``reversed`` question is worth
    100 minus them.
    """

    options: tuple[str, ...]
    points: tuple[float, ...]


class Part(_Value, frozen=True):
    """A separately scored half of a tool, such as part 1 of the EIT."""

    code: str
    name: str
    weight: float


class Tool(_Fact, frozen=True):
    """One of the three instruments (IIT, EIT, OIT) and its weight in the total."""

    code: str
    name: str
    name_en: str
    respondents: str
    weight: float
    parts: tuple[Part, ...] = ()

    @property
    def scored_codes(self) -> tuple[str, ...]:
        """Codes under which questions are scored: the parts, or the tool where it has none."""
        return tuple(part.code for part in self.parts) or (self.code,)


class Indicator(_Fact, frozen=True):
    """One of the ten indicators."""

    number: int
    tool: str
    name: str
    name_en: str


class SubIndicator(_Fact, frozen=True):
    """A group of OIT items inside an indicator, such as 9.1.

    ``confidence`` is that of the name, ``items_confidence`` that of which items belong to it.
    """

    code: str
    indicator: int
    name: str
    items_confidence: Confidence = "certain"


class Question(_Fact, frozen=True):
    """A survey question of the IIT (``i1``) or the EIT (``e1``).

    ``text_from`` is the B.E. year that the wording was borrowed from, None where it is the year's own.
    """

    code: str
    indicator: int
    text: str
    scale: str
    reversed: bool = False
    text_from: int | None = None


class Item(_Fact, frozen=True):
    """An OIT disclosure item (``o1``)."""

    code: str
    sub_indicator: str
    title: str


class MinimumRespondents(_Fact, frozen=True):
    """How many answers a tool or part needs in agencies of one kind, or it is not processed."""

    tool: str
    agencies: str
    minimum: int


class Band(_Value, frozen=True):
    """A level, given when the total and every rated tool reach their minimums (points)."""

    level: str
    total_min: float
    every_tool_min: float = 0.0


class Rating(_Fact, frozen=True):
    """Bands from best to worst; ``rated`` names the tools or parts that a condition looks at."""

    bands: tuple[Band, ...]
    rated: tuple[str, ...] = ()
    note: str = ""

    @property
    def levels(self) -> tuple[str, ...]:
        """Level names from best to worst."""
        return tuple(band.level for band in self.bands)


class Issue(_Fact, frozen=True):
    """One of the seven issues that a year's analysis groups questions and items by."""

    number: int
    name: str
    codes: tuple[str, ...]


class ReportItems(_Fact, frozen=True):
    """The OIT items that ask for this report and for the follow-up report a year later."""

    analysis: str
    follow_up: str


class Criteria(_Value, frozen=True, eq=False):
    """The assessment rules of one fiscal year; compared and cached by identity."""

    fiscal_year: int
    pass_mark: float
    excellent_mark: float
    sources: dict[str, str]
    tools: tuple[Tool, ...]
    indicators: tuple[Indicator, ...]
    rating: Rating
    report_items: ReportItems
    scales: dict[str, Scale] = {}
    sub_indicators: tuple[SubIndicator, ...] = ()
    questions: tuple[Question, ...] = ()
    items: tuple[Item, ...] = ()
    issues: tuple[Issue, ...] = ()
    minimum_respondents: tuple[MinimumRespondents, ...] = ()
    unknown: tuple[str, ...] = ()

    @cached_property
    def _tool_by_indicator(self) -> dict[int, Tool]:
        tools = {tool.code: tool for tool in self.tools}
        return {indicator.number: tools[indicator.tool] for indicator in self.indicators}

    def tool(self, code: str) -> Tool:
        """Return the tool with this code; KeyError when the year has none such."""
        return {tool.code: tool for tool in self.tools}[code]

    def tool_of(self, indicator: int) -> Tool:
        """Return the tool that measures indicator number ``indicator``."""
        return self._tool_by_indicator[indicator]

    def indicators_of(self, tool: str) -> tuple[Indicator, ...]:
        """Return the indicators of the tool with this code, in order."""
        return tuple(i for i in self.indicators if i.tool == tool)

    def sub_indicators_of(self, indicator: int) -> tuple[SubIndicator, ...]:
        """Return the sub-indicators of an indicator, in order; empty for IIT and EIT."""
        return tuple(s for s in self.sub_indicators if s.indicator == indicator)

    def questions_of(self, indicator: int) -> tuple[Question, ...]:
        """Return the survey questions of an indicator, in order."""
        return tuple(q for q in self.questions if q.indicator == indicator)

    def items_of(self, sub_indicator: str) -> tuple[Item, ...]:
        """Return the OIT items of a sub-indicator, in order."""
        return tuple(i for i in self.items if i.sub_indicator == sub_indicator)
