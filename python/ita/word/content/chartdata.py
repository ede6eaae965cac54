"""What the charts of a report show: displayed figures, gaps where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.rating import displayed
from ita.scoring import TOTAL, Figure, Scores, indicator_key, tool_key
from ita.thai import Digits, in_digits
from ita.word.content import progress
from ita.word.content.figures import WIDE, mark
from ita.word.content.measures import by_tool
from ita.word.parts.charts import WHOLE_FORMAT, ChartData, Series

THIS_YEAR, LAST_YEAR, PASS_MARK = "ปีนี้", "ปีก่อน", "เกณฑ์ผ่าน"
GAINED, MISSED = "คะแนนที่ได้", "คะแนนที่ยังขาด"
MOST_BARS = 12
"""More measures than this are shown together under their tools."""


def total(criteria: Criteria, scores: Scores) -> ChartData:
    """Return the points that each tool adds to the total, and those it leaves; empty while weights are unknown."""
    weights = {tool.code: tool.weight for tool in criteria.tools if tool.weight is not None}
    used = {code: scores.used(tool_key(code)) for code in weights}
    gained = tuple(None if (score := used[c]) is None else _shown(score * w) for c, w in weights.items())
    missed = tuple(None if g is None else _shown(w * 100 - g) for g, w in zip(gained, weights.values(), strict=True))
    categories = tuple(f"{code} (เต็ม {mark(weight * 100)})" for code, weight in weights.items())
    categories = _with_zeros(categories, gained)
    return ChartData(categories, {GAINED: Series(GAINED, gained), MISSED: Series(MISSED, missed)})


def tools(assessment: Assessment, criteria: Criteria, scores: Scores) -> ChartData:
    """Return the total, the tools and the parts that are known or follow closely from others, against the pass mark."""
    codes = [code for tool in criteria.tools for code in (tool.code, *(part.code for part in tool.parts))]
    parts = {part.code: part.name for tool in criteria.tools for part in tool.parts}
    values = {code: _known_or_close(scores[tool_key(code)]) for code in codes}
    shown = [code for code in codes if code not in parts or values[code] is not None]
    previous = assessment.previous
    known_before = [previous.tools.get(code) for code in shown]
    total_before = previous.total if any(value is not None for value in known_before) else None
    return _years(
        assessment,
        ("คะแนนรวม", *(f"{parts.get(code, code)}{_about(scores[tool_key(code)])}" for code in shown)),
        [scores.used(TOTAL), *(values[code] for code in shown)],
        [total_before, *known_before],
        criteria.pass_mark,
    )


def _known_or_close(figure: Figure) -> float | None:
    """Return a score, or the middle of a derived one that is sure to a point or so."""
    if figure.used is not None:
        return figure.used
    return figure.derived.middle if figure.derived is not None and figure.derived.width <= WIDE else None


def _about(figure: Figure) -> str:
    return " (ประมาณ)" if figure.used is None and _known_or_close(figure) is not None else ""


def indicators(assessment: Assessment, criteria: Criteria, scores: Scores) -> ChartData:
    """Return the ten indicators of this year, and of last year where any is known."""
    numbers = [indicator.number for indicator in criteria.indicators]
    return _years(
        assessment,
        tuple(f"{indicator.number}. {indicator.name}" for indicator in criteria.indicators),
        [scores.used(indicator_key(number)) for number in numbers],
        [assessment.previous.indicators.get(number) for number in numbers],
    )


def whole(data: ChartData, key: str) -> ChartData:
    """Return the data, or none where the series ``key`` has a gap: an outline or a sum with holes misleads."""
    return replace(data, series={}) if None in data.series[key].values else data


def steps(assessment: Assessment, criteria: Criteria) -> ChartData:
    """Return how many steps of each measure are in each state; no values where nothing was reported."""
    every = list(enumerate(assessment.measures, start=1))
    groups = {f"มาตรการที่ {number}": (measure,) for number, measure in every}
    if len(every) > MOST_BARS:
        found = by_tool(criteria, assessment.measures)
        groups = {
            code or "ทุกเครื่องมือ": tuple(found[code]) for code in (*(t.code for t in criteria.tools), "") if found[code]
        }
    counts = [progress.counts([s for m in group for s in progress.steps(m)]) for group in groups.values()]
    told = any(count["silent"] < sum(count.values()) for count in counts)
    return ChartData(
        tuple(groups),
        {
            word: Series(word, tuple(float(count[state]) if told else None for count in counts))
            for state, word in progress.WORDS.items()
        },
        WHOLE_FORMAT,
    )


def _years(
    assessment: Assessment,
    categories: tuple[str, ...],
    now: Sequence[float | None],
    before: Sequence[float | None],
    pass_mark: float | None = None,
) -> ChartData:
    series: dict[str, Series] = {}
    if any(value is not None for value in before):
        year = assessment.previous.fiscal_year or assessment.fiscal_year - 1
        series[LAST_YEAR] = Series(f"ปี {year}", tuple(map(_shown, before)))
    series[THIS_YEAR] = Series(f"ปี {assessment.fiscal_year}", tuple(map(_shown, now)))
    if pass_mark is not None and any(value is not None for value in now):
        name = f"{PASS_MARK} {mark(pass_mark)} คะแนน"
        series[PASS_MARK] = Series(name, tuple(pass_mark for _ in categories))
    return ChartData(_with_zeros(categories, series[THIS_YEAR].values), series)


def _with_zeros(categories: Sequence[str], values: Sequence[float | None]) -> tuple[str, ...]:
    """Write a zero beside its name, as a bar of no length has no place for a label."""
    return tuple(f"{c} (0)" if v == 0.0 else c for c, v in zip(categories, values, strict=True))


def _shown(value: float | None) -> float | None:
    return None if value is None else float(displayed(value))


def with_digits(data: ChartData, digits: Digits) -> ChartData:
    """Return the data with its texts in the digits of the report."""
    series = {key: Series(in_digits(s.name, digits), s.values) for key, s in data.series.items()}
    return replace(data, categories=tuple(in_digits(c, digits) for c in data.categories), series=series)
