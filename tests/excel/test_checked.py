"""A workbook made from data carries what its check finds."""

from __future__ import annotations

from pathlib import Path

from ita import checks, criteria, rules
from ita.assessment import Agency, Assessment
from ita.excel import layout
from ita.excel.checked import build_checked
from ita.excel.reading import closed
from ita.findings import errors_first
from support.built import built, macros, values
from support.random_assessments import filled
from support.workbook_parts import Workbook


def test_the_findings_are_those_of_a_check_of_the_file(tmp_path: Path) -> None:
    """What is checked is what would be read from the file itself, errors first; built twice the bytes are equal."""
    data = build_checked(filled(3, criteria.load(2568)), *macros())
    assert data == build_checked(filled(3, criteria.load(2568)), *macros())
    (tmp_path / "a.xlsm").write_bytes(data)
    reading = closed.read(tmp_path / "a.xlsm")
    found = checks.check(rules.of(reading.assessment), reading.assessment, reading.places)
    wanted = [one.what() for one in errors_first((*reading.findings, *found))]
    _, top, _, bottom = Workbook(data).area(layout.FINDING_TABLE.name)
    shown = values(data)
    assert wanted
    assert [
        shown[(layout.CHECKS.name, row, 3)] for row in range(top, bottom) if shown.get((layout.CHECKS.name, row, 3))
    ] == wanted


def test_an_empty_workbook_is_left_unchecked() -> None:
    """Nobody has typed anything that could be wrong."""
    empty = Assessment(agency=Agency(), fiscal_year=2568)
    assert build_checked(empty, *macros()) == built(empty)
