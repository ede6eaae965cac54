"""What an answer is worth: an option's text or a number, read by the year's scale, in points (0-100)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Literal

from ita import thai
from ita.answers.text import key
from ita.criteria import Scale
from ita.errors import InputError

Numbers = Literal["auto", "position", "points"]

FULL = 100.0

FEW_CHARACTERS = 200
"""How much of an unknown answer is compared with the options."""

_ALTERNATIVES = re.compile("/|หรือ")
_NUMBER = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,9})?)\s*")
_ENUMERATION = re.compile(r"\s*\(?[0-9]{1,3}(?=\D)\s*[.):=\-–]?\s*")
_DASHES = " \t\r\n\u00a0-–—"

_NO_ANSWER = frozenset(
    key(text) for text in ("ไม่ทราบ", "ไม่ตอบ", "ไม่ขอตอบ", "ไม่ประสงค์ตอบ", "ไม่ระบุ", "ไม่แน่ใจ", "ไม่มีความเห็น")
)
_CELL_ERRORS = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#ERROR!"))


class Mark(Enum):
    """An answer that has no points, and why."""

    LEFT_OUT = "left out"
    UNKNOWN = "unknown"
    UNCLEAR_NUMBER = "unclear number"
    CELL_ERROR = "cell error"


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the answers of one column.

    ``numbers`` is None while it is not clear what a number means. ``meanings`` maps the key of a text that the
    scale does not know to the position (from 1) of the option it means.
    """

    scale: Scale
    is_reversed: bool
    numbers: Literal["position", "points"] | None
    meanings: Mapping[str, int] = field(default_factory=dict[str, int])

    def points(self, answer: str) -> float | Mark:
        """Return the points of an answer, or why it has none."""
        if not answer.strip(_DASHES):
            return Mark.LEFT_OUT
        number = as_number(answer)
        if number is not None:
            return self._of_number(number)
        text = key(answer)
        position = self._position(answer, text)
        if position is not None:
            return self._of_position(position)
        if text in _NO_ANSWER:
            return Mark.LEFT_OUT
        return Mark.CELL_ERROR if answer.strip() in _CELL_ERRORS else Mark.UNKNOWN

    def _position(self, answer: str, text: str) -> int | None:
        """Return the position (from 1) of the option that an answer (its key: ``text``) names; a number may precede."""
        known = {**self.meanings, **positions(self.scale)}
        if text not in known and (numbered := _ENUMERATION.match(thai.to_arabic_digits(answer))):
            return known.get(key(answer[numbered.end() :]))
        return known.get(text)

    def _of_number(self, number: float) -> float | Mark:
        if self.numbers is None:
            return Mark.UNCLEAR_NUMBER
        if self.numbers == "points":
            return number if number in self.scale.points else Mark.UNKNOWN
        return self._of_position(int(number)) if is_position(number, self.scale) else Mark.UNKNOWN

    def _of_position(self, position: int) -> float | Mark:
        """Return an option's points, turned round for a reversed question."""
        if position > len(self.scale.points):
            return Mark.UNKNOWN
        points = float(self.scale.points[position - 1])
        return FULL - points if self.is_reversed else points

    def guess(self, answer: str) -> str:
        """Return the option that a text may be a misspelling of; empty when it is like none."""
        known = positions(self.scale)
        close = get_close_matches(key(answer)[:FEW_CHARACTERS], known, n=1)
        return self.scale.options[known[close[0]] - 1] if close else ""


@cache
def positions(scale: Scale) -> dict[str, int]:
    """Return the position (from 1) of each option by its key, and by each alternative it names, as in มี/เคย."""
    whole = {key(option): number for number, option in enumerate(scale.options, start=1)}
    alternatives: dict[str, set[int]] = {}
    for number, option in enumerate(scale.options, start=1):
        for alternative in _ALTERNATIVES.split(option):
            alternatives.setdefault(key(alternative), set()).add(number)
    single = {text: numbers.pop() for text, numbers in alternatives.items() if text and len(numbers) == 1}
    return single | whole


def as_number(answer: str) -> float | None:
    """Return the number that an answer is, in Thai or Arabic digits; None when it is anything else."""
    found = _NUMBER.fullmatch(thai.to_arabic_digits(answer))
    return float(found[1]) if found else None


def is_position(number: float, scale: Scale) -> bool:
    """Whether a number is the position of an option, counting from 1."""
    return number.is_integer() and 1 <= number <= len(scale.points)


def meaning_of_numbers(
    columns: Iterable[tuple[Scale, bool, Collection[float]]],
) -> Literal["position", "points"] | None:
    """Return what the numbers of a whole file mean, given each column's scale, reversal and distinct numbers.

    Positions when each can be one. Points when each can be one, some is not 0, and no question is reversed: there
    the points of the option and the points earned differ. None when neither is certain, or there are no numbers.
    """
    used = [(scale, is_reversed, numbers) for scale, is_reversed, numbers in columns if numbers]
    if not used:
        return None
    if all(is_position(number, scale) for scale, _, numbers in used for number in numbers):
        return "position"
    is_points = all(number in scale.points for scale, _, numbers in used for number in numbers)
    some_points = any(number for _, _, numbers in used for number in numbers)
    return "points" if is_points and some_points and not any(turned for _, turned, _ in used) else None


def meanings(texts: Iterable[str]) -> dict[str, int]:
    """Return the position that each text of the form ``ไม่มีเลย=1`` gives an answer; InputError for any other form."""
    found: dict[str, int] = {}
    for text in texts:
        answer, _, position = text.rpartition("=")
        number = as_number(position)
        if not key(answer) or number is None or not number.is_integer() or number < 1:
            raise InputError("answers.option", text=text)
        found[answer] = int(number)
    return found


def legend(scales: Sequence[Scale]) -> str:
    """Return what the first and last positions of the scales mean, for a message."""
    ends = (f"1 = {scale.options[0]}, {len(scale.options)} = {scale.options[-1]}" for scale in scales)
    return "; ".join(dict.fromkeys(ends))
