"""What careless hands did to a workbook besides its values: protection off, rules for typing, locks and formulas gone.

The workbook is held against one newly built from what was read of it, cell by cell of the tables whose rows are fixed.
Cells are matched by table, row code and heading, so that rows and columns that were moved are no damage.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter, range_boundaries

from ita import rules
from ita.assessment import Assessment
from ita.errors import WorkbookError
from ita.excel import build, layout
from ita.excel.reading import unpack
from ita.excel.sources import eit_table
from ita.findings import Finding, finding
from ita.paths import resource

_TEMPLATE = ("workbook", "ITA_template.xlsm")
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError, OSError, BadZipFile)
"""What openpyxl raises over parts that python-calamine did not need to look at."""

_FORMULA, _LOCKED, _UNLOCKED, _VALIDATION = "formula", "locked", "unlocked", "validation"


@dataclass(frozen=True, slots=True)
class _State:
    """What a cell is, apart from its value."""

    sheet: str
    column: int
    row: int
    is_formula: bool
    is_locked: bool
    is_checked: bool


_Key = tuple[str, str, str]
"""A cell of a table: the table's name, the row's code, the heading."""


def examine(path: Path, assessment: Assessment) -> list[Finding]:
    """Return what was damaged in the closed workbook that ``assessment`` was read from; errors first.

    Cells side by side or one below the other make one finding. A workbook that cannot be looked at this closely
    gives one finding that says so; WorkbookError when it cannot be read at all.
    """
    try:
        found = _opened(path.name, path.read_bytes())
    except OSError as error:
        raise WorkbookError(path=path.name) from error
    if found is None:
        return [finding("damage.unknown", layout.HOME.name)]
    wanted = _opened(path.name, _pristine(assessment))
    assert wanted is not None  # noqa: S101 (built just now)
    names = [table.name for table in _tables(assessment)]
    cells = _damaged_cells(_states(wanted, names), _states(found, names))
    return [*_cell_findings(cells), *_unprotected(wanted, found)]


def _tables(assessment: Assessment) -> Iterator[layout.Table]:
    """Yield the tables whose rows are fixed."""
    yield layout.AGENCY_TABLE
    yield from (layout.IIT_TABLE, eit_table(rules.of(assessment)), layout.OIT_TABLE)
    yield from layout.SCORE_TABLES
    yield from (layout.ISSUE_TABLE, layout.WEIGHT_TABLE, layout.BAND_TABLE, layout.MARK_TABLE)


def _pristine(assessment: Assessment) -> bytes:
    vba, ribbon = build.macros_of(resource(*_TEMPLATE).read_bytes())
    return build.build(rules.of(assessment), assessment, vba, ribbon, rules.estimating(assessment))


def _opened(name: str, data: bytes) -> Any | None:  # noqa: ANN401 (openpyxl's stubs are loose)
    """Return a harmless workbook opened by openpyxl; None where that cannot read it."""
    parts = unpack.unpacked(name, data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(unpack.packed(parts)))
    except _UNREADABLE:
        return None


def _states(book: Any, names: Iterable[str]) -> dict[_Key, _State]:  # noqa: ANN401 (the same)
    found: dict[_Key, _State] = {}
    for sheet in book.worksheets:
        checked = _checked(sheet)
        for name in names:
            if name in sheet.tables:
                found.update(_of_table(sheet, name, checked))
    return found


def _of_table(sheet: Any, name: str, checked: set[tuple[int, int]]) -> Iterator[tuple[_Key, _State]]:  # noqa: ANN401
    """Yield the cells of a table; of two rows with one code the first, as every reader does."""
    left, top, right, bottom = (bound or 0 for bound in range_boundaries(sheet.tables[name].ref))
    headings = [str(sheet.cell(top, column).value) for column in range(left, right + 1)]
    first = headings.index(_first_heading(name)) if _first_heading(name) in headings else 0
    seen: set[str] = set()
    for row in range(top + 1, bottom + 1):
        code = str(sheet.cell(row, left + first).value or "").strip().removesuffix(".0")
        if not code or code in seen:
            continue
        seen.add(code)
        for column, heading in enumerate(headings, start=left):
            yield (name, code, heading), _state(sheet, row, column, checked)


def _first_heading(name: str) -> str:
    known = (*layout.SCORE_TABLES, layout.AGENCY_TABLE, layout.IIT_TABLE, layout.EIT_PARTS_TABLE, layout.OIT_TABLE)
    others = (layout.ISSUE_TABLE, layout.WEIGHT_TABLE, layout.BAND_TABLE, layout.MARK_TABLE)
    return next(table.columns[0] for table in (*known, *others) if table.name == name)


def _state(sheet: Any, row: int, column: int, checked: set[tuple[int, int]]) -> _State:  # noqa: ANN401 (the same)
    cell = sheet.cell(row, column)
    return _State(
        sheet.title,
        column,
        row,
        is_formula=cell.data_type == "f",
        is_locked=bool(cell.protection.locked),
        is_checked=(row, column) in checked,
    )


def _checked(sheet: Any) -> set[tuple[int, int]]:  # noqa: ANN401 (the same)
    """Return the row and column of every cell that has a rule for typing."""
    found: set[tuple[int, int]] = set()
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            rows, columns = range(area.min_row, area.max_row + 1), range(area.min_col, area.max_col + 1)
            if len(rows) * len(columns) <= unpack.MAX_CELLS:
                found.update((row, column) for row in rows for column in columns)
    return found


def _damaged_cells(wanted: Mapping[_Key, _State], found: Mapping[_Key, _State]) -> dict[str, list[_State]]:
    """Return the damaged cells by what happened to them."""
    damaged: dict[str, list[_State]] = {kind: [] for kind in (_FORMULA, _LOCKED, _UNLOCKED, _VALIDATION)}
    for key, good in wanted.items():
        state = found.get(key)
        if state is None:
            continue
        if good.is_formula and not state.is_formula:
            damaged[_FORMULA].append(state)
        if state.is_locked != good.is_locked:
            damaged[_LOCKED if state.is_locked else _UNLOCKED].append(state)
        if good.is_checked and not state.is_checked:
            damaged[_VALIDATION].append(state)
    return damaged


def _cell_findings(damaged: Mapping[str, list[_State]]) -> Iterator[Finding]:
    for where, told in _told(damaged[_FORMULA]):
        yield finding("damage.formula", where, **told)
    for where, told in _told(damaged[_LOCKED]):
        yield finding("damage.locked", where, **told)
    for where, told in _told(damaged[_UNLOCKED]):
        yield finding("damage.unlocked", where, **told)
    for where, told in _told(damaged[_VALIDATION]):
        yield finding("damage.validation", where, **told)


def _told(states: Iterable[_State]) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield the place of each block of cells, and what its sentences name."""
    for block in _blocks(states):
        yield f"{block[0].sheet}!{_address(block[0])}", {"cells": _span(block), "count": len(block)}


def _blocks(states: Iterable[_State]) -> Iterator[list[_State]]:
    """Yield the cells of each column of each sheet that stand one below the other."""
    ordered = sorted(states, key=lambda state: (state.sheet, state.column, state.row))
    numbered = enumerate(ordered)
    for _, block in groupby(numbered, key=lambda pair: (pair[1].sheet, pair[1].column, pair[1].row - pair[0])):
        yield [state for _, state in block]


def _address(state: _State) -> str:
    return f"{get_column_letter(state.column)}{state.row}"


def _span(block: list[_State]) -> str:
    first, last = _address(block[0]), _address(block[-1])
    return first if first == last else f"{first}:{last}"


def _unprotected(wanted: Any, found: Any) -> Iterator[Finding]:  # noqa: ANN401 (openpyxl's stubs are loose)
    present = set(found.sheetnames)
    for sheet in wanted.worksheets:
        if sheet.title in present and sheet.protection.sheet and not found[sheet.title].protection.sheet:
            yield finding("damage.unprotected", sheet.title, sheet=sheet.title)
