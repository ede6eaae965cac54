"""The answers as they stand in the file: headings and one row a respondent, all text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ita.answers.problems import Problem


@dataclass(frozen=True)
class Table:
    """The headings, the rows under them, and the row of the file (counting from 1) that each row stands in.

    Every row is as long as ``headings``. ``problems`` tells what was wrong with the file's form.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    problems: tuple[Problem, ...] = ()

    @cached_property
    def columns(self) -> tuple[tuple[str, ...], ...]:
        """The rows turned round: one tuple of answers a heading."""
        if not self.rows:
            return tuple(() for _ in self.headings)
        return tuple(zip(*self.rows, strict=True))


def letter(index: int) -> str:
    """Return the letters of a column as a spreadsheet shows them, from its index: 0 is A, 26 is AA."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
