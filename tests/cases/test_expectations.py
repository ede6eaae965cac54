"""What the five real reports state, or what follows from it, comes out of the workbooks made from their examples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cases.books import CASES, book, example, run
from cases.printed import KHLONG, KHONGCHAI, NONGPHLAP, THUNGKRACHO
from ita import analysis, criteria, rating, scoring
from ita.assessment import Assessment, Measure
from ita.criteria import Criteria
from ita.excel.reading import closed
from ita.rating import Level
from ita.scoring import TOTAL, Scores, indicator_key, part_indicator_key, question_key, sub_indicator_key, tool_key

SRAKAEO = "srakaeo_2563"
EXACT, SHOWN, FOUR = 1e-9, 0.005, 0.00005
"""How near a figure must be: exact, as displayed with two decimals, as stated with four."""

USED = [
    *((NONGPHLAP, tool_key(code), score, FOUR) for code, score in (("IIT", 99.394), ("EIT", 96.3133))),
    (NONGPHLAP, tool_key("OIT"), 91.875, EXACT),
    (NONGPHLAP, TOTAL, 95.46, EXACT),
    (KHLONG, tool_key("IIT"), 98.528, EXACT),
    (KHLONG, tool_key("EIT"), 95.5567, FOUR),
    (KHLONG, tool_key("OIT"), 100.0, EXACT),
    *((KHLONG, part_indicator_key("EIT1", n), score, FOUR) for n, score in ((6, 98.8333), (7, 99.5), (8, 99.6667))),
    (KHLONG, tool_key("EIT1"), 99.3333, FOUR),
    (KHLONG, TOTAL, 98.23, EXACT),
    (SRAKAEO, TOTAL, 51.0, EXACT),
    *((THUNGKRACHO, sub_indicator_key(code), 100.0, EXACT) for code in ("9.1", "9.3", "9.5", "10.1", "10.2")),
    (THUNGKRACHO, sub_indicator_key("9.2"), 87.5, EXACT),
    (THUNGKRACHO, sub_indicator_key("9.4"), 75.0, EXACT),
    (THUNGKRACHO, indicator_key(9), 92.5, EXACT),
    (THUNGKRACHO, indicator_key(10), 100.0, EXACT),
    (THUNGKRACHO, tool_key("OIT"), 96.25, EXACT),
    (KHONGCHAI, question_key("IIT", "i3"), 95.0, EXACT),
    (KHONGCHAI, question_key("IIT", "i6"), 90.0, EXACT),
    (KHONGCHAI, question_key("IIT", "i10"), 75.0, EXACT),
    (KHONGCHAI, indicator_key(8), 83.57, EXACT),
    (KHONGCHAI, indicator_key(10), 95.0, EXACT),
]
"""Figures that are published, or computed from what is: case, key, points, tolerance."""

DERIVED = [
    *((KHLONG, part_indicator_key("EIT2", n), x, FOUR) for n, x in ((6, 98.0067), (7, 96.66))),
    (KHLONG, part_indicator_key("EIT2", 8), 80.6733, SHOWN),
    (KHLONG, tool_key("EIT2"), 91.78, SHOWN),
    (SRAKAEO, indicator_key(6), 85.36, SHOWN),
    (SRAKAEO, tool_key("IIT"), 85.99, SHOWN),
]
"""Figures that follow from the others, at the middle of where they lie; a score of 100 has no room above it."""

COMPUTED = [
    *((NONGPHLAP, key, score) for key, score in ((TOTAL, "95.46"), (tool_key("OIT"), "91.88"))),
    (KHLONG, indicator_key(1), "99.08"),
    (KHLONG, indicator_key(2), "100.00"),
    (KHLONG, indicator_key(4), "95.40"),
    (KHLONG, indicator_key(5), "99.31"),
    (KHLONG, TOTAL, "98.23"),
    (THUNGKRACHO, indicator_key(9), "92.50"),
    (THUNGKRACHO, indicator_key(10), "100.00"),
]
"""Printed figures that the detail gives as well, as displayed."""

MEASURES = {SRAKAEO: 6, THUNGKRACHO: 2, KHLONG: 7, NONGPHLAP: 5, KHONGCHAI: 13}
"""How many measures each report has; the last one has a row a question, and three questions in one row."""


@dataclass(frozen=True)
class Read:
    """A case as read back from its workbook."""

    assessment: Assessment
    rules: Criteria
    scores: Scores
    path: Path

    @property
    def level(self) -> Level:
        """The level, published and computed."""
        return rating.level(self.rules, self.scores, self.assessment.given.level)


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    """Return every case from a workbook that was built from its example."""
    found: dict[str, Read] = {}
    for case in CASES:
        path = book(example(case), tmp_path_factory.mktemp(case))
        reading = closed.read(path)
        assert reading.findings == ()
        rules = criteria.load(reading.assessment.fiscal_year)
        scores = scoring.score(rules, reading.assessment.given)
        found[case] = Read(reading.assessment, rules, scores, path)
    return found


def ids(rows: Iterable[tuple[str, str, object]] | Iterable[tuple[str, str, object, float]]) -> list[str]:
    """Return a name for each row: its case and its key."""
    return [f"{row[0]}-{row[1]}" for row in rows]


@pytest.mark.parametrize("case", CASES)
def test_the_workbook_holds_the_example(case: str, cases: dict[str, Read]) -> None:
    """What is read back is what the example says."""
    assert cases[case].assessment == example(case)


@pytest.mark.parametrize(("case", "key", "score", "tolerance"), USED, ids=ids(USED))
def test_figures(case: str, key: str, score: float, tolerance: float, cases: dict[str, Read]) -> None:
    """The figure used is the one that the report states or that its figures give."""
    assert cases[case].scores.used(key) == pytest.approx(score, abs=tolerance, rel=0)


@pytest.mark.parametrize(("case", "key", "score", "tolerance"), DERIVED, ids=ids(DERIVED))
def test_derived_figures(case: str, key: str, score: float, tolerance: float, cases: dict[str, Read]) -> None:
    """The figure is not known, but follows from the others; the middle of where it lies is the expected one."""
    figure = cases[case].scores[key]
    assert figure.used is None
    assert figure.derived is not None
    assert figure.derived.low <= score <= figure.derived.high
    assert figure.derived.middle == pytest.approx(score, abs=tolerance, rel=0)


@pytest.mark.parametrize(("case", "key", "shown"), COMPUTED, ids=ids(COMPUTED))
def test_the_detail_gives_what_is_printed(case: str, key: str, shown: str, cases: dict[str, Read]) -> None:
    """Computed from the detail the figure is displayed as it was printed."""
    computed = cases[case].scores[key].computed
    assert computed is not None
    assert str(rating.displayed(computed)) == shown


@pytest.mark.parametrize(
    ("case", "published", "computed"),
    [
        (NONGPHLAP, "ผ่านดี", "ผ่านดี"),
        (KHLONG, "ผ่านดี", "ผ่านดี"),
        (SRAKAEO, "E", "E"),
        (THUNGKRACHO, None, "A"),
        (KHONGCHAI, None, None),
    ],
)
def test_levels(case: str, published: str | None, computed: str | None, cases: dict[str, Read]) -> None:
    """The rule of the year gives the level that was published; it stays open where the total is not known."""
    level = cases[case].level
    assert (level.published, level.computed) == (published, computed)


@pytest.mark.parametrize(("case", "tool"), [(NONGPHLAP, "OIT"), (KHLONG, "EIT2")])
def test_one_tool_keeps_the_level_down(case: str, tool: str, cases: dict[str, Read]) -> None:
    """The total reaches 95, but a single tool or part lies under it: ผ่านดี, not ผ่านดีเยี่ยม."""
    read = cases[case]
    assert rating.rate(read.rules, read.scores.used(TOTAL) or 0.0, [95.0] * 4) == "ผ่านดีเยี่ยม"
    assert rating.scored_bounds(read.rules, read.scores, tool).high < 95
    others = [code for code in ("IIT", "EIT", "OIT") if not tool.startswith(code)]
    assert all((read.scores.used(tool_key(code)) or 0.0) >= 95 for code in others)


@pytest.mark.parametrize("case", CASES)
def test_every_measure_is_there(case: str, cases: dict[str, Read]) -> None:
    """The workbook has every measure of the report, each with steps, periods and who is responsible."""
    measures = cases[case].assessment.measures
    assert len(measures) == MEASURES[case]
    assert all(measure.steps for measure in measures)
    assert all(step.text and step.period and step.responsible for one in measures for step in one.steps)


# ---------------------------------------------------------------- อบต.หนองพลับ 2568


def test_nongphlap_fell(cases: dict[str, Read]) -> None:
    """Last year's total was 98.05, the change -2.59."""
    read = cases[NONGPHLAP]
    (change,) = analysis.differences(read.rules, read.scores, read.assessment.previous)
    assert (change.key, change.previous, str(change.change)) == (TOTAL, 98.05, "-2.59")


