"""Excel's error values (``#DIV/0!``, ``#REF!``), which python-calamine shows as blank cells.

They are looked for in the sheets' own XML: a broken score must never pass for a missing one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from importlib import import_module
from typing import Any

# lxml has no type stubs; what leaves this module is text.
_etree: Any = import_module("lxml.etree")

_WORKBOOK, _RELATIONSHIPS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb"""<(?:\w+:)?c\s([^>]*\bt=["']e["'][^>]*)>(.*?)</(?:\w+:)?c>""", re.DOTALL)
_PLACE = re.compile(rb"""\br=["']([A-Z]+[0-9]+)["']""")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")


def error_cells(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield the place (``IIT!D7``) and the text of every error cell in a workbook's unpacked parts.

    KeyError or SyntaxError when the parts that list the sheets are missing or damaged.
    """
    for sheet, part in _sheets(parts):
        for attributes, content in _CELL.findall(parts.get(part, b"")):
            place, value = _PLACE.search(attributes), _VALUE.search(content)
            if place:
                yield f"{sheet}!{place[1].decode()}", unescape(value[1].decode()) if value else "#N/A"


def _sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield each sheet's name and the name of its part."""
    parser = _etree.XMLParser(resolve_entities=False, no_network=True)
    relationships = _etree.fromstring(parts[_RELATIONSHIPS], parser)
    targets = {one.get("Id"): one.get("Target", "") for one in relationships.iter("{*}Relationship")}
    for sheet in _etree.fromstring(parts[_WORKBOOK], parser).iter("{*}sheet"):
        target = targets.get(sheet.get(_RELATIONSHIP_ID), "")
        yield sheet.get("name", ""), posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
