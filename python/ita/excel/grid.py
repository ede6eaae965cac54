"""Writing tables, titles and formulas onto a sheet, with row heights that do not clip Thai tone marks."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ita.excel.layout import Sheet, Table
from ita.excel.theme import ROW_HEIGHT, Theme

PORTRAIT, LANDSCAPE = "portrait", "landscape"
_A4 = 9
_LINE_HEIGHT = 25.0
_UNITS_PER_BASE_CHARACTER = 1.12
_OTHER_BREAKS = re.compile("\r\n?|\x0b")
_UNWRITABLE = re.compile("[\x00-\x08\x0c-\x1f\ud800-\udfff\ufffe\uffff]")
_SHORT = 2
_LOST_PER_LINE = 5
"""What a line loses, in characters: the indent, and on average half a Thai word that did not fit."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula and the value that stands in the file until Excel recalculates; None shows nothing."""

    text: str
    value: float | str | None


@dataclass(frozen=True, slots=True)
class Styled:
    """A cell of a table that does not look like the rest of its column."""

    content: str | float | Formula | None
    style: str


Content = str | float | Formula | Styled | None


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: heading, width in characters, style of its cells, and validation if any."""

    heading: str
    width: float
    style: str
    validation: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table was put (zero-based): the row of its headings, its first column, its data rows."""

    table: Table
    top: int
    left: int
    height: int

    @property
    def bottom(self) -> int:
        """The row of the last data row."""
        return self.top + self.height

    def cell(self, heading: str, index: int = 0) -> str:
        """Return the address of a data cell, such as ``D5``."""
        return xl_rowcol_to_cell(self.top + 1 + index, self.left + self.table.columns.index(heading))

    def area(self, heading: str) -> str:
        """Return the address of a column's data cells, such as ``D5:D19``."""
        return f"{self.cell(heading)}:{self.cell(heading, self.height - 1)}"


