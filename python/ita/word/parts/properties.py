"""The document's own properties (Word: File > Info): whose report it is, and of which year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita.word.parts import xml
from ita.word.parts.package import Parts
from ita.word.parts.printable import printable
from ita.word.parts.relations import Relations, declare_part

CORE = "docProps/core.xml"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_EMPTY = f'<cp:coreProperties xmlns:cp="{_CP}" xmlns:dc="{_DC}"/>'.encode()
_NAMES: Mapping[str, str] = {
    "title": f"{{{_DC}}}title",
    "subject": f"{{{_DC}}}subject",
    "creator": f"{{{_DC}}}creator",
    "keywords": f"{{{_CP}}}keywords",
    "author": f"{{{_CP}}}lastModifiedBy",
}


@dataclass(frozen=True, slots=True)
class Properties:
    """What the properties say; an empty text leaves the template's own."""

    title: str = ""
    subject: str = ""
    creator: str = ""
    keywords: str = ""


def title(parts: Mapping[str, bytes]) -> str:
    """Return the title property, empty when there is none; XMLSyntaxError when the part is damaged."""
    if CORE not in parts:
        return ""
    found = xml.parse(parts[CORE]).find(_NAMES["title"])
    return (found.text or "").strip() if found is not None else ""


def put(parts: Parts, properties: Properties) -> None:
    """Write the properties into the parts; the part is added where the template has none."""
    if CORE not in parts:
        declare_part(parts, CORE, _TYPE)
        relations = Relations.of(parts, "")
        relations.add(_KIND, CORE)
        relations.save(parts)
    root = xml.parse(parts.get(CORE, _EMPTY))
    texts = {
        "title": properties.title,
        "subject": properties.subject,
        "creator": properties.creator,
        "author": properties.creator,
        "keywords": properties.keywords,
    }
    for name, text in texts.items():
        if text:
            _set(root, _NAMES[name], printable(text))
    parts[CORE] = xml.serialize(root)


def _set(root: xml.Element, name: str, text: str) -> None:
    for old in root.findall(name):
        root.remove(old)
    space, local = name[1:].split("}")
    element = xml.parse(f'<{local} xmlns="{space}"/>')
    element.text = text
    root.append(element)