def test_nongphlap_best_and_weakest(cases: dict[str, Read]) -> None:
    """In the IIT indicators 1, 2, 3 and 5 are best and 4 is weakest; of all ten indicator 9 is weakest."""
    scores = cases[NONGPHLAP].scores
    iit = analysis.extremes(scores, map(indicator_key, range(1, 6)))
    assert iit.highest == tuple(map(indicator_key, (1, 2, 3, 5)))
    assert iit.lowest == (indicator_key(4),)
    assert analysis.extremes(scores, map(indicator_key, range(1, 11))).lowest == (indicator_key(9),)


def test_nongphlap_measures(cases: dict[str, Read]) -> None:
    """Two measures stand under the IIT, two under the EIT, one under the OIT, all for fiscal year 2569."""
    measures = cases[NONGPHLAP].assessment.measures
    assert [measure.tool for measure in measures] == ["IIT", "IIT", "EIT", "EIT", "OIT"]
    assert {step.period for one in measures for step in one.steps} == {"1 ตุลาคม 2568 ถึง 30 กันยายน 2569"}
    assert set(codes(measures)) == {"i10", "i12", "e8", "e9"}


# ---------------------------------------------------------------- อบต.คลองนกกระทุง 2567


def test_khlong_lowest_questions(cases: dict[str, Read]) -> None:
    """i10, i12, i7 and e3 are the lowest of the questions that were printed, in this order."""
    read = cases[KHLONG]
    keys = analysis.question_keys(read.rules, range(1, 11))
    known = {key: score for key in keys if (score := read.scores.used(key)) is not None}
    lowest = sorted(known, key=known.__getitem__)[:4]
    assert [analysis.code_of(key) for key in lowest] == ["i10", "i12", "i7", "e3"]
    assert [gain.code for gain in analysis.gains(read.rules, read.scores)][:4] == ["i10", "i12", "i7", "e3"]


