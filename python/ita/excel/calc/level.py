"""The level's block of the calculation sheet: where every rated tool lies, and which levels that allows.

It is ``ita.rating.level`` written as formulas. For each tool, each part and the total one row with the
lowest and the highest score possible; then one row a band that says whether the worst and the best case
reach it; then the answers.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ita import rating
from ita.criteria import Part, Tool
from ita.excel import layout
from ita.excel.calc import HIGH, LOW, SHEET, USED, WEIGHT, YEAR_NAME, Calc, Source
from ita.excel.grid import Content, Formula, Page
from ita.intervals import Interval
from ita.rating import Level
from ita.scoring import TOTAL, tool_key

LEVEL_CAPTION = "ระดับผลการประเมิน"
ESTIMATE = "ประมาณการ"
_LOWEST, _HIGHEST, _THIRD = "B", "C", "D"


@dataclass
class LevelBlock:
    """The planned rows of the block; each row is a label, a low formula and a high formula."""

    calc: Calc
    level: Level
    published: Source
    rows: list[list[Content]] = field(default_factory=list[list[Content]])
    places: dict[str, int] = field(default_factory=dict[str, int])

    @property
    def used(self) -> str | None:
        """The level to show as the result; an estimate never is."""
        return self.level.published if self.calc.estimate else self.level.used

    @property
    def note(self) -> str:
        """What stands under the level: that it is the level, or between which levels it lies."""
        if self.used:
            return LEVEL_CAPTION
        if self.calc.estimate and self.level.computed:
            return f"{ESTIMATE} {self.level.computed}"
        known = any(self.calc.scores.used(key) is not None for key in _summary_keys(self.calc))
        return f"ระหว่าง {self.level.possible[0]} ถึง {self.level.possible[-1]}" if known else LEVEL_CAPTION

    def add(self, name: str, *contents: Content) -> None:
        """Append a row and remember where it is."""
        self.places[name] = self.calc.next_row + len(self.rows)
        self.rows.append([name, *contents])

    def at(self, name: str, column: str) -> str:
        """Return the address of a row's cell inside the sheet."""
        return f"${column}${self.places[name]}"

    def ref(self, name: str) -> str:
        """Return the address of a row's first answer, for other sheets."""
        return f"{SHEET}!{self.at(name, _LOWEST)}"

    def refs(self, name: str) -> tuple[str, str, str]:
        """Return a row's low, high and third cell, for other sheets."""
        low, high, third = (f"{SHEET}!{self.at(name, column)}" for column in (_LOWEST, _HIGHEST, _THIRD))
        return low, high, third

    def is_smaller_of_two(self, code: str) -> bool:
        """Whether a part's bounds speak of the smaller of two unknown parts, not of that part itself."""
        siblings = [t.parts for t in self.calc.criteria.tools if code in t.scored_codes and t.parts]
        return bool(siblings) and all(self.calc.scores.used(tool_key(p.code)) is None for p in siblings[0])

    def ends(self, name: str) -> tuple[str, str]:
        """Return the addresses of a row's low and high cells."""
        return self.at(name, _LOWEST), self.at(name, _HIGHEST)


def plan(calc: Calc, level: Level, published: Source) -> LevelBlock:
    """Return the block of one assessment with its formulas and values."""
    block = LevelBlock(calc, level, published)
    for tool in calc.criteria.tools:
        _add_tool(block, tool)
    for tool in calc.criteria.tools:
        for part in tool.parts:
            _add_part(block, tool, part)
    _add_total(block)
    _add_weakest(block)
    _add_bands(block)
    _add_answers(block)
    return block


def write(page: Page, block: LevelBlock) -> None:
    """Write the block below the figures."""
    for index, row in enumerate(block.rows):
        for column, content in enumerate(row):
            page.put(block.calc.next_row - 1 + index, column, content, "calc")


def _add_tool(block: LevelBlock, tool: Tool) -> None:
    """A tool lies at its score, else where the total leaves it, whatever the other tools are."""
    calc = block.calc
    used = calc.cell(tool_key(tool.code), USED)
    others = [other for other in calc.criteria.tools if other is not tool]
    open_ended = f"OR(NOT(ISNUMBER({calc.cell(TOTAL, USED)})),{calc.any_skipped(tool.code)}>0)"
    weight = calc.cell(tool_key(tool.code), WEIGHT)
    low, high = (
        f"({calc.cell(TOTAL, total)}-({'+'.join(_contribution(calc, o, other) for o in others)}))/{weight}"
        for total, other in ((LOW, HIGH), (HIGH, LOW))
    )
    value = rating.tool_bounds(calc.criteria, calc.scores, tool)
    block.add(_whole(tool), *_bounded(used, open_ended, low, high, value))


