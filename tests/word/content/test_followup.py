"""What became of the measures: counted as reported, and nothing claimed of what was not."""

from __future__ import annotations

import msgspec
import pytest

from ita import criteria, rating, scoring
from ita.assessment import Agency, Assessment, Given, Measure, Step
from ita.word.content import chartdata, progress
from ita.word.content.context import context
from ita.word.content.progress import WORDS
from ita.word.views import FollowUpView

DONE, DOING, WAITING, SILENT = WORDS.values()


def measure(*found: float | None) -> Measure:
    """Return a measure whose steps have this progress."""
    return Measure(measure="มาตรการ", tool="IIT", steps=tuple(Step(text="ทำ", progress=one) for one in found))


def assessed(*measures: Measure, year: int = 2567, **more: object) -> Assessment:
    """Return an assessment with these measures."""
    base = Assessment(agency=Agency(name="อบต.ทดสอบ"), fiscal_year=year, measures=measures)
    return msgspec.structs.replace(base, **more)


def view(*measures: Measure, year: int = 2567, **more: object) -> FollowUpView:
    """Return the view of an assessment in Arabic digits."""
    assessment = assessed(*measures, year=year, **more)
    rules = criteria.load(year)
    scores = scoring.score(rules, assessment.given)
    return context(assessment, rules, scores, rating.level(rules, scores, None), "arabic").follow_up


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((100.0, 100.0), "done"),
        ((100.0, 0.0), "doing"),
        ((100.0, None), "doing"),
        ((0.5,), "doing"),
        ((0.0, 0.0), "waiting"),
        ((0.0, None), "silent"),
        ((None,), "silent"),
        ((), "silent"),
    ],
)
def test_a_measure_is_what_its_steps_are(found: tuple[float | None, ...], expected: str) -> None:
    """Done needs every step, doing one that has begun; what nobody reported is not taken for not begun."""
    assert expected == progress.of_measure(measure(*found))


def test_steps_are_counted_by_state() -> None:
    """The table adds up, and the sentence names each state that occurs with its share."""
    found = view(measure(100.0, 40.0, None), measure(0.0))
    assert [(row.state, row.measures, row.steps, row.share) for row in found.rows] == [
        (DONE, "0", "1", "25.00"),
        (DOING, "1", "1", "25.00"),
        (WAITING, "1", "1", "25.00"),
        (SILENT, "0", "1", "25.00"),
    ]
    assert (found.totals.measures, found.totals.steps, found.totals.share) == ("2", "4", "100.00")
    assert found.summary == (
        "แผนของปีงบประมาณ พ.ศ. 2568 มี 2 มาตรการ รวม 4 ขั้นตอน แล้วเสร็จ 1 ขั้นตอน (ร้อยละ 25.00) "
        "อยู่ระหว่างดำเนินการ 1 ขั้นตอน (ร้อยละ 25.00) ยังไม่เริ่มดำเนินการ 1 ขั้นตอน (ร้อยละ 25.00) "
        "และไม่มีรายงานความก้าวหน้า 1 ขั้นตอน (ร้อยละ 25.00)"
    )


def test_without_progress_nothing_is_claimed() -> None:
    """No progress entered means no result, no list of what is left, no chart."""
    found = view(measure(None, None))
    assert not found.has_progress
    assert found.summary.endswith("จึงยังสรุปผลการดำเนินการไม่ได้")
    assert found.remaining_text == "ยังไม่มีรายงานความก้าวหน้า จึงยังระบุไม่ได้ว่าขั้นตอนใดแล้วเสร็จหรือต้องดำเนินการต่อ"
    assert found.remaining == ()
    assert [step.progress for step in found.measures[0].steps] == ["ไม่มีรายงาน", "ไม่มีรายงาน"]
    assert chartdata.steps(assessed(measure(None)), criteria.load(2567)).is_empty


def test_without_measures_the_report_says_so() -> None:
    """A plan without measures has nothing to report on."""
    found = view()
    assert (found.has_measures, found.has_progress, found.measures) == (False, False, ())
    assert found.summary == "ไม่มีมาตรการของปีงบประมาณ พ.ศ. 2568 ให้รายงาน"
    assert len(found.introduction) == 1
    assert found.introduction[0].endswith("แต่ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2568")
    assert found.remaining_text == "ยังไม่มีมาตรการให้ติดตามผล"


