"""The sheet ตรวจสอบ: what still lacks or contradicts, counted by formulas, and what the check found, with links."""

from __future__ import annotations

from collections.abc import Sequence

from ita.excel import layout, theme
from ita.excel.calc.progress import ALL, BLANK, FILLED, WRONG, Count, Progress
from ita.excel.grid import LANDSCAPE, Column, Content, Formula, Page
from ita.excel.layout import Sheet
from ita.excel.sheets.scores import DIFFERENT
from ita.findings import Finding

NEVER = "ยังไม่ได้ตรวจ กดปุ่มตรวจสอบในแถบประเมิน ITA"
AT_BUILD = "ตรวจเมื่อสร้างสมุดงาน หากแก้ไขข้อมูลแล้วให้กดปุ่มตรวจสอบอีกครั้ง"
_WIDTHS = (7, 20, 20, 70, 62)
_LAST = len(_WIDTHS) - 1
_STATE_ROW = 3
_STYLES = ("finding_code", "finding_code", "finding_link", "finding_wrap", "finding_wrap")
_ENOUGH = "ครบทุกช่อง"
_NO_CODES = "ยังไม่มีรายการข้อของปีนี้ ให้กรอกรหัสข้อก่อน"


def write(
    page: Page, progress: Progress, tables: Sequence[layout.Table], differing: int, findings: Sequence[Finding] | None
) -> None:
    """Write the sheet; ``findings`` is None where no check ran, ``differing`` counts figures marked as different."""
    page.widths(*_WIDTHS)
    hint = "ส่วนบนนับใหม่ทุกครั้งที่พิมพ์ ส่วนล่างเป็นผลของปุ่มตรวจสอบในแถบประเมิน ITA"
    page.title(_LAST, "ตรวจสอบ", hint)
    row = _state(page, progress, tables, differing)
    top = _summary(page, row + 1, findings)
    _findings(page, top, findings or ())
    page.worksheet.freeze_panes(2, 0)
    page.worksheet.hide_gridlines(2)
    page.print_setup(LANDSCAPE)
    page.protect()


def _state(page: Page, progress: Progress, tables: Sequence[layout.Table], differing: int) -> int:
    """Write the block that needs no check; return the row below it."""
    heads = ("เครื่องมือ", "กรอกแล้ว", "ช่องที่ต้องดู", "ไปแก้ไขที่")
    _line(page, _STATE_ROW, heads, ("head", "head", "head", "head"))
    row = _STATE_ROW + 1
    for code in progress.codes:
        sheet = next(s for s in (layout.IIT, layout.EIT, layout.OIT) if code.startswith(s.name))
        count = progress.counts[code]
        filled = Formula(f'{progress.ref(code, FILLED)}&"/"&{progress.ref(code, ALL)}', f"{count.filled}/{count.cells}")
        _line(page, row, (code, filled, _wanting(progress, code, count), None), ("fixed_code", *_COMPUTED, "fixed"))
        _link(page, row, sheet, f"แผ่นงาน {sheet.name}")
        row += 1
    marks = "+".join(f'COUNTIF({table.column(layout.MATCH)},"{DIFFERENT}")' for table in tables)
    same = "ไม่พบคะแนนที่ประกาศต่างจากที่คำนวณ"
    text = f'IF({marks}=0,"{same}","คะแนนที่ประกาศต่างจากที่คำนวณ "&({marks})&" แห่ง")'
    value = f"คะแนนที่ประกาศต่างจากที่คำนวณ {differing} แห่ง" if differing else same
    _line(page, row, ("คะแนนที่ประกาศ", None, Formula(text, value), None), ("fixed_code", *_COMPUTED, "fixed"))
    _link(page, row, layout.SCORES, f"แผ่นงาน {layout.SCORES.name}")
    return row + 1


_COMPUTED = ("computed_text", "computed_left")


def _line(page: Page, row: int, contents: Sequence[Content], styles: Sequence[str]) -> None:
    page.height(row, theme.ROW_HEIGHT)
    page.merged(row, 0, row, 1, contents[0], styles[0])
    for column, (content, style) in enumerate(zip(contents[1:], styles[1:], strict=True), start=2):
        page.put(row, column, content, style)


