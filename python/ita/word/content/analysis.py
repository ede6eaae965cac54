"""What a report says of one tool: its score, its strong and weak indicators, its weakest questions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ita import thai
from ita.assessment import Measure
from ita.criteria import Criteria, Tool
from ita.rating import displayed
from ita.scoring import Scores, question_key
from ita.word.content import figures, phrases, remarks
from ita.word.content.measures import ITEM_TOOL
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
    told = scored or any(view.score.text != figures.NO_DATA for view in (*indicators, *parts))
    has_average = figures.tool_score(criteria, scores, tool.code).text != figures.NO_DATA
    has_data = bool(told) or has_average
    is_analysed = has_data and not _is_left_out(scores, tool)
    text = _summary(criteria, scores, tool, parts, change) if has_data else _nothing(tool)
    known = _known_indicators(criteria, indicators, has_average=has_average) if is_analysed else ""
    return ToolAnalysisView(
        summary=f"{text}{known}",
        strengths=remarks.strengths(criteria, indicators),
        weaknesses=remarks.weaknesses(criteria, indicators),
        questions_lead=_lead(tool, scored, lowest, named) if named or is_analysed else "",
        questions=tuple(named),
        questions_note=_borrowed(criteria, named),
        has_scores=bool(lowest),
    )


def _nothing(tool: Tool) -> str:
    return f"ไม่มีข้อมูลคะแนนของ {tool.code} จึงยังวิเคราะห์จุดแข็งและเรื่องที่ควรพัฒนาไม่ได้"


def _is_left_out(scores: Scores, tool: Tool) -> bool:
    """Whether neither the tool nor any of its parts was processed."""
    return set(tool.scored_codes) <= scores.not_processed or tool.code in scores.not_processed


def _known_indicators(criteria: Criteria, indicators: Sequence[IndicatorView], *, has_average: bool) -> str:
    """Say what there is to compare where fewer than two indicators are known; else empty."""
    if not any(view.score.known for view in indicators):
        return f" {'แต่' if has_average else 'และ'}ยังไม่ทราบคะแนนรายตัวชี้วัด"
    sentence = remarks.only(criteria, indicators)
    return f" ส่วนรายตัวชี้วัด{sentence}" if sentence else ""


def _summary(criteria: Criteria, scores: Scores, tool: Tool, parts: Sequence[PartView], change: ChangeView) -> str:
    if _is_left_out(scores, tool):
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
    else:
        text = f"คะแนนอื่นที่ทราบแสดงว่า {tool.code} มีคะแนนเฉลี่ย{_spaced(score)} คะแนน"
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


def _lead(
    tool: Tool, scored: Sequence[QuestionView], lowest: Sequence[QuestionView], named: Sequence[QuestionView]
) -> str:
    kind, each = ("รายการข้อมูล", "รายการ") if tool.code == ITEM_TOOL else ("ข้อคำถาม", "ข้อ")
    if lowest and lowest[0].score.failed:
        return f"{kind}ที่ยังไม่ผ่านเกณฑ์มีดังนี้"
    if lowest:
        return f"{kind}ที่ได้คะแนนน้อยที่สุดมีดังนี้"
    if scored:
        return f"{kind}ทุก{each}ที่ทราบคะแนนได้คะแนนเต็ม"
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
