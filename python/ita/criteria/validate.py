"""Faults of a criteria file that its types alone cannot show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from ita.criteria.model import ITEM_TOOL, Criteria, MinimumRespondents, Question, Rating, Scale

_Key = TypeVar("_Key", str, int)

TOLERANCE = 1e-9
FULL_POINTS = 100


def faults(criteria: Criteria) -> list[str]:
    """Return every contradiction inside a year's criteria, in English, for whoever edits the file."""
    checks = (
        _marks,
        _weights,
        _codes,
        _references,
        _purposes,
        _wordings,
        _scales,
        _points,
        _national,
        _minimums,
        _bands,
        _estimate,
        _same_as,
        _issues,
        _sources,
    )
    return [fault for check in checks for fault in check(criteria)]


def _marks(criteria: Criteria) -> Iterator[str]:
    if not 0 <= criteria.pass_mark <= criteria.excellent_mark <= FULL_POINTS:
        yield "the marks must be in order: 0, pass_mark, excellent_mark, 100"


def _weights(criteria: Criteria) -> Iterator[str]:
    weights = criteria.weights
    if not weights:
        if any(one.weight is not None for tool in criteria.tools for one in (tool, *tool.parts)):
            yield "weights must be given for every tool and part, or for none"
        return
    total = math.fsum(weights[tool.code] for tool in criteria.tools)
    if abs(total - 1) > TOLERANCE:
        yield f"tool weights add to {total}, not 1"
    for tool in criteria.tools:
        parts = math.fsum(weights[part.code] for part in tool.parts)
        if tool.parts and abs(parts - weights[tool.code]) > TOLERANCE:
            yield f"the parts of {tool.code} weigh {parts}, the tool {tool.weight}"


def _codes(criteria: Criteria) -> Iterator[str]:
    scored = [code for tool in criteria.tools for code in {tool.code, *tool.scored_codes}]
    groups: dict[str, list[str]] = {
        "tool": scored,
        "indicator": [str(i.number) for i in criteria.indicators],
        "sub-indicator": [s.code for s in criteria.sub_indicators],
        "question or item": [q.code for q in criteria.questions] + [i.code for i in criteria.items],
        "issue": [str(i.number) for i in criteria.issues],
        "level": list(criteria.rating.levels if criteria.rating else ()),
    }
    for kind, codes in groups.items():
        for code, count in Counter(codes).items():
            if count > 1:
                yield f"{kind} {code} is given {count} times"


def _references(criteria: Criteria) -> Iterator[str]:
    tools = {t.code for t in criteria.tools}
    indicators = {i.number for i in criteria.indicators}
    subs = {s.code for s in criteria.sub_indicators}
    scored = {code for tool in criteria.tools for code in tool.scored_codes}
    yield from _unknown("indicator", "tool", ((str(i.number), i.tool) for i in criteria.indicators), tools)
    yield from _unknown("question", "indicator", ((q.code, q.indicator) for q in criteria.questions), indicators)
    scales = ((q.code, q.scale) for q in criteria.questions if q.scale is not None)
    yield from _unknown("question", "scale", scales, set(criteria.scales))
    in_subs = ((s.code, s.indicator) for s in criteria.sub_indicators)
    yield from _unknown("sub-indicator", "indicator", in_subs, indicators)
    placed = ((i.code, i.sub_indicator) for i in criteria.items if i.sub_indicator is not None)
    yield from _unknown("item", "sub-indicator", placed, subs)
    if 0 < len([item for item in criteria.items if item.sub_indicator is None]) < len(criteria.items):
        yield "items must all be placed in sub-indicators, or none: a mean of the known ones would be wrong"
    yield from _unknown("item", "tool", ((i.code, ITEM_TOOL) for i in criteria.items[:1]), tools)
    rated = criteria.rating.rated if criteria.rating else ()
    yield from _unknown("rating", "tool", (("rated", code) for code in rated), scored)
    minimums = ((m.agencies, m.tool) for m in criteria.minimum_respondents)
    yield from _unknown("minimum_respondents", "tool", minimums, scored)
    if criteria.items and (named := criteria.report_items):
        pairs = (("report_items", named.analysis), ("report_items", named.follow_up))
        yield from _unknown("criteria", "item", pairs, {i.code for i in criteria.items})


def _unknown(owner: str, kind: str, pairs: Iterable[tuple[str, _Key]], known: set[_Key]) -> Iterator[str]:
    for name, reference in pairs:
        if reference not in known:
            yield f"{owner} {name} names {kind} {reference}, which the year does not have"


def _purposes(criteria: Criteria) -> Iterator[str]:
    for indicator in criteria.indicators:
        if not indicator.purpose:
            yield f"indicator {indicator.number} has no purpose"


def _wordings(criteria: Criteria) -> Iterator[str]:
    for question in criteria.questions:
        yield from _unworded(question) if not question.text else _worded(question, criteria.fiscal_year)


def _unworded(question: Question) -> Iterator[str]:
    about_text = (question.text_from, question.scale, *question.sub_items, *question.reversed_sub_items)
    if question.reversed or any(fact is not None for fact in about_text):
        yield f"question {question.code} has no text, so nothing about its text can be known"


