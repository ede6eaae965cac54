"""Relationships: each has an identifier of its own."""

from __future__ import annotations

from ita.word.parts import package, xml
from ita.word.parts.relations import IMAGE, Relations


def test_an_identifier_is_not_given_twice() -> None:
    """After one relationship was removed the next one added takes none that is still used: Word refuses two alike."""
    parts: package.Parts = {package.CONTENT_TYPES: b"<Types/>", "word/document.xml": b"<x/>"}
    relations = Relations.of(parts, package.DOCUMENT)
    first, _ = relations.add(IMAGE, "word/a.png"), relations.add(IMAGE, "word/b.png")
    relations.remove(parts, first)
    relations.add(IMAGE, "word/c.png")
    relations.save(parts)
    found = [entry.get("Id") for entry in xml.parse(parts["word/_rels/document.xml.rels"])]
    assert len(set(found)) == len(found) == 2
