"""Scores told in texts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import Given, IssueAnalysis, Measure, Previous, Step
from support.checked import codes, findings, plain, said

GIVEN = Given(
    questions={"i10": 90.34, "i12": 95.86, "e3": (97.5, 99.0), "e9": (100.0, None), "o1": 50.0},
    eit_parts={"EIT1": {6: 98.83}},
    indicators={4: 95.40, 6: 98.42, 9: 91.875},
    tools={"IIT": 98.53, "EIT1": 99.33, "OIT": 96.25},
    total=98.23,
)
OWN = replace(plain(), given=GIVEN)


@pytest.mark.parametrize(
    "text",
    [
        "ตัวชี้วัดที่ 4 ได้ 95.40 คะแนน",
        "ตัวชี้วัดที่ ๔ ได้ ๙๕.๔ คะแนน",
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ได้ 95 คะแนน",
        "ตัวชี้วัดที่ 9 ได้ 91.88 คะแนน",
        "ตัวชี้วัดที่ 9 ได้ 91.87 คะแนน",
        "ตัวชี้วัดที่ 6 ของ EIT ส่วนที่ 1 ได้ 98.83 คะแนน",
        "i10 ได้ 90.34 และ i12 ได้ 95.86 คะแนน",
        "e3 ได้ 97.50 คะแนน",
        "e3 ได้ 98.25 คะแนน",
        "e9 ได้ 88.00 คะแนน",
        "i1 ได้ 12.00 คะแนน",
        "ตัวชี้วัดที่ 4 ต้องได้ไม่ต่ำกว่า 97 คะแนน",
        "ตัวชี้วัดที่ 4 มีเป้าหมาย 97 คะแนน",
        "ตัวชี้วัดที่ 4 ยังขาด 4.60 คะแนน",
        "ยกระดับตัวชี้วัดที่ 4 เป็น 97 คะแนน",
        "ตัวชี้วัดที่ 4 จากคะแนนเต็ม 100 คะแนน",
        "ตัวชี้วัดที่ 4 ปีก่อนได้ 93.00 คะแนน",
        "ตัวชี้วัดที่ 4 ผ่านแล้ว แบบวัด OIT ได้ 96.25 คะแนน",
        "แบบวัด OIT ได้ 96.25 คะแนน",
        "EIT ส่วนที่ 1 ได้ 99.33 คะแนน",
        "i10 ในแบบวัด IIT ได้ 90.34 คะแนน",
        "คะแนนรวม 98.23 คะแนน",
        "คะแนนภาพรวมผ่านเกณฑ์ 85 คะแนน",
        "OIT มีคะแนนรวมเท่ากับ 96.25 คะแนน",
        "ตัวชี้วัดที่ 4\n97 คะแนน",
        "ใน 10 ตัวชี้วัด ได้ 97 คะแนน",
    ],
)
def test_what_the_table_says_passes(text: str) -> None:
    """The figure itself, to the decimals given; marks, differences and other years; and what is not known."""
    assert said(OWN, text) == []


@pytest.mark.parametrize(
    ("text", "stated", "score"),
    [
        ("ตัวชี้วัดที่ 4 ได้ 100.00 คะแนน", "100.00", "95.40"),
        ("ตัวชี้วัดการใช้ทรัพย์สินของทางราชการ ๑๐๐.๐๐...คะแนน", "100.00", "95.40"),
        ("ตัวชี้วัดการใช้ทรัพย์สินของราชการ 96 คะแนน", "96", "95.40"),
        ("i10 ได้ 95.86 คะแนน", "95.86", "90.34"),
        ("e3 ได้ 95.00 คะแนน", "95.00", "97.50 / 99.00"),
        ("OIT มีคะแนนรวมเท่ากับ 86.37 คะแนน", "86.37", "96.25"),
        ("EIT ส่วนที่ 1 ได้ 91.78 คะแนน", "91.78", "99.33"),
        ("ได้คะแนนภาพรวม 95.46 คะแนน", "95.46", "98.23"),
    ],
)
def test_another_figure_is_told_with_both(text: str, stated: str, score: str) -> None:
    """The finding is a warning that names what the text says and what the table says."""
    (one,) = [f for f in findings(replace(OWN, texts={"foreword": text})) if f.where == "texts.foreword"]
    assert (one.code, one.severity) == ("text.score", "warning")
    assert (dict(one.values)["found"], dict(one.values)["score"]) == (stated, score)


def test_last_years_figure_passes() -> None:
    """A text may tell last year's score without the word for it nearby."""
    assert said(replace(OWN, previous=Previous(total=95.46)), "คะแนนรวม 95.46 คะแนน") == []


def test_a_total_in_a_measure_may_be_the_tools() -> None:
    """Inside a measure or an issue คะแนนรวม may mean anything."""
    step = Step(text="ก", period="ข", responsible=("ค",))
    measure = Measure(measure="ก", analysis="คะแนนรวม 97.00 คะแนน", steps=(step,))
    issue = IssueAnalysis(number=1, cause="คะแนนรวม 97.00 คะแนน")
    assert "text.score" not in codes(replace(OWN, measures=(measure,), issues=(issue,)))
