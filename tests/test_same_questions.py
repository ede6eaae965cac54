"""Which questions of two years mean the same, from year to year and over gaps."""

from __future__ import annotations

from itertools import combinations

import pytest

from ita import criteria
from ita.assessment import Wording
from ita.rules import with_wordings
from ita.same_questions import Same, same_questions, wording_of

PAIRS = list(combinations(criteria.years(), 2))


def codes(year: int) -> set[str]:
    """Return every code of a year."""
    return {one.code for one in (*criteria.load(year).questions, *criteria.load(year).items)}


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_codes_are_those_of_their_years(before: int, after: int) -> None:
    """For every two years a code of the later is matched with one of the earlier, of the same tool."""
    found = same_questions(criteria.load(before), criteria.load(after))
    assert set(found) <= codes(after)
    assert {same.code for same in found.values()} <= codes(before)
    assert all(code[0] == same.code[0] for code, same in found.items())
    assert found


@pytest.mark.parametrize(("before", "after"), [pair for pair in PAIRS if pair[1] - pair[0] == 1])
def test_neighbours_agree_with_the_criteria(before: int, after: int) -> None:
    """What the criteria say of the year before is taken as they say it."""
    found = same_questions(criteria.load(before), criteria.load(after))
    for code in codes(after):
        if said := criteria.previous_code(after, code):
            assert found[code] == Same(*said)


def test_a_chain_is_as_sure_as_its_weakest_step() -> None:
    """o10 of 2569 is likely o10 of 2568, which is certainly o13 of 2567: likely o13. One guess makes a guess."""
    found = same_questions(criteria.load(2567), criteria.load(2569))
    assert found["o10"] == Same("o13", "likely")
    assert found["o21"].confidence == "guess"


def test_a_year_of_unknown_wordings_is_passed_over() -> None:
    """Nothing leads through 2565, whose titles are not known, but the same words stand before and after it."""
    assert same_questions(criteria.load(2564), criteria.load(2565)).keys() <= {"o42", "o43"}
    assert same_questions(criteria.load(2564), criteria.load(2567))["o2"] == Same("o2", "likely")


def test_words_that_are_a_guess_give_a_guess() -> None:
    """The title of o34 of 2564 is a guess, so that it is o34 of 2563 is no more."""
    assert same_questions(criteria.load(2563), criteria.load(2564))["o34"] == Same("o34", "guess")


def test_wordings_of_the_user_count() -> None:
    """A title that the user typed where the criteria lack it is compared like any other, and is a guess at most."""
    title = criteria.load(2566).items[1].title
    before = with_wordings(criteria.load(2565), [Wording(code="o9", text=title)])
    assert same_questions(before, criteria.load(2566))["o2"].code == "o9"


def test_the_wording_of_a_code() -> None:
    """Questions and items have their official words; what is not known has none."""
    assert wording_of(criteria.load(2568), "o10") == "E-Service"
    assert wording_of(criteria.load(2568), "x1") == wording_of(criteria.load(2569), "o2") == ""
