"""Between which points an unknown total, tool or part lies."""

from __future__ import annotations

import msgspec
import pytest

from figures import about, of
from ita import criteria, rating, scoring
from ita.assessment import Given
from ita.criteria import Band, Criteria
from ita.intervals import Interval


def with_unequal_parts() -> Criteria:
    """Return the criteria of 2568 in which part 1 weighs a third of the EIT and part 2 the rest."""
    rules = criteria.load(2568)
    weights = {"EIT1": 0.10, "EIT2": 0.20}
    tools = tuple(
        msgspec.structs.replace(
            tool,
            parts=tuple(msgspec.structs.replace(part, weight=weights[part.code]) for part in tool.parts),
        )
        for tool in rules.tools
    )
    return msgspec.structs.replace(rules, tools=tools)


def test_a_band_without_rated_tools_asks_for_the_total_alone() -> None:
    """Where no tool is rated even a minimum of 100 for every tool is met."""
    strict = Band(level="A", total_min=50, every_tool_min=100)
    assert rating.reaches(strict, 50, ())
    assert not rating.reaches(strict, 49.99, ())


def test_a_part_that_counts_is_taken_from_the_total_and_not_the_combined_figure() -> None:
    """With part 2 not processed the total holds 0.15 of part 1 and nothing of a published combined EIT."""
    tools = {"EIT": 50.25, "EIT1": 90.25, "OIT": 80.25}
    scores = of(total=0.3 * 80 + 0.15 * 90.25 + 0.4 * 80.25, tools=tools, not_processed=["EIT2"])
    found = rating.scored_bounds(criteria.load(2568), scores, "IIT")
    assert found.middle == about(80, 0.001)
    assert found.width < 0.05


def test_a_published_combined_figure_is_taken_from_the_total_before_its_parts() -> None:
    """With every part processed the total holds 0.30 of the published combined EIT, though its parts give another."""
    tools = {"EIT": 70.25, "EIT1": 90.25, "OIT": 80.25}
    scores = of(total=0.3 * 80 + 0.3 * 70.25 + 0.4 * 80.25, tools=tools)
    found = rating.scored_bounds(criteria.load(2568), scores, "IIT")
    assert found.middle == about(80, 0.001)
    assert found.width < 0.05


@pytest.mark.parametrize("code", ["AIT", "EIT3", "XIT", ""])
def test_no_other_code_has_bounds(code: str) -> None:
    """Only the tools and parts of the year have bounds, wherever another code would sort."""
    rules = criteria.load(2568)
    with pytest.raises(KeyError):
        rating.scored_bounds(rules, of(tools={"IIT": 90, "EIT1": 90, "EIT2": 90}), code)


def test_a_part_leaves_the_other_by_the_weights_of_both() -> None:
    """With the EIT at 80.25 and a part of a third at 70.25 the other, of two thirds, is 85.25."""
    rules = with_unequal_parts()
    scores = scoring.score(rules, Given(tools={"EIT": 80.25, "EIT1": 70.25}))
    assert rating.scored_bounds(rules, scores, "EIT2").middle == about(85.25)


@pytest.mark.parametrize(("part", "share"), [("EIT1", 1 / 3), ("EIT2", 2 / 3)])
def test_an_unknown_part_is_at_least_what_full_marks_of_the_other_leave(part: str, share: float) -> None:
    """With both parts unknown and the EIT at 90.25 a part is at least what is left when the other has 100."""
    rules = with_unequal_parts()
    found = rating.scored_bounds(rules, scoring.score(rules, Given(tools={"EIT": 90.25})), part)
    assert found == Interval(about((90.245 - 100 * (1 - share)) / share), 90.25)  # type: ignore[arg-type]


def test_the_total_builds_on_the_combined_figure_while_its_parts_are_unknown() -> None:
    """With an EIT of 97 and an OIT of 97 the total is known but for the 30 points of the IIT."""
    rules = criteria.load(2568)
    found = rating.total_bounds(rules, of(tools={"EIT": 97, "OIT": 97}))
    assert (found.low, found.high) == (about(0.7 * 97), about(0.7 * 97 + 30))


def test_an_open_letter_is_a_matter_of_the_total() -> None:
    """In the years of letters an unknown total leaves every letter open, and only the total would settle it."""
    rules = criteria.load(2563)
    found = rating.level(rules, scoring.score(rules, Given(tools={"IIT": 90})))
    assert found.computed is None
    assert len(found.possible) > 1
    assert found.open_keys == ("total",)


def test_a_figure_exactly_at_a_minimum_is_not_open() -> None:
    """A known tool of exactly 95, the minimum of the best level, settles nothing more."""
    rules = criteria.load(2568)
    found = rating.level(rules, of(tools={"IIT": 95, "EIT": 97, "OIT": 97}))
    assert found.open_keys == ("tools.EIT1", "tools.EIT2")


def test_only_minimums_of_the_tools_make_a_tool_open() -> None:
    """70 is a minimum of the total alone: EIT parts between 60 and 80 and a known OIT of 60 settle nothing."""
    rules = criteria.load(2568)
    found = rating.level(rules, of(tools={"EIT": 80.0, "OIT": 60}))
    assert len(found.possible) > 1
    assert found.open_keys == ("total", "tools.IIT")
