"""The rating cases that an official can read and sign, in Python."""

from __future__ import annotations

import pytest

from ita import criteria, rating, scoring
from ita.assessment import Given
from support.rating_cases import RatingCase, rating_cases

CASES = rating_cases()


def test_the_table_has_every_level_of_every_rated_year() -> None:
    """No level of a year whose rating is known is missing from the table."""
    told = {(case.year, case.level) for case in CASES}
    known = {(year, level) for year in criteria.years() for level in criteria.load(year).levels}
    assert told == known


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case_has_its_level(case: RatingCase) -> None:
    """The total and the tools of a row make its level."""
    rules = criteria.load(case.year)
    scores = scoring.score(rules, Given(tools=dict(case.tools), total=case.total))
    assert rating.level(rules, scores).computed == case.level
