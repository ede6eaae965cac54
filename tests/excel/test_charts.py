"""The rows that the charts read: what is unknown says so, and a radar needs enough figures."""

from __future__ import annotations

import pytest

from ita import criteria, scoring
from ita.assessment import Given, Previous
from ita.excel import charts
from ita.excel.calc import Calc
from ita.excel.charts import ChartBlock
from ita.excel.grid import Content, Formula
from ita.excel.sources import sources

RULES = criteria.load(2568)


def planned(given: Given, previous: Previous | None = None) -> ChartBlock:
    """Return the rows of some scores."""
    figures = Calc(RULES, scoring.score(RULES, given), sources(RULES))
    return charts.plan(figures, previous or Previous(), 50)


def value(content: Content) -> object:
    """Return what a cell shows."""
    return content.value if isinstance(content, Formula) else content


def test_a_tool_without_a_score_says_so_under_its_bar() -> None:
    """The label of an unknown tool has a second line; a known one stands alone."""
    rows = planned(Given(tools={"IIT": 90.0})).rows[:5]
    assert [value(row[0]) for row in rows][:2] == ["IIT", "EIT\nไม่มีข้อมูล"]
    assert [value(row[1]) for row in rows] == [90.0, None, None, None, None]


def test_a_score_of_zero_keeps_its_label() -> None:
    """A zero is drawn as the smallest bar, so that the number format does not blank it, and is named below it."""
    label, shown, *_ = planned(Given(tools={"IIT": 0.0})).rows[0]
    assert value(shown) == pytest.approx(0.001)
    assert value(label) == "IIT\n0.00"


@pytest.mark.parametrize(("count", "drawn"), [(4, False), (5, True)])
def test_the_radar_needs_five_indicators(count: int, drawn: bool) -> None:  # noqa: FBT001 (a column of the table)
    """With fewer nothing is drawn, this year or last, and the title says how many it takes."""
    given = Given(indicators=dict.fromkeys(range(1, count + 1), 90.0))
    rows = planned(given, Previous(indicators={1: 80.0})).rows
    assert [value(rows[5][column]) for column in (2, 3)] == ([90.0, 80.0] if drawn else ["#N/A", "#N/A"])
    assert ("5" in str(value(rows[-1][0]))) != drawn
