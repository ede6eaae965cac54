"""Making a new workbook for an agency and a year, here or on the office PC."""

from __future__ import annotations

import os
from pathlib import Path

from ita import criteria, interchange
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
    assessment = Assessment(agency=Agency(), fiscal_year=year) if source is None else interchange.load(source)
    rules = criteria.load(assessment.fiscal_year)
    interchange.validate(assessment, rules)
    vba, ribbon = build.macros_of(resource(*TEMPLATE.parts).read_bytes())
    _create(path, build.build(rules, assessment, vba, ribbon))
    return path


def _create(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, whole or not at all."""
    if path.exists():
        raise FileError("file.exists", path=path.name)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.rename(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise FileError(path=path.name) from error
