"""รายงานปรับปรุงตามเป้าหมาย: the result against a target, the defects by tool and indicator, and the measures."""

from __future__ import annotations

from ita.word.drafting.blocks import (
    Column,
    body_row,
    caption,
    each,
    each_row,
    end_section,
    paragraph,
    table,
    when,
)
from ita.word.drafting.contents import contents
from ita.word.drafting.draft import Draft
from ita.word.templates import common
from ita.word.templates.analysis_charts import CHARTS

TITLE = "รายงานปรับปรุงตามเป้าหมาย ITA"


def build() -> bytes:
    """Return the template's bytes."""
    draft = Draft()
    body = (
        *common.cover(draft, common.ANALYSIS_TITLE, _COVER_PURPOSE),
        end_section(draft.section(numbered=False)),
        contents(),
        *_background(),
        *_results(draft),
        *_suggestions(),
        *_defects(),
        end_section(draft.section(start=1)),
        *_measures(),
        *_monitoring(),
        *common.signatures(),
    )
    return draft.finish(TITLE, body, draft.section(landscape=True))


_COVER_PURPOSE = (
    "พร้อมแนวทางแก้ไขข้อบกพร่อง",
    "และมาตรการปรับปรุงตามเป้าหมาย {{ improvement.target }} คะแนน",
    "ประจำปีงบประมาณ พ.ศ. {{ plan_year }}",
)


def _background() -> tuple[str, ...]:
    text = paragraph("{{ text }}")
    return (
        paragraph("๑. ความเป็นมาและเป้าหมาย", "Heading1", page_break=True),
        paragraph("๑.๑ ความเป็นมา", "Heading2"),
        each("text in improvement.background", text, help_text="พิมพ์ซ้ำทุกย่อหน้าของความเป็นมา"),
        paragraph("๑.๒ เป้าหมาย", "Heading2"),
        each("text in improvement.aims", text, help_text="พิมพ์ซ้ำทุกย่อหน้าของเป้าหมาย"),
    )


def _results(draft: Draft) -> tuple[str, ...]:
    return (
        paragraph("๒. ผลการประเมินเทียบกับเป้าหมาย", "Heading1"),
        paragraph("๒.๑ ภาพรวม", "Heading2"),
        paragraph("{{ overview.result }}"),
        when("level.reason", paragraph("{{ level.reason }}")),
        when("total_change.known", paragraph("{{ overview.comparison }}"), help_text="มีเมื่อทราบคะแนนรวมของปีก่อน"),
        _target_table("เครื่องมือ", "improvement.rows", "ผลคะแนนเทียบกับเป้าหมาย {{ improvement.target }} คะแนน"),
        when(
            "charts.tools",
            draft.chart(CHARTS["tools"]),
            caption("แผนภูมิ", "คะแนนรวมและคะแนนรายเครื่องมือเทียบกับเกณฑ์ผ่าน", "Caption"),
            help_text="มีแผนภูมิเมื่อทราบคะแนนอย่างน้อยหนึ่งค่า",
        ),
        _target_table("ตัวชี้วัด", "improvement.indicator_rows", "คะแนนรายตัวชี้วัดเทียบกับเป้าหมาย"),
        paragraph("๒.๒ เรื่องที่ถึงเป้าหมาย", "Heading2"),
        when(
            "improvement.reached",
            paragraph("{{ improvement.reached }}"),
            otherwise=[paragraph("ไม่มีข้อมูลคะแนนของเครื่องมือและตัวชี้วัด จึงยังสรุปไม่ได้ว่าเรื่องใดถึงเป้าหมาย")],
        ),
        paragraph("๒.๓ เรื่องที่ไม่ถึงเป้าหมาย{% if improvement.unknown %}และเรื่องที่ยังสรุปไม่ได้{% endif %}", "Heading2"),
        when(
            "improvement.missed",
            paragraph("{{ improvement.missed }}"),
            otherwise=[paragraph(_NOTHING_MISSED)],
        ),
        when("improvement.unknown", paragraph("{{ improvement.unknown }}"), help_text="บอกเรื่องที่ไม่ทราบคะแนน"),
    )


_NOTHING_MISSED = (
    "{% if improvement.unknown %}ในส่วนที่ทราบคะแนน {% endif %}ไม่มีเครื่องมือหรือตัวชี้วัดใดต่ำกว่าเป้าหมาย"
    "{% if improvement.defects %} แต่ยังมีเรื่องย่อยที่ต่ำกว่าเป้าหมาย ดังรายละเอียดในข้อ ๓{% endif %}"
)


def _target_table(kind: str, source: str, title: str) -> str:
    columns = [
        Column(kind, 7.4),
        Column("คะแนน", 3.6, "TableNumber"),
        Column("ส่วนต่าง", 2.0, "TableNumber"),
        Column("ผล", 3.0, "TableNumber"),
    ]
    texts = ["{{ row.name }}", "{{ row.score }}", "{{ row.gap }}", "{{ row.verdict }}"]
    rows = each_row(f"row in {source}", columns, body_row(columns, texts), help_text=f"พิมพ์ซ้ำทุก{kind}")
    return caption("ตาราง", title, "TableCaption") + table(columns, rows)


