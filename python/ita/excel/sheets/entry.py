"""The entry sheets IIT, EIT and OIT: one table each, with the scores to type in."""

from __future__ import annotations

from collections.abc import Sequence

from ita.assessment import Assessment, ItemEvidence, QuestionScore
from ita.criteria import USER, Criteria, Item, Question, Tool
from ita.excel import layout, validation
from ita.excel.grid import LANDSCAPE, PORTRAIT, Column, Content, Formula, Page, Placed, Styled
from ita.excel.layout import Table
from ita.excel.sources import eit_table

HEAD_ROW = 3
SPARE_ROWS = 20
_CODE = Column(layout.CODE, 8, "fixed_code")
_LAST = Column(layout.LAST_YEAR, 10, "input_score", validation.SCORE)
_CHANGE = Column(layout.CHANGE, 14, "change")
_NOTE = Column(layout.NOTE, 22, "input_wrap")


def _score(heading: str) -> Column:
    return Column(heading, 11, "input_score", validation.SCORE)


_SURVEY = (_CODE, Column(layout.INDICATOR, 26, "fixed_wrap"), Column(layout.WORDING, 66, "fixed_wrap"))
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
    Column(layout.SUB_INDICATOR, 30, "fixed_wrap"),
    Column(layout.ITEM, 48, "fixed_wrap"),
    _score(layout.SCORE),
    _LAST,
    _CHANGE,
    Column(layout.URL, 24, "input_wrap"),
    Column(layout.COMMENT, 28, "input_wrap"),
    Column(layout.SUGGESTION, 28, "input_wrap"),
    _NOTE,
)


def write_iit(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the IIT sheet: one score a question."""
    return _survey(page, criteria, assessment, "IIT", layout.IIT_TABLE)


def write_eit(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the EIT sheet: two scores a question in years whose EIT has parts, else one."""
    return _survey(page, criteria, assessment, "EIT", eit_table(criteria))


def write_oit(page: Page, criteria: Criteria, assessment: Assessment) -> Placed:
    """Write the OIT sheet: a score, the address and the remarks of each item."""
    rows = [_item_row(item, criteria, assessment) for item in criteria.items]
    return _write(page, criteria.tool("OIT"), layout.OIT_TABLE, OIT_COLUMNS, rows)


def _survey(page: Page, criteria: Criteria, assessment: Assessment, code: str, table: Table) -> Placed:
    """Write a survey's sheet; where the year's questions are not known, with rows to name them in."""
    tool = criteria.tool(code)
    questions = [q for i in criteria.indicators_of(code) for q in criteria.questions_of(i.number)]
    rows = [_question_row(table, question, criteria, assessment) for question in questions]
    if all(question.source == USER for question in questions):
        blank = Question(code="", indicator=0, source=USER, confidence="guess")
        rows += [_question_row(table, blank, criteria, assessment) for _ in range(SPARE_ROWS - len(questions))]
    return _write(page, tool, table, EIT_PARTS_COLUMNS if tool.parts else IIT_COLUMNS, rows)


def _question_row(table: Table, question: Question, criteria: Criteria, assessment: Assessment) -> list[Content]:
    score = assessment.given.questions.get(question.code)
    previous = assessment.previous.questions.get(question.code)
    if table is layout.EIT_PARTS_TABLE:
        scores, heading, value = _pair(table, score)
    else:
        value = score if isinstance(score, float | int) else None
        scores, heading = [value], layout.SCORE
    return [
        *_identity(question, criteria, assessment),
        *scores,
        previous,
        _change(table, heading, value, previous),
        assessment.notes.get(question.code, ""),
    ]


def _identity(question: Question, criteria: Criteria, assessment: Assessment) -> list[Content]:
    """Return code, indicator and wording: fixed where the year knows them, else to be typed (ผู้ใช้ระบุ)."""
    names = {i.number: f"{i.number}. {i.name}" for i in criteria.indicators}
    indicator, wording = names.get(question.indicator, ""), question_text(question)
    if question.source == USER:
        return [
            Styled(question.code, "input_centre"),
            Styled(indicator, "input_wrap"),
            Styled(wording, "input_wrap"),
        ]
    named = not wording or question.code in {typed.code for typed in assessment.wordings}
    return [question.code, indicator, Styled(wording, "input_wrap") if named else wording]


def question_text(question: Question) -> str:
    """Return a question's wording with the aspects it asks about, one a line."""
    return "\n".join([question.text, *(f"• {aspect}" for aspect in question.sub_items)])


def _pair(table: Table, score: QuestionScore) -> tuple[list[Content], str, float | None]:
    first, second = score if isinstance(score, tuple) else (None, None)
    mean = None if first is None or second is None else (first + second) / 2
    parts = f"{table.here(layout.PART_1)},{table.here(layout.PART_2)}"
    return [first, second, Formula(f'IF(COUNT({parts})=2,AVERAGE({parts}),"")', mean)], layout.MEAN, mean


def _item_row(item: Item, criteria: Criteria, assessment: Assessment) -> list[Content]:
    score = assessment.given.questions.get(item.code)
    value = score if isinstance(score, float | int) else None
    previous = assessment.previous.questions.get(item.code)
    evidence = assessment.items.get(item.code, ItemEvidence())
    subs = {sub.code: f"{sub.code} {sub.name}" for sub in criteria.sub_indicators}
    named = not item.title or item.code in {typed.code for typed in assessment.wordings}
    return [
        item.code,
        subs.get(item.sub_indicator or "", ""),
        Styled(item.title, "input_wrap") if named else item.title,
        value,
        previous,
        _change(layout.OIT_TABLE, layout.SCORE, value, previous),
        evidence.url,
        evidence.comment,
        evidence.suggestion,
        assessment.notes.get(item.code, ""),
    ]


def _change(table: Table, heading: str, value: float | None, previous: float | None) -> Formula:
    here, last = table.here(heading), table.here(layout.LAST_YEAR)
    known = None if value is None or previous is None else value - previous
    return Formula(f'IF(COUNT({here},{last})=2,{here}-{last},"")', known)


def _write(page: Page, tool: Tool, table: Table, columns: Sequence[Column], rows: list[list[Content]]) -> Placed:
    page.widths(*(column.width for column in columns))
    last = len(columns) - 1
    page.title(last, f"{tool.code}  {tool.name}", f"{tool.name_en} · ผู้ให้คะแนน: {tool.respondents}")
    page.band(2, last, "พิมพ์หรือวางคะแนน 0–100 ในช่องสีครีม ช่องที่ยังไม่ทราบคะแนนให้เว้นว่าง", "hint", 26)
    placed = page.table(table, HEAD_ROW, 0, columns, rows)
    page.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    page.print_setup(LANDSCAPE if table is layout.OIT_TABLE else PORTRAIT, (HEAD_ROW, HEAD_ROW))
    page.protect()
    return placed
