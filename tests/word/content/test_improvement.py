"""The result against a target: what is said follows from the figures, and unknown is said as unknown."""

from __future__ import annotations

import msgspec
import pytest

from ita import criteria, rating, scoring
from ita.assessment import Agency, Assessment, AssessorSuggestion, Given, ItemEvidence, Measure, Previous, Step
from ita.word.content import targets
from ita.word.content.context import context
from ita.word.views import ImprovementView, ScoreView
from ita.word.views.improvement import DefectIndicatorView, DefectToolView
from support.word import example

ALL: dict[int, float | None] = dict.fromkeys(range(1, 11), 90.0)


def view(given: Given | None = None, year: int = 2568, **more: object) -> ImprovementView:
    """Return the view of an assessment in Arabic digits."""
    base = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year, given=given or Given())
    return shown(msgspec.structs.replace(base, **more))


def shown(assessment: Assessment) -> ImprovementView:
    """Return the view of an assessment in Arabic digits."""
    rules = criteria.load(assessment.fiscal_year)
    scores = scoring.score(rules, assessment.given)
    level = rating.level(rules, scores, assessment.given.level)
    return context(assessment, rules, scores, level, "arabic").improvement


def tool(found: ImprovementView, code: str) -> DefectToolView:
    """Return one tool of a view."""
    return next(one for one in found.tools if one.code == code)


def indicator(found: ImprovementView, number: int) -> DefectIndicatorView:
    """Return one indicator of a view."""
    return next(one for t in found.tools for one in t.indicators if one.number == str(number))


def test_the_pass_mark_is_the_target_unless_the_agency_sets_its_own() -> None:
    """The verdicts follow the agency's target, and the year's pass mark is told beside it."""
    assert view(Given(tools={"IIT": 86.0})).rows[0].verdict == "ถึงเป้าหมาย"
    own = view(Given(tools={"IIT": 86.0}), target=90.0)
    assert (own.target, own.rows[0].gap, own.rows[0].verdict) == ("90", "-4.00", "ไม่ถึงเป้าหมาย")
    assert own.aims == ("หน่วยงานกำหนดเป้าหมายของตนไว้ที่ 90 คะแนน ส่วนเกณฑ์ผ่านของปีนี้คือ 85 คะแนน",)


def test_the_national_aim_is_told_for_the_year_it_is_known_for() -> None:
    """The share of agencies and the cabinet's resolution stand only in the years that they are for."""
    assert "ร้อยละ 80" in view(year=2563).aims[0]
    assert [len(view(year=year).aims) for year in (2564, 2568)] == [1, 1]
    told = ["23 มกราคม 2561" in view(year=year).background[0] for year in (2563, 2564, 2565, 2568)]
    assert told == [True, True, False, False]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (ScoreView("84.99", 84.99), ("ไม่ถึงเป้าหมาย", "-0.01", "ต่ำกว่าเป้าหมาย 0.01 คะแนน")),
        (ScoreView("85.00", 84.996), ("ถึงเป้าหมาย", "0.00", "เท่ากับเป้าหมายพอดี")),
        (ScoreView("99.39", 99.39), ("ถึงเป้าหมาย", "+14.39", "สูงกว่าเป้าหมาย 14.39 คะแนน")),
        (ScoreView("ไม่ประมวลผล"), ("ไม่ถึงเป้าหมาย", "–", "")),
        (ScoreView("ประมาณ 91.78"), ("ยังสรุปไม่ได้", "–", "")),
    ],
)
def test_scores_are_compared_as_displayed(score: ScoreView, expected: tuple[str, str, str]) -> None:
    """Two decimals decide; what is not known is neither reached nor missed."""
    target = targets.Target(85.0)
    assert expected == (target.verdict(score), target.gap_text(score), target.distance(score))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], ""),
        ([3], "3"),
        ([1, 2], "1 และ 2"),
        ([1, 2, 3, 4, 5], "1 ถึง 5"),
        ([9, 1, 2, 3, 5, 6], "1 ถึง 3, 5, 6 และ 9"),
        ([1, 2, 3, 9], "1 ถึง 3 และ 9"),
    ],
)
def test_runs_of_numbers_are_shortened(found: list[int], expected: str) -> None:
    """Three or more in a row are told by the first and the last."""
    assert expected == targets.numbers(found)


