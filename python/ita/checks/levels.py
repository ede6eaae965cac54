"""A published level that the year's rule refutes, naming the total or the tool that refutes it."""

from __future__ import annotations

from collections.abc import Iterator

from ita.checks.subject import Subject, names, two
from ita.criteria import Band, Rating
from ita.findings import Finding, finding
from ita.intervals import Interval, exactly
from ita.rating import displayed, rate, scored_bounds, total_bounds
from ita.scoring import TOTAL, tool_key


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding where the level typed is none of the year's, or not one that the scores allow."""
    level, rating = subject.assessment.given.level, subject.criteria.rating
    if level is None or rating is None:
        return
    if level not in rating.levels:
        levels = ", ".join(rating.levels)
        yield finding("level.unknown", subject.at("level"), level=level, year=subject.year, levels=levels)
        return
    ranges = _ranges(subject, rating)
    missed = _missed(subject, rating.bands[rating.levels.index(level)], ranges)
    if missed:
        yield missed
        return
    reached = rate(subject.criteria, ranges[TOTAL].low, [ranges[key].low for key in ranges if key != TOTAL])
    if reached is not None and rating.levels.index(reached) < rating.levels.index(level):
        total = two(ranges[TOTAL].low)
        yield finding("level.too_low", subject.at("level"), level=level, total=total, reached=reached)


def _ranges(subject: Subject, rating: Rating) -> dict[str, Interval]:
    """Return where the total and the rated tools lie; a computed figure as far as its detail may be rounded."""
    criteria, scores = subject.criteria, subject.scores
    found = {TOTAL: total_bounds(criteria, scores)}
    found.update({tool_key(code): scored_bounds(criteria, scores, code) for code in rating.rated})
    for key, interval in found.items():
        figure = scores[key]
        if figure.published is not None:
            found[key] = exactly(figure.published)
        elif figure.bounds is not None:
            low, high = min(interval.low, figure.bounds.low), max(interval.high, figure.bounds.high)
            found[key] = Interval(low, high).clipped()
    return found


def _missed(subject: Subject, band: Band, ranges: dict[str, Interval]) -> Finding | None:
    """Return the first minimum of a level that its figure certainly misses."""
    for key, interval in ranges.items():
        minimum = band.total_min if key == TOTAL else band.every_tool_min
        if displayed(interval.high) < displayed(minimum):
            name, name_en = names(subject.criteria, key)
            told = {"level": band.level, "minimum": two(minimum), "score": two(interval.high)}
            told |= {"least": "ไม่เกิน", "least_en": "at most "} if interval.width else {"least": "", "least_en": ""}
            return finding("level.too_high", subject.at("level"), name=name, name_en=name_en, **told)
    return None