def _suggestions() -> tuple[str, ...]:
    item = paragraph("{{ loop.index }})\t{{ text }}", "List")
    return (
        when(
            "improvement.suggestions",
            paragraph("๒.๔ ข้อเสนอแนะของผู้ประเมิน", "Heading2"),
            paragraph("ผู้ประเมินให้ข้อเสนอแนะแก่หน่วยงาน มีสาระสำคัญดังนี้", keep_next=True),
            each(
                "group in improvement.suggestions",
                paragraph(("", "{{ group.title }}"), "Flush", keep_next=True, space=6),
                each("text in group.texts", item, help_text="พิมพ์ซ้ำทุกข้อเสนอแนะ"),
                help_text="พิมพ์ซ้ำทุกเครื่องมือที่มีข้อเสนอแนะ",
            ),
            help_text="เฉพาะข้อเสนอแนะที่หน่วยงานกรอกจากผลการประเมิน",
        ),
    )


def _defects() -> tuple[str, ...]:
    return (
        paragraph("๓. ข้อบกพร่องและแนวทางแก้ไข", "Heading1"),
        each("tool in improvement.tools", *_tool(), help_text="พิมพ์ซ้ำทุกเครื่องมือ"),
        paragraph("๓.{{ improvement.tools|length + 1 }} สรุปเรื่องที่ต่ำกว่าเป้าหมายและมาตรการที่รองรับ", "Heading2"),
        when(
            "improvement.defects",
            paragraph("{{ improvement.defects_text }}", keep_next=True),
            _defect_table(),
            otherwise=[paragraph("{{ improvement.defects_text }}")],
        ),
    )


def _tool() -> tuple[str, ...]:
    return (
        paragraph("๓.{{ tool.number }} {{ tool.name }} ({{ tool.code }})", "Heading2"),
        paragraph("{{ tool.name }} หรือ {{ tool.name_en }} ({{ tool.code }}) {{ tool.about }}"),
        paragraph("{{ tool.result }}"),
        when(
            "tool.is_told",
            each("indicator in tool.indicators", *_indicator(), help_text="พิมพ์ซ้ำทุกตัวชี้วัดของเครื่องมือ"),
            help_text="ไม่แจกแจงตัวชี้วัดเมื่อไม่ทราบคะแนนและไม่มีมาตรการของเครื่องมือนี้เลย",
        ),
        when(
            "tool.questions",
            paragraph("รายการข้อมูลที่ต่ำกว่าเป้าหมายมีดังนี้", keep_next=True, space=6),
            _question_tables("tool"),
            help_text="รายการที่ไม่ทราบว่าอยู่ในตัวชี้วัดใด",
        ),
        when("tool.questions_note", paragraph("{{ tool.questions_note }}", "Note")),
        when("tool.remedies", paragraph("มาตรการที่ใช้กับทั้ง {{ tool.code }}", keep_next=True), _remedies("tool")),
    )


def _indicator() -> tuple[str, ...]:
    return (
        paragraph(
            ("", "{{ loop.index }}) ตัวชี้วัดที่ {{ indicator.number }} {{ indicator.name }}"),
            "Flush",
            keep_next=True,
            space=6,
        ),
        paragraph("ตัวชี้วัดนี้{{ indicator.purpose }}{% if indicator.scope %} {{ indicator.scope }}{% endif %}"),
        when(
            "indicator.questions",
            paragraph("{{ indicator.result }}", keep_next=True),
            _question_tables("indicator"),
            otherwise=[when("indicator.result", paragraph("{{ indicator.result }}"))],
        ),
        when(
            "indicator.remedies",
            paragraph(_REMEDIES, keep_next=True, space=4),
            _remedies("indicator"),
            help_text="มาตรการที่หน่วยงานกำหนดสำหรับตัวชี้วัดนี้",
        ),
        when("indicator.no_remedy", paragraph("{{ indicator.no_remedy }}", space=4)),
    )


_REMEDIES = "มาตรการของหน่วยงานสำหรับตัวชี้วัดนี้ {% if indicator.remedies|length > 1 %}ได้แก่{% else %}คือ{% endif %}"


def _remedies(owner: str) -> str:
    text = ("–\t", "{{ remedy.label }}", "{% if remedy.analysis %} {{ remedy.analysis }}{% endif %}")
    return each(f"remedy in {owner}.remedies", paragraph(text, "List"), help_text="พิมพ์ซ้ำทุกมาตรการ")


