"""Codes of questions and items in texts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import ItemEvidence
from support.checked import findings, plain, said

OWN = plain()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ข้อ o28 และ i15 กับ e9", []),
        ("ข้อ o29", ["text.code_unknown"]),
        ("ข้อ O 36", ["text.code_unknown"]),
        ("รายการo๓๖ครบ", ["text.code_unknown"]),
        ("ตามＯ３６", ["text.code_unknown"]),
        ("ข้อ I16 และ ข้อ e 10", ["text.code_unknown", "text.code_unknown"]),
        ("o1-o43", ["text.code_unknown"]),
        ("ระดับ E 51 คะแนน", []),
        ("ISO 9001 CO2 E-Service PM2.5 H2O", []),
        ("น้ำมันแก๊สโซฮอล์ E20", []),
        ("https://www.example.go.th/o36 และแฟ้ม o99.pdf", []),
        ("อ้างอิงจาก 010", ["text.code_misprint"]),
        ("อ้างอิงจาก ๐๑๕ และ ๐๑๖", ["text.code_misprint"]),
        ("ข้อ ๐๒ ข้อมูลผู้บริหาร", ["text.code_misprint"]),
        ("โทร. 034 391 234 หรือ 034-391234", []),
        ("เวลา 08.30 น. วันที่ 05/10/2568", []),
        ("คำสั่งเลขที่ 015/2568 ครั้งที่ 001 รหัส 017", []),
        ("จำนวน 1,010 ราย หรือ 0.15", []),
        ("ระบบ 099", []),
    ],
)
def test_codes_are_those_of_the_year(text: str, expected: list[str]) -> None:
    """A code that the year lacks is an error, a number that looks like one a warning, everything else passes."""
    assert said(OWN, text) == expected


def test_the_year_says_what_it_has() -> None:
    """The finding names the code as the criteria write it, and the range of the year."""
    (one,) = findings(replace(plain(2567), texts={"foreword": "ข้อ O ๓๖"}))
    assert dict(one.values) == {"found": "o36", "year": "2567", "known": "o1–o35"}


@pytest.mark.parametrize(
    ("year", "text", "meant"),
    [
        (2567, "ข้อ 007 E-Service", "o13"),
        (2564, "ข้อ ๐๐๗ E-Service", "o17"),
        (2567, "ข้อ 007", "o7"),
        (2567, "027", "o27"),
    ],
)
def test_a_misprint_is_known_by_its_title(year: int, text: str, meant: str) -> None:
    """The title after a number tells the item better than the number."""
    (one,) = findings(replace(plain(year), texts={"foreword": text}))
    assert dict(one.values)["meant"] == meant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตัวชี้วัดย่อย ๙.๒ การบริหารงานและการใช้จ่ายงบประมาณ ข้อ o๒", ["text.sub_indicator"]),
        ("ตัวชี้วัดย่อยที่ 9.2\no2 ข้อมูลผู้บริหาร", ["text.sub_indicator"]),
        ("o2 (ตัวชี้วัดย่อย 9.2)", ["text.sub_indicator"]),
        ("o2 ในตัวชี้วัดย่อยที่ 10.1", ["text.sub_indicator"]),
        ("ตัวชี้วัดย่อย ๙.๑ ข้อมูลพื้นฐาน ข้อ o๒", []),
        ("ตัวชี้วัดย่อย 9.1 ครบถ้วน ส่วน o8 ต้องปรับปรุง", []),
        ("o2 ครบถ้วน ตัวชี้วัดย่อย 9.2 ต้องปรับปรุง", []),
        ("ตัวชี้วัดย่อย 9.9 ข้อ o2", []),
    ],
)
def test_an_item_stands_under_its_own_sub_indicator(text: str, expected: list[str]) -> None:
    """o2 belongs to 9.1; a text that puts it under 9.2 is told."""
    assert said(OWN, text) == expected


def test_remarks_beside_items_and_questions_are_texts_too() -> None:
    """Notes, comments and suggestions point to their own cells."""
    item = ItemEvidence(comment="ดูข้อ o36", suggestion="ดูข้อ o37")
    whole = replace(OWN, notes={"i7": "ดูข้อ i16"}, items={"o5": item})
    places = {"notes.i7": "IIT!G11", "items.o5.comment": "OIT!H9"}
    listed = [(f.where, dict(f.values)["found"]) for f in findings(whole, places)]
    assert listed == [("IIT!G11", "i16"), ("OIT!H9", "o36"), ("items.o5.suggestion", "o37")]


def test_codes_that_no_one_knows_yet_pass() -> None:
    """A year of which only the items are known lets any question pass."""
    unknown = plain(2569, questions={})
    assert said(unknown, "ข้อ i99 และ e99") == []
