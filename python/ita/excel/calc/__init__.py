"""The hidden calculation sheet: every figure of the year, by Python and by native formula, side by side.

One row a figure, children before parents. Columns: the published figure, the answer of the Python
function, the answer of the formula, the computed figure (Python's where it is a number, else the
formula's), the figure used, and the interval that the used figure stands for. Every other sheet refers
to this one through ``Calc``; the level's own block is in ``calc_level``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.grid import Content, Formula, Page
from ita.intervals import half_width
from ita.scoring import TOTAL, Equation, Scores, Term, equations, tool_key

HEADINGS = ("รหัส", "ประกาศ", "ฟังก์ชัน", "สูตร", "คำนวณ", "ที่ใช้", "ต่ำสุด", "สูงสุด", "คลาดเคลื่อน", "น้ำหนัก", "ไม่ประมวลผล")
KEY, PUBLISHED, FUNCTION, NATIVE, COMPUTED, USED, LOW, HIGH, HALF, WEIGHT, SKIPPED = range(len(HEADINGS))
_LETTERS = "ABCDEFGHIJK"
YEAR_NAME = "ITA_YEAR"
MARK_NAME = "ITA_PASS"
SHEET = f"'{layout.CALC.name}'"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a typed figure stands: a structured reference to its column, that of its codes, and its code."""

    values: str
    codes: str
    code: str

    @property
    def lookup(self) -> str:
        """A formula that finds the typed figure wherever its row went."""
        return f'INDEX({self.values},MATCH("{self.code}",{self.codes},0))'


@dataclass(frozen=True, slots=True)
class Estimate:
    """The total and level by the rules of another year, shown as an estimate and used for nothing."""

    year: int
    total: float | None
    level: str | None


