"""The report on the OIT holds what the report it is modelled on holds, and none of its contradictions."""

from __future__ import annotations

import re

import msgspec
import pytest

from ita import reports
from ita.assessment import Agency, Assessment, Given, ItemEvidence
from ita.thai import Digits
from support.report_text import empty_headings, faults, headings, tables
from support.word import containing, example, paragraphs

NAME = "thungkracho_2564"
FIGURES = ("86.37", "92.50", "100.00", "87.50", "75.00", "96.25", "43 ข้อ", "41 ข้อ", "2 ข้อ")
"""What the original prints, to two decimals, and what follows from its items."""

SUB_INDICATORS = {"9.1": 9, "9.2": 8, "9.3": 7, "9.4": 4, "9.5": 5, "10.1": 8, "10.2": 2}
"""How many items the original lists under each sub-indicator."""

ZERO = ("o17", "o28")
ITEM_COLUMNS = ["ข้อ", "ข้อมูลที่ต้องเปิดเผย", "ความเห็นของ\nผู้ตรวจประเมิน", "คะแนน", "ผล"]
"""The original's columns: item with its number, comment, score; ours adds the word for the score."""
PLAN_COLUMNS = ["ลำดับ", "ข้อบกพร่องหรือ\nเรื่องที่ต้องพัฒนา", "ข้อเสนอแนะ\n(แนวทางของหน่วยงาน)", "หน่วยงาน\nผู้รับผิดชอบ"]
"""The original's columns: number, defect, suggestion, responsible."""
SECTIONS = ("คะแนนการเปิดเผยข้อมูลสาธารณะ", "ไม่ผ่านการประเมิน", "ข้อ o17 E-Service", "ข้อ o28", "ข้อเสนอแนะ")
"""The original's headings by meaning, in its order."""


def report(assessment: Assessment, digits: Digits = "arabic") -> bytes:
    """Return the report on an assessment."""
    return reports.compose(assessment, reports.find("oit_scores"), digits)


def table(data: bytes, first: str) -> list[list[str]]:
    """Return the rows of the table whose head begins with this text."""
    return next(rows for rows in tables(data) if rows[0][0] == first)


def test_every_figure_of_the_original_is_there() -> None:
    """Each figure that the original prints stands in ours."""
    text = "\n".join(paragraphs(report(example(NAME))))
    assert [figure for figure in FIGURES if figure not in text] == []


def test_every_section_of_the_original_is_there() -> None:
    """The headings stand in the original's order, one for each item that failed."""
    found = headings(report(example(NAME)))
    places = [next(i for i, text in enumerate(found) if words in text) for words in SECTIONS]
    assert places == sorted(set(places))


def test_the_title_names_report_year_and_agency() -> None:
    """The head of the original: what is reported, of which assessment, year and agency, and where it is."""
    texts = paragraphs(report(example(NAME)))[:6]
    containing(texts, "รายงานผลคะแนนการเปิดเผยข้อมูลสาธารณะ")
    containing(texts, "ปีงบประมาณ พ.ศ. 2564")
    containing(texts, "เทศบาลตำบลทุ่งกระเชาะ อำเภอบ้านตาก จังหวัดตาก")


def test_the_item_table_has_the_originals_shape() -> None:
    """Two indicators, seven sub-indicators and 43 items with their scores, comments at the two that failed."""
    rows = table(report(example(NAME)), "ข้อ")
    assert rows[0] == ITEM_COLUMNS
    groups = [re.match(r"ตัวชี้วัดย่อยที่ ([\d.]+)", row[0]) for row in rows]
    places = {match[1]: number for number, match in enumerate(groups) if match}
    assert list(places) == list(SUB_INDICATORS)
    items = [row for row in rows[1:] if re.fullmatch(r"o\d+", row[0])]
    assert [row[0] for row in items] == [f"o{number}" for number in range(1, 44)]
    assert len(rows) == 1 + 2 + len(SUB_INDICATORS) + 43
    for code, count in SUB_INDICATORS.items():
        assert all(row[0].startswith("o") for row in rows[places[code] + 1 : places[code] + 1 + count])
    assert {row[0] for row in items if row[3] == "0.00"} == {row[0] for row in items if row[2]} == set(ZERO)
    assert {row[0]: row[4] for row in items if row[4] != "ผ่าน"} == dict.fromkeys(ZERO, "ไม่ผ่าน")
    assert {row[3] for row in items if row[0] not in ZERO} == {"100.00"}


def test_the_suggestion_table_has_the_originals_shape() -> None:
    """A row for each failed item with number, defect, suggestion and responsible, as the clerk entered them."""
    rows = table(report(example(NAME)), "ลำดับ")
    assert rows[0] == PLAN_COLUMNS
    entered = example(NAME).items
    assert [(row[0], row[1].split()[0], row[2], row[3]) for row in rows[1:]] == [
        ("1", "o17", entered["o17"].suggestion, "ทุกส่วน"),
        ("2", "o28", entered["o28"].suggestion, "สำนักปลัด"),
    ]


