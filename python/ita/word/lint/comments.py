"""Word comments: the faults of a template written back into a copy of it, and comments left out of a report."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from zipfile import BadZipFile

from ita.errors import FileError, TemplateError
from ita.word.drafting.runs import FONTS, LANGUAGE
from ita.word.filling.stories import paragraphs
from ita.word.lint.faults import Fault
from ita.word.parts import package, xml
from ita.word.parts.relations import Relations, declare_part

PART = "word/comments.xml"
AUTHOR, INITIALS = "ตรวจแม่แบบ", "ITA"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_LOOK = f'<w:rPr>{FONTS}<w:sz w:val="28"/><w:szCs w:val="28"/>{LANGUAGE}</w:rPr>'


def write(template: Path, faults: Sequence[Fault], out: Path) -> None:
    """Write a copy of a template to ``out`` in which each fault is a comment at its paragraph.

    A fault of a header, a footer or the whole document stands at the first paragraph: Word allows no comments
    elsewhere. TemplateError when the template is no Word document, FileError when the copy cannot be written
    or would take the template's own place.
    """
    if out.resolve() == template.resolve():
        raise FileError("lint.same_file", path=out.name)
    try:
        parts = package.read_document(template)
        data = package.write(_commented(parts, faults))
    except (BadZipFile, OSError, xml.XMLSyntaxError, LookupError) as error:
        raise TemplateError("template.no_document", name=template.name) from error
    temporary = out.with_name(f".ita-{os.getpid()}-{time.monotonic_ns()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(out)
    except OSError as error:
        raise FileError(path=str(out)) from error
    finally:
        temporary.unlink(missing_ok=True)


def _commented(parts: package.Parts, faults: Iterable[Fault]) -> package.Parts:
    root = xml.parse(parts[package.DOCUMENT])
    relations = Relations.of(parts, package.DOCUMENT)
    list_part, comments = _comments(parts, relations)
    targets = paragraphs(root)
    body = xml.first(root, "w:body")
    number = 1 + max((int(c.get(xml.name("w:id")) or 0) for c in comments), default=-1)
    for identifier, fault in enumerate(faults, start=number):
        comments.append(_comment(identifier, fault))
        _anchor(_outermost(_paragraph(targets, fault), body), identifier)
    parts |= {package.DOCUMENT: xml.serialize(root), list_part: xml.serialize(comments)}
    relations.save(parts)
    return parts


def _comments(parts: package.Parts, relations: Relations) -> tuple[str, xml.Element]:
    """Return the part of the comments and its root; both are made where the document has none."""
    known = relations.identifiers("/comments")
    if known:
        part = relations.target(known[0])
        return part, xml.parse(parts[part])
    relations.add(_KIND, PART)
    declare_part(parts, PART, _TYPE)
    return PART, xml.fragment("<w:comments/>")


def _paragraph(targets: Sequence[xml.Element], fault: Fault) -> xml.Element:
    """Return the paragraph of the body that a fault is about, the first one for what is elsewhere."""
    if not targets:
        raise LookupError("no paragraph")
    place = fault.place
    return targets[place.paragraph - 1] if place is not None and place.part == package.DOCUMENT else targets[0]


def _outermost(paragraph: xml.Element, body: xml.Element) -> xml.Element:
    """Return the paragraph itself, or the one around it where it stands in a text box, which takes no comments."""
    found = paragraph
    parent = paragraph.getparent()
    while parent is not None and parent is not body:
        if parent.tag == xml.name("w:p"):
            found = parent
        parent = parent.getparent()
    return found


def _comment(identifier: int, fault: Fault) -> xml.Element:
    lines = [fault.what(), f"วิธีแก้: {fault.fix()}"]
    if fault.place is None or fault.place.part != package.DOCUMENT:
        lines.insert(0, fault.where())
    content = "".join(f"<w:p><w:r>{_LOOK}<w:t>{xml.text(line)}</w:t></w:r></w:p>" for line in lines)
    who = f'w:author="{AUTHOR}" w:initials="{INITIALS}" w:date="{package.WRITTEN}"'
    return xml.fragment(f'<w:comment w:id="{identifier}" {who}>{content}</w:comment>')


def _anchor(paragraph: xml.Element, identifier: int) -> None:
    """Mark the whole paragraph as what the comment is about."""
    attribute = f'w:id="{identifier}"'
    head = 1 if paragraph.find("w:pPr", xml.NAMESPACES) is not None else 0
    paragraph.insert(head, xml.fragment(f"<w:commentRangeStart {attribute}/>"))
    paragraph.append(xml.fragment(f"<w:commentRangeEnd {attribute}/>"))
    paragraph.append(xml.fragment(f"<w:r><w:commentReference {attribute}/></w:r>"))