def _worded(question: Question, year: int) -> Iterator[str]:
    if question.scale is None:
        yield f"question {question.code} has a text but no scale"
    if question.text_from == year:
        yield f"question {question.code} borrows its text from its own year"
    if question.text_from is not None and question.confidence == "certain":
        yield f"question {question.code} borrows its text, so it cannot be certain"
    if not set(question.reversed_sub_items) <= set(range(1, len(question.sub_items) + 1)):
        yield f"question {question.code} reverses a sub-item that it does not have"
    if question.reversed and question.reversed_sub_items:
        yield f"question {question.code} is reversed as a whole and in part"


def _scales(criteria: Criteria) -> Iterator[str]:
    for name, scale in criteria.scales.items():
        yield from _scale(name, scale)


def _scale(name: str, scale: Scale) -> Iterator[str]:
    if len(scale.options) != len(scale.points):
        yield f"scale {name} has {len(scale.options)} options and {len(scale.points)} points"
    if any(not 0 <= points <= FULL_POINTS for points in scale.points):
        yield f"scale {name} has points outside 0-100"


def _points(criteria: Criteria) -> Iterator[str]:
    points = criteria.item_points.points if criteria.item_points else ()
    if points and (points[0] != 0 or points[-1] != FULL_POINTS or list(points) != sorted(set(points))):
        yield "item_points must rise from 0 to 100"


def _minimums(criteria: Criteria) -> Iterator[str]:
    for rule in criteria.minimum_respondents:
        yield from _minimum(rule)


def _minimum(rule: MinimumRespondents) -> Iterator[str]:
    where = f"minimum_respondents {rule.agencies} ({rule.tool})"
    if rule.minimum < 1:
        yield f"{where} needs nobody"
    if rule.share is not None and not 0 < rule.share <= 1:
        yield f"{where} has a share outside 0-1"
    if rule.at_most is not None and (rule.share is None or rule.at_most < rule.minimum):
        yield f"{where} has an at_most without a share, or under its minimum"


def _bands(criteria: Criteria) -> Iterator[str]:
    if criteria.rating is not None:
        yield from _rating(criteria.rating)


def _rating(rating: Rating) -> Iterator[str]:
    bands = rating.bands
    if not bands or bands[-1].total_min != 0 or bands[-1].every_tool_min != 0:
        yield "the last band must take whatever the others leave (total_min 0, no condition)"
    for upper, lower in pairwise(bands):
        if (lower.total_min, lower.every_tool_min) >= (upper.total_min, upper.every_tool_min):
            yield f"band {lower.level} can never be reached below {upper.level}"
    if any(band.every_tool_min for band in bands) and not rating.rated:
        yield "a band has a condition on every tool, but no tool is rated"


def _estimate(criteria: Criteria) -> Iterator[str]:
    if criteria.estimate_from is None:
        return
    if criteria.weights and criteria.rating is not None:
        yield "estimate_from is given, but weights and rating are known"
    if criteria.estimate_from >= criteria.fiscal_year:
        yield "estimate_from must name an earlier year"


def _same_as(criteria: Criteria) -> Iterator[str]:
    known = {q.code for q in criteria.questions} | {i.code for i in criteria.items}
    pairs = [pair for group in criteria.same_as for pair in group.codes.items()]
    yield from _unknown("same_as", "code", ((before, code) for code, before in pairs), known)
    for side, codes in (("code", [code for code, _ in pairs]), ("earlier code", [before for _, before in pairs])):
        for code, count in Counter(codes).items():
            if count > 1:
                yield f"same_as has {side} {code} {count} times"


def _issues(criteria: Criteria) -> Iterator[str]:
    if not criteria.issues:
        return
    known = {q.code for q in criteria.questions} | {i.code for i in criteria.items}
    listed = Counter(code for issue in criteria.issues for code in issue.codes)
    for code in sorted(known ^ set(listed)):
        yield f"code {code} is in the issues or in the year, not in both"
    for code, count in listed.items():
        if count > 1:
            yield f"code {code} is in {count} issues"


def _national(criteria: Criteria) -> Iterator[str]:
    if (target := criteria.national_target) and not 0 < target.share <= FULL_POINTS:
        yield "national_target: the share of agencies must be over 0 and at most 100 percent"
    if (decided := criteria.resolution) and not decided.years[0] <= criteria.fiscal_year <= decided.years[1]:
        yield "resolution: its years do not hold this fiscal year"


def _sources(criteria: Criteria) -> Iterator[str]:
    groups = (
        criteria.tools,
        criteria.indicators,
        criteria.sub_indicators,
        criteria.questions,
        criteria.items,
        criteria.issues,
        criteria.minimum_respondents,
        criteria.scales.values(),
        criteria.same_as,
        (criteria.rating, criteria.report_items, criteria.item_points),
        (criteria.national_target, criteria.resolution, criteria.processing),
    )
    used = {fact.source for group in groups for fact in group if fact is not None}
    for source in sorted(used - set(criteria.sources)):
        yield f"source {source} is not listed under [sources]"
    for source in sorted(set(criteria.sources) - used):
        yield f"source {source} is listed and never used"
