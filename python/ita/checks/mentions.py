"""A free text as the checks read it, and the figures that it mentions: codes, indicators, tools and the total.

All positions are those of ``Text.plain``, in which Thai digits are Arabic, full-width letters are plain, and
addresses and file names are blanked; it is as long as the text that was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ita.assessment import Measure
from ita.criteria import Criteria
from ita.scoring import TOTAL, indicator_key, part_indicator_key, question_key, sub_indicator_key, tool_key
from ita.thai import to_arabic_digits

Kind = Literal["code", "indicator", "sub_indicator", "tool", "total"]

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, "\u00a0\u200b\u200c\u200d\ufeff\t"), " ")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s\u0e00-\u0e7f]+|(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![^\s/\\])[^\s/\\]+\.(?:docx?|xls[xm]?|pptx?|pdf|jpe?g|png|zip|csv|html?)(?![A-Za-z0-9])",
    re.IGNORECASE,
)

_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?:([ieo])|(o)\s|(?:(?<=ข้อ)|(?<=ข้อ\s)|(?<=ข้อที่)|(?<=ข้อที่\s))([ie])\s)0*(\d{1,3})"
    r"(?![A-Za-z0-9]|\.\d)",
    re.IGNORECASE,
)
_FUEL = re.compile(r"(?:น้ำมัน|โซฮอล์|เชื้อเพลิง)\s*$")
_SUB = re.compile(r"ตัวชี้วัดย่อย(?:ที่)?\s*(\d{1,2}\.\d)(?!\d)")
_TOOL = re.compile(
    r"(?<![A-Za-z])(IIT|EIT|OIT)(?:([12])(?!\d)|\s*ส่วนที่\s*([12])|\s*\(\s*(?:ส่วนที่\s*)?([12])\s*\))?(?![A-Za-z0-9])"
)
_TOTAL = re.compile(r"คะแนน(?:เฉลี่ย)?(?:ใน|ของ)?(?:ภาพ)?รวม|ผลคะแนนเฉลี่ย(?!ของ)")
_TOTAL_OF_ANOTHER = 80
"""A total named so soon after an indicator or a tool is that one's own."""


@dataclass(frozen=True, slots=True)
class Text:
    """One free text: its key and cell, what it says and mentions, and the measure or issue that it belongs to."""

    key: str
    where: str
    plain: str
    mentions: tuple[Mention, ...]
    measure: Measure | None = None
    issue: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure named in a text: ``name`` as codes are written in the criteria (``i4``, ``6``, ``9.1``, ``EIT1``).

    ``keys`` are the figures that it may mean, empty where the year has none such.
    """

    kind: Kind
    name: str
    start: int
    end: int
    keys: tuple[str, ...]


def plain(text: str) -> str:
    """Return a text for checking, as long as the text itself."""
    digits = to_arabic_digits(text).translate(_FULL_WIDTH).translate(_SPACES)
    return _ADDRESS.sub(lambda match: " " * len(match.group()), digits)


def codes(text: str) -> list[tuple[str, int, int]]:
    """Return the codes of questions and items in a plain text, known or not, each with its start and end."""
    found: list[tuple[str, int, int]] = []
    for match in _CODE.finditer(text):
        letter = next(filter(None, match.groups()[:3])).lower()
        if not _FUEL.search(text[: match.start()]):
            found.append((f"{letter}{int(match[4])}", match.start(), match.end()))
    return found


def mentions(criteria: Criteria, text: str) -> tuple[Mention, ...]:
    """Return every figure that a plain text mentions, in the order of the text."""
    found = [Mention("code", code, start, end, _code_keys(criteria, code)) for code, start, end in codes(text)]
    found += [
        Mention("sub_indicator", match[1], match.start(), match.end(), (sub_indicator_key(match[1]),))
        for match in _SUB.finditer(text)
    ]
    found += _indicators(criteria, text)
    for match in _TOOL.finditer(text):
        part = next(filter(None, match.groups()[1:]), "")
        found.append(Mention("tool", match[1] + part, match.start(), match.end(), (tool_key(match[1] + part),)))
    found.sort(key=lambda mention: mention.start)
    return tuple(sorted([*found, *_totals(text, found)], key=lambda mention: mention.start))


def _totals(text: str, others: list[Mention]) -> list[Mention]:
    found: list[Mention] = []
    for match in _TOTAL.finditer(text):
        before = [m for m in others if m.end <= match.start() and "\n" not in text[m.end : match.start()]]
        if not before or match.start() - before[-1].end > _TOTAL_OF_ANOTHER:
            found.append(Mention("total", TOTAL, match.start(), match.end(), (TOTAL,)))
    return found


def _indicators(criteria: Criteria, text: str) -> list[Mention]:
    numbers = {indicator.name: indicator.number for indicator in criteria.indicators}
    found: list[Mention] = []
    for match in _indicator_pattern(criteria).finditer(text):
        named = next((n for name, n in numbers.items() if match[2] and _loose(match[2]) == _loose(name)), None)
        number = int(match[1]) if match[1] else named
        if number is not None:
            found.append(Mention("indicator", str(number), *match.span(), _indicator_keys(criteria, number)))
    return found


@cache
def _indicator_pattern(criteria: Criteria) -> re.Pattern[str]:
    """Return a pattern for an indicator by number, by name, or both; agencies add ทาง or ระบบ to some names."""
    names = "|".join(
        re.escape(indicator.name)
        .replace("ของราชการ", "ของ(?:ทาง)?ราชการ")
        .replace("การปรับปรุงการ", "การปรับปรุง(?:ระบบ)?การ")
        for indicator in criteria.indicators
    )
    number = r"(?:ที่)?\s*(\d{1,2})(?!\d|\.\d|\s*(?:ตัว|ข้อ|ด้าน))[.)]?"
    return re.compile(rf"ตัวชี้วัด(?!ย่อย)(?:{number})?(?:\s*(?:ด้าน|เรื่อง)?\s*({names}))?")


def _loose(name: str) -> str:
    return name.replace("ของทางราชการ", "ของราชการ").replace("ระบบการ", "การ")


def _code_keys(criteria: Criteria, code: str) -> tuple[str, ...]:
    known = {one.code for one in (*criteria.questions, *criteria.items)}
    scored = criteria.tool_of_code(code).scored_codes if code in known else ()
    return tuple(question_key(one, code) for one in scored)


def _indicator_keys(criteria: Criteria, number: int) -> tuple[str, ...]:
    if number not in {indicator.number for indicator in criteria.indicators}:
        return ()
    parts = criteria.tool_of(number).parts
    return (indicator_key(number), *(part_indicator_key(part.code, number) for part in parts))
