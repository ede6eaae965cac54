"""แผนขับเคลื่อน: the measures by indicator in one wide table, with analysis, steps, time and people."""

from __future__ import annotations

from ita.word.drafting.blocks import Column, cell, each_row, paragraph, row, table, when
from ita.word.drafting.draft import Draft
from ita.word.templates import common

TITLE = "แผนขับเคลื่อนคุณธรรมและความโปร่งใส"

_COLUMNS = (
    Column("ประเด็น/\nตัวชี้วัด ITA", 2.4, "GroupLabel"),
    Column("ข้อคำถาม ITA", 4.5, "GroupText"),
    Column("ผลการวิเคราะห์\nการประเมิน", 4.1, "GroupText"),
    Column("มาตรการ/โครงการ/\nกิจกรรม", 3.0, "GroupText"),
    Column("จุดแข็งและ\nจุดที่ควรพัฒนา", 3.3, "GroupText"),
    Column("ขั้นตอน/วิธีการ\nดำเนินการ", 3.9, "SmallText"),
    Column("ระยะเวลา\nดำเนินการ", 2.2, "SmallText"),
    Column("ผู้รับผิดชอบ", 2.3, "SmallText"),
)
_HEAD_FILL = "D9E2F3"


def build() -> bytes:
    """Return the template's bytes."""
    draft = Draft()
    body = (*_opening(), *_plan(), *_closing(), *common.signatures())
    return draft.finish(TITLE, body, draft.section(landscape=True, start=1))


def _opening() -> tuple[str, ...]:
    return (
        paragraph("แผนขับเคลื่อนคุณธรรมและความโปร่งใสของหน่วยงาน ประจำปีงบประมาณ พ.ศ. {{ plan_year }}", "PageTitle"),
        paragraph("{{ agency.name }}{% if agency.place %} {{ agency.place }}{% endif %}", "PageTitle"),
        when(
            "total.known",
            paragraph("{{ overview.result }}", space=6),
            help_text="พิมพ์เมื่อทราบคะแนนรวม",
        ),
        paragraph("{{ plan.lead }}", space=6),
    )


def _plan() -> tuple[str, ...]:
    return (when("plan.rows", _plan_table(), otherwise=[_score_table()], help_text="มีตารางแผนเมื่อหน่วยงานกรอกมาตรการ"),)


def _plan_table() -> str:
    texts = (
        "{{ plan_row.label }}",
        "{{ plan_row.questions }}",
        "{{ plan_row.analysis }}",
        "{{ plan_row.measure }}",
        _FINDINGS,
        "{{ plan_row.steps }}",
        "{{ plan_row.period }}",
        "{{ plan_row.responsible }}",
    )
    cells = (
        cell(paragraph(text, c.style, keep_lines=c.style == "GroupLabel"), c.width)
        for c, text in zip(_COLUMNS, texts, strict=True)
    )
    loop = "plan_row in plan.rows"
    help_text = "พิมพ์ซ้ำทุกแถวของแผน ช่องว่างในลักษณะ ป้ายกลุ่ม และ ข้อความกลุ่ม จะรวมกับช่องบนให้เอง"
    body = each_row(loop, _COLUMNS, row(*cells), help_text=help_text)
    return table(_COLUMNS, *_heads(), body, head=False)


_FINDINGS = (
    "{% if plan_row.strengths %}",
    "จุดแข็ง",
    (
        " {{ plan_row.strengths }}{% endif %}{% if plan_row.strengths and plan_row.weaknesses %}\n{% endif %}"
        "{% if plan_row.weaknesses %}"
    ),
    "จุดที่ควรพัฒนา",
    " {{ plan_row.weaknesses }}{% endif %}{{ plan_row.no_findings }}",
)


def _heads() -> tuple[str, str, str]:
    """Return the three head rows, which repeat on every page: the plan, its two halves, the columns."""
    label, analysis, practice = _COLUMNS[0], _COLUMNS[1:3], _COLUMNS[3:]
    title = "จากผลการประเมิน ITA สู่แผนปฏิบัติปีงบประมาณ พ.ศ. {{ plan_year }} {{ agency.name }}"
    halves = (
        cell(_head(label.head), label.width, fill=_HEAD_FILL, align="center", merge="restart"),
        _band("การวิเคราะห์ผลการประเมินปี พ.ศ. {{ year }}", analysis),
        _band("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", practice),
    )
    names = (
        cell(_head(""), label.width, fill=_HEAD_FILL, merge="continue"),
        *(cell(_head(c.head), c.width, fill=_HEAD_FILL, align="center") for c in (*analysis, *practice)),
    )
    return row(_band(title, _COLUMNS), head=True), row(*halves, head=True), row(*names, head=True)


def _band(text: str, columns: tuple[Column, ...]) -> str:
    """Return a head cell over several columns."""
    width = sum(column.width for column in columns)
    return cell(_head(text), width, fill=_HEAD_FILL, align="center", span=len(columns))


def _head(text: str) -> str:
    return paragraph(text, "SmallHead")


def _score_table() -> str:
    """Return the scores of the indicators, which stand where there is no measure yet."""
    columns = [
        Column("ที่", 1.5, "TableNumber"),
        Column("ตัวชี้วัด", 12.2),
        Column("เครื่องมือ", 3.0, "TableNumber"),
        Column("คะแนน", 4.5, "TableNumber"),
        Column("ผลเทียบเกณฑ์\n{{ pass_mark }} คะแนน", 4.5, "TableNumber"),
    ]
    texts = [f"{{{{ indicator.{name} }}}}" for name in ("number", "name", "tool", "score")]
    texts += ["{% if indicator.score.verdict %}{{ indicator.score.verdict }}{% else %}–{% endif %}"]
    cells = (cell(paragraph(text, c.style), c.width) for c, text in zip(columns, texts, strict=True))
    return table(columns, each_row("indicator in indicators", columns, row(*cells), help_text="พิมพ์ซ้ำทุกตัวชี้วัด"))


def _closing() -> tuple[str, ...]:
    return (
        when("plan.uncovered", paragraph("{{ plan.uncovered }}", space=8)),
        when(
            "plan.rows",
            paragraph(
                "ให้ผู้รับผิดชอบรายงานความก้าวหน้าต่อผู้บริหารตามระยะเวลาที่กำหนดในแผน "
                "และรวบรวมผลเมื่อสิ้นปีงบประมาณ พ.ศ. {{ plan_year }} เพื่อเผยแพร่บนเว็บไซต์ของหน่วยงาน",
                keep_next=True,
                space=8,
            ),
        ),
        when("report_date", paragraph("ข้อมูล ณ วันที่ {{ report_date }}", "Note", keep_next=True)),
    )
