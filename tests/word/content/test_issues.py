"""What the report by issue says of issues, rules, levels and suggestions: only what figures and rows bear out."""

from __future__ import annotations

import msgspec
import pytest

from ita import criteria, rating, scoring
from ita.assessment import Agency, Assessment, AssessorSuggestion, Given, IssueAnalysis, Measure, QuestionScore, Step
from ita.word.content import issue_texts
from ita.word.content.context import context
from ita.word.views import IssueView, RatingView, ReportContext
from support.word import example


def report(year: int = 2567, given: Given | None = None, **more: object) -> ReportContext:
    """Return the context of an assessment, in Arabic digits."""
    base = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year, given=given or Given())
    return shown(msgspec.structs.replace(base, **more))


def shown(assessment: Assessment) -> ReportContext:
    """Return the context of this assessment, in Arabic digits."""
    rules = criteria.load(assessment.fiscal_year)
    scores = scoring.score(rules, assessment.given)
    return context(assessment, rules, scores, rating.level(rules, scores, assessment.given.level), "arabic")


def issue(number: int, questions: dict[str, QuestionScore] | None = None, **more: object) -> IssueView:
    """Return one issue of FY2567."""
    return report(2567, Given(questions=questions or {}), **more).issues.items[number - 1]


def test_the_seven_issues_of_khlongnokkrathung() -> None:
    """Each issue has its rows, the agency's cause and approach, and one measure."""
    items = shown(example("khlongnokkrathung_2567")).issues.items
    assert [len(view.questions) for view in items] == [7, 10, 9, 3, 7, 7, 16]
    assert all(view.cause and view.approach and len(view.measures) == 1 for view in items)
    weakest = [view.weakest.replace("\n", " ").split() for view in items]
    named = [[word for word in words if word[0] in "ieo" and word[1:].isdigit()] for words in weakest]
    assert named == [["i1", "i2"], ["e3"], ["e4", "e5", "e6"], ["i10"], [], ["i7"], ["i13", "i14", "i15"]]
    assert items[4].weakest == "ไม่มี เนื่องจากทุกข้อที่ทราบคะแนนได้คะแนนเต็ม"
    assert "กับรายการข้อมูล 4 รายการของตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (100.00 คะแนน)" in items[0].lead
    assert items[1].lead.endswith("ทราบคะแนนรายข้อเฉพาะ EIT ส่วนที่ 1 ข้อที่ทราบคะแนนทุกข้อผ่านเกณฑ์ 85 คะแนน")


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ({"i10": 90.0}, "ทราบคะแนนเพียงข้อเดียว คือ i10 "),
        ({"i10": 90.0, "i11": 90.0, "i12": 90.0}, "ไม่มีข้อใดต่ำกว่าข้ออื่น ทุกข้อที่ทราบคะแนนได้ 90.00 คะแนนเท่ากัน"),
        ({"i10": 100.0, "i11": 100.0}, "ไม่มี เนื่องจากทุกข้อที่ทราบคะแนนได้คะแนนเต็ม"),
        ({"i10": 80.0, "i11": 90.0}, "i10 "),
    ],
)
def test_the_weakest_question_is_named_or_why_not(questions: dict[str, QuestionScore], expected: str) -> None:
    """Nothing is called weakest where nothing is weaker, and nothing unknown counts."""
    assert issue(4, questions).weakest.startswith(expected)


def test_nothing_is_said_of_the_weakest_where_no_score_is_known() -> None:
    """Seven times "cannot be told" tells nothing: the lead tells it once, and the issue has no scores to show."""
    found = report(given=Given(indicators={4: 90.0})).issues
    assert {(view.weakest, view.has_scores, view.has_analysis) for view in found.items} == {("", False, False)}
    assert "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ" in found.lead


def test_the_lead_promises_no_more_than_the_issues_hold() -> None:
    """Causes and approaches are announced where the agency wrote some, scores of all issues where all have some."""
    some = report(given=Given(questions={"i10": 90.0})).issues
    assert some.lead.startswith("การวิเคราะห์แบ่งเป็น 7 ประเด็น ประเด็นที่ทราบคะแนนรายข้อแสดงคะแนนและข้อที่ได้คะแนนน้อยที่สุด")
    assert [view.number for view in some.items if view.has_scores] == ["4"]
    codes = ("i1", "e1", "e4", "i10", "i4", "i7", "i13")
    given = Given(questions=dict.fromkeys(codes, 90.0))
    assert report(given=given).issues.lead.endswith("แต่ละประเด็นแสดงคะแนนรายข้อ และข้อที่ได้คะแนนน้อยที่สุด")
    written = report(given=given, issues=(IssueAnalysis(number=3, cause="เหตุ"),)).issues.lead
    assert written.endswith("แต่ละประเด็นแสดงคะแนนรายข้อ ข้อที่ได้คะแนนน้อยที่สุด และสาเหตุ")


