"""The contract between builder and readers: every sheet, table and column that the layout names is in the file."""

from __future__ import annotations

import re

import pytest

from ita import criteria
from ita.excel import layout
from ita.excel.layout import Sheet, Table
from ita.excel.sources import eit_table
from support.built import built
from support.random_assessments import filled
from support.workbook_parts import Workbook, tag

FORBIDDEN_IN_SHEET_NAMES = set("[]:*?/\\'")
TABLES = [table for table in vars(layout).values() if isinstance(table, Table)]
SHEETS = [sheet for sheet in vars(layout).values() if isinstance(sheet, Sheet)]


@pytest.fixture(scope="module", params=[2567, 2568])
def book(request: pytest.FixtureRequest) -> Workbook:
    """Return a workbook of each year."""
    return Workbook(built(filled(5, criteria.load(request.param))))


def test_every_sheet_is_listed() -> None:
    """No sheet of the layout is missing from its list, and VBA knows each by one name."""
    assert sorted(SHEETS, key=repr) == sorted(layout.SHEETS, key=repr)
    assert len({sheet.code for sheet in layout.SHEETS}) == len(layout.SHEETS)


def test_sheet_names_are_names_that_excel_takes() -> None:
    """A sheet's name has at most 31 characters and none that Excel refuses."""
    assert [s.name for s in layout.SHEETS if len(s.name) > 31 or FORBIDDEN_IN_SHEET_NAMES & set(s.name)] == []


def test_headings_need_no_escape_in_a_formula() -> None:
    """A heading is unique in its table, and those that formulas name have no character to escape."""
    assert [table.name for table in TABLES if len(set(table.columns)) != len(table.columns)] == []
    assert [h for table in TABLES for h in table.columns if re.search(r"[\[\]#']", h)] == []


def test_every_table_stands_on_its_sheet_with_its_columns(book: Workbook) -> None:
    """Each table of the layout is in the workbook under its name, on its sheet, with its headings in order."""
    year = int(criteria_year(book))
    wanted = [t for t in TABLES if t.name != "tblEIT" or t is eit_table(criteria.load(year))]
    found = {name: (sheet, tuple(book.headings(name))) for name, (sheet, _) in book.table_parts.items()}
    assert found == {table.name: (table.sheet.name, table.columns) for table in wanted}


def criteria_year(book: Workbook) -> str:
    """Return what the workbook says of its year."""
    sheet, address = book.place("tblMeta", layout.META_TABLE.columns[1], 2)
    return book.cell(sheet, address).find(tag("v")).text


def test_a_table_refers_to_its_own_columns_only() -> None:
    """A reference to a column that a table lacks is a mistake of ours, found when the workbook is built."""
    table = Table("tblX", layout.HOME, ("ก", "ข"))
    assert table.column("ก") == "tblX[ก]"
    assert table.here("ข") == "tblX[[#This Row],[ข]]"
    for refer in (table.column, table.here):
        with pytest.raises(KeyError):
            refer("ค")
