"""The rules that hold for one assessment: its year's criteria, with what the user had to name.

Some years are known only in part. There the user may type the wording of a question, or the code, indicator
and wording of one that the criteria lack. Such questions are analysed and printed as the user's (ผู้ใช้ระบุ),
but no indicator is computed from them, since nobody can tell whether they are all.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from ita.assessment import Assessment, Wording
from ita.criteria import USER, Criteria, Item, Question, load, load_estimate

USER_SOURCE = "ผู้ใช้ระบุ"
_ITEM_PREFIX = "o"


def of(assessment: Assessment) -> Criteria:
    """Return the criteria of an assessment's year with the user's wordings; UnknownYearError without criteria."""
    return with_wordings(load(assessment.fiscal_year), assessment.wordings)


def estimating(assessment: Assessment) -> Criteria | None:
    """Return the same with weights and levels borrowed from another year; None where the year has its own."""
    borrowed = load_estimate(assessment.fiscal_year)
    return None if borrowed is None else with_wordings(borrowed, assessment.wordings)


def with_wordings(criteria: Criteria, wordings: Sequence[Wording]) -> Criteria:
    """Return criteria whose unknown wordings are filled in, and to which the user's own codes are added."""
    if not wordings:
        return criteria
    typed = {wording.code: wording for wording in wordings}
    questions = [_worded(question, typed) for question in criteria.questions]
    items = [_titled(item, typed) for item in criteria.items]
    known = {one.code for one in (*questions, *items)}
    new = [wording for code, wording in typed.items() if code not in known]
    numbers = {indicator.number for indicator in criteria.indicators}
    questions += [_question(w, w.indicator) for w in new if not _is_item(w) and w.indicator in numbers]
    items += [Item(code=w.code, title=w.text, source=USER, confidence="guess") for w in new if _is_item(w)]
    return msgspec.structs.replace(
        criteria,
        questions=tuple(questions),
        items=tuple(items),
        sources=criteria.sources | {USER: USER_SOURCE},
    )


def _is_item(wording: Wording) -> bool:
    return wording.code.startswith(_ITEM_PREFIX)


def _worded(question: Question, typed: dict[str, Wording]) -> Question:
    if question.text or question.code not in typed:
        return question
    return msgspec.structs.replace(question, text=typed[question.code].text)


def _titled(item: Item, typed: dict[str, Wording]) -> Item:
    if item.title or item.code not in typed:
        return item
    return msgspec.structs.replace(item, title=typed[item.code].text)


def _question(wording: Wording, indicator: int | None) -> Question:
    return Question(code=wording.code, indicator=indicator or 0, text=wording.text, source=USER, confidence="guess")
