"""Which column of a file answers which question: by code, else by wording, else by number, else by order.

A column is used only when it is the only one that can be meant; everything else is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ita.answers.headings import (
    MAYBE,
    Heading,
    Part,
    closest,
    contained,
    exact,
    same_wording,
    sub_item,
    wording_key,
)
from ita.answers.problems import Problem, problem
from ita.answers.table import Table
from ita.answers.text import key, likeness
from ita.criteria import Question

How = Literal["code", "wording", "number", "order"]

_ABOUT_THE_FORM = frozenset(
    key(heading)
    for heading in (
        *("ประทับเวลา", "วันที่", "เวลา", "ลำดับ", "ลำดับที่", "ที่", "ชื่อผู้ใช้", "อีเมล", "ที่อยู่อีเมล", "คะแนน", "ชื่อ"),
        *("Timestamp", "ID", "No.", "Start time", "Completion time", "Last modified time", "Email", "Email Address"),
        *("Username", "Score", "Name", "Language", "Total points", "Quiz feedback"),
    )
)
"""Headings that survey services add by themselves."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that answers a question, or sub-item ``sub_item`` of it (from 1; 0 for the question as a whole)."""

    index: int
    question: str
    sub_item: int
    how: How


@dataclass(frozen=True, slots=True)
class Matching:
    """The columns used, in the order of the questions; the headings left over; and what is not clear."""

    columns: tuple[Column, ...]
    unused: tuple[str, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Guess:
    """A column that may answer a question; ``row`` is its row in a grid, ``warned`` that its wording differs."""

    heading: Heading
    question: Question
    sub_item: int
    how: How
    row: str = ""
    warned: bool = False


def match(questions: Sequence[Question], table: Table) -> Matching:
    """Return which columns of ``table`` answer ``questions`` (all those of one tool, in order)."""
    headings = [Heading(index, text) for index, text in enumerate(table.headings)]
    guesses, problems = _guesses(questions, headings)
    columns, told = _settled(guesses)
    problems = [*problems, *told]
    if not columns and not problems:
        columns, problems = _by_order(questions, headings, table)
    if columns:
        problems += _missing(questions, columns, questions_in_error(problems))
    order = {q.code: number for number, q in enumerate(questions)}
    used = {column.index for column in columns}
    unused = tuple(h.label for h in headings if h.index not in used and key(h.text) not in _ABOUT_THE_FORM)
    ordered = sorted(columns, key=lambda c: (order[c.question], c.sub_item, c.index))
    return Matching(tuple(ordered), unused, tuple(problems))


def questions_in_error(problems: Iterable[Problem]) -> set[str]:
    """Return the questions that errors are about."""
    return {one.question for one in problems if one.severity == "error" and one.question}


def _guesses(questions: Sequence[Question], headings: Sequence[Heading]) -> tuple[list[_Guess], list[Problem]]:
    """Return a guess for each heading that names a question; a stage leaves alone what an earlier one found."""
    found: list[_Guess] = []
    problems: list[Problem] = []
    left = list(headings)
    for stage in (_by_code, _by_wording, _by_part_of_heading, _by_likeness, _by_number):
        taken = {(guess.question.code, guess.sub_item) for guess in found}
        results = [(heading, stage(heading, questions)) for heading in left]
        # A later, weaker stage adds no second column to what a stronger one has found, and no doubt.
        found += [r for _, r in results if isinstance(r, _Guess) and not _is_taken(r, taken)]
        with_columns = {code for code, _ in taken}
        problems += [r for _, r in results if isinstance(r, Problem) and r.question not in with_columns]
        left = [heading for heading, result in results if result is None]
    return found, problems


def _is_taken(guess: _Guess, taken: Collection[tuple[str, int]]) -> bool:
    """Whether the question, or that sub-item of it, has a column; a sub-item and the whole exclude each other."""
    code = guess.question.code
    if (code, 0) in taken or (code, guess.sub_item) in taken:
        return True
    return not guess.sub_item and any(code == other for other, _ in taken)


# ---------------------------------------------------------------- the stages, strongest first


def _by_code(heading: Heading, questions: Sequence[Question]) -> _Guess | Problem | None:
    """``i1 …``: the letter and the number of a question of this tool."""
    for part in heading.parts:
        question = _coded(part, questions) if part.code and part.code.letter else None
        if part.code and question:
            rest = part.code.rest
            other = exact(rest, questions) or closest(rest, questions)
            if other and other is not question and not part.code.sub_item:
                return problem("column.contradicts", heading.label, question=question.code, other=other.code)
            return _placed(heading, part, question, "code", warned=_differs(part, question))
    return None


def _by_wording(heading: Heading, questions: Sequence[Question]) -> _Guess | Problem | None:
    """The wording, whatever number stands before it."""
    for part in heading.parts:
        for wording in part.keys:
            if question := exact(wording, questions):
                return _placed(heading, part, question, "wording")
    return None


def _by_part_of_heading(heading: Heading, questions: Sequence[Question]) -> _Guess | Problem | None:
    """The wording somewhere in the heading, with a sub-item after it where the question has such."""
    for part in heading.parts:
        if found := contained(part.keys[-1], questions):
            question, rest = found
            number = 0 if part.row else sub_item(question, rest)
            if number:
                return _Guess(heading, question, number, "wording")
            return _placed(heading, part, question, "wording")
    return None


def _by_likeness(heading: Heading, questions: Sequence[Question]) -> _Guess | Problem | None:
    """A wording that differs by some letters."""
    for part in heading.parts:
        for wording in part.keys:
            if question := closest(wording, questions):
                return _placed(heading, part, question, "wording")
    return None


def _by_number(heading: Heading, questions: Sequence[Question]) -> _Guess | Problem | None:
    """``ข้อ 1`` or ``1.``: questions about the respondent have numbers too, so the rest must not be a stranger's."""
    for part in reversed(heading.parts):
        question = _coded(part, questions) if part.code and not part.code.letter else None
        if part.code and question:
            rest, own = part.code.rest, wording_key(question.text)
            if not rest or not own or part.code.sub_item or likeness(rest, own, MAYBE) >= MAYBE:
                return _placed(heading, part, question, "number", warned=_differs(part, question))
    return None


def _coded(part: Part, questions: Sequence[Question]) -> Question | None:
    """Return the question that the part's code names, if it has one of that number and, if asked, that sub-item."""
    code = part.code
    if code is None:
        return None
    letters = {q.code[0] for q in questions} if not code.letter else {code.letter}
    named = [q for q in questions if q.code[0] in letters and q.code[1:] == str(code.number)]
    return next((q for q in named if code.sub_item <= len(q.sub_items)), None)


def _differs(part: Part, question: Question) -> bool:
    """Whether the heading has a wording of its own behind the code."""
    code = part.code
    return bool(code and code.rest and question.text and not code.sub_item and not same_wording(code.rest, question))


def _placed(
    heading: Heading, part: Part, question: Question, how: How, *, warned: bool = False
) -> _Guess | Problem | None:
    """Return the guess with the sub-item that the heading names; a problem when it names none that is known."""
    coded = part.code.sub_item if part.code and how in {"code", "number"} else 0
    number = coded or sub_item(question, part.row)
    if not number and (question.reversed_sub_items or (part.row and question.sub_items)):
        return problem("sub_item.unknown", heading.label, question=question.code, known=" / ".join(question.sub_items))
    return _Guess(heading, question, number, how, part.row, warned)


# ---------------------------------------------------------------- one column for each question


def _settled(guesses: Iterable[_Guess]) -> tuple[list[Column], list[Problem]]:
    """Return the columns that are the only ones for their question or sub-item, and what is to be told."""
    by_question: defaultdict[str, list[_Guess]] = defaultdict(list)
    for guess in guesses:
        by_question[guess.question.code].append(guess)
    columns: list[Column] = []
    problems: list[Problem] = []
    for code, group in by_question.items():
        labels = ", ".join(guess.heading.label for guess in group)
        rows = {key(guess.row) for guess in group}
        is_grid = len(group) > 1 and not group[0].question.sub_items and "" not in rows and len(rows) == len(group)
        if not is_grid and not _distinct([guess.sub_item for guess in group]):
            problems.append(problem("column.twice", code, question=code, columns=labels))
            continue
        if is_grid:
            problems.append(problem("sub_item.unlisted", labels, question=code))
        problems += [problem("column.wording", g.heading.label, question=code) for g in group if g.warned]
        columns += [Column(g.heading.index, code, g.sub_item, g.how) for g in group]
    return columns, problems


def _distinct(sub_items: Sequence[int]) -> bool:
    """Whether each is there once; a column for the question as a whole stands alone."""
    return len(set(sub_items)) == len(sub_items) and (0 not in sub_items or len(sub_items) == 1)


def _by_order(
    questions: Sequence[Question], headings: Sequence[Heading], table: Table
) -> tuple[list[Column], list[Problem]]:
    """Return all columns in order, when there are as many with answers as questions and sub-items."""
    slots = [(q.code, number) for q in questions for number in range(1, len(q.sub_items) + 1) or (0,)]
    open_ = [
        heading
        for heading, answers in zip(headings, table.columns, strict=True)
        if key(heading.text) not in _ABOUT_THE_FORM and any(answer.strip() for answer in answers)
    ]
    if len(open_) != len(slots):
        return [], []
    pairs = zip(open_, slots, strict=True)
    columns = [Column(heading.index, code, number, "order") for heading, (code, number) in pairs]
    return columns, [problem("column.by_order", count=len(columns))]


def _missing(questions: Sequence[Question], columns: Sequence[Column], told: Collection[str]) -> Iterator[Problem]:
    """Yield the questions and sub-items that no column answers, unless something else was told of them."""
    found: Mapping[str, set[int]] = {q.code: {c.sub_item for c in columns if c.question == q.code} for q in questions}
    for question in questions:
        numbers = found[question.code]
        if question.code in told or 0 in numbers or (numbers and not question.sub_items):
            continue
        if not numbers:
            yield problem("question.missing", question.code, question=question.code, slot=question.code)
            continue
        for number in sorted(set(range(1, len(question.sub_items) + 1)) - numbers):
            slot = f"{question.code}.{number}"
            yield problem("question.missing", slot, question=question.code, slot=slot)
