"""The cheapest way to the next level: which tools stand in the way, and which questions to raise.

A level asks for a total and for a minimum of every rated tool. Cheapest means the fewest points to add,
summed over questions: inside a tool the questions that weigh most come first, since a point there moves
both the tool and the total most; a tool below the minimum is served before the total.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ita.analysis import FULL_SCORE, influences
from ita.criteria import Band, Criteria
from ita.rating import Level, displayed
from ita.scoring import TOTAL, Scores, tool_key

NOTHING = 1e-9
"""What binary fractions leave of a gap that is closed."""
_ROUNDED_UP = 0.005
"""A figure this much below a mark is displayed as the mark."""


@dataclass(frozen=True, slots=True)
class Raise:
    """A question to raise, from its score to a score (points, 0-100)."""

    key: str
    score: float
    target: float

    @property
    def points(self) -> float:
        """How many points the question must gain."""
        return self.target - self.score


@dataclass(frozen=True, slots=True)
class NextLevel:
    """The level above, what is missing to it, and a cheapest set of questions that reaches it.

    ``total_gap`` and ``tool_gaps`` (by tool or part, only those in the way) are points, 0 or more; the gap of
    a tool in ``estimated`` is measured from the middle of what follows for it, since its score is unknown.
    ``unknown`` are the rated tools and parts of which not even that is known.
    ``raises`` is empty, and ``is_reachable`` None, where too few questions are known to say.
    ``is_exact`` is False where a figure above the questions is published, so that the sums may differ.
    """

    level: str
    total_gap: float
    tool_gaps: Mapping[str, float]
    estimated: tuple[str, ...]
    unknown: tuple[str, ...]
    raises: tuple[Raise, ...]
    is_reachable: bool | None
    is_exact: bool


@dataclass
class _Plan:
    """Questions being raised: what each has now, and what the tools and the total have gained."""

    criteria: Criteria
    scores: Scores
    targets: dict[str, float] = field(default_factory=dict[str, float])

    def room(self, key: str) -> float:
        """Return how much a question can still gain."""
        return FULL_SCORE - self.targets.get(key, self.scores.used(key) or 0.0)

    def raise_until(self, needed: float, shares: Mapping[str, float]) -> float:
        """Raise the questions with the largest shares until ``needed`` is gained; return what stays missing."""
        for key in sorted(shares, key=lambda k: (-shares[k], k)):
            if needed <= NOTHING:
                return 0.0
            step = min(self.room(key), needed / shares[key])
            if step > 0:
                self.targets[key] = FULL_SCORE - self.room(key) + step
                needed -= step * shares[key]
        return needed if needed > NOTHING else 0.0

    def gained(self, shares: Mapping[str, float]) -> float:
        """Return what a figure gained by the raises so far."""
        return sum((t - (self.scores.used(k) or 0.0)) * shares.get(k, 0.0) for k, t in self.targets.items())


def next_level(criteria: Criteria, scores: Scores, level: Level) -> NextLevel | None:
    """Return the way to the level above; None at the best level, and while level or total is unknown."""
    band = _band_above(criteria, level.used)
    total = scores.used(TOTAL)
    if band is None or total is None:
        return None
    known, estimated = _rated(criteria, scores)
    tool_gaps = {
        code: gap for code, score in (known | estimated).items() if (gap := _missing(score, band.every_tool_min)) > 0
    }
    total_gap = _missing(total, band.total_min)
    plan = _Plan(criteria, scores)
    shares = _total_shares(criteria, scores)
    short = None
    if len(known) == len(criteria.rated) and shares is not None:
        short = _carry_out(plan, band, tool_gaps, total_gap, shares)
    raises = tuple(Raise(key, scores.used(key) or 0.0, target) for key, target in plan.targets.items())
    published = (scores[parent].published for key in plan.targets for parent in influences(criteria)[key][1])
    return NextLevel(
        level=band.level,
        total_gap=total_gap,
        tool_gaps=tool_gaps,
        estimated=tuple(estimated),
        unknown=tuple(code for code in criteria.rated if code not in known | estimated),
        raises=() if short is None else raises,
        is_reachable=None if short is None else short == 0,
        is_exact=all(figure is None for figure in published),
    )


def _rated(criteria: Criteria, scores: Scores) -> tuple[dict[str, float], dict[str, float]]:
    """Return the scores of the rated tools that are known, and the middles of those that follow from others."""
    known: dict[str, float] = {}
    estimated: dict[str, float] = {}
    for code in criteria.rated:
        figure = scores[tool_key(code)]
        if figure.used is not None:
            known[code] = figure.used
        elif figure.derived is not None:
            estimated[code] = figure.derived.middle
    return known, estimated


def _carry_out(
    plan: _Plan, band: Band, tool_gaps: Mapping[str, float], total_gap: float, shares: Mapping[str, float]
) -> float:
    """Raise questions tool by tool, then for the total; return the points that stay missing."""
    weights = plan.criteria.weights
    missing = 0.0
    for code, gap in tool_gaps.items():
        inside = {key: share / weights[code] for key, share in shares.items() if key.split(".")[1] == code}
        missing += plan.raise_until(gap, inside)
    rest = total_gap - plan.gained(shares)
    return missing + (plan.raise_until(rest, shares) if band.total_min and rest > NOTHING else 0.0)


def _total_shares(criteria: Criteria, scores: Scores) -> Mapping[str, float] | None:
    """Return each question's share in the total; None where a question has no score."""
    shares = {
        key: share
        for key, (share, path) in influences(criteria).items()
        if path[-1:] == (TOTAL,) and key.split(".")[1] not in scores.not_processed
    }
    return shares if shares and all(scores.used(key) is not None for key in shares) else None


def _band_above(criteria: Criteria, level: str | None) -> Band | None:
    names = criteria.levels
    if level not in names or names.index(level) == 0:
        return None
    return criteria.bands[names.index(level) - 1]


def _missing(score: float, mark: float) -> float:
    """Return the points that a figure lacks to be displayed as the mark or more."""
    if displayed(score) >= displayed(mark):
        return 0.0
    return mark - _ROUNDED_UP - score
