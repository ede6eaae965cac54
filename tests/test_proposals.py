"""Measures proposed for what is weak."""

from __future__ import annotations

import msgspec

from ita import analysis
from ita.assessment import Agency, Assessment, Given, Measure
from ita.criteria import issues_of, load
from ita.proposals import MOST, propose
from ita.scoring import score
from support.random_assessments import filled

RULES = load(2568)
FULL = filled(4, RULES)


def test_questions_with_most_to_gain_come_first() -> None:
    """Each measure is for the question that could add most of those that have no measure yet."""
    proposed = propose(RULES, msgspec.structs.replace(FULL, measures=()))
    gains: dict[str, float] = {}
    for gain in analysis.gains(RULES, score(RULES, FULL.given)):
        gains[gain.code] = gains.get(gain.code, 0.0) + gain.points
    codes = [measure.questions for measure in proposed]
    assert len(codes) == MOST
    assert [gains[code] for (code,) in codes] == sorted(gains.values(), reverse=True)[:MOST]
    assert all(measure.steps and measure.measure for measure in proposed)


def test_a_question_that_has_a_measure_is_left_out() -> None:
    """What the agency plans already is not proposed again."""
    bare = msgspec.structs.replace(FULL, measures=())
    first = propose(RULES, bare)[0].questions
    again = propose(RULES, msgspec.structs.replace(bare, measures=(Measure(questions=first, measure="ทำแล้ว"),)))
    assert first not in [measure.questions for measure in again]


def test_a_measure_says_which_issue_it_is_of() -> None:
    """The issue that asks about the question is named; a question that no issue asks about has none."""
    issues = {code: issue.number for issue in issues_of(2568) for code in issue.codes}
    proposed = propose(RULES, msgspec.structs.replace(FULL, measures=()), most=99)
    assert {m.issue for m in proposed} - {None}
    assert all(m.issue == issues.get(m.questions[0]) for m in proposed)


def test_without_questions_the_weakest_indicators_get_measures() -> None:
    """Where only indicators are published, those below full score are answered, the weakest first."""
    given = Given(indicators={1: 99.0, 4: 80.5, 6: 100.0, 9: 60.0})
    proposed = propose(RULES, Assessment(agency=Agency(), fiscal_year=2568, given=given))
    assert [measure.indicator for measure in proposed] == [9, 4, 1]
    planned = (Measure(indicator=9, measure="ทำแล้ว"),)
    again = propose(RULES, Assessment(agency=Agency(), fiscal_year=2568, given=given, measures=planned))
    assert [measure.indicator for measure in again] == [4, 1]


def test_nothing_is_proposed_where_nothing_is_known() -> None:
    """An empty workbook has no weakness to answer."""
    assert propose(RULES, Assessment(agency=Agency(), fiscal_year=2568)) == ()
