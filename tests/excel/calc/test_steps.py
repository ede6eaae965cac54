"""The steps of the work: which are done, which is next, by what stands in the workbook."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita import criteria
from ita.assessment import Agency, Assessment, Given, Measure, Step
from ita.excel import build
from ita.excel.calc import progress as calc_progress
from ita.excel.calc import steps as calc_steps
from ita.excel.calc.steps import DONE, OPEN, SPARED
from ita.findings import Finding, finding
from support.built import built, values
from support.random_assessments import level_at

RULES = criteria.load(2568)
AGENCY = Agency(name="ก", type="ข", district="ค", province="ง")
ALL_TYPED = level_at(dict.fromkeys(("IIT", "EIT", "OIT"), 90.0), RULES)
WARNING = finding("score.missing", "IIT!D5", tool="IIT", count=1, codes="i1")


def states(assessment: Assessment, findings: tuple[Finding, ...] | None = None) -> calc_steps.Steps:
    """Return the planned block of an assessment."""
    figures = build.plan_levels(RULES, assessment, None).calc
    return calc_steps.plan(figures, calc_progress.plan(RULES, assessment, 100), assessment, findings, 200)


def assessed(given: Given, **more: object) -> Assessment:
    """Return an assessment of these scores."""
    return replace(Assessment(agency=AGENCY, fiscal_year=2568, given=given), **more)


def test_an_empty_workbook_begins_with_the_agency() -> None:
    """Nothing is done, and the first step is next."""
    steps = states(Assessment(agency=Agency(), fiscal_year=2568))
    assert (steps.states, steps.next) == ((OPEN,) * 5, 1)


@pytest.mark.parametrize("missing", ["name", "type", "district", "province"])
def test_the_agency_needs_its_name_kind_and_place(missing: str) -> None:
    """Any of the four left blank keeps the first step open."""
    assert states(replace(assessed(Given()), agency=replace(AGENCY, **{missing: ""}))).states[0] == OPEN
    assert states(assessed(Given())).states[0] == DONE


@pytest.mark.parametrize(
    ("given", "state"),
    [(Given(questions={"i1": 90.0}), OPEN), (Given(total=90.0), SPARED), (ALL_TYPED, DONE)],
    ids=("one question", "total published", "all questions"),
)
def test_the_scores_are_done_when_all_are_typed(given: Given, state: int) -> None:
    """Where the total was published without them, they may stay blank."""
    assert states(assessed(given)).states[1] == state


def test_the_published_total_and_a_measure_are_steps_of_their_own() -> None:
    """The third step is the published total, the fourth a measure with words."""
    assert states(assessed(ALL_TYPED)).states[2:4] == (OPEN, OPEN)
    done = assessed(replace(ALL_TYPED, total=90.0), measures=(Measure(measure="ก"),))
    assert states(done).states[2:4] == (DONE, DONE)


def test_the_check_must_have_run_without_an_error() -> None:
    """Warnings do not hold the report back; an error does, and so does a check that never ran."""
    error = finding("score.range", "IIT!D5", value="101")
    found = [states(assessed(ALL_TYPED), findings).states[4] for findings in (None, (), (WARNING,), (WARNING, error))]
    assert found == [OPEN, DONE, DONE, OPEN]


def test_a_measure_whose_step_has_no_time_is_unfinished() -> None:
    """A measure carried over from last year asks for its new period."""
    measures = [Measure(measure="ก", steps=(Step(text="ข", period=period),)) for period in ("", "ตลอดปี")]
    assert [states(assessed(ALL_TYPED, measures=(one,))).states[3] for one in measures] == [OPEN, DONE]


def test_nothing_is_ready_for_a_report_before_there_are_scores() -> None:
    """A check without errors is not enough."""
    assert states(assessed(Given()), ()).states[4] == OPEN


def test_the_first_sheet_lights_up_the_next_step() -> None:
    """Only the first open step is marked as next; those before it are done."""
    shown = values(built(assessed(Given(total=90.0))))
    marks = [shown.get(("หน้าหลัก", row, 10), "") for row in range(4, 9)]
    assert marks == ["เสร็จแล้ว", "ใช้ที่ประกาศ", "เสร็จแล้ว", "ทำขั้นนี้ต่อ", ""]
