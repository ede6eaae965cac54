"""The entry sheets IIT, EIT and OIT: one table each, with the scores to type in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita.assessment import Assessment, ItemEvidence, QuestionScore
from ita.criteria import USER, Criteria, Item, Question, Tool
from ita.excel import layout, theme, validation
from ita.excel.calc import MARK_NAME, USED, Calc
from ita.excel.calc.progress import ALL, BLANK, FILLED, WRONG, Progress
from ita.excel.grid import LANDSCAPE, PORTRAIT, Column, Content, Formula, Page, Placed, Styled
from ita.excel.layout import Table
from ita.excel.sources import eit_table
from ita.rating import displayed
from ita.scoring import tool_key

HEAD_ROW = 3
SPARE_ROWS = 20
_NO_CODES = "ปีนี้ยังไม่ทราบรายการข้อ ให้กรอกรหัสและตัวชี้วัดก่อน"
_SCORE_HEADINGS = (layout.SCORE, layout.PART_1, layout.PART_2, layout.MEAN)
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


@dataclass(frozen=True, slots=True)
class Band:
    """What the frozen band above the questions shows of a tool: how many scores are typed, and its own score."""

    calc: Calc
    progress: Progress

    def line(self, tool: Tool) -> Formula:
        """Return the sentence, such as ``กรอกแล้ว 14/15 · ยังว่าง 1 ช่อง · คะแนน IIT 98.53``."""
        texts, values = zip(*(self._typed(tool, code) for code in tool.scored_codes), strict=True)
        blank = self.progress.sum_of(tool.scored_codes, BLANK)
        wrong = self.progress.sum_of(tool.scored_codes, WRONG)
        used, score = self.calc.ref(tool_key(tool.code), USED), self.calc.scores.used(tool_key(tool.code))
        shown = f'IF(ISNUMBER({used})," · คะแนน {tool.code} "&TEXT(ROUND(ROUND({used},9),2),"0.00"),"")'
        empty = f'IF({blank}>0," · ยังว่าง "&({blank})&" ช่อง","")'
        faulty = f'IF({wrong}>0," · ผิดรูปแบบ "&({wrong})&" ช่อง","")'
        left = sum(self.progress.counts[code].blank for code in tool.scored_codes)
        value = " · ".join(values) + (f" · ยังว่าง {left} ช่อง" if left else "")
        scored = "" if score is None else f" · คะแนน {tool.code} {displayed(score)}"
        value += scored
        typed = '&" · "&'.join(texts)
        every = self.progress.sum_of(tool.scored_codes, ALL)
        has_codes = any(self.progress.counts[code].cells for code in tool.scored_codes)
        text = f'IF({every}=0,"{_NO_CODES}","กรอกแล้ว "&{typed}&{empty}&{faulty})&{shown}'
        return Formula(text, f"กรอกแล้ว {value}" if has_codes else f"{_NO_CODES}{scored}")

    def _typed(self, tool: Tool, code: str) -> tuple[str, str]:
        label = f"ส่วนที่ {tool.scored_codes.index(code) + 1} " if tool.parts else ""
        filled, every = (self.progress.ref(code, column) for column in (FILLED, ALL))
        count = self.progress.counts[code]
        return f'"{label}"&{filled}&"/"&{every}', f"{label}{count.filled}/{count.cells}"


def write_iit(page: Page, criteria: Criteria, assessment: Assessment, band: Band) -> Placed:
    """Write the IIT sheet: one score a question."""
    return _survey(page, criteria, assessment, band, layout.IIT_TABLE)


def write_eit(page: Page, criteria: Criteria, assessment: Assessment, band: Band) -> Placed:
    """Write the EIT sheet: two scores a question in years whose EIT has parts, else one."""
    return _survey(page, criteria, assessment, band, eit_table(criteria))


def write_oit(page: Page, criteria: Criteria, assessment: Assessment, band: Band) -> Placed:
    """Write the OIT sheet: a score, the address and the remarks of each item."""
    rows = [_item_row(item, criteria, assessment) for item in criteria.items]
    return _write(page, criteria.tool("OIT"), layout.OIT_TABLE, OIT_COLUMNS, rows, band)


def _survey(page: Page, criteria: Criteria, assessment: Assessment, band: Band, table: Table) -> Placed:
    """Write a survey's sheet; where the year's questions are not known, with rows to name them in."""
    tool = criteria.tool(table.sheet.name)
    questions = [q for i in criteria.indicators_of(tool.code) for q in criteria.questions_of(i.number)]
    rows = [_question_row(table, question, criteria, assessment) for question in questions]
    if all(question.source == USER for question in questions):
        blank = Question(code="", indicator=0, source=USER, confidence="guess")
        rows += [_question_row(table, blank, criteria, assessment) for _ in range(SPARE_ROWS - len(questions))]
    return _write(page, tool, table, EIT_PARTS_COLUMNS if tool.parts else IIT_COLUMNS, rows, band)


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


def _write(
    page: Page, tool: Tool, table: Table, columns: Sequence[Column], rows: list[list[Content]], band: Band
) -> Placed:
    page.widths(*(column.width for column in columns))
    last = len(columns) - 1
    page.title(last, f"{tool.code}  {tool.name}", f"{tool.name_en} · ผู้ให้คะแนน: {tool.respondents}")
    page.height(2, 28)
    page.merged(2, 0, 2, 2, "พิมพ์หรือวางคะแนน 0–100 ในช่องสีครีม กด Enter ลงข้อถัดไป ข้อที่ยังไม่ทราบให้เว้นว่าง", "hint")
    page.merged(2, 3, 2, last, band.line(tool), "progress")
    placed = page.table(table, HEAD_ROW, 0, columns, rows)
    _mark(page, placed, columns)
    page.worksheet.freeze_panes(HEAD_ROW + 1, 1)
    page.print_setup(LANDSCAPE if table is layout.OIT_TABLE else PORTRAIT, (HEAD_ROW, HEAD_ROW))
    page.protect()
    return placed


def _mark(page: Page, placed: Placed, columns: Sequence[Column]) -> None:
    """Set off where another indicator begins, and mark scores below the pass mark with a word and a colour."""
    sheet, first = page.worksheet, placed.top + 2
    begins = {"type": "formula", "criteria": f"=$B{first}<>$B{first - 1}", "format": page.theme.mark(theme.GROUP)}
    for index, column in enumerate(columns):
        if column.heading not in _SCORE_HEADINGS:
            continue
        cell = placed.cell(column.heading)
        low = f"=IF(ISNUMBER({cell}),ROUND({cell},2)<{MARK_NAME},FALSE)"
        rule = {"type": "formula", "criteria": low, "format": page.theme.mark(theme.LOW)}
        sheet.conditional_format(placed.top + 1, index, placed.bottom, index, rule)
    sheet.conditional_format(placed.top + 1, 0, placed.bottom, len(columns) - 1, begins)
