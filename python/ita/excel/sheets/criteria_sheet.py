"""The year's rules as the clerk and the formulas see them: weights, levels, marks, and what is not known."""

from __future__ import annotations

from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.calc import MARK_NAME, YEAR_NAME
from ita.excel.grid import PORTRAIT, Column, Content, Page, text_height

_WIDTHS = (26, 46, 24, 24)
_TEXT_WIDTH = sum(_WIDTHS)
_SURENESS = {"certain": "ตรงกับผลที่ประกาศทุกแห่งที่พบ", "likely": "น่าจะถูกต้อง", "guess": "คาดการณ์"}


def write(page: Page, criteria: Criteria) -> None:
    """Write the sheet and name the year's cell for the formulas."""
    page.widths(*_WIDTHS)
    last = len(_WIDTHS) - 1
    title = f"หลักเกณฑ์การประเมิน ปีงบประมาณ พ.ศ. {criteria.fiscal_year}"
    page.title(last, title, "ใช้อ้างอิงในการคำนวณ แก้ไขไม่ได้")
    row = _marks(page, criteria, 3)
    row = _weights(page, criteria, row)
    row = _bands(page, criteria, row)
    row = _notes(page, "ข้อมูลที่ยังไม่ทราบแน่ชัดของปีนี้", list(criteria.unknown) or ["ไม่มี"], row)
    _notes(page, "แหล่งที่มา", list(criteria.sources.values()), row)
    page.worksheet.hide_gridlines(2)
    page.print_setup(PORTRAIT)
    page.worksheet.fit_to_pages(1, 1)
    page.protect()


def _marks(page: Page, criteria: Criteria, row: int) -> int:
    page.put(row, 0, "เกณฑ์คะแนน", "heading")
    rows: list[list[Content]] = [
        ["ผ่านเกณฑ์", criteria.pass_mark],
        ["ดีเยี่ยม", criteria.excellent_mark],
        ["ปีงบประมาณ พ.ศ.", criteria.fiscal_year],
    ]
    columns = (Column("เกณฑ์", _WIDTHS[0], "fixed"), Column(layout.SCORE, _WIDTHS[1], "fixed_code"))
    placed = page.table(layout.MARK_TABLE, row + 1, 0, columns, rows)
    year = f"'{layout.CRITERIA.name}'!$B${placed.bottom + 1}"
    page.define_name(YEAR_NAME, year)
    page.define_name(MARK_NAME, f"'{layout.CRITERIA.name}'!$B${placed.top + 2}")
    return placed.bottom + 2


def _borrowed(criteria: Criteria) -> str:
    """Return what to say of weights and levels that another year lends; empty where they are the year's own."""
    return f"ประมาณการตามหลักเกณฑ์ปี {criteria.estimate_from}" if criteria.estimate_from else ""


def _weights(page: Page, criteria: Criteria, row: int) -> int:
    borrowed = _borrowed(criteria)
    page.put(row, 0, f"น้ำหนักของเครื่องมือ{f' ({borrowed})' if borrowed else ''}", "heading")
    scored = [one for tool in criteria.tools for one in (tool, *tool.parts)]
    rows: list[list[Content]] = [[one.code, one.name, one.weight] for one in scored]
    columns = (
        Column(layout.CODE, _WIDTHS[0], "fixed_code"),
        Column("เครื่องมือ", _WIDTHS[1], "fixed_wrap"),
        Column(layout.WEIGHT, _WIDTHS[2], "fixed_percent"),
    )
    return page.table(layout.WEIGHT_TABLE, row + 1, 0, columns, rows).bottom + 2


def _bands(page: Page, criteria: Criteria, row: int) -> int:
    sure = _SURENESS[criteria.rating.confidence] if criteria.rating else "ไม่ทราบ"
    page.put(row, 0, f"ระดับผลการประเมิน ({_borrowed(criteria) or sure})", "heading")
    columns = (
        Column("ระดับ", _WIDTHS[0], "fixed"),
        Column("คะแนนรวมขั้นต่ำ", _WIDTHS[1], "fixed_score"),
        Column("ทุกเครื่องมือขั้นต่ำ", _WIDTHS[2], "fixed_score"),
    )
    rows: list[list[Content]] = [[b.level, b.total_min, b.every_tool_min] for b in criteria.bands]
    placed = page.table(layout.BAND_TABLE, row + 1, 0, columns, rows)
    if not criteria.rated:
        return placed.bottom + 2
    rated = ", ".join(criteria.rated)
    page.put(placed.bottom + 1, 0, f"คะแนนขั้นต่ำของทุกเครื่องมือพิจารณาจาก {rated}", "hint")
    return placed.bottom + 3


def _notes(page: Page, heading: str, notes: list[str], row: int) -> int:
    page.put(row, 0, heading, "heading")
    for number, note in enumerate(notes, start=row + 1):
        page.merged(number, 0, number, len(_WIDTHS) - 1, f"• {note}", "hint_wrap")
        page.height(number, text_height(note, _TEXT_WIDTH))
    return row + len(notes) + 2
