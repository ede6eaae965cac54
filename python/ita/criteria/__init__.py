"""The rules of each fiscal year, kept as data (``<year>.toml``) and loaded here."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from ita.criteria.model import (
    Band,
    Criteria,
    Indicator,
    Issue,
    Item,
    MinimumRespondents,
    Part,
    Question,
    Rating,
    ReportItems,
    Scale,
    SubIndicator,
    Tool,
)
from ita.criteria.validate import faults
from ita.errors import CriteriaError, UnknownYearError

__all__ = [
    "Band",
    "Criteria",
    "Indicator",
    "Issue",
    "Item",
    "MinimumRespondents",
    "Part",
    "Question",
    "Rating",
    "ReportItems",
    "Scale",
    "SubIndicator",
    "Tool",
    "decode",
    "load",
    "years",
]


def years() -> tuple[int, ...]:
    """Return the B.E. fiscal years whose criteria are known, oldest first."""
    stems = (entry.name.removesuffix(".toml") for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))
    return tuple(sorted(int(stem) for stem in stems))


@cache
def load(year: int) -> Criteria:
    """Return the criteria of a B.E. fiscal year; UnknownYearError when there are none."""
    if year not in years():
        raise UnknownYearError(year=year, known=years())
    return decode((files(__name__) / f"{year}.toml").read_text("utf-8"), name=f"{year}.toml")


def decode(text: str, name: str) -> Criteria:
    """Decode and validate one criteria file; CriteriaError lists every fault found in it."""
    try:
        criteria = msgspec.toml.decode(text, type=Criteria)
    except (msgspec.DecodeError, ValueError) as error:
        raise CriteriaError(name=name, faults=[str(error)]) from error
    found = faults(criteria)
    if found:
        raise CriteriaError(name=name, faults=found)
    return criteria
