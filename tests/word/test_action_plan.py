"""The action plan holds what the plan it is modelled on holds, and none of its contradictions."""

from __future__ import annotations

import re

import msgspec
import pytest

from ita import reports
from ita.assessment import Agency, Assessment, Measure, Step
from ita.thai import Digits
from ita.word.filling import heights
from ita.word.parts import xml
from support.report_text import faults, tables
from support.word import body, containing, example, paragraphs

NAME = "khongchaiphatthana_2568"
FIGURES = ("(95.00 คะแนน)", "(90.00 คะแนน)", "(75.00 คะแนน)", "(83.57 คะแนน)", "2568", "2569")
"""What the original prints: three questions, two indicators, the years of results and plan."""
QUESTIONS = {
    1: ["i1", "i2", "i3"],
    2: ["i6"],
    3: [],
    4: ["i10", "i12"],
    5: ["i15"],
    6: ["e1"],
    7: ["e4"],
    8: ["e7", "e8", "e9"],
    9: ["o2"],
    10: ["o25"],
}
"""The questions that the original lists under each indicator; its row of indicator 3 repeats that of indicator 2."""
COLUMNS = ("ตัวชี้วัด", "ข้อคำถาม", "การวิเคราะห์", "มาตรการ", "จุดแข็ง", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ")
"""The original's eight columns by meaning."""
LATIN = ("E-Service", "LINE", "Facebook", "No Gift Policy", "Morning Talk", "ITAS")


def report(assessment: Assessment, digits: Digits = "arabic") -> bytes:
    """Return the plan of an assessment."""
    return reports.compose(assessment, reports.find("action_plan"), digits)


def rows_of(data: bytes) -> list[xml.Element]:
    """Return the rows of the plan's table, the one of eight columns."""
    found = [t for t in body(data).iter(xml.name("w:tbl")) if len(xml.first(t, "w:tblGrid")) == len(COLUMNS)]
    return found[0].findall("w:tr", xml.NAMESPACES)


def shape(row: xml.Element) -> list[int]:
    """Return how many columns each cell of a row spans."""
    return [heights.span(cell) for _, cell in heights.placed(row)]


def texts(row: xml.Element) -> list[str]:
    """Return the text of each cell of a row."""
    return ["\n".join(heights.lines_of(xml.first(cell, "w:p"))) for _, cell in heights.placed(row)]


def groups(data: bytes) -> dict[int, list[list[str]]]:
    """Return the body rows by the number of the indicator that they belong to, over repeated labels."""
    found: dict[int, list[list[str]]] = {}
    number = 0
    for row in map(texts, rows_of(data)[3:]):
        number = int(row[0].split(".")[0]) if row[0] else number
        found.setdefault(number, []).append(row)
    return found


def test_every_figure_of_the_original_is_there() -> None:
    """Each figure that the original prints stands in ours, beside what it belongs to."""
    data = report(example(NAME))
    text = "\n".join(paragraphs(data))
    assert [figure for figure in FIGURES if figure not in text] == []
    assert groups(data)[8][0][0] == "8. การปรับปรุงการทำงาน\n(83.57 คะแนน)"
    assert groups(data)[10][0][0] == "10. การป้องกันการทุจริต\n(95.00 คะแนน)"
    assert groups(data)[4][0][1].endswith("(75.00 คะแนน)")


def test_three_head_rows_repeat() -> None:
    """The plan over all eight columns, its halves over two and five, the columns; the first spans two rows."""
    rows = rows_of(report(example(NAME)))
    assert [heights.is_head(row) for row in rows[:4]] == [True, True, True, False]
    assert [shape(row) for row in rows[:3]] == [[8], [1, 2, 5], [1] * 8]
    assert [heights.merge_of(heights.placed(row)[0][1]) for row in rows[1:3]] == ["restart", "continue"]
    assert "เทศบาลตำบลฆ้องชัยพัฒนา" in texts(rows[0])[0]
    heads = [texts(rows[1])[0], *texts(rows[2])[1:]]
    assert [words for words, head in zip(COLUMNS, heads, strict=True) if words not in head.replace("\n", "")] == []


def test_the_page_lies_on_its_side() -> None:
    """The plan is set in landscape and the table fills its width."""
    page = xml.first(body(report(example(NAME))), "w:sectPr/w:pgSz")
    assert page.get(xml.name("w:orient")) == "landscape"


def test_every_indicator_has_its_measures() -> None:
    """Ten groups in order, each with the questions of the original in the official wording, measure, steps, owner."""
    found = groups(report(example(NAME)))
    assert list(found) == list(QUESTIONS)
    named = {
        number: re.findall(r"^([ieo]\d+) ", "\n".join(row[1] for row in rows), re.MULTILINE)
        for number, rows in found.items()
    }
    assert named == QUESTIONS
    every = [row for rows in found.values() for row in rows]
    assert all(all(cell.strip() for cell in row[2:]) for row in every)
    assert [len(rows) for rows in found.values()] == [3, 1, 1, 2, 1, 1, 1, 1, 1, 1]


def test_what_was_entered_stands_in_its_column() -> None:
    """Analysis, measure, strengths and weaknesses, steps, period and people are those of the workbook."""
    rows = [row for group in groups(report(example(NAME))).values() for row in group]
    for row, measure in zip(rows, example(NAME).measures, strict=True):
        assert row[2] == measure.analysis.strip()
        assert row[3] == measure.measure.strip()
        assert measure.strengths.strip() in row[4]
        assert measure.weaknesses.strip() in row[4]
        assert ("จุดแข็ง" in row[4], "จุดที่ควรพัฒนา" in row[4]) == (bool(measure.strengths), bool(measure.weaknesses))
        assert all(step.text in row[5] for step in measure.steps)
        assert row[6] == measure.steps[0].period
        assert row[7].split("\n") == list(measure.steps[0].responsible)


def test_the_originals_contradictions_are_gone() -> None:
    """Indicator 3 has its own name and text, o2 stands under 9.1, the agency has one name."""
    data = report(example(NAME))
    found = groups(data)
    assert found[3][0][0].startswith("3. การใช้อำนาจ")
    assert found[3][0][1:4] != found[2][0][1:4]
    assert found[9][0][1].startswith("ตัวชี้วัดย่อยที่ 9.1 ")
    text = "\n".join(paragraphs(data))
    assert not re.search("ห้วยซ้อ|ห้องชัย|ตัวชี้วัดย่อยที่ 9.2", text)


def test_labels_span_their_rows_and_come_again() -> None:
    """A group of short rows is one joined cell; one of tall rows repeats its label."""
    short = tuple(Measure(measure=f"มาตรการ {n}", indicator=1) for n in range(3))
    tall = tuple(Measure(measure="มาตรการยาว " * 60, indicator=2) for _ in range(2))
    assessment = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=2568, measures=short + tall)
    rows = rows_of(report(assessment))[3:]
    assert [texts(row)[0] for row in rows] == [
        "1. การปฏิบัติหน้าที่",
        "",
        "",
        "2. การใช้งบประมาณ",
        "2. การใช้งบประมาณ",
    ]
    states = [heights.merge_of(heights.placed(row)[0][1]) for row in rows]
    assert states[:3] == ["restart", "continue", "continue"]
    assert [row.find("w:trPr/w:cantSplit", xml.NAMESPACES) is None for row in rows] == [False] * 3 + [True] * 2


