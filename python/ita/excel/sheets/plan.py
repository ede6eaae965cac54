"""The open sheets that grow: issues, measures, the assessors' suggestions, texts and signers."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from ita.assessment import Agency, Assessment, Measure, Signer, Step
from ita.criteria import Criteria
from ita.excel import layout, theme, validation
from ita.excel.grid import LANDSCAPE, PORTRAIT, Column, Content, Page, Placed

HEAD_ROW = 3
SPARE_ROWS = 12
SIGNER_ROWS = 4
TEXT_ROWS = 4
ROLES = ("ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อนุมัติ")
LIST_SEPARATOR = ", "

_ISSUE_WIDTHS = (10, 36, 26, 52, 52)
_MEASURE_WIDTHS = (6, 10, 13, 11, 11, 15, 52, 34, 34, 36, 48, 18, 24, 24, 14, 24, 20)
_SECOND_PAGE = 9
"""The column that the second printed page begins with, so that a measure stands beside its steps.

Excel fills the first page with all columns that the second leaves room for: the widths before this column come to
less than those after it, but to no less than those after it without its own.
"""
_TOOLS = validation.choice(("IIT", "EIT", "OIT"), "เครื่องมือไม่ถูกต้อง")
_STATUS = validation.choice((layout.SUGGESTED, layout.ACCEPTED), "สถานะไม่ถูกต้อง")
_INDICATOR = validation.whole(1, 10, "ตัวชี้วัดไม่ถูกต้อง", "กรอกเลขตัวชี้วัด 1 ถึง 10 หรือเว้นว่าง")
_ISSUE = validation.whole(1, 7, "ประเด็นไม่ถูกต้อง", "กรอกเลขประเด็น 1 ถึง 7 หรือเว้นว่าง")


def write_issues(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the seven issues with their cause and approach; without names in years that have none."""
    analyses = {issue.number: issue for issue in assessment.issues}
    names = {issue.number: issue for issue in criteria.issues}
    rows: list[list[Content]] = []
    for number in range(1, 8):
        issue, analysis = names.get(number), analyses.get(number)
        rows.append(
            [
                number,
                issue.name if issue else "",
                LIST_SEPARATOR.join(issue.codes) if issue else "",
                analysis.cause if analysis else "",
                analysis.approach if analysis else "",
            ]
        )
    styles = ("fixed_code", "fixed_wrap", "fixed_wrap", "input_wrap", "input_wrap")
    hint = "สรุปสาเหตุและแนวทางยกระดับของแต่ละประเด็น ใช้ในรายงานแบบตามประเด็น"
    if not criteria.issues:
        hint += f" (ยังไม่พบรายชื่อประเด็นของปีงบประมาณ พ.ศ. {criteria.fiscal_year})"
    columns = _columns(layout.ISSUE_TABLE, _ISSUE_WIDTHS, styles)
    placed = _write(page, ("การวิเคราะห์รายประเด็น", hint), layout.ISSUE_TABLE, columns, rows)
    page.print_setup(LANDSCAPE, (HEAD_ROW, HEAD_ROW))
    page.protect()
    return placed


def write_measures(page: Page, assessment: Assessment) -> Placed:
    """Write the measures: one row a step, rows of one measure sharing its number."""
    centre, wrap = "input_top_centre", "input_wrap"
    number = "input_number"
    styles = (number, centre, centre, number, number, centre, *[wrap] * 8, number, wrap, wrap)
    checks = {1: _STATUS, 2: _TOOLS, 3: _INDICATOR, 4: _ISSUE, 14: validation.PERCENT}
    columns = _columns(layout.MEASURE_TABLE, _MEASURE_WIDTHS, styles, checks)
    rows = [
        row for number, measure in enumerate(assessment.measures, start=1) for row in _measure_rows(number, measure)
    ]
    hint = (
        f"หนึ่งแถวต่อหนึ่งขั้นตอน มาตรการเดียวกันใช้เลข “ที่” เดียวกัน  แถวที่มีสถานะ “{layout.SUGGESTED}” ยังไม่เข้ารายงานจนกว่าจะลบคำนี้ออก"
    )
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. {assessment.next_year}"
    placed = _write(page, ("", ""), layout.MEASURE_TABLE, columns, rows, SPARE_ROWS)
    page.title(len(columns) - 1, title, hint, column=1)
    page.put(0, _SECOND_PAGE, f"{title} (ต่อ)", "band")
    page.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    page.print_setup(LANDSCAPE, (HEAD_ROW, HEAD_ROW))
    page.worksheet.fit_to_pages(2, 0)
    page.worksheet.repeat_columns(0, 0)
    page.worksheet.print_across()
    _mark_suggestions(page, placed)
    return placed


def _mark_suggestions(page: Page, placed: Placed) -> None:
    """Colour the rows that nobody accepted yet; they are no measures."""
    status, first = layout.MEASURE_TABLE.columns.index(layout.STATUS), placed.top + 2
    condition = f'=${get_column_letter(status + 1)}{first}="{layout.SUGGESTED}"'
    rule = {"type": "formula", "criteria": condition, "format": page.theme.mark(theme.SUGGESTED)}
    page.worksheet.conditional_format(placed.top + 1, 0, placed.bottom, len(layout.MEASURE_TABLE.columns) - 1, rule)


