"""The criteria files of 2563-2566 and 2569: what is known of each year, and that nothing more is claimed."""

from __future__ import annotations

from itertools import groupby

import msgspec
import pytest

from figures import rating_of
from ita import criteria, rating, scoring
from ita.assessment import Given
from ita.criteria import Criteria, Question
from ita.scoring import TOTAL, indicator_key, question_key, sub_indicator_key, tool_key

LETTER_YEARS = (2563, 2564, 2565)
PARTIAL_YEARS = (2565, 2566, 2569)
THAI_LEVELS = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")


def score_of(fiscal_year: int, **given: object) -> scoring.Scores:
    """Return the figures of a year from these typed ones."""
    return scoring.score(criteria.load(fiscal_year), msgspec.convert(given, Given))


def question(rules: Criteria, code: str) -> Question:
    """Return the question with this code."""
    return next(q for q in rules.questions if q.code == code)


@pytest.fixture(params=[2563, 2564])
def early(request: pytest.FixtureRequest) -> Criteria:
    """Return the criteria of one of the first two years, which ship complete."""
    return criteria.load(request.param)


@pytest.mark.parametrize(
    ("fiscal_year", "iit", "eit", "oit"),
    [(2563, 30, 15, 43), (2564, 30, 15, 43), (2565, 30, 15, 43), (2566, 0, 0, 43), (2569, 0, 0, 26)],
)
def test_counts(fiscal_year: int, iit: int, eit: int, oit: int) -> None:
    """The year has this many questions and items, numbered from 1; none where their number was not found."""
    rules = criteria.load(fiscal_year)
    expected = [f"i{n}" for n in range(1, iit + 1)] + [f"e{n}" for n in range(1, eit + 1)]
    assert expected == [q.code for q in rules.questions]
    assert [f"o{n}" for n in range(1, oit + 1)] == [i.code for i in rules.items]


def test_ten_indicators_in_every_year() -> None:
    """Each year has the ten indicators, five, three and two to the tools, each with its purpose in a sentence."""
    for rules in map(criteria.load, criteria.years()):
        assert [indicator.number for indicator in rules.indicators] == list(range(1, 11))
        assert [len(rules.indicators_of(tool.code)) for tool in rules.tools] == [5, 3, 2]
        assert all(indicator.purpose.startswith("พิจารณา") for indicator in rules.indicators)


@pytest.mark.parametrize(("fiscal_year", "name"), [(2566, "การปรับปรุงระบบการทำงาน"), (2569, "การปรับปรุงการทำงาน")])
def test_indicator_8_changed_its_name(fiscal_year: int, name: str) -> None:
    """Indicator 8 is called การปรับปรุงระบบการทำงาน up to 2566 and loses a word after that."""
    assert criteria.load(fiscal_year).indicators[7].name == name


def test_questions_of_the_first_years(early: Criteria) -> None:
    """Six IIT questions an indicator and five of the EIT, which has one score a question and no parts."""
    per_indicator = [len(early.questions_of(number)) for number in range(1, 9)]
    assert per_indicator == [6] * 5 + [5] * 3
    assert [tool.scored_codes for tool in early.tools] == [("IIT",), ("EIT",), ("OIT",)]


def test_sub_indicators_of_the_first_years(early: Criteria) -> None:
    """The 43 items are shared out 9, 8, 7, 4, 5 to indicator 9 and 8, 2 to indicator 10, in their order."""
    groups = [(key, len(list(group))) for key, group in groupby(early.items, lambda item: item.sub_indicator)]
    assert groups == [("9.1", 9), ("9.2", 8), ("9.3", 7), ("9.4", 4), ("9.5", 5), ("10.1", 8), ("10.2", 2)]


def test_eit_wordings_of_the_first_years_are_unknown(early: Criteria) -> None:
    """The EIT questions have a code and an indicator, no text and no scale, and the year says so."""
    unworded = [q for q in early.questions if not q.text]
    assert [q.code for q in unworded] == [f"e{n}" for n in range(1, 16)]
    assert {q.scale for q in unworded} == {None}
    assert "e1-e15" in " ".join(early.unknown)


def test_aspects_of_a_question(early: Criteria) -> None:
    """i30 asks about four aspects; of i11 only the second is worded negatively, of i18 all three."""
    assert len(question(early, "i30").sub_items) == 4
    i11, i18 = question(early, "i11"), question(early, "i18")
    assert [i11.is_reversed(n) for n in (1, 2)] == [False, True]
    assert [i18.is_reversed(n) for n in (1, 2, 3)] == [True, True, True]


