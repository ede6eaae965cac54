"""Reading a workbook that is not open in Excel, without running anything in it.

python-calamine reads the values of tables, fast, out of parts that ``unpack`` found harmless; the error values
that it shows as blank come from ``error_cells``.
"""

from __future__ import annotations

import io
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from openpyxl.utils import get_column_letter
from python_calamine import CalamineError, CalamineTable, CalamineWorkbook, TableNotFound, WorksheetNotFound

from ita.criteria import Criteria, load
from ita.errors import WorkbookError
from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.reading import unpack
from ita.excel.reading.cells import Cell, Row, Value
from ita.excel.reading.error_cells import error_cells
from ita.excel.reading.tables import Reading, assessment_from
from ita.excel.sources import eit_table, score_rows

_SUFFIXES = frozenset({".xlsm", ".xlsx"})


def read(path: Path) -> Reading:
    """Return the assessment in a workbook made from the template; WorkbookError when it is not one."""
    return read_bytes(path, _bytes(path))


def read_bytes(path: Path, data: bytes) -> Reading:
    """Return the assessment in the bytes of a workbook, which errors call by the name of ``path``."""
    parts = unpack.unpacked(path.name, data)
    with _as_unreadable(path):
        file = _File(path, parts)
        year = _year(file)
    criteria = load(year)
    with _as_unreadable(path):
        return assessment_from(criteria, {table: file.rows(table) for table in _tables(criteria)})


@contextmanager
def _as_unreadable(path: Path) -> Generator[None]:
    """Turn what the parsers raise over a damaged file into our error."""
    try:
        yield
    except (CalamineError, OSError, ValueError, KeyError, SyntaxError) as error:
        raise WorkbookError(path=path.name) from error


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise WorkbookError("workbook.missing", path=path.name) from error
    except IsADirectoryError as error:
        raise WorkbookError("workbook.folder", path=path) from error
    except OSError as error:
        raise WorkbookError(path=path.name) from error
    if path.suffix.lower() not in _SUFFIXES:
        raise WorkbookError("workbook.other_kind", path=path.name)
    return data


def _tables(criteria: Criteria) -> tuple[Table, ...]:
    results = tuple(table for table, rows in score_rows(criteria).items() if rows)
    return (
        layout.AGENCY_TABLE,
        layout.IIT_TABLE,
        eit_table(criteria),
        layout.OIT_TABLE,
        *results,
        layout.ISSUE_TABLE,
        layout.MEASURE_TABLE,
        layout.SUGGESTION_TABLE,
        layout.TEXT_TABLE,
        layout.SIGNER_TABLE,
    )


def description(path: Path) -> dict[str, str]:
    """Return what a workbook says of itself (``layout.META_…``); WorkbookError when it is not one of ours."""
    parts = unpack.unpacked(path.name, _bytes(path))
    with _as_unreadable(path):
        return _description(_File(path, parts))


def _description(file: _File) -> dict[str, str]:
    if layout.META_TABLE.name not in (file.book.table_names or ()):
        raise WorkbookError("workbook.foreign", path=file.path.name)
    name, value = layout.META_TABLE.columns
    return {row[name].text: row[value].text for row in file.rows(layout.META_TABLE)}


def _year(file: _File) -> int:
    """Return the year that the workbook was built for."""
    meta = _description(file)
    contract, year = (int(meta[key]) for key in (layout.META_CONTRACT, layout.META_YEAR))
    if contract > layout.CONTRACT_VERSION:
        raise WorkbookError("workbook.contract", found=contract, known=layout.CONTRACT_VERSION)
    return year


class _File:
    """An open file: its tables by name, and the error cells that calamine does not show."""

    def __init__(self, path: Path, parts: Mapping[str, bytes]) -> None:
        package = io.BytesIO(unpack.packed(parts))
        self.path, self.book = path, CalamineWorkbook.from_filelike(package, load_tables=True)
        self._errors = dict(error_cells(parts))

    def rows(self, table: Table) -> list[Row]:
        """Return a table's rows by heading; WorkbookError when the sheet, table or a column is gone."""
        found = self._table(table)
        missing = [heading for heading in table.columns if heading not in {*found.columns, *table.optional}]
        if missing:
            raise WorkbookError("workbook.column_missing", column=missing[0], table=table.name, sheet=table.sheet.name)
        if found.start is None:
            return []
        first_row, first_column = found.start
        return [
            {
                heading: self._cell(found.sheet, first_row + down, first_column + across, value)
                for across, (heading, value) in enumerate(zip(found.columns, values, strict=True))
            }
            for down, values in enumerate(found.to_python())
        ]

    def _table(self, table: Table) -> CalamineTable:
        if table.sheet.name not in self.book.sheet_names:
            raise WorkbookError("workbook.sheet_missing", sheet=table.sheet.name)
        try:
            return self.book.get_table_by_name(table.name)
        except (TableNotFound, WorksheetNotFound) as error:
            raise WorkbookError("workbook.table_missing", table=table.name, sheet=table.sheet.name) from error

    def _cell(self, sheet: str, row: int, column: int, value: Value) -> Cell:
        place = f"{sheet}!{get_column_letter(column + 1)}{row + 1}"
        return Cell(self._errors.get(place, value), place)
