"""What a report says of one tool: its score, its strong and weak indicators, its weakest questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita import thai
from ita.assessment import Measure
from ita.criteria import Criteria, Tool
from ita.rating import displayed
from ita.scoring import Scores, question_key
from ita.word import figures, phrases
from ita.word.measures import ITEM_TOOL
from ita.word.views import (
    ChangeView,
    IndicatorView,
    PartView,
    QuestionView,
    ScoreView,
    ToolAnalysisView,
)

NO_WORDING = "ไม่มีข้อมูลถ้อยคำ"
MAX_LOWEST = 3
"""How many of the lowest questions are named where none is under the pass mark, ties at the end left out."""


def analyse(
    criteria: Criteria,
    scores: Scores,
    tool: Tool,
    indicators: Sequence[IndicatorView],
    parts: Sequence[PartView],
    change: ChangeView,
    measures: Sequence[Measure],
) -> ToolAnalysisView:
    """Return what the figures say of one tool."""
    scored = _scored_questions(criteria, scores, tool)
    lowest = _lowest(scored)
    named = lowest or _named_by_measures(criteria, tool, measures)
    return ToolAnalysisView(
        summary=_summary(criteria, scores, tool, parts, change),
        strengths=_strengths(indicators),
        weaknesses=_weaknesses(criteria, indicators),
        questions_lead=_lead(tool, is_scored=bool(scored), lowest=lowest, named=named),
        questions=tuple(named),
        questions_note=_borrowed(criteria, named),
        has_scores=bool(lowest),
    )


def _summary(criteria: Criteria, scores: Scores, tool: Tool, parts: Sequence[PartView], change: ChangeView) -> str:
    if set(tool.scored_codes) <= scores.not_processed or tool.code in scores.not_processed:
        return f"{tool.code} ไม่ได้รับการประมวลผลในปีนี้ จึงไม่มีคะแนนให้วิเคราะห์และถือว่าไม่ผ่านเงื่อนไขของเครื่องมือ"
    score = figures.tool_score(criteria, scores, tool.code)
    limit = figures.mark(criteria.pass_mark)
    text = f"{tool.code} มีคะแนนเฉลี่ย{_spaced(score)} คะแนน"
    if score.value is not None:
        gap = figures.points(abs(float(displayed(score.value)) - criteria.pass_mark))
        side = "ต่ำกว่า" if score.failed else "สูงกว่า"
        text += f" {side}เกณฑ์ {limit} คะแนน อยู่ {gap} คะแนน" if gap != "0.00" else f" เท่ากับเกณฑ์ {limit} คะแนนพอดี"
    elif score.text == figures.NO_DATA:
        text = f"ไม่มีข้อมูลคะแนนเฉลี่ยของ {tool.code}"
    if change.known:
        same = change.word == "เท่าเดิม"
        text += " เท่ากับปีก่อน" if same else f" {change.word}จากปีก่อน {change.text.lstrip('+-')} คะแนน"
    told = [part for part in parts if part.score.text != figures.NO_DATA]
    detail = thai.join([f"{part.name} {_part_score(part.score)}" for part in told])
    return f"{text} แยกเป็น {detail}" if detail else text


def _part_score(score: ScoreView) -> str:
    return str(score) if score.text == figures.NOT_PROCESSED else f"ได้{_spaced(score)} คะแนน"


def _spaced(score: ScoreView) -> str:
    """Thai words run on, figures stand apart."""
    return f" {score}" if score.text[0].isdigit() else str(score)


def _strengths(indicators: Sequence[IndicatorView]) -> str:
    lowest, highest = figures.extremes(indicators, figures.shown)
    if not highest:
        return ""
    if lowest == highest and len(highest) > 1:
        return f"ทุกตัวชี้วัดที่มีข้อมูลได้ {highest[0].score} คะแนนเท่ากัน สะท้อนผลการดำเนินงานที่สม่ำเสมอ"
    equal = "เท่ากัน " if len(highest) > 1 else " "
    return f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {phrases.listed(highest)} ได้ {highest[0].score} คะแนน{equal}ควรรักษาแนวปฏิบัติที่ดีนี้ไว้"


def _weaknesses(criteria: Criteria, indicators: Sequence[IndicatorView]) -> str:
    lowest, highest = figures.extremes(indicators, figures.shown)
    if not lowest:
        return "ยังไม่มีข้อมูลคะแนนรายตัวชี้วัดสำหรับวิเคราะห์เรื่องที่ควรพัฒนา"
    low = displayed(lowest[0].score.value or 0.0)
    if low >= displayed(100.0):
        return "ทุกตัวชี้วัดที่มีข้อมูลได้คะแนนเต็ม จึงมุ่งรักษามาตรฐานให้ต่อเนื่องในปีถัดไป"
    if lowest == highest and len(lowest) > 1:
        place = f"ทุกตัวชี้วัดยังเพิ่มได้อีก {figures.points(100.0 - float(low))} คะแนน"
    else:
        place = f"ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {phrases.listed(lowest)} ได้ {lowest[0].score} คะแนน"
    return f"{place} {_outlook(criteria, indicators, lowest)}{_weakest_sub(lowest)}"


def _outlook(criteria: Criteria, indicators: Sequence[IndicatorView], lowest: Sequence[IndicatorView]) -> str:
    limit = figures.mark(criteria.pass_mark)
    failed = [i for i in indicators if i.score.failed]
    if not failed:
        return f"แม้ผ่านเกณฑ์ {limit} คะแนนแล้ว แต่ยังมีช่องว่างให้พัฒนาได้มากกว่าตัวชี้วัดอื่น"
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


def _scored_questions(criteria: Criteria, scores: Scores, tool: Tool) -> list[QuestionView]:
    """Return the tool's questions or items whose scores are known, lowest first."""
    codes = [code for code, _ in _wordings(criteria, tool)]
    views = [view for code in codes for view in _views(criteria, scores, tool, code) if view.score.known]
    return sorted(views, key=lambda view: displayed(view.score.value or 0.0))


