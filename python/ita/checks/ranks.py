"""What texts call the lowest or the highest, against the figures; and the mark of the highest level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from ita.analysis import extremes, question_keys
from ita.checks.mentions import Mention, Text
from ita.checks.subject import Subject, listed, two
from ita.findings import Finding, finding
from ita.rating import displayed
from ita.scoring import indicator_key, part_indicator_key

_LOWEST = re.compile(r"น้อยที่สุด|ต่ำที่สุด|ต่ำสุด")
_HIGHEST = re.compile(r"สูงสุด|สูงที่สุด")
_INTRODUCES = re.compile(
    r"(?:(?!และ|แต่|ส่วน|ตัวชี้วัดย่อย)[^\d]){0,34}?(?:คือ|ได้แก่|อยู่ที่|เป็น|[::])[\s.]*(?:ข้อ(?:คำถาม)?(?:ที่)?)?\s*"
)
_CONCLUDES = re.compile(
    r"[^\S\n]*(?:โดย|ซึ่ง|เป็นข้อที่|เป็น|ที่)?(?:มี|ได้)?(?:รับ)?(?:ผล)?(?:การประเมิน)?(?:คะแนน)?(?:เพียง|ที่|อยู่ที่|เท่ากับ)?\s*"
    r"(?:\d[\d.]*)?\s*(?:คะแนน)?[^\S\n]*(?:โดย|ซึ่ง|เป็นข้อที่|เป็น)?(?:มี|ได้)?(?:คะแนน)?\s*"
)
_JOINS = re.compile(r"[\s,./]*(?:และ|กับ)?\s*(?:ข้อ)?\s*")
_NAMELESS = re.compile(r"(?:(?!ข้อ|รายการ|ประเด็น|ตัวชี้วัด|คะแนน|ที่ได้|ต่ำ|สูง|ยัง|รวม|ส่วน|แต่|ให้|ควร|จึง|ต้อง)[^\d\n]){0,45}?")
"""What may stand between an indicator's number and the rest: a name that is not quite the year's."""
_SCOPED = re.compile(r"ตัวชี้วัด|แบบวัด|เครื่องมือ|IIT|EIT|OIT|ส่วนที่")
_SCOPE_NEAR = 30
_MARK = re.compile(r"(\d{2,3}(?:\.\d+)?)\s*คะแนนขึ้นไป|ไม่(?:ต่ำ|น้อย)กว่า\s*(\d{2,3}(?:\.\d+)?)\s*คะแนน")
_MARK_FAR = 200


def check(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield the questions and indicators that a text calls the lowest or highest and that are not."""
    for match in _LOWEST.finditer(text.plain):
        yield from _lowest_codes(subject, text, match, _named(text, match, "code"))
        for one in _named(text, match, "indicator"):
            yield from _extreme_indicator(subject, text, one, is_highest=False)
    for match in _HIGHEST.finditer(text.plain):
        for one in _named(text, match, "indicator"):
            yield from _extreme_indicator(subject, text, one, is_highest=True)
    yield from _level_marks(subject, text)


def _named(text: Text, word: re.Match[str], kind: str) -> list[Mention]:
    """Return what is said to be the extreme: a list right after the word (ต่ำสุดคือ i1 และ i2) or right before it."""
    after = [m for m in text.mentions if m.start >= word.end()]
    if after and after[0].kind == kind and _INTRODUCES.fullmatch(text.plain[word.end() : after[0].start]):
        return _run(text.plain, after, kind)
    before = [m for m in text.mentions if m.end <= word.start()][::-1]
    if before and before[0].kind == kind and _concludes(text.plain[before[0].end : word.start()], kind):
        return _run(text.plain, before, kind)
    return []


def _concludes(gap: str, kind: str) -> bool:
    if _CONCLUDES.fullmatch(gap):
        return True
    splits = range(len(gap)) if kind == "indicator" else ()
    return any(_NAMELESS.fullmatch(gap, 0, end) and _CONCLUDES.fullmatch(gap, end) for end in splits)


def _run(text: str, ordered: Sequence[Mention], kind: str) -> list[Mention]:
    """Return the mentions of one list, from the one nearest to the word on."""
    chosen = [ordered[0]]
    for one in ordered[1:]:
        first, second = sorted((chosen[-1], one), key=lambda mention: mention.start)
        gap = text[first.end : second.start]
        joined = _JOINS.fullmatch(gap) or (kind == "indicator" and _NAMELESS.fullmatch(gap))
        if one.kind != kind or not joined:
            break
        chosen.append(one)
    return chosen


