"""What a report says of the OIT: every item with its result, those short of full marks, the agency's own plans."""

from __future__ import annotations

import msgspec
import pytest

from ita import criteria, scoring
from ita.assessment import (
    Agency,
    Assessment,
    AssessorSuggestion,
    Given,
    ItemEvidence,
    Measure,
    Previous,
    Step,
    Wording,
)
from ita.rules import of
from ita.word.content import items
from ita.word.views.items import ItemView, OitView
from support.word import example


def oit(year: int = 2564, scored: dict[str, float] | None = None, **more: object) -> OitView:
    """Return the view of an assessment with these item scores."""
    given = more.pop("given", Given(questions=dict(scored or {})))
    base = Assessment(agency=Agency(name="ทต.ทดสอบ"), fiscal_year=year)
    assessment = msgspec.structs.replace(base, given=given, **more)
    rules = of(assessment)
    return items.view(assessment, rules, scoring.score(rules, assessment.given))


def every(year: int, default: float, **other: float) -> dict[str, float]:
    """Return a score for every item of a year."""
    return {item.code: other.get(item.code, default) for item in criteria.load(year).items}


def listed(view: OitView) -> dict[str, ItemView]:
    """Return the items of the table by code."""
    groups = [group for indicator in view.item_indicators for group in indicator.item_groups]
    return {item.code: item for group in groups for item in group.items}


def test_every_item_stands_under_its_sub_indicator() -> None:
    """All 43 items of 2564 are listed once, in order, under seven sub-indicators with their scores."""
    view = oit(2564, every(2564, 100.0, o17=0.0, o28=0.0))
    assert [i.label for i in view.item_indicators] == ["ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "ตัวชี้วัดที่ 10 การป้องกันการทุจริต"]
    groups = [(g.label.split()[1], g.score, len(g.items)) for i in view.item_indicators for g in i.item_groups]
    assert groups == [
        ("9.1", "100.00", 9),
        ("9.2", "87.50", 8),
        ("9.3", "100.00", 7),
        ("9.4", "75.00", 4),
        ("9.5", "100.00", 5),
        ("10.1", "100.00", 8),
        ("10.2", "100.00", 2),
    ]
    assert list(listed(view)) == [f"o{number}" for number in range(1, 44)]


def test_a_year_of_0_and_100_has_two_words() -> None:
    """An item passes or fails, and the failed ones are named."""
    view = oit(2564, every(2564, 100.0, o17=0.0, o28=0.0))
    assert {item.result for item in listed(view).values()} == {"ผ่าน", "ไม่ผ่าน"}
    assert view.counts.startswith("ข้อมูลทั้งหมด 43 ข้อ ผ่าน 41 ข้อ และไม่ผ่าน 2 ข้อ ได้แก่ ข้อ o17 E-Service และข้อ o28 ")
    assert [item.code for item in view.short] == ["o17", "o28"]
    assert view.short_title == "ข้อมูลที่ไม่ผ่านการประเมิน"


def test_a_year_of_partial_credit_has_three_words() -> None:
    """Full, partial and none are counted apart."""
    view = oit(2568, every(2568, 100.0, o2=50.0, o3=0.0))
    assert listed(view)["o2"].result == "ได้คะแนนบางส่วน"
    assert view.counts.startswith(
        "ข้อมูลทั้งหมด 28 ข้อ ได้คะแนนเต็ม 26 ข้อ ได้คะแนนบางส่วน 1 ข้อ และไม่ได้คะแนน 1 ข้อ ข้อที่ยังไม่ได้คะแนนเต็ม ได้แก่ ข้อ o2 "
    )
    assert view.short_title == "ข้อมูลที่ยังไม่ได้คะแนนเต็ม"


def test_a_score_between_0_and_100_is_never_called_failed_or_passed() -> None:
    """Where a year of two words has such a figure after all, three words are used."""
    view = oit(2564, every(2564, 100.0, o1=60.0))
    assert listed(view)["o1"].result == "ได้คะแนนบางส่วน"


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2564, "ข้อมูลทั้ง 43 ข้อผ่านทุกข้อ"), (2568, "ข้อมูลทั้ง 28 ข้อได้คะแนนเต็มทุกข้อ")],
)
def test_nothing_short_is_said_once(year: int, expected: str) -> None:
    """Where every item has full marks there is nothing to explain nor to mend."""
    view = oit(year, every(year, 100.0))
    assert (view.counts, view.short, view.plans) == (expected, (), ())
    assert view.plans_lead.startswith("ไม่มีข้อใดที่ต้องกำหนดแนวทางแก้ไข")


