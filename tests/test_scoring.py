"""From questions to the total: published, computed, used and derived figures."""

from __future__ import annotations

import pytest

from figures import about, example, full, of, without_parts
from ita import criteria, scoring
from ita.assessment import Given
from ita.intervals import Interval
from ita.scoring import TOTAL

# ---------------------------------------------------------------- the two real agencies


@pytest.mark.parametrize(
    ("name", "key", "figure"),
    [
        ("nongphlap_2568", "tools.IIT", 99.394),
        ("nongphlap_2568", "tools.EIT", 96.313333333),
        ("nongphlap_2568", "tools.OIT", 91.875),
        ("nongphlap_2568", "total", 95.4622),
        ("khlongnokkrathung_2567", "indicators.3", 98.85),
        ("khlongnokkrathung_2567", "eit_parts.EIT1.6", 98.833333333),
        ("khlongnokkrathung_2567", "eit_parts.EIT1.7", 99.50),
        ("khlongnokkrathung_2567", "eit_parts.EIT1.8", 99.666666667),
        ("khlongnokkrathung_2567", "tools.EIT1", 99.333333333),
        ("khlongnokkrathung_2567", "tools.IIT", 98.528),
        ("khlongnokkrathung_2567", "tools.EIT", 95.556666667),
        ("khlongnokkrathung_2567", "tools.OIT", 100),
        ("khlongnokkrathung_2567", "total", 98.2254),
    ],
)
def test_computed_figures_of_real_agencies(name: str, key: str, figure: float) -> None:
    """The detail that each agency published gives these figures at full precision."""
    assert example(name)[key].computed == about(figure)


# ---------------------------------------------------------------- published, computed, used


def test_published_is_used_and_computed_is_kept() -> None:
    """A published figure is used although the detail gives another, and both stay to be compared."""
    figure = of(2567, questions={"i7": 96.5, "i8": 100, "i9": 100}, indicators={3: 98.85})["indicators.3"]
    assert (figure.published, figure.used) == (98.85, 98.85)
    assert figure.computed == about(98.833333333)


def test_computed_is_used_where_nothing_is_published() -> None:
    """Without a published figure the computed one is used."""
    figure = of(questions={"i1": 80, "i2": 90, "i3": 100})["indicators.1"]
    assert (figure.published, figure.computed, figure.used) == (None, 90, 90)


def test_what_stands_above_builds_on_the_published_figure() -> None:
    """A tool is computed from its indicators as published, not as their questions would have them."""
    scores = of(questions={"i1": 0, "i2": 0, "i3": 0}, indicators=dict.fromkeys(range(1, 6), 90))
    assert scores["indicators.1"].computed == 0
    assert scores["tools.IIT"].computed == about(90)


def test_a_figure_with_incomplete_detail_is_not_computed() -> None:
    """An indicator with one question blank has no computed figure, and neither has what stands above it."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(questions={**full(rules, 90), "i2": None}))
    unknown = [key for key, figure in scores.figures.items() if figure.used is None]
    assert unknown == ["indicators.1", "questions.IIT.i2", "tools.IIT", "total"]


def test_nothing_is_known_of_an_empty_assessment() -> None:
    """An assessment without a figure has none, and none is derived."""
    scores = of()
    assert all(figure == scoring.UNKNOWN for figure in scores.figures.values())
    assert scores.derived == {}


def test_every_figure_of_the_year_is_listed() -> None:
    """The result names every question, sub-indicator, indicator in each part, tool, part and the total."""
    keys = set(of().figures)
    expected = {
        "questions.IIT.i15",
        "questions.EIT1.e9",
        "questions.EIT2.e9",
        "questions.OIT.o28",
        "sub_indicators.9.1",
    }
    expected |= {"eit_parts.EIT2.8", "indicators.10", "tools.EIT", "tools.EIT1", "total"}
    assert expected <= keys
    assert len(keys) == 15 + 9 * 2 + 28 + 7 + 3 * 2 + 10 + 5 + 1


def test_codes_that_the_year_lacks_are_left_out() -> None:
    """A question, tool, indicator or part that the year does not have changes nothing."""
    strange = of(questions={"i99": 1}, tools={"XIT": 1}, indicators={11: 1}, sub_indicators={"9.9": 1})
    assert of().figures == strange.figures
    assert criteria.load(2568).items[-1].code == "o28"
    assert "questions.OIT.o35" not in of(questions={"o35": 100}).figures


def test_an_unknown_key_has_no_figure() -> None:
    """Asking for a figure that the year lacks gives the unknown one."""
    assert of()["indicators.11"] == scoring.UNKNOWN
    assert of().used("tools.XIT") is None


# ---------------------------------------------------------------- the equations


def test_oit_indicator_is_the_mean_of_sub_indicators_not_of_items() -> None:
    """A zero in 9.3, which has two items, costs indicator 9 a tenth; among its 20 items it would be a twentieth."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(questions={**full(rules, 100), "o12": 0}))
    assert scores.used("sub_indicators.9.3") == about(50)
    assert scores.used("indicators.9") == about(90)
    assert scores.used("tools.OIT") == about(95)


