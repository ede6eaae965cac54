"""The questions and items of an issue as rows: a row for each part of the EIT whose score is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ita.criteria import Criteria
from ita.scoring import Scores, question_key
from ita.word.content import figures, phrases
from ita.word.content.analysis import NO_WORDING
from ita.word.views import QuestionView, ScoreView


def wordings(criteria: Criteria) -> dict[str, str]:
    """Return the wording of every question and the title of every item of a year, by code."""
    questions = {question.code: question.text or NO_WORDING for question in criteria.questions}
    return questions | {item.code: item.title or NO_WORDING for item in criteria.items}


def codes_of(criteria: Criteria, indicator: int) -> tuple[str, ...]:
    """Return the codes of an indicator's questions or items."""
    items = [item.code for sub in criteria.sub_indicators_of(indicator) for item in criteria.items_of(sub.code)]
    return (*(question.code for question in criteria.questions_of(indicator)), *items)


def rows(criteria: Criteria, scores: Scores, codes: Iterable[str]) -> tuple[QuestionView, ...]:
    """Return the rows of these questions and items.

    One without any score has a single row that says so, and none where its wording is not known either.
    """
    texts = wordings(criteria)
    found = [row for code in codes if code in texts for row in _rows(criteria, scores, code, texts[code])]
    return tuple(row for row in found if row.score.known or row.text != NO_WORDING)


def _rows(criteria: Criteria, scores: Scores, code: str, text: str) -> Iterator[QuestionView]:
    tool = criteria.tool_of_code(code)
    found = {scored: figures.score(criteria, scores[question_key(scored, code)]) for scored in tool.scored_codes}
    known = {scored: score for scored, score in found.items() if score.known}
    if not known:
        yield QuestionView(code, text, "", code, ScoreView(figures.NO_DATA))
    for scored, score in known.items():
        part = phrases.tool_label(criteria, scored) if tool.parts else ""
        yield QuestionView(code, text, part, f"{code}\n{part}".strip(), score)
