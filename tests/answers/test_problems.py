"""Problems speak both languages and say what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ita.answers
from ita.answers import problems
from ita.answers.problems import ROWS_NAMED, problem

SOURCES = Path(ita.answers.__file__).parent
THAI = re.compile("[ก-๙]")
NAMES = ("text", "question", "guess", "options", "kinds", "numbers", "example", "columns", "other", "count", "known")
VALUES = dict.fromkeys((*NAMES, "slot", "sheet", "minimum", "tool"), "x")


@pytest.mark.parametrize("code", problems.CODES)
def test_sentences_in_both_languages(code: str) -> None:
    """Every problem has its four sentences on one line each, with every name filled in."""
    one = problem(code, "A i1", **VALUES)
    for sentence in (one.what(), one.fix()):
        assert THAI.search(sentence)
    for sentence in (one.what("en"), one.fix("en")):
        assert not THAI.search(sentence)
    every = [one.what(), one.fix(), one.what("en"), one.fix("en")]
    assert not [sentence for sentence in every if "\n" in sentence or "{" in sentence or not sentence]


@pytest.mark.parametrize("code", problems.CODES)
def test_every_code_is_used(code: str) -> None:
    """Some module tells this."""
    assert [path for path in SOURCES.glob("*.py") if f'"{code}"' in path.read_text("utf-8") and path.stem != "problems"]


def test_rows_are_named_up_to_a_limit_and_counted() -> None:
    """A problem names its first rows and counts them all."""
    one = problem("rows.too_long", rows=range(2, 102))
    assert (one.rows, one.count) == (tuple(range(2, 2 + ROWS_NAMED)), 100)


def test_the_question_a_problem_is_about() -> None:
    """A problem knows its question, if it is about one."""
    assert problem("question.unanswered", "i1", question="i1").question == "i1"
    assert problem("numbers.unclear", numbers="0").question == ""
