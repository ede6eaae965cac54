"""From a table of answers to scores: each question's mean over its respondents, and what follows from it.

A question's score is the mean of its respondents' points; where it has sub-items, a respondent's points are the
mean of the sub-items answered. Blank answers and "I do not know" are left out of the mean. All at full precision.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ita import scoring
from ita.answers import cells
from ita.answers.cells import Asked, Read
from ita.answers.columns import Matching, match, questions_in_error
from ita.answers.options import Mark, Numbers
from ita.answers.problems import Problem, problem
from ita.answers.results import IndicatorResult, QuestionResult, Result, as_given
from ita.answers.table import Table
from ita.answers.text import key
from ita.assessment import Given
from ita.criteria import ITEM_TOOL, Criteria, Question, Tool
from ita.errors import InputError


def score(
    rules: Criteria,
    tool: str,
    table: Table,
    *,
    minimum: int | None = None,
    numbers: Numbers = "auto",
    meanings: Mapping[str, int] | None = None,
) -> Result:
    """Return the scores (points, 0-100) that the answers give a tool, or a part of one such as ``EIT1``.

    ``minimum`` is how many respondents the tool needs, None when that is not known. ``meanings`` maps texts that
    the scale does not know to the position (from 1) of the option they mean. InputError when the year's questions
    of that tool are not known, it has no such tool, or no column answers any of them.
    """
    owner = surveyed_tool(rules, tool)
    questions = [q for i in rules.indicators_of(owner.code) for q in rules.questions_of(i.number)]
    if not questions:
        raise InputError("answers.no_questions", tool=tool, year=rules.fiscal_year)
    matching = match(questions, table)
    if not matching.columns and not matching.problems:
        raise InputError("answers.no_match", tool=tool, year=rules.fiscal_year, example=questions[0].code)
    asked, unscaled = _asked(rules, questions, matching, table)
    reads, told = cells.read(asked, numbers, {key(text): position for text, position in (meanings or {}).items()})
    results = [_result(q, [one for one in reads if one.asked.question is q]) for q in questions]
    problems = [*table.problems, *matching.problems, *unscaled, *told, *cells.unreadable(reads, table)]
    problems += _unanswered(results, questions_in_error(problems))
    wrong = questions_in_error(problems)
    result = Result(
        fiscal_year=rules.fiscal_year,
        tool=tool,
        scored_codes=owner.scored_codes,
        respondents=cells.respondents(reads),
        minimum=minimum,
        questions=tuple(replace(r, is_sound=r.is_sound and r.code not in wrong) for r in results),
        columns=matching.columns,
        unused=matching.unused,
        problems=tuple(problems),
    )
    return _rolled_up(rules, owner, replace(result, problems=(*result.problems, *_processing(rules, result))))


def surveyed_tool(rules: Criteria, code: str) -> Tool:
    """Return the tool whose questions are scored under ``code``: its own, or that of one of its parts.

    InputError when the year has no such survey; a tool with parts is refused, as a survey is of one part.
    """
    surveys = {scored: tool for tool in rules.tools if tool.code != ITEM_TOOL for scored in tool.scored_codes}
    if code not in surveys:
        raise InputError("answers.tool", tool=code, year=rules.fiscal_year, known=", ".join(surveys))
    return surveys[code]


def needed(rules: Criteria, tool: str, agencies: str, stakeholders: int | None = None) -> int | None:
    """Return how many respondents the tool or part needs in agencies of this kind; None where that is not known.

    InputError when the year knows minimums of the tool, but of no such kind of agency.
    """
    known = [one for one in rules.minimum_respondents if one.tool == tool]
    for one in known:
        if key(one.agencies) == key(agencies):
            if one.share is None:
                return one.minimum
            return None if stakeholders is None else one.needed(stakeholders)
    if known:
        raise InputError("answers.agencies", agencies=agencies, known=" / ".join(one.agencies for one in known))
    return None


def _asked(
    rules: Criteria, questions: Sequence[Question], matching: Matching, table: Table
) -> tuple[list[Asked], list[Problem]]:
    """Return the columns whose question has a known scale, and a problem for each question that has none."""
    by_code = {question.code: question for question in questions}
    asked: list[Asked] = []
    unscaled: dict[str, Problem] = {}
    for column in matching.columns:
        question = by_code[column.question]
        if question.scale is None:
            unscaled[question.code] = problem("question.no_scale", question.code, question=question.code)
        else:
            asked.append(Asked(column, question, rules.scales[question.scale], table.columns[column.index]))
    return asked, list(unscaled.values())


def _result(question: Question, reads: Sequence[Read]) -> QuestionResult:
    """Return the mean over the respondents who answered."""
    earned: list[float] = []
    answers = left_out = unreadable = 0
    for points, count in cells.tallied(reads).items():
        numbers = [one for one in points if not isinstance(one, Mark)]
        if any(one is not Mark.LEFT_OUT for one in points if isinstance(one, Mark)):
            unreadable += count
        elif numbers:
            answers += count
            earned.append(count * (math.fsum(numbers) / len(numbers)))
        else:
            left_out += count
    mean = math.fsum(earned) / answers if answers else None
    is_sound = mean is not None and not unreadable
    return QuestionResult(question.code, question.indicator, mean, answers, left_out, unreadable, is_sound)


def _unanswered(results: Sequence[QuestionResult], told: set[str]) -> Iterator[Problem]:
    """Yield the questions that nobody answered, unless something else was told of them."""
    for result in results:
        if result.score is None and not result.unreadable and result.code not in told:
            yield problem("question.unanswered", result.code, question=result.code)


def _processing(rules: Criteria, result: Result) -> Iterator[Problem]:
    """Yield what the number of respondents means for the tool."""
    count, tool = result.respondents, result.tool
    if result.minimum is None:
        known = [one for one in rules.minimum_respondents if one.tool == tool]
        options = f" / --agencies ({', '.join(one.agencies for one in known)})" if known else ""
        options += " --stakeholders" if any(one.share is not None for one in known) else ""
        yield problem("respondents.minimum_unknown", tool, count=count, tool=tool, kinds=options)
    elif count < result.minimum:
        yield problem("respondents.too_few", tool, count=count, tool=tool, minimum=result.minimum)


def _rolled_up(rules: Criteria, owner: Tool, result: Result) -> Result:
    """Return the result with the indicators and the tool that its sound questions give, by the scoring rules."""
    scores = scoring.score(rules, Given(questions=as_given(result)))
    numbers = [indicator.number for indicator in rules.indicators_of(owner.code)]
    part = scoring.part_indicator_key
    keys = {n: part(result.tool, n) if owner.parts else scoring.indicator_key(n) for n in numbers}
    indicators = tuple(IndicatorResult(number, scores.used(one)) for number, one in keys.items())
    return replace(result, indicators=indicators, score=scores.used(scoring.tool_key(result.tool)))
