"""What one heading says: a question's code, its wording, and which of its sub-items the column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ita import thai
from ita.answers.table import letter
from ita.answers.text import MAX_COMPARED, denies_alike, key, likeness, shown
from ita.criteria import Question

ALIKE = 0.9
"""Two wordings at least this alike are taken for the same, unless one denies what the other says."""

MARGIN = 0.05
"""By how much the best wording must be ahead of the next one."""

MAYBE = 0.4
"""A numbered heading at least this like the question's wording may be that question; a stranger's is not."""

SHORTEST = 15
"""A wording of fewer characters is not looked for inside longer headings."""

wording_key = lru_cache(maxsize=1024)(key)
"""The key of a wording in the criteria, of which there are few."""

_GRID = re.compile(r"(?P<base>.*\S)\s*\[(?P<row>[^\[\]]+)\]\s*", re.DOTALL)
_CODE = re.compile(
    r"""[\s\u200b-\u200f\u2060\ufeff\[(]*
    (?:ข้อ(?:คำถาม)?(?:ที่)?|คำถาม(?:ข้อ)?(?:ที่)?|question|q)?\s*
    (?P<letter>[ie])?\s*[-_.]?\s*(?P<number>[0-9]{1,2})(?:\s?[.-](?P<sub>[0-9]{1,2}))?
    (?![0-9])\s*[])}.:\-–]*\s*(?P<rest>.*)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Code:
    """A code at the start of a heading; ``letter`` and ``sub_item`` are empty and 0 where it has none."""

    letter: str
    number: int
    sub_item: int
    rest: str


@dataclass(frozen=True)
class Part:
    """One way to read a heading: the text that may name a question, and what may name its sub-item."""

    text: str
    row: str = ""

    @cached_property
    def code(self) -> Code | None:
        """The code that the text starts with."""
        found = _CODE.fullmatch(thai.to_arabic_digits(self.text[:MAX_COMPARED]))
        if found is None:
            return None
        letter, sub_item = (found["letter"] or "").lower(), int(found["sub"] or 0)
        return Code(letter, int(found["number"]), sub_item, key(found["rest"]))

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """What may be the wording: the whole text, and the text after the code."""
        whole = key(self.text[:MAX_COMPARED])
        return (self.code.rest, whole) if self.code and self.code.rest else (whole,)


@dataclass(frozen=True)
class Heading:
    """A column's heading; the row of a grid question stands in brackets behind its wording."""

    index: int
    text: str

    @property
    def label(self) -> str:
        """The column's letter and heading, for a message."""
        return f"{letter(self.index)} {shown(self.text)}".strip()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The ways to read it: in a grid the row may be a question, or a sub-item of the question before it."""
        if found := _GRID.fullmatch(self.text):
            return (Part(found["row"]), Part(found["base"], found["row"]))
        return (Part(self.text),)


def same_wording(wording: str, question: Question) -> bool:
    """Whether a key is the wording of the question, or as good as."""
    own = wording_key(question.text)
    return own in wording or _alike(wording, own)


def exact(wording: str, questions: Sequence[Question]) -> Question | None:
    """Return the one question whose wording a key is; None when it is none's, or that of several."""
    same = [q for q in questions if q.text and wording_key(q.text) == wording]
    return same[0] if len(same) == 1 else None


def closest(wording: str, questions: Sequence[Question]) -> Question | None:
    """Return the question whose wording is clearly the closest to a key; None when none is, or two are."""
    likes = [(likeness(wording, wording_key(q.text), ALIKE - MARGIN), q) for q in questions]
    (best, question), *others = sorted(likes, key=lambda pair: -pair[0])
    if best < ALIKE or (others and best - others[0][0] < MARGIN):
        return None
    return question if denies_alike(wording, wording_key(question.text)) else None


def contained(wording: str, questions: Sequence[Question]) -> tuple[Question, str] | None:
    """Return the question whose whole wording stands inside a key, and what follows it; None for none or several."""
    inside = [q for q in questions if len(wording_key(q.text)) >= SHORTEST and wording_key(q.text) in wording]
    if not inside:
        return None
    question = max(inside, key=lambda q: len(wording_key(q.text)))
    longest = wording_key(question.text)
    if any(wording_key(q.text) not in longest or q.text == question.text for q in inside if q is not question):
        return None
    return question, wording.partition(longest)[2]


def sub_item(question: Question, row: str) -> int:
    """Return which sub-item of the question a text names, counting from 1; 0 for none, or for several."""
    named = Part(row)
    for number, text in enumerate(question.sub_items, start=1):
        if key(text) in named.keys:
            return number
    like = [n for n, text in enumerate(question.sub_items, start=1) if any(_alike(k, key(text)) for k in named.keys)]
    return like[0] if len(like) == 1 else 0


def _alike(one: str, other: str) -> bool:
    return likeness(one, other, ALIKE) >= ALIKE and denies_alike(one, other)
