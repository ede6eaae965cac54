"""From the total and the tools to the level, and what is certain of it.

FY2566 on: a level asks for a total and for a minimum of every rated tool (IIT, EIT part 1, EIT part 2,
OIT). FY2563-65: letters, on the total alone. Source: ``Rating.source`` of each year's criteria.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ita.criteria import Band, Criteria, Part, Rating, Tool
from ita.intervals import EVERYTHING, Interval, combine, exactly, solve
from ita.scoring import TOTAL, Scores, tool_key

_NINE, _TWO = Decimal("1e-9"), Decimal("0.01")


def displayed(value: float) -> Decimal:
    """Return points as displayed and rated: half up to two decimals of the value half up to nine.

    The first step takes off what binary fractions add (84.99499999999999 is 84.995, hence 85.00); the
    sheet does the same with ``ROUND(ROUND(x,9),2)``. That ratings look at two decimals is likely, not certain.
    """
    return Decimal(repr(value)).quantize(_NINE, ROUND_HALF_UP).quantize(_TWO, ROUND_HALF_UP)


def rate(criteria: Criteria, total: float, rated: Sequence[float]) -> str | None:
    """Return the level of a total and of the rated tools' scores (points, 0-100); None in a year of unknown rating."""
    return next((band.level for band in criteria.bands if reaches(band, total, rated)), None)


def reaches(band: Band, total: float, rated: Sequence[float]) -> bool:
    """Whether a total and the rated tools' scores meet a band's minimums, as displayed."""
    weakest = min(map(displayed, rated), default=displayed(100.0))
    return displayed(total) >= displayed(band.total_min) and weakest >= displayed(band.every_tool_min)


@dataclass(frozen=True, slots=True)
class Level:
    """A level: as published, as computed where it is certain, and all that are still possible.

    ``possible`` runs from the lowest to the highest level, and is empty in a year whose rating is not known.
    ``open_keys`` names the unknown figures (``total``, ``tools.EIT2``) that would settle it, and is empty when
    the level is certain.
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
    if criteria.rating is None:
        return Level(published, None, (), ())
    rated = {tool_key(code): scored_bounds(criteria, scores, code) for code in criteria.rated}
    total = total_bounds(criteria, scores)
    worst = rate(criteria, total.low, [i.low for i in rated.values()])
    best = rate(criteria, total.high, [i.high for i in rated.values()])
    names = criteria.levels
    possible = tuple(reversed(names[names.index(best) : names.index(worst) + 1]))
    certain = worst == best
    unsettled = () if certain else tuple(_unsettled(criteria.rating, {TOTAL: total, **rated}))
    return Level(published, worst if certain else None, possible, unsettled)


def _unsettled(rating: Rating, bounds: Mapping[str, Interval]) -> Iterable[str]:
    """Yield the keys whose bounds straddle a minimum of some band."""
    totals = {band.total_min for band in rating.bands}
    tools = {band.every_tool_min for band in rating.bands}
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
    """Return where a tool's score lies: itself, else what a known total leaves for it, whatever the others are."""
    used = scores.used(tool_key(tool.code))
    if used is not None:
        return exactly(used)
    total, weights = scores[TOTAL].bounds, criteria.weights
    if not weights or total is None or scores.not_processed & set(tool.scored_codes):
        return EVERYTHING
    others = [other for other in criteria.tools if other is not tool]
    codes = [code for other in others for code in _contributing(scores, other)]
    bounds = [scores[tool_key(code)].bounds or EVERYTHING for code in codes]
    found = solve(total, combine(bounds, [weights[code] for code in codes]), weights[tool.code]).clipped()
    return EVERYTHING if found.is_empty else found


def _contributing(scores: Scores, tool: Tool) -> tuple[str, ...]:
    """Return what a tool brings to the total: its own code, or its parts' where only they are known or count."""
    parts = tuple(part.code for part in tool.parts)
    known = any(scores.used(tool_key(code)) is not None for code in parts)
    whole_counts = scores.used(tool_key(tool.code)) is not None and not scores.not_processed & set(parts)
    return parts if known and not whole_counts else (tool.code,)


def part_bounds(criteria: Criteria, scores: Scores, tool: Tool, part: Part) -> Interval:
    """Return where a part's score lies.

    With the other part known it follows from the tool. With both unknown and the tool at c, the smaller
    lies between what a full score of the other leaves and c itself, which is all that a level asks.
    """
    used = scores.used(tool_key(part.code))
    if used is not None:
        return exactly(used)
    weights = criteria.weights
    if not weights or scores.not_processed & set(tool.scored_codes):
        return EVERYTHING
    whole = scores[tool_key(tool.code)].bounds or tool_bounds(criteria, scores, tool)
    share = weights[part.code] / weights[tool.code]
    others = [scores[tool_key(other.code)].bounds for other in tool.parts if other is not part]
    if others[0] is None:
        highest = scores.used(tool_key(tool.code))
        return Interval(max(0.0, (whole.low - 100 * (1 - share)) / share), whole.high if highest is None else highest)
    found = solve(whole, combine([others[0]], [1 - share]), share).clipped()
    return EVERYTHING if found.is_empty else found


def total_bounds(criteria: Criteria, scores: Scores) -> Interval:
    """Return where the total lies: itself, else the weighted sum of where the tools lie."""
    used = scores.used(TOTAL)
    if used is not None:
        return exactly(used)
    if not criteria.weights:
        return EVERYTHING
    pairs = [pair for tool in criteria.tools for pair in _weighted_bounds(criteria, scores, tool)]
    return combine([interval for interval, _ in pairs], [weight for _, weight in pairs])


def _weighted_bounds(criteria: Criteria, scores: Scores, tool: Tool) -> list[tuple[Interval, float]]:
    """Return a tool's bounds and weight, or those of its parts where any of them is known."""
    if any(scores.used(tool_key(part.code)) is not None for part in tool.parts):
        return [(part_bounds(criteria, scores, tool, part), criteria.weights[part.code]) for part in tool.parts]
    return [(tool_bounds(criteria, scores, tool), criteria.weights[tool.code])]
