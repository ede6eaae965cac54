"""Which questions and items of two years mean the same, over any number of years between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ita import criteria as rules
from ita.answers.text import key
from ita.criteria import Confidence, Criteria

_ORDER: tuple[Confidence, ...] = ("guess", "likely", "certain")


@dataclass(frozen=True, slots=True)
class Same:
    """The code of the earlier year that means the same, and how sure that is."""

    code: str
    confidence: Confidence


def same_questions(before: Criteria, after: Criteria) -> dict[str, Same]:
    """Return the earlier year's code of each later code that has one.

    By what the criteria say from year to year (``previous_code``); where they are silent, as about a year of which
    little is known, by a wording that one question alone has in each of two years. What neither bears out is left out.
    """
    path = _Path(before, after)
    found = {code: path.follow(after.fiscal_year, code) for code in _wordings(after)}
    known = _wordings(before).keys()
    return {code: same for code, same in found.items() if same is not None and same.code in known}


def wording_of(criteria: Criteria, code: str) -> str:
    """Return the wording of a question or item, an empty text where it is not known."""
    return _wordings(criteria).get(code, "")


class _Path:
    """The years from a later one back to an earlier one, and the steps between their codes."""

    def __init__(self, before: Criteria, after: Criteria) -> None:
        between = (year for year in rules.years() if before.fiscal_year < year < after.fiscal_year)
        self.first = before.fiscal_year
        self.years = {self.first: before, **{year: rules.load(year) for year in between}, after.fiscal_year: after}

    def follow(self, year: int, code: str) -> Same | None:
        """Return what a code of a year was in the first year, by the first trail that leads there."""
        if year == self.first:
            return Same(code, "certain")
        for earlier, step in self._steps(year, code):
            if found := self.follow(earlier, step.code):
                return Same(found.code, _surest((found.confidence, step.confidence)))
        return None

    def _steps(self, year: int, code: str) -> Iterator[tuple[int, Same]]:
        """Yield earlier years with what the code was there: as the criteria say, then by identical words."""
        said = rules.previous_code(year, code) if year in rules.years() else None
        if said and year - 1 in self.years:
            yield year - 1, Same(*said)
        for earlier in sorted((y for y in self.years if y < year), reverse=True):
            if found := _by_wording(self.years[earlier], self.years[year]).get(code):
                yield earlier, found


def _surest(confidences: Iterable[Confidence]) -> Confidence:
    """Return how sure a chain of steps is: as sure as the least sure of them."""
    return _ORDER[min(map(_ORDER.index, confidences))]


@lru_cache(maxsize=64)
def _by_wording(before: Criteria, after: Criteria) -> Mapping[str, Same]:
    """Return each later code whose wording one earlier code alone has, as sure as both wordings are; never certain."""
    earlier = {wording: code for code, wording in _unique(before).items()}
    pairs = {code: earlier[wording] for code, wording in _unique(after).items() if wording in earlier}
    now, then = _confidences(after), _confidences(before)
    return {code: Same(old, _surest(("likely", now[code], then[old]))) for code, old in pairs.items()}


def _confidences(criteria: Criteria) -> dict[str, Confidence]:
    return {one.code: one.confidence for one in (*criteria.questions, *criteria.items)}


def _unique(criteria: Criteria) -> Mapping[str, str]:
    """Return the key of each wording that one code of the year alone has."""
    keys = {code: key(wording) for code, wording in _wordings(criteria).items()}
    times = Counter((code[0], wording) for code, wording in keys.items())
    return {code: code[0] + wording for code, wording in keys.items() if wording and times[code[0], wording] == 1}


def _wordings(criteria: Criteria) -> dict[str, str]:
    """Return the wording of every question and item, with the aspects that it asks about."""
    questions = {q.code: " ".join((q.text, *q.sub_items)) for q in criteria.questions}
    return {**questions, **{item.code: item.title for item in criteria.items}}