def test_steps_of_their_own_time_share_the_measure() -> None:
    """Rows of one measure join all that they have in common and keep time and people apart."""
    steps = (Step(text="ก", period="ตุลาคม", responsible=("คลัง",)), Step(text="ข", period="มีนาคม"))
    measure = Measure(measure="มาตรการ", indicator=1, steps=steps)
    rows = rows_of(report(Assessment(agency=Agency(name="ก"), fiscal_year=2568, measures=(measure,))))[3:]
    assert [[heights.merge_of(cell) for _, cell in heights.placed(row)] for row in rows] == [
        ["restart"] * 5 + [""] * 3,
        ["continue"] * 5 + [""] * 3,
    ]


def test_a_plan_without_measures_shows_the_scores() -> None:
    """Instead of an empty table stand the ten indicators, and nothing is planned in the agency's name."""
    data = report(msgspec.structs.replace(example("nongphlap_2568"), measures=()))
    assert len(tables(data)[0]) == 11
    containing(paragraphs(data), "ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2569")
    assert not [text for text in paragraphs(data) if "ให้ผู้รับผิดชอบรายงานความก้าวหน้า" in text]


def test_the_last_measure_goes_with_the_signatures() -> None:
    """The closing lines never stand alone: the last row of the plan turns the page with them."""
    kept = [any(True for _ in row.iter(xml.name("w:keepNext"))) for row in rows_of(report(example(NAME)))]
    assert kept[-2:] == [False, True]


def test_what_no_measure_answers_stands_below_the_plan() -> None:
    """The lead ends just above the table that it announces; the weak indicators without a measure follow the table."""
    told = paragraphs(report(example("srakaeo_2563")))
    lead = next(number for number, text in enumerate(told) if text.endswith("ดังตารางต่อไปนี้"))
    left = next(number for number, text in enumerate(told) if "ยังไม่มีมาตรการในแผนนี้" in text)
    assert told[lead + 1].startswith("จากผลการประเมิน ITA")
    assert left > lead + 10


def test_latin_words_and_codes_stay() -> None:
    """Thai digits leave the names of services alone and write codes as i๑๐."""
    text = "\n".join(paragraphs(report(example(NAME), "thai")))
    assert [word for word in LATIN if word not in text] == []
    assert "i๑๐ " in text


@pytest.mark.parametrize("year", [2563, 2565, 2566, 2567, 2569])
def test_any_year_makes_a_plan(year: int) -> None:
    """With nothing known there is a plan in every year, with and without a measure."""
    empty = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year)
    for assessment in (empty, msgspec.structs.replace(empty, measures=(Measure(measure="ก", questions=("o1", "i1")),))):
        assert faults(paragraphs(report(assessment)), "arabic") == []
