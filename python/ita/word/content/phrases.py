"""Sentences on a result, in official Thai with Arabic digits; each says only what the figures bear out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ita import thai
from ita.assessment import Assessment
from ita.criteria import Band, Criteria, Rating
from ita.rating import Level, displayed
from ita.scoring import TOTAL, Scores, part_indicator_key, tool_key
from ita.word.content import figures
from ita.word.views import IndicatorView, LevelView

OPEN_LEVEL = "ยังสรุปไม่ได้"
COMPUTED = "(คำนวณ)"
"""Marks a level that follows from the criteria but was not published."""


def tool_label(criteria: Criteria, code: str) -> str:
    """Return what a tool or part is called in a sentence: IIT, EIT ส่วนที่ 1."""
    parts = {part.code: part.name for tool in criteria.tools for part in tool.parts}
    return parts.get(code, code)


def indicator_label(indicator: IndicatorView) -> str:
    """Return ``ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ``."""
    return f"ตัวชี้วัดที่ {indicator.number} {indicator.name}"


def listed(indicators: Iterable[IndicatorView]) -> str:
    """Return indicators as a list for a sentence."""
    return thai.join([indicator_label(i) for i in indicators])


def result(agency: str, fiscal_year: int, scores: Scores, level: Level) -> str:
    """Return a paragraph on total and level; only published figures are said to be the assessor's."""
    total = scores[TOTAL]
    if total.used is None:
        return f"{_without_total(agency, fiscal_year, level)} รายงานนี้จึงวิเคราะห์เฉพาะคะแนนที่ทราบ"
    published = total.published is not None
    source = "ตามที่สำนักงาน ป.ป.ช. ได้ประเมินและแจ้งผลแล้ว" if published else "เมื่อคำนวณจากคะแนนที่ทราบ"
    gained = f"{source} {agency}ได้คะแนนรวม {figures.points(total.used)} คะแนน จากคะแนนเต็ม 100 คะแนน"
    if level.published is not None:
        return f"{gained} ผลการประเมินอยู่ใน{at_level(level.published)}"
    if level.computed is not None:
        return f"{gained} ซึ่งตามเกณฑ์การประเมินอยู่ใน{at_level(level.computed)} ทั้งนี้ ไม่พบประกาศระดับผลการประเมิน"
    span = f" โดยเป็นไปได้ตั้งแต่{at_level(level.possible[0])}ถึง{at_level(level.possible[-1])}" if level.possible else ""
    return f"{gained} ส่วนระดับผลการประเมินยังสรุปไม่ได้จากข้อมูลที่มี{span}"


def _without_total(agency: str, fiscal_year: int, level: Level) -> str:
    year = thai.fiscal_year(fiscal_year)
    if level.published is not None:
        return f"{agency}ได้รับผลการประเมินใน{at_level(level.published)} ส่วนคะแนนรวม{year} ยังไม่มีข้อมูล"
    if level.computed is not None:
        unknown = "แม้ยังไม่มีข้อมูลคะแนนรวมและไม่พบประกาศระดับผลการประเมิน"
        return f"{unknown} คะแนนที่ทราบแสดงว่า{agency}อยู่ใน{at_level(level.computed)}ตามเกณฑ์การประเมิน"
    return f"ในขณะจัดทำรายงานนี้ {agency}ยังไม่มีข้อมูลคะแนนรวมและระดับผลการประเมิน{year}"


def at_level(level: str) -> str:
    """Thai words run on, a Latin letter stands apart: ระดับผ่านดี, ระดับ A."""
    return f"ระดับ {level}" if level[:1].isascii() else f"ระดับ{level}"


def level_view(criteria: Criteria, scores: Scores, level: Level) -> LevelView:
    """Return the level with the reason why it is not the next higher one."""
    rating = criteria.rating
    if level.used is None or rating is None or level.used not in rating.levels:
        return LevelView(_level_name(level), known=level.used is not None, reason="")
    index = rating.levels.index(level.used)
    reason = _missed(criteria, rating, scores, rating.bands[index - 1]) if index else _highest(rating.bands[0])
    return LevelView(_level_name(level), known=True, reason=reason)


