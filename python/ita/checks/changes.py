"""Changes since last year told in texts, against the figures of both years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita.checks.claims import last_year
from ita.checks.mentions import Mention, Text
from ita.checks.subject import Subject, names, two
from ita.findings import Finding, finding
from ita.rating import displayed
from ita.scoring import TOTAL

_UP, _DOWN = ("เพิ่มขึ้น", "มากกว่า", "สูงกว่า"), ("ลดลง", "น้อยกว่า", "ต่ำกว่า")
_MOVED = "|".join(_UP + _DOWN)
_LAST = r"ปีที่ผ่านมา|ปีก่อน(?:หน้า)?|ปีที่แล้ว|ปีงบประมาณที่ผ่านมา|ปีงบประมาณก่อน"
_AMOUNT = r"(?<![\d.,])(\d{1,3}(?:\.\d{1,4})?)\s*คะแนน"
_CHANGE = re.compile(
    rf"({_MOVED})(?:[^\d\n]{{0,25}}(?:{_LAST})(?:(?!ซึ่ง|ที่ได้|ได้)[^\d\n]){{0,20}}{_AMOUNT}"
    rf"|[^\d\n]{{0,15}}{_AMOUNT}[^\d\n]{{0,25}}(?:{_LAST}))"
)
_SUBJECT = 150


def check(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield the changes of a text that the figures of both years do not bear out."""
    for match in _CHANGE.finditer(text.plain):
        of = _of(text, match.start())
        if of is None:
            continue
        now, before = subject.scores.used(of.keys[0]), last_year(subject.assessment.previous, of)
        if now is None or before is None:
            continue
        amount = Decimal(match[2] or match[3])
        change = amount if match[1] in _UP else -amount
        actual = displayed(now) - displayed(before)
        if abs(actual - change) > _slack(amount):
            yield _finding(subject, text, of, change, now, before)


def _of(text: Text, position: int) -> Mention | None:
    """Return what a change is told of: what was mentioned last before it, else the total; None where that is unsure."""
    near = [
        m for m in text.mentions if m.end <= position <= m.end + _SUBJECT and "\n" not in text.plain[m.end : position]
    ]
    of = near[-1] if near else Mention("total", TOTAL, position, position, (TOTAL,))
    if of.kind == "total":
        return of if text.measure is None and text.issue is None else None
    is_split = of.kind == "code" and len(of.keys) > 1
    return of if of.keys and not is_split else None


def _slack(amount: Decimal) -> Decimal:
    """Return how far a change may be off: a hundredth as both scores are rounded, more where it has fewer decimals."""
    exponent = amount.as_tuple().exponent
    return max(Decimal("0.01"), Decimal(5).scaleb(int(exponent) - 1))


def _finding(subject: Subject, text: Text, of: Mention, change: Decimal, now: float, before: float) -> Finding:
    actual = displayed(now) - displayed(before)
    told = {
        "found": _moved(change)[0],
        "found_en": _moved(change)[1],
        "score": two(now),
        "previous": two(before),
        "actual": _moved(actual)[0],
        "actual_en": _moved(actual)[1],
    }
    if of.kind == "total":
        return finding("text.change_total", text.where, **told)
    name, name_en = names(subject.criteria, of.keys[0])
    return finding("text.change", text.where, name=name.strip(), name_en=name_en, **told)


def _moved(change: Decimal) -> tuple[str, str]:
    if change == 0:
        return "เท่าเดิม", "did not change"
    word, word_en = ("เพิ่มขึ้น", "rose by") if change > 0 else ("ลดลง", "fell by")
    return f"{word} {abs(change)}", f"{word_en} {abs(change)}"
