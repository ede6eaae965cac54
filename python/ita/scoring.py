"""From questions to the total: what each figure of an assessment is, and why.

Every figure has a dotted key: ``questions.IIT.i1``, ``questions.EIT1.e1``, ``sub_indicators.9.1``,
``eit_parts.EIT1.6``, ``indicators.6``, ``tools.EIT1``, ``tools.EIT``, ``total``. The rules of a year are
equations between keys, each a mean or a weighted sum, taken from the assessment manual's table
การประมวลผลคะแนน (printed in the FY2567 reports):

- an IIT or EIT indicator is the mean of its questions, in each EIT part by itself
- a sub-indicator is the mean of its OIT items, an OIT indicator the mean of its sub-indicators
- an EIT indicator is shown as the mean of its two parts; a tool is the mean of its indicators
- the total is the sum of the tools (or their parts) times their weights

Where a year's weights, questions or grouping of items are not known it has no such equation: those figures
are whatever was published.

All figures are points, 0-100, at full precision.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ita.assessment import Given
from ita.criteria import USER, Criteria, Question, Tool
from ita.intervals import Interval, combine, exactly, solve, typed

TOTAL = "total"


def question_key(scored: str, code: str) -> str:
    """Return the key of a question or item under a tool or part (``IIT``, ``EIT1``, ``OIT``)."""
    return f"questions.{scored}.{code}"


def sub_indicator_key(code: str) -> str:
    """Return the key of a sub-indicator such as ``9.1``."""
    return f"sub_indicators.{code}"


def part_indicator_key(part: str, number: int) -> str:
    """Return the key of an indicator inside one part of a tool."""
    return f"eit_parts.{part}.{number}"


def indicator_key(number: int) -> str:
    """Return the key of an indicator, 1-10."""
    return f"indicators.{number}"


def tool_key(code: str) -> str:
    """Return the key of a tool or of a part of one."""
    return f"tools.{code}"


@dataclass(frozen=True, slots=True)
class Term:
    """One child of an equation: its key, its code among its siblings, and its share in the parent."""

    key: str
    code: str
    share: float


@dataclass(frozen=True, slots=True)
class Equation:
    """``parent = sum(share * child)``; the shares of a mean are all 1/n."""

    parent: str
    terms: tuple[Term, ...]
    is_mean: bool

    def value(self, values: Sequence[float]) -> float:
        """Return the parent of children with these values, in the order of ``terms``."""
        if self.is_mean:
            return math.fsum(values) / len(values)
        return math.fsum(v * t.share for v, t in zip(values, self.terms, strict=True))

    def interval(self, intervals: Sequence[Interval]) -> Interval:
        """Return the interval of the parent of children in these intervals."""
        return combine(intervals, [t.share for t in self.terms])


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what was published, what the detail gives, and the interval it lies in.

    ``bounds`` is the interval that a known figure stands for, by the decimals it was typed with.
    ``derived`` is the interval that follows for an unknown figure from those around it.
    """

    published: float | None = None
    computed: float | None = None
    bounds: Interval | None = None
    derived: Interval | None = None

    @property
    def used(self) -> float | None:
        """The published figure, else the computed one; None while neither is known."""
        return self.computed if self.published is None else self.published


UNKNOWN = Figure()


@dataclass(frozen=True, slots=True)
class Scores:
    """Every figure of one assessment by key, and the tools or parts that were not processed."""

    figures: Mapping[str, Figure]
    not_processed: frozenset[str]

    def __getitem__(self, key: str) -> Figure:
        return self.figures.get(key, UNKNOWN)

    def used(self, key: str) -> float | None:
        """Return the figure to build on, or None while it is unknown."""
        return self[key].used

    @property
    def derived(self) -> dict[str, Interval]:
        """The intervals of the unknown figures that follow from the known ones."""
        return {key: figure.derived for key, figure in self.figures.items() if figure.derived}


@lru_cache(maxsize=64)
def equations(year_criteria: Criteria) -> tuple[Equation, ...]:
    """Return a year's equations, children before parents.

    Where two equations give the same parent the first is preferred: a tool with parts is the mean of
    its indicators, else (which is the same) of its parts; the total weighs the parts, else the tools.
    """
    return (*_tool_equations(year_criteria), *_total_equations(year_criteria))


