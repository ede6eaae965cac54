"""What a written report says, as tests read it: its tables, its headings, and faults that no report may have."""

from __future__ import annotations

import re

from ita.thai import Digits
from ita.word.parts import xml
from support.word import body

ALL_EXAMPLES = (
    "srakaeo_2563",
    "nongphlap_2568",
    "khlongnokkrathung_2567",
    "khongchaiphatthana_2568",
    "thungkracho_2564",
)

_CAPTION = re.compile(r"(ตาราง|แผนภูมิ)ที่ [0-9๐-๙]+  ")
_FAULTS = re.compile(r"\{[{%#]|[%}]\}|  |None|\bnan\b|ร้อยละ ไม่มี|ได้ไม่มีข้อมูล|คะแนน คะแนน|\(\)| ,|ๆๆ|^ | $")
_CODE_DIGITS = re.compile(r"[0-9]")


def tables(data: bytes) -> list[list[list[str]]]:
    """Return the text of every cell, by table and row."""
    return [
        [[_text(cell) for cell in row.findall("w:tc", xml.NAMESPACES)] for row in table.findall("w:tr", xml.NAMESPACES)]
        for table in body(data).iter(xml.name("w:tbl"))
    ]


def _text(element: xml.Element) -> str:
    lines = {xml.name("w:br"): "\n", xml.name("w:tab"): "\t"}
    wanted = (xml.name("w:t"), *lines)
    return "".join(lines.get(piece.tag, piece.text or "") for piece in element.iter(*wanted))


def _style(paragraph: xml.Element) -> str:
    style = paragraph.find("w:pPr/w:pStyle", xml.NAMESPACES)
    return (style.get(xml.name("w:val")) or "") if style is not None else ""


def headings(data: bytes) -> list[str]:
    """Return the texts of the headings, in order."""
    return [_text(p) for p in body(data).iter(xml.name("w:p")) if _style(p).startswith("Heading")]


def empty_headings(data: bytes) -> list[str]:
    """Return the headings that nothing stands under, neither text nor table nor a deeper heading."""
    found: list[str] = []
    open_heading = ("", 0)
    for element in body(data):
        text, style = _text(element), _style(element)
        level = int(style[-1]) if style.startswith("Heading") else 0
        if level and open_heading[0] and level <= open_heading[1]:
            found.append(open_heading[0])
        if level:
            open_heading = (text, level)
        elif text.strip() or element.tag == xml.name("w:tbl"):
            open_heading = ("", 0)
    return [*found, open_heading[0]] if open_heading[0] else found


def faults(texts: list[str], digits: Digits) -> list[str]:
    """Return the texts that no report may have: left-over tags, doubled spaces, units of nothing, the wrong digits."""
    shown = [_CAPTION.sub("", text) for text in texts]
    wrong = re.compile(r"[๐-๙]") if digits == "arabic" else _CODE_DIGITS
    return [text for text in shown if _FAULTS.search(text) or wrong.search(text)]