class Calc:
    """The plan of the sheet for one year: which row each figure is in, and the formulas in it."""

    def __init__(
        self, criteria: Criteria, scores: Scores, sources: dict[str, Source], estimate: Estimate | None = None
    ) -> None:
        self.criteria, self.scores, self.sources, self.estimate = criteria, scores, sources, estimate
        self.rules = _rules_by_parent(criteria)
        self.keys = _ordered_keys(criteria)
        self.rows = {key: index for index, key in enumerate(self.keys, start=2)}
        self.weights = criteria.weights
        self.scored = [code for tool in criteria.tools for code in tool.scored_codes]
        self.mixed = self._mixed()

    @property
    def next_row(self) -> int:
        """The first row (one-based) below the figures."""
        return len(self.keys) + 3

    def cell(self, key: str, column: int) -> str:
        """Return the address of a figure's cell inside the sheet, such as ``$F$12``."""
        return f"${_LETTERS[column]}${self.rows[key]}"

    def ref(self, key: str, column: int) -> str:
        """Return the address of a figure's cell for other sheets."""
        return f"{SHEET}!{self.cell(key, column)}"

    def refs(self, keys: Iterable[str], column: int) -> str:
        """Return the cells of several figures as a formula's arguments, neighbours joined into ranges."""
        rows = sorted(self.rows[key] for key in keys)
        runs = [[row for _, row in group] for _, group in groupby(enumerate(rows), lambda pair: pair[1] - pair[0])]
        letter = _LETTERS[column]
        cells = [f"${letter}${run[0]}:${letter}${run[-1]}" if run[1:] else f"${letter}${run[0]}" for run in runs]
        return ",".join(cells)

    def _mixed(self) -> dict[str, str]:
        """Return, by the key of each figure that has no value while a part is unprocessed, that part's tool."""
        mixed: dict[str, str] = {}
        for tool in self.criteria.tools:
            if tool.parts:
                keys = [f"indicators.{i.number}" for i in self.criteria.indicators_of(tool.code)]
                mixed.update(dict.fromkeys([tool_key(tool.code), *keys], tool.code))
        return mixed

    def any_skipped(self, tool: str) -> str:
        """Return a formula that counts the unprocessed parts of a tool."""
        return f"SUM({self.refs((tool_key(c) for c in self.criteria.tool(tool).scored_codes), SKIPPED)})"

    def cells(self, key: str) -> list[Content]:
        """Return the contents of a figure's row."""
        row: list[Content] = [None] * len(HEADINGS)
        row[KEY] = key
        if key.startswith("questions."):
            self._leaf(key, row)
        else:
            self._node(key, row)
        return row

    def _leaf(self, key: str, row: list[Content]) -> None:
        figure, used = self.scores[key], self.cell(key, USED)
        row[USED] = Formula(_score_or_blank(self.sources[key].lookup), figure.used)
        row[HALF] = Formula(_half(used), None if figure.used is None else half_width(figure.used))
        low = f'IF(ISNUMBER({used}),MAX(0,{used}-{self.cell(key, HALF)}),"")'
        high = f'IF(ISNUMBER({used}),MIN(100,{used}+{self.cell(key, HALF)}),"")'
        self._interval(key, row, low, high)

    def _node(self, key: str, row: list[Content]) -> None:
        figure = self.scores[key]
        code = key.removeprefix("tools.")
        if code in self.weights:
            row[WEIGHT] = Formula(_weight(code), self.weights[code])
        if code in self.scored:
            status = layout.TOOL_TABLE
            found = f'INDEX({status.column(layout.STATUS)},MATCH("{code}",{status.column(layout.CODE)},0))'
            row[SKIPPED] = Formula(f'IF({found}="{layout.NOT_PROCESSED}",1,0)', int(code in self.scores.not_processed))
        published, half = self.cell(key, PUBLISHED), self.cell(key, HALF)
        row[PUBLISHED] = Formula(
            self._unless_skipped(key, _score_or_blank(self.sources[key].lookup), '""'), figure.published
        )
        if key in self.rules:
            row[FUNCTION] = Formula(self._unless_mixed(key, self._function(key)), self._python(key))
        row[NATIVE] = Formula(self._unless_mixed(key, self._native(key, USED)), self._python(key))
        function, native = self.cell(key, FUNCTION), self.cell(key, NATIVE)
        computed = self.estimate.total if self.estimate and key == TOTAL else figure.computed
        row[COMPUTED] = Formula(
            self._unless_skipped(key, f"IF(ISNUMBER({function}),{function},{native})", "0"), computed
        )
        otherwise = '""' if self.estimate and key == TOTAL else self.cell(key, COMPUTED)
        row[USED] = Formula(f"IF(ISNUMBER({published}),{published},{otherwise})", figure.used)
        row[HALF] = Formula(_half(published), None if figure.published is None else half_width(figure.published))
        for column, end in ((LOW, f"MAX(0,{published}-{half})"), (HIGH, f"MIN(100,{published}+{half})")):
            inside = '""' if self.estimate and key == TOTAL else self._unless_mixed(key, self._native(key, column))
            text = self._unless_skipped(key, f"IF(ISNUMBER({published}),{end},{inside})", "0")
            row[column] = Formula(text, self._bound(key, column))

    def _interval(self, key: str, row: list[Content], low: str, high: str) -> None:
        row[LOW] = Formula(low, self._bound(key, LOW))
        row[HIGH] = Formula(high, self._bound(key, HIGH))

    def _bound(self, key: str, column: int) -> float | None:
        bounds = self.scores[key].bounds
        if bounds is None:
            return None
        return bounds.low if column == LOW else bounds.high

    def _python(self, key: str) -> float | None:
        """Return what the function and the formula answer: the computed figure, by the detail alone."""
        if self.estimate and key == TOTAL:
            return self.estimate.total
        if key.removeprefix("tools.") in self.scores.not_processed:
            known = ((rule, [self.scores.used(t.key) for t in rule.terms]) for rule in self.rules.get(key, ()))
            complete = (rule.value([v for v in vs if v is not None]) for rule, vs in known if None not in vs)
            return next(complete, None)
        return self.scores[key].computed

    def _unless_skipped(self, key: str, formula: str, otherwise: str) -> str:
        if key.removeprefix("tools.") not in self.scored:
            return formula
        return f"IF({self.cell(key, SKIPPED)}=1,{otherwise},{formula})"

    def _unless_mixed(self, key: str, formula: str) -> str:
        if key not in self.mixed:
            return formula
        return f'IF({self.any_skipped(self.mixed[key])}>0,"",{formula})'

    def _native(self, key: str, column: int) -> str:
        """Return the year's rule for a figure as a formula over its children's cells in a column."""
        formula = '""'
        for rule in reversed(self.rules.get(key, ())):
            children = [term.key for term in rule.terms]
            complete = f"COUNT({self.refs(children, USED)})={len(children)}"
            touched = sorted({self.mixed[child] for child in children if child in self.mixed and key == TOTAL})
            if touched:
                complete = f"AND({complete},{self.any_skipped(touched[0])}=0)"
            formula = f"IF({complete},{self._sum(rule, column)},{formula})"
        return formula

    def _sum(self, rule: Equation, column: int) -> str:
        if rule.is_mean:
            return f"AVERAGE({self.refs((t.key for t in rule.terms), column)})"
        return "+".join(f"{self.cell(t.key, column)}*{self.cell(t.key, WEIGHT)}" for t in rule.terms)

    def _function(self, key: str) -> str:
        """Return the call of the Python function that answers for a figure."""
        kind, _, rest = key.partition(".")
        codes, values = self._arguments([term for rule in self.rules[key] for term in rule.terms])
        if kind == TOTAL:
            return f"ITA_TOTAL({YEAR_NAME},{codes},{values})"
        name = {"sub_indicators": "ITA_SUBINDICATOR", "tools": "ITA_TOOL"}.get(kind, "ITA_INDICATOR")
        return f'{name}({YEAR_NAME},"{rest}",{codes},{values})'

    def _arguments(self, terms: Sequence[Term]) -> tuple[str, str]:
        """Return the flat ranges of codes and values: the typed table's own, else this sheet's rows."""
        typed = self.sources.get(terms[0].key)
        if typed and terms[0].key.startswith("questions."):
            return typed.codes, typed.values
        rows = [self.rows[term.key] for term in terms]
        span = f"{min(rows)}:${{}}${max(rows)}"
        return f"${_LETTERS[KEY]}${span.format(_LETTERS[KEY])}", f"${_LETTERS[USED]}${span.format(_LETTERS[USED])}"


