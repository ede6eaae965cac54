"""The copy for the province: values alone, the same tables, and a seal that names every cell that changed."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from ita import criteria, rules, scoring, seal
from ita.assessment import Assessment
from ita.excel import layout, share
from ita.excel.reading import closed
from ita.findings import Finding, finding
from support.built import EXAMPLES, saved
from support.random_assessments import filled
from support.workbook_parts import Workbook, parts_of

ORIGIN = share.Origin("สมุดงาน.xlsm", "0.1", "0.2", dt.datetime(2025, 10, 9, 14, 5, tzinfo=dt.UTC))
EXAMPLE = EXAMPLES[0]
FORBIDDEN = ("vbaProject", "customUI", "externalLink", "ctrlProp", "activeX", "embeddings")


def copied(assessment: Assessment, *findings: Finding) -> bytes:
    """Return the copy of an assessment."""
    return share.copy(rules.of(assessment), assessment, findings, ORIGIN, rules.estimating(assessment))


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return what an example holds."""
    return closed.read(EXAMPLE).assessment


@pytest.fixture(scope="module")
def data(assessment: Assessment) -> bytes:
    """Return the copy of the example."""
    return copied(assessment)


def sealed(data: bytes) -> share.Seal:
    """Return a copy's seal."""
    found = share.seal_of("สำเนา.xlsx", data)
    assert found
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_copy_holds_values_alone(path: Path) -> None:
    """No formula, no macro, no ribbon, no link to another file and no rule for typing is in the package."""
    parts = parts_of(copied(closed.read(path).assessment))
    assert [name for name in parts if any(word in name for word in FORBIDDEN)] == []
    sheets = {name: part for name, part in parts.items() if name.startswith("xl/worksheets/sheet")}
    assert [name for name, part in sheets.items() if re.search(rb"<f[ >/]|<dataValidation|codeName", part)] == []
    relations = b"".join(part for name, part in parts.items() if name.endswith(".rels"))
    assert b"External" not in relations
    assert b"macroEnabled" not in parts["[Content_Types].xml"]


def test_a_copy_leaves_out_what_only_macros_need(data: bytes) -> None:
    """The settings of xlwings and the texts of VBA stay behind; the rest has the workbook's sheets in order."""
    names = [sheet.name for sheet in layout.SHEETS if sheet not in (layout.STRINGS, layout.CONF)]
    assert list(Workbook(data).sheet_parts) == [*names, share.SEAL.name, share.SEALED.name]


@pytest.mark.parametrize("year", criteria.years())
def test_a_copy_reads_as_the_workbook(year: int, tmp_path: Path) -> None:
    """Every table comes back as it was, whatever was typed in it."""
    typed = filled(3, criteria.load(year))
    wanted = closed.read(saved(typed, tmp_path / "สมุดงาน.xlsm")).assessment
    path = tmp_path / "สำเนา.xlsx"
    path.write_bytes(copied(typed))
    found = closed.read(path)
    assert found.assessment == wanted
    assert found.findings == ()
    assert seal.figures_hash(found.assessment) == sealed(path.read_bytes()).rows[share.FIGURES]


def test_a_copy_shows_the_figures_that_python_worked_out(assessment: Assessment, data: bytes) -> None:
    """Every figure used stands in its table as a number, to nine decimals."""
    scores = scoring.score(rules.of(assessment), assessment.given)
    cells, book = share.cells_of(data), Workbook(data)
    shown = {
        cells.get("!".join(book.place(table.name, layout.CODE, index))): cells.get(
            "!".join(book.place(table.name, layout.USED, index))
        )
        for table in (layout.TOOL_TABLE, layout.INDICATOR_TABLE)
        for index in range(book.area(table.name)[3] - book.area(table.name)[1])
    }
    wanted = {key.rpartition(".")[2]: scores.used(key) for key in scores.figures if key.startswith(("tools", "indic"))}
    assert shown == {code: None if score is None else seal.number(score) for code, score in wanted.items()}


def test_a_copy_tells_what_the_check_found(assessment: Assessment) -> None:
    """The findings stand on their sheet in words."""
    found = finding("cell.text", "IIT!D7", value="เก้าสิบ")
    assert seal.plain(found.what()) in share.cells_of(copied(assessment, found)).values()


def test_every_cell_of_a_copy_is_locked(data: bytes) -> None:
    """Every sheet is protected and no cell format is open to typing."""
    book = Workbook(data)
    assert [name for name in book.sheet_parts if b"<sheetProtection" not in book.parts[book.sheet_parts[name]]] == []
    assert {style["locked"] for style in book.styles()} == {"1"}


def test_a_seal_says_where_the_copy_comes_from(data: bytes) -> None:
    """The workbook's name, its template, the program's version, the time in Thai and the criteria's year."""
    rows = sealed(data).rows
    assert [rows[label] for label in (share.SOURCE, share.TEMPLATE, share.VERSION, share.YEAR)] == [
        "สมุดงาน.xlsm",
        "0.1",
        "0.2",
        "2567",
    ]
    assert rows[share.TIME] == "9 ตุลาคม 2568 เวลา 14.05 น."


def test_a_fresh_seal_is_whole(data: bytes) -> None:
    """It lists every cell as it is, and its own code fits."""
    found = sealed(data)
    assert found.is_whole
    assert found.cells == share.cells_of(data)


@pytest.mark.parametrize(("table", "index"), [(share.SEAL_TABLE, 2), (share.SEAL_TABLE, 6), (share.SEALED_TABLE, 40)])
def test_an_altered_seal_is_not_whole(table: layout.Table, index: int, data: bytes) -> None:
    """A version, the figures' hash or a listed cell that was rewritten does not fit the code any more."""
    book = Workbook(data)
    book.set(*book.place(table.name, table.columns[1], index), "อื่น")
    assert not sealed(book.data()).is_whole


def test_a_workbook_has_no_seal() -> None:
    """What was not copied carries none."""
    assert share.seal_of(EXAMPLE.name, EXAMPLE.read_bytes()) is None


def test_a_copy_does_not_ask_for_typing(data: bytes) -> None:
    """What the workbook says of typing, pasting and pressing buttons is replaced by what the copy is."""
    asked = ("พิมพ์หรือวาง", "ใส่คะแนน", "กดปุ่ม", "คัดลอกถ้อยคำ", "ช่องสีครีม")
    texts = {place: text for place, text in share.cells_of(data).items() if place.split("!")[1] in {"A2", "B2", "A3"}}
    assert sum(text.startswith("สำเนาสำหรับจังหวัด") for text in texts.values()) == 9
    assert {place: text for place, text in texts.items() if any(word in text for word in asked)} == {}
