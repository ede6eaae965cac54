"""What has been understood of a paste so far, and how the figures of one line fall to the parts of a tool."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from ita.answers.text import shown
from ita.findings import Finding, finding
from ita.pasting.figures import Value
from ita.pasting.pieces import Piece
from ita.pasting.questions import Asked

_SAME = 0.006
"""Two figures rounded to two decimals may differ by this much and be one mean."""


@dataclass
class Read:
    """What was understood so far: a question's values by scored code, with the line of each, and what was not."""

    asked: Asked
    values: dict[str, dict[str, list[tuple[Value, Piece]]]] = field(
        default_factory=lambda: defaultdict[str, dict[str, list[tuple[Value, Piece]]]](dict)
    )
    findings: list[Finding] = field(default_factory=list[Finding])

    def add(self, code: str, scored: str, value: Value, piece: Piece) -> None:
        """Remember a figure of a question."""
        self.values[scored].setdefault(code, []).append((value, piece))


def place(piece: Piece) -> str:
    """Return where a piece stands, for a finding."""
    return f"บรรทัด {piece.line}"


def tell_line(read: Read, piece: Piece) -> None:
    """Tell of a line whose figure is of no known question."""
    read.findings.append(finding("paste.line", place(piece), text=shown(piece.text)))


def in_parts(values: Sequence[Value], count: int) -> Sequence[Value] | None:
    """Return the figures of one line for ``count`` parts; None where they are too many or too few."""
    if count == 1:
        return values[:1] if len(set(values)) == 1 else None
    if len(values) == count:
        return values
    if set(values) == {None}:
        return [None] * count
    *parts, last = values
    known = [value for value in parts if value is not None]
    is_mean = len(known) == len(parts) == count and last is not None and abs(sum(known) / count - last) <= _SAME
    return parts if is_mean else None