def write(page: Page, calc: Calc) -> None:
    """Write the headings and a row for each figure."""
    page.widths(24, *[13] * (len(HEADINGS) - 1))
    for column, heading in enumerate(HEADINGS):
        page.put(0, column, heading, "head")
    for key in calc.keys:
        for column, content in enumerate(calc.cells(key)):
            page.put(calc.rows[key] - 1, column, content, "calc")


def write_rows(page: Page, first_row: int, rows: Sequence[Sequence[Content]]) -> None:
    """Write the rows of another block onto the sheet, from ``first_row`` (one-based) on."""
    for number, row in enumerate(rows, start=first_row - 1):
        for column, content in enumerate(row):
            page.put(number, column, content, "calc")


def _rules_by_parent(criteria: Criteria) -> dict[str, list[Equation]]:
    rules: dict[str, list[Equation]] = {}
    for rule in equations(criteria):
        rules.setdefault(rule.parent, []).append(rule)
    return rules


def _ordered_keys(criteria: Criteria) -> tuple[str, ...]:
    """Return all keys, the typed questions first, then each parent after its children, siblings together."""
    rules = equations(criteria)
    leaves = [t.key for rule in rules for t in rule.terms if t.key.startswith("questions.")]
    inner = ("sub_indicators.", "eit_parts.", "indicators.", "tools.", TOTAL)
    parents = [key for prefix in inner for key in dict.fromkeys(r.parent for r in rules) if key.startswith(prefix)]
    children = [t.key for rule in rules for t in rule.terms if not t.key.startswith("questions.")]
    orphans = [key for key in dict.fromkeys(children) if key not in set(parents)]
    return tuple(dict.fromkeys((*leaves, *orphans, *parents)))


def _score_or_blank(found: str) -> str:
    """Return a formula for a typed score: itself where it is a number from 0 to 100, else blank."""
    return f'IF(ISNUMBER({found}),IF(AND({found}>=0,{found}<=100),{found},""),"")'


def _weight(code: str) -> str:
    table = layout.WEIGHT_TABLE
    return f'INDEX({table.column(layout.WEIGHT)},MATCH("{code}",{table.column(layout.CODE)},0))'


def _half(cell: str) -> str:
    """Return ``ita.intervals.half_width`` as a formula."""
    formula = "0.000000001"
    for decimals in (4, 3, 2, 1, 0):
        formula = f"IF(ROUND({cell},{decimals})={cell},{0.5 * 10**-decimals:.5f},{formula})"
    return f'IF(ISNUMBER({cell}),IF({cell}=0,0,IF({cell}=100,0.005,{formula})),"")'
