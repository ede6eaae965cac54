"""The copy for the province: the same sheets with values in place of formulas, no macros, and a seal over every cell.

The seal lists each cell as it was when the copy was made, so that a change can be named by its place, and closes
with a hash over that list. It is read back by value: a file that Excel or LibreOffice saved again still matches.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter
from python_calamine import CalamineTable, CalamineWorkbook
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ita import seal
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import build, layout, package
from ita.excel.grid import PORTRAIT, Column, Content, Page, text_height
from ita.excel.layout import Sheet, Table
from ita.excel.reading import unpack
from ita.excel.sheets import entry
from ita.excel.theme import CREAM, ROW_HEIGHT, Theme
from ita.findings import Finding
from ita.thai import format_date

SEAL = Sheet("ตราผนึก", "shSeal")
SEALED = Sheet("_sealed", "shSealed", hidden=True)
SEAL_TABLE = Table("tblSeal", SEAL, ("รายการ", "ค่า"))
SEALED_TABLE = Table("tblSealed", SEALED, ("ตำแหน่ง", "ค่า"))

FORMAT = "รูปแบบตราผนึก"
YEAR = "หลักเกณฑ์ของปีงบประมาณ พ.ศ."
TEMPLATE = "รุ่นแม่แบบของสมุดงาน"
VERSION = "รุ่นโปรแกรมที่ทำสำเนา"
TIME = "วันเวลาที่ทำสำเนา"
SOURCE = "สมุดงานต้นทาง"
FIGURES = "รหัสตัวเลข"
CODE = "รหัสตราผนึก"

_FOR_MACROS = (layout.STRINGS, layout.CONF)
_KEPT = tuple(sheet for sheet in layout.SHEETS if sheet not in _FOR_MACROS)
_COPY_HINT = "สำเนาสำหรับจังหวัด ทุกช่องเป็นค่าคงที่ แก้ไขที่สมุดงานต้นทางเท่านั้น"
_NOTES = (
    "สำเนานี้แสดงตัวเลข ณ เวลาที่ทำสำเนา ไม่มีสูตรและไม่มีคำสั่งอัตโนมัติ จึงเปิดดูได้โดยไม่ต้องติดตั้งโปรแกรม ITA",
    "ตรวจสำเนากับตราผนึกได้ด้วยคำสั่ง ita verify ตามด้วยชื่อแฟ้ม หากมีช่องใดเปลี่ยนไป โปรแกรมจะบอกตำแหน่ง ค่าเดิม และค่าปัจจุบัน",
    "การเปิดแล้วบันทึกซ้ำโดยไม่แก้ไขไม่ทำให้ตราผนึกเสีย เพราะตราผนึกคิดจากค่าในช่อง ไม่ได้คิดจากตัวแฟ้ม",
    "ตราผนึกช่วยให้เห็นการแก้ไขโดยไม่ตั้งใจ แต่ไม่ใช่ลายมือชื่ออิเล็กทรอนิกส์ และยืนยันตัวผู้ทำสำเนาไม่ได้",
)
_WIDTHS = (36, 90)

Cells = Mapping[str, str]
"""Values by place, such as ``IIT!D7``: figures by ``seal.number``, texts by ``seal.plain``; blank cells are absent."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a copy comes from: the workbook's file name and template build, the program's version, and when."""

    source: str
    template: str
    version: str
    time: dt.datetime


@dataclass(frozen=True, slots=True)
class Seal:
    """A copy's seal as its sheets hold it: the rows of the visible table, and every cell as it was."""

    rows: Mapping[str, str]
    cells: Cells

    @property
    def is_whole(self) -> bool:
        """Whether the seal itself is as it was written."""
        return self.rows.get(CODE) == _code(self.rows, self.cells)


def copy(
    criteria: Criteria,
    assessment: Assessment,
    findings: Sequence[Finding],
    origin: Origin,
    estimating: Criteria | None = None,
) -> bytes:
    """Return the .xlsx of an assessment, its values worked out here and its seal in two sheets at the end."""
    unsealed = _book(criteria, assessment, findings, estimating, None)
    rows = {
        FORMAT: str(seal.FORMAT),
        YEAR: str(criteria.fiscal_year),
        TEMPLATE: origin.template,
        VERSION: origin.version,
        TIME: f"{format_date(origin.time.date())} เวลา {origin.time:%H.%M} น.",
        SOURCE: origin.source,
        FIGURES: seal.figures_hash(assessment),
    }
    rows = {label: seal.plain(value) for label, value in rows.items()}
    cells = cells_of(unsealed)
    sealed = Seal({**rows, CODE: _code(rows, cells)}, cells)
    return _book(criteria, assessment, findings, estimating, sealed)


