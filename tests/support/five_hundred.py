"""Random assessments of every year: what the native formulas, Python and the functions that cells call make of each.

A workbook here is the builder's own without what no figure depends on: macros, charts, colours, rules for typing, and
the sheets that only show figures or hold texts (``tests/office/test_workbook.py`` recalculates whole workbooks).
LibreOffice works out every formula anew; the functions, which it does not know, are then called with exactly what
their cells pass to them.

Run it to write ``docs/five-hundred.md`` anew: ``PYTHONPATH=tests python -m support.five_hundred``.
"""

from __future__ import annotations

import io
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from openpyxl.utils import get_column_letter, range_boundaries
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from ita import criteria, rules
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import build, layout, vba
from ita.excel.calc import FUNCTION, NATIVE, YEAR_NAME, Calc
from ita.excel.calc.level import LevelBlock
from ita.excel.grid import Content, Formula
from ita.paths import resource
from ita.scoring import TOTAL, tool_key
from support import udf_cells
from support.built import Cells
from support.office import convert
from support.random_assessments import scored
from support.recalculation import is_by_function
from support.workbook_parts import Workbook as Parts

SEEDS = range(72)
YEARS = tuple(criteria.years())
PAGE = resource("docs", "five-hundred.md")
SHEETS = (layout.IIT, layout.EIT, layout.OIT, layout.SCORES, layout.CRITERIA, layout.CALC)
"""The sheets that the figures and the level are worked out on."""

XLSX = "xlsx:Calc MS Excel 2007 XML"
_WORKERS = 2
_CALL = re.compile(r"(ITA_[A-Z]+)\(([^()]*)\)")
_NOT_KNOWN = "ยังไม่ทราบ"


@dataclass
class Compared:
    """What was compared in one year's workbooks, and what differed."""

    workbooks: int = 0
    cells: int = 0
    answers: int = 0
    levels: int = 0
    largest: float = 0.0
    differences: list[str] = field(default_factory=list[str])

    def note(self, place: str, wanted: object, found: object) -> None:
        """Remember a difference: any in words, or of figures by more than 1e-9."""
        if isinstance(wanted, float | int) and isinstance(found, float | int):
            self.largest = max(self.largest, abs(wanted - found))
            if abs(wanted - found) <= 1e-9:
                return
        elif wanted == found:
            return
        self.differences.append(f"{place}: {wanted!r} by Python, {found!r}")


@dataclass(frozen=True)
class Case:
    """One assessment with its plan of calculation and its workbook."""

    name: str
    block: LevelBlock
    data: bytes

    @property
    def end(self) -> int:
        """How many rows of the sheet of calculations the figures and the level take."""
        return self.block.calc.next_row - 1 + len(self.block.rows)


def case(year: int, seed: int) -> Case:
    """Return the workbook of one random assessment."""
    own = criteria.load(year)
    assessment = scored(seed, own)
    estimating = rules.estimating(assessment)
    block = build.plan_levels(own, assessment, estimating)
    return Case(f"{year}_{seed}", block, _workbook(own, assessment, estimating))


