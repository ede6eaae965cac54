"""A report claims no more than its figures: unknown, computed, derived and bad scores are told as such."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from ita import criteria, rating, reports, scoring
from ita.assessment import Agency, Assessment, Given, Signer
from ita.intervals import Interval
from ita.word.content import figures
from ita.word.content.context import SIGNING_ROLES, chart_data, context
from ita.word.views import ReportContext, ToolView
from support.word import containing, example, paragraphs

ALL_IIT: dict[int, float | None] = {1: 90.0, 2: 91.0, 3: 92.0, 4: 93.0, 5: 94.0}


def report(given: Given | None = None, year: int = 2568, **more: object) -> ReportContext:
    """Return the context of an assessment in Arabic digits."""
    base = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year, given=given or Given())
    return shown(msgspec.structs.replace(base, **more))


def shown(assessment: Assessment) -> ReportContext:
    """Return the context of an assessment in Arabic digits."""
    rules = criteria.load(assessment.fiscal_year)
    scores = scoring.score(rules, assessment.given)
    return context(assessment, rules, scores, rating.level(rules, scores, assessment.given.level), "arabic")


def tool(view: ReportContext, code: str) -> ToolView:
    """Return one tool of a context."""
    return next(found for found in view.tools if found.code == code)


def printed(name: str, folder: Path) -> list[str]:
    """Return the paragraphs of the report on an example."""
    return paragraphs(reports.write(example(name), out=folder).read_bytes())


def test_a_computed_level_is_not_called_published() -> None:
    """A level that only follows from the criteria is marked, and said not to have been found."""
    view = report(Given(total=86.37), year=2564)
    assert "ซึ่งตามเกณฑ์การประเมินอยู่ในระดับ A ทั้งนี้ ไม่พบประกาศระดับผลการประเมิน" in view.overview.result
    assert (view.level.name, view.level.known) == ("A (คำนวณ)", True)
    published = report(Given(total=86.37, level="A"), year=2564)
    assert published.overview.result.endswith("ผลการประเมินอยู่ในระดับ A")
    assert published.level.name == "A"


def test_a_computed_total_is_not_called_published() -> None:
    """The office is named only for a total that it published."""
    tools: dict[str, float | None] = {"IIT": 90.0, "EIT": 90.0, "OIT": 90.0}
    assert "ป.ป.ช." in report(Given(total=90.0), year=2564).overview.result
    computed = report(Given(tools=tools), year=2564).overview.result
    assert computed.startswith("เมื่อคำนวณจากคะแนนที่ทราบ อบต.ทดสอบได้คะแนนรวม 90.00 คะแนน")
    assert "ป.ป.ช." not in computed


def test_without_a_total_the_office_is_not_quoted(tmp_path: Path) -> None:
    """The report says that there is no total yet, not that one was announced."""
    texts = printed("khongchaiphatthana_2568", tmp_path)
    containing(texts, "รายงานนี้จึงวิเคราะห์เฉพาะคะแนนที่ทราบ")
    assert not [text for text in texts if "แจ้งผลแล้ว" in text]


def test_the_highest_of_some_is_not_the_highest_of_all() -> None:
    """Where an indicator is unknown the sentence says how many are known, and praises nothing in general."""
    standing = report(Given(indicators={9: 92.5, 10: 100.0})).overview.indicators
    assert standing.startswith("จากตัวชี้วัดที่ทราบคะแนน 2 ใน 10 ตัวชี้วัด คะแนนสูงสุดอยู่ที่ตัวชี้วัดที่ 10")
    assert "ผ่านเกณฑ์" not in standing
    only = report(Given(indicators={9: 92.5})).overview.indicators
    assert only == "จากตัวชี้วัดที่ทราบคะแนน 1 ใน 10 ตัวชี้วัด ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ได้ 92.50 คะแนน"
    some = tool(report(Given(indicators={6: 90.0, 7: 95.0})), "EIT").analysis
    opening = "จากตัวชี้วัดที่ทราบคะแนน 2 ใน 3 ตัวชี้วัด ตัวชี้วัดที่ได้คะแนน"
    assert some.strengths.startswith(f"{opening}สูงสุด")
    assert some.weaknesses.startswith(f"{opening}ต่ำสุด")


def test_all_known_are_called_all() -> None:
    """Where every indicator is known the sentence needs no reservation."""
    analysis = tool(report(Given(indicators=dict.fromkeys(range(1, 6), 100.0))), "IIT").analysis
    assert analysis.strengths == "ทุกตัวชี้วัดได้คะแนนเต็ม ให้รักษามาตรฐานนี้ต่อเนื่องในปีถัดไป"
    assert analysis.weaknesses == ""
    assert tool(report(Given(indicators=ALL_IIT)), "IIT").analysis.strengths.startswith("ตัวชี้วัดที่ได้คะแนนสูงสุด")


def test_bad_scores_are_no_strength() -> None:
    """Under the pass mark nothing is praised, and equal zeros are all to be mended first."""
    analysis = tool(report(Given(indicators={9: 0.0, 10: 0.0})), "OIT").analysis
    assert analysis.strengths == "ยังไม่มีตัวชี้วัดที่ผ่านเกณฑ์ 85 คะแนน"
    assert "0.00 คะแนนเท่ากัน ยังไม่ผ่านเกณฑ์ 85 คะแนน จึงต้องแก้ไขทั้ง 2 ตัวชี้วัดเป็นลำดับแรก" in analysis.weaknesses
    assert "สม่ำเสมอ" not in analysis.strengths + analysis.weaknesses


def test_equal_passing_scores_can_still_rise() -> None:
    """Equal scores over the pass mark but short of full marks leave room, each as much."""
    weaknesses = tool(report(Given(indicators={9: 90.0, 10: 90.0})), "OIT").analysis.weaknesses
    assert "แม้ผ่านเกณฑ์ 85 คะแนนแล้ว แต่ยังเพิ่มได้อีกตัวชี้วัดละ 10.00 คะแนน" in weaknesses


@pytest.mark.parametrize(("score", "verdict"), [(83.57, "ยังไม่ผ่านเกณฑ์ 85 คะแนน จึงต้องแก้ไข"), (95.0, "ผ่านเกณฑ์ 85 คะแนน")])
def test_a_lone_indicator_is_neither_best_nor_worst(score: float, verdict: str) -> None:
    """One known indicator gets one sentence."""
    analysis = tool(report(Given(indicators={8: score})), "EIT").analysis
    lone = f"ส่วนรายตัวชี้วัดทราบคะแนนเพียงตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ {score:.2f} คะแนน {verdict}"
    assert analysis.summary == f"ไม่มีข้อมูลคะแนนเฉลี่ยของ EIT {lone}"
    assert (analysis.strengths, analysis.weaknesses) == ("", "")


def test_a_tool_without_data_has_one_sentence() -> None:
    """Nothing known of a tool is said once."""
    analysis = tool(report(), "IIT").analysis
    assert analysis.summary == "ไม่มีข้อมูลคะแนนของ IIT จึงยังวิเคราะห์จุดแข็งและเรื่องที่ควรพัฒนาไม่ได้"
    assert (analysis.strengths, analysis.weaknesses, analysis.questions_lead) == ("", "", "")


def test_a_tool_known_only_as_a_whole_says_so() -> None:
    """Without indicators the summary tells that they are not known."""
    assert tool(report(Given(tools={"IIT": 90.0})), "IIT").analysis.summary.endswith("แต่ยังไม่ทราบคะแนนรายตัวชี้วัด")
    by_question = tool(report(Given(questions={"i10": 80.0})), "IIT").analysis.summary
    assert by_question == "ไม่มีข้อมูลคะแนนเฉลี่ยของ IIT และยังไม่ทราบคะแนนรายตัวชี้วัด"


def test_every_role_has_a_place_to_sign() -> None:
    """Entered signers come first in their order; roles that nobody was entered for follow, empty."""
    assert tuple(signer.role for signer in report().signers) == SIGNING_ROLES
    entered = (Signer(role="ผู้อนุมัติ", name="ก"), Signer(role="ผู้จัดทำรายงาน", name="ข"), Signer(role="พยาน", name="ค"))
    signers = report(signers=entered).signers
    assert [(s.role, s.name) for s in signers[:3]] == [("ผู้อนุมัติ", "ก"), ("ผู้จัดทำรายงาน", "ข"), ("พยาน", "ค")]
    assert [(s.role, s.name) for s in signers[3:]] == [("ผู้ตรวจสอบ", "")]


def test_the_committee_made_the_report(tmp_path: Path) -> None:
    """The committee stands under the foreword, before the agency, and gets no other duty."""
    texts = printed("khlongnokkrathung_2567", tmp_path)
    committee = example("khlongnokkrathung_2567").committee
    assert [committee] == [text for text in texts if "คณะกรรมการประเมิน" in text]
    assert texts.index(committee) < texts.index("หลักการและเหตุผล")


def test_the_foreword_promises_only_what_follows(tmp_path: Path) -> None:
    """The foreword does not claim that every opinion went into the report."""
    texts = printed("thungkracho_2564", tmp_path)
    containing(texts, "ขอขอบคุณทุกท่านที่สละเวลาตอบแบบวัด ผลการประเมินจะนำไปใช้ปรับปรุงการบริการของ")
    assert not [text for text in texts if "ทุกความเห็น" in text]


def test_respondents_read_as_a_sentence(tmp_path: Path) -> None:
    """People give information; for the OIT the agency answers and assessors check."""
    texts = printed("thungkracho_2564", tmp_path)
    containing(texts, "โดยมีผู้รับบริการหรือผู้ติดต่อหน่วยงาน เป็นผู้ให้ข้อมูล ใช้วัด ๓ ตัวชี้วัด")
    containing(texts, "โดยหน่วยงานเป็นผู้ตอบ และผู้ประเมินตรวจข้อมูลบนเว็บไซต์หลักของหน่วยงาน ใช้วัด ๒ ตัวชี้วัด")


def test_the_derived_indicator_behind_the_level_is_named() -> None:
    """Where a derived part holds the level back its lowest indicator is told."""
    reason = shown(example("khlongnokkrathung_2567")).level.reason
    assert reason.endswith("เหตุหลักคือตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ใน EIT ส่วนที่ 2 (ประมาณ 80.67 คะแนน)")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (84.318, 87.662, "ประมาณ 86 (ระหว่าง 84.3 ถึง 87.7)"),
        (91.726, 91.835, "ประมาณ 91.78"),
        (91.779, 91.781, "91.78"),
    ],
)
def test_derived_figures_are_as_precise_as_they_can_be(low: float, high: float, expected: str) -> None:
    """The wider the interval, the fewer decimals."""
    assert expected == figures.derived(Interval(low, high))


def test_zero_is_told_beside_the_name() -> None:
    """A bar of no length has no label, its name tells the zero."""
    assessment = Assessment(agency=Agency(name="ก"), fiscal_year=2568, given=Given(indicators={9: 0.0, 10: 5.0}))
    rules = criteria.load(2568)
    categories = chart_data(assessment, rules, scoring.score(rules, assessment.given))["comparison"].categories
    assert categories[8:] == ("9. การเปิดเผยข้อมูล (0)", "10. การป้องกันการทุจริต")


def test_distance_and_full_marks_are_worded_plainly() -> None:
    """The distance stands apart from the pass mark, and full marks are claimed for known items only."""
    assert "สูงกว่าเกณฑ์ 85 คะแนน อยู่ 14.39 คะแนน" in tool(report(Given(tools={"IIT": 99.39})), "IIT").analysis.summary
    lead = tool(report(Given(questions={"o1": 100.0})), "OIT").analysis.questions_lead
    assert lead == "รายการข้อมูลทุกรายการที่ทราบคะแนนได้คะแนนเต็ม"


def test_a_tool_without_measures_says_so_plainly(tmp_path: Path) -> None:
    """The report states that none were set, and heads the time column by one word."""
    texts = printed("thungkracho_2564", tmp_path)
    assert texts.count("หน่วยงานไม่ได้กำหนดมาตรการตามเครื่องมือนี้ไว้ในแผนของปีงบประมาณ พ.ศ. ๒๕๖๕") == 2
    assert "ระยะเวลา" in texts
