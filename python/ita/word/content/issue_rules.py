"""The year's rules as a report prints them: weights, conditions of processing, levels and where they come from."""

from __future__ import annotations

from collections.abc import Sequence

from ita import thai
from ita.criteria import Band, Criteria, Rating, load, years
from ita.scoring import Scores
from ita.word.content import figures, phrases
from ita.word.views.issues import LevelRowView, RatingView, ScoringView

UNKNOWN_WEIGHT = "ยังไม่ทราบ"


def scoring(criteria: Criteria, scores: Scores) -> ScoringView:
    """Return the weights of the tools and which of them were not processed."""
    weights = {one.code: _weight(one.weight) for tool in criteria.tools for one in (tool, *tool.parts)}
    has_parts = any(tool.parts for tool in criteria.tools)
    return ScoringView(
        has_parts=has_parts,
        iit=weights.get("IIT", ""),
        eit=weights.get("EIT", ""),
        eit1=weights.get("EIT1", ""),
        eit2=weights.get("EIT2", ""),
        oit=weights.get("OIT", ""),
        conditions_from=_conditions_from(criteria),
        not_processed=_not_processed(criteria, scores),
        aim=_aim(criteria),
    )


def _aim(criteria: Criteria) -> str:
    if criteria.national_target is None:
        return ""
    share, mark = figures.mark(criteria.national_target.share), figures.mark(criteria.pass_mark)
    return f"เป้าหมายของปีนี้คือให้หน่วยงานร้อยละ {share} ได้ตั้งแต่ {mark} คะแนนขึ้นไป"


def _conditions_from(criteria: Criteria) -> str:
    """Return the last year whose conditions of processing were found; empty where the year's own were."""
    found = (year for year in reversed(years()) if load(year).processing)
    return "" if criteria.processing else str(next(found, ""))


def _weight(weight: float | None) -> str:
    return UNKNOWN_WEIGHT if weight is None else f"ร้อยละ {figures.mark(weight * 100)}"


def _not_processed(criteria: Criteria, scores: Scores) -> str:
    codes = [one.code for tool in criteria.tools for one in (tool, *tool.parts)]
    left = [phrases.tool_label(criteria, code) for code in codes if code in scores.not_processed]
    return f"ในปีนี้ {thai.join(left)} ไม่ได้รับการประมวลผล จึงไม่มีคะแนนให้วิเคราะห์" if left else ""


def rating(criteria: Criteria, level: str | None) -> RatingView:
    """Return the year's levels; ``level`` is that of the result, None while it is open."""
    found = criteria.rating
    if found is None:
        return RatingView((), "", "", "")
    rows = tuple(
        LevelRowView(
            scores=_totals(found.bands[:number], band),
            condition=_condition(criteria, found, number),
            name=band.level,
            is_result=band.level == level,
        )
        for number, band in enumerate(found.bands)
    )
    return RatingView(rows, _history(criteria), _groups(criteria), _meaning(criteria, found))


def _totals(better: Sequence[Band], band: Band) -> str:
    """Return the totals that give a band, up to just under the better one that asks nothing of the tools."""
    tops = [b.total_min for b in better if not b.every_tool_min]
    if not band.total_min:
        return f"ต่ำกว่า {figures.points(min(tops))}" if tops else "ทุกคะแนน"
    low = figures.points(band.total_min)
    return f"{low} – {figures.points(min(tops) - 0.01)}" if tops else f"{low} ขึ้นไป"


def _condition(criteria: Criteria, found: Rating, number: int) -> str:
    """Return what a band asks of the tools beyond the total."""
    band, better = found.bands[number], found.bands[:number]
    names = thai.join([phrases.tool_label(criteria, code) for code in found.rated])
    if band.every_tool_min:
        every = f"{names} ได้ {figures.mark(band.every_tool_min)} คะแนนขึ้นไปทุกเครื่องมือ"
        return f"{every} แต่ยังไม่ครบเงื่อนไขของระดับ{better[-1].level}" if better else every
    asked = [b for b in better if b.every_tool_min and b.total_min == band.total_min]
    if asked:
        return f"มีเครื่องมืออย่างน้อยหนึ่งเครื่องมือได้ต่ำกว่า {figures.mark(asked[-1].every_tool_min)} คะแนน"
    return "ไม่มี"


def _history(criteria: Criteria) -> str:
    """Return since when these levels are used and what they replaced; empty where they replaced none that is known."""
    older = [load(year) for year in years() if year < criteria.fiscal_year]
    same = [one.fiscal_year for one in older if one.levels == criteria.levels]
    first = min(same, default=criteria.fiscal_year)
    decided = next((one.rating.resolution for one in (*older, criteria) if one.fiscal_year == first and one.rating), "")
    before = [one.rating for one in older if one.fiscal_year < first and one.rating]
    if not before or before[-1].rated or not criteria.rated:
        return ""
    by = f"ตาม{decided} " if decided else ""
    replaced = f"แทนระดับ {before[-1].levels[0]} ถึง {before[-1].levels[-1]} ที่พิจารณาจากคะแนนรวมเพียงอย่างเดียว"
    return (
        f"ระดับผลการประเมินชุดปัจจุบันใช้มาตั้งแต่ผลการประเมิน{thai.fiscal_year(first)} {by}{replaced} "
        f"เพื่อให้อ่านผลได้ตรงกับค่าเป้าหมาย {figures.mark(criteria.pass_mark)} คะแนนตามแผนแม่บทภายใต้ยุทธศาสตร์ชาติ "
        "และแก้ปัญหาที่ผู้อ่านเคยเข้าใจระดับแบบเดิมคลาดเคลื่อน"
    )


def _groups(criteria: Criteria) -> str:
    limit = figures.mark(criteria.pass_mark)
    if not criteria.rated:
        return "ระดับผลการประเมินของปีนี้พิจารณาจากคะแนนรวมเท่านั้น ไม่มีเงื่อนไขของแต่ละเครื่องมือ ดังตารางต่อไปนี้"
    return (
        f"หน่วยงานที่ได้คะแนนรวม {limit} คะแนนขึ้นไปถือว่าผ่านค่าเป้าหมาย "
        f"ส่วนหน่วยงานที่ได้น้อยกว่า {limit} คะแนนถือว่าไม่ผ่าน แต่ละกลุ่มแบ่งเป็นระดับตามตารางต่อไปนี้"
    )


def _meaning(criteria: Criteria, found: Rating) -> str:
    """Return what a level with conditions tells beyond the total; empty in a year without such levels."""
    asking = [band.level for band in found.bands if band.every_tool_min]
    if not asking:
        return ""
    names = thai.join([phrases.tool_label(criteria, code) for code in found.rated])
    return (
        f"ระดับ{'และระดับ'.join(asking)}กำหนดคะแนนขั้นต่ำของทุกเครื่องมือไว้ด้วย คือ {names} "
        "ชื่อระดับจึงบอกผลรายเครื่องมือได้ทันที ไม่ได้บอกเพียงคะแนนรวม "
        "ทั้งนี้ การเปลี่ยนชื่อระดับไม่เปลี่ยนวิธีคำนวณ หน่วยงานที่ใช้คะแนน ITA เป็นตัวชี้วัดของงานอื่นจึงใช้คะแนนรวมได้เช่นเดิม"
    )
