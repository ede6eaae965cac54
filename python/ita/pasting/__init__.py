"""วางคะแนน: the scores in a text that a clerk pasted, from a web page, a PDF, a sheet or a chat (docs/pasting.md).

Nothing is guessed: what could mean two things gives no score, but a finding that says why and how to mend it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita.criteria import Criteria
from ita.findings import Finding, errors_first, finding
from ita.pasting.figures import Value
from ita.pasting.pieces import Piece, pieces
from ita.pasting.questions import Asked, asked
from ita.pasting.reading import read_pieces
from ita.pasting.text import MAX_CHARACTERS, MAX_LINE
from ita.pasting.understood import Read, place

__all__ = ["Pasted", "describe", "read"]

FULL_SCORE = 100.0
_SHOWN_SCORES = 8
_SHOWN_CODES = 15
_SHOWN_FINDINGS = 5
_ENOUGH = 3
"""So many figures, none above 1, are taken for fractions."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste was understood to say.

    ``scores`` maps each tool or part that was asked for (``IIT``, ``EIT1``, ``EIT2``, ``OIT``) to points, 0-100, by
    code, in the order of the questions; ``questions`` are all the codes of the tool. ``findings`` name the lines
    (``บรรทัด 5``) that were not understood.
    """

    target: str
    questions: tuple[str, ...]
    scores: Mapping[str, Mapping[str, float]]
    findings: tuple[Finding, ...]

    @property
    def count(self) -> int:
        """How many scores there are."""
        return sum(map(len, self.scores.values()))


def read(criteria: Criteria, target: str, text: str) -> Pasted:
    """Return the scores of a tool or part (``IIT``, ``EIT``, ``EIT1``, ``EIT2``, ``OIT``) in a pasted text.

    ``EIT`` reads both parts in years that have parts. InputError when the year has no such target.
    """
    questions = asked(criteria, target)
    if problem := _refused(questions, text):
        return Pasted(target, questions.codes, {scored: {} for scored in questions.scored}, (problem,))
    found = read_pieces(questions, pieces(questions, text))
    scores = {scored: dict(_scores(found, scored)) for scored in questions.scored}
    told = [*found.findings, *_fractions(scores)]
    return Pasted(target, questions.codes, scores, tuple(errors_first(told)))


def _refused(questions: Asked, text: str) -> Finding | None:
    """Return why nothing is read at all; None for a text to read."""
    if not questions.codes:
        return finding("paste.no_questions", "", target=questions.target, year=questions.year)
    if not text.strip():
        return finding("paste.no_text", "")
    if len(text) > MAX_CHARACTERS or max(map(len, text.splitlines())) > MAX_LINE:
        return finding("paste.too_long", "", most=f"{MAX_CHARACTERS:,}", line=f"{MAX_LINE:,}")
    return None


def _scores(found: Read, scored: str) -> Sequence[tuple[str, float]]:
    """Return the score of each question in order, and tell of figures that contradict each other or cannot be."""
    values = found.values.get(scored, {})
    scores: list[tuple[str, float]] = []
    for code in found.asked.codes:
        given = [(value, piece) for value, piece in values.get(code, ()) if value is not None]
        if given and (score := _agreed(found, code, given)) is not None:
            scores.append((code, score))
    return scores


def _agreed(found: Read, code: str, given: Sequence[tuple[Value, Piece]]) -> float | None:
    """Return the one score that all lines of a question give; None, and a finding, where there is none."""
    different = list(dict.fromkeys(value for value, _ in given if value is not None))
    where = ", ".join(dict.fromkeys(place(piece) for _, piece in given))
    if len(different) > 1:
        listed = " ".join(f"{value:g}" for value in different)
        found.findings.append(finding("paste.twice", where, code=code, figures=listed))
        return None
    if not 0 <= different[0] <= FULL_SCORE:
        found.findings.append(finding("paste.range", where, code=code, value=f"{different[0]:g}"))
        return None
    return abs(different[0])


def _fractions(scores: Mapping[str, Mapping[str, float]]) -> Sequence[Finding]:
    """Return a warning where every figure is at most 1, as when a share was copied for a percentage."""
    figures = [score for of_part in scores.values() for score in of_part.values()]
    if len(figures) >= _ENOUGH and max(figures) <= 1 and any(score not in {0, 1} for score in figures):
        return [finding("paste.fractions", "")]
    return []


def describe(pasted: Pasted) -> str:
    """Return what was understood, in a few Thai lines for a message box."""
    lines = [_understood(pasted, scored) for scored in pasted.scores]
    lines += [line for scored in pasted.scores if (line := _missing(pasted, scored))]
    shown = pasted.findings[:_SHOWN_FINDINGS]
    if shown:
        lines.append(f"\nโปรดดู {len(pasted.findings)} เรื่อง")
        lines += [f"• {_place(one)}{one.what()} — {one.fix()}" for one in shown]
        rest = len(pasted.findings) - len(shown)
        lines += [f"และอีก {rest} เรื่อง"] if rest else []
    return "\n".join(lines)


def _place(found: Finding) -> str:
    return f"{found.where}: " if found.where else ""


def _understood(pasted: Pasted, scored: str) -> str:
    scores = pasted.scores[scored]
    head = f"{_name(scored)}: อ่านคะแนนได้ {len(scores)} จาก {len(pasted.questions)} ข้อ"
    if not scores:
        return head
    first = [f"{code} = {score:g}" for code, score in list(scores.items())[:_SHOWN_SCORES]]
    rest = len(scores) - len(first)
    return f"{head}\n{'  '.join(first)}{f'  และอีก {rest} ข้อ' if rest else ''}"


def _missing(pasted: Pasted, scored: str) -> str:
    codes = [code for code in pasted.questions if code not in pasted.scores[scored]]
    if not codes or len(codes) == len(pasted.questions):
        return ""
    rest = len(codes) - _SHOWN_CODES
    return f"ไม่มีคะแนน {_name(scored)}: {' '.join(codes[:_SHOWN_CODES])}{f' และอีก {rest} ข้อ' if rest > 0 else ''}"


def _name(scored: str) -> str:
    """Return what a tool or part is called: ``EIT ส่วนที่ 1`` for ``EIT1``."""
    return f"EIT ส่วนที่ {scored[3:]}" if scored[:3] == "EIT" and scored[3:] else scored
