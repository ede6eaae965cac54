"""Periods in words, and the measure that an advice proposes."""

from __future__ import annotations

import pytest

from ita import advice
from ita.advice import Period
from ita.assessment import Step


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ((10, 9), "ตุลาคม 2568 ถึง กันยายน 2569"),
        ((10, 12), "ตุลาคม 2568 ถึง ธันวาคม 2568"),
        ((1, 3), "มกราคม 2569 ถึง มีนาคม 2569"),
        ((12, 1), "ธันวาคม 2568 ถึง มกราคม 2569"),
        ((9, 9), "กันยายน 2569"),
    ],
)
def test_period_in_words(months: tuple[int, int], expected: str) -> None:
    """October to December belong to the calendar year before the fiscal year, the other months to the year itself."""
    assert expected == advice.period_text(2569, Period(*months))


def test_proposed_measure_of_a_question() -> None:
    """A question's measure carries the place, the texts and every step with its period and its owners."""
    given = advice.load(2568)["i10"]
    measure = advice.proposed_measure(given, 2569)
    assert (given.measure, "IIT", 4, ("i10",)) == (
        measure.measure,
        measure.tool,
        measure.indicator,
        measure.questions,
    )
    assert (given.suggestion, given.weakness) == (measure.analysis, measure.weaknesses)
    when = "ตุลาคม 2568 ถึง กันยายน 2569"
    assert measure.steps == (
        Step(text=given.steps[0], period=when, responsible=given.owner, follow_up=given.follow_up),
        *(Step(text=text, period=when, responsible=given.owner) for text in given.steps[1:]),
    )


def test_proposed_measure_of_an_indicator() -> None:
    """An indicator's measure names the indicator and no question."""
    measure = advice.proposed_measure(advice.for_indicator(8), 2570)
    assert (measure.tool, measure.indicator, measure.questions) == ("EIT", 8, ())
    assert measure.steps[0].period == "ตุลาคม 2569 ถึง กันยายน 2570"


@pytest.mark.parametrize("year", advice.years())
def test_every_proposed_measure_is_complete(year: int) -> None:
    """No proposed measure lacks steps, a period, an owner or a follow-up."""
    for given in advice.load(year).values():
        measure = advice.proposed_measure(given, year + 1)
        assert measure.steps
        assert measure.steps[0].follow_up
        assert all(step.text and step.period and step.responsible for step in measure.steps)
