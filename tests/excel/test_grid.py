"""Placing tables and guessing the height of a row of wrapped Thai."""

from __future__ import annotations

import pytest

from ita.excel import layout
from ita.excel.grid import Placed, line_count, text_height
from ita.excel.theme import ROW_HEIGHT


def test_a_placed_table_knows_the_addresses_of_its_cells() -> None:
    """A table with headings in row 4 has its first data cell in row 5 and its last where its rows end."""
    placed = Placed(layout.IIT_TABLE, top=3, left=0, height=15)
    assert placed.cell(layout.SCORE) == "D5"
    assert placed.cell(layout.CODE, 2) == "A7"
    assert placed.area(layout.SCORE) == "D5:D19"
    assert placed.bottom == 18


@pytest.mark.parametrize(
    ("text", "lines"), [("", 1), ("ก", 1), ("ก\nข\nค", 3), ("ก\n\n", 3), ("กี่" * 10, line_count("ก" * 10, 20))]
)
def test_lines_are_counted_by_base_characters(text: str, lines: int) -> None:
    """Vowels and tone marks above and below take no room in a line; a line break begins a new one."""
    assert line_count(text, 20) == lines
    assert line_count("ก" * 200, 20) >= 10


def test_rows_grow_with_their_text_and_never_fall_below_the_usual() -> None:
    """A short text keeps the usual height; longer text in a narrower column needs more."""
    assert text_height("", 10) == text_height("ก", 10) >= ROW_HEIGHT
    heights = [text_height("ข้อความภาษาไทย" * times, 30) for times in (1, 3, 9)]
    assert heights == sorted(set(heights))
    assert text_height("ข้อความภาษาไทย" * 5, 20) > text_height("ข้อความภาษาไทย" * 5, 60)
