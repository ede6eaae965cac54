"""Sentences of the report against a target, in official Thai with Arabic digits."""

from __future__ import annotations

from collections.abc import Sequence

from ita import thai
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.word.content import figures, phrases, targets
from ita.word.content.targets import Target
from ita.word.views import IndicatorView, ScoreView, ToolView
from ita.word.views.improvement import DefectRowView

NO_MEASURE = "ยังไม่มีมาตรการ"
"""What stands in a table where nothing was planned for a defect."""

_NAMED = 4
"""As many indicators are named with their scores in a sentence."""


def background(assessment: Assessment, criteria: Criteria) -> tuple[str, ...]:
    """Return why the assessment is held and what this report does with it."""
    plan = "แล้วกำหนดมาตรการแก้ไข ผู้รับผิดชอบ ระยะเวลา และวิธีติดตามผล" if assessment.measures else "เพื่อใช้กำหนดมาตรการต่อไป"
    purpose = (
        "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment : ITA) "
        "เป็นมาตรการเชิงป้องกันที่สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ (สำนักงาน ป.ป.ช.) จัดให้มีทุกปี "
        "เพื่อให้หน่วยงานเห็นความเสี่ยงต่อการทุจริตในงานของตน และปรับปรุงก่อนเกิดความเสียหาย"
    )
    ours = (
        f"{assessment.agency.name}เข้ารับการประเมิน{thai.fiscal_year(assessment.fiscal_year)} "
        f"และมุ่งยกระดับผลการประเมินใน{thai.fiscal_year(assessment.next_year)} ให้ดีกว่าเดิม "
        f"จึงนำคะแนนที่ทราบมาเทียบกับเป้าหมาย แยกเรื่องที่บรรลุแล้วออกจากเรื่องที่ยังบกพร่อง {plan}"
    )
    return _sentences(purpose, _resolution(criteria)), ours


def _resolution(criteria: Criteria) -> str:
    """Return what the cabinet decided; empty where the year has no such decision that is known."""
    found = criteria.resolution
    if found is None:
        return ""
    first, last = found.years
    return (
        f"คณะรัฐมนตรีเห็นชอบเมื่อวันที่ {found.date} ให้หน่วยงานของรัฐทุกแห่งร่วมมือและเข้ารับการประเมินนี้"
        f"ในปีงบประมาณ พ.ศ. {first} ถึง {last}"
    )


def aims(criteria: Criteria, target: Target) -> tuple[str, ...]:
    """Return what is aimed at: by all agencies where that is known for the year, and by this report."""
    fiscal_year, mark = criteria.fiscal_year, figures.mark(criteria.pass_mark)
    share = "" if criteria.national_target is None else figures.mark(criteria.national_target.share)
    national = f"เป้าหมายของการประเมินในปี {fiscal_year} คือ ให้หน่วยงานที่เข้ารับการประเมินร้อยละ {share} ได้ตั้งแต่ {mark} คะแนนขึ้นไป"
    if str(target) != mark:
        own = f"หน่วยงานกำหนดเป้าหมายของตนไว้ที่ {target} คะแนน ส่วนเกณฑ์ผ่านของปีนี้คือ {mark} คะแนน"
    elif share:
        own = f"รายงานฉบับนี้ใช้ {mark} คะแนนเป็นเป้าหมายของคะแนนรวม เครื่องมือ ตัวชี้วัด และข้อคำถามทุกข้อ"
    else:
        own = f"รายงานฉบับนี้ใช้เกณฑ์ผ่านของ{thai.fiscal_year(fiscal_year)} คือ {mark} คะแนน เป็นเป้าหมายของคะแนนทุกระดับ"
    return (national, own) if share else (own,)


def reached(target: Target, tools: Sequence[ToolView], indicators: Sequence[IndicatorView]) -> str:
    """Return which tools and indicators reached the target; empty when no score is known."""
    of_tools, of_indicators = _reached_tools(target, tools), _reached_indicators(target, indicators)
    return f"{of_tools} ส่วน{of_indicators}" if of_tools and of_indicators else of_tools or of_indicators


