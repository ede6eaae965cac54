"""Scores told in texts, against the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from ita.analysis import code_of
from ita.assessment import Previous
from ita.checks.mentions import Mention, Text
from ita.checks.subject import Subject, names
from ita.findings import Finding, finding
from ita.intervals import FULL
from ita.rating import displayed
from ita.scoring import TOTAL, indicator_key, tool_key

_FAR = 80
_SCORE = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{1,4})?)[.\s]*คะแนน(?!ขึ้นไป)")
_NO_SCORE = re.compile(
    r"เกณฑ์|เป้าหมาย|ขั้นต่ำ|เต็ม|เพิ่ม|ลด|ขาด|ห่าง|อีก|อย่างน้อย|น้อยกว่า|ต่ำกว่า|สูงกว่า|มากกว่า|ให้ถึง|ให้ได้|ปีก่อน|ปีที่|ปี\s*25"
    r"|พ\.ศ\.\s*25|ยกระดับ|คาด|หวัง|น้ำหนัก|ร้อยละ|ต่าง|ช่วง|ระหว่าง|ถึง\s*$|จาก(?:คะแนน)?\s*$"
)
"""Words that make a number a mark, a difference, or another year's score."""
_BEFORE = 20
_QUALIFIER = re.compile(r"(?<!คะแนน)(?<!เฉลี่ย)(?<!รวม)(?:ใน|ของ|จาก|ตาม)\s*(?:แบบวัด|เครื่องมือ|การประเมิน)?\s*$")
_SAME_CLAUSE = 25
_CLOSE = Decimal("0.01")


def check(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield the scores of a text that none of the figures they may mean has."""
    ends = [*(mention.start for mention in text.mentions[1:]), len(text.plain)]
    for index, mention in enumerate(text.mentions):
        if not mention.keys or not _is_subject(text, mention, text.mentions[:index]):
            continue
        stated = _stated(text.plain, mention, ends[index])
        if stated is not None:
            yield from _wrong(subject, text, mention, stated)


def _is_subject(text: Text, mention: Mention, before: Sequence[Mention]) -> bool:
    """Whether a mention is what a score is told of, not a part of another's name (i4 ของ IIT, ต่ำสุดในแบบวัด EIT)."""
    if mention.kind == "total":
        return text.measure is None and text.issue is None
    if mention.kind != "tool":
        return True
    close = bool(before) and mention.start - before[-1].end <= _SAME_CLAUSE
    return not close and not _QUALIFIER.search(text.plain[: mention.start])


def _stated(text: str, mention: Mention, end: int) -> str | None:
    """Return the score that follows a mention in the same clause, as written."""
    line = text[mention.end : min(end, mention.end + _FAR)].partition("\n")[0]
    match = _SCORE.search(line)
    if match is None or float(match[1]) > FULL:
        return None
    around = text[max(0, mention.start - _BEFORE) : mention.start].rpartition("\n")[2] + line[: match.start()]
    return None if _NO_SCORE.search(around) else match[1]


def _wrong(subject: Subject, text: Text, mention: Mention, stated: str) -> Iterator[Finding]:
    known = [(key, score) for key in mention.keys if (score := subject.scores.used(key)) is not None]
    is_split = mention.kind == "code" and len(known) < len(mention.keys)
    if not known or is_split or mention.keys[0] not in dict(known):
        return
    scores = [score for _, score in known]
    if mention.kind == "code" and len(scores) > 1:
        scores.append(sum(scores) / len(scores))
    before = last_year(subject.assessment.previous, mention)
    if any(_agrees(score, stated) for score in [*scores, *([] if before is None else [before])]):
        return
    name, name_en = names(subject.criteria, mention.keys[0])
    if mention.kind == "code":
        name, name_en = f"ข้อ {mention.name}", mention.name
    shown = " / ".join(subject.shown(key) for key, _ in known) if mention.kind == "code" else subject.shown(known[0][0])
    yield finding("text.score", text.where, name=name.strip(), name_en=name_en, found=stated, score=shown)


def _agrees(score: float, stated: str) -> bool:
    """Whether a figure is what a text says, to the decimals that the text gives."""
    told, decimals = Decimal(stated), len(stated.partition(".")[2])
    rounded = Decimal(repr(score)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return rounded == told or abs(displayed(score) - told) <= _CLOSE


def last_year(previous: Previous, mention: Mention) -> float | None:
    """Return last year's figure of what is mentioned."""
    key = mention.keys[0]
    if key == TOTAL:
        return previous.total
    if mention.kind == "indicator":
        return {indicator_key(number): score for number, score in previous.indicators.items()}.get(key)
    if mention.kind == "tool":
        return {tool_key(code): score for code, score in previous.tools.items()}.get(key)
    return previous.questions.get(code_of(key))
