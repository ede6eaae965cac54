"""Blocks that every template shares: the cover, the rows of measures and the signatures."""

from __future__ import annotations

from collections.abc import Sequence

from ita.word.drafting.blocks import (
    Align,
    Column,
    body_row,
    cell,
    each_cell,
    each_row,
    paragraph,
    row,
    table,
    tag_row,
    when,
)
from ita.word.drafting.draft import Draft

PAGE_WIDTH, LANDSCAPE_WIDTH = 16.0, 25.7
SEAL = "ตราหน่วยงาน"
"""The name of the placeholder picture that the agency's seal replaces."""

QUESTION = "{{ question.code }}{% if question.part %} {{ question.part }}{% endif %}"
"""A question's code and, where it is known in one part of the tool, that part: e1 EIT ส่วนที่ 1."""

ANALYSIS_TITLE = (
    "รายงานวิเคราะห์ผลการประเมิน",
    "คุณธรรมและความโปร่งใส",
    "ในการดำเนินงานของหน่วยงานภาครัฐ",
    "(Integrity and Transparency Assessment : ITA)",
    "ประจำปีงบประมาณ พ.ศ. {{ year }}",
)
"""The lines of the cover of a report that analyses a result."""

_SEAL_SIDE = 4.0


def cover(draft: Draft, title: Sequence[str], purpose: Sequence[str]) -> tuple[str, ...]:
    """Return a cover: seal, title, purpose, agency at the foot; the lines are broken by sense."""
    seal = when("agency.has_seal", draft.picture(SEAL, "ตราสัญลักษณ์ของหน่วยงาน", _SEAL_SIDE), help_text="มีตราจึงพิมพ์")
    main = "".join(paragraph(line, "CoverText" if line.startswith("(") else "CoverTitle") for line in title)
    second = "".join(paragraph(line, "CoverText") for line in purpose)
    agency = paragraph("{{ agency.name }}", "CoverText") + when(
        "agency.place", paragraph("{{ agency.place }}", "CoverText")
    )
    rows = (
        _cover_row(seal, 5.0, "top"),
        _cover_row(main, 8.0, "center"),
        _cover_row(second, 5.5, "top"),
        _cover_row(agency, 5.5, "bottom"),
    )
    return (table([Column("", PAGE_WIDTH)], *rows, style="TableNormal", head=False),)


def _cover_row(content: str, height: float, align: Align) -> str:
    return row(cell(content, PAGE_WIDTH, align=align), height=height)


def measure_rows(source: str, apart: Sequence[Column], joined: Sequence[Column], texts: Sequence[str]) -> str:
    """Return the rows of the measures in ``source``, one a step.

    ``joined`` are the columns of a measure whose steps share their time and people, ``apart`` those of the others.
    """
    steps = each_row(
        "step in measure.steps",
        apart,
        tag_row("if measure.is_uniform", apart, "ทุกขั้นตอนมีเวลาและผู้รับผิดชอบเดียวกัน จึงรวมช่องไว้ด้วยกัน"),
        body_row(joined, texts),
        tag_row("else", apart),
        body_row(apart, texts),
        tag_row("endif", apart),
        help_text="พิมพ์ซ้ำทุกขั้นตอนของมาตรการ",
    )
    opening = tag_row(f"for measure in {source}", apart, "พิมพ์ซ้ำทุกมาตรการ ช่องของมาตรการรวมกันตามจำนวนขั้นตอน")
    return f"{opening}{steps}{tag_row('endfor', apart)}"


def signatures(width: float = LANDSCAPE_WIDTH) -> tuple[str, ...]:
    """Return the block where the signers sign, side by side over ``width`` cm; dots stand for what was not entered."""
    is_wide = width > PAGE_WIDTH
    dots, role = "." * (40 if is_wide else 30), "{{ signer.role }}"
    lines = (
        f"ลงชื่อ {dots} {role}" if is_wide else f"ลงชื่อ {dots}",
        f"({{% if signer.name %}}{{{{ signer.name }}}}{{% else %}}{dots}{{% endif %}})",
        f"{{% if signer.position %}}{{{{ signer.position }}}}{{% else %}}ตำแหน่ง {dots}{{% endif %}}",
        *(() if is_wide else (role,)),
    )
    block = "".join(paragraph(line, "Signature", keep_next=True) for line in lines)
    return (
        when(
            "signers",
            paragraph("", "Signature", keep_next=True, space=12),
            each_cell("signer in signers", block, width, "พิมพ์ซ้ำทุกผู้ลงนาม"),
        ),
    )
