"""Suggestions for each question, item and indicator: the agency's own way forward, kept as data.

``texts/*.toml`` hold the words, one table a topic; ``years/<year>.toml`` says which topic each code of that fiscal
year is about and what it refers to, so that a sentence stands in one place however codes move between years.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeVar

import msgspec

from ita import criteria
from ita.advice.model import FIRST_MONTH, Advice, IndicatorLink, IndicatorLinks, Period, Texts, YearLinks
from ita.advice.validate import link_faults, text_faults
from ita.assessment import Measure, Step
from ita.criteria import Criteria
from ita.errors import CriteriaError
from ita.thai import MONTHS

__all__ = [
    "Advice",
    "Period",
    "decode_links",
    "decode_texts",
    "for_indicator",
    "for_topic",
    "load",
    "period_text",
    "proposed_measure",
    "topics",
    "years",
]

_Decoded = TypeVar("_Decoded")


def years() -> tuple[int, ...]:
    """Return the B.E. fiscal years whose codes have advice of their own, oldest first."""
    return tuple(sorted(int(name.removesuffix(".toml")) for name in _names("years")))


@cache
def load(year: int) -> Mapping[str, Advice]:
    """Return the advice of a B.E. fiscal year by question and item code.

    A code without advice of its own is left out (``for_indicator`` serves then), and so is every code of a year
    that ``years`` does not list. UnknownYearError when the year has no criteria.
    """
    rules = criteria.load(year)
    if year not in years():
        return MappingProxyType({})
    links = decode_links(_read("years", f"{year}.toml"), f"advice/years/{year}.toml", rules)
    return MappingProxyType(dict(_of_questions(links, rules)) | dict(_of_items(links, rules)))


@cache
def topics() -> Mapping[str, Texts]:
    """Return the texts of every topic by its key; CriteriaError lists every fault found in the files."""
    found = [(name, decode_texts(_read("texts", name), f"advice/texts/{name}")) for name in _names("texts")]
    uses = Counter(key for _, texts in found for key in texts)
    if twice := [f"topic {key} has two tables" for key, count in uses.items() if count > 1]:
        raise CriteriaError(name="advice/texts", faults=twice)
    return MappingProxyType({key: one for _, texts in found for key, one in texts.items()})


def for_topic(topic: str) -> Advice:
    """Return the advice of a topic (a key of ``topics``) without a code; KeyError when there is none such."""
    return _advice(topic)


def for_indicator(number: int) -> Advice:
    """Return the advice of indicator ``number`` (1-10) as a whole; KeyError when there is none such."""
    link = _indicators()[number]
    return _advice(link.topic, tool=link.tool, indicator=number)


def decode_texts(text: str, name: str) -> dict[str, Texts]:
    """Decode and check a file of texts; CriteriaError lists every fault found in it."""
    texts = _decode(text, name, dict[str, Texts])
    if found := text_faults(texts):
        raise CriteriaError(name=name, faults=found)
    return texts


def decode_links(text: str, name: str, rules: Criteria) -> YearLinks:
    """Decode a year's links and check them against its criteria; CriteriaError lists every fault found in them."""
    links = _decode(text, name, YearLinks)
    found = link_faults(links, rules, topics())
    if links.fiscal_year != rules.fiscal_year:
        found.append(f"the file is of {links.fiscal_year}, the criteria of {rules.fiscal_year}")
    if found:
        raise CriteriaError(name=name, faults=found)
    return links


def period_text(plan_year: int, period: Period) -> str:
    """Return the months of a period in words, such as ``ตุลาคม 2568 ถึง กันยายน 2569`` for plan year 2569 (B.E.)."""
    first, last = (_month_text(plan_year, month) for month in (period.first_month, period.last_month))
    return first if first == last else f"{first} ถึง {last}"


def proposed_measure(advice: Advice, plan_year: int) -> Measure:
    """Return the measure that the advice proposes for a B.E. fiscal year, for the agency to accept or to change.

    Every step carries the period and the owners; the first one also how the measure is followed up.
    """
    when = period_text(plan_year, advice.period)
    first, *others = (Step(text=text, period=when, responsible=advice.owner) for text in advice.steps)
    return Measure(
        measure=advice.measure,
        tool=advice.tool,
        indicator=advice.indicator,
        questions=(advice.code,) if advice.code else (),
        analysis=advice.suggestion,
        weaknesses=advice.weakness,
        steps=(msgspec.structs.replace(first, follow_up=advice.follow_up), *others),
    )


def _month_text(plan_year: int, month: int) -> str:
    return f"{MONTHS[month - 1]} {plan_year - 1 if month >= FIRST_MONTH else plan_year}"


def _of_questions(links: YearLinks, rules: Criteria) -> Iterator[tuple[str, Advice]]:
    for question in rules.questions:
        if link := links.questions.get(question.code):
            tool = rules.tool_of(question.indicator).code
            yield question.code, _advice(link.topic, question.code, tool, question.indicator, link.refers_to)


def _of_items(links: YearLinks, rules: Criteria) -> Iterator[tuple[str, Advice]]:
    indicators = {sub.code: sub.indicator for sub in rules.sub_indicators}
    for item in rules.items:
        if topic := links.items.get(item.code):
            names = {item.code, item.sub_indicator}
            asking = tuple(code for code, link in links.questions.items() if not names.isdisjoint(link.refers_to))
            indicator = indicators.get(item.sub_indicator or "")
            yield item.code, _advice(topic, item.code, rules.tool_of_code(item.code).code, indicator, asking)


def _advice(
    topic: str, code: str = "", tool: str = "", indicator: int | None = None, items: tuple[str, ...] = ()
) -> Advice:
    texts = msgspec.structs.asdict(topics()[topic])
    return Advice(topic=topic, code=code, tool=tool, indicator=indicator, items=items, **texts)


@cache
def _indicators() -> Mapping[int, IndicatorLink]:
    links = _decode(_read("indicators.toml"), "advice/indicators.toml", IndicatorLinks)
    return {link.number: link for link in links.indicators}


def _decode(text: str, name: str, kind: type[_Decoded]) -> _Decoded:
    try:
        return msgspec.toml.decode(text, type=kind)
    except (msgspec.DecodeError, ValueError) as error:
        raise CriteriaError(name=name, faults=[str(error)]) from error


def _names(folder: str) -> list[str]:
    entries = (files(__name__) / folder).iterdir()
    return sorted(entry.name for entry in entries if entry.name.endswith(".toml"))


def _read(*path: str) -> str:
    return files(__name__).joinpath(*path).read_text("utf-8")
