"""A small typed door to lxml, with the namespaces of WordprocessingML and a parser that repairs nothing."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, Protocol, Self
from xml.sax.saxutils import escape, quoteattr

NAMESPACES: Mapping[str, str] = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_MAIN = {"w": NAMESPACES["w"]}
DECLARATIONS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
"""Namespace declarations for the root of a fragment."""


class Element(Protocol):
    """The part of lxml's element that we use."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str) -> str | None:
        """Return an attribute."""
        ...

    def set(self, key: str, value: str) -> None:
        """Set an attribute."""
        ...

    @property
    def attrib(self) -> MutableMapping[str, str]:
        """The attributes by full name."""
        ...

    def find(self, path: str, namespaces: Mapping[str, str] | None = None) -> Self | None:
        """Return the first element at a path."""
        ...

    def findall(self, path: str, namespaces: Mapping[str, str] | None = None) -> list[Self]:
        """Return the elements at a path."""
        ...

    def iter(self, *tags: str) -> Iterator[Self]:
        """Iterate over the elements below, this one included."""
        ...

    def itertext(self) -> Iterator[str]:
        """Iterate over the texts below."""
        ...

    def getparent(self) -> Self | None:
        """Return the element around this one."""
        ...

    def append(self, element: Self, /) -> None:
        """Add a last child."""
        ...

    def insert(self, index: int, element: Self, /) -> None:
        """Add a child at a place."""
        ...

    def remove(self, element: Self, /) -> None:
        """Take out a child."""
        ...

    def addnext(self, element: Self, /) -> None:
        """Put an element behind this one."""
        ...

    def addprevious(self, element: Self, /) -> None:
        """Put an element before this one."""
        ...

    def __iter__(self) -> Iterator[Self]:
        """Iterate over the children."""
        ...

    def __len__(self) -> int:
        """Count the children."""
        ...


# lxml has no type stubs; everything that leaves this module is an Element, text or bytes.
_etree: Any = import_module("lxml.etree")
XMLSyntaxError: type[Exception] = _etree.XMLSyntaxError
_STRICT = _etree.XMLParser(recover=False, resolve_entities=False, no_network=True, huge_tree=False)


@functools.cache
def name(prefixed: str) -> str:
    """Return the full name of ``w:p``: ``{namespace}p``."""
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@functools.cache
def path(prefixed: str) -> str:
    """Return a path such as ``w:tcPr/w:vMerge`` with full names: lxml finds by it much faster than by prefixes."""
    return "/".join(name(step) for step in prefixed.split("/"))


def parse(xml: str | bytes) -> Element:
    """Return the root of well-formed XML; XMLSyntaxError otherwise, nothing is repaired."""
    return _etree.fromstring(xml.encode("utf-8") if isinstance(xml, str) else xml, _STRICT)


def fragment(xml: str) -> Element:
    """Return the element that ``xml`` writes with the usual prefixes and without declaring them."""
    head, *rest = xml.split(">", 1)
    closing = "/" if head.endswith("/") else ""
    return parse(f"{head.removesuffix('/')} {DECLARATIONS}{closing}>{''.join(rest)}")


def element(prefixed: str) -> Element:
    """Return an empty element; several times faster than a fragment."""
    return _etree.Element(name(prefixed), nsmap=_MAIN)


def serialize(element: Element) -> bytes:
    """Return the element as a standalone UTF-8 document."""
    return _etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def first(element: Element, path: str) -> Element:
    """Return the first element at ``path`` (prefixed names); LookupError when there is none."""
    found = element.find(path, NAMESPACES)
    if found is None:
        raise LookupError(path)
    return found


def drop(element: Element) -> None:
    """Take the element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def text(value: str) -> str:
    """Return ``value`` escaped for use between tags."""
    return escape(value)


def attribute(value: str) -> str:
    """Return ``value`` quoted and escaped for use as an attribute."""
    return quoteattr(value)


def unicode(element: Element) -> str:
    """Return the element as text without a declaration."""
    return _etree.tostring(element, encoding="unicode")


def ancestor(element: Element, prefixed: str) -> Element:
    """Return the nearest element around this one with a prefixed name; LookupError when there is none."""
    parent = element.getparent()
    while parent is not None:
        if parent.tag == name(prefixed):
            return parent
        parent = parent.getparent()
    raise LookupError(prefixed)
