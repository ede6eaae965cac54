"""Sentences on the defects of a tool and of an indicator; each says only what the figures bear out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ita import thai
from ita.criteria import ITEM_TOOL, Criteria
from ita.word.content import figures, targets
from ita.word.content.targets import Target
from ita.word.views import IndicatorView, SubIndicatorView, ToolView

_NAMED = 4
"""As many questions that tie are named."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many scores of questions (or items) an indicator has, how many are known, and how many are weak.

    A question that is scored in two parts counts twice; ``only`` names the parts where all that is known lies in them.
    ``lowest`` names those with the lowest known score short of full marks, ``lowest_score`` is that score.
    """

    is_item: bool
    total: int
    known: int
    weak: int
    only: str
    lowest: tuple[str, ...]
    lowest_score: str

    @property
    def kind(self) -> str:
        """What each of them is called."""
        return "รายการข้อมูล" if self.is_item else "ข้อคำถาม"

    @property
    def unit(self) -> str:
        """The counting word."""
        return "รายการ" if self.is_item else "ข้อ"


def about(tool: ToolView) -> str:
    """Return who answers the tool and which indicators it measures."""
    who = f"โดย{tool.respondents}" if tool.code == ITEM_TOOL else f"โดยเก็บข้อมูลจาก{tool.respondents}"
    weight = f"มีน้ำหนักร้อยละ {tool.weight} ของคะแนนรวม " if tool.weight else ""
    named = thai.join([indicator.name for indicator in tool.indicators])
    return f"{weight}{who} ใช้วัด {len(tool.indicators)} ตัวชี้วัด คือ {named}"


def tool_result(target: Target, tool: ToolView) -> str:
    """Return the tool's average against the target."""
    if tool.score.text == figures.NOT_PROCESSED:
        return f"{tool.code} ไม่ได้รับการประมวลผลในปีนี้ จึงไม่มีคะแนนและถือว่าไม่ถึงเป้าหมาย"
    if tool.score.known:
        moved = targets.change(tool.change)
        return f"ผลการประเมิน {tool.code} ได้ {tool.score} คะแนน {target.distance(tool.score)}{moved}{_parts(tool)}"
    if targets.is_derived(tool.score):
        about_score = targets.after_word(targets.with_unit(tool.score))
        found = f"ไม่พบคะแนน {tool.code} ที่ประกาศไว้ เมื่อคำนวณย้อนจากคะแนนอื่นได้{about_score}"
        return f"{found} จึงใช้ประกอบการพิจารณาเท่านั้น{_parts(tool)}"
    return f"ไม่มีข้อมูลคะแนนเฉลี่ยของ {tool.code}{_parts(tool).replace('แยกเป็น', 'โดย', 1)}"


def nothing(code: str) -> str:
    """Return that no score of a tool is known."""
    return f"ไม่มีข้อมูลคะแนนของ {code} ทั้งคะแนนเฉลี่ย รายตัวชี้วัด และรายข้อ จึงยังระบุข้อบกพร่องไม่ได้"


def _parts(tool: ToolView) -> str:
    told = [part for part in tool.parts if part.score.text != figures.NO_DATA]
    pieces = [f"{part.name}{_part_score(part.score.text)}" for part in told]
    return f" แยกเป็น {thai.join(pieces)}" if pieces else ""


def _part_score(score: str) -> str:
    return f" {score}" if score == figures.NOT_PROCESSED else f" ได้{targets.after_word(score)} คะแนน"


def scope(indicator: IndicatorView, codes: Sequence[str]) -> str:
    """Return how many questions or items the indicator has; empty where none is known."""
    own = list(dict.fromkeys(codes))
    if not own:
        return ""
    span = f"{own[0]} ถึง {own[-1]}" if len(own) > 1 else own[0]
    if not indicator.sub_indicators:
        return f"มีข้อคำถาม {len(own)} ข้อ ({span})"
    subs = thai.join([f"{sub.code} {sub.name}" for sub in indicator.sub_indicators])
    count = len(indicator.sub_indicators)
    return f"มีรายการข้อมูล {len(own)} รายการ ({span}) ใน {count} ตัวชี้วัดย่อย คือ {subs}"


