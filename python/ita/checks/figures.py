"""Scores that are missing, or typed in vain, and figures that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita.checks.subject import Subject, listed, names, runs, two
from ita.criteria import Criteria, Tool
from ita.findings import Finding, finding
from ita.intervals import EVERYTHING, FULL, Interval, exactly, solve
from ita.rating import displayed
from ita.scoring import (
    Equation,
    Figure,
    holding,
    question_key,
    tool_key,
)

HALF_A_HUNDREDTH = 0.005
HALF_A_POINT = 0.5
NOISE = 1e-9
"""What binary fractions may add to a difference."""

Bounds = Mapping[str, Interval]


@dataclass(frozen=True, slots=True)
class _Difference:
    """A figure that its detail does not give, both as displayed, and whether rounding may explain it."""

    key: str
    stated: str
    value: str
    is_rounding: bool


def check(subject: Subject) -> Iterator[Finding]:
    """Yield, for the score sheets, what is missing, what counts for nothing, and what contradicts what."""
    yield from _missing(subject)
    yield from _in_vain(subject)
    differences = _differences(subject)
    yield from _told(subject, list(differences.values()))
    broken = {key for key, one in differences.items() if not one.is_rounding}
    yield from _impossible(subject, broken)


def _missing(subject: Subject) -> Iterator[Finding]:
    """Yield, for each tool or part, the questions without a score, except where it was not processed."""
    for tool in subject.criteria.tools:
        codes = _codes(subject.criteria, tool)
        for scored in tool.scored_codes:
            blank = [c for c in codes if subject.scores.used(question_key(scored, c)) is None]
            if blank and scored not in subject.scores.not_processed:
                where = subject.places.get(question_key(scored, blank[0]), scored)
                yield finding("score.missing", where, tool=scored, count=len(blank), codes=runs(blank, codes))


def _in_vain(subject: Subject) -> Iterator[Finding]:
    """Yield the tools or parts that were not processed and yet have scores."""
    given = subject.assessment.given
    for tool in subject.criteria.tools:
        codes = _codes(subject.criteria, tool)
        for scored in tool.scored_codes:
            if scored not in subject.scores.not_processed:
                continue
            keys = [question_key(scored, c) for c in codes if subject.scores.used(question_key(scored, c)) is not None]
            if given.tools.get(scored):
                keys.append(tool_key(scored))
            if keys:
                yield finding("score.not_processed", subject.at(*keys), tool=scored)


def _codes(criteria: Criteria, tool: Tool) -> list[str]:
    """Return the codes of a tool's questions or items, in the order of the form."""
    indicators = [i.number for i in criteria.indicators_of(tool.code)]
    questions = [q.code for number in indicators for q in criteria.questions_of(number)]
    subs = [s.code for number in indicators for s in criteria.sub_indicators_of(number)]
    return questions + [item.code for sub in subs for item in criteria.items_of(sub)]


def _differences(subject: Subject) -> dict[str, _Difference]:
    """Return, by key, the figures that their own detail does not give; of two details the worse one."""
    bounds = _reach(subject)
    worst: dict[str, _Difference] = {}
    for rule in holding(subject.criteria, subject.scores.not_processed):
        found = _difference(subject, rule, bounds)
        if found and (rule.parent not in worst or not found.is_rounding):
            worst[rule.parent] = found
    return worst


def _difference(subject: Subject, rule: Equation, bounds: Bounds) -> _Difference | None:
    stated = subject.scores.used(rule.parent)
    detail = [score for term in rule.terms if (score := subject.scores.used(term.key)) is not None]
    if stated is None or len(detail) < len(rule.terms):
        return None
    value = rule.value(detail)
    if displayed(stated) == displayed(value):
        return None
    shared = bounds[rule.parent].meet(rule.interval([bounds[term.key] for term in rule.terms]))
    return _Difference(rule.parent, two(stated), two(value), is_rounding=shared.low - shared.high <= NOISE)


def _told(subject: Subject, differences: Sequence[_Difference]) -> Iterator[Finding]:
    """Yield each real difference by itself, and all that rounding explains in one finding: they are common."""
    for one in differences:
        if not one.is_rounding:
            name, name_en = names(subject.criteria, one.key)
            told = {"name": name, "name_en": name_en, "published": one.stated, "computed": one.value}
            yield finding("figure.differs", subject.at(one.key), **told)
    rounded = [one for one in differences if one.is_rounding]
    if rounded:
        both = [(*names(subject.criteria, one.key), f"({one.stated}/{one.value})") for one in rounded]
        listed_th = ", ".join(f"{name.strip()} {figures}" for name, _, figures in both)
        listed_en = ", ".join(f"{name} {figures}" for _, name, figures in both)
        where = subject.at(rounded[0].key)
        yield finding("figure.rounding", where, count=len(rounded), figures=listed_th, figures_en=listed_en)


