"""The building blocks of a template: paragraphs, tags, tables, charts, pictures, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ita.word.drafting.runs import BOLD, HIDDEN, PLAIN, Look, run
from ita.word.drafting.styles import twips
from ita.word.parts import xml

EMU_PER_CM = 360_000
HEAD_FILL = "D9E2F3"

Align = Literal["top", "center", "bottom"]

Text = str | tuple[str, ...]
"""Plain text, or a tuple whose odd members (the second, the fourth …) are bold."""


def runs(text: Text, look: Look = PLAIN) -> str:
    """Return the runs of a text."""
    if isinstance(text, str):
        return run(text, look)
    return "".join(run(piece, BOLD if index % 2 else look) for index, piece in enumerate(text) if piece)


def paragraph(
    text: Text,
    style: str = "Body",
    *,
    page_break: bool = False,
    keep_next: bool = False,
    keep_lines: bool = False,
    space: float = 0.0,
) -> str:
    """Return a paragraph; ``page_break`` starts a new page before it, ``space`` is points above it."""
    extra = f"{'<w:keepNext/>' if keep_next else ''}{'<w:keepLines/>' if keep_lines else ''}"
    extra += "<w:pageBreakBefore/>" if page_break else ""
    extra += f'<w:spacing w:before="{round(space * 20)}"/>' if space else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{runs(text)}</w:p>'


def tag(command: str, help_text: str = "") -> str:
    """Return a paragraph that holds one tag, such as ``for tool in tools``, and a hidden word of help.

    The whole paragraph, help included, is gone from the report.
    """
    help_run = run(f"  {help_text}", HIDDEN) if help_text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="Command"/></w:pPr>{run(f"{{%p {command} %}}")}{help_run}</w:p>'


def when(condition: str, *content: str, otherwise: Sequence[str] = (), help_text: str = "") -> str:
    """Return blocks that appear only when the condition holds."""
    other = f"{tag('else')}{''.join(otherwise)}" if otherwise else ""
    return f"{tag(f'if {condition}', help_text)}{''.join(content)}{other}{tag('endif')}"


def each(loop: str, *content: str, help_text: str) -> str:
    """Return blocks that repeat, such as for ``tool in tools``; the help tells an official what repeats."""
    return f"{tag(f'for {loop}', help_text)}{''.join(content)}{tag('endfor')}"


def caption(kind: str, text: str, style: str) -> str:
    """Return a caption such as ``แผนภูมิที่ ๑ …``; the report numbers those of a kind from one on."""
    return paragraph(("", f"{kind}ที่ ๑", f"  {text}"), style)


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its head, its width in cm, the style of its cells; ``merged`` joins it over a row loop."""

    head: str
    width: float
    style: str = "TableText"
    merged: bool = False


Merge = Literal["", "restart", "continue"]
"""Whether a cell begins to span the rows below it, or goes on from the row above."""


def cell(content: str, width: float, *, fill: str = "", align: Align = "top", span: int = 1, merge: Merge = "") -> str:
    """Return a table cell of finished paragraphs; width in cm."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    vertical = "" if align == "top" else f'<w:vAlign w:val="{align}"/>'
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    size = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    rows = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f"<w:tc><w:tcPr>{size}{grid}{rows}{shade}{vertical}</w:tcPr>{content}</w:tc>"


def row(*cells: str, head: bool = False, may_split: bool = False, height: float = 0.0) -> str:
    """Return a table row; a head row repeats on every page, ``height`` is in cm and the least it takes."""
    rules = "" if may_split else "<w:cantSplit/>"
    rules += f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>' if height else ""
    rules += "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr>{rules}</w:trPr>{''.join(cells)}</w:tr>"


def head_row(columns: Sequence[Column]) -> str:
    """Return the shaded head row of a table."""
    cells = (cell(paragraph(c.head, "TableHead"), c.width, fill=HEAD_FILL, align="center") for c in columns)
    return row(*cells, head=True)


def body_row(columns: Sequence[Column], texts: Sequence[Text], *, may_split: bool = False, fill: str = "") -> str:
    """Return a row of texts; a merged column's text shows once for a whole loop of rows."""
    cells = (_body_cell(column, text, fill) for column, text in zip(columns, texts, strict=True))
    return row(*cells, may_split=may_split)


def _body_cell(column: Column, text: Text, fill: str) -> str:
    shown = f"{text}{{% vm %}}" if column.merged and isinstance(text, str) else text
    return cell(paragraph(shown, column.style), column.width, fill=fill)