def _level_name(level: Level) -> str:
    if level.published is None and level.computed is not None:
        return f"{level.computed} {COMPUTED}"
    return level.used or OPEN_LEVEL


def _highest(band: Band) -> str:
    who = "คะแนนรวมและคะแนนของทุกเครื่องมือ" if band.every_tool_min else "คะแนนรวม"
    return f"{who}ไม่ต่ำกว่า {figures.mark(band.total_min)} คะแนน จึงอยู่ในระดับสูงสุดของเกณฑ์การประเมิน"


def _missed(criteria: Criteria, rating: Rating, scores: Scores, band: Band) -> str:
    """Say which conditions of the next higher level were missed; empty when the figures do not tell."""
    short_tools = [
        tool_label(criteria, code)
        for code in rating.rated
        if band.every_tool_min and _is_under(scores, code, band.every_tool_min)
    ]
    total = scores.used(TOTAL)
    if total is None or not (short_tools or displayed(total) < displayed(band.total_min)):
        return ""
    tools = f"คะแนน {thai.join(short_tools)} ต่ำกว่า {figures.mark(band.every_tool_min)} คะแนน" if short_tools else ""
    goal = f"จึงยังไม่ถึง{at_level(band.level)}{_held_back(criteria, rating, scores, band)}"
    if displayed(total) >= displayed(band.total_min):
        return f"แม้คะแนนรวมถึงเกณฑ์ {figures.mark(band.total_min)} คะแนนแล้ว แต่{tools} {goal}"
    under = f"คะแนนรวมต่ำกว่า {figures.mark(band.total_min)} คะแนน"
    return f"{under} และ{tools} {goal}" if tools else f"{under} {goal}"


def _held_back(criteria: Criteria, rating: Rating, scores: Scores, band: Band) -> str:
    """Name the lowest indicator of each derived part that misses the minimum, the reason that no table shows."""
    parts = {part.code: tool.code for tool in criteria.tools for part in tool.parts}
    clauses = [
        f" เหตุหลักคือ{lowest}"
        for code in rating.rated
        if code in parts and scores[tool_key(code)].used is None and _is_under(scores, code, band.every_tool_min)
        if (lowest := _lowest_of_part(criteria, scores, parts[code], code))
    ]
    return "".join(clauses)


def _lowest_of_part(criteria: Criteria, scores: Scores, tool: str, part: str) -> str:
    """Return the lowest indicator of a part with its derived score; empty where it is not certain to be lowest."""
    found = {i: scores[part_indicator_key(part, i.number)] for i in criteria.indicators_of(tool)}
    bounds = [(figure.derived, indicator) for indicator, figure in found.items() if figure.derived is not None]
    if len(bounds) < len(found):
        return ""
    low, indicator = min(bounds, key=lambda pair: pair[0].high)
    if any(low.high >= other.low for other, i in bounds if i is not indicator):
        return ""
    where = f"ตัวชี้วัดที่ {indicator.number} {indicator.name} ใน {tool_label(criteria, part)}"
    return f"{where} ({figures.derived(low)} คะแนน)"


def _is_under(scores: Scores, code: str, minimum: float) -> bool:
    """Whether a tool is certainly under a minimum."""
    figure = scores[tool_key(code)]
    highest = figure.used if figure.used is not None else figure.derived.high if figure.derived else None
    return code in scores.not_processed or (highest is not None and displayed(highest) < displayed(minimum))


