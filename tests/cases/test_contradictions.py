"""Every contradiction of the five real reports is found when entered as printed, and nothing when mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from cases.books import CASES, book, run
from cases.printed import CONTRADICTIONS, KHLONG, NONGPHLAP, UNSEEN, Contradiction, as_printed, corrected, question
from ita import checks, criteria
from ita.assessment import Assessment
from ita.excel.reading import closed
from ita.findings import Finding
from ita.thai import to_thai_digits

IN_THE_REPORTS = {
    "srakaeo_2563": (),
    "thungkracho_2564": (
        "86.37 is printed as the OIT's score, the items give 96.25",
        "the first heading names another agency",
        "the failing item E-Service is printed as 007",
        "the agency is spelled in two ways, ทุ่งกระเชาะ and ทุ่งกระเซาะ",
    ),
    "khlongnokkrathung_2567": (
        "indicator 3 is printed as 98.85, its questions give 98.83",
        "the text of issue 4 gives indicator 4 as 100.00, the table 95.40",
        "issue 5 names a lowest question where all have 100",
        "issue 2 names e9 as the lowest question where e3 is lower",
        "o15 stands under issue 5 and again under issue 6",
        "i7 is printed as 96.50, which 29 answers on six levels cannot give",
        "the foreword gives 2568 as the year assessed",
        "the rating table gives 85 as the mark of ผ่านดีเยี่ยม",
    ),
    "nongphlap_2568": (
        "the agency is spelled in two ways, หนองปลับ on the cover and หนองพลับ in the body",
        "the paragraph on the EIT gives 2567 as the year assessed",
        "the OIT row says that the OIT passed and names nothing to improve, with indicator 9 at 83.75",
        "the EIT row says that indicators 6 and 7 both have the highest score",
    ),
    "khongchaiphatthana_2568": (
        "the group of indicator 3 repeats the question and the text of indicator 2",
        "o2 stands under sub-indicator 9.2, it belongs to 9.1",
    ),
}
"""What was found wrong in each report by reading it."""

BY_CASE = [pytest.param(one, id=f"{one.case}-{one.code}-{one.where}") for one in CONTRADICTIONS]
CONTRADICTORY = [case for case in CASES if IN_THE_REPORTS[case]]


def findings(assessment: Assessment) -> list[Finding]:
    """Return what the checks find, with keys for places."""
    return checks.check(criteria.load(assessment.fiscal_year), assessment, {})


def told(assessment: Assessment) -> set[tuple[str, str]]:
    """Return the code and the place of everything that the checks find."""
    return {(found.code, found.where) for found in findings(assessment)}


def of(case: str) -> set[tuple[str, str]]:
    """Return the code and the place of every contradiction of a case that a program can see."""
    return {(one.code, one.where) for one in CONTRADICTIONS if one.case == case}


def in_thai_digits(value: object, key: str = "") -> object:
    """Return the plain data of an assessment with Thai digits in its prose; codes and keys stay."""
    if isinstance(value, dict):
        return {name: in_thai_digits(one, str(name)) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [one if key == "questions" else in_thai_digits(one, key) for one in value]
    return to_thai_digits(value) if isinstance(value, str) and key not in {"tool", "level"} else value


@pytest.mark.parametrize("case", CASES)
def test_every_contradiction_is_listed(case: str) -> None:
    """Each contradiction of a report is either found by a program or listed as unseen with the reason, not both."""
    seen = [one.what for one in CONTRADICTIONS if one.case == case]
    unseen = [what for of_case, what in UNSEEN if of_case == case]
    assert sorted([*seen, *unseen]) == sorted(IN_THE_REPORTS[case])
    assert all(UNSEEN.values())


@pytest.mark.parametrize("one", BY_CASE)
def test_a_contradiction_is_found(one: Contradiction) -> None:
    """Entered alone it gives its finding at its place, which the corrected case does not have."""
    right = corrected(one.case)
    assert (one.code, one.where) not in told(right)
    assert (one.code, one.where) in told(one.enter(right))


@pytest.mark.parametrize("case", CONTRADICTORY)
def test_all_contradictions_are_found_together(case: str) -> None:
    """None of a report's contradictions hides another."""
    assert of(case) <= told(as_printed(case))


@pytest.mark.parametrize("case", CONTRADICTORY)
def test_they_are_found_in_thai_digits(case: str) -> None:
    """Whether the prose is in Thai or in Arabic digits, as some of the reports are, the same is found."""
    printed = as_printed(case)
    thai = msgspec.convert(in_thai_digits(msgspec.to_builtins(printed, str_keys=True)), Assessment, str_keys=True)
    assert thai != printed
    assert told(thai) == told(printed)


