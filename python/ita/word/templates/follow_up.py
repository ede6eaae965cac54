"""รายงานผลการดำเนินการ: what became of the measures, a year after they were planned."""

from __future__ import annotations

from ita.word.drafting.blocks import (
    HEAD_FILL,
    Column,
    body_row,
    caption,
    cell,
    each,
    each_row,
    end_section,
    paragraph,
    row,
    table,
    when,
)
from ita.word.drafting.draft import Draft
from ita.word.templates import common
from ita.word.templates.follow_up_charts import PROGRESS

TITLE = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"


def build() -> bytes:
    """Return the template's bytes."""
    draft = Draft()
    body = (
        *common.cover(draft, _COVER_TITLE, _COVER_PURPOSE),
        end_section(draft.section(numbered=False)),
        *_introduction(),
        *_summary(draft),
        end_section(draft.section(start=1)),
        *_progress(),
        *_remaining(),
        *_problems(),
        *common.signatures(),
    )
    return draft.finish(TITLE, body, draft.section(landscape=True))


_COVER_TITLE = (
    "รายงานผลการดำเนินการ",
    "เพื่อส่งเสริมคุณธรรมและความโปร่งใส",
    "ภายในหน่วยงาน",
    "ประจำปีงบประมาณ พ.ศ. {{ plan_year }}",
)
_COVER_PURPOSE = (
    "ตามมาตรการที่กำหนดจากผลการประเมิน",
    "คุณธรรมและความโปร่งใสในการดำเนินงาน",
    "ของหน่วยงานภาครัฐ",
    "ประจำปีงบประมาณ พ.ศ. {{ year }}",
)


def _introduction() -> tuple[str, ...]:
    return (
        paragraph("๑. บทนำ", "Heading1"),
        each("text in follow_up.introduction", paragraph("{{ text }}"), help_text="พิมพ์ซ้ำทุกย่อหน้าของบทนำ"),
    )


def _summary(draft: Draft) -> tuple[str, ...]:
    return (
        paragraph("๒. สรุปผลการดำเนินการ", "Heading1"),
        paragraph("{{ follow_up.summary }}"),
        when("follow_up.has_measures", _state_table(), help_text="มีตารางเมื่อหน่วยงานกำหนดมาตรการไว้"),
        when(
            "charts.progress",
            draft.chart(PROGRESS),
            caption("แผนภูมิ", "จำนวนขั้นตอนของมาตรการ จำแนกตามความก้าวหน้า", "Caption"),
            help_text="มีแผนภูมิเมื่อมีการรายงานความก้าวหน้า",
        ),
    )


def _state_table() -> str:
    columns = [
        Column("ความก้าวหน้า", 6.4),
        Column("มาตรการ", 3.0, "TableNumber"),
        Column("ขั้นตอน", 3.0, "TableNumber"),
        Column("ร้อยละ\nของขั้นตอน", 3.6, "TableNumber"),
    ]
    texts = ["{{ row.state }}", "{{ row.measures }}", "{{ row.steps }}", "{{ row.share }}"]
    rows = each_row("row in follow_up.rows", columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกสถานะ")
    whole = [("", f"{{{{ follow_up.totals.{name} }}}}") for name in ("state", "measures", "steps", "share")]
    return caption("ตาราง", "จำนวนมาตรการและขั้นตอน จำแนกตามความก้าวหน้า", "TableCaption") + table(
        columns, rows, body_row(columns, whole, fill="F2F2F2")
    )


def _progress() -> tuple[str, ...]:
    return (
        paragraph("๓. ผลการดำเนินการรายมาตรการ", "Heading1"),
        when(
            "follow_up.has_measures",
            when(
                "follow_up.has_progress",
                paragraph("ผลการดำเนินการของแต่ละมาตรการตามที่ผู้รับผิดชอบรายงาน มีดังนี้", keep_next=True),
                otherwise=[paragraph("ตารางนี้แสดงมาตรการตามแผน ยังไม่มีรายงานผลการดำเนินการ", keep_next=True)],
            ),
            _measure_table(),
            otherwise=[paragraph("{{ follow_up.summary }}")],
        ),
    )


def _measure_table() -> str:
    columns = _measure_columns(uniform=False)
    texts = ["{{ measure.number }}", "{{ measure.name }}", "{{ step.number }}{{ step.text }}", "{{ step.responsible }}"]
    texts += ["{{ step.period }}", "{{ step.progress }}", "{{ step.result }}", "{{ step.evidence }}"]
    rows = common.measure_rows("follow_up.measures", columns, _measure_columns(uniform=True), texts)
    heads = (cell(paragraph(c.head, "SmallHead"), c.width, fill=HEAD_FILL, align="center") for c in columns)
    return table(columns, row(*heads, head=True), rows, head=False)


def _measure_columns(*, uniform: bool) -> list[Column]:
    return [
        Column("ที่", 0.9, "SmallNumber", merged=True),
        Column("มาตรการ", 4.2, "SmallText", merged=True),
        Column("ขั้นตอน", 5.2, "SmallText"),
        Column("ผู้รับผิดชอบ", 3.2, "SmallText", merged=uniform),
        Column("ระยะเวลา", 2.6, "SmallText", merged=uniform),
        Column("ก้าวหน้า\n(ร้อยละ)", 2.2, "SmallNumber"),
        Column("ผลการดำเนินการ", 4.0, "SmallText"),
        Column("หลักฐาน", 3.4, "SmallText"),
    ]


def _remaining() -> tuple[str, ...]:
    columns = [
        Column("ที่", 1.0, "TableNumber", merged=True),
        Column("มาตรการ", 6.6, merged=True),
        Column("ขั้นตอน", 8.3),
        Column("ความก้าวหน้า", 4.2, "TableNumber"),
        Column("ผู้รับผิดชอบ", 5.6),
    ]
    texts = ["{{ measure.number }}", "{{ measure.name }}", "{{ step.number }}{{ step.text }}"]
    texts += ["{{ step.state }}", "{{ step.responsible }}"]
    steps = each_row("step in measure.steps", columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกขั้นตอนที่ยังไม่แล้วเสร็จ")
    rows = each_row("measure in follow_up.remaining", columns, steps, help_text="พิมพ์ซ้ำทุกมาตรการที่มีขั้นตอนค้างอยู่")
    return (
        paragraph("๔. งานที่ต้องดำเนินการต่อ", "Heading1"),
        when(
            "follow_up.remaining",
            paragraph("{{ follow_up.remaining_text }}", keep_next=True),
            caption("ตาราง", "ขั้นตอนที่ยังไม่แล้วเสร็จหรือไม่มีรายงาน", "TableCaption"),
            table(columns, rows),
            otherwise=[paragraph("{{ follow_up.remaining_text }}")],
        ),
    )


def _problems() -> tuple[str, ...]:
    return (
        paragraph("๕. ปัญหา อุปสรรค และข้อเสนอแนะ", "Heading1"),
        when(
            "follow_up.problems",
            each(
                "text in follow_up.problems",
                paragraph("{{ text }}", keep_next=True),
                help_text="พิมพ์ซ้ำทุกย่อหน้าที่หน่วยงานเขียน",
            ),
            otherwise=[paragraph("ไม่มีการบันทึกปัญหา อุปสรรค หรือข้อเสนอแนะจากผู้รับผิดชอบมาตรการ", keep_next=True)],
        ),
    )