def test_what_remains_is_carried_to_the_next_year() -> None:
    """Every step that is not finished is listed with its state; those without a report are not called unfinished."""
    found = view(measure(100.0, 40.0), measure(0.0, None))
    assert found.remaining_text == (
        "ขั้นตอนที่ยังไม่แล้วเสร็จมี 2 ขั้นตอน เสนอให้ดำเนินการต่อในปีงบประมาณ พ.ศ. 2569 "
        "ส่วนอีก 1 ขั้นตอนไม่มีรายงานความก้าวหน้า จึงต้องให้ผู้รับผิดชอบรายงานเพิ่มเติมก่อนสรุปผล รายละเอียดดังนี้"
    )
    left = [(one.number, [(step.number, step.state) for step in one.steps]) for one in found.remaining]
    assert left == [("1", [("2) ", f"{DOING}\n(ร้อยละ 40)")]), ("2", [("1) ", WAITING), ("2) ", SILENT)])]
    assert view(measure(100.0), measure(0.0)).remaining[0].number == "2"


def test_all_finished_leaves_nothing() -> None:
    """With every step at a hundred the sentences say so, and a measure without steps keeps them from it."""
    found = view(measure(100.0))
    assert found.summary.endswith("ดำเนินการแล้วเสร็จทุกขั้นตอน")
    assert (found.remaining_text, found.remaining) == ("ทุกขั้นตอนแล้วเสร็จ ไม่มีงานที่ต้องดำเนินการต่อ", ())
    open_end = view(measure(100.0), measure())
    assert open_end.remaining_text.startswith("1 ขั้นตอนไม่มีรายงานความก้าวหน้า")
    assert [step.text for one in open_end.remaining for step in one.steps] == [progress.NO_STEP]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2563, "ตามรายการ o43 ของแบบวัด OIT ปีงบประมาณ พ.ศ. 2565"),
        (2567, "ตามรายการ o26 รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน 2568 ของแบบวัด OIT"),
        (2568, "และใช้เผยแพร่บนเว็บไซต์ของหน่วยงานสำหรับการประเมินปีงบประมาณ พ.ศ. 2570"),
    ],
)
def test_the_item_that_asks_for_the_report_is_named_where_it_is_known(year: int, expected: str) -> None:
    """It is that of the year after the plan year; a year without criteria has none."""
    assert expected in view(measure(1.0), year=year).introduction[1]


def test_the_total_is_told_only_where_it_is_known() -> None:
    """The introduction names the result that the measures come from."""
    known = view(measure(1.0), given=Given(total=90.0)).introduction[0]
    assert "ซึ่งได้คะแนนรวม 90.00 คะแนน และกำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. 2568 ไว้ 1 มาตรการ" in known
    assert "คะแนนรวม" not in view(measure(1.0)).introduction[0]


def test_steps_print_what_was_entered() -> None:
    """Result and evidence are the agency's own, a dash stands for what is missing."""
    step = Step(text="ทำ", progress=62.5, result="อบรม 2 รุ่น", responsible=("ก", "ข"), period="ตุลาคม")
    shown = view(Measure(measure="ม", steps=(step,))).measures[0]
    one = shown.steps[0]
    assert (one.progress, one.result, one.evidence, one.responsible) == ("62.5", "อบรม 2 รุ่น", "–", "ก และข")
    assert (one.number, shown.state, shown.is_uniform) == ("", DOING, True)


def test_problems_are_the_agencys_own() -> None:
    """The texts on problems are printed as entered."""
    assert view(texts={"problems": ("ก", " ", "ข")}).problems == ("ก", "ข")


def test_the_chart_counts_steps_by_measure() -> None:
    """Each measure is a bar of its steps; many measures are shown under their tools."""
    rules = criteria.load(2567)
    few = chartdata.steps(assessed(measure(100.0, 100.0, 40.0), measure(None)), rules)
    assert few.categories == ("มาตรการที่ 1", "มาตรการที่ 2")
    assert [series.values for series in few.series.values()] == [(2.0, 0.0), (1.0, 0.0), (0.0, 0.0), (0.0, 1.0)]
    other = msgspec.structs.replace(measure(0.0), tool="")
    many = chartdata.steps(assessed(*[measure(100.0)] * chartdata.MOST_BARS, other), rules)
    assert many.categories == ("IIT", "ทุกเครื่องมือ")
    assert many.series[DONE].values == (float(chartdata.MOST_BARS), 0.0)
