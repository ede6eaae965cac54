"""The report on what became of the measures: counts, each step's progress, and what remains."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from ita import thai
from ita.assessment import Assessment, Measure, Step
from ita.scoring import TOTAL, Scores
from ita.word.content import followup_phrases, progress
from ita.word.views.followup import FollowUpMeasureView, FollowUpStepView, FollowUpView, StateRowView

PROBLEMS = "problems"
"""The key of the agency's own paragraphs on problems in ``Assessment.texts``."""


def view(assessment: Assessment, scores: Scores, problems: Sequence[str]) -> FollowUpView:
    """Return what was reported on the measures; ``problems`` are the agency's own paragraphs."""
    every = progress.every_step(assessment)
    found = progress.counts(every)
    return FollowUpView(
        introduction=followup_phrases.introduction(assessment, scores.used(TOTAL)),
        summary=followup_phrases.summary(assessment, found),
        has_progress=found["silent"] < len(every),
        has_measures=bool(assessment.measures),
        rows=tuple(_row(assessment, found, state) for state in progress.WORDS),
        totals=StateRowView("รวม", str(len(assessment.measures)), str(len(every)), "100.00" if every else "–"),
        measures=tuple(_measure(number, one) for number, one in enumerate(assessment.measures, start=1)),
        remaining_text=followup_phrases.remaining(found, assessment.next_year + 1),
        remaining=tuple(_remaining(assessment)) if found["silent"] < len(every) else (),
        problems=tuple(problems),
        next_year=str(assessment.next_year + 1),
    )


def _row(assessment: Assessment, found: dict[progress.State, int], state: progress.State) -> StateRowView:
    measures = sum(progress.of_measure(measure) == state for measure in assessment.measures)
    share = followup_phrases.share(found[state], sum(found.values()))
    return StateRowView(progress.WORDS[state], str(measures), str(found[state]), share)


def _measure(number: int, measure: Measure) -> FollowUpMeasureView:
    steps = progress.steps(measure)
    return FollowUpMeasureView(
        number=str(number),
        name=measure.measure,
        state=progress.WORDS[progress.of_measure(measure)],
        is_uniform=len({(step.period, step.responsible) for step in steps}) == 1,
        steps=tuple(_step(i, step, is_only=len(steps) == 1) for i, step in enumerate(steps, start=1)),
    )


def _step(number: int, step: Step, *, is_only: bool) -> FollowUpStepView:
    return FollowUpStepView(
        number="" if is_only else f"{number}) ",
        text=step.text,
        responsible=thai.join(step.responsible),
        period=step.period,
        state=progress.WORDS[progress.of_step(step)],
        progress="ไม่มีรายงาน" if step.progress is None else f"{step.progress:g}",
        result=step.result or "–",
        evidence=step.evidence or "–",
    )


def _remaining(assessment: Assessment) -> Iterator[FollowUpMeasureView]:
    for number, measure in enumerate(assessment.measures, start=1):
        shown, steps = _measure(number, measure), progress.steps(measure)
        pairs = zip(shown.steps, steps, strict=True)
        left = [_left(view, step) for view, step in pairs if progress.of_step(step) != "done"]
        if left:
            yield dataclasses.replace(shown, steps=tuple(left))


def _left(view: FollowUpStepView, step: Step) -> FollowUpStepView:
    """Return a step with the percentage below its state, once it has begun."""
    begun = progress.of_step(step) == "doing"
    return dataclasses.replace(view, state=f"{view.state}\n(ร้อยละ {view.progress})") if begun else view
