"""รายงานวิเคราะห์ผลการประเมิน ITA ตามประเด็น: rules, results, the seven issues, their measures, what assessors wrote."""

from __future__ import annotations

from ita.word.drafting.blocks import (
    HEAD_FILL,
    Column,
    body_row,
    cell,
    each,
    each_row,
    end_section,
    paragraph,
    row,
    table,
    tag_row,
    when,
)
from ita.word.drafting.contents import contents
from ita.word.drafting.draft import Draft
from ita.word.templates import common
from ita.word.templates.analysis_by_issue_results import results
from ita.word.templates.analysis_by_issue_rules import foreword, principles, rules

TITLE = "รายงานวิเคราะห์ผลการประเมิน ITA ตามประเด็น"


def build() -> bytes:
    """Return the template's bytes."""
    draft = Draft()
    body = (
        *common.cover(draft, _MEASURES_TITLE, _MEASURES_PURPOSE),
        end_section(draft.section(numbered=False)),
        *common.cover(draft, common.ANALYSIS_TITLE, ("จำแนกตามประเด็นการประเมิน",)),
        end_section(draft.section(numbered=False)),
        *foreword(),
        contents(),
        *principles(),
        *rules(),
        *results(),
        *_issues(),
        end_section(draft.section(start=1)),
        *_measures(),
        end_section(draft.section(landscape=True)),
        *_limitations(),
        *_suggestions(),
        when("issues.planned or issues.other_measures", paragraph(_CLOSING, keep_next=True, space=6)),
        *common.signatures(common.PAGE_WIDTH),
    )
    return draft.finish(TITLE, body, draft.section())


_CLOSING = (
    "{{ agency.name }}จะติดตามการดำเนินงานตามมาตรการในรายงานฉบับนี้ "
    "และสรุปผลให้ผู้บริหารและประชาชนทราบเมื่อสิ้นปีงบประมาณ พ.ศ. {{ plan_year }}"
)
_MEASURES_TITLE = (
    "มาตรการส่งเสริมคุณธรรม",
    "และความโปร่งใสภายในหน่วยงาน",
    "ประจำปีงบประมาณ พ.ศ. {{ plan_year }}",
)
_MEASURES_PURPOSE = (
    "จากการวิเคราะห์ผลการประเมินคุณธรรม",
    "และความโปร่งใสในการดำเนินงาน",
    "ของหน่วยงานภาครัฐ (ITA)",
    "ประจำปีงบประมาณ พ.ศ. {{ year }}",
)


def _issues() -> tuple[str, ...]:
    return (
        paragraph("๔. การวิเคราะห์ผลการประเมินรายประเด็น", "Heading1", page_break=True),
        paragraph("{{ issues.lead }}"),
        when("issues.note", paragraph("{{ issues.note }}", "Note"), help_text="มีข้อที่ต้องบอกที่มา"),
        each(
            "issue in issues.items",
            paragraph("๔.{{ loop.index }} {{ issue.title }}", "Heading2"),
            when("issue.lead", paragraph("{{ issue.lead }}", keep_next=True)),
            when(
                "issue.questions",
                when("issue.has_scores", _issue_table(scored=True), otherwise=[_issue_table(scored=False)]),
                otherwise=[when("issue.has_analysis", _analysis_table())],
                help_text="ตารางแรกใช้เมื่อมีข้อคำถามให้แสดง",
            ),
            help_text="พิมพ์ซ้ำทุกประเด็น",
        ),
    )


_WIDTHS = (2.8, 13.2)
_SCORE_WIDTH = 2.2
_REMARKS = "{% for remark in issue.remarks %}{{ remark }}{% if not loop.last %}\n{% endif %}{% endfor %}"


