"""Findings written into the open workbook's sheet ตรวจสอบ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita.errors import WorkbookError
from ita.excel import layout
from ita.excel.live.findings import checked_text, write_findings
from ita.findings import Finding, finding
from support.built import TEMPLATE
from support.headless import HeadlessExcel
from support.live_book import LiveBook

WHEN = dt.datetime(2025, 10, 9, 14, 5, tzinfo=dt.UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[LiveBook]:
    """Return the empty workbook, open."""
    with HeadlessExcel(TEMPLATE) as excel:
        yield LiveBook(excel, tmp_path)


def rows(book: LiveBook) -> list[tuple[object, ...]]:
    """Return the rows of the findings that hold anything."""
    table = book.api.Worksheets(layout.CHECKS.name).ListObjects(layout.FINDING_TABLE.name)
    return [row for row in table.DataBodyRange.Value2 if any(value not in (None, "") for value in row)]


def warning(number: int) -> Finding:
    """Return a finding that is a warning, or else an error, about a cell of the IIT."""
    return finding("cell.text", f"IIT!D{number}", value="x")


def test_each_finding_has_a_row_with_a_link_to_its_cell(book: LiveBook) -> None:
    """Number, severity, a link that Excel follows, what and how: one row a finding."""
    found = warning(7)
    write_findings(book, [found], WHEN)
    severity = layout.SEVERITY_WORDS[found.severity]
    assert rows(book) == [(1.0, severity, "IIT!D7", found.what(), found.fix())]
    table = book.api.Worksheets(layout.CHECKS.name).ListObjects(layout.FINDING_TABLE.name)
    assert table.DataBodyRange.Cells(1, 3).Formula == layout.link_to("IIT!D7")


def test_the_time_of_the_check_is_told(book: LiveBook) -> None:
    """The sheet says when it was checked, in words."""
    write_findings(book, [], WHEN)
    sheet = book.api.Worksheets(layout.CHECKS.name)
    assert sheet.Range(layout.CHECKED_NAME).Value2 == checked_text(WHEN) == "ตรวจเมื่อ 9 ตุลาคม 2568 เวลา 14.05 น."


def test_the_last_check_leaves_nothing(book: LiveBook) -> None:
    """Fewer findings than last time: the others are gone."""
    write_findings(book, [warning(number) for number in range(5, 12)], WHEN)
    write_findings(book, [warning(5)], WHEN)
    assert len(rows(book)) == 1
    write_findings(book, [], WHEN)
    assert rows(book) == []


def test_more_findings_than_rows_are_counted(book: LiveBook) -> None:
    """The last row says how many had no room; the sheet is protected as before."""
    write_findings(book, [warning(number) for number in range(layout.FINDING_ROWS + 3)], WHEN)
    found = rows(book)
    assert len(found) == layout.FINDING_ROWS
    assert found[-2][0] == float(layout.FINDING_ROWS - 1)
    assert found[-1][3] == "ยังมีอีก 4 รายการ"
    assert book.api.Worksheets(layout.CHECKS.name).ProtectContents is True


def test_a_place_that_is_no_cell_and_a_text_like_a_formula_stay_text(book: LiveBook) -> None:
    """Nothing that a finding quotes becomes a formula, and a place that is no cell has no link."""
    write_findings(book, [finding("cell.text", "=1+1", value="=CMD()")], WHEN)
    assert rows(book)[0][2] == "=1+1"
    table = book.api.Worksheets(layout.CHECKS.name).ListObjects(layout.FINDING_TABLE.name)
    assert not any(table.DataBodyRange.Cells(1, column).HasFormula for column in range(1, 6))


def test_a_workbook_without_the_sheet_is_a_thai_error(book: LiveBook) -> None:
    """An older workbook has nowhere to write to."""
    book.api.Worksheets(layout.CHECKS.name).Name = "เก่า"
    with pytest.raises(WorkbookError) as caught:
        write_findings(book, [], WHEN)
    assert caught.value.code == "workbook.sheet_missing"
