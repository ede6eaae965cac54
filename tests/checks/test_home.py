"""The first sheet: names that disagree, years in the wrong order, and last year's figures copied."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import Agency, Previous
from support.checked import codes, plain


@pytest.mark.parametrize(
    ("agency", "expected"),
    [
        (Agency(name="องค์การบริหารส่วนตำบลหนองพลับ", short="อบต.หนองพลับ", type="อบต."), []),
        (Agency(name="เทศบาลตำบลทุ่งกระเชาะ", short="ทต.ทุ่งกระเชาะ", type="เทศบาลตำบล ขนาด S"), []),
        (Agency(name="เทศบาลทดสอบ", short="ทต.ทดสอบ", type="เทศบาล"), []),
        (Agency(name="มหาวิทยาลัยตัวอย่าง", short="มต.", type="สถาบันอุดมศึกษา"), []),
        (Agency(name="องค์การบริหารส่วนตำบลหนองปลับ", short="อบต.หนองพลับ"), ["agency.names_differ"]),
        (Agency(name="องค์การบริหารส่วนตำบลหนองพลับ", short="ทต.หนองพลับ"), ["agency.names_differ"]),
        (Agency(name="เทศบาลตำบลทุ่งกระเชาะ", type="อบต."), ["agency.type_differs"]),
        (Agency(name="องค์การบริหารส่วนตำบลหนองพลับ", type="เทศบาลเมือง"), ["agency.type_differs"]),
        (Agency(), ["agency.name_missing"]),
    ],
)
def test_name_short_name_and_type_agree(agency: Agency, expected: list[str]) -> None:
    """One agency has one name, in full and in short, and is of one kind."""
    assert codes(replace(plain(), agency=agency)) == expected


@pytest.mark.parametrize(
    ("plan", "previous", "expected"),
    [
        (None, None, []),
        (2569, 2567, []),
        (2568, None, ["plan.year"]),
        (2570, 2566, []),
        (None, 2568, ["previous.year"]),
    ],
)
def test_years_stand_in_order(plan: int | None, previous: int | None, expected: list[str]) -> None:
    """The year compared with comes before the year assessed, the plan's after it."""
    assessment = replace(plain(), plan_year=plan, previous=Previous(fiscal_year=previous, total=80.0))
    assert codes(assessment) == expected


@pytest.mark.parametrize(
    ("last_year", "expected"),
    [
        (Previous(total=90.0, indicators={1: 90.0, 2: 90.0}), ["previous.copied"]),
        (Previous(total=90.0, indicators={1: 90.0, 2: 89.0}), []),
        (Previous(total=90.0), []),
        (Previous(), []),
    ],
)
def test_figures_equal_in_both_years_were_copied(last_year: Previous, expected: list[str]) -> None:
    """Three or more equal figures and none different are no coincidence."""
    assert codes(replace(plain(), previous=last_year)) == expected


def test_full_marks_in_both_years_are_no_copy() -> None:
    """An agency may have full marks in every indicator two years running."""
    full = plain(questions={}, indicators=dict.fromkeys((1, 2, 3, 4), 100.0))
    same = replace(full, previous=Previous(indicators=dict.fromkeys((1, 2, 3, 4), 100.0)))
    assert "previous.copied" not in codes(same)
