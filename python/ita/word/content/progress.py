"""What state a step or a measure is in, from the progress that was reported; unknown is a state of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ita.assessment import Assessment, Measure, Step

State = Literal["done", "doing", "waiting", "silent"]

WORDS: dict[State, str] = {
    "done": "แล้วเสร็จ",
    "doing": "อยู่ระหว่างดำเนินการ",
    "waiting": "ยังไม่เริ่มดำเนินการ",
    "silent": "ไม่มีรายงานความก้าวหน้า",
}
"""The word of each state, in the order of tables and charts."""

NO_STEP = "ยังไม่ได้กำหนดขั้นตอน"

_FINISHED = 100.0


def of_step(step: Step) -> State:
    """Return a step's state: finished at 100 per cent, begun over 0, silent while no percentage was entered."""
    if step.progress is None:
        return "silent"
    if step.progress >= _FINISHED:
        return "done"
    return "doing" if step.progress > 0.0 else "waiting"


def of_measure(measure: Measure) -> State:
    """Return a measure's state: done when every step is, doing as soon as one has begun, silent where that is open."""
    states = {of_step(step) for step in steps(measure)}
    if states & {"done", "doing"}:
        return "done" if states == {"done"} else "doing"
    return "waiting" if states == {"waiting"} else "silent"


def steps(measure: Measure) -> tuple[Step, ...]:
    """Return a measure's steps; a measure without any stands for one step that nothing was reported on."""
    return measure.steps or (Step(text=NO_STEP),)


def every_step(assessment: Assessment) -> list[Step]:
    """Return the steps of every measure."""
    return [step for measure in assessment.measures for step in steps(measure)]


def counts(found: Sequence[Step]) -> dict[State, int]:
    """Return how many steps are in each state."""
    states = [of_step(step) for step in found]
    return {state: states.count(state) for state in WORDS}