def test_unknown_items_are_told_apart() -> None:
    """An item without a score has no result, and neither failure nor full marks are claimed for it."""
    view = oit(2564, {"o1": 100.0, "o2": 0.0})
    assert view.counts.endswith("ส่วนอีก 41 ข้อยังไม่ทราบคะแนน")
    assert (listed(view)["o3"].score, listed(view)["o3"].result) == ("ไม่มีข้อมูล", "")
    full = oit(2564, {"o1": 100.0})
    assert full.counts == "จากข้อมูลทั้งหมด 43 ข้อ ทราบคะแนนแล้ว 1 ข้อและผ่านทุกข้อ อีก 42 ข้อยังไม่ทราบคะแนน"
    assert full.plans_lead.startswith("ยังไม่ได้กำหนดแนวทางปรับปรุงข้อมูลรายข้อ")


def test_many_short_items_are_counted_not_named() -> None:
    """A sentence never names more than five items; the section on them lists them all."""
    view = oit(2564, every(2564, 100.0, **{f"o{n}": 0.0 for n in range(1, 8)}))
    assert view.counts == "ข้อมูลทั้งหมด 43 ข้อ ผ่าน 36 ข้อ และไม่ผ่าน 7 ข้อ"
    assert len(view.short) == 7


def test_without_item_scores_only_the_indicators_are_shown() -> None:
    """Indicators alone make no item rows; with nothing at all there is no sentence on items either."""
    known = oit(2568, given=Given(indicators={9: 83.75, 10: 100.0}))
    assert (known.has_items, listed(known)) == (False, {})
    assert known.counts.startswith("ข้อมูลที่มีไม่แสดงคะแนนรายข้อ")
    assert [i.score for i in known.item_indicators] == ["83.75", "100.00"]
    nothing = oit(2568)
    assert nothing.counts == ""
    assert nothing.summary.endswith("ยังไม่มีข้อมูลคะแนนรวมของเครื่องมือ และยังไม่ทราบคะแนนรายตัวชี้วัด")


def test_a_comment_alone_shows_its_item() -> None:
    """Where no score is known, the items that something was said of are listed, and only those."""
    view = oit(2568, items={"o2": ItemEvidence(comment="ไม่เป็นปัจจุบัน")})
    assert list(listed(view)) == ["o2"]
    assert view.has_comments


def test_the_summary_tells_where_the_score_comes_from() -> None:
    """A computed score is called so, a published one is not; the total of the whole assessment is named as such."""
    computed = oit(2564, given=Given(indicators={9: 92.5, 10: 100.0}, total=86.37)).summary
    assert "ได้ 96.25 คะแนน ผ่านเกณฑ์ 85 คะแนน" in computed
    assert "ทั้งนี้ ไม่พบประกาศคะแนน OIT จึงใช้ค่าเฉลี่ยของทั้งสองตัวชี้วัด" in computed
    assert computed.endswith("ส่วนคะแนนรวม ITA จากทุกเครื่องมือเท่ากับ 86.37 คะแนน")
    published = oit(2564, given=Given(tools={"OIT": 80.0})).summary
    assert "ได้ 80.00 คะแนน ต่ำกว่าเกณฑ์ 85 คะแนน" in published
    assert "ค่าเฉลี่ย" not in published


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (90.0, "เพิ่มขึ้น 6.25 คะแนนจากปีก่อนซึ่งได้ 90.00 คะแนน"),
        (100.0, "ลดลง 3.75 คะแนนจากปีก่อนซึ่งได้ 100.00 คะแนน"),
        (96.25, "เท่ากับปีก่อนซึ่งได้ 96.25 คะแนน"),
    ],
)
def test_last_year_is_compared_where_known(before: float, words: str) -> None:
    """The tool's change is told in words."""
    given = Given(indicators={9: 92.5, 10: 100.0})
    assert words in oit(2564, given=given, previous=Previous(tools={"OIT": before})).summary


def test_one_known_indicator_is_said_to_be_the_only_one() -> None:
    """The other is not passed over in silence."""
    summary = oit(2568, given=Given(indicators={10: 95.0})).summary
    assert summary.endswith("โดยทราบคะแนนเฉพาะตัวชี้วัดที่ 10 การป้องกันการทุจริต ซึ่งได้ 95.00 คะแนน")


def test_a_tool_that_was_not_processed_has_no_score() -> None:
    """It is said so, and no average is explained."""
    summary = oit(2568, given=Given(indicators={9: 90.0, 10: 90.0}, not_processed=("OIT",))).summary
    assert "ไม่ได้รับการประมวลผล" in summary
    assert "ค่าเฉลี่ย" not in summary


def test_a_short_item_is_explained_in_the_words_of_each() -> None:
    """The assessor's comment and suggestion, the agency's analysis and the item's place come from their own fields."""
    item = oit(
        2564,
        every(2564, 100.0, o17=0.0),
        items={"o17": ItemEvidence(comment=" ใช้งานไม่ได้ ", url="https://example.go.th/o17")},
        assessor_suggestions=(AssessorSuggestion(text="ควรเปิดบริการ", tool="OIT", question="o17"),),
        measures=(Measure(measure="เปิดบริการ", questions=("o17",), analysis="ยังไม่มีระบบ"),),
    ).short[0]
    assert (item.comment, item.remarks, item.analysis) == ("ใช้งานไม่ได้", ("ควรเปิดบริการ",), "ยังไม่มีระบบ")
    assert item.url == "https://example.go.th/o17"
    assert item.place == "อยู่ในตัวชี้วัดย่อยที่ 9.2 การบริหารงาน ซึ่งประกอบด้วยข้อมูล 8 ข้อ และได้คะแนนเฉลี่ย 87.50 คะแนน"


