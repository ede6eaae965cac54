"""The report against a target holds what the report it is modelled on holds, and none of its contradictions."""

from __future__ import annotations

import re

import msgspec

from ita import reports
from ita.assessment import Agency, Assessment
from ita.thai import Digits
from ita.word.parts import package
from support.report_text import empty_headings, faults, headings, tables
from support.word import containing, example, paragraphs

FIGURES = ("51.00", "84.01", "85.38", "81.29", "81.75", "76.73", "66.79", "0.00")
"""Total, tools, indicators and questions of the original, to two decimals."""

COUNTS = (
    "ร้อยละ 80",
    "85 คะแนน",
    "23 มกราคม 2561",
    "2561 ถึง 2564",
    "ระดับ E",
    "ปีงบประมาณ พ.ศ. 2563",
    "ปีงบประมาณ พ.ศ. 2564",
    "ใช้วัด 5 ตัวชี้วัด",
    "ใช้วัด 3 ตัวชี้วัด",
    "ใช้วัด 2 ตัวชี้วัด",
    "ใน 5 ตัวชี้วัดย่อย",
)
"""What else the original states in figures."""

SECTIONS = (
    "ความเป็นมา",
    "เป้าหมาย",
    "เรื่องที่ถึงเป้าหมาย",
    "ข้อเสนอแนะของผู้ประเมิน",
    "ข้อบกพร่องและแนวทางแก้ไข",
    "(IIT)",
    "(EIT)",
    "(OIT)",
    "มาตรการปรับปรุงประจำปี",
)
"""The original's headings by meaning, in its order."""

