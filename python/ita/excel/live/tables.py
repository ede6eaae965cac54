"""The tables of a workbook that is open in Excel: finding them, and changing cells without getting in Excel's way.

Everything goes through Excel's own object model, which xlwings hands out as ``Book.api``: protection, links and
table sizes have no other interface there. Only forms that work with early and late binding alike are used.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from ita.errors import WorkbookError
from ita.excel.grid import text_height
from ita.excel.layout import Sheet, Table
from ita.excel.open_book import OpenBook
from ita.excel.theme import ROW_HEIGHT

CellValue = str | float | None

_MANUAL = -4135
_MOST_POINTS = 409.0
_QUIET: Mapping[str, object] = {"ScreenUpdating": False, "EnableEvents": False, "Calculation": _MANUAL}
_ALLOWED = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
"""What a protection may leave free, in the order of Worksheet.Protect's arguments."""


class LiveTable:
    """A table of the open workbook; rows are counted from 0. WorkbookError when sheet or table is gone."""

    def __init__(self, book: OpenBook, table: Table) -> None:
        self.table = table
        self.sheet = worksheet(book, table.sheet)
        if table.name not in [found.Name for found in self.sheet.ListObjects]:
            raise WorkbookError("workbook.table_missing", table=table.name, sheet=table.sheet.name)
        self._object = self.sheet.ListObjects(table.name)
        self.headings = [str(heading) for heading in grid(self._object.HeaderRowRange.Value2)[0]]

    @property
    def left(self) -> int:
        """The number of the sheet's column that the table begins in, counted from 1."""
        return int(self._object.HeaderRowRange.Column)

    @property
    def height(self) -> int:
        """How many rows there are."""
        body = self._object.DataBodyRange
        return 0 if body is None else int(body.Rows.Count)

    def rows(self) -> list[list[Any]]:
        """Return the values of all rows; None or empty text for a blank cell."""
        body = self._object.DataBodyRange
        return [] if body is None else grid(body.Value2)

    def place(self, heading: str) -> int:
        """Return where a column stands, counted from 0; WorkbookError when it is gone."""
        if heading not in self.headings:
            sheet = self.table.sheet.name
            raise WorkbookError("workbook.column_missing", column=heading, table=self.table.name, sheet=sheet)
        return self.headings.index(heading)

    def column(self, heading: str) -> list[Any]:
        """Return the values of a column."""
        place = self.place(heading)
        return [row[place] for row in self.rows()]

    def put(self, row: int, heading: str, value: CellValue) -> None:
        """Write one cell."""
        self._object.DataBodyRange.Cells(row + 1, self.place(heading) + 1).Value2 = typed(value)

    def put_rows(self, first: int, rows: Sequence[Mapping[str, CellValue]]) -> None:
        """Write whole rows from ``first`` on, high enough for their texts; headings that a row lacks are left blank."""
        if rows:
            values = [[typed(row.get(heading)) for heading in self.headings] for row in rows]
            self._block(first, len(rows)).Value2 = values
            with suppress(Exception):  # a height that Excel refuses is no reason to stop
                self._fit(first, rows)

    def _fit(self, first: int, rows: Sequence[Mapping[str, CellValue]]) -> None:
        """Make rows as high as the template's builder would, so that no tone mark is cut."""
        header = self._object.HeaderRowRange
        widths = {h: header.Cells(1, place).ColumnWidth for place, h in enumerate(self.headings, start=1)}
        for number, row in enumerate(rows, start=first + 1):
            texts = ((text, widths[h]) for h, text in row.items() if isinstance(text, str))
            height = max((text_height(text, width) for text, width in texts), default=ROW_HEIGHT)
            self._object.DataBodyRange.Cells(number, 1).EntireRow.RowHeight = min(height, _MOST_POINTS)

    def put_column(self, heading: str, formulas: Sequence[str]) -> None:
        """Write formulas or texts into a column from the first row on; the rest of it becomes blank.

        The rest is cleared afterwards: Excel copies a formula that stands alone in a table's column to all its rows.
        """
        cells = [[text if text.startswith("=HYPERLINK(") else typed(text)] for text in formulas]
        if cells:
            self._part(heading, 1, len(cells)).Formula = cells
        if len(cells) < self.height:
            self._part(heading, len(cells) + 1, self.height).ClearContents()

    def clear(self) -> None:
        """Empty every cell; formats and validation stay."""
        if self.height:
            self._object.DataBodyRange.ClearContents()

    def grow(self, height: int) -> None:
        """Add rows at the end until there are ``height``; what is below the table moves down."""
        while self.height < height:
            self._object.ListRows.Add()

    def _part(self, heading: str, first: int, last: int) -> Any:  # noqa: ANN401 (COM tells no types)
        """Return the cells of a column from one row to another, both counted from 1."""
        body, column = self._object.DataBodyRange, self.place(heading) + 1
        return self.sheet.Range(body.Cells(first, column), body.Cells(last, column))

    def _block(self, first: int, height: int) -> Any:  # noqa: ANN401 (COM tells no types)
        body = self._object.DataBodyRange
        start, end = body.Cells(first + 1, 1), body.Cells(first + height, len(self.headings))
        return self.sheet.Range(start, end)


def worksheet(book: OpenBook, sheet: Sheet) -> Any:  # noqa: ANN401 (COM tells no types)
    """Return a sheet of the open workbook; WorkbookError when it is gone."""
    if sheet.name not in [found.Name for found in book.api.Worksheets]:
        raise WorkbookError("workbook.sheet_missing", sheet=sheet.name)
    return book.api.Worksheets(sheet.name)


def grid(value: object) -> list[list[Any]]:
    """Return what Excel answers for a range as rows; for one cell it answers the bare value."""
    return [list(row) for row in value] if isinstance(value, tuple) else [[value]]


def typed(value: CellValue) -> CellValue:
    """Return what to hand to Excel so that it stores ``value`` itself.

    Excel reads a text as if it were typed, and makes a formula of ``=1``, a date of ``1-2``; the apostrophe keeps it a
    text and is not part of it. An empty text makes a cell blank.
    """
    if value is None or value == "":
        return ""
    return f"'{value}" if isinstance(value, str) else value


def is_blank(value: object) -> bool:
    """Whether nothing, or only white space, is in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


@contextmanager
def quiet(book: OpenBook) -> Generator[None]:
    """Keep Excel from drawing, raising events and recalculating meanwhile; all is set back whatever happens."""
    application = book.api.Application
    before = {name: getattr(application, name) for name in _QUIET}
    try:
        for name, value in _QUIET.items():
            setattr(application, name, value)
        yield
    finally:
        for name, value in before.items():
            with suppress(Exception):  # one setting that Excel refuses must not keep the others back
                setattr(application, name, value)


@contextmanager
def unprotected(sheet: Any) -> Generator[None]:  # noqa: ANN401 (COM tells no types)
    """Take a sheet's protection off and put the same back; WorkbookError when it has a password."""
    if not sheet.ProtectContents:
        yield
        return
    allowed = [bool(getattr(sheet.Protection, name)) for name in _ALLOWED]
    drawings, scenarios = bool(sheet.ProtectDrawingObjects), bool(sheet.ProtectScenarios)
    with suppress(Exception):  # Excel's answer to a wrong password; whether it worked is asked below
        sheet.Unprotect("")
    if sheet.ProtectContents:
        raise WorkbookError("workbook.password", sheet=sheet.Name)
    try:
        yield
    finally:
        sheet.Protect("", drawings, True, scenarios, False, *allowed)  # noqa: FBT003 (COM takes them by place)