def _sentences(*found: str) -> str:
    return " ".join(sentence for sentence in found if sentence)


def _reached_tools(target: Target, tools: Sequence[ToolView]) -> str:
    good = [tool for tool in tools if target.is_reached(tool.score)]
    if good:
        named = thai.join([f"{tool.code} ({tool.score} คะแนน)" for tool in good])
        if len(good) == len(tools):
            return f"ทั้ง {len(good)} เครื่องมือถึงเป้าหมาย {target} คะแนน ได้แก่ {named}"
        count = f"{len(good)} ใน {len(tools)} เครื่องมือ {'คือ' if len(good) == 1 else 'ได้แก่'}"
        return f"เครื่องมือที่ถึงเป้าหมาย {target} คะแนน มี {count} {named}"
    missed = [tool for tool in tools if target.is_missed(tool.score)]
    if len(missed) == len(tools):
        return f"ยังไม่มีเครื่องมือใดถึงเป้าหมาย {target} คะแนน"
    return f"ในบรรดาเครื่องมือที่ทราบคะแนน ยังไม่มีเครื่องมือใดถึงเป้าหมาย {target} คะแนน" if missed else ""


def _reached_indicators(target: Target, indicators: Sequence[IndicatorView]) -> str:
    good = [one for one in indicators if target.is_reached(one.score)]
    known = [one for one in indicators if one.score.known]
    if not known:
        return ""
    if len(good) == len(indicators):
        return f"ตัวชี้วัดถึงเป้าหมายครบทั้ง {len(good)} ตัวชี้วัด"
    if not good:
        return f"ตัวชี้วัดที่ทราบคะแนน {len(known)} ตัวชี้วัด ยังไม่มีตัวใดถึงเป้าหมาย"
    return f"ตัวชี้วัดที่ถึงเป้าหมายมี {_counted(good)}"


def _counted(indicators: Sequence[IndicatorView]) -> str:
    """Name the indicators: a few with their scores, many by their numbers, for the table has the scores."""
    if len(indicators) > _NAMED:
        return f"{len(indicators)} ตัวชี้วัด คือ ตัวชี้วัดที่ {targets.numbers([int(one.number) for one in indicators])}"
    named = thai.join([f"{phrases.indicator_label(one)} ({one.score} คะแนน)" for one in indicators])
    return f"{len(indicators)} ตัวชี้วัด {'คือ' if len(indicators) == 1 else 'ได้แก่'} {named}"


def missed(target: Target, total: ScoreView, tools: Sequence[ToolView], indicators: Sequence[IndicatorView]) -> str:
    """Return which tools and indicators missed the target and what cost the total most; empty when none did."""
    found = _sentences(_missed_tools(target, tools), _missed_indicators(target, indicators))
    return _sentences(found, _costliest(total, tools)) if found else ""


def _missed_tools(target: Target, tools: Sequence[ToolView]) -> str:
    low = [tool for tool in tools if tool.score.known and target.is_missed(tool.score)]
    left_out = [tool.code for tool in tools if tool.score.text == figures.NOT_PROCESSED]
    pieces = [f"{tool.code} ({tool.score} คะแนน ขาด {target.lacking(tool.score)} คะแนน)" for tool in low]
    named = f"เครื่องมือที่ไม่ถึงเป้าหมาย {'คือ' if len(low) == 1 else 'ได้แก่'} {thai.join(pieces)}" if low else ""
    absent = f"{thai.join(left_out)} ไม่ได้รับการประมวลผล จึงไม่มีคะแนนและถือว่าไม่ถึงเป้าหมาย" if left_out else ""
    return _sentences(named, absent)


def _missed_indicators(target: Target, indicators: Sequence[IndicatorView]) -> str:
    low = [one for one in indicators if one.score.known and target.is_missed(one.score)]
    return f"ตัวชี้วัดที่ไม่ถึงเป้าหมายมี {_counted(low)}" if low else ""


