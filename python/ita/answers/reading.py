"""Reading a survey's file as it was downloaded: CSV in any usual encoding, XLSX, or the zip that Google Forms gives.

What a file is, is told by its content, not by its name. Everything is read as text, within bounds.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from ita.answers.problems import Problem, problem
from ita.answers.table import Table, letter
from ita.errors import InputError, WorkbookError
from ita.excel.reading import unpack
from ita.excel.reading.error_cells import error_cells

MAX_BYTES = 200 * 1024 * 1024
MAX_ROWS = 1_000_000
MAX_COLUMNS = 300

_ZIP = b"PK\x03\x04"
_WORKBOOK_PART = "xl/workbook.xml"
_FOREIGN = (b"%PDF", b"{", b"<", b"\xd0\xcf\x11\xe0")
"""How files start that are often taken for a table: PDF, JSON, a web page, an old or encrypted Excel file."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ENCODINGS = ("utf-8-sig", "cp874")
_DELIMITERS = ",;\t"
_SAMPLE_ROWS = 20

_Rows = Iterable[Sequence[str]]


def read(path: Path) -> Table:
    """Return the table in a survey's file.

    InputError when there is no such file, it is no table of answers, is too large, or holds no answers.
    """
    data = _bytes(path)
    if not data.strip():
        raise InputError("answers.empty", path=path.name)
    if data.startswith(_ZIP):
        return _from_zip(path.name, data)
    return _from_text(path.name, data)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError("answers.too_large", path=path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("answers.missing", path=path.name) from error
    except (OSError, ValueError) as error:
        raise InputError("answers.unreadable", path=path.name) from error


# ---------------------------------------------------------------- text


def _from_text(name: str, data: bytes) -> Table:
    text = _decoded(name, data)
    records = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return _table(name, records)
    except csv.Error as error:
        raise InputError("answers.damaged", path=name, line=records.line_num) from error


def _decoded(name: str, data: bytes) -> str:
    """Return the text of a file; InputError when it is another kind of file or no known encoding."""
    if data.lstrip().startswith(_FOREIGN):
        raise InputError("answers.unreadable", path=name)
    for encoding in ("utf-16",) if data.startswith(_UTF16) else _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
        break
    raise InputError("answers.unreadable", path=name)


def _delimiter(text: str) -> str:
    """Return the delimiter that gives most columns in the first rows; wordings and answers hold commas too."""

    def widest(delimiter: str) -> int:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        try:
            return max((len(row) for row, _ in zip(reader, range(_SAMPLE_ROWS), strict=False)), default=0)
        except csv.Error:
            return 0

    return max(_DELIMITERS, key=widest)


# ---------------------------------------------------------------- zip and XLSX


def _from_zip(name: str, data: bytes) -> Table:
    """Return the table of a workbook, or of the one CSV file in a zip as Google Forms gives it."""
    parts = _parts(name, data)
    if _WORKBOOK_PART in parts:
        return _from_workbook(name, parts)
    inside = [part for part in parts if part.lower().endswith(".csv") and not part.startswith("__MACOSX/")]
    if len(inside) != 1 or not parts[inside[0]].strip():
        raise InputError("answers.unreadable", path=name)
    return _from_text(name, parts[inside[0]])


def _parts(name: str, data: bytes) -> dict[str, bytes]:
    try:
        return unpack.unpacked(name, data)
    except WorkbookError as error:
        is_damaged = error.code == WorkbookError.default_code
        raise InputError("answers.unreadable" if is_damaged else "answers.too_large", path=name) from error


def _from_workbook(name: str, parts: Mapping[str, bytes]) -> Table:
    """Return the table of the first sheet that holds anything."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(unpack.packed(parts)))
        sheets = {one: book.get_sheet_by_name(one) for one in book.sheet_names}
        filled = [(one, sheet) for one, sheet in sheets.items() if sheet.start is not None]
        if not filled:
            raise InputError("answers.empty", path=name)
        first, sheet = filled[0]
        errors = {place: text for place, text in error_cells(parts) if place.startswith(f"{first}!")}
        rows = ([_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False))
        table = _table(name, _marked(rows, first, errors) if errors else rows)
    except (CalamineError, OSError, ValueError, KeyError, SyntaxError) as error:
        raise InputError("answers.unreadable", path=name) from error
    return _told(table, [problem("sheet.first", first, sheet=first)] if len(filled) > 1 else [])


def _marked(rows: _Rows, sheet: str, errors: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Yield rows with Excel's error values in place, which calamine shows as blank."""
    for number, row in enumerate(rows, start=1):
        yield [errors.get(f"{sheet}!{letter(index)}{number}", cell) for index, cell in enumerate(row)]


def _text(cell: object) -> str:
    """Return a cell as it reads on screen: a whole number without decimals."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat(" ") if isinstance(cell, datetime) else str(cell)


# ---------------------------------------------------------------- rows


def _table(name: str, records: _Rows) -> Table:
    """Return headings and rows; blank rows are dropped, rows longer than the headings are left out and told."""
    filled = ((number, row) for number, row in enumerate(records, start=1) if any(cell.strip() for cell in row))
    _, headings = next(filled, (0, ()))
    width = max((index + 1 for index, heading in enumerate(headings) if heading.strip()), default=0)
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    too_long: list[int] = []
    for number, row in filled:
        if number > MAX_ROWS or width > MAX_COLUMNS:
            raise InputError("answers.too_large", path=name)
        if any(cell.strip() for cell in row[width:]):
            too_long.append(number)
            continue
        rows.append((*row[:width], *[""] * (width - len(row))))
        numbers.append(number)
    if not rows and not too_long:
        raise InputError("answers.no_rows", path=name)
    problems = [problem("rows.too_long", rows=too_long)] if too_long else []
    return _told(Table(tuple(headings[:width]), tuple(rows), tuple(numbers)), problems)


def _told(table: Table, problems: Sequence[Problem]) -> Table:
    return Table(table.headings, table.rows, table.numbers, (*table.problems, *problems))