def _mean(parent: str, children: Iterable[tuple[str, str]]) -> Iterator[Equation]:
    pairs = tuple(children)
    if pairs:
        yield Equation(parent, tuple(Term(key, code, 1 / len(pairs)) for key, code in pairs), is_mean=True)


def _tool_equations(criteria: Criteria) -> Iterator[Equation]:
    for tool in criteria.tools:
        yield from _part_equations(criteria, tool) if tool.parts else _whole_equations(criteria, tool)
        indicators = criteria.indicators_of(tool.code)
        yield from _mean(tool_key(tool.code), ((indicator_key(i.number), str(i.number)) for i in indicators))
        yield from _mean(tool_key(tool.code), ((tool_key(part.code), part.code) for part in tool.parts))


def _whole_equations(criteria: Criteria, tool: Tool) -> Iterator[Equation]:
    for indicator in criteria.indicators_of(tool.code):
        subs = criteria.sub_indicators_of(indicator.number)
        for sub in subs:
            items = criteria.items_of(sub.code)
            yield from _mean(sub_indicator_key(sub.code), ((question_key(tool.code, i.code), i.code) for i in items))
        parent = indicator_key(indicator.number)
        questions = _all_questions(criteria, indicator.number)
        yield from _mean(parent, ((sub_indicator_key(s.code), s.code) for s in subs))
        yield from _mean(parent, ((question_key(tool.code, q.code), q.code) for q in questions))


def _all_questions(criteria: Criteria, number: int) -> tuple[Question, ...]:
    """Return the questions of an indicator; none where the user named some, for there may be others."""
    questions = criteria.questions_of(number)
    return () if any(question.source == USER for question in questions) else questions


def _part_equations(criteria: Criteria, tool: Tool) -> Iterator[Equation]:
    numbers = [i.number for i in criteria.indicators_of(tool.code)]
    for part in tool.parts:
        for number in numbers:
            questions = ((question_key(part.code, q.code), q.code) for q in _all_questions(criteria, number))
            yield from _mean(part_indicator_key(part.code, number), questions)
        yield from _mean(tool_key(part.code), ((part_indicator_key(part.code, n), str(n)) for n in numbers))
    for number in numbers:
        yield from _mean(indicator_key(number), ((part_indicator_key(p.code, number), p.code) for p in tool.parts))


def _total_equations(criteria: Criteria) -> Iterator[Equation]:
    weights = criteria.weights
    scored = [code for tool in criteria.tools for code in tool.scored_codes]
    whole = [tool.code for tool in criteria.tools]
    for codes in ((scored, whole) if scored != whole else (whole,)) if weights else ():
        yield Equation(TOTAL, tuple(Term(tool_key(code), code, weights[code]) for code in codes), is_mean=False)


def aggregate(criteria: Criteria, parent: str, values: Mapping[str, float | None]) -> float | None:
    """Return the figure ``parent`` from its children's values (points, 0-100), by code or by full key.

    None when no equation of the year has all its children known; KeyError when the year has no such figure.
    """
    if parent not in _keys(criteria):
        raise KeyError(parent)
    for rule in (e for e in equations(criteria) if e.parent == parent):
        known = [v for v in (values.get(term.key, values.get(term.code)) for term in rule.terms) if v is not None]
        if len(known) == len(rule.terms):
            return rule.value(known)
    return None


def published(criteria: Criteria, given: Given) -> dict[str, float]:
    """Return every typed figure by its key; blanks and codes that the year lacks are left out."""
    figures: dict[str, float | None] = {TOTAL: given.total}
    figures.update({tool_key(code): v for code, v in given.tools.items()})
    figures.update({indicator_key(number): v for number, v in given.indicators.items()})
    figures.update({sub_indicator_key(code): v for code, v in given.sub_indicators.items()})
    for part, by_indicator in given.eit_parts.items():
        figures.update({part_indicator_key(part, number): v for number, v in by_indicator.items()})
    for code, score in given.questions.items():
        scores = score if isinstance(score, tuple) else (score,)
        pairs = zip(_scored_codes(criteria, code), scores, strict=False)
        figures.update({question_key(scored, code): v for scored, v in pairs})
    known = _keys(criteria)
    return {key: value for key, value in figures.items() if value is not None and key in known}


