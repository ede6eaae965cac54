"""What only Microsoft Excel refuses or shows: limits and rules that neither LibreOffice nor the schema knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, cast

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.utils import range_boundaries as boundaries

from support.built import FILES, fresh
from support.workbook_parts import Workbook, tag

MOST_IN_FORMULA = 8192
MOST_IN_LITERAL = 255
MOST_NESTED = 64
MOST_IN_RULE = 255
MOST_IN = {"promptTitle": 32, "errorTitle": 32, "prompt": 255, "error": 255}
_FUNCTIONS = """
ABS AND AVERAGE CHAR COUNT COUNTIF COUNTIFS FIND HYPERLINK IF IFERROR INDEX ISERROR ISLOGICAL ISNUMBER ISTEXT
LARGE LEFT MATCH MAX MID MIN N NA NOT OR ROUND SUM SUMPRODUCT TEXT TRIM
"""
FUNCTIONS = frozenset(_FUNCTIONS.split())
"""Those of Excel 2007 that the workbook uses; a newer one would need the prefix ``_xlfn.`` in the file."""
OWN = "ITA_"
LITERAL = re.compile(r'"((?:[^"]|"")*)"')
CALL = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\(")
ARRAY_BLIND = re.compile(r"\bSUMPRODUCT\((?:[^()]|\([^()]*\))*\b(?:IF|N|INDEX)\(")
_BAR = frozenset({"ctr", "inBase", "inEnd"})
LABEL_PLACES = {
    ("barChart", "clustered"): _BAR | {"outEnd"},
    ("barChart", "stacked"): _BAR,
    ("lineChart", "standard"): frozenset({"b", "ctr", "l", "r", "t"}),
    ("radarChart", None): frozenset({"outEnd"}),
}
"""Where Excel lets the labels of a chart stand; it removes a drawing that has them elsewhere."""
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")

Box = tuple[int, int, int, int]


@pytest.fixture(scope="module")
def books() -> Mapping[str, Workbook]:
    """Return newly built workbooks and the committed ones, taken apart."""
    committed = {path.stem: path.read_bytes() for path in FILES}
    return {name: Workbook(data) for name, data in (fresh() | committed).items()}


@pytest.fixture(scope="module")
def new(books: Mapping[str, Workbook]) -> Mapping[str, Workbook]:
    """Return the newly built workbooks alone."""
    return {name: book for name, book in books.items() if name in {"empty", "2567", "2568"}}


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield where each formula stands, and the formula: of cells, of validations and of conditional formats."""
    for sheet in book.sheet_parts:
        for kind in ("f", "formula", "formula1", "formula2"):
            for element in book.sheet(sheet).iter(tag(kind)):
                yield f"{sheet}!{element.getparent().get('r')}", element.text or ""


def rules(book: Workbook) -> Iterator[tuple[str, Any]]:
    """Yield the sheet's name and the element of each data validation."""
    for sheet in book.sheet_parts:
        for element in book.sheet(sheet).iter(tag("dataValidation")):
            yield sheet, element


def boxes(references: str) -> list[Box]:
    """Return the first column, first row, last column and last row of each range."""
    return [cast("Box", boundaries(reference)) for reference in references.split()]


def overlap(one: Box, other: Box) -> bool:
    """Whether two ranges share a cell."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def depth(formula: str) -> int:
    """Return how deep the parentheses of a formula are nested."""
    level = deepest = 0
    for mark in LITERAL.sub("", formula):
        level += (mark == "(") - (mark == ")")
        deepest = max(deepest, level)
    return deepest


def text(book: Workbook, element: Any) -> str | None:  # noqa: ANN401 (lxml has no type stubs)
    """Return the text of a cell that refers to the shared strings; None for any other cell."""
    if element is None or element.get("t") != "s":
        return None
    strings = book.tree("xl/sharedStrings.xml").findall(tag("si"))
    return "".join(part.text or "" for part in strings[int(element.findtext(tag("v")))].iter(tag("t")))


def test_formulas_stay_within_the_limits_of_excel(books: Mapping[str, Workbook]) -> None:
    """No formula is longer than 8192 characters, nested deeper than 64, or has a text of more than 255."""
    wrong = [
        (name, where)
        for name, book in books.items()
        for where, formula in formulas(book)
        if len(formula) > MOST_IN_FORMULA
        or depth(formula) > MOST_NESTED
        or any(len(found.replace('""', '"')) > MOST_IN_LITERAL for found in LITERAL.findall(formula))
    ]
    assert wrong == []


def test_formulas_call_nothing_newer_than_excel_2007(books: Mapping[str, Workbook]) -> None:
    """Every function is one of Excel 2007 or one of ours, for Excel shows #NAME? for a newer one without a prefix."""
    called: Counter[str] = Counter()
    for book in books.values():
        for _, formula in formulas(book):
            called.update(CALL.findall(LITERAL.sub('""', formula)))
    assert {name for name in called if not name.startswith(OWN)} == FUNCTIONS