def indicator_result(target: Target, tool: ToolView, indicator: IndicatorView, tally: Tally) -> str:
    """Return the indicator's score against the target and what its questions tell."""
    if indicator.score.known:
        moved = targets.change(indicator.change)
        first = f"ผลการประเมินได้ {indicator.score} คะแนน {target.distance(indicator.score)}{moved}"
        return f"{first}{_subs(target, indicator.sub_indicators)}{_detail(target, indicator, tally)}"
    if not tool.processed and not tally.known:
        return f"ไม่มีคะแนน เนื่องจาก {tool.code} ไม่ได้รับการประมวลผลครบถ้วนในปีนี้"
    if targets.is_derived(indicator.score):
        score = targets.after_word(targets.with_unit(indicator.score))
        first = f"ไม่พบคะแนนที่ประกาศไว้ เมื่อคำนวณย้อนจากคะแนนอื่นได้{score} จึงใช้ประกอบการพิจารณาเท่านั้น"
        return f"{first}{_questions(tally)}"
    first = "ไม่มีข้อมูลคะแนนเฉลี่ยของตัวชี้วัดนี้"
    detail = _questions(tally).lstrip()
    return f"{first} แต่{detail}" if detail.startswith("ทราบ") else f"{first} {detail or 'จึงยังระบุข้อบกพร่องไม่ได้'}"


def _subs(target: Target, subs: Sequence[SubIndicatorView]) -> str:
    missed = [f"{sub.code} {sub.name} ({sub.score} คะแนน)" for sub in subs if target.is_missed(sub.score)]
    return f" ตัวชี้วัดย่อยที่ต่ำกว่าเป้าหมาย ได้แก่ {thai.join(missed)}" if missed else ""


def _detail(target: Target, indicator: IndicatorView, tally: Tally) -> str:
    if tally.known:
        return _questions(tally)
    return " แต่ไม่มีข้อมูลคะแนนรายข้อสำหรับหาสาเหตุ" if target.is_missed(indicator.score) else ""


def _questions(tally: Tally) -> str:
    if not tally.known:
        return ""
    is_complete = tally.known == tally.total
    limited = f"เฉพาะ {tally.only}" if tally.only else f" {tally.known} จาก {tally.total} {tally.unit}"
    known = "" if is_complete else f" ทราบคะแนน{tally.kind}{limited}"
    if tally.weak:
        return f"{known}{_weak(tally)} ดังนี้"
    if tally.known == 1 and known and tally.lowest:
        return f"{known} คือ {tally.lowest[0]} ได้ {tally.lowest_score} คะแนน ซึ่งถึงเป้าหมาย"
    every = f"ทุก{tally.unit}" if is_complete else f"และทุก{tally.unit}ที่ทราบ"
    if not tally.lowest:
        return f"{known} {every}ได้คะแนนเต็ม"
    return f"{known} {every}ถึงเป้าหมาย {_room(tally)}"


def _room(tally: Tally) -> str:
    """Return which of those that reached the target could rise most; many that tie are told by their number."""
    if len(tally.lowest) == tally.known > 1:
        return f"โดยได้ {tally.lowest_score} คะแนนเท่ากัน"
    which = f"{tally.unit}ที่ยังเพิ่มคะแนนได้มากที่สุด"
    if len(tally.lowest) > _NAMED:
        return f"{which}มี {len(tally.lowest)} {tally.unit} ได้ {tally.lowest_score} คะแนนเท่ากัน"
    return f"{which} คือ {thai.join(tally.lowest)} ({tally.lowest_score} คะแนน)"


def _weak(tally: Tally) -> str:
    if tally.known == tally.total:
        return f" {tally.kind}ที่ต่ำกว่าเป้าหมายมี {tally.weak} {tally.unit}"
    every = "" if tally.weak == 1 else "ทุก" + tally.unit
    return (
        f" ซึ่งต่ำกว่าเป้าหมาย{every}" if tally.weak == tally.known else f" ในจำนวนนี้ต่ำกว่าเป้าหมาย {tally.weak} {tally.unit}"
    )


def no_remedy(plan_year: int) -> str:
    """Return that nothing was planned for a defect."""
    return f"แผนของ{thai.fiscal_year(plan_year)} ยังไม่มีมาตรการสำหรับตัวชี้วัดนี้"


def borrowed(criteria: Criteria, codes: Collection[str]) -> str:
    """Return which of these questions are worded as in another year; empty when none is."""
    by_year: dict[int, list[str]] = {}
    for question in criteria.questions:
        if question.code in codes and question.text_from:
            by_year.setdefault(question.text_from, []).append(question.code)
    notes = [f"{thai.join(found)} ใช้ถ้อยคำของแบบวัดปี {year}" for year, found in by_year.items()]
    return f"หมายเหตุ {' '.join(notes)}" if notes else ""
