"""A story of a template (body, header, footer, notes) as one Jinja source, made on the tree.

Word tears a tag apart into runs as it likes; here each tag becomes whole again. A tag of a paragraph
(``{%p %}``), a row (``{%tr %}``) or a cell (``{%tc %}``) takes the place of that whole element, and
``{% vm %}`` merges its cell over the turns of the loop around it. Each paragraph is one line of the source,
so that an error in a line is an error in a known place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from xml.sax.saxutils import unescape

from ita.word.filling.tags import Span, block_tag, find_tags, is_merge, straightened
from ita.word.parts import xml

STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
"""The parts of a document whose text is filled."""

_ELEMENTS = {"tr": "w:tr", "tc": "w:tc"}
_FIRST, _END = "{% if loop.first %}", "{% endif %}"
_MERGE = '<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'
_BEFORE_MERGE = frozenset(map(xml.name, ("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge")))
_NEWLINE = "{{ '\\n' }}"
_MARK = xml.name("w:itaCommand")
# A root that does not declare all our prefixes makes the mark declare them itself.
_MARK_XML = re.compile(r'<\w+:itaCommand\b[^>]*?:val="(\d+)"[^>]*/>')


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph: its part, its number and text, and table, row and cell (from one; 0 outside tables)."""

    part: str
    paragraph: int
    text: str
    table: int = 0
    row: int = 0
    cell: int = 0


class MisplacedTagError(ValueError):
    """A row, cell or merge tag stands outside a table; ``args[0]`` is ``tr``, ``tc`` or ``vm``."""

    def __init__(self, kind: str, place: Place) -> None:
        super().__init__(kind)
        self.place = place


@dataclass(frozen=True, slots=True)
class Story:
    """The Jinja source of a part; line ``n`` of it, from one on, comes from ``places[n - 1]``."""

    source: str
    places: tuple[Place | None, ...]

    def place(self, line: int | None) -> Place | None:
        """Return where a line of the source comes from, None when that is not known."""
        return self.places[line - 1] if line is not None and 0 < line <= len(self.places) else None


def story(part: str, root: xml.Element) -> Story:
    """Return the source of a part, whose tree is used up; MisplacedTagError for a table's tag outside tables."""
    located = dict(zip(paragraphs(root), places(part, root), strict=True))
    commands = _Commands()
    for paragraph, place in located.items():
        _join_tags(paragraph)
        _merge_cell(paragraph, place)
        commands.take(paragraph, place)
    commands.leave()
    order = root.iter(xml.name("w:p"), _MARK)
    lines = [located[element] if element in located else commands.place(element) for element in order]
    return Story(_source(root, commands.texts), (None, *lines))


def paragraphs(root: xml.Element) -> list[xml.Element]:
    """Return every paragraph of a part, those in tables and text boxes included."""
    return list(root.iter(xml.name("w:p")))


def texts(element: xml.Element) -> Iterator[xml.Element]:
    """Yield the ``w:t`` of a paragraph, but not those of paragraphs inside it (text boxes)."""
    for child in element:
        if child.tag == xml.name("w:t"):
            yield child
        elif child.tag != xml.name("w:p"):
            yield from texts(child)


def text_of(paragraph: xml.Element) -> str:
    """Return the text of a paragraph."""
    return "".join(text.text or "" for text in texts(paragraph))


def places(part: str, root: xml.Element) -> list[Place]:
    """Return where each paragraph of a part stands."""
    cells = _cells(root)
    found: list[Place] = []
    for number, paragraph in enumerate(paragraphs(root), start=1):
        table, row, cell = cells.get(around(paragraph, "w:tc"), (0, 0, 0))
        found.append(Place(part, number, text_of(paragraph).strip(), table, row, cell))
    return found


def _cells(root: xml.Element) -> dict[xml.Element | None, tuple[int, int, int]]:
    """Return table, row and cell number of every cell."""
    return {
        cell: (t, r, c)
        for t, table in enumerate(root.iter(xml.name("w:tbl")), start=1)
        for r, row in enumerate(table.findall(xml.path("w:tr")), start=1)
        for c, cell in enumerate(row.findall(xml.path("w:tc")), start=1)
    }


def around(element: xml.Element, prefixed: str) -> xml.Element | None:
    """Return the nearest element around this one with a prefixed name, None when there is none."""
    try:
        return xml.ancestor(element, prefixed)
    except LookupError:
        return None


def _join_tags(paragraph: xml.Element) -> None:
    """Put each tag that Word spread over several runs into the first of them, with straight quotes."""
    pieces = list(texts(paragraph))
    whole = "".join(piece.text or "" for piece in pieces)
    spans = find_tags(whole)
    if spans:
        shares = _shares([piece.text or "" for piece in pieces], spans)
        for piece, share in zip(pieces, shares, strict=True):
            piece.text = share
    elif "\n" in whole:
        for piece in pieces:
            piece.text = _one_line(piece.text or "")


