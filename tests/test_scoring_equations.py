"""The equations of a year, and what builds on which figure."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import msgspec
import pytest

from figures import about, full, of
from ita import criteria, scoring
from ita.assessment import Given
from ita.criteria import USER, Criteria
from ita.rating import Level
from ita.scoring import Equation, Figure, Scores, Term


def sourced(source: str) -> Criteria:
    """Return the criteria of 2568 in which question i1 comes from this source."""
    rules = criteria.load(2568)
    first = msgspec.structs.replace(rules.questions[0], source=source)
    return msgspec.structs.replace(rules, questions=(first, *rules.questions[1:]))


def with_parts_called(first: str, second: str) -> Criteria:
    """Return the criteria of 2568 whose EIT parts have these codes."""
    rules = criteria.load(2568)
    tools = tuple(
        msgspec.structs.replace(
            tool,
            parts=tuple(
                msgspec.structs.replace(part, code=code)
                for part, code in zip(tool.parts, (first, second), strict=bool(tool.parts))
            ),
        )
        for tool in rules.tools
    )
    return msgspec.structs.replace(rules, tools=tools)


@pytest.mark.parametrize(
    "value",
    [
        Term("tools.IIT", "IIT", 0.3),
        Equation("total", (), is_mean=False),
        Figure(),
        Scores({}, frozenset()),
        Level(None, None, (), ()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_cannot_be_changed(value: object) -> None:
    """What was computed can neither be changed nor carry anything more."""
    name = next(iter(type(value).__annotations__))
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize("year", criteria.years())
def test_each_equation_stands_once(year: int) -> None:
    """No equation of a year is given twice."""
    rules = scoring.equations(criteria.load(year))
    assert len(set(rules)) == len(rules)


@pytest.mark.parametrize(("first", "second"), [("EIT1", "EIT2"), ("A", "B"), ("X", "Y")])
def test_parts_may_have_any_code(first: str, second: str) -> None:
    """Whatever the parts are called the total weighs them, 0.15 each, before the combined figure."""
    rules = with_parts_called(first, second)
    tools: dict[str, float | None] = {"IIT": 100.0, "EIT": 10.0, first: 80.0, second: 60.0, "OIT": 50.0}
    assert scoring.score(rules, Given(tools=tools))["total"].computed == about(30 + 12 + 9 + 20)


def test_questions_that_the_user_named_do_not_make_an_indicator() -> None:
    """An indicator of which the user named a question is not computed, for there may be others."""
    named_by_user = "".join(list(USER))
    scores = scoring.score(sourced(named_by_user), Given(questions={"i1": 70, "i2": 80, "i3": 90}))
    assert scores["questions.IIT.i1"].used == 70
    assert scores["indicators.1"].used is None


@pytest.mark.parametrize("source", ["a manual", "the year's report", "zzz"])
def test_questions_of_any_document_make_an_indicator(source: str) -> None:
    """An indicator is computed from its questions whatever document they come from."""
    scores = scoring.score(sourced(source), Given(questions={"i1": 70, "i2": 80, "i3": 90}))
    assert scores["indicators.1"].computed == about(80)


def test_a_typed_part_indicator_is_used() -> None:
    """An EIT indicator typed for one part is that part's figure and counts in the part's score."""
    scores = of(eit_parts={"EIT1": {6: 80, 7: 90, 8: 100}, "EIT2": {6: 60}})
    assert scores["eit_parts.EIT1.7"].published == 90
    assert scores["tools.EIT1"].computed == about(90)
    assert scores["indicators.6"].computed == about(70)
    assert scores["tools.EIT2"].used is None


def test_aggregate_looks_at_the_figure_that_was_asked_for() -> None:
    """With every figure of the year at hand each parent is computed from its own children."""
    rules = criteria.load(2568)
    questions = {code: float(n % 90) for n, code in enumerate(full(rules, 0.0), start=5)}
    complete = Given(questions={c: (v, v + 7) if c.startswith("e") else v for c, v in questions.items()})
    scores = scoring.score(rules, complete)
    values = {key: figure.used for key, figure in scores.figures.items()}
    for rule in scoring.equations(rules):
        assert scoring.aggregate(rules, rule.parent, values) == about(scores.used(rule.parent) or 0)


def test_the_equations_of_a_year_are_made_once() -> None:
    """Asking again gives the very same equations."""
    rules = criteria.load(2568)
    assert scoring.equations(rules) is scoring.equations(rules)


def test_a_weighted_sum_needs_a_value_of_each_child() -> None:
    """A total of fewer or more values than it has tools is a ValueError."""
    total = scoring.equations(criteria.load(2568))[-1]
    for values in ([90.0, 90.0], [90.0, 90.0, 90.0, 90.0]):
        with pytest.raises(ValueError, match="argument"):
            total.value(values)


@pytest.mark.parametrize(
    ("unknown", "middle"), [("IIT", 62.25), ("EIT1", 72.25), ("EIT2", 82.25), ("OIT", 92.25)], ids=str
)
def test_each_tool_follows_from_the_total_by_its_own_weight(unknown: str, middle: float) -> None:
    """With the total and all tools but one published that one is the rest of the total over its own weight."""
    tools: dict[str, float | None] = {"IIT": 62.25, "EIT1": 72.25, "EIT2": 82.25, "OIT": 92.25}
    total = 0.3 * 62.25 + 0.15 * 72.25 + 0.15 * 82.25 + 0.4 * 92.25
    given = Given(total=total, tools={code: None if code == unknown else score for code, score in tools.items()})
    derived = scoring.score(criteria.load(2568), given)[f"tools.{unknown}"].derived
    assert derived is not None
    assert derived.middle == about(middle)


@pytest.mark.parametrize("size", range(1, 21))
def test_the_mean_of_equal_scores_is_that_score(size: int) -> None:
    """The mean of the same score, however often, is that score to the last bit."""
    children = tuple(Term(f"questions.IIT.i{n}", f"i{n}", 1 / size) for n in range(size))
    mean = Equation("indicators.1", children, is_mean=True)
    for score in (33.33, 66.67, 84.99, 99.99, 100.0):
        assert mean.value([score] * size) == score


def test_only_the_total_is_a_weighted_sum() -> None:
    """Every figure but the total is a plain mean."""
    for year in criteria.years():
        assert {rule.parent for rule in scoring.equations(criteria.load(year)) if not rule.is_mean} <= {"total"}
