"""What XlsxWriter leaves undone: the ribbon, rows that grow, Thai in charts, and bytes that do not change."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from xml.dom.minidom import Document, Element, parseString

UI_2009 = "http://schemas.microsoft.com/office/2009/07/customui"
UI_2006 = "http://schemas.microsoft.com/office/2006/01/customui"
RIBBON_PARTS = {
    "customUI/customUI.xml": "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility",
    "customUI/customUI14.xml": "http://schemas.microsoft.com/office/2007/relationships/ui/extensibility",
}
"""Each ribbon part and the type of its relationship; Excel 2010 and later take the second, 2007 the first."""

_RELATIONSHIPS = "_rels/.rels"
_DATE = (2025, 1, 1, 0, 0, 0)
_MADE_ON_UNIX = 3
_ROW = re.compile(rb'<row r="(\d+)"[^>]*>')
_LATIN = re.compile(rb'<a:latin typeface="([^"]*)"[^>]*/>')


def inject_ribbon(package: bytes, custom_ui14: str) -> bytes:
    """Return the .xlsm package with a ribbon described in the 2009 namespace and its twin in the 2006 one.

    The result depends on the parts alone: entry times, attributes and the system that zipped are fixed.
    """
    parts = _unzipped(package)
    parts[_RELATIONSHIPS] = _with_ribbon_relationships(parts[_RELATIONSHIPS])
    parts["customUI/customUI.xml"] = _in_namespace(custom_ui14, UI_2006)
    parts["customUI/customUI14.xml"] = _in_namespace(custom_ui14, UI_2009)
    return _zipped(parts)


def let_rows_grow(package: bytes, rows: Mapping[int, Collection[int]]) -> bytes:
    """Return the package with these rows (one-based, by the number of their sheet) free to be fitted by Excel.

    XlsxWriter marks every height as the user's own, and such a row cuts off what is typed into it later.
    """
    parts = _unzipped(package)
    for sheet, numbers in rows.items():
        name = f"xl/worksheets/sheet{sheet}.xml"
        parts[name] = _ROW.sub(lambda found, own=numbers: _freed(found, own), parts[name])
    return _zipped(parts)


def _freed(found: re.Match[bytes], numbers: Collection[int]) -> bytes:
    return found[0].replace(b' customHeight="1"', b"") if int(found[1]) in numbers else found[0]


def give_charts_thai(package: bytes) -> bytes:
    """Return the package with the fonts of its charts set for Thai as well.

    XlsxWriter sets a font for Latin letters only, and Thai, a complex script, then gets a font of Excel's choice.
    """
    parts = _unzipped(package)
    for name in parts:
        if name.startswith("xl/charts/chart"):
            parts[name] = _LATIN.sub(rb'\g<0><a:cs typeface="\1"/>', parts[name])
    return _zipped(parts)


def _with_ribbon_relationships(xml: bytes) -> bytes:
    document = _parse(xml)
    root = _root(document)
    taken = {element.getAttribute("Id") for element in root.getElementsByTagName("Relationship")}
    for (target, kind), identifier in zip(RIBBON_PARTS.items(), _free_ids(taken), strict=False):
        relationship = document.createElement("Relationship")
        for name, value in (("Id", identifier), ("Type", kind), ("Target", target)):
            relationship.setAttribute(name, value)
        root.appendChild(relationship)
    return _serialise(document)


def _free_ids(taken: set[str]) -> Iterator[str]:
    return (name for name in map("rId{}".format, itertools.count(1)) if name not in taken)


def _in_namespace(custom_ui14: str, namespace: str) -> bytes:
    document = _parse(custom_ui14.encode())
    _root(document).setAttribute("xmlns", namespace)
    return _serialise(document)


def _parse(xml: bytes) -> Document:
    return parseString(xml)  # noqa: S318 (the build reads only what it wrote itself)


def _root(document: Document) -> Element:
    if document.documentElement is None:
        raise ValueError(document)
    return document.documentElement


def _serialise(document: Document) -> bytes:
    return document.toxml(encoding="UTF-8", standalone=True)


def _unzipped(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {name: source.read(name) for name in source.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_ON_UNIX
            target.writestr(entry, data)
    return buffer.getvalue()
