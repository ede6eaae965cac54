"""Where each typed figure of a year stands in the workbook: table, column and code."""

from __future__ import annotations

from collections.abc import Iterator

from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.calc import Source
from ita.excel.layout import Table
from ita.scoring import (
    TOTAL,
    indicator_key,
    part_indicator_key,
    question_key,
    sub_indicator_key,
    tool_key,
)

LEVEL_SOURCE = Source(
    layout.TOTAL_TABLE.column(layout.PUBLISHED), layout.TOTAL_TABLE.column(layout.CODE), layout.LEVEL_CODE
)


def eit_table(criteria: Criteria) -> Table:
    """Return the EIT's table: two score columns in years whose EIT has parts, else one."""
    return layout.EIT_PARTS_TABLE if criteria.tool("EIT").parts else layout.EIT_WHOLE_TABLE


def score_columns(criteria: Criteria) -> dict[str, tuple[Table, str]]:
    """Return the table and column of each scored tool or part (``IIT``, ``EIT1``, ``OIT``)."""
    eit = eit_table(criteria)
    parts = criteria.tool("EIT").scored_codes
    headings = (layout.PART_1, layout.PART_2) if len(parts) > 1 else (layout.SCORE,)
    by_part = {part: (eit, heading) for part, heading in zip(parts, headings, strict=True)}
    return {"IIT": (layout.IIT_TABLE, layout.SCORE), **by_part, "OIT": (layout.OIT_TABLE, layout.SCORE)}


def score_rows(criteria: Criteria) -> dict[Table, tuple[tuple[str, str, str], ...]]:
    """Return the rows of each table of the results sheet: key, code, and the name to print."""
    tools = [(one.code, one.name) for tool in criteria.tools for one in (tool, *tool.parts)]
    divided = [(p.code, i) for t in criteria.tools for p in t.parts for i in criteria.indicators_of(t.code)]
    return {
        layout.TOTAL_TABLE: ((TOTAL, layout.TOTAL_CODE, "คะแนนรวม"),),
        layout.TOOL_TABLE: tuple((tool_key(code), code, name) for code, name in tools),
        layout.INDICATOR_TABLE: tuple((indicator_key(i.number), str(i.number), i.name) for i in criteria.indicators),
        layout.PART_TABLE: tuple(
            (part_indicator_key(part, i.number), f"{part}.{i.number}", i.name) for part, i in divided
        ),
        layout.SUB_TABLE: tuple((sub_indicator_key(s.code), s.code, s.name) for s in criteria.sub_indicators),
    }


def sources(criteria: Criteria) -> dict[str, Source]:
    """Return where the typed figure of every key stands."""
    return dict((*_questions(criteria), *_published(criteria)))


def _questions(criteria: Criteria) -> Iterator[tuple[str, Source]]:
    columns = score_columns(criteria)
    for code in (one.code for one in (*criteria.questions, *criteria.items)):
        for scored in criteria.tool_of_code(code).scored_codes:
            table, heading = columns[scored]
            yield question_key(scored, code), Source(table.column(heading), table.column(layout.CODE), code)


def _published(criteria: Criteria) -> Iterator[tuple[str, Source]]:
    for table, rows in score_rows(criteria).items():
        for key, code, _ in rows:
            yield key, Source(table.column(layout.PUBLISHED), table.column(layout.CODE), code)