@dataclass
class Page:
    """A sheet being written.

    ``fitted`` are the rows (one-based) whose height Excel may fit anew when something is typed into them.
    """

    book: Workbook
    sheet: Sheet
    worksheet: Worksheet
    theme: Theme
    fitted: set[int] = field(default_factory=set[int])
    _heights: dict[int, float] = field(default_factory=dict[int, float])

    def widths(self, *widths: float) -> None:
        """Set the widths of the columns from A on, in characters."""
        for index, width in enumerate(widths):
            self.worksheet.set_column(index, index, width, self.theme["plain"])

    def height(self, row: int, points: float) -> None:
        """Make a row at least this high; tables side by side share their rows."""
        self._heights[row] = max(points, self._heights.get(row, 0.0))
        self.worksheet.set_row(row, self._heights[row])

    def reset_height(self, row: int, points: float) -> None:
        """Make a row just this high, whatever it was."""
        self._heights[row] = points
        self.worksheet.set_row(row, points)

    def put(self, row: int, column: int, content: Content, style: str = "plain") -> None:
        """Write one cell; a styled content brings its own style."""
        if isinstance(content, Styled):
            self.put(row, column, content.content, content.style)
            return
        cell_format = self.theme[style]
        if isinstance(content, Formula):
            value = _clean(content.value or "") if not isinstance(content.value, float | int) else content.value
            cast("Any", self.worksheet).write_formula(row, column, f"={content.text}", cell_format, value)
        elif content is None or content == "":
            self.worksheet.write_blank(row, column, None, cell_format)
        elif isinstance(content, str):
            self.worksheet.write_string(row, column, _clean(content), cell_format)
        else:
            self.worksheet.write_number(row, column, content, cell_format)

    def merged(self, top: int, left: int, bottom: int, right: int, content: Content, style: str) -> None:
        """Write one cell over a block of cells."""
        self.worksheet.merge_range(top, left, bottom, right, "", self.theme[style])
        self.put(top, left, content, style)

    def define_name(self, name: str, reference: str) -> None:
        """Give a cell or range a name in the workbook."""
        self.book.define_name(name, f"={reference}")

    def band(self, row: int, last_column: int, content: Content, style: str, height: float, column: int = 0) -> None:
        """Write a coloured band across the sheet, its text from ``column`` on."""
        self.height(row, height)
        for blank in range(last_column + 1):
            self.put(row, blank, None, style)
        self.put(row, column, content, style)

    def table(
        self,
        table: Table,
        top: int,
        left: int,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Content]],
        *,
        ruled: int | None = None,
    ) -> Placed:
        """Write a table with its headings at ``top`` and set its row heights; a sheet that grows leaves them free.

        ``ruled`` is how many rows, from the first, the columns' validations hold for; None for all.
        """
        placed = Placed(table, top, left, len(rows))
        self._declare(placed)
        lines = max(line_count(column.heading, column.width - 1) for column in columns)
        self.height(top, lines * _LINE_HEIGHT + 9)
        for index, column in enumerate(columns):
            self.put(top, left + index, column.heading, "head")
        for number, row in enumerate(rows, start=top + 1):
            self.height(number, _height(columns, row))
            if self.sheet.grows:
                self.fitted.add(number + 1)
            for index, (column, content) in enumerate(zip(columns, row, strict=True)):
                self.put(number, left + index, content, column.style)
        for index, column in enumerate(columns):
            if column.validation:
                first, last = top + 1, placed.bottom if ruled is None else top + ruled
                self.worksheet.data_validation(first, left + index, last, left + index, dict(column.validation))
        return placed

    def _declare(self, placed: Placed) -> None:
        table = placed.table
        options = {
            "name": table.name,
            "columns": [{"header": heading} for heading in table.columns],
            "style": None,
            "autofilter": False,
        }
        last_column = placed.left + len(table.columns) - 1
        self.worksheet.add_table(placed.top, placed.left, placed.bottom, last_column, options)

    def title(self, last_column: int, title: str, subtitle: Content, column: int = 0) -> None:
        """Write the two bands at the top of a sheet, their text from ``column`` on."""
        self.band(0, last_column, title, "band", 38, column)
        self.band(1, last_column, subtitle, "subband", 28, column)

    def print_setup(self, orientation: str, heading_rows: tuple[int, int] | None = None) -> None:
        """Set A4, one page wide, repeated heading rows, and a footer with the sheet and page number."""
        sheet = self.worksheet
        sheet.set_paper(_A4)
        sheet.set_landscape() if orientation == LANDSCAPE else sheet.set_portrait()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.6, right=0.5, top=0.6, bottom=0.7)
        sheet.set_footer('&L&"TH Sarabun New,Regular"&14&A&R&"TH Sarabun New,Regular"&14หน้า &P/&N')
        if heading_rows:
            sheet.repeat_rows(*heading_rows)

    def protect(self) -> None:
        """Lock the fixed cells without a password; sizes, sorting and copying stay free."""
        allowed = ("format_columns", "format_rows", "sort", "autofilter", "insert_hyperlinks")
        self.worksheet.protect("", {"objects": True, **dict.fromkeys(allowed, True)})


def _clean(text: str) -> str:
    """Return a text with the line breaks that cells know, and without characters that XML cannot hold."""
    return _UNWRITABLE.sub("", _OTHER_BREAKS.sub("\n", text))


def text_height(text: str, width: float) -> float:
    """Return the row height (points) that a wrapped text needs in a column of this width (characters).

    Long texts get a line to spare: where Thai words break is guessed, and a cut last line is worse than a gap.
    """
    lines = line_count(text, width - _LOST_PER_LINE)
    return max(ROW_HEIGHT, (lines + (lines > _SHORT)) * _LINE_HEIGHT + 3)


def line_count(text: str, width: float) -> int:
    """Return how many lines a text takes in a column of this width (characters); marks take no room."""
    return sum(max(1, math.ceil(_length(line) / width)) for line in text.split("\n"))


def _length(line: str) -> float:
    bases = sum(1 for character in line if not unicodedata.category(character).startswith("M"))
    return bases * _UNITS_PER_BASE_CHARACTER


def _height(columns: Sequence[Column], row: Sequence[Content]) -> float:
    texts = ((c.width, _plain(content)) for c, content in zip(columns, row, strict=True) if "wrap" in c.style)
    return max((text_height(text, width) for width, text in texts if isinstance(text, str)), default=ROW_HEIGHT)


def _plain(content: Content) -> Content:
    return content.content if isinstance(content, Styled) else content
