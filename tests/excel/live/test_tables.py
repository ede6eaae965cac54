"""Tables of the open workbook: what is handed to Excel is what stands in the cell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita.excel import layout
from ita.excel.live.tables import CellValue, LiveTable, grid, is_blank, typed
from support.built import TEMPLATE
from support.headless import HeadlessExcel
from support.live_book import LiveBook


@pytest.fixture
def table(tmp_path: Path) -> Iterator[LiveTable]:
    """Return the IIT's table of the empty workbook, open."""
    with HeadlessExcel(TEMPLATE) as excel:
        book = LiveBook(excel, tmp_path)
        book.api.Worksheets("IIT").Unprotect("")
        yield LiveTable(book, layout.IIT_TABLE)


@pytest.mark.parametrize("text", ["=1+1", "1-2", "007", "TRUE", "+66", "@a", "'ก", "ตุลาคม 2568"])
def test_a_text_stays_the_text_it_is(table: LiveTable, text: str) -> None:
    """Nothing that looks like a formula, a date or a number is taken for one."""
    assert typed(text) == f"'{text}"
    table.put(0, layout.NOTE, text)
    assert table.column(layout.NOTE)[0] == text
    assert table.sheet.ListObjects(layout.IIT_TABLE.name).DataBodyRange.Cells(1, 7).HasFormula is False


@pytest.mark.parametrize(("value", "handed"), [(None, ""), ("", ""), (0.0, 0.0), (98.62, 98.62)])
def test_numbers_and_blanks_go_as_they_are(value: CellValue, handed: CellValue) -> None:
    """A score is a number, zero included, and nothing makes a blank cell."""
    assert typed(value) == handed


def test_a_single_cell_is_a_table_too() -> None:
    """For one cell Excel answers the bare value, for several a tuple of rows."""
    assert grid(5.0) == [[5.0]]
    assert grid(((1.0, None), ("ก", 2.0))) == [[1.0, None], ["ก", 2.0]]


@pytest.mark.parametrize(("value", "blank"), [(None, True), ("", True), (" \n", True), (0.0, False), ("0", False)])
def test_blank_is_what_holds_nothing(value: object, *, blank: bool) -> None:
    """White space is nothing; a zero is something."""
    assert is_blank(value) is blank


def test_rows_are_added_at_the_end(tmp_path: Path) -> None:
    """Growing keeps what is there; a table that is long enough stays."""
    with HeadlessExcel(TEMPLATE) as excel:
        table = LiveTable(LiveBook(excel, tmp_path), layout.MEASURE_TABLE)
        height = table.height
        table.put(height - 1, layout.STATUS, layout.ACCEPTED)
        table.grow(height + 2)
        assert table.column(layout.STATUS)[height - 1 :] == [layout.ACCEPTED, None, None]
        table.grow(3)
        assert table.height == height + 2
