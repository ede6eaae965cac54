"""The contents field (สารบัญ): a TOC field that already lists the report's headings before Word updates it.

Only Word knows the page numbers, so each entry shows a dash until the field is updated. In a report (not in a
template, whose headings still hold tags) the field is marked dirty: Word asks once, on opening, whether to update the
fields, and with a yes fills in the numbers (printing and saving as PDF from Word refresh them too). ``w:updateFields``
would ask just the same, and for every document. LibreOffice updates a contents field only on command (Tools, Update,
Indexes); ``office_copy`` mends what it makes a PDF of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita.word.drafting.blocks import paragraph
from ita.word.drafting.runs import field, properties, run
from ita.word.parts import xml
from ita.word.parts.package import Parts

LEVELS = 2
"""How many levels of headings are listed unless the template asks for others."""

NO_PAGE = "–"
_BOOKMARK = "_Toc"
_FIRST = 100_000_001
_LEVELS = re.compile(r'\\o\s+"?\s*\d\s*-\s*(\d)')
_STYLES = "word/styles.xml"


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of the report: its paragraph, its text on one line, its level from 1."""

    element: xml.Element
    text: str
    level: int


def contents(levels: int = LEVELS) -> str:
    """Return the blocks of a contents page: the heading and a field that lists ``levels`` levels of headings."""
    return paragraph("สารบัญ", "ContentsTitle", page_break=True) + "".join(
        _entries([(1, "หัวข้อของรายงาน", f"{_BOOKMARK}{_FIRST}")], f'TOC \\o "1-{levels}" \\h \\z \\u', dirty=False)
    )


def empty(root: xml.Element) -> None:
    """Blank the entries of a template's contents: Word copies headings there, and their tags away from their loops."""
    for element in _field_paragraphs(root):
        for text in element.iter(xml.name("w:t")):
            text.text = ""


def fill(root: xml.Element, parts: Parts) -> None:
    """Make the first contents field of a document, if it has one, list the document's headings."""
    span = _field_paragraphs(root)
    if not span:
        return
    instruction = "".join(text.text or "" for text in span[0].iter(xml.name("w:instrText"))).split("PAGEREF")[0]
    found = _LEVELS.search(instruction)
    headings = list(_headings(root, _outline(parts), int(found[1]) if found else LEVELS, span))
    if not headings:
        return
    entries = [(h.level, h.text, name) for h, name in zip(headings, _marked(root, headings), strict=True)]
    for entry in _entries(entries, instruction.strip(), dirty=True):
        span[0].addprevious(xml.fragment(entry))
    for old in span:
        _take_out(old)


def _take_out(element: xml.Element) -> None:
    """Take a paragraph of the old field out; one that ends a section stays, empty."""
    if element.find("w:pPr/w:sectPr", xml.NAMESPACES) is None:
        xml.drop(element)
        return
    for child in list(element)[1:]:
        element.remove(child)


def is_in(document: bytes) -> bool:
    """Whether a document, as the XML of its body, has a contents field."""
    return bool(_field_paragraphs(xml.parse(document)))


def _entries(entries: Sequence[tuple[int, str, str]], instruction: str, *, dirty: bool) -> Iterator[str]:
    """Yield the paragraphs of a field with these entries: level, text and bookmark of each."""
    look = properties()
    code = f'<w:r>{look}<w:instrText xml:space="preserve"> {xml.text(instruction)} </w:instrText></w:r>'
    update = ' w:dirty="true"' if dirty else ""
    begin = f'<w:r>{look}<w:fldChar w:fldCharType="begin"{update}/></w:r>{code}{_mark("separate")}'
    for number, (level, text, bookmark) in enumerate(entries, start=1):
        opening = begin if number == 1 else ""
        closing = _mark("end") if number == len(entries) else ""
        page = field(f"PAGEREF {bookmark} \\h", NO_PAGE)
        link = f"{run(text)}<w:r>{look}<w:tab/></w:r>{page}"
        yield (
            f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{opening}'
            f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{link}</w:hyperlink>{closing}</w:p>'
        )


def _mark(kind: str) -> str:
    return f'<w:r>{properties()}<w:fldChar w:fldCharType="{kind}"/></w:r>'


def _field_paragraphs(root: xml.Element) -> list[xml.Element]:
    """Return the paragraphs from the one where the first contents field begins to the one where it ends."""
    instruction = next((i for i in root.iter(xml.name("w:instrText")) if (i.text or "").split()[:1] == ["TOC"]), None)
    if instruction is None:
        return []
    first = xml.ancestor(instruction, "w:p")
    paragraphs = list(root.iter(xml.name("w:p")))
    span: list[xml.Element] = []
    depth = 0
    for element in paragraphs[paragraphs.index(first) :]:
        span.append(element)
        kinds = [mark.get(xml.name("w:fldCharType")) for mark in element.iter(xml.name("w:fldChar"))]
        depth += kinds.count("begin") - kinds.count("end")
        if not depth:
            return span
    return []


def _outline(parts: Parts) -> Mapping[str, int]:
    """Return the outline level, from 1, of each paragraph style that has one."""
    levels: dict[str, int] = {}
    for style in xml.parse(parts[_STYLES]).iter(xml.name("w:style")) if _STYLES in parts else ():
        level = style.find("w:pPr/w:outlineLvl", xml.NAMESPACES)
        if level is not None:
            levels[style.get(xml.name("w:styleId")) or ""] = int(level.get(xml.name("w:val")) or 9) + 1
    return levels


def _headings(
    root: xml.Element, outline: Mapping[str, int], deepest: int, span: Sequence[xml.Element]
) -> Iterator[_Heading]:
    for element in root.iter(xml.name("w:p")):
        style = element.find("w:pPr/w:pStyle", xml.NAMESPACES)
        level = outline.get((style.get(xml.name("w:val")) or "") if style is not None else "", deepest + 1)
        if level <= deepest and element not in span:
            text = " ".join("".join(t.text or "" for t in element.iter(xml.name("w:t"))).split())
            if text:
                yield _Heading(element, text, level)


def _marked(root: xml.Element, headings: Sequence[_Heading]) -> list[str]:
    """Give every heading a bookmark of its own and return their names; those of an older field go."""
    _drop_old(root)
    taken = [int(mark.get(xml.name("w:id")) or 0) for mark in root.iter(xml.name("w:bookmarkStart"))]
    names: list[str] = []
    for number, heading in enumerate(headings):
        identifier = max(taken, default=0) + 1 + number
        names.append(f"{_BOOKMARK}{_FIRST + number}")
        start = xml.fragment(f'<w:bookmarkStart w:id="{identifier}" w:name="{names[-1]}"/>')
        properties_first = heading.element.find("w:pPr", xml.NAMESPACES)
        heading.element.insert(0 if properties_first is None else 1, start)
        heading.element.append(xml.fragment(f'<w:bookmarkEnd w:id="{identifier}"/>'))
    return names


def _drop_old(root: xml.Element) -> None:
    """Take out the bookmarks that Word made for an older contents field: a loop would have repeated their names."""
    starts = [m for m in root.iter(xml.name("w:bookmarkStart")) if (m.get(xml.name("w:name")) or "").startswith("_Toc")]
    gone = {mark.get(xml.name("w:id")) for mark in starts}
    ends = [m for m in root.iter(xml.name("w:bookmarkEnd")) if m.get(xml.name("w:id")) in gone]
    for mark in (*starts, *ends):
        xml.drop(mark)
