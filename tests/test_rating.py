"""From the total and the tools to the level, certain or open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from figures import about, assessment_of, of, without_parts
from ita import criteria, rating, scoring
from ita.assessment import Given
from ita.criteria import Band, Criteria
from ita.intervals import EVERYTHING, Interval
from ita.rating import Level, displayed, rate

EXCELLENT, GOOD, PASS, IMPROVE, URGENT = "ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"
LETTERS = (("AA", 95), ("A", 85), ("B", 75), ("C", 65), ("D", 55), ("E", 50), ("F", 0))


def lettered() -> Criteria:
    """Return criteria of the years 2563-65: letters on the total alone, and an EIT in one piece."""
    bands = tuple(Band(level=name, total_min=minimum) for name, minimum in LETTERS)
    return without_parts(criteria.load(2568), bands, rated=())


def level_of(rules: Criteria | None = None, published: str | None = None, /, **figures: object) -> Level:
    """Return the level that follows from these figures."""
    year = rules or criteria.load(2568)
    return rating.level(year, of(year, **figures), published)


# ---------------------------------------------------------------- the rating table

TABLE = [
    # total, IIT, EIT part 1, EIT part 2, OIT, level
    (95.00, 95.00, 95.00, 95.00, 95.00, EXCELLENT),
    (100.0, 100.0, 100.0, 100.0, 100.0, EXCELLENT),
    (94.99, 95.00, 95.00, 95.00, 95.00, GOOD),  # the total misses 95
    (98.23, 98.53, 99.33, 91.78, 100.0, GOOD),  # one part misses 95
    (97.90, 94.99, 99.00, 99.00, 99.00, GOOD),
    (97.90, 99.00, 94.99, 99.00, 99.00, GOOD),
    (97.90, 99.00, 99.00, 99.00, 94.99, GOOD),
    (85.00, 85.00, 85.00, 85.00, 85.00, GOOD),
    (94.99, 94.99, 94.99, 94.99, 94.99, GOOD),
    (95.00, 84.99, 99.00, 99.00, 99.00, PASS),  # one tool misses 85
    (95.00, 99.00, 84.99, 99.00, 99.00, PASS),
    (95.00, 99.00, 99.00, 84.99, 99.00, PASS),
    (95.00, 99.00, 99.00, 99.00, 84.99, PASS),
    (85.00, 0.00, 100.0, 100.0, 100.0, PASS),
    (84.99, 85.00, 85.00, 85.00, 85.00, IMPROVE),  # the total misses 85, whatever the tools
    (84.99, 100.0, 100.0, 100.0, 100.0, IMPROVE),
    (70.00, 70.00, 70.00, 70.00, 70.00, IMPROVE),
    (70.00, 0.00, 0.00, 100.0, 100.0, IMPROVE),
    (69.99, 100.0, 100.0, 100.0, 100.0, URGENT),
    (0.00, 0.00, 0.00, 0.00, 0.00, URGENT),
    # two decimals decide, half up
    (84.994, 90.0, 90.0, 90.0, 90.0, IMPROVE),
    (84.995, 90.0, 90.0, 90.0, 90.0, GOOD),
    (84.99499999999999, 90.0, 90.0, 90.0, 90.0, GOOD),
    (94.994, 96.0, 96.0, 96.0, 96.0, GOOD),
    (94.995, 96.0, 96.0, 96.0, 96.0, EXCELLENT),
    (96.0, 96.0, 96.0, 94.994, 96.0, GOOD),
    (96.0, 96.0, 96.0, 94.995, 96.0, EXCELLENT),
    (90.0, 90.0, 90.0, 90.0, 84.994, PASS),
    (90.0, 90.0, 90.0, 90.0, 84.995, GOOD),
    (69.994, 70.0, 70.0, 70.0, 70.0, URGENT),
    (69.995, 70.0, 70.0, 70.0, 70.0, IMPROVE),
]


@pytest.mark.parametrize("year", [2567, 2568])
@pytest.mark.parametrize(("total", "iit", "eit1", "eit2", "oit", "expected"), TABLE)
def test_rating_table(year: int, total: float, iit: float, eit1: float, eit2: float, oit: float, expected: str) -> None:
    """A total and the scores of the four rated tools and parts give this level."""
    assert rate(criteria.load(year), total, (iit, eit1, eit2, oit)) == expected


@pytest.mark.parametrize(("total", "iit", "eit1", "eit2", "oit", "expected"), TABLE)
def test_rating_table_as_typed(total: float, iit: float, eit1: float, eit2: float, oit: float, expected: str) -> None:
    """The same figures typed as published make that level certain."""
    found = level_of(total=total, tools={"IIT": iit, "EIT1": eit1, "EIT2": eit2, "OIT": oit})
    assert found == Level(published=None, computed=expected, possible=(expected,), open_keys=())


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (100, "AA"),
        (95, "AA"),
        (94.99, "A"),
        (85, "A"),
        (84.99, "B"),
        (75, "B"),
        (74.99, "C"),
        (65, "C"),
        (64.99, "D"),
        (55, "D"),
        (54.99, "E"),
        (50, "E"),
        (49.99, "F"),
        (0, "F"),
        (84.995, "A"),
        (84.994, "B"),
    ],
)
def test_letters_look_at_the_total_alone(total: float, expected: str) -> None:
    """In the years of letters the level follows from the total, even while no tool is known."""
    assert level_of(lettered(), total=total).computed == expected
    assert level_of(lettered(), total=total, tools={"IIT": 0}).computed == expected


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (84.995, "85.00"),
        (84.99499999999999, "85.00"),
        (84.9949, "84.99"),
        (84.994999999, "84.99"),
        (84.9949999999, "85.00"),
        (94.994, "94.99"),
        (94.995, "95.00"),
        (1.005, "1.01"),
        (98.2254, "98.23"),
        (95.462, "95.46"),
        (0.0, "0.00"),
        (1e-12, "0.00"),
        (100, "100.00"),
    ],
)
def test_displayed_is_half_up_of_half_up(value: float, shown: str) -> None:
    """Points are shown half up to two decimals of the value half up to nine."""
    assert displayed(value) == Decimal(shown)
    assert str(displayed(value)) == shown


# ---------------------------------------------------------------- real agencies


@pytest.mark.parametrize("name", ["nongphlap_2568", "khlongnokkrathung_2567"])
def test_real_agencies_are_good(name: str) -> None:
    """Both agencies were published as ผ่านดี, and their figures allow it."""
    assessment = assessment_of(name)
    rules = criteria.load(assessment.fiscal_year)
    found = rating.level(rules, scoring.score(rules, assessment.given), assessment.given.level)
    assert found.used == GOOD
    assert GOOD in found.possible


def test_nongphlap_is_good_for_certain() -> None:
    """OIT 91.88 rules out ผ่านดีเยี่ยม, and no EIT part can lie under 85 when their mean is 96.31."""
    found = level_of(total=95.46, tools={"IIT": 99.39, "EIT": 96.31, "OIT": 91.88})
    assert (found.computed, found.possible) == (GOOD, (GOOD,))


def test_khlongnokkrathung_is_good_for_certain_though_part_two_is_derived() -> None:
    """Part 2, which only follows from part 1 and the indicators, lies between 85 and 95 whatever was rounded."""
    assessment = assessment_of("khlongnokkrathung_2567")
    rules = criteria.load(2567)
    scores = scoring.score(rules, assessment.given)
    assert scores.used("tools.EIT2") is None
    assert rating.level(rules, scores) == Level(published=None, computed=GOOD, possible=(GOOD,), open_keys=())


# ---------------------------------------------------------------- published and computed


def test_a_published_level_is_used_and_the_computed_one_kept() -> None:
    """A level that was published is used, though the figures refute it."""
    found = level_of(None, EXCELLENT, total=90, tools={"IIT": 90, "EIT1": 90, "EIT2": 90, "OIT": 90})
    assert (found.published, found.computed, found.used) == (EXCELLENT, GOOD, EXCELLENT)


def test_an_open_level_is_not_given() -> None:
    """While several levels are possible none is computed or used."""
    found = level_of(tools={"IIT": 97, "OIT": 97})
    assert (found.computed, found.used) == (None, None)


# ---------------------------------------------------------------- open levels


def test_nothing_known_leaves_every_level_open() -> None:
    """Without a figure every level is possible, from the lowest to the highest, and everything would help."""
    found = level_of()
    assert found.possible == (URGENT, IMPROVE, PASS, GOOD, EXCELLENT)
    assert found.open_keys == ("total", "tools.IIT", "tools.EIT1", "tools.EIT2", "tools.OIT")


@pytest.mark.parametrize(
    ("figures", "possible", "settled_by"),
    [
        pytest.param(
            {"tools": {"IIT": 97, "EIT": 97, "OIT": 97}},
            (GOOD, EXCELLENT),
            ("tools.EIT1", "tools.EIT2"),
            id="combined EIT of 97: the smaller part lies between 94 and 97",
        ),
        pytest.param(
            {"tools": {"IIT": 97, "EIT": 94.9999, "OIT": 97}},
            (GOOD, EXCELLENT),
            ("tools.EIT1", "tools.EIT2"),
            id="combined EIT of 94.9999: both parts may just show 95.00",
        ),
        pytest.param(
            {"tools": {"IIT": 97, "EIT": 97.51, "OIT": 97}},
            (EXCELLENT,),
            (),
            id="combined EIT of 97.51: no part can lie under 95",
        ),
        pytest.param(
            {"tools": {"IIT": 97, "EIT": 92.49, "OIT": 97}},
            (PASS, GOOD),
            ("tools.EIT1", "tools.EIT2"),
            id="combined EIT of 92.49: a part may lie just under 85",
        ),
        pytest.param(
            {"tools": {"IIT": 90, "EIT": 92.51, "OIT": 90}},
            (GOOD,),
            (),
            id="combined EIT of 92.51: no part can lie under 85",
        ),
        pytest.param(
            {"tools": {"IIT": 97, "EIT": 84.98, "OIT": 97}},
            (PASS,),
            (),
            id="combined EIT of 84.98: some part lies under 85",
        ),
        pytest.param(
            {"tools": {"IIT": 97, "EIT1": 97, "OIT": 97}},
            (IMPROVE, PASS, GOOD, EXCELLENT),
            ("total", "tools.EIT2"),
            id="part 2 unknown: the total lies between 82.45 and 97.45",
        ),
        pytest.param(
            {"total": 96.01, "tools": {"IIT": 97.01, "EIT1": 97.01, "EIT2": 97.01}},
            (GOOD,),
            (),
            id="OIT follows from the total: 94.51",
        ),
        pytest.param(
            {"total": 69.99},
            (URGENT,),
            (),
            id="a total under 70 needs no tool",
        ),
        pytest.param(
            {"total": 80},
            (IMPROVE,),
            (),
            id="a total of 70 to 84.99 needs no tool",
        ),
        pytest.param(
            {"total": 90, "tools": {"OIT": 80}},
            (PASS,),
            (),
            id="a total from 85 and a tool under 85",
        ),
        pytest.param(
            {"tools": {"IIT": 50, "OIT": 50}},
            (URGENT,),
            (),
            id="what is missing cannot lift the total to 70",
        ),
    ],
)
def test_open_levels(figures: dict[str, object], possible: tuple[str, ...], settled_by: tuple[str, ...]) -> None:
    """What is known leaves these levels possible, and these figures would settle which."""
    found = level_of(**figures)
    assert found.possible == possible
    assert found.open_keys == settled_by
    assert (found.computed is None) == (len(possible) > 1)


@pytest.mark.parametrize(
    ("combined", "smallest"), [(97.0, 94.0), (60.0, 20.0), (50.0, 0.0), (30.0, 0.0), (100.0, 100.0)]
)
def test_the_smaller_of_two_unknown_parts(combined: float, smallest: float) -> None:
    """With the combined EIT at c the smaller part lies between 2c - 100, for the least c typed so, and c."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(tools={"EIT": combined}))
    bounds = scores["tools.EIT"].bounds
    assert bounds is not None
    for part in ("EIT1", "EIT2"):
        found = rating.scored_bounds(rules, scores, part)
        assert found == Interval(about(max(0.0, 2 * bounds.low - 100)), combined)  # type: ignore[arg-type]
        assert found.low <= smallest <= found.high


