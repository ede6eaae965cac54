"""The columns of a table read as points, and everything in them that could not be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ita.answers.columns import Column
from ita.answers.options import Mark, Numbers, Reader, as_number, legend, meaning_of_numbers
from ita.answers.problems import Problem, problem
from ita.answers.table import Table, letter
from ita.answers.text import shown
from ita.criteria import Question, Scale

TEXTS_NAMED = 10
"""How many kinds of unknown answers are told of one column; the rest are counted."""

NUMBERS_NAMED = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of the file, the question it answers, and that question's scale."""

    column: Column
    question: Question
    scale: Scale
    answers: tuple[str, ...]

    @property
    def is_reversed(self) -> bool:
        """Whether "yes" or "more" is bad here; sub-items may differ from each other."""
        return self.question.is_reversed(self.column.sub_item or 1)


@dataclass(frozen=True, slots=True)
class Read:
    """A column with the points, or the reason for none, of each different answer in it."""

    asked: Asked
    reader: Reader
    points: Mapping[str, float | Mark]


def read(asked: Sequence[Asked], numbers: Numbers, meanings: Mapping[str, int]) -> tuple[list[Read], list[Problem]]:
    """Return every column read; with ``auto``, also how numbers were understood, as a problem.

    ``meanings`` maps keys of texts to positions, as in ``Reader``.
    """
    different = [tuple(dict.fromkeys(one.answers)) for one in asked]
    found = [{n for text in texts if (n := as_number(text)) is not None} for texts in different]
    of_file = meaning_of_numbers((a.scale, a.is_reversed, ns) for a, ns in zip(asked, found, strict=True))
    meaning = of_file if numbers == "auto" else numbers
    readers = [Reader(one.scale, one.is_reversed, meaning, meanings) for one in asked]
    reads = [
        Read(one, reader, {text: reader.points(text) for text in texts})
        for one, reader, texts in zip(asked, readers, different, strict=True)
    ]
    numeric = [(one, ns) for one, ns in zip(asked, found, strict=True) if ns]
    return reads, [_told(numeric, meaning)] if numeric and numbers == "auto" else []


def _told(numeric: Sequence[tuple[Asked, set[float]]], meaning: str | None) -> Problem:
    """Return how the numbers of the file were understood, or that they were not."""
    if meaning == "position":
        return problem("numbers.positions", example=legend([one.scale for one, _ in numeric]))
    if meaning == "points":
        return problem("numbers.points")
    together = sorted(set[float]().union(*(numbers for _, numbers in numeric)))
    listed = ", ".join(f"{number:g}" for number in together[:NUMBERS_NAMED])
    return problem("numbers.unclear", numbers=listed + ("…" if len(together) > NUMBERS_NAMED else ""))


def unreadable(reads: Iterable[Read], table: Table) -> Iterator[Problem]:
    """Yield every answer that is no option, with its column and rows; the most frequent first."""
    for one in reads:
        marked = {text: mark for text, mark in one.points.items() if mark in {Mark.UNKNOWN, Mark.CELL_ERROR}}
        rows: defaultdict[str, list[int]] = defaultdict(list)
        for number, answer in zip(table.numbers, one.asked.answers, strict=True) if marked else ():
            if answer in marked:
                rows[answer].append(number)
        texts = sorted(rows, key=lambda text: (-len(rows[text]), rows[text][0]))
        for text in texts[:TEXTS_NAMED]:
            yield _unknown(one, text, marked[text], rows[text], table)
        if len(texts) > TEXTS_NAMED:
            others = sorted(number for text in texts[TEXTS_NAMED:] for number in rows[text])
            kinds = len(texts) - TEXTS_NAMED
            yield problem("option.more", _place(one, table), rows=others, question=one.asked.question.code, kinds=kinds)


def _unknown(one: Read, text: str, mark: float | Mark, rows: Sequence[int], table: Table) -> Problem:
    place, code = _place(one, table), one.asked.question.code
    if mark is Mark.CELL_ERROR:
        return problem("option.cell_error", place, rows=rows, question=code, text=shown(text))
    options = " / ".join(one.asked.scale.options)
    if guess := one.reader.guess(text):
        return problem(
            "option.misspelt", place, rows=rows, question=code, text=shown(text), guess=guess, options=options
        )
    return problem("option.unknown", place, rows=rows, question=code, text=shown(text), options=options)


def _place(one: Read, table: Table) -> str:
    index = one.asked.column.index
    return f"{letter(index)} {shown(table.headings[index])}".strip()


def respondents(reads: Sequence[Read]) -> int:
    """Return how many rows have anything in a column that answers a question."""
    return sum(1 for row in zip(*(one.asked.answers for one in reads), strict=True) if any(map(str.strip, row)))


def tallied(reads: Sequence[Read]) -> Counter[tuple[float | Mark, ...]]:
    """Return how often each combination of points stands in the columns of one question."""
    rows = Counter(zip(*(one.asked.answers for one in reads), strict=True))
    tally: Counter[tuple[float | Mark, ...]] = Counter()
    for answers, count in rows.items():
        tally[tuple(one.points[answer] for one, answer in zip(reads, answers, strict=True))] += count
    return tally
