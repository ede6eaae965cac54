"""What Word minds though schema and LibreOffice may not: the inside of fields, tables, sections and charts.

Each scan returns what it finds wrong, as text; all of them run over every template and every example's reports.
"""

from __future__ import annotations

import functools
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ita import interchange, reports
from ita.paths import resource
from ita.word.filling import heights
from ita.word.lint import comments
from ita.word.lint.faults import Fault
from ita.word.parts import package, xml
from ita.word.parts.relations import Relations

EXAMPLES = sorted(path.stem for path in resource("workbook", "examples").glob("*.yaml"))
NAMES = [info.name for info in reports.templates()]
TEMPLATE = "template"
CASES = [(name, example) for name in NAMES for example in (TEMPLATE, *EXAMPLES)]
every_document = pytest.mark.parametrize(("name", "example"), CASES)

# The order of ECMA-376, part 1, section 17; what we never write is left out of it.
ORDERS = {
    "w:pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "w:rPr": "rStyle rFonts b bCs i iCs caps strike vanish color spacing w kern position sz szCs highlight u "
    "shd vertAlign rtl cs lang",
    "w:tblPr": "tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "w:tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "w:sectPr": "headerReference footerReference footnotePr type pgSz pgMar pgBorders pgNumType cols titlePg docGrid",
    "w:style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "w:settings": "zoom defaultTabStop compat themeFontLang",
}
WITHIN = {
    "w:p": {"w:body", "w:tc", "w:hdr", "w:ftr", "w:comment", "w:txbxContent", "w:sdtContent"},
    "w:r": {"w:p", "w:hyperlink", "w:sdtContent"},
    "w:t": {"w:r"},
    "w:tr": {"w:tbl"},
    "w:tc": {"w:tr"},
    "w:tbl": {"w:body", "w:tc"},
}
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
Root = xml.Element


@functools.cache
def parts(name: str, example: str) -> package.Parts:
    """Return the parts of a template, or of the report that it gives for an example."""
    if example == TEMPLATE:
        return package.read(resource("docx_templates", f"{name}.docx"))
    assessment = interchange.load(resource("workbook", "examples", f"{example}.yaml"))
    return package.read(reports.compose(assessment, reports.find(name), "thai", resource("workbook", "examples")))


def stories(inside: package.Parts) -> dict[str, Root]:
    """Return the parts in WordprocessingML by name."""
    return {p: xml.parse(d) for p, d in inside.items() if re.fullmatch(r"word/\w+\.xml", p)}


def local(element: Root) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: Root | None, attribute: str = "w:val") -> str:
    """Return an attribute, an empty text where there is none."""
    return "" if element is None else element.get(xml.name(attribute)) or ""


def broken_fields(root: Root) -> Iterator[str]:
    """Yield fields that do not begin, separate and end in this order, or that nest beyond the contents."""
    stack: list[str] = []
    for mark in root.iter(xml.name("w:fldChar"), xml.name("w:instrText")):
        kind = value(mark, "w:fldCharType") or "code"
        if kind == "begin":
            stack.append(kind)
        elif not stack or (kind in {"code", "separate"} and stack[-1] != {"code": "begin", "separate": "code"}[kind]):
            yield f"field: {kind} after {stack}"
        elif kind == "end":
            if stack.pop() != "separate":
                yield "field: without a result"
        else:
            stack[-1] = kind
    yield from (f"field: open {kind}" for kind in stack)


def bad_bookmarks(root: Root) -> Iterator[str]:
    """Yield bookmark names that Word would not take, and page references to none."""
    names = [value(mark, "w:name") for mark in root.iter(xml.name("w:bookmarkStart"))]
    yield from (f"bookmark {name}" for name in names if not re.fullmatch(r"[^\W\d]\w{0,39}", name))
    for code in root.iter(xml.name("w:instrText")):
        found = re.match(r"\s*PAGEREF\s+(\S+)", code.text or "")
        if found and found[1] not in names:
            yield f"PAGEREF {found[1]}"


def uneven_tables(root: Root) -> Iterator[str]:
    """Yield rows that do not fill the grid, cells as wide as no columns of it, and cells that go on from nothing."""
    for number, table in enumerate(root.iter(xml.name("w:tbl")), start=1):
        grid = [int(value(column, "w:w")) for column in xml.first(table, "w:tblGrid")]
        above: dict[int, int] = {}
        rows = table.findall(xml.path("w:tr"))
        if not rows:
            yield f"table {number}: no row"
        for row in rows:
            joined, end = dict[int, int](), 0
            for start, cell in heights.placed(row):
                across = heights.span(cell)
                end = start + across
                if abs(int(value(cell.find(xml.path("w:tcPr/w:tcW")), "w:w")) - sum(grid[start:end])) > across:
                    yield f"table {number}: width of a cell"
                merge = heights.merge_of(cell)
                if merge == "continue" and above.get(start) != across:
                    yield f"table {number}: goes on from nothing"
                if merge:
                    joined[start] = across
            above = joined
            if end != len(grid):
                yield f"table {number}: {end} of {len(grid)} columns"


