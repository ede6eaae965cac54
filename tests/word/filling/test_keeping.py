"""Short tables and the rows under a merged cell stay on one page."""

from __future__ import annotations

from pathlib import Path

from ita.word.drafting.blocks import Column, body_row, each_row, paragraph, table
from ita.word.filling.render import Filling, render
from ita.word.parts import xml
from support.word import body, small_template

COLUMNS = [Column("กลุ่ม", 4.0, merged=True), Column("ข้อความ", 12.0)]


def kept(path: Path, texts: tuple[str, ...], *, head: bool = True) -> list[bool]:
    """Return, for each row of a table of one merged group, whether it keeps with the next."""
    rows = each_row("text in texts", COLUMNS, body_row(COLUMNS, ["ก", "{{ text }}"]), help_text="พิมพ์ซ้ำ")
    template = small_template(path / "t.docx", table(COLUMNS, rows, head=head), paragraph("ท้าย"))
    found = body(render(template, Filling({"texts": texts})))
    return [
        all(p.find("w:pPr/w:keepNext", xml.NAMESPACES) is not None for p in row.iter(xml.name("w:p")))
        for row in found.iter(xml.name("w:tr"))
    ]


def test_a_short_table_stays_whole(tmp_path: Path) -> None:
    """Every row but the last keeps with the next."""
    assert kept(tmp_path, ("ก", "ข", "ค"), head=False) == [True, True, False]
    assert kept(tmp_path, ("ก", "ข")) == [True, True, False]


def test_a_long_group_keeps_its_first_two_rows(tmp_path: Path) -> None:
    """Where a group may turn the page, its first row still has company."""
    assert kept(tmp_path, ("ข้อความ " * 300,) * 3)[1:] == [True, False, False]


def test_a_table_of_many_rows_is_left_alone(tmp_path: Path) -> None:
    """Rows that nothing joins, too many for one page, break where they will."""
    plain = [Column("ข้อความ", 16.0)]
    rows = each_row("text in texts", plain, body_row(plain, ["{{ text }}"]), help_text="พิมพ์ซ้ำ")
    template = small_template(tmp_path / "t.docx", table(plain, rows))
    found = body(render(template, Filling({"texts": ("ก",) * 40})))
    marks = [row.find(".//w:keepNext", xml.NAMESPACES) is not None for row in found.iter(xml.name("w:tr"))]
    assert marks == [False] * 41
