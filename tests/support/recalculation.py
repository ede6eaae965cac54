"""What a hard recalculation of a workbook's native formulas gives, beside what Python cached in it."""

from __future__ import annotations

from collections.abc import Iterator

from ita.excel import layout
from ita.excel.calc import FUNCTION
from ita.excel.calc.steps import BY_FORMULA
from support.built import Cells
from support.workbook_parts import Workbook, tag

TOLERANCE = 1e-9
TYPED_SHEETS = (layout.HOME, layout.IIT, layout.EIT, layout.OIT, layout.SCORES)
_KEYS = ("sub_indicators.", "eit_parts.", "indicators.", "tools.", "total")


def differences(cached: Cells, recalculated: Cells, *, only: layout.Sheet | None = None) -> list[str]:
    """Return the cells that differ, but for the answers of the Python functions, which LibreOffice cannot call.

    That they do not answer is said on the first sheet, and only after the recalculation.
    """
    places = sorted(place for place in {*cached, *recalculated} if only is None or place[0] == only.name)
    return [
        f"{sheet} row {row + 1} column {column + 1}: {cached.get(place)!r} by Python, {recalculated.get(place)!r}"
        for place in places
        for sheet, row, column in (place,)
        if not is_by_function(cached, place)
        and recalculated.get(place) != BY_FORMULA
        and not _equal(cached.get(place, ""), recalculated.get(place, ""))
    ]


def is_by_function(cells: Cells, place: tuple[str, int, int]) -> bool:
    """Whether a cell holds the answer of a Python function."""
    sheet, row, column = place
    label = str(cells.get((sheet, row, 0), ""))
    of_figure = column == FUNCTION and label.startswith(_KEYS)
    return sheet == layout.CALC.name and (of_figure or label == "level function")


def _equal(one: object, other: object) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) <= TOLERANCE
    return one == other


def typed_over(data: bytes, other: bytes) -> bytes:
    """Return a workbook with everything typed into the other typed into it, its cached values left as they were."""
    book, source = Workbook(data), Workbook(other)
    for sheet, address, value in _typed(source):
        book.set(sheet, address, value)
    return book.data()


def _typed(book: Workbook) -> Iterator[tuple[str, str, str | float | None]]:
    """Yield the place and the value of every cell to type into on the sheets that the formulas read."""
    styles = book.styles()
    strings = ["".join(one.itertext()) for one in book.tree("xl/sharedStrings.xml")]
    for sheet in TYPED_SHEETS:
        for cell in book.cells(sheet.name):
            if styles[int(cell.get("s", "0"))]["locked"] == "1":
                continue
            value = cell.findtext(tag("v"))
            if value is None:
                yield sheet.name, cell.get("r"), None
            else:
                yield sheet.name, cell.get("r"), strings[int(value)] if cell.get("t") == "s" else float(value)
