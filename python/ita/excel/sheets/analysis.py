"""The sheet วิเคราะห์: the way to the next level, where points can be gained, and what stands out, all by formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart

from ita.assessment import Assessment
from ita.criteria import USER, Criteria
from ita.excel import layout, theme
from ita.excel.calc import USED, Calc
from ita.excel.calc.gains import ABOVE, ESTIMATED, EXACT, LABEL, NAME, POINTS, RANKS, SCORE, SHOWN, WORDING, GainBlock
from ita.excel.calc.next_level import HELD, MISSING, NEEDED, Condition, NextBlock
from ita.excel.grid import PORTRAIT, Column, Content, Formula, Page
from ita.excel.sheets.scores import RESULT_WORDS, result_word
from ita.rating import displayed
from ita.scoring import indicator_key, tool_key

_WIDTHS = (8, 16, 34, 76, 11, 18, 14)
_LAST = len(_WIDTHS) - 1
_ROW_HEIGHT = 50
"""Two lines: what stands at a rank changes as scores are typed, and a formula's row does not grow by itself."""
_CHART_ROWS = 14
_REACHED, _LACKING = "ถึงแล้ว", "ยังขาด"
_RISE, _FALL, _SAME = "เพิ่มขึ้นจากปีก่อน", "ลดลงจากปีก่อน", "เท่ากับปีก่อน"
_NOTHING = "ยังไม่มีคะแนนที่จัดอันดับได้"


