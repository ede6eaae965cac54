"""The results sheet: published, computed and used figures of every level, and charts of them."""

from __future__ import annotations

from xlsxwriter.chart import Chart

from ita import rating, scoring
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import layout, theme, validation
from ita.excel.calc import COMPUTED, USED, Calc
from ita.excel.calc.level import ESTIMATE, LevelBlock
from ita.excel.grid import PORTRAIT, Column, Content, Formula, Page, Placed
from ita.excel.layout import Table
from ita.excel.sources import score_rows
from ita.rating import displayed
from ita.scoring import TOTAL

SAME, DIFFERENT, UNCHECKED = "ตรงกัน", "ต่างกัน", "ไม่ได้ตรวจ"
RESULT_WORDS = ("ดีเยี่ยม", "ผ่านเกณฑ์", "ต่ำกว่าเกณฑ์")

_COLUMNS = (
    Column(layout.CODE, 9, "fixed_code"),
    Column(layout.NAME, 46, "fixed_wrap"),
    Column(layout.PUBLISHED, 11, "input_score", validation.SCORE),
    Column(layout.COMPUTED, 11, "computed_score"),
    Column(layout.USED, 11, "computed_bold"),
    Column(layout.RESULT, 15, "computed_text"),
    Column(layout.MATCH, 14, "computed_text"),
    Column(layout.LAST_YEAR, 11, "input_score", validation.SCORE),
    Column(layout.CHANGE, 14, "change"),
)
_TOOL_COLUMNS = (
    *_COLUMNS,
    Column(layout.WEIGHT, 10, "fixed_percent"),
    Column(layout.STATUS, 15, "input_centre", validation.choice([layout.NOT_PROCESSED], "สถานะไม่ถูกต้อง")),
)
_LAST_COLUMN = len(_TOOL_COLUMNS) - 1
_HEADINGS = {
    layout.TOTAL_TABLE: "คะแนนรวมและระดับ",
    layout.TOOL_TABLE: "รายเครื่องมือ",
    layout.INDICATOR_TABLE: "รายตัวชี้วัด",
    layout.PART_TABLE: "ตัวชี้วัดของ EIT แยกตามส่วน",
    layout.SUB_TABLE: "ตัวชี้วัดย่อยของ OIT",
}
HALF_ROWS = 14
CHART_ROWS = 28


