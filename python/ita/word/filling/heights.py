"""How tall the rows of a table will be, estimated: only Word knows, but a page is full at about the same place.

The widths are those of TH SarabunPSK in ems; lengths are points. An estimate is right to about a tenth.
"""

from __future__ import annotations

import functools
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ita.word.drafting.styles import STYLES
from ita.word.parts import xml

TWIPS_PER_POINT = 20
_SIZES = {style.id: style.look.size or 16.0 for style in STYLES}
_SPACES = {style.id: style.before + style.after for style in STYLES}
_SIGNS = {xml.name("w:br"): "\n", xml.name("w:tab"): "  "}
_LINE = 1.134
"""Height of a line, in ems: 18.1 points at 16."""
_FULL = 0.94
"""How much of a line is filled before a Thai phrase has to go to the next one."""
_ANY_SIZE = 14.0
_CELL_MARGINS = (0.3 * 28.35, 0.1 * 28.35)
"""What a cell's margins take of its width and of its height."""

_LANDSCAPE = 467.0
_LETTER, _SPACE, _THAI_DIGIT, _DIGIT, _LATIN, _SIGN = 0.37, 0.21, 0.445, 0.36, 0.35, 0.18


def advance(text: str) -> float:
    """Return the width of a text in ems; vowels and tone marks above and below the line take none."""
    return sum(map(_advance, text))


@functools.lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    if unicodedata.category(character) == "Mn":
        return 0.0
    if "๐" <= character <= "๙":
        return _THAI_DIGIT
    if "ก" <= character <= "๛":
        return _LETTER
    if character.isspace():
        return _SPACE
    if character.isdigit():
        return _DIGIT
    return _LATIN if character.isalpha() else _SIGN


def rows(table: xml.Element) -> list[float]:
    """Return the height of each row; text of a vertically merged cell that needs more adds to its last row."""
    found = table.findall(xml.path("w:tr"))
    grid = [_twips(column, "w:w") for column in xml.first(table, "w:tblGrid")]
    spots = [_spots(row, grid) for row in found]
    heights = [max((_cell(s.cell, s.width) for s in row if not s.merge), default=0.0) for row in spots]
    for first, last, needed in _merged(spots):
        heights[last] += max(0.0, needed - sum(heights[first : last + 1]))
    return heights


def room(table: xml.Element, tall: Sequence[float] | None = None) -> float:
    """Return what a page of the table's section holds below the head rows; ``tall`` are the rows' heights if known."""
    body = table.getparent()
    children = list(body) if body is not None else []
    behind = children[children.index(table) :] if children else []
    section = next((found for child in behind for found in child.iter(xml.name("w:sectPr"))), None)
    head = (
        height for row, height in zip(table.findall(xml.path("w:tr")), tall or rows(table), strict=True) if is_head(row)
    )
    return _page_height(section) - sum(head)


def is_head(row: xml.Element) -> bool:
    """Whether a row repeats on every page."""
    return row.find(xml.path("w:trPr/w:tblHeader")) is not None


def _page_height(section: xml.Element | None) -> float:
    """Return the height of a page inside its margins; that of a landscape A4 where no section tells."""
    if section is None:
        return _LANDSCAPE
    page, margins = xml.first(section, "w:pgSz"), xml.first(section, "w:pgMar")
    return _twips(page, "w:h") - _twips(margins, "w:top") - _twips(margins, "w:bottom")


def paragraph(element: xml.Element, width: float) -> float:
    """Return the height of a paragraph in a space of ``width``."""
    properties = element.find(xml.path("w:pPr"))
    style = None if properties is None else properties.find(xml.path("w:pStyle"))
    name = (style.get(xml.name("w:val")) if style is not None else None) or ""
    size = _SIZES.get(name, _ANY_SIZE)
    lines = sum(max(1, math.ceil(advance(line) * size / (width * _FULL))) for line in lines_of(element))
    return lines * size * _LINE + _SPACES.get(name, 0.0)


def lines_of(element: xml.Element) -> list[str]:
    """Return the texts between a paragraph's line breaks."""
    pieces = (_SIGNS.get(piece.tag, piece.text or "") for piece in element.iter(xml.name("w:t"), *_SIGNS))
    return "".join(pieces).split("\n")


def placed(row: xml.Element) -> list[tuple[int, xml.Element]]:
    """Return the cells of a row with the grid column that each begins in."""
    start, found = 0, list[tuple[int, xml.Element]]()
    for cell in row.findall(xml.path("w:tc")):
        found.append((start, cell))
        start += span(cell)
    return found


def span(cell: xml.Element) -> int:
    """Return how many grid columns a cell takes."""
    found = _property(cell, "w:gridSpan")
    return 1 if found is None else int(found.get(xml.name("w:val")) or 1)


def _property(cell: xml.Element, prefixed: str) -> xml.Element | None:
    # One step at a time is twice as fast as a path of two, and every cell is asked several times.
    properties = cell.find(xml.path("w:tcPr"))
    return None if properties is None else properties.find(xml.path(prefixed))


def merge_of(cell: xml.Element) -> str:
    """Return ``restart`` where a cell spans the rows below, ``continue`` where it goes on, else an empty text."""
    found = _property(cell, "w:vMerge")
    return "" if found is None else found.get(xml.name("w:val")) or "continue"


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell where it stands: its first grid column, its width, and how it is merged."""

    cell: xml.Element
    start: int
    width: float
    merge: str


def _spots(row: xml.Element, grid: Sequence[float]) -> list[_Spot]:
    # Every cell is asked once: of all that an estimate does, asking the tree takes the longest.
    start, found = 0, list[_Spot]()
    for cell in row.findall(xml.path("w:tc")):
        across = span(cell)
        found.append(_Spot(cell, start, sum(grid[start : start + across]) or sum(grid), merge_of(cell)))
        start += across
    return found


def _merged(spots: Sequence[Sequence[_Spot]]) -> list[tuple[int, int, float]]:
    """Return the first and the last row and the height of each vertically merged cell."""
    spans: list[tuple[int, int, float]] = []
    for number, row in enumerate(spots):
        for spot in row:
            if spot.merge == "restart":
                last = number
                while last + 1 < len(spots) and _goes_on(spots[last + 1], spot.start):
                    last += 1
                spans.append((number, last, _cell(spot.cell, spot.width)))
    return spans


def _goes_on(row: Sequence[_Spot], start: int) -> bool:
    return any(spot.start == start and spot.merge == "continue" for spot in row)


def _cell(cell: xml.Element, width: float) -> float:
    across, down = _CELL_MARGINS
    inner = max(width - across, 1.0)
    return down + sum(paragraph(p, inner) for p in cell.findall(xml.path("w:p")))


def _twips(element: xml.Element, attribute: str) -> float:
    return int(element.get(xml.name(attribute)) or 0) / TWIPS_PER_POINT
