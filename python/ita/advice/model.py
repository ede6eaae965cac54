"""What advice is: the texts of one topic, and the codes of a year that the topic belongs to.

Texts are Thai with Arabic digits, the agency's own way forward and never the assessors' words.
"""

from __future__ import annotations

import msgspec

FIRST_MONTH = 10
"""The fiscal year starts in October of the calendar year before."""

MONTHS = 12


class _Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A frozen value whose unknown or misspelt fields are refused when decoding."""


class Period(msgspec.Struct, frozen=True, array_like=True):
    """The first and the last month (1-12) of the work inside a fiscal year, written ``[10, 9]`` in a file."""

    first_month: int
    last_month: int


class Texts(_Value, frozen=True):
    """The words of one topic.

    ``weakness`` is what a low score tells, ``suggestion`` the agency's way forward, ``measure`` the short name of
    a proposed measure, ``steps`` its concrete steps, ``owner`` the usual owners in a small local authority, and
    ``follow_up`` how the measure is watched.
    """

    weakness: str
    suggestion: str
    measure: str
    steps: tuple[str, ...]
    period: Period
    owner: tuple[str, ...]
    follow_up: str


class Advice(Texts, frozen=True):
    """The texts of a topic, given to one question, item or indicator of a year.

    ``code`` is the question's or item's code, empty for an indicator or a bare topic. ``indicator`` is None where
    an item's place is not known, and for a bare topic, whose ``tool`` is empty. ``items`` are the codes that the
    advice refers to: of a question, the items (also questions or sub-indicators) named with it; of an item, the
    questions that name it.
    """

    topic: str
    code: str = ""
    tool: str = ""
    indicator: int | None = None
    items: tuple[str, ...] = ()


class QuestionLink(_Value, frozen=True):
    """What a question asks (a topic) and the codes of its year that its advice refers to."""

    topic: str
    refers_to: tuple[str, ...] = ()


class YearLinks(_Value, frozen=True):
    """Which topic each question and item of a B.E. fiscal year belongs to; codes left out have no own advice."""

    fiscal_year: int
    questions: dict[str, QuestionLink] = {}
    items: dict[str, str] = {}


class IndicatorLink(_Value, frozen=True):
    """The tool and the topic of one of the ten indicators, the same in every year."""

    number: int
    tool: str
    topic: str


class IndicatorLinks(_Value, frozen=True):
    """The links of all ten indicators."""

    indicators: tuple[IndicatorLink, ...]
