"""The measures: what each lacks, what contradicts what in it, and what is weak without a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita.assessment import Measure
from ita.checks.mentions import codes, plain
from ita.checks.subject import Subject, names, runs, two
from ita.findings import Finding, finding
from ita.rating import displayed
from ita.scoring import indicator_key

_PASSED = re.compile(r"(?<!ไม่)(?<!ยังไม่)ผ่าน(?:ตาม)?(?:หลัก)?เกณฑ์")
_INDICATOR = re.compile(r"ตัวชี้วัด(?:ที่)?\s*(\d{1,2})(?!\d|\.\d)")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with each measure, then what is weak and has none."""
    for number, measure in enumerate(subject.assessment.measures, start=1):
        yield from _unfinished(subject, number, measure)
        yield from _contradictory(subject, number, measure)
        yield from _says_passed(subject, number, measure)
    yield from _repeated(subject)
    yield from _without_measure(subject)


def _unfinished(subject: Subject, number: int, measure: Measure) -> Iterator[Finding]:
    key = f"measures.{number}"
    if not measure.measure:
        yield finding("measure.no_text", subject.at(f"{key}.measure"), number=number)
    if not any(step.text for step in measure.steps):
        yield finding("measure.no_steps", subject.at(f"{key}.steps.1.text", f"{key}.measure"), number=number)
    if not any(step.period for step in measure.steps):
        yield finding("measure.no_period", subject.at(f"{key}.steps.1.period", f"{key}.measure"), number=number)
    if not any(step.responsible for step in measure.steps):
        yield finding("measure.no_owner", subject.at(f"{key}.steps.1.responsible", f"{key}.measure"), number=number)


def _contradictory(subject: Subject, number: int, measure: Measure) -> Iterator[Finding]:
    questions = subject.at(f"measures.{number}.questions")
    unknown = [code for code in measure.questions if subject.lacks(code)]
    if unknown:
        joined = ", ".join(unknown)
        yield finding("measure.unknown_code", questions, number=number, codes=joined, year=subject.year)
    known = [code for code in measure.questions if code in subject.codes]
    actual = {subject.indicators[code] for code in known if code in subject.indicators}
    if measure.indicator is not None and actual and measure.indicator not in actual:
        where = subject.at(f"measures.{number}.indicator")
        told = {
            "indicator": measure.indicator,
            "codes": ", ".join(known),
            "actual": ", ".join(map(str, sorted(actual))),
        }
        yield finding("measure.other_indicator", where, number=number, **told)
    yield from _other_tool(subject, number, measure, known)
    yield from _other_issue(subject, number, measure, known)


def _other_tool(subject: Subject, number: int, measure: Measure, known: list[str]) -> Iterator[Finding]:
    """Find a measure whose tool is neither its indicator's nor any of its questions'."""
    numbers = {i.number for i in subject.criteria.indicators}
    if measure.indicator in numbers:
        actual = [subject.criteria.tool_of(measure.indicator).code]
        name, name_en = names(subject.criteria, indicator_key(measure.indicator))
    else:
        actual = list(dict.fromkeys(map(subject.tool_of, known)))
        name, name_en = f"ข้อ {', '.join(known)} ", ", ".join(known)
    if measure.tool and actual and measure.tool not in actual:
        told = {"tool": measure.tool, "name": name, "name_en": name_en, "actual": ", ".join(actual)}
        yield finding("measure.other_tool", subject.at(f"measures.{number}.tool"), number=number, **told)


def _other_issue(subject: Subject, number: int, measure: Measure, known: list[str]) -> Iterator[Finding]:
    issues = {code: issue.number for issue in subject.criteria.issues for code in issue.codes}
    for code in known if measure.issue is not None else ():
        if issues.get(code, measure.issue) != measure.issue:
            told = {"number": number, "issue": measure.issue, "codes": code, "actual": issues[code]}
            yield finding("measure.other_issue", subject.at(f"measures.{number}.questions"), **told)


def _says_passed(subject: Subject, number: int, measure: Measure) -> Iterator[Finding]:
    """Find a measure that says its tool passed and is silent on an indicator of the tool under the mark."""
    words = _words(measure)
    codes_of_tool = [tool.code for tool in subject.criteria.tools]
    if measure.tool not in codes_of_tool or not _PASSED.search(words):
        return
    weak = [i for i in subject.criteria.indicators_of(measure.tool) if _is_weak(subject, indicator_key(i.number))]
    silent = [i for i in weak if i.number not in _indicators(subject, measure) and i.name not in words]
    if silent:
        listed = ", ".join(str(i.number) for i in silent)
        told = {"number": number, "tool": measure.tool, "indicators": listed, "mark": two(subject.criteria.pass_mark)}
        yield finding("measure.passed", subject.at(f"measures.{number}.analysis"), **told)


def _repeated(subject: Subject) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for number, measure in enumerate(subject.assessment.measures, start=1):
        words = " ".join(measure.measure.split())
        if words and first.setdefault(words, number) != number:
            where = subject.at(f"measures.{number}.measure")
            yield finding("measure.repeated", where, number=number, first=first[words])


def _without_measure(subject: Subject) -> Iterator[Finding]:
    """Yield the weak questions of each tool, then the weak indicators, that no measure takes up."""
    covered, numbers = set[str](), set[int]()
    for measure in subject.assessment.measures:
        covered |= _codes(subject, measure)
        numbers |= _indicators(subject, measure)
    mark = two(subject.criteria.pass_mark)
    told: set[int] = set()
    for tool in subject.criteria.tools:
        of_tool = [code for code in subject.codes if subject.tool_of(code) == tool.code]
        weak = [code for code in of_tool if any(_is_weak(subject, key) for key in subject.question_keys.get(code, ()))]
        bare = [code for code in weak if code not in covered]
        if bare:
            told |= {subject.indicators[code] for code in bare if code in subject.indicators}
            where = subject.at(*(key for code in bare for key in subject.question_keys[code]))
            yield finding("weak.questions", where, tool=tool.code, mark=mark, codes=runs(bare, of_tool))
    weak_numbers = [i.number for i in subject.criteria.indicators if _is_weak(subject, indicator_key(i.number))]
    left = [number for number in weak_numbers if number not in numbers | told]
    if left:
        where = subject.at(*map(indicator_key, left))
        yield finding("weak.indicators", where, mark=mark, indicators=", ".join(map(str, left)))


def _is_weak(subject: Subject, key: str) -> bool:
    score = subject.scores.used(key)
    if score is None or any(part in subject.scores.not_processed for part in key.split(".")):
        return False
    return displayed(score) < displayed(subject.criteria.pass_mark)


def _words(measure: Measure) -> str:
    steps = [step.text for step in measure.steps]
    return plain("\n".join((measure.measure, measure.analysis, measure.strengths, measure.weaknesses, *steps)))


def _codes(subject: Subject, measure: Measure) -> set[str]:
    """Return the questions and items that a measure takes up: those it lists or names, else all of its group."""
    named = {*measure.questions, *(code for code, _, _ in codes(_words(measure)))}
    if measure.questions:
        return named
    issue = {code for one in subject.criteria.issues if one.number == measure.issue for code in one.codes}
    return named | issue | {code for code, number in subject.indicators.items() if number == measure.indicator}


def _indicators(subject: Subject, measure: Measure) -> set[int]:
    """Return the indicators that a measure takes up, by number or by one of their questions."""
    found = {int(number) for number in _INDICATOR.findall(_words(measure))}
    found |= {subject.indicators[code] for code in _codes(subject, measure) if code in subject.indicators}
    return found if measure.indicator is None else found | {measure.indicator}
