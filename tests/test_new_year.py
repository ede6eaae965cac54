"""What a new year's workbook begins with: figures as last year's, open measures, and what found no place."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ita import criteria, interchange, rating, rules, scoring
from ita.assessment import Agency, Assessment, Given, Measure, Previous, QuestionScore, Signer, Step, Wording
from ita.errors import InputError, UnknownYearError
from ita.new_year import Carried, carry, is_done, require_year
from ita.paths import resource
from support.random_assessments import filled

YEARS = criteria.years()
PAIRS = [(year, year + 1) for year in YEARS[:-1]]
EXAMPLES = sorted(resource("workbook", "examples").glob("*.yaml"))


def assessment(year: int, **fields: object) -> Assessment:
    """Return an assessment of a year with these fields."""
    return replace(Assessment(agency=Agency(name="อบต.ก"), fiscal_year=year), **fields)


def carried(year: int, to: int | None = None, **fields: object) -> Assessment:
    """Return what is carried of an assessment, to the year after unless another is given."""
    return carry(assessment(year, **fields), to or year + 1).assessment


def told(found: Carried) -> list[tuple[str, str]]:
    """Return the code and the place of everything that found no place, or an unsure one."""
    return [(one.code, one.where) for one in found.unmatched]


# ---------------------------------------------------------------- every pair of years


@pytest.mark.parametrize(("before", "after"), PAIRS)
@pytest.mark.parametrize("seed", range(3))
def test_what_is_carried_is_right_by_the_new_years_criteria(before: int, after: int, seed: int) -> None:
    """Whatever a year held, the new year's assessment has no code, tool or figure that its criteria refuse."""
    new = carry(_of_any_year(before, seed), after).assessment
    interchange.validate(new, rules.of(new))
    assert (new.fiscal_year, new.plan_year) == (after, after + 1)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_score_is_placed_or_told(before: int, after: int) -> None:
    """Each scored question either stands under a code of the new year, or is listed with its wording and score."""
    old = _scored(before)
    found = carry(old, after)
    listed = {one.where for one in found.unmatched if one.code == "carry.question"}
    year_rules = criteria.load(before)
    for code in old.given.questions:
        placed = found.assessment.previous.questions.items()
        is_used = any(new[0] == code[0] and score == _points(code) for new, score in placed)
        assert is_used != (code in listed), code
    for one in found.unmatched:
        if one.code == "carry.question":
            wording = {q.code: q.text for q in year_rules.questions} | {i.code: i.title for i in year_rules.items}
            assert (wording[one.where] or "-") in one.what()
            assert f" {_points(one.where):.2f}" in one.what()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_used_figures_of_the_examples_are_last_years(path: Path) -> None:
    """Total, level, tools and indicators that a real agency's workbook showed are the next one's last year."""
    old = interchange.load(path)
    year_rules = rules.of(old)
    scores = scoring.score(year_rules, old.given)
    previous = carry(old, old.fiscal_year + 1).assessment.previous

    def shown(key: str) -> float | None:
        used = scores.used(key)
        return None if used is None else float(rating.displayed(used))

    assert (previous.fiscal_year, previous.total) == (old.fiscal_year, shown("total"))
    assert previous.level == rating.level(year_rules, scores, old.given.level).used
    assert all(figure == shown(f"tools.{code}") for code, figure in previous.tools.items())
    figures = {i.number: shown(f"indicators.{i.number}") for i in year_rules.indicators}
    assert previous.indicators == {number: figure for number, figure in figures.items() if figure is not None}


def _of_any_year(year: int, seed: int) -> Assessment:
    """Return an assessment with everything filled in, of a year whose questions may not be known."""
    rules_of_year = criteria.load(year)
    if rules_of_year.questions and rules_of_year.rating:
        return filled(seed, rules_of_year)
    scored = _scored(year)
    measures = (Measure(measure="ก", tool="อื่น", indicator=4, issue=9, questions=("i1", "o1", "x")),)
    wordings = (Wording(code="i1", text="ถามหนึ่ง", indicator=1), Wording(code="q9", text="แปลก"))
    return replace(scored, measures=measures, wordings=wordings)


def _points(code: str) -> float:
    return 50.0 + int(code[1:])


def _scored(year: int) -> Assessment:
    """Return an assessment in which every question has a score of its own, in both parts alike."""
    year_rules = criteria.load(year)
    pairs = {q.code for q in year_rules.questions if year_rules.tool_of(q.indicator).parts}
    codes = [one.code for one in (*year_rules.questions, *year_rules.items)]
    questions: dict[str, QuestionScore] = {c: (_points(c), _points(c)) if c in pairs else _points(c) for c in codes}
    return assessment(year, given=Given(questions=questions))


