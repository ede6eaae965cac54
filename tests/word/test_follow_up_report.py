"""The report on the measures' progress shows every step as reported, and says plainly what was not reported."""

from __future__ import annotations

import msgspec
import pytest

from ita import reports
from ita.assessment import Assessment, Measure, Step
from ita.thai import Digits
from ita.word.parts import package, xml
from support.report_text import ALL_EXAMPLES, empty_headings, faults, headings, tables
from support.word import containing, example, paragraphs

PROGRESS: tuple[float | None, ...] = (100.0, 50.0, 0.0, None, 100.0)
NO_PROBLEMS = "ไม่มีการบันทึกปัญหา อุปสรรค หรือข้อเสนอแนะจากผู้รับผิดชอบมาตรการ"
COLUMNS = ["ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "ก้าวหน้า\n(ร้อยละ)", "ผลการดำเนินการ", "หลักฐาน"]


def report(assessment: Assessment, digits: Digits = "arabic") -> bytes:
    """Return the report on an assessment."""
    return reports.compose(assessment, reports.find("follow_up"), digits)


LEFT_COLUMNS = ["ที่", "มาตรการ", "ขั้นตอน", "ความก้าวหน้า", "ผู้รับผิดชอบ"]
"""The columns of the table of steps that are left: each measure once, over its steps."""


def mixed() -> Assessment:
    """Return an assessment of two measures with five steps in all four states."""
    steps = [
        Step(text=f"ทำเรื่อง {letter}", period="ตุลาคม 2567", responsible=(f"กอง{letter}",), progress=progress)
        for letter, progress in zip("กขคงจ", PROGRESS, strict=True)
    ]
    steps[0] = msgspec.structs.replace(steps[0], result="อบรมแล้ว 45 คน", evidence="รายงานการประชุม 3/2568")
    measures = (
        Measure(measure="หนึ่ง", tool="IIT", steps=tuple(steps[:3])),
        Measure(measure="สอง", steps=tuple(steps[3:])),
    )
    base = example("khlongnokkrathung_2567")
    return msgspec.structs.replace(base, measures=measures, texts={"problems": ("ผู้รับผิดชอบโยกย้าย",)})


def _values(series: xml.Element) -> list[float]:
    """Return the numbers that a series shows."""
    return [float(value.text or "") for value in xml.first(series, "c:val").iter(xml.name("c:v"))]


def table(data: bytes, head: str) -> list[list[str]]:
    """Return the rows of the table whose first head is this."""
    return next(rows for rows in tables(data) if rows[0][0] == head)


def test_every_step_stands_with_its_progress() -> None:
    """Eight columns; each step has who, when, how far, what came of it and the evidence."""
    rows = table(report(mixed()), "ที่")
    assert rows[0] == COLUMNS
    assert [row[5] for row in rows[1:]] == ["100", "50", "0", "ไม่มีรายงาน", "100"]
    assert rows[1] == ["1", "หนึ่ง", "1) ทำเรื่อง ก", "กองก", "ตุลาคม 2567", "100", "อบรมแล้ว 45 คน", "รายงานการประชุม 3/2568"]
    assert [row[0] for row in rows[1:]] == ["1", "", "", "2", ""]


@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_a_report_with_progress_reads_sensibly(digits: Digits) -> None:
    """No left-over tag, doubled space or empty heading, and the digits that were asked for."""
    data = report(mixed(), digits)
    assert faults(paragraphs(data), digits) == []
    assert empty_headings(data) == []


def test_the_counts_add_up() -> None:
    """The table of states gives measures, steps and shares, and their totals."""
    rows = table(report(mixed()), "ความก้าวหน้า")
    assert [row[1:] for row in rows[1:]] == [
        ["0", "2", "40.00"],
        ["2", "1", "20.00"],
        ["0", "1", "20.00"],
        ["0", "1", "20.00"],
        ["2", "5", "100.00"],
    ]


def test_what_remains_and_the_problems_are_told() -> None:
    """Three steps are left, and the agency's own words on problems stand."""
    data = report(mixed())
    left = next(rows for rows in tables(data) if len(rows[0]) == len(LEFT_COLUMNS))
    assert left == [
        LEFT_COLUMNS,
        ["1", "หนึ่ง", "2) ทำเรื่อง ข", "อยู่ระหว่างดำเนินการ\n(ร้อยละ 50)", "กองข"],
        ["", "", "3) ทำเรื่อง ค", "ยังไม่เริ่มดำเนินการ", "กองค"],
        ["2", "สอง", "1) ทำเรื่อง ง", "ไม่มีรายงานความก้าวหน้า", "กองง"],
    ]
    containing(paragraphs(data), "ผู้รับผิดชอบโยกย้าย")
    found = [text for text in headings(data) if text[:1].isdigit()]
    assert [text.split(" ", 1)[1] for text in found] == [
        "บทนำ",
        "สรุปผลการดำเนินการ",
        "ผลการดำเนินการรายมาตรการ",
        "งานที่ต้องดำเนินการต่อ",
        "ปัญหา อุปสรรค และข้อเสนอแนะ",
    ]


@pytest.mark.parametrize("digits", ["thai", "arabic"])
def test_the_chart_is_native_and_counts_whole_steps(digits: Digits) -> None:
    """One chart with four series of whole numbers in the digits of the report."""
    charts = {p: c for p, c in package.read(report(mixed(), digits)).items() if p.startswith("word/charts/chart")}
    root = xml.parse(next(iter(charts.values())))
    values = [_values(series) for series in root.iter(xml.name("c:ser"))]
    assert values == [[1.0, 1.0], [1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]
    codes = {code.text for code in root.iter(xml.name("c:formatCode"))}
    assert codes == ({"0"} if digits == "arabic" else {"[$-D00041E]0"})


@pytest.mark.parametrize("digits", ["thai", "arabic"])
@pytest.mark.parametrize("name", ALL_EXAMPLES)
def test_an_example_without_progress_claims_nothing(name: str, digits: Digits) -> None:
    """None of the examples has progress: the plan is shown, no chart, nothing called finished or left."""
    data = report(example(name), digits)
    texts = paragraphs(data)
    assert faults(texts, digits) == []
    assert empty_headings(data) == []
    containing(texts, "ยังไม่มีการรายงานความก้าวหน้าของขั้นตอนใด จึงยังสรุปผลการดำเนินการไม่ได้")
    containing(texts, NO_PROBLEMS)
    assert not [part for part in package.read(data) if part.startswith("word/charts/chart")]
    assert "มาตรการ" not in [rows[0][0] for rows in tables(data)]


def test_without_measures_there_is_no_table() -> None:
    """A report without measures says so under each heading."""
    data = report(msgspec.structs.replace(example("nongphlap_2568"), measures=()))
    assert paragraphs(data).count("ไม่มีมาตรการของปีงบประมาณ พ.ศ. 2569 ให้รายงาน") == 2
    assert empty_headings(data) == []
    assert not [rows for rows in tables(data) if rows[0][0] in {"ที่", "ความก้าวหน้า"}]
