"""Writing into a workbook that is open in Excel, through Excel: nothing else ever saves a clerk's workbook.

Only blank cells are filled. What the clerk typed stays, and whoever asked is told of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ita.criteria import Criteria
from ita.errors import WorkbookError
from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.sources import score_columns


@dataclass(frozen=True, slots=True)
class Written:
    """The codes whose scores were written, those whose cell already held another, and those without a row."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    absent: tuple[str, ...]


def write_scores(book: Any, criteria: Criteria, scored: str, scores: Mapping[str, float]) -> Written:  # noqa: ANN401
    """Write scores (points, 0-100, by code) of a tool or part into the open workbook's blank cells.

    ``book`` is an ``xlwings.Book``; ``scored`` a code such as ``IIT`` or ``EIT1``. WorkbookError when the
    sheet, the table or a column is gone.
    """
    table, heading = score_columns(criteria)[scored]
    body = _body(book, table)
    headings = _headings(book, table)
    codes = _column(body, _place(table, headings, layout.CODE))
    column = _place(table, headings, heading)
    typed = _column(body, column)
    rows = {str(code).strip(): row for row, code in reversed(list(enumerate(codes)))}
    blank = {code: rows[code] for code in scores if code in rows and typed[rows[code]] in (None, "")}
    for code, row in blank.items():
        body[row, column].value = scores[code]
    kept = tuple(code for code in scores if code in rows and code not in blank and typed[rows[code]] != scores[code])
    return Written(tuple(blank), kept, tuple(code for code in scores if code not in rows))


def _table(book: Any, table: Table) -> Any:  # noqa: ANN401 (xlwings tells no types)
    names = [sheet.name for sheet in book.sheets]
    if table.sheet.name not in names:
        raise WorkbookError("workbook.sheet_missing", sheet=table.sheet.name)
    sheet = book.sheets[table.sheet.name]
    if table.name not in [found.name for found in sheet.tables]:
        raise WorkbookError("workbook.table_missing", table=table.name, sheet=table.sheet.name)
    return sheet.tables[table.name]


def _body(book: Any, table: Table) -> Any:  # noqa: ANN401 (xlwings tells no types)
    return _table(book, table).data_body_range


def _headings(book: Any, table: Table) -> Sequence[str]:  # noqa: ANN401 (xlwings tells no types)
    return [str(heading) for heading in _table(book, table).header_row_range.value]


def _place(table: Table, headings: Sequence[str], heading: str) -> int:
    if heading not in headings:
        raise WorkbookError("workbook.column_missing", column=heading, table=table.name, sheet=table.sheet.name)
    return headings.index(heading)


def _column(body: Any, column: int) -> list[Any]:  # noqa: ANN401 (xlwings tells no types)
    """Return a column's values, also where the table has a single row."""
    values = body[:, column].options(ndim=1).value
    return list(values)