def _issue_table(*, scored: bool) -> str:
    """The issue's questions, with their scores where any is known, and what is said of them."""
    code, text = _WIDTHS
    columns = [Column("ข้อ", code, "TableNumber"), Column("ประเด็นข้อคำถาม", text - _SCORE_WIDTH if scored else text)]
    texts = [common.QUESTION, "{{ question.text }}"]
    if scored:
        columns.append(Column("คะแนน", _SCORE_WIDTH, "TableNumber"))
        texts.append("{% if question.score.known %}{{ question.score }}{% else %}–{% endif %}")
    question = body_row(columns, texts)
    return table(
        columns,
        each_row("question in issue.questions", columns, question, help_text="พิมพ์ซ้ำทุกข้อของประเด็น"),
        tag_row("if issue.has_analysis", columns),
        row(cell(paragraph(_ANALYSIS, "TableHead"), sum(_WIDTHS), fill=HEAD_FILL, span=len(columns))),
        tag_row("endif", columns),
        *_analysis_rows(columns),
    )


def _analysis_table() -> str:
    """What the agency wrote on an issue of which no question can be shown."""
    columns = [Column("เรื่อง", _WIDTHS[0]), Column(_ANALYSIS, _WIDTHS[1])]
    return table(columns, *_analysis_rows(columns))


_ANALYSIS = "การวิเคราะห์ผลการประเมิน"


def _analysis_rows(columns: list[Column]) -> tuple[str, ...]:
    """Return the rows of the analysis, each there only when it has something to say; the last keep together."""
    shown = (
        ("issue.weakest", "ข้อที่ได้คะแนนน้อยที่สุด", "{{ issue.weakest }}"),
        ("issue.cause", "สาเหตุ", "{{ issue.cause }}"),
        ("issue.approach", "แนวทางการยกระดับ", "{{ issue.approach }}"),
        ("issue.remarks", "ข้อวิเคราะห์ประกอบมาตรการ", _REMARKS),
    )
    return tuple(
        piece
        for condition, label, text in shown
        for piece in (
            tag_row(f"if {condition}", columns),
            _analysis_row(label, text, len(columns) - 1, keep_next=condition == "issue.cause"),
            tag_row("endif", columns),
        )
    )


def _analysis_row(label: str, text: str, span: int, *, keep_next: bool) -> str:
    name = cell(paragraph(("", label), "TableText", keep_next=keep_next), _WIDTHS[0])
    return row(name, cell(paragraph(text, "TableText", keep_next=keep_next), _WIDTHS[1], span=span))


def _measures() -> tuple[str, ...]:
    return (
        paragraph("๕. มาตรการขับเคลื่อนคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {{ plan_year }}", "Heading1"),
        when(
            "issues.planned or issues.other_measures",
            paragraph(
                "{{ agency.name }}นำผลการวิเคราะห์ของปีงบประมาณ พ.ศ. {{ year }} มากำหนดเป็นมาตรการ "
                "โดยระบุขั้นตอน ช่วงเวลา และผู้รับผิดชอบของแต่ละเรื่องไว้ดังนี้"
            ),
            otherwise=[paragraph("{{ agency.name }}ยังไม่ได้กำหนดมาตรการสำหรับปีงบประมาณ พ.ศ. {{ plan_year }}")],
            help_text="มาตรการที่หน่วยงานกรอกในแผ่นมาตรการ",
        ),
        each(
            "issue in issues.planned",
            paragraph("๕.{{ loop.index }} {{ issue.title }}", "Heading3"),
            _measure_table("issue.measures", "{{ issue.name }}"),
            help_text="พิมพ์ซ้ำทุกประเด็นที่หน่วยงานกรอกมาตรการ",
        ),
        when(
            "issues.other_measures",
            paragraph("๕.{{ issues.planned|length + 1 }} มาตรการที่ใช้ร่วมกันหลายประเด็น", "Heading3"),
            _measure_table("issues.other_measures", "ทุกประเด็นที่เกี่ยวข้อง"),
            help_text="มาตรการที่ไม่ได้อยู่ในประเด็นใดเพียงประเด็นเดียว",
        ),
        when(
            "issues.unplanned and (issues.planned or issues.other_measures)",
            paragraph("{{ issues.unplanned }}", space=6),
            help_text="ประเด็นที่ไม่ได้กำหนดมาตรการ",
        ),
    )