def test_survey_indicator_is_the_mean_of_its_questions() -> None:
    """IIT indicator 1 is the mean of i1, i2 and i3."""
    assert of(questions={"i1": 70, "i2": 80, "i3": 99})["indicators.1"].computed == about(83)


def test_eit_indicator_is_the_mean_of_its_parts() -> None:
    """EIT indicator 6 is the mean of its figure in part 1 and in part 2."""
    scores = of(questions={"e1": [90, 60], "e2": [80, 60], "e3": [100, 90]})
    assert scores.used("eit_parts.EIT1.6") == about(90)
    assert scores.used("eit_parts.EIT2.6") == about(70)
    assert scores.used("indicators.6") == about(80)


@pytest.mark.parametrize(
    ("tool", "numbers"), [("IIT", [1, 2, 3, 4, 5]), ("EIT", [6, 7, 8]), ("OIT", [9, 10])], ids=["IIT", "EIT", "OIT"]
)
def test_tool_is_the_mean_of_its_indicators(tool: str, numbers: list[int]) -> None:
    """Each tool is the mean of its own indicators, and of nothing else."""
    scores = of(indicators={n: 80 + n for n in range(1, 11)})
    assert scores.used(f"tools.{tool}") == about(80 + sum(numbers) / len(numbers))


def test_combined_eit_is_the_mean_of_its_parts_where_indicators_are_unknown() -> None:
    """With only the parts published the combined EIT is their mean."""
    assert of(tools={"EIT1": 99.33, "EIT2": 91.78})["tools.EIT"].computed == about(95.555)


@pytest.mark.parametrize(
    ("tools", "total"),
    [
        ({"IIT": 100, "EIT1": 0, "EIT2": 0, "OIT": 0}, 30),
        ({"IIT": 0, "EIT1": 100, "EIT2": 0, "OIT": 0}, 15),
        ({"IIT": 0, "EIT1": 0, "EIT2": 100, "OIT": 0}, 15),
        ({"IIT": 0, "EIT1": 0, "EIT2": 0, "OIT": 100}, 40),
        ({"IIT": 98.53, "EIT1": 99.33, "EIT2": 91.78, "OIT": 100}, 98.2255),
        ({"IIT": 99.39, "EIT": 96.31, "OIT": 91.88}, 95.462),
    ],
)
def test_total_is_the_weighted_sum(tools: dict[str, float], total: float) -> None:
    """The total is 0.30 IIT + 0.15 EIT part 1 + 0.15 EIT part 2 + 0.40 OIT, or 0.30 of the combined EIT."""
    assert of(tools=tools)[TOTAL].computed == about(total)


def test_full_precision_is_kept_inside() -> None:
    """Nothing is rounded on the way: thirds stay thirds up to the total."""
    scores = of(questions=full(criteria.load(2568), 100) | {"i1": 0})
    assert scores["indicators.1"].computed == about(200 / 3)
    assert scores[TOTAL].computed == about(100 - 0.3 * 100 / 15)