def test_srakaeo_reads_as_its_figures() -> None:
    """The example's tools, indicators and questions stand where their scores put them."""
    found = shown(example("srakaeo_2563"))
    assert [(row.score, row.verdict) for row in found.rows[1:]] == [
        ("84.01", "ไม่ถึงเป้าหมาย"),
        ("0.00", "ไม่ถึงเป้าหมาย"),
        ("51.00", "ไม่ถึงเป้าหมาย"),
    ]
    assert found.rows[0].verdict == "ยังสรุปไม่ได้"
    assert found.reached.endswith("ส่วนตัวชี้วัดที่ถึงเป้าหมายมี 1 ตัวชี้วัด คือ ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร (85.38 คะแนน)")
    assert found.missed.endswith("คะแนนรวมที่ขาดไปมาจาก OIT มากที่สุด คือ 40.00 คะแนน จากน้ำหนักร้อยละ 40")
    assert found.unknown.startswith("ไม่มีข้อมูลคะแนนของตัวชี้วัดที่ 1 ถึง 5 จึงยังสรุปไม่ได้ว่าถึงเป้าหมายหรือไม่")
    assert "IIT ได้ประมาณ 86 คะแนน (ระหว่าง 84.3 ถึง 87.7)" in found.unknown
    weak = {number: [q.label for q in indicator(found, number).questions] for number in range(1, 6)}
    assert weak == {1: [], 2: ["i7"], 3: ["i15"], 4: ["i20"], 5: []}
    assert [row.gap for row in found.defects] == ["85.00", "85.00", "18.21", "8.27", "3.71", "3.25"]
    assert [row.measures for row in found.defects][:3] == ["มาตรการที่ 3", "ยังไม่มีมาตรการ", "มาตรการที่ 6"]
    assert "เรียงจากเรื่องที่ขาดคะแนนมากที่สุด ในจำนวนนี้ 3 เรื่องยังไม่มีมาตรการรองรับ" in found.defects_text
    assert [len(group.texts) for group in found.suggestions] == [2, 3]
    assert [measure.number for measure in found.measures] == list("123456")


def test_the_costliest_tool_is_named_only_where_that_is_certain() -> None:
    """An unknown tool that could have lost more keeps the sentence away, and so does a tie."""
    costliest = "คะแนนรวมที่ขาดไปมาจาก"
    sure = Given(tools={"IIT": 80.0, "EIT": 99.0, "OIT": 99.0}, total=93.3)
    assert f"{costliest} IIT มากที่สุด คือ 6.00 คะแนน" in view(sure, 2564).missed
    assert costliest not in view(Given(tools={"IIT": 80.0}, total=80.0), 2564).missed
    tie = Given(tools={"IIT": 80.0, "EIT": 80.0, "OIT": 99.0}, total=87.6)
    assert costliest not in view(tie, 2564).missed


def test_all_reached_leaves_nothing_missed() -> None:
    """With every indicator over the target there is no defect, and the sentence claims no more than is known."""
    found = view(Given(indicators=ALL))
    assert found.reached.endswith("ส่วนตัวชี้วัดถึงเป้าหมายครบทั้ง 10 ตัวชี้วัด")
    assert (found.missed, found.unknown, found.defects) == ("", "", ())
    assert found.defects_text.endswith("จึงมุ่งรักษามาตรฐานและพัฒนาข้อที่ยังเพิ่มคะแนนได้")
    unplanned = view(Given(indicators=ALL | {9: 80.0})).defects_text
    assert unplanned == "เรื่องที่ต่ำกว่าเป้าหมายมี 1 เรื่อง และยังไม่มีมาตรการรองรับ รายละเอียดดังนี้"
    some = view(Given(indicators={9: 92.5})).defects_text
    assert some == "ทุกตัวชี้วัดและทุกข้อที่ทราบคะแนนถึงเป้าหมาย ส่วนที่ไม่มีข้อมูลคะแนนยังสรุปไม่ได้"
    assert view().defects_text == "ยังไม่มีข้อมูลคะแนนรายตัวชี้วัด จึงยังสรุปข้อบกพร่องไม่ได้"


def test_none_reached_is_told_of_the_known_only() -> None:
    """Where a tool is unknown the sentence speaks of the known ones."""
    every = Given(tools={"IIT": 80.0, "EIT": 70.0, "OIT": 60.0})
    assert view(every, 2564).reached == "ยังไม่มีเครื่องมือใดถึงเป้าหมาย 85 คะแนน"
    assert view(Given(tools={"IIT": 80.0}), 2564).reached.startswith("ในบรรดาเครื่องมือที่ทราบคะแนน ยังไม่มี")
    assert view(Given(indicators={8: 80.0})).reached == "ตัวชี้วัดที่ทราบคะแนน 1 ตัวชี้วัด ยังไม่มีตัวใดถึงเป้าหมาย"
    assert view().reached == ""


def test_many_indicators_are_told_by_number() -> None:
    """More than four stand as numbers, for the table has their scores."""
    found = view(Given(indicators=ALL | {9: 80.0}))
    assert "มี 9 ตัวชี้วัด คือ ตัวชี้วัดที่ 1 ถึง 8 และ 10" in found.reached


