"""Which question or item of the year before asked the same, and how sure that is."""

from __future__ import annotations

import pytest

from ita import criteria
from ita.criteria import previous_code
from ita.errors import UnknownYearError

YEARS_WITH_BEFORE = tuple(year for year in criteria.years() if year - 1 in criteria.years())


def words(fiscal_year: int) -> dict[str, str]:
    """Return the wording or title of every question and item of a year, by code."""
    rules = criteria.load(fiscal_year)
    return {q.code: q.text for q in rules.questions} | {item.code: item.title for item in rules.items}


@pytest.mark.parametrize(
    ("fiscal_year", "code", "expected"),
    [
        (2569, "o25", ("o27", "likely")),
        (2569, "o21", ("o23", "guess")),
        (2568, "i1", ("i1", "certain")),
        (2568, "i10", ("i10", "likely")),
        (2568, "o10", ("o13", "certain")),
        (2567, "o13", ("o18", "likely")),
        (2567, "o34", ("o42", "likely")),
        (2566, "o42", ("o42", "guess")),
        (2564, "i30", ("i30", "likely")),
    ],
)
def test_known_moves(fiscal_year: int, code: str, expected: tuple[str, str]) -> None:
    """A code is followed to the year before with the confidence of the match."""
    assert previous_code(fiscal_year, code) == expected


@pytest.mark.parametrize(
    ("fiscal_year", "code"),
    [(2568, "e9"), (2568, "o1"), (2568, "o12"), (2567, "i1"), (2567, "o29"), (2563, "i1"), (2568, "i99")],
)
def test_no_move(fiscal_year: int, code: str) -> None:
    """New, joined or unknown questions and items have no earlier code, nor has a year without one before it."""
    assert previous_code(fiscal_year, code) is None


def test_i2_of_2568_is_a_guess() -> None:
    """i2 asks about the same thing the other way round, so that it is comparable is a guess."""
    assert previous_code(2568, "i2") == ("i2", "guess")


def test_unknown_year() -> None:
    """A year without criteria has no moves to tell."""
    with pytest.raises(UnknownYearError):
        previous_code(2511, "i1")


@pytest.mark.parametrize("fiscal_year", YEARS_WITH_BEFORE)
def test_identical_words_are_matched(fiscal_year: int) -> None:
    """What has the same words in two years running is matched, and with no other code."""
    old = {text: code for code, text in words(fiscal_year - 1).items() if text}
    same = {code: old[text] for code, text in words(fiscal_year).items() if text in old}
    matches = {code: previous_code(fiscal_year, code) for code in same}
    unproved = {"o34": "o34"} if fiscal_year == 2564 else {}
    assert {code: found[0] for code, found in matches.items() if found} | unproved == same


@pytest.mark.parametrize("fiscal_year", YEARS_WITH_BEFORE)
def test_certain_matches_have_the_same_words(fiscal_year: int) -> None:
    """A match is certain only between identical words."""
    now, then = words(fiscal_year), words(fiscal_year - 1)
    certain = [group.codes for group in criteria.load(fiscal_year).same_as if group.confidence == "certain"]
    assert [code for codes in certain for code, before in codes.items() if now[code] != then[before]] == []
