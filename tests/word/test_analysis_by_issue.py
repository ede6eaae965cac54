"""The report by issue holds what the report it is modelled on holds, and none of its contradictions."""

from __future__ import annotations

import re

import msgspec
import pytest

from ita import reports
from ita.assessment import Agency, Assessment, Given
from ita.thai import Digits
from ita.word.parts import xml
from ita.word.templates.analysis_by_issue import build
from support.report_text import empty_headings, faults, headings, tables
from support.word import body, containing, example, paragraphs, story_parts
from word.drafting.test_runs import faults as look_faults

INDICATORS = {
    "1": ("IIT", "99.08"),
    "2": ("IIT", "100.00"),
    "3": ("IIT", "98.85"),
    "4": ("IIT", "95.40"),
    "5": ("IIT", "99.31"),
    "6": ("EIT", "98.42"),
    "7": ("EIT", "98.08"),
    "8": ("EIT", "90.17"),
    "9": ("OIT", "100.00"),
    "10": ("OIT", "100.00"),
}
"""The result table of the original: tool and score of each indicator; all passed."""

ISSUES = (
    ("i1 98.62", "i2 98.62", "i3 100", "o7 100", "o8 100", "o9 100", "o10 100"),
    ("e1 99.50", "e2 99.50", "e3 97.50", "e7 99.50", "e8 99.50", "e9 100", "o11 100", "o12 100", "o13 100", "o25 100"),
    ("e4 99.50", "e5 99.50", "e6 99.50", *(f"o{number} 100" for number in range(1, 7))),
    ("i10 90.34", "i11 100", "i12 95.86"),
    ("i4 100", "i5 100", "i6 100", *(f"o{number} 100" for number in range(14, 18))),
    ("i7 96.55", "i8 100", "i9 100", *(f"o{number} 100" for number in range(18, 22))),
    ("i13 99.31", "i14 99.31", "i15 99.31", "o22 100", "o23 100", "o24 100", *(f"o{n} 100" for n in range(26, 36))),
)
"""The questions and items of each issue with their scores; i7, printed as 96.50, is the 96.55 that 29 answers give,
and o15, printed a second time under issue 6, stands once."""

MEASURES = (
    (3, "ตุลาคม 2567 ถึง กันยายน 2568"),
    (1, "มกราคม ถึง มีนาคม 2568"),
    (3, "มกราคม ถึง มีนาคม 2568"),
    (3, "ตุลาคม 2567 ถึง กันยายน 2568"),
    (4, "ตุลาคม 2567 ถึง กันยายน 2568"),
    (3, "ตุลาคม 2567 ถึง กันยายน 2568"),
    (3, "ตุลาคม 2567 ถึง กันยายน 2568"),
)
"""Steps and period of the measure of each issue."""

SECTIONS = (
    "การประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567",
    "หลักการประเมิน",
    "เครื่องมือในการประเมิน",
    "หลักเกณฑ์การประเมิน",
    "การประมวลผลคะแนน",
    "เงื่อนไขการประมวลผลและการแสดงผล",
    "ระดับผลการประเมิน (Rating Score)",
    "ผลการประเมินจำแนกตามเครื่องมือและตัวชี้วัด",
    *(f"4.{number} ประเด็นที่ {number} " for number in range(1, 8)),
    *(f"5.{number} ประเด็นที่ {number} " for number in range(1, 8)),
    "ข้อจำกัดของหน่วยงานในการเข้ารับการประเมิน ปีงบประมาณ พ.ศ. 2568",
    "ข้อเสนอแนะต่อผลการประเมิน",
    "(IIT)",
    "(EIT)",
    "(OIT)",
)
"""The original's headings by meaning, in its order, after its two covers and its foreword."""

MEASURE_COLUMNS = [
    "ประเด็นที่ต้องยกระดับ\nผลการประเมิน",
    "มาตรการ โครงการ\nหรือกิจกรรม",
    "ขั้นตอนหรือวิธีการปฏิบัติ",
    "ช่วงเวลา\nดำเนินการ",
    "ผู้รับผิดชอบ",
]


def report(assessment: Assessment, digits: Digits = "arabic") -> bytes:
    """Return the report on an assessment."""
    return reports.compose(assessment, reports.find("analysis_by_issue"), digits)


@pytest.fixture(scope="module")
def original() -> bytes:
    """Return our report on the agency whose report is the model, in Arabic digits."""
    return report(example("khlongnokkrathung_2567"))


def tables_with(data: bytes, *heads: str) -> list[list[list[str]]]:
    """Return the tables whose head row begins with these texts."""
    return [rows for rows in tables(data) if tuple(rows[0][: len(heads)]) == heads]