def _question_tables(owner: str) -> str:
    """The weak questions, with the agency's remarks where there are any."""
    return when(
        f"{owner}.has_notes",
        _question_table(owner, noted=True),
        otherwise=[_question_table(owner, noted=False)],
        help_text="มีช่องข้อสังเกตเมื่อหน่วยงานกรอกไว้",
    )


def _question_table(owner: str, *, noted: bool) -> str:
    last = Column("ข้อสังเกตของหน่วยงาน", 6.8) if noted else Column("ต่ำกว่า\nเป้าหมาย", 2.6, "TableNumber")
    columns = [
        Column("ข้อ", 1.8, "TableNumber"),
        Column("ข้อคำถามหรือรายการ", 5.6 if noted else 9.8),
        Column("คะแนน", 1.8, "TableNumber"),
        last,
    ]
    texts = ["{{ question.label }}", "{{ question.text }}", "{{ question.score }}"]
    texts.append("{{ question.note }}" if noted else "{{ question.gap }}")
    loop = f"question in {owner}.questions"
    return table(columns, each_row(loop, columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกข้อ"))


def _defect_table() -> str:
    columns = [
        Column("ที่", 1.0, "TableNumber"),
        Column("เรื่อง", 7.1),
        Column("คะแนน", 1.9, "TableNumber"),
        Column("ต่ำกว่า\nเป้าหมาย", 2.5, "TableNumber"),
        Column("มาตรการที่รองรับ", 3.5),
    ]
    texts = [
        "{{ loop.index }}",
        "{{ defect.subject }}",
        "{{ defect.score }}",
        "{{ defect.gap }}",
        "{{ defect.measures }}",
    ]
    rows = each_row("defect in improvement.defects", columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกเรื่อง")
    return caption("ตาราง", "เรื่องที่ต่ำกว่าเป้าหมายและมาตรการที่รองรับ", "TableCaption") + table(columns, rows)


def _measures() -> tuple[str, ...]:
    return (
        paragraph("๔. มาตรการปรับปรุงประจำปีงบประมาณ พ.ศ. {{ plan_year }}", "Heading1"),
        when(
            "improvement.measures",
            paragraph(
                "จากผลการวิเคราะห์ข้างต้น {{ agency.name }}กำหนดมาตรการ {{ improvement.measures|length }} มาตรการ "
                "โดยระบุวิธีดำเนินการ ผู้รับผิดชอบ{% if improvement.has_follow_up %} ระยะเวลา และการติดตามผล"
                "{% else %} และระยะเวลา{% endif %} ดังนี้"
            ),
            when(
                "improvement.has_follow_up",
                _measure_table(followed=True),
                otherwise=[_measure_table(followed=False)],
                help_text="มีช่องการติดตามผลเมื่อหน่วยงานกรอกไว้",
            ),
            otherwise=[paragraph("{{ agency.name }}ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. {{ plan_year }}")],
            help_text="มาตรการที่หน่วยงานกรอกในแผ่นมาตรการ",
        ),
    )


def _measure_table(*, followed: bool) -> str:
    texts = ["{{ measure.number }}", "{{ measure.name }}", "{{ step.number }}{{ step.text }}"]
    texts += ["{{ step.responsible }}", "{{ step.period }}"]
    if followed:
        texts.append("{% if step.follow_up %}{{ step.follow_up }}{% else %}–{% endif %}")
    columns = _measure_columns(uniform=False, followed=followed)
    return table(
        columns,
        common.measure_rows("improvement.measures", columns, _measure_columns(uniform=True, followed=followed), texts),
    )


def _measure_columns(*, uniform: bool, followed: bool) -> list[Column]:
    """Return the columns; where nothing is said of the follow-up its width goes to the others."""
    columns = [
        Column("ที่", 1.0, "TableNumber", merged=True),
        Column("มาตรการหรือแนวทาง", 5.6 if followed else 6.4, merged=True),
        Column("วิธีดำเนินการ", 7.5 if followed else 9.6),
        Column("ผู้รับผิดชอบ", 3.9 if followed else 4.9, merged=uniform),
        Column("ระยะเวลาดำเนินการ", 3.3 if followed else 3.8, merged=uniform),
    ]
    return [*columns, Column("การติดตามผล", 4.4)] if followed else columns


def _monitoring() -> tuple[str, ...]:
    """What happens next; it keeps the signatures company on the last page."""
    return (
        paragraph("๕. การติดตามและรายงานผล", "Heading1"),
        paragraph(
            "ผู้รับผิดชอบดำเนินการตามแผนและรายงานความก้าวหน้าต่อผู้บริหาร เมื่อสิ้นปีงบประมาณ พ.ศ. {{ plan_year }} "
            "หน่วยงานจะเทียบผลที่ได้กับเป้าหมาย {{ improvement.target }} คะแนนอีกครั้ง "
            "และจัดทำรายงานผลการดำเนินการเผยแพร่บนเว็บไซต์ของหน่วยงาน",
            keep_next=True,
        ),
    )
