"""What a survey's answers come to, as values; and how they enter an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ita.answers.columns import Column
from ita.answers.problems import Problem
from ita.assessment import QuestionScore


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """A question's mean (points, 0-100, full precision), None when nobody answered it.

    ``answers`` counts the respondents in the mean, ``left_out`` those who gave no answer, ``unreadable`` those
    whose answer has no known meaning. ``is_sound`` is False when anything about the score is in doubt.
    """

    code: str
    indicator: int
    score: float | None
    answers: int
    left_out: int
    unreadable: int
    is_sound: bool


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """The mean of an indicator's questions (points), None unless each of them has a sound score."""

    number: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """The scores that answers give one tool, or one part of a tool (``tool`` is then such as ``EIT1``).

    ``scored_codes`` are the parts of that tool, or the tool itself. ``minimum`` is how many respondents it needs,
    None where that is not known. ``columns`` says which column answered what, ``unused`` which were left over.
    """

    fiscal_year: int
    tool: str
    scored_codes: tuple[str, ...]
    respondents: int
    minimum: int | None
    questions: tuple[QuestionResult, ...]
    columns: tuple[Column, ...]
    unused: tuple[str, ...]
    problems: tuple[Problem, ...]
    indicators: tuple[IndicatorResult, ...] = ()
    score: float | None = None

    @property
    def is_processed(self) -> bool | None:
        """Whether there are enough respondents for the tool to be processed; None where the minimum is not known."""
        return None if self.minimum is None else self.respondents >= self.minimum

    @property
    def not_processed(self) -> tuple[str, ...]:
        """The tool or part, for ``Given.not_processed``, when there are surely too few respondents."""
        return (self.tool,) if self.is_processed is False else ()

    @property
    def has_errors(self) -> bool:
        """Whether any question lacks a sound score."""
        return any(one.severity == "error" for one in self.problems)


def as_given(result: Result, questions: Mapping[str, QuestionScore] | None = None) -> dict[str, QuestionScore]:
    """Return the sound scores as entries for ``Given.questions``.

    In a tool with parts each entry is a pair; the other part's score is kept from ``questions``, the assessment's
    own. Questions without a sound score are left out, so that what the assessment has of them stays.
    """
    sound = [q for q in result.questions if q.is_sound]
    if len(result.scored_codes) == 1:
        return {q.code: q.score for q in sound}
    first, _ = result.scored_codes
    given: dict[str, QuestionScore] = {}
    for question in sound:
        before = (questions or {}).get(question.code)
        one, two = before if isinstance(before, tuple) else (None, None)
        given[question.code] = (question.score, two) if result.tool == first else (one, question.score)
    return given