def test_reversed_questions(early: Criteria) -> None:
    """Ten questions of the IIT are worded negatively as a whole, three of them about bribes."""
    turned = {q.code: q.scale for q in early.questions if q.reversed}
    bribes = dict.fromkeys(("i4", "i5", "i6"), "have")
    rest = ("i9", "i10", "i16", "i17", "i18", "i19", "i22")
    assert turned == bribes | dict.fromkeys(rest, "four_levels")


def test_four_level_scale() -> None:
    """Up to 2565 the four answers are worth 0, 33, 67 and 100."""
    assert {criteria.load(year).scales["four_levels"].points for year in LETTER_YEARS} == {(0, 33, 67, 100)}


def test_the_question_on_measures_rewards_a_yes(early: Criteria) -> None:
    """i26 asks whether the agency has done something: มี is worth 100."""
    i26 = question(early, "i26")
    scale = early.scales[i26.scale or ""]
    assert (scale.options, scale.points, i26.reversed) == (("มี", "ไม่มี"), (100, 0), False)


def test_iit_wordings_of_2563_are_borrowed() -> None:
    """The IIT of 2563 has the wordings of 2564, marked so and only likely."""
    borrowed = [q for q in criteria.load(2563).questions if q.text]
    assert {(q.text_from, q.confidence) for q in borrowed} == {(2564, "likely")}
    assert {q.text_from for q in criteria.load(2564).questions} == {None}


def test_letters() -> None:
    """AA to F on the total alone, from 95 down to 50; 85 is the target and an A."""
    for rules in map(criteria.load, LETTER_YEARS):
        found = rating_of(rules)
        assert found.rated == ()
        assert [(band.level, band.total_min) for band in found.bands] == [
            ("AA", 95),
            ("A", 85),
            ("B", 75),
            ("C", 65),
            ("D", 55),
            ("E", 50),
            ("F", 0),
        ]
        assert (rules.pass_mark, rules.excellent_mark) == (85, 95)


def test_weights_of_every_year() -> None:
    """IIT, EIT and OIT weigh 30, 30 and 40 percent wherever the weights are known; the parts come with 2566."""
    whole = {"IIT": 0.30, "EIT": 0.30, "OIT": 0.40}
    halves = {"EIT1": 0.15, "EIT2": 0.15}
    expected = dict.fromkeys(LETTER_YEARS, whole) | dict.fromkeys((2566, 2567, 2568), whole | halves) | {2569: {}}
    assert {year: criteria.load(year).weights for year in expected} == expected


def test_thai_levels_from_2566() -> None:
    """2566 is the first year with the five Thai levels and a condition on each tool and part."""
    found = rating_of(criteria.load(2566))
    assert (found.levels, found.rated) == (THAI_LEVELS, ("IIT", "EIT1", "EIT2", "OIT"))
    assert found.confidence == "certain"


@pytest.mark.parametrize(
    ("fiscal_year", "analysis", "follow_up", "sure"),
    [
        (2563, "o42", "o43", "certain"),
        (2564, "o42", "o43", "certain"),
        (2565, "o42", "o43", "likely"),
        (2566, "o42", "o43", "likely"),
        (2569, "o25", "o26", "likely"),
    ],
)
def test_report_items(fiscal_year: int, analysis: str, follow_up: str, sure: str) -> None:
    """The items that ask for this report and for its follow-up are known for every year."""
    found = criteria.load(fiscal_year).report_items
    assert found
    assert (found.analysis, found.follow_up, found.confidence) == (analysis, follow_up, sure)


def test_item_points() -> None:
    """0 or 100 is proved for 2564 and likely for 2563; how an item was marked in 2565, 2566 and 2569 is not known."""
    found = {year: criteria.load(year).item_points for year in (2563, 2564, *PARTIAL_YEARS)}
    known = {year: (points.points, points.confidence) for year, points in found.items() if points}
    assert known == {2563: ((0, 100), "likely"), 2564: ((0, 100), "certain")}


def test_places_of_items_are_unknown() -> None:
    """In 2565, 2566 and 2569 no item is placed in a sub-indicator, and each year says so."""
    for rules in map(criteria.load, PARTIAL_YEARS):
        assert {item.sub_indicator for item in rules.items} == {None}
        assert {rules.tool_of_code(item.code).code for item in rules.items} == {"OIT"}
        assert "จึงไม่คำนวณตัวชี้วัดที่ 9 และ 10 จากรายการ" in " ".join(rules.unknown)


def test_unknown_titles() -> None:
    """2565 knows the title of o34 only; 2569 lacks those of o2, o5, o6 and o7 and says so."""
    rules = criteria.load(2569)
    assert [item.code for item in criteria.load(2565).items if item.title] == ["o34"]
    assert [item.code for item in rules.items if not item.title] == ["o2", "o5", "o6", "o7"]
    assert "o2 o5 o6 และ o7" in " ".join(rules.unknown)