def _costliest(total: ScoreView, tools: Sequence[ToolView]) -> str:
    """Name the tool that took most from the total, where that is certain whatever the unknown scores are."""
    if not total.known or not all(tool.weight for tool in tools):
        return ""
    lost = {tool.code: _lost(tool) for tool in tools if tool.score.known or not tool.processed}
    at_most = {tool.code: lost.get(tool.code, float(tool.weight)) for tool in tools}
    worst = max(lost, key=lambda code: lost[code], default="")
    if not worst or lost[worst] <= max((points for code, points in at_most.items() if code != worst), default=0.0):
        return ""
    weight = next(tool.weight for tool in tools if tool.code == worst)
    points = figures.points(lost[worst])
    return f"คะแนนรวมที่ขาดไปมาจาก {worst} มากที่สุด คือ {points} คะแนน จากน้ำหนักร้อยละ {weight}"


def _lost(tool: ToolView) -> float:
    return float(tool.weight) * (100.0 - (tool.score.value or 0.0)) / 100.0


def unknown(tools: Sequence[ToolView], indicators: Sequence[IndicatorView]) -> str:
    """Return what is not known, and what only follows from other figures; empty when all is known."""
    open_tools = [tool.code for tool in tools if tool.score.text == figures.NO_DATA]
    open_numbers = [int(one.number) for one in indicators if one.score.text == figures.NO_DATA]
    numbered = f"ตัวชี้วัดที่ {targets.numbers(open_numbers)}" if open_numbers else ""
    missing = [piece for piece in (thai.join(open_tools), numbered) if piece]
    what = targets.after_word(" รวมทั้ง".join(missing))
    nothing = f"ไม่มีข้อมูลคะแนนของ{what} จึงยังสรุปไม่ได้ว่าถึงเป้าหมายหรือไม่" if missing else ""
    return _sentences(nothing, _derived(tools, indicators))


def _derived(tools: Sequence[ToolView], indicators: Sequence[IndicatorView]) -> str:
    found = [(tool.code, tool.score) for tool in tools if targets.is_derived(tool.score)]
    found += [(phrases.indicator_label(one), one.score) for one in indicators if targets.is_derived(one.score)]
    if not found:
        return ""
    named = thai.join([f"{name} ได้{targets.after_word(targets.with_unit(score))}" for name, score in found])
    return f"เมื่อคำนวณย้อนจากคะแนนอื่น {named} แต่ตัวเลขนี้ไม่ใช่คะแนนที่ประกาศ จึงใช้ประกอบการพิจารณาเท่านั้น"


def place(question: str, part: int | None) -> str:
    """Return what a suggestion is on, as its opening; empty when it is on the whole tool."""
    pieces = (f"ข้อ {question}" if question else "", f"ส่วนที่ {part}" if part else "")
    where = " ".join(piece for piece in pieces if piece)
    return f"{where} " if where else ""


def defects(rows: Sequence[DefectRowView], indicators: Sequence[IndicatorView]) -> str:
    """Introduce the list of defects, or say that there are none as far as the indicators are known."""
    if rows:
        order = " เรียงจากเรื่องที่ขาดคะแนนมากที่สุด" if len(rows) > 1 else ""
        left = sum(row.measures == NO_MEASURE for row in rows)
        open_ones = f" ในจำนวนนี้ {left} เรื่องยังไม่มีมาตรการรองรับ" if 0 < left < len(rows) else ""
        none = " และยังไม่มีมาตรการรองรับ" if left == len(rows) else ""
        return f"เรื่องที่ต่ำกว่าเป้าหมายมี {len(rows)} เรื่อง{order}{none}{open_ones} รายละเอียดดังนี้"
    known = [indicator.score.known for indicator in indicators]
    if not any(known):
        return "ยังไม่มีข้อมูลคะแนนรายตัวชี้วัด จึงยังสรุปข้อบกพร่องไม่ได้"
    good = "ทุกตัวชี้วัดและทุกข้อที่ทราบคะแนนถึงเป้าหมาย"
    if all(known):
        return f"{good} จึงมุ่งรักษามาตรฐานและพัฒนาข้อที่ยังเพิ่มคะแนนได้"
    return f"{good} ส่วนที่ไม่มีข้อมูลคะแนนยังสรุปไม่ได้"
