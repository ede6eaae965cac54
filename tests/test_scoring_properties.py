"""What holds for the figures of any assessment."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from figures import EXACT, about
from ita import scoring
from ita.assessment import Given
from ita.criteria import Criteria
from ita.scoring import TOTAL
from strategies import Case, complete_cases, points, publish, published_cases

PROPERTY = settings(deadline=None, max_examples=60)


def share_of(rules: Criteria, scored: str, code: str) -> float:
    """Return by how much the total rises when a question of a tool or part rises by one point."""
    weights = {c.code: c.weight or 0 for tool in rules.tools for c in (tool.parts or (tool,))}
    question = next((q for q in rules.questions if q.code == code), None)
    if question:
        siblings, number = len(rules.questions_of(question.indicator)), question.indicator
    else:
        item = next(i for i in rules.items if i.code == code)
        sub = next(s for s in rules.sub_indicators if s.code == item.sub_indicator)
        siblings, number = len(rules.items_of(sub.code)) * len(rules.sub_indicators_of(sub.indicator)), sub.indicator
    return weights[scored] / len(rules.indicators_of(rules.tool_of(number).code)) / siblings


@PROPERTY
@given(case=complete_cases())
def test_scores_stay_between_0_and_100(case: tuple[Criteria, Given]) -> None:
    """Every figure of a complete assessment is computed and lies within 0-100."""
    rules, complete = case
    scores = scoring.score(rules, complete)
    assert all(0 <= figure.used <= 100 for figure in scores.figures.values() if figure.used is not None)
    assert scores[TOTAL].used is not None


@PROPERTY
@given(case=complete_cases(), data=st.data())
def test_raising_a_question_lowers_nothing_and_moves_the_total_by_its_share(
    case: tuple[Criteria, Given], data: st.DataObject
) -> None:
    """A better answer never costs anything, and the total rises by the question's share of the weight."""
    rules, complete = case
    code = data.draw(st.sampled_from(sorted(complete.questions)))
    old, best = complete.questions[code], data.draw(points())
    in_parts = isinstance(old, tuple)
    scored = "EIT1" if in_parts else {"i": "IIT", "e": "EIT", "o": "OIT"}[code[0]]
    first = old[0] if isinstance(old, tuple) else old
    assert first is not None
    new = max(first, best)
    better = {**complete.questions, code: (new, old[1]) if isinstance(old, tuple) else new}
    before = scoring.score(rules, complete)
    after = scoring.score(rules, msgspec.structs.replace(complete, questions=better))
    for key, figure in before.figures.items():
        raised = after.used(key)
        assert (figure.used is None) == (raised is None)
        assert figure.used is None or raised is None or raised >= figure.used
    total_before, total_after = before.used(TOTAL), after.used(TOTAL)
    assert total_before is not None
    assert total_after is not None
    counts = 0 if scored in complete.not_processed else share_of(rules, scored, code)
    assert total_after - total_before == about(counts * (new - first))


@PROPERTY
@given(case=complete_cases(), data=st.data())
def test_the_order_of_questions_does_not_matter(case: tuple[Criteria, Given], data: st.DataObject) -> None:
    """The same scores in another order, typed or in the criteria, give the same figures."""
    rules, complete = case
    shuffled = dict(data.draw(st.permutations(sorted(complete.questions.items()))))
    turned = msgspec.structs.replace(rules, questions=rules.questions[::-1], items=rules.items[::-1])
    expected = scoring.score(rules, complete)
    assert scoring.score(turned, msgspec.structs.replace(complete, questions=shuffled)).figures == expected.figures


@PROPERTY
@given(case=complete_cases())
def test_aggregate_agrees_with_score(case: tuple[Criteria, Given]) -> None:
    """Computed one at a time from its children's codes, every figure is what the whole computation gives."""
    rules, complete = case
    scores = scoring.score(rules, msgspec.structs.replace(complete, not_processed=()))
    for rule in scoring.equations(rules):
        children = {term.code: scores.used(term.key) for term in rule.terms}
        assert scoring.aggregate(rules, rule.parent, children) == about(scores[rule.parent].computed or 0)


@settings(deadline=None, max_examples=150)
@given(case=published_cases())
def test_derived_intervals_hold_the_truth(case: Case) -> None:
    """Whatever rounded figures are published, what follows for the others contains their true values."""
    truth = case.truth
    for key, interval in case.known.derived.items():
        true = truth.used(key)
        assert true is not None
        assert interval.low - EXACT <= true <= interval.high + EXACT


@settings(deadline=None, max_examples=100)
@given(case=published_cases())
def test_bounds_of_known_figures_hold_the_truth(case: Case) -> None:
    """What a known figure stands for, by the decimals that were published, contains its true value."""
    truth = case.truth
    for key, figure in case.known.figures.items():
        true = truth.used(key)
        assert true is not None
        if figure.bounds is not None:
            assert figure.bounds.low - EXACT <= true <= figure.bounds.high + EXACT


@PROPERTY
@given(case=published_cases(), data=st.data())
def test_one_hidden_tool_follows_from_the_total(case: Case, data: st.DataObject) -> None:
    """With the total and every other tool published, the hidden one is derived and contains the truth."""
    scored = [code for tool in case.rules.tools for code in tool.scored_codes]
    hidden = data.draw(st.sampled_from(scored))
    codes = set(scored) - {hidden}
    keys = {TOTAL, *(scoring.tool_key(code) for code in codes)}
    scores = scoring.score(case.rules, publish(case.rules, case.complete, keys))
    true, interval = case.truth.used(f"tools.{hidden}"), scores.derived[f"tools.{hidden}"]
    assert true is not None
    assert interval.low - EXACT <= true <= interval.high + EXACT