class ScoresSheet:
    """Writes the sheet from top to bottom."""

    def __init__(self, page: Page, criteria: Criteria, assessment: Assessment, calc: Calc, block: LevelBlock) -> None:
        self.page, self.criteria, self.assessment = page, criteria, assessment
        self.calc, self.block = calc, block
        self.typed = scoring.published(criteria, assessment.given)
        self.row = self.chart_row = self.differing = 0

    def write(self) -> None:
        """Write the whole sheet."""
        page = self.page
        page.widths(*(column.width for column in _TOOL_COLUMNS))
        hint = "ช่อง “ประกาศ” ใส่คะแนนตามประกาศของ ป.ป.ช. หากเว้นว่าง ระบบใช้คะแนนที่คำนวณจากรายข้อ"
        page.title(_LAST_COLUMN, "ผลคะแนน", hint)
        self.row = 3
        for table, rows in score_rows(self.criteria).items():
            if rows:
                self._section(table, rows)
            if table is layout.TOOL_TABLE:
                self.chart_row = self.row
                self.row += CHART_ROWS
                page.worksheet.set_h_pagebreaks([self.row])
        page.worksheet.freeze_panes(2, 2)
        page.worksheet.hide_gridlines(2)
        page.print_setup(PORTRAIT)
        page.protect()

    def place_charts(self, tools: Chart, radar: Chart, gains: Chart) -> None:
        """Put two charts side by side into the room left under the tools, and the points to gain below them."""
        sheet = self.page.worksheet
        tools.set_size({"width": 590, "height": 470})
        radar.set_size({"width": 590, "height": 470})
        sheet.insert_chart(self.chart_row, 0, tools, {"x_offset": 4, "y_offset": 4, "object_position": 2})
        sheet.insert_chart(self.chart_row, 4, radar, {"x_offset": 60, "y_offset": 4, "object_position": 2})
        gains.set_size({"width": 1190, "height": 430})
        sheet.insert_chart(self.chart_row + HALF_ROWS, 0, gains, {"x_offset": 4, "y_offset": 4, "object_position": 2})

    def _section(self, table: Table, rows: tuple[tuple[str, str, str], ...]) -> None:
        self.page.put(self.row, 0, _HEADINGS[table], "heading")
        columns = [column for column in _TOOL_COLUMNS if column.heading in table.columns]
        contents = [self._figure_row(table, key, code, name) for key, code, name in rows]
        if table is layout.TOTAL_TABLE:
            contents.append(self._level_row())
        placed = self.page.table(table, self.row + 1, 0, columns, contents, ruled=len(rows))
        match = table.columns.index(layout.MATCH)
        self.differing += sum(_shows(row[match]) == DIFFERENT for row in contents)
        if table is layout.TOTAL_TABLE:
            self._restyle_level(placed)
        if table is layout.TOOL_TABLE:
            self._lock_whole_tools(placed, rows)
        self._colour(placed)
        self.row = placed.bottom + 2

    def _figure_row(self, table: Table, key: str, code: str, name: str) -> list[Content]:
        figure = self.calc.scores[key]
        used = table.here(layout.USED)
        estimate = self.calc.estimate if key == TOTAL else None
        row: list[Content] = [
            code,
            name,
            self.typed.get(key),
            Formula(self.calc.ref(key, COMPUTED), estimate.total if estimate else figure.computed),
            Formula(self.calc.ref(key, USED), figure.used),
            Formula(_result(used), result_word(self.criteria, figure.used)),
            self._match(table, key, code),
        ]
        if layout.LAST_YEAR in table.columns:
            row += self._comparison(table, key, code)
        if table is layout.TOOL_TABLE:
            skipped = code in self.assessment.given.not_processed
            row += [self.calc.weights[code], layout.NOT_PROCESSED if skipped else ""]
        return row

    def _comparison(self, table: Table, key: str, code: str) -> list[Content]:
        previous, figure = self._previous(key, code), self.calc.scores.used(key)
        change = None if figure is None or previous is None else figure - previous
        used, last = table.here(layout.USED), table.here(layout.LAST_YEAR)
        return [previous, Formula(f'IF(COUNT({used},{last})=2,{used}-{last},"")', change)]

    def _previous(self, key: str, code: str) -> float | None:
        previous = self.assessment.previous
        if key == TOTAL:
            return previous.total
        if key.startswith("tools."):
            return previous.tools.get(code)
        return previous.indicators.get(int(code)) if key.startswith("indicators.") else None

    def _match(self, table: Table, key: str, code: str) -> Formula:
        """Return the check mark; for an unknown tool the estimate that follows from the others."""
        published, computed = table.here(layout.PUBLISHED), table.here(layout.COMPUTED)
        if self.calc.estimate and key == TOTAL:
            known = self.calc.estimate.total is not None
            return Formula(f'IF(ISNUMBER({computed}),"{ESTIMATE}","")', ESTIMATE if known else "")
        unknown, estimate = '""', ""
        if key.startswith("tools.") and code in self.calc.scored:
            unknown, estimate = self._estimate(key, code)
        text = (
            f'IF(ISNUMBER({published}),IF(ISNUMBER({computed}),IF({_shown(published)}={_shown(computed)},"{SAME}","{DIFFERENT}"),'
            f'"{UNCHECKED}"),IF(ISNUMBER({computed}),"",{unknown}))'
        )
        return Formula(text, match_word(self.typed.get(key), self.calc.scores[key].computed) or estimate)

    def _estimate(self, key: str, code: str) -> tuple[str, str]:
        """Return the formula and the value of an unknown score that follows from the others, within a point."""
        low, high, smaller = self.block.refs(code)
        middle = _shown(f"({low}+{high})/2")
        text = f'IF(AND({high}-{low}<=1,{smaller}<>1),"ประมาณ "&TEXT({middle},"0.00"),"")'
        bounds = rating.scored_bounds(self.calc.criteria, self.calc.scores, code)
        follows = bounds.width <= 1 and not self.block.is_smaller_of_two(code)
        unknown = self.calc.scores.used(key) is None
        return text, f"ประมาณ {displayed(bounds.middle)}" if unknown and follows else ""

    def _level_row(self) -> list[Content]:
        previous = self.assessment.previous.level
        level, table = self.block.level, layout.TOTAL_TABLE
        published, computed = table.here(layout.PUBLISHED), table.here(layout.COMPUTED)
        match = (
            f'IF({published}="","",IF({computed}="","{UNCHECKED}",IF({published}={computed},"{SAME}","{DIFFERENT}")))'
        )
        word = _level_match(level.published, level.computed)
        if self.calc.estimate:
            match, word = f'IF({computed}="","","{ESTIMATE}")', ESTIMATE if level.computed else ""
        return [
            layout.LEVEL_CODE,
            "ระดับผลการประเมิน",
            level.published,
            Formula(self.block.ref("level computed"), level.computed),
            Formula(self.block.ref("level used"), self.block.used),
            "",
            Formula(match, word),
            previous,
            "",
        ]

    def _restyle_level(self, placed: Placed) -> None:
        """The level's row holds words, not scores: its own styles and a list of the year's levels."""
        styles = {
            layout.PUBLISHED: "input_centre",
            layout.COMPUTED: "computed_text",
            layout.USED: "computed_text_bold",
            layout.LAST_YEAR: "input_centre",
            layout.CHANGE: "computed_text",
        }
        contents = dict(zip(placed.table.columns, self._level_row(), strict=True))
        levels = validation.choice(self.calc.criteria.levels, "ระดับไม่ถูกต้อง")
        for heading, style in styles.items():
            column = placed.table.columns.index(heading)
            self.page.put(placed.bottom, column, contents[heading], style)
            if heading == layout.PUBLISHED:
                self.page.worksheet.data_validation(placed.bottom, column, placed.bottom, column, levels)

    def _lock_whole_tools(self, placed: Placed, rows: tuple[tuple[str, str, str], ...]) -> None:
        """Lock the status of a tool with parts: not its whole but a part of it is processed or not."""
        column = placed.left + placed.table.columns.index(layout.STATUS)
        for row, (_, code, _) in enumerate(rows, start=placed.top + 1):
            if code not in self.calc.scored:
                self.page.put(row, column, None, "fixed_code")

    def _colour(self, placed: Placed) -> None:
        colours = zip(RESULT_WORDS, (theme.EXCELLENT, theme.PASSED, theme.BELOW), strict=True)
        for word, colour in colours:
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self.page.theme.mark(colour)}
            self.page.worksheet.conditional_format(placed.area(layout.RESULT), rule)
        different = {
            "type": "cell",
            "criteria": "==",
            "value": f'"{DIFFERENT}"',
            "format": self.page.theme.mark(theme.BELOW),
        }
        self.page.worksheet.conditional_format(placed.area(layout.MATCH), different)


