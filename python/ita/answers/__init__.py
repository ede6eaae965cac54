"""Answers of respondents: a survey's CSV or XLSX becomes the scores of its questions.

``read`` a file into a table, ``score`` the table by a year's criteria, and merge the result into an assessment with
``as_given``. ``docs/answers.md`` says exactly what is understood and what is refused.
"""

from __future__ import annotations

from ita.answers.options import Numbers, meanings
from ita.answers.problems import Problem
from ita.answers.reading import read
from ita.answers.results import IndicatorResult, QuestionResult, Result, as_given
from ita.answers.scores import needed, score
from ita.answers.show import to_json, to_text
from ita.answers.table import Table

__all__ = [
    "IndicatorResult",
    "Numbers",
    "Problem",
    "QuestionResult",
    "Result",
    "Table",
    "as_given",
    "meanings",
    "needed",
    "read",
    "score",
    "to_json",
    "to_text",
]
