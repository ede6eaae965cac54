"""Copies for the province in other programs: valid, and still matching their seal after another program saved them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita import criteria, sharing
from ita.excel.reading import closed
from support.built import EXAMPLES, saved
from support.office import convert, page_texts, validation_errors
from support.random_assessments import filled
from support.workbook_parts import Workbook

XLSX = "xlsx:Calc MS Excel 2007 XML"
BROKEN = ("#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#N/A", "###", "Err:5")


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return copies of the examples, and of a workbook with odd texts in every field."""
    folder = tmp_path_factory.mktemp("copies")
    odd = saved(filled(11, criteria.load(2568)), folder / "odd.xlsm")
    return [sharing.share(path, folder / f"{path.stem}.xlsx") for path in (*EXAMPLES, odd)]


def test_copies_are_valid(copies: list[Path]) -> None:
    """The Open XML SDK finds nothing wrong with them."""
    assert {path.name: errors for path in copies if (errors := validation_errors(path))} == {}


def test_copies_saved_again_still_match(copies: list[Path], tmp_path: Path) -> None:
    """LibreOffice reads each copy and writes it anew, and every cell is as sealed; one changed cell is then seen."""
    for path, new in zip(copies, convert(copies, XLSX, tmp_path), strict=True):
        assert path.read_bytes() != new.read_bytes()
        verdict = sharing.verify(new)
        assert verdict.ok, verdict.text()
        assert closed.read(new).assessment == closed.read(path).assessment
        book = Workbook(new.read_bytes())
        book.set("IIT", "D5", 12.34)
        assert not sharing.verify(book.save(tmp_path / f"changed {new.name}")).ok


def test_no_page_of_a_copy_shows_a_broken_cell(copies: list[Path], tmp_path: Path) -> None:
    """Every page prints without error values and without numbers too wide for their column."""
    for pdf in convert(copies, "pdf", tmp_path):
        texts = page_texts(pdf)
        assert texts
        assert [word for word in BROKEN for text in texts if word in text] == [], pdf.stem
