"""What a filled part still needs: line breaks, unique ids, whole cells, caption numbers, the report's digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita.thai import Digits, in_digits, to_arabic_digits
from ita.word import xml

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_CAPTION = re.compile(r"(\s*\S+ที่\s*)[๐-๙0-9]+")
CAPTION_STYLES = frozenset({"Caption", "TableCaption"})
"""Paragraph styles whose leading number is given by the report."""


def finish(root: xml.Element, identifiers: Iterator[int], digits: Digits) -> None:
    """Put a filled part in order; ``identifiers`` go on through all parts of a document."""
    _break_lines(root)
    _complete_cells(root)
    _fit_grids(root)
    _keep_merged_rows(root)
    _number_frames(root, identifiers)
    _number_captions(root, digits)
    if digits == "arabic":
        _use_arabic_digits(root)


def _break_lines(root: xml.Element) -> None:
    """Turn newlines and tabs inside texts into the elements that Word shows them by."""
    for text in list(root.iter(xml.name("w:t"))):
        pieces = re.split("([\n\t])", text.text or "")
        text.text = pieces[0]
        text.set(_SPACE, "preserve")
        for piece in reversed(pieces[1:]):
            text.addnext(_piece(piece))


def _piece(piece: str) -> xml.Element:
    match piece:
        case "\n":
            return xml.fragment("<w:br/>")
        case "\t":
            return xml.fragment("<w:tab/>")
        case _:
            return xml.fragment(f'<w:t xml:space="preserve">{xml.text(piece)}</w:t>')


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
        needed = max((sum(map(_span, _cells(row))) for row in table.findall("w:tr", xml.NAMESPACES)), default=columns)
        if needed and needed != columns:
            _share_width(table, grid, needed)


def _cells(row: xml.Element) -> list[xml.Element]:
    return row.findall("w:tc", xml.NAMESPACES)


def _span(cell: xml.Element) -> int:
    span = cell.find("w:tcPr/w:gridSpan", xml.NAMESPACES)
    return int(span.get(xml.name("w:val")) or 1) if span is not None else 1


def _share_width(table: xml.Element, grid: xml.Element, columns: int) -> None:
    width = sum(int(column.get(xml.name("w:w")) or 0) for column in grid) // columns
    for column in list(grid):
        grid.remove(column)
    for _ in range(columns):
        grid.append(xml.fragment(f'<w:gridCol w:w="{width}"/>'))
    for row in table.findall("w:tr", xml.NAMESPACES):
        for cell in _cells(row):
            size = cell.find("w:tcPr/w:tcW", xml.NAMESPACES)
            if size is not None:
                size.set(xml.name("w:w"), str(width * _span(cell)))


def _keep_merged_rows(root: xml.Element) -> None:
    """Keep the first two rows under a merged cell together: the first would be cut from its text on the next page."""
    for table in root.iter(xml.name("w:tbl")):
        rows = table.findall("w:tr", xml.NAMESPACES)
        merged = [any(_goes_on(cell) for cell in _cells(row)) for row in rows]
        for row, goes_on, next_goes_on in zip(rows, merged, merged[1:], strict=False):
            if next_goes_on and not goes_on:
                for paragraph in row.iter(xml.name("w:p")):
                    _keep_with_next(paragraph)


def _goes_on(cell: xml.Element) -> bool:
    merge = cell.find("w:tcPr/w:vMerge", xml.NAMESPACES)
    return merge is not None and merge.get(xml.name("w:val")) != "restart"


def _keep_with_next(paragraph: xml.Element) -> None:
    properties = paragraph.find("w:pPr", xml.NAMESPACES)
    if properties is None or properties.find("w:keepNext", xml.NAMESPACES) is not None:
        return
    style = properties.find("w:pStyle", xml.NAMESPACES)
    properties.insert(0 if style is None else 1, xml.fragment("<w:keepNext/>"))


def _number_frames(root: xml.Element, identifiers: Iterator[int]) -> None:
    for frame in root.iter(xml.name("wp:docPr")):
        frame.set("id", str(next(identifiers)))


def _number_captions(root: xml.Element, digits: Digits) -> None:
    """Number the captions of each kind from one, whatever numbers the template shows.

    A Word SEQ field would do it too, but LibreOffice shows its numbers in Arabic digits.
    """
    counts: dict[str, int] = {}
    for paragraph in root.iter(xml.name("w:p")):
        style = paragraph.find("w:pPr/w:pStyle", xml.NAMESPACES)
        if style is not None and style.get(xml.name("w:val")) in CAPTION_STYLES:
            _number_caption(paragraph, counts, digits)


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