def comparison(assessment: Assessment, scores: Scores, level: Level) -> str:
    """Return how total and level changed since last year, or that last year is not known."""
    previous = assessment.previous
    year = previous.fiscal_year or assessment.fiscal_year - 1
    delta = figures.difference(scores.used(TOTAL), previous.total)
    if delta is None or previous.total is None:
        return f"ไม่มีข้อมูลคะแนนรวมของ{thai.fiscal_year(year)} สำหรับเปรียบเทียบ"
    before = f"{thai.fiscal_year(year)} ซึ่งได้ {figures.points(previous.total)} คะแนน"
    moved = "คะแนนรวมเท่ากับ" if delta == 0 else f"คะแนนรวม{_moved(delta)} เมื่อเทียบกับ"
    return f"{moved}{before}{_level_change(previous.level, level.used)}"


def _moved(delta: Decimal) -> str:
    return f"{'เพิ่มขึ้น' if delta > 0 else 'ลดลง'} {thai.number(abs(delta))} คะแนน"


def _level_change(before: str | None, now: str | None) -> str:
    if not before or not now:
        return ""
    return f" และยังคงอยู่ใน{at_level(now)}" if before == now else f" และระดับผลการประเมินเปลี่ยนจาก{before}เป็น{now}"


def standing(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    """Return the highest and lowest of the known indicators and which missed the pass mark."""
    lowest, highest = figures.extremes(indicators, figures.shown)
    if not lowest:
        return "ยังไม่มีข้อมูลคะแนนรายตัวชี้วัด"
    scope = out_of(indicators)
    if lowest == highest:
        which = "ทุกตัวชี้วัดได้คะแนนเท่ากันที่" if len(lowest) > 1 else f"{listed(lowest)} ได้"
        place = f"{which} {lowest[0].score} คะแนน"
    else:
        top = f"คะแนนสูงสุดอยู่ที่{listed(highest)} ({highest[0].score} คะแนน)"
        place = f"{top} ส่วนคะแนนต่ำสุดอยู่ที่{listed(lowest)} ({lowest[0].score} คะแนน)"
    return f"{scope}{place} {_under_mark(criteria, indicators)}".rstrip()


def out_of(indicators: Sequence[IndicatorView]) -> str:
    """Return how many of the indicators are known, as the opening of a sentence; empty when all are."""
    known = sum(i.score.known for i in indicators)
    return "" if known == len(indicators) else f"จากตัวชี้วัดที่ทราบคะแนน {known} ใน {len(indicators)} ตัวชี้วัด "


def _under_mark(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    limit = figures.mark(criteria.pass_mark)
    failed = [i for i in indicators if i.score.failed]
    if failed:
        return f"มีตัวชี้วัดที่ยังไม่ผ่านเกณฑ์ {limit} คะแนน จำนวน {len(failed)} ตัวชี้วัด ได้แก่ {listed(failed)}"
    return f"ทุกตัวชี้วัดผ่านเกณฑ์ {limit} คะแนน" if all(i.score.known for i in indicators) else ""


def movements(indicators: Sequence[IndicatorView]) -> str:
    """Return which indicators rose and fell most since last year; empty when none can be compared."""
    fallen, risen = figures.extremes(indicators, figures.moved)
    if not fallen:
        return ""
    clauses = [
        f"ตัวชี้วัดที่คะแนนเพิ่มขึ้นมากที่สุด ได้แก่ {_movement(risen)}" if _delta(risen) > 0 else "",
        f"ตัวชี้วัดที่คะแนนลดลงมากที่สุด ได้แก่ {_movement(fallen)}" if _delta(fallen) < 0 else "",
    ]
    return " ส่วน".join(clause for clause in clauses if clause) or "คะแนนของตัวชี้วัดที่เปรียบเทียบได้เท่ากับปีก่อนทุกตัว"


def _delta(indicators: Sequence[IndicatorView]) -> Decimal:
    return figures.moved(indicators[0]) or Decimal(0)


def _movement(indicators: Sequence[IndicatorView]) -> str:
    return f"{listed(indicators)} ({_moved(_delta(indicators))})"
