"""The rating cases that an official can read and sign, by the workbook's native formulas."""

from __future__ import annotations

from pathlib import Path

from ita.assessment import Agency, Assessment, Given
from ita.excel import layout
from support.built import saved, values
from support.office import convert
from support.rating_cases import RatingCase, rating_cases

ONE_YEAR_OF_EACH_KIND = (2563, 2568)


def assessment(case: RatingCase) -> Assessment:
    """Return an assessment with the scores of a row typed as published."""
    given = Given(tools=dict(case.tools), total=case.total)
    return Assessment(agency=Agency(), fiscal_year=case.year, given=given)


def level_by_formula(data: bytes) -> object:
    """Return the formula's answer for the level."""
    cells = values(data)
    row = next(
        r for (sheet, r, c), value in cells.items() if (sheet, c, value) == (layout.CALC.name, 0, "level formula")
    )
    return cells.get((layout.CALC.name, row, 1))


def test_formulas_rate_as_the_table_says(tmp_path: Path) -> None:
    """After a hard recalculation every row has its level, of the letters and of the Thai levels."""
    cases = [case for case in rating_cases() if case.year in ONE_YEAR_OF_EACH_KIND]
    books = [saved(assessment(case), tmp_path / f"{number}.xlsm") for number, case in enumerate(cases)]
    done = convert(books, "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    found = {str(case): level_by_formula(path.read_bytes()) for case, path in zip(cases, done, strict=True)}
    assert found == {str(case): case.level for case in cases}
