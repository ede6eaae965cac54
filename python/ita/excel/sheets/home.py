"""The first sheet: whose workbook this is, the result at a glance, and what to do next."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from ita.assessment import Assessment
from ita.criteria import USER, Criteria
from ita.excel import layout, validation
from ita.excel.calc import COMPUTED, USED, Calc
from ita.excel.calc_level import LevelBlock
from ita.excel.grid import LANDSCAPE, Column, Content, Formula, Page, Placed, text_height
from ita.excel.layout import Sheet
from ita.excel.sources import score_columns
from ita.rating import displayed
from ita.scoring import TOTAL

HEAD_ROW = 3
_WIDTHS = (28, 40, 2, 14, 14, 14, 14, 14, 2, 38)
_LAST = len(_WIDTHS) - 1
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
_STEPS: tuple[tuple[str, Sheet], ...] = (
    ("1. กรอกข้อมูลหน่วยงานทางซ้าย", layout.HOME),
    ("2. กรอกคะแนนรายข้อ IIT", layout.IIT),
    ("– กรอกคะแนนรายข้อ EIT", layout.EIT),
    ("– กรอกคะแนนรายข้อ OIT", layout.OIT),
    ("3. ตรวจผลและใส่คะแนนที่ประกาศ", layout.SCORES),
    ("4. เขียนมาตรการและข้อความ", layout.MEASURES),
    ("5. กดปุ่มสร้างรายงาน Word", layout.HOME),
)
CHART_ROW = HEAD_ROW + 8
UNKNOWN_ROW = HEAD_ROW + 18


def write(page: Page, criteria: Criteria, assessment: Assessment, calc: Calc, block: LevelBlock) -> Placed:
    """Write the sheet, all but its chart."""
    page.widths(*_WIDTHS)
    placed = _agency(page, criteria, assessment)
    _title(page, criteria, assessment, placed)
    _result(page, assessment, calc, block)
    _state(page, criteria, assessment)
    _steps(page)
    _unknown(page, criteria)
    page.worksheet.hide_gridlines(2)
    page.print_setup(LANDSCAPE)
    page.protect()
    return placed


def place_chart(page: Page, chart: Chart) -> None:
    """Put the chart of the tools under the result."""
    chart.set_size({"width": 530, "height": 290})
    chart.set_legend({"none": True})
    page.worksheet.insert_chart(CHART_ROW, 3, chart, {"x_offset": 2, "y_offset": 2, "object_position": 2})


def agency_rows(criteria: Criteria, assessment: Assessment) -> list[tuple[str, Content, str]]:
    """Return the label, content and style of each row of the agency's table."""
    agency = assessment.agency
    fields = [(label, getattr(agency, name), "input") for name, label in layout.AGENCY_LABELS.items()]
    return [
        *fields,
        (layout.FISCAL_YEAR_LABEL, criteria.fiscal_year, "fixed_year"),
        (layout.PLAN_YEAR_LABEL, assessment.next_year, "input_year"),
        (layout.REPORT_DATE_LABEL, assessment.report_date, "input"),
        (layout.COMMITTEE_LABEL, assessment.committee, "input_wrap"),
        (layout.TARGET_LABEL, assessment.target, "input_year"),
        (layout.PREVIOUS_YEAR_LABEL, assessment.previous.fiscal_year or criteria.fiscal_year - 1, "input_year"),
    ]


