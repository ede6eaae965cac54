"""Sentences on the OIT and its items, in official Thai with Arabic digits; each says only what the figures bear out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita import thai
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.rating import displayed
from ita.scoring import TOTAL, Scores, indicator_key, tool_key
from ita.word.content import figures
from ita.word.content.measures import ITEM_TOOL
from ita.word.views.basic import ScoreView
from ita.word.views.items import ItemIndicatorView, ItemPlanView, ItemView

FULL_NAME = "การเปิดเผยข้อมูลสาธารณะ (Open Data Integrity and Transparency Assessment : OIT)"
MAX_NAMED = 5
"""More items than this short of full marks are counted, not named: the section on them lists them all."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an item's result is called; ``part`` is empty in a year whose items score only 0 or 100."""

    full: str
    part: str
    none: str
    short_title: str

    def of(self, value: float) -> str:
        """Return the word for a score in points."""
        if displayed(value) >= displayed(100.0):
            return self.full
        return self.none if displayed(value) <= 0 or not self.part else self.part


_TWO = Words("ผ่าน", "", "ไม่ผ่าน", "ข้อมูลที่ไม่ผ่านการประเมิน")
_THREE = Words("ได้คะแนนเต็ม", "ได้คะแนนบางส่วน", "ไม่ได้คะแนน", "ข้อมูลที่ยังไม่ได้คะแนนเต็ม")


def words(criteria: Criteria, values: Iterable[float | None]) -> Words:
    """Return two words where items score only 0 or 100, by the year's rule and in fact; else three."""
    only_two = criteria.item_points is not None and criteria.item_points.points == (0.0, 100.0)
    return _TWO if only_two and all(value in {None, 0.0, 100.0} for value in values) else _THREE


def joined(codes: Sequence[str]) -> str:
    """Return codes as a list for a sentence."""
    return thai.join(codes)