def test_an_analysis_that_items_share_is_told_once() -> None:
    """The first of them carries it."""
    measure = Measure(measure="แก้ไข", questions=("o1", "o2"), analysis="ข้อมูลเก่า")
    short = oit(2564, every(2564, 100.0, o1=0.0, o2=0.0), measures=(measure,)).short
    assert [item.analysis for item in short] == ["ข้อมูลเก่า", ""]


def test_suggestions_are_the_agencys_own() -> None:
    """A row is the clerk's suggestion, else the measure that names the item, else that nothing was decided."""
    view = oit(
        2564,
        every(2564, 100.0, o1=0.0, o2=0.0, o3=0.0),
        items={"o1": ItemEvidence(suggestion="ปรับผังโครงสร้าง"), "o5": ItemEvidence(suggestion="ตรวจเบอร์โทรศัพท์")},
        measures=(
            Measure(
                measure="ปรับข้อมูลผู้บริหาร",
                questions=("o2",),
                steps=(Step(text="เก็บข้อมูล", responsible=("สำนักปลัด",)), Step(text="ลงเว็บไซต์")),
            ),
            Measure(measure="อบรมผู้ดูแลเว็บไซต์", tool="OIT", indicator=9),
            Measure(measure="เรื่องของ IIT", tool="IIT", indicator=1),
        ),
    )
    assert [(p.number, p.defect, p.suggestion, p.responsible) for p in view.plans] == [
        ("1", "o1 โครงสร้าง", "ปรับผังโครงสร้าง", "ยังไม่ได้กำหนด"),
        ("2", "o2 ข้อมูลผู้บริหาร", "ปรับข้อมูลผู้บริหาร\nขั้นตอน 1) เก็บข้อมูล\n2) ลงเว็บไซต์", "สำนักปลัด"),
        ("3", "o3 อำนาจหน้าที่", "ยังไม่ได้กำหนด", "ยังไม่ได้กำหนด"),
        ("4", "o5 ข้อมูลการติดต่อ", "ตรวจเบอร์โทรศัพท์", "ยังไม่ได้กำหนด"),
        ("5", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "อบรมผู้ดูแลเว็บไซต์", "ยังไม่ได้กำหนด"),
    ]


def test_the_assessors_remarks_on_the_whole_tool_stand_apart() -> None:
    """Those on one item go with the item, those on other tools nowhere."""
    view = oit(
        2564,
        assessor_suggestions=(
            AssessorSuggestion(text="รักษามาตรฐาน", tool="OIT"),
            AssessorSuggestion(text="ของข้อ", tool="OIT", question="o1"),
            AssessorSuggestion(text="ของ EIT", tool="EIT"),
        ),
    )
    assert view.remarks == ("รักษามาตรฐาน",)


def test_names_that_are_not_certain_are_noted() -> None:
    """A name that two sources give differently is noted, one that the agency typed is said to be its own."""
    assert (
        oit(2564, every(2564, 100.0)).note == "หมายเหตุ ชื่อข้อ o34 ยังไม่ได้ยืนยันกับเอกสารทางการ จึงควรเทียบกับประกาศของปีที่ประเมิน"
    )
    typed = oit(2564, every(2564, 100.0) | {"o44": 100.0}, wordings=(Wording(code="o44", text="ข้อเพิ่ม"),))
    assert "ชื่อข้อ o44 เป็นชื่อที่หน่วยงานระบุ" in typed.note
    assert oit(2564).note == ""


def test_items_of_unknown_sub_indicators_are_not_lost() -> None:
    """A year that knows no sub-indicator lists its items in a group of their own."""
    view = oit(2569, {"o1": 100.0, "o2": 0.0})
    assert view.item_indicators[-1].label == ""
    assert view.item_indicators[-1].item_groups[0].label == "รายการที่ยังไม่ทราบตัวชี้วัดย่อย"
    assert len(listed(view)) == len(criteria.load(2569).items)
    assert listed(view)["o2"].place == ""


def test_an_example_has_no_plans_where_the_clerk_accepted_none() -> None:
    """Without suggestions and measures nothing is invented for a failed item."""
    assessment = msgspec.structs.replace(example("thungkracho_2564"), items={}, measures=())
    rules = of(assessment)
    view = items.view(assessment, rules, scoring.score(rules, assessment.given))
    assert {plan.suggestion for plan in view.plans} == {"ยังไม่ได้กำหนด"}