@pytest.mark.parametrize("case", CONTRADICTORY)
def test_they_are_found_in_the_workbook(case: str, tmp_path: Path) -> None:
    """The workbook of the report as printed gives the same findings, each at a cell, and its check ends with 1."""
    path = book(as_printed(case), tmp_path)
    reading = closed.read(path)
    found = checks.check(criteria.load(reading.assessment.fiscal_year), reading.assessment, reading.places)
    assert {(code, reading.places[key]) for code, key in of(case)} <= {(one.code, one.where) for one in found}
    assert run("check", path).exit_code == 1


@pytest.mark.parametrize("case", CASES)
def test_the_corrected_case_has_no_error(case: str, tmp_path: Path) -> None:
    """A case without its contradictions gives no error, and the check of its workbook ends with 0."""
    assert [found for found in findings(corrected(case)) if found.severity == "error"] == []
    result = run("check", book(corrected(case), tmp_path))
    assert result.exit_code == 0, result.output


@pytest.mark.parametrize("case", CASES)
def test_the_corrected_case_has_only_gaps(case: str) -> None:
    """Of warnings it has those of what the agency left open: scores that were not printed, weak questions."""
    open_ones = {"score.missing", "weak.questions", "weak.indicators"}
    if case == KHLONG:  # the text of issue 6 keeps i7 as the agency printed it
        open_ones.add("text.score")
    assert {found.code for found in findings(corrected(case))} <= open_ones


def test_the_cover_may_be_the_misspelt_one() -> None:
    """The agency's name typed as on the cover and its short name as in the body are told apart."""
    right = corrected(NONGPHLAP)
    printed = replace(right, agency=replace(right.agency, name="องค์การบริหารส่วนตำบลหนองปลับ"))
    assert ("agency.names_differ", "agency.short") in told(printed)


def test_what_cannot_be_seen_leaves_its_trace() -> None:
    """The mean of 29 answers in steps of 20 may be 96.55, never 96.50; only the latter contradicts indicator 3."""
    means = {round(20 * steps / 29, 2) for steps in range(5 * 29 + 1)}
    assert (96.55 in means, 96.50 in means) == (True, False)
    right = corrected(KHLONG)
    assert ("figure.differs", "indicators.3") not in told(right)
    assert ("figure.differs", "indicators.3") in told(question("i7", 96.50)(right))


@pytest.mark.parametrize("number", range(1, 11))
@pytest.mark.parametrize("sign", [-1, 1])
def test_a_wrong_indicator_is_found(number: int, sign: int) -> None:
    """With all ten indicators and the total published, a point more or less in any of them is an error."""
    right = corrected(NONGPHLAP)
    scores = right.given.indicators
    moved = (scores[number] or 0.0) + sign
    wrong = replace(right, given=replace(right.given, indicators={**scores, number: min(moved, 100.0)}))
    errors = [found.code for found in findings(wrong) if found.severity == "error"]
    assert errors == (["figure.differs"] if wrong != right else [])


def change(**given: object) -> Callable[[Assessment], Assessment]:
    """Return what changes the published figures."""
    return lambda found: replace(found, given=replace(found.given, **given))


@pytest.mark.parametrize(
    ("case", "enter", "code"),
    [
        ("nongphlap_2568", change(level="ผ่านดีเยี่ยม"), "level.too_high"),
        ("khlongnokkrathung_2567", change(level="ผ่านดีเยี่ยม"), "level.too_high"),
        ("nongphlap_2568", change(level="ผ่าน"), "level.too_low"),
        ("khlongnokkrathung_2567", change(level="ต้องปรับปรุง"), "level.too_low"),
        ("srakaeo_2563", change(level="D"), "level.too_high"),
        ("srakaeo_2563", change(level="F"), "level.too_low"),
        ("thungkracho_2564", change(level="AA"), "level.too_high"),
        ("thungkracho_2564", change(level="B"), "level.too_low"),
        ("srakaeo_2563", change(total=60.0), "figure.impossible"),
    ],
)
def test_a_wrong_level_or_total_is_found(case: str, enter: Callable[[Assessment], Assessment], code: str) -> None:
    """A level next to the right one is refuted by the scores; so is a total that the tools cannot give."""
    assert code in {found.code for found in findings(enter(corrected(case))) if found.severity == "error"}
