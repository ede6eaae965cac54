"""From the total and the tools to the level, and what is certain of it.

FY2566 on: a level asks for a total and for a minimum of every rated tool (IIT, EIT part 1, EIT part 2,
OIT). FY2563-65: letters, on the total alone. Source: ``Rating.source`` of each year's criteria.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ita.criteria import Criteria, Part, Tool
from ita.intervals import EVERYTHING, Interval, combine, exactly, solve
from ita.scoring import TOTAL, Scores, tool_key

_NINE, _TWO = Decimal("1e-9"), Decimal("0.01")


def displayed(value: float) -> Decimal:
    """Return points as displayed and rated: half up to two decimals of the value half up to nine.

    The first step takes off what binary fractions add (84.99499999999999 is 84.995, hence 85.00); the
    sheet does the same with ``ROUND(ROUND(x,9),2)``. That ratings look at two decimals is likely, not certain.
    """
    return Decimal(repr(value)).quantize(_NINE, ROUND_HALF_UP).quantize(_TWO, ROUND_HALF_UP)


def rate(criteria: Criteria, total: float, rated: Iterable[float]) -> str:
    """Return the level of a total and of the rated tools' scores (points, 0-100)."""
    shown, weakest = displayed(total), min((displayed(v) for v in rated), default=Decimal(100))
    fitting = (
        band.level
        for band in criteria.rating.bands
        if shown >= displayed(band.total_min) and weakest >= displayed(band.every_tool_min)
    )
    return next(fitting, criteria.rating.bands[-1].level)


@dataclass(frozen=True, slots=True)
class Level:
    """A level: as published, as computed where it is certain, and all that are still possible.

    ``possible`` runs from the lowest to the highest level. ``open_keys`` names the unknown figures
    (``total``, ``tools.EIT2``) that would settle it, and is empty when the level is certain.
    """

    published: str | None
    computed: str | None
    possible: tuple[str, ...]
    open_keys: tuple[str, ...]

    @property
    def used(self) -> str | None:
        """The published level, else the computed one; None while the level is open."""
        return self.computed if self.published is None else self.published


def level(criteria: Criteria, scores: Scores, published: str | None = None) -> Level:
    """Return the level of an assessment, certain or open, from what is known and what follows from it."""
    rated = {tool_key(code): scored_bounds(criteria, scores, code) for code in criteria.rating.rated}
    total = total_bounds(criteria, scores)
    worst = rate(criteria, total.low, (i.low for i in rated.values()))
    best = rate(criteria, total.high, (i.high for i in rated.values()))
    names = criteria.rating.levels
    possible = tuple(reversed(names[names.index(best) : names.index(worst) + 1]))
    certain = worst == best
    unsettled = () if certain else tuple(_unsettled(criteria, {TOTAL: total, **rated}))
    return Level(published, worst if certain else None, possible, unsettled)


def _unsettled(criteria: Criteria, bounds: Mapping[str, Interval]) -> Iterable[str]:
    """Yield the keys whose bounds straddle a minimum of some band."""
    totals = {band.total_min for band in criteria.rating.bands}
    tools = {band.every_tool_min for band in criteria.rating.bands}
    for key, interval in bounds.items():
        marks = totals if key == TOTAL else tools
        if any(displayed(interval.low) < mark <= displayed(interval.high) for mark in map(displayed, marks)):
            yield key


def scored_bounds(criteria: Criteria, scores: Scores, code: str) -> Interval:
    """Return where the score of a tool or part lies; KeyError for a code that the year does not score."""
    for tool in criteria.tools:
        if tool.code == code:
            return tool_bounds(criteria, scores, tool)
        for part in tool.parts:
            if part.code == code:
                return part_bounds(criteria, scores, tool, part)
    raise KeyError(code)


def tool_bounds(criteria: Criteria, scores: Scores, tool: Tool) -> Interval:
    """Return where a tool's score lies: itself, else what a known total and the other tools leave for it."""
    used = scores.used(tool_key(tool.code))
    if used is not None:
        return exactly(used)
    total = scores[TOTAL].bounds
    others = [other for other in criteria.tools if other is not tool]
    bounds = [b for b in (scores[tool_key(other.code)].bounds for other in others) if b is not None]
    if total is None or len(bounds) < len(others) or scores.not_processed & set(tool.scored_codes):
        return EVERYTHING
    found = solve(total, combine(bounds, [other.weight for other in others]), tool.weight).clipped()
    return EVERYTHING if found.is_empty else found


def part_bounds(criteria: Criteria, scores: Scores, tool: Tool, part: Part) -> Interval:
    """Return where a part's score lies.

    With the other part known it follows from the tool. With both unknown and the tool at c, the smaller
    lies between what a full score of the other leaves and c itself, which is all that a level asks.
    """
    used = scores.used(tool_key(part.code))
    if used is not None:
        return exactly(used)
    if scores.not_processed & set(tool.scored_codes):
        return EVERYTHING
    known = scores[tool_key(tool.code)].bounds
    whole = known if known is not None else tool_bounds(criteria, scores, tool)
    share = part.weight / tool.weight
    others = [scores[tool_key(other.code)].bounds for other in tool.parts if other is not part]
    if others[0] is None:
        return Interval(max(0.0, (whole.low - 100 * (1 - share)) / share), whole.high)
    found = solve(whole, combine([others[0]], [1 - share]), share).clipped()
    return EVERYTHING if found.is_empty else found


def total_bounds(criteria: Criteria, scores: Scores) -> Interval:
    """Return where the total lies: itself, else the weighted sum of where the tools lie."""
    used = scores.used(TOTAL)
    if used is not None:
        return exactly(used)
    pairs = [pair for tool in criteria.tools for pair in _weighted_bounds(criteria, scores, tool)]
    return combine([interval for interval, _ in pairs], [weight for _, weight in pairs])


def _weighted_bounds(criteria: Criteria, scores: Scores, tool: Tool) -> list[tuple[Interval, float]]:
    """Return a tool's bounds and weight, or those of its parts where any of them is known."""
    if any(scores.used(tool_key(part.code)) is not None for part in tool.parts):
        return [(part_bounds(criteria, scores, tool, part), part.weight) for part in tool.parts]
    return [(tool_bounds(criteria, scores, tool), tool.weight)]