def test_a_table_without_comments_has_no_column_for_them() -> None:
    """Where no assessor commented on an item, its title has the room of the empty column."""
    silent = msgspec.structs.replace(example(NAME), items={})
    assert table(report(silent), "ข้อ")[0] == [head for head in ITEM_COLUMNS if "ความเห็น" not in head]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (NAME, "จำแนกตามตัวชี้วัด ตัวชี้วัดย่อย และรายการข้อมูล"),
        ("nongphlap_2568", "จำแนกตามตัวชี้วัด"),
    ],
)
def test_the_tables_title_names_no_level_that_is_not_shown(name: str, expected: str) -> None:
    """A table of indicators alone is not called one of sub-indicators."""
    title = next(text for text in paragraphs(report(example(name))) if text.startswith("ตารางที่ 1"))
    assert title.endswith(f"ผลการประเมิน OIT {expected}")


def test_comments_are_quoted_as_the_assessors() -> None:
    """Each failed item has the assessor's comment in quotation marks, and the agency's own analysis apart."""
    texts = paragraphs(report(example(NAME)))
    for code in ZERO:
        assert f"ความเห็นของผู้ตรวจประเมิน “{example(NAME).items[code].comment}”" in texts
    assert sum(text.startswith("ผลการวิเคราะห์ของหน่วยงาน ") for text in texts) == 2


def test_the_signature_of_the_original_is_there() -> None:
    """Name in brackets, position and role."""
    texts = paragraphs(report(example(NAME)))
    start = texts.index("(นางสาวอิริชยา มีกล้า)")
    assert texts[start + 1 : start + 3] == ["นิติกรชำนาญการ", "ผู้จัดทำ"]


def test_the_originals_contradictions_are_gone() -> None:
    """86.37 is the total and 96.25 the OIT's, no other agency is named, no failed item has a false code."""
    text = "\n".join(paragraphs(report(example(NAME))))
    assert "ได้ 96.25 คะแนน" in text
    assert "คะแนนรวม ITA จากทุกเครื่องมือเท่ากับ 86.37 คะแนน" in text
    assert text.count("86.37") == 1
    assert not re.search(r"หนองแปน|ทุ่งกระเซาะ|ข้อ 007|ข้อ o7 E-Service|ผ่านผ่าน", text)


def test_nothing_failed_leaves_out_its_section() -> None:
    """A report on full marks has neither failed items nor a suggestion table, and its sections stay numbered."""
    found = headings(report(example("khlongnokkrathung_2567")))
    assert found == ["1. คะแนนการเปิดเผยข้อมูลสาธารณะ", "2. ข้อเสนอแนะเพื่อยกระดับการเปิดเผยข้อมูล"]
    data = report(example("khlongnokkrathung_2567"))
    assert not [rows for rows in tables(data) if rows[0][0] == "ลำดับ"]
    containing(paragraphs(data), "ข้อมูลทั้ง 35 ข้อผ่านทุกข้อ")


def test_without_items_the_table_ends_at_the_indicators() -> None:
    """Indicators alone make a table of two columns."""
    rows = table(report(example("nongphlap_2568")), "ตัวชี้วัด")
    assert rows == [
        ["ตัวชี้วัด", "คะแนน"],
        ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "83.75"],
        ["ตัวชี้วัดที่ 10 การป้องกันการทุจริต", "100.00"],
    ]


def test_addresses_keep_their_digits() -> None:
    """URLs, Latin names and file names are the same in Thai digits."""
    address = "https://example.go.th/2564/o17-v2.pdf"
    evidence = ItemEvidence(url=address, comment="ลิงก์ตาม https://example.go.th/17 ใช้ไม่ได้")
    assessment = msgspec.structs.replace(example(NAME), items={"o17": evidence})
    texts = paragraphs(report(assessment, "thai"))
    containing(texts, address)
    containing(texts, "“ลิงก์ตาม https://example.go.th/17 ใช้ไม่ได้”")
    containing(texts, "๒.๑ ข้อ o๑๗ E-Service (๐.๐๐ คะแนน)")


@pytest.mark.parametrize("year", [2563, 2565, 2566, 2568, 2569])
def test_any_year_makes_a_report_that_claims_nothing(year: int) -> None:
    """With nothing known, and with one item known, there is a report in every year."""
    empty = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year)
    for assessment in (empty, msgspec.structs.replace(empty, given=Given(questions={"o1": 50.0}))):
        data = report(assessment)
        assert faults(paragraphs(data), "arabic") == []
        assert empty_headings(data) == []
