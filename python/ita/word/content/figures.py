"""Scores and changes as a report shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from ita import thai
from ita.criteria import Criteria
from ita.intervals import Interval
from ita.rating import displayed
from ita.scoring import Figure, Scores, tool_key
from ita.word.views import ChangeView, IndicatorView, ScoreView

NO_DATA = "ไม่มีข้อมูล"
NOT_PROCESSED = "ไม่ประมวลผล"
PASSED, FAILED = "ผ่าน", "ไม่ผ่าน"
ROUGH = 0.01
"""A derived figure whose interval is wider than this is printed with ประมาณ."""
WIDE = 1.0
"""A derived figure whose interval is wider than this is printed in whole points with its interval."""


def points(value: float) -> str:
    """Return points as displayed: two decimals, half up, Arabic digits."""
    return thai.number(displayed(value))


def mark(value: float) -> str:
    """Return a threshold without needless decimals: 85, 92.5."""
    return f"{value:g}"


def score(criteria: Criteria, figure: Figure) -> ScoreView:
    """Return a figure as shown; a derived one never counts as known nor gets a verdict."""
    if figure.used is not None:
        return known(criteria, figure.used)
    if figure.derived is None:
        return ScoreView(NO_DATA)
    return ScoreView(derived(figure.derived))


def derived(interval: Interval) -> str:
    """Return a derived figure, no more precise than its interval: ``91.78``, ``ประมาณ 91.78``, ``ประมาณ 86 (…)``."""
    if interval.width > WIDE:
        low, middle, high = (
            thai.number(value, places)
            for value, places in ((interval.low, 1), (interval.middle, 0), (interval.high, 1))
        )
        return f"ประมาณ {middle} (ระหว่าง {low} ถึง {high})"
    return f"{'ประมาณ ' if interval.width > ROUGH else ''}{points(interval.middle)}"


def known(criteria: Criteria, value: float | None) -> ScoreView:
    """Return a score whose value may be missing altogether."""
    if value is None:
        return ScoreView(NO_DATA)
    passed = displayed(value) >= displayed(criteria.pass_mark)
    return ScoreView(points(value), value, PASSED if passed else FAILED)


def tool_score(criteria: Criteria, scores: Scores, code: str) -> ScoreView:
    """Return the score of a tool or part, which may not have been processed at all."""
    if code in scores.not_processed:
        return ScoreView(NOT_PROCESSED, None, FAILED)
    return score(criteria, scores[tool_key(code)])


def difference(value: float | None, previous: float | None) -> Decimal | None:
    """Return the change of two displayed figures, so that what is printed adds up; None when either is missing."""
    if value is None or previous is None:
        return None
    return displayed(value) - displayed(previous)


def change(value: float | None, previous: float | None) -> ChangeView:
    """Return the change since last year as shown."""
    delta = difference(value, previous)
    if delta is None:
        return ChangeView()
    if delta == 0:
        return ChangeView("0.00", "เท่าเดิม")
    return ChangeView(f"{delta:+}", "เพิ่มขึ้น" if delta > 0 else "ลดลง")


def extremes(
    indicators: Iterable[IndicatorView], by: Callable[[IndicatorView], Decimal | None]
) -> tuple[list[IndicatorView], list[IndicatorView]]:
    """Return the indicators with the lowest and those with the highest figure, all that tie; unknown ones left out."""
    ranked = [(figure, indicator) for indicator in indicators if (figure := by(indicator)) is not None]
    if not ranked:
        return [], []
    low, high = min(figure for figure, _ in ranked), max(figure for figure, _ in ranked)
    return [i for f, i in ranked if f == low], [i for f, i in ranked if f == high]


def shown(indicator: IndicatorView) -> Decimal | None:
    """Return an indicator's displayed score, None when unknown."""
    return None if indicator.score.value is None else displayed(indicator.score.value)


def moved(indicator: IndicatorView) -> Decimal | None:
    """Return an indicator's change since last year, None when unknown."""
    return difference(indicator.score.value, indicator.previous.value)
