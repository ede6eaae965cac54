"""Thai digits, Buddhist-era (B.E.) dates, list joining and number wording; pure functions."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Digits = Literal["thai", "arabic"]

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")

BE_OFFSET = 543
FIRST_BE_YEAR = 2400
"""A year from here on is read as B.E.; an earlier one as A.D."""

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_TO_THAI = str.maketrans("0123456789", _THAI)
_TO_ARABIC = str.maketrans(_THAI, "0123456789")

# Lengths are bounded: without a bound a long text without spaces takes time by the square of its length.
_FILE = r"[^\s/\\]{1,100}\.(?:docx?|xls[xm]?|pptx?|pdf|jpe?g|png|gif|zip|csv|txt|html?)(?![A-Za-z0-9])"
_URL = r"(?:https?://|www\.)\S+"
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"
_LATIN = r"[A-Za-z0-9][A-Za-z0-9._/&+:@-]*"
_TOKEN = re.compile(rf"(?P<kept>{_URL}|{_EMAIL}|{_FILE})|(?P<latin>{_LATIN})", re.IGNORECASE)
_CODES = re.compile(r"[ieo]\d{1,2}(?:[-/.][ieo]?\d{1,2})*[.:]?", re.IGNORECASE)
_SHORT = 400
_LETTER = re.compile(r"[A-Za-z]")
_ARABIC_DIGIT = re.compile(r"[0-9]")

_PLAIN_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORD_DATE = re.compile(r"(?:วันที่\s*)?(\d{1,2})\s*(?:เดือน\s*)?([ก-๎.]+?)\s*(?:พ\.ศ\.\s*)?(\d{4}|\d{2})")


def to_thai_digits(text: str) -> str:
    """Return ``text`` with Thai digits, except inside URLs, e-mail addresses, file names and Latin words.

    Codes of questions and items are not words: ``i10`` becomes ``i๑๐``.
    """
    if not _ARABIC_DIGIT.search(text):
        return text
    pieces: list[str] = []
    end = 0
    for token in _TOKEN.finditer(text):
        pieces.append(text[end : token.start()].translate(_TO_THAI))
        pieces.append(_token(token))
        end = token.end()
    pieces.append(text[end:].translate(_TO_THAI))
    return "".join(pieces)


def _token(token: re.Match[str]) -> str:
    text = token.group()
    is_word = token["kept"] is not None or (_LETTER.search(text) and not _CODES.fullmatch(text))
    return text if is_word else text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Return ``text`` with every Thai digit replaced by the Arabic one."""
    return text.translate(_TO_ARABIC)


def in_digits(text: str, digits: Digits) -> str:
    """Return ``text`` in the digits asked for."""
    if digits == "arabic":
        return to_arabic_digits(text)
    return _remembered(text) if len(text) <= _SHORT else to_thai_digits(text)


# The same names and wordings stand in the reports of all agencies.
_remembered = functools.lru_cache(maxsize=4096)(to_thai_digits)


def number(value: Decimal | float, decimals: int = 2) -> str:
    """Return ``value`` with Arabic digits, thousands separated, rounded half up to ``decimals`` places."""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{abs(rounded) if rounded.is_zero() else rounded:,}"


def join(items: Sequence[str], word: str = "และ") -> str:
    """Return the items as a Thai list: spaces between, ``word`` before the last; empty for none."""
    if len(items) < 2:  # noqa: PLR2004 - a list of one needs no joining word
        return "".join(items)
    return f"{' '.join(items[:-1])} {word}{_gap(items[-1])}{items[-1]}"


def _gap(text: str) -> str:
    """Thai runs on after the joining word; digits and Latin letters stand apart from it."""
    return "" if text and "ก" <= text[0] <= "๎" else " "


def fiscal_year(year: int) -> str:
    """Return the wording of a B.E. fiscal year, such as ``ปีงบประมาณ พ.ศ. 2568``."""
    return f"ปีงบประมาณ พ.ศ. {year}"


def to_be(year: int) -> int:
    """Return the B.E. year of a year that is written in either era."""
    return year if year >= FIRST_BE_YEAR else year + BE_OFFSET


def format_date(day: date, *, short: bool = False) -> str:
    """Return ``15 ตุลาคม 2568`` (``15 ต.ค. 68`` when short); the date's year may be A.D. or B.E."""
    year = to_be(day.year)
    if short:
        return f"{day.day} {SHORT_MONTHS[day.month - 1]} {year % 100:02d}"
    return f"{day.day} {MONTHS[day.month - 1]} {year}"


def parse_date(text: str) -> date | None:
    """Return the A.D. date that ``text`` writes in a Thai, slashed or ISO form of either era; None if it is no date."""
    plain = to_arabic_digits(text).strip()
    if match := _ISO_DATE.fullmatch(plain):
        year, month, day = (int(group) for group in match.groups())
    elif match := _PLAIN_DATE.fullmatch(plain):
        day, month, year = (int(group) for group in match.groups())
    elif (match := _WORD_DATE.fullmatch(plain)) and (month := _month(match[2])):
        day, year = int(match[1]), _full_year(match[3])
    else:
        return None
    try:
        return date(year - BE_OFFSET if year >= FIRST_BE_YEAR else year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int:
    """Return the month's number, 0 for no month."""
    names = (MONTHS, SHORT_MONTHS, tuple(short.rstrip(".") for short in SHORT_MONTHS))
    return next((group.index(name) + 1 for group in names if name in group), 0)


def _full_year(digits: str) -> int:
    """A year of two digits is B.E. in this century: 68 is 2568."""
    return int(digits) + 2500 if len(digits) == len("68") else int(digits)
