"""The criteria files of 2567 and 2568: complete, free of faults, and honest about what is not certain."""

from __future__ import annotations

import pytest

from figures import rating_of
from ita import criteria
from ita.criteria import Criteria, Question, ReportItems
from ita.errors import CriteriaError, UnknownYearError

BORROWED_2568 = ("i4", "i5", "i7", "i8", "i9", "i11", "i13", "i14", "e2", "e3", "e5", "e6")
LEVELS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")


@pytest.fixture(params=[2567, 2568])
def year(request: pytest.FixtureRequest) -> Criteria:
    """Return the criteria of one year that ships complete."""
    return criteria.load(request.param)


def question(rules: Criteria, code: str) -> Question:
    """Return the question with this code."""
    return next(q for q in rules.questions if q.code == code)


def report_items(rules: Criteria) -> ReportItems:
    """Return the report items of a year that knows them."""
    assert rules.report_items
    return rules.report_items


def test_years_are_known() -> None:
    """Fiscal years 2563 to 2569 have criteria, listed oldest first."""
    known = criteria.years()
    assert set(range(2563, 2570)) <= set(known)
    assert sorted(known) == list(known)


def test_every_file_is_free_of_faults_and_of_its_own_year() -> None:
    """Each file loads without a fault and holds the year it is named after."""
    assert list(criteria.years()) == [criteria.load(year).fiscal_year for year in criteria.years()]


def test_load_gives_the_same_value_again() -> None:
    """The criteria of a year are decoded once and shared."""
    assert criteria.load(2568) is criteria.load(2568)


def test_unknown_year_names_the_known_ones() -> None:
    """A year without criteria raises UnknownYearError, which tells the years that can be chosen."""
    with pytest.raises(UnknownYearError) as caught:
        criteria.load(2511)
    assert "2511" in caught.value.what()
    assert "2567, 2568" in caught.value.fix()


@pytest.mark.parametrize(("fiscal_year", "iit", "eit", "oit"), [(2567, 15, 9, 35), (2568, 15, 9, 28)])
def test_counts(fiscal_year: int, iit: int, eit: int, oit: int) -> None:
    """The year asks this many questions and items, numbered from 1 without a gap."""
    rules = criteria.load(fiscal_year)
    expected = [f"i{n}" for n in range(1, iit + 1)] + [f"e{n}" for n in range(1, eit + 1)]
    assert expected == [q.code for q in rules.questions]
    assert [f"o{n}" for n in range(1, oit + 1)] == [i.code for i in rules.items]


def test_every_indicator_is_measured(year: Criteria) -> None:
    """Indicators 1-8 have three questions each, 9 and 10 have sub-indicators, and each of these has items."""
    assert list(range(1, 11)) == [indicator.number for indicator in year.indicators]
    assert [len(year.questions_of(number)) for number in range(1, 9)] == [3] * 8
    assert [len(year.sub_indicators_of(number)) for number in (9, 10)] == [5, 2]
    assert all(year.items_of(sub.code) for sub in year.sub_indicators)


def test_questions_belong_to_survey_tools(year: Criteria) -> None:
    """Questions coded i lie under IIT, those coded e under EIT."""
    tools = {"i": "IIT", "e": "EIT"}
    assert [tools[q.code[0]] for q in year.questions] == [year.tool_of(q.indicator).code for q in year.questions]


def test_indicator_8_has_its_newer_name(year: Criteria) -> None:
    """From 2567 indicator 8 is called การปรับปรุงการทำงาน."""
    assert year.indicators[7].name == "การปรับปรุงการทำงาน"


def test_weights(year: Criteria) -> None:
    """IIT and EIT weigh 30 percent, OIT 40; the EIT is halved between its parts."""
    assert {tool.code: tool.weight for tool in year.tools} == {"IIT": 0.30, "EIT": 0.30, "OIT": 0.40}
    assert {part.code: part.weight for part in year.tool("EIT").parts} == {"EIT1": 0.15, "EIT2": 0.15}
    assert [tool.scored_codes for tool in year.tools] == [("IIT",), ("EIT1", "EIT2"), ("OIT",)]


def test_rating(year: Criteria) -> None:
    """Five levels; the best needs 95 in total and in each of IIT, both parts of EIT, and OIT."""
    rating = rating_of(year)
    bands = [(band.total_min, band.every_tool_min) for band in rating.bands]
    assert rating.levels == LEVELS
    assert bands == [(95, 95), (85, 85), (85, 0), (70, 0), (0, 0)]
    assert rating.rated == ("IIT", "EIT1", "EIT2", "OIT")
    assert (year.pass_mark, year.excellent_mark) == (85, 95)


