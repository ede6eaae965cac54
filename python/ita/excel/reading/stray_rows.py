"""Rows of the entry tables whose scores count for nothing: a code that the year lacks, or one that stands twice."""

from __future__ import annotations

from collections.abc import Iterator

from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.reading.cells import Reader
from ita.excel.sources import score_columns
from ita.findings import Finding, finding


def stray_rows(reader: Reader) -> Iterator[Finding]:
    """Yield a finding for each such row; a tool whose codes the year's criteria do not list has none."""
    columns = score_columns(reader.criteria)
    for table in dict.fromkeys(table for table, _ in columns.values()):
        headings = [heading for owner, heading in columns.values() if owner is table]
        parts = [part for part, (owner, _) in columns.items() if owner is table]
        known = _codes(reader, parts)
        if known:
            yield from _of_table(reader, table, headings, known)


def _codes(reader: Reader, parts: list[str]) -> set[str]:
    """Return the year's codes of the tool that is scored in these parts."""
    criteria = reader.criteria
    codes = [one.code for one in (*criteria.questions, *criteria.items)]
    return {code for code in codes if criteria.tool_of_code(code).scored_codes[0] in parts}


def _of_table(reader: Reader, table: Table, headings: list[str], known: set[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for row in reader.rows(table):
        code = row[layout.CODE].text
        if all(row[heading].is_blank for heading in headings):
            seen.add(code)
        elif code not in known:
            yield finding("code.unknown", row[layout.CODE].place, code=code, year=reader.criteria.fiscal_year)
        elif code in seen:
            yield finding("code.duplicate", row[layout.CODE].place, code=code)
        seen.add(code)
