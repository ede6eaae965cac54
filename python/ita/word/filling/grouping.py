"""Cells joined over the rows of a group, and the group's label again where the group may go on to a new page.

A template joins cells by their style: an *empty* cell in one of the group styles goes on from the cell above it.
Nothing that a user types can do so, and no name of a loop has to be repeated. This works on the finished tree.

Where a page will turn only Word knows. So a group is cut into runs of rows that stay on one page (Word keeps each
row with the next), each run is joined by itself and begins with the label: whatever page a run falls on, its label
is there. Nothing says that a label goes on, for it may well stand on the same page as the run before. How long a
run may be is measured with estimated heights (``ita.word.filling.heights``), which may well be out by a third: a
run is at most half a page, a text that several rows share at most three fifths (a longer one is not joined, for
Word would cut it where the page turns). A row of over half a page may itself split over two pages, any shorter one
may not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ita.word.filling import heights, keeping
from ita.word.parts import xml

LABEL, TEXT = "GroupLabel", "GroupText"
"""The paragraph styles of the cells that may be joined: the group's label, and texts that several rows share."""
KEPT_RUN, KEPT_TEXT, SPLIT_ROW = 1 / 2, 3 / 5, 0.55
"""Shares of a page: what rows that stay together and rows under one text may take; from where on a row may split."""

_Rows = Sequence[xml.Element]
_Range = tuple[int, int]


def group(root: xml.Element) -> None:
    """Join the cells of every table in a filled part whose cells are in the group styles."""
    for table in list(root.iter(xml.name("w:tbl"))):
        rows = [row for row in table.findall(xml.path("w:tr")) if not heights.is_head(row)]
        if any(_style(cell) in {LABEL, TEXT} for row in rows for cell in row.findall(xml.path("w:tc"))):
            _group(table, rows)


def _group(table: xml.Element, rows: _Rows) -> None:
    links = [_links(row) for row in rows]
    for above, row, columns in zip(rows, rows[1:], links[1:], strict=False):
        if columns:
            _join(above, row, columns)
    every = heights.rows(table)
    room, tall = heights.room(table, every), every[len(every) - len(rows) :]
    shared = _ranges(links, TEXT)
    texts = list(_shared(rows, shared, tall, KEPT_TEXT * room))
    if len(texts) > len(shared):
        tall = heights.rows(table)[len(every) - len(rows) :]
    for units in _by_label(texts, _ranges(links, LABEL)):
        _cut(rows, units, tall, room)
    for row, height in zip(rows, tall, strict=True):
        if height > SPLIT_ROW * room:
            _allow_split(row)


def _style(cell: xml.Element) -> str:
    found = cell.find(xml.path("w:p/w:pPr/w:pStyle"))
    return (found.get(xml.name("w:val")) if found is not None else None) or ""


def _is_empty(cell: xml.Element) -> bool:
    return not "".join(text.text or "" for text in cell.iter(xml.name("w:t"))).strip()


def _links(row: xml.Element) -> dict[int, str]:
    """Return the grid columns in which a row goes on from the row above, each with its style."""
    styles = {start: style for start, cell in heights.placed(row) if (style := _style(cell)) and _is_empty(cell)}
    return {start: style for start, style in styles.items() if style in {LABEL, TEXT}}


def _ranges(links: Sequence[dict[int, str]], style: str) -> list[_Range]:
    """Return the first and last row of each run of rows that go on from one another in cells of a style."""
    starts = [number for number, columns in enumerate(links) if number == 0 or style not in columns.values()]
    return [(first, following - 1) for first, following in pairwise([*starts, len(links)])]


def _by_label(units: Sequence[_Range], labels: Sequence[_Range]) -> Iterator[list[_Range]]:
    """Return the units of each labelled group; both are in the order of the rows."""
    at = 0
    for _, last in labels:
        end = at
        while end < len(units) and units[end][0] <= last:
            end += 1
        yield list(units[at:end])
        at = end


def _join(above: xml.Element, row: xml.Element, columns: dict[int, str]) -> None:
    upper = dict(heights.placed(above))
    for start, cell in heights.placed(row):
        if start in columns and start in upper and _style(upper[start]) == _style(cell):
            if not heights.merge_of(upper[start]):
                _set_merge(upper[start], "restart")
            _set_merge(cell, "continue")


def _set_merge(cell: xml.Element, value: str) -> None:
    properties = xml.first(cell, "w:tcPr")
    found = properties.find(xml.path("w:vMerge"))
    if found is not None:
        found.set(xml.name("w:val"), value)
        return
    place = sum(child.tag in {xml.name("w:tcW"), xml.name("w:gridSpan")} for child in properties)
    properties.insert(place, xml.fragment(f'<w:vMerge w:val="{value}"/>'))


def _shared(rows: _Rows, ranges: Sequence[_Range], tall: Sequence[float], most: float) -> Iterator[_Range]:
    """Return the rows that have to stay together for a text that they share, every other row by itself."""
    for first, last in ranges:
        if sum(tall[first : last + 1]) <= most:
            yield first, last
        else:
            _part(rows[first : last + 1])
            yield from ((number, number) for number in range(first, last + 1))


def _part(rows: _Rows) -> None:
    """Take the joined texts of rows apart."""
    for row in rows:
        for _, cell in heights.placed(row):
            found = cell.find(xml.path("w:tcPr/w:vMerge"))
            if found is not None and _style(cell) == TEXT:
                xml.drop(found)


def _cut(rows: _Rows, units: Sequence[_Range], tall: Sequence[float], room: float) -> None:
    """Cut a group into runs that stay on one page, each with the group's label."""
    labelled, used = rows[units[0][0]], 0.0
    for first, last in units:
        height = sum(tall[first : last + 1])
        if used and used + height > KEPT_RUN * room:
            _repeat_label(labelled, rows[first])
            used = 0.0
        elif used:
            keeping.keep_together(rows[first - 1 : first + 1])
        keeping.keep_together(rows[first : last + 1])
        used += height


def _repeat_label(labelled: xml.Element, row: xml.Element) -> None:
    upper = dict(heights.placed(labelled))
    for start, cell in heights.placed(row):
        if _style(cell) == LABEL and heights.merge_of(cell) == "continue":
            _set_merge(cell, "restart")
            _copy_text(upper[start], cell)


def _copy_text(source: xml.Element, target: xml.Element) -> None:
    """Put the text of a cell into another; where the row of the first one is kept, that of the other need not be."""
    copied = xml.parse(xml.unicode(xml.first(source, "w:p")))
    for mark in list(copied.iter(xml.name("w:keepNext"))):
        xml.drop(mark)
    for paragraph in target.findall(xml.path("w:p")):
        xml.drop(paragraph)
    target.append(copied)


def _allow_split(row: xml.Element) -> None:
    found = row.find(xml.path("w:trPr/w:cantSplit"))
    if found is not None:
        xml.drop(found)