def tag_row(command: str, columns: Sequence[Column], help_text: str = "") -> str:
    """Return a row that holds one row tag; the whole row is gone from the report."""
    help_run = run(f"  {help_text}", HIDDEN) if help_text else ""
    content = f'<w:p><w:pPr><w:pStyle w:val="Command"/></w:pPr>{run(f"{{%tr {command} %}}")}{help_run}</w:p>'
    return row(cell(content, sum(c.width for c in columns), span=len(columns)))


def each_row(loop: str, columns: Sequence[Column], *rows: str, help_text: str) -> str:
    """Return rows that repeat."""
    return f"{tag_row(f'for {loop}', columns, help_text)}{''.join(rows)}{tag_row('endfor', columns)}"


def each_cell(loop: str, content: str, width: float, help_text: str) -> str:
    """Return a table without lines whose one row has a cell for each turn of the loop; ``width`` in cm is shared."""
    opening = paragraph(f"{{%tc for {loop} %}}", "Command").replace("</w:p>", f"{run(f'  {help_text}', HIDDEN)}</w:p>")
    closing = paragraph("{%tc endfor %}", "Command")
    cells = (cell(part, width / 3, align="top") for part in (opening, content, closing))
    return table([Column("", width / 3)] * 3, row(*cells), style="TableNormal", head=False)


def table(columns: Sequence[Column], *rows: str, style: str = "ReportTable", head: bool = True) -> str:
    """Return a table of fixed column widths."""
    width = sum(twips(column.width) for column in columns)
    grid = "".join(f'<w:gridCol w:w="{twips(column.width)}"/>' for column in columns)
    setup = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/>'
    )
    top = head_row(columns) if head else ""
    return f"<w:tbl><w:tblPr>{setup}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{top}{''.join(rows)}</w:tbl>"


def frame(name: str, description: str, width: float, height: float, content: str) -> str:
    """Return a run with a drawing in line with the text; sizes in cm, the name is how it is found again."""
    size = f'<wp:extent cx="{round(width * EMU_PER_CM)}" cy="{round(height * EMU_PER_CM)}"/>'
    label = f'<wp:docPr id="1" name={xml.attribute(name)} descr={xml.attribute(description)}/>'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{size}{label}'
        f"<wp:cNvGraphicFramePr/><a:graphic>{content}</a:graphic></wp:inline></w:drawing></w:r>"
    )


def chart(name: str, description: str, width: float, height: float, relation: str) -> str:
    """Return a paragraph with a chart; sizes in cm."""
    uri = xml.NAMESPACES["c"]
    content = f'<a:graphicData uri="{uri}"><c:chart r:id="{relation}"/></a:graphicData>'
    shown = frame(name, description, width, height, content)
    return f'<w:p><w:pPr><w:pStyle w:val="Chart"/></w:pPr>{shown}</w:p>'


def picture(name: str, description: str, side: float, relation: str) -> str:
    """Return a centred paragraph with a placeholder picture of ``side`` cm."""
    emu = round(side * EMU_PER_CM)
    shape = (
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name={xml.attribute(name)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="{emu}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    content = f'<a:graphicData uri="{xml.NAMESPACES["pic"]}">{shape}</a:graphicData>'
    shown = frame(name, description, side, side, content)
    return f'<w:p><w:pPr><w:pStyle w:val="CoverText"/></w:pPr>{shown}</w:p>'


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page: orientation, whether it has the page number, and the number it starts with."""

    orientation: Literal["portrait", "landscape"] = "portrait"
    header: str = ""
    start: int | None = None


def section_xml(section: Section) -> str:
    """Return the section properties: A4, the margins of the official letter style, Thai page numbers."""
    header = f'<w:headerReference w:type="default" r:id="{section.header}"/>' if section.header else ""
    start = "" if section.start is None else f' w:start="{section.start}"'
    width, height = twips(21.0), twips(29.7)
    turned = section.orientation == "landscape"
    size = f'w:w="{height if turned else width}" w:h="{width if turned else height}"'
    orient = ' w:orient="landscape"' if turned else ""
    sides = {"top": 2.5, "right": 2.0, "bottom": 2.0, "left": 2.0 if turned else 3.0, "header": 1.25, "footer": 1.0}
    margins = " ".join(f'w:{side}="{twips(cm)}"' for side, cm in sides.items())
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/><w:pgSz {size}{orient}/><w:pgMar {margins} w:gutter="0"/>'
        f'<w:pgNumType w:fmt="thaiNumbers"{start}/></w:sectPr>'
    )


def end_section(section: Section) -> str:
    """Return the small paragraph that ends a section."""
    small = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    return f"<w:p><w:pPr>{small}{section_xml(section)}</w:pPr></w:p>"