def test_a_tool_that_was_not_processed_says_so() -> None:
    """It counts as missed, and its indicators have no score to judge."""
    found = view(Given(tools={"EIT": 90.0, "OIT": 90.0}, not_processed=("IIT",)), 2564)
    assert "IIT ไม่ได้รับการประมวลผล จึงไม่มีคะแนนและถือว่าไม่ถึงเป้าหมาย" in found.missed
    assert tool(found, "IIT").result == "IIT ไม่ได้รับการประมวลผลในปีนี้ จึงไม่มีคะแนนและถือว่าไม่ถึงเป้าหมาย"
    assert indicator(found, 1).result == "ไม่มีคะแนน เนื่องจาก IIT ไม่ได้รับการประมวลผลครบถ้วนในปีนี้"


def test_many_items_that_tie_are_counted() -> None:
    """More than four equal items are not listed one by one."""
    given = Given(questions={f"o{number}": 90.0 if number < 6 else 100.0 for number in range(1, 21)})
    result = indicator(view(given), 9).result
    assert result.endswith("รายการที่ยังเพิ่มคะแนนได้มากที่สุดมี 5 รายการ ได้ 90.00 คะแนนเท่ากัน")


def test_a_tool_without_its_parts_was_not_processed() -> None:
    """Where neither part of the EIT was processed, neither was the EIT; one part alone leaves the average open."""
    none = view(Given(not_processed=("EIT1", "EIT2")))
    assert (none.rows[1].score, none.rows[1].verdict) == ("ไม่ประมวลผล", "ไม่ถึงเป้าหมาย")
    assert tool(none, "EIT").result == "EIT ไม่ได้รับการประมวลผลในปีนี้ จึงไม่มีคะแนนและถือว่าไม่ถึงเป้าหมาย"
    assert "EIT ไม่ได้รับการประมวลผล" in none.missed
    one = tool(view(Given(not_processed=("EIT1",))), "EIT").result
    assert one == "ไม่มีข้อมูลคะแนนเฉลี่ยของ EIT โดย EIT ส่วนที่ 1 ไม่ประมวลผล"


def test_a_tool_without_any_score_is_said_once() -> None:
    """Nothing known of a tool is one sentence, not one for each indicator."""
    found = tool(shown(example("thungkracho_2564")), "IIT")
    assert found.result == "ไม่มีข้อมูลคะแนนของ IIT ทั้งคะแนนเฉลี่ย รายตัวชี้วัด และรายข้อ จึงยังระบุข้อบกพร่องไม่ได้"
    assert [one.result for one in found.indicators] == [""] * 5
    assert all(one.scope.startswith("มีข้อคำถาม 6 ข้อ") for one in found.indicators)


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        ({"i1": 90.0, "i2": 80.0, "i3": 100.0}, " ข้อคำถามที่ต่ำกว่าเป้าหมายมี 1 ข้อ ดังนี้"),
        ({"i1": 80.0}, " แต่ทราบคะแนนข้อคำถาม 1 จาก 3 ข้อ ซึ่งต่ำกว่าเป้าหมาย ดังนี้"),
        ({"i1": 80.0, "i2": 70.0}, " แต่ทราบคะแนนข้อคำถาม 2 จาก 3 ข้อ ซึ่งต่ำกว่าเป้าหมายทุกข้อ ดังนี้"),
        ({"i1": 80.0, "i2": 90.0}, " แต่ทราบคะแนนข้อคำถาม 2 จาก 3 ข้อ ในจำนวนนี้ต่ำกว่าเป้าหมาย 1 ข้อ ดังนี้"),
        ({"i1": 95.0}, " แต่ทราบคะแนนข้อคำถาม 1 จาก 3 ข้อ คือ i1 ได้ 95.00 คะแนน ซึ่งถึงเป้าหมาย"),
        ({"i1": 100.0, "i2": 100.0, "i3": 100.0}, " ทุกข้อได้คะแนนเต็ม"),
        ({"i1": 90.0, "i2": 90.0, "i3": 90.0}, " ทุกข้อถึงเป้าหมาย โดยได้ 90.00 คะแนนเท่ากัน"),
        (
            {"i1": 100.0, "i2": 90.0, "i3": 90.0},
            " ทุกข้อถึงเป้าหมาย ข้อที่ยังเพิ่มคะแนนได้มากที่สุด คือ i2 และ i3 (90.00 คะแนน)",
        ),
    ],
)
def test_questions_are_counted_as_far_as_they_are_known(questions: dict[str, float], expected: str) -> None:
    """The sentence says how many are known, how many of those are weak, and which could rise most."""
    assert indicator(view(Given(questions=dict(questions))), 1).result.endswith(expected)


