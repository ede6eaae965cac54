"""Workbooks built for tests, with the VBA project and the ribbon of the committed template."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from python_calamine import CalamineWorkbook

from ita import criteria
from ita.assessment import Agency, Assessment
from ita.criteria import Criteria
from ita.excel import build
from ita.paths import resource
from ita.rules import estimating as estimating_rules
from support.random_assessments import filled

TEMPLATE = resource("workbook", "ITA_template.xlsm")
EXAMPLES = sorted(resource("workbook", "examples").glob("*.xlsm"))
FILES = (TEMPLATE, *EXAMPLES)

Cells = Mapping[tuple[str, int, int], object]


@cache
def macros() -> tuple[bytes, str]:
    """Return the VBA project and the ribbon of the committed template."""
    return build.macros_of(TEMPLATE.read_bytes())


def built(assessment: Assessment, rules: Criteria | None = None) -> bytes:
    """Return the workbook of an assessment, by the criteria of its year unless others are given."""
    estimating = None if rules else estimating_rules(assessment)
    return build.build(rules or criteria.load(assessment.fiscal_year), assessment, *macros(), estimating)


def fresh() -> dict[str, bytes]:
    """Return, by name, an empty workbook and workbooks of each year with everything filled in, newly built."""
    empty = built(Assessment(agency=Agency(), fiscal_year=2568))
    return {"empty": empty} | {str(year): built(filled(4, criteria.load(year))) for year in (2567, 2568)}


def saved(assessment: Assessment, path: Path, rules: Criteria | None = None) -> Path:
    """Write the workbook of an assessment and return its path."""
    path.write_bytes(built(assessment, rules))
    return path


def values(data: bytes) -> Cells:
    """Return every value that is not blank by sheet, row and column, both counted from 0."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        (sheet, row, column): value
        for sheet in book.sheet_names
        for row, line in enumerate(book.get_sheet_by_name(sheet).to_python(skip_empty_area=False))
        for column, value in enumerate(line)
        if value != ""
    }