def _agency(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    rows = agency_rows(criteria, assessment)
    columns = [
        Column(heading, width, "fixed") for heading, width in zip(layout.AGENCY_TABLE.columns, _WIDTHS, strict=False)
    ]
    placed = page.table(layout.AGENCY_TABLE, HEAD_ROW, 0, columns, [[label, content] for label, content, _ in rows])
    for row, (label, content, style) in enumerate(rows, start=HEAD_ROW + 1):
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
    shown = assessment.agency.name or "(ยังไม่ได้กรอกชื่อหน่วยงาน)"
    text = f'IF({name}="","(ยังไม่ได้กรอกชื่อหน่วยงาน)",{name})&"  ·  {year}"'
    title = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
    page.title(_LAST, title, Formula(text, f"{shown}  ·  {year}"))


def _result(page: Page, assessment: Assessment, calc: Calc, block: LevelBlock) -> None:
    top = HEAD_ROW
    page.merged(top, 3, top, 7, "ผลการประเมิน", "head")
    total = calc.scores.used(TOTAL)
    page.merged(top + 1, 3, top + 3, 5, Formula(calc.ref(TOTAL, USED), total), "big")
    page.merged(top + 1, 6, top + 3, 7, Formula(block.ref("level used"), block.used), "level")
    page.merged(top + 4, 3, top + 4, 5, _change(calc, total, assessment.previous.total), "caption")
    page.merged(top + 4, 6, top + 4, 7, Formula(block.ref("level note"), block.note), "caption")


def _change(calc: Calc, total: float | None, previous: float | None) -> Formula:
    """Return what stands under the total: that it is the total, and how it moved since last year."""
    used, table = calc.ref(TOTAL, USED), layout.TOTAL_TABLE
    last = f'INDEX({table.column(layout.LAST_YEAR)},MATCH("{layout.TOTAL_CODE}",{table.column(layout.CODE)},0))'
    moved = f'IF({used}>{last},"เพิ่มขึ้น ",IF({used}<{last},"ลดลง ","ต่างกัน "))&TEXT(ABS({used}-{last}),"0.00")'
    text = f'"คะแนนรวม"&IF(COUNT({used},{last})=2," · "&{moved}&" จากปีก่อน","")'
    if calc.estimate:
        return _estimated(calc, text, total)
    if total is None or previous is None:
        return Formula(text, "คะแนนรวม")
    word = "เพิ่มขึ้น" if total > previous else "ลดลง" if total < previous else "ต่างกัน"
    return Formula(text, f"คะแนนรวม · {word} {displayed(abs(total - previous))} จากปีก่อน")


def _estimated(calc: Calc, known: str, total: float | None) -> Formula:
    """Return the same for a year whose total is only estimated while it is not published."""
    estimate, used, computed = calc.estimate, calc.ref(TOTAL, USED), calc.ref(TOTAL, COMPUTED)
    year = estimate.year if estimate else 0
    words = f"ประมาณการตามหลักเกณฑ์ปี {year}"
    text = f'IF(AND(NOT(ISNUMBER({used})),ISNUMBER({computed})),"{words} "&TEXT({computed},"0.00"),{known})'
    if total is None and estimate and estimate.total is not None:
        return Formula(text, f"{words} {displayed(estimate.total)}")
    return Formula(text, "คะแนนรวม")


def _state(page: Page, criteria: Criteria, assessment: Assessment) -> None:
    areas = [table.column(heading) for table, heading in score_columns(criteria).values()]
    of_all = _of_all(criteria)
    filled = f'"กรอกคะแนนรายข้อแล้ว "&(COUNT({",".join(areas)}))&"{of_all}"'
    count = sum(_filled(score) for score in assessment.given.questions.values())
    page.merged(HEAD_ROW + 5, 3, HEAD_ROW + 5, 7, Formula(filled, f"กรอกคะแนนรายข้อแล้ว {count}{of_all}"), "status")
    wrong = "+".join(f'SUMPRODUCT(ISERROR({a})+ISTEXT({a}))+COUNTIF({a},"<0")+COUNTIF({a},">100")' for a in areas)
    text = f'IF({wrong}=0,"ไม่พบช่องคะแนนที่ผิดรูปแบบ","มีช่องคะแนนที่ต้องแก้ไข "&({wrong})&" ช่อง")'
    page.merged(HEAD_ROW + 6, 3, HEAD_ROW + 6, 7, Formula(text, "ไม่พบช่องคะแนนที่ผิดรูปแบบ"), "status")


def _of_all(criteria: Criteria) -> str:
    """Return how many scores there are to type, where the year's questions are known."""
    own = [question for question in criteria.questions if question.source != USER]
    if not own:
        return " ช่อง"
    surveys = sum(len(criteria.tool_of(question.indicator).scored_codes) for question in own)
    return f" จาก {surveys + len(criteria.items)} ช่อง"


def _filled(score: object) -> int:
    values = score if isinstance(score, tuple) else (score,)
    return sum(1 for value in values if value is not None)


def _unknown(page: Page, criteria: Criteria) -> None:
    """Say what is not known of the year, so that nobody takes a blank for a mistake."""
    if not criteria.unknown:
        return
    page.put(UNKNOWN_ROW, 0, f"ข้อมูลที่ยังไม่ทราบแน่ชัดของปีงบประมาณ พ.ศ. {criteria.fiscal_year}", "heading")
    for row, note in enumerate(criteria.unknown, start=UNKNOWN_ROW + 1):
        page.merged(row, 0, row, _LAST, f"• {note}", "hint_wrap")
        page.height(row, text_height(note, sum(_WIDTHS)))


def _steps(page: Page) -> None:
    page.put(HEAD_ROW, _LAST, "ขั้นตอนการใช้งาน", "head")
    for row, (label, sheet) in enumerate(_STEPS, start=HEAD_ROW + 1):
        target = f"internal:'{sheet.name}'!{'B5' if sheet is layout.HOME else 'D5'}"
        page.worksheet.write_url(row, _LAST, target, page.theme["link"], label)