def bad_rows(root: Root) -> Iterator[str]:
    """Yield head rows that are not the first of their table, and cells whose last child is no paragraph."""
    for table in root.iter(xml.name("w:tbl")):
        heads = [heights.is_head(row) for row in table.findall(xml.path("w:tr"))]
        if sorted(heads, reverse=True) != heads or (heads and all(heads)):
            yield f"head rows {heads}"
    yield from ("cell" for cell in root.iter(xml.name("w:tc")) if [local(c) for c in cell][-1:] != ["p"])


def misplaced(root: Root) -> Iterator[str]:
    """Yield children out of the schema's order, twice the same one, and elements inside the wrong parent."""
    for prefixed, order in ORDERS.items():
        known = order.split()
        for holder in root.iter(xml.name(prefixed)):
            found = [local(child) for child in holder]
            once = [child for child in found if child not in {"headerReference", "footerReference"}]
            unknown = set(found) - set(known)
            if unknown or sorted(found, key=known.index) != found or len(set(once)) != len(once):
                yield f"{prefixed}: {found}"
    for prefixed, allowed in WITHIN.items():
        for element in root.iter(xml.name(prefixed)):
            parent = element.getparent()
            if parent is not None and f"w:{local(parent)}" not in allowed:
                yield f"{prefixed} in {local(parent)}"


def lost_spaces(root: Root) -> Iterator[str]:
    """Yield texts that begin or end with a space that Word would drop."""
    for text in root.iter(xml.name("w:t"), xml.name("w:instrText")):
        if (text.text or "") != (text.text or "").strip(" ") and text.get(SPACE) != "preserve":
            yield f"space of {text.text!r}"


def undeclared(root: Root) -> Iterator[str]:
    """Yield prefixes that Word is told to ignore but that nobody declared."""
    known = getattr(root, "nsmap", {})
    prefixes = (root.get(f"{MARKUP}Ignorable") or "").split()
    yield from (f"prefix {prefix}" for prefix in prefixes if prefix not in known)


def sections(root: Root) -> Iterator[str]:
    """Yield sections after a numbered one that name no header: Word would go on with the other's."""
    heads = [s.find(xml.path("w:headerReference")) is not None for s in root.iter(xml.name("w:sectPr"))]
    if sorted(heads) != heads:
        yield f"headers {heads}"
    for section in root.iter(xml.name("w:sectPr")):
        size = xml.first(section, "w:pgSz")
        wide = int(value(size, "w:w")) > int(value(size, "w:h"))
        if wide != (value(size, "w:orient") == "landscape"):
            yield "orientation"
        if value(section.find(xml.path("w:pgNumType")), "w:fmt") != "thaiNumbers":
            yield "page numbers"


Scan = Callable[[Root], Iterator[str]]
SCANS: Sequence[Scan] = (
    broken_fields,
    bad_bookmarks,
    uneven_tables,
    bad_rows,
    misplaced,
    lost_spaces,
    undeclared,
    sections,
)


@every_document
def test_each_chart_is_shown_once(name: str, example: str) -> None:
    """No two frames show one chart part, which Word would take for two charts with one workbook."""
    root = xml.parse(parts(name, example)[package.DOCUMENT])
    shown = [value(chart, "r:id") for chart in root.iter(xml.name("c:chart"))]
    assert len(set(shown)) == len(shown)


@every_document
def test_nothing_that_word_minds(name: str, example: str) -> None:
    """Fields, bookmarks, tables, order of elements, spaces, prefixes and sections are as Word itself writes them."""
    faults = [
        f"{part}: {fault}" for part, root in stories(parts(name, example)).items() for s in SCANS for fault in s(root)
    ]
    # The sample entry of a template's contents leads nowhere yet.
    assert [f for f in faults if example != TEMPLATE or "PAGEREF" not in f] == []


@every_document
def test_word_opens_without_a_question(name: str, example: str) -> None:
    """The settings ask for Word 2013's mode and not to update every field on opening."""
    root = xml.parse(parts(name, example)["word/settings.xml"])
    modes = [value(s) for s in root.iter(xml.name("w:compatSetting")) if value(s, "w:name") == "compatibilityMode"]
    assert (modes, root.find(xml.path("w:updateFields"))) == (["15"], None)


