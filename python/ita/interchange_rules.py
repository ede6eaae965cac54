"""What a year's criteria say of an assessment's content: codes that exist, scores in range, dates that are real.

Every fault is a Thai sentence that names its place as in the file (``given.questions.e1``); list entries count from 1.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from ita.assessment import Assessment, Given, Measure, Previous, QuestionScore, Wording
from ita.criteria import Criteria
from ita.shape import hint

_Key = TypeVar("_Key", str, int)

BE_OFFSET = 543
"""A Buddhist-era year minus the common-era year of the same 1 January-31 December."""

_EARLIEST_BE = 2500
_CODE = re.compile(r"[ieo][1-9][0-9]?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def faults(assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    """Yield every fault of an assessment by the criteria of its year, in the order of the fields."""
    yield from _years(assessment, criteria)
    yield from _date(assessment.report_date)
    yield from _score(assessment.target, "target")
    yield from _wordings(assessment.wordings, criteria)
    yield from _given(assessment.given, criteria)
    yield from _previous(assessment.previous, criteria)
    yield from _surroundings(assessment, criteria)
    for number, measure in enumerate(assessment.measures, start=1):
        yield from _measure(measure, criteria, f"measures[{number}]")


def _years(assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    year = assessment.fiscal_year
    if year != criteria.fiscal_year:
        yield f"fiscal_year เป็น {year} แต่ใช้หลักเกณฑ์ของปี {criteria.fiscal_year}"
    if assessment.plan_year is not None and assessment.plan_year <= year:
        yield f"plan_year ต้องเป็นปีหลัง {year}"
    if assessment.previous.fiscal_year is not None and assessment.previous.fiscal_year >= year:
        yield f"previous.fiscal_year ต้องเป็นปีก่อน {year}"


def _date(text: str) -> Iterator[str]:
    if text and not is_be_date(text):
        yield "report_date ต้องเป็นวันที่จริงแบบ ปี พ.ศ.-เดือน-วัน เช่น 2568-10-15"


def is_be_date(text: str) -> bool:
    """Tell whether a text is a real date written ``YYYY-MM-DD`` with a B.E. year."""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(piece) for piece in found.groups())
    try:
        date(year - BE_OFFSET, month, day)
    except ValueError:
        return False
    return year >= _EARLIEST_BE


def _wordings(wordings: Sequence[Wording], criteria: Criteria) -> Iterator[str]:
    """Yield the faults of what the user named: its codes, and the indicator that a new question needs."""
    tools = {"i": "IIT", "e": "EIT"}
    for number, wording in enumerate(wordings, start=1):
        place = f"wordings[{number}]"
        if not _CODE.fullmatch(wording.code):
            yield f"{place}.code เป็น {wording.code} ต้องเป็นรหัสเช่น i1 e1 o1"
        elif wording.indicator is not None and wording.indicator not in _numbers(criteria):
            yield f"{place}.indicator เป็น {wording.indicator} ซึ่งไม่ใช่ตัวชี้วัดของปีนี้"
        elif wording.code not in _codes(criteria) and wording.code[0] in tools:
            yield f"{place}.indicator ต้องเป็นเลขตัวชี้วัดของ {tools[wording.code[0]]}"
    repeated = {w.code for w in wordings if [other.code for other in wordings].count(w.code) > 1}
    yield from (f"wordings มีรหัส {code} ซ้ำ" for code in sorted(repeated))


def _given(given: Given, criteria: Criteria) -> Iterator[str]:
    tools = _tools(criteria)
    parts = _parts(criteria)
    yield from _known(given.questions, _codes(criteria), "given.questions", criteria)
    for code, value in given.questions.items():
        yield from _question(code, value, criteria)
    yield from _known(given.sub_indicators, [s.code for s in criteria.sub_indicators], "given.sub_indicators", criteria)
    yield from _scores(given.sub_indicators, "given.sub_indicators")
    yield from _known(given.eit_parts, parts, "given.eit_parts", criteria)
    for part, indicators in given.eit_parts.items():
        place = f"given.eit_parts.{part}"
        yield from _known(indicators, parts.get(part, indicators), place, criteria)
        yield from _scores(indicators, place)
    yield from _known(given.indicators, _numbers(criteria), "given.indicators", criteria)
    yield from _scores(given.indicators, "given.indicators")
    yield from _known(given.tools, tools, "given.tools", criteria)
    yield from _scores(given.tools, "given.tools")
    yield from _score(given.total, "given.total")
    if given.level is not None and criteria.levels:
        yield from _known([given.level], criteria.levels, "given.level", criteria)
    scored = [code for tool in criteria.tools for code in tool.scored_codes]
    yield from _known(given.not_processed, scored, "given.not_processed", criteria)


def _question(code: str, value: QuestionScore, criteria: Criteria) -> Iterator[str]:
    """Yield the faults of one score: a pair belongs to a tool with parts, a lone figure to one without."""
    place = f"given.questions.{code}"
    in_parts = code in _coded_in_parts(criteria)
    if value is None:
        return
    if isinstance(value, tuple):
        if not in_parts:
            yield f"{place} ต้องเป็นคะแนนเดียว เพราะไม่มีส่วนที่ 1 และ 2"
        for number, part in enumerate(value, start=1):
            yield from _score(part, f"{place}[{number}]")
        return
    if in_parts:
        yield f"{place} ต้องเป็น [คะแนนส่วนที่ 1, คะแนนส่วนที่ 2] หากไม่ทราบส่วนใดให้ใส่ null"
    yield from _score(value, place)


def _previous(previous: Previous, criteria: Criteria) -> Iterator[str]:
    """Yield the faults of last year's figures, its questions under this year's codes."""
    yield from _score(previous.total, "previous.total")
    yield from _known(previous.tools, _tools(criteria), "previous.tools", criteria)
    yield from _scores(previous.tools, "previous.tools")
    yield from _known(previous.indicators, _numbers(criteria), "previous.indicators", criteria)
    yield from _scores(previous.indicators, "previous.indicators")
    yield from _known(previous.questions, _codes(criteria), "previous.questions", criteria)
    yield from _scores(previous.questions, "previous.questions")


def _surroundings(assessment: Assessment, criteria: Criteria) -> Iterator[str]:
    yield from _known(assessment.notes, _codes(criteria), "notes", criteria)
    yield from _known(assessment.items, [item.code for item in criteria.items], "items", criteria)
    numbers = [issue.number for issue in assessment.issues]
    yield from _issues(numbers, criteria, "issues")
    for number, count in Counter(numbers).items():
        if count > 1:
            yield f"issues มีประเด็นที่ {number} ซ้ำ {count} ครั้ง"
    parts = max((len(tool.parts) for tool in criteria.tools), default=0)
    for number, suggestion in enumerate(assessment.assessor_suggestions, start=1):
        place = f"assessor_suggestions[{number}]"
        yield from _known(_typed(suggestion.tool), _tools(criteria), f"{place}.tool", criteria)
        yield from _known(_typed(suggestion.question), _codes(criteria), f"{place}.question", criteria)
        if suggestion.part is not None and not 1 <= suggestion.part <= parts:
            yield f"{place}.part ต้องเป็น 1 ถึง {parts}" if parts else f"{place}.part ต้องเว้นว่าง เพราะปีนี้ไม่แบ่งส่วน"


def _measure(measure: Measure, criteria: Criteria, place: str) -> Iterator[str]:
    yield from _known(_typed(measure.tool), _tools(criteria), f"{place}.tool", criteria)
    if measure.indicator is not None:
        yield from _known([measure.indicator], _numbers(criteria), f"{place}.indicator", criteria)
    if measure.issue is not None:
        yield from _issues([measure.issue], criteria, f"{place}.issue")
    yield from _known(measure.questions, _codes(criteria), f"{place}.questions", criteria)
    for number, step in enumerate(measure.steps, start=1):
        yield from _score(step.progress, f"{place}.steps[{number}].progress")


def _issues(numbers: Iterable[int], criteria: Criteria, place: str) -> Iterator[str]:
    """Yield the issues that a year with issues does not have; a year without any leaves the numbers to the agency."""
    if criteria.issues:
        yield from _known(numbers, [issue.number for issue in criteria.issues], place, criteria)


def _known(keys: Iterable[_Key], known: Collection[_Key], place: str, criteria: Criteria) -> Iterator[str]:
    for key in keys:
        if key not in known:
            yield f"{place} มี {key} ซึ่งปี {criteria.fiscal_year} ไม่มี{hint(key, known)}"


def _scores(scores: Mapping[str, float | None] | Mapping[int, float | None], place: str) -> Iterator[str]:
    for key, value in scores.items():
        yield from _score(value, f"{place}.{key}")


def _score(value: float | None, place: str) -> Iterator[str]:
    # Written so that what is not a number (NaN) is refused too.
    if value is not None and not 0 <= value <= 100:  # noqa: PLR2004 - points
        yield f"{place} เป็น {value} แต่คะแนนต้องอยู่ระหว่าง 0 ถึง 100"


def _typed(code: str) -> tuple[str, ...]:
    return (code,) if code else ()


def _codes(criteria: Criteria) -> list[str]:
    return [q.code for q in criteria.questions] + [i.code for i in criteria.items]


def _numbers(criteria: Criteria) -> list[int]:
    return [indicator.number for indicator in criteria.indicators]


def _tools(criteria: Criteria) -> list[str]:
    return [code for tool in criteria.tools for code in dict.fromkeys((tool.code, *tool.scored_codes))]


def _parts(criteria: Criteria) -> dict[str, list[int]]:
    """Return each part's code with the numbers of the indicators that are scored in it."""
    return {
        part.code: [indicator.number for indicator in criteria.indicators_of(tool.code)]
        for tool in criteria.tools
        for part in tool.parts
    }


def _coded_in_parts(criteria: Criteria) -> set[str]:
    """Return the codes of the questions whose tool has parts."""
    return {q.code for q in criteria.questions if criteria.tool_of(q.indicator).parts}
