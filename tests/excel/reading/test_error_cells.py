"""Error values in the sheets' XML, as any program may write it."""

from __future__ import annotations

import pytest

from ita.excel.reading.error_cells import error_cells
from support.built import EXAMPLES
from support.workbook_parts import ERRORS, Workbook

SHEET = "xl/worksheets/sheet2.xml"


def found(cell: bytes) -> list[tuple[str, str]]:
    """Return the error cells on the sheet IIT when this is its only cell."""
    parts = Workbook(EXAMPLES[0].read_bytes()).parts
    parts[SHEET] = b"<worksheet><sheetData><row>" + cell + b"</row></sheetData></worksheet>"
    return [(place, value) for place, value in error_cells(parts) if place.startswith("IIT!")]


@pytest.mark.parametrize("value", ERRORS)
def test_every_error_value_is_found(value: str) -> None:
    """Each of Excel's error values comes with its sheet and cell."""
    assert found(f'<c r="D7" s="3" t="e"><v>{value}</v></c>'.encode()) == [("IIT!D7", value)]


@pytest.mark.parametrize(
    "cell",
    [
        b"<x:c r='D7' t='e'><x:v>#N/A</x:v></x:c>",
        b'<c t="e" r="D7"><f>1/0&gt;0</f><v>#N/A</v></c>',
        b'<c r="C7"><v>1</v></c><c r="D7" t="e"><v>#N/A</v></c><c r="E7" t="str"><v>#REF!</v></c>',
        b'<c r="D7" t="e"></c>',
    ],
)
def test_other_ways_of_writing_are_understood(cell: bytes) -> None:
    """Prefixes, other quotes, formulas and a missing text make no difference; text that looks like an error is text."""
    assert found(cell) == [("IIT!D7", "#N/A")]


def test_the_charts_blanks_are_on_the_calculation_sheet_only() -> None:
    """A sound workbook shows error values only where the charts read them."""
    parts = Workbook(EXAMPLES[-1].read_bytes()).parts
    assert {place.partition("!")[0] for place, _ in error_cells(parts)} <= {"การคำนวณ"}


def test_a_workbook_that_does_not_list_its_sheets_is_refused() -> None:
    """Without the list of sheets nothing can be placed."""
    with pytest.raises(KeyError):
        list(error_cells({}))