def test_both_covers_name_year_agency_and_place(original: bytes) -> None:
    """The measures' cover is of the plan year, the analysis' of the year assessed."""
    measures, analysis = (["\n".join(row) for row in rows] for rows in tables(original)[:2])
    assert "มาตรการส่งเสริมคุณธรรม" in measures[1]
    assert "พ.ศ. 2568" in measures[1]
    assert "รายงานวิเคราะห์ผลการประเมิน" in analysis[1]
    assert "พ.ศ. 2567" in analysis[1]
    for cover in (measures, analysis):
        assert cover[3].endswith("องค์การบริหารส่วนตำบลคลองนกกระทุงอำเภอบางเลน จังหวัดนครปฐม")


def test_the_foreword_lists_the_indicators_and_its_authors(original: bytes) -> None:
    """Ten indicators by name, the index of perceptions, and the committee with agency and place."""
    texts = paragraphs(original)
    listed = containing(texts, "ได้แก่ (1) ")
    assert re.findall(r"\((\d+)\)", listed) == [str(number) for number in range(1, 11)]
    containing(texts, "Corruption Perceptions Index : CPI")
    first = texts.index("ผู้จัดทำ")
    assert texts[first + 1].startswith("คณะกรรมการประเมินคุณธรรมและความโปร่งใส")
    assert texts[first + 1].endswith("ขององค์การบริหารส่วนตำบลคลองนกกระทุง")
    assert texts[first + 2] == "อำเภอบางเลน จังหวัดนครปฐม"


def test_every_section_of_the_original_is_there(original: bytes) -> None:
    """The headings stand in the original's order, and the contents field lists two levels of them."""
    found = headings(original)
    places = [next(i for i, text in enumerate(found) if words in text) for words in SECTIONS[:-3]]
    assert places == sorted(places)
    last = [text for text in found[places[-1] :] if text.startswith("7.")]
    assert [words for words, text in zip(SECTIONS[-3:], last[1:], strict=True) if words not in text] == []
    entries = [text.removesuffix("\t–") for text in paragraphs(original) if text.endswith("\t–")]
    assert entries == ["คำนำ", *(text for text in found if not re.match(r"(5|7)\.\d", text))]


def test_the_tools_have_their_indicators_and_sub_indicators(original: bytes) -> None:
    """Five, three and two indicators; five and two sub-indicators of the OIT."""
    texts = paragraphs(original)
    assert [int(count) for count in re.findall(r"ครอบคลุม (\d) ตัวชี้วัด", "\n".join(texts))] == [5, 3, 2]
    subs = [text.split("\t")[0] for text in texts if re.match(r"(9|10)\.\d\t", text)]
    assert subs == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    containing(texts, "(พ.ศ. 2561 - 2580)")
    containing(texts, "ร้อยละ 100")


def test_the_scoring_table_has_the_originals_shape(original: bytes) -> None:
    """Six rows for four tools and parts, their weights, and the note on the two parts of the EIT."""
    [rows] = tables_with(original, "คะแนน", "แบบวัด IIT")
    assert rows[0] == ["คะแนน", "แบบวัด IIT", "แบบวัด EIT (1)", "แบบวัด EIT (2)", "แบบวัด OIT"]
    assert [row[0] for row in rows[1:]] == [
        "คะแนนข้อคำถาม",
        "คะแนนตัวชี้วัดย่อย",
        "คะแนนตัวชี้วัด",
        "คะแนนแบบวัด",
        "น้ำหนักแบบวัด",
        "คะแนนรวม",
    ]
    assert rows[5][1:] == ["ร้อยละ 30", "ร้อยละ 15", "ร้อยละ 15", "ร้อยละ 40"]
    containing(paragraphs(original), "หมายเหตุ EIT (1) คือ")


def test_five_conditions_leave_a_tool_unprocessed(original: bytes) -> None:
    """Registration, IIT, both parts of the EIT, OIT."""
    texts = paragraphs(original)
    said = [text for text in texts if re.match(r"\d\)\t", text) and "ไม่ประมวลผลคะแนน" in text]
    assert len(said) == 5
    for words, text in zip(("ลงทะเบียน", "IIT", "EIT ส่วนที่ 1", "EIT ส่วนที่ 2", "OIT"), said, strict=True):
        assert words in text


