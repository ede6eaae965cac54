"""What the scores say: gaps, strongest and weakest, points to gain, change from last year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings

from figures import assessment_of, example, full, of
from ita import analysis, criteria, scoring
from ita.assessment import Given, Previous
from ita.criteria import Criteria
from ita.scoring import Scores
from strategies import complete_cases

KHLONG = criteria.load(2567)


def raised(scored: Given, key: str, rules: Criteria) -> Given:
    """Return an assessment in which one question has the full score."""
    _, part, code = key.split(".")
    score = scored.questions[code]
    if isinstance(score, tuple):
        which = rules.tool_of_code(code).scored_codes.index(part)
        score = (100.0, score[1]) if which == 0 else (score[0], 100.0)
    else:
        score = 100.0
    return Given(questions={**scored.questions, code: score}, not_processed=scored.not_processed)


@settings(deadline=None, max_examples=40)
@given(complete_cases())
def test_a_full_score_moves_the_total_by_its_gain(case: tuple[Criteria, Given]) -> None:
    """Raising any question to full marks moves the total by exactly what was promised."""
    rules, scored = case
    before = scoring.score(rules, scored)
    gains = analysis.gains(rules, before)
    for gain in gains[:3] + gains[-3:]:
        after = scoring.score(rules, raised(scored, gain.key, rules))
        moved = (after.used("total") or 0) - (before.used("total") or 0)
        assert moved == pytest.approx(gain.points, abs=1e-9)
        assert gain.is_exact


def test_gains_are_ranked() -> None:
    """The question that would add most comes first: i10 of คลองนกกระทุง, with 0.19 points."""
    first, *others = analysis.gains(KHLONG, example("khlongnokkrathung_2567"))
    assert first.key == "questions.IIT.i10"
    assert first.points == pytest.approx(0.3 / 5 / 3 * (100 - 90.34))
    assert all(first.points >= other.points for other in others)


def test_a_gain_below_a_published_figure_is_an_estimate() -> None:
    """Where a figure between the question and the total is published, the gain is not exact."""
    assert not any(gain.is_exact for gain in analysis.gains(KHLONG, example("khlongnokkrathung_2567")))


def test_nothing_is_gained_in_an_unprocessed_tool() -> None:
    """A tool that was not processed counts 0 whatever its questions say."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(questions=full(rules, 50), not_processed=("IIT",)))
    assert {gain.scored for gain in analysis.gains(rules, scores)} == {"EIT1", "EIT2", "OIT"}


def test_shares_of_all_questions_make_the_whole() -> None:
    """The influences of all questions on the total add up to one, in every complete year."""
    for year in (2563, 2564, 2567, 2568):
        shares = [share for share, _ in analysis.influences(criteria.load(year)).values()]
        assert sum(shares) == pytest.approx(1, abs=1e-12)


def keys(found: analysis.Extremes) -> tuple[list[str], list[str]]:
    """Return the codes of the highest and the lowest."""
    return [analysis.code_of(k) for k in found.highest], [analysis.code_of(k) for k in found.lowest]


def test_weakest_of_each_tool() -> None:
    """คลองนกกระทุง is weakest in i10 and e3; its OIT is equal throughout and has no weakest item."""
    found = analysis.by_tool(KHLONG, example("khlongnokkrathung_2567"))
    assert keys(found["IIT"])[1] == ["i10"]
    assert keys(found["EIT"])[1] == ["e3"]
    assert found["OIT"].lowest == ()


def test_weakest_of_each_issue() -> None:
    """Issue 2 is weakest in e3, not e9; issue 5 is equal throughout and has no weakest question."""
    found = analysis.by_issue(KHLONG, example("khlongnokkrathung_2567"))
    assert keys(found[2])[1] == ["e3"]
    assert found[5].lowest == ()


def test_ties_are_all_named() -> None:
    """Questions with the same displayed score are weakest together."""
    found = analysis.by_indicator(KHLONG, example("khlongnokkrathung_2567"))
    assert keys(found[1]) == (["i3"], ["i1", "i2"])


def test_nothing_known_has_no_extremes() -> None:
    """A group without a known figure has neither strongest nor weakest."""
    assert analysis.extremes(of(2568), ["indicators.1"]) == analysis.Extremes((), ())


def gap_of(scores: Scores, key: str) -> analysis.Gap:
    """Return the gap of one figure."""
    return next(gap for gap in analysis.gaps(criteria.load(2568), scores) if gap.key == key)


@pytest.mark.parametrize(
    ("score", "to_pass", "to_excellent"),
    [(83.75, "1.25", "11.25"), (85.0, "0", "10.00"), (84.995, "0", "10.00"), (96.0, "0", "0")],
)
def test_gap_to_the_marks(score: float, to_pass: str, to_excellent: str) -> None:
    """A gap is what a figure lacks to a mark, as displayed; 84.995 is displayed as 85.00 and lacks nothing."""
    gap = gap_of(of(2568, indicators={9: score}), "indicators.9")
    assert (gap.to_pass, gap.to_excellent) == (Decimal(to_pass), Decimal(to_excellent))


def test_change_from_last_year() -> None:
    """หนองพลับ lost 2.59 points of its total; figures of one year only are left out."""
    assessment = assessment_of("nongphlap_2568")
    rules = criteria.load(2568)
    found = analysis.differences(rules, scoring.score(rules, assessment.given), assessment.previous)
    assert [(one.key, one.change) for one in found] == [("total", Decimal("-2.59"))]


def test_change_of_a_question_in_parts() -> None:
    """Last year's single figure of an EIT question stands beside the mean of this year's parts."""
    rules = criteria.load(2568)
    scores = of(2568, questions={"e1": [90.0, 94.0], "e2": [90.0, None], "i1": 80.0})
    previous = Previous(fiscal_year=2567, questions={"e1": 91.0, "e2": 90.0, "i1": 85.0})
    found = {one.key: one.change for one in analysis.differences(rules, scores, previous)}
    assert found == {"questions.EIT1.e1": Decimal("1.00"), "questions.IIT.i1": Decimal("-5.00")}
