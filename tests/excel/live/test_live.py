"""An open workbook read and written through Excel's object model, over the headless Excel."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings as xw

from ita.assessment import Previous
from ita.criteria import load
from ita.errors import WorkbookError
from ita.excel import layout, live
from ita.excel.live import Written
from ita.excel.live.tables import LiveTable
from support.built import TEMPLATE
from support.headless import HeadlessExcel
from support.live_book import LiveBook

RULES = load(2568)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[LiveBook]:
    """Return the empty workbook, open."""
    with HeadlessExcel(TEMPLATE) as excel:
        yield LiveBook(excel, tmp_path)


def cell(book: LiveBook, table: layout.Table, row: int, heading: str) -> object:
    """Return the value of a table's cell; rows are counted from 1."""
    found = book.api.Worksheets(table.sheet.name).ListObjects(table.name)
    return found.DataBodyRange.Cells(row, table.columns.index(heading) + 1).Value2


def type_score(book: LiveBook, row: int, value: object) -> None:
    """Type a score of the IIT."""
    table = book.api.Worksheets("IIT").ListObjects(layout.IIT_TABLE.name)
    table.DataBodyRange.Cells(row, layout.IIT_TABLE.columns.index(layout.SCORE) + 1).Value2 = value


def test_unsaved_changes_are_read(book: LiveBook) -> None:
    """What is on the screen counts, whatever the file on the disk says; the workbook itself is not saved."""
    book.api.Saved = False
    type_score(book, 1, 98.62)
    assert live.read(book).assessment.given.questions == {"i1": 98.62}
    assert book.api.Saved is False
    assert book.name == TEMPLATE.name


def test_the_copy_that_is_read_is_gone_afterwards(book: LiveBook) -> None:
    """Nothing is left of the copy."""
    with live.snapshot(book) as copy:
        assert copy.name == book.name
        assert copy.is_file()
    assert not copy.parent.exists()


def test_blank_cells_are_filled_by_code(book: LiveBook) -> None:
    """Scores go beside their codes, into the part's own column."""
    found = live.write_scores(book, RULES, "EIT2", {"e1": 90.0, "e3": 80.0})
    assert found == Written(("e1", "e3"), (), ())
    assert [cell(book, layout.EIT_PARTS_TABLE, row, layout.PART_2) for row in (1, 2, 3)] == [90.0, None, 80.0]
    assert cell(book, layout.EIT_PARTS_TABLE, 1, layout.PART_1) is None


def test_what_was_typed_stays(book: LiveBook) -> None:
    """A typed score, be it zero, is never written over; one that is already the same is not worth a word."""
    type_score(book, 1, 0.0)
    type_score(book, 2, 80.0)
    assert live.write_scores(book, RULES, "IIT", {"i1": 90.0, "i2": 80.0}) == Written((), ("i1",), ())
    assert [cell(book, layout.IIT_TABLE, row, layout.SCORE) for row in (1, 2)] == [0.0, 80.0]


def test_a_code_without_a_row_is_told(book: LiveBook) -> None:
    """A code that the sheet lost is named."""
    assert live.write_scores(book, RULES, "IIT", {"i99": 90.0}) == Written((), (), ("i99",))


def test_of_two_rows_with_a_code_the_first_is_filled(book: LiveBook) -> None:
    """The first row of a code is filled, as the formulas read it."""
    sheet = book.api.Worksheets("IIT")
    sheet.Unprotect("")
    sheet.ListObjects(layout.IIT_TABLE.name).DataBodyRange.Cells(2, 1).Value2 = "i1"
    live.write_scores(book, RULES, "IIT", {"i1": 90.0})
    assert [cell(book, layout.IIT_TABLE, row, layout.SCORE) for row in (1, 2)] == [90.0, None]


def test_last_years_figures_go_where_they_belong(book: LiveBook) -> None:
    """Total, level, tools, indicators, questions and the year itself fill the cells of the year before."""
    previous = Previous(
        fiscal_year=2567,
        total=88.5,
        level="ผ่านดี",
        tools={"IIT": 90.0},
        indicators={3: 81.0},
        questions={"i2": 77.0, "e1": 66.0, "o5": 0.0},
    )
    found = live.write_previous(book, RULES, previous)
    assert (found.kept, found.absent) == ((), ())
    read = live.read(book).assessment.previous
    assert read == previous


def test_last_years_figures_do_not_replace_what_was_typed(book: LiveBook) -> None:
    """A figure that the clerk typed for the year before stays, and is told."""
    live.write_previous(book, RULES, Previous(total=70.0))
    found = live.write_previous(book, RULES, Previous(total=71.0, tools={"OIT": 60.0}))
    assert found == Written(("OIT",), ("คะแนนรวม",), ())
    assert live.read(book).assessment.previous.total == 70.0


