"""Word's comments, which a report does not take over from its template."""

from __future__ import annotations

from ita.word.parts import package, xml
from ita.word.parts.relations import Relations

_MARKS = ("w:commentRangeStart", "w:commentRangeEnd")


def strip(root: xml.Element) -> None:
    """Take the comments out of a part: in a loop they would be repeated, and a report has no use for them."""
    for mark in list(root.iter(*map(xml.name, _MARKS))):
        xml.drop(mark)
    for reference in list(root.iter(xml.name("w:commentReference"))):
        run = reference.getparent()
        if run is not None and run.tag == xml.name("w:r"):
            xml.drop(run)


def strip_parts(parts: package.Parts) -> None:
    """Take the comment parts, and the lists of their authors, out of a document."""
    relations = Relations.of(parts, package.DOCUMENT)
    for kind in ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people"):
        for identifier in relations.identifiers(kind):
            relations.remove(parts, identifier)
    relations.save(parts)
