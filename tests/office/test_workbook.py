"""Whole workbooks in other programs: valid, opened, and calculated by their own formulas as Python calculated them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from ita import analysis, criteria, scoring
from ita.assessment import Agency, Assessment
from ita.criteria import Band, Criteria
from ita.excel import layout
from ita.excel.calc import progress as calc_progress
from ita.excel.calc.gains import ESTIMATED, EXACT
from ita.excel.calc.steps import BY_FORMULA
from ita.excel.reading import closed
from ita.rating import displayed
from support.built import EXAMPLES, FILES, Cells, built, values
from support.office import convert, page_texts, validation_errors
from support.random_assessments import SHAPES, level_at, scored
from support.recalculation import TOLERANCE, differences, typed_over
from support.workbook_parts import ERRORS, Workbook

XLSX = "xlsx:Calc MS Excel 2007 XML"
YEARS = (2567, 2568)
OTHER_YEARS = tuple(year for year in criteria.years() if year not in YEARS)
SEEDS = range(30)
FEW_SEEDS = (0, 3, 4)
"""A complete assessment, one of published figures, and one with tools that were not processed."""
PAIRS = [(seed, seed + 3) for seed in range(len(SHAPES) - 2)]
MARKS = (84.9949, 84.995, 94.9949, 94.995, 69.995)
BROKEN = ("#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "###", "Err:5")
JUNK: tuple[str | float, ...] = ("๙๕", "95%", " ", -1.0, 100.5, 45905.0, *ERRORS)
"""What is no score; truth values are left out, for to LibreOffice, unlike Excel, they are numbers."""
LETTERS = (("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 55), ("E", 50), ("F", 0))
RESULTS = {
    "nongphlap_2568": ({"IIT": "99.39", "EIT": "96.31", "OIT": "91.88"}, "95.46", "ผ่านดี"),
    "khlongnokkrathung_2567": ({"IIT": "98.53", "EIT": "95.56", "OIT": "100.00"}, "98.23", "ผ่านดี"),
    "srakaeo_2563": ({"EIT": "84.01", "OIT": "0.00"}, "51.00", "E"),
    "thungkracho_2564": ({"OIT": "96.25"}, "86.37", None),
    "khongchaiphatthana_2568": ({}, None, None),
}
"""What the agencies published, or their published detail gives: tools, total and level."""

Recalculated = Mapping[str, tuple[bytes, bytes]]


def letter_year() -> Criteria:
    """Return rules like those before 2566: an EIT without parts, and letters on the total alone."""
    rules = criteria.load(2567)
    assert rules.rating
    bands = tuple(Band(level=level, total_min=float(minimum)) for level, minimum in LETTERS)
    rating = replace(rules.rating, bands=bands, rated=())
    return replace(rules, tools=tuple(replace(tool, parts=()) for tool in rules.tools), rating=rating)


def with_junk(data: bytes, seed: int) -> bytes:
    """Return a workbook with what is no score typed over some of its scores, and over its level."""
    random, book = Random(seed), Workbook(data)  # noqa: S311 (repeatable, not secret)
    for table, heading in (
        ("tblIIT", layout.SCORE),
        ("tblEIT", layout.PART_1),
        ("tblOIT", layout.SCORE),
        ("tblTool", layout.PUBLISHED),
        ("tblIndicator", layout.PUBLISHED),
        ("tblTotal", layout.PUBLISHED),
    ):
        _, top, _, bottom = book.area(table)
        for index in random.sample(range(bottom - top), min(3, bottom - top)):
            book.set(*book.place(table, heading, index), random.choice(JUNK))
    return book.data()


def workbooks() -> dict[str, tuple[bytes, bytes]]:
    """Return, by name, each workbook to recalculate and the workbook whose cached values it should then have."""
    found: dict[str, tuple[bytes, bytes]] = {path.stem: (path.read_bytes(), path.read_bytes()) for path in FILES}
    for year in YEARS:
        rules = criteria.load(year)
        fresh = [built(scored(seed, rules)) for seed in SEEDS]
        found |= {f"{year}_{seed}": (data, data) for seed, data in enumerate(fresh)}
        found |= {f"{year}_{one}_{other}": (typed_over(fresh[one], fresh[other]), fresh[other]) for one, other in PAIRS}
    rules = criteria.load(2568)
    for mark in MARKS:
        given = level_at({tool.code: mark for tool in rules.tools}, rules)
        data = built(Assessment(agency=Agency(), fiscal_year=2568, given=given))
        found[f"mark_{mark}"] = (data, data)
    for year in OTHER_YEARS:
        for seed in FEW_SEEDS:
            data = built(scored(seed, criteria.load(year)))
            found[f"{year}_{seed}"] = (data, data)
    letters = [built(scored(seed, letter_year()), letter_year()) for seed in range(2)]
    return found | {f"letters_{seed}": (data, data) for seed, data in enumerate(letters)}


@pytest.fixture(scope="module")
def recalculate(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Mapping[str, bytes]], dict[str, bytes]]:
    """Return what recalculates workbooks by their native formulas, all of them in one run of LibreOffice."""

    def run(named: Mapping[str, bytes]) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("typed")
        for name, data in named.items():
            (folder / f"{name}.xlsm").write_bytes(data)
        new = convert([folder / f"{name}.xlsm" for name in named], XLSX, tmp_path_factory.mktemp("recalculated"))
        return {name: path.read_bytes() for name, path in zip(named, new, strict=True)}

    return run


@pytest.fixture(scope="module")
def recalculated(recalculate: Callable[[Mapping[str, bytes]], dict[str, bytes]]) -> Recalculated:
    """Return each workbook with the wanted cached values, and as it is after a hard recalculation."""
    named = workbooks()
    new = recalculate({name: data for name, (data, _) in named.items()})
    return {name: (wanted, new[name]) for name, (_, wanted) in named.items()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_file_is_valid(path: Path) -> None:
    """The Open XML SDK finds nothing wrong with the template and the examples."""
    assert validation_errors(path) == []


@pytest.mark.parametrize("year", criteria.years())
def test_a_full_workbook_is_valid(year: int, tmp_path: Path) -> None:
    """Nor with a workbook of random scores."""
    path = tmp_path / "a.xlsm"
    path.write_bytes(built(scored(3, criteria.load(year))))
    assert validation_errors(path) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_formulas_of_a_committed_file_give_its_cached_values(path: Path, recalculated: Recalculated) -> None:
    """LibreOffice opens the file, works out every native formula, and each cell stays as Python cached it."""
    wanted, new = recalculated[path.stem]
    assert differences(values(wanted), values(new)) == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_formulas_agree_with_python(year: int, seed: int, recalculated: Recalculated) -> None:
    """Whatever is typed, published, unprocessed or unknown, the formulas give Python's figures and level."""
    wanted, new = recalculated[f"{year}_{seed}"]
    assert differences(values(wanted), values(new)) == []


