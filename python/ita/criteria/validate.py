"""Faults of a criteria file that its types alone cannot show."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from ita.criteria.model import Criteria, Scale

_Key = TypeVar("_Key", str, int)

TOLERANCE = 1e-9
FULL_POINTS = 100


def faults(criteria: Criteria) -> list[str]:
    """Return every contradiction inside a year's criteria, in English, for whoever edits the file."""
    checks = (_weights, _codes, _references, _scales, _bands, _issues, _sources)
    return [fault for check in checks for fault in check(criteria)]


def _weights(criteria: Criteria) -> Iterator[str]:
    total = math.fsum(tool.weight for tool in criteria.tools)
    if abs(total - 1) > TOLERANCE:
        yield f"tool weights add to {total}, not 1"
    for tool in criteria.tools:
        parts = math.fsum(part.weight for part in tool.parts)
        if tool.parts and abs(parts - tool.weight) > TOLERANCE:
            yield f"the parts of {tool.code} weigh {parts}, the tool {tool.weight}"


def _codes(criteria: Criteria) -> Iterator[str]:
    scored = [code for tool in criteria.tools for code in {tool.code, *tool.scored_codes}]
    groups: dict[str, list[str]] = {
        "tool": scored,
        "indicator": [str(i.number) for i in criteria.indicators],
        "sub-indicator": [s.code for s in criteria.sub_indicators],
        "question or item": [q.code for q in criteria.questions] + [i.code for i in criteria.items],
        "issue": [str(i.number) for i in criteria.issues],
        "level": list(criteria.rating.levels),
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
    items = {i.code for i in criteria.items}
    yield from _unknown("indicator", "tool", ((str(i.number), i.tool) for i in criteria.indicators), tools)
    yield from _unknown("question", "indicator", ((q.code, q.indicator) for q in criteria.questions), indicators)
    yield from _unknown("question", "scale", ((q.code, q.scale) for q in criteria.questions), set(criteria.scales))
    in_subs = ((s.code, s.indicator) for s in criteria.sub_indicators)
    yield from _unknown("sub-indicator", "indicator", in_subs, indicators)
    yield from _unknown("item", "sub-indicator", ((i.code, i.sub_indicator) for i in criteria.items), subs)
    yield from _unknown("rating", "tool", (("rated", code) for code in criteria.rating.rated), scored)
    minimums = ((m.agencies, m.tool) for m in criteria.minimum_respondents)
    yield from _unknown("minimum_respondents", "tool", minimums, scored)
    if items:
        named = (("report_items", criteria.report_items.analysis), ("report_items", criteria.report_items.follow_up))
        yield from _unknown("criteria", "item", named, items)


def _unknown(owner: str, kind: str, pairs: Iterable[tuple[str, _Key]], known: set[_Key]) -> Iterator[str]:
    for name, reference in pairs:
        if reference not in known:
            yield f"{owner} {name} names {kind} {reference}, which the year does not have"


def _scales(criteria: Criteria) -> Iterator[str]:
    for name, scale in criteria.scales.items():
        yield from _scale(name, scale)


def _scale(name: str, scale: Scale) -> Iterator[str]:
    if len(scale.options) != len(scale.points):
        yield f"scale {name} has {len(scale.options)} options and {len(scale.points)} points"
    if any(not 0 <= points <= FULL_POINTS for points in scale.points):
        yield f"scale {name} has points outside 0-100"


def _bands(criteria: Criteria) -> Iterator[str]:
    bands = criteria.rating.bands
    if not bands or bands[-1].total_min != 0 or bands[-1].every_tool_min != 0:
        yield "the last band must take whatever the others leave (total_min 0, no condition)"
    for upper, lower in pairwise(bands):
        if (lower.total_min, lower.every_tool_min) >= (upper.total_min, upper.every_tool_min):
            yield f"band {lower.level} can never be reached below {upper.level}"
    if any(band.every_tool_min for band in bands) and not criteria.rating.rated:
        yield "a band has a condition on every tool, but no tool is rated"


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
        (criteria.rating, criteria.report_items),
    )
    used = {fact.source for group in groups for fact in group}
    for source in sorted(used - set(criteria.sources)):
        yield f"source {source} is not listed under [sources]"
    for source in sorted(set(criteria.sources) - used):
        yield f"source {source} is listed and never used"