def test_protection_is_as_it_was(book: LiveBook) -> None:
    """A locked cell is filled all the same, and the sheet is protected again with the same freedoms."""
    sheet = book.api.Worksheets("IIT")
    before = protection(sheet)
    sheet.Unprotect("")
    sheet.ListObjects(layout.IIT_TABLE.name).DataBodyRange.Cells(1, 4).Locked = True
    free = {f"Allow{name}": True for name in ("FormattingColumns", "FormattingRows", "InsertingHyperlinks")}
    sheet.Protect(
        Contents=True, Scenarios=before[2], AllowSorting=True, AllowFiltering=True, DrawingObjects=False, **free
    )
    assert protection(sheet) == before
    assert live.write_scores(book, RULES, "IIT", {"i1": 90.0}).written == ("i1",)
    assert protection(sheet) == before


def protection(sheet: object) -> list[object]:
    """Return what a sheet's protection is and leaves free."""
    found = sheet
    names = ("ProtectContents", "ProtectDrawingObjects", "ProtectScenarios")
    allowed = ("AllowFormattingColumns", "AllowFormattingRows", "AllowSorting", "AllowFiltering", "AllowInsertingRows")
    return [getattr(found, name) for name in names] + [getattr(found.Protection, name) for name in allowed]  # type: ignore[attr-defined]


def test_a_password_is_a_thai_error_and_nothing_is_written(book: LiveBook) -> None:
    """A sheet that somebody locked with a password is named; it stays locked and unchanged."""
    sheet = book.api.Worksheets("IIT")
    sheet.Unprotect("")
    sheet.Protect("ลับ")
    with pytest.raises(WorkbookError) as caught:
        live.write_scores(book, RULES, "IIT", {"i1": 90.0})
    assert caught.value.code == "workbook.password"
    assert "IIT" in caught.value.what()
    assert sheet.ProtectContents is True
    assert cell(book, layout.IIT_TABLE, 1, layout.SCORE) is None


def test_excel_is_left_as_it_was_found(book: LiveBook, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing, events and calculation are on again after writing, and after writing that failed."""
    application = book.api.Application
    before = application.ScreenUpdating, application.EnableEvents, application.Calculation
    seen: list[tuple[object, ...]] = []

    def fail(*_: object) -> None:
        seen.append((application.ScreenUpdating, application.EnableEvents, application.Calculation))
        raise ValueError

    monkeypatch.setattr(LiveTable, "put", fail)
    with pytest.raises(ValueError, match=r"^$"):
        live.write_scores(book, RULES, "IIT", {"i1": 90.0})
    assert seen == [(False, False, -4135)]
    assert (application.ScreenUpdating, application.EnableEvents, application.Calculation) == before
    assert book.api.Worksheets("IIT").ProtectContents is True


@pytest.mark.parametrize("lost", ["sheet", "table", "column"])
def test_what_is_gone_is_a_thai_error(book: LiveBook, lost: str) -> None:
    """A renamed sheet, a renamed table and a renamed heading are named."""
    sheet = book.api.Worksheets("IIT")
    sheet.Unprotect("")
    table = sheet.ListObjects(layout.IIT_TABLE.name)
    if lost == "sheet":
        sheet.Name = "แผ่น1"
    elif lost == "table":
        table.Name = "Table9"
    else:
        table.HeaderRowRange.Cells(1, 4).Value2 = "แต้ม"
    with pytest.raises(WorkbookError) as caught:
        live.write_scores(book, RULES, "IIT", {"i1": 90.0})
    assert caught.value.code == f"workbook.{lost}_missing"


def test_settings_of_the_workbook_are_read(book: LiveBook) -> None:
    """The digits that the toggle wrote are found; a setting that there is not is empty."""
    assert live.setting(book, layout.META_DIGITS) == "thai"
    assert live.setting(book, "colour") == ""


@pytest.mark.parametrize(
    ("column", "heading"), [(4, layout.PART_1), (5, layout.PART_2), (3, layout.WORDING), (20, None)]
)
def test_the_column_under_the_cursor_is_known(book: LiveBook, column: int, heading: str | None) -> None:
    """The part of the EIT that is meant is the column of the chosen cell."""
    sheet = book.api.Worksheets("EIT")
    sheet.Activate()
    sheet.Cells(8, column).Select()
    assert live.column_under_cursor(book, layout.EIT_PARTS_TABLE) == heading


def test_the_cursor_on_another_sheet_is_in_no_column(book: LiveBook) -> None:
    """A cell of another sheet says nothing about this table."""
    book.api.Worksheets("IIT").Activate()
    assert live.column_under_cursor(book, layout.EIT_PARTS_TABLE) is None


class Elsewhere:
    """A workbook whose path is as given; a web address is one that xlwings does not find on this PC."""

    api, name = None, "a.xlsm"

    def __init__(self, path: str) -> None:
        self.path = path

    @property
    def fullname(self) -> str:
        """The path."""
        if "://" in self.path:
            raise xw.XlwingsError(self.path)
        return self.path


def test_folder_of_a_file_on_onedrive_is_the_documents_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A workbook whose path is a web address, or that was never saved, has its reports in Documents."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert live.folder_of(Elsewhere("https://example.org/docs/a.xlsm")) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert live.folder_of(Elsewhere("https://example.org/docs/a.xlsm")) == tmp_path / "Documents"
    assert live.folder_of(Elsewhere("Book1")) == tmp_path / "Documents"
    assert live.folder_of(Elsewhere(str(tmp_path / "งาน ITA.xlsm"))) == tmp_path