def test_the_rating_table_says_what_the_result_bears_out(original: bytes) -> None:
    """Five levels with 95, 85, 70 and their conditions; 98.23 with a part under 95 is ผ่านดี and marked so."""
    [rows] = tables_with(original, "คะแนนรวม", "เงื่อนไขของเครื่องมือ", "ระดับ")
    assert [row[2] for row in rows[1:]] == ["ผ่านดีเยี่ยม", "ผ่านดี\n(ผลของหน่วยงาน)", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
    assert rows[1][0] == "95.00 ขึ้นไป"
    assert "95 คะแนนขึ้นไปทุกเครื่องมือ" in rows[1][1]
    assert rows[4][0] == "70.00 – 84.99"
    containing(paragraphs(original), "คะแนน EIT ส่วนที่ 2 ต่ำกว่า 95 คะแนน จึงยังไม่ถึงระดับผ่านดีเยี่ยม")


def test_the_result_table_has_every_indicator(original: bytes) -> None:
    """Number, tool, name, score and ผ่านเกณฑ์ of each; total and level in the text."""
    [rows] = tables_with(original, "ที่", "เครื่องมือ", "ตัวชี้วัด", "คะแนน", "ผลการประเมิน")
    tool = ""
    for number, (row, (code, score)) in enumerate(zip(rows[1:], INDICATORS.values(), strict=True), start=1):
        tool = row[1] or tool
        assert (row[0], tool, row[3], row[4]) == (str(number), code, score, "ผ่านเกณฑ์")
    containing(paragraphs(original), "ได้คะแนนรวม 98.23 คะแนน จากคะแนนเต็ม 100 คะแนน ผลการประเมินอยู่ในระดับผ่านดี")


def test_each_issue_has_its_questions_and_its_analysis(original: bytes) -> None:
    """Every question and item stands with its score, then the weakest, cause and approach."""
    found = tables_with(original, "ข้อ", "ประเด็นข้อคำถาม", "คะแนน")
    assert len(found) == len(ISSUES)
    for rows, expected in zip(found, ISSUES, strict=True):
        shown = [(row[0].split()[0], float(row[2])) for row in rows[1 : len(expected) + 1]]
        assert shown == [(text.split()[0], float(text.split()[1])) for text in expected]
        assert all(row[1] for row in rows[1:] if len(row) > 1)
        rest = rows[len(expected) + 1 :]
        assert [row[0] for row in rest] == [
            "การวิเคราะห์ผลการประเมิน",
            "ข้อที่ได้คะแนนน้อยที่สุด",
            "สาเหตุ",
            "แนวทางการยกระดับ",
        ]


def test_issues_without_scores_have_no_score_column() -> None:
    """Where no question's score is known the questions stand alone, with what the agency wrote below some."""
    found = tables_with(report(example("nongphlap_2568")), "ข้อ", "ประเด็นข้อคำถาม")
    assert [len(rows[0]) for rows in found] == [2] * 7
    written = [any(row[0] == "การวิเคราะห์ผลการประเมิน" for row in rows) for rows in found]
    assert written == [False, True, False, True, False, False, False]


def test_only_issues_with_measures_have_a_heading() -> None:
    """The planned issues are numbered through, and one sentence names the others."""
    data = report(example("nongphlap_2568"))
    planned = [text for text in headings(data) if re.match(r"5\.\d", text)]
    assert [text[:16] for text in planned[:2]] == ["5.1 ประเด็นที่ 2", "5.2 ประเด็นที่ 4"]
    assert planned[2:] == ["5.3 มาตรการที่ใช้ร่วมกันหลายประเด็น"]
    containing(paragraphs(data), "ประเด็นที่ 1 3 และ 5 ถึง 7 ไม่ได้กำหนดมาตรการ")
    bare = msgspec.structs.replace(example("nongphlap_2568"), measures=())
    texts = paragraphs(report(bare))
    containing(texts, "ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2569")
    assert not [text for text in texts if "มากำหนดเป็นมาตรการ" in text or "ตามมาตรการในรายงานฉบับนี้" in text]


def test_each_issue_has_its_measure(original: bytes) -> None:
    """Seven tables of five columns: one measure each, its steps, period and people."""
    found = [rows for rows in tables(original) if rows[0] == MEASURE_COLUMNS]
    assert [(len(rows) - 1, rows[1][3]) for rows in found] == list(MEASURES)
    assert all(rows[1][0] and rows[1][1] and rows[1][4] for rows in found)
    assert all(row[2] for rows in found for row in rows[1:])


def test_limitations_and_suggestions_are_all_there(original: bytes) -> None:
    """Three limitations; the assessors' words in quotes, by tool and part, before each its question."""
    texts = paragraphs(original)
    assert [text.split("\t")[0] for text in texts if text.startswith("6.") and "\t" in text and "–" not in text] == [
        "6.1",
        "6.2",
        "6.3",
    ]
    quoted = [text for text in texts if text.endswith("”") and "“" in text]
    codes = [text.split()[1] if text.startswith("ข้อ ") else "" for text in quoted]
    assert codes == ["", "i1", "i2", "i7", "i10", "i12", "", "e3", "e6", "e7", "e8", ""]
    parts = [text for text in texts if text.startswith("EIT ส่วนที่ ") and text.endswith(")")]
    assert [part.rpartition("(")[2] for part in parts] == ["EIT Public)", "EIT Survey)"]
    containing(texts, "บรรลุค่าเป้าหมาย 85 คะแนน และ IIT EIT ส่วนที่ 1 EIT ส่วนที่ 2 และ OIT ได้ไม่ต่ำกว่า 85 คะแนนทุกเครื่องมือ")


def test_the_originals_contradictions_are_gone(original: bytes) -> None:
    """One agency name, the year assessed in the foreword, no weakest among full marks, o15 once, 95.40 throughout."""
    texts = paragraphs(original)
    agencies = {name for text in texts for name in re.findall(r"องค์การบริหาร\S*", text)}
    assert {name[: len("องค์การบริหารส่วนตำบลคลองนกกระทุง")] for name in agencies} == {"องค์การบริหารส่วนตำบลคลองนกกระทุง"}
    assert "พ.ศ. 2567" in texts[texts.index("คำนำ") + 1]
    found = tables_with(original, "ข้อ", "ประเด็นข้อคำถาม", "คะแนน")
    assert next(row[1] for row in found[4] if row[0] == "ข้อที่ได้คะแนนน้อยที่สุด").startswith("ไม่มี")
    assert next(row[1] for row in found[1] if row[0] == "ข้อที่ได้คะแนนน้อยที่สุด").startswith("e3 ")
    assert [number for number, rows in enumerate(found, start=1) for row in rows if row[0] == "o15"] == [5]
    assert containing(texts, "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (95.40 คะแนน)")
    assert not [text for text in texts if "96.50" in text or "การใช้ทรัพย์สินของราชการ (100" in text]


def test_only_entered_suggestions_measures_and_analyses_are_printed() -> None:
    """Without the clerk's rows there are neither quotes nor measures nor causes, and no heading promises them."""
    bare = msgspec.structs.replace(
        example("khlongnokkrathung_2567"), assessor_suggestions=(), measures=(), issues=(), texts={}
    )
    data = report(bare)
    texts = paragraphs(data)
    assert not [text for text in texts if text in {"สาเหตุ", "แนวทางการยกระดับ"} or "ผู้ประเมินมีข้อเสนอแนะ" in text]
    assert not [rows for rows in tables(data) if rows[0] == MEASURE_COLUMNS]
    sixth = next(text for text in headings(data) if text.startswith("6."))
    assert sixth == "6. สรุปผลการประเมินรายเครื่องมือ ปีงบประมาณ พ.ศ. 2567"
    assert not [text for text in headings(data) if "ข้อจำกัด" in text or text.startswith("7.")]
    assert empty_headings(data) == []


@pytest.mark.parametrize("year", [2563, 2566, 2567, 2568, 2569])
def test_an_empty_assessment_makes_a_report_that_claims_nothing(year: int) -> None:
    """With nothing known no score, level or praise is printed, in any year."""
    data = report(Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year))
    assert faults(paragraphs(data), "arabic") == []
    assert empty_headings(data) == []
    assert not [text for text in paragraphs(data) if "บรรลุค่าเป้าหมาย" in text or "(ผลของหน่วยงาน)" in text]


