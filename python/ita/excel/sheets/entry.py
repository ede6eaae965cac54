"""The entry sheets IIT, EIT and OIT: one table each, with the scores to type in."""

from __future__ import annotations

from collections.abc import Sequence

from ita.assessment import Assessment
from ita.criteria import Criteria, Item, Question, Tool
from ita.excel import layout, validation
from ita.excel.grid import PORTRAIT, Column, Content, Formula, Page, Placed
from ita.excel.layout import Table
from ita.excel.sources import eit_table

HEAD_ROW = 3
_CODE = Column(layout.CODE, 8, "fixed_code")
_LAST = Column(layout.LAST_YEAR, 10, "input_score", validation.SCORE)
_CHANGE = Column(layout.CHANGE, 14, "change")
_NOTE = Column(layout.NOTE, 26, "input_wrap")


def _score(heading: str) -> Column:
    return Column(heading, 11, "input_score", validation.SCORE)


_SURVEY = (_CODE, Column(layout.INDICATOR, 22, "fixed_wrap"), Column(layout.WORDING, 66, "fixed_wrap"))
IIT_COLUMNS = (*_SURVEY, _score(layout.SCORE), _LAST, _CHANGE, _NOTE)
EIT_PARTS_COLUMNS = (
    *_SURVEY,
    _score(layout.PART_1),
    _score(layout.PART_2),
    Column(layout.MEAN, 10, "computed_score"),
    _LAST,
    _CHANGE,
    _NOTE,
)
OIT_COLUMNS = (
    _CODE,
    Column(layout.SUB_INDICATOR, 24, "fixed_wrap"),
    Column(layout.ITEM, 46, "fixed_wrap"),
    _score(layout.SCORE),
    _LAST,
    _CHANGE,
    Column(layout.URL, 30, "input_wrap"),
    Column(layout.COMMENT, 32, "input_wrap"),
    Column(layout.SUGGESTION, 32, "input_wrap"),
    _NOTE,
)


def write_iit(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the IIT sheet: one score a question."""
    rows = [_single_row(layout.IIT_TABLE, q, criteria, assessment) for q in _questions(criteria, "IIT")]
    return _write(page, criteria.tool("IIT"), layout.IIT_TABLE, IIT_COLUMNS, rows)


def write_eit(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the EIT sheet: two scores a question in years whose EIT has parts, else one."""
    table, tool = eit_table(criteria), criteria.tool("EIT")
    questions = _questions(criteria, "EIT")
    if tool.parts:
        rows = [_pair_row(question, criteria, assessment) for question in questions]
        return _write(page, tool, table, EIT_PARTS_COLUMNS, rows)
    return _write(page, tool, table, IIT_COLUMNS, [_single_row(table, q, criteria, assessment) for q in questions])


def write_oit(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the OIT sheet: a score, the address and the remarks of each item."""
    rows = [_item_row(item, criteria, assessment) for item in criteria.items]
    return _write(page, criteria.tool("OIT"), layout.OIT_TABLE, OIT_COLUMNS, rows)


def _questions(criteria: Criteria, tool: str) -> list[Question]:
    return [q for q in criteria.questions if criteria.tool_of(q.indicator).code == tool]


def _indicator_label(criteria: Criteria, number: int) -> str:
    return next(f"{i.number}. {i.name}" for i in criteria.indicators if i.number == number)


def _single_row(table: Table, question: Question, criteria: Criteria, assessment: Assessment) -> list[Content]:
    score = assessment.given.questions.get(question.code)
    value = score if isinstance(score, float | int) else None
    previous = assessment.previous.questions.get(question.code)
    return [
        question.code,
        _indicator_label(criteria, question.indicator),
        question.text,
        value,
        previous,
        _change(table, layout.SCORE, value, previous),
        assessment.notes.get(question.code, ""),
    ]


def _pair_row(question: Question, criteria: Criteria, assessment: Assessment) -> list[Content]:
    table = layout.EIT_PARTS_TABLE
    score = assessment.given.questions.get(question.code)
    first, second = score if isinstance(score, tuple) else (None, None)
    previous = assessment.previous.questions.get(question.code)
    mean = None if first is None or second is None else (first + second) / 2
    parts = f"{table.here(layout.PART_1)},{table.here(layout.PART_2)}"
    return [
        question.code,
        _indicator_label(criteria, question.indicator),
        question.text,
        first,
        second,
        Formula(f'IF(COUNT({parts})=2,AVERAGE({parts}),"")', mean),
        previous,
        _change(table, layout.MEAN, mean, previous),
        assessment.notes.get(question.code, ""),
    ]


def _item_row(item: Item, criteria: Criteria, assessment: Assessment) -> list[Content]:
    score = assessment.given.questions.get(item.code)
    value = score if isinstance(score, float | int) else None
    previous = assessment.previous.questions.get(item.code)
    evidence = assessment.items.get(item.code)
    sub = next(s for s in criteria.sub_indicators if s.code == item.sub_indicator)
    return [
        item.code,
        f"{sub.code} {sub.name}",
        item.title,
        value,
        previous,
        _change(layout.OIT_TABLE, layout.SCORE, value, previous),
        evidence.url if evidence else "",
        evidence.comment if evidence else "",
        evidence.suggestion if evidence else "",
        assessment.notes.get(item.code, ""),
    ]


def _change(table: Table, heading: str, value: float | None, previous: float | None) -> Formula:
    here, last = table.here(heading), table.here(layout.LAST_YEAR)
    known = None if value is None or previous is None else value - previous
    return Formula(f'IF(COUNT({here},{last})=2,{here}-{last},"")', known)


def _write(page: Page, tool: Tool, table: Table, columns: Sequence[Column], rows: list[list[Content]]) -> Placed:
    page.widths(*(column.width for column in columns))
    last = len(columns) - 1
    page.band(0, last, f"{tool.code}  {tool.name}", "band")
    page.band(1, last, f"{tool.name_en} · ผู้ให้คะแนน: {tool.respondents}", "subband", 26)
    page.band(2, last, "พิมพ์หรือวางคะแนน 0–100 ในช่องสีครีม ช่องที่ยังไม่ทราบคะแนนให้เว้นว่าง", "hint", 26)
    placed = page.table(table, HEAD_ROW, 0, columns, rows)
    page.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    page.print_setup(PORTRAIT, (HEAD_ROW, HEAD_ROW))
    page.protect()
    return placed
