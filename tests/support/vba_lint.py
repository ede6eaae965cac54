"""Faults that neither the Open XML validator nor the headless Excel sees, but Excel and its VBA editor do."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

from ita.excel.package import RIBBON_PARTS, UI_2006, UI_2009
from support.vba_engine import ExcelFile, strip_directives

KNOWN_ICONS = frozenset(
    {
        "CalculateNow",
        "ErrorChecking",
        "FileCompatibilityChecker",
        "FileNew",
        "FileOpen",
        "FileProperties",
        "FileSaveAs",
        "FileSendAsAttachment",
        "GetExternalDataExistingConnections",
        "GetExternalDataFromText",
        "GoalSeek",
        "HeaderFooterInsert",
        "Help",
        "NumberFormatGallery",
        "PasteValues",
        "SignatureLineInsert",
        "WatchWindow",
    }
)
"""imageMso names from Microsoft's published list of Excel's control identifiers (Microsoft 365), checked by hand.

Excel shows no icon, and no error, for a name that it does not know.
"""

LONGEST_LINE = 1023
MOST_CONTINUATIONS = 24
MACRO_WORKBOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_PROCEDURE = re.compile(
    r"^[ \t]*(?:(?:Public|Private|Friend|Static)\s+)*(Sub|Function|Property\s+(?:Get|Let|Set))\s+(\w+)",
    re.IGNORECASE | re.MULTILINE,
)
_CALLBACK = re.compile(r"^Public Sub (\w+)\((.*)\)$", re.MULTILINE)
_PRESSED = "control As IRibbonControl"
_TOGGLED = "control As IRibbonControl, pressed As Boolean"
_ANSWERING = "control As IRibbonControl, ByRef returnedVal"
_LOADED = "ribbon As IRibbonUI"
_PATHS = re.compile(rb"(?<![A-Za-z])[A-Z]:\\|file:/|/(?:home|root|tmp|work|Users)/")


def source_faults(name: str, source: str) -> list[str]:
    """Return what the VBA editor would refuse or change in a module's source."""
    return [f"{name}: {fault}" for fault in _source_faults(source)]


def package_faults(path: Path) -> list[str]:
    """Return what Excel would refuse in a .xlsm: its type, its code names, its ribbon."""
    with zipfile.ZipFile(path) as package, ExcelFile(path) as file:
        sources = {module.name: module.source for module in file.vba_project().modules}
        ribbons = [package.read(part).decode() for part in RIBBON_PARTS]
        return [*_content_type_faults(package), *_code_name_faults(package, set(sources)), *_twin_faults(*ribbons)] + [
            fault for ribbon in ribbons for fault in ribbon_faults(ribbon, "\n".join(sources.values()))
        ]


def ribbon_faults(ribbon: str, source: str) -> list[str]:
    """Return ids used twice, callbacks that the VBA source lacks or declares otherwise, and icons unknown to Excel.

    ``ribbon`` is customUI14.xml, or the menu that a getContent callback answers.
    """
    elements = list(ET.fromstring(ribbon.encode()).iter())  # noqa: S314 (our own file)
    ids = Counter(element.get("id") for element in elements if element.get("id"))
    icons = {element.get("imageMso") for element in elements if element.get("imageMso")}
    present = dict(_CALLBACK.findall("\n".join(source.splitlines())))
    wanted = {(element.get(name, ""), _signature(element, name)) for element in elements for name in element.attrib}
    return [
        *(f"id {identifier} is there {count} times" for identifier, count in ids.items() if count > 1),
        *(f"no callback {name}({takes})" for name, takes in sorted(wanted) if takes and present.get(name) != takes),
        *(f"unknown icon {name}" for name in icons - KNOWN_ICONS),
    ]


def workbook_faults(path: Path) -> list[str]:
    """Return what makes Excel recalculate on opening, look for other files, or tell where the file was made."""
    with zipfile.ZipFile(path) as package:
        calculation = _first(package, "xl/workbook.xml", "calcPr")
        parts = {name: package.read(name) for name in package.namelist()}
    full = calculation is not None and calculation.get("fullCalcOnLoad") in ("1", "true")
    texts = {name: part for name, part in parts.items() if name.endswith((".xml", ".rels", ".vml"))}
    return [
        *(["recalculates fully on opening"] if full else []),
        *(f"a link to another file: {name}" for name in parts if name.startswith("xl/externalLinks/")),
        *(f"leads out of the file: {name}" for name, part in texts.items() if b'TargetMode="External"' in part),
        *(f"a path of a machine: {name}" for name, part in texts.items() if _PATHS.search(part)),
    ]


def _signature(element: ET.Element, attribute: str) -> str:
    """Return the parameters that Excel calls an attribute's procedure with; empty where it is no callback."""
    if attribute == "onLoad":
        return _LOADED
    if attribute == "onAction":
        return _TOGGLED if element.tag.endswith("toggleButton") else _PRESSED
    return _ANSWERING if re.match("get[A-Z]", attribute) else ""


def _content_type_faults(package: zipfile.ZipFile) -> Iterator[str]:
    types = ET.fromstring(package.read("[Content_Types].xml"))  # noqa: S314 (our own file)
    found = {element.get("PartName"): element.get("ContentType") for element in types}.get("/xl/workbook.xml")
    if found != MACRO_WORKBOOK:
        yield f"content type of the workbook: {found}"


def _code_name_faults(package: zipfile.ZipFile, modules: set[str]) -> Iterator[str]:
    parts = [name for name in package.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)]
    elements = [(name, _first(package, name, "sheetPr")) for name in parts]
    named = [(name, element.get("codeName") if element is not None else None) for name, element in elements]
    book = _first(package, "xl/workbook.xml", "workbookPr")
    named.append(("xl/workbook.xml", book.get("codeName") if book is not None else None))
    yield from (f"{part}: code name {name} has no module" for part, name in named if name not in modules)
    counts = Counter(name for _, name in named)
    yield from (f"code name {name} is there {count} times" for name, count in counts.items() if count > 1)


def _first(package: zipfile.ZipFile, part: str, tag: str) -> ET.Element | None:
    return ET.fromstring(package.read(part)).find(f"{_MAIN}{tag}")  # noqa: S314 (our own file)


def _twin_faults(ribbon_2006: str, ribbon_2009: str) -> Iterator[str]:
    if ribbon_2006.replace(UI_2006, UI_2009) != ribbon_2009:
        yield "the two ribbon parts differ in more than their namespace"


def _source_faults(source: str) -> Iterator[str]:
    lines = source.splitlines()
    if not source.isascii():
        yield "not ASCII"
    yield from (f"line {number} is too long" for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE)
    runs = (len(list(run)) for continued, run in groupby(lines, lambda line: line.endswith(" _")) if continued)
    if max(runs, default=0) > MOST_CONTINUATIONS:
        yield "too many continuation lines"
    compiled = strip_directives(source)
    yield from (f"without PtrSafe: {line.strip()}" for line in compiled.splitlines() if _is_old_declare(line))
    procedures = Counter((" ".join(kind.split()).lower(), name.lower()) for kind, name in _PROCEDURE.findall(compiled))
    yield from (f"{name} is there {count} times" for (_, name), count in procedures.items() if count > 1)


def _is_old_declare(line: str) -> bool:
    return bool(re.match(r"\s*(?:(?:Public|Private)\s+)?Declare\s+(?!PtrSafe)", line, re.IGNORECASE))
