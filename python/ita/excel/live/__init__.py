"""A workbook that is open in Excel: read as it is on the screen, and written through Excel alone.

Nothing else ever saves a clerk's workbook. Only blank cells are filled: what the clerk typed stays, and whoever asked
is told of it. ``read`` takes a copy that Excel writes (SaveCopyAs) and reads it as a closed file: unsaved changes are
in it, one reader serves both, and a file on OneDrive, which has no path, is no different. Reading thousands of cells
one by one through COM would be slower and would need a second reader.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import xlwings as xw

from ita.assessment import Previous
from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.live.tables import CellValue, LiveTable, is_blank, quiet, unprotected, worksheet
from ita.excel.open_book import OpenBook
from ita.excel.reading.tables import Reading
from ita.excel.sources import eit_table, score_columns


@dataclass(frozen=True, slots=True)
class Written:
    """The entries that were written, those whose cell already held another value, and those without a row."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One value for a cell: ``row`` is what the table's first column holds, ``name`` what the user knows it by."""

    name: str
    table: Table
    row: str
    heading: str
    value: CellValue


def read(book: OpenBook) -> Reading:
    """Return what is entered in an open workbook, saved or not; ItaError when it cannot be read."""
    from ita.excel.reading import closed  # noqa: PLC0415 (what writes does not need the reader)

    with snapshot(book) as copy:
        return closed.read(copy)


@contextmanager
def snapshot(book: OpenBook) -> Generator[Path]:
    """Yield a temporary copy of an open workbook as it is on the screen; the workbook itself is not saved."""
    with tempfile.TemporaryDirectory(prefix="ita-") as folder:
        copy = Path(folder, book.name)
        book.api.SaveCopyAs(str(copy))
        yield copy


def write_scores(book: OpenBook, criteria: Criteria, scored: str, scores: Mapping[str, float]) -> Written:
    """Write scores (points, 0-100, by code) of a tool or part into the open workbook's blank cells.

    ``scored`` is a code such as ``IIT`` or ``EIT1``. WorkbookError when the sheet, the table or a column is gone,
    or the sheet has a password.
    """
    table, heading = score_columns(criteria)[scored]
    return fill(book, [Entry(code, table, code, heading, score) for code, score in scores.items()])


def write_previous(book: OpenBook, criteria: Criteria, previous: Previous) -> Written:
    """Write last year's figures (points, 0-100) into the open workbook's blank cells of the year before.

    ``previous`` is by this year's codes. WorkbookError as ``write_scores``.
    """
    return fill(book, list(_previous_entries(criteria, previous)))


def fill(book: OpenBook, entries: Sequence[Entry]) -> Written:
    """Write each entry whose cell is blank; nothing is written before every table and column was found."""
    tables = {entry.table: LiveTable(book, entry.table) for entry in entries}
    contents = {table: live.rows() for table, live in tables.items()}
    found = [(entry, _plan(tables[entry.table], contents[entry.table], entry)) for entry in entries]
    blank = [(entry, row) for entry, (row, before) in found if row is not None and is_blank(before)]
    with quiet(book):
        for sheet in {entry.table.sheet: None for entry, _ in blank}:
            with unprotected(worksheet(book, sheet)):
                for entry, row in blank:
                    if entry.table.sheet == sheet:
                        tables[entry.table].put(row, entry.heading, entry.value)
    return Written(
        tuple(entry.name for entry, _ in blank),
        tuple(
            entry.name
            for entry, (row, before) in found
            if row is not None and not is_blank(before) and before != entry.value
        ),
        tuple(entry.name for entry, (row, _) in found if row is None),
    )


def setting(book: OpenBook, key: str) -> str:
    """Return a setting that the workbook keeps (``layout.META_DIGITS``); empty text where it has none such."""
    name, value = layout.META_TABLE.columns
    table = LiveTable(book, layout.META_TABLE)
    known = zip(table.column(name), table.column(value), strict=True)
    return next((str(found) for key_there, found in known if key_there == key and not is_blank(found)), "")


def column_under_cursor(book: OpenBook, table: Table) -> str | None:
    """Return the heading of the table's column that the chosen cell is in; None where it is outside the table."""
    live, cell = LiveTable(book, table), book.api.Application.ActiveCell
    if cell is None or cell.Worksheet.Name != table.sheet.name:
        return None
    place = int(cell.Column) - live.left
    return live.headings[place] if 0 <= place < len(live.headings) else None


def folder_of(book: OpenBook) -> Path:
    """Return the folder on this PC that the workbook is in, else the user's documents folder."""
    try:
        path = Path(book.fullname)
    except xw.XlwingsError:
        return _documents()
    return path.parent if path.is_absolute() and path.parent.is_dir() else _documents()


def _documents() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _plan(table: LiveTable, rows: Sequence[Sequence[object]], entry: Entry) -> tuple[int | None, object]:
    """Return the row of an entry and what its cell holds; of two rows with one code the formulas read the first."""
    key, column = table.place(entry.table.columns[0]), table.place(entry.heading)
    row = next((number for number, cells in enumerate(rows) if _key(cells[key]) == entry.row), None)
    return row, None if row is None else rows[row][column]


def _key(value: object) -> str:
    """Return a code as text: Excel makes a number of a code such as 1."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()


def _previous_entries(criteria: Criteria, previous: Previous) -> Iterator[Entry]:
    def entry(name: str, table: Table, row: str, value: CellValue, heading: str = layout.LAST_YEAR) -> Iterator[Entry]:
        if value is not None and value != "":
            yield Entry(name, table, row, heading, value)

    year, (_, content) = layout.PREVIOUS_YEAR_LABEL, layout.AGENCY_TABLE.columns
    yield from entry(year, layout.AGENCY_TABLE, year, previous.fiscal_year, content)
    yield from entry("คะแนนรวม", layout.TOTAL_TABLE, layout.TOTAL_CODE, previous.total)
    yield from entry("ระดับ", layout.TOTAL_TABLE, layout.LEVEL_CODE, previous.level)
    for code, score in previous.tools.items():
        yield from entry(code, layout.TOOL_TABLE, code, score)
    for number, score in previous.indicators.items():
        yield from entry(f"ตัวชี้วัดที่ {number}", layout.INDICATOR_TABLE, str(number), score)
    tables = {"IIT": layout.IIT_TABLE, "EIT": eit_table(criteria), "OIT": layout.OIT_TABLE}
    for code, score in previous.questions.items():
        yield from entry(code, tables[criteria.tool_of_code(code).code], code, score)
