"""From the pieces of a paste to the figures of each question; what could mean two things is told, never guessed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ita.answers.text import likeness
from ita.findings import Finding, finding
from ita.pasting.in_order import read_in_order
from ita.pasting.other_years import of_other_year
from ita.pasting.pieces import Piece
from ita.pasting.questions import Asked
from ita.pasting.understood import Read, in_parts, place, tell_line

_NUMBERED = frozenset({"numbered", "weak"})

_SURE_RUN = 3
"""Bare numbers before figures count as the questions' numbers from this many lines on."""


_ALIKE = 0.8
"""Words at least this like a wording may be that wording, cut or abbreviated."""


def read_pieces(asked: Asked, found: Sequence[Piece]) -> Read:
    """Return the figures that the pieces give each question."""
    read = Read(asked)
    mine = list(_of_target(read, _ordinals_settled(asked, found)))
    if any(piece.kind in {"code", "wording", "ordinal"} for piece in mine):
        _read_named(read, mine)
    else:
        read_in_order(read, mine)
    return read


def _of_target(read: Read, found: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of the tool and part asked for, and tell of the others."""
    others = list(dict.fromkeys(piece.code for piece in found if piece.kind == "other tool"))
    if others:
        codes = " ".join(others[:5])
        read.findings.append(finding("paste.other_tool", codes, count=len(others), target=read.asked.target))
    asked = read.asked
    elsewhere = [p for p in found if p.section and p.section not in asked.scored and p.has_values and p.kind != "blank"]
    if elsewhere:
        read.findings.append(
            finding("paste.other_part", place(elsewhere[0]), count=len(elsewhere), target=asked.target)
        )
    for piece in found:
        if piece.kind != "other tool" and (not piece.section or piece.section in asked.scored):
            yield piece


# ---------------------------------------------------------------- numbers before the lines


def _ordinals_settled(asked: Asked, found: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the numbers before them taken for codes, or for a list's own numbering."""
    numbered = [piece for piece in found if piece.kind in _NUMBERED]
    has_codes = any(piece.kind == "code" for piece in found)
    are_codes = not has_codes and _number_questions(asked, numbered)
    return [_settled(piece, are_codes=are_codes) if piece.kind in _NUMBERED else piece for piece in found]


def _number_questions(asked: Asked, numbered: Sequence[Piece]) -> bool:
    """Whether the numbers before lines are those of the questions.

    Bare numbers must be several and different. Before words that are no question's, as in a list of something else,
    they must be all the questions' numbers.
    """
    numbers = [piece.ordinal for piece in numbered]
    if asked.wordings and any(piece.has_words for piece in numbered):
        return sorted(numbers) == list(range(1, len(asked.codes) + 1))
    if any(piece.kind == "weak" for piece in numbered):
        in_range = all(1 <= number <= len(asked.codes) for number in numbers)
        return len(numbers) >= _SURE_RUN and in_range and len(set(numbers)) == len(numbers)
    return True


def _settled(piece: Piece, *, are_codes: bool) -> Piece:
    if are_codes:
        return replace(piece, kind="ordinal")
    values = () if piece.kind == "numbered" else (float(piece.ordinal),)
    return replace(piece, kind="none", code="", values=(*values, *piece.values))


# ---------------------------------------------------------------- lines that name their question


def _read_named(read: Read, found: Sequence[Piece]) -> None:
    """Read pieces that carry codes, numbers or wordings; a figure may stand on a line after its code."""
    if problem := _figures_first(found):
        read.findings.append(problem)
        found = [piece for piece in found if piece.is_labelled and piece.has_values]
    named = list(_joined(read, found))
    if found_other := of_other_year(read.asked, named):
        read.findings.append(found_other)
        return
    _tell_restarts(read, named)
    named = [piece for piece in _without_spare_marks(named) if piece.kind != "total"]
    for piece in _of_clear_columns(read, named):
        if piece.code not in read.asked.codes:
            if piece.has_values:
                read.findings.append(_unknown_code(read.asked, piece))
        elif piece.says:
            read.findings.append(finding("paste.contradicts", place(piece), code=piece.code, other=piece.says))
        elif piece.has_values:
            _take(read, piece)


def _figures_first(found: Sequence[Piece]) -> Finding | None:
    """Return a finding where a bare figure stands before the first of several codes without one: it may be of any."""
    told = [piece for piece in found if piece.is_labelled or (piece.kind == "none" and piece.has_values)]
    bare = [piece for piece in told if not piece.is_labelled and not piece.has_words]
    waiting = [piece for piece in told if piece.is_labelled and not piece.has_values]
    if waiting and bare and told[0] is bare[0]:
        return finding("paste.block", place(bare[0]), codes=len(waiting), figures=len(bare))
    return None


def _unknown_code(asked: Asked, piece: Piece) -> Finding:
    last = asked.codes[-1] if asked.codes else ""
    return finding("paste.code", place(piece), code=piece.code, year=asked.year, last=last)


def _joined(read: Read, found: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the labelled pieces, those without a figure with the figures of the lines after them."""
    waiting: list[Piece] = []
    run: list[Piece] = []

    def settle() -> Iterator[Piece]:
        yield from _paired(read, waiting, run)
        waiting.clear()
        run.clear()

    for piece in found:
        if piece.is_labelled:
            if run or piece.has_values:
                yield from settle()
            if piece.has_values:
                yield piece
            else:
                waiting.append(piece)
        elif piece.kind == "none" and piece.has_values and piece.has_words and waiting:
            yield from settle() if run else ()
            if waiting and _goes_on(read.asked, waiting[-1], piece):
                yield _given(waiting.pop(), piece)
            else:
                tell_line(read, piece)
                # A figure further down may be of anything now.
                yield from settle()
        elif piece.kind == "none" and piece.has_values and waiting:
            run.append(piece)
        elif piece.kind == "none" and (piece.has_values or piece.is_unread):
            tell_line(read, piece)
    yield from settle()


def _goes_on(asked: Asked, label: Piece, piece: Piece) -> bool:
    """Whether a line with words and a figure is the rest of the line that a label begins, and not one by itself.

    It is where the words of both are more like the question's than those of the label alone.
    """
    wording = asked.wordings.get(label.code, "")
    if not wording:
        return bool(label.words)
    both = likeness(label.words + piece.words, wording, _ALIKE)
    return both >= _ALIKE and both > likeness(label.words, wording)


def _given(label: Piece, piece: Piece) -> Piece:
    """Return a label with the figures of a later line."""
    return replace(label, values=piece.values, by_part=piece.by_part)


def _paired(read: Read, waiting: Sequence[Piece], run: Sequence[Piece]) -> Iterator[Piece]:
    """Yield each waiting label with its figure, where there are as many of one as of the other."""
    if len(waiting) == 1 and run:
        yield replace(waiting[0], values=tuple(value for piece in run for value in piece.values))
    elif len(waiting) == len(run):
        yield from (_given(label, piece) for label, piece in zip(waiting, run, strict=True))
    elif run:
        read.findings.append(finding("paste.block", place(run[0]), codes=len(waiting), figures=len(run)))
        yield from waiting
    else:
        yield from waiting


def _tell_restarts(read: Read, named: list[Piece]) -> None:
    """Tell of numbering that begins anew, as under each indicator, and drop the lines it numbers."""
    ordinals = [piece for piece in named if piece.kind == "ordinal"]
    again = [number for number, times in Counter(piece.ordinal for piece in ordinals).items() if times > 1]
    if again:
        read.findings.append(finding("paste.restarts", place(ordinals[0]), number=min(again)))
        named[:] = [piece for piece in named if piece.kind != "ordinal"]


def _of_clear_columns(read: Read, named: Sequence[Piece]) -> Sequence[Piece]:
    """Return the rows, of a table whose rows mostly have several figures only the full ones.

    Which column the figures of the others stand in cannot be told.
    """
    counts = [len(piece.values) for piece in named if piece.values and not piece.by_part]
    full = max(counts, default=1)
    if full <= len(read.asked.scored) or counts.count(full) * 2 < len(counts) or counts.count(full) == len(counts):
        return named

    def is_short(piece: Piece) -> bool:
        return not piece.by_part and 0 < len(piece.values) < full

    short = [piece for piece in named if is_short(piece)]
    read.findings.append(finding("paste.columns", place(short[0]), count=len(short)))
    return [piece for piece in named if not is_short(piece)]


def _without_spare_marks(named: Sequence[Piece]) -> Sequence[Piece]:
    """Drop a last column that holds nothing but a dash in every row: remarks that nobody wrote."""
    rows = [piece for piece in named if piece.kind != "total" and piece.values]
    if len(rows) > 1 and all(len(p.values) > 1 and p.values[-1] is None and p.values[-2] is not None for p in rows):
        return [replace(piece, values=piece.values[:-1]) for piece in named]
    return named


# ---------------------------------------------------------------- the figures of one line


def _take(read: Read, piece: Piece) -> None:
    """Add the figures of a piece to its question."""
    if piece.by_part:
        for scored, value in piece.by_part:
            read.add(piece.code, scored, value, piece)
        return
    asked = read.asked
    scored = (piece.section,) if piece.section else asked.scored
    values = in_parts(piece.values, len(scored))
    if values is not None:
        for one, value in zip(scored, values, strict=True):
            read.add(piece.code, one, value, piece)
    elif len(scored) > 1 and len(piece.values) == 1:
        read.findings.append(finding("paste.no_part", place(piece), code=piece.code))
    else:
        listed = " ".join("-" if value is None else f"{value:g}" for value in piece.values[:6])
        read.findings.append(finding("paste.many", place(piece), code=piece.code, figures=listed))
