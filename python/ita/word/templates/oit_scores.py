"""รายงานผลคะแนน OIT: every item by sub-indicator, those short of full marks explained, the agency's suggestions."""

from __future__ import annotations

from ita.word.drafting.blocks import (
    Column,
    body_row,
    caption,
    cell,
    each,
    each_row,
    paragraph,
    row,
    table,
    tag_row,
    when,
)
from ita.word.drafting.draft import Draft
from ita.word.templates import common

TITLE = "รายงานผลคะแนน OIT"

_INDICATOR_FILL, _GROUP_FILL = "D9D9D9", "F2F2F2"
_SCORE_COLUMNS = (Column("คะแนน", 2.2, "TableNumber"), Column("ผล", 2.2, "TableNumber"))
_CODE_COLUMN = Column("ข้อ", 1.4, "TableNumber")
_ITEM_COLUMNS = (_CODE_COLUMN, Column("ข้อมูลที่ต้องเปิดเผย", 10.2), *_SCORE_COLUMNS)
_COMMENTED_COLUMNS = (
    _CODE_COLUMN,
    Column("ข้อมูลที่ต้องเปิดเผย", 6.2),
    Column("ความเห็นของ\nผู้ตรวจประเมิน", 4.0),
    *_SCORE_COLUMNS,
)
_PLAN_COLUMNS = (
    Column("ลำดับ", 1.6, "TableNumber"),
    Column("ข้อบกพร่องหรือ\nเรื่องที่ต้องพัฒนา", 4.3),
    Column("ข้อเสนอแนะ\n(แนวทางของหน่วยงาน)", 6.8),
    Column("หน่วยงาน\nผู้รับผิดชอบ", 3.3),
)


def build() -> bytes:
    """Return the template's bytes."""
    draft = Draft()
    body = (*_opening(draft), *_scores(), *_short(), *_plans(), *_closing(), *common.signatures(common.PAGE_WIDTH))
    return draft.finish(TITLE, body, draft.section(start=1))


def _opening(draft: Draft) -> tuple[str, ...]:
    seal = draft.picture(common.SEAL, "ตราสัญลักษณ์ของหน่วยงาน", 2.5)
    return (
        when("agency.has_seal", seal, help_text="มีตราจึงพิมพ์"),
        paragraph("รายงานผลคะแนนการเปิดเผยข้อมูลสาธารณะ (OIT)", "PageTitle"),
        paragraph("ในการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ", "PageTitle"),
        paragraph("ประจำปีงบประมาณ พ.ศ. {{ year }}", "PageTitle"),
        paragraph("{{ agency.name }}{% if agency.place %} {{ agency.place }}{% endif %}", "PageTitle"),
    )


def _scores() -> tuple[str, ...]:
    return (
        paragraph("๑. คะแนนการเปิดเผยข้อมูลสาธารณะ", "Heading1"),
        paragraph("{{ oit.summary }}"),
        when("oit.counts", paragraph("{{ oit.counts }}")),
        caption("ตาราง", "{{ oit.table_title }}", "TableCaption"),
        when(
            "oit.has_items",
            when(
                "oit.has_comments",
                _item_table(_COMMENTED_COLUMNS),
                otherwise=[_item_table(_ITEM_COLUMNS)],
                help_text="ตารางแรกมีช่องความเห็น ใช้เมื่อผู้ตรวจประเมินให้ความเห็นไว้",
            ),
            otherwise=[_group_table()],
            help_text="ตารางรายข้อใช้เมื่อทราบคะแนนหรือความเห็นรายข้อ ตารางสุดท้ายแสดงเฉพาะตัวชี้วัด",
        ),
        when("oit.note", paragraph("{{ oit.note }}", "Note")),
    )


