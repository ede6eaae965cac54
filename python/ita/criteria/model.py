"""What one fiscal year's criteria hold, as typed, immutable values decoded from ``<year>.toml``.

Every number is in points (0-100) or a weight (0-1); every year is a Buddhist-era (B.E.) fiscal year.

A year may be known in part. What is not known is None or absent where a program has to notice it (weights,
rating, scale, sub-indicator), and the empty text where it is a wording that the user may type.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import Literal

import msgspec

Confidence = Literal["certain", "likely", "guess"]

USER = "user"
"""The source of what a user typed where the criteria know nothing."""

ITEM_TOOL = "OIT"
"""The tool that every item belongs to, known sub-indicator or not."""


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
    """A separately scored half of a tool, such as part 1 of the EIT; ``weight`` is None while not known."""

    code: str
    name: str
    weight: float | None = None


class Tool(_Fact, frozen=True):
    """One of the three instruments (IIT, EIT, OIT) and its weight in the total, None while not known.

    A year knows the weights of all its tools and parts, or of none (``Criteria.weights``).
    """

    code: str
    name: str
    name_en: str
    respondents: str
    weight: float | None = None
    parts: tuple[Part, ...] = ()

    @property
    def scored_codes(self) -> tuple[str, ...]:
        """Codes under which questions are scored: the parts, or the tool where it has none."""
        return tuple(part.code for part in self.parts) or (self.code,)


class Indicator(_Fact, frozen=True):
    """One of the ten indicators.

    ``purpose`` is what it looks at, in our own words: shared by all years (``purposes.toml``) unless the
    year's file gives its own.
    """

    number: int
    tool: str
    name: str
    name_en: str
    purpose: str = ""


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

    ``text`` is empty and ``scale`` (a key of ``Criteria.scales``) None where they are not known.
    ``text_from`` is the B.E. year that the wording was borrowed from, None where it is the year's own.
    ``sub_items`` are the aspects that one question asks about, each answered by itself; the question's score is
    their mean (likely). ``reversed`` turns the whole question, ``reversed_sub_items`` only those, counted from 1.
    ``note`` is an instruction printed under the question.
    """

    code: str
    indicator: int
    text: str = ""
    scale: str | None = None
    reversed: bool = False
    text_from: int | None = None
    sub_items: tuple[str, ...] = ()
    reversed_sub_items: tuple[int, ...] = ()
    note: str = ""

    def is_reversed(self, sub_item: int = 1) -> bool:
        """Whether "yes" or "more" is bad in sub-item ``sub_item`` (from 1), or in a question without sub-items."""
        return self.reversed or sub_item in self.reversed_sub_items


class Item(_Fact, frozen=True):
    """An OIT disclosure item (``o1``).

    ``title`` is empty and ``sub_indicator`` None where they are not known; no figure is computed from an
    item without a sub-indicator.
    """

    code: str
    title: str = ""
    sub_indicator: str | None = None


class ItemPoints(_Fact, frozen=True):
    """The points that an item can get, lowest first; empty where partial credit is given by an unknown rule."""

    points: tuple[float, ...] = ()


class MinimumRespondents(_Fact, frozen=True):
    """How many answers a tool or part needs in agencies of one kind, or it is not processed.

    With ``share`` (0-1) the minimum grows with the stakeholders: that share of them, but at least ``minimum``
    (or everyone, where there are fewer) and never more than ``at_most``.
    """

    tool: str
    agencies: str
    minimum: int
    share: float | None = None
    at_most: int | None = None

    def needed(self, stakeholders: int) -> int:
        """Return how many answers are needed of this many stakeholders."""
        if self.share is None:
            return self.minimum
        # The share is taken to nine decimals first: 0.1 of 70 is 7, though its binary fraction is a little more.
        shared = math.ceil(round(self.share * stakeholders, 9))
        most = shared if self.at_most is None else min(shared, self.at_most)
        return min(stakeholders, max(self.minimum, most))


class Band(_Value, frozen=True):
    """A level, given when the total and every rated tool reach their minimums (points)."""

    level: str
    total_min: float
    every_tool_min: float = 0.0


class Rating(_Fact, frozen=True):
    """Bands from best to worst; ``rated`` names the tools or parts that a condition looks at.

    ``resolution`` names, in Thai and with its date, the decision that brought these levels in, in the first year
    that they are used for; empty in the others and where none is known.
    """

    bands: tuple[Band, ...]
    rated: tuple[str, ...] = ()
    note: str = ""
    resolution: str = ""

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