def _contribution(calc: Calc, tool: Tool, column: int) -> str:
    """Return what a tool brings to the total at least or at most: itself, or its parts where only they count."""
    whole = _weighted_end_of(calc, tool.code, column)
    if not tool.parts:
        return whole
    parts = "+".join(_weighted_end_of(calc, part.code, column) for part in tool.parts)
    known = f"COUNT({calc.refs((tool_key(part.code) for part in tool.parts), USED)})>0"
    whole_counts = f"AND(ISNUMBER({calc.cell(tool_key(tool.code), USED)}),{calc.any_skipped(tool.code)}=0)"
    return f"IF(AND({known},NOT({whole_counts})),{parts},{whole})"


def _weighted_end_of(calc: Calc, code: str, column: int) -> str:
    key = tool_key(code)
    end = f"IF(ISNUMBER({calc.cell(key, USED)}),{calc.cell(key, column)},{0 if column == LOW else 100})"
    return f"{end}*{calc.cell(key, WEIGHT)}"


def _bounded(used: str, open_ended: str, low: str, high: str, value: Interval) -> tuple[Formula, Formula]:
    """Return low and high: the score, else 0-100 where open or contradictory, else what follows, inside 0-100."""
    clipped_low, clipped_high = f"MAX(0,{low})", f"MIN(100,{high})"
    empty = f"{clipped_low}>{clipped_high}"
    return (
        Formula(f"IF(ISNUMBER({used}),{used},IF({open_ended},0,IF({empty},0,{clipped_low})))", value.low),
        Formula(f"IF(ISNUMBER({used}),{used},IF({open_ended},100,IF({empty},100,{clipped_high})))", value.high),
    )


def _add_part(block: LevelBlock, tool: Tool, part: Part) -> None:
    """A part lies at its score, else where its tool and the other part leave it."""
    calc = block.calc
    (other,) = (p for p in tool.parts if p is not part)
    used, other_used = (calc.cell(tool_key(p.code), USED) for p in (part, other))
    whole = calc.cell(tool_key(tool.code), USED)
    share = f"{calc.cell(tool_key(part.code), WEIGHT)}/{calc.cell(tool_key(tool.code), WEIGHT)}"
    tool_low, tool_high = (
        f"IF(ISNUMBER({whole}),{calc.cell(tool_key(tool.code), column)},{end})"
        for column, end in zip((LOW, HIGH), block.ends(_whole(tool)), strict=True)
    )
    rest_low, rest_high = (f"{calc.cell(tool_key(other.code), column)}*(1-{share})" for column in (LOW, HIGH))
    low, high = f"({tool_low}-{rest_high})/({share})", f"({tool_high}-{rest_low})/({share})"
    value = rating.part_bounds(calc.criteria, calc.scores, tool, part)
    solved_low, solved_high = _bounded(used, f"{calc.any_skipped(tool.code)}>0", low, high, value)
    lonely = f"AND(NOT(ISNUMBER({used})),NOT(ISNUMBER({other_used})),{calc.any_skipped(tool.code)}=0)"
    smallest = f"MAX(0,({tool_low}-100*(1-{share}))/({share}))"
    block.add(
        part.code,
        Formula(f"IF({lonely},{smallest},{solved_low.text})", value.low),
        Formula(f"IF({lonely},IF(ISNUMBER({whole}),{whole},{tool_high}),{solved_high.text})", value.high),
        Formula(f"IF({lonely},1,0)", _lonely_value(calc, tool)),
    )


def _lonely_value(calc: Calc, tool: Tool) -> int:
    unknown = all(calc.scores.used(tool_key(part.code)) is None for part in tool.parts)
    return int(unknown and not calc.scores.not_processed & set(tool.scored_codes))


def _add_total(block: LevelBlock) -> None:
    calc = block.calc
    used = calc.cell(TOTAL, USED)
    value = rating.total_bounds(calc.criteria, calc.scores)
    ends = (
        Formula(
            f"IF(ISNUMBER({used}),{used},{'+'.join(_weighted_end(block, t, end) for t in calc.criteria.tools)})", known
        )
        for end, known in ((0, value.low), (1, value.high))
    )
    block.add(TOTAL, *ends)


def _weighted_end(block: LevelBlock, tool: Tool, end: int) -> str:
    calc = block.calc
    whole = f"{block.ends(_whole(tool))[end]}*{calc.cell(tool_key(tool.code), WEIGHT)}"
    if not tool.parts:
        return whole
    keys = [tool_key(part.code) for part in tool.parts]
    parts = "+".join(f"{block.ends(p.code)[end]}*{calc.cell(tool_key(p.code), WEIGHT)}" for p in tool.parts)
    return f"IF(COUNT({calc.refs(keys, USED)})>0,{parts},{whole})"


