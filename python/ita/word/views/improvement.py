"""What the report of improvements against a target may use; texts ready to print, as in ``ita.word.views``."""

from __future__ import annotations

from dataclasses import dataclass

from ita.word.views.basic import MeasureView


@dataclass(frozen=True, slots=True)
class TargetRowView:
    """A score against the target: ``gap`` is ``+0.38``, ``-0.99`` or a dash, ``verdict`` tells what came of it."""

    name: str
    score: str
    gap: str
    verdict: str


@dataclass(frozen=True, slots=True)
class WeakQuestionView:
    """A question or item under the target; ``note`` is the agency's own remark, empty when there is none."""

    label: str
    text: str
    score: str
    gap: str
    note: str


@dataclass(frozen=True, slots=True)
class RemedyView:
    """A measure that answers a defect; ``analysis`` is why, in the agency's words, empty when none was entered."""

    label: str
    analysis: str


@dataclass(frozen=True, slots=True)
class DefectIndicatorView:
    """What is known of one indicator: what it looks at, its result, its weak questions, the measures for it.

    ``scope`` tells the number of its questions or items, empty where it is not known; ``result`` is empty where
    nothing is known of the whole tool. ``no_remedy`` says that
    nothing was planned for a defect, and is empty otherwise.
    """

    number: str
    name: str
    purpose: str
    scope: str
    result: str
    questions: tuple[WeakQuestionView, ...]
    has_notes: bool
    remedies: tuple[RemedyView, ...]
    no_remedy: str


@dataclass(frozen=True, slots=True)
class DefectToolView:
    """What is known of one tool; ``questions`` are weak items that no indicator is known for."""

    number: str
    code: str
    name: str
    name_en: str
    about: str
    result: str
    indicators: tuple[DefectIndicatorView, ...]
    questions: tuple[WeakQuestionView, ...]
    has_notes: bool
    questions_note: str
    remedies: tuple[RemedyView, ...]

    @property
    def is_told(self) -> bool:
        """Whether anything is known of or planned for any of its indicators."""
        return any(one.result or one.questions or one.remedies or one.no_remedy for one in self.indicators)


@dataclass(frozen=True, slots=True)
class SuggestionsView:
    """What the assessors suggested on one tool, in their sense."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DefectRowView:
    """A row of the list of defects, the widest gap first; ``measures`` names the measures for it."""

    subject: str
    score: str
    gap: str
    measures: str


@dataclass(frozen=True, slots=True)
class ImprovementView:
    """The result against the target, the defects and what is planned for them.

    ``target`` is in points; ``rows`` are the tools and the total, ``indicator_rows`` the indicators. ``background``
    and ``aims`` are paragraphs; ``reached``, ``missed`` and ``unknown`` are paragraphs on tools and indicators, empty
    when there is nothing to say; ``defects_text`` introduces ``defects`` and stands alone where there are none.
    ``measures`` are all of them, numbered through.
    """

    target: str
    background: tuple[str, ...]
    aims: tuple[str, ...]
    rows: tuple[TargetRowView, ...]
    indicator_rows: tuple[TargetRowView, ...]
    reached: str
    missed: str
    unknown: str
    suggestions: tuple[SuggestionsView, ...]
    tools: tuple[DefectToolView, ...]
    defects_text: str
    defects: tuple[DefectRowView, ...]
    measures: tuple[MeasureView, ...]

    @property
    def has_follow_up(self) -> bool:
        """Whether any step tells how it will be followed up."""
        return any(step.follow_up for measure in self.measures for step in measure.steps)
