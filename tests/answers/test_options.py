"""What an answer is worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita.answers.options import Mark, Reader, as_number, legend, meaning_of_numbers, meanings, positions
from ita.criteria import Scale
from ita.errors import InputError
from support.surveys import AGREE, SIX

SIX_LEVELS = Scale(options=SIX, points=(0, 20, 40, 60, 80, 100), source="x", confidence="certain")
AGREEMENT = Scale(options=AGREE, points=(0, 20, 40, 60, 80, 100), source="x", confidence="certain")
FOUR = Scale(
    options=("น้อยที่สุดหรือไม่มีเลย", "น้อย", "มาก", "มากที่สุด"), points=(0, 33, 67, 100), source="x", confidence="certain"
)
HAVE = Scale(options=("มี/เคย", "ไม่มี/ไม่เคย"), points=(100, 0), source="x", confidence="certain")
SCALES = (SIX_LEVELS, AGREEMENT, FOUR, HAVE)


@pytest.mark.parametrize(
    ("scale", "answer", "points"),
    [
        (SIX_LEVELS, "มากที่สุด", 100),
        (SIX_LEVELS, " มาก ที่สุด\u200b", 100),
        (SIX_LEVELS, "5. มาก", 80),
        (SIX_LEVELS, "(๑) ไม่เป็นไปตามวัตถุประสงค์", 0),
        (AGREEMENT, "ค่อนข้างไม่เห็นด้วย", 40),
        (FOUR, "น้อยที่สุด", 0),
        (FOUR, "ไม่มีเลย", 0),
        (FOUR, "น้อย", 33),
        (HAVE, "มี", 100),
        (HAVE, "เคย", 100),
        (HAVE, "ไม่เคย", 0),
        (HAVE, "ไม่มี / ไม่เคย", 0),
        (HAVE, "ไม่เคย/ไม่มี", Mark.UNKNOWN),
        (SIX_LEVELS, "", Mark.LEFT_OUT),
        (SIX_LEVELS, " - ", Mark.LEFT_OUT),
        (SIX_LEVELS, "ไม่ทราบ", Mark.LEFT_OUT),
        (SIX_LEVELS, "ไม่ตอบ", Mark.LEFT_OUT),
        (SIX_LEVELS, "ปานกลาง", Mark.UNKNOWN),
        (SIX_LEVELS, "ไม่มี", Mark.UNKNOWN),
        (SIX_LEVELS, "=1+1", Mark.UNKNOWN),
        (SIX_LEVELS, "+++", Mark.UNKNOWN),
        (SIX_LEVELS, "#N/A", Mark.CELL_ERROR),
    ],
)
def test_texts(scale: Scale, answer: str, points: float | Mark) -> None:
    """An option counts by its text or an alternative it names; no answer is left out; the rest is not guessed."""
    assert points == Reader(scale, is_reversed=False, numbers=None).points(answer)


@pytest.mark.parametrize("scale", SCALES)
def test_reversed_questions_are_turned_round(scale: Scale) -> None:
    """In a reversed question each option is worth 100 minus its points."""
    turned = Reader(scale, is_reversed=True, numbers="position")
    for number, (option, points) in enumerate(zip(scale.options, scale.points, strict=True), start=1):
        assert turned.points(option) == turned.points(str(number)) == 100 - points


@pytest.mark.parametrize(
    ("numbers", "answer", "is_reversed", "points"),
    [
        ("position", "6", False, 100),
        ("position", "๖", False, 100),
        ("position", "1", True, 100),
        ("position", "6.0", False, 100),
        ("position", "0", False, Mark.UNKNOWN),
        ("position", "7", False, Mark.UNKNOWN),
        ("position", "2.5", False, Mark.UNKNOWN),
        ("points", "80", False, 80),
        ("points", "80", True, 80),
        ("points", "5", False, Mark.UNKNOWN),
        (None, "6", False, Mark.UNCLEAR_NUMBER),
    ],
)
def test_numbers(numbers: str, answer: str, points: float | Mark, *, is_reversed: bool) -> None:
    """A number is a position, turned round like its option, or points already earned, taken as they are."""
    reader = Reader(SIX_LEVELS, is_reversed, numbers)  # pyright: ignore[reportArgumentType] (the table holds its values)
    assert points == reader.points(answer)


@pytest.mark.parametrize(
    ("columns", "meaning"),
    [
        ([(SIX_LEVELS, True, {1.0, 6.0}), (HAVE, True, {1.0, 2.0})], "position"),
        ([(SIX_LEVELS, False, {1.0})], "position"),
        ([(SIX_LEVELS, False, {0.0, 20.0, 100.0})], "points"),
        ([(SIX_LEVELS, False, {100.0}), (HAVE, False, {0.0})], "points"),
        ([(SIX_LEVELS, False, {0.0, 100.0}), (HAVE, True, {100.0})], None),
        ([(SIX_LEVELS, False, {0.0})], None),
        ([(SIX_LEVELS, False, {0.0, 1.0, 5.0})], None),
        ([(SIX_LEVELS, False, {1.0, 2.0}), (HAVE, True, {0.0, 1.0})], None),
        ([(SIX_LEVELS, False, {1.0, 100.0})], None),
        ([(FOUR, False, {33.0, 67.0})], "points"),
        ([(SIX_LEVELS, False, set[float]())], None),
        ([(SIX_LEVELS, False, {2.0}), (HAVE, True, set[float]())], "position"),
    ],
)
def test_one_meaning_for_a_whole_file(columns: list[tuple[Scale, bool, set[float]]], meaning: str | None) -> None:
    """A file's numbers mean one thing; where two are possible, or a column contradicts the others, none is taken."""
    assert meaning == meaning_of_numbers(columns)


