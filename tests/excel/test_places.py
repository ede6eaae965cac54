"""Where texts stand in a workbook, and rows of the entry tables that count for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita import checks, criteria
from ita.assessment import (
    Agency,
    Assessment,
    AssessorSuggestion,
    IssueAnalysis,
    ItemEvidence,
    Measure,
    Previous,
    Signer,
    Step,
)
from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.reading import closed
from ita.excel.reading.cells import Cell, Row
from ita.excel.reading.tables import assessment_from
from support.built import saved, values

WHOLE = Assessment(
    agency=Agency(name="อบต.หนึ่ง", short="อบต.สอง", type="ทต."),
    fiscal_year=2567,
    plan_year=2568,
    committee="คณะกรรมการ",
    signers=(Signer(role="ผู้จัดทำ"), Signer(role="ผู้อนุมัติ", position="นายก อบต.")),
    previous=Previous(fiscal_year=2566, total=80.5, indicators={3: 81.5}),
    notes={"i7": "หมายเหตุเจ็ด"},
    items={"o5": ItemEvidence(comment="ความเห็นห้า", suggestion="แนวทางห้า")},
    issues=(IssueAnalysis(number=2, cause="สาเหตุสอง", approach="แนวทางสอง"),),
    assessor_suggestions=(AssessorSuggestion(text="ข้อเสนอหนึ่ง"),),
    measures=(
        Measure(measure="มาตรการหนึ่ง", steps=(Step(text="ขั้นหนึ่ง"),)),
        Measure(measure="มาตรการสอง", analysis="วิเคราะห์สอง", steps=(Step(text="ก"), Step(text="ข", period="เวลาสอง"))),
    ),
    texts={"foreword": "คำนำหนึ่ง", "limitations": ("จำกัดหนึ่ง", "จำกัดสอง"), "problems": ("ปัญหาเดียว",)},
)
EXPECTED = {
    "agency.short": "อบต.สอง",
    "committee": "คณะกรรมการ",
    "plan_year": 2568,
    "signers.2.position": "นายก อบต.",
    "previous.total": 80.5,
    "previous.indicators.3": 81.5,
    "notes.i7": "หมายเหตุเจ็ด",
    "items.o5.comment": "ความเห็นห้า",
    "items.o5.suggestion": "แนวทางห้า",
    "issues.2.cause": "สาเหตุสอง",
    "issues.2.approach": "แนวทางสอง",
    "assessor_suggestions.1.text": "ข้อเสนอหนึ่ง",
    "measures.1.steps.1.text": "ขั้นหนึ่ง",
    "measures.2.measure": "มาตรการสอง",
    "measures.2.analysis": "วิเคราะห์สอง",
    "measures.2.steps.2.period": "เวลาสอง",
    "texts.foreword": "คำนำหนึ่ง",
    "texts.limitations.2": "จำกัดสอง",
    "texts.problems.1": "ปัญหาเดียว",
}


def test_every_text_knows_its_cell(tmp_path: Path) -> None:
    """The cell of each key holds what the key means."""
    path = saved(WHOLE, tmp_path / "a.xlsm")
    cells = values(path.read_bytes())
    places = closed.read(path).places
    assert {key: cells[_index(places[key])] for key in EXPECTED} == EXPECTED


def _index(place: str) -> tuple[str, int, int]:
    sheet, _, cell = place.partition("!")
    column = "".join(letter for letter in cell if letter.isalpha())
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return sheet, int(cell.removeprefix(column)) - 1, number - 1


def test_findings_point_to_cells(tmp_path: Path) -> None:
    """No finding on a filled workbook is left without a cell."""
    reading = closed.read(saved(WHOLE, tmp_path / "a.xlsm"))
    found = checks.check(criteria.load(2567), reading.assessment, reading.places)
    assert {"agency.names_differ", "agency.type_differs", "measure.no_period"} <= {f.code for f in found}
    assert [f for f in found if "!" not in f.where] == []


def row(number: int, code: str, score: float | None) -> Row:
    """Return a row of the IIT's table."""
    contents = {layout.CODE: code, layout.SCORE: score}
    return {heading: Cell(contents.get(heading), f"IIT!{heading}{number}") for heading in layout.IIT_TABLE.columns}


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("i1", 90.0), ("i2", 80.0)], []),
        ([("i1", 90.0), ("i16", 80.0)], ["code.unknown"]),
        ([("i1", 90.0), ("i16", None)], []),
        ([("i1", 90.0), ("", 80.0)], ["code.unknown"]),
        ([("i1", 90.0), ("i1", 80.0)], ["code.duplicate"]),
        ([("i1", None), ("i1", 80.0)], ["code.duplicate"]),
        ([("i1", 90.0), ("i1", None)], []),
    ],
)
def test_a_score_that_counts_for_nothing_is_an_error(rows: list[tuple[str, float | None]], expected: list[str]) -> None:
    """A code that the year lacks, or the second row of one; rows without a score are left alone."""
    tables: dict[Table, list[Row]] = {layout.IIT_TABLE: [row(n, *pair) for n, pair in enumerate(rows, start=1)]}
    found = assessment_from(criteria.load(2568), tables).findings
    assert [f.code for f in found] == expected
    assert all(f.where == "IIT!รหัส2" for f in found)
