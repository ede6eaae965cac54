"""The formulas of a built workbook: where each stands, which functions it calls, and how deep it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from support.workbook_parts import Workbook, tag

EXCEL_2013 = frozenset(
    (
        *(
            "ABS",
            "AND",
            "AVERAGE",
            "CHAR",
            "COUNT",
            "COUNTA",
            "COUNTBLANK",
            "COUNTIF",
            "COUNTIFS",
            "IF",
            "IFERROR",
            "INDEX",
            "INT",
        ),
        *(
            "ISBLANK",
            "ISERROR",
            "ISLOGICAL",
            "ISNUMBER",
            "ISTEXT",
            "LARGE",
            "LEFT",
            "LEN",
            "MATCH",
            "MAX",
            "MID",
            "MIN",
            "MOD",
        ),
        *(
            "FIND",
            "HYPERLINK",
            "N",
            "NA",
            "NOT",
            "OR",
            "RANK",
            "RIGHT",
            "ROUND",
            "SMALL",
            "SUM",
            "SUMIF",
            "SUMIFS",
            "SUMPRODUCT",
            "TEXT",
        ),
        *("TRIM", "VALUE"),
    )
)
"""Functions of Excel 2013 that are not volatile and that any of our formulas may call."""

OURS = frozenset({"ITA_INDICATOR", "ITA_SUBINDICATOR", "ITA_TOOL", "ITA_TOTAL", "ITA_LEVEL"})

_STRING = re.compile(r'"[^"]*"')
_CALL = re.compile(r"([A-Za-z_][A-Za-z0-9_.]*)\(")
_STRUCTURED = re.compile(r"(tbl\w+)\[(?:\[#This Row\],\[)?([^\[\]]+)\]")


def formulas(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield the place and the text of every formula in cells, validations and conditional formats."""
    for name in book.sheet_parts:
        for cell in book.cells(name):
            if (formula := cell.find(tag("f"))) is not None:
                yield f"{name}!{cell.get('r')}", formula.text
        for kind in ("formula", "formula1", "formula2"):
            for formula in book.sheet(name).iter(tag(kind)):
                yield f"{name}!{kind}", formula.text


def functions(formula: str) -> set[str]:
    """Return the names of the functions that a formula calls."""
    return set(_CALL.findall(_STRING.sub("", formula)))


def depth(formula: str) -> int:
    """Return how many brackets of a formula are open at once."""
    level = deepest = 0
    for character in _STRING.sub("", formula):
        level += (character == "(") - (character == ")")
        deepest = max(deepest, level)
    assert level == 0, formula
    return deepest


def columns(formula: str) -> set[tuple[str, str]]:
    """Return the tables and columns that a formula names."""
    return set(_STRUCTURED.findall(_STRING.sub("", formula)))