def test_many_weakest_are_named_by_code() -> None:
    """A long tie is a list of codes, not of wordings."""
    zeros: dict[str, QuestionScore] = {f"o{number}": 0.0 for number in range(22, 29)}
    assert issue(7, {**zeros, "i13": 90.0}).weakest == "o22 o23 o24 o26 o27 o28 ได้ 0.00 คะแนนเท่ากัน"


def test_both_parts_of_the_eit_are_rows() -> None:
    """A question known in both parts stands twice, and the lower part is the weakest."""
    view = issue(3, {"e4": (99.0, 70.0), "e5": (98.0, 90.0)})
    assert [row.label for row in view.questions[:4]] == [
        "e4\nEIT ส่วนที่ 1",
        "e4\nEIT ส่วนที่ 2",
        "e5\nEIT ส่วนที่ 1",
        "e5\nEIT ส่วนที่ 2",
    ]
    assert view.weakest.endswith("(EIT ส่วนที่ 2 ได้ 70.00 คะแนน)")
    assert "มีข้อที่ต่ำกว่าเกณฑ์ 85 คะแนน คือ e4" in view.lead


def test_a_measure_belongs_to_one_issue() -> None:
    """By its issue, else its questions, else its indicator; one of many issues stands apart."""
    measures = (
        Measure(measure="ก", issue=6, questions=("i1",)),
        Measure(measure="ข", questions=("e4",)),
        Measure(measure="ค", indicator=4),
        Measure(measure="ง", indicator=9),
        Measure(measure="จ"),
    )
    issues = report(measures=measures).issues
    assert {view.number: [m.name for m in view.measures] for view in issues.items if view.measures} == {
        "3": ["ข"],
        "4": ["ค"],
        "6": ["ก"],
    }
    assert [measure.name for measure in issues.other_measures] == ["ง", "จ"]


def test_advice_enters_only_through_accepted_rows() -> None:
    """Without rows of the clerk there is no cause, no approach, no remark and no measure."""
    items = report(given=Given(questions={"i10": 50.0})).issues.items
    assert not [view for view in items if view.cause or view.approach or view.remarks or view.measures]
    assert items[3].no_measures == "ไม่ได้กำหนดมาตรการของประเด็นนี้"
    kept = issue(4, {"i10": 90.0, "i11": 90.0, "i12": 95.0}).no_measures
    assert kept == "ไม่ได้กำหนดมาตรการของประเด็นนี้ ให้รักษาแนวปฏิบัติเดิมและติดตามผลอย่างต่อเนื่อง"


def test_issues_without_measures_are_named_in_one_sentence() -> None:
    """Those that are known to have passed stand apart from the others; the rest are the planned ones."""
    given = Given(questions={"i10": 90.0, "i11": 90.0, "i12": 95.0})
    issues = report(given=given, measures=(Measure(measure="ก", issue=6),)).issues
    assert [view.number for view in issues.planned] == ["6"]
    assert issues.unplanned == (
        "ประเด็นที่ 1 ถึง 3 5 และ 7 ไม่ได้กำหนดมาตรการ ส่วนประเด็นที่ 4 ไม่ได้กำหนดมาตรการ ให้รักษาแนวปฏิบัติเดิมและติดตามผลอย่างต่อเนื่อง"
    )
    assert report(2563, Given(indicators={8: 81.29})).issues.unplanned == "ตัวชี้วัดที่ 8 ไม่ได้กำหนดมาตรการ"
    every = tuple(Measure(measure="ก", issue=number) for number in range(1, 8))
    assert report(measures=every).issues.unplanned == ""


def test_what_the_agency_wrote_beside_questions_and_measures_is_kept() -> None:
    """Notes, analyses, strengths and weaknesses stand under the issue that they belong to."""
    measure = Measure(measure="ก", issue=4, analysis="บท", strengths="แข็ง", weaknesses="อ่อน", steps=(Step(text="ทำ"),))
    view = issue(4, notes={"i10": "หมายเหตุของเรา"}, measures=(measure,))
    assert view.remarks == ("i10 หมายเหตุของเรา", "บท", "จุดแข็ง แข็ง", "จุดอ่อน อ่อน")
    assert view.has_analysis


