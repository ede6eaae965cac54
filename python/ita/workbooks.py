"""Making a new workbook for an agency and a year, here or on the office PC."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ita import interchange, new_year, rules
from ita.assessment import Agency, Assessment
from ita.errors import FileError
from ita.excel import build
from ita.excel.checked import build_checked
from ita.excel.reading import closed
from ita.excel.reading.tables import Reading
from ita.findings import Finding
from ita.paths import resource

TEMPLATE = Path("workbook", "ITA_template.xlsm")
TEMPLATE_YEAR = 2568


@dataclass(frozen=True, slots=True)
class NextYear:
    """The workbook of a new year, what found no place in it, and the cells of the old one that could not be read."""

    path: Path
    unmatched: tuple[Finding, ...]
    unread: tuple[Finding, ...]


def new(path: Path, year: int, source: Path | None = None) -> Path:
    """Write a new workbook: empty for a year, or with the assessment of an interchange file.

    FileError when the file exists or cannot be written; InterchangeError when the source is not right;
    UnknownYearError without criteria.
    """
    if source is None:
        new_year.require_year(year)
    assessment = Assessment(agency=Agency(), fiscal_year=year) if source is None else interchange.load(source)
    return _make(path, assessment)


def next_year(previous: Path | Reading, out: Path, year: int | None = None) -> NextYear:
    """Write the workbook of a later B.E. fiscal year (the one after, if none is given), begun from ``previous``.

    ``previous`` is a workbook, or what was read from one that is open; ``ita.new_year.carry`` says what is carried.
    FileError and UnknownYearError as ``new``; InputError when the year is not a later one.
    """
    reading = closed.read(previous) if isinstance(previous, Path) else previous
    carried = new_year.carry(reading.assessment, reading.assessment.fiscal_year + 1 if year is None else year)
    return NextYear(_make(out, carried.assessment), carried.unmatched, reading.findings)


def _make(path: Path, assessment: Assessment) -> Path:
    """Write the workbook of an assessment where no file is yet."""
    if path.suffix.lower() != ".xlsm":
        raise FileError("file.suffix", path=path.name)
    interchange.validate(assessment, rules.of(assessment))
    vba, ribbon = build.macros_of(resource(*TEMPLATE.parts).read_bytes())
    _create(path, build_checked(assessment, vba, ribbon))
    return path


def _create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, whole or not at all."""
    try:
        _write_whole(path, data)
    except OSError as error:
        raise FileError(path=path.name) from error


def _write_whole(path: Path, data: bytes) -> None:
    if path.exists():
        raise FileError("file.exists", path=path.name)
    # Short, for a Thai name may already be as long as the disk allows.
    temporary = path.with_name(f".ita-{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.rename(path)
    finally:
        with suppress(OSError):
            temporary.unlink()
