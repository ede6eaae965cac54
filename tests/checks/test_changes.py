"""Changes since last year told in texts: 95.46 this year after 98.05."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import Given, Previous
from support.checked import findings, plain, said

OWN = replace(
    plain(),
    given=Given(total=95.46, indicators={4: 96.97}, tools={"OIT": 91.88}),
    previous=Previous(fiscal_year=2567, total=98.05, indicators={4: 95.40}, tools={"OIT": 91.88}),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ผลคะแนนเฉลี่ย ๙๕.๔๖ ซึ่งน้อยกว่าปีที่ผ่านมา ๒.๕๙ คะแนน", []),
        ("คะแนนรวมลดลง 2.59 คะแนน เมื่อเทียบกับปีก่อน", []),
        ("ลดลงจากปีก่อน 2.6 คะแนน", []),
        ("คะแนนรวมต่ำกว่าปีก่อนซึ่งได้ 98.05 คะแนน", []),
        ("ตัวชี้วัดที่ 4 เพิ่มขึ้นจากปีก่อน 1.57 คะแนน", []),
        ("ตัวชี้วัดที่ 5 เพิ่มขึ้นจากปีก่อน 9.99 คะแนน", []),
        ("สูงกว่าเกณฑ์ 10.46 คะแนน", []),
        ("ผลคะแนนเฉลี่ย ๙๕.๔๖ ซึ่งน้อยกว่าปีที่ผ่านมา ๑.๕๙ คะแนน", ["text.change_total"]),
        ("คะแนนรวมเพิ่มขึ้น 2.59 คะแนน เมื่อเทียบกับปีก่อน", ["text.change_total"]),
        ("มากกว่าปีที่ผ่านมา ๒.๕๙ คะแนน", ["text.change_total"]),
        ("ตัวชี้วัดที่ 4 ลดลงจากปีก่อน 1.57 คะแนน", ["text.change"]),
        ("แบบวัด OIT เพิ่มขึ้นจากปีที่แล้ว 0.50 คะแนน", ["text.change"]),
    ],
)
def test_the_difference_of_both_years_decides(text: str, expected: list[str]) -> None:
    """Amount and direction must be those of the figures that both years have."""
    assert said(OWN, text) == expected


def test_both_years_are_told() -> None:
    """The sentence names both scores and what follows from them; the total's is an error."""
    (one,) = [f for f in findings(replace(OWN, texts={"f": "เพิ่มขึ้นจากปีก่อน 2.59 คะแนน"})) if f.where == "texts.f"]
    assert one.severity == "error"
    assert one.what() == "ข้อความว่าคะแนนรวมเพิ่มขึ้น 2.59 คะแนน แต่ปีนี้ได้ 95.46 ปีก่อนได้ 98.05 จึงลดลง 2.59"


def test_a_year_that_is_not_known_refutes_nothing() -> None:
    """Without last year's total any change may be right."""
    assert said(replace(OWN, previous=Previous()), "เพิ่มขึ้นจากปีก่อน 2.59 คะแนน") == []
