"""What holds for the level of any assessment."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from figures import rating_of
from ita import criteria, scoring
from ita.rating import rate
from ita.scoring import TOTAL
from strategies import Case, published_cases


def near_a_minimum(case: Case) -> bool:
    """Whether some true figure lies so near a minimum that rounding below it may decide the level."""
    keys = [TOTAL, *(scoring.tool_key(code) for code in rating_of(case.rules).rated)]
    figures = [value for value in (case.truth.used(key) for key in keys) if value is not None]
    return any(abs(figure - minimum) < 0.05 for figure in figures for minimum in (70, 85, 95))


@settings(deadline=None, max_examples=200)
@given(case=published_cases())
def test_the_true_level_is_always_possible(case: Case) -> None:
    """Whatever was published, the level of the full data is among the possible ones; a certain level is it."""
    assume(not near_a_minimum(case))
    true = case.true_level.computed
    found = case.known_level
    assert true in found.possible
    assert found.computed in (true, None)


@settings(deadline=None, max_examples=100)
@given(case=published_cases())
def test_an_open_level_says_what_would_settle_it(case: Case) -> None:
    """A level is certain or names figures that would settle it, and those are not known yet."""
    found, known = case.known_level, case.known
    assert (found.computed is None) == bool(found.open_keys)
    assert all(known.used(key) is None for key in found.open_keys)


@settings(deadline=None, max_examples=100)
@given(total=st.floats(0, 100), rated=st.lists(st.floats(0, 100), min_size=4, max_size=4), more=st.floats(0, 100))
def test_better_figures_never_lower_the_level(total: float, rated: list[float], more: float) -> None:
    """Raising the total or a tool leaves the level or lifts it."""
    rules = criteria.load(2568)
    order = rating_of(rules).levels
    before = order.index(rate(rules, total, rated))
    assert order.index(rate(rules, max(total, more), rated)) <= before
    assert order.index(rate(rules, total, [max(rated[0], more), *rated[1:]])) <= before
