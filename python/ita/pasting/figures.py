"""The figures of a piece of text: those at its end, behind whatever words stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita.pasting.text import NOISE

Value = float | None
"""A figure as it stands, in range or not; None for a mark such as ``-`` that says it is not known."""

_NUMBER = r"[+-]?(?:\d{1,20}(?:[.,]\d{1,20})*|\.\d{1,20})"
_AROUND = re.compile(rf"[(\[\"'=:>]*(?:ได้|ร้อยละ|คะแนน)*[=:]*(?P<number>{_NUMBER})(?:%|คะแนน)*[)\]\"';,.]*", re.ASCII)
_GLUED = re.compile(r"(?P<text>.*[ก-๎)])(?P<number>\d{1,3}\.\d{1,20}|100)(?:%|คะแนน)*", re.ASCII | re.DOTALL)
_PLAIN = re.compile(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3},\d{3}(?:\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d{1,3},(?:\d{1,2}|\d{4,})", re.ASCII)
_YEAR = re.compile(r"2[456]\d\d")
_UNITS = frozenset({"%", "คะแนน", "ร้อยละ", "points", "point", "ผ่าน", "ไม่ผ่าน", "ผ่านเกณฑ์", "ไม่ผ่านเกณฑ์", NOISE, "=", ":"})
_UNKNOWN = frozenset(
    {
        "-",
        "--",
        "---",
        "n/a",
        "na",
        "?",
        "ไม่มี",
        "ไม่มีข้อมูล",
        "ไม่มีคะแนน",
        "ไม่ทราบ",
        "ไม่ระบุ",
        "ไม่ประมวลผล",
        "รอผล",
        "รอประกาศ",
    }
)
_NUMBERED = re.compile(
    r"(?:ครั้ง|ฉบับ|ระยะ|หน้า|ส่วน|ตัวชี้วัด|ตอน|หมวด|บท|ที่|ปี|พ\.ศ\.|เล่ม|ชั้น|หมู่|ม\.|part|no\.?)(?:ที่)?"
    r"|.*(?:ข้อ|ไตรมาส|ครั้งที่|ฉบับที่|ระยะที่|ส่วนที่|ตัวชี้วัดที่|รอบ)(?:ที่)?",
    re.IGNORECASE,
)
"""Words after which a number counts something else; the second kind also where it ends a longer text."""


def is_unknown(text: str) -> bool:
    """Whether a text is a mark for a figure that is not known."""
    return text.strip().casefold() in _UNKNOWN


def number(text: str, *, commas_part: bool = False) -> tuple[float, ...]:
    """Return the figures that one word writes, none where it is no figure.

    One comma before one, two or more than three digits is a decimal comma (``98,62``), before exactly three it parts
    thousands (``1,234.5``); several commas, or ``commas_part``, make a list.
    """
    if _PLAIN.fullmatch(text):
        return (float(text),)
    if not commas_part and _THOUSANDS.fullmatch(text):
        return (float(text.replace(",", "")),)
    if not commas_part and _DECIMAL_COMMA.fullmatch(text):
        return (float(text.replace(",", ".")),)
    pieces = text.split(",")
    return tuple(map(float, pieces)) if len(pieces) > 1 and all(map(_PLAIN.fullmatch, pieces)) else ()


def at_end(text: str, *, commas_part: bool = False) -> tuple[str, tuple[Value, ...]]:
    """Return the words of a text and the figures behind them; a year such as 2568 is a word.

    Where figures end the text, one that begins it or has decimals is among them: ``98.62 up by 3.62`` has two.
    """
    words, found = text.split(), list[Value]()
    while words:
        word = words.pop()
        if word.casefold() in _UNITS or not (any(map(str.isalnum, word)) or is_unknown(word)):
            continue
        before, values = _word(word, commas_part=commas_part)
        if not values or (words and _NUMBERED.fullmatch(words[-1])):
            words.append(word)
            break
        found[:0] = values
        if before:
            words.append(before)
            break
    return " ".join(words), (*(_among(words) if found else ()), *found)


def with_decimals(text: str) -> tuple[float, ...]:
    """Return the figures with decimals anywhere in a text, but for those that number something."""
    words = text.split()
    return tuple(_among(words, first=False))


def _among(words: Sequence[str], *, first: bool = True) -> Iterator[float]:
    """Yield the figures among words: the first word, if asked for, and whatever has decimals."""
    for before, word in zip(("", *words), words, strict=False):
        figure = _AROUND.fullmatch(word) or _GLUED.fullmatch(word)
        if figure is None or _YEAR.fullmatch(word) or _NUMBERED.fullmatch(before):
            continue
        if "." in figure["number"] or (first and not before):
            yield from number(figure["number"])


def _word(word: str, *, commas_part: bool) -> tuple[str, Sequence[Value]]:
    """Return the text and the figures that one word is made of."""
    if is_unknown(word):
        return "", (None,)
    if _YEAR.fullmatch(word):
        return word, ()
    if found := _AROUND.fullmatch(word):
        return "", number(found["number"], commas_part=commas_part)
    if found := _GLUED.fullmatch(word):
        return found["text"], number(found["number"])
    return word, ()