def test_one_part_of_the_eit_is_not_taken_for_both() -> None:
    """Scores of part 1 alone are told as such."""
    result = indicator(shown(example("khlongnokkrathung_2567")), 6).result
    assert "ทราบคะแนนข้อคำถามเฉพาะ EIT ส่วนที่ 1 และทุกข้อที่ทราบถึงเป้าหมาย" in result
    assert result.endswith("ข้อที่ยังเพิ่มคะแนนได้มากที่สุด คือ e3 (97.50 คะแนน)")


def test_change_and_missing_detail_follow_the_score() -> None:
    """Up, down and unchanged are told; a missed indicator without questions says that the cause is not known."""
    previous = Previous(fiscal_year=2567, indicators={1: 80.0, 2: 95.0, 3: 90.0})
    found = view(Given(indicators={1: 84.0, 2: 90.0, 3: 90.0}), previous=previous)
    assert indicator(found, 1).result == (
        "ผลการประเมินได้ 84.00 คะแนน ต่ำกว่าเป้าหมาย 1.00 คะแนน เพิ่มขึ้นจากปีก่อน 4.00 คะแนน แต่ไม่มีข้อมูลคะแนนรายข้อสำหรับหาสาเหตุ"
    )
    assert indicator(found, 2).result.endswith("ลดลงจากปีก่อน 5.00 คะแนน")
    assert indicator(found, 3).result.endswith("เท่ากับปีก่อน")


def test_measures_stand_under_what_they_answer() -> None:
    """By indicator, by question, or under the whole tool; a defect without any says so."""
    measures = (
        Measure(measure="ก", tool="IIT", indicator=1, analysis="เพราะ\nเหตุนี้", steps=(Step(text="ทำ"),)),
        Measure(measure="ข", questions=("i4",)),
        Measure(measure="ค", tool="IIT"),
    )
    found = view(Given(indicators={1: 80.0, 2: 90.0, 3: 80.0}), measures=measures)
    remedies = [(one.label, one.analysis) for one in indicator(found, 1).remedies]
    assert remedies == [("ก (มาตรการที่ 1)", "เพราะ เหตุนี้")]
    assert [one.label for one in indicator(found, 2).remedies] == ["ข (มาตรการที่ 2)"]
    assert [one.label for one in tool(found, "IIT").remedies] == ["ค (มาตรการที่ 3)"]
    assert indicator(found, 3).no_remedy == "แผนของปีงบประมาณ พ.ศ. 2569 ยังไม่มีมาตรการสำหรับตัวชี้วัดนี้"
    assert (indicator(found, 1).no_remedy, indicator(found, 4).no_remedy) == ("", "")


def test_remarks_and_comments_stand_beside_their_questions() -> None:
    """The clerk's note goes before the assessors' comment on an item."""
    given = Given(questions={"o1": 0.0, "o2": 0.0})
    items = {"o1": ItemEvidence(comment="ลิงก์เสีย"), "o2": ItemEvidence(comment="ไม่พบ")}
    found = indicator(view(given, items=items, notes={"o2": "แก้ไข\nแล้ว"}), 9)
    assert (found.has_notes, [one.note for one in found.questions]) == (True, ["ลิงก์เสีย", "แก้ไข แล้ว"])


def test_items_without_an_indicator_are_not_lost() -> None:
    """In a year whose items are in no known sub-indicator the weak ones stand under the tool."""
    found = tool(view(Given(questions={"o1": 0.0}), 2566), "OIT")
    assert [one.label for one in found.questions] == ["o1"]


def test_sub_indicators_are_listed_unless_their_items_are() -> None:
    """A missed sub-indicator is a defect of its own only where its weak items are not known."""
    by_item = [row.subject for row in shown(example("thungkracho_2564")).defects]
    assert [subject.split()[1] for subject in by_item] == ["o17", "o28"]
    by_sub = view(Given(sub_indicators={"9.1": 50.0, "9.2": 90.0})).defects
    assert [row.subject.split()[1] for row in by_sub] == ["9.1"]


def test_suggestions_are_grouped_by_tool_and_say_what_they_are_on() -> None:
    """The question and the part open the sentence; a suggestion on no tool comes last."""
    found = view(
        assessor_suggestions=(
            AssessorSuggestion(text="ทั่วไป"),
            AssessorSuggestion(text="ปรับปรุง", tool="EIT", part=2, question="e7"),
        )
    ).suggestions
    assert [group.texts for group in found] == [("ข้อ e7 ส่วนที่ 2 ปรับปรุง",), ("ทั่วไป",)]
    assert found[1].title == "ข้อเสนอแนะทั่วไป"
