"""What a part of a document points to: its relationships, read from and saved to the parts."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from itertools import count

from ita.word.parts import package, xml

_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(slots=True)
class Relations:
    """The relationships of ``part``; ``root`` is None where it has none."""

    part: str
    root: xml.Element | None

    @classmethod
    def of(cls, parts: package.Parts, part: str) -> Relations:
        """Return the relationships of ``part``."""
        data = parts.get(_file(part))
        return cls(part, None if data is None else xml.parse(data))

    def target(self, identifier: str) -> str:
        """Return the name of the part that a relationship points to; LookupError when there is no such one."""
        for relation in self.root if self.root is not None else ():
            if relation.get("Id") == identifier:
                folder = posixpath.dirname(self.part)
                return posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
        raise LookupError(identifier)

    def add(self, kind: str, target: str) -> str:
        """Add a relationship to the part ``target`` and return its identifier."""
        if self.root is None:
            self.root = xml.parse(f'<Relationships xmlns="{_SPACE}"/>')
        # Counting is not enough: after one was removed, the number of the next may be taken.
        taken = {relation.get("Id") for relation in self.root}
        identifier = next(name for n in count(1) if (name := f"rIdAdded{n}") not in taken)
        attributes = f'Id="{identifier}" Type="{kind}" Target="/{target}"'
        self.root.append(xml.parse(f'<Relationship xmlns="{_SPACE}" {attributes}/>'))
        return identifier

    def identifiers(self, kind_ending: str) -> list[str]:
        """Return the identifiers of the relationships whose type ends so, such as ``/chart``."""
        every = self.root if self.root is not None else ()
        return [r.get("Id") or "" for r in every if (r.get("Type") or "").endswith(kind_ending)]

    def remove(self, parts: package.Parts, identifier: str) -> None:
        """Remove a relationship together with the part it points to and whatever only that one pointed to."""
        target = self.target(identifier)
        below = Relations.of(parts, target)
        for child in list(below.root if below.root is not None else ()):
            below.remove(parts, child.get("Id") or "")
        for relation in list(self.root if self.root is not None else ()):
            if relation.get("Id") == identifier:
                xml.drop(relation)
        parts.pop(_file(target), None)
        parts.pop(target, None)
        _forget_type(parts, target)

    def save(self, parts: package.Parts) -> None:
        """Write the relationships back into ``parts``."""
        if self.root is not None:
            parts[_file(self.part)] = xml.serialize(self.root)


def declare_type(parts: package.Parts, extension: str, content_type: str) -> None:
    """Declare the content type of every part with this extension, unless it is declared."""
    types = xml.parse(parts[package.CONTENT_TYPES])
    if any((entry.get("Extension") or "").lower() == extension for entry in types):
        return
    attributes = f'Extension="{extension}" ContentType="{content_type}"'
    types.insert(0, xml.parse(f'<Default xmlns="{_TYPES_SPACE}" {attributes}/>'))
    parts[package.CONTENT_TYPES] = xml.serialize(types)


def declare_part(parts: package.Parts, part: str, content_type: str) -> None:
    """Declare the content type of one part, unless it is declared."""
    types = xml.parse(parts[package.CONTENT_TYPES])
    if all(entry.get("PartName") != f"/{part}" for entry in types):
        attributes = f'PartName="/{part}" ContentType="{content_type}"'
        types.append(xml.parse(f'<Override xmlns="{_TYPES_SPACE}" {attributes}/>'))
        parts[package.CONTENT_TYPES] = xml.serialize(types)


def _forget_type(parts: package.Parts, part: str) -> None:
    types = xml.parse(parts[package.CONTENT_TYPES])
    for entry in list(types):
        if entry.get("PartName") == f"/{part}":
            types.remove(entry)
    parts[package.CONTENT_TYPES] = xml.serialize(types)


def _file(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
