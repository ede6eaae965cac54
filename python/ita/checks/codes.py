"""Codes of questions and items in texts: one that the year lacks, one misprinted as a number, one in a wrong group."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ita.checks.mentions import Mention, Text, codes
from ita.checks.subject import Subject, runs
from ita.criteria import Criteria
from ita.findings import Finding, finding

_NUMBER = re.compile(
    r"(?:(?<![\d./,:A-Za-z-])0(\d{2})|(?:(?<=ข้อ)|(?<=ข้อ\s)|(?<=รายการ)|(?<=รายการ\s)|(?<=จาก)|(?<=จาก\s))0(\d))"
    r"(?!\d|[./:,-]\d|\s?-?\s?\d{3})"
)
_OF_SOMETHING_ELSE = re.compile(
    r"(?:เลขที่|ครั้งที่|ฉบับที่|รหัส|หมู่(?:ที่)?|ห้อง|เบอร์|โทร|ลำดับ(?:ที่)?|โทรศัพท์)[^\d]{0,8}$|\d\s?-?\s?$"
)
_TITLE_NEAR = 12
_LONGEST = 8
"""How many letters of an item's title after a number tell which item is meant."""

_SUB_GAP = 70
_ANOTHER_SUBJECT = re.compile(r"ส่วน|แต่|นอกจาก|อ้างอิง|คะแนน|รวมถึง")
_INSIDE = re.compile(r"\s*(?:\(|อยู่ใน|ใน|ของ|ตาม)?\s*$")


def check(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield the codes of a text that the year lacks, numbers that look like codes, and items in a wrong group."""
    yield from _unknown(subject, text)
    yield from _misprinted(subject, text)
    yield from _misplaced(subject, text)


def _unknown(subject: Subject, text: Text) -> Iterator[Finding]:
    for code in dict.fromkeys(code for code, _, _ in codes(text.plain)):
        if subject.lacks(code):
            same = [one for one in subject.codes if one[0] == code[0]]
            yield finding("text.code_unknown", text.where, found=code, year=subject.year, known=runs(same, same))


def _misprinted(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield one finding for all the numbers of a text that look like codes: they come in crowds."""
    meant: dict[str, str] = {}
    for match in _NUMBER.finditer(text.plain) if "o" in subject.letters else ():
        if not _OF_SOMETHING_ELSE.search(text.plain[: match.start()]):
            code = _titled(subject.criteria, text.plain[match.end() :]) or f"o{int(match.group())}"
            meant.setdefault(match.group(), code)
    known = {number: code for number, code in meant.items() if code in subject.codes}
    if known:
        told = {"found": ", ".join(known), "meant": ", ".join(known.values())}
        yield finding("text.code_misprint", text.where, **told)


def _titled(criteria: Criteria, after: str) -> str:
    """Return the code of the item whose title follows a number; empty where none does."""
    head = after[: _TITLE_NEAR + _LONGEST].lstrip(" .:)“\"'").casefold()
    named = [item for item in criteria.items if item.title and head.startswith(item.title.casefold()[:_LONGEST])]
    return named[0].code if len(named) == 1 else ""


def _misplaced(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield the items that a text puts under a sub-indicator to which they do not belong."""
    subs = {item.code: item.sub_indicator for item in subject.criteria.items}
    known = {sub.code for sub in subject.criteria.sub_indicators}
    for one, other in pairwise(text.mentions):
        code, sub = (one, other) if one.kind == "code" else (other, one)
        if code.kind != "code" or sub.kind != "sub_indicator" or sub.name not in known:
            continue
        actual = subs.get(code.name)
        if actual not in {None, sub.name} and _belongs(text.plain, one, other):
            yield finding("text.sub_indicator", text.where, code=code.name, found=sub.name, actual=actual)


def _belongs(text: str, one: Mention, other: Mention) -> bool:
    """Whether a text puts an item into a sub-indicator: the item in brackets after it, or named right before it."""
    gap = text[one.end : other.start]
    if one.kind == "code":
        return bool(_INSIDE.fullmatch(gap))
    return len(gap) <= _SUB_GAP and not _ANOTHER_SUBJECT.search(gap)
