"""What a filled document keeps on one page: short tables whole, merged cells with the rows that they name."""

from __future__ import annotations

from collections.abc import Sequence

from ita.word.filling import heights
from ita.word.parts import xml

SHORT = 0.4
"""A table, or the rows under a merged cell, of at most this share of a page (estimated) stays on one page."""

FEW = 16
"""A table of more rows than this is never short, so that a long one costs no estimate."""


def keep(root: xml.Element) -> None:
    """Keep each short table on one page, and the rows under a merged cell: all of them, or the first two of many."""
    for table in root.iter(xml.name("w:tbl")):
        rows = table.findall(xml.path("w:tr"))
        groups = _merged_groups(rows)
        is_small = bool(rows) and len(rows) <= FEW and heights.is_head(rows[0])
        if is_small or groups:
            tall = heights.rows(table)
            limit = SHORT * heights.room(table, tall)
            if is_small and sum(tall) <= limit:
                keep_together(rows)
            for first, last in groups:
                is_short = sum(tall[first : last + 1]) <= limit
                keep_together(rows[first : last + 1 if is_short else first + 2])


def _merged_groups(rows: Sequence[xml.Element]) -> list[tuple[int, int]]:
    """Return the first and the last row of each run of rows that a merged cell joins."""
    groups: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        if number and any(heights.merge_of(cell) == "continue" for cell in row.findall(xml.path("w:tc"))):
            first = groups.pop()[0] if groups and groups[-1][1] == number - 1 else number - 1
            groups.append((first, number))
    return groups


def keep_together(rows: Sequence[xml.Element]) -> None:
    """Keep each of the rows on the page of the next."""
    for row in rows[:-1]:
        for paragraph in row.iter(xml.name("w:p")):
            keep_with_next(paragraph)


def keep_with_next(paragraph: xml.Element) -> None:
    """Keep a paragraph on the page of what follows it."""
    properties = paragraph.find(xml.path("w:pPr"))
    if properties is not None and properties.find(xml.path("w:keepNext")) is None:
        style = properties.find(xml.path("w:pStyle"))
        properties.insert(0 if style is None else 1, xml.element("w:keepNext"))