def test_a_year_without_issues_borrows_them_and_says_so() -> None:
    """FY2568 takes the issues of FY2567 by meaning; codes that fit none are named."""
    issues = report(2568).issues
    assert len(issues.items) == 7
    assert "การจัดกลุ่มใช้ประเด็นของปีงบประมาณ พ.ศ. 2567" in issues.note
    assert "e9 o1 o12 o16 และ o21 ไม่ตรงกับประเด็นใดของปีดังกล่าว" in issues.note
    assert "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ" in issues.lead
    assert report(2567).issues.note == ""


def test_a_year_before_any_issue_is_analysed_by_indicator() -> None:
    """In FY2563 the indicators of which something is known stand in the issues' place."""
    issues = report(2563, Given(questions={"i7": 81.75}, indicators={8: 81.29}, total=60.0)).issues
    assert [view.title.split()[1] for view in issues.items] == ["2", "8"]
    assert issues.lead == "ไม่พบการแบ่งประเด็นวิเคราะห์ของปีงบประมาณ พ.ศ. 2563 จึงวิเคราะห์เป็นรายตัวชี้วัด รวม 2 หัวข้อ"
    assert "ตัวชี้วัดที่ 1 3 ถึง 7 9 และ 10 ยังไม่มีข้อมูลคะแนนและมาตรการ" in issues.note
    assert (issues.items[1].questions, issues.items[1].weakest) == ((), "")
    assert issues.items[1].lead == "ตัวชี้วัดนี้ได้ 81.29 คะแนน ไม่ผ่านเกณฑ์ 85 คะแนน และไม่มีข้อมูลคะแนนรายข้อ"
    written = report(2563, issues=(IssueAnalysis(number=3, cause="เหตุ"),)).issues.items
    assert [(view.title, view.cause) for view in written] == [("ประเด็นที่ 3", "เหตุ")]


def test_nothing_known_is_said_once() -> None:
    """A year by indicator of which nothing is known has no item and says so."""
    issues = report(2564).issues
    assert issues.items == ()
    assert issues.lead == "ยังไม่มีข้อมูลคะแนนของปีงบประมาณ พ.ศ. 2564 ที่จะนำมาวิเคราะห์"


def test_codes_in_a_row_are_joined() -> None:
    """Three or more codes that follow each other are a range; two are named."""
    assert issue_texts.ranges(["i1", "i2", "i3", "i4", "e1", "e2", "o9"]) == "i1 ถึง i4 e1 e2 และ o9"
    assert issue_texts.ranges(["1", "3"]) == "1 และ 3"


def test_levels_have_the_conditions_that_the_results_bear_out() -> None:
    """The best level asks for 95 of every tool (a report prints 85, which its own result refutes)."""
    found = shown(example("khlongnokkrathung_2567")).rating
    assert [(row.name, row.scores) for row in found.rows] == [
        ("ผ่านดีเยี่ยม", "95.00 ขึ้นไป"),
        ("ผ่านดี", "85.00 ขึ้นไป"),
        ("ผ่าน", "85.00 ขึ้นไป"),
        ("ต้องปรับปรุง", "70.00 – 84.99"),
        ("ต้องปรับปรุงโดยด่วน", "ต่ำกว่า 70.00"),
    ]
    assert found.rows[0].condition == "IIT EIT ส่วนที่ 1 EIT ส่วนที่ 2 และ OIT ได้ 95 คะแนนขึ้นไปทุกเครื่องมือ"
    assert found.rows[1].condition.endswith("85 คะแนนขึ้นไปทุกเครื่องมือ แต่ยังไม่ครบเงื่อนไขของระดับผ่านดีเยี่ยม")
    assert found.rows[2].condition == "มีเครื่องมืออย่างน้อยหนึ่งเครื่องมือได้ต่ำกว่า 85 คะแนน"
    assert [row.is_result for row in found.rows] == [False, True, False, False, False]
    assert "ปีงบประมาณ พ.ศ. 2566 ตามมติคณะกรรมการ ป.ป.ช. เมื่อวันที่ 8 มิถุนายน 2566 แทนระดับ AA ถึง F" in found.history


def test_letters_depend_on_the_total_alone() -> None:
    """FY2563 has ranges without conditions and replaced nothing that is known."""
    found = report(2563, Given(total=51.0)).rating
    assert [row.scores for row in found.rows] == [
        "95.00 ขึ้นไป",
        "85.00 – 94.99",
        "75.00 – 84.99",
        "65.00 – 74.99",
        "55.00 – 64.99",
        "50.00 – 54.99",
        "ต่ำกว่า 50.00",
    ]
    assert {row.condition for row in found.rows} == {"ไม่มี"}
    assert (found.history, found.meaning) == ("", "")
    assert [row.name for row in found.rows if row.is_result] == ["E"]


def test_an_unknown_rating_has_no_table() -> None:
    """The levels of FY2569 were not found: nothing is printed of them."""
    assert report(2569).rating == RatingView((), "", "", "")


