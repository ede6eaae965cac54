"""Making a new workbook for an agency and a year, here or on the office PC."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ita import interchange, rules
from ita.assessment import Agency, Assessment
from ita.errors import FileError
from ita.excel import build
from ita.paths import resource

TEMPLATE = Path("workbook", "ITA_template.xlsm")
TEMPLATE_YEAR = 2568


def new(path: Path, year: int, source: Path | None = None) -> Path:
    """Write a new workbook: empty for a year, or with the assessment of an interchange file.

    FileError when the file exists or cannot be written; InterchangeError when the source is not right.
    """
    if path.suffix.lower() != ".xlsm":
        raise FileError("file.suffix", path=path.name)
    assessment = Assessment(agency=Agency(), fiscal_year=year) if source is None else interchange.load(source)
    year_rules = rules.of(assessment)
    interchange.validate(assessment, year_rules)
    vba, ribbon = build.macros_of(resource(*TEMPLATE.parts).read_bytes())
    _create(path, build.build(year_rules, assessment, vba, ribbon, rules.estimating(assessment)))
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
