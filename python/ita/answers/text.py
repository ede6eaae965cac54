"""Thai text as people type it, made comparable: what looks the same on screen is the same key."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from ita import thai

SHOWN = 60
"""How many characters of a respondent's text a message repeats."""

MAX_COMPARED = 500
"""How many characters of a heading are compared; the longest wording of a question has fewer."""

_NIKHAHIT_FIRST = re.compile("ํ([่-๋]+)")
_NEGATION = "ไม่"
_TAG = ("หรือไม่", "หรือเปล่า")


class _Kept(dict[int, int | None]):
    """A table for ``str.translate`` that learns each character as it meets it.

    Letters, digits and Thai vowels and tone marks are kept; spaces, punctuation, symbols and controls are not.
    """

    def __missing__(self, code: int) -> int | None:
        self[code] = code if unicodedata.category(chr(code))[0] in "LNM" else None
        return self[code]


_KEPT = _Kept()


def key(text: str) -> str:
    """Return ``text`` without spaces, punctuation, invisible characters, case, and ways of typing the same letter.

    Thai digits become Arabic ones. SARA AM and the two SARA E of a typed แ are unified.
    """
    plain = thai.to_arabic_digits(unicodedata.normalize("NFKC", text)).casefold()
    # Normalised once more: marks that stood apart may now meet, and have an order of their own.
    letters = unicodedata.normalize("NFKC", plain.translate(_KEPT))
    return _NIKHAHIT_FIRST.sub(r"\1ํ", letters).replace("เเ", "แ")


def shown(text: str) -> str:
    """Return ``text`` on one line, without control characters and not too long, for a message."""
    printable = "".join(char if char.isprintable() else " " for char in text[: SHOWN * 4])
    line = " ".join(printable.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def likeness(one: str, other: str, at_least: float = 0.0) -> float:
    """Return how alike two keys are, 0-1; 0 when they are surely less alike than ``at_least``."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < at_least or matcher.quick_ratio() < at_least:
        return 0.0
    return matcher.ratio()


def denies_alike(one: str, other: str) -> bool:
    """Whether two keys say "not" equally often: one ไม่ turns a question round without changing its look."""
    return _denials(one) == _denials(other)


def _denials(text: str) -> int:
    for tag in _TAG:
        text = text.replace(tag, "")
    return text.count(_NEGATION)