def _reach(subject: Subject) -> dict[str, Interval]:
    """Return where every figure may lie: a typed one by its rounding, a computed one by its detail's, else anywhere."""
    bounds: dict[str, Interval] = {}
    for key, figure in subject.scores.figures.items():
        if figure.published is not None:
            bounds[key] = _typed(key, figure.published)
    bounds.update({tool_key(code): exactly(0.0) for code in subject.scores.not_processed})
    for rule in holding(subject.criteria, subject.scores.not_processed):
        if rule.parent not in bounds and all(term.key in bounds for term in rule.terms):
            bounds[rule.parent] = rule.interval([bounds[term.key] for term in rule.terms])
    return {key: bounds.get(key, EVERYTHING) for key in subject.scores.figures}


def _typed(key: str, value: float) -> Interval:
    """Return what a typed figure may stand for: results are announced with two decimals, some retyped without any.

    A question or item is never taken for rounded to a whole number: whole figures are common among them.
    """
    is_coarse = not key.startswith("questions.") and float(value).is_integer() and 0 < value < FULL
    half = HALF_A_POINT if is_coarse else HALF_A_HUNDREDTH
    return Interval(value - half, value + half)


def _impossible(subject: Subject, broken: set[str]) -> Iterator[Finding]:
    """Yield figures that leave no room for the unknown ones between them, each contradiction once.

    A second one among the same figures is told when the first is mended.
    """
    rules = [rule for rule in holding(subject.criteria, subject.scores.not_processed) if rule.parent not in broken]
    while (stuck := _stuck(rules, dict(_reach(subject)))) is not None:
        rule, has, allowed = stuck
        rules = [other for other in rules if not _keys(other) & _keys(rule)]
        known = [term.key for term in rule.terms if subject.scores.used(term.key) is not None]
        yield _contradiction(subject, rule, known or [term.key for term in rule.terms], has, allowed)


def _keys(rule: Equation) -> set[str]:
    return {rule.parent, *(term.key for term in rule.terms)}


def _stuck(rules: Sequence[Equation], bounds: dict[str, Interval]) -> tuple[Equation, Interval, Interval] | None:
    """Narrow every figure by every equation until nothing moves; return the first equation that cannot hold."""
    moved = True
    while moved:
        moved = False
        for rule in rules:
            allowed = rule.interval([bounds[term.key] for term in rule.terms])
            has = bounds[rule.parent]
            if has.meet(allowed).low - has.meet(allowed).high > NOISE:
                return rule, has, allowed
            for key, narrower in _narrowed(rule, bounds).items():
                if narrower.width < bounds[key].width - HALF_A_HUNDREDTH:
                    bounds[key], moved = narrower, True
    return None


def _narrowed(rule: Equation, bounds: Bounds) -> dict[str, Interval]:
    """Return what an equation leaves for its parent and for each of its children."""
    whole = rule.interval([bounds[term.key] for term in rule.terms])
    found = {rule.parent: bounds[rule.parent].meet(whole)}
    for term in rule.terms:
        own = bounds[term.key]
        rest = Interval(whole.low - term.share * own.low, whole.high - term.share * own.high)
        found[term.key] = own.meet(solve(bounds[rule.parent], rest, term.share))
    return {key: interval for key, interval in found.items() if not interval.is_empty}


def _contradiction(subject: Subject, rule: Equation, known: Sequence[str], has: Interval, allowed: Interval) -> Finding:
    name, name_en = names(subject.criteria, rule.parent)
    parts, parts_en = listed(subject.criteria, known)
    typed: Figure = subject.scores[rule.parent]
    told = {"name": name, "name_en": name_en, "parts": parts, "parts_en": parts_en, "allowed": _span(allowed)}
    told["has"] = _span(has) if typed.used is None else two(typed.used)
    where = subject.at(*((rule.parent,) if typed.published is not None else ()), *known, rule.parent)
    return finding("figure.impossible", where, **told)


def _span(interval: Interval) -> str:
    low, high = two(interval.low), two(interval.high)
    return low if low == high else f"{low}–{high}"