def _add_weakest(block: LevelBlock) -> None:
    criteria, scores = block.calc.criteria, block.calc.scores
    names = [code if code in block.places else _whole(criteria.tool(code)) for code in criteria.rated]
    intervals = [rating.scored_bounds(criteria, scores, code) for code in criteria.rated]
    lows = ",".join(block.at(name, _LOWEST) for name in names) or "100"
    highs = ",".join(block.at(name, _HIGHEST) for name in names) or "100"
    low = min((interval.low for interval in intervals), default=100.0)
    high = min((interval.high for interval in intervals), default=100.0)
    block.add("weakest", Formula(f"MIN({lows})", low), Formula(f"MIN({highs})", high))


def _add_bands(block: LevelBlock) -> None:
    """Add one row a band: whether the worst and the best case reach it, and its name."""
    criteria, table = block.calc.criteria, layout.BAND_TABLE
    total = rating.total_bounds(criteria, block.calc.scores)
    rated = [rating.scored_bounds(criteria, block.calc.scores, code) for code in criteria.rated]
    for number, band in enumerate(criteria.bands, start=1):
        level, total_min, tool_min = (f"INDEX({table.column(heading)},{number})" for heading in table.columns)
        worst = rating.reaches(band, total.low, [interval.low for interval in rated])
        best = rating.reaches(band, total.high, [interval.high for interval in rated])
        block.add(
            f"band {number}",
            Formula(_reached(block, _LOWEST, total_min, tool_min), int(worst)),
            Formula(_reached(block, _HIGHEST, total_min, tool_min), int(best)),
            Formula(level, band.level),
        )


def _reached(block: LevelBlock, column: str, total_min: str, tool_min: str) -> str:
    total, weakest = _shown(block.at(TOTAL, column)), _shown(block.at("weakest", column))
    return f"IF(AND({total}>={total_min},{weakest}>={tool_min}),1,0)"


def _shown(cell: str) -> str:
    return f"ROUND(ROUND({cell},9),2)"


def _add_answers(block: LevelBlock) -> None:
    """Add the published level, Python's and the formula's answers, the level used, and what is still open."""
    calc, level = block.calc, block.level
    bands = [block.places[f"band {n}"] for n in range(1, len(calc.criteria.bands) + 1)]
    names = f"$D${bands[0]}:$D${bands[-1]}"
    worst, best = (f"INDEX({names},MATCH(1,${c}${bands[0]}:${c}${bands[-1]},0))" for c in (_LOWEST, _HIGHEST))
    block.add("worst", Formula(worst, level.possible[0]))
    block.add("best", Formula(best, level.possible[-1]))
    found = block.published.lookup
    known = f"TRIM({found})"
    if not calc.estimate:
        known = f'IF(COUNTIF({names},{known})>0,{known},"")'
    block.add("level published", Formula(f'IF(ISTEXT({found}),{known},"")', level.published))
    block.add("level function", Formula(_level_call(calc), level.computed))
    certain = f'IF({block.at("worst", "B")}={block.at("best", "B")},{block.at("worst", "B")},"")'
    block.add("level formula", Formula(certain, level.computed))
    function = block.at("level function", "B")
    formula = block.at("level formula", "B")
    computed = f"IF(ISERROR({function}),{formula},IF(COUNTIF({names},{function})>0,{function},{formula}))"
    block.add("level computed", Formula(computed, level.computed))
    published = block.at("level published", "B")
    otherwise = '""' if calc.estimate else block.at("level computed", "B")
    block.add("level used", Formula(f'IF({published}<>"",{published},{otherwise})', block.used))
    block.add("level note", Formula(_note(block), block.note))


def _note(block: LevelBlock) -> str:
    between = f'"ระหว่าง "&{block.at("worst", "B")}&" ถึง "&{block.at("best", "B")}'
    computed = block.at("level computed", "B")
    if block.calc.estimate:
        between = f'IF({computed}<>"","{ESTIMATE} "&{computed},{between})'
    known = f"COUNT({block.calc.refs(_summary_keys(block.calc), USED)})"
    return f'IF(OR({block.at("level used", "B")}<>"",{known}=0),"{LEVEL_CAPTION}",{between})'


def _summary_keys(calc: Calc) -> tuple[str, ...]:
    """Return the keys of the total, the tools and their parts."""
    return tuple(key for key in calc.keys if key == TOTAL or key.startswith("tools."))


def _level_call(calc: Calc) -> str:
    rows = [calc.rows[key] for key in (TOTAL, *(tool_key(code) for code in calc.criteria.rated))]
    first, last = min(rows), max(rows)
    return f"ITA_LEVEL({YEAR_NAME},$A${first}:$A${last},$F${first}:$F${last})"


def _whole(tool: Tool) -> str:
    return tool.code if not tool.parts else f"{tool.code} (รวม)"