def test_no_formula_counts_on_arrays_that_only_libreoffice_makes(books: Mapping[str, Workbook]) -> None:
    """IF, N and INDEX do not stand inside SUMPRODUCT: Excel, unlike LibreOffice, gives them single cells there."""
    wrong = [
        (name, where)
        for name, book in books.items()
        for where, formula in formulas(book)
        if ARRAY_BLIND.search(LITERAL.sub('""', formula))
    ]
    assert wrong == []


def test_validations_stay_within_the_limits_of_excel(books: Mapping[str, Workbook]) -> None:
    """Titles have at most 32 characters, messages 255, and a rule or list 255."""
    wrong = [
        (name, sheet, rule.get("sqref"))
        for name, book in books.items()
        for sheet, rule in rules(book)
        if any(len(rule.get(key, "")) > most for key, most in MOST_IN.items())
        or any(len(part.text or "") > MOST_IN_RULE for part in rule)
    ]
    assert wrong == []


def test_no_cell_has_two_validations(new: Mapping[str, Workbook]) -> None:
    """Ranges of validations on one sheet share no cell: Excel cannot hold two rules and may repair the file."""
    wrong: list[tuple[str, str, Box, Box]] = []
    for name, book in new.items():
        for sheet in book.sheet_parts:
            areas = [area for found, rule in rules(book) if found == sheet for area in boxes(rule.get("sqref"))]
            wrong += [(name, sheet, *pair) for pair in combinations(areas, 2) if overlap(*pair)]
    assert wrong == []


def test_labels_stand_where_the_kind_of_chart_lets_them(books: Mapping[str, Workbook]) -> None:
    """Every place of a chart's labels is one that Excel knows for that kind of chart."""
    seen = 0
    for name, book in books.items():
        for part in (one for one in book.parts if one.startswith("xl/charts/chart")):
            for label in book.tree(part).iter(f"{CHART}dLblPos"):
                chart = next(one for one in label.iterancestors() if one.tag.endswith("Chart"))
                grouping = chart.find(f"{CHART}grouping")
                kind = chart.tag.removeprefix(CHART), None if grouping is None else grouping.get("val")
                assert label.get("val") in LABEL_PLACES[kind], (name, part)
                seen += 1
    assert seen


def test_a_table_is_what_its_cells_say(books: Mapping[str, Workbook]) -> None:
    """Each column's name is the text in its heading's cell, as Excel demands on opening, and no name comes twice."""
    for name, book in books.items():
        for table, (sheet, _) in book.table_parts.items():
            left, top, right, _ = boxes(book.table(table).get("ref"))[0]
            wanted = {f"{get_column_letter(column)}{top}": None for column in range(left, right + 1)}
            cells = {cell.get("r"): cell for cell in book.cells(sheet) if cell.get("r") in wanted}
            names = [
                column.get("name").replace("_x000a_", "\n") for column in book.table(table).iter(tag("tableColumn"))
            ]
            assert names == [text(book, cells.get(place)) for place in wanted], (name, table)
            assert len({one.lower() for one in names}) == len(names), (name, table)


def test_tables_and_merged_cells_do_not_meet(books: Mapping[str, Workbook]) -> None:
    """No table shares a cell with a merged range or with another table of its sheet, nor merged ranges with another."""
    for name, book in books.items():
        for sheet in book.sheet_parts:
            merged = [one.get("ref") for one in book.sheet(sheet).iter(tag("mergeCell"))]
            tables = [book.table(table).get("ref") for table, (own, _) in book.table_parts.items() if own == sheet]
            areas = boxes(" ".join(merged + tables))
            assert [pair for pair in combinations(areas, 2) if overlap(*pair)] == [], (name, sheet)


def test_excel_marks_no_code_as_a_number_stored_as_text(new: Mapping[str, Workbook]) -> None:
    """A sheet with texts that look like numbers tells Excel not to put its green mark on them."""
    marked = 0
    for name, book in new.items():
        for sheet in book.sheet_parts:
            if any(NUMBER.fullmatch(text(book, cell) or "") for cell in book.cells(sheet)):
                ignored = [one.get("numberStoredAsText") for one in book.sheet(sheet).iter(tag("ignoredError"))]
                assert ignored == ["1"], (name, sheet)
                marked += 1
    assert marked
