"""The agency's measures as a report shows them, under the tool that each belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from ita import thai
from ita.assessment import Measure, Step
from ita.criteria import Criteria
from ita.word.views import MeasureView, StepView

ITEM_TOOL = "OIT"
"""The tool whose items stand where the others have questions."""


def by_tool(criteria: Criteria, measures: Sequence[Measure]) -> dict[str, list[Measure]]:
    """Return the measures under each tool's code; under the empty code those that belong to none."""
    groups: dict[str, list[Measure]] = {"": [], **{tool.code: [] for tool in criteria.tools}}
    for measure in measures:
        groups[_tool(criteria, measure)].append(measure)
    return groups


def _tool(criteria: Criteria, measure: Measure) -> str:
    """Return the code of the measure's tool: as entered, else its indicator's, else its first question's."""
    codes = {tool.code for tool in criteria.tools}
    if measure.tool in codes:
        return measure.tool
    if measure.indicator in {indicator.number for indicator in criteria.indicators}:
        return criteria.tool_of(measure.indicator).code
    tools = {question.code: criteria.tool_of(question.indicator).code for question in criteria.questions}
    tools |= {item.code: ITEM_TOOL for item in criteria.items}
    return next((tools[code] for code in measure.questions if code in tools), "")


def views(criteria: Criteria, measures: Sequence[Measure]) -> tuple[MeasureView, ...]:
    """Return the measures numbered from one."""
    return tuple(_view(criteria, number, measure) for number, measure in enumerate(measures, start=1))


def _view(criteria: Criteria, number: int, measure: Measure) -> MeasureView:
    steps = measure.steps or (Step(),)
    return MeasureView(
        number=str(number),
        name=measure.measure,
        relates_to=relation(criteria, measure),
        analysis=measure.analysis,
        strengths=measure.strengths,
        weaknesses=measure.weaknesses,
        is_uniform=len({(step.period, step.responsible) for step in steps}) == 1,
        steps=tuple(_step(i, step, is_only=len(steps) == 1) for i, step in enumerate(steps, start=1)),
    )


def relation(criteria: Criteria, measure: Measure) -> str:
    """Return the indicator and the questions that a measure names; empty where it names neither."""
    names = {indicator.number: indicator.name for indicator in criteria.indicators}
    indicator = f"ตัวชี้วัดที่ {measure.indicator} {names[measure.indicator]}" if measure.indicator in names else ""
    questions = f"ข้อ {' '.join(measure.questions)}" if measure.questions else ""
    return f"{indicator} ({questions})" if indicator and questions else indicator or questions


def _step(number: int, step: Step, *, is_only: bool) -> StepView:
    """A lone step needs no number."""
    return StepView(
        number="" if is_only else f"{number}) ",
        text=step.text,
        period=step.period,
        responsible=thai.join(step.responsible),
        follow_up=step.follow_up,
        progress="" if step.progress is None else f"{step.progress:g}",
        result=step.result,
        evidence=step.evidence,
    )
