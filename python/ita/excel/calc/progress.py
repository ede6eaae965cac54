"""How far the typing of scores has come: one row a tool or part, counted by native formulas.

The block stands on the calculation sheet; the first sheet, the entry sheets and ตรวจสอบ show its counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.calc import SHEET
from ita.excel.grid import Content, Formula
from ita.excel.sources import score_columns

HEADINGS = ("กรอกคะแนน", "ทั้งหมด", "กรอกแล้ว", "ว่าง", "ผิดรูปแบบ")
ALL, FILLED, BLANK, WRONG = "B", "C", "D", "E"
EVERYTHING = "รวม"


@dataclass(frozen=True, slots=True)
class Count:
    """How many cells a tool or part has for scores, and how many of them hold one."""

    cells: int
    filled: int

    @property
    def blank(self) -> int:
        """How many are still to be typed."""
        return self.cells - self.filled

    def __add__(self, other: Count) -> Count:
        return Count(self.cells + other.cells, self.filled + other.filled)


@dataclass(frozen=True, slots=True)
class Progress:
    """The planned rows: a tool or part each, then everything together."""

    first_row: int
    codes: tuple[str, ...]
    counts: dict[str, Count]
    rows: list[list[Content]]

    def ref(self, code: str, column: str) -> str:
        """Return the address of a count for other sheets; ``code`` is a tool or part, or ``EVERYTHING``."""
        return f"{SHEET}!${column}${self.first_row + 1 + (*self.codes, EVERYTHING).index(code)}"

    def sum_of(self, codes: Iterable[str], column: str) -> str:
        """Return the formula of a count over several tools or parts."""
        return "+".join(self.ref(code, column) for code in codes)

    @property
    def next_row(self) -> int:
        """The first row (one-based) below the block."""
        return self.first_row + len(self.rows) + 1


def plan(criteria: Criteria, assessment: Assessment, first_row: int) -> Progress:
    """Return the block for an assessment, to stand from ``first_row`` (one-based) on."""
    columns = score_columns(criteria)
    counts = {code: _count(criteria, assessment, code) for code in columns}
    rows: list[list[Content]] = [list(HEADINGS)]
    for number, (code, (table, heading)) in enumerate(columns.items(), start=first_row + 1):
        rows.append(_row(code, number, table.column(layout.CODE), table.column(heading), counts[code]))
    counts[EVERYTHING] = sum(counts.values(), Count(0, 0))
    rows.append(_total_row(first_row + 1, first_row + len(columns), counts[EVERYTHING]))
    return Progress(first_row, tuple(columns), counts, rows)


def _count(criteria: Criteria, assessment: Assessment, scored: str) -> Count:
    codes = [one.code for one in (*criteria.questions, *criteria.items)]
    own = [code for code in codes if scored in criteria.tool_of_code(code).scored_codes]
    return Count(len(own), sum(1 for code in own if _score(criteria, assessment, scored, code) is not None))


def _score(criteria: Criteria, assessment: Assessment, scored: str, code: str) -> float | None:
    score = assessment.given.questions.get(code)
    if not isinstance(score, tuple):
        return score
    return score[criteria.tool_of_code(code).scored_codes.index(scored)]


def _row(code: str, row: int, codes: str, values: str, count: Count) -> list[Content]:
    wrong = f'SUMPRODUCT(ISERROR({values})+ISTEXT({values})+ISLOGICAL({values}))+COUNTIF({values},"<0")'
    return [
        code,
        Formula(f'SUMPRODUCT(ISTEXT({codes})*({codes}<>""))', count.cells),
        Formula(f'COUNTIFS({values},">=0",{values},"<=100")', count.filled),
        Formula(f"MAX(0,${ALL}{row}-${FILLED}{row}-${WRONG}{row})", count.blank),
        Formula(f'{wrong}+COUNTIF({values},">100")', 0),
    ]


def _total_row(first: int, last: int, count: Count) -> list[Content]:
    values = (count.cells, count.filled, count.blank, 0)
    sums = [
        Formula(f"SUM(${column}${first}:${column}${last})", value)
        for column, value in zip((ALL, FILLED, BLANK, WRONG), values, strict=True)
    ]
    return [EVERYTHING, *sums]
