"""Suggested measures written into the sheet มาตรการ of an open workbook, marked as suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ita.assessment import Measure, Step
from ita.excel import layout
from ita.excel.live.tables import CellValue, LiveTable, is_blank, quiet, unprotected
from ita.excel.open_book import OpenBook
from ita.excel.sheets.plan import LIST_SEPARATOR

Row = Mapping[str, CellValue]

(
    _NUMBER,
    _STATUS,
    _TOOL,
    _INDICATOR,
    _ISSUE,
    _QUESTIONS,
    _ANALYSIS,
    _STRENGTHS,
    _WEAKNESSES,
    _MEASURE,
    *_STEP,
) = layout.MEASURE_TABLE.columns


def write_suggestions(book: OpenBook, measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """Write measures below the last row that holds anything, every row marked as a suggestion; return those written.

    A measure for questions (or, without any, for an indicator) that a row of the sheet names already is left out.
    WorkbookError when the sheet, the table or a column is gone, or the sheet has a password.
    """
    table = LiveTable(book, layout.MEASURE_TABLE)
    table.place(_STATUS)  # a workbook that has nowhere to mark a suggestion gets none
    rows = table.rows()
    new = tuple(_unnamed(table, rows, measures))
    if not new:
        return ()
    first = max((place for place, row in enumerate(rows, start=1) if not all(map(is_blank, row))), default=0)
    numbers = [value for row in rows if isinstance(value := row[table.place(_NUMBER)], int | float)]
    number = int(max(numbers, default=0))
    written = [row for step, measure in enumerate(new, start=1) for row in _rows(number + step, measure)]
    with quiet(book), unprotected(table.sheet):
        table.grow(first + len(written))
        table.put_rows(first, written)
    return new


def named(table: LiveTable, rows: Sequence[Sequence[object]]) -> frozenset[str]:
    """Return the codes of the questions that the rows name, and the numbers of the indicators of rows without any."""
    questions, indicator = table.place(_QUESTIONS), table.place(_INDICATOR)
    found: set[str] = set()
    for row in rows:
        codes = re.findall(r"[a-z]+\d+", str(row[questions] or "").lower())
        found.update(codes)
        number = row[indicator]
        if not codes and isinstance(number, int | float):
            found.add(str(int(number)))
    return frozenset(found)


def _unnamed(table: LiveTable, rows: Sequence[Sequence[object]], measures: Sequence[Measure]) -> Iterator[Measure]:
    taken = set(named(table, rows))
    for measure in measures:
        names = set(measure.questions) or {str(measure.indicator)}
        if not names & taken:
            taken |= names
            yield measure


def _rows(number: int, measure: Measure) -> Iterator[Row]:
    details: dict[str, CellValue] = {
        _TOOL: measure.tool,
        _INDICATOR: measure.indicator,
        _ISSUE: measure.issue,
        _QUESTIONS: LIST_SEPARATOR.join(measure.questions),
        _ANALYSIS: measure.analysis,
        _STRENGTHS: measure.strengths,
        _WEAKNESSES: measure.weaknesses,
        _MEASURE: measure.measure,
    }
    for place, step in enumerate(measure.steps or (Step(),)):
        row: dict[str, CellValue] = {_NUMBER: number, _STATUS: layout.SUGGESTED}
        row |= details if place == 0 else {}
        yield row | dict(zip(_STEP, _step(step), strict=True))


def _step(step: Step) -> list[CellValue]:
    owners = "\n".join(step.responsible)
    return [step.text, step.period, owners, step.follow_up, step.progress, step.result, step.evidence]
