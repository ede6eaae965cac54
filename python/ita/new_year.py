"""From one year's assessment to the next: what a new year's workbook begins with.

Carried: who the agency is and who signs, this year's figures as last year's, and the measures that are not done.
Not carried: what belongs to the year itself (scores, report date, notes, evidence, texts, issues, suggestions).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from ita import criteria, rating, rules, scoring
from ita.assessment import Assessment, Given, Measure, Previous, Step, Wording
from ita.criteria import ITEM_TOOL, Criteria
from ita.errors import InputError, UnknownYearError
from ita.findings import Finding, finding
from ita.pasting.questions import LETTERS
from ita.same_questions import same_questions, wording_of
from ita.scoring import TOTAL, Scores, indicator_key, tool_key
from ita.thai import BE_OFFSET, FIRST_BE_YEAR, MONTHS, SHORT_MONTHS, to_arabic_digits

_Key = TypeVar("_Key", str, int)

DONE = 100.0
"""The progress, in percent, of a step that is finished."""

_CENTURY = 2500
_CHRISTIAN = 1900
_CODE = re.compile(r"[ieo][1-9][0-9]?")
_MONTH = "|".join(map(re.escape, (*MONTHS, *SHORT_MONTHS)))
_YEARS = re.compile(rf"(?<!\d)(2[56]\d\d)(?!\d)|(?:{_MONTH}|พ\.ศ\.|ปี)\s*(\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Carried:
    """A new year's assessment, and what of the year before found no place in it, or only an unsure one."""

    assessment: Assessment
    unmatched: tuple[Finding, ...]


def carry(previous: Assessment, year: int) -> Carried:
    """Return what a workbook of the B.E. fiscal year ``year`` begins with after ``previous``.

    Scores stand under the new year's codes, by meaning. InputError when ``year`` is not after the other;
    UnknownYearError without criteria.
    """
    require_year(year)
    if year <= previous.fiscal_year:
        raise InputError("carry.year", year=year, previous=previous.fiscal_year)
    before = rules.of(previous)
    wordings = tuple(_wordings(previous, before, criteria.load(year)))
    after = rules.with_wordings(criteria.load(year), wordings)
    codes, unsure = _codes(before, after, {wording.code for wording in wordings})
    plan_year = year + 1
    measures = tuple(_open_measures(previous.measures, after, codes, plan_year))
    assessment = Assessment(
        agency=previous.agency,
        fiscal_year=year,
        plan_year=plan_year,
        signers=previous.signers,
        committee=previous.committee,
        target=previous.target,
        previous=_previous(previous, before, after, codes),
        wordings=wordings,
        measures=measures,
    )
    told = (
        *_unplaced_scores(previous.given, before, after, codes),
        *_unsure_scores(previous.given, before, unsure),
        *_unplaced_figures(previous.given, after),
        *_unplaced_codes(previous.measures, after, codes),
    )
    return Carried(assessment, told)


def require_year(year: int) -> None:
    """Raise UnknownYearError for a year without criteria, with a hint where it is a year of the Christian era."""
    known = criteria.years()
    if year in known:
        return
    if _CHRISTIAN <= year < FIRST_BE_YEAR:
        same = year + BE_OFFSET
        listed = str(same) if same in known else ", ".join(map(str, known))
        raise UnknownYearError("year.christian", year=year, known=listed)
    raise UnknownYearError(year=year, known=known)


# ---------------------------------------------------------------- codes and wordings