MEASURE_COLUMNS = ["ที่", "มาตรการหรือแนวทาง", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ", "การติดตามผล"]
"""The original's five columns: measure, steps, responsible, period, follow-up; ours numbers the measures."""


def report(assessment: Assessment, digits: Digits = "arabic") -> bytes:
    """Return the report on an assessment."""
    return reports.compose(assessment, reports.find("improvement_plan"), digits)


def table(data: bytes, first: str) -> list[list[str]]:
    """Return the rows of the table whose head has this text in its second cell."""
    return next(rows for rows in tables(data) if len(rows[0]) > 1 and rows[0][1] == first)


def test_every_figure_of_the_original_is_there() -> None:
    """Each figure that the original prints stands in ours."""
    text = "\n".join(paragraphs(report(example("srakaeo_2563"))))
    assert [figure for figure in (*FIGURES, *COUNTS) if figure not in text] == []
    assert text.count("มีข้อคำถาม 6 ข้อ") == 5
    assert text.count("มีข้อคำถาม 5 ข้อ") == 3


def test_every_section_of_the_original_is_there() -> None:
    """The headings stand in the original's order, a section for each tool among them."""
    found = headings(report(example("srakaeo_2563")))
    places = [next(i for i, text in enumerate(found) if words in text) for words in SECTIONS]
    assert places == sorted(places)


def test_every_indicator_is_analysed() -> None:
    """All ten are named with what they look at."""
    texts = paragraphs(report(example("srakaeo_2563")))
    named = [text for text in texts if re.match(r"\d\) ตัวชี้วัดที่ \d+ ", text)]
    assert [int(text.split()[2]) for text in named] == list(range(1, 11))
    assert len([text for text in texts if text.startswith("ตัวชี้วัดนี้พิจารณา")]) == 10


def test_indicators_of_an_unknown_tool_are_not_spelt_out() -> None:
    """Where nothing is known of a tool nor planned for it, one sentence says so."""
    texts = paragraphs(report(example("thungkracho_2564")))
    named = [text for text in texts if re.match(r"\d\) ตัวชี้วัดที่ \d+ ", text)]
    assert [int(text.split()[2]) for text in named] == [9, 10]
    containing(texts, "ไม่มีข้อมูลคะแนนของ IIT ทั้งคะแนนเฉลี่ย")


def test_the_measure_table_has_the_originals_shape() -> None:
    """Six measures in seven rows, each with method, responsible people, period and follow-up."""
    rows = table(report(example("srakaeo_2563")), MEASURE_COLUMNS[1])
    assert rows[0] == MEASURE_COLUMNS
    assert [row[0] for row in rows[1:]] == ["1", "", "2", "3", "4", "5", "6"]
    assert all(row[2] and row[5] for row in rows[1:])
    assert all(row[3] and row[4] for row in rows[1:] if row[0])


def test_a_column_that_nobody_filled_is_not_printed() -> None:
    """Where no step tells of its follow-up there is no such column, and the sentence before promises none."""
    data = report(example("khongchaiphatthana_2568"))
    assert table(data, MEASURE_COLUMNS[1])[0] == MEASURE_COLUMNS[:-1]
    containing(paragraphs(data), "โดยระบุวิธีดำเนินการ ผู้รับผิดชอบ และระยะเวลา ดังนี้")
    containing(paragraphs(report(example("srakaeo_2563"))), "ผู้รับผิดชอบ ระยะเวลา และการติดตามผล ดังนี้")


def test_weak_questions_have_their_own_words_and_remarks() -> None:
    """The three known questions stand with the official wording of their code and the agency's remark."""
    found = [rows for rows in tables(report(example("srakaeo_2563"))) if rows[0][-1] == "ข้อสังเกตของหน่วยงาน"]
    assert [(row[0], row[2]) for rows in found for row in rows[1:]] == [
        ("i7", "81.75"),
        ("i15", "76.73"),
        ("i20", "66.79"),
    ]
    assert all(row[3] for rows in found for row in rows[1:])
    wording = {row[0]: row[1] for rows in found for row in rows[1:]}
    assert "มีความสะดวก" in wording["i20"]
    assert "ขออนุญาตอย่างถูกต้อง" not in wording["i20"]


def test_the_originals_contradictions_are_gone() -> None:
    """No level that the year lacks, no broken code, no passing indicator among the defects, no unknown pass."""
    data = report(example("srakaeo_2563"))
    texts = paragraphs(data)
    assert not [text for text in texts if "ระดับดี" in text or "ข้อ 1" in text or "พัสต" in text]
    defects = [row[1] for row in table(data, "เรื่อง")[1:]]
    assert not [subject for subject in defects if "ตัวชี้วัดที่ 7" in subject]
    assert [subject.split()[1] for subject in defects] == ["9", "10", "i20", "i15", "8", "i7"]
    tools = next(rows for rows in tables(data) if rows[0][0] == "เครื่องมือ")
    verdicts = {row[0].rpartition("(")[2].rstrip(")"): row[3] for row in tools[1:]}
    assert verdicts["IIT"] == "ยังสรุปไม่ได้"
    assert (verdicts["EIT"], verdicts["OIT"]) == ("ไม่ถึงเป้าหมาย", "ไม่ถึงเป้าหมาย")


def test_suggestions_are_the_assessors_and_advice_is_the_agencys() -> None:
    """Only entered suggestions and accepted measures are printed."""
    assessment = msgspec.structs.replace(example("srakaeo_2563"), assessor_suggestions=(), measures=())
    texts = paragraphs(report(assessment))
    assert not [text for text in texts if "ข้อเสนอแนะของผู้ประเมิน" in text]
    containing(texts, "องค์การบริหารส่วนตำบลสระแก้วยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2564")
    assert not [text for text in texts if "มาตรการของหน่วยงานสำหรับตัวชี้วัดนี้" in text]


def test_an_empty_assessment_makes_a_report_that_claims_nothing() -> None:
    """With nothing known there is no praise, no blame and no chart."""
    data = report(Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=2568))
    texts = paragraphs(data)
    assert faults(texts, "arabic") == []
    assert empty_headings(data) == []
    containing(texts, "ไม่มีข้อมูลคะแนนของเครื่องมือและตัวชี้วัด จึงยังสรุปไม่ได้ว่าเรื่องใดถึงเป้าหมาย")
    assert not [part for part in package.read(data) if part.startswith("word/charts/chart")]