@every_document
def test_charts_are_whole(name: str, example: str) -> None:
    """Each chart has series in each plot, axes that cross each other, and a workbook that says what it shows."""
    inside = parts(name, example)
    charts = [part for part in inside if re.fullmatch(r"word/charts/chart\d+\.xml", part)]
    assert [f"{part}: {fault}" for part in charts for fault in _chart(inside, part)] == []


def _chart(inside: package.Parts, part: str) -> Iterator[str]:
    root = xml.parse(inside[part])
    area = xml.first(root, "c:chart/c:plotArea")
    axes = {xml.first(axis, "c:axId").get("val") for axis in area if local(axis).endswith("Ax")}
    crossed = {cross.get("val") for cross in area.iter(xml.name("c:crossAx"))}
    for plot in (child for child in area if local(child).endswith("Chart")):
        used = {axis.get("val") for axis in plot.findall(xml.path("c:axId"))}
        if used != axes or crossed != axes:
            yield f"axes {used} {axes} {crossed}"
        if plot.find(xml.path("c:ser")) is None:
            yield f"{local(plot)} without series"
    numbers = [xml.first(series, "c:idx").get("val") for series in root.iter(xml.name("c:ser"))]
    if len(set(numbers)) != len(numbers):
        yield f"series {numbers}"
    data = xml.first(root, "c:externalData")
    book = Relations.of(inside, part).target(value(data, "r:id"))
    for formula in root.iter(xml.name("c:f")):
        yield from _differences(inside[book], formula, posixpath.basename(book))


def _differences(book: bytes, formula: Root, name: str) -> Iterator[str]:
    """Yield a reference whose cells are not what the chart's cache says."""
    tab, _, area = (formula.text or "").partition("!")
    workbook: Any = openpyxl.load_workbook(BytesIO(book))
    cells = workbook[tab][area.replace("$", "")]
    found = [cell.value for row in (cells if isinstance(cells, tuple) else ((cells,),)) for cell in row]
    parent = formula.getparent()
    assert parent is not None
    points = {int(p.get("idx") or 0): xml.first(p, "c:v").text for p in parent.iter(xml.name("c:pt"))}
    is_number = local(parent) == "numRef"
    cached = [(float(points[i] or 0) if is_number else points[i]) if i in points else None for i in range(len(found))]
    if cached != found:
        yield f"{name} {formula.text}: {cached} is not {found}"


BROKEN: Mapping[Scan, str] = {
    broken_fields: '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>',
    bad_bookmarks: '<w:p><w:bookmarkStart w:id="1" w:name="1x"/></w:p>',
    uneven_tables: '<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="9"/>'
    "<w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    bad_rows: "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    misplaced: "<w:p><w:pPr><w:jc/><w:keepNext/></w:pPr></w:p>",
    lost_spaces: "<w:p><w:r><w:t>ก </w:t></w:r></w:p>",
    sections: '<w:sectPr><w:pgSz w:w="1" w:h="2" w:orient="landscape"/></w:sectPr>',
}


@pytest.mark.parametrize("scan", BROKEN, ids=lambda scan: scan.__name__)
def test_each_scan_sees_its_fault(scan: Scan) -> None:
    """A document broken in one way is seen by the scan for it."""
    assert list(scan(xml.fragment(f"<w:body>{BROKEN[scan]}</w:body>")))


def test_a_prefix_to_ignore_has_to_be_declared() -> None:
    """A prefix in mc:Ignorable without its declaration, which Word calls unreadable, is seen."""
    assert list(undeclared(xml.parse(f'<a xmlns:mc="{MARKUP[1:-1]}" mc:Ignorable="w14"/>')))


@pytest.mark.parametrize("name", NAMES)
def test_comments_of_the_lint_are_anchored(name: str, tmp_path: Path) -> None:
    """In a copy with comments each has its beginning, its end and its reference once, and the copy passes the scans."""
    out = tmp_path / "o.docx"
    comments.write(resource("docx_templates", f"{name}.docx"), [Fault("file.fonts"), Fault("file.no_title")], out)
    inside = package.read(out)
    root = xml.parse(inside[package.DOCUMENT])
    listed = [value(comment, "w:id") for comment in xml.parse(inside[comments.PART])]
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(value(mark, "w:id") for mark in root.iter(xml.name(f"w:{kind}"))) == listed == ["0", "1"]
    assert [f for s in SCANS if s is not bad_bookmarks for r in stories(inside).values() for f in s(r)] == []
