"""A pasted text taken apart: each piece names a question, or not, and holds figures, or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ita.answers.text import key
from ita.pasting import figures
from ita.pasting.figures import Value
from ita.pasting.questions import Asked
from ita.pasting.text import NOISE, lines

Kind = Literal["code", "wording", "ordinal", "numbered", "weak", "other tool", "total", "blank", "none"]

_CODE = re.compile(
    r"(?<![A-Za-z0-9./_])(?P<letter>[ieol])\s?[-._]?\s?(?P<number>0{0,2}[1-9]\d{0,2})(?!\d)(?!\.\d)(?!\s?-\s?[ieol]\d)"
    r"|ข้อ(?:คำถาม)?(?:ที่)?\s*(?P<ordinal>\d{1,3})(?![\d.,/]\d|\d)",
    re.IGNORECASE | re.ASCII,
)
_LIGHT = re.compile(
    r"(?:[\s•§\-()\[\].,:;#>|]|ข้อ(?:คำถาม)?(?:ที่)?|คำถาม|รายการ|ตัวชี้วัด|\d{1,3}(?=[\s.)]))*(?:[^\d\t]{1,60}:)?\s*"
)
_LEAD = 100
"""How many characters before a code are looked at."""
_DIRECT = re.compile(r"[\s.)\]:=,>-]{0,20}(?:ได้|ร้อยละ|คะแนน)?[\s:=]*[+-]?\.?\d", re.ASCII)
_JOINT = re.compile(r"\A(?:[ )\]:=,;>-]|\.(?!\d)){1,20}(?![^\d\s]*$)")
_ORDINAL = re.compile(
    r"[ •§(\[#]*(?:-\s)?(?P<word>ลำดับ(?:ที่)?|ที่|no\.?)?\s*"
    r"(?P<number>\d{1,3})(?P<mark>\s?[.):\]=]+|\s-(?=\s))?(?P<rest>.*)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
_SUB = re.compile(r"[ •]*\d{1,2}\.\d{1,2}\s+[ก-๙]")
_FRACTION = re.compile(r"\d[.,]\d")
_CELLS = re.compile(r"\t|\s{2,}|\s*\|\s*")
_TOTALS = tuple(
    key(word)
    for word in (
        *("รวม", "คะแนน", "ผลรวม", "ผลคะแนน", "เฉลี่ย", "ค่าเฉลี่ย", "ตัวชี้วัด", "ระดับ", "ผลการประเมิน", "ปีงบประมาณ", "แบบวัด"),
        *("total", "average", "mean", "sum", "grand total", "IIT", "EIT", "OIT", "เต็ม", "เป้าหมาย", "จำนวน", "หน้า"),
    )
)
_PART = re.compile(r"(?:EIT\s*)?(?:ส่วนที่|ตอนที่|part)\s*(?P<n>[12])(?!\d)|EIT\s*\(?(?P<m>[12])\)?(?![\d.])", re.IGNORECASE)
_SCORE_HEADINGS = frozenset(
    key(word)
    for word in ("คะแนน", "คะแนนที่ได้", "ผลคะแนน", "คะแนนประเมิน", "คะแนนรายข้อ", "ร้อยละ", "score", "points", "ผลการประเมิน")
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A line, or what follows one code in it.

    ``code`` is what a question is called (``i1``, even one that the year lacks), ``ordinal`` its bare number: after
    the word for it (kind ``ordinal``), with a mark such as ``1)`` (``numbered``), or with nothing (``weak``).
    ``values`` are the figures in order; ``by_part`` those of the columns that a heading names, by scored code.
    ``is_unread`` says that something like a figure stands in it that could not be read as one.
    ``words`` is the key of its words but for codes and figures, ``says`` the other question whose wording they are.
    """

    line: int
    text: str
    kind: Kind
    code: str = ""
    ordinal: int = 0
    values: tuple[Value, ...] = ()
    by_part: tuple[tuple[str, Value], ...] = ()
    has_words: bool = False
    section: str = ""
    cells: tuple[str, ...] = ()
    is_unread: bool = False
    words: str = ""
    says: str = ""

    @property
    def is_labelled(self) -> bool:
        """Whether it says what its figures are."""
        return self.kind not in {"blank", "none"}

    @property
    def has_values(self) -> bool:
        """Whether figures, or marks for unknown ones, stand in it."""
        return bool(self.values or self.by_part)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which cells hold the scores of which tool or part, as a heading says, in rows of this many cells."""

    width: int
    places: tuple[tuple[str, int], ...]


def pieces(asked: Asked, text: str) -> list[Piece]:
    """Return the pieces of a pasted text in order."""
    found: list[Piece] = []
    section, columns = "", None
    for number, (line, original) in enumerate(zip(lines(text), text.splitlines(), strict=True), start=1):
        if heading := _columns(asked, line):
            columns = heading
        elif part := _section(asked, line):
            section = part
        else:
            found += (replace(p, section=section) for p in _line(asked, number, line, original, columns))
    return _aligned(asked, found)


def _columns(asked: Asked, line: str) -> _Columns | None:
    """Return the columns that a row of headings names; None for any other line, and where it is not clear."""
    cells = _cells(line)
    if len(cells) < 2 or any(map(_is_value, cells)) or any(_codes(line)):  # noqa: PLR2004 (columns)
        return None
    places = [(asked.parts[int(n) - 1], at) for at, cell in enumerate(cells) if (n := _part(asked, cell))]
    if len(asked.parts) == 1 or (not asked.takes_parts and not places):
        places = [(asked.scored[0], at) for at, cell in enumerate(cells) if _is_score_heading(asked, cell)]
    named = [code for code, _ in places]
    wanted = tuple((code, at) for code, at in places if code in asked.scored)
    return _Columns(len(cells), wanted) if wanted and len(set(named)) == len(named) else None


def _is_score_heading(asked: Asked, cell: str) -> bool:
    """Whether a heading is that of the scores, of this year where it names one."""
    words, year = key(cell), str(asked.year)
    plain = words.removesuffix(year).removesuffix("พศ").removesuffix("ปีงบประมาณ").removesuffix("ปี")
    return plain in _SCORE_HEADINGS or (not plain and words.endswith(year))


def _part(asked: Asked, text: str) -> str:
    """Return the number of the part that a text names, an empty text where it names none."""
    found = _PART.search(text)
    return (found["n"] or found["m"] or "") if found and len(asked.parts) > 1 else ""


def _section(asked: Asked, line: str) -> str:
    """Return the part that a heading begins; empty where the line is none."""
    part = _part(asked, line)
    if not part or len(_PART.findall(line)) > 1 or _CODE.search(_PART.sub("", line)):
        return ""
    return "" if figures.at_end(line)[1] else asked.parts[int(part) - 1]


def _cells(line: str) -> list[str]:
    """Return the cells of a line: parted by tabs, else by bars or wide gaps."""
    parted = line.split("\t") if "\t" in line else _CELLS.split(line.strip().strip("|"))
    return [cell.strip().strip('"').strip() for cell in parted]


def _line(asked: Asked, number: int, line: str, original: str, columns: _Columns | None) -> Iterator[Piece]:
    if not line.strip():
        yield Piece(number, original, "blank", values=(None,))
        return
    codes = list(_codes(line))
    for found, after in zip(codes, [*codes[1:], None], strict=False):
        rest = line[found.end() : after.start() if after else len(line)]
        alone = columns is not None and len(codes) == 1
        yield _coded(asked, Piece(number, original, "code"), found, rest, _from_columns(columns, line) if alone else ())
    if not codes:
        yield _uncoded(asked, number, line, original, columns)


def _codes(line: str) -> Iterator[re.Match[str]]:
    """Yield the codes that the line gives figures to: at its start, at that of a cell, or right before a figure."""
    for found in _CODE.finditer(line):
        lead = line[max(0, found.start() - _LEAD) : found.start()]
        is_first = len(lead) == found.start() and _LIGHT.fullmatch(lead)
        if is_first or lead.rstrip(" ").endswith("\t") or _DIRECT.match(line, found.end()):
            yield found


def _coded(
    asked: Asked, piece: Piece, found: re.Match[str], rest: str, by_part: tuple[tuple[str, Value], ...]
) -> Piece:
    words, values, cells = _after(rest)
    piece = replace(piece, values=values, by_part=by_part, has_words=bool(words), words=key(words), cells=cells)
    if found["ordinal"]:
        number = int(found["ordinal"])
        return _worded(asked, replace(piece, kind="ordinal", code=f"{asked.letter}{number}", ordinal=number), words)
    letter = found["letter"].lower()
    letter = asked.letter if letter == "l" and asked.letter == "i" else letter
    code = f"{letter}{int(found['number'])}"
    if letter != asked.letter:
        return replace(piece, kind="other tool", code=code)
    other = asked.worded(words) if words else None
    return replace(piece, code=code, says=other if other and other != code else "")


def _after(code: str) -> tuple[str, tuple[Value, ...], tuple[str, ...]]:
    """Return the same of what follows a code; the dash, colon or comma between them is no sign."""
    if figures.is_unknown(code.replace(NOISE, "")):
        return "", (None,), ()
    return _figures(_JOINT.sub("", code, count=1), commas_part=bool(re.match(r",\S", code)))


def _figures(body: str, *, commas_part: bool = False) -> tuple[str, tuple[Value, ...], tuple[str, ...]]:
    """Return the words, the figures and the cells of a text."""
    cells = _cells(body)
    if len(cells) == 1:
        words, values = figures.at_end(body.replace("|", " "), commas_part=commas_part)
        return words, values, ()
    read = [(cell, *figures.at_end(cell, commas_part=commas_part)) for cell in cells]
    values = tuple(v for cell, _, found in read for v in (found or figures.with_decimals(cell)))
    words = " ".join(words for _, words, _ in read if words)
    if any(value is not None for value in values):
        return words, values, tuple(cells)
    left, last = figures.at_end(" ".join(cells), commas_part=commas_part)
    return left, last or values, tuple(cells)


def _from_columns(columns: _Columns | None, line: str) -> tuple[tuple[str, Value], ...]:
    """Return the figures of the columns that the heading named; none where the row is of another shape."""
    cells = _cells(line)
    if columns is None or len(cells) != columns.width:
        return ()
    found: list[tuple[str, Value]] = []
    for code, at in columns.places:
        words, values = figures.at_end(cells[at])
        if words or len(values) > 1:
            return ()
        found.append((code, values[0] if values else None))
    return tuple(found)


def _uncoded(asked: Asked, number: int, line: str, original: str, columns: _Columns | None) -> Piece:
    """Return a line without a code: that of a wording, of a total, of a number before its words, or of none."""
    words, values, cells = _figures(line)
    piece = Piece(
        number,
        original,
        "none",
        values=values,
        by_part=_from_columns(columns, line),
        has_words=bool(words) or not values,
        words=key(words),
        cells=cells,
        is_unread=not values and bool(_FRACTION.search(line)),
    )
    numbered = _numbered(asked, piece, line)
    for candidate in (_worded(asked, numbered, words) if numbered is piece else numbered, _worded(asked, piece, words)):
        if candidate.kind == "wording":
            return candidate
    if words and (_SUB.match(line) or key(words).startswith(_TOTALS) or _is_heading(asked, words)):
        return replace(piece, kind="total")
    return numbered


def _is_heading(asked: Asked, words: str) -> bool:
    """Whether words, with or without a number before them, name an indicator, a sub-indicator or a tool."""
    return key(words.lstrip("0123456789.) ")) in asked.headings


def _numbered(asked: Asked, piece: Piece, line: str) -> Piece:
    """Return the piece as that of a numbered line, where a number stands before its words or figures."""
    found = _ORDINAL.fullmatch(line)
    if found is None or not found["rest"].strip():
        return piece
    mark, rest = (found["mark"] or "").strip(), found["rest"]
    is_parted = rest[0] in " \t" or bool(mark and not (mark == "." and rest[0].isdigit())) or "ก" <= rest[0] <= "๙"
    if not is_parted:
        return piece
    kind: Kind = "numbered" if found["word"] or mark or found["number"].startswith("0") else "weak"
    if found["number"].startswith("0") and asked.letter == "o":
        kind = "code"
    words, values, cells = _after(rest)
    named = replace(
        piece,
        kind=kind,
        code=f"{asked.letter}{int(found['number'])}",
        ordinal=int(found["number"]),
        values=values,
        has_words=bool(words),
        words=key(words),
        cells=cells,
    )
    return _worded(asked, named, words)


def _worded(asked: Asked, piece: Piece, words: str) -> Piece:
    """Return the piece as that of the question whose wording it holds, if it holds one."""
    code = asked.worded(words) if words.replace(NOISE, "").strip() else None
    return piece if code is None else replace(piece, kind="wording", code=code)


def _aligned(asked: Asked, found: Sequence[Piece]) -> list[Piece]:
    """Give rows of two parts a blank for the missing one, where the other rows show in which columns the parts are."""
    if not asked.takes_parts:
        return list(found)
    rows = [p for p in found if p.cells and p.is_labelled and len(p.values) == len(asked.scored)]
    shapes = {(len(p.cells), tuple(n for n, cell in enumerate(p.cells) if _is_value(cell))) for p in rows}
    if len(shapes) != 1:
        return list(found)
    (width, places), *_ = shapes
    return [_filled(asked, p, width, places) for p in found]


def _is_value(cell: str) -> bool:
    words, values = figures.at_end(cell)
    return bool(values) and not words


def _filled(asked: Asked, piece: Piece, width: int, places: Sequence[int]) -> Piece:
    if len(piece.cells) != width or len(piece.values) >= len(places) or len(places) != len(asked.scored):
        return piece
    values = [figures.at_end(piece.cells[place])[1] for place in places]
    pairs = zip(asked.scored, values, strict=True)
    return replace(piece, by_part=tuple((code, value[0] if value else None) for code, value in pairs))
