"""A cell as read, and the reader that turns cells into values and what cannot be read into findings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ita.criteria import Criteria
from ita.excel.layout import Table
from ita.findings import Finding, finding
from ita.thai import to_arabic_digits

Value = str | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None
FULL_SCORE = 100.0
ERRORS = frozenset(
    {"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!"}
)
"""Excel's error values, as cells show them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's value and its place, such as ``IIT!D7``."""

    value: Value
    place: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing, or only white space, is in the cell."""
        return self.value is None or (isinstance(self.value, str) and not self.value.strip())

    @property
    def is_error(self) -> bool:
        """Whether the cell holds one of Excel's error values."""
        return isinstance(self.value, str) and self.value in ERRORS

    @property
    def text(self) -> str:
        """The value as text; whole numbers without a decimal point."""
        if self.value is None or self.is_error:
            return ""
        if isinstance(self.value, float) and self.value.is_integer():
            return str(int(self.value))
        if isinstance(self.value, dt.datetime):
            return self.value.date().isoformat()
        return str(self.value).strip()


Row = Mapping[str, Cell]
Tables = Mapping[Table, Sequence[Row]]


@dataclass
class Reader:
    """Reads the cells of one workbook, remembering what was wrong and where each figure stands."""

    criteria: Criteria
    tables: Tables
    findings: list[Finding] = field(default_factory=list[Finding])
    places: dict[str, str] = field(default_factory=dict[str, str])

    def rows(self, table: Table) -> Sequence[Row]:
        """Return the rows of a table; none where the workbook lacks it."""
        return self.tables.get(table, ())

    def score(self, cell: Cell) -> float | None:
        """Return the score in a cell (points, 0-100); None where blank, or wrong and then found."""
        number = self.number(cell)
        if number is not None and not 0 <= number <= FULL_SCORE:
            self.findings.append(finding("score.range", cell.place, value=cell.text))
            return None
        return number

    def number(self, cell: Cell) -> float | None:
        """Return the number in a cell; None where blank, or wrong and then found."""
        if cell.is_blank:
            return None
        if cell.is_error:
            self.findings.append(finding("cell.error", cell.place, value=cell.value))
            return None
        if isinstance(cell.value, float | int) and not isinstance(cell.value, bool):
            return float(cell.value)
        self.findings.append(finding("cell.text", cell.place, value=cell.text))
        return None

    def whole(self, cell: Cell) -> int | None:
        """Return a whole number, as a number or as Thai or Arabic digits in text."""
        if isinstance(cell.value, str) and (digits := to_arabic_digits(cell.value.strip())).isdecimal():
            return int(digits)
        number = self.number(cell)
        return None if number is None else int(number)

    def text_at(self, key: str, cell: Cell) -> str:
        """Return the text in a cell, which is remembered as the place of ``key``."""
        self.places[key] = cell.place
        return self.text(cell)

    def text(self, cell: Cell) -> str:
        """Return the text in a cell; an error value is found and read as empty."""
        if cell.is_error:
            self.findings.append(finding("cell.error", cell.place, value=cell.value))
        return cell.text