@cache
def _keys(criteria: Criteria) -> frozenset[str]:
    """Return the key of every figure that the year has, whether or not an equation gives it."""
    codes = [one.code for one in (*criteria.questions, *criteria.items)]
    parts = [(part.code, i.number) for t in criteria.tools for part in t.parts for i in criteria.indicators_of(t.code)]
    return frozenset(
        {TOTAL}
        | {tool_key(code) for tool in criteria.tools for code in (tool.code, *tool.scored_codes)}
        | {indicator_key(indicator.number) for indicator in criteria.indicators}
        | {part_indicator_key(part, number) for part, number in parts}
        | {sub_indicator_key(sub.code) for sub in criteria.sub_indicators}
        | {question_key(scored, code) for code in codes for scored in _scored_codes(criteria, code)}
    )


def _scored_codes(criteria: Criteria, code: str) -> tuple[str, ...]:
    """Return the tool or parts that a question or item is scored under; none when the year lacks it."""
    try:
        return criteria.tool_of_code(code).scored_codes
    except KeyError:
        return ()


def score(criteria: Criteria, given: Given) -> Scores:
    """Return every figure of the year: published, computed, used, and derived where it follows."""
    skipped = frozenset(given.not_processed)
    rules = tuple(holding(criteria, skipped))
    typed_figures = {k: v for k, v in published(criteria, given).items() if k not in map(tool_key, skipped)}
    computed = {tool_key(code): 0.0 for code in skipped}
    bounds = {key: typed(value) for key, value in typed_figures.items()}
    bounds.update({key: exactly(value) for key, value in computed.items()})
    for rule in rules:
        if rule.parent not in computed and all(term.key in bounds for term in rule.terms):
            children = [term.key for term in rule.terms]
            computed[rule.parent] = rule.value([typed_figures.get(k, computed.get(k, 0.0)) for k in children])
            bounds.setdefault(rule.parent, rule.interval([bounds[k] for k in children]))
    derived = _derive(rules, bounds)
    figures = {
        key: Figure(typed_figures.get(key), computed.get(key), bounds.get(key), derived.get(key))
        for key in sorted(_keys(criteria))
    }
    return Scores(figures, skipped)


def holding(criteria: Criteria, skipped: frozenset[str]) -> Iterator[Equation]:
    """Yield the equations that hold; a tool with an unprocessed part has no combined figure.

    ``skipped`` are the codes of the tools and parts that were not processed.
    """
    broken = {t.code for t in criteria.tools if t.parts and skipped & set(t.scored_codes)}
    mixed = {tool_key(code) for code in broken}
    mixed |= {indicator_key(i.number) for code in broken for i in criteria.indicators_of(code)}
    unscored = {tool_key(code) for code in skipped}
    for rule in equations(criteria):
        touched = {rule.parent, *(term.key for term in rule.terms)}
        if rule.parent not in unscored and not touched & mixed:
            yield rule


def _derive(rules: Sequence[Equation], bounds: Mapping[str, Interval]) -> dict[str, Interval]:
    """Return the intervals of unknown figures, each from equations in which nothing else is unknown."""
    known = dict(bounds)
    derived: dict[str, Interval] = {}
    while found := _derivable(rules, known):
        derived.update(found)
        known.update(found)
    return derived


def _derivable(rules: Sequence[Equation], known: Mapping[str, Interval]) -> dict[str, Interval]:
    found: dict[str, Interval] = {}
    for rule in rules:
        unknown = [key for key in (rule.parent, *(t.key for t in rule.terms)) if key not in known]
        if len(unknown) == 1 and not unknown[0].startswith("questions."):
            interval = _solved(rule, unknown[0], known)
            found[unknown[0]] = interval.meet(found.get(unknown[0], interval))
    return {key: interval for key, interval in found.items() if not interval.is_empty}


def _solved(rule: Equation, key: str, known: Mapping[str, Interval]) -> Interval:
    if key == rule.parent:
        return rule.interval([known[t.key] for t in rule.terms]).clipped()
    others = [t for t in rule.terms if t.key != key]
    share = next(t.share for t in rule.terms if t.key == key)
    rest = combine([known[t.key] for t in others], [t.share for t in others])
    return solve(known[rule.parent], rest, share).clipped()
