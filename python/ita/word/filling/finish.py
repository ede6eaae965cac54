"""What a filled part still needs: line breaks, unique ids, whole cells, caption numbers, the report's digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita.thai import Digits, in_digits, to_arabic_digits
from ita.word.filling import closing, grouping, keeping
from ita.word.parts import identity, xml

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {"\n": "w:br", "\t": "w:tab"}
_CAPTION = re.compile(r"(\s*\S+ที่\s*)[๐-๙0-9]+")
CAPTION_STYLES = frozenset({"Caption", "TableCaption"})
"""Paragraph styles whose leading number is given by the report."""


def finish(root: xml.Element, identifiers: Iterator[int], digits: Digits) -> None:
    """Put a filled part in order; ``identifiers`` go on through all parts of a document."""
    _break_lines(root)
    _complete_cells(root)
    _fit_grids(root)
    keeping.keep(root)
    grouping.group(root)
    closing.keep(root)
    identity.number_frames(root, identifiers)
    identity.number_bookmarks(root, identifiers)
    _number_captions(root, digits)
    if digits == "arabic":
        _use_arabic_digits(root)


def _break_lines(root: xml.Element) -> None:
    """Turn newlines and tabs inside texts into the elements that Word shows them by; spaces are kept."""
    for text in list(root.iter(xml.name("w:t"))):
        shown = text.text or ""
        text.set(_SPACE, "preserve")
        if "\n" in shown or "\t" in shown:
            text.text, *pieces = re.split("([\n\t])", shown)
            for piece in reversed(pieces):
                text.addnext(_piece(piece))


def _piece(piece: str) -> xml.Element:
    if piece in _SIGNS:
        return xml.element(_SIGNS[piece])
    text = xml.element("w:t")
    text.text = piece
    text.set(_SPACE, "preserve")
    return text


def _complete_cells(root: xml.Element) -> None:
    """Give every cell the closing paragraph that Word asks for, where a condition left none."""
    for cell in root.iter(xml.name("w:tc")):
        if not len(cell) or list(cell)[-1].tag != xml.name("w:p"):
            cell.append(xml.fragment("<w:p/>"))


def _fit_grids(root: xml.Element) -> None:
    """Give every table as many grid columns as its widest row has cells, of equal width where that changed."""
    for table in root.iter(xml.name("w:tbl")):
        grid = xml.first(table, "w:tblGrid")
        columns = len(grid)
        needed = max((sum(map(_span, _cells(row))) for row in table.findall(xml.path("w:tr"))), default=columns)
        if needed and needed != columns:
            _share_width(table, grid, needed)


def _cells(row: xml.Element) -> list[xml.Element]:
    return row.findall(xml.path("w:tc"))


def _span(cell: xml.Element) -> int:
    span = cell.find(xml.path("w:tcPr/w:gridSpan"))
    return int(span.get(xml.name("w:val")) or 1) if span is not None else 1


def _share_width(table: xml.Element, grid: xml.Element, columns: int) -> None:
    width = sum(int(column.get(xml.name("w:w")) or 0) for column in grid) // columns
    for column in list(grid):
        grid.remove(column)
    for _ in range(columns):
        grid.append(xml.fragment(f'<w:gridCol w:w="{width}"/>'))
    for row in table.findall(xml.path("w:tr")):
        for cell in _cells(row):
            size = cell.find(xml.path("w:tcPr/w:tcW"))
            if size is not None:
                size.set(xml.name("w:w"), str(width * _span(cell)))


def _number_captions(root: xml.Element, digits: Digits) -> None:
    """Number the captions of each kind from one, whatever numbers the template shows.

    A Word SEQ field would do it too, but LibreOffice shows its numbers in Arabic digits.
    """
    counts: dict[str, int] = {}
    for style in root.iter(xml.name("w:pStyle")):
        if style.get(xml.name("w:val")) in CAPTION_STYLES:
            _number_caption(xml.ancestor(style, "w:p"), counts, digits)


def _number_caption(paragraph: xml.Element, counts: dict[str, int], digits: Digits) -> None:
    for text in paragraph.iter(xml.name("w:t")):
        match = _CAPTION.match(text.text or "")
        if match:
            counts[match[1]] = counts.get(match[1], 0) + 1
            number = in_digits(str(counts[match[1]]), digits)
            text.text = f"{match[1]}{number}{(text.text or '')[match.end() :]}"
            return


def _use_arabic_digits(root: xml.Element) -> None:
    for text in root.iter(xml.name("w:t")):
        text.text = to_arabic_digits(text.text or "")
    for numbering in root.iter(xml.name("w:pgNumType")):
        numbering.set(xml.name("w:fmt"), "decimal")
