"""The report by tool holds what the report it is modelled on holds, and none of its contradictions."""

from __future__ import annotations

import re

import pytest

from ita import reports
from ita.word.parts import xml
from support.report_text import headings, tables
from support.word import body, containing, example, paragraphs

INDICATORS = {
    "การปฏิบัติหน้าที่": ("IIT", "100.00"),
    "การใช้งบประมาณ": ("IIT", "100.00"),
    "การใช้อำนาจ": ("IIT", "100.00"),
    "การใช้ทรัพย์สินของราชการ": ("IIT", "96.97"),
    "การแก้ไขปัญหาการทุจริต": ("IIT", "100.00"),
    "คุณภาพการดำเนินงาน": ("EIT", "97.39"),
    "ประสิทธิภาพการสื่อสาร": ("EIT", "96.19"),
    "การปรับปรุงการทำงาน": ("EIT", "95.36"),
    "การเปิดเผยข้อมูล": ("OIT", "83.75"),
    "การป้องกันการทุจริต": ("OIT", "100.00"),
}
"""The summary table of the original, with the tool of each indicator."""

SUBS = ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2")
TOOLS = {"IIT": ("30", "99.39"), "EIT": ("30", "96.31"), "OIT": ("40", "91.88")}
MEASURES = {"IIT": 2, "EIT": 2, "OIT": 1}
"""How many measures the original plans by each tool."""

MEASURE_COLUMNS = ("มาตรการ", "ผลการวิเคราะห์", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ")
PERIOD = "1 ตุลาคม 2568 ถึง 30 กันยายน 2569"
SECTIONS = (
    "ตัวชี้วัด",
    "เครื่องมือ",
    "1. ผลการประเมิน",
    "1.1 ผลการประเมินในภาพรวม",
    "1.2 ผลการประเมินรายเครื่องมือ",
    "1.3 ผลการประเมินรายตัวชี้วัด",
    "2. การวิเคราะห์ผลการประเมิน",
    "(IIT)",
    "(EIT)",
    "(OIT)",
    "3. มาตรการ",
    "(IIT)",
    "(EIT)",
    "(OIT)",
)
"""The original's headings by meaning, in its order."""


@pytest.fixture(scope="module")
def original() -> bytes:
    """Return our report on the agency whose report is the model, in Arabic digits."""
    return reports.compose(example("nongphlap_2568"), reports.find("analysis_by_tool"), "arabic")


def tables_with(data: bytes, head: str) -> list[list[list[str]]]:
    """Return the tables one of whose headings is this."""
    return [rows for rows in tables(data) if head in rows[0]]


def test_the_cover_names_years_agency_and_place(original: bytes) -> None:
    """The year assessed, the year of the measures, the agency with district and province."""
    cover = "".join("".join(row) for row in tables(original)[0])
    for words in ("ประจำปีงบประมาณ พ.ศ. 2568", "ประจำปีงบประมาณ พ.ศ. 2569", "องค์การบริหารส่วนตำบลหนองพลับ"):
        assert words in cover
    assert cover.endswith("อำเภอเมืองเพชรบุรี จังหวัดเพชรบุรี")


def test_every_section_of_the_original_is_there(original: bytes) -> None:
    """Foreword, rationale, indicators, tools, results, analysis and measures stand in the original's order."""
    texts = paragraphs(original)
    assert texts.index("คำนำ") < texts.index("หลักการและเหตุผล")
    found = iter(headings(original))
    assert [words for words in SECTIONS if not any(words in heading for heading in found)] == []


def test_the_tools_have_their_indicators_and_sub_indicators(original: bytes) -> None:
    """Ten indicators are listed, five, three and two by tool, and the OIT has its seven sub-indicators."""
    texts = paragraphs(original)
    assert [text.split("\t")[1] for text in texts if re.fullmatch(r"\d+\)\t\D+", text)][-10:] == list(INDICATORS)
    counts = [re.search(r"ใช้วัด (\d) ตัวชี้วัด", text) for text in texts]
    assert [int(found[1]) for found in counts if found] == [5, 3, 2]
    assert tuple(text.split("\t")[0] for text in texts if re.match(r"(9|10)\.\d\t", text)) == SUBS


def test_the_result_is_that_of_the_original(original: bytes) -> None:
    """Total, level, and the change from last year, whose total follows from it."""
    [panel] = tables_with(original, "คะแนนรวม")
    assert panel[1] == ["95.46", "ผ่านดี", "-2.59"]
    containing(paragraphs(original), "95.46 คะแนน จากคะแนนเต็ม 100 คะแนน ผลการประเมินอยู่ในระดับผ่านดี")
    containing(paragraphs(original), "ลดลง 2.59 คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. 2567 ซึ่งได้ 98.05 คะแนน")


def test_every_tool_and_every_indicator_has_its_figure(original: bytes) -> None:
    """The tools follow from the indicators, and the summary table is the original's."""
    [tools] = tables_with(original, "น้ำหนัก\n(ร้อยละ)")
    assert {row[0][-4:-1]: (row[1], row[2]) for row in tools[1:4]} == TOOLS
    [indicators] = tables_with(original, "ตัวชี้วัด")
    assert [row[0] for row in indicators[1:]] == [str(number) for number in range(1, 11)]
    assert {row[1]: (row[2], row[3]) for row in indicators[1:]} == INDICATORS


def test_the_three_charts_of_results_are_native(original: bytes) -> None:
    """Overall, by tool and by indicator."""
    assert sum(1 for _ in body(original).iter(xml.name("c:chart"))) == 3


def test_the_questions_of_the_measures_have_their_wordings(original: bytes) -> None:
    """The four questions that the original names are there, also where it printed no code."""
    named = [row for rows in tables_with(original, "ประเด็น") for row in rows[1:]]
    assert [row[0] for row in named] == ["i10", "i12", "e8", "e9"]
    assert all(row[1] for row in named)


def test_each_tool_has_its_table_of_measures(original: bytes) -> None:
    """The original's columns, as many measures by each tool, and its period for every one."""
    found = [rows for rows in tables(original) if rows[0][0] == "ที่" and "ขั้นตอน" in "".join(rows[0])]
    for rows, count in zip(found, MEASURES.values(), strict=True):
        assert all(any(words in head for head in rows[0]) for words in MEASURE_COLUMNS)
        assert [row[0] for row in rows[1:] if row[0]] == [str(number) for number in range(1, count + 1)]
        assert {row[4] for row in rows[1:] if row[4]} == {PERIOD}


def test_none_of_its_contradictions_is_repeated(original: bytes) -> None:
    """One spelling of the agency, one year assessed, one highest indicator of the EIT, and an OIT with a gap."""
    texts = paragraphs(original)
    assert "หนองปลับ" not in "".join(texts)
    assert {text for text in texts if "2567" in text} == {containing(texts, "เมื่อเทียบกับปีงบประมาณ")}
    strength = containing(texts[texts.index("2.3 แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)") :], "จุดแข็ง")
    assert "97.39" in strength
    assert "96.19" not in strength
    containing(texts, "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้ 83.75 คะแนน ซึ่งยังไม่ผ่านเกณฑ์ 85 คะแนน")
    containing(texts, "คะแนน OIT ต่ำกว่า 95 คะแนน จึงยังไม่ถึงระดับผ่านดีเยี่ยม")
