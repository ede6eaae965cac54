"""The chapter of the report by issue that shows the result: total and level, tools, indicators."""

from __future__ import annotations

from ita.word.drafting.blocks import Column, body_row, caption, each_row, paragraph, table, when


def results() -> tuple[str, ...]:
    """Return the chapter on the result: the whole, the tools, the indicators."""
    return (
        paragraph("๓. ผลการประเมิน ปีงบประมาณ พ.ศ. {{ year }}", "Heading1", page_break=True),
        paragraph("๓.๑ ผลการประเมินในภาพรวม", "Heading2"),
        paragraph("{{ overview.result }}"),
        when("level.reason", paragraph("{{ level.reason }}")),
        when("scoring.not_processed", paragraph("{{ scoring.not_processed }}"), help_text="มีเครื่องมือที่ไม่ประมวลผล"),
        when("previous.known", paragraph("{{ overview.comparison }}"), help_text="มีผลของปีก่อน"),
        _tool_table(),
        paragraph("๓.๒ ผลการประเมินจำแนกตามเครื่องมือและตัวชี้วัด", "Heading2"),
        paragraph("ผลรายตัวชี้วัดเทียบกับเกณฑ์ {{ pass_mark }} คะแนน พบว่า{{ overview.indicators }}"),
        _indicator_table(),
    )


_VERDICT = "{%% if %s.verdict %%}{{ %s.verdict }}เกณฑ์{%% else %%}–{%% endif %%}"


def _verdict(score: str) -> str:
    """Return ผ่านเกณฑ์ or ไม่ผ่านเกณฑ์, a dash while it is open."""
    return _VERDICT % (score, score)


_PARTS = "พิมพ์ซ้ำทุกส่วนของ EIT"


def _tool_table() -> str:
    columns = [
        Column("เครื่องมือ", 8.2),
        Column("น้ำหนัก\n(ร้อยละ)", 2.2, "TableNumber"),
        Column("คะแนน", 2.8, "TableNumber"),
        Column("ผลการประเมิน", 2.8, "TableNumber"),
    ]
    whole = ["{{ tool.name }} ({{ tool.code }})", "{{ tool.weight }}", "{{ tool.score }}", _verdict("tool.score")]
    part = ["{{ part.name }}", "{{ part.weight }}", "{{ part.score }}", _verdict("part.score")]
    parts = each_row(
        "part in tool.parts", columns, body_row([Column("", 8.2, "TableSub"), *columns[1:]], part), help_text=_PARTS
    )
    tools = each_row("tool in tools", columns, body_row(columns, whole), parts, help_text="พิมพ์ซ้ำทุกเครื่องมือ")
    total = [("", "คะแนนรวม"), "๑๐๐", ("", "{{ total }}"), _verdict("total")]
    heading = caption("ตาราง", "คะแนนรวมและคะแนนรายเครื่องมือ", "TableCaption")
    return heading + table(columns, tools, body_row(columns, total, fill="F2F2F2"))


def _indicator_table() -> str:
    columns = [
        Column("ที่", 1.2, "TableNumber"),
        Column("เครื่องมือ", 2.4, "TableNumber", merged=True),
        Column("ตัวชี้วัด", 6.8),
        Column("คะแนน", 2.8, "TableNumber"),
        Column("ผลการประเมิน", 2.8, "TableNumber"),
    ]
    texts = ["{{ indicator.number }}", "{{ tool.code }}", "{{ indicator.name }}", "{{ indicator.score }}"]
    rows = each_row(
        "tool in tools",
        columns,
        each_row(
            "indicator in tool.indicators",
            columns,
            body_row(columns, [*texts, _verdict("indicator.score")]),
            help_text="พิมพ์ซ้ำทุกตัวชี้วัดของเครื่องมือ",
        ),
        help_text="พิมพ์ซ้ำทุกเครื่องมือ ช่องเครื่องมือรวมกันตามจำนวนตัวชี้วัด",
    )
    heading = caption("ตาราง", "ผลการประเมินรายตัวชี้วัด เทียบกับเกณฑ์ {{ pass_mark }} คะแนน", "TableCaption")
    return heading + table(columns, rows)
