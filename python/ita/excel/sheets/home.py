"""The first sheet: whose workbook this is, the result at a glance, and what to do next."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import layout, validation
from ita.excel.calc import USED, Calc
from ita.excel.calc_level import LevelBlock
from ita.excel.grid import LANDSCAPE, Column, Content, Formula, Page, Placed, text_height
from ita.excel.layout import Sheet
from ita.excel.sources import score_columns
from ita.scoring import TOTAL

HEAD_ROW = 3
_WIDTHS = (24, 40, 2, 14, 14, 14, 14, 14, 2, 38)
_LAST = len(_WIDTHS) - 1
_AGENCY_TYPES = (
    "องค์การบริหารส่วนจังหวัด",
    "เทศบาลนคร",
    "เทศบาลเมือง",
    "เทศบาลตำบล",
    "องค์การบริหารส่วนตำบล",
    "อื่น ๆ",
)
_STEPS: tuple[tuple[str, Sheet], ...] = (
    ("๑. กรอกข้อมูลหน่วยงานทางซ้าย", layout.HOME),
    ("๒. กรอกคะแนนรายข้อ IIT", layout.IIT),
    ("    กรอกคะแนนรายข้อ EIT", layout.EIT),
    ("    กรอกคะแนนรายข้อ OIT", layout.OIT),
    ("๓. ตรวจผลและใส่คะแนนที่ประกาศ", layout.SCORES),
    ("๔. เขียนมาตรการและข้อความ", layout.MEASURES),
    ("๕. กดปุ่มสร้างรายงาน Word", layout.HOME),
)
CHART_ROW = HEAD_ROW + 8


def write(page: Page, criteria: Criteria, assessment: Assessment, calc: Calc, block: LevelBlock) -> Placed:
    """Write the sheet, all but its chart."""
    page.widths(*_WIDTHS)
    page.band(0, _LAST, "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)", "band", 38)
    placed = _agency(page, criteria, assessment)
    _title(page, criteria, assessment, placed)
    _result(page, calc, block)
    _state(page, criteria, assessment)
    _steps(page)
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
            page.worksheet.set_row(row, text_height(str(content), _WIDTHS[1]))
        if label == layout.AGENCY_LABELS["type"]:
            check = validation.choice(_AGENCY_TYPES, "ประเภทหน่วยงาน") | {"error_type": "information"}
            page.worksheet.data_validation(row, 1, row, 1, check)
    return placed


def _title(page: Page, criteria: Criteria, assessment: Assessment, placed: Placed) -> None:
    name = placed.cell(layout.AGENCY_TABLE.columns[1])
    year = f"ปีงบประมาณ พ.ศ. {criteria.fiscal_year}"
    shown = assessment.agency.name or "(ยังไม่ได้กรอกชื่อหน่วยงาน)"
    text = f'IF({name}="","(ยังไม่ได้กรอกชื่อหน่วยงาน)",{name})&"  ·  {year}"'
    page.band(1, _LAST, Formula(text, f"{shown}  ·  {year}"), "subband", 28)


def _result(page: Page, calc: Calc, block: LevelBlock) -> None:
    top = HEAD_ROW
    page.merged(top, 3, top, 7, "ผลการประเมิน", "head")
    total = calc.scores.used(TOTAL)
    page.merged(top + 1, 3, top + 3, 5, Formula(calc.ref(TOTAL, USED), total), "big")
    page.merged(top + 1, 6, top + 3, 7, Formula(block.ref("level used"), block.level.used), "level")
    page.merged(top + 4, 3, top + 4, 5, "คะแนนรวม", "caption")
    page.merged(top + 4, 6, top + 4, 7, Formula(block.ref("level note"), block.note), "caption")


def _state(page: Page, criteria: Criteria, assessment: Assessment) -> None:
    areas = [table.column(heading) for table, heading in score_columns(criteria).values()]
    cells = _cell_count(criteria)
    filled = f'"กรอกคะแนนรายข้อแล้ว "&(COUNT({",".join(areas)}))&" จาก {cells} ช่อง"'
    count = sum(_filled(score) for score in assessment.given.questions.values())
    page.merged(
        HEAD_ROW + 5, 3, HEAD_ROW + 5, 7, Formula(filled, f"กรอกคะแนนรายข้อแล้ว {count} จาก {cells} ช่อง"), "status"
    )
    wrong = "+".join(f'SUMPRODUCT(ISERROR({a})+ISTEXT({a}))+COUNTIF({a},"<0")+COUNTIF({a},">100")' for a in areas)
    text = f'IF({wrong}=0,"ไม่พบช่องคะแนนที่ผิดรูปแบบ","มีช่องคะแนนที่ต้องแก้ไข "&({wrong})&" ช่อง")'
    page.merged(HEAD_ROW + 6, 3, HEAD_ROW + 6, 7, Formula(text, "ไม่พบช่องคะแนนที่ผิดรูปแบบ"), "status")


def _cell_count(criteria: Criteria) -> int:
    surveys = sum(len(criteria.tool_of(q.indicator).scored_codes) for q in criteria.questions)
    return surveys + len(criteria.items)


def _filled(score: object) -> int:
    values = score if isinstance(score, tuple) else (score,)
    return sum(1 for value in values if value is not None)


def _steps(page: Page) -> None:
    page.put(HEAD_ROW, _LAST, "ขั้นตอนการใช้งาน", "head")
    for row, (label, sheet) in enumerate(_STEPS, start=HEAD_ROW + 1):
        target = f"internal:'{sheet.name}'!{'B5' if sheet is layout.HOME else 'D5'}"
        page.worksheet.write_url(row, _LAST, target, page.theme["link"], label)
