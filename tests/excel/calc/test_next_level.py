"""The way to the next level: its conditions, what each lacks as displayed, and one sentence of it."""

from __future__ import annotations

import pytest

from ita import criteria, rating, scoring
from ita.assessment import Assessment, Given
from ita.excel import build
from ita.excel.calc import next_level as calc_next
from ita.excel.calc.next_level import HIGHEST, NO_LEVEL, REACHED, UNKNOWN_RULES, NextBlock
from ita.next_level import next_level
from ita.rules import estimating
from support.random_assessments import SHAPES, level_at, scored


def way(given: Given, year: int = 2568) -> NextBlock:
    """Return the planned block of some scores of a year."""
    assessment = Assessment(agency=scored(0, criteria.load(2568)).agency, fiscal_year=year, given=given)
    level = build.plan_levels(criteria.load(year), assessment, estimating(assessment))
    return calc_next.plan(level, 100)


@pytest.mark.parametrize("year", [2563, 2566, 2567, 2568])
@pytest.mark.parametrize("seed", range(3 * len(SHAPES)))
def test_the_gaps_are_those_of_the_next_level(year: int, seed: int) -> None:
    """What the total and each tool lack is what ``ita.next_level`` says, within the rounding of the display."""
    rules = criteria.load(year)
    given = scored(seed, rules).given
    scores = scoring.score(rules, given)
    wanted = next_level(rules, scores, rating.level(rules, scores, given.level))
    found = way(given, year)
    if wanted is None:
        return
    gaps = {one.label: one.missing for one in found.conditions if one.missing}
    known = {code: gap for code, gap in wanted.tool_gaps.items() if code not in wanted.estimated}
    total = {"คะแนนรวม": wanted.total_gap} if wanted.total_gap else {}
    assert found.level == wanted.level
    assert gaps == pytest.approx(known | total, abs=0.0101)


def test_the_sentence_names_what_is_missing() -> None:
    """The level, then each gap, then the tools that nobody knows."""
    given = Given(tools={"IIT": 90.0, "EIT": 90.0, "OIT": 80.0}, total=86.0, level="ผ่าน")
    assert way(given).sentence == "ถึงระดับ ผ่านดี  OIT ขาด 5.00 · ยังไม่ทราบ EIT1 EIT2"


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (Given(), NO_LEVEL),
        (level_at(dict.fromkeys(("IIT", "EIT", "OIT"), 99.0), criteria.load(2568)), HIGHEST),
        (Given(tools=dict.fromkeys(("IIT", "EIT1", "EIT2", "OIT"), 90.0), level="ผ่าน"), REACHED),
    ],
)
def test_without_a_gap_the_sentence_says_why(given: Given, sentence: str) -> None:
    """Where no level is known, the best is reached, or the scores reach more than was published, it says so."""
    assert way(given).sentence == sentence


def test_a_year_of_unknown_levels_has_no_way() -> None:
    """By borrowed rules nothing is said of a next level."""
    found = way(Given(total=80.0), 2569)
    assert (found.rows, found.line.value) == ([], UNKNOWN_RULES)