def _codes(before: Criteria, after: Criteria, typed: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return each later code with the earlier one that means the same, and those of them that are only guessed."""
    same = same_questions(before, after)
    codes = {code: found.code for code, found in same.items()} | {code: code for code in typed}
    return codes, {code: found.code for code, found in same.items() if found.confidence == "guess"}


def _wordings(previous: Assessment, before: Criteria, after: Criteria) -> Iterator[Wording]:
    """Yield what the user named (ผู้ใช้ระบุ) where the new year knows no better.

    That is a code whose wording the new year lacks, or any of a survey of which it knows no question.
    """
    typed = {wording.code: wording for wording in previous.wordings if _CODE.fullmatch(wording.code)}
    blank = {q.code for q in after.questions if not q.text} | {i.code for i in after.items if not i.title}
    surveyed = {after.tool_of(question.indicator).code for question in after.questions}
    indicators = {question.code: question.indicator for question in before.questions}
    open_numbers = {i.number: LETTERS[i.tool] for i in after.indicators if i.tool not in surveyed}
    for wording in typed.values():
        number = wording.indicator or indicators.get(wording.code) or 0
        if wording.code in blank:
            yield msgspec.structs.replace(wording, indicator=None)
        elif open_numbers.get(number) == wording.code[0] != LETTERS[ITEM_TOOL] and wording.text:
            yield msgspec.structs.replace(wording, indicator=number)


# ---------------------------------------------------------------- figures


def _previous(previous: Assessment, before: Criteria, after: Criteria, codes: Mapping[str, str]) -> Previous:
    """Return the year's figures as last year's, as they were displayed: to two decimals."""
    scores = scoring.score(before, previous.given)
    tools = [code for tool in after.tools for code in dict.fromkeys((tool.code, *tool.scored_codes))]
    tools = [code for code in tools if code not in scores.not_processed]
    owners = {indicator.number: indicator.tool for indicator in before.indicators}
    numbers = [i.number for i in after.indicators if owners.get(i.number) == i.tool]
    questions = {code: _question(previous.given, earlier) for code, earlier in codes.items()}
    found = Previous(
        fiscal_year=previous.fiscal_year,
        total=_displayed(scores, TOTAL),
        level=rating.level(before, scores, previous.given.level).used,
        tools=_known({code: _displayed(scores, tool_key(code)) for code in tools}),
        indicators=_known({number: _displayed(scores, indicator_key(number)) for number in numbers}),
        questions=_known(questions),
    )
    return Previous() if found == Previous(fiscal_year=previous.fiscal_year) else found


def _known(figures: Mapping[_Key, float | None]) -> dict[_Key, float | None]:
    return {key: figure for key, figure in figures.items() if figure is not None}


def _displayed(scores: Scores, key: str) -> float | None:
    used = scores.used(key)
    return None if used is None else float(rating.displayed(used))


def _question(given: Given, code: str) -> float | None:
    """Return a question's score; of a pair the mean, as the sheet compares it, and none while a part is unknown."""
    score = given.questions.get(code)
    if not isinstance(score, tuple):
        return score
    known = [part for part in score if part is not None]
    return sum(known) / len(known) if len(known) == len(score) else None


# ---------------------------------------------------------------- measures


def _open_measures(
    measures: Iterable[Measure], after: Criteria, codes: Mapping[str, str], plan_year: int
) -> Iterator[Measure]:
    """Yield the measures that are not done, with their open steps.

    What stays is what will go on: the measure, who does it, how it is followed up and how far it has come. What was
    written about the year that is over (analysis, strengths, weaknesses, a period that has passed) is left out.
    """
    tools = {code for tool in after.tools for code in (tool.code, *tool.scored_codes)}
    issues = {issue.number for issue in after.issues}
    for measure in measures:
        if is_done(measure):
            continue
        questions = _translated(measure.questions, codes)
        yield Measure(
            measure=measure.measure,
            tool=measure.tool if measure.tool in tools else "",
            indicator=_indicator(measure.indicator, questions, after),
            issue=measure.issue if not issues or measure.issue in issues else None,
            questions=tuple(questions),
            steps=tuple(_open_step(s, plan_year) for s in measure.steps if s != Step() and s.progress != DONE),
        )


def _indicator(number: int | None, questions: Iterable[str], after: Criteria) -> int | None:
    """Return a measure's indicator, that of its questions where they moved to another one."""
    if number is None:
        return None
    subs = {sub.code: sub.indicator for sub in after.sub_indicators}
    owners = {question.code: question.indicator for question in after.questions}
    owners |= {item.code: subs[item.sub_indicator] for item in after.items if item.sub_indicator in subs}
    actual = {owners[code] for code in questions if code in owners}
    if actual and number not in actual:
        return actual.pop() if len(actual) == 1 else None
    return number if number in {indicator.number for indicator in after.indicators} else None


def is_done(measure: Measure) -> bool:
    """Whether every step of a measure is finished; one without steps, or that says nothing, is not."""
    steps = [step for step in measure.steps if step != Step()]
    return (bool(steps) and all(step.progress == DONE for step in steps)) or (not steps and not measure.measure)


def _open_step(step: Step, plan_year: int) -> Step:
    return step if not _has_passed(step.period, plan_year) else msgspec.structs.replace(step, period="")


def _has_passed(period: str, plan_year: int) -> bool:
    """Whether the last year that a period names, in full or as ``ก.ย. 69``, is before the plan's."""
    years = [int(long or 0) or _CENTURY + int(short) for long, short in _YEARS.findall(to_arabic_digits(period))]
    return bool(years) and max(years) < plan_year


def _translated(questions: Iterable[str], codes: Mapping[str, str]) -> list[str]:
    """Return the new year's codes of questions of the year before; what has none is left out."""
    return list(dict.fromkeys(code for old in questions for code, earlier in codes.items() if earlier == old))


# ---------------------------------------------------------------- what found no place


def _unplaced_scores(given: Given, before: Criteria, after: Criteria, codes: Mapping[str, str]) -> Iterator[Finding]:
    """Yield each scored question that the new year has no place for, or whose pair lacks a part."""
    order = [one.code for one in (*before.questions, *before.items)]
    placed = set(codes.values())
    for code in order:
        score = given.questions.get(code)
        if score is None or score == (None, None):
            continue
        shown, wording = _shown(score), wording_of(before, code) or "-"
        if code not in placed:
            year = after.fiscal_year
            yield finding("carry.question", code, code=code, wording=wording, score=shown, year=year)
        elif _question(given, code) is None:
            yield finding("carry.one_part", code, code=code, wording=wording, score=shown)


def _unsure_scores(given: Given, before: Criteria, unsure: Mapping[str, str]) -> Iterator[Finding]:
    """Yield each score that stands under a code whose meaning is only guessed to be the same."""
    for code, earlier in unsure.items():
        score = _question(given, earlier)
        if score is not None:
            wording = wording_of(before, earlier) or "-"
            yield finding("carry.guess", code, code=code, previous=earlier, wording=wording, score=_shown(score))


def _unplaced_figures(given: Given, after: Criteria) -> Iterator[Finding]:
    """Yield each tool or part that was not processed, and so has no score to compare with."""
    codes = {code for tool in after.tools for code in (tool.code, *tool.scored_codes)}
    for code in given.not_processed:
        if code in codes:
            yield finding("carry.not_processed", code, tool=code)


def _unplaced_codes(measures: Iterable[Measure], after: Criteria, codes: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the questions of each open measure that the new year does not have."""
    placed = set(codes.values())
    for number, measure in enumerate((m for m in measures if not is_done(m)), start=1):
        lost = [code for code in measure.questions if code not in placed]
        if lost:
            listed, year = ", ".join(lost), after.fiscal_year
            yield finding("carry.measure_code", f"มาตรการที่ {number}", codes=listed, year=year)


def _shown(score: float | tuple[float | None, ...]) -> str:
    parts = score if isinstance(score, tuple) else (score,)
    return " / ".join("-" if part is None else f"{rating.displayed(part)}" for part in parts)