def test_2565_knows_no_wording() -> None:
    """Of the questions of 2565 nothing but a guessed number is known."""
    assert {(q.text, q.scale, q.confidence) for q in criteria.load(2565).questions} == {("", None, "guess")}


def test_minimum_respondents_of_2564() -> None:
    """A tenth of the stakeholders, at least 30 or everyone, and 400 is enough of more than 4,000."""
    for rule in criteria.load(2564).minimum_respondents:
        needed = [rule.needed(people) for people in (12, 30, 299, 310, 311, 4000, 4001, 90000)]
        assert needed == [12, 30, 30, 31, 32, 400, 400, 400]
    assert [rule.tool for rule in criteria.load(2564).minimum_respondents] == ["IIT", "EIT"]


def test_minimum_respondents_of_2567() -> None:
    """In 2567 the minimum is a number by kind of agency, however many stakeholders there are."""
    assert {rule.needed(9999) - rule.minimum for rule in criteria.load(2567).minimum_respondents} == {0}


def test_issues_are_known_for_2567_alone() -> None:
    """No other year has issues of its own."""
    assert [year for year in criteria.years() if criteria.load(year).issues] == [2567]


def test_every_year_says_what_is_unknown() -> None:
    """Every year tells what is not known of it, in Thai."""
    assert all(criteria.load(year).unknown for year in criteria.years())


def test_real_office_of_2564() -> None:
    """With o17 and o28 at 0 and all else at 100, indicators 9 and 10 are 92.50 and 100 and the OIT 96.25."""
    items = {f"o{n}": 0.0 if n in {17, 28} else 100.0 for n in range(1, 44)}
    scores = score_of(2564, questions=items)
    keys = [*map(sub_indicator_key, ("9.2", "9.4")), *map(indicator_key, (9, 10)), tool_key("OIT")]
    assert [scores.used(key) for key in keys] == pytest.approx([87.5, 75, 92.5, 100, 96.25])


def test_real_office_of_2563() -> None:
    """From a total of 51, EIT 84.01 and no OIT follow IIT around 85.99, indicator 6 around 85.36, and level E."""
    given = Given(total=51, tools={"EIT": 84.01, "OIT": 0}, indicators={7: 85.38, 8: 81.29, 9: 0, 10: 0})
    rules = criteria.load(2563)
    scores = scoring.score(rules, given)
    iit, sixth = scores[tool_key("IIT")].derived, scores[indicator_key(6)].derived
    assert iit
    assert sixth
    assert (round(iit.low, 2), round(iit.high, 2)) == (84.32, 87.66)
    assert (sixth.low + sixth.high) / 2 == pytest.approx(85.36)
    assert rating.level(rules, scores).used == "E"


def test_typed_figures_of_2569() -> None:
    """In 2569 typed figures are kept, a tool is the mean of its indicators or parts, and nothing makes a total."""
    given = {"indicators": {9: 90, 10: 80}, "tools": {"IIT": 95, "EIT1": 90, "EIT2": 94}, "questions": {"o1": 40}}
    scores = score_of(2569, **given)
    assert scores[question_key("OIT", "o1")].published == 40
    assert scores[tool_key("OIT")].computed == 85
    assert scores.used(TOTAL) is None
    assert scores.used(tool_key("EIT")) == 92
    assert score_of(2569, total=88.5).used(TOTAL) == 88.5


def test_level_of_2569() -> None:
    """The level of 2569 is what was published; nothing is rated and nothing claimed to be possible."""
    rules = criteria.load(2569)
    scores = score_of(2569, total=99, tools={"IIT": 99, "EIT1": 99, "EIT2": 99, "OIT": 99})
    found = rating.level(rules, scores, "ผ่านดี")
    assert (found.used, found.computed, found.possible, found.open_keys) == ("ผ่านดี", None, (), ())
    assert rating.rate(rules, 99, [99] * 4) is None


def test_estimate_of_2569() -> None:
    """An estimate of 2569 weighs and rates by the rules of 2568 and is otherwise the year itself."""
    rules, lender = criteria.load_estimate(2569), criteria.load(2568)
    assert rules
    assert (rules.weights, rules.rating) == (lender.weights, lender.rating)
    assert (rules.fiscal_year, rules.items) == (2569, criteria.load(2569).items)
    scores = scoring.score(rules, Given(tools={"IIT": 96, "EIT1": 90, "EIT2": 94, "OIT": 85}))
    assert scores.used(TOTAL) == pytest.approx(90.4)
    assert rating.level(rules, scores).used == "ผ่านดี"


def test_no_estimate_where_the_rules_are_known() -> None:
    """Only 2569 borrows weights and rating from another year."""
    assert [year for year in criteria.years() if criteria.load_estimate(year)] == [2569]
