"""The ribbon's menu of report templates, as the XML that Excel asks for when the menu is opened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

import xlwings as xw

from ita import reports
from ita.excel import live
from ita.excel.open_book import OpenBook
from ita.excel.package import UI_2009
from ita.reports import TemplateInfo

ALL_REPORTS = "ทุกแบบ"
_PLAIN = re.compile(r"(?!hex-)[A-Za-z0-9_.-]+")
_HEX = "hex-"


def content() -> str:
    """Return the menu for the calling workbook, with the agency's own templates; VBA calls this."""
    return menu(reports.templates(own=own_folder(xw.Book.caller())))


def own_folder(book: OpenBook) -> Path:
    """Return where the agency of an open workbook keeps its own templates; it need not exist."""
    return reports.own_folder(live.folder_of(book) / book.name)


def menu(infos: Sequence[TemplateInfo]) -> str:
    """Return a menu: one item a template, by title, and one for all."""
    items = [
        f'<button id="itaTemplate{number}" label={quoteattr(_label(info.title))} tag={quoteattr(tag_of(info.name))} '
        'imageMso="HeaderFooterInsert" onAction="ITA_Template"/>'
        for number, info in enumerate(infos, start=1)
    ]
    every = f'<button id="itaAllReports" label="{ALL_REPORTS}" imageMso="FileSaveAs" onAction="ITA_AllReports"/>'
    return f'<menu xmlns="{UI_2009}">{"".join(items)}<menuSeparator id="itaTemplateEnd"/>{every}</menu>'


def tag_of(name: str) -> str:
    """Return a template's name as text that may enter a statement: letters, digits and ``_.-`` of ASCII only."""
    return name if _PLAIN.fullmatch(name) else _HEX + name.encode().hex()


def name_in(tag: str) -> str:
    """Return the template's name that ``tag_of`` made a tag of."""
    if not tag.startswith(_HEX):
        return tag
    try:
        return bytes.fromhex(tag.removeprefix(_HEX)).decode()
    except ValueError:
        return tag


def _label(title: str) -> str:
    """Return a title as the ribbon shows it: an ampersand would underline the next letter."""
    return " ".join(title.split()).replace("&", "&&")
