"""Damaged workbooks: reading stays right, and what was damaged is named with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from ita import criteria
from ita.assessment import Assessment
from ita.cli import main
from ita.errors import WorkbookError
from ita.excel import layout
from ita.excel.reading import closed, damage
from ita.findings import Finding
from support.built import EXAMPLES, FILES, saved
from support.random_assessments import filled
from support.workbook_parts import Workbook, tag

PATH = EXAMPLES[0]
BUILT = Workbook(PATH.read_bytes())
PROTECTED = [name for name, part in BUILT.sheet_parts.items() if b"<sheetProtection" in BUILT.parts[part]]
ENTRY = ("tblIIT", "tblEIT", "tblOIT")
COMPUTED = [
    ("tblIIT", layout.CHANGE),
    ("tblEIT", layout.MEAN),
    ("tblOIT", layout.CHANGE),
    *(("tblTool", heading) for heading in (layout.COMPUTED, layout.USED, layout.RESULT, layout.MATCH, layout.CHANGE)),
    *((table, layout.USED) for table in ("tblTotal", "tblIndicator", "tblPart", "tblSub")),
]
INPUT = [
    ("tblIIT", layout.SCORE),
    ("tblEIT", layout.PART_2),
    ("tblOIT", layout.LAST_YEAR),
    ("tblTool", layout.PUBLISHED),
    ("tblTool", layout.STATUS),
    ("tblTotal", layout.PUBLISHED),
]
_LAST_BUT_ONE = 2


@pytest.fixture(scope="module")
def original() -> Assessment:
    """Return what the example holds."""
    return closed.read(PATH).assessment


@pytest.fixture
def book() -> Workbook:
    """Return the example, to be damaged."""
    return Workbook(PATH.read_bytes())


@pytest.fixture
def found(book: Workbook, tmp_path: Path, original: Assessment) -> Callable[[], list[Finding]]:
    """Return what finds the damage, after checking that everything typed still reads as it was."""

    def run() -> list[Finding]:
        path = book.save(tmp_path / "เสียหาย.xlsm")
        assert closed.read(path).assessment == original
        return damage.examine(path, original)

    return run


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    """Return what was found and where."""
    return [(one.code, one.where) for one in findings]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_committed_workbook_is_not_damaged(path: Path) -> None:
    """Neither the template nor an example has any damage."""
    assert damage.examine(path, closed.read(path).assessment) == []


@pytest.mark.parametrize("year", criteria.years())
def test_a_new_workbook_is_not_damaged(year: int, tmp_path: Path) -> None:
    """Nor has a workbook of any year with everything filled in."""
    path = saved(filled(5, criteria.load(year)), tmp_path / "a.xlsm")
    assert damage.examine(path, closed.read(path).assessment) == []


@pytest.mark.parametrize("sheet", PROTECTED)
def test_a_sheet_without_protection_is_named(sheet: str, book: Workbook, found: Callable[[], list[Finding]]) -> None:
    """Each sheet that the builder protects is missed when it no longer is."""
    book.unprotect(sheet)
    assert codes(found()) == [("damage.unprotected", sheet)]


@pytest.mark.parametrize("table", ["tblIIT", "tblTool", "tblAgency"])
@pytest.mark.parametrize("where", ["above", "between", "below"])
def test_inserted_rows_are_no_damage(
    where: str, table: str, book: Workbook, found: Callable[[], list[Finding]]
) -> None:
    """Rows inserted above a table, between its rows or below it leave everything read and nothing to complain of."""
    _, top, _, bottom = book.area(table)
    above = {"above": top, "between": top + _LAST_BUT_ONE, "below": bottom + 1}[where]
    book.insert_rows(book.table_parts[table][0], above, 3)
    assert found() == []


@pytest.mark.parametrize("table", ["tblIIT", "tblEIT", "tblOIT", "tblIssues"])
def test_moved_columns_are_named_by_what_they_lost(
    table: str, book: Workbook, tmp_path: Path, original: Assessment
) -> None:
    """With its columns in another order a table reads the same; rules for typing that stayed behind are missed."""
    book.put(table, book.take(table), book.headings(table)[::-1])
    path = book.save(tmp_path / "a.xlsm")
    assert closed.read(path).assessment == original
    assert {one.code for one in damage.examine(path, original)} <= {"damage.validation"}


@pytest.mark.parametrize(("table", "heading"), INPUT)
def test_a_paste_over_rules_and_locks_is_named(
    table: str, heading: str, book: Workbook, found: Callable[[], list[Finding]]
) -> None:
    """A cell to fill in that a paste locked and freed of its rule is named twice, with its address."""
    sheet, address = book.place(table, heading)
    value = _value(book, sheet, address)
    book.paste_over(sheet, address, value)
    place = f"{sheet}!{address}"
    assert codes(found()) == [("damage.locked", place), ("damage.validation", place)]


def _value(book: Workbook, sheet: str, address: str) -> str | float | None:
    cell = book.cell(sheet, address)
    text = cell.findtext(tag("v"))
    if text is None or cell.get("t") != "s":
        return None if text is None else float(text)
    return ["".join(one.itertext()) for one in book.tree("xl/sharedStrings.xml")][int(text)]


@pytest.mark.parametrize("table", ENTRY)
def test_a_column_that_was_pasted_is_one_finding(
    table: str, book: Workbook, found: Callable[[], list[Finding]]
) -> None:
    """Cells one below the other are told together: from where to where, and how many."""
    heading = layout.PART_1 if table == "tblEIT" else layout.SCORE
    _, top, _, bottom = book.area(table)
    places = [book.place(table, heading, index) for index in range(bottom - top)]
    for sheet, address in places:
        book.paste_over(sheet, address, _value(book, sheet, address))
    locked, unchecked = found()
    wanted = {"cells": f"{places[0][1]}:{places[-1][1]}", "count": str(len(places))}
    assert (locked.code, dict(locked.values)) == ("damage.locked", wanted)
    assert (unchecked.code, dict(unchecked.values)) == ("damage.validation", wanted)
    assert wanted["cells"] in locked.what()


@pytest.mark.parametrize(("table", "heading"), COMPUTED)
def test_a_formula_that_was_typed_over_is_an_error(
    table: str, heading: str, book: Workbook, found: Callable[[], list[Finding]]
) -> None:
    """A computed cell that holds a value instead of its formula is named."""
    sheet, address = book.place(table, heading)
    book.set(sheet, address, 95.0)
    (one,) = found()
    assert (one.code, one.where, one.severity) == ("damage.formula", f"{sheet}!{address}", "error")


def test_a_cell_that_lost_its_lock_is_named(book: Workbook, found: Callable[[], list[Finding]]) -> None:
    """A code that took on the format of a cell to fill in may be typed over."""
    sheet, address = book.place("tblIIT", layout.CODE)
    book.cell(sheet, address).set("s", book.cell(*book.place("tblIIT", layout.SCORE)).get("s"))
    assert codes(found()) == [("damage.unlocked", f"{sheet}!{address}")]


@pytest.mark.parametrize("pasted", ["เก้าสิบ", "๙๕.๕๐", "95%", " "])
def test_pasted_text_is_told_by_the_reader_and_by_the_damage(
    pasted: str, book: Workbook, tmp_path: Path, original: Assessment
) -> None:
    """Text or Thai digits pasted over scores: all other scores read as before, and the check names cell and damage."""
    sheet, address = book.place("tblIIT", layout.SCORE, 2)
    book.paste_over(sheet, address, pasted)
    path = book.save(tmp_path / "a.xlsm")
    reading = closed.read(path)
    assert reading.assessment.given.questions == {k: v for k, v in original.given.questions.items() if k != "i3"}
    shown = CliRunner().invoke(main, ["check", str(path)])
    named = [line for line in shown.output.splitlines() if f"IIT!{address}" in line]
    assert len([line for line in named if "ล็อก" in line or "กฎตรวจค่า" in line]) == _LAST_BUT_ONE
    assert bool(reading.findings) == bool(pasted.strip())
    assert all(any(pasted in line for line in named) for _ in reading.findings)


def test_everything_at_once_still_reads(book: Workbook, tmp_path: Path, original: Assessment) -> None:
    """Protection off everywhere, rows inserted, columns moved and rules pasted away: the same assessment."""
    for sheet in PROTECTED:
        book.unprotect(sheet)
    book.paste_over(*(place := book.place("tblIIT", layout.SCORE)), _value(book, *place))
    for table in ("tblIIT", "tblEIT", "tblOIT", "tblMeasures"):
        _, top, _, bottom = book.area(table)
        sheet = book.table_parts[table][0]
        for above in (bottom + 1, top + 1, top):
            book.insert_rows(sheet, above, 2)
    book.put("tblOIT", book.take("tblOIT"), book.headings("tblOIT")[::-1])
    path = book.save(tmp_path / "a.xlsm")
    reading = closed.read(path)
    assert reading.assessment == original
    assert reading.findings == ()
    kinds = {one.code for one in damage.examine(path, original)}
    assert {"damage.unprotected", "damage.locked", "damage.validation"} <= kinds


def test_the_check_of_a_whole_workbook_names_no_damage(tmp_path: Path) -> None:
    """``ita check`` of a sound workbook says nothing of it; of an unprotected one it does, and does not fail for it."""
    before = CliRunner().invoke(main, ["check", str(PATH)])
    assert "ป้องกัน" not in before.output
    book = Workbook(PATH.read_bytes())
    book.unprotect(layout.IIT.name)
    after = CliRunner().invoke(main, ["check", str(book.save(tmp_path / "a.xlsm"))])
    assert "แผ่นงาน IIT ถูกเลิกป้องกัน" in after.output
    assert after.exit_code == before.exit_code


def test_a_workbook_that_cannot_be_examined_says_so(book: Workbook, found: Callable[[], list[Finding]]) -> None:
    """Where openpyxl stumbles over what the reader does not need, one finding tells it."""
    book.parts["docProps/core.xml"] = b"<broken"
    assert codes(found()) == [("damage.unknown", layout.HOME.name)]


def test_a_file_that_is_gone_is_an_error(tmp_path: Path, original: Assessment) -> None:
    """A workbook that was deleted between reading and examining is an error in Thai."""
    with pytest.raises(WorkbookError):
        damage.examine(tmp_path / "ไม่มี.xlsm", original)