def test_weights_are_the_years() -> None:
    """Parts of the EIT only where the year has them; an unknown weight says so."""
    new, old, unknown = (report(year).scoring for year in (2567, 2564, 2569))
    assert (new.iit, new.eit1, new.eit2, new.oit) == ("ร้อยละ 30", "ร้อยละ 15", "ร้อยละ 15", "ร้อยละ 40")
    assert (new.conditions_from, report(2568).scoring.conditions_from) == ("", "2567")
    assert (old.has_parts, old.eit, old.eit1) == (False, "ร้อยละ 30", "")
    assert unknown.iit == "ยังไม่ทราบ"
    assert "หน่วยงานร้อยละ 100 ได้ตั้งแต่ 85 คะแนนขึ้นไป" in new.aim
    assert old.aim == ""


def test_what_was_not_processed_is_said() -> None:
    """Tools and parts that were not processed are named, and nothing else is."""
    found = report(given=Given(tools={"IIT": 90.0}, not_processed=("EIT2",)))
    assert found.scoring.not_processed == "ในปีนี้ EIT ส่วนที่ 2 ไม่ได้รับการประมวลผล จึงไม่มีคะแนนให้วิเคราะห์"
    assert "ส่วน EIT ส่วนที่ 2 ไม่ได้รับการประมวลผล" in found.assessors.result
    assert report().scoring.not_processed == ""


def test_suggestions_stand_under_tool_and_part() -> None:
    """Each is quoted once: under its part, its tool, its question's tool, or apart; empty ones are left out."""
    written = (
        AssessorSuggestion(text="ทั้งเครื่องมือ", tool="EIT"),
        AssessorSuggestion(text="ส่วนสอง", tool="EIT", part=2, question="e6"),
        AssessorSuggestion(text="ตามรหัสส่วน", tool="EIT1"),
        AssessorSuggestion(text="ตามข้อ", question="i1"),
        AssessorSuggestion(text="ลอย"),
        AssessorSuggestion(text="  ", tool="OIT"),
    )
    found = report(assessor_suggestions=written).assessors
    told = [
        (tool.title, group.title, one.text)
        for tool in found.tools
        for group in tool.groups
        for one in group.suggestions
    ]
    assert [text for *_, text in told] == ["ตามข้อ", "ทั้งเครื่องมือ", "ตามรหัสส่วน", "ส่วนสอง", "ลอย"]
    assert told[3][1] == "EIT ส่วนที่ 2 ผู้ประเมินเก็บข้อมูล (EIT Survey)"
    assert told[4][0] == "ข้อเสนอแนะที่ไม่ได้ระบุเครื่องมือ"
    assert found.known
    assert not report().assessors.known


BELOW = (
    "อบต.ทดสอบมีผลการประเมินอยู่ในระดับต้องปรับปรุง ได้คะแนนรวม 80.00 คะแนน ยังไม่บรรลุค่าเป้าหมาย 85 คะแนน "
    "เมื่อพิจารณารายเครื่องมือ IIT ได้ไม่ต่ำกว่า 85 คะแนน ส่วน OIT ได้ต่ำกว่า 85 คะแนน "
    "และ EIT ส่วนที่ 1 และ EIT ส่วนที่ 2 ยังสรุปไม่ได้"
)
COMPUTED = "อบต.ทดสอบอยู่ในระดับต้องปรับปรุงโดยด่วน ตามเกณฑ์การประเมิน ได้คะแนนรวม 60.00 คะแนน ยังไม่บรรลุค่าเป้าหมาย 85 คะแนน"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Given(), "อบต.ทดสอบยังไม่มีคะแนนรวมที่จะเทียบกับค่าเป้าหมาย"),
        (Given(total=80.0, level="ต้องปรับปรุง", tools={"IIT": 90.0, "OIT": 70.0}), BELOW),
        (Given(total=60.0), COMPUTED),
    ],
)
def test_the_result_against_the_target(given: Given, expected: str) -> None:
    """Only tools whose bounds tell are judged; a level that was not published is not said to be."""
    assert report(given=given).assessors.result == expected


def test_the_agencys_own_target_counts() -> None:
    """A higher target than the pass mark is the one compared with."""
    given = Given(total=90.0, tools={"IIT": 90.0, "EIT1": 90.0, "EIT2": 90.0, "OIT": 90.0})
    assert "ยังไม่บรรลุค่าเป้าหมาย 92 คะแนน" in report(given=given, target=92.0).assessors.result
    assert report(given=given).assessors.result.endswith("ได้ไม่ต่ำกว่า 85 คะแนนทุกเครื่องมือ")