@pytest.mark.parametrize(("fiscal_year", "analysis", "follow_up"), [(2567, "o34", "o35"), (2568, "o27", "o28")])
def test_report_items(fiscal_year: int, analysis: str, follow_up: str) -> None:
    """The items that ask for this report and for its follow-up are those whose titles say so."""
    rules = criteria.load(fiscal_year)
    titles = {item.code: item.title for item in rules.items}
    named = report_items(rules)
    assert (named.analysis, named.follow_up) == (analysis, follow_up)
    assert titles[analysis] == "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    assert titles[follow_up].startswith("รายงานผลการดำเนินการ")


def test_i2_was_turned_round() -> None:
    """i2 is worded positively in 2567 and negatively in 2568, so its points are reversed."""
    assert [question(criteria.load(fiscal_year), "i2").reversed for fiscal_year in (2567, 2568)] == [False, True]


def test_bribe_questions_reward_a_no(year: Criteria) -> None:
    """On the questions about bribes มี/เคย is worth 0 points and ไม่มี/ไม่เคย 100."""
    bribes = [q for q in year.questions if q.scale == "have" and q.is_reversed()]
    scale = year.scales["have"]
    assert [(q.code, q.reversed) for q in bribes] == [("i3", True), ("i9", True), ("e3", True)]
    assert [(option, 100 - points) for option, points in zip(scale.options, scale.points, strict=True)] == [
        ("มี/เคย", 0),
        ("ไม่มี/ไม่เคย", 100),
    ]


def test_borrowed_wordings_are_marked() -> None:
    """Wordings of 2568 that come from 2567 say so, are not certain, and are those of 2567."""
    rules, before = criteria.load(2568), criteria.load(2567)
    borrowed = [q for q in rules.questions if q.text_from is not None]
    assert [q.code for q in borrowed] == list(BORROWED_2568)
    assert {(2567, "likely")} == {(q.text_from, q.confidence) for q in borrowed}
    assert [question(before, q.code).text for q in borrowed] == [q.text for q in borrowed]
    assert all(q.text_from is None for q in before.questions)


def test_what_is_not_known_is_told() -> None:
    """The year's own list of what is unknown names every borrowed question and every guessed item."""
    rules = criteria.load(2568)
    told = " ".join(rules.unknown)
    guessed = [item.code for item in rules.items if item.confidence == "guess"]
    assert guessed == ["o5", "o6", "o7"]
    assert [code for code in (*BORROWED_2568, *guessed) if code not in told] == []


def test_confidence_of_2568() -> None:
    """Weights and report items of 2568 are likely, the rating and the names of sub-indicators certain."""
    rules = criteria.load(2568)
    assert {"likely"} == {tool.confidence for tool in rules.tools}
    assert report_items(rules).confidence == "likely"
    assert rating_of(rules).confidence == "certain"
    assert {("certain", "likely")} == {(s.confidence, s.items_confidence) for s in rules.sub_indicators}


def test_item_points() -> None:
    """An item of 2567 likely gets 0 or 100; one of 2568 certainly can get a part, by steps that were not found."""
    found = [rules.item_points for rules in map(criteria.load, (2567, 2568))]
    assert [(p.points, p.confidence) for p in found if p] == [((0, 100), "likely"), ((), "certain")]


def test_issues_of_2567_hold_every_code_once() -> None:
    """The seven issues share out all 59 questions and items; 2568 has no known issues."""
    rules = criteria.load(2567)
    codes = [code for issue in rules.issues for code in issue.codes]
    assert [issue.number for issue in rules.issues] == list(range(1, 8))
    assert sorted(codes) == sorted([q.code for q in rules.questions] + [i.code for i in rules.items])
    assert criteria.load(2568).issues == ()


def test_minimum_respondents_of_2567() -> None:
    """A small sub-district office needs 30 answers to EIT part 1."""
    minimums = {m.agencies: (m.tool, m.minimum) for m in criteria.load(2567).minimum_respondents}
    assert minimums["องค์การบริหารส่วนตำบล ขนาด S"] == ("EIT1", 30)


def test_decode_refuses_a_misspelt_field() -> None:
    """A field that the format does not have is a CriteriaError that names it."""
    with pytest.raises(CriteriaError, match="fiscal_yaer"):
        criteria.decode("fiscal_yaer = 2567", "x.toml")


def test_decode_refuses_broken_toml() -> None:
    """Text that is not TOML is a CriteriaError that names the file."""
    with pytest.raises(CriteriaError, match=r"broken\.toml"):
        criteria.decode("= 1", "broken.toml")
