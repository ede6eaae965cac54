"""Survey files as survey services give them, made in code."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from ita.answers import Table
from ita.criteria import Criteria, Question

SIX = ("ไม่เป็นไปตามวัตถุประสงค์", "น้อยมาก", "น้อย", "ค่อนข้างมาก", "มาก", "มากที่สุด")
AGREE = ("ไม่เห็นด้วยอย่างยิ่ง", "ไม่เห็นด้วย", "ค่อนข้างไม่เห็นด้วย", "ค่อนข้างเห็นด้วย", "เห็นด้วย", "เห็นด้วยอย่างยิ่ง")


def questions(rules: Criteria, tool: str) -> list[Question]:
    """Return a tool's questions in order."""
    return [q for indicator in rules.indicators_of(tool) for q in rules.questions_of(indicator.number)]


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    """Return a CSV as Google Forms writes it: quoted where needed, lines ended by CR LF."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows([headings, *rows])
    return buffer.getvalue()


def write_csv(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    encoding: str = "utf-8",
    delimiter: str = ",",
) -> Path:
    """Write a CSV and return its path."""
    path.write_bytes(csv_text(headings, rows, delimiter).encode(encoding))
    return path


def write_zip(path: Path, members: dict[str, bytes]) -> Path:
    """Write a zip with these members and return its path."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def write_xlsx(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    """Write a workbook with these sheets, cell by cell, and return its path; texts stay texts."""
    book: Any = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_numbers": False})
    for rows in sheets:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return path


def table(headings: Sequence[str], *rows: Sequence[str]) -> Table:
    """Return a table with the headings in row 1 of the file."""
    return Table(tuple(headings), tuple(tuple(row) for row in rows), tuple(range(2, len(rows) + 2)))
