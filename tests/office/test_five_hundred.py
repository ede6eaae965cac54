"""Five hundred random assessments of all years: native formulas, Python and the functions of cells agree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from unittest.mock import patch

import pytest

from ita.excel import layout
from support import five_hundred, udf_cells
from support.five_hundred import PAGE, SEEDS, YEARS, Case, Compared
from support.workbook_parts import Workbook

ENOUGH = 500


@pytest.fixture(scope="module")
def compared() -> Mapping[int, Compared]:
    """Return what was compared, by year."""
    return five_hundred.compare()


@pytest.fixture(scope="module")
def case() -> Case:
    """Return one workbook whose questions are all typed."""
    return five_hundred.case(2568, 0)


@pytest.mark.parametrize("year", YEARS)
def test_formulas_python_and_functions_agree(year: int, compared: Mapping[int, Compared]) -> None:
    """Every cell is what Python cached, every function answers what the formula beside it gives, levels are equal."""
    one = compared[year]
    assert one.differences == []
    assert one.workbooks == one.levels == len(SEEDS)
    assert one.cells
    assert one.answers


def test_there_are_five_hundred(compared: Mapping[int, Compared]) -> None:
    """No year is left out, and all together are at least five hundred."""
    assert sum(one.workbooks for one in compared.values()) >= ENOUGH
    assert {one.largest <= 1e-9 for one in compared.values()} == {True}


def test_the_page_of_the_docs_tells_these_counts(compared: Mapping[int, Compared]) -> None:
    """Each line of the table is as compared now, but for the largest difference."""
    lines = [re.split(r"\s*\|\s*", line.strip("| ")) for line in PAGE.read_text("utf-8").splitlines()]
    told = [tuple(line[:5]) for line in lines if len(line) == 6 and (line[0].isdecimal() or line[0] == "all")]
    assert told == list(five_hundred.rows(compared))


@pytest.mark.parametrize(
    ("table", "heading", "value"), [("tblTool", layout.COMPUTED, 12.3), ("tblTotal", layout.USED, "")]
)
def test_a_planted_difference_is_seen(table: str, heading: str, value: float | str, case: Case) -> None:
    """A figure that a formula gave otherwise, or did not give, is a difference."""
    book = Workbook(case.data)
    book.set(*book.place(table, heading), value or None)
    compared = Compared()
    five_hundred._compare(case, book.data(), compared)  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 (what is proved)
    assert len(compared.differences) == 1


@pytest.mark.parametrize("answer", [12.3, "", "อื่น"])
def test_a_function_that_answers_otherwise_is_seen(answer: object, case: Case) -> None:
    """Every cell of a function is asked, and a wrong, a missing and a worded answer are all differences."""
    compared = Compared()
    with patch.object(udf_cells, "answer", return_value=answer):
        five_hundred._compare(case, case.data, compared)  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 (the same)
    assert len(compared.differences) == compared.answers + compared.levels
    assert compared.answers > len(case.block.calc.rules) / 2