class _BareSheet(Worksheet):
    """A sheet without what no formula depends on, but which takes a program long to open and to save."""

    def insert_chart(self, *_: Any, **__: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 (what XlsxWriter takes)
        """Leave out a chart."""

    def conditional_format(self, *_: Any, **__: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 (the same)
        """Leave out a colour."""

    def data_validation(self, *_: Any, **__: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 (the same)
        """Leave out a rule for typing."""


class _BareBook(Workbook):
    worksheet_class = _BareSheet


def _workbook(own: Criteria, assessment: Assessment, estimating: Criteria | None) -> bytes:
    buffer = io.BytesIO()
    book, left_out = _BareBook(buffer, {"in_memory": True}), _BareBook(io.BytesIO(), {"in_memory": True})
    others = [sheet for sheet in layout.SHEETS if sheet not in SHEETS]
    pages = {**build.pages_of(book, SHEETS), **build.pages_of(left_out, others)}
    build.write(pages, book, own, assessment, estimating)
    book.close()
    left_out.close()
    return buffer.getvalue()


def compare(years: Sequence[int] = YEARS, seeds: Sequence[int] = SEEDS) -> dict[int, Compared]:
    """Return, by year, how random assessments fare: formulas by LibreOffice, Python, and the functions.

    LibreOffice recalculates the years that are built while the next are being built.
    """
    cases: dict[int, list[Case]] = {}
    running: dict[int, Future[list[Path]]] = {}
    compared = {year: Compared() for year in years}
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(_WORKERS) as pool:
        for year in years:
            cases[year] = [case(year, seed) for seed in seeds]
            running[year] = pool.submit(convert, _written(cases[year], Path(name)), XLSX, Path(name, str(year)))
        for year in years:
            for one, path in zip(cases[year], running[year].result(), strict=True):
                _compare(one, path.read_bytes(), compared[year])
    return compared


def _written(cases: Sequence[Case], folder: Path) -> list[Path]:
    paths = [folder / f"{one.name}.xlsx" for one in cases]
    for one, path in zip(cases, paths, strict=True):
        path.write_bytes(one.data)
    return paths


def _compare(one: Case, recalculated: bytes, compared: Compared) -> None:
    cached, new = _values(one.data), _values(recalculated)
    compared.workbooks += 1
    for place in sorted({*cached, *new}):
        sheet, row, column = place
        if not is_by_function(cached, place) and not (sheet == layout.CALC.name and row >= one.end):
            compared.cells += sheet == layout.CALC.name and place in cached
            where = f"{one.name} {sheet}!{get_column_letter(column + 1)}{row + 1}"
            compared.note(where, cached.get(place, ""), new.get(place, ""))
    _compare_answers(one, _Book(one.data, new), compared)


def _values(data: bytes) -> Cells:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        (sheet, row, column): value
        for sheet in book.sheet_names
        for row, line in enumerate(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False))
        for column, value in enumerate(line)
        if value != ""
    }


def _compare_answers(one: Case, book: _Book, compared: Compared) -> None:
    """Ask every function that a cell calls, with what the formulas left in the cells that it is given."""
    plan, block = one.block.calc, one.block
    for key, row in plan.rows.items():
        call = _call(plan.cells(key)[FUNCTION])
        native = book.cell(layout.CALC.name, row - 1, NATIVE)
        if call is None or (native is None and key in plan.mixed):
            continue
        compared.answers += 1
        answer = book.answer(*call)
        if not _says_not_known(plan, key, answer):
            compared.note(f"{one.name} {call[0]} {key}", "" if native is None else native, answer)
    call = _call(next(row[1] for row in block.rows if row[0] == "level function"))
    assert call
    compared.levels += 1
    compared.note(f"{one.name} {call[0]}", _level_by_python(block), book.answer(*call))


def _level_by_python(block: LevelBlock) -> str:
    """Return what the function of the level is to answer: nothing while a figure that it asks for is missing."""
    plan = block.calc
    if plan.estimate:
        return f"ยังไม่ทราบหลักเกณฑ์การจัดระดับของปี {plan.criteria.fiscal_year}"
    asked = [plan.scores.used(key) for key in (TOTAL, *(tool_key(code) for code in plan.criteria.rated))]
    return "" if None in asked else block.level.computed or ""


def _says_not_known(plan: Calc, key: str, answer: object) -> bool:
    """Whether a function says that its year has no such rule, where the formulas borrow one as an estimate."""
    return plan.estimate is not None and key == TOTAL and str(answer).startswith(_NOT_KNOWN)


def _call(content: Content) -> tuple[str, list[str]] | None:
    found = _CALL.search(content.text) if isinstance(content, Formula) else None
    return (found[1], found[2].split(",")) if found else None


class _Book:
    """The tables of a workbook and the values that its recalculated cells have."""

    def __init__(self, data: bytes, values: Cells) -> None:
        self._parts, self._values = Parts(data), values

    def cell(self, sheet: str, row: int, column: int) -> object:
        """Return a cell's value; None for a blank one and for empty text, which Python gets alike."""
        return self._values.get((sheet, row, column))

    def answer(self, name: str, arguments: Sequence[str]) -> object:
        """Return what a function answers to the arguments of a cell's formula."""
        answer = udf_cells.answer(_functions(), name, [self._passed(argument) for argument in arguments])
        return "" if answer is None else answer

    def _passed(self, argument: str) -> object:
        if argument.startswith('"'):
            return argument.strip('"')
        if argument == YEAR_NAME:
            return self._area(*self._year_cell())[0][0]
        return self._area(*self._place(argument))

    def _year_cell(self) -> tuple[str, str]:
        _, address = self._parts.place(layout.MARK_TABLE.name, layout.SCORE, 2)
        return layout.CRITERIA.name, f"{address}:{address}"

    def _place(self, argument: str) -> tuple[str, str]:
        """Return sheet and address of a column of a table, or of a range of the sheet of calculations."""
        found = re.fullmatch(r"(\w+)\[([^\]]+)\]", argument)
        if found is None:
            return layout.CALC.name, argument.replace("$", "")
        _, top, _, bottom = self._parts.area(found[1])
        sheet, first = self._parts.place(found[1], found[2])
        _, last = self._parts.place(found[1], found[2], bottom - top - 1)
        return sheet, f"{first}:{last}"

    def _area(self, sheet: str, address: str) -> list[list[object]]:
        left, top, right, bottom = (bound or 0 for bound in range_boundaries(address))
        return [
            [self.cell(sheet, row - 1, column - 1) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]


@cache
def _functions() -> ModuleType:
    return vba.bound_functions()


def rows(compared: Mapping[int, Compared]) -> Iterator[tuple[str, ...]]:
    """Yield the counts of each year as the page shows them, and their sum."""
    for year, one in compared.items():
        yield str(year), *(f"{count:,}" for count in (one.workbooks, one.cells, one.answers, one.levels))
    every = compared.values()
    sums = (sum(getattr(one, name) for one in every) for name in ("workbooks", "cells", "answers", "levels"))
    yield "all", *(f"{count:,}" for count in sums)


def page(compared: Mapping[int, Compared]) -> str:
    """Return the page of the docs."""
    largest = [*(one.largest for one in compared.values()), max(one.largest for one in compared.values())]
    lines = [
        f"| {' | '.join(row)} | {difference:.1e} |" for row, difference in zip(rows(compared), largest, strict=True)
    ]
    return f"""# Formulas, Python and functions: what was compared

Random assessments of every year that has criteria: complete, partial, on the edges of the levels, published in
part, with tools not processed, with tools or parts left to follow from the others
(`tests/support/random_assessments.py`). Each becomes a workbook by the builder itself, without macros, charts, colours
and the sheets that no figure depends on. LibreOffice works out its formulas anew, and every cell of the sheets of
scores, results and calculation must be what Python cached in it: figures to 1e-9, words and levels exactly. Counted
here are the figures and levels of the sheet of calculations. Then each function that a cell calls (`ITA_INDICATOR`,
`ITA_SUBINDICATOR`, `ITA_TOOL`, `ITA_TOTAL`, `ITA_LEVEL`) is called, through xlwings' own conversion of values, with
what its cell passes, and must answer what the formula beside it gives. Where a year borrows its rules as an estimate,
the functions must say that the rule is not known.

| year | workbooks | cells | answers of functions | levels | largest difference |
| --- | ---: | ---: | ---: | ---: | ---: |
{chr(10).join(lines)}

`tests/office/test_five_hundred.py` compares all of this on every run and checks the counts above; the last column is
from the run that wrote this page (`PYTHONPATH=tests python -m support.five_hundred`).
"""


def main() -> None:
    """Compare everything and write the page, unless something differs."""
    compared = compare()
    if faults := [difference for one in compared.values() for difference in one.differences]:
        raise SystemExit("\n".join(faults[:50]))
    PAGE.write_text(page(compared), "utf-8")


if __name__ == "__main__":
    main()
