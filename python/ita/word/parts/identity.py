"""Numbers that may occur once in a document: what a loop repeats must not repeat them."""

from __future__ import annotations

from collections.abc import Iterator

from ita.word.parts import xml

_WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OWN = (f"{_WORD_2010}paraId", f"{_WORD_2010}textId")


def strip(root: xml.Element) -> None:
    """Take out the numbers that Word gives paragraphs and content controls; it gives new ones when it saves."""
    for element in root.iter("*"):
        for name in _OWN:
            element.attrib.pop(name, "")
    for control in root.iter(xml.name("w:sdtPr")):
        for identifier in control.findall("w:id", xml.NAMESPACES):
            control.remove(identifier)


def number_frames(root: xml.Element, identifiers: Iterator[int]) -> None:
    """Number charts and pictures."""
    for frame in root.iter(xml.name("wp:docPr")):
        frame.set("id", str(next(identifiers)))


def number_bookmarks(root: xml.Element, identifiers: Iterator[int]) -> None:
    """Number the bookmarks; of those that a loop repeated under one name the first stays."""
    waiting: dict[str, tuple[xml.Element, str]] = {}
    names: set[str] = set()
    for mark in list(root.iter(xml.name("w:bookmarkStart"), xml.name("w:bookmarkEnd"))):
        old = mark.get(xml.name("w:id")) or ""
        if mark.tag == xml.name("w:bookmarkEnd"):
            _end(mark, waiting.pop(old, None))
            continue
        name = mark.get(xml.name("w:name")) or ""
        if name in names:
            waiting.pop(old, None)
            xml.drop(mark)
            continue
        names.add(name)
        waiting[old] = (mark, str(next(identifiers)))
    for endless, _ in waiting.values():
        xml.drop(endless)


def _end(mark: xml.Element, start: tuple[xml.Element, str] | None) -> None:
    """Give both ends of a bookmark its number; an end without a beginning goes."""
    if start is None:
        xml.drop(mark)
        return
    for end in (start[0], mark):
        end.set(xml.name("w:id"), start[1])
