"""The signatures are never alone on a page: what stands before them turns the page with them.

Word keeps a paragraph with the next, so a template's own closing sentence holds on to the signatures. What comes
before that differs from report to report: the last row of a table, or the last paragraph of a section.
"""

from __future__ import annotations

from ita.word.filling import heights, keeping
from ita.word.parts import xml

_PLAIN = "TableNormal"
"""The style of tables without lines: those that signatures stand in."""
_ROOM = 0.55
"""The share of a page that the last row may take to share it with the closing lines."""


def keep(root: xml.Element) -> None:
    """Keep the last paragraph or the last row before the closing lines of a document on their page."""
    body = root.find(xml.path("w:body"))
    if body is None:
        return
    blocks = [block for block in body if block.tag in {xml.name("w:p"), xml.name("w:tbl")}]
    if not blocks or not _has_style(blocks[-1], "w:tblPr/w:tblStyle", _PLAIN):
        return
    while blocks and _is_closing(blocks[-1]):
        blocks.pop()
    if blocks:
        _keep(blocks[-1])


def _is_closing(block: xml.Element) -> bool:
    return (
        _has_style(block, "w:tblPr/w:tblStyle", _PLAIN)
        or block.find(xml.path("w:pPr/w:keepNext")) is not None
        or _has_style(block, "w:pPr/w:pStyle", "Signature")
    )


def _has_style(block: xml.Element, path: str, style: str) -> bool:
    found = block.find(xml.path(path))
    return found is not None and found.get(xml.name("w:val")) == style


def _keep(block: xml.Element) -> None:
    if block.find(xml.path("w:pPr/w:sectPr")) is not None:
        return
    if block.tag == xml.name("w:p"):
        keeping.keep_with_next(block)
        return
    rows, tall = block.findall(xml.path("w:tr")), heights.rows(block)
    if rows and tall[-1] <= _ROOM * heights.room(block, tall):
        for paragraph in rows[-1].iter(xml.name("w:p")):
            keeping.keep_with_next(paragraph)