def _link(page: Page, row: int, sheet: Sheet, text: str) -> None:
    page.worksheet.write_url(row, _LAST, f"internal:'{sheet.name}'!A1", page.theme["link_cell"], text)


def _wanting(progress: Progress, code: str, count: Count) -> Formula:
    """Return what is blank or wrong among a tool's cells, in words."""
    cells, blank, wrong = (progress.ref(code, column) for column in (ALL, BLANK, WRONG))
    open_ones = f'IF({blank}=0,"","ยังว่าง "&{blank}&" ช่อง")&IF({wrong}=0,"","  ผิดรูปแบบ "&{wrong}&" ช่อง")'
    text = f'IF({cells}=0,"{_NO_CODES}",IF({blank}+{wrong}=0,"{_ENOUGH}",TRIM({open_ones})))'
    return Formula(text, wanting(count))


def wanting(count: Count) -> str:
    """Return in words what is blank among a tool's cells."""
    if not count.cells:
        return _NO_CODES
    return f"ยังว่าง {count.blank} ช่อง" if count.blank else _ENOUGH


def _summary(page: Page, row: int, findings: Sequence[Finding] | None) -> int:
    """Write when the check ran and what it counted; return the row of the table's head."""
    page.put(row, 0, "ผลการตรวจสอบ", "heading")
    page.put(row + 1, 0, counted(findings), "counted")
    page.put(row + 2, 0, None if findings is None else AT_BUILD, "checked")
    page.define_name(layout.CHECKED_NAME, f"'{layout.CHECKS.name}'!$A${row + 3}")
    return row + 3


def counted(findings: Sequence[Finding] | None) -> Formula:
    """Return the sentence that counts the findings; also for the first sheet."""
    error, warning = layout.SEVERITY_WORDS.values()
    column = layout.FINDING_TABLE.column(layout.FINDING_TABLE.columns[1])
    errors, warnings = (f'COUNTIF({column},"{word}")' for word in (error, warning))
    found = f'"{error} "&{errors}&" รายการ  {warning} "&{warnings}&" รายการ"'
    clean = "ไม่พบสิ่งที่ต้องแก้ไข"
    text = f'IF({layout.CHECKED_NAME}="","{NEVER}",IF({errors}+{warnings}=0,"{clean}",{found}))'
    if findings is None:
        return Formula(text, NEVER)
    graves = sum(1 for one in findings if one.severity == "error")
    value = f"{error} {graves} รายการ  {warning} {len(findings) - graves} รายการ" if findings else clean
    return Formula(text, value)


def _findings(page: Page, top: int, findings: Sequence[Finding]) -> None:
    columns = [
        Column(heading, width, style)
        for heading, width, style in zip(layout.FINDING_TABLE.columns, _WIDTHS, _STYLES, strict=True)
    ]
    rows = [_row(number, one) for number, one in enumerate(findings, start=1)]
    spare: list[list[Content]] = [[None] * len(columns) for _ in range(layout.FINDING_ROWS - len(rows))]
    placed = page.table(layout.FINDING_TABLE, top, 0, columns, rows + spare)
    page.worksheet.repeat_rows(top)
    area = f"A{placed.top + 2}:E{placed.bottom + 1}"
    what = f"$D{placed.top + 2}"
    sheet, mark = page.worksheet, page.theme.mark
    sheet.conditional_format(area, {"type": "formula", "criteria": f'={what}<>""', "format": mark(theme.FRAMED)})
    for word, colours in zip(layout.SEVERITY_WORDS.values(), (theme.BELOW, theme.PASSED), strict=True):
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": mark(colours)}
        sheet.conditional_format(placed.area(layout.FINDING_TABLE.columns[1]), rule)


def _row(number: int, one: Finding) -> list[Content]:
    link = layout.link_to(one.where)
    place = one.where if link is None else Formula(link.removeprefix("="), one.where)
    return [number, layout.SEVERITY_WORDS[one.severity], place, one.what(), one.fix()]
