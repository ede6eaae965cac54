"""The chapter of the report by tool that sets out the measures, tool by tool."""

from __future__ import annotations

from ita.word.drafting.blocks import Column, each, paragraph, table, when
from ita.word.templates import common


def measures() -> tuple[str, ...]:
    """Return the chapter on the measures of each tool, or a sentence that none was set."""
    return (
        paragraph("๓. มาตรการยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {{ plan_year }}", "Heading1"),
        when(
            "improvement.measures",
            paragraph("จากผลการวิเคราะห์ข้างต้น {{ agency.name }}กำหนดมาตรการตามเครื่องมือ โดยมีขั้นตอน ช่วงเวลา และผู้รับผิดชอบดังนี้"),
            each("tool in tools", *_tool_measures(), help_text="พิมพ์ซ้ำทุกเครื่องมือ"),
            otherwise=[paragraph("{{ agency.name }}ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. {{ plan_year }}")],
            help_text="มาตรการที่หน่วยงานกรอกในแผ่นมาตรการ",
        ),
        when(
            "other_measures",
            paragraph("๓.{{ tools|length + 1 }} มาตรการที่ใช้กับทุกเครื่องมือ", "Heading2"),
            _measure_table("other_measures"),
        ),
    )


def _tool_measures() -> tuple[str, ...]:
    return (
        paragraph("๓.{{ loop.index }} มาตรการตาม{{ tool.name }} ({{ tool.code }})", "Heading2"),
        when(
            "tool.measures",
            _measure_table("tool.measures"),
            otherwise=[paragraph(_NO_MEASURES)],
            help_text="มีตารางเมื่อหน่วยงานกรอกมาตรการของเครื่องมือนี้",
        ),
    )


_NO_MEASURES = (
    "หน่วยงานไม่ได้กำหนดมาตรการตามเครื่องมือนี้ไว้ในแผนของปีงบประมาณ พ.ศ. {{ plan_year }}"
    "{% if tool.score.known and not tool.score.failed %} ให้รักษาแนวปฏิบัติเดิมและติดตามผลอย่างต่อเนื่อง{% endif %}"
)


def _measure_table(source: str) -> str:
    analysis = (
        "{{ measure.relates_to }}{% if measure.relates_to and measure.analysis %}\n{% endif %}{{ measure.analysis }}"
        "{% if measure.strengths %}{% if measure.relates_to or measure.analysis %}\n{% endif %}"
        "จุดแข็ง {{ measure.strengths }}{% endif %}"
        "{% if measure.weaknesses %}{% if measure.relates_to or measure.analysis or measure.strengths %}\n{% endif %}"
        "จุดอ่อน {{ measure.weaknesses }}{% endif %}"
    )
    texts = ["{{ measure.number }}", "{{ measure.name }}", analysis, "{{ step.number }}{{ step.text }}"]
    texts += ["{{ step.period }}", "{{ step.responsible }}"]
    columns = _measure_columns(uniform=False)
    return table(columns, common.measure_rows(source, columns, _measure_columns(uniform=True), texts))


def _measure_columns(*, uniform: bool) -> list[Column]:
    return [
        Column("ที่", 0.9, "TableNumber", merged=True),
        Column("มาตรการ โครงการ\nหรือกิจกรรม", 4.2, merged=True),
        Column("ผลการวิเคราะห์ที่สอดคล้อง", 7.4, merged=True),
        Column("ขั้นตอนหรือวิธีการดำเนินการ", 6.8),
        Column("ระยะเวลา", 2.9, merged=uniform),
        Column("ผู้รับผิดชอบ", 3.5, merged=uniform),
    ]
