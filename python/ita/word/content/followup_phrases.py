"""Sentences of the report on the measures' progress; nothing is claimed that nobody reported."""

from __future__ import annotations

from collections.abc import Mapping

from ita import criteria, thai
from ita.assessment import Assessment
from ita.word.content import figures
from ita.word.content.progress import WORDS, State


def introduction(assessment: Assessment, total: float | None) -> tuple[str, ...]:
    """Return where the measures come from and what the report is for."""
    agency, plan = assessment.agency.name, thai.fiscal_year(assessment.next_year)
    result = f" ซึ่งได้คะแนนรวม {figures.points(total)} คะแนน" if total is not None else ""
    count = len(assessment.measures)
    planned = (
        f"และกำหนดมาตรการสำหรับ{plan} ไว้ {count} มาตรการ เพื่อแก้ไขเรื่องที่ยังบกพร่องและรักษาเรื่องที่ทำได้ดีแล้ว"
        if count
        else f"แต่ยังไม่ได้กำหนดมาตรการสำหรับ{plan}"
    )
    origin = (
        f"{agency}วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) "
        f"{thai.fiscal_year(assessment.fiscal_year)}{result} {planned}"
    )
    if not count:
        return (origin,)
    purpose = "รายงานฉบับนี้สรุปว่ามาตรการแต่ละข้อดำเนินการถึงขั้นใด มีผลและหลักฐานอะไร และงานใดต้องทำต่อในปีถัดไป"
    return origin, f"{purpose} {_item(assessment)}"


def _item(assessment: Assessment) -> str:
    """Return which OIT item the report answers: that of the year after the plan year, where it is known."""
    year = assessment.next_year + 1
    if found := _follow_up_item(year):
        return f"และใช้เผยแพร่ตามรายการ {found} ของแบบวัด OIT {thai.fiscal_year(year)}"
    return f"และใช้เผยแพร่บนเว็บไซต์ของหน่วยงานสำหรับการประเมิน{thai.fiscal_year(year)}"


def _follow_up_item(year: int) -> str:
    """Return the item's code and, where it is known, its title; empty where the year's items are not known."""
    rules = criteria.load(year) if year in criteria.years() else None
    if rules is None or rules.report_items is None:
        return ""
    code = rules.report_items.follow_up
    title = next((item.title for item in rules.items if item.code == code), "")
    return f"{code} {title}".rstrip()


def summary(assessment: Assessment, found: Mapping[State, int]) -> str:
    """Return how far the measures got as a whole."""
    total, plan = sum(found.values()), thai.fiscal_year(assessment.next_year)
    if not assessment.measures:
        return f"ไม่มีมาตรการของ{plan} ให้รายงาน"
    planned = f"แผนของ{plan} มี {len(assessment.measures)} มาตรการ รวม {total} ขั้นตอน"
    if found["silent"] == total:
        return f"{planned} ในขณะจัดทำรายงานนี้ ยังไม่มีการรายงานความก้าวหน้าของขั้นตอนใด จึงยังสรุปผลการดำเนินการไม่ได้"
    if found["done"] == total:
        return f"{planned} ดำเนินการแล้วเสร็จทุกขั้นตอน"
    pieces = [f"{WORDS[state]} {count} ขั้นตอน (ร้อยละ {share(count, total)})" for state, count in found.items() if count]
    return f"{planned} {thai.join(pieces)}"


def share(count: int, total: int) -> str:
    """Return the percentage with two decimals, a dash where there is nothing to share."""
    return thai.number(count * 100 / total) if total else "–"


def remaining(found: Mapping[State, int], next_year: int) -> str:
    """Return what is left to do, and what is not known."""
    total = sum(found.values())
    if not total:
        return "ยังไม่มีมาตรการให้ติดตามผล"
    if found["silent"] == total:
        return "ยังไม่มีรายงานความก้าวหน้า จึงยังระบุไม่ได้ว่าขั้นตอนใดแล้วเสร็จหรือต้องดำเนินการต่อ"
    left, silent = found["doing"] + found["waiting"], found["silent"]
    carried = f"ขั้นตอนที่ยังไม่แล้วเสร็จมี {left} ขั้นตอน เสนอให้ดำเนินการต่อใน{thai.fiscal_year(next_year)}"
    unsaid = f"{silent} ขั้นตอนไม่มีรายงานความก้าวหน้า จึงต้องให้ผู้รับผิดชอบรายงานเพิ่มเติมก่อนสรุปผล"
    if left and silent:
        return f"{carried} ส่วนอีก {unsaid} รายละเอียดดังนี้"
    if left or silent:
        return f"{carried if left else unsaid} รายละเอียดดังนี้"
    return "ทุกขั้นตอนแล้วเสร็จ ไม่มีงานที่ต้องดำเนินการต่อ"
