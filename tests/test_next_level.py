"""The cheapest way to the next level."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from figures import assessment_of, full, of
from ita import criteria, rating, scoring
from ita.assessment import Given, QuestionScore
from ita.criteria import Criteria
from ita.next_level import NextLevel, next_level
from strategies import complete_cases

RULES = criteria.load(2568)


def way(rules: Criteria, scored: Given) -> NextLevel | None:
    """Return the way to the next level of an assessment."""
    scores = scoring.score(rules, scored)
    return next_level(rules, scores, rating.level(rules, scores, scored.level))


def carried_out(rules: Criteria, scored: Given, found: NextLevel) -> Given:
    """Return the assessment with every raise of the way carried out."""
    questions: dict[str, QuestionScore] = dict(scored.questions)
    for one in found.raises:
        _, part, code = one.key.split(".")
        score = questions[code]
        if isinstance(score, tuple):
            which = rules.tool_of_code(code).scored_codes.index(part)
            questions[code] = (one.target, score[1]) if which == 0 else (score[0], one.target)
        else:
            questions[code] = one.target
    return Given(questions=questions, not_processed=scored.not_processed)


@settings(deadline=None, max_examples=60)
@given(complete_cases())
def test_the_way_leads_to_the_next_level(case: tuple[Criteria, Given]) -> None:
    """Carrying out every raise reaches the level promised or better; a way that does not says so."""
    rules, scored = case
    found = way(rules, scored)
    assume(found is not None)
    assert found is not None
    after = scoring.score(rules, carried_out(rules, scored, found))
    level = rating.level(rules, after).computed
    assert level is not None
    assert (rules.levels.index(level) <= rules.levels.index(found.level)) is found.is_reachable
    assert all(one.points > 0 for one in found.raises)


@settings(deadline=None, max_examples=40)
@given(complete_cases())
def test_no_raise_can_be_spared(case: tuple[Criteria, Given]) -> None:
    """Leaving out any one raise of a way that reaches the level misses it."""
    rules, scored = case
    found = way(rules, scored)
    assume(found is not None and found.is_reachable)
    assert found is not None
    for spared in found.raises[:4]:
        fewer = replace(found, raises=tuple(one for one in found.raises if one is not spared))
        after = scoring.score(rules, carried_out(rules, scored, fewer))
        level = rating.level(rules, after).computed
        assert level is not None
        assert rules.levels.index(level) > rules.levels.index(found.level)


def test_the_tool_in_the_way_is_named() -> None:
    """คลองนกกระทุง misses ผ่านดีเยี่ยม by its second EIT part alone, whose score is only estimated."""
    rules = criteria.load(2567)
    found = way(rules, assessment_of("khlongnokkrathung_2567").given)
    assert found is not None
    assert (found.level, found.total_gap, found.estimated) == ("ผ่านดีเยี่ยม", 0, ("EIT2",))
    assert found.tool_gaps == {"EIT2": pytest.approx(94.995 - 91.78, abs=1e-3)}
    assert found.is_reachable is None


def test_a_tool_below_its_minimum_is_served_before_the_total() -> None:
    """With a total of 94 and a tool under 85 the way first raises that tool."""
    scores = {**full(RULES, 96.0), **{f"i{n}": 80.0 for n in range(1, 16)}}
    found = way(RULES, Given(questions=scores))
    assert found is not None
    assert found.level == "ผ่านดี"
    assert set(found.tool_gaps) == {"IIT"}
    assert {one.key.split(".")[1] for one in found.raises} == {"IIT"}
    assert sum(one.points for one in found.raises) == pytest.approx((84.995 - 80) * 15)


def test_heavier_questions_are_raised_first() -> None:
    """An item of a small sub-indicator moves the OIT more than one of a large, so it is raised first."""
    scores = {**full(RULES, 100.0), "o5": 50.0, "o12": 50.0, "i1": 100.0}
    found = way(RULES, Given(questions={**scores, **{f"o{n}": 50.0 for n in range(1, 5)}}))
    assert found is not None
    assert found.raises[0].key == "questions.OIT.o12"


def test_what_floating_point_leaves_is_no_raise() -> None:
    """Fifteen questions that are each a hundredth short close the gap together; nothing more is asked."""
    scores = {**full(RULES, 100.0), **{f"i{n}": 84.82 + n / 100 for n in range(1, 16)}}
    found = way(RULES, Given(questions=scores))
    assert found is not None
    assert all(one.points > 1e-6 for one in found.raises)


def test_the_best_level_has_no_next() -> None:
    """Nothing lies above the best level."""
    assert way(RULES, Given(questions=full(RULES, 100.0))) is None


def test_an_open_level_has_no_way() -> None:
    """While the level is open there is no level to start from."""
    assert next_level(RULES, of(2568), rating.level(RULES, of(2568))) is None


def test_letters_ask_only_for_the_total() -> None:
    """In 2563 a level is a matter of the total alone."""
    rules = criteria.load(2563)
    found = way(rules, Given(questions=full(rules, 84.0)))
    assert found is not None
    assert (found.level, dict(found.tool_gaps)) == ("A", {})
    assert found.total_gap == pytest.approx(0.995)
