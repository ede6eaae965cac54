"""Cells joined over the rows of a group, and labels that come again on the page that a group goes on to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from ita.word.drafting.blocks import Column, Section, cell, paragraph, row, section_xml, table
from ita.word.filling import grouping, heights
from ita.word.filling.grouping import LABEL, TEXT
from ita.word.parts import xml

COLUMNS = (Column("กลุ่ม", 3.0, LABEL), Column("มาตรการ", 6.0, TEXT), Column("ขั้นตอน", 6.0, "SmallText"))
LONG = "ทบทวนขั้นตอนการให้บริการและแจ้งผู้รับผิดชอบให้ทราบทั่วกัน " * 12
"""Some eleven lines in a column of six centimetres."""

SOME = "ทบทวนขั้นตอนการให้บริการและแจ้งผู้รับผิดชอบให้ทราบทั่วกัน " * 2

Cells = tuple[str, str, str]


def grouped(*rows: Cells) -> list[xml.Element]:
    """Return the rows under the head of a grouped table in a landscape section."""
    body = [row(*(cell(paragraph(t, c.style), c.width) for t, c in zip(texts, COLUMNS, strict=True))) for texts in rows]
    section = section_xml(Section("landscape"))
    root = xml.fragment(f"<w:body>{table(COLUMNS, *body)}{section}</w:body>")
    grouping.group(root)
    return xml.first(root, "w:tbl").findall("w:tr", xml.NAMESPACES)[1:]


def merges(rows: Sequence[xml.Element]) -> list[tuple[str, ...]]:
    """Return how each cell is merged: restart, continue or not at all."""
    return [tuple(heights.merge_of(cell) for _, cell in heights.placed(row)) for row in rows]


def label(row: xml.Element) -> str:
    """Return the text of a row's first cell, lines joined by a newline."""
    return "\n".join(heights.lines_of(xml.first(row, "w:tc/w:p")))


def is_kept(row: xml.Element) -> bool:
    """Whether a row stays on the page of the next one."""
    return any(True for _ in row.iter(xml.name("w:keepNext")))


def may_split(row: xml.Element) -> bool:
    """Whether a row may break over two pages."""
    return row.find("w:trPr/w:cantSplit", xml.NAMESPACES) is None


def test_an_empty_cell_of_a_group_joins_the_one_above() -> None:
    """Label and shared text span their rows, each group by itself; the last column is never joined."""
    rows = grouped(("ก", "หนึ่ง", "1"), ("", "", ""), ("", "สอง", "2"), ("ข", "สาม", "3"))
    assert merges(rows) == [
        ("restart", "restart", ""),
        ("continue", "continue", ""),
        ("continue", "", ""),
        ("", "", ""),
    ]


def test_equal_texts_are_not_joined() -> None:
    """Two measures that say the same stay two: only an empty cell goes on."""
    rows = grouped(("ก", "เหมือนกัน", "1"), ("ข", "เหมือนกัน", "2"))
    assert merges(rows) == [("", "", ""), ("", "", "")]


def test_the_first_row_joins_nothing() -> None:
    """An empty first cell does not go on from the head of the table."""
    assert merges(grouped(("", "หนึ่ง", "1"), ("ก", "สอง", "2"))) == [("", "", ""), ("", "", "")]


def test_other_tables_are_left_alone() -> None:
    """A table without the group styles keeps its bytes."""
    plain = (Column("ก", 3.0), Column("ข", 3.0))
    body = row(*(cell(paragraph("", c.style), c.width) for c in plain))
    root = xml.fragment(f"<w:body>{table(plain, body, body)}{section_xml(Section())}</w:body>")
    before = xml.serialize(root)
    grouping.group(root)
    assert before == xml.serialize(root)


def test_a_short_group_stays_on_one_page() -> None:
    """Every row of it but the last is kept with the next, none may split."""
    rows = grouped(("ก", "หนึ่ง", "1"), ("", "สอง", "2"), ("", "สาม", "3"), ("ข", "สี่", "4"))
    assert [is_kept(r) for r in rows] == [True, True, False, False]
    assert not any(may_split(r) for r in rows)


def test_a_row_of_over_half_a_page_may_split() -> None:
    """A row that would leave half a page empty may break, one of a third of a page or less may not."""
    rows = grouped(("ก", LONG * 2, "1"), ("ข", LONG, "2"), ("ค", "สั้น", "3"))
    assert [may_split(r) for r in rows] == [True, False, False]


