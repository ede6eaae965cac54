"""The report by tool shows what is known, and leaves out what would be empty or said twice."""

from __future__ import annotations

import msgspec
import pytest

from ita import reports
from ita.assessment import Assessment, Previous
from ita.word.parts import package
from support.report_text import empty_headings, headings, tables
from support.word import containing, example, paragraphs

PANEL = ["คะแนนรวม", "ระดับผลการประเมิน", "เปลี่ยนแปลงจากปีก่อน"]


def report(assessment: Assessment) -> bytes:
    """Return the report on an assessment, in Arabic digits."""
    return reports.compose(assessment, reports.find("analysis_by_tool"), "arabic")


def charts(data: bytes) -> int:
    """Return how many charts a report has."""
    return sum(part.startswith("word/charts/chart") for part in package.read(data))


@pytest.mark.parametrize(
    ("name", "columns", "heading", "drawn"),
    [
        ("nongphlap_2568", PANEL, "2.1 ภาพรวมและการเปรียบเทียบกับปีก่อน", 3),
        ("khlongnokkrathung_2567", PANEL[:2], "2.1 ภาพรวม", 3),
        ("thungkracho_2564", PANEL[:2], "2.1 ภาพรวม", 1),
        ("khongchaiphatthana_2568", PANEL[:2], "2.1 ภาพรวม", 0),
    ],
)
def test_last_year_and_charts_are_there_where_known(name: str, columns: list[str], heading: str, drawn: int) -> None:
    """No column, heading or chart for figures that nobody has."""
    data = report(example(name))
    assert columns in [rows[0] for rows in tables(data)]
    assert heading in headings(data)
    assert charts(data) == drawn


def test_last_years_indicators_bring_the_comparison() -> None:
    """The bars of both years stand beside the outline only where there are two years to compare."""
    before = Previous(fiscal_year=2567, total=98.05, indicators=dict.fromkeys(range(1, 11), 90.0))
    data = report(msgspec.structs.replace(example("nongphlap_2568"), previous=before))
    assert charts(data) == 4
    containing(paragraphs(data), "คะแนนรายตัวชี้วัดเปรียบเทียบกับปีงบประมาณ พ.ศ. 2567")


def test_open_verdicts_are_dashes() -> None:
    """No cell of the tables of scores is empty, and a total that nobody has is told once."""
    found = [rows for rows in tables(report(example("khongchaiphatthana_2568"))) if rows[0][-1].startswith("ผลเทียบ")]
    assert len(found) == 2
    assert all(cell for rows in found for row in rows for cell in row)
    assert found[0][-1] == ["คะแนนรวม", "100", "ไม่มีข้อมูล", "–", "–"]


def test_the_agency_is_named_once_among_the_makers() -> None:
    """A committee that is named after the agency is not followed by the agency's name."""
    texts = paragraphs(report(example("khlongnokkrathung_2567")))
    assert "องค์การบริหารส่วนตำบลคลองนกกระทุง" not in texts[texts.index("คำนำ") : texts.index("สารบัญ")]
    texts = paragraphs(report(example("nongphlap_2568")))
    assert "องค์การบริหารส่วนตำบลหนองพลับ" in texts[texts.index("คำนำ") : texts.index("สารบัญ")]


def test_without_any_measure_none_is_promised() -> None:
    """The chapter says that none was set, without a heading for each tool."""
    data = report(msgspec.structs.replace(example("nongphlap_2568"), measures=()))
    containing(paragraphs(data), "ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2569")
    assert not [text for text in headings(data) if text.startswith("3.1")]
    assert empty_headings(data) == []