def test_khlong_part_2_is_under_the_mark(cases: dict[str, Read]) -> None:
    """Wherever its questions lie, EIT part 2 is under 95, and the mean of the two parts is the printed EIT."""
    scores = cases[KHLONG].scores
    part_2 = scores[tool_key("EIT2")].derived
    assert part_2 is not None
    assert part_2.high < 95
    assert ((scores.used(tool_key("EIT1")) or 0.0) + part_2.middle) / 2 == pytest.approx(95.5567, abs=SHOWN)


def test_khlong_issues(cases: dict[str, Read]) -> None:
    """All seven issues have a cause, an approach and one measure."""
    assessment = cases[KHLONG].assessment
    assert [issue.number for issue in assessment.issues] == [1, 2, 3, 4, 5, 6, 7]
    assert all(issue.cause and issue.approach for issue in assessment.issues)
    assert [measure.issue for measure in assessment.measures] == [1, 2, 3, 4, 5, 6, 7]


# ---------------------------------------------------------------- อบต.สระแก้ว 2563


def test_srakaeo_iit_is_about_right(cases: dict[str, Read]) -> None:
    """A total printed as 51 leaves the IIT between 84.32 and 87.66, so it is shown with ประมาณ."""
    iit = cases[SRAKAEO].scores[tool_key("IIT")].derived
    assert iit is not None
    assert (str(rating.displayed(iit.low)), str(rating.displayed(iit.high))) == ("84.32", "87.66")
    assert "IIT             ประมาณ 85.99" in run("score", cases[SRAKAEO].path).stdout


def test_srakaeo_indicator_6_lies_in_a_fortieth(cases: dict[str, Read]) -> None:
    """From the EIT and the other two indicators it is 85.36, give or take 0.025."""
    interval = cases[SRAKAEO].scores[indicator_key(6)].derived
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((85.335, 85.385), abs=1e-6)


def test_srakaeo_tools_and_the_target(cases: dict[str, Read]) -> None:
    """EIT and OIT are under the target; the IIT may be over it, and is so at the middle of where it lies."""
    read = cases[SRAKAEO]
    under = [gap.key for gap in analysis.gaps(read.rules, read.scores) if gap.key.startswith("tools.") and gap.to_pass]
    iit = read.scores[tool_key("IIT")].derived
    assert iit is not None
    assert read.assessment.target == read.rules.pass_mark == 85
    assert under == [tool_key("EIT"), tool_key("OIT")]
    assert iit.middle > 85
    assert iit.low < 85 < iit.high


