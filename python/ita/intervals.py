"""How sure a typed figure is: the interval that its decimals leave open."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

FULL = 100.0
MAX_DECIMALS = 4
UNROUNDED = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """Points from ``low`` to ``high``, both included."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The point halfway between the ends."""
        return (self.low + self.high) / 2

    @property
    def width(self) -> float:
        """How far the ends lie apart."""
        return self.high - self.low

    @property
    def is_empty(self) -> bool:
        """Whether no point is left: the figures that led here contradict each other."""
        return self.low > self.high

    def meet(self, other: Interval) -> Interval:
        """Return what both intervals allow; empty where they contradict each other."""
        return Interval(max(self.low, other.low), min(self.high, other.high))

    def clipped(self) -> Interval:
        """Return the part of the interval inside 0-100; empty where none is."""
        return self.meet(EVERYTHING)


EVERYTHING = Interval(0.0, 100.0)


def exactly(value: float) -> Interval:
    """Return the interval that holds only ``value``."""
    return Interval(value, value)


def half_width(value: float) -> float:
    """Return how far the true figure may lie from a typed one, by the decimals it was typed with.

    51 may stand for 50.5-51.5 and 84.01 for 84.005-84.015. A 0 says that there was nothing to score
    and is exact; 100 is 100.00, for nobody rounds 99.5 up to full marks; a figure with more than four
    decimals was not rounded by hand and is all but exact.
    """
    if value == 0:
        return 0.0
    if value == FULL:
        return 0.005
    for decimals in range(MAX_DECIMALS + 1):
        if round(value, decimals) == value:
            return 0.5 * 10.0**-decimals
    return UNROUNDED


def typed(value: float) -> Interval:
    """Return the interval that a typed score (points, 0-100) stands for."""
    half = half_width(value)
    return Interval(value - half, value + half).clipped()


def combine(intervals: Sequence[Interval], weights: Sequence[float]) -> Interval:
    """Return the interval of the weighted sum of figures that lie in ``intervals``; weights are not negative."""
    low = math.fsum(i.low * w for i, w in zip(intervals, weights, strict=True))
    high = math.fsum(i.high * w for i, w in zip(intervals, weights, strict=True))
    return Interval(low, high)


def solve(total: Interval, others: Interval, weight: float) -> Interval:
    """Return the interval of ``x`` in ``total = others + weight * x``."""
    return Interval((total.low - others.high) / weight, (total.high - others.low) / weight)
