"""The seven issues, in their own year and borrowed by the years after it."""

from __future__ import annotations

import pytest

from figures import full
from ita import analysis, criteria, scoring
from ita.assessment import Given


def test_a_year_with_issues_has_its_own() -> None:
    """The issues of 2567 are those printed for it."""
    assert criteria.issues_of(2567) == criteria.load(2567).issues


@pytest.mark.parametrize("year", [2568, 2569])
def test_a_later_year_borrows_them_by_meaning(year: int) -> None:
    """Each borrowed issue keeps its name, lists codes of the borrowing year once, and is not certain."""
    found = criteria.issues_of(year)
    listed = [code for issue in found for code in issue.codes]
    known = {one.code for one in (*criteria.load(year).questions, *criteria.load(year).items)}
    assert [issue.name for issue in found] == [issue.name for issue in criteria.load(2567).issues]
    assert len(listed) == len(set(listed))
    assert set(listed) <= known
    assert {issue.confidence for issue in found} == {"likely"}


def test_a_moved_item_follows_its_meaning() -> None:
    """E-Service is o13 of 2567 and o10 of 2568; it stays in issue 2."""
    issue = next(issue for issue in criteria.issues_of(2568) if issue.number == 2)
    assert "o10" in issue.codes
    assert "o13" not in issue.codes


def test_years_before_have_none() -> None:
    """Nothing is borrowed from a later year."""
    assert criteria.issues_of(2564) == ()


def test_a_borrowed_issue_can_be_analysed() -> None:
    """The weakest of a borrowed issue is found among its codes."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(questions={**full(rules, 100.0), "o10": 50.0}))
    found = analysis.by_issue(rules, scores, criteria.issues_of(2568))
    assert found[2].lowest == ("questions.OIT.o10",)