def summary(assessment: Assessment, criteria: Criteria, scores: Scores) -> str:
    """Return a paragraph on the tool, its change since last year, its indicators and the total."""
    sentences = [
        _tool(assessment, criteria, scores),
        _change(assessment, scores),
        _indicators(criteria, scores),
        _computed(scores),
        _total(scores),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _tool(assessment: Assessment, criteria: Criteria, scores: Scores) -> str:
    subject = f"{FULL_NAME} ของ{assessment.agency.name}ใน{thai.fiscal_year(assessment.fiscal_year)}"
    score = figures.tool_score(criteria, scores, ITEM_TOOL)
    if score.text == figures.NOT_PROCESSED:
        return f"{subject} ไม่ได้รับการประมวลผล จึงไม่มีคะแนนให้รายงาน"
    if score.text == figures.NO_DATA:
        return f"{subject} ยังไม่มีข้อมูลคะแนนรวมของเครื่องมือ"
    return f"{subject} ได้{_spaced(score)} คะแนน{_verdict(criteria, score)}"


def _verdict(criteria: Criteria, score: ScoreView) -> str:
    if not score.known:
        return ""
    side = "ต่ำกว่า" if score.failed else "ผ่าน"
    return f" {side}เกณฑ์ {figures.mark(criteria.pass_mark)} คะแนน"


def _spaced(score: ScoreView) -> str:
    """Thai words run on, figures stand apart."""
    return f" {score}" if score.text[0].isdigit() else str(score)


def _change(assessment: Assessment, scores: Scores) -> str:
    before = assessment.previous.tools.get(ITEM_TOOL)
    delta = figures.difference(scores.used(tool_key(ITEM_TOOL)), before)
    if delta is None or before is None:
        return ""
    last = f"ปีก่อนซึ่งได้ {figures.points(before)} คะแนน"
    if delta == 0:
        return f"เท่ากับ{last}"
    return f"{'เพิ่มขึ้น' if delta > 0 else 'ลดลง'} {thai.number(abs(delta))} คะแนนจาก{last}"


def _indicators(criteria: Criteria, scores: Scores) -> str:
    shown = [(i, figures.score(criteria, scores[indicator_key(i.number)])) for i in criteria.indicators_of(ITEM_TOOL)]
    told = [
        (f"ตัวชี้วัดที่ {i.number} {i.name}", f"ได้{_spaced(score)} คะแนน")
        for i, score in shown
        if score.text != figures.NO_DATA
    ]
    if not told:
        return "และยังไม่ทราบคะแนนรายตัวชี้วัด"
    if len(told) < len(shown):
        return f"โดยทราบคะแนนเฉพาะ{thai.join([f'{name} ซึ่ง{gained}' for name, gained in told])}"
    return f"จำแนกเป็น{thai.join([f'{name} {gained}' for name, gained in told])}"


def _computed(scores: Scores) -> str:
    """Say that the tool's score was not published but follows from what is known below it."""
    figure = scores[tool_key(ITEM_TOOL)]
    is_computed = figure.published is None and figure.used is not None and ITEM_TOOL not in scores.not_processed
    return "ทั้งนี้ ไม่พบประกาศคะแนน OIT จึงใช้ค่าเฉลี่ยของทั้งสองตัวชี้วัด" if is_computed else ""


def _total(scores: Scores) -> str:
    total = scores.used(TOTAL)
    return "" if total is None else f"ส่วนคะแนนรวม ITA จากทุกเครื่องมือเท่ากับ {figures.points(total)} คะแนน"


def counts(criteria: Criteria, scores: Scores, items: Iterable[ItemView], words: Words) -> str:
    """Return a sentence on how many items got which result and which fell short; empty where nothing is known."""
    every = list(items)
    known = [item for item in every if item.result]
    if not known:
        return _no_items(criteria, scores)
    if all(item.result == words.full for item in known):
        whole = len(known) == len(criteria.items)
        return f"ข้อมูลทั้ง {len(every)} ข้อ{words.full}ทุกข้อ" if whole else _all_of_known(every, known, words)
    parts = [_counted(known, word) for word in (words.full, words.part, words.none)]
    told = f"ข้อมูลทั้งหมด {len(every)} ข้อ {thai.join([part for part in parts if part])}"
    left = len(every) - len(known)
    unknown = f" ส่วนอีก {left} ข้อยังไม่ทราบคะแนน" if left else ""
    return f"{told}{_named([item for item in known if item.result != words.full], words)}{unknown}"


def table_title(indicators: Sequence[ItemIndicatorView]) -> str:
    """Return the title of the table of results, which names no level that the table does not show."""
    groups = [group for indicator in indicators for group in indicator.item_groups]
    if any(group.items for group in groups):
        return "ผลการประเมิน OIT จำแนกตามตัวชี้วัด ตัวชี้วัดย่อย และรายการข้อมูล"
    return f"ผลการประเมิน OIT จำแนกตามตัวชี้วัด{'และตัวชี้วัดย่อย' if groups else ''}"


def _named(short: Sequence[ItemView], words: Words) -> str:
    if len(short) > MAX_NAMED:
        return ""
    lead = "ข้อที่ยังไม่ได้คะแนนเต็ม ได้แก่" if words.part else "ได้แก่"
    return f" {lead} {thai.join([f'ข้อ {item.code} {item.title}' for item in short])}"


def _no_items(criteria: Criteria, scores: Scores) -> str:
    """Say that the items are not known, where anything else is."""
    above = [indicator_key(i.number) for i in criteria.indicators_of(ITEM_TOOL)]
    if not any(scores.used(key) is not None for key in above):
        return ""
    return "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ รายงานนี้จึงแสดงผลได้ถึงระดับตัวชี้วัดเท่านั้น"


def _all_of_known(every: Sequence[ItemView], known: Sequence[ItemView], words: Words) -> str:
    left = len(every) - len(known)
    return f"จากข้อมูลทั้งหมด {len(every)} ข้อ ทราบคะแนนแล้ว {len(known)} ข้อและ{words.full}ทุกข้อ อีก {left} ข้อยังไม่ทราบคะแนน"


def _counted(items: Sequence[ItemView], word: str) -> str:
    number = sum(item.result == word for item in items) if word else 0
    return f"{word} {number} ข้อ" if number else ""


def plans_lead(
    assessment: Assessment, short: Sequence[ItemView], plans: Sequence[ItemPlanView], values: Iterable[float | None]
) -> str:
    """Return the sentence before the agency's suggestions, or the one that stands in their place."""
    agency = assessment.agency.name
    if plans and short:
        return f"{agency}กำหนดแนวทางปรับปรุงจากผลการประเมินข้างต้น พร้อมหน่วยงานผู้รับผิดชอบ ดังนี้"
    if plans:
        return f"{agency}กำหนดแนวทางพัฒนาการเปิดเผยข้อมูล พร้อมหน่วยงานผู้รับผิดชอบ ดังนี้"
    scored = list(values)
    if scored and all(value is not None for value in scored):
        return "ไม่มีข้อใดที่ต้องกำหนดแนวทางแก้ไข จึงให้ผู้รับผิดชอบตรวจข้อมูลบนเว็บไซต์ให้ครบถ้วนและเป็นปัจจุบันอยู่เสมอ"
    return "ยังไม่ได้กำหนดแนวทางปรับปรุงข้อมูลรายข้อ เมื่อทราบคะแนนรายข้อแล้วจึงจะกำหนดแนวทางและผู้รับผิดชอบต่อไป"
