"""Scores written into an open workbook, through a stand-in for Excel."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from ita.criteria import load
from ita.errors import WorkbookError
from ita.excel import layout
from ita.excel.live import Written, write_scores

RULES = load(2568)


@dataclass
class Body:
    """A table's cells; indexing gives a cell or a whole column as xlwings does."""

    rows: list[list[Any]]
    chosen: tuple[Any, int] = (slice(None), 0)

    def __getitem__(self, place: tuple[Any, int]) -> Body:
        return Body(self.rows, place)

    def options(self, **_: object) -> Body:
        """Return the same range; the stand-in always gives a list."""
        return self

    @property
    def value(self) -> Any:  # noqa: ANN401 (whatever a cell holds)
        """The values of the chosen column."""
        return [row[self.chosen[1]] for row in self.rows]

    @value.setter
    def value(self, new: object) -> None:
        self.rows[self.chosen[0]][self.chosen[1]] = new


@dataclass
class Header:
    """A table's headings."""

    value: list[str]


@dataclass
class FakeTable:
    """An Excel table."""

    name: str
    headings: list[str]
    rows: list[list[Any]]

    @property
    def header_row_range(self) -> Header:
        """The headings."""
        return Header(self.headings)

    @property
    def data_body_range(self) -> Body:
        """The cells below the headings."""
        return Body(self.rows)


class Named(list[Any]):
    """A collection that is asked by name."""

    def __getitem__(self, name: Any) -> Any:  # noqa: ANN401 (what xlwings' collections take and give)
        return next(one for one in self if one.name == name)


@dataclass
class FakeSheet:
    """A worksheet."""

    name: str
    tables: Named


@dataclass
class FakeBook:
    """An open workbook."""

    sheets: Named = field(default_factory=Named)


def book(rows: list[list[Any]], headings: tuple[str, ...] = (layout.SCORE, layout.CODE)) -> tuple[FakeBook, FakeTable]:
    """Return an open workbook whose IIT table has these columns and rows."""
    table = FakeTable(layout.IIT_TABLE.name, list(headings), rows)
    return FakeBook(Named([FakeSheet(layout.IIT.name, Named([table]))])), table


def test_blank_cells_are_filled_by_code() -> None:
    """Scores go beside their codes, wherever the columns and rows were moved."""
    opened, table = book([[None, "i2"], ["", "i1"]])
    found = write_scores(opened, RULES, "IIT", {"i1": 90.0, "i2": 80.0})
    assert table.rows == [[80.0, "i2"], [90.0, "i1"]]
    assert found == Written(("i1", "i2"), (), ())


def test_what_was_typed_stays() -> None:
    """A typed score is never written over; one that is already the same is not worth a word."""
    opened, table = book([[70.0, "i1"], [80.0, "i2"]])
    found = write_scores(opened, RULES, "IIT", {"i1": 90.0, "i2": 80.0})
    assert table.rows == [[70.0, "i1"], [80.0, "i2"]]
    assert found == Written((), ("i1",), ())


def test_a_typed_zero_is_not_blank() -> None:
    """Zero is a score."""
    opened, _ = book([[0.0, "i1"]])
    assert write_scores(opened, RULES, "IIT", {"i1": 90.0}).kept == ("i1",)


def test_codes_without_a_row_are_told() -> None:
    """A code that the sheet lost is named."""
    opened, _ = book([[None, "i1"]])
    assert write_scores(opened, RULES, "IIT", {"i9": 90.0}).absent == ("i9",)


def test_of_two_rows_with_a_code_the_first_counts() -> None:
    """The first row of a code is filled, as the formulas read it."""
    opened, table = book([[None, "i1"], [None, "i1"]])
    write_scores(opened, RULES, "IIT", {"i1": 90.0})
    assert [row[0] for row in table.rows] == [90.0, None]


@pytest.mark.parametrize("lost", ["sheet", "table", "column"])
def test_what_is_gone_is_a_thai_error(lost: str) -> None:
    """A renamed sheet, a deleted table and a renamed heading are named."""
    opened, table = book([[None, "i1"]])
    if lost == "sheet":
        opened.sheets[layout.IIT.name].name = "แผ่น1"
    elif lost == "table":
        table.name = "Table1"
    else:
        table.headings[0] = "แต้ม"
    with pytest.raises(WorkbookError) as caught:
        write_scores(opened, RULES, "IIT", {"i1": 90.0})
    assert caught.value.code == f"workbook.{lost}_missing"
