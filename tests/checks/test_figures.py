"""Scores that are missing or typed in vain, and figures that contradict each other."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from ita import checks, criteria, interchange
from ita.assessment import Agency, Assessment, Given, QuestionScore
from ita.findings import finding
from ita.paths import resource
from support.checked import agency, codes, every_score, findings, plain

RULES = criteria.load(2568)
EVERY = every_score(RULES)


def found(questions: dict[str, QuestionScore], places: dict[str, str] | None = None, **figures: object) -> list[str]:
    """Return where scores are missing and how many and which."""
    given = msgspec.convert({"questions": questions, **figures}, Given)
    listed = checks.check(RULES, Assessment(agency=agency(), fiscal_year=2568, given=given), places or {})
    missing = [f for f in listed if f.code == "score.missing"]
    return [f"{f.where}: {dict(f.values)['count']} {dict(f.values)['codes']}" for f in missing]


def test_a_complete_assessment_has_no_finding() -> None:
    """Nothing is found where every question and item has the same good score."""
    assert findings(plain()) == []


def test_zero_is_not_missing() -> None:
    """A score of 0 is a score."""
    assert found(every_score(RULES, 0.0)) == []


def test_an_empty_assessment_misses_the_name_and_every_tool() -> None:
    """The name and each tool or part is named once, with how many scores it lacks."""
    listed = checks.check(RULES, Assessment(agency=Agency(), fiscal_year=2568), {})
    assert listed == [
        finding("agency.name_missing", "หน้าหลัก"),
        finding("score.missing", "IIT", tool="IIT", count=15, codes="i1–i15"),
        finding("score.missing", "EIT1", tool="EIT1", count=9, codes="e1–e9"),
        finding("score.missing", "EIT2", tool="EIT2", count=9, codes="e1–e9"),
        finding("score.missing", "OIT", tool="OIT", count=28, codes="o1–o28"),
    ]


@pytest.mark.parametrize(
    ("blank", "expected"),
    [
        (["i1"], "IIT: 1 i1"),
        (["i1", "i2"], "IIT: 2 i1–i2"),
        (["i1", "i4", "i5", "i6", "i15"], "IIT: 5 i1, i4–i6, i15"),
        (["o9", "o10", "o11", "o12"], "OIT: 4 o9–o12"),
    ],
)
def test_neighbours_are_joined(blank: list[str], expected: str) -> None:
    """Codes that follow each other in the form are shown as a range."""
    assert found({**EVERY, **dict.fromkeys(blank)}) == [expected]


def test_parts_are_checked_by_themselves() -> None:
    """A blank in part 2 is a finding of part 2 only."""
    assert found({**EVERY, "e3": (90, None)}) == ["EIT2: 1 e3"]


def test_the_first_blank_cell_is_named() -> None:
    """The finding points to the cell of the first missing score where it is known."""
    places = {"questions.IIT.i2": "IIT!E8", "questions.IIT.i3": "IIT!E9"}
    assert found({**EVERY, "i2": None, "i3": None}, places) == ["IIT!E8: 2 i2–i3"]


@pytest.mark.parametrize("skipped", ["IIT", "EIT1", "EIT2", "OIT"])
def test_a_tool_not_processed_misses_nothing(skipped: str) -> None:
    """No score is asked for where the tool was not processed."""
    assert [where for where in found({}, not_processed=[skipped]) if where.startswith(f"{skipped}:")] == []
    assert len(found({}, not_processed=[skipped])) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [("nongphlap_2568", ["IIT", "EIT1", "EIT2", "OIT"]), ("khlongnokkrathung_2567", ["EIT2"])],
)
def test_what_the_real_agencies_did_not_print(name: str, expected: list[str]) -> None:
    """One agency printed no question, the other all but those of EIT part 2."""
    assessment = interchange.load(resource("workbook", "examples", f"{name}.yaml"))
    assert [f.where for f in findings(assessment) if f.code == "score.missing"] == expected


@pytest.mark.parametrize("skipped", ["IIT", "EIT2"])
def test_scores_of_a_tool_not_processed_count_for_nothing(skipped: str) -> None:
    """A tool or part that is marked and yet has scores is told."""
    marked = [f for f in findings(plain(not_processed=(skipped,))) if f.code == "score.not_processed"]
    assert [dict(f.values)["tool"] for f in marked] == [skipped]


def test_a_tool_not_processed_without_scores_is_not_told() -> None:
    """The mark alone is no contradiction."""
    without = {code: score for code, score in EVERY.items() if not code.startswith("i")}
    assert "score.not_processed" not in codes(plain(not_processed=("IIT",), questions=without))


@pytest.mark.parametrize(
    ("figures", "key"),
    [
        ({"sub_indicators": {"9.1": 90.02}}, "sub_indicators.9.1"),
        ({"eit_parts": {"EIT2": {7: 91.25}}}, "eit_parts.EIT2.7"),
        ({"indicators": {3: 89.98}}, "indicators.3"),
        ({"indicators": {6: 91.22}}, "indicators.6"),
        ({"tools": {"OIT": 86.37}}, "tools.OIT"),
        ({"tools": {"EIT1": 90.11}}, "tools.EIT1"),
        ({"total": 93.33}, "total"),
    ],
)
def test_a_published_figure_that_its_detail_refutes_is_an_error(figures: dict[str, Any], key: str) -> None:
    """At every level the finding stands at the published figure and says both numbers."""
    listed = [f for f in findings(plain(**figures)) if f.code == "figure.differs"]
    assert listed[0].where == key
    assert listed[0].severity == "error"
    assert dict(listed[0].values)["computed"] == "90.00"


@pytest.mark.parametrize(
    ("published", "expected"),
    [(90.0, []), (90.003, []), (90.01, ["figure.rounding"]), (89.99, ["figure.rounding"]), (90.02, ["figure.differs"])],
)
def test_rounding_explains_a_hundredth(published: float, expected: list[str]) -> None:
    """Equal as displayed is nothing, up to a hundredth a warning, more an error."""
    assert codes(plain(indicators={1: published})) == expected


def test_all_that_rounding_explains_is_one_finding() -> None:
    """Rounded figures are common: one warning names them all, with both numbers of each."""
    (one,) = findings(plain(indicators={1: 90.01, 2: 90.0}, tools={"OIT": 89.99}))
    assert one.severity == "warning"
    assert dict(one.values)["figures"] == "ตัวชี้วัดที่ 1 (90.01/90.00), คะแนน OIT (89.99/90.00)"


@pytest.mark.parametrize(("total", "expected"), [(90, []), (91, ["figure.rounding"]), (92, ["figure.differs"])])
def test_a_total_without_decimals_may_be_rounded_to_a_whole(total: float, expected: list[str]) -> None:
    """Tools of 90.60 bear out a total retyped as 91, not one of 92."""
    tools: dict[str, float | None] = {"IIT": 90.6, "EIT1": 90.6, "EIT2": 90.6, "OIT": 90.6}
    given = Given(tools=tools, total=total if total != 90 else 90.6)
    assessment = replace(plain(), given=given)
    assert [code for code in codes(assessment) if code.startswith("figure")] == expected


def test_parts_that_contradict_the_combined_indicators_are_an_error() -> None:
    """EIT from its indicators and EIT from its parts must be the same, though neither EIT figure is published."""
    given = Given(indicators={6: 90.0, 7: 90.0, 8: 90.0}, tools={"EIT1": 95.0, "EIT2": 91.0})
    listed = [f for f in findings(replace(plain(), given=given)) if f.code == "figure.differs"]
    assert [f.where for f in listed] == ["tools.EIT"]


@pytest.mark.parametrize(
    ("given", "where"),
    [
        (Given(tools={"IIT": 90.5, "OIT": 99.25}, total=40.25), "total"),  # EIT would be negative
        (Given(tools={"EIT": 40.25, "EIT1": 90.75}), "tools.EIT"),  # part 2 would be negative
        (Given(tools={"OIT": 99.25}, total=20.25), "total"),  # OIT alone gives more
        (Given(indicators={9: 60.25}, tools={"OIT": 85.75}), "tools.OIT"),  # indicator 10 would be over 100
    ],
)
def test_figures_that_leave_no_room_are_an_error(given: Given, where: str) -> None:
    """Where an unknown figure would have to lie outside 0-100, the published one is named once."""
    listed = [f for f in findings(replace(plain(), given=given)) if f.code == "figure.impossible"]
    assert [f.where for f in listed] == [where]


@pytest.mark.parametrize(("eit", "expected"), [(85.25, 1), (95.42, 0)])
def test_two_ways_to_one_unknown_must_meet(eit: float, expected: int) -> None:
    """Indicator 8 of EIT part 2 follows from part 2, and again from indicator 8, which follows from the EIT."""
    given = Given(
        tools={"EIT": eit, "EIT2": 92.25},
        indicators={6: 95.25, 7: 95.25},
        eit_parts={"EIT1": {8: 99.25}, "EIT2": {6: 92.25, 7: 92.25}},
    )
    assert codes(replace(plain(), given=given)).count("figure.impossible") == expected


def test_a_tool_without_a_part_has_no_combined_figure_to_contradict() -> None:
    """With EIT part 2 not processed, a published combined EIT is left as it is."""
    given = Given(tools={"IIT": 90.0, "EIT": 45.0, "EIT1": 90.0, "OIT": 90.0}, total=76.5, not_processed=("EIT2",))
    assert [code for code in codes(replace(plain(), given=given)) if code.startswith("figure")] == []


def test_errors_come_first() -> None:
    """Whoever reads only the first lines reads the errors."""
    severities = [f.severity for f in findings(plain(questions={}, indicators={1: 50.25}, tools={"IIT": 99.75}))]
    assert severities == sorted(severities)
    assert {"error", "warning"} == set(severities)