def _lowest_codes(subject: Subject, text: Text, word: re.Match[str], named: Iterable[Mention]) -> Iterator[Finding]:
    for one in named:
        known = [key for key in one.keys if subject.scores.used(key) is not None]
        groups = list(_groups(subject, text, word, one.name))
        compared = [key for group in groups for key in group if subject.scores.used(key) is not None]
        lowest = {key.rpartition(".")[2] for group in groups for key in _lowest(subject, group)}
        if not known or len(compared) < 2 or one.name in lowest:  # noqa: PLR2004 - one alone is neither
            continue
        score = " / ".join(subject.shown(key) for key in known)
        if not lowest:
            yield finding("text.all_equal", text.where, name=f"ข้อ {one.name}", name_en=one.name, score=score)
            continue
        best = next(key for group in groups for key in _lowest(subject, group))
        others, others_en = listed(subject.criteria, [best])
        told = {"name": f"ข้อ {one.name}", "name_en": one.name, "score": score, "best": subject.shown(best)}
        yield finding("text.not_lowest", text.where, **told, others=others, others_en=others_en)


def _groups(subject: Subject, text: Text, word: re.Match[str], code: str) -> Iterator[tuple[str, ...]]:
    """Yield the groups in which a question may be called the lowest: its issue's, or its indicator's and tool's."""
    issues = {issue.number: issue.codes for issue in subject.criteria.issues}
    around = text.plain[max(0, word.start() - _SCOPE_NEAR) : word.end() + _SCOPE_NEAR]
    if text.issue in issues:
        yield tuple(key for one in issues[text.issue] for key in subject.question_keys.get(one, ()))
        if not _SCOPED.search(around):
            return
    if code not in subject.indicators:
        return
    tool = subject.tool_of(code)
    yield question_keys(subject.criteria, [subject.indicators[code]])
    yield question_keys(subject.criteria, [i.number for i in subject.criteria.indicators_of(tool)])
    for codes in issues.values():
        if code in codes:
            yield tuple(key for one in codes for key in subject.question_keys.get(one, ()))


def _lowest(subject: Subject, group: Iterable[str]) -> Iterator[str]:
    """Yield the lowest keys of a group, and those of each tool or part inside it."""
    keys = list(group)
    yield from extremes(subject.scores, keys).lowest
    for scored in {key.split(".")[1] for key in keys}:
        yield from extremes(subject.scores, [key for key in keys if key.split(".")[1] == scored]).lowest


def _extreme_indicator(subject: Subject, text: Text, one: Mention, *, is_highest: bool) -> Iterator[Finding]:
    score = subject.scores.used(one.keys[0]) if one.keys else None
    if score is None:
        return
    tool = subject.criteria.tool_of(int(one.name))
    numbers = [i.number for i in subject.criteria.indicators_of(tool.code)]
    groups = [[indicator_key(n) for n in numbers], [indicator_key(i.number) for i in subject.criteria.indicators]]
    groups += [[part_indicator_key(part.code, n) for n in numbers] for part in tool.parts]
    sides = [extremes(subject.scores, group) for group in groups]
    right = {key for side in sides for key in (side.highest if is_highest else side.lowest)}
    first = (sides[0].highest if is_highest else sides[0].lowest) or sides[0].highest
    if right & set(one.keys) or displayed(score) == displayed(subject.scores.used(first[0]) or 0.0):
        return
    others, others_en = listed(subject.criteria, first)
    told = {"name": f"ตัวชี้วัดที่ {one.name}", "name_en": f"indicator {one.name}", "score": two(score)}
    told |= {"others": others, "others_en": others_en, "best": subject.shown(first[0])}
    if is_highest:
        yield finding("text.not_highest", text.where, **told)
    else:
        yield finding("text.not_lowest", text.where, **told)


def _mark_near(text: str, level: re.Match[str], levels: Sequence[str]) -> re.Match[str] | None:
    """Return the mark that follows a level up to the next level, else one before it in a line that begins there."""
    words = text[level.end() : level.end() + _MARK_FAR]
    nearer = [words.find(other) for other in levels if other in words]
    line = text[: level.start()].rpartition("\n")[2][-_MARK_FAR:]
    before = None if any(other in line for other in levels) else _MARK.search(line)
    return _MARK.search(words[: min(nearer, default=len(words))]) or before


def _level_marks(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield a mark told of the highest level that is not the year's."""
    rating = subject.criteria.rating
    if rating is None or len(rating.bands[0].level) <= len("AA"):
        return
    band = rating.bands[0]
    marks = {displayed(band.total_min), displayed(band.every_tool_min)}
    for match in re.finditer(re.escape(band.level), text.plain):
        mark = _mark_near(text.plain, match, rating.levels)
        if mark and Decimal(mark[1] or mark[2]) not in marks:
            told = {"level": band.level, "found": mark[1] or mark[2], "minimum": two(band.total_min)}
            yield finding("text.level_mark", text.where, **told, year=subject.year)
            return