def test_years_before_parts_use_three_tools() -> None:
    """In a year whose EIT has no parts the total is 0.30 IIT + 0.30 EIT + 0.40 OIT and e1 is one figure."""
    rules = without_parts(criteria.load(2568))
    scores = scoring.score(rules, Given(questions={"e1": 60.0, "e2": 70.0, "e3": 80.0}, tools={"IIT": 90, "OIT": 50}))
    assert scores["indicators.6"].computed == about(70)
    assert [t.code for t in scoring.equations(rules)[-1].terms] == ["IIT", "EIT", "OIT"]
    assert scoring.score(rules, Given(tools={"IIT": 90, "EIT": 80, "OIT": 50}))[TOTAL].computed == about(71)


# ---------------------------------------------------------------- the three states of a tool


def test_a_tool_that_was_not_typed_leaves_the_total_blank() -> None:
    """While OIT is unknown there is no total."""
    assert of(tools={"IIT": 90, "EIT": 90})[TOTAL].used is None


def test_a_typed_zero_is_a_score() -> None:
    """An OIT of 0 counts as 0 points."""
    assert of(tools={"IIT": 90, "EIT": 90, "OIT": 0})[TOTAL].used == about(54)


@pytest.mark.parametrize(("skipped", "total"), [("IIT", 63), ("EIT1", 76.5), ("EIT2", 76.5), ("OIT", 54)], ids=str)
def test_a_tool_not_processed_counts_zero_and_keeps_its_weight(skipped: str, total: float) -> None:
    """What was not processed counts 0 points, and its weight is not shared out among the others."""
    scores = of(questions=full(criteria.load(2568), 90), not_processed=[skipped])
    assert scores.used(f"tools.{skipped}") == 0
    assert scores[TOTAL].computed == about(total)
    assert scores.not_processed == {skipped}


def test_a_figure_typed_for_a_tool_not_processed_is_not_used() -> None:
    """A score typed beside ไม่ประมวลผล does not count."""
    scores = of(tools={"IIT": 90, "EIT1": 90, "EIT2": 88, "OIT": 90}, not_processed=["EIT2"])
    assert scores["tools.EIT2"].published is None
    assert scores[TOTAL].computed == about(76.5)


def test_combined_eit_is_not_computed_when_a_part_was_not_processed() -> None:
    """With part 2 not processed there is no combined EIT, no EIT indicator, and none is derived."""
    scores = of(questions=full(criteria.load(2568), 90), not_processed=["EIT2"])
    combined = ["tools.EIT", "indicators.6", "indicators.7", "indicators.8"]
    assert [scores[key] for key in combined] == [scoring.UNKNOWN] * 4
    assert scores["eit_parts.EIT1.6"].computed == 90


def test_published_combined_eit_is_shown_when_a_part_was_not_processed() -> None:
    """A combined EIT that was published is used as it is; neither part nor indicator follows from it."""
    tools = {"EIT": 45, "EIT1": 90, "IIT": 90, "OIT": 90}
    scores = of(tools=tools, indicators={6: 45, 7: 45}, not_processed=["EIT2"])
    assert scores["tools.EIT"] == scoring.Figure(published=45, bounds=Interval(44.5, 45.5))
    assert scores.used("indicators.6") == 45
    assert scores.derived == {}
    assert scores[TOTAL].computed == about(76.5)


# ---------------------------------------------------------------- aggregate


def test_aggregate_names_children_by_code_or_key() -> None:
    """A figure is computed from its children whether they are named e1 or questions.EIT1.e1."""
    rules = criteria.load(2568)
    assert scoring.aggregate(rules, "eit_parts.EIT1.6", {"e1": 70, "questions.EIT1.e2": 80, "e3": 90}) == about(80)


def test_aggregate_needs_every_child() -> None:
    """A child that is blank or absent leaves the figure unknown; what is not a child is ignored."""
    rules = criteria.load(2568)
    assert scoring.aggregate(rules, "indicators.1", {"i1": 70, "i2": 80}) is None
    assert scoring.aggregate(rules, "indicators.1", {"i1": 70, "i2": 80, "i3": None}) is None
    assert scoring.aggregate(rules, "indicators.1", {"i1": 70, "i2": 80, "i3": 90, "i4": 0}) == about(80)


def test_aggregate_refuses_a_figure_that_the_year_lacks() -> None:
    """Asking for indicator 11 is a KeyError."""
    with pytest.raises(KeyError, match=r"indicators\.11"):
        scoring.aggregate(criteria.load(2568), "indicators.11", {})
