"""An assessment written into a workbook and read from it again is the same assessment."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from ita import criteria, interchange
from ita.assessment import Agency, Assessment, Given, Measure, Previous, Signer, Step
from ita.excel.reading import closed
from ita.excel.reading.tables import assessment_from
from ita.excel.sheets.plan import ROLES
from support.built import EXAMPLES, saved
from support.random_assessments import SHAPES, filled, scored
from support.workbook_parts import Workbook

YEARS = (2567, 2568)


def read_back(assessment: Assessment, folder: Path) -> Assessment:
    """Return what is read from the workbook of an assessment, nothing being wrong with it."""
    reading = closed.read(saved(assessment, folder / "ทดสอบ.xlsm"))
    assert reading.findings == ()
    return reading.assessment


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_reads_as_its_interchange_file(path: Path) -> None:
    """The committed example holds all of its interchange file and nothing else."""
    reading = closed.read(path)
    assert reading.assessment == interchange.load(path.with_suffix(".yaml"))
    assert reading.findings == ()


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", range(20))
def test_every_field_comes_back(year: int, seed: int, tmp_path: Path) -> None:
    """Odd characters, several steps a measure, last year's figures: everything is read as it was written."""
    assessment = filled(seed, criteria.load(year))
    assert read_back(assessment, tmp_path) == assessment


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", range(len(SHAPES)), ids=[shape.__name__ for shape in SHAPES])
def test_scores_of_every_shape_come_back(year: int, seed: int, tmp_path: Path) -> None:
    """Complete, partial, published, unprocessed and unknown scores are read as they were typed."""
    assessment = scored(seed, criteria.load(year))
    assert read_back(assessment, tmp_path).given == assessment.given


def test_an_empty_workbook_says_only_its_years_and_who_signs(tmp_path: Path) -> None:
    """Where nothing was typed, only the years and the roles of the signers, which stand ready, come back."""
    empty = Assessment(agency=Agency(), fiscal_year=2568)
    signers = tuple(Signer(role=role) for role in ROLES)
    assert read_back(empty, tmp_path) == replace(empty, plan_year=2569, signers=signers)


def test_spaces_around_a_text_are_not_part_of_it(tmp_path: Path) -> None:
    """A text is read without the spaces and line breaks at its ends; those within stay."""
    agency = Agency(name="  อบต.  ก \n", short="\t")
    assert read_back(Assessment(agency=agency, fiscal_year=2568), tmp_path).agency == Agency(name="อบต.  ก")


def test_line_breaks_of_other_programs_become_ours(tmp_path: Path) -> None:
    """What was pasted from Word has a cell's own line breaks, and no characters that XML cannot hold."""
    committee = "ก\r\nข\rค\x0bง\x01\x1f"
    assert (
        read_back(Assessment(agency=Agency(), fiscal_year=2568, committee=committee), tmp_path).committee
        == "ก\nข\nค\nง"
    )


def test_a_year_alone_is_no_last_year(tmp_path: Path) -> None:
    """The number of last year stands in every workbook; without a figure of that year there is no last year."""
    previous = Previous(fiscal_year=2566)
    assert read_back(Assessment(agency=Agency(), fiscal_year=2568, previous=previous), tmp_path).previous == Previous()


def test_a_zero_is_a_score(tmp_path: Path) -> None:
    """Scores of 0 are scores everywhere, not blanks."""
    given = Given(questions={"i1": 0.0, "e1": (0.0, None), "o1": 0.0}, tools={"OIT": 0.0}, total=0.0)
    assert read_back(Assessment(agency=Agency(), fiscal_year=2568, given=given), tmp_path).given == given


def test_neighbouring_measures_stay_apart(tmp_path: Path) -> None:
    """Two measures of the same words with steps of the same words are still two measures."""
    measure = Measure(measure="ก", steps=(Step(text="ข"), Step(text="ข")))
    measures = (measure, measure, Measure(measure="ก"))
    assert read_back(Assessment(agency=Agency(), fiscal_year=2568, measures=measures), tmp_path).measures == measures


def test_each_figure_knows_its_cell(tmp_path: Path) -> None:
    """The reading says in which cell each typed figure stands."""
    assessment = scored(3, criteria.load(2568))
    path = saved(assessment, tmp_path / "a.xlsm")
    places = closed.read(path).places
    book = Workbook(path.read_bytes())
    assert places["questions.IIT.i1"] == "!".join(book.place("tblIIT", "คะแนน"))
    assert places["questions.EIT2.e2"] == "!".join(book.place("tblEIT", "ส่วนที่ 2", 1))
    assert places["total"] == "!".join(book.place("tblTotal", "ประกาศ"))
    assert places["eit_parts.EIT1.6"] == "!".join(book.place("tblPart", "ประกาศ"))


def test_tables_that_are_not_there_read_as_blank() -> None:
    """Whoever reads some tables only gets an assessment with the rest blank."""
    reading = assessment_from(criteria.load(2568), {})
    assert reading.assessment == Assessment(agency=Agency(), fiscal_year=2568)
    assert reading.findings == ()