@dataclass
class AnalysisSheet:
    """Writes the sheet from top to bottom."""

    page: Page
    criteria: Criteria
    assessment: Assessment
    calc: Calc
    gains: GainBlock
    next: NextBlock
    row: int = 3
    chart_row: int = 0

    def write(self) -> None:
        """Write the whole sheet, all but its chart."""
        page = self.page
        page.widths(*_WIDTHS)
        page.title(_LAST, "วิเคราะห์", "คำนวณใหม่ทุกครั้งที่พิมพ์คะแนน แผ่นงานนี้ไม่มีช่องให้กรอก")
        self._way()
        self._ranks()
        self.chart_row = self.row
        page.worksheet.set_h_pagebreaks([self.row])
        self.row += _CHART_ROWS + 1
        self._tools()
        self._indicators()
        page.worksheet.freeze_panes(2, 0)
        page.worksheet.hide_gridlines(2)
        page.print_setup(PORTRAIT)
        page.protect()

    def place_chart(self, chart: Chart) -> None:
        """Put the chart of the points to gain into the room left for it."""
        chart.set_size({"width": 1060, "height": 470})
        self.page.worksheet.insert_chart(self.chart_row, 0, chart, {"x_offset": 4, "y_offset": 4, "object_position": 2})

    def _way(self) -> None:
        self.page.put(self.row, 0, "ระยะถึงระดับถัดไป", "heading")
        self.page.merged(self.row + 1, 0, self.row + 1, _LAST, self.next.line, "lead")
        self.row += 2
        for index, condition in enumerate(self.next.conditions):
            self._condition(index, condition)
        self.row += 1

    def _condition(self, index: int, condition: Condition) -> None:
        needed, held, missing = (self.next.of_condition(index, column) for column in (NEEDED, HELD, MISSING))
        page, row = self.page, self.row
        page.merged(row, 0, row, 1, condition.label, "fixed_code")
        least = f'IF(ISNUMBER({needed}),"ต้องได้อย่างน้อย "&TEXT({needed},"0.00"),"")'
        page.put(row, 2, Formula(least, _least(condition)), "computed_left")
        has = f'IF(ISNUMBER({held}),"ได้ "&TEXT(ROUND(ROUND({held},9),2),"0.00"),"ยังไม่ทราบคะแนน")'
        lacks = f'IF(ISNUMBER({missing}),IF({missing}>0,"  ขาดอีก "&TEXT({missing},"0.00")&" คะแนน",""),"")'
        page.put(row, 3, Formula(f"{has}&{lacks}", _held(condition)), "computed_left")
        mark = f'IF(ISNUMBER({missing}),IF({missing}>0,"{_LACKING}","{_REACHED}"),"")'
        page.merged(row, 4, row, _LAST, Formula(mark, _mark(condition)), "computed_text")
        for word, colours in ((_LACKING, theme.BELOW), (_REACHED, theme.EXCELLENT)):
            self._colour(f"E{row + 1}", {"type": "cell", "criteria": "==", "value": f'"{word}"'}, colours)
        self.row += 1

    def _ranks(self) -> None:
        page = self.page
        page.put(self.row, 0, "ข้อที่เพิ่มคะแนนรวมได้มากที่สุด หากได้เต็ม 100", "heading")
        page.merged(self.row + 1, 0, self.row + 1, _LAST, self._about(), "hint")
        columns = [
            Column(heading, width, style)
            for heading, width, style in zip(layout.GAIN_TABLE.columns, _WIDTHS, _RANK_STYLES, strict=True)
        ]
        placed = page.table(layout.GAIN_TABLE, self.row + 2, 0, columns, [self._rank(n) for n in range(1, RANKS + 1)])
        for row in range(placed.top + 1, placed.bottom + 1):
            page.height(row, _ROW_HEIGHT)
        first = placed.top + 2
        used, unused = ({"type": "formula", "criteria": f'=$B{first}{sign}""'} for sign in ("<>", "="))
        self._colour(f"A{first}:G{placed.bottom + 1}", used, theme.FRAMED)
        self._colour(f"A{first}:G{placed.bottom + 1}", unused, {"font_color": "white"})
        self.row = placed.bottom + 2

    def _about(self) -> Formula:
        """Return what the ranking stands on: exact, an estimate by another year's rules, or nothing yet."""
        text = about(self.criteria, self.calc)
        known = f'IF({self.gains.known}=0,"{_NOTHING} {text}","{text}")'
        return Formula(known, text if self.gains.ranked else f"{_NOTHING} {text}")

    def _rank(self, rank: int) -> list[Content]:
        gains = self.gains
        point = gains.ranked[rank - 1] if rank <= len(gains.ranked) else None
        place = gains.at_rank(rank, ABOVE)
        mark = f'IF(ISNUMBER({place}),IF({place}=0,"{EXACT}","{ESTIMATED}"),"")'
        known = (
            (point.label, point.name, point.wording, point.score, point.points) if point else ("", "", "", None, None)
        )
        cells = (LABEL, NAME, WORDING, SCORE, POINTS)
        return [
            rank,
            *(Formula(gains.at_rank(rank, letter), value) for letter, value in zip(cells, known, strict=True)),
            Formula(mark, (EXACT if point.is_exact else ESTIMATED) if point else ""),
        ]

    def _tools(self) -> None:
        page = self.page
        page.put(self.row, 0, "จุดเด่นและจุดที่ต้องพัฒนาของแต่ละเครื่องมือ", "heading")
        self.row += 1
        self._line(("เครื่องมือ", "คะแนน", "ข้อที่ได้คะแนนสูงสุดและต่ำสุด"), ("head", "head", "head"))
        for tool in self.criteria.tools:
            for number, code in enumerate(tool.scored_codes, start=1):
                label = f"{tool.code} ส่วนที่ {number}" if tool.parts else tool.code
                self._line((label, self._score(code), self._extremes(code)), ("fixed_code", *_COMPUTED))
        self.row += 1

    def _line(self, contents: Sequence[Content], styles: Sequence[str]) -> None:
        page, row = self.page, self.row
        page.merged(row, 0, row, 1, contents[0], styles[0])
        page.put(row, 2, contents[1], styles[1])
        page.merged(row, 3, row, _LAST, contents[2], styles[2])
        self.row += 1

    def _score(self, code: str) -> Formula:
        used = self.calc.ref(tool_key(code), USED)
        table = layout.TOOL_TABLE
        word = f'INDEX({table.column(layout.RESULT)},MATCH("{code}",{table.column(layout.CODE)},0))'
        text = f'IF(ISNUMBER({used}),TEXT(ROUND(ROUND({used},9),2),"0.00")&"  "&{word},"ยังไม่ทราบคะแนน")'
        score = self.calc.scores.used(tool_key(code))
        known = None if score is None else f"{displayed(score)}  {result_word(self.criteria, score)}"
        return Formula(text, known or "ยังไม่ทราบคะแนน")

    def _extremes(self, code: str) -> Formula:
        if not any(point.scored == code for point in self.gains.points):
            words = "ยังไม่มีรายการข้อของปีนี้"
            return Formula(f'"{words}"', words)
        shown, labels = (self.gains.of_tool(code, letter) for letter in (SHOWN, LABEL))
        unknown, level = "ยังไม่มีคะแนนรายข้อ", "ทุกข้อได้คะแนนเท่ากัน "
        low, high = (_named(f"{end}({shown})", shown, labels) for end in ("MIN", "MAX"))
        both = f'"สูงสุด "&{high}&"   ต่ำสุด "&{low}'
        same = f'"{level}"&TEXT(MAX({shown}),"0.00")'
        text = f'IF(COUNT({shown})=0,"{unknown}",IF(MIN({shown})=MAX({shown}),{same},{both}))'
        return Formula(text, self._extreme_words(code) or unknown)

    def _extreme_words(self, code: str) -> str:
        known = {p.label: displayed(p.score) for p in self.gains.points if p.scored == code and p.score is not None}
        if not known:
            return ""
        low, high = min(known.values()), max(known.values())
        if low == high:
            return f"ทุกข้อได้คะแนนเท่ากัน {high}"
        ends = ([label for label, score in known.items() if score == end] for end in (high, low))
        most, least = (_first_of(labels, score) for labels, score in zip(ends, (high, low), strict=True))
        return f"สูงสุด {most}   ต่ำสุด {least}"

    def _indicators(self) -> None:
        page, table = self.page, layout.INDICATOR_TABLE
        below = f'COUNTIF({table.column(layout.RESULT)},"{RESULT_WORDS[-1]}")'
        count = sum(self._word(i.number) == RESULT_WORDS[-1] for i in self.criteria.indicators)
        page.put(self.row, 0, "ตัวชี้วัดเทียบเกณฑ์และเทียบปีก่อน", "heading")
        text = f'IF({below}=0,"ไม่มีตัวชี้วัดที่ต่ำกว่าเกณฑ์ผ่าน","ต่ำกว่าเกณฑ์ผ่าน "&{below}&" ตัวชี้วัด")'
        value = f"ต่ำกว่าเกณฑ์ผ่าน {count} ตัวชี้วัด" if count else "ไม่มีตัวชี้วัดที่ต่ำกว่าเกณฑ์ผ่าน"
        known = f'IF(COUNT({table.column(layout.USED)})=0,"ยังไม่มีคะแนนตัวชี้วัด",{text})'
        scored = any(self._used(i.number) is not None for i in self.criteria.indicators)
        page.merged(
            self.row + 1, 0, self.row + 1, _LAST, Formula(known, value if scored else "ยังไม่มีคะแนนตัวชี้วัด"), "hint"
        )
        self.row += 2
        heads = ("ที่", "ตัวชี้วัด", "ผล", layout.SCORE, layout.LAST_YEAR, layout.CHANGE)
        self._indicator_line(heads, ("head",) * len(heads))
        first = self.row
        for indicator in self.criteria.indicators:
            self._indicator_line(self._indicator(indicator.number, indicator.name), _INDICATOR_STYLES)
        area = f"D{first + 1}:D{self.row}"
        words = zip(RESULT_WORDS, (theme.EXCELLENT, theme.PASSED, theme.BELOW), strict=True)
        for word, colours in words:
            self._colour(area, {"type": "text", "criteria": "begins with", "value": word}, colours)

    def _indicator_line(self, contents: Sequence[Content], styles: Sequence[str]) -> None:
        page, row = self.page, self.row
        page.put(row, 0, contents[0], styles[0])
        page.merged(row, 1, row, 2, contents[1], styles[1])
        for column, (content, style) in enumerate(zip(contents[2:], styles[2:], strict=True), start=3):
            page.put(row, column, content, style)
        self.row += 1

    def _indicator(self, number: int, name: str) -> list[Content]:
        table = layout.INDICATOR_TABLE
        result, used, last, change = (
            f'INDEX({table.column(heading)},MATCH("{number}",{table.column(layout.CODE)},0))'
            for heading in (layout.RESULT, layout.USED, layout.LAST_YEAR, layout.CHANGE)
        )
        moved = f"ROUND({change},2)"
        direction = f'IF({moved}>0,"{_RISE}",IF({moved}<0,"{_FALL}","{_SAME}"))'
        joint = f'IF({result}="",""," · ")'
        text = f'{result}&IF(ISNUMBER({change}),{joint}&{direction},"")'
        score, previous = self._used(number), self.assessment.previous.indicators.get(number)
        difference = None if score is None or previous is None else score - previous
        words = " · ".join(filter(None, (self._word(number), _direction(difference))))
        return [
            number,
            name,
            Formula(text, words),
            *(
                Formula(f'IF(ISNUMBER({cell}),{cell},"")', value)
                for cell, value in ((used, score), (last, previous), (change, difference))
            ),
        ]

    def _used(self, number: int) -> float | None:
        return self.calc.scores.used(indicator_key(number))

    def _word(self, number: int) -> str:
        return result_word(self.criteria, self._used(number))

    def _colour(self, area: str, rule: dict[str, Any], colours: Mapping[str, Any]) -> None:
        self.page.worksheet.conditional_format(area, rule | {"format": self.page.theme.mark(colours)})


