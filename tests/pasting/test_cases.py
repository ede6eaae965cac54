"""Real-looking pastes: what each gives, and the page that shows them."""

from __future__ import annotations

from collections import Counter

import pytest

from ita import criteria, pasting
from ita.findings import CODES
from support.pasted_cases import PAGE, PastedCase, page, pasted_cases

CASES = pasted_cases()
ENOUGH = 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_paste_gives_its_scores_and_findings(case: PastedCase) -> None:
    """The scores are those of the case, to the last digit, and what was not understood is told by its codes."""
    pasted = pasting.read(criteria.load(case.year), case.target, case.text)
    assert {scored: dict(scores) for scored, scores in pasted.scores.items()} == case.scores
    assert Counter(found.code for found in pasted.findings) == Counter(case.findings)


def test_there_are_enough_cases_of_different_names() -> None:
    """The table is as long as promised, and no case stands in it twice."""
    assert (
        len({case.name for case in CASES}) == len({case.text + case.target for case in CASES}) == len(CASES) >= ENOUGH
    )


def test_every_finding_has_a_case() -> None:
    """Each thing that can be told of a paste is told of some case, save of texts that are empty or too long."""
    told = {code for case in CASES for code in case.findings}
    assert {code for code in CODES if code.startswith("paste.")} - told == {
        "paste.no_text",
        "paste.too_long",
        "paste.too_many",
        "paste.other_part",
    }


def test_the_page_is_current() -> None:
    """docs/pasting.md shows every case as it is."""
    assert page() == PAGE.read_text("utf-8")