class NationalTarget(_Fact, frozen=True):
    """The share of agencies (percent) that was to reach the pass mark in this year."""

    share: float


class Resolution(_Fact, frozen=True):
    """The cabinet's decision that has all agencies take part.

    ``date`` is as printed, such as ``23 มกราคม 2561``; ``years`` are the first and the last fiscal year (B.E.) that
    it is for.
    """

    date: str
    years: tuple[int, int]


class Processing(_Fact, frozen=True):
    """That the conditions under which a tool is processed were found for this year, and where."""


class SameAs(_Fact, frozen=True):
    """Questions and items that ask what one of the year before asked.

    ``codes`` maps a code of this year to the code of the year before; ``confidence`` is that of the meaning,
    ``source`` that of this year's words.
    """

    codes: dict[str, str]


class Criteria(_Value, frozen=True, eq=False):
    """The assessment rules of one fiscal year; compared and cached by identity.

    ``rating``, ``report_items``, ``item_points``, ``national_target``, ``resolution`` (of the cabinet) and
    ``processing`` are None where nothing is known of them, ``questions`` empty where not even their number is.
    ``estimate_from`` names the B.E. year whose weights and rating may stand in for the missing ones in an
    estimate (``ita.criteria.load_estimate``). ``unknown`` tells the user, in Thai, what is not known or not
    sure. ``same_as`` links codes to those of the year before, where the wordings bear it out.
    """

    fiscal_year: int
    pass_mark: float
    excellent_mark: float
    sources: dict[str, str]
    tools: tuple[Tool, ...]
    indicators: tuple[Indicator, ...]
    rating: Rating | None = None
    estimate_from: int | None = None
    report_items: ReportItems | None = None
    item_points: ItemPoints | None = None
    national_target: NationalTarget | None = None
    resolution: Resolution | None = None
    processing: Processing | None = None
    scales: dict[str, Scale] = {}
    sub_indicators: tuple[SubIndicator, ...] = ()
    questions: tuple[Question, ...] = ()
    items: tuple[Item, ...] = ()
    issues: tuple[Issue, ...] = ()
    minimum_respondents: tuple[MinimumRespondents, ...] = ()
    unknown: tuple[str, ...] = ()
    same_as: tuple[SameAs, ...] = ()

    def __repr__(self) -> str:
        return f"<Criteria of {self.fiscal_year}>"

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of every tool and part by code (``IIT``, ``EIT1``); empty while they are not known."""
        pairs = [(one.code, one.weight) for tool in self.tools for one in (tool, *tool.parts)]
        known = {code: weight for code, weight in pairs if weight is not None}
        return known if len(known) == len(pairs) else {}

    @property
    def bands(self) -> tuple[Band, ...]:
        """The year's bands from best to worst; empty in a year whose rating is not known."""
        return self.rating.bands if self.rating else ()

    @property
    def levels(self) -> tuple[str, ...]:
        """Level names from best to worst; empty in a year whose rating is not known."""
        return self.rating.levels if self.rating else ()

    @property
    def rated(self) -> tuple[str, ...]:
        """The tools or parts that a level has a condition on."""
        return self.rating.rated if self.rating else ()

    @cached_property
    def _tool_by_indicator(self) -> dict[int, Tool]:
        tools = {tool.code: tool for tool in self.tools}
        return {indicator.number: tools[indicator.tool] for indicator in self.indicators}

    @cached_property
    def _tool_by_code(self) -> dict[str, Tool]:
        questions = {q.code: self.tool_of(q.indicator) for q in self.questions}
        return questions | {item.code: self.tool(ITEM_TOOL) for item in self.items}

    def tool(self, code: str) -> Tool:
        """Return the tool with this code; KeyError when the year has none such."""
        return {tool.code: tool for tool in self.tools}[code]

    def tool_of(self, indicator: int) -> Tool:
        """Return the tool that measures indicator number ``indicator``."""
        return self._tool_by_indicator[indicator]

    def tool_of_code(self, code: str) -> Tool:
        """Return the tool that a question or item belongs to; KeyError when the year has none such."""
        return self._tool_by_code[code]

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
        """Return the OIT items of a sub-indicator, in order; empty where its items are not known."""
        return tuple(i for i in self.items if i.sub_indicator == sub_indicator)