# ---------------------------------------------------------------- questions


def test_scores_stand_under_the_new_codes() -> None:
    """A score follows its question to the code that it has in the new year, and only there."""
    new = carried(2567, given=Given(questions={"o13": 75.0, "i1": 98.62, "o1": 50.0}))
    assert new.previous.questions == {"o10": 75.0, "i1": 98.62}


def test_a_pair_is_carried_as_the_sheet_compares_it() -> None:
    """Last year's score of an EIT question is the mean of its parts; with one part unknown it is told, not guessed."""
    found = carry(assessment(2567, given=Given(questions={"e1": (90.0, 95.0), "e2": (90.0, None)})), 2568)
    assert found.assessment.previous.questions == {"e1": 92.5}
    assert told(found) == [("carry.one_part", "e2")]


def test_codes_are_followed_over_several_years() -> None:
    """Over a gap the years between are followed, and where they are silent an identical wording is found."""
    over_two = carried(2567, 2569, given=Given(questions={"o13": 75.0}))
    assert over_two.previous.questions == {"o10": 75.0}
    assert over_two.previous.fiscal_year == 2567
    silent = carried(2564, 2567, given=Given(questions={"o2": 40.0}))
    assert silent.previous.questions == {"o2": 40.0}


def test_a_guess_is_carried_and_told() -> None:
    """A question that probably asks the same keeps its score, and the clerk is told to compare the wordings."""
    found = carry(assessment(2567, given=Given(questions={"i2": 88.0})), 2568)
    assert found.assessment.previous.questions == {"i2": 88.0}
    assert told(found) == [("carry.guess", "i2")]


def test_a_tool_that_was_not_processed_has_no_last_year() -> None:
    """A part that was not processed counted 0, but its 0 is no score to compare with."""
    found = carry(assessment(2567, given=Given(tools={"IIT": 90.0}, not_processed=("EIT2",))), 2568)
    assert found.assessment.previous.tools == {"IIT": 90.0}
    assert told(found) == [("carry.not_processed", "EIT2")]


def test_nothing_known_is_nothing_carried() -> None:
    """An empty year leaves no last year behind, not even its number."""
    assert carried(2567).previous == Previous()


# ---------------------------------------------------------------- wordings of the user


def test_wordings_are_carried_where_the_new_year_knows_none() -> None:
    """What the user named stays while the year's questions are unknown, and its score with it."""
    wording = Wording(code="i3", text="ถามสาม")
    new = carried(2565, wordings=(wording,), given=Given(questions={"i3": 77.0}))
    assert new.wordings == (Wording(code="i3", text="ถามสาม", indicator=criteria.load(2565).questions[2].indicator),)
    assert new.previous.questions == {"i3": 77.0}


def test_wordings_give_way_to_those_of_the_criteria() -> None:
    """In a year that knows its questions the user's wordings of the year before are not carried."""
    assert carried(2566, wordings=(Wording(code="i3", text="ถามสาม", indicator=1),)).wordings == ()


# ---------------------------------------------------------------- measures


def test_open_measures_are_carried_and_finished_ones_left() -> None:
    """Of the steps, those at 100 percent are done; a measure whose steps are all done is not carried."""
    done, half, none = (
        Step(text="ก", progress=100.0),
        Step(text="ข", progress=40.0, result="ทำแล้วครึ่งหนึ่ง"),
        Step(text="ค"),
    )
    new = carried(
        2567,
        measures=(
            Measure(measure="หนึ่ง", steps=(done, half, none)),
            Measure(measure="สอง", steps=(done,)),
            Measure(measure="สาม"),
        ),
    )
    assert new.measures == (Measure(measure="หนึ่ง", steps=(half, none)), Measure(measure="สาม"))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Measure(measure="ก"), False),
        (Measure(), True),
        (Measure(steps=(Step(text="ก"),)), False),
        (Measure(measure="ก", steps=(Step(progress=100.0),)), True),
        (Measure(measure="ก", steps=(Step(progress=100.0), Step(text="ข"))), False),
    ],
)
def test_when_a_measure_is_done(measure: Measure, *, expected: bool) -> None:
    """A measure is done when every step is; one that only has a name is not, and one that says nothing is."""
    assert is_done(measure) is expected


