"""Whether a pasted list is another year's: its codes would name other questions, so nothing of it may be used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ita.findings import Finding, finding
from ita.pasting.pieces import Piece
from ita.pasting.questions import Asked, wordings_of_years, years_with
from ita.pasting.understood import place

_STRAYS = 2
"""As many codes that the year lacks, or wordings of another, are slips; more of them are another year's list."""


def of_other_year(asked: Asked, named: Sequence[Piece]) -> Finding | None:
    """Return why the lines are another year's, or fit none; None where they may be this year's."""
    return _by_codes(asked, named) or _by_wordings(asked, named)


def _by_codes(asked: Asked, named: Sequence[Piece]) -> Finding | None:
    codes = {piece.code for piece in named if piece.kind in {"code", "ordinal"}}
    strange = codes - set(asked.codes)
    if len(strange) <= _STRAYS and len(codes) <= len(asked.codes):
        return None
    last = max(strange, key=lambda code: int(code[1:]))
    where = next(place(piece) for piece in named if piece.code == last)
    values = {"target": asked.target, "year": asked.year, "expected": len(asked.codes), "count": len(codes)}
    if years := years_with(len(codes), asked.tool):
        return finding("paste.other_year", where, **values, last=last, years=", ".join(map(str, years)))
    return finding("paste.too_many", where, **values, last=last)


def _by_wordings(asked: Asked, named: Sequence[Piece]) -> Finding | None:
    """Return a finding where the words behind the codes are clearly those of another year's questions."""
    pairs = {(piece.code, piece.words): piece for piece in named if piece.kind == "code" and piece.words}
    counts = Counter({year: len(pairs.keys() & known) for year, known in wordings_of_years(asked.tool).items()})
    own = counts.pop(asked.year, 0)
    most = max(counts.values(), default=0)
    if most <= own + _STRAYS:
        return None
    years = sorted(year for year, count in counts.items() if count == most)
    known = wordings_of_years(asked.tool)[years[0]] - wordings_of_years(asked.tool).get(asked.year, frozenset())
    where = next(place(piece) for pair, piece in pairs.items() if pair in known)
    return finding("paste.wordings", where, count=most, year=asked.year, years=", ".join(map(str, years)))
