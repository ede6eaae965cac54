"""The first sheet: whose workbook this is, the result at a glance, and what to do next, on one small screen."""

from __future__ import annotations

from typing import Any

from xlsxwriter.chart import Chart

from ita.assessment import Assessment
from ita.criteria import USER, Criteria
from ita.excel import layout, theme, validation
from ita.excel.blocks import Blocks
from ita.excel.calc import COMPUTED, USED, Calc
from ita.excel.calc import steps as calc_steps
from ita.excel.calc.progress import ALL, EVERYTHING, FILLED, WRONG, Progress
from ita.excel.calc.steps import Steps
from ita.excel.grid import LANDSCAPE, Column, Content, Formula, Page, Placed, text_height
from ita.excel.layout import Sheet
from ita.rating import displayed
from ita.scoring import TOTAL

HEAD_ROW = 3
_WIDTHS = (27, 40, 2, 15, 15, 15, 15, 15, 2, 38, 15)
_FIRST, _MIDDLE, _RESULT_LAST = 3, 5, 7
_STEP, _MARK = 9, 10
_LAST = len(_WIDTHS) - 1
_ROW_HEIGHT = 24
_ZOOM = 90
"""Down to the last row of the agency's table the sheet then fits 1366 x 768, below Excel's ribbon."""
_AGENCY_TYPES = (
    "องค์การบริหารส่วนจังหวัด",
    "เทศบาลนคร",
    "เทศบาลเมือง",
    "เทศบาลตำบล",
    "องค์การบริหารส่วนตำบล",
    "อื่น ๆ",
)
_SEAL_HINT = {
    "validate": "any",
    "input_title": "ภาพตราหน่วยงาน",
    "input_message": "พิมพ์ชื่อแฟ้มภาพ .png หรือ .jpg ที่อยู่โฟลเดอร์เดียวกับสมุดงาน",
}
_STEPS: tuple[tuple[str, Sheet, str], ...] = (
    ("1. กรอกข้อมูลหน่วยงาน", layout.HOME, "B5"),
    ("2. กรอกคะแนนรายข้อ", layout.IIT, "D5"),
    ("3. ใส่คะแนนที่ประกาศ", layout.SCORES, "C6"),
    ("4. เขียนมาตรการ", layout.MEASURES, "C5"),
    ("5. ตรวจสอบ แล้วสร้างรายงาน Word", layout.CHECKS, "A1"),
)
DONE, READY, SPARED, NEXT = "เสร็จแล้ว", "พร้อมแล้ว", "ใช้ที่ประกาศ", "ทำขั้นนี้ต่อ"
CHART_ROW = HEAD_ROW + 6
_CHART_ROWS = 8
_NO_CODES = "ยังไม่มีข้อ"
NO_NAME = "(ยังไม่ได้กรอกชื่อหน่วยงาน)"


def write(page: Page, criteria: Criteria, assessment: Assessment, blocks: Blocks) -> Placed:
    """Write the sheet, all but its chart."""
    page.widths(*_WIDTHS)
    placed = _agency(page, criteria, assessment)
    _title(page, criteria, assessment, placed)
    _result(page, assessment, blocks)
    _steps(page, blocks.steps)
    row = _progress(page, blocks.progress)
    _checks(page, criteria, blocks.counted, row)
    page.worksheet.hide_gridlines(2)
    page.worksheet.set_zoom(_ZOOM)
    page.print_setup(LANDSCAPE)
    page.protect()
    return placed