@pytest.mark.parametrize("year", OTHER_YEARS)
@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_the_formulas_agree_with_python_in_every_other_year(year: int, seed: int, recalculated: Recalculated) -> None:
    """Also in years of other questions, without parts, and whose weights are borrowed."""
    wanted, new = recalculated[f"{year}_{seed}"]
    assert differences(values(wanted), values(new)) == []


def ranks(cells: Cells) -> list[tuple[object, float, object]]:
    """Return the code, the points and the mark of each rank on the sheet วิเคราะห์."""
    rows = sorted(row for (sheet, row, column), value in cells.items() if _is_mark(sheet, column, value))
    name = layout.ANALYSIS.name
    return [(cells[(name, row, 1)], float(str(cells[(name, row, 5)])), cells[(name, row, 6)]) for row in rows]


def _is_mark(sheet: str, column: int, value: object) -> bool:
    return (sheet, column) == (layout.ANALYSIS.name, 6) and value in {EXACT, ESTIMATED}


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_ranked_points_are_those_of_the_analysis(year: int, seed: int, recalculated: Recalculated) -> None:
    """What the formulas rank highest adds to the total what Python says, to the last rank that is shown."""
    rules = criteria.load(year)
    wanted = analysis.gains(rules, scoring.score(rules, scored(seed, rules).given))
    points = {(gain.code, gain.scored): (gain.points, gain.is_exact) for gain in wanted}
    found = ranks(values(recalculated[f"{year}_{seed}"][1]))
    questions = [one for one in found if not str(one[0]).startswith("ตัวชี้วัด")]
    for label, gained, mark in questions:
        code, _, part = str(label).partition(" ส่วนที่ ")
        tool = rules.tool_of_code(code)
        known, is_exact = points[(code, tool.scored_codes[int(part or 1) - 1])]
        assert (gained, mark) == (pytest.approx(known, abs=TOLERANCE), EXACT if is_exact else ESTIMATED)
    assert [gained for _, gained, _ in found] == sorted((gained for _, gained, _ in found), reverse=True)
    if len(found) == len(questions):
        assert [gained for _, gained, _ in found] == pytest.approx([g.points for g in wanted][: len(found)], abs=1e-8)


