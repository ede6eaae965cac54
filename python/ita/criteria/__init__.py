"""The rules of each fiscal year, kept as data (``<year>.toml``) and loaded here.

A new year is one new file; nothing else has to change. ``purposes.toml`` holds what all years share.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from ita.criteria import across
from ita.criteria.model import (
    ITEM_TOOL,
    USER,
    Band,
    Confidence,
    Criteria,
    Indicator,
    Issue,
    Item,
    ItemPoints,
    MinimumRespondents,
    Part,
    Question,
    Rating,
    ReportItems,
    SameAs,
    Scale,
    SubIndicator,
    Tool,
)
from ita.criteria.validate import faults
from ita.errors import CriteriaError, UnknownYearError

__all__ = [
    "ITEM_TOOL",
    "USER",
    "Band",
    "Confidence",
    "Criteria",
    "Indicator",
    "Issue",
    "Item",
    "ItemPoints",
    "MinimumRespondents",
    "Part",
    "Question",
    "Rating",
    "ReportItems",
    "SameAs",
    "Scale",
    "SubIndicator",
    "Tool",
    "decode",
    "issues_of",
    "load",
    "load_estimate",
    "previous_code",
    "years",
]


def years() -> tuple[int, ...]:
    """Return the B.E. fiscal years whose criteria are known, oldest first."""
    stems = (entry.name.removesuffix(".toml") for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(int(stem) for stem in stems if stem.isdecimal()))


@cache
def load(year: int) -> Criteria:
    """Return the criteria of a B.E. fiscal year, whole or in part.

    UnknownYearError when there are none; CriteriaError when the file contradicts itself or another year's.
    """
    if year not in years():
        raise UnknownYearError(year=year, known=years())
    criteria = _read(year)
    others = {other: _read(other) for other in across.named_years(criteria) if other in years()}
    found = across.faults(criteria, others)
    if found:
        raise CriteriaError(name=_file_name(year), faults=found)
    return criteria


@cache
def load_estimate(year: int) -> Criteria | None:
    """Return a year's criteria with the weights and the rating that it lacks taken from its ``estimate_from``.

    None when the year borrows nothing. What is computed with it is an estimate: shown only with that mark, never
    printed as official. UnknownYearError and CriteriaError as ``load``.
    """
    criteria = load(year)
    return None if criteria.estimate_from is None else across.completed(criteria, _read(criteria.estimate_from))


def previous_code(year: int, code: str) -> tuple[str, Confidence] | None:
    """Return the question or item of the year before that asked the same, and how sure that is.

    None when nothing bears out that any did. UnknownYearError when the year has no criteria.
    """
    for group in load(year).same_as:
        if code in group.codes:
            return group.codes[code], group.confidence
    return None


def issues_of(year: int) -> tuple[Issue, ...]:
    """Return a year's issues, else those of the nearest earlier year that has any, by the meaning of their codes.

    A borrowed issue lists this year's codes that ``previous_code`` leads back to it, and is at best likely; a code
    that nothing leads back from is in none.
    """
    own = load(year).issues
    lenders = [earlier for earlier in years() if earlier < year and load(earlier).issues]
    if own or not lenders:
        return own
    origins = {code: _origin(year, code, lenders[-1]) for code in _codes(load(year))}
    return tuple(
        msgspec.structs.replace(
            issue, codes=tuple(code for code, origin in origins.items() if origin in issue.codes), confidence="likely"
        )
        for issue in load(lenders[-1]).issues
    )


def _codes(criteria: Criteria) -> list[str]:
    return [one.code for one in (*criteria.questions, *criteria.items)]


def _origin(year: int, code: str, earlier: int) -> str | None:
    """Return the code of an earlier year that means what a year's code does; None where nothing leads there."""
    for between in range(year, earlier, -1):
        found = previous_code(between, code)
        if found is None:
            return None
        code = found[0]
    return code


def decode(text: str, name: str) -> Criteria:
    """Decode and validate one criteria file by itself; CriteriaError lists every fault found in it."""
    try:
        criteria = msgspec.toml.decode(text, type=Criteria)
    except (msgspec.DecodeError, ValueError) as error:
        raise CriteriaError(name=name, faults=[str(error)]) from error
    criteria = _with_purposes(criteria)
    found = faults(criteria)
    if found:
        raise CriteriaError(name=name, faults=found)
    return criteria


@cache
def _read(year: int) -> Criteria:
    return decode((files(__name__) / _file_name(year)).read_text("utf-8"), name=_file_name(year))


def _file_name(year: int) -> str:
    return f"{year}.toml"


def _with_purposes(criteria: Criteria) -> Criteria:
    """Give each indicator the purpose that all years share, unless the year has its own."""
    shared = _purposes()
    indicators = tuple(
        msgspec.structs.replace(indicator, purpose=indicator.purpose or shared.get(str(indicator.number), ""))
        for indicator in criteria.indicators
    )
    return msgspec.structs.replace(criteria, indicators=indicators)


@cache
def _purposes() -> dict[str, str]:
    text = (files(__name__) / "purposes.toml").read_text("utf-8")
    return msgspec.toml.decode(text, type=dict[str, str])
