"""A workbook made from data, which already carries what a check of it finds."""

from __future__ import annotations

from pathlib import Path

from ita import checks, rules
from ita.assessment import Agency, Assessment
from ita.excel import build
from ita.excel.reading import closed
from ita.findings import errors_first


def build_checked(assessment: Assessment, vba: bytes, ribbon: str) -> bytes:
    """Return the .xlsm of an assessment with its findings on ตรวจสอบ; an empty one is left unchecked.

    It is built, read back and checked as if the clerk had typed it, and built again: the same input gives the
    same bytes, for no clock is read.
    """
    year_rules, estimating = rules.of(assessment), rules.estimating(assessment)
    plain = build.build(year_rules, assessment, vba, ribbon, estimating)
    if assessment == Assessment(agency=Agency(), fiscal_year=assessment.fiscal_year):
        return plain
    reading = closed.read_bytes(Path("ITA.xlsm"), plain)
    found = (*reading.findings, *checks.check(rules.of(reading.assessment), reading.assessment, reading.places))
    return build.build(year_rules, assessment, vba, ribbon, estimating, findings=errors_first(found))
