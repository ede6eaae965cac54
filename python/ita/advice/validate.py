"""Faults of the advice files that their types alone cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ita.advice.model import FIRST_MONTH, MONTHS, Period, Texts, YearLinks
from ita.criteria import Criteria

LENGTHS = {
    "weakness": (40, 160),
    "suggestion": (80, 320),
    "measure": (15, 70),
    "step": (20, 120),
    "owner": (5, 40),
    "follow_up": (30, 140),
}
"""The fewest and the most characters of each kind of text: a table cell has to hold it."""

STEPS = (2, 4)
OWNERS = (1, 3)


def text_faults(topics: Mapping[str, Texts]) -> list[str]:
    """Return what is wrong with the texts of the topics, in English, for whoever edits the files."""
    return [f"{key}: {fault}" for key, texts in topics.items() for fault in _texts(texts)]


def link_faults(links: YearLinks, criteria: Criteria, topics: Mapping[str, Texts]) -> list[str]:
    """Return every code or topic that a year's links name in vain, in English."""
    checks = (_own_codes(links, criteria), _references(links, criteria), _topics(links, topics))
    return [fault for check in checks for fault in check]


def _texts(texts: Texts) -> Iterator[str]:
    for name, text in parts(texts):
        shortest, longest = LENGTHS[name]
        if not shortest <= len(text) <= longest:
            yield f"{name} has {len(text)} characters, not {shortest}-{longest}: {text!r}"
        if text != " ".join(text.split()):
            yield f"{name} has stray spaces: {text!r}"
    if not STEPS[0] <= len(texts.steps) <= STEPS[1]:
        yield f"{len(texts.steps)} steps, not {STEPS[0]}-{STEPS[1]}"
    if not OWNERS[0] <= len(texts.owner) <= OWNERS[1]:
        yield f"{len(texts.owner)} owners, not {OWNERS[0]}-{OWNERS[1]}"
    yield from _period(texts.period)


def parts(texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield every text of a topic with its kind, a key of ``LENGTHS``."""
    yield "weakness", texts.weakness
    yield "suggestion", texts.suggestion
    yield "measure", texts.measure
    yield from (("step", step) for step in texts.steps)
    yield from (("owner", owner) for owner in texts.owner)
    yield "follow_up", texts.follow_up


def _period(period: Period) -> Iterator[str]:
    months = (period.first_month, period.last_month)
    if not all(1 <= month <= MONTHS for month in months):
        yield f"period {months} names a month that is none"
        return
    first, last = ((month - FIRST_MONTH) % MONTHS for month in months)
    if first > last:
        yield f"period {months} runs beyond the fiscal year"


def _own_codes(links: YearLinks, criteria: Criteria) -> Iterator[str]:
    questions = {question.code for question in criteria.questions}
    items = {item.code for item in criteria.items}
    for kind, codes, known in (("question", links.questions, questions), ("item", links.items, items)):
        yield from (f"{kind} {code} is not of {criteria.fiscal_year}" for code in codes if code not in known)


def _references(links: YearLinks, criteria: Criteria) -> Iterator[str]:
    groups = (criteria.questions, criteria.items, criteria.sub_indicators)
    known = {one.code for group in groups for one in group}
    for code, link in links.questions.items():
        for reference in link.refers_to:
            if reference not in known or reference == code:
                yield f"question {code} refers to {reference}, which is not another code of {criteria.fiscal_year}"
        if len(set(link.refers_to)) < len(link.refers_to):
            yield f"question {code} refers to a code twice"


def _topics(links: YearLinks, topics: Mapping[str, Texts]) -> Iterator[str]:
    named = {code: link.topic for code, link in links.questions.items()} | links.items
    for code, topic in named.items():
        if topic not in topics:
            yield f"{code} names topic {topic}, which has no texts"
