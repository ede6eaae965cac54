"""The way to the next level, by native formulas: which conditions it sets, and what each still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from ita.criteria import Band
from ita.excel import layout
from ita.excel.calc import SHEET, USED
from ita.excel.calc.level import LevelBlock
from ita.excel.grid import Content, Formula
from ita.rating import displayed
from ita.scoring import TOTAL, tool_key

NO_LEVEL = "เมื่อทราบระดับแล้ว จะแสดงคะแนนที่ยังขาดถึงระดับถัดไป"
HIGHEST = "อยู่ในระดับสูงสุดแล้ว"
REACHED = "คะแนนถึงเกณฑ์ของระดับถัดไปแล้ว ให้ตรวจสอบระดับที่ประกาศ"
UNKNOWN_RULES = "ยังไม่ทราบเกณฑ์ระดับของปีนี้ จึงยังบอกคะแนนที่ขาดถึงระดับถัดไปไม่ได้"
_UNKNOWN = "ยังไม่ทราบ"
_JOINT = " · "
NEEDED, HELD, MISSING, LACKS, OPEN = "B", "C", "D", "E", "F"


@dataclass(frozen=True, slots=True)
class Condition:
    """What a level asks of the total or of a rated tool: the minimum, the score, and what is missing (points)."""

    label: str
    key: str
    needed: float | None
    held: float | None

    @property
    def missing(self) -> float | None:
        """The points still missing as displayed, 0 where none are; None while something is unknown."""
        if self.needed is None or self.held is None:
            return None
        return max(0.0, float(displayed(self.needed) - displayed(self.held)))

    @property
    def lacks(self) -> str:
        """What to say of the points missing; empty where none are, or nobody knows."""
        return f"{_JOINT}{self.label} ขาด {self.missing:.2f}" if self.missing else ""

    @property
    def is_open(self) -> str:
        """What to say of a score that nobody knows; empty where it is known or nothing is asked of it."""
        return f" {self.label}" if self.needed and self.held is None else ""


@dataclass(frozen=True, slots=True)
class NextBlock:
    """The planned rows: the level above, its conditions, and a sentence; no rows where the rules are unknown."""

    first_row: int
    level: str
    conditions: tuple[Condition, ...]
    sentence: str
    rows: list[list[Content]]

    def of_condition(self, index: int, column: str) -> str:
        """Return the address of a condition's cell, for other sheets."""
        return f"{SHEET}!${column}${self.first_row + 2 + index}"

    @property
    def name(self) -> str:
        """The address of the next level's name, for other sheets."""
        return f"{SHEET}!$C${self.first_row + 1}"

    @property
    def line(self) -> Formula:
        """The sentence for other sheets."""
        if not self.rows:
            return Formula(f'"{UNKNOWN_RULES}"', UNKNOWN_RULES)
        return Formula(f"{SHEET}!$B${self.first_row + len(self.rows) - 1}", self.sentence)

    @property
    def next_row(self) -> int:
        """The first row (one-based) below the block."""
        return self.first_row + len(self.rows) + 1


def plan(block: LevelBlock, first_row: int) -> NextBlock:
    """Return the block for an assessment whose levels are planned in ``block``."""
    calc, levels = block.calc, block.calc.criteria.levels
    if calc.estimate or not levels:
        return NextBlock(first_row, "", (), UNKNOWN_RULES, [])
    place = levels.index(block.used) if block.used in levels else None
    above = calc.criteria.bands[place - 1] if place else None
    conditions = _conditions(block, above)
    sentence = _sentence(place, above, conditions)
    table = layout.BAND_TABLE
    names, total_min, tool_min = (table.column(heading) for heading in table.columns)
    used = block.at("level used", "B")
    here = f"$B${first_row + 1}"
    rows: list[list[Content]] = [
        ["ระดับถัดไป", "ลำดับ", "ชื่อ"],
        [
            "level above",
            Formula(f"IFERROR(MATCH({used},{names},0)-1,-1)", -1 if place is None else place),
            Formula(f'IF({here}>0,INDEX({names},{here}),"")', above.level if above else ""),
        ],
    ]
    for row, condition in enumerate(conditions, start=first_row + 2):
        minimum = total_min if condition.key == TOTAL else tool_min
        rows.append(_row(block, condition, row, f'IF({here}>0,INDEX({minimum},{here}),"")'))
    lacks, unknown = (
        "&".join(f"${column}${first_row + 2 + index}" for index in range(len(conditions))) for column in (LACKS, OPEN)
    )
    both = f'{lacks}&IF({unknown}="","","{_JOINT}{_UNKNOWN}"&{unknown})'
    reached = f'{lacks}&{unknown}=""'
    way = f'IF({reached},"{REACHED}","ถึงระดับ "&$C${first_row + 1}&"  "&MID({both},{len(_JOINT) + 1},500))'
    text = f'IF({here}<0,"{NO_LEVEL}",IF({here}=0,"{HIGHEST}",{way}))'
    rows.append(["sentence", Formula(text, sentence)])
    return NextBlock(first_row, above.level if above else "", conditions, sentence, rows)


def _conditions(block: LevelBlock, above: Band | None) -> tuple[Condition, ...]:
    scores, criteria = block.calc.scores, block.calc.criteria
    of_total = Condition("คะแนนรวม", TOTAL, above.total_min if above else None, scores.used(TOTAL))
    of_tools = (
        Condition(code, tool_key(code), above.every_tool_min if above else None, scores.used(tool_key(code)))
        for code in criteria.rated
    )
    return (of_total, *of_tools)


def _sentence(place: int | None, above: Band | None, conditions: tuple[Condition, ...]) -> str:
    if place is None:
        return NO_LEVEL
    if above is None:
        return HIGHEST
    unknown = "".join(condition.is_open for condition in conditions)
    words = "".join(condition.lacks for condition in conditions) + (f"{_JOINT}{_UNKNOWN}{unknown}" if unknown else "")
    return f"ถึงระดับ {above.level}  {words.removeprefix(_JOINT)}" if words else REACHED


def _row(block: LevelBlock, condition: Condition, row: int, minimum: str) -> list[Content]:
    used = block.calc.cell(condition.key, USED)
    needed, held, missing = (f"${column}${row}" for column in (NEEDED, HELD, MISSING))
    lacks = f'"{_JOINT}{condition.label} ขาด "&TEXT({missing},"0.00")'
    gap = f"MAX(0,ROUND({needed}-ROUND(ROUND({held},9),2),2))"
    return [
        condition.label,
        Formula(minimum, condition.needed),
        Formula(f'IF(ISNUMBER({used}),{used},"")', condition.held),
        Formula(f'IF(COUNT({needed},{held})=2,{gap},"")', condition.missing),
        Formula(f'IF(N({missing})>0,{lacks},"")', condition.lacks),
        Formula(f'IF(AND(N({needed})>0,NOT(ISNUMBER({held}))),"{" " + condition.label}","")', condition.is_open),
    ]
