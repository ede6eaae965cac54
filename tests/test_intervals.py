"""How sure a typed figure is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita import intervals
from ita.intervals import EVERYTHING, Interval


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (51, 0.5),
        (98.9, 0.05),
        (84.01, 0.005),
        (84.015, 0.0005),
        (84.0155, 0.00005),
        (98.83333333333333, 1e-9),
        (0, 0),
        (100, 0.005),
        (99, 0.5),
    ],
)
def test_half_width_goes_by_the_decimals_typed(value: float, expected: float) -> None:
    """A figure stands for half a unit of its last decimal either way; 0 is exact and 100 is 100.00."""
    assert intervals.half_width(value) == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [(51, 50.5, 51.5), (84.01, 84.005, 84.015), (0, 0, 0), (100, 99.995, 100), (0.3, 0.25, 0.35)],
)
def test_typed_stays_within_0_and_100(value: float, low: float, high: float) -> None:
    """A typed score stands for this interval, which never leaves 0-100."""
    found = intervals.typed(value)
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


def test_an_interval_knows_its_middle_and_width() -> None:
    """The middle lies halfway between the ends, and the width is their distance."""
    found = Interval(84.0, 88.0)
    assert (found.middle, found.width) == (86.0, 4.0)


@pytest.mark.parametrize(
    ("first", "second", "both", "empty"),
    [
        (Interval(1, 5), Interval(3, 9), Interval(3, 5), False),
        (Interval(1, 5), Interval(5, 9), Interval(5, 5), False),
        (Interval(1, 5), Interval(6, 9), Interval(6, 5), True),
    ],
)
def test_meet_is_what_both_allow(first: Interval, second: Interval, both: Interval, *, empty: bool) -> None:
    """Two intervals meet in what both allow, which is empty where they contradict each other."""
    assert first.meet(second) == both
    assert both.is_empty is empty


@pytest.mark.parametrize(
    ("interval", "clipped"),
    [(Interval(-3, 5), Interval(0, 5)), (Interval(99, 101), Interval(99, 100)), (Interval(-1, 101), EVERYTHING)],
)
def test_clipped_keeps_what_is_a_score(interval: Interval, clipped: Interval) -> None:
    """Only the part inside 0-100 is kept."""
    assert interval.clipped() == clipped


@pytest.mark.parametrize("outside", [Interval(-5, -1), Interval(101, 105)])
def test_clipped_is_empty_outside_0_and_100(outside: Interval) -> None:
    """Nothing is left of an interval that holds no score."""
    assert outside.clipped().is_empty


def test_exactly_holds_one_point() -> None:
    """An exact figure has no width."""
    assert intervals.exactly(91.78) == Interval(91.78, 91.78)


def test_combine_is_the_weighted_sum_of_both_ends() -> None:
    """The lowest and the highest sum come from the lowest and the highest figures."""
    assert intervals.combine([Interval(10, 20), Interval(50, 60)], [0.5, 0.25]) == Interval(17.5, 25)


def test_solve_undoes_combine() -> None:
    """The unknown of total = others + weight * x lies where the extremes leave it."""
    assert intervals.solve(Interval(50, 52), Interval(20, 22), 0.5) == Interval(56, 64)


@given(
    hundredths=st.integers(0, 10_000),
    decimals=st.integers(0, 2),
)
def test_typed_holds_every_score_that_rounds_to_it(hundredths: int, decimals: int) -> None:
    """A score of at least 1 that was rounded to 0, 1 or 2 decimals lies in the interval of the rounded one."""
    score = hundredths / 100
    rounded = round(score, decimals)
    found = intervals.typed(rounded)
    rounds_to_an_end = (rounded == 0 and score > 0) or (rounded == 100 and score < 99.995)
    assert rounds_to_an_end or found.low - 1e-9 <= score <= found.high + 1e-9
