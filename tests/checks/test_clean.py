"""No wolf is cried: what is as it should be has no error, and our own words have no warning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from msgspec.structs import replace

from ita import advice, interchange, reports
from ita.assessment import Assessment, ItemEvidence
from ita.paths import resource
from support.checked import findings, plain, random_clean

EXAMPLES = ("nongphlap_2568", "khlongnokkrathung_2567")
EXPECTED = {"score.missing", "figure.rounding"}
"""What even a clean assessment may have: questions that were not announced, and rounding."""


def example(name: str) -> Assessment:
    """Return one of the real assessments."""
    return interchange.load(resource("workbook", "examples", f"{name}.yaml"))


@pytest.mark.parametrize("seed", range(200))
def test_a_clean_assessment_has_no_error(seed: int) -> None:
    """Figures announced with two decimals over rounded questions are never an error, nor anything else in doubt."""
    listed = findings(random_clean(seed, (2563, 2564, 2567, 2568)[seed % 4]))
    assert [f.what() for f in listed if f.code not in EXPECTED] == []


def test_the_real_assessments_lack_only_scores() -> None:
    """Neither agency has an error, nor a warning but of the scores that it did not print."""
    assert {f.code for f in findings(example("nongphlap_2568"))} == {"score.missing"}
    assert {f.code for f in findings(example("khlongnokkrathung_2567"))} == {"score.missing"}


def words(assessment: Assessment, folder: Path) -> Iterator[str]:
    """Yield every paragraph of the report on an assessment."""
    document = docx.Document(str(reports.write(assessment, "analysis_by_tool", folder / "r.docx", "thai")))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


@pytest.mark.parametrize("source", [*EXAMPLES, 2, 5, 11, 14])
def test_our_report_says_nothing_that_the_figures_refute(source: str | int, tmp_path: Path) -> None:
    """Every sentence that we write into a report passes our own checks of texts."""
    assessment = example(source) if isinstance(source, str) else random_clean(source, 2567 + source % 2)
    whole = replace(assessment, texts={"report": tuple(words(assessment, tmp_path))})
    assert [f.what() for f in findings(whole) if f.where.startswith("texts.")] == []


@pytest.mark.parametrize("year", advice.years())
def test_our_advice_passes_as_a_measure(year: int) -> None:
    """Every proposed measure and suggestion is finished, of its year, and without another's name."""
    told = advice.load(year)
    measures = tuple(advice.proposed_measure(one, year + 1) for one in told.values())
    items = {code: ItemEvidence(suggestion=one.suggestion) for code, one in told.items()}
    listed = findings(replace(plain(year), measures=measures, items=items))
    assert [f.what() for f in listed if f.code != "measure.repeated"] == []
