"""Fiscal years in texts of a report on 2568 with a plan for 2569."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import IssueAnalysis, Measure, Step
from support.checked import codes, plain, said

OWN = plain()
STEP = Step(text="ชี้แจง", period="ไตรมาสที่ 1", responsible=("สำนักปลัด",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568", []),
        ("ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๘", []),
        ("มาตรการยกระดับการประเมิน ITA ของปีงบประมาณ พ.ศ. 2569", []),
        ("คะแนนรวมลดลงเมื่อเทียบกับผลการประเมินปีงบประมาณ พ.ศ. 2567", []),
        ("ผลการประเมินปี 2568 เพิ่มขึ้นจากปี 2567", []),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", []),
        ("แผนแม่บท ปี 2561 - 2580", []),
        ("ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540", []),
        ("การประเมินความเสี่ยงการทุจริต ปี 2569", []),
        ("เตรียมความพร้อมรับการประเมิน ITA ปี 2569", []),
        ("ประจำปีงบประมาณ พ.ศ. 2565", ["text.year"]),
        ("การปฏิบัติงานในปี ๒๕๖๓", ["text.year"]),
        ("ในรอบปีงบประมาณ 2570", ["text.year"]),
        ("ปี 2565 และปี 2565", ["text.year"]),
        ("(Assessment-ITA) ประจำปีงบประมาณ พ.ศ.๒๕๖๙", ["text.assessed_year"]),
        ("ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 พบว่า", ["text.assessed_year"]),
        ("ผู้ติดต่อในช่วงปีงบประมาณ พ.ศ. ๒๕๖๗", ["text.assessed_year"]),
        ("แจ้งให้ผู้รับบริการทราบในปีงบประมาณ พ.ศ. 2569", []),
        ("รายงานผลการประเมิน\nปีงบประมาณ พ.ศ. 2569", []),
    ],
)
def test_each_year_has_its_place(text: str, expected: list[str]) -> None:
    """The year assessed, the plan's and the one before pass where they belong; others were copied."""
    assert said(OWN, text) == expected


def test_a_measure_may_speak_of_the_assessment_it_plans_for() -> None:
    """Only the foreword of a report is bound to the year assessed; a measure looks ahead."""
    text = "เข้ารับการประเมิน ITA ปี 2569"
    assert codes(replace(OWN, measures=(Measure(measure=text, steps=(STEP,)),))) == []
    assert codes(replace(OWN, issues=(IssueAnalysis(number=1, approach=text),))) == []
    assert codes(replace(OWN, issues=(IssueAnalysis(number=1, cause=text),))) == ["text.assessed_year"]


def test_the_years_of_the_assessment_itself_count() -> None:
    """A plan for 2571 makes that year pass and 2569 fail."""
    later = replace(OWN, plan_year=2571)
    assert said(later, "ปี 2571") == []
    assert said(later, "ปี 2569") == ["text.year"]
