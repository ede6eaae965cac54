"""What is said of the strong and the weak indicators of one tool; only those with known scores are judged."""

from __future__ import annotations

from collections.abc import Sequence

from ita import thai
from ita.criteria import Criteria
from ita.rating import displayed
from ita.word.content import figures, phrases
from ita.word.views import IndicatorView

_FULL = displayed(100.0)


def only(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    """Return a sentence on the one indicator that is known, neither strongest nor weakest; else empty."""
    known = _known(indicators)
    if len(known) != 1:
        return ""
    limit = figures.mark(criteria.pass_mark)
    verdict = f"ยังไม่ผ่านเกณฑ์ {limit} คะแนน จึงต้องแก้ไข" if known[0].score.failed else f"ผ่านเกณฑ์ {limit} คะแนน"
    gained = f"ทราบคะแนนเพียง{phrases.listed(known)} ได้ {known[0].score} คะแนน"
    return f"{gained} {verdict}{_weakest_sub(known)}"


def strengths(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    """Return which indicators did best; empty where fewer than two are known."""
    lowest, highest = figures.extremes(indicators, figures.shown)
    if len(_known(indicators)) < 2:  # noqa: PLR2004 - one figure has nothing to be compared with
        return ""
    if highest[0].score.failed:
        which = "" if _is_complete(indicators) else "ในกลุ่มที่ทราบคะแนน "
        return f"{which}ยังไม่มีตัวชี้วัดที่ผ่านเกณฑ์ {figures.mark(criteria.pass_mark)} คะแนน"
    if displayed(lowest[0].score.value or 0.0) >= _FULL:
        return f"{_every(indicators)}ได้คะแนนเต็ม ให้รักษามาตรฐานนี้ต่อเนื่องในปีถัดไป"
    if lowest == highest:
        return f"{_every(indicators)}ได้ {highest[0].score} คะแนนเท่ากัน สะท้อนผลการดำเนินงานที่สม่ำเสมอ"
    best = f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {phrases.listed(highest)} ได้ {highest[0].score} คะแนน{_equal(highest)}"
    return f"{phrases.out_of(indicators)}{best} ควรรักษาแนวปฏิบัติที่ดีนี้ไว้"


def weaknesses(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    """Return which indicators did worst and whether they passed; empty where all are full or fewer than two known."""
    lowest, highest = figures.extremes(indicators, figures.shown)
    if len(_known(indicators)) < 2:  # noqa: PLR2004 - one figure has nothing to be compared with
        return ""
    if displayed(lowest[0].score.value or 0.0) >= _FULL:
        return ""
    if lowest == highest:
        return f"{_all_alike(criteria, lowest)}{_weakest_sub(lowest)}"
    worst = f"ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {phrases.listed(lowest)} ได้ {lowest[0].score} คะแนน{_equal(lowest)}"
    place = f"{phrases.out_of(indicators)}{worst}"
    return f"{place} {_outlook(criteria, indicators, lowest)}{_weakest_sub(lowest)}"


def _known(indicators: Sequence[IndicatorView]) -> list[IndicatorView]:
    return [i for i in indicators if i.score.known]


def _is_complete(indicators: Sequence[IndicatorView]) -> bool:
    return len(_known(indicators)) == len(indicators)


def _every(indicators: Sequence[IndicatorView]) -> str:
    return "ทุกตัวชี้วัด" if _is_complete(indicators) else "ตัวชี้วัดที่ทราบคะแนนทุกตัว"


def _equal(tied: Sequence[IndicatorView]) -> str:
    return "เท่ากัน" if len(tied) > 1 else ""


def _all_alike(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    limit, score = figures.mark(criteria.pass_mark), indicators[0].score
    together = f"{phrases.listed(indicators)} ได้ {score} คะแนนเท่ากัน"
    if score.failed:
        return f"{together} ยังไม่ผ่านเกณฑ์ {limit} คะแนน จึงต้องแก้ไขทั้ง {len(indicators)} ตัวชี้วัดเป็นลำดับแรก"
    return f"{together} แม้ผ่านเกณฑ์ {limit} คะแนนแล้ว แต่ยังเพิ่มได้อีกตัวชี้วัดละ {_left(indicators[0])} คะแนน"


def _left(indicator: IndicatorView) -> str:
    """Return the points that a known score lacks to full marks."""
    return figures.points(100.0 - float(displayed(indicator.score.value or 0.0)))


def _outlook(criteria: Criteria, indicators: Sequence[IndicatorView], lowest: Sequence[IndicatorView]) -> str:
    limit = figures.mark(criteria.pass_mark)
    failed = [i for i in indicators if i.score.failed]
    if not failed:
        return f"แม้ผ่านเกณฑ์ {limit} คะแนนแล้ว แต่ยังเพิ่มได้อีก{'ตัวชี้วัดละ' if len(lowest) > 1 else ''} {_left(lowest[0])} คะแนน"
    others = [i for i in failed if i not in lowest]
    extra = f" รวมทั้ง{phrases.listed(others)}ที่ยังต่ำกว่าเกณฑ์เช่นกัน" if others else ""
    return f"ซึ่งยังไม่ผ่านเกณฑ์ {limit} คะแนน จึงต้องแก้ไขเป็นลำดับแรก{extra}"


def _weakest_sub(indicators: Sequence[IndicatorView]) -> str:
    """Name the lowest sub-indicators of the lowest indicators, where their scores are known."""
    subs = [s for i in indicators for s in i.sub_indicators if s.score.value is not None]
    if not subs:
        return ""
    low = min(displayed(s.score.value or 0.0) for s in subs)
    names = [f"{s.code} {s.name}" for s in subs if displayed(s.score.value or 0.0) == low]
    return f" โดยตัวชี้วัดย่อยที่ได้คะแนนน้อยที่สุด คือ {thai.join(names)} ({thai.number(low)} คะแนน)"
