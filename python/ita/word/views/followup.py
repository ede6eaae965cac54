"""What the report on the progress of the measures may use; texts ready to print, as in ``ita.word.views``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowUpStepView:
    """A step and what became of it; ``progress`` is a percentage, or says that none was reported."""

    number: str
    text: str
    responsible: str
    period: str
    state: str
    progress: str
    result: str
    evidence: str


@dataclass(frozen=True, slots=True)
class FollowUpMeasureView:
    """A measure with at least one step, and its state.

    ``is_uniform`` tells that every step has the same period and the same responsible people.
    """

    number: str
    name: str
    state: str
    is_uniform: bool
    steps: tuple[FollowUpStepView, ...]


@dataclass(frozen=True, slots=True)
class StateRowView:
    """How many measures and how many steps are in one state; ``share`` is the percentage of all steps."""

    state: str
    measures: str
    steps: str
    share: str


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """What became of the measures of the plan year.

    ``introduction`` are paragraphs, ``summary`` and ``remaining_text`` sentences that claim no more than was
    reported. ``has_progress`` tells whether anything was. ``rows`` ends with the totals. ``remaining`` are the
    measures with a step that is not finished or not reported on, each with those steps alone, whose ``state`` has
    the percentage below it. ``problems`` are the agency's own paragraphs, ``next_year`` the B.E. fiscal year after
    the plan year.
    """

    introduction: tuple[str, ...]
    summary: str
    has_progress: bool
    has_measures: bool
    rows: tuple[StateRowView, ...]
    totals: StateRowView
    measures: tuple[FollowUpMeasureView, ...]
    remaining_text: str
    remaining: tuple[FollowUpMeasureView, ...]
    problems: tuple[str, ...]
    next_year: str
