"""The action plan: measures gathered by indicator, a row each or a row a step, nothing invented."""

from __future__ import annotations

import msgspec

from ita import scoring
from ita.assessment import Agency, Assessment, Given, Measure, Step
from ita.rules import of
from ita.word.content import plan
from ita.word.content.plan import DASH
from ita.word.views.plan import PlanRowView, PlanView

UNIFORM = (
    Step(text="หนึ่ง", period="ตุลาคม", responsible=("ก", "ข")),
    Step(text="สอง", period="ตุลาคม", responsible=("ก", "ข")),
)


def planned(*measures: Measure, year: int = 2568, given: Given | None = None) -> PlanView:
    """Return the plan of these measures."""
    assessment = Assessment(agency=Agency(name="ทต.ทดสอบ"), fiscal_year=year, given=given or Given(), measures=measures)
    rules = of(assessment)
    return plan.view(assessment, rules, scoring.score(rules, assessment.given))


def only(measure: Measure, given: Given | None = None) -> PlanRowView:
    """Return the first row of a plan of one measure."""
    return planned(measure, given=given).rows[0]


def labels(view: PlanView) -> list[str]:
    """Return the first line of every label."""
    return [row.label.split("\n")[0] for row in view.rows]


def test_measures_are_gathered_by_indicator() -> None:
    """Groups stand in the order of the indicators, measures in the order entered; the label is in the first row."""
    view = planned(
        Measure(measure="ค", indicator=10),
        Measure(measure="ก", indicator=4),
        Measure(measure="ข", indicator=4),
    )
    assert [(row.label, row.measure) for row in view.rows] == [
        ("4. การใช้ทรัพย์สินของราชการ", "ก"),
        ("", "ข"),
        ("10. การป้องกันการทุจริต", "ค"),
    ]


def test_a_measure_without_an_indicator_is_placed_by_what_it_names() -> None:
    """By the indicators of its questions, else its tool, else its issue; one that names nothing says so, last."""
    view = planned(
        Measure(measure="จ"),
        Measure(measure="ง", issue=2),
        Measure(measure="ค", tool="EIT"),
        Measure(measure="ข", tool="EIT", questions=("e3", "e8")),
        Measure(measure="ก", questions=("o2",)),
        year=2567,
    )
    assert [row.measure for row in view.rows] == ["ค", "ข", "ก", "ง", "จ"]
    by_measure = {row.measure: row.label for row in view.rows}
    assert by_measure["ข"] == "6. คุณภาพการดำเนินงาน\n8. การปรับปรุงการทำงาน"
    assert by_measure["ค"] == "แบบวัด EIT\nตัวชี้วัดที่ 6 ถึง 8"
    assert by_measure["ก"].startswith("9. ")
    assert by_measure["ง"].startswith("ประเด็นที่ 2 ")
    assert by_measure["จ"] == "ไม่ได้ระบุตัวชี้วัด"


def test_known_scores_stand_with_their_names() -> None:
    """Indicator, question and sub-indicator show the scores of the workbook; an unknown one shows none."""
    given = Given(questions={"i10": 75.0}, indicators={4: 80.0}, sub_indicators={"9.1": 90.0})
    row = only(Measure(measure="ก", indicator=4, questions=("i10", "i12")), given)
    assert row.label == "4. การใช้ทรัพย์สินของราชการ\n(80.00 คะแนน)"
    first, second, third = row.questions.split("\n")
    assert first.startswith("i10 ")
    assert second == "(75.00 คะแนน)"
    assert third.startswith("i12 ")
    item = only(Measure(measure="ก", questions=("o2", "o3")), given)
    assert item.questions.startswith("ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน\n(90.00 คะแนน)\no2 ")
    assert item.questions.count("ตัวชี้วัดย่อยที่ 9.1") == 1


def test_both_parts_of_the_eit_are_named() -> None:
    """A question of the EIT shows the score of each part that is known."""
    row = only(Measure(measure="ก", questions=("e1",)), Given(questions={"e1": (99.5, 91.0)}))
    assert row.questions.endswith("\n(EIT ส่วนที่ 1 ได้ 99.50 คะแนน และ EIT ส่วนที่ 2 ได้ 91.00 คะแนน)")


def test_steps_with_the_same_time_and_people_make_one_row() -> None:
    """They are numbered in one cell; people stand one a line."""
    row = only(Measure(measure="ก", indicator=1, steps=UNIFORM))
    assert (row.steps, row.period, row.responsible) == ("1) หนึ่ง\n2) สอง", "ตุลาคม", "ก\nข")
    assert len(planned(Measure(measure="ก", indicator=1, steps=UNIFORM)).rows) == 1
    assert only(Measure(measure="ก", indicator=1, steps=UNIFORM[:1])).steps == "หนึ่ง"