def _shares(pieces: list[str], spans: list[Span]) -> list[str]:
    """Return the texts anew: each tag whole in the piece where it began."""
    whole = "".join(pieces)
    starts = list(accumulate((len(piece) for piece in pieces[:-1]), initial=0))
    shares: list[list[str]] = [[] for _ in pieces]
    position = 0
    for span in [*spans, Span(len(whole), len(whole))]:
        while position < span.start:
            owner = bisect_right(starts, position) - 1
            end = min(span.start, starts[owner] + len(pieces[owner]))
            shares[owner].append(_one_line(whole[position:end]))
            position = end
        owner = bisect_right(starts, span.start) - 1
        shares[owner].append(straightened(whole[span.start : span.end]))
        position = span.end
    return ["".join(share) for share in shares]


def _one_line(text: str) -> str:
    """Write line breaks as tags: each paragraph has to stay one line of the source."""
    return text.replace("\n", _NEWLINE)


def _merge_cell(paragraph: xml.Element, place: Place) -> None:
    """Turn ``{% vm %}`` into a vertical merge: the first turn of the loop shows the cell, the others continue it."""
    marked = False
    for text in texts(paragraph):
        for span in reversed(find_tags(text.text or "")):
            if is_merge((text.text or "")[span.start : span.end]):
                text.text = (text.text or "")[: span.start] + (text.text or "")[span.end :]
                marked = True
    if marked:
        cell = around(paragraph, "w:tc")
        if cell is None:
            raise MisplacedTagError("vm", place)
        _show_once(cell)


def _show_once(cell: xml.Element) -> None:
    properties = cell.find(xml.path("w:tcPr"))
    if properties is None:
        properties = xml.fragment("<w:tcPr/>")
        cell.insert(0, properties)
    for old in properties.findall(xml.path("w:vMerge")):
        properties.remove(old)
    properties.insert(sum(child.tag in _BEFORE_MERGE for child in properties), xml.fragment(_MERGE))
    first, *others = [block for block in cell if block is not properties]
    _show_content_once(first)
    if others:
        first.tail = f"{first.tail or ''}{_FIRST}"
        others[-1].tail = f"{_END}{others[-1].tail or ''}"


def _show_content_once(paragraph: xml.Element) -> None:
    """Let the content of a cell's first paragraph show in the first turn only; every cell needs a paragraph."""
    head = paragraph.find(xml.path("w:pPr"))
    if head is None:
        paragraph.text = f"{_FIRST}{paragraph.text or ''}"
    else:
        head.tail = f"{_FIRST}{head.tail or ''}"
    children = list(paragraph)
    if children:
        children[-1].tail = f"{children[-1].tail or ''}{_END}"
    else:
        paragraph.text = f"{paragraph.text or ''}{_END}"


class _Commands:
    """The block tags of a tree: each element that they replace becomes a mark for each of them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._places: list[Place] = []
        self._marks: dict[xml.Element, xml.Element] = {}

    def take(self, paragraph: xml.Element, place: Place) -> None:
        """Mark what the block tags of a paragraph stand for."""
        text = text_of(paragraph)
        for span in find_tags(text):
            found = block_tag(text[span.start : span.end])
            if found is not None:
                kind, command = found
                element = paragraph if kind == "p" else around(paragraph, _ELEMENTS[kind])
                if element is None:
                    raise MisplacedTagError(kind, place)
                self._mark(element, command, place)

    def _mark(self, element: xml.Element, command: str, place: Place) -> None:
        mark = xml.element("w:itaCommand")
        mark.set(xml.name("w:val"), str(len(self.texts)))
        self.texts.append(command)
        self._places.append(place)
        element.addprevious(mark)
        self._marks[element] = mark

    def leave(self) -> None:
        """Take the marked elements out; what follows them stays."""
        for element, mark in self._marks.items():
            mark.tail = f"{mark.tail or ''}{element.tail or ''}"
            xml.drop(element)

    def place(self, mark: xml.Element) -> Place:
        """Return where a mark comes from."""
        return self._places[int(mark.get(xml.name("w:val")) or 0)]


def _source(root: xml.Element, commands: list[str]) -> str:
    plain = _unescaped(xml.unicode(root).replace("\n", " "))
    # The line break of a command stands inside the tag, where it prints nothing.
    marked = _MARK_XML.sub(lambda mark: f"{{%\n {commands[int(mark[1])]} %}}", plain)
    return re.sub(r"<w:p(?=[ />])", "\n<w:p", marked)


def _unescaped(source: str) -> str:
    """Return the source with ``&lt;`` and its like inside tags as the characters that Jinja reads."""
    pieces: list[str] = []
    position = 0
    for span in find_tags(source):
        pieces += [source[position : span.start], unescape(source[span.start : span.end], {"&quot;": '"'})]
        position = span.end
    return "".join([*pieces, source[position:]])
