"""What the scores say: gaps, strengths and weaknesses, points to gain, and the way to the next level.

Pure functions of a year's criteria and an assessment's scores. All figures are points, 0-100; keys are
those of ``ita.scoring``. A figure that is unknown is left out, never taken for a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ita.assessment import Previous
from ita.criteria import Criteria, Issue
from ita.rating import displayed
from ita.scoring import (
    TOTAL,
    Scores,
    equations,
    indicator_key,
    question_key,
    tool_key,
)

FULL_SCORE = 100.0


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a figure lies below the marks, as displayed; zero where it reaches them."""

    key: str
    score: float
    to_pass: Decimal
    to_excellent: Decimal


@dataclass(frozen=True, slots=True)
class Gain:
    """What the total would gain if one question or item got the full score.

    ``points`` are exact where no figure between the question and the total is published; else an estimate.
    """

    key: str
    scored: str
    code: str
    score: float
    points: float
    is_exact: bool


@dataclass(frozen=True, slots=True)
class Extremes:
    """The keys with the highest and with the lowest figure of a group, ties included.

    ``lowest`` is empty where all figures of the group are equal: then nothing is the weakest.
    """

    highest: tuple[str, ...]
    lowest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of this year beside last year's; ``change`` is their difference as displayed."""

    key: str
    score: float
    previous: float
    change: Decimal


def gaps(criteria: Criteria, scores: Scores) -> list[Gap]:
    """Return the gap of every known indicator, tool and part, and of the total, in the order of the form."""
    return [_gap(criteria, key, scores) for key in summary_keys(criteria) if scores.used(key) is not None]


def summary_keys(criteria: Criteria) -> tuple[str, ...]:
    """Return the keys of the indicators, the tools with their parts, and the total."""
    tools = [one.code for tool in criteria.tools for one in (tool, *tool.parts)]
    return (*(indicator_key(i.number) for i in criteria.indicators), *map(tool_key, tools), TOTAL)


def _gap(criteria: Criteria, key: str, scores: Scores) -> Gap:
    score = scores.used(key) or 0.0
    to_pass, to_excellent = (
        max(Decimal(0), displayed(mark) - displayed(score)) for mark in (criteria.pass_mark, criteria.excellent_mark)
    )
    return Gap(key, score, to_pass, to_excellent)


def extremes(scores: Scores, keys: Iterable[str]) -> Extremes:
    """Return the strongest and weakest of a group of figures, compared as displayed."""
    known = {key: displayed(score) for key in keys if (score := scores.used(key)) is not None}
    if not known:
        return Extremes((), ())
    top, bottom = max(known.values()), min(known.values())
    highest = tuple(key for key, score in known.items() if score == top)
    lowest = tuple(key for key, score in known.items() if score == bottom and bottom < top)
    return Extremes(highest, lowest)


def by_indicator(criteria: Criteria, scores: Scores) -> dict[int, Extremes]:
    """Return the strongest and weakest questions or items of each indicator."""
    return {i.number: extremes(scores, question_keys(criteria, [i.number])) for i in criteria.indicators}


def by_tool(criteria: Criteria, scores: Scores) -> dict[str, Extremes]:
    """Return the strongest and weakest questions or items of each tool."""
    numbers = {tool.code: [i.number for i in criteria.indicators_of(tool.code)] for tool in criteria.tools}
    return {code: extremes(scores, question_keys(criteria, of_tool)) for code, of_tool in numbers.items()}


def by_issue(criteria: Criteria, scores: Scores, issues: Sequence[Issue] | None = None) -> dict[int, Extremes]:
    """Return the strongest and weakest questions and items of each issue: the year's own, unless others are given."""
    keys: dict[str, list[str]] = {}
    for key in question_keys(criteria, [i.number for i in criteria.indicators]):
        keys.setdefault(code_of(key), []).append(key)
    return {
        issue.number: extremes(scores, [key for code in issue.codes for key in keys.get(code, ())])
        for issue in (criteria.issues if issues is None else issues)
    }


def question_keys(criteria: Criteria, numbers: Sequence[int]) -> tuple[str, ...]:
    """Return the keys of all questions and items of some indicators, part by part."""
    return tuple(
        question_key(scored, code)
        for number in numbers
        for scored in criteria.tool_of(number).scored_codes
        for code in _codes(criteria, number)
    )


def code_of(key: str) -> str:
    """Return the question's or item's code in a key: ``e1`` of ``questions.EIT2.e1``."""
    return key.rpartition(".")[2]


def _codes(criteria: Criteria, number: int) -> list[str]:
    questions = [question.code for question in criteria.questions_of(number)]
    return questions + [i.code for sub in criteria.sub_indicators_of(number) for i in criteria.items_of(sub.code)]


@cache
def influences(criteria: Criteria) -> Mapping[str, tuple[float, tuple[str, ...]]]:
    """Return, for each question's key, its share in the total and the keys between it and the total."""
    parents: dict[str, tuple[str, float]] = {}
    for rule in equations(criteria):
        for term in rule.terms:
            parents.setdefault(term.key, (rule.parent, term.share))
    return {key: _path(key, parents) for key in parents if key.startswith("questions.")}


def _path(key: str, parents: Mapping[str, tuple[str, float]]) -> tuple[float, tuple[str, ...]]:
    share, path = 1.0, list[str]()
    while key in parents:
        key, step = parents[key]
        share *= step
        path.append(key)
    return share, tuple(path)


def gains(criteria: Criteria, scores: Scores) -> list[Gain]:
    """Return what each question that has a score below full could still add to the total, most first."""
    found: list[Gain] = []
    for key, (share, path) in influences(criteria).items():
        score = scores.used(key)
        scored, code = key.split(".")[1:]
        if score is None or score >= FULL_SCORE or path[-1:] != (TOTAL,) or scored in scores.not_processed:
            continue
        is_exact = all(scores[parent].published is None for parent in path)
        found.append(Gain(key, scored, code, score, share * (FULL_SCORE - score), is_exact))
    return sorted(found, key=lambda gain: -round(gain.points, 9))


def differences(criteria: Criteria, scores: Scores, previous: Previous) -> list[Difference]:
    """Return every figure that both years have: total, tools, indicators, then questions."""
    last: dict[str, float | None] = {TOTAL: previous.total}
    last.update({tool_key(code): score for code, score in previous.tools.items()})
    last.update({indicator_key(number): score for number, score in previous.indicators.items()})
    found = [_difference(key, scores.used(key), score) for key, score in last.items()]
    found += [_question_difference(criteria, scores, code, score) for code, score in previous.questions.items()]
    return [difference for difference in found if difference is not None]


def _question_difference(criteria: Criteria, scores: Scores, code: str, previous: float | None) -> Difference | None:
    """Compare a question; last year's single figure stands beside the mean of this year's parts."""
    keys = [key for key in influences(criteria) if code_of(key) == code]
    values = [score for key in keys if (score := scores.used(key)) is not None]
    if not keys or len(values) < len(keys):
        return None
    return _difference(keys[0], sum(values) / len(values), previous)


def _difference(key: str, score: float | None, previous: float | None) -> Difference | None:
    if score is None or previous is None:
        return None
    return Difference(key, score, previous, displayed(score) - displayed(previous))
