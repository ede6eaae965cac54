"""Buttons that fill in figures, and those between the years: through VBA, into Python, into cells and files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita import pasting
from ita.criteria import load
from ita.excel import layout, live
from ita.excel.reading import closed
from ita.paths import resource
from support.built import TEMPLATE
from support.pressing import EXAMPLE, Office, opened

EARLIER = resource("workbook", "examples", "khlongnokkrathung_2567.xlsm")
ANSWERS = "i1,i2\nมากที่สุด,ไม่มีเลย\nมาก,น้อยที่สุด\n"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Return an office with an example open, in a folder with a Thai name."""
    yield from opened(EXAMPLE, tmp_path, monkeypatch)


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Return an office with the empty workbook open."""
    yield from opened(TEMPLATE, tmp_path, monkeypatch)


def score(at: Office, sheet: str, code: str, column: str) -> object:
    """Return the score of a question."""
    return at.excel.cell(sheet, f"{column}{at.excel.rows(sheet)[code]}")


def test_paste_fills_blank_cells_after_a_look(empty: Office) -> None:
    """Copied scores are shown, and once agreed to stand beside their codes; what was typed stays and is told."""
    empty.excel.set("IIT", f"D{empty.excel.rows('IIT')['i2']}", 50)
    empty.excel.select("IIT", "D6")
    empty.desk.text = "i1 98.62\ni2 97.10\nข้อ 3\t๘๘.๕๐%"
    empty.press("itaPaste")
    assert [score(empty, "IIT", code, "D") for code in ("i1", "i2", "i3")] == [98.62, 50, 88.5]
    assert len(empty.desk.asked) == 1
    (told,) = empty.desk.told
    assert told.startswith("กรอกแล้ว 2 ช่อง")
    assert "i2" in told


def test_paste_goes_into_the_part_under_the_cursor(empty: Office) -> None:
    """A single column of scores belongs to the part of the EIT whose column was chosen."""
    empty.excel.select("EIT", "E6")
    empty.desk.text = "e1 70\ne2 80"
    empty.press("itaPaste")
    assert [score(empty, "EIT", "e1", column) for column in "DE"] == [None, 70]


def test_paste_changes_nothing_without_agreement(empty: Office) -> None:
    """Whoever answers no finds everything as it was, and reads no more."""
    empty.desk.yes = False
    empty.excel.select("IIT", "D6")
    empty.desk.text = "i1 98.62"
    empty.press("itaPaste")
    assert score(empty, "IIT", "i1", "D") is None
    assert empty.desk.told == []


@pytest.mark.parametrize(("sheet", "text", "words"), [("OIT", " \n", "คัดลอก"), ("หน้าหลัก", "i1 90", "หน้าหลัก")])
def test_paste_says_what_is_missing(empty: Office, sheet: str, text: str, words: str) -> None:
    """An empty clipboard and a sheet without scores are told, with what to do."""
    empty.excel.activate(sheet)
    empty.desk.text = text
    empty.press("itaPaste")
    assert words in empty.desk.told[0]
    assert "วิธีแก้ไข" in empty.desk.told[0]


def test_paste_of_rubbish_is_shown_and_writes_nothing(empty: Office) -> None:
    """A text without scores is not understood, and that is told."""
    empty.excel.select("IIT", "D6")
    empty.desk.text = "ประชุมวันพุธ"
    empty.press("itaPaste")
    assert empty.desk.asked == []
    assert empty.desk.told == [pasting.describe(pasting.read(load(2568), "IIT", "ประชุมวันพุธ"))]


def test_answers_to_a_survey_become_scores(empty: Office, tmp_path: Path) -> None:
    """A file of answers is worked out, shown, and its scores stand in the sheet at full precision."""
    source = tmp_path / "คำตอบ.csv"
    source.write_text(ANSWERS, encoding="utf-8")
    empty.excel.activate("IIT")
    empty.desk.files = [source]
    empty.press("itaImport")
    assert len(empty.desk.asked) == 1
    assert score(empty, "IIT", "i1", "D") == pytest.approx(90.0)
    assert empty.desk.told[0].startswith("กรอกแล้ว")


def test_answers_need_to_know_their_part(empty: Office, tmp_path: Path) -> None:
    """On the EIT's sheet a column of a part is chosen first; the OIT has no survey."""
    empty.desk.files = [tmp_path / "ไม่ถูกเปิด.csv"]
    empty.excel.select("EIT", "A2")
    empty.press("itaImport")
    empty.excel.activate("OIT")
    empty.press("itaImport")
    assert layout.PART_1 in empty.desk.told[0]
    assert "OIT" in empty.desk.told[1]
    assert len(empty.desk.files) == 1


def test_last_years_file_fills_the_cells_of_the_year_before(empty: Office) -> None:
    """An earlier workbook's figures stand in the cells of the year before, under this year's codes."""
    empty.desk.files = [EARLIER]
    empty.press("itaLastYear")
    previous, earlier = live.read(empty.book).assessment.previous, closed.read(EARLIER).assessment
    assert previous.fiscal_year == 2567
    assert previous.total == earlier.given.total
    assert previous.questions
    assert empty.desk.told[0].startswith("กรอกแล้ว")


def test_a_file_of_the_same_year_is_not_last_years(example: Office) -> None:
    """A workbook that is not older is refused by name and year."""
    example.desk.files = [EXAMPLE]
    example.press("itaLastYear")
    assert EXAMPLE.name in example.desk.told[0]
    assert "2568" in example.desk.told[0]


def test_new_year_makes_a_file_beside_this_one(example: Office, tmp_path: Path) -> None:
    """The workbook of the year to come has this year's figures as last year's, and Excel opens it."""
    example.press("itaNewYear")
    (made,) = (tmp_path / "งานประเมิน ITA").glob("*.xlsm")
    new, old = closed.read(made).assessment, live.read(example.book).assessment
    assert (new.fiscal_year, new.agency) == (2569, old.agency)
    assert new.previous.fiscal_year == 2568
    assert made.name in [book.Name for book in example.book.api.Application.Workbooks]
    assert made.name in example.desk.told[0]


def test_new_year_tells_what_could_not_be_read(example: Office) -> None:
    """A word in place of a score is named with its cell, for it does not come along."""
    place = f"D{example.excel.rows('IIT')['i1']}"
    example.book.api.Worksheets("IIT").Range(place).Value = "ร้อย"
    example.press("itaNewYear")
    assert f"IIT!{place}: พบข้อความ “ร้อย”" in example.desk.told[0]


def test_new_year_never_overwrites(example: Office, tmp_path: Path) -> None:
    """Where the file is there already it stays, and that is told."""
    example.press("itaNewYear")
    (made,) = (tmp_path / "งานประเมิน ITA").glob("*.xlsm")
    made.write_bytes(b"mine")
    example.press("itaNewYear")
    assert made.read_bytes() == b"mine"
    assert example.desk.warned == [False, True]