def test_what_was_written_about_the_year_is_not_carried() -> None:
    """Analysis, strengths and weaknesses are of the year's scores, and a period is of its months."""
    step = Step(text="ก", period="1 ตุลาคม 2567 ถึง 30 กันยายน 2568", responsible=("กองคลัง",), follow_up="รายไตรมาส")
    old = Measure(
        measure="ก", tool="IIT", indicator=4, analysis="ได้ 96", strengths="ดี", weaknesses="ด้อย", steps=(step,)
    )
    new = carried(2567, measures=(old,)).measures
    assert new == (Measure(measure="ก", tool="IIT", indicator=4, steps=(replace(step, period=""),)),)


@pytest.mark.parametrize(
    ("period", "kept"),
    [
        ("ตลอดปีงบประมาณ", True),
        ("ไตรมาสที่ 2", True),
        ("ต.ค. 68 - ก.ย. 69", True),
        ("ต.ค. ๖๗ - ก.ย. ๖๘", False),
        ("ตุลาคม 2567 ถึง กันยายน 2570", True),
        ("ภายในปี พ.ศ. 2568", False),
    ],
)
def test_a_period_that_has_passed_is_left_blank(period: str, *, kept: bool) -> None:
    """A period is kept unless the last year that it names is before the new plan's (2569 here)."""
    (measure,) = carried(2567, measures=(Measure(measure="ก", steps=(Step(text="ก", period=period),)),)).measures
    assert measure.steps[0].period == (period if kept else "")


def test_the_questions_of_a_measure_are_translated() -> None:
    """A measure names its questions by the new year's codes; what has none is told with the measure's new number."""
    done = Measure(measure="เสร็จ", questions=("e9",), steps=(Step(text="ก", progress=100.0),))
    found = carry(assessment(2567, measures=(done, Measure(measure="ก", questions=("o13", "e9", "i1")))), 2568)
    assert found.assessment.measures[0].questions == ("o10", "i1")
    assert told(found) == [("carry.measure_code", "มาตรการที่ 1")]
    assert "e9" in found.unmatched[0].what()


def test_an_indicator_follows_its_questions() -> None:
    """Where the questions of a measure moved to another indicator, so does the measure."""
    (measure,) = carried(2566, measures=(Measure(measure="ก", indicator=9, questions=("o42",)),)).measures
    assert (measure.questions, measure.indicator) == (("o34",), 10)


# ---------------------------------------------------------------- what else


def test_who_the_agency_is_and_who_signs_is_carried_and_the_years_texts_are_not() -> None:
    """Agency, signers, committee and target go on; report date, notes, texts and remarks belong to their year."""
    old = filled(3, criteria.load(2567))
    new = carry(replace(old, signers=(Signer(role="ผู้จัดทำ", name="ก"),), target=90.0), 2568).assessment
    assert (new.agency, new.signers, new.committee, new.target) == (
        old.agency,
        (Signer(role="ผู้จัดทำ", name="ก"),),
        old.committee,
        90.0,
    )
    kept = {"agency", "fiscal_year", "plan_year", "signers", "committee", "target", "previous", "measures"}
    blank = Assessment(agency=new.agency, fiscal_year=2568)
    assert {name for name in Assessment.__struct_fields__ if getattr(new, name) != getattr(blank, name)} <= kept


@pytest.mark.parametrize("year", [2567, 2566])
def test_the_new_year_is_a_later_one(year: int) -> None:
    """The same year, or an earlier one, is refused with both years named."""
    with pytest.raises(InputError) as caught:
        carry(assessment(2567), year)
    assert (caught.value.code, caught.value.values) == ("carry.year", {"year": year, "previous": 2567})


@pytest.mark.parametrize(
    ("year", "code", "known"),
    [
        (2570, "year.unknown", "2563, 2564, 2565, 2566, 2567, 2568, 2569"),
        (2026, "year.christian", "2569"),
        (2030, "year.christian", "2563, 2564, 2565, 2566, 2567, 2568, 2569"),
        (0, "year.unknown", "2563, 2564, 2565, 2566, 2567, 2568, 2569"),
    ],
)
def test_a_year_without_criteria_is_refused(year: int, code: str, known: str) -> None:
    """An unknown year is named with those that are known; one of the Christian era with the same year in B.E."""
    with pytest.raises(UnknownYearError) as caught:
        require_year(year)
    assert (caught.value.code, caught.value.values["known"]) == (code, known)
    with pytest.raises(UnknownYearError):
        carry(assessment(2567), year)
