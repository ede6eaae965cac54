"""What a paste may fill: the codes of one tool or part, and the wordings by which they are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ita.answers.text import key
from ita.criteria import ITEM_TOOL, Criteria, load, years
from ita.errors import InputError

LETTERS = {"IIT": "i", "EIT": "e", ITEM_TOOL: "o"}
_SHORTEST = 15
"""A wording of fewer letters is not looked for inside longer texts."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions of a target: their codes in order, the tools or parts to fill, and the keys of their wordings.

    ``headings`` are the keys of the names of indicators, sub-indicators and tools, whose scores are no question's.
    """

    year: int
    target: str
    tool: str
    codes: tuple[str, ...]
    scored: tuple[str, ...]
    parts: tuple[str, ...]
    wordings: Mapping[str, str]
    headings: frozenset[str] = frozenset()

    @property
    def letter(self) -> str:
        """The letter that the tool's codes begin with."""
        return LETTERS[self.tool]

    @property
    def takes_parts(self) -> bool:
        """Whether each question has a figure for each of several parts."""
        return len(self.scored) > 1

    def worded(self, text: str) -> str | None:
        """Return the one code whose wording a text is, or holds; None for none or several."""
        words = key(text)
        same = [code for code, wording in self.wordings.items() if wording == words]
        if same or self.tool == ITEM_TOOL:
            return same[0] if len(same) == 1 else None
        inside = [c for c, wording in self.wordings.items() if len(wording) >= _SHORTEST and wording in words]
        return inside[0] if len(inside) == 1 else None


def asked(criteria: Criteria, target: str) -> Asked:
    """Return the questions of a tool (``IIT``, ``EIT``, ``OIT``) or part (``EIT1``); InputError for no such target."""
    for tool in criteria.tools:
        parts = tool.scored_codes
        if target == tool.code or target in parts:
            wordings = _wordings(criteria, tool.code)
            scored = parts if target == tool.code else (target,)
            named = (*criteria.tools, *criteria.indicators, *criteria.sub_indicators)
            return Asked(
                criteria.fiscal_year,
                target,
                tool.code,
                tuple(wordings),
                scored,
                parts,
                _keys(wordings),
                frozenset(key(one.name) for one in named),
            )
    known = dict.fromkeys(code for tool in criteria.tools for code in (tool.code, *tool.scored_codes))
    raise InputError("paste.target", target=target, year=criteria.fiscal_year, known=", ".join(known))


def _wordings(criteria: Criteria, tool: str) -> dict[str, str]:
    if tool == ITEM_TOOL:
        return {item.code: item.title for item in criteria.items}
    return {q.code: q.text for i in criteria.indicators_of(tool) for q in criteria.questions_of(i.number)}


def _keys(wordings: Mapping[str, str]) -> dict[str, str]:
    return {code: found for code, wording in wordings.items() if (found := key(wording))}


def years_with(count: int, tool: str) -> tuple[int, ...]:
    """Return the years in which a tool has this many questions."""
    return tuple(year for year in years() if len(_wordings(load(year), tool)) == count)


@cache
def wordings_of_years(tool: str) -> Mapping[int, frozenset[tuple[str, str]]]:
    """Return the codes of a tool with the keys of their wordings, by year."""
    return {year: frozenset(_keys(_wordings(load(year), tool)).items()) for year in years()}