def _item_table(columns: tuple[Column, ...]) -> str:
    comment = ["{{ item.comment }}"] if columns is _COMMENTED_COLUMNS else []
    texts = ["{{ item.code }}", "{{ item.title }}", *comment, "{{ item.score }}", "{{ item.result }}"]
    items = each_row("item in item_group.items", columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกข้อ")
    return table(columns, _groups(columns, items))


def _group_table() -> str:
    """Return the table of indicators and sub-indicators alone."""
    columns = (Column("ตัวชี้วัด", 12.5), Column("คะแนน", 3.5, "TableNumber"))
    return table(columns, _groups(columns, "", filled=False))


def _groups(columns: tuple[Column, ...], items: str, *, filled: bool = True) -> str:
    """Return the rows of every indicator and sub-indicator, each with its score, and the items below."""
    indicator = _score_row(columns, "item_indicator", _INDICATOR_FILL if filled else "")
    group = _score_row(columns, "item_group", _GROUP_FILL if filled else "")
    groups = each_row("item_group in item_indicator.item_groups", columns, group, items, help_text="พิมพ์ซ้ำทุกตัวชี้วัดย่อย")
    named = (tag_row("if item_indicator.label", columns), indicator, tag_row("endif", columns))
    loop = "item_indicator in oit.item_indicators"
    return each_row(loop, columns, *named, groups, help_text="พิมพ์ซ้ำทุกตัวชี้วัดของ OIT")


def _score_row(columns: tuple[Column, ...], name: str, fill: str) -> str:
    """Return a row with a label over all columns but those of the score and the result."""
    place = next(i for i, column in enumerate(columns) if column.head == "คะแนน")
    before, behind = columns[:place], columns[place:]
    width = sum(column.width for column in before)
    label = cell(_bold(f"{{{{ {name}.label }}}}", "TableText"), width, fill=fill, span=len(before))
    score = cell(_bold(f"{{{{ {name}.score }}}}", "TableNumber"), behind[0].width, fill=fill)
    rest = (cell(paragraph("", "TableNumber", keep_next=True), column.width, fill=fill) for column in behind[1:])
    return row(label, score, *rest)


def _bold(text: str, style: str) -> str:
    return paragraph(("", text), style, keep_next=True)


def _short() -> tuple[str, ...]:
    explained = each(
        "item in oit.short",
        paragraph("๒.{{ loop.index }} ข้อ {{ item.code }} {{ item.title }} ({{ item.score }} คะแนน)", "Heading3"),
        when("item.place", paragraph("ข้อนี้{{ item.place }}")),
        when(
            "item.comment",
            paragraph(("", "ความเห็นของผู้ตรวจประเมิน", " “{{ item.comment }}”")),
            otherwise=[paragraph("ไม่มีบันทึกความเห็นของผู้ตรวจประเมินในข้อนี้")],
        ),
        each(
            "remark in item.remarks",
            paragraph(("", "ข้อเสนอแนะของผู้ตรวจประเมิน", " “{{ remark }}”")),
            help_text="พิมพ์ซ้ำทุกข้อเสนอแนะ",
        ),
        when("item.analysis", paragraph(("", "ผลการวิเคราะห์ของหน่วยงาน", " {{ item.analysis }}"))),
        when("item.url", paragraph(("", "ที่อยู่ของข้อมูล", " {{ item.url }}"), "ListPlain")),
        help_text="พิมพ์ซ้ำทุกข้อที่ยังไม่ได้คะแนนเต็ม",
    )
    return (
        when(
            "oit.short",
            paragraph("๒. {{ oit.short_title }}", "Heading1"),
            explained,
            help_text="ไม่พิมพ์หัวข้อนี้เมื่อได้คะแนนเต็มทุกข้อ",
        ),
    )


def _plans() -> tuple[str, ...]:
    texts = ["{{ item_plan.number }}", "{{ item_plan.defect }}", "{{ item_plan.suggestion }}"]
    body = body_row(_PLAN_COLUMNS, [*texts, "{{ item_plan.responsible }}"])
    rows = each_row("item_plan in oit.plans", _PLAN_COLUMNS, body, help_text="พิมพ์ซ้ำทุกข้อเสนอแนะ")
    number = "{% if oit.short %}๓{% else %}๒{% endif %}"
    return (
        paragraph(f"{number}. ข้อเสนอแนะเพื่อยกระดับการเปิดเผยข้อมูล", "Heading1"),
        when(
            "oit.remarks",
            paragraph("ผู้ตรวจประเมินให้ข้อเสนอแนะต่อ OIT ในภาพรวมไว้ดังนี้", keep_next=True),
            each("remark in oit.remarks", paragraph("“{{ remark }}”", "ListPlain"), help_text="พิมพ์ซ้ำทุกข้อเสนอแนะ"),
            help_text="ถ้อยคำของผู้ตรวจประเมิน",
        ),
        when(
            "oit.plans",
            paragraph("{{ oit.plans_lead }}", keep_next=True, space=4),
            table(_PLAN_COLUMNS, rows),
            otherwise=[paragraph("{{ oit.plans_lead }}", space=4)],
            help_text="มีตารางเมื่อหน่วยงานมีแนวทางหรือมาตรการ",
        ),
    )


def _closing() -> tuple[str, ...]:
    """The sentence that keeps the signatures company."""
    request = "จึงเสนอรายงานฉบับนี้เพื่อโปรดทราบ และมอบหมายผู้เกี่ยวข้องดำเนินการต่อไป"
    return (
        paragraph(request, keep_next=True, space=8),
        when("report_date", paragraph("{{ report_date }}", "Right", keep_next=True)),
    )
