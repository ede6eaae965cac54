"""Measures: what each lacks, what contradicts what, and what is weak without one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita import criteria
from ita.assessment import Measure, QuestionScore, Step
from support.checked import codes, every_score, findings, plain

STEP = Step(text="ชี้แจงแนวปฏิบัติ", period="ไตรมาสที่ 1", responsible=("สำนักปลัด",))
GOOD = Measure(measure="มาตรการใช้ทรัพย์สิน", tool="IIT", indicator=4, questions=("i10", "i12"), steps=(STEP,))


def of(measure: Measure, *others: Measure, year: int = 2568) -> list[str]:
    """Return what is found in an assessment with these measures."""
    return codes(replace(plain(year), measures=(measure, *others)))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (GOOD, []),
        (replace(GOOD, measure=""), ["measure.no_text"]),
        (replace(GOOD, steps=()), ["measure.no_steps", "measure.no_period", "measure.no_owner"]),
        (replace(GOOD, steps=(replace(STEP, period=""),)), ["measure.no_period"]),
        (replace(GOOD, steps=(replace(STEP, responsible=()),)), ["measure.no_owner"]),
        (replace(GOOD, steps=(STEP, Step(text="ติดตามผล"))), []),
        (replace(GOOD, questions=("i10", "o36")), ["measure.unknown_code"]),
        (replace(GOOD, indicator=3), ["measure.other_indicator"]),
        (replace(GOOD, questions=("i10", "o8")), []),
        (replace(GOOD, indicator=None), []),
        (replace(GOOD, tool="EIT"), ["measure.other_tool"]),
        (replace(GOOD, tool="EIT", indicator=None), ["measure.other_tool"]),
        (replace(GOOD, tool=""), []),
        (replace(GOOD, questions=()), []),
    ],
)
def test_a_measure_is_whole_and_agrees_with_itself(measure: Measure, expected: list[str]) -> None:
    """Text, steps, period, owner; questions of the year, of its indicator and of its tool."""
    assert of(measure) == expected


def test_the_measure_and_both_sides_are_named() -> None:
    """The sentence says which measure, which indicator it stands under, and whose its questions are."""
    measure = Measure(measure="ก", tool="IIT", indicator=3, questions=("i6",), steps=(STEP,))
    (one,) = findings(replace(plain(), measures=(GOOD, measure)))
    assert one.where == "measures.2.indicator"
    assert one.what() == "มาตรการที่ 2 อยู่ใต้ตัวชี้วัดที่ 3 แต่ข้อที่เกี่ยวข้อง (i6) เป็นของตัวชี้วัดที่ 2"


def test_the_cell_is_named_where_it_is_known() -> None:
    """A measure without owner points to the cell of the owner in its first row."""
    measure = replace(GOOD, steps=(replace(STEP, responsible=()),))
    listed = findings(replace(plain(), measures=(measure,)), {"measures.1.steps.1.responsible": "มาตรการ!L5"})
    assert [f.where for f in listed] == ["มาตรการ!L5"]


def test_an_item_of_another_issue_is_told() -> None:
    """o15 (procurement) belongs to issue 5, not to issue 6; i7 to o21 do."""
    measure = Measure(measure="ก", issue=6, questions=("i7", "o15", "o18"), steps=(STEP,))
    listed = findings(replace(plain(2567), measures=(measure,)))
    assert [(f.code, dict(f.values)["codes"]) for f in listed] == [("measure.other_issue", "o15")]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("มาตรการใช้ทรัพย์สิน", ["measure.repeated"]),
        (" มาตรการใช้ทรัพย์สิน\n", ["measure.repeated"]),
        ("มาตรการใช้ทรัพย์สินของราชการ", []),
    ],
)
def test_two_measures_of_the_same_words_are_told(second: str, expected: list[str]) -> None:
    """Identical but for spaces is identical."""
    assert of(GOOD, replace(GOOD, measure=second)) == expected


def weak(code: str, score: QuestionScore, *measures: Measure) -> list[str]:
    """Return what is found where one question is weak."""
    questions = {**every_score(criteria.load(2568), 95.0), code: score}
    return codes(replace(plain(questions=questions), measures=measures))


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ((), ["weak.questions"]),
        ((GOOD,), []),
        ((replace(GOOD, questions=()),), []),
        ((replace(GOOD, questions=("i11",)),), ["weak.questions"]),
        ((replace(GOOD, questions=("i11",), analysis="ข้อ i๑๐ ได้คะแนนน้อย"),), []),
    ],
)
def test_a_weak_question_needs_a_measure(measures: tuple[Measure, ...], expected: list[str]) -> None:
    """A measure takes up what it lists or names; one that lists nothing takes up all of its indicator."""
    assert weak("i10", 84.99, *measures) == expected


def test_a_question_at_the_mark_is_not_weak() -> None:
    """85 points pass."""
    assert weak("i10", 85.0) == []


def test_one_weak_part_makes_a_question_weak() -> None:
    """e8 passed with one part and failed with the other."""
    assert weak("e8", (95.0, 60.0)) == ["weak.questions"]


def test_weak_questions_of_a_tool_are_one_finding() -> None:
    """They are listed with neighbours joined."""
    questions: dict[str, QuestionScore] = {**every_score(criteria.load(2568), 95.0), "o1": 80.0, "o2": 80.0, "o9": 80.0}
    listed = [f for f in findings(plain(questions=questions)) if f.code == "weak.questions"]
    assert [dict(f.values)["codes"] for f in listed] == ["o1–o2, o9"]


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ((), ["weak.indicators"]),
        ((Measure(measure="ก", tool="OIT", indicator=9, steps=(STEP,)),), []),
        ((Measure(measure="ก", tool="OIT", questions=("o1",), steps=(STEP,)),), []),
        ((Measure(measure="ปรับปรุงตัวชี้วัดที่ ๙", steps=(STEP,)),), []),
        ((Measure(measure="ก", tool="OIT", indicator=10, steps=(STEP,)),), ["weak.indicators"]),
    ],
)
def test_a_weak_indicator_needs_a_measure(measures: tuple[Measure, ...], expected: list[str]) -> None:
    """A measure under its number, with one of its items, or that names it will do."""
    assessment = replace(plain(questions={}, indicators={9: 83.75, 10: 100.0}), measures=measures)
    assert [code for code in codes(assessment) if code != "score.missing"] == expected


@pytest.mark.parametrize(
    ("analysis", "expected"),
    [
        ("ผลการประเมิน OIT ผ่านตามหลักเกณฑ์ ควรรักษามาตรฐานไว้", ["measure.passed"]),
        ("ผลการประเมิน OIT ผ่านเกณฑ์ แต่ตัวชี้วัดที่ ๙ ได้เพียง 83.75 คะแนน", []),
        ("ผลการประเมิน OIT ยังไม่ผ่านเกณฑ์", []),
        ("ควรรักษามาตรฐานไว้", []),
    ],
)
def test_a_tool_that_passed_may_hide_a_weak_indicator(analysis: str, expected: list[str]) -> None:
    """OIT passes with 91.88, but its indicator 9 is under the mark and must be spoken of."""
    measure = Measure(measure="ก", tool="OIT", analysis=analysis, steps=(STEP,))
    assessment = replace(plain(questions={}, indicators={9: 83.75, 10: 100.0}), measures=(measure,))
    assert [code for code in codes(assessment) if code == "measure.passed"] == expected


def test_codes_that_no_one_knows_yet_are_no_error() -> None:
    """A year whose questions are not known leaves their codes to the agency."""
    measure = Measure(measure="ก", tool="IIT", questions=("i99",), steps=(STEP,))
    assessment = replace(plain(2569, questions={}), measures=(measure,))
    assert "measure.unknown_code" not in codes(assessment)