def test_meanings_given_by_the_user() -> None:
    """A text that the scale does not know counts as the option that the user says, and only there."""
    given_meanings = meanings(["ไม่มีเลย=1", "ปานกลาง = ๔"])
    assert given_meanings == {"ไม่มีเลย": 1, "ปานกลาง ": 4}
    keyed = {"ไม่มีเลย": 1, "ปานกลาง": 4, "มาก": 1, "อื่น": 7}
    reader = Reader(SIX_LEVELS, is_reversed=False, numbers=None, meanings=keyed)
    assert [reader.points(text) for text in ("ไม่มี เลย", "4) ปานกลาง", "มาก", "อื่น")] == [0, 60, 80, Mark.UNKNOWN]


@pytest.mark.parametrize("text", ["ไม่มีเลย", "=1", "ไม่มีเลย=", "ไม่มีเลย=0", "ไม่มีเลย=1.5", "ไม่มีเลย=-1", "a=b", ""])
def test_meanings_that_mean_nothing_are_refused(text: str) -> None:
    """A meaning needs a text, an equals sign and a position."""
    with pytest.raises(InputError) as caught:
        meanings([text])
    assert caught.value.code == "answers.option"


@pytest.mark.parametrize(
    ("answer", "guess"), [("มากทีสุด", "มากที่สุด"), ("นอยมาก", "น้อยมาก"), ("xyz", ""), ("ก" * 9999, "")]
)
def test_a_misspelling_suggests_an_option(answer: str, guess: str) -> None:
    """A slip of the pen suggests the option meant; it is never counted as that option."""
    reader = Reader(SIX_LEVELS, is_reversed=False, numbers=None)
    assert (reader.points(answer), reader.guess(answer)) == (Mark.UNKNOWN, guess)


def test_alternatives_that_two_options_share_are_not_known() -> None:
    """A word that two options name means neither."""
    scale = Scale(options=("ดี/มาก", "แย่/มาก"), points=(100, 0), source="x", confidence="certain")
    assert positions(scale) == {"ดีมาก": 1, "แย่มาก": 2, "ดี": 1, "แย่": 2}


@given(st.text(), st.sampled_from(SCALES), st.booleans(), st.sampled_from([None, "position", "points"]))
def test_points_are_0_to_100(answer: str, scale: Scale, is_reversed: bool, numbers: str | None) -> None:  # noqa: FBT001 (drawn)
    """Any answer is worth 0-100 points or none."""
    points = Reader(scale, is_reversed, numbers).points(answer)  # pyright: ignore[reportArgumentType] (drawn from its values)
    assert isinstance(points, Mark) or 0 <= points <= 100


@pytest.mark.parametrize(
    ("text", "number"), [("๑๒", 12), (" 5 ", 5), ("2.50", 2.5), ("1e3", None), ("5%", None), ("", None)]
)
def test_numbers_are_plain(text: str, number: float | None) -> None:
    """A number is digits, Thai or Arabic, with or without decimals, and nothing else."""
    assert number == as_number(text)


def test_legend_names_the_ends_of_each_scale_once() -> None:
    """What positions mean is told by their ends."""
    expected = "1 = ไม่เป็นไปตามวัตถุประสงค์, 6 = มากที่สุด; 1 = มี/เคย, 2 = ไม่มี/ไม่เคย"
    assert expected == legend([SIX_LEVELS, HAVE, SIX_LEVELS])
