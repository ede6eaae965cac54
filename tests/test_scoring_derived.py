"""What follows for unknown figures from the typed ones alone."""

from __future__ import annotations

import pytest

from figures import about, example, of, without_parts
from ita import criteria
from ita.scoring import TOTAL


def test_an_indicator_follows_from_its_tool_and_the_others() -> None:
    """EIT 84.01 with indicators 85.38 and 81.29 leaves 85.36 for the third, give or take 0.025."""
    derived = of(2567, tools={"EIT": 84.01}, indicators={6: 85.38, 7: 81.29})["indicators.8"].derived
    assert derived is not None
    assert derived.middle == about(85.36)
    assert derived.width / 2 == about(0.025)


def test_iit_follows_from_a_total_without_decimals() -> None:
    """A total typed as 51 with EIT 84.01 and OIT 0 leaves an IIT between 84.32 and 87.66."""
    rules = without_parts(criteria.load(2567))
    derived = of(rules, total=51, tools={"EIT": 84.01, "OIT": 0}).derived
    assert set(derived) == {"tools.IIT"}
    assert (derived["tools.IIT"].low, derived["tools.IIT"].high) == (about(84.32, 0.005), about(87.66, 0.005))


def test_a_total_with_decimals_says_more() -> None:
    """The same total typed as 51.42 leaves less than a tenth of a point."""
    rules = without_parts(criteria.load(2567))
    derived = of(rules, total=51.42, tools={"EIT": 84.01, "OIT": 0}).derived["tools.IIT"]
    assert derived.middle == about((51.42 - 0.3 * 84.01) / 0.3)
    assert derived.width < 0.1


def test_a_part_follows_from_the_other_and_the_combined_figure() -> None:
    """EIT part 2 is twice the combined EIT less part 1."""
    derived = of(tools={"EIT": 95.56, "EIT1": 99.33}).derived
    assert set(derived) == {"tools.EIT2"}
    assert derived["tools.EIT2"].middle == about(91.79)
    assert derived["tools.EIT2"].width / 2 == about(0.015)


def test_a_sub_indicator_follows_from_its_indicator() -> None:
    """Sub-indicator 10.2 is twice indicator 10 less 10.1."""
    derived = of(indicators={10: 87.55}, sub_indicators={"10.1": 100.00}).derived
    assert derived["sub_indicators.10.2"].middle == about(75.1, 0.01)


def test_questions_are_never_derived() -> None:
    """One blank question of a published indicator stays blank: only the agency's own figure will do."""
    assert of(indicators={1: 90.12}, questions={"i1": 90.12, "i2": 90.12}).derived == {}


def test_two_unknowns_are_not_derived() -> None:
    """With two indicators of a tool unknown neither follows."""
    assert of(tools={"EIT": 84.01}, indicators={6: 85.38}).derived == {}


def test_derived_figures_are_used_for_nothing() -> None:
    """A derived IIT does not become a figure that anything is computed from."""
    scores = of(total=51.42, tools={"EIT": 84.01, "OIT": 0}, indicators=dict.fromkeys(range(1, 5), 85.0))
    assert "tools.IIT" in scores.derived
    assert scores["tools.IIT"].used is None
    assert scores[TOTAL].computed is None
    assert scores["indicators.5"].used is None


@pytest.mark.parametrize(
    "figures",
    [
        pytest.param({"tools": {"EIT": 99.00}, "indicators": {6: 50.25, 7: 50.25}}, id="needs more than 100"),
        pytest.param({"tools": {"EIT": 10.25}, "indicators": {6: 90.25, 7: 90.25}}, id="needs less than 0"),
        pytest.param({"total": 90.25, "tools": {"EIT": 10.25, "OIT": 10.25}}, id="total too high for the tools"),
    ],
)
def test_contradictory_figures_derive_nothing(figures: dict[str, object]) -> None:
    """Where the typed figures leave no possible score, none is derived."""
    assert of(**figures).derived == {}


def test_two_ways_that_disagree_derive_nothing() -> None:
    """Part 2 of indicator 6 is 80 by the indicator and 60 by its tool: it stays unknown."""
    parts = {"EIT1": {6: 90.05}, "EIT2": {7: 90.05, 8: 90.05}}
    scores = of(indicators={6: 85.05}, eit_parts=parts, tools={"EIT2": 80.05})
    assert "eit_parts.EIT2.6" not in scores.derived


@pytest.mark.parametrize(
    ("key", "middle"),
    [
        ("eit_parts.EIT2.6", 98.0067),
        ("eit_parts.EIT2.7", 96.66),
        ("eit_parts.EIT2.8", 80.6733),
        ("tools.EIT2", 91.78),
    ],
)
def test_derived_part_two_of_khlongnokkrathung(key: str, middle: float) -> None:
    """EIT part 2, which was not printed, follows from part 1 and the indicators, and is used for nothing."""
    figure = example("khlongnokkrathung_2567")[key]
    assert figure.used is None
    assert figure.derived is not None
    assert figure.derived.middle == about(middle, 0.001)
    assert figure.derived.low <= middle <= figure.derived.high