def _measure_table(source: str, issue: str) -> str:
    about = f"{{% if measure.relates_to %}}{{{{ measure.relates_to }}}}{{% else %}}{issue}{{% endif %}}"
    texts = [about, "{{ measure.name }}", "{{ step.number }}{{ step.text }}", "{{ step.period }}"]
    texts.append("{{ step.responsible }}")
    columns = _measure_columns(uniform=False)
    return table(columns, common.measure_rows(source, columns, _measure_columns(uniform=True), texts))


def _measure_columns(*, uniform: bool) -> list[Column]:
    return [
        Column("ประเด็นที่ต้องยกระดับ\nผลการประเมิน", 4.8, merged=True),
        Column("มาตรการ โครงการ\nหรือกิจกรรม", 4.5, merged=True),
        Column("ขั้นตอนหรือวิธีการปฏิบัติ", 8.8),
        Column("ช่วงเวลา\nดำเนินการ", 3.2, merged=uniform),
        Column("ผู้รับผิดชอบ", 4.4, merged=uniform),
    ]


def _limitations() -> tuple[str, ...]:
    return (
        when(
            "limitations",
            paragraph("๖. ข้อจำกัดของหน่วยงานในการเข้ารับการประเมิน ปีงบประมาณ พ.ศ. {{ plan_year }}", "Heading1"),
            paragraph("จากการวิเคราะห์ผลการประเมิน {{ agency.name }}พบข้อจำกัดที่ต้องเตรียมการล่วงหน้า ดังนี้"),
            each(
                "limitation in limitations",
                paragraph("๖.{{ loop.index }}\t{{ limitation }}", "List"),
                help_text="พิมพ์ซ้ำทุกข้อจำกัดที่หน่วยงานกรอก",
            ),
        ),
    )


_LAST = "{{ 7 if limitations else 6 }}"
_SUGGESTIONS_TITLE = "{% if assessors.known %}ข้อเสนอแนะต่อผลการประเมิน{% else %}สรุปผลการประเมินรายเครื่องมือ{% endif %}"


def _suggestions() -> tuple[str, ...]:
    suggestion = paragraph(
        (
            "",
            "{% if suggestion.about %}{{ suggestion.about }}{% endif %}",
            "{% if suggestion.about %} {% endif %}“{{ suggestion.text }}”",
        )
    )
    return (
        paragraph(f"{_LAST}. {_SUGGESTIONS_TITLE} ปีงบประมาณ พ.ศ. {{{{ year }}}}", "Heading1"),
        paragraph("{{ assessors.result }}"),
        each(
            "tool in assessors.tools",
            paragraph(f"{_LAST}.{{{{ loop.index }}}} {{{{ tool.title }}}}", "Heading3"),
            when("tool.result", paragraph("{{ tool.result }}")),
            when(
                "tool.groups",
                paragraph("ผู้ประเมินมีข้อเสนอแนะต่อหน่วยงานดังต่อไปนี้", keep_next=True),
                each(
                    "group in tool.groups",
                    when("group.title", paragraph(("", "{{ group.title }}"), "Flush", keep_next=True, space=4)),
                    each("suggestion in group.suggestions", suggestion, help_text="พิมพ์ซ้ำทุกข้อเสนอแนะ ตามถ้อยคำผู้ประเมิน"),
                    help_text="พิมพ์ซ้ำทุกส่วนของเครื่องมือ",
                ),
                help_text="มีเมื่อกรอกข้อเสนอแนะของผู้ประเมิน",
            ),
            help_text="พิมพ์ซ้ำทุกเครื่องมือ",
        ),
    )
