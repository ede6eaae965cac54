"""Points to gain, ranked by native formulas: ``ita.analysis.gains`` written as cells of the calculation sheet.

One row a question or item in each tool or part it is scored under, then one row an indicator: an indicator stands
for itself while none of its questions has a score, as where only indicators were published. Below them the ranks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ita import analysis
from ita.analysis import FULL_SCORE, Gain
from ita.criteria import Criteria, Indicator
from ita.excel import layout
from ita.excel.calc import PUBLISHED, SHEET, SKIPPED, USED, WEIGHT, Calc
from ita.excel.grid import Content, Formula
from ita.excel.sources import score_columns
from ita.rating import displayed
from ita.scoring import TOTAL, indicator_key, tool_key

RANKS = 15
HEADINGS = ("จุดที่เพิ่มคะแนนได้", "ตัวชี้วัด", "ข้อความ", "คะแนน", "เพิ่มได้", "มีประกาศ", "ลำดับ", "แสดง")
LABEL, NAME, WORDING, SCORE, POINTS, ABOVE, ORDER, SHOWN = "ABCDEFGH"
EXACT, ESTIMATED = "ตรงตามสูตร", "ประมาณ"
WHOLE = "ทั้งตัวชี้วัด (ยังไม่มีคะแนนรายข้อ)"
BARS = 10
CHART_TITLE = f"คะแนนรวมที่เพิ่มได้ {BARS} อันดับแรก หากข้อนั้นได้เต็ม 100"
CHART_EMPTY = "คะแนนรวมที่เพิ่มได้ (แสดงเมื่อกรอกคะแนนแล้ว)"
_DECIMALS, _CLEAN = 9, 12


@dataclass(frozen=True, slots=True)
class Point:
    """Something to raise: its label, its scores, and what the total would gain (points); None while unknown."""

    scored: str
    label: str
    name: str
    wording: str
    score: float | None
    points: float | None
    is_exact: bool


@dataclass(frozen=True, slots=True)
class GainBlock:
    """The planned rows, from ``first_row`` (one-based) on: the head, the points, the ranks."""

    first_row: int
    points: tuple[Point, ...]
    rows: list[list[Content]]

    @property
    def ranked(self) -> list[Point]:
        """The points to gain, most first, as the formulas rank them."""
        known = [(_rounded(one.points), one) for one in self.points if one.points is not None]
        return [one for _, one in sorted(known, key=lambda pair: -pair[0])]

    @property
    def first_rank(self) -> int:
        """The row (one-based) of the first rank."""
        return self.first_row + 1 + len(self.points)

    @property
    def next_row(self) -> int:
        """The first row (one-based) below the block."""
        return self.first_rank + RANKS + 2

    @property
    def chart_title(self) -> str:
        """The address of the chart's title, which says so while there is nothing to rank."""
        return f"={SHEET}!$A${self.first_rank + RANKS}"

    def column(self, letter: str) -> str:
        """Return a column of the points as a range of this sheet."""
        return f"${letter}${self.first_row + 1}:${letter}${self.first_rank - 1}"

    def of_tool(self, scored: str, letter: str) -> str:
        """Return a column of one tool's or part's questions, for other sheets."""
        rows = [self.first_row + 1 + i for i, one in enumerate(self.points) if one.scored == scored]
        return f"{SHEET}!${letter}${rows[0]}:${letter}${rows[-1]}"

    def at_rank(self, rank: int, letter: str) -> str:
        """Return the formula, for other sheets, of what stands at a rank (from 1); blank where there is none."""
        place = f"{SHEET}!$B${self.first_rank + rank - 1}"
        return f'IF(ISNUMBER({place}),INDEX({SHEET}!{self.column(letter)},{place}),"")'

    def rank_range(self, letter: str, count: int) -> str:
        """Return the address of the first ranks' labels (``C``) or points (``D``) for a chart."""
        return f"={SHEET}!${letter}${self.first_rank}:${letter}${self.first_rank + count - 1}"

    @property
    def known(self) -> str:
        """A formula, for other sheets, that counts the points to gain."""
        return f"COUNT({SHEET}!{self.column(POINTS)})"


