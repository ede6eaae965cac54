"""What a report says of an assessment: figures as shown, sentences that the figures bear out."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import cast

import msgspec
import pytest

from ita import criteria, rating, scoring
from ita.assessment import Agency, Assessment, Given, Measure, Previous, Step
from ita.thai import Digits
from ita.word.content.context import chart_data, context
from ita.word.views import ReportContext, ToolView
from support.word import example

FULL: dict[int, float | None] = {
    1: 100.0,
    2: 100.0,
    3: 98.0,
    4: 96.97,
    5: 100.0,
    6: 97.39,
    7: 96.19,
    8: 95.36,
    9: 83.75,
    10: 100.0,
}


def report(given: Given | None = None, digits: Digits = "arabic", **more: object) -> ReportContext:
    """Return the context of an assessment of FY2568."""
    base = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=2568, given=given or Given())
    assessment = msgspec.structs.replace(base, **more)
    rules = criteria.load(assessment.fiscal_year)
    scores = scoring.score(rules, assessment.given)
    return context(assessment, rules, scores, rating.level(rules, scores, assessment.given.level), digits)


def tool(shown: ReportContext, code: str) -> ToolView:
    """Return one tool of a context."""
    return next(view for view in shown.tools if view.code == code)


def texts(value: object) -> list[str]:
    """Return every text inside a view."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for item in cast("tuple[object, ...]", value) for text in texts(item)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def test_nongphlap_reads_as_its_figures() -> None:
    """The example's total, change, level and tools are those that the agency published."""
    shown = example_context("nongphlap_2568")
    assert (shown.total.text, shown.total_change.text, shown.level.name) == ("95.46", "-2.59", "ผ่านดี")
    assert [view.score.text for view in shown.tools] == ["99.39", "96.31", "91.88"]
    assert [view.score.verdict for view in shown.tools] == ["ผ่าน", "ผ่าน", "ผ่าน"]
    assert shown.level.reason == "แม้คะแนนรวมถึงเกณฑ์ 95 คะแนนแล้ว แต่คะแนน OIT ต่ำกว่า 95 คะแนน จึงยังไม่ถึงระดับผ่านดีเยี่ยม"
    assert [view.weighted for view in shown.tools] == ["29.82", "28.89", "36.75"]
    assert [len(view.measures) for view in shown.tools] == [2, 2, 1]


def test_khlongnokkrathung_says_what_follows() -> None:
    """EIT part 2 is derived, printed with ประมาณ, has no verdict, and is the reason for the level."""
    shown = example_context("khlongnokkrathung_2567")
    part = tool(shown, "EIT").parts[1]
    assert (part.score.text, part.score.verdict, part.weighted) == ("ประมาณ 91.78", "", "–")
    assert "แต่คะแนน EIT ส่วนที่ 2 ต่ำกว่า 95 คะแนน" in shown.level.reason
    assert [question.code for question in tool(shown, "IIT").analysis.questions] == ["i10", "i12", "i7"]
    assert [question.label for question in tool(shown, "EIT").analysis.questions] == ["e3\nEIT ส่วนที่ 1"]


def example_context(name: str) -> ReportContext:
    """Return the context of an example in Arabic digits."""
    assessment = example(name)
    rules = criteria.load(assessment.fiscal_year)
    scores = scoring.score(rules, assessment.given)
    return context(assessment, rules, scores, rating.level(rules, scores, assessment.given.level), "arabic")


@pytest.mark.parametrize("given", [Given(), Given(total=90.0), Given(level="ผ่าน"), Given(indicators={9: 0.0})])
def test_an_empty_assessment_says_so(given: Given) -> None:
    """Nothing unknown shows as None, as zero or as an empty promise."""
    shown = report(given)
    assert not [text for text in texts(shown) if "None" in text or "nan" in text]
    assert tool(shown, "EIT").score.text == "ไม่มีข้อมูล"
    assert shown.overview.comparison == "ไม่มีข้อมูลคะแนนรวมของปีงบประมาณ พ.ศ. 2567 สำหรับเปรียบเทียบ"


