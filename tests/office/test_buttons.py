"""Every ribbon button pressed on an example: through the workbook's own VBA, into Python, into cells and files.

The headless Excel runs the VBA that ships and changes its cells; Python runs for real on it. What nobody can do here,
a click in a message box, is done by a person of paper, who notes what was shown.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita.excel import layout
from ita.excel.ribbon import help as ribbon_help
from support.built import TEMPLATE
from support.pressing import EXAMPLE, Office, buttons, opened


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Return an office with an example open, in a folder with a Thai name."""
    yield from opened(EXAMPLE, tmp_path, monkeypatch)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Return an office with the empty workbook open."""
    yield from opened(TEMPLATE, tmp_path, monkeypatch)


def test_no_button_is_forgotten() -> None:
    """Each button of the ribbon is pressed by a test of these files."""
    sources = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_buttons*.py"))
    pressed = set(re.findall(r'press\("(ita\w+)"\)|\["onAction"\], "(ita\w+)"', sources))
    assert set(buttons()) == {name for names in pressed for name in names if name}


def test_check_writes_the_findings_and_shows_their_sheet(empty: Office) -> None:
    """The findings stand in their sheet, which comes to the front; the message counts them."""
    empty.excel.set("IIT", f"D{empty.excel.rows('IIT')['i2']}", "เก้าสิบ")
    empty.press("itaCheck")
    table = empty.book.api.Worksheets(layout.CHECKS.name).ListObjects(layout.FINDING_TABLE.name)
    number, severity, place, what, fix = table.DataBodyRange.Value2[0]
    assert (number, severity, place) == (1.0, "ต้องแก้ไข", f"IIT!D{empty.excel.rows('IIT')['i2']}")
    assert "เก้าสิบ" in what
    assert fix
    assert empty.book.api.ActiveSheet.Name == layout.CHECKS.name
    assert empty.desk.told[0].startswith("ตรวจสอบแล้ว พบ ต้องแก้ไข 1 รายการ")


def test_check_sees_what_careless_hands_did(empty: Office) -> None:
    """A formula that was typed over is among the findings, with its cell."""
    sheet = empty.book.api.Worksheets(layout.SCORES.name)
    sheet.Unprotect("")
    table = sheet.ListObjects(layout.TOOL_TABLE.name)
    cell = table.DataBodyRange.Cells(1, layout.TOOL_TABLE.columns.index(layout.USED) + 1)
    cell.Value2 = 99
    empty.press("itaCheck")
    findings = empty.book.api.Worksheets(layout.CHECKS.name).ListObjects(layout.FINDING_TABLE.name)
    places = [row[2] for row in findings.DataBodyRange.Value2]
    assert f"{layout.SCORES.name}!{cell.Address.replace('$', '')}" in places


def test_check_of_an_old_workbook_tells_the_findings_instead(empty: Office) -> None:
    """Where there is no sheet for findings the message has the first of them."""
    empty.excel.set("IIT", f"D{empty.excel.rows('IIT')['i2']}", "เก้าสิบ")
    empty.book.api.Worksheets(layout.CHECKS.name).Name = "เก่า"
    empty.press("itaCheck")
    assert "เก้าสิบ" in empty.desk.told[0]
    assert empty.desk.warned == [True]


def test_recalculate_needs_nobody(example: Office) -> None:
    """Excel itself works everything out, and says so."""
    example.press("itaRecalculate")
    assert example.excel.popups == ["คำนวณคะแนนใหม่ทั้งสมุดงานเรียบร้อยแล้ว"]
    assert example.excel.python_calls == []


def test_suggest_adds_marked_rows_once(empty: Office) -> None:
    """Weak questions get measures marked as suggestions; pressed again nothing is added."""
    for code in ("i1", "i2", "i3"):
        empty.excel.set("IIT", f"D{empty.excel.rows('IIT')[code]}", 60)
    empty.press("itaSuggest")
    table = empty.book.api.Worksheets(layout.MEASURES.name).ListObjects(layout.MEASURE_TABLE.name)
    marked = [row for row in table.DataBodyRange.Value2 if row[1] == layout.SUGGESTED]
    assert {row[5] for row in marked if row[5]} == {"i1", "i2", "i3"}
    assert empty.book.api.ActiveSheet.Name == layout.MEASURES.name
    before = table.DataBodyRange.Value2
    empty.press("itaSuggest")
    assert table.DataBodyRange.Value2 == before
    assert empty.desk.told[1].startswith("ยังไม่มีข้อที่ควรเสนอ")


def test_the_guide_opens(example: Office) -> None:
    """The guide is a page that is there."""
    example.press("itaGuide")
    assert example.desk.opened == [ribbon_help.GUIDE]
    assert ribbon_help.GUIDE.is_file()


def test_about_says_which_workbook_this_is(example: Office) -> None:
    """Year and build are shown without Python."""
    example.press("itaAbout")
    assert example.excel.popups[0].startswith("สมุดงานประเมิน ITA ปีงบประมาณ พ.ศ. 2568")
    assert example.excel.python_calls == []


@pytest.mark.parametrize("button", ["itaImport", "itaLastYear", "itaLint", "itaVerify"])
def test_a_cancelled_dialog_ends_in_silence(example: Office, button: str) -> None:
    """Whoever chooses no file reads nothing and finds nothing changed."""
    example.excel.activate("IIT")
    example.press(button)
    assert example.desk.told == []
    assert example.desk.opened == []


def test_nothing_is_ever_saved_into_the_workbook(example: Office, tmp_path: Path) -> None:
    """The clerk's own file is not written by any button: Excel alone saves it."""
    own = tmp_path / "งานประเมิน ITA" / EXAMPLE.name
    shutil.copy(EXAMPLE, own)
    before = own.read_bytes()
    for button in ("itaCheck", "itaSuggest", "itaShare", "itaReport"):
        example.press(button)
    assert own.read_bytes() == before
