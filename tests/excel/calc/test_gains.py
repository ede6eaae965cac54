"""Points to gain on the calculation sheet: those of ``ita.analysis``, ranked, with indicators where detail lacks."""

from __future__ import annotations

import pytest

from ita import analysis, criteria, scoring
from ita.assessment import Given
from ita.criteria import Criteria
from ita.excel.calc import Calc, Estimate
from ita.excel.calc import gains as calc_gains
from ita.excel.calc.gains import ESTIMATED, EXACT, WHOLE, GainBlock, Point
from ita.excel.sources import sources
from support.built import built, values
from support.random_assessments import SHAPES, scored

YEARS = (2563, 2564, 2565, 2566, 2567, 2568)
FIRST_ROW = 100


def block(rules: Criteria, given: Given, estimate: Estimate | None = None) -> GainBlock:
    """Return the planned block of some scores."""
    return calc_gains.plan(Calc(rules, scoring.score(rules, given), sources(rules), estimate), FIRST_ROW)


def questions(planned: GainBlock) -> list[Point]:
    """Return the ranked points that are questions or items."""
    return [point for point in planned.ranked if point.scored]


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", range(2 * len(SHAPES)))
def test_the_questions_gain_what_the_analysis_says(year: int, seed: int) -> None:
    """Each question stands with the points, and as exact or estimated, as ``analysis.gains`` has it."""
    rules = criteria.load(year)
    given = scored(seed, rules).given
    wanted = analysis.gains(rules, scoring.score(rules, given))
    found = questions(block(rules, given))
    pairs = [(point.scored, point.label.split()[0], point.points, point.is_exact) for point in found]
    assert sorted(pairs) == sorted((gain.scored, gain.code, gain.points, gain.is_exact) for gain in wanted)
    assert [point.points for point in found] == pytest.approx([gain.points for gain in wanted], abs=1e-9)


@pytest.mark.parametrize("seed", range(2 * len(SHAPES)))
def test_the_ranks_fall(seed: int) -> None:
    """The first rank has the most points, and among equals the one that stands first in the form."""
    planned = block(rules := criteria.load(2568), scored(seed, rules).given)
    keys = [(-round(p.points, 9), planned.points.index(p)) for p in planned.ranked if p.points is not None]
    assert keys == sorted(keys)


def test_an_indicator_stands_for_questions_that_nobody_scored() -> None:
    """At 80 in a tool of five that weighs 30 % it could add 1.2 points; with a question typed it is silent."""
    rules = criteria.load(2568)
    (found,) = block(rules, Given(indicators={2: 80.0})).ranked
    assert (found.label, found.wording, found.points) == ("ตัวชี้วัดที่ 2", WHOLE, pytest.approx(0.3 * 20 / 5))
    detailed = block(rules, Given(indicators={2: 80.0}, questions={"i4": 70.0})).ranked
    assert [point.label for point in detailed] == ["i4"]


def test_an_indicator_of_a_tool_that_was_not_processed_gains_nothing() -> None:
    """Nobody can say what such a tool would bring."""
    rules = criteria.load(2568)
    assert block(rules, Given(indicators={6: 80.0}, not_processed=("EIT1",))).ranked == []


@pytest.mark.parametrize(
    "given", [Given(indicators={2: 80.0}, total=90.0), Given(indicators={2: 80.0}, tools={"IIT": 9})]
)
def test_an_indicator_below_a_published_figure_is_an_estimate(given: Given) -> None:
    """Published totals and tools need not move as the formula says."""
    rules = criteria.load(2568)
    assert [point.is_exact for point in block(rules, given).ranked] == [False]
    assert block(rules, Given(indicators={2: 80.0})).ranked[0].is_exact


def test_by_borrowed_weights_everything_is_an_estimate() -> None:
    """In a year whose weights are another's no gain is exact."""
    rules = criteria.load(2568)
    estimated = block(rules, Given(questions={"i1": 50.0}), Estimate(2568, None, None)).ranked
    assert [point.is_exact for point in estimated] == [False]


def test_a_tie_keeps_the_order_of_the_form_in_formula_and_value() -> None:
    """Equal questions are told apart by their row, by less than any gain that is shown."""
    rules = criteria.load(2568)
    planned = block(rules, Given(questions={"i4": 50.0, "i5": 50.0}))
    assert [point.label for point in planned.ranked] == ["i4", "i5"]


def test_the_sheet_lists_the_first_ranks() -> None:
    """In the built workbook rank, code, wording, score, points and the mark stand side by side."""
    assessment = scored(0, rules := criteria.load(2568))
    data = values(built(assessment))
    planned = block(rules, assessment.given)
    shown = [
        (data[("วิเคราะห์", row, 1)], data[("วิเคราะห์", row, 5)], data[("วิเคราะห์", row, 6)])
        for (sheet, row, column), value in data.items()
        if sheet == "วิเคราะห์" and column == 6 and value in {EXACT, ESTIMATED}
    ]
    first = planned.ranked[: calc_gains.RANKS]
    assert shown == [(p.label, pytest.approx(p.points), EXACT if p.is_exact else ESTIMATED) for p in first]