_RANK_STYLES = (
    "rank_code",
    "rank_code",
    "rank_wrap",
    "rank_wrap",
    *["rank_score"] * 2,
    "rank_code",
)
_COMPUTED = ("computed_left", "computed_left")
_INDICATOR_STYLES = ("fixed_code", "fixed", "computed_left", "computed_score", "computed_score", "change")


def about(criteria: Criteria, calc: Calc) -> str:
    """Return what the ranking of a year stands on, and what it lacks."""
    words = [f"{ESTIMATED} หมายถึงมีคะแนนที่ประกาศอยู่เหนือข้อนั้น คะแนนรวมจึงอาจขยับไม่เท่าที่แสดง"]
    if calc.estimate:
        words = [f"{ESTIMATED}การตามน้ำหนักของปีงบประมาณ พ.ศ. {calc.estimate.year} เพราะยังไม่ทราบน้ำหนักของปีนี้"]
    if not [question for question in criteria.questions if question.source != USER]:
        words.append("ปีนี้ยังไม่ทราบข้อคำถามของ IIT และ EIT จึงจัดอันดับเป็นตัวชี้วัด")
    return " ".join(words)


def _least(condition: Condition) -> str:
    return "" if condition.needed is None else f"ต้องได้อย่างน้อย {condition.needed:.2f}"


def _held(condition: Condition) -> str:
    if condition.held is None:
        return "ยังไม่ทราบคะแนน"
    lacks = f"  ขาดอีก {condition.missing:.2f} คะแนน" if condition.missing else ""
    return f"ได้ {displayed(condition.held)}{lacks}"


def _mark(condition: Condition) -> str:
    if condition.missing is None:
        return ""
    return _LACKING if condition.missing else _REACHED


def _named(end: str, shown: str, labels: str) -> str:
    """Return the formula that names the first question with the highest or lowest score, and counts its equals."""
    count = f"COUNTIF({shown},{end})"
    others = f'IF({count}>1," และอีก "&({count}-1)&" ข้อ","")'
    return f'INDEX({labels},MATCH({end},{shown},0))&" ("&TEXT({end},"0.00")&")"&{others}'


def _first_of(labels: Sequence[str], score: object) -> str:
    others = f" และอีก {len(labels) - 1} ข้อ" if labels[1:] else ""
    return f"{labels[0]} ({score}){others}"


def _direction(difference: float | None) -> str:
    if difference is None:
        return ""
    moved = round(difference, 2)
    return _RISE if moved > 0 else _FALL if moved < 0 else _SAME