def _views(criteria: Criteria, scores: Scores, tool: Tool, code: str) -> Iterator[QuestionView]:
    wording = dict(_wordings(criteria, tool))[code]
    for scored in tool.scored_codes:
        part = phrases.tool_label(criteria, scored) if tool.parts else ""
        score = figures.score(criteria, scores[question_key(scored, code)])
        yield QuestionView(code, wording, part, f"{code}\n{part}".strip(), score)


def _wordings(criteria: Criteria, tool: Tool) -> list[tuple[str, str]]:
    numbers = [i.number for i in criteria.indicators_of(tool.code)]
    questions = [(q.code, q.text or NO_WORDING) for n in numbers for q in criteria.questions_of(n)]
    items = criteria.items if tool.code == ITEM_TOOL else ()
    return questions + [(item.code, item.title or NO_WORDING) for item in items]


def _lowest(ranked: Sequence[QuestionView]) -> list[QuestionView]:
    """Return the questions under the pass mark, else the few lowest that are short of full marks."""
    failed = [view for view in ranked if view.score.failed]
    if failed:
        return failed
    short = [view for view in ranked if displayed(view.score.value or 0.0) < displayed(100.0)]
    if len(short) <= MAX_LOWEST:
        return short
    next_score = displayed(short[MAX_LOWEST].score.value or 0.0)
    fewer = [view for view in short[:MAX_LOWEST] if displayed(view.score.value or 0.0) < next_score]
    return fewer or short


def _named_by_measures(criteria: Criteria, tool: Tool, measures: Sequence[Measure]) -> list[QuestionView]:
    """Return the questions that the tool's measures name, without scores."""
    wordings = dict(_wordings(criteria, tool))
    codes = dict.fromkeys(code for measure in measures for code in measure.questions if code in wordings)
    return [QuestionView(code, wordings[code], "", code, ScoreView(figures.NO_DATA)) for code in codes]


def _lead(tool: Tool, *, is_scored: bool, lowest: Sequence[QuestionView], named: Sequence[QuestionView]) -> str:
    kind = "รายการข้อมูล" if tool.code == ITEM_TOOL else "ข้อคำถาม"
    if lowest and lowest[0].score.failed:
        return f"{kind}ที่ยังไม่ผ่านเกณฑ์มีดังนี้"
    if lowest:
        return f"{kind}ที่ได้คะแนนน้อยที่สุดมีดังนี้"
    if is_scored:
        return f"{kind}ที่มีข้อมูลได้คะแนนเต็มทุกข้อ"
    if named:
        return "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ หน่วยงานจึงเลือกประเด็นต่อไปนี้เป็นเป้าหมายของการพัฒนา"
    return "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ การวิเคราะห์จึงอยู่ในระดับตัวชี้วัด"


def _borrowed(criteria: Criteria, views: Sequence[QuestionView]) -> str:
    """Say which wordings were taken from another year's questionnaire."""
    codes = {view.code for view in views}
    by_year: dict[int, list[str]] = {}
    for question in criteria.questions:
        if question.code in codes and question.text_from:
            by_year.setdefault(question.text_from, []).append(question.code)
    notes = [f"{thai.join(found)} ใช้ถ้อยคำของปี {year}" for year, found in by_year.items()]
    return f"หมายเหตุ {' '.join(notes)}" if notes else ""
