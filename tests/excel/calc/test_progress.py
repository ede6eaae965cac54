"""Counting what is typed: each tool and part, and everything together."""

from __future__ import annotations

import pytest

from ita import criteria
from ita.assessment import Agency, Assessment, Given
from ita.excel.calc import progress as calc_progress
from ita.excel.calc.progress import EVERYTHING, FILLED, Count, Progress
from support.random_assessments import SHAPES, scored

CELLS = {2563: (30, 15, 43), 2567: (15, 9, 9, 35), 2568: (15, 9, 9, 28), 2569: (0, 0, 0, 26)}


def planned(given: Given, year: int = 2568) -> Progress:
    """Return the planned block of some scores of a year."""
    assessment = Assessment(agency=Agency(), fiscal_year=year, given=given)
    return calc_progress.plan(criteria.load(year), assessment, 10)


@pytest.mark.parametrize(("year", "cells"), CELLS.items())
def test_every_score_of_a_year_has_a_cell(year: int, cells: tuple[int, ...]) -> None:
    """An EIT question of two parts counts in each; a year without questions has none to count."""
    progress = planned(Given(), year)
    assert tuple(progress.counts[code].cells for code in progress.codes) == cells
    assert progress.counts[EVERYTHING] == Count(sum(cells), 0)


def test_a_score_counts_where_it_was_typed() -> None:
    """A question of one part only is blank in the other; a zero is a score."""
    progress = planned(
        Given(questions={"i1": 0.0, "e1": (90.0, None), "e2": (None, 80.0), "e3": (None, 70.0), "o1": 100.0})
    )
    assert {code: progress.counts[code].filled for code in progress.codes} == {"IIT": 1, "EIT1": 1, "EIT2": 2, "OIT": 1}
    assert (progress.counts[EVERYTHING].filled, progress.counts[EVERYTHING].blank) == (5, 61 - 5)


@pytest.mark.parametrize("seed", range(len(SHAPES)))
def test_everything_is_the_sum(seed: int) -> None:
    """The last count is that of all tools and parts."""
    progress = planned(scored(seed, criteria.load(2568)).given)
    parts = [progress.counts[code] for code in progress.codes]
    assert progress.counts[EVERYTHING] == Count(sum(p.cells for p in parts), sum(p.filled for p in parts))


def test_a_reference_leads_to_the_row_of_its_tool() -> None:
    """The head stands in the first row, the tools below it, everything last."""
    progress = planned(Given())
    assert progress.ref("IIT", FILLED).endswith("!$C$11")
    assert progress.ref(EVERYTHING, FILLED).endswith("!$C$15")
    assert progress.next_row > 15
    with pytest.raises(ValueError, match="not in tuple"):
        progress.ref("EIT", FILLED)
