"""Scores against a target: what was reached, by how much it was missed, and the words for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita import thai
from ita.rating import displayed
from ita.word.content import figures
from ita.word.views import ChangeView, ScoreView

REACHED, MISSED, OPEN = "ถึงเป้าหมาย", "ไม่ถึงเป้าหมาย", "ยังสรุปไม่ได้"
_PAIR = 2
_RUN = 3
"""As many consecutive numbers are told as a run: 1 ถึง 5."""


@dataclass(frozen=True, slots=True)
class Target:
    """The score aimed at, in points."""

    points: float

    def __str__(self) -> str:
        return figures.mark(self.points)

    def gap(self, score: ScoreView) -> Decimal | None:
        """Return how far a score lies over the target (negative: under it), None when it is not known."""
        return figures.difference(score.value, self.points)

    def is_missed(self, score: ScoreView) -> bool:
        """Whether a score is known to be under the target; a tool that was not processed is."""
        gap = self.gap(score)
        return score.text == figures.NOT_PROCESSED if gap is None else gap < 0

    def is_reached(self, score: ScoreView) -> bool:
        """Whether a score is known to be at the target or over it."""
        gap = self.gap(score)
        return gap is not None and gap >= 0

    def verdict(self, score: ScoreView) -> str:
        """Return the word for a table."""
        if self.is_missed(score):
            return MISSED
        return REACHED if self.is_reached(score) else OPEN

    def gap_text(self, score: ScoreView) -> str:
        """Return ``+0.38``, ``-0.99``, ``0.00``, or a dash when the score is not known."""
        return figures.change(score.value, self.points).text

    def lacking(self, score: ScoreView) -> str:
        """Return the points that a missed score lacks."""
        gap = self.gap(score)
        return "" if gap is None else thai.number(abs(gap))

    def distance(self, score: ScoreView) -> str:
        """Return ``ต่ำกว่าเป้าหมาย 0.99 คะแนน``; empty when the score is not known."""
        gap = self.gap(score)
        if gap is None:
            return ""
        if gap == 0:
            return "เท่ากับเป้าหมายพอดี"
        return f"{'สูงกว่า' if gap > 0 else 'ต่ำกว่า'}เป้าหมาย {thai.number(abs(gap))} คะแนน"


def is_derived(score: ScoreView) -> bool:
    """Whether a score only follows, more or less exactly, from others."""
    return score.value is None and score.text not in {figures.NO_DATA, figures.NOT_PROCESSED}


def with_unit(score: ScoreView) -> str:
    """Return a score with its unit: ``84.01 คะแนน``, ``ประมาณ 86 คะแนน (ระหว่าง 84.3 ถึง 87.7)``."""
    figure, bracket, bounds = score.text.partition(" (")
    return f"{figure} คะแนน{bracket}{bounds}"


def after_word(text: str) -> str:
    """Return the text as it follows a Thai word: figures and Latin letters stand apart, Thai runs on."""
    return text if text[:1] and "ก" <= text[0] <= "๎" else f" {text}"


def change(view: ChangeView) -> str:
    """Return the change since last year as the end of a sentence; empty when it is not known."""
    if not view.known:
        return ""
    return " เท่ากับปีก่อน" if view.word == "เท่าเดิม" else f" {view.word}จากปีก่อน {view.text.lstrip('+-')} คะแนน"


def numbers(found: Sequence[int]) -> str:
    """Return numbers as a list whose runs are shortened: ``1 ถึง 5 และ 8``; commas keep several runs apart."""
    runs: list[list[int]] = []
    for number in sorted(found):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    pieces = [piece for run in runs for piece in _run(run)]
    if len(pieces) > _PAIR and any(" " in piece for piece in pieces):
        return f"{', '.join(pieces[:-1])} และ {pieces[-1]}"
    return thai.join(pieces)


def _run(run: Sequence[int]) -> list[str]:
    return [f"{run[0]} ถึง {run[-1]}"] if len(run) >= _RUN else [str(number) for number in run]


def is_lowest(score: ScoreView, others: Sequence[ScoreView]) -> bool:
    """Whether no other known score is lower."""
    return all(displayed(score.value or 0.0) <= displayed(o.value) for o in others if o.value is not None)


def one_line(text: str) -> str:
    """Return a text that was entered on several lines as one."""
    return " ".join(text.split())