def result_word(criteria: Criteria, used: float | None) -> str:
    """Return the word for a score: excellent, passed, or below the pass mark; empty while unknown."""
    if used is None:
        return ""
    marks = (criteria.excellent_mark, criteria.pass_mark)
    return next(
        (word for word, mark in zip(RESULT_WORDS, marks, strict=False) if displayed(used) >= displayed(mark)),
        RESULT_WORDS[-1],
    )


def match_word(typed: float | None, computed: float | None) -> str:
    """Return whether a published figure equals the computed one, compared as displayed."""
    if typed is None:
        return ""
    if computed is None:
        return UNCHECKED
    return SAME if displayed(typed) == displayed(computed) else DIFFERENT


def _shows(content: Content) -> Content:
    return content.value if isinstance(content, Formula) else content


def _level_match(published: str | None, computed: str | None) -> str:
    if not published:
        return ""
    if not computed:
        return UNCHECKED
    return SAME if published == computed else DIFFERENT


def _result(used: str) -> str:
    marks = layout.MARK_TABLE.column(layout.SCORE)
    excellent, passed, below = RESULT_WORDS
    shown = _shown(used)
    inner = f'IF({shown}>=INDEX({marks},2),"{excellent}",IF({shown}>=INDEX({marks},1),"{passed}","{below}"))'
    return f'IF(ISNUMBER({used}),{inner},"")'


def _shown(cell: str) -> str:
    return f"ROUND(ROUND({cell},9),2)"