def test_an_unprocessed_tool_is_told(original: bytes) -> None:
    """A part that was not processed is named, marked and judged; a report without one is silent."""
    given = Given(total=60.0, tools={"IIT": 90.0, "EIT1": 88.0, "OIT": 90.0}, not_processed=("EIT2",))
    data = report(Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=2567, given=given))
    sentence = "ในปีนี้ EIT ส่วนที่ 2 ไม่ได้รับการประมวลผล จึงไม่มีคะแนนให้วิเคราะห์"
    assert sentence in paragraphs(data)
    [rows] = tables_with(data, "เครื่องมือ")
    assert ["EIT ส่วนที่ 2", "15", "ไม่ประมวลผล", "ไม่ผ่านเกณฑ์"] in rows
    assert sentence not in paragraphs(original)


def test_every_run_has_both_halves(original: bytes) -> None:
    """Every run and style of the template and the report sets both halves of what it sets."""
    found = [
        fault
        for data in (build(), original)
        for root in story_parts(data).values()
        for look in root.iter(xml.name("w:rPr"))
        for fault in look_faults(look)
    ]
    assert found == []


def test_measures_lie_on_landscape_pages(original: bytes) -> None:
    """The sections are two covers, an upright part, the measures across, and an upright part."""
    pages = body(original).iter(xml.name("w:pgSz"))
    assert [page.get(xml.name("w:orient")) for page in pages] == [None, None, None, "landscape", None]