def write_suggestions(page: Page, assessment: Assessment) -> Placed:
    """Write what the assessors suggested, as theirs."""
    rows: list[list[Content]] = [[s.tool, s.part, s.question, s.text] for s in assessment.assessor_suggestions]
    part = validation.whole(1, 2, "ส่วนไม่ถูกต้อง", "กรอก 1 หรือ 2 เฉพาะข้อเสนอแนะของ EIT")
    styles = ("input_top_centre", "input_number", "input_top_centre", "input_wrap")
    columns = _columns(layout.SUGGESTION_TABLE, (12, 10, 10, 100), styles, {0: _TOOLS, 1: part})
    hint = "คัดลอกถ้อยคำของผู้ประเมินตามที่ได้รับ ใช้ในรายงานแบบที่มีหัวข้อข้อเสนอแนะของผู้ประเมิน"
    placed = _write(page, ("ข้อเสนอแนะของผู้ประเมิน", hint), layout.SUGGESTION_TABLE, columns, rows, SPARE_ROWS)
    page.print_setup(PORTRAIT, (HEAD_ROW, HEAD_ROW))
    return placed


def write_texts(page: Page, assessment: Assessment) -> tuple[Placed, Placed]:
    """Write the free texts of the report, then who signs it."""
    labels = layout.TEXT_LABELS
    pairs = [(key, text) for key in {**dict.fromkeys(labels), **assessment.texts} for text in _texts(assessment, key)]
    rows = [_content(labels.get(key, key), text) for key, text in pairs]
    columns = _columns(layout.TEXT_TABLE, (24, 100), ("input_wrap", "input_wrap"))
    hint = "ข้อความเพิ่มเติมของรายงาน หากเว้นว่างรายงานใช้ถ้อยคำมาตรฐาน ข้อจำกัดหรือปัญหาหลายข้อให้เพิ่มแถว"
    rows += [_content("", "") for _ in range(TEXT_ROWS)]
    page.widths(24, 100, 3, 18, 34, 40)
    page.title(5, "ข้อความและผู้ลงนาม", hint)
    texts = page.table(layout.TEXT_TABLE, HEAD_ROW, 0, columns, rows)
    page.worksheet.freeze_panes(HEAD_ROW + 1, 0)
    page.print_setup(LANDSCAPE, (HEAD_ROW, HEAD_ROW))
    signers = [_content(s.role, s.name, s.position) for s in _signers(assessment)]
    signers += [_content("", "", "") for _ in range(max(0, SIGNER_ROWS - len(signers)))]
    signer_columns = _columns(layout.SIGNER_TABLE, (18, 34, 40), ("input", "input", "input"))
    return texts, page.table(layout.SIGNER_TABLE, HEAD_ROW, 3, signer_columns, signers)


def _signers(assessment: Assessment) -> Sequence[Signer]:
    """Return who signs; in a new workbook the usual roles, for the clerk to name."""
    is_new = assessment == Assessment(agency=Agency(), fiscal_year=assessment.fiscal_year)
    return [Signer(role=role) for role in ROLES] if is_new else assessment.signers


def _content(*contents: Content) -> list[Content]:
    return list(contents)


def _texts(assessment: Assessment, key: str) -> Sequence[str]:
    text = assessment.texts.get(key, "")
    return (text,) if isinstance(text, str) else text


def _measure_rows(number: int, measure: Measure) -> list[list[Content]]:
    shared: list[Content] = [
        measure.tool,
        measure.indicator,
        measure.issue,
        LIST_SEPARATOR.join(measure.questions),
        measure.analysis,
        measure.strengths,
        measure.weaknesses,
        measure.measure,
    ]
    blank: list[Content] = [None] * len(shared)
    first, *others = (_step(step) for step in measure.steps or (Step(),))
    return [[number, None, *shared, *first], *([number, None, *blank, *step] for step in others)]


def _step(step: Step) -> list[Content]:
    owners = "\n".join(step.responsible)
    return [step.text, step.period, owners, step.follow_up, step.progress, step.result, step.evidence]


def _columns(
    table: layout.Table,
    widths: Sequence[float],
    styles: Sequence[str],
    checks: dict[int, dict[str, object]] | None = None,
) -> list[Column]:
    trios = zip(table.columns, widths, styles, strict=True)
    return [Column(heading, width, style, (checks or {}).get(i)) for i, (heading, width, style) in enumerate(trios)]


def _write(
    page: Page,
    heading: tuple[str, str],
    table: layout.Table,
    columns: Sequence[Column],
    rows: list[list[Content]],
    spare: int = 0,
) -> Placed:
    """Write a sheet of one table: title and hint, the rows, and spare rows to type into."""
    page.widths(*(column.width for column in columns))
    page.title(len(columns) - 1, *heading)
    empty: list[list[Content]] = [[None] * len(columns) for _ in range(spare)]
    placed = page.table(table, HEAD_ROW, 0, columns, rows + empty)
    page.worksheet.freeze_panes(HEAD_ROW + 1, 0)
    return placed
