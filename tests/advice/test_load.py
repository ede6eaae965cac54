"""The advice that ships: complete where a year is known, linked as the reports link it, and by indicator elsewhere."""

from __future__ import annotations

import pytest

from ita import advice, criteria
from ita.errors import UnknownYearError

COMPLETE = {2567: (15, 9, 35), 2568: (15, 9, 28)}
"""How many IIT questions, EIT questions and OIT items each year that is known in full has."""

LINKS = {
    2567: {
        "i1": {"o10", "o11"},
        "i2": {"o13", "o10", "o11"},
        "i7": {"o20", "o21"},
        "i10": {"o10", "i12"},
        "i12": {"o10", "o20"},
        "e3": {"o26", "o30", "o23", "o22"},
        "e6": {"o6"},
        "e7": {"o25"},
        "e8": {"o25", "o6"},
    },
    2568: {
        "i1": {"o8", "o9"},
        "e1": {"o8", "o9"},
        "i2": {"o10", "o8", "o9"},
        "i6": {"o12", "o13"},
        "i10": {"o8"},
        "i15": {"o17", "o18"},
        "e4": {"9.1", "9.2", "9.3"},
    },
}
"""What real reports of each year refer a question to."""

LINK_CASES = [(year, code, named) for year, links in LINKS.items() for code, named in links.items()]


@pytest.mark.parametrize("year", COMPLETE)
def test_every_question_and_item_of_a_known_year_has_advice(year: int) -> None:
    """2567 and 2568 have advice for all 15 IIT questions, 9 EIT questions and 35 or 28 OIT items, in their order."""
    rules = criteria.load(year)
    assert [one.code for one in (*rules.questions, *rules.items)] == list(advice.load(year))
    initials = [code[0] for code in advice.load(year)]
    assert COMPLETE[year] == (initials.count("i"), initials.count("e"), initials.count("o"))


@pytest.mark.parametrize("year", criteria.years())
def test_advice_names_its_code_and_the_place_of_its_code(year: int) -> None:
    """Each advice carries its own code and the tool and indicator that the year gives to it."""
    rules = criteria.load(year)
    subs = {sub.code: sub.indicator for sub in rules.sub_indicators}
    places = {question.code: question.indicator for question in rules.questions}
    places |= {item.code: subs[item.sub_indicator] for item in rules.items if item.sub_indicator is not None}
    for code, one in advice.load(year).items():
        assert (code, rules.tool_of_code(code).code, places.get(code)) == (one.code, one.tool, one.indicator)


@pytest.mark.parametrize(("year", "code", "named"), LINK_CASES)
def test_links_of_the_reports_are_kept(year: int, code: str, named: set[str]) -> None:
    """The advice of a question refers at least to what a real report of that year refers it to."""
    assert named <= set(advice.load(year)[code].items)


@pytest.mark.parametrize("year", COMPLETE)
def test_every_item_is_related_to_a_question(year: int) -> None:
    """Each OIT item of a known year tells which questions it helps, each of which names it or its sub-indicator."""
    found = advice.load(year)
    subs = {item.code: item.sub_indicator for item in criteria.load(year).items}
    for code, sub in subs.items():
        assert found[code].items
        assert all({code, sub} & set(found[question].items) for question in found[code].items)


def test_an_item_is_related_to_the_questions_that_name_its_sub_indicator() -> None:
    """News (o4) of 2568 helps e5, which names it, and e4, which names the whole sub-indicator 9.1."""
    assert advice.load(2568)["o4"].items == ("e4", "e5")


def test_the_same_meaning_has_the_same_words_in_both_years() -> None:
    """A topic that moved to another code keeps its words: the staff manual is o10 of 2567 and o8 of 2568."""
    before, after = advice.load(2567)["o10"], advice.load(2568)["o8"]
    assert before.topic == after.topic == "staff_manual"
    assert (before.suggestion, before.steps) == (after.suggestion, after.steps)


@pytest.mark.parametrize("code", ["i2", "e9"])
def test_a_changed_meaning_has_other_words(code: str) -> None:
    """i2 and e9 ask something else in 2568 than in 2567, so their advice differs."""
    before, after = advice.load(2567)[code], advice.load(2568)[code]
    assert before.topic != after.topic
    assert before.suggestion != after.suggestion


def test_items_of_2569_are_advised_by_topic() -> None:
    """A year known by its item titles alone has advice for the titled ones and none for its untitled ones."""
    titled = {item.code for item in criteria.load(2569).items if item.title}
    assert titled == set(advice.load(2569))
    assert advice.load(2569)["o25"].topic == "integrity_measures"


def test_a_year_without_own_advice_is_empty() -> None:
    """2565, whose wordings are not known, has no advice by code."""
    assert 2565 not in advice.years()
    assert not advice.load(2565)


def test_unknown_year() -> None:
    """A year without criteria raises UnknownYearError."""
    with pytest.raises(UnknownYearError):
        advice.load(2511)


@pytest.mark.parametrize("year", criteria.years())
def test_every_indicator_has_advice_under_its_tool(year: int) -> None:
    """Each of the ten indicators of every year has advice of its own, with the year's own tool."""
    for indicator in criteria.load(year).indicators:
        found = advice.for_indicator(indicator.number)
        assert (indicator.number, indicator.tool, "") == (found.indicator, found.tool, found.code)
        assert found.items == ()


def test_an_indicator_that_there_is_not() -> None:
    """Asking for an eleventh indicator raises KeyError."""
    with pytest.raises(KeyError):
        advice.for_indicator(11)


def test_a_topic_can_be_asked_for_by_its_key() -> None:
    """A topic gives the words of the codes that it stands for, without a code; an unknown key raises KeyError."""
    bare, coded = advice.for_topic("asset_borrowing"), advice.load(2568)["i10"]
    assert (coded.measure, "", "", None) == (bare.measure, bare.code, bare.tool, bare.indicator)
    with pytest.raises(KeyError):
        advice.for_topic("nothing_of_the_kind")


def test_every_topic_is_used() -> None:
    """No texts lie idle: each topic serves an indicator or a code of some year."""
    used = {one.topic for year in advice.years() for one in advice.load(year).values()}
    used |= {advice.for_indicator(number).topic for number in range(1, 11)}
    assert used == set(advice.topics())