def test_what_is_known_of_the_result_is_said() -> None:
    """Total and level each have a sentence of their own when the other is unknown."""
    nothing = "ในขณะจัดทำรายงานนี้ อบต.ทดสอบยังไม่มีข้อมูลคะแนนรวมและระดับผลการประเมินปีงบประมาณ พ.ศ. 2568"
    known = "รายงานนี้จึงวิเคราะห์เฉพาะคะแนนที่ทราบ"
    assert f"{nothing} {known}" == report().overview.result
    only_level = "อบต.ทดสอบได้รับผลการประเมินในระดับผ่าน ส่วนคะแนนรวมปีงบประมาณ พ.ศ. 2568 ยังไม่มีข้อมูล"
    assert f"{only_level} {known}" == report(Given(level="ผ่าน")).overview.result
    open_level = report(Given(total=96.0))
    assert (open_level.level.name, open_level.level.known) == ("ยังสรุปไม่ได้", False)
    assert "โดยเป็นไปได้ตั้งแต่ระดับผ่านถึงระดับผ่านดีเยี่ยม" in open_level.overview.result


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Given(total=99.0, tools={"IIT": 99.0, "EIT1": 99.0, "EIT2": 99.0, "OIT": 99.0}), "จึงอยู่ในระดับสูงสุด"),
        (
            Given(total=90.0, tools={"IIT": 99.0, "EIT1": 90.0, "EIT2": 94.99, "OIT": 96.0}),
            "คะแนนรวมต่ำกว่า 95 คะแนน และ",
        ),
        (Given(total=90.0, tools={"IIT": 80.0, "EIT1": 99.0, "EIT2": 99.0, "OIT": 99.0}), "ยังไม่ถึงระดับผ่านดี"),
        (Given(total=80.0, level="ต้องปรับปรุง"), "คะแนนรวมต่ำกว่า 85 คะแนน จึงยังไม่ถึงระดับผ่าน"),
        (Given(total=96.0, level="ผ่านดี"), ""),
        (Given(total=90.0, level="ชื่อระดับอื่น"), ""),
    ],
)
def test_the_reason_names_the_conditions_missed(given: Given, expected: str) -> None:
    """The sentence on the level says what is missing to the next one, or nothing where that is unknown."""
    reason = report(given).level.reason
    assert expected in reason
    assert bool(expected) == bool(reason)


@pytest.mark.parametrize(
    ("total", "before", "expected"),
    [
        (95.46, 98.05, "คะแนนรวมลดลง 2.59 คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. 2567 ซึ่งได้ 98.05 คะแนน"),
        (95.46, 95.0, "คะแนนรวมเพิ่มขึ้น 0.46 คะแนน เมื่อเทียบกับปีงบประมาณ พ.ศ. 2567 ซึ่งได้ 95.00 คะแนน"),
        (95.46, 95.46, "คะแนนรวมเท่ากับปีงบประมาณ พ.ศ. 2567 ซึ่งได้ 95.46 คะแนน"),
    ],
)
def test_the_comparison_goes_up_down_or_nowhere(total: float, before: float, expected: str) -> None:
    """The sentence follows the sign of the change."""
    assert expected == report(Given(total=total), previous=Previous(fiscal_year=2567, total=before)).overview.comparison


def test_a_change_of_level_is_told() -> None:
    """The level is compared where both years' are known."""
    given, previous = Given(total=90.0, level="ผ่านดี"), Previous(fiscal_year=2567, total=84.0, level="ต้องปรับปรุง")
    assert report(given, previous=previous).overview.comparison.endswith("เปลี่ยนจากต้องปรับปรุงเป็นผ่านดี")
    same = msgspec.structs.replace(previous, level="ผ่านดี")
    assert report(given, previous=same).overview.comparison.endswith("และยังคงอยู่ในระดับผ่านดี")


def test_changes_of_indicators_add_up_as_printed() -> None:
    """The change is the difference of the two figures as they are printed."""
    previous = Previous(fiscal_year=2567, indicators={1: 99.994, 9: 90.0, 10: 100.0})
    shown = report(Given(indicators={**FULL, 1: 100.0}), previous=previous)
    changes = {view.number: (view.change.text, view.change.word) for view in shown.indicators}
    assert changes["1"] == ("+0.01", "เพิ่มขึ้น")
    assert changes["9"] == ("-6.25", "ลดลง")
    assert changes["10"] == ("0.00", "เท่าเดิม")
    assert changes["2"] == ("–", "")
    assert "เพิ่มขึ้นมากที่สุด ได้แก่ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ (เพิ่มขึ้น 0.01 คะแนน)" in shown.overview.changes
    assert "ลดลงมากที่สุด ได้แก่ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (ลดลง 6.25 คะแนน)" in shown.overview.changes


def test_ties_are_all_named() -> None:
    """Every indicator that shares the highest score is named."""
    strengths = tool(report(Given(indicators=FULL)), "IIT").analysis.strengths
    assert "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ตัวชี้วัดที่ 2 การใช้งบประมาณ และตัวชี้วัดที่ 5" in strengths
    assert "100.00 คะแนนเท่ากัน" in strengths


def test_indicators_under_the_pass_mark_come_first() -> None:
    """An indicator under the pass mark is told as such, in its tool and overall."""
    shown = report(Given(indicators=FULL))
    assert "ยังไม่ผ่านเกณฑ์ 85 คะแนน จึงต้องแก้ไขเป็นลำดับแรก" in tool(shown, "OIT").analysis.weaknesses
    assert "จำนวน 1 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล" in shown.overview.indicators


