"""The report against a target: what was reached, what was missed, and what is planned for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.scoring import Scores
from ita.word.content import defects, figures, improvement_phrases, measures
from ita.word.content.defects import Case
from ita.word.content.targets import Target
from ita.word.views import ScoreView, ToolView
from ita.word.views.improvement import ImprovementView, SuggestionsView, TargetRowView


def view(
    assessment: Assessment, criteria: Criteria, scores: Scores, total: ScoreView, tools: Sequence[ToolView]
) -> ImprovementView:
    """Return the result against the agency's own target, else the year's pass mark."""
    tools = [_left_out(tool) for tool in tools]
    target = Target(criteria.pass_mark if assessment.target is None else assessment.target)
    case = Case(assessment, criteria, scores, target)
    indicators = [indicator for tool in tools for indicator in tool.indicators]
    rows = defects.rows(case, indicators)
    return ImprovementView(
        target=str(target),
        background=improvement_phrases.background(assessment, criteria),
        aims=improvement_phrases.aims(criteria, target),
        rows=_rows(target, total, tools),
        indicator_rows=tuple(_row(target, f"{one.number}. {one.name}", one.score) for one in indicators),
        reached=improvement_phrases.reached(target, tools, indicators),
        missed=improvement_phrases.missed(target, total, tools, indicators),
        unknown=improvement_phrases.unknown(tools, indicators),
        suggestions=_suggestions(assessment, tools),
        tools=tuple(defects.tool_view(case, tool) for tool in tools),
        defects_text=improvement_phrases.defects(rows, indicators),
        defects=rows,
        measures=measures.views(criteria, assessment.measures),
    )


def _left_out(tool: ToolView) -> ToolView:
    """Return a tool none of whose parts was processed as not processed itself."""
    if tool.parts and all(part.score.text == figures.NOT_PROCESSED for part in tool.parts):
        return replace(tool, score=ScoreView(figures.NOT_PROCESSED, None, figures.FAILED))
    return tool


def _rows(target: Target, total: ScoreView, tools: Sequence[ToolView]) -> tuple[TargetRowView, ...]:
    found = [(f"{tool.name} ({tool.code})", tool.score) for tool in tools]
    return tuple(_row(target, name, score) for name, score in (*found, ("คะแนนรวม", total)))


def _row(target: Target, name: str, score: ScoreView) -> TargetRowView:
    return TargetRowView(name, str(score), target.gap_text(score), target.verdict(score))


def _suggestions(assessment: Assessment, tools: Sequence[ToolView]) -> tuple[SuggestionsView, ...]:
    """Return the assessors' suggestions under the tool that each is on, those on none last."""
    titles = {tool.code: f"ข้อเสนอแนะต่อ{tool.name} ({tool.code})" for tool in tools} | {"": "ข้อเสนอแนะทั่วไป"}
    groups: dict[str, list[str]] = {code: [] for code in titles}
    for one in assessment.assessor_suggestions:
        where = improvement_phrases.place(one.question, one.part)
        groups[one.tool if one.tool in groups else ""].append(f"{where}{one.text.strip()}")
    return tuple(SuggestionsView(titles[code], tuple(texts)) for code, texts in groups.items() if texts)
