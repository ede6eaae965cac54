"""Figures that nothing names, in the order of the questions: as many as there are questions, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from ita.findings import finding
from ita.pasting.figures import Value
from ita.pasting.pieces import Piece
from ita.pasting.questions import years_with
from ita.pasting.understood import Read, in_parts, place, tell_line


def read_in_order(read: Read, found: Sequence[Piece]) -> None:
    """Read figures that nothing names: as many as there are questions, or rows, or nothing at all."""
    asked = read.asked
    sections = list(dict.fromkeys(piece.section for piece in found if piece.has_values and piece.kind == "none"))
    if "" in sections and len(sections) > 1:
        sections = [""]
        found = [piece for piece in found if not piece.section]
    for section in sections:
        scored = (section,) if section else asked.scored
        rows = [p for p in found if p.section == section]
        _rows_in_order(read, scored, rows)
    if not sections:
        read.findings.append(finding("paste.nothing", "", target=asked.target))


def _rows_in_order(read: Read, scored: Sequence[str], found: Sequence[Piece]) -> None:
    """Read the rows of one section: one figure a question, or one row with a figure for each part."""
    rows = [piece for piece in found if piece.kind == "none" and piece.has_values]
    if any(piece.has_words for piece in rows) and not all(piece.has_words for piece in rows):
        bare = [piece for piece in rows if not piece.has_words]
        if _fit(read, scored, bare):
            for piece in rows:
                if piece.has_words:
                    tell_line(read, piece)
            rows = bare
    codes = read.asked.codes
    lines = {piece.line for piece in rows}
    for candidate in (rows, [piece for piece in found if piece.kind == "blank" or piece.line in lines]):
        if fitted := _fit(read, scored, candidate):
            for code, (values, piece) in zip(codes, fitted, strict=True):
                for one, value in values:
                    read.add(code, one, value, piece)
            if any(piece.has_words for piece in rows):
                read.findings.append(finding("paste.by_order", place(rows[0]), count=len(codes)))
            return
    _tell_count(read, scored, rows)


def _fit(
    read: Read, scored: Sequence[str], rows: Sequence[Piece]
) -> list[tuple[Sequence[tuple[str, Value]], Piece]] | None:
    """Return the figures of each question in order; None where rows and questions do not agree in number."""
    count = len(read.asked.codes)
    if len(rows) == count and all(piece.by_part or piece.kind == "blank" for piece in rows):
        blank = [(one, None) for one in scored]
        return [(piece.by_part or blank, piece) for piece in rows]
    if len(rows) == count and len(scored) > 1:
        found = [in_parts(piece.values, len(scored)) for piece in rows]
        known = [values for values in found if values is not None]
        return (
            [(list(zip(scored, values, strict=True)), p) for values, p in zip(known, rows, strict=True)]
            if len(known) == count
            else None
        )
    flat = [(value, piece) for piece in rows for value in piece.values]
    if len(scored) > 1 or len(flat) != count:
        return None
    return [([(scored[0], value)], piece) for value, piece in flat]


def _tell_count(read: Read, scored: Sequence[str], rows: Sequence[Piece]) -> None:
    """Tell that the figures are not as many as the questions."""
    asked = read.asked
    count = sum(len(piece.values) for piece in rows)
    where = place(rows[0])
    if len(scored) > 1 and count in {len(asked.codes), len(asked.codes) * len(scored)}:
        read.findings.append(finding("paste.which_part", where, count=count))
        return
    values = {"target": asked.target, "year": asked.year, "expected": len(asked.codes), "count": count}
    others = [year for year in years_with(count, asked.tool) if year != asked.year]
    if others:
        read.findings.append(finding("paste.count_of_year", where, **values, years=", ".join(map(str, others))))
    else:
        read.findings.append(finding("paste.count", where, **values))