@pytest.mark.parametrize("skipped", ["IIT", "EIT1", "EIT2", "OIT"])
def test_a_tool_not_processed_fails_its_condition(skipped: str) -> None:
    """However good the rest, an agency with a tool that was not processed is not ผ่านดี."""
    scores = {"IIT": 100, "EIT1": 100, "EIT2": 100, "OIT": 100}
    found = level_of(tools=scores, not_processed=[skipped])
    expected = {"IIT": IMPROVE, "EIT1": PASS, "EIT2": PASS, "OIT": URGENT}
    assert found.computed == expected[skipped]


def test_a_published_combined_eit_says_nothing_of_parts_when_one_was_not_processed() -> None:
    """Part 1 stays open beside an unprocessed part 2, whatever combined figure was published."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(tools={"EIT": 45.0, "IIT": 90, "OIT": 90}, not_processed=("EIT2",)))
    assert rating.scored_bounds(rules, scores, "EIT1") == EVERYTHING
    assert rating.scored_bounds(rules, scores, "EIT2") == Interval(0, 0)


def test_contradictory_figures_bound_nothing() -> None:
    """A total that its tools cannot reach says nothing of the unknown tool."""
    rules = criteria.load(2568)
    scores = scoring.score(rules, Given(total=99.25, tools={"EIT": 10.25, "OIT": 10.25}))
    assert rating.scored_bounds(rules, scores, "IIT") == EVERYTHING


def test_an_unknown_code_has_no_bounds() -> None:
    """Asking for a tool that the year does not score is a KeyError."""
    rules = criteria.load(2568)
    with pytest.raises(KeyError, match="XIT"):
        rating.scored_bounds(rules, scoring.score(rules, Given()), "XIT")