def test_srakaeo_lowest_known_questions(cases: dict[str, Read]) -> None:
    """Of indicators 2, 3 and 4 one question each is known: i7, i15 and i20; of the others none."""
    read = cases[SRAKAEO]
    by_indicator = analysis.by_indicator(read.rules, read.scores)
    known = {n: [analysis.code_of(key) for key in (*one.lowest, *one.highest)] for n, one in by_indicator.items()}
    assert {n: found for n, found in known.items() if found} == {2: ["i7"], 3: ["i15"], 4: ["i20"]}


def test_srakaeo_no_item_has_points(cases: dict[str, Read]) -> None:
    """Without a website indicators 9 and 10 are 0, a score and not a gap."""
    scores = cases[SRAKAEO].scores
    assert [scores.used(key) for key in (indicator_key(9), indicator_key(10), tool_key("OIT"))] == [0, 0, 0]


def test_srakaeo_measures_are_followed_up(cases: dict[str, Read]) -> None:
    """Every step of its six measures says how it is followed up."""
    measures = cases[SRAKAEO].assessment.measures
    assert all(step.follow_up for measure in measures for step in measure.steps)


# ---------------------------------------------------------------- ทต.ทุ่งกระเชาะ 2564


def test_thungkracho_passed_and_failed(cases: dict[str, Read]) -> None:
    """41 items have 100, two have 0: o17 and o28."""
    read = cases[THUNGKRACHO]
    scores = {item.code: read.scores.used(question_key("OIT", item.code)) for item in read.rules.items}
    assert list(scores.values()).count(100) == 41
    assert {code: score for code, score in scores.items() if score != 100} == {"o17": 0, "o28": 0}


def test_thungkracho_failing_items_are_explained(cases: dict[str, Read]) -> None:
    """Each failing item has a defect, a suggestion and who is responsible; one official signs."""
    assessment = cases[THUNGKRACHO].assessment
    assert list(assessment.items) == ["o17", "o28"]
    assert all(item.comment and item.suggestion for item in assessment.items.values())
    owners = {code: one.steps[0].responsible for one in assessment.measures for code in one.questions}
    assert owners == {"o17": ("ทุกส่วน",), "o28": ("สำนักปลัด",)}
    assert [(bool(signer.name), signer.position) for signer in assessment.signers] == [(True, "นิติกรชำนาญการ")]


def test_thungkracho_total_is_not_the_oit(cases: dict[str, Read]) -> None:
    """86.37 is the whole assessment: with the OIT at 96.25 the other two tools have 79.78 on average."""
    read = cases[THUNGKRACHO]
    assert read.scores.used(TOTAL) == 86.37
    rest = (86.37 - 0.4 * (read.scores.used(tool_key("OIT")) or 0.0)) / 0.6
    assert rest == pytest.approx(79.78, abs=SHOWN)


# ---------------------------------------------------------------- ทต.ฆ้องชัยพัฒนา 2568


def test_khongchai_groups(cases: dict[str, Read]) -> None:
    """The plan has a group for each of the ten indicators, in their order."""
    numbers = [measure.indicator for measure in cases[KHONGCHAI].assessment.measures]
    assert list(dict.fromkeys(numbers)) == list(range(1, 11))
    assert numbers == sorted(numbers, key=lambda number: number or 0)


def test_khongchai_questions(cases: dict[str, Read]) -> None:
    """The questions and items that the plan names stand in its rows, each under its own indicator."""
    read = cases[KHONGCHAI]
    expected = ["i1", "i2", "i3", "i6", "i10", "i12", "i15", "e1", "e4", "e7", "e8", "e9", "o2", "o25"]
    assert codes(read.assessment.measures) == expected
    of_indicator = {n: set(map(analysis.code_of, analysis.question_keys(read.rules, [n]))) for n in range(1, 11)}
    assert all(set(m.questions) <= of_indicator[m.indicator or 0] for m in read.assessment.measures)


def test_khongchai_columns(cases: dict[str, Read]) -> None:
    """Each row has what the plan's columns ask for; indicator 3, whose own row was not printed, names no question."""
    for measure in cases[KHONGCHAI].assessment.measures:
        assert measure.analysis
        assert measure.measure
        assert bool(measure.questions and (measure.strengths or measure.weaknesses)) is (measure.indicator != 3)


def codes(measures: Iterable[Measure]) -> list[str]:
    """Return the questions and items of some measures, in their order, each once."""
    return list(dict.fromkeys(code for measure in measures for code in measure.questions))