def test_a_long_group_is_cut_into_runs_that_each_begin_with_the_label() -> None:
    """Rows kept on one page share a label; the first row of every later run repeats it."""
    rows = grouped(("๑. การปฏิบัติหน้าที่", SOME, "1"), *[("", SOME, str(n)) for n in range(2, 9)], ("๒.", SOME, "9"))
    labels = [label(r) for r in rows]
    again = "๑. การปฏิบัติหน้าที่"
    assert (labels[0], labels[8]) == ("๑. การปฏิบัติหน้าที่", "๒.")
    assert 2 <= labels[:8].count(again) <= 4
    assert set(labels[1:8]) == {again, ""}
    states = [state for state, *_ in merges(rows)]
    assert [state == "restart" for state in states[:8]] == [bool(text) for text in labels[:8]]
    assert [is_kept(r) for r in rows[:8]] == [text == "" for text in labels[1:8]] + [False]


def test_rows_too_tall_to_share_a_page_each_have_the_label() -> None:
    """Where a page may turn behind every row, each is a run of its own and joined with none."""
    rows = grouped(("ก", LONG, "1"), ("", LONG, "2"), ("", LONG, "3"))
    assert [label(r) for r in rows] == ["ก", "ก", "ก"]
    assert not any(is_kept(r) for r in rows)


def test_a_repeated_label_does_not_keep_its_row() -> None:
    """The first row of a run may be kept with the next; the label taken from it must not keep another row."""
    rows = grouped(("ก", SOME, "1"), ("", SOME, "2"), ("", LONG, "3"), ("ข", "สี่", "4"))
    assert [label(r) for r in rows] == ["ก", "", "ก", "ข"]
    assert [is_kept(r) for r in rows] == [True, False, False, False]


def test_a_label_of_two_lines_is_repeated_whole() -> None:
    """The score below an indicator's name comes along."""
    rows = grouped(("๘. การปรับปรุงการทำงาน\n(๙๕.๓๖ คะแนน)", LONG, "1"), ("", LONG, "2"))
    cell_runs = xml.first(rows[1], "w:tc/w:p").findall("w:r", xml.NAMESPACES)
    assert label(rows[1]) == "๘. การปรับปรุงการทำงาน\n(๙๕.๓๖ คะแนน)"
    assert all(run.find("w:rPr", xml.NAMESPACES) is not None for run in cell_runs)


def test_a_joined_text_keeps_its_rows_together() -> None:
    """Steps under one text are not torn from it."""
    rows = grouped(("ก", LONG, "1"), ("", "", "2"), ("", "", "3"))
    assert [is_kept(r) for r in rows] == [True, True, False]
    assert [state for _, state, _ in merges(rows)] == ["restart", "continue", "continue"]


def test_a_joined_text_of_most_of_a_page_is_not_joined() -> None:
    """Word cuts a joined text where the page turns, so a long one stays in its own row, which may split."""
    rows = grouped(("ก", LONG * 3, "1"), ("", "", "2"))
    assert [state for _, state, _ in merges(rows)] == ["", ""]
    assert may_split(rows[0])


@pytest.mark.parametrize(
    ("text", "width"),
    [("กก", 0.74), ("กี่", 0.37), ("๑๐", 0.89), ("10", 0.72), ("ก ก", 0.95)],
)
def test_marks_above_and_below_take_no_width(text: str, width: float) -> None:
    """The advance counts letters, digits and spaces."""
    assert heights.advance(text) == pytest.approx(width)


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    """Longer texts make a row higher; text over several rows adds to the last of them what they lack."""
    columns = (Column("", 3.0, TEXT), Column("", 3.0, TEXT))
    short, long = (row(cell(paragraph("สั้น", TEXT), 3.0), cell(paragraph(text, TEXT), 3.0)) for text in ("สั้น", LONG))
    built = xml.fragment(table(columns, short, long, head=False))
    low, high = heights.rows(built)
    assert high > 5 * low
    joined = row(cell(paragraph(LONG, TEXT), 3.0, merge="restart"), cell(paragraph("1", TEXT), 3.0))
    rest = row(cell(paragraph("", TEXT), 3.0, merge="continue"), cell(paragraph("2", TEXT), 3.0))
    first, last = heights.rows(xml.fragment(table(columns, joined, rest, head=False)))
    assert first == pytest.approx(low)
    assert first + last == pytest.approx(high)