def test_who_did_the_sums_is_said_only_where_there_are_sums(recalculated: Recalculated) -> None:
    """Without Python the first sheet says that formulas did them; an empty workbook has nothing to say."""
    notes = {name: BY_FORMULA in values(new).values() for name, (_, new) in recalculated.items() if "ITA" in name}
    assert notes == {"ITA_template": False}
    assert BY_FORMULA in values(recalculated["2568_0"][1]).values()
    assert BY_FORMULA not in values(recalculated["2568_0"][0]).values()


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_the_formulas_follow_what_is_typed(year: int, pair: tuple[int, int], recalculated: Recalculated) -> None:
    """With one assessment's scores typed over another's, the recalculated workbook is the other's."""
    wanted, new = recalculated[f"{year}_{pair[0]}_{pair[1]}"]
    assert differences(values(wanted), values(new)) == []


@pytest.mark.parametrize("mark", MARKS)
def test_the_formulas_round_as_python(mark: float, recalculated: Recalculated) -> None:
    """On either side of a threshold of the levels the formulas round to the same two decimals."""
    wanted, new = recalculated[f"mark_{mark}"]
    assert differences(values(wanted), values(new)) == []


@pytest.mark.parametrize("seed", range(2))
def test_the_formulas_agree_in_a_year_of_letters(seed: int, recalculated: Recalculated) -> None:
    """Without parts and with letters on the total alone they agree as well."""
    wanted, new = recalculated[f"letters_{seed}"]
    assert differences(values(wanted), values(new)) == []


def without_counts(cells: Cells) -> Cells:
    """Return the cells but for the counts of blank and wrong ones, of which the reader gives back the sum alone."""
    (head,) = [row for (_, row, _), value in cells.items() if value == calc_progress.HEADINGS[0]]
    rows = range(head + 1, head + 2 + len(("IIT", "EIT1", "EIT2", "OIT")))
    counts = {(layout.CALC.name, row, column) for row in rows for column in (3, 4)}
    return {place: value for place, value in cells.items() if place not in counts}


def test_formulas_and_reader_take_the_same_cells_for_scores(
    recalculate: Callable[[Mapping[str, bytes]], dict[str, bytes]], tmp_path: Path
) -> None:
    """What is no score to the reader is none to the formulas: text, Thai digits, error values, impossible scores."""
    typed = {f"{y}_{s}": with_junk(built(scored(s, criteria.load(y))), s) for y in YEARS for s in range(3)}
    new = recalculate(typed)
    for name, data in typed.items():
        path = tmp_path / f"{name}.xlsm"
        path.write_bytes(data)
        wanted = built(closed.read(path).assessment)
        cached, recalculated = (without_counts(values(one)) for one in (wanted, new[name]))
        assert differences(cached, recalculated, only=layout.CALC) == [], name


def shown(assessment: Assessment) -> tuple[dict[str, str], str | None, str | None]:
    """Return an assessment's tools and total as displayed, and its level."""
    figures = scoring.score(criteria.load(assessment.fiscal_year), assessment.given)
    tools = {code: figures.used(scoring.tool_key(code)) for code in ("IIT", "EIT", "OIT")}
    total = figures.used(scoring.TOTAL)
    known = {code: str(displayed(score)) for code, score in tools.items() if score is not None}
    return known, None if total is None else str(displayed(total)), assessment.given.level


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_holds_the_agencys_result(path: Path) -> None:
    """From the workbook come the tools, the total and the level that the agency published."""
    assert shown(closed.read(path).assessment) == RESULTS[path.stem]


def test_no_page_shows_a_broken_cell(tmp_path: Path) -> None:
    """Every page prints without error values and without numbers too wide for their column."""
    for pdf in convert(FILES, "pdf", tmp_path):
        texts = page_texts(pdf)
        assert texts
        assert [word for word in BROKEN for text in texts if word in text] == [], pdf.stem