def plan(calc: Calc, first_row: int) -> GainBlock:
    """Return the block of one assessment."""
    gains = {gain.key: gain for gain in analysis.gains(calc.criteria, calc.scores)}
    points: list[Point] = []
    rows: list[list[Content]] = [list(HEADINGS)]
    for key, (share, path) in analysis.influences(calc.criteria).items():
        terms = _question_terms(calc, key, share, path)
        points.append(_question_point(calc, key, gains.get(key), terms))
        rows.append(_row(calc, points[-1], first_row + len(rows), terms))
    for indicator in calc.criteria.indicators:
        terms = _indicator_terms(calc, indicator)
        points.append(_indicator_point(calc, indicator, terms))
        rows.append(_row(calc, points[-1], first_row + len(rows), terms))
    block = GainBlock(first_row, tuple(points), rows)
    rows += [_rank_row(block, rank) for rank in range(1, RANKS + 1)]
    text = f'IF(COUNT({block.column(POINTS)})=0,"{CHART_EMPTY}","{CHART_TITLE}")'
    rows.append([Formula(text, CHART_TITLE if block.ranked else CHART_EMPTY)])
    return block


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a row's formulas are made of: its cell, a condition, a factor of the missing points, the keys above.

    Without keys above the total is out of reach, and the row gains nothing.
    """

    used: str
    condition: str
    factor: str
    above: Sequence[str]
    wording: str | None

    def is_exact(self, calc: Calc) -> bool:
        """Whether nothing above is published, so that the total would move by just these points."""
        return not calc.estimate and all(calc.scores[key].published is None for key in self.above)


def _question_point(calc: Calc, key: str, gain: Gain | None, terms: _Terms) -> Point:
    _, scored, code = key.split(".")
    tool = calc.criteria.tool_of_code(code)
    label = f"{code} ส่วนที่ {tool.scored_codes.index(scored) + 1}" if tool.parts else code
    indicator = _indicator_of(calc.criteria, code)
    return Point(
        scored,
        label,
        _title(indicator),
        _wording(calc.criteria, code),
        calc.scores.used(key),
        gain.points if gain else None,
        is_exact=terms.is_exact(calc),
    )


def _indicator_of(criteria: Criteria, code: str) -> Indicator:
    subs = {sub.code: sub.indicator for sub in criteria.sub_indicators}
    numbers = {question.code: question.indicator for question in criteria.questions}
    numbers |= {item.code: subs.get(item.sub_indicator or "", 0) for item in criteria.items}
    return next(indicator for indicator in criteria.indicators if indicator.number == numbers[code])


def _title(indicator: Indicator) -> str:
    return f"{indicator.number}. {indicator.name}"


def _wording(criteria: Criteria, code: str) -> str:
    words = {question.code: question.text for question in criteria.questions}
    words |= {item.code: item.title for item in criteria.items}
    return words[code].partition("\n")[0]


def _question_terms(calc: Calc, key: str, share: float, path: Sequence[str]) -> _Terms:
    _, scored, code = key.split(".")
    table, _ = score_columns(calc.criteria)[scored]
    column = layout.ITEM if table is layout.OIT_TABLE else layout.WORDING
    found = f'INDEX({table.column(column)},MATCH("{code}",{table.column(layout.CODE)},0))'
    first_line = f'IFERROR(LEFT({found},FIND(CHAR(10),{found})-1),{found}&"")'
    if path[-1:] != (TOTAL,):
        return _Terms(calc.cell(key, USED), "FALSE", "0", (), first_line)
    weight = calc.weights[path[-2].removeprefix("tools.")]
    factor = f"{calc.cell(path[-2], WEIGHT)}/{round(weight / share)}"
    condition = f"{calc.cell(tool_key(scored), SKIPPED)}=0"
    return _Terms(calc.cell(key, USED), condition, factor, path, first_line)


def _keys_of(calc: Calc, number: int) -> list[str]:
    keys = analysis.question_keys(calc.criteria, [number])
    return [key for key in keys if key in analysis.influences(calc.criteria)]


def _indicator_point(calc: Calc, indicator: Indicator, terms: _Terms) -> Point:
    tool = calc.criteria.tool_of(indicator.number)
    score = calc.scores.used(indicator_key(indicator.number))
    detail = any(calc.scores.used(key) is not None for key in _keys_of(calc, indicator.number))
    skipped = calc.scores.not_processed & set(tool.scored_codes)
    points = None
    if score is not None and score < FULL_SCORE and not detail and not skipped and tool.code in calc.weights:
        count = len(calc.criteria.indicators_of(tool.code))
        points = calc.weights[tool.code] * (FULL_SCORE - score) / count
    label = f"ตัวชี้วัดที่ {indicator.number}"
    return Point("", label, _title(indicator), WHOLE, score, points, is_exact=terms.is_exact(calc))


def _indicator_terms(calc: Calc, indicator: Indicator) -> _Terms:
    tool = calc.criteria.tool_of(indicator.number)
    used = calc.cell(indicator_key(indicator.number), USED)
    keys = _keys_of(calc, indicator.number)
    detail = f"COUNT({calc.refs(keys, USED)})=0" if keys else "TRUE"
    if tool.code not in calc.weights:
        return _Terms(used, "FALSE", "0", (), None)
    factor = f"{calc.cell(tool_key(tool.code), WEIGHT)}/{len(calc.criteria.indicators_of(tool.code))}"
    condition = f"{detail},{calc.any_skipped(tool.code)}=0"
    return _Terms(used, condition, factor, (tool_key(tool.code), TOTAL), None)


def _row(calc: Calc, point: Point, row: int, terms: _Terms) -> list[Content]:
    used, points = terms.used, f"${POINTS}${row}"
    gain = f'IF(AND(ISNUMBER({used}),{terms.condition}),IF({used}<100,{terms.factor}*(100-{used}),""),"")'
    published = ",".join(calc.cell(key, PUBLISHED) for key in terms.above)
    above = f"IF(COUNT({published})=0,0,1)" if published and not calc.estimate else "1"
    order = None if point.points is None else _rounded(point.points) - row * 1e-12
    return [
        point.label,
        point.name,
        Formula(terms.wording, point.wording) if terms.wording else point.wording,
        Formula(f'IF(ISNUMBER({used}),{used},"")', point.score),
        Formula(gain, point.points),
        Formula(above, 0 if published and point.is_exact else 1),
        Formula(f'IF(ISNUMBER({points}),ROUND(ROUND({points},{_CLEAN}),{_DECIMALS})-{row}*1E-12,"")', order),
        Formula(
            f'IF(ISNUMBER({used}),ROUND(ROUND({used},9),2),"")',
            None if point.score is None else float(displayed(point.score)),
        ),
    ]


def _rounded(points: float) -> float:
    """Return points as the formula rounds them, halves upwards, once what binary fractions add is taken off."""
    cleaned = Decimal(repr(points)).quantize(Decimal(1).scaleb(-_CLEAN), ROUND_HALF_UP)
    return float(cleaned.quantize(Decimal(1).scaleb(-_DECIMALS), ROUND_HALF_UP))


def _rank_row(block: GainBlock, rank: int) -> list[Content]:
    """Return a rank, which of the points has it, and that point's label and points for the chart."""
    orders, place = block.column(ORDER), f"$B${block.first_rank + rank - 1}"
    found = f'IF({rank}<=COUNT({orders}),MATCH(LARGE({orders},{rank}),{orders},0),"")'
    point = block.ranked[rank - 1] if rank <= len(block.ranked) else None
    return [
        rank,
        Formula(found, None if point is None else block.points.index(point) + 1),
        Formula(f'IF(ISNUMBER({place}),INDEX({block.column(LABEL)},{place}),"")', point.label if point else ""),
        Formula(f'IF(ISNUMBER({place}),INDEX({block.column(POINTS)},{place}),"")', point.points if point else ""),
    ]
