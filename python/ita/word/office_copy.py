"""What LibreOffice needs changed in a copy of a report, to print it as Word would; the report itself stays.

LibreOffice keeps the old page numbers of a contents field but computes page references outside one, and sets a gap,
where it may even break the line, between the Latin letter and the Thai digits of a code such as i๑๐.
"""

from __future__ import annotations

import re

from ita.word.parts import package, xml

_DOCUMENT = "word/document.xml"
_CODE = re.compile(r"(?<![A-Za-z])([ieo])(?=[๐-๙])", re.IGNORECASE)
_JOINER = "\u2060"


def for_office(document: bytes) -> bytes:
    """Return a copy of a report whose contents show page numbers and whose codes hold together in LibreOffice."""
    parts = package.read(document)
    root = xml.parse(parts[_DOCUMENT])
    _open_contents(root)
    for text in root.iter(xml.name("w:t")):
        text.text = _CODE.sub(rf"\1{_JOINER}", text.text or "")
    parts[_DOCUMENT] = xml.serialize(root)
    return package.write(parts)


def _open_contents(root: xml.Element) -> None:
    """Take the marks of the contents fields away, so that their page references stand by themselves."""
    marks = xml.name("w:fldChar")
    depth: list[bool] = []
    gone: list[xml.Element] = []
    begun: list[xml.Element] = []
    for element in root.iter(marks, xml.name("w:instrText")):
        if element.tag != marks:
            if (element.text or "").split()[:1] == ["TOC"] and begun:
                depth[-1] = True
                gone += [begun[-1], element]
            continue
        kind = element.get(xml.name("w:fldCharType"))
        if kind == "begin":
            depth.append(False)
            begun.append(element)
        elif depth and depth[-1]:
            gone.append(element)
        if kind == "end" and depth:
            depth.pop()
            begun.pop()
    for element in gone:
        xml.drop(element)