def test_a_tool_that_was_not_processed_says_so() -> None:
    """It has no score and fails its condition."""
    shown = report(Given(total=60.0, tools={"IIT": 100.0, "OIT": 100.0}, not_processed=("EIT1", "EIT2")))
    eit = tool(shown, "EIT")
    assert (eit.processed, [part.score.text for part in eit.parts]) == (False, ["ไม่ประมวลผล"] * 2)
    assert "ไม่ได้รับการประมวลผล" in eit.analysis.summary


def test_questions_come_from_scores_else_from_measures_else_none() -> None:
    """Low scores name questions; without scores the measures' questions stand in, without those nothing does."""
    low = tool(report(Given(questions={"i10": 80.0, "i11": 90.0})), "IIT").analysis
    assert ([q.code for q in low.questions], low.has_scores) == (["i10"], True)
    measures = (Measure(tool="IIT", questions=("i12", "i99"), steps=(Step(text="ก"),)),)
    named = tool(report(measures=measures), "IIT").analysis
    assert ([q.code for q in named.questions], named.has_scores) == (["i12"], False)
    nothing = tool(report(Given(tools={"IIT": 90.0})), "IIT").analysis
    assert (nothing.questions, nothing.questions_lead) == ((), "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ การวิเคราะห์จึงอยู่ในระดับตัวชี้วัด")


def test_borrowed_wordings_are_marked() -> None:
    """A wording that was taken from another year's questionnaire is said to be."""
    note = tool(report(Given(questions={"i11": 80.0})), "IIT").analysis.questions_note
    assert note == "หมายเหตุ i11 ใช้ถ้อยคำของปี 2567"


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure(tool="EIT"), "EIT"),
        (Measure(indicator=9), "OIT"),
        (Measure(questions=("o3",)), "OIT"),
        (Measure(questions=("i3",)), "IIT"),
        (Measure(measure="ก"), ""),
    ],
)
def test_no_measure_is_lost(measure: Measure, expected: str) -> None:
    """A measure stands under its tool, its indicator's or question's tool, else among the others."""
    shown = report(measures=(measure,))
    places = {view.code: len(view.measures) for view in shown.tools} | {"": len(shown.other_measures)}
    assert {expected} == {code for code, count in places.items() if count}
    assert sum(len(view.steps) for view in (*shown.other_measures, *(m for t in shown.tools for m in t.measures))) == 1


def test_all_texts_have_the_digits_asked_for() -> None:
    """With Thai digits no text keeps an Arabic digit, except in Latin words."""
    shown = report(Given(indicators=FULL), "thai", agency=Agency(name="อบต.1", website="www.a1.go.th"))
    assert {"www.a1.go.th"} == {text for text in texts(shown) if any(digit in text for digit in "0123456789")}


def test_charts_show_displayed_figures_and_leave_gaps() -> None:
    """A chart shows two decimals, None where nothing is known, and last year only when it is known."""
    given = Given(indicators={**FULL, 9: None}, total=95.456)
    assessment = Assessment(agency=Agency(name="ก"), fiscal_year=2568, given=given)
    rules = criteria.load(2568)
    charts = chart_data(assessment, rules, scoring.score(rules, given))
    assert [(key, series.name) for key, series in charts["comparison"].series.items()] == [("ปีนี้", "ปี 2568")]
    assert None is charts["comparison"].series["ปีนี้"].values[8]
    assert charts["tools"].series["ปีนี้"].values == (95.46, 98.99, 96.31, 92.16)
    assert charts["tools"].categories[-1] == "OIT (ประมาณ)"
    assert {85.0} == set(charts["tools"].series["เกณฑ์ผ่าน"].values)


def test_an_outline_and_a_sum_are_drawn_whole_or_not_at_all() -> None:
    """The radar needs every indicator, the weighted points every tool; the other charts show gaps."""
    rules = criteria.load(2568)
    for given, drawn in (
        (Given(indicators=FULL, tools={"IIT": 99.0, "EIT": 96.0, "OIT": 92.0}), True),
        (Given(indicators={**FULL, 9: None}, tools={"IIT": 99.0, "EIT": 96.0}), False),
    ):
        assessment = Assessment(agency=Agency(name="ก"), fiscal_year=2568, given=given)
        charts = chart_data(assessment, rules, scoring.score(rules, given))
        assert {name: not charts[name].is_empty for name in ("radar", "total")} == {"radar": drawn, "total": drawn}
        assert not charts["comparison"].is_empty


def test_own_foreword_and_dates_are_taken_over() -> None:
    """The agency's foreword is split into paragraphs, a date is written out, another text stays."""
    shown = report(texts={"foreword": "หนึ่ง\n\nสอง", "limitations": ("ก",)}, report_date="15/10/2568")
    assert (shown.foreword, shown.limitations, shown.report_date) == (("หนึ่ง", "สอง"), ("ก",), "15 ตุลาคม 2568")
    assert report(report_date="กลางเดือนตุลาคม").report_date == "กลางเดือนตุลาคม"
