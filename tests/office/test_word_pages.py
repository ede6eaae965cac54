"""The template and the reports in the programs that stand in for Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita import reports
from support.office import convert, page_texts, validation_errors
from support.word import EXAMPLES, TEMPLATE, example

SPARSE = ("khongchaiphatthana_2568", "srakaeo_2563", "thungkracho_2564")
"""Examples of which much is unknown, so that the report's other wordings and narrower charts are shown."""
REPORTS = (*EXAMPLES, *SPARSE)

FEWEST, MOST = 9, 26
"""Between a report that lost a section and one that breaks its pages badly."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the reports on the examples by name."""
    folder = tmp_path_factory.mktemp("reports")
    return {name: reports.write(example(name), out=folder / f"{name}.docx") for name in REPORTS}


def test_the_template_is_valid() -> None:
    """The Open XML SDK validator finds nothing in the template."""
    assert validation_errors(TEMPLATE) == []


@pytest.mark.parametrize("name", REPORTS)
def test_the_report_is_valid(name: str, written: dict[str, Path]) -> None:
    """The Open XML SDK validator finds nothing in a report."""
    assert validation_errors(written[name]) == []


def test_pages_are_whole(written: dict[str, Path], tmp_path: Path) -> None:
    """LibreOffice renders every report in a sane number of pages, none of them empty, the cover without number."""
    for pdf in convert(list(written.values()), "pdf", tmp_path):
        pages = page_texts(pdf)
        assert FEWEST <= len(pages) <= MOST
        assert [number for number, text in enumerate(pages, start=1) if len(text.split()) < 5] == []
        assert "รายงานวิเคราะห์" in pages[0].split()[0]
        assert pages[1].split()[0] == "1"
