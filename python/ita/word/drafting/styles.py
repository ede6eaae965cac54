"""The styles of our templates: Thai names, both halves of every property, nothing inherited from Word's defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ita.word.drafting.runs import PLAIN, Look, properties
from ita.word.parts import xml

TWIPS_PER_CM = 567
FIRST_LINE = 2.5
TEXT_WIDTH = 16.0
"""Between the margins of a portrait page, in cm."""

_NO_AUTO_SPACE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
"""No gap between the Latin letter and the Thai digits of a code such as i๑๐."""

Justify = Literal["left", "center", "right", "thaiDistribute"]


def twips(cm: float) -> int:
    """Return centimetres in twentieths of a point."""
    return round(cm * TWIPS_PER_CM)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style; lengths in cm, spaces in points, ``outline`` the heading level from 0.

    ``leader`` is where a dotted line ends, ``builtin`` a style that Word knows and shows by its own Thai name.
    """

    id: str
    name: str
    look: Look = PLAIN
    justify: Justify = "left"
    first_line: float = 0.0
    left: float = 0.0
    hanging: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep_next: bool = False
    outline: int | None = None
    leader: float = 0.0
    builtin: bool = False


STYLES = (
    Style("Body", "เนื้อความ", justify="thaiDistribute", first_line=FIRST_LINE, after=4),
    Style("Flush", "เนื้อความชิดซ้าย", justify="thaiDistribute", after=4),
    Style("List", "รายการ", justify="thaiDistribute", left=3.25, hanging=0.75),
    Style("ColumnList", "รายการสองคอลัมน์", left=1.2, hanging=1.2),
    Style("SubList", "รายการย่อย", justify="thaiDistribute", left=4.75, hanging=1.5),
    Style("ListPlain", "รายการไม่มีเลข", left=2.5),
    Style("Right", "ท้ายคำนำ", justify="center", left=5.5),
    Style("CoverTitle", "ชื่อเรื่องปก", Look(26, bold=True), "center"),
    Style("CoverText", "ข้อความปก", Look(20, bold=True), "center"),
    Style("Title", "หัวเรื่อง", Look(20, bold=True), "center", after=12, keep_next=True, outline=0),
    Style("PageTitle", "ชื่อรายงานบนหน้าแรก", Look(18, bold=True), "center", keep_next=True),
    Style("Heading1", "หัวข้อระดับ ๑", Look(20, bold=True), before=12, after=6, keep_next=True, outline=0),
    Style("Heading2", "หัวข้อระดับ ๒", Look(18, bold=True), before=10, after=4, keep_next=True, outline=1),
    Style("Heading3", "หัวข้อระดับ ๓", Look(16, bold=True), before=6, after=2, keep_next=True, outline=2),
    Style("ContentsTitle", "หัวเรื่องสารบัญ", Look(20, bold=True), "center", after=12, keep_next=True),
    Style("TOC1", "toc 1", before=2, leader=TEXT_WIDTH, builtin=True),
    Style("TOC2", "toc 2", left=0.8, leader=TEXT_WIDTH, builtin=True),
    Style("TOC3", "toc 3", left=1.6, leader=TEXT_WIDTH, builtin=True),
    Style("Caption", "คำบรรยายแผนภูมิ", Look(14), "center", before=2, after=10),
    Style("TableCaption", "คำบรรยายตาราง", Look(16, bold=True), before=6, after=4, keep_next=True),
    Style("Chart", "แผนภูมิ", justify="center", before=6, keep_next=True),
    Style("TableHead", "หัวตาราง", Look(14, bold=True), "center", keep_next=True),
    Style("TableText", "ข้อความในตาราง", Look(14)),
    Style("TableSub", "ข้อความย่อยในตาราง", Look(14), left=0.6),
    Style("TableNumber", "ตัวเลขในตาราง", Look(14), "center"),
    Style("SmallHead", "หัวตารางเล็ก", Look(12, bold=True), "center", keep_next=True),
    Style("SmallText", "ข้อความในตารางเล็ก", Look(12)),
    Style("SmallNumber", "ตัวเลขในตารางเล็ก", Look(12), "center"),
    Style("GroupLabel", "ป้ายกลุ่ม ว่างคือรวมกับช่องบน", Look(12, bold=True)),
    Style("GroupText", "ข้อความกลุ่ม ว่างคือรวมกับช่องบน", Look(12)),
    Style("Figure", "ตัวเลขเด่น", Look(28, bold=True, color="1F3864"), "center"),
    Style("Note", "หมายเหตุ", Look(14), before=2, after=6),
    Style("Signature", "ลงนาม", justify="center"),
    Style("PageNumber", "เลขหน้า", justify="center"),
    Style("Command", "คำสั่งแม่แบบ", Look(11, color="1B7F79")),
)


def styles_xml() -> bytes:
    """Return the styles part."""
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    character = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    defaults = (
        f"<w:docDefaults><w:rPrDefault>{properties(Look(16))}</w:rPrDefault><w:pPrDefault><w:pPr>{_NO_AUTO_SPACE}"
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    ours = "".join(_paragraph_style(style) for style in STYLES)
    content = f"{defaults}{normal}{character}{_table_styles()}{ours}"
    return xml.serialize(xml.fragment(f"<w:styles>{content}</w:styles>"))


def _paragraph_style(style: Style) -> str:
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    spacing = f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"/>'
    indents = {"left": style.left, "firstLine": style.first_line, "hanging": style.hanging}
    indent = "".join(f' w:{key}="{twips(value)}"' for key, value in indents.items() if value)
    level = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    stop = f'<w:tab w:val="right" w:leader="dot" w:pos="{twips(style.leader)}"/>'
    tabs = f"<w:tabs>{stop}</w:tabs>" if style.leader else ""
    indented = f"<w:ind{indent}/>" if indent else ""
    layout = f'{keep}{tabs}{_NO_AUTO_SPACE}{spacing}{indented}<w:jc w:val="{style.justify}"/>{level}'
    custom = "" if style.builtin else ' w:customStyle="1"'
    head = f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}">{head}'
        f"<w:pPr>{layout}</w:pPr>{properties(style.look)}</w:style>"
    )


def _table_styles() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for side in sides)
    margins = "".join(f'<w:{s} w:w="{twips(cm)}" w:type="dxa"/>' for s, cm in _MARGINS)
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    ours = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="ตารางรายงาน"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr></w:style>"
    )
    return f"{plain}{ours}"


_MARGINS = (("top", 0.05), ("left", 0.15), ("bottom", 0.05), ("right", 0.15))