def place_chart(page: Page, chart: Chart) -> None:
    """Put the chart of the tools under the result."""
    chart.set_size({"width": 550, "height": _CHART_ROWS * _ROW_HEIGHT * 4 // 3})
    chart.set_legend({"none": True})
    chart.set_title({"none": True})
    page.worksheet.insert_chart(CHART_ROW, _FIRST, chart, {"x_offset": 0, "y_offset": 2, "object_position": 2})


def agency_rows(criteria: Criteria, assessment: Assessment) -> list[tuple[str, Content, str]]:
    """Return the label, content and style of each row of the agency's table."""
    agency = assessment.agency
    fields = [(label, getattr(agency, name), "input") for name, label in layout.AGENCY_LABELS.items()]
    return [
        *fields,
        (layout.FISCAL_YEAR_LABEL, criteria.fiscal_year, "fixed_year"),
        (layout.PLAN_YEAR_LABEL, assessment.next_year, "input_year"),
        (layout.REPORT_DATE_LABEL, assessment.report_date, "input"),
        (layout.TARGET_LABEL, assessment.target, "input_year"),
        (layout.PREVIOUS_YEAR_LABEL, assessment.previous.fiscal_year or criteria.fiscal_year - 1, "input_year"),
        (layout.COMMITTEE_LABEL, assessment.committee, "input_wrap"),
    ]


def _agency(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    rows = agency_rows(criteria, assessment)
    columns = [
        Column(heading, width, "fixed") for heading, width in zip(layout.AGENCY_TABLE.columns, _WIDTHS, strict=False)
    ]
    placed = page.table(layout.AGENCY_TABLE, HEAD_ROW, 0, columns, [[label, content] for label, content, _ in rows])
    page.reset_height(HEAD_ROW, _ROW_HEIGHT)
    for row, (label, content, style) in enumerate(rows, start=HEAD_ROW + 1):
        page.reset_height(row, _ROW_HEIGHT)
        page.put(row, 1, content, style)
        if style == "input_wrap":
            page.height(row, text_height(str(content), _WIDTHS[1]))
        if label == layout.AGENCY_LABELS["type"]:
            check = validation.choice(_AGENCY_TYPES, "ประเภทหน่วยงาน") | {"error_type": "information"}
            page.worksheet.data_validation(row, 1, row, 1, check)
        if label == layout.AGENCY_LABELS["seal"]:
            page.worksheet.data_validation(row, 1, row, 1, _SEAL_HINT)
    return placed


def _title(page: Page, criteria: Criteria, assessment: Assessment, placed: Placed) -> None:
    name = placed.cell(layout.AGENCY_TABLE.columns[1])
    year = f"ปีงบประมาณ พ.ศ. {criteria.fiscal_year}"
    shown = assessment.agency.name or NO_NAME
    text = f'IF({name}="","{NO_NAME}",{name})&"  ·  {year}"'
    title = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
    page.title(_LAST, title, Formula(text, f"{shown}  ·  {year}"))
    page.reset_height(HEAD_ROW - 1, 8)


def _result(page: Page, assessment: Assessment, blocks: Blocks) -> None:
    top, calc, block = HEAD_ROW, blocks.calc, blocks.level
    first, middle, last = _FIRST, _MIDDLE, _RESULT_LAST
    page.merged(top, first, top, last, "ผลการประเมิน", "head")
    total = calc.scores.used(TOTAL)
    page.merged(top + 1, first, top + 3, middle, Formula(calc.ref(TOTAL, USED), total), "big")
    page.merged(top + 1, middle + 1, top + 3, last, Formula(block.ref("level used"), block.used), "level")
    page.merged(top + 4, first, top + 4, middle, _change(calc, total, assessment.previous.total), "caption")
    page.merged(top + 4, middle + 1, top + 4, last, Formula(block.ref("level note"), block.note), "caption")
    page.merged(top + 5, first, top + 5, last, blocks.next.line, "way")
    note = CHART_ROW + _CHART_ROWS
    page.merged(note, first, note, last, blocks.steps.by_formula, "note")


def _change(calc: Calc, total: float | None, previous: float | None) -> Formula:
    """Return what stands under the total: that it is the total, and how it moved since last year."""
    used, table = calc.ref(TOTAL, USED), layout.TOTAL_TABLE
    last = f'INDEX({table.column(layout.LAST_YEAR)},MATCH("{layout.TOTAL_CODE}",{table.column(layout.CODE)},0))'
    moved = f'IF({used}>{last},"เพิ่มขึ้น ",IF({used}<{last},"ลดลง ","ต่างกัน "))&TEXT(ABS({used}-{last}),"0.00")'
    text = f'"คะแนนรวม"&IF(COUNT({used},{last})=2," · "&{moved}&" จากปีก่อน","")'
    known = Formula(text, _moved(total, previous))
    return _estimated(calc, known, total) if calc.estimate else known


def _moved(total: float | None, previous: float | None) -> str:
    if total is None or previous is None:
        return "คะแนนรวม"
    word = "เพิ่มขึ้น" if total > previous else "ลดลง" if total < previous else "ต่างกัน"
    return f"คะแนนรวม · {word} {displayed(abs(total - previous))} จากปีก่อน"


def _estimated(calc: Calc, known: Formula, total: float | None) -> Formula:
    """Return the same for a year whose total is only estimated while it is not published."""
    estimate, used, computed = calc.estimate, calc.ref(TOTAL, USED), calc.ref(TOTAL, COMPUTED)
    year = estimate.year if estimate else 0
    words = f"ประมาณการตามหลักเกณฑ์ปี {year}"
    text = f'IF(AND(NOT(ISNUMBER({used})),ISNUMBER({computed})),"{words} "&TEXT({computed},"0.00"),{known.text})'
    if total is None and estimate and estimate.total is not None:
        return Formula(text, f"{words} {displayed(estimate.total)}")
    return Formula(text, known.value)


def _steps(page: Page, steps: Steps) -> None:
    """Write the steps, each with its mark, and light up the next one."""
    page.merged(HEAD_ROW, _STEP, HEAD_ROW, _MARK, "ขั้นตอนการใช้งาน", "head")
    first = HEAD_ROW + 1
    for number, (label, sheet, cell) in enumerate(_STEPS, start=1):
        row = HEAD_ROW + number
        page.worksheet.write_url(row, _STEP, f"internal:'{sheet.name}'!{cell}", page.theme["link_cell"], label)
        page.put(row, _MARK, _mark(steps, number), "computed_text")
    area = f"J{first + 1}:K{first + len(_STEPS)}"
    for word, colours in ((NEXT, theme.HERE), (DONE, theme.EXCELLENT), (READY, theme.EXCELLENT)):
        _colour(page, area, f'=$K{first + 1}="{word}"', colours)


def _mark(steps: Steps, number: int) -> Formula:
    before = "".join(f"{steps.ref(earlier)}*" for earlier in range(1, number)) + "1"
    state, done = steps.ref(number), READY if number == len(_STEPS) else DONE
    text = f'IF({state}=1,"{done}",IF({state}=2,"{SPARED}",IF({before}>0,"{NEXT}","")))'
    words = {calc_steps.DONE: done, calc_steps.SPARED: SPARED}
    return Formula(text, words.get(steps.states[number - 1], NEXT if steps.next == number else ""))


def _progress(page: Page, progress: Progress) -> int:
    """Write how many scores are typed, of all and of each tool; return the row below."""
    row = HEAD_ROW + len(_STEPS) + 1
    page.merged(row, _STEP, row, _MARK, progress_line(progress), "head")
    for code in progress.codes:
        row += 1
        sheet = next(s for s in (layout.IIT, layout.EIT, layout.OIT) if code.startswith(s.name))
        label = code if code == sheet.name else f"{sheet.name} ส่วนที่ {code.removeprefix(sheet.name)}"
        page.worksheet.write_url(row, _STEP, f"internal:'{sheet.name}'!D5", page.theme["link_cell"], label)
        page.put(row, _MARK, tool_progress(progress, code), "computed_text")
    area = f"K{row - len(progress.codes) + 2}:K{row + 1}"
    wrong = {"type": "text", "criteria": "begins with", "value": "ผิด", "format": page.theme.mark(theme.BELOW)}
    page.worksheet.conditional_format(area, wrong)
    return row + 1


def progress_line(progress: Progress) -> Formula:
    """Return the sentence that counts all scores typed so far."""
    filled, every = progress.ref(EVERYTHING, FILLED), progress.ref(EVERYTHING, ALL)
    count = progress.counts[EVERYTHING]
    text = f'"กรอกแล้ว "&{filled}&IF({every}=0,""," จาก "&{every})&" ช่อง"'
    of_all = f" จาก {count.cells}" if count.cells else ""
    return Formula(text, f"กรอกแล้ว {count.filled}{of_all} ช่อง")


def tool_progress(progress: Progress, code: str) -> Formula:
    """Return how many scores of a tool or part are typed, of how many; or how many of its cells are wrong."""
    filled, every, wrong = (progress.ref(code, column) for column in (FILLED, ALL, WRONG))
    count = progress.counts[code]
    typed = f'IF({every}=0,"{_NO_CODES}",{filled}&"/"&{every})'
    text = f'IF({wrong}>0,"ผิด "&{wrong}&" ช่อง",{typed})'
    return Formula(text, f"{count.filled}/{count.cells}" if count.cells else _NO_CODES)


def _checks(page: Page, criteria: Criteria, counted: Formula, row: int) -> None:
    """Write what the check found, and what is not known of the year, so that nobody takes a blank for a mistake."""
    page.merged(row, _STEP, row, _MARK, "ผลการตรวจสอบ", "head")
    link = Formula(f"HYPERLINK(\"#'{layout.CHECKS.name}'!A1\",{counted.text})", counted.value)
    page.merged(row + 1, _STEP, row + 1, _MARK, link, "shrunk_link")
    if criteria.unknown:
        words = unknown_line(criteria)
        text = f'HYPERLINK("#\'{layout.CRITERIA.name}\'!A1","{words}")'
        page.merged(row + 2, _STEP, row + 3, _MARK, Formula(text, words), "link_wrap")


def unknown_line(criteria: Criteria) -> str:
    """Return how much is not known of a year, and the gravest of it."""
    gaps = {
        "น้ำหนัก": criteria.weights,
        "เกณฑ์ระดับ": criteria.levels,
        "ข้อคำถาม": [question for question in criteria.questions if question.source != USER],
        "ประเด็น": criteria.issues,
    }
    missing = [name for name, known in gaps.items() if not known]
    gist = f" รวมทั้ง{' '.join(missing)}" if missing else ""
    return f"ปีนี้มีข้อมูลที่ยังไม่ทราบแน่ชัด {len(criteria.unknown)} เรื่อง{gist} ดูแผ่นงานเกณฑ์"


def _colour(page: Page, area: str, condition: str, colours: dict[str, Any]) -> None:
    rule = {"type": "formula", "criteria": condition, "format": page.theme.mark(colours)}
    page.worksheet.conditional_format(area, rule)
