"""What texts call the lowest or the highest."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita import interchange
from ita.assessment import Given, IssueAnalysis, Measure, Step
from ita.paths import resource
from support.checked import findings, plain, said

REAL = interchange.load(resource("workbook", "examples", "khlongnokkrathung_2567.yaml"))


def of_issue(number: int, text: str) -> list[str]:
    """Return what is found in the cause of an issue of คลองนกกระทุง."""
    whole = replace(REAL, issues=(IssueAnalysis(number=number, cause=text),))
    return [f.code for f in findings(whole) if f.where.startswith("issues")]


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (1, "ข้อที่ได้คะแนนน้อยที่สุด : i๑ การปฏิบัติงาน", []),
        (1, "i1 และ i2 ได้ต่ำสุดเท่ากันที่ 98.62 คะแนน", []),
        (1, "i3 ได้ต่ำสุด", ["text.not_lowest"]),
        (1, "i3 ได้เต็ม 100 ส่วน i1 ได้ต่ำสุด", []),
        (2, "ข้อที่ได้คะแนนน้อยที่สุด : e๙...ท่านเคย", ["text.not_lowest"]),
        (2, "คะแนนต่ำสุดของ EIT ส่วนที่ 1 คือ e3 ที่ 97.50 คะแนน", []),
        (3, "ข้อที่ได้คะแนนน้อยที่สุด :\n\ne๔ หน่วยงาน", []),
        (4, "i12 ได้คะแนนต่ำที่สุด", ["text.not_lowest"]),
        (4, "ข้อที่ได้คะแนนต่ำสุดคือ i10 ส่วน i12 ได้ 95.86 คะแนน", []),
        (5, "ข้อที่ได้คะแนนน้อยที่สุด :\n\ni๔ หน่วยงาน", ["text.all_equal"]),
        (5, "ข้อคำถาม i4 ไม่ใช่ข้อที่ได้คะแนนต่ำสุด", []),
        (6, "ข้อที่ได้คะแนนน้อยที่สุด i๗...ผู้บังคับบัญชา", []),
        (7, "ข้อที่ต่ำสุดได้แก่ i13, i14 และ i15", []),
        (7, "ข้อที่ต่ำสุดได้แก่ i13, o22 และ o23", ["text.not_lowest", "text.not_lowest"]),
    ],
)
def test_the_weakest_of_an_issue_is_the_weakest(number: int, text: str, expected: list[str]) -> None:
    """A named weakest question must have the lowest score; where all are equal none is the weakest."""
    assert of_issue(number, text) == expected


def test_the_right_one_is_named_with_both_scores() -> None:
    """The sentence tells the score of what was named, and what is the lowest."""
    whole = replace(REAL, issues=(IssueAnalysis(number=2, cause="ข้อที่ได้คะแนนน้อยที่สุดคือ e9"),))
    (one,) = [f for f in findings(whole) if f.code == "text.not_lowest"]
    assert "e9 ได้คะแนนต่ำสุด แต่ได้ 100.00 คะแนน ส่วนที่ต่ำสุดคือ ข้อ e3 ของ EIT ส่วนที่ 1 (97.50 คะแนน)" in one.what()


@pytest.mark.parametrize(("text", "count"), [("i10 ได้คะแนนต่ำสุด", 0), ("i12 ได้คะแนนต่ำสุด", 1), ("i7 ได้คะแนนต่ำสุด", 0)])
def test_in_a_measure_the_lowest_of_its_indicator_will_do(text: str, count: int) -> None:
    """Outside the issues a question may be the weakest of its indicator, tool or issue."""
    step = Step(text="ก", period="ข", responsible=("ค",))
    whole = replace(REAL, measures=(Measure(measure="ก", analysis=text, steps=(step,)),))
    assert [f.code for f in findings(whole)].count("text.not_lowest") == count


OWN = replace(
    plain(),
    given=Given(
        indicators={1: 100.0, 2: 100.0, 3: 100.0, 4: 96.97, 5: 100.0, 6: 97.39, 7: 96.19, 8: 95.36, 9: 83.75, 10: 100.0}
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ตัวชี้วัดที่ ๖. คุณภาพการดำเนินงาน กับตัวชี้วัดที่ ๗. ประสิทธิภาพการสื่อสาร มีคะแนนสูงสุด", ["text.not_highest"]),
        ("ตัวชี้วัดที่ 6 และตัวชี้วัดที่ 7 มีคะแนนสูงสุด", ["text.not_highest"]),
        ("ตัวชี้วัดที่ 6 ได้ 97.39 คะแนน สูงสุดในแบบวัด EIT และตัวชี้วัดที่ 7 ได้ 96.19 คะแนน", []),
        ("ตัวชี้วัดที่ ๑. การปฏิบัติหน้าที่, ตัวชี้วัดที่ ๒. การใช้งบประมาณ และตัวชี้วัดที่ ๕. การแก้ไขปัญหา โดยมีคะแนนสูงสุด", []),
        ("คะแนนสูงสุดอยู่ที่ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ และตัวชี้วัดที่ 10 การป้องกันการทุจริต", []),
        ("คะแนนสูงสุดได้แก่ ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", ["text.not_highest"]),
        ("คะแนนสูงสุดรายตัวชี้วัด ดังนี้ ตัวชี้วัดที่ 4", []),
        ("ตัวชี้วัดที่ 9 ต้องปรับปรุง ส่วนตัวชี้วัดที่ 10 มีคะแนนสูงสุด", []),
        ("ตัวชี้วัดที่ 4 ได้ 96.97 คะแนน ต่ำสุดในแบบวัด IIT", []),
        ("ตัวชี้วัดที่ 8 ได้ 95.36 คะแนน ต่ำสุด", []),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ 10 การป้องกันการทุจริต", ["text.not_lowest"]),
        ("ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ 9 รวมทั้งตัวชี้วัดที่ 10 ที่ยังต่ำ โดยตัวชี้วัดย่อยที่ได้คะแนนน้อยที่สุด คือ 9.3", []),
        ("ตัวชี้วัดที่ 7 ข้อที่ได้คะแนนสูงสุดคือ e5", []),
    ],
)
def test_highest_and_lowest_indicators(text: str, expected: list[str]) -> None:
    """Every indicator that a list calls the highest or lowest must be that of its tool or of all."""
    assert said(OWN, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ระดับผ่านดีเยี่ยมต้องมีคะแนนทุกเครื่องมือ ๘๕ คะแนนขึ้นไป", ["text.level_mark"]),
        ("ระดับผ่านดีเยี่ยมต้องมีคะแนนทุกเครื่องมือ ๙๕ คะแนนขึ้นไป", []),
        ("ยังไม่ถึงระดับผ่านดีเยี่ยม ส่วนระดับผ่านดีใช้ 85 คะแนนขึ้นไป", []),
        ("ระดับผ่านดีเยี่ยมต้องไม่ต่ำกว่า 85 คะแนน", ["text.level_mark"]),
    ],
)
def test_the_mark_of_the_highest_level(text: str, expected: list[str]) -> None:
    """ผ่านดีเยี่ยม asks for 95, in the total and in every tool."""
    assert said(OWN, text) == expected
