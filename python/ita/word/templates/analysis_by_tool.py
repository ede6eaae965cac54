"""รายงานวิเคราะห์ผลการประเมิน ITA ตามเครื่องมือ: results, analysis and measures, tool by tool."""

from __future__ import annotations

from collections.abc import Sequence

from ita.word.drafting.blocks import (
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
from ita.word.drafting.contents import contents
from ita.word.drafting.draft import Draft
from ita.word.templates import common
from ita.word.templates.analysis_by_tool_measures import measures
from ita.word.templates.analysis_charts import CHARTS
from ita.word.templates.analysis_foreword import FULL_NAME, foreword

TITLE = "รายงานวิเคราะห์ผลการประเมิน ITA ตามเครื่องมือ"


def build() -> bytes:
    """Return the template's bytes."""
    draft = Draft()
    body = (
        *common.cover(draft, common.ANALYSIS_TITLE, _COVER_PURPOSE),
        end_section(draft.section(numbered=False)),
        *foreword(),
        contents(),
        *_rationale(),
        *_instruments(),
        *_results(draft),
        *_analysis(draft),
        end_section(draft.section(start=1)),
        *measures(),
        *_follow_up(),
        *common.signatures(),
    )
    return draft.finish(TITLE, body, draft.section(landscape=True))


_COVER_PURPOSE = (
    "พร้อมมาตรการยกระดับคุณธรรมและความโปร่งใส",
    "ภายในหน่วยงาน",
    "ประจำปีงบประมาณ พ.ศ. {{ plan_year }}",
)


def _rationale() -> tuple[str, ...]:
    return (
        paragraph("หลักการและเหตุผล", "Title", page_break=True),
        paragraph(
            FULL_NAME + " หรือ ITA เป็นเครื่องมือเชิงป้องกันที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ "
            "(สำนักงาน ป.ป.ช.) ใช้กับหน่วยงานของรัฐทั่วประเทศเป็นประจำทุกปี หลักคิดสำคัญคือให้หน่วยงานมองเห็นตนเองจากสามด้าน "
            "ได้แก่ มุมมองของบุคลากรภายใน ประสบการณ์ของผู้รับบริการ และความครบถ้วนของข้อมูลที่เปิดเผยต่อสาธารณะ"
        ),
        paragraph(
            "คะแนนเพียงอย่างเดียวไม่ทำให้การทำงานดีขึ้น การวิเคราะห์ว่าคะแนนแต่ละส่วนมาจากเรื่องใดจึงเป็นขั้นตอนที่ขาดไม่ได้ "
            "เพราะช่วยให้ผู้บริหารเลือกแก้เรื่องที่ส่งผลต่อประชาชนมากที่สุดก่อน จัดคนและงบประมาณได้ตรงจุด "
            "และรักษาเรื่องที่ทำได้ดีไว้ไม่ให้ถดถอย {{ agency.name }}จึงจัดทำรายงานฉบับนี้ขึ้น โดยมีวัตถุประสงค์ดังนี้"
        ),
        paragraph("๑)\tรายงานผลการประเมินปีงบประมาณ พ.ศ. {{ year }} ให้ผู้บริหาร บุคลากร และประชาชนทราบ", "List"),
        paragraph("๒)\tวิเคราะห์จุดแข็งและเรื่องที่ควรพัฒนา จำแนกตามเครื่องมือและตัวชี้วัด", "List"),
        paragraph("๓)\tกำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. {{ plan_year }} ที่มีผู้รับผิดชอบและกำหนดเวลาชัดเจน", "List"),
        paragraph("ตัวชี้วัดที่ใช้ในการประเมิน", "Heading3"),
        paragraph("ผลการประเมินได้จากตัวชี้วัด {{ indicators|length }} ตัวชี้วัด ดังนี้", keep_next=True),
        _indicator_list(),
    )


def _indicator_list() -> str:
    """The indicators in two columns."""
    line = paragraph("{{ indicator.number }})\t{{ indicator.name }}", "ColumnList")
    halves = ("indicators[:5]", "indicators[5:]")
    cells = (
        cell(each(f"indicator in {half}", line, help_text="พิมพ์ซ้ำทุกตัวชี้วัด"), width)
        for half, width in zip(halves, (8.0, 7.0), strict=True)
    )
    columns = [Column("", 1.0), Column("", 8.0), Column("", 7.0)]
    return table(columns, row(cell(paragraph("", "ColumnList"), 1.0), *cells), style="TableNormal", head=False)


def _instruments() -> tuple[str, ...]:
    sub = paragraph("{{ sub.code }}\t{{ sub.name }}", "SubList")
    indicator = paragraph("ตัวชี้วัดที่ {{ indicator.number }} {{ indicator.name }}", "ListPlain")
    subs = each("sub in indicator.sub_indicators", sub, help_text="พิมพ์ซ้ำทุกตัวชี้วัดย่อย (มีเฉพาะ OIT)")
    return (
        paragraph("เครื่องมือที่ใช้ในการประเมิน", "Heading3"),
        paragraph("คะแนนของตัวชี้วัดมาจากเครื่องมือ {{ tools|length }} ชนิด ดังนี้"),
        each(
            "tool in tools",
            paragraph(
                ("", "{{ tool.number }}) {{ tool.name }} ({{ tool.name_en }} : {{ tool.code }})"),
                "Flush",
                keep_next=True,
                space=6,
            ),
            paragraph(
                "{{ tool.code }}{% if tool.weight %} มีน้ำหนักร้อยละ {{ tool.weight }} ของคะแนนรวม{% endif %} "
                "{% if tool.code == 'OIT' %}โดย{{ tool.respondents }}"
                "{% else %}โดยมี{{ tool.respondents }} เป็นผู้ให้ข้อมูล{% endif %} "
                "ใช้วัด {{ tool.indicators|length }} ตัวชี้วัด ดังนี้",
                keep_next=True,
            ),
            each("indicator in tool.indicators", indicator, subs, help_text="พิมพ์ซ้ำทุกตัวชี้วัดของเครื่องมือ"),
            help_text="พิมพ์ซ้ำทุกเครื่องมือ",
        ),
    )


def _results(draft: Draft) -> tuple[str, ...]:
    return (
        paragraph("๑. ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {{ year }}", "Heading1", page_break=True),
        paragraph("{{ overview.result }}"),
        paragraph("๑.๑ ผลการประเมินในภาพรวม", "Heading2"),
        when(
            "total_change.known",
            _panel(_PANEL),
            otherwise=[_panel(_PANEL[:2])],
            help_text="มีช่องที่สามเมื่อทราบคะแนนรวมของปีก่อน",
        ),
        when("level.reason", paragraph("{{ level.reason }}", space=6)),
        when(
            "charts.total",
            draft.chart(CHARTS["total"]),
            caption("แผนภูมิ", "คะแนนถ่วงน้ำหนักที่ได้และที่ยังขาด จำแนกตามเครื่องมือ", "Caption"),
        ),
        paragraph("๑.๒ ผลการประเมินรายเครื่องมือ", "Heading2"),
        _tool_table(),
        when(
            "charts.tools",
            draft.chart(CHARTS["tools"]),
            caption("แผนภูมิ", "คะแนนรวมและคะแนนรายเครื่องมือเทียบกับเกณฑ์ {{ pass_mark }} คะแนน", "Caption"),
        ),
        paragraph("๑.๓ ผลการประเมินรายตัวชี้วัด", "Heading2"),
        when(
            "charts.radar",
            draft.chart(CHARTS["radar"]),
            caption("แผนภูมิ", "คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. {{ year }}", "Caption"),
        ),
        caption("ตาราง", "สรุปคะแนนรายตัวชี้วัด เทียบกับเกณฑ์ {{ pass_mark }} คะแนน", "TableCaption"),
        when(
            "previous.has_indicators",
            _indicator_table(compared=True),
            otherwise=[_indicator_table(compared=False)],
            help_text="ตารางแรกใช้เมื่อมีคะแนนปีก่อน",
        ),
    )


_PANEL = (
    ("คะแนนรวม", "{{ total }}", 5.1),
    ("ระดับผลการประเมิน", "{{ level }}", 6.6),
    ("เปลี่ยนแปลงจากปีก่อน", "{{ total_change }}", 4.3),
)
"""Head, text and width; the level is a word and may be a long one."""


def _panel(parts: Sequence[tuple[str, str, float]]) -> str:
    """The result at a glance: total, level, change, over the width of the page."""
    spare = (common.PAGE_WIDTH - sum(width for _, _, width in parts)) / len(parts)
    columns = [Column(head, width + spare) for head, _, width in parts]
    figures = row(*(cell(paragraph(text, "Figure"), width + spare, align="center") for _, text, width in parts))
    return table(columns, figures)


_WEIGHTED = "{% if total.known %}{{ total }}{% else %}–{% endif %}"


def _tool_table() -> str:
    columns = [
        Column("เครื่องมือ", 7.4),
        Column("น้ำหนัก\n(ร้อยละ)", 1.8, "TableNumber"),
        Column("คะแนน", 2.9, "TableNumber"),
        Column("คะแนน\nถ่วงน้ำหนัก", 2.2, "TableNumber"),
        Column("ผลเทียบ\nเกณฑ์", 1.7, "TableNumber"),
    ]
    whole = ["{{ tool.name }} ({{ tool.code }})", "{{ tool.weight }}"]
    whole += ["{{ tool.score }}", "{{ tool.weighted }}", _verdict("tool.score")]
    part = [
        "\t{{ part.name }}",
        "{{ part.weight }}",
        "{{ part.score }}",
        "{{ part.weighted }}",
        _verdict("part.score"),
    ]
    parts = each_row("part in tool.parts", columns, body_row(columns, part), help_text="พิมพ์ซ้ำทุกส่วนของ EIT")
    tools = each_row("tool in tools", columns, body_row(columns, whole), parts, help_text="พิมพ์ซ้ำทุกเครื่องมือ")
    total = [("", "คะแนนรวม"), "๑๐๐", ("", "{{ total }}"), ("", _WEIGHTED), _verdict("total")]
    heading = caption("ตาราง", "คะแนนรายเครื่องมือ เทียบกับเกณฑ์ {{ pass_mark }} คะแนน", "TableCaption")
    return heading + table(columns, tools, body_row(columns, total, fill="F2F2F2"))


def _verdict(score: str) -> str:
    """Return ผ่าน or ไม่ผ่าน, a dash while it is open."""
    return f"{{% if {score}.verdict %}}{{{{ {score}.verdict }}}}{{% else %}}–{{% endif %}}"


def _indicator_table(*, compared: bool) -> str:
    """Return the table of indicators: with last year's scores, or with the tools in their place."""
    columns = [Column("ที่", 1.2, "TableNumber"), Column("ตัวชี้วัด", 5.8 if compared else 7.6)]
    texts = ["{{ indicator.number }}", "{{ indicator.name }}"]
    if not compared:
        columns.append(Column("เครื่องมือ", 2.2, "TableNumber"))
        texts.append("{{ indicator.tool }}")
    columns.append(Column("ปี {{ year }}", 2.3 if compared else 2.6, "TableNumber"))
    texts.append("{{ indicator.score }}")
    if compared:
        columns += [Column("ปี {{ previous.year }}", 2.3, "TableNumber"), Column("เพิ่ม/ลด", 2.2, "TableNumber")]
        texts += ["{{ indicator.previous }}", "{{ indicator.change }}"]
    columns.append(Column("ผลเทียบ\nเกณฑ์", 2.2 if compared else 2.4, "TableNumber"))
    texts.append(_verdict("indicator.score"))
    rows = each_row("indicator in indicators", columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกตัวชี้วัด")
    return table(columns, rows)


def _analysis(draft: Draft) -> tuple[str, ...]:
    return (
        paragraph("๒. การวิเคราะห์ผลการประเมิน", "Heading1"),
        paragraph("๒.๑ ภาพรวม{% if total_change.known %}และการเปรียบเทียบกับปีก่อน{% endif %}", "Heading2"),
        paragraph("{{ overview.comparison }}"),
        paragraph("เมื่อพิจารณารายตัวชี้วัด พบว่า{{ overview.indicators }}"),
        when("overview.changes", paragraph("{{ overview.changes }}")),
        when(
            "charts.comparison and previous.has_indicators",
            draft.chart(CHARTS["comparison"]),
            caption("แผนภูมิ", "คะแนนรายตัวชี้วัดเปรียบเทียบกับปีงบประมาณ พ.ศ. {{ previous.year }}", "Caption"),
            help_text="มีเมื่อทราบคะแนนรายตัวชี้วัดของปีก่อน ไม่เช่นนั้นจะซ้ำกับแผนภูมิและตารางข้างต้น",
        ),
        each("tool in tools", *_tool_analysis(), help_text="พิมพ์ซ้ำทุกเครื่องมือ"),
    )


def _tool_analysis() -> tuple[str, ...]:
    return (
        paragraph("๒.{{ loop.index + 1 }} {{ tool.name }} ({{ tool.code }})", "Heading2"),
        paragraph("{{ tool.analysis.summary }}"),
        when("tool.analysis.strengths", paragraph(("", "จุดแข็ง", " {{ tool.analysis.strengths }}"))),
        when("tool.analysis.weaknesses", paragraph(("", "เรื่องที่ควรพัฒนา", " {{ tool.analysis.weaknesses }}"))),
        when(
            "tool.analysis.questions",
            paragraph("{{ tool.analysis.questions_lead }}", keep_next=True),
            when("tool.analysis.has_scores", _question_table(scored=True), otherwise=[_question_table(scored=False)]),
            when("tool.analysis.questions_note", paragraph("{{ tool.analysis.questions_note }}", "Note")),
            otherwise=[when("tool.analysis.questions_lead", paragraph("{{ tool.analysis.questions_lead }}"))],
        ),
    )


def _question_table(*, scored: bool) -> str:
    columns = [Column("ข้อ", 2.8, "TableNumber"), Column("ประเด็น", 11.0 if scored else 13.2)]
    texts = [common.QUESTION, "{{ question.text }}"]
    if scored:
        columns.append(Column("คะแนน", 2.2, "TableNumber"))
        texts.append("{{ question.score }}")
    loop = "question in tool.analysis.questions"
    return table(columns, each_row(loop, columns, body_row(columns, texts), help_text="พิมพ์ซ้ำทุกข้อ"))


def _follow_up() -> tuple[str, ...]:
    """What happens next; it keeps the signatures company on the last page."""
    return (
        paragraph("๔. การติดตามและรายงานผล", "Heading1"),
        paragraph(
            "ให้ผู้รับผิดชอบแต่ละมาตรการรายงานความก้าวหน้าต่อผู้บริหารตามช่วงเวลาที่กำหนด"
            " เมื่อสิ้นปีงบประมาณ พ.ศ. {{ plan_year }} "
            "ให้สรุปผลการดำเนินการและเผยแพร่บนเว็บไซต์ของหน่วยงาน เพื่อเป็นข้อมูลตามแบบวัด OIT และเป็นฐานของการวิเคราะห์ในปีต่อไป",
            keep_next=True,
        ),
    )