def test_steps_that_differ_make_a_row_each() -> None:
    """Further rows hold the step, its time and people alone."""
    rows = planned(Measure(measure="ก", indicator=1, steps=(UNIFORM[0], Step(text="สาม", period="มีนาคม")))).rows
    assert [(r.measure, r.steps, r.period) for r in rows] == [("ก", "1) หนึ่ง", "ตุลาคม"), ("", "2) สาม", "มีนาคม")]
    further = msgspec.to_builtins({name: getattr(rows[1], name) for name in ("label", "questions", "analysis")})
    assert set(further.values()) == {""}
    assert rows[1].no_findings == ""


def test_what_was_not_entered_is_a_dash() -> None:
    """An empty cell would be taken for one that goes on from the row above."""
    row = only(Measure(indicator=1))
    shown = (row.questions, row.analysis, row.measure, row.no_findings, row.steps, row.period, row.responsible)
    assert set(shown) == {DASH}


def test_findings_are_the_agencys_own() -> None:
    """Strengths and weaknesses are those entered, and no dash stands beside them."""
    row = only(Measure(measure="ก", indicator=1, strengths=" ดี ", weaknesses=""))
    assert (row.strengths, row.weaknesses, row.no_findings) == ("ดี", "", "")


def test_scores_speak_where_no_analysis_was_entered() -> None:
    """What the figures bear out is said, with how much of them is known; an entered analysis always comes first."""
    two = Measure(measure="ก", indicator=4, questions=("i10", "i12"))
    assert (
        only(two, Given(questions={"i10": 75.0, "i12": 90.0})).analysis == "ข้อที่ต่ำกว่าเกณฑ์ 85 คะแนน คือ i10 (75.00 คะแนน)"
    )
    assert (
        only(two, Given(questions={"i10": 95.0, "i12": 90.0})).analysis
        == "ทุกข้อผ่านเกณฑ์ 85 คะแนน ข้อที่ได้คะแนนน้อยที่สุด คือ i12 (90.00 คะแนน)"
    )
    assert only(two, Given(questions={"i10": 90.0, "i12": 90.0})).analysis == "ทุกข้อผ่านเกณฑ์ 85 คะแนนและได้คะแนนเท่ากัน"
    assert only(two, Given(questions={"i10": 100.0, "i12": 100.0})).analysis == "ทุกข้อได้คะแนนเต็ม"
    assert only(two, Given(questions={"i10": 90.0})).analysis == "จากคะแนนที่ทราบ i10 ผ่านเกณฑ์ 85 คะแนน"
    assert only(two).analysis == DASH
    three = Measure(measure="ก", indicator=4, questions=("i10", "i11", "i12"))
    alike = only(three, Given(questions={"i10": 90.0, "i11": 95.0, "i12": 90.0})).analysis
    assert alike.endswith("ข้อที่ได้คะแนนน้อยที่สุด คือ i10 และ i12 (ข้อละ 90.00 คะแนน)")
    low = only(two, Given(questions={"i10": 75.0, "i12": 70.0})).analysis
    assert low == "ข้อที่ต่ำกว่าเกณฑ์ 85 คะแนน ได้แก่ i10 (75.00 คะแนน) และ i12 (70.00 คะแนน)"
    entered = msgspec.structs.replace(two, analysis="ของเรา")
    assert only(entered, Given(questions={"i10": 75.0})).analysis == "ของเรา"


def test_a_code_that_the_year_lacks_is_printed_as_entered() -> None:
    """It has neither wording nor score."""
    assert only(Measure(measure="ก", indicator=1, questions=("i99",))).questions == "i99"


def test_weak_indicators_without_a_measure_are_named() -> None:
    """Those under the pass mark that no measure answers, a measure on the whole tool answering all of it."""
    given = Given(indicators={4: 80.0, 8: 83.57, 9: 90.0})
    view = planned(Measure(measure="ก", indicator=4), given=given)
    assert view.uncovered.endswith("ในแผนนี้ คือ ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน (83.57 คะแนน)")
    assert "ในแผนนี้ ได้แก่ ตัวชี้วัดที่ 4 " in planned(Measure(measure="ก", indicator=9), given=given).uncovered
    assert planned(Measure(measure="ก", tool="EIT"), Measure(measure="ข", indicator=4), given=given).uncovered == ""


def test_a_plan_without_measures_says_so() -> None:
    """There is no row, and the lead promises no table of measures."""
    view = planned(given=Given(indicators={4: 80.0}))
    assert (view.rows, view.uncovered) == ((), "")
    assert view.lead.startswith("ขณะจัดทำเอกสารนี้ ทต.ทดสอบยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2569")
