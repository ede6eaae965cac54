"""The report by issue in the programs that stand in for Word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ita import reports
from ita.word.office_copy import for_office
from support.office import convert, page_texts, validation_errors
from support.report_text import ALL_EXAMPLES
from support.word import example

FEWEST, MOST = 10, 40
"""Between a report that lost a section and one that breaks its pages badly."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the reports on the examples by name."""
    folder = tmp_path_factory.mktemp("reports")
    return {n: reports.write(example(n), "analysis_by_issue", folder / f"{n}.docx") for n in ALL_EXAMPLES}


def test_the_template_is_valid() -> None:
    """The Open XML SDK validator finds nothing in the template."""
    assert validation_errors(reports.find("analysis_by_issue").path) == []


@pytest.mark.parametrize("name", ALL_EXAMPLES)
def test_the_report_is_valid(name: str, written: dict[str, Path]) -> None:
    """The Open XML SDK validator finds nothing in a report."""
    assert validation_errors(written[name]) == []


def test_pages_are_whole(written: dict[str, Path], tmp_path: Path) -> None:
    """LibreOffice renders every report in a sane number of pages, none of them empty, the covers without number."""
    for pdf in convert(list(written.values()), "pdf", tmp_path):
        pages = page_texts(pdf)
        assert FEWEST <= len(pages) <= MOST
        assert [number for number, text in enumerate(pages, start=1) if len(text.split()) < 5] == []
        assert pages[0].split()[0].startswith("มาตรการส่งเสริม")
        assert pages[1].split()[0].startswith("รายงานวิเคราะห์")
        assert pages[2].split()[0] == "1"


def test_the_contents_of_a_pdf_have_their_pages(tmp_path: Path) -> None:
    """In the copy that LibreOffice prints each entry ends in the number of the page with its heading."""
    data = reports.compose(example("khlongnokkrathung_2567"), reports.find("analysis_by_issue"), "arabic")
    source = tmp_path / "r.docx"
    source.write_bytes(for_office(data))
    pages = page_texts(convert([source], "pdf", tmp_path)[0])
    listed = dict(re.findall(r"(\d\.\d? [^\n.]+?)\.{4,}(\d+)", pages[3]))
    assert {"2. หลักเกณฑ์การประเมิน", "3.1 ผลการประเมินในภาพรวม"} <= set(listed)
    for heading, number in listed.items():
        assert heading[:14] in pages[int(number) + 1]