def cells_of(data: bytes) -> Cells:
    """Return every cell of a harmless workbook that is not blank, without those of the seal."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names = [name for name in book.sheet_names if name not in {SEAL.name, SEALED.name}]
    return {
        f"{name}!{get_column_letter(column)}{row}": text
        for name in names
        for row, line in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1)
        for column, value in enumerate(line, start=1)
        if (text := _text(value))
    }


def seal_of(name: str, data: bytes) -> Seal | None:
    """Return the seal of the workbook ``name``; None where it has none. WorkbookError when the package is damaged."""
    package = io.BytesIO(unpack.packed(unpack.unpacked(name, data)))
    book = CalamineWorkbook.from_filelike(package, load_tables=True)
    names = book.table_names or ()
    if SEAL_TABLE.name not in names or SEALED_TABLE.name not in names:
        return None
    rows, cells = (_pairs(book.get_table_by_name(table.name)) for table in (SEAL_TABLE, SEALED_TABLE))
    return Seal(rows, cells)


def _pairs(table: CalamineTable) -> dict[str, str]:
    lines = ((_text(value) for value in line) for line in table.to_python())
    return {label: value for label, value, *_ in map(tuple, lines) if label}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    return seal.number(value) if isinstance(value, float | int) else seal.plain(str(value))


def _code(rows: Mapping[str, str], cells: Cells) -> str:
    """Return the hash that closes a seal: over its rows, without the hash itself, and over every cell."""
    said = sorted((label, value) for label, value in rows.items() if label != CODE)
    return seal.digest(text for pair in (*said, *sorted(cells.items())) for text in pair)


class _ValueSheet(Worksheet):
    """A sheet that keeps what a formula shows, and neither input rules nor a name for VBA."""

    def write_formula(self, row: int, col: int, formula: str, cell_format: Any = None, value: Any = 0) -> Any:  # type: ignore[override]  # noqa: ANN401, ARG002 (what XlsxWriter takes)
        """Write the value that a formula has; an error value, which only charts read, becomes a gap."""
        if isinstance(value, float | int):
            return self.write_number(row, col, value, cell_format)
        if not value or str(value).startswith("#"):
            return self.write_blank(row, col, None, cell_format)
        return self.write_string(row, col, str(value), cell_format)

    def data_validation(self, *_: Any, **__: Any) -> Any:  # type: ignore[override]  # noqa: ANN401 (the same)
        """Leave out a rule for typing: nothing is typed here."""
        return 0

    def set_vba_name(self, *_: Any, **__: Any) -> None:  # type: ignore[override]  # noqa: ANN401 (the same)
        """Leave out the name that only VBA asks for."""


class _ValueBook(Workbook):
    """A book of such sheets, whose cells are all locked and none of which looks like a cell to fill in."""

    worksheet_class = _ValueSheet

    def add_format(self, properties: Mapping[str, Any] | None = None) -> Format:
        """Add a format without the marks of an input cell."""
        kept = dict(properties or {}) | {"locked": True}
        if kept.get("bg_color") == CREAM:
            del kept["bg_color"]
        return super().add_format(kept)


def _book(
    criteria: Criteria,
    assessment: Assessment,
    findings: Sequence[Finding],
    estimating: Criteria | None,
    sealed: Seal | None,
) -> bytes:
    buffer = io.BytesIO()
    book = _ValueBook(buffer, {"in_memory": True})
    book.set_properties({"title": f"สำเนาผลการประเมิน ITA ปีงบประมาณ พ.ศ. {assessment.fiscal_year}"})
    pages = build.pages_of(book, _KEPT)
    scratch = Workbook(io.BytesIO(), {"in_memory": True})
    every_page = {**pages, **build.pages_of(scratch, _FOR_MACROS)}
    build.write(every_page, book, criteria, assessment, estimating, findings)
    scratch.close()
    _restate(pages)
    if sealed:
        theme = Theme(book)
        _write_seal(_page(book, SEAL, theme), assessment, sealed)
        _write_cells(_page(book, SEALED, theme), sealed)
    book.close()
    return package.give_charts_thai(buffer.getvalue())


def _restate(pages: Mapping[Sheet, Page]) -> None:
    """Lock every sheet, and say what the copy is where the workbook says what to type."""
    for page in pages.values():
        page.protect()
    for sheet in (layout.IIT, layout.EIT, layout.OIT):
        pages[sheet].put(entry.HEAD_ROW - 1, 0, _COPY_HINT, "hint")
    for sheet in (layout.SCORES, layout.ISSUES, layout.SUGGESTIONS, layout.TEXTS, layout.CHECKS):
        pages[sheet].put(1, 0, _COPY_HINT, "subband")
    pages[layout.MEASURES].put(1, 1, _COPY_HINT, "subband")


def _page(book: Workbook, sheet: Sheet, theme: Theme) -> Page:
    worksheet = book.add_worksheet(sheet.name)
    worksheet.set_default_row(ROW_HEIGHT)
    if sheet.hidden:
        worksheet.very_hidden()
    return Page(book, sheet, worksheet, theme)


def _write_seal(page: Page, assessment: Assessment, sealed: Seal) -> None:
    page.widths(*_WIDTHS)
    subtitle = f"{assessment.agency.name} · ปีงบประมาณ พ.ศ. {assessment.fiscal_year}"
    page.title(len(_WIDTHS) - 1, "สำเนาผลการประเมิน ITA สำหรับจังหวัด", subtitle)
    columns = [
        Column(heading, width, style)
        for heading, width, style in zip(SEAL_TABLE.columns, _WIDTHS, ("fixed", "fixed_wrap"), strict=True)
    ]
    placed = page.table(SEAL_TABLE, 3, 0, columns, _contents(sealed.rows))
    for row, note in enumerate(_NOTES, start=placed.bottom + 2):
        page.merged(row, 0, row, len(_WIDTHS) - 1, f"• {note}", "hint_wrap")
        page.height(row, text_height(note, sum(_WIDTHS)))
    page.worksheet.hide_gridlines(2)
    page.print_setup(PORTRAIT)
    page.protect()


def _write_cells(page: Page, sealed: Seal) -> None:
    page.widths(24, 60)
    columns = [Column(heading, 24, "calc") for heading in SEALED_TABLE.columns]
    page.table(SEALED_TABLE, 0, 0, columns, _contents(sealed.cells))
    page.protect()


def _contents(pairs: Mapping[str, str]) -> list[list[Content]]:
    return [[label, value] for label, value in pairs.items()]
