"""What a text mentions."""

from __future__ import annotations

from time import perf_counter

import pytest

from ita import criteria
from ita.checks.mentions import codes, mentions, plain
from support import checked
from support.checked import said

RULES = criteria.load(2568)
OWN = checked.plain()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ข้อ i๑๐ และ O๒", ["i10", "o2"]),
        ("e3,e4", ["e3", "e4"]),
        ("o02", ["o2"]),
        ("ITA2568 Core9", []),
        ("ดู https://a.go.th/i1?o2 และ คู่มือo3.pdf", []),
    ],
)
def test_codes_are_found_as_the_criteria_write_them(text: str, expected: list[str]) -> None:
    """Thai digits, capitals and leading zeros do not matter; addresses and words do not count."""
    assert [code for code, _, _ in codes(plain(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตัวชี้วัดที่ ๔. การใช้ทรัพย์สินของทางราชการ", [("indicator", "4")]),
        ("ตัวชี้วัดด้านการปรับปรุงระบบการทำงาน", [("indicator", "8")]),
        ("ตัวชี้วัดย่อยที่ 9.2", [("sub_indicator", "9.2")]),
        ("ตัวชี้วัด 9.2 หรือ ตัวชี้วัด 10 ตัว", []),
        ("EIT ส่วนที่ ๒ และ EIT (1) กับ EIT2", [("tool", "EIT2"), ("tool", "EIT1"), ("tool", "EIT2")]),
        ("แบบวัด OIT มีคะแนนรวม", [("tool", "OIT")]),
        ("ผลคะแนนเฉลี่ย", [("total", "total")]),
    ],
)
def test_figures_are_found_by_number_and_by_name(text: str, expected: list[tuple[str, str]]) -> None:
    """Indicators also by a name that is nearly the year's; a tool's own total is not the total."""
    assert [(one.kind, one.name) for one in mentions(RULES, plain(text))] == expected


@pytest.mark.parametrize("piece", ["ก", "a.b", "ตัวชี้วัดที่ 4 ", "ต่ำสุดคือ i10 ", "องค์การบริหารส่วนตำบลก"])
def test_a_cell_full_of_anything_is_read_at_once(piece: str) -> None:
    """No text that a cell can hold (32,767 characters) keeps the clerk waiting."""
    text = (piece * 32_767)[:32_767]
    started = perf_counter()
    said(OWN, f"{text} ต่ำสุด")
    assert perf_counter() - started < 5


@pytest.mark.parametrize("text", ["ตัวชี้วัดที่ ๔ กำหนด ๑๐๐", "ＡＢＣ\u200b1\u00a02", "ก https://a.go.th/๑๒ ข"])
def test_a_plain_text_is_as_long_as_the_text(text: str) -> None:
    """Positions in the plain text are positions in the text."""
    assert len(plain(text)) == len(text)
