"""Scores from answers: hand-worked exports, and what holds for any answers."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita import criteria
from ita.answers import Result, Table, needed, read, score
from ita.errors import InputError
from support import surveys
from support.surveys import AGREE, SIX

R63, R67, R68 = (criteria.load(year) for year in (2563, 2567, 2568))
IIT68 = surveys.questions(R68, "IIT")
EIT67 = surveys.questions(R67, "EIT")

SAME = {
    "six_levels": ("มาก", "น้อยมาก"),
    "have": ("มี", "ไม่มี"),
    "six_agreement": ("เห็นด้วย", ""),
    "have_used": ("เคย", ""),
}
"""An answer worth 80 or 100 points on each scale, for a question and for a reversed one."""


def scores(result: Result) -> dict[str, float | None]:
    """Return each question's score."""
    return {q.code: q.score for q in result.questions}


def told(result: Result) -> list[str]:
    """Return the codes of what was told."""
    return [one.code for one in result.problems]


def iit_2568(path: Path) -> Path:
    """Write the CSV of a Google Form for the IIT of 2568, with five respondents, and return its path."""
    answers = {
        "i1": ["มากที่สุด", "มาก", "มาก", "มากที่สุด", "ค่อนข้างมาก"],
        "i2": ["น้อยมาก", "น้อยมาก", "ไม่เป็นไปตามวัตถุประสงค์", "น้อย", "มากที่สุด"],
        "i3": ["ไม่มี", "ไม่มี", "ไม่มี/ไม่เคย", "มี", "ไม่มี "],
        "i4": ["มากที่สุด", "มาก", "ไม่ทราบ", "", "มาก"],
    }
    columns = [answers.get(q.code, [SAME[q.scale or ""][q.reversed]] * 5) for q in IIT68]
    about = [
        [f"15/6/2025, 10:0{n}:00" for n in range(5)],
        ["หญิง"] * 5,
        ["1 - 5 ปี", "10 ปีขึ้นไป", "1 - 5 ปี", "5 - 10 ปี", ""],
    ]
    headings = [
        "ประทับเวลา",
        "1. เพศ",
        "2. ระยะเวลาที่ปฏิบัติงาน",
        *(f"{q.code.upper()}. {q.text}" for q in IIT68),
        "ข้อเสนอแนะ",
    ]
    return surveys.write_csv(path, headings, zip(*about, *columns, ["", "ไม่มี", "", "=HYPERLINK(1)", ""], strict=True))


def eit_2567(path: Path) -> Path:
    """Write the workbook of a Google Form for the EIT of 2567, a grid for each indicator, and return its path."""
    titles = {6: "คุณภาพการดำเนินงาน", 7: "ประสิทธิภาพการสื่อสาร", 8: "การปรับปรุงการทำงาน"}
    headings = ["Timestamp", "ท่านติดต่อหน่วยงานในฐานะใด"]
    headings += [f"{titles[q.indicator]} [{n}. {q.text}]" for n, q in enumerate(EIT67, 1)]
    rows = [
        [45823.5, "ประชาชน", AGREE[5], AGREE[4], "ไม่เคย", AGREE[5], AGREE[5], AGREE[3], AGREE[5], AGREE[5], "เคย"],
        [45823.6, "เอกชน", AGREE[5], AGREE[5], "ไม่เคย", AGREE[4], AGREE[5], AGREE[3], AGREE[5], AGREE[0], "เคย"],
        [45823.7, "ประชาชน", AGREE[3], AGREE[5], "เคย", AGREE[4], AGREE[5], AGREE[3], AGREE[2], AGREE[1], "ไม่เคย"],
        [45823.8, "ประชาชน", AGREE[4], AGREE[5], "ไม่เคย", AGREE[5], AGREE[5], AGREE[3], None, AGREE[0], "เคย"],
    ]
    return surveys.write_xlsx(path, [headings, *rows])


def test_iit_2568_as_google_forms_gives_it(tmp_path: Path) -> None:
    """An export as it comes: every mean, what was left out, the indicators and the tool, by hand."""
    result = score(R68, "IIT", read(iit_2568(tmp_path / "แบบวัด.csv")))
    assert (result.respondents, told(result)) == (5, ["respondents.minimum_unknown"])
    assert result.unused == ("B 1. เพศ", "C 2. ระยะเวลาที่ปฏิบัติงาน", "S ข้อเสนอแนะ")
    by_hand = {q.code: 100.0 if q.code == "i9" else 80.0 for q in IIT68}
    assert scores(result) == {**by_hand, "i1": 84.0, "i2": 64.0, "i3": 80.0, "i4": pytest.approx(260 / 3, abs=1e-12)}
    fourth = result.questions[3]
    assert (fourth.answers, fourth.left_out, fourth.unreadable, fourth.is_sound) == (3, 2, 0, True)
    indicators = [76.0, (260 / 3 + 160) / 3, 260 / 3, 80.0, 80.0]
    assert [one.score for one in result.indicators] == pytest.approx(indicators, abs=1e-12)
    assert result.score == pytest.approx(math.fsum(indicators) / 5, abs=1e-12)


def test_eit_2567_as_google_forms_gives_it(tmp_path: Path) -> None:
    """A workbook with a grid for each indicator: every mean of part 1, the indicators and the part, by hand."""
    result = score(R67, "EIT1", read(eit_2567(tmp_path / "eit.xlsx")), minimum=4)
    assert (result.respondents, told(result), result.is_processed) == (4, [], True)
    by_hand = [85.0, 95.0, 75.0, 90.0, 100.0, 60.0, 80.0, 30.0, 75.0]
    assert list(scores(result).values()) == by_hand
    assert [one.score for one in result.indicators] == pytest.approx([85.0, 250 / 3, 185 / 3])
    assert result.score == pytest.approx((85 + 250 / 3 + 185 / 3) / 3)


def test_sub_items_are_averaged_for_each_respondent() -> None:
    """A respondent's answer is the mean of the sub-items answered; only the reversed ones are turned round."""
    headings = ["i11.1", "i11.2", "i4.1", "i4.2", "i4.3"]
    rows = [
        ["มากที่สุด", "น้อยที่สุดหรือไม่มีเลย", "ไม่มี", "ไม่มี", "มี"],
        ["มาก", "มาก", "ไม่มี", "", ""],
        ["", "มากที่สุด", "", "", "ไม่ทราบ"],
    ]
    result = score(R63, "IIT", surveys.table(headings, *rows))
    found = {q.code: q for q in result.questions}
    assert found["i11"].score == pytest.approx((100 + (67 + 33) / 2 + 0) / 3)
    assert found["i4"].score == pytest.approx((200 / 3 + 100) / 2)
    assert (found["i4"].answers, found["i4"].left_out) == (2, 1)


def test_answers_that_are_no_option_are_told_with_their_rows() -> None:
    """An unknown answer is told with its column, text, rows and the option it may mean; its question is unsound."""
    rows = [["มาก"], ["มากทีสุด"], ["อะไรก็ได้"], ["มากทีสุด"], ["มากที่สุด"]]
    result = score(R68, "IIT", surveys.table(["i1"], *rows))
    misspelt, unknown = (one for one in result.problems if one.code.startswith("option."))
    assert (misspelt.where, misspelt.rows, misspelt.count, dict(misspelt.values)["guess"]) == (
        "A i1",
        (3, 5),
        2,
        "มากที่สุด",
    )
    assert (unknown.code, unknown.rows, dict(unknown.values)["text"]) == ("option.unknown", (4,), "อะไรก็ได้")
    first = result.questions[0]
    assert (first.score, first.answers, first.unreadable, first.is_sound) == (90.0, 2, 3, False)
    assert result.has_errors


def test_many_kinds_of_unknown_answers_are_counted() -> None:
    """A column of free text tells its most frequent answers, and how many more there are."""
    rows = [[f"คำตอบที่ {n}"] for n in range(100)] + [["บ่อย"]] * 3
    problems = score(R68, "IIT", surveys.table(["i1"], *rows)).problems
    texts = [one for one in problems if one.code in {"option.unknown", "option.misspelt"}]
    (more,) = [one for one in problems if one.code == "option.more"]
    assert (len(texts), texts[0].count, more.count, dict(more.values)["kinds"]) == (10, 3, 91, "91")


def test_error_cells_are_told() -> None:
    """An Excel error is told as such, not as a strange answer."""
    result = score(R68, "IIT", surveys.table(["i1"], ["มาก"], ["#N/A"]))
    assert [one.rows for one in result.problems if one.code == "option.cell_error"] == [(3,)]


def test_the_user_may_say_what_a_text_means() -> None:
    """With a meaning given, a wording that the criteria do not know is scored."""
    result = score(R68, "IIT", surveys.table(["i1"], ["ไม่มีเลย"], ["มาก"]), meanings={"ไม่มี เลย": 1})
    assert (result.questions[0].score, result.questions[0].is_sound) == (40.0, True)


def test_positions_are_understood_and_told() -> None:
    """Numbers that are all positions are read as such, turned round where reversed, and told with an example."""
    result = score(R68, "IIT", surveys.table(["i1", "i2", "i3"], ["6", "1", "2"], ["๕", "2", "2"]))
    assert [scores(result)[code] for code in ("i1", "i2", "i3")] == [90.0, 90.0, 100.0]
    assert "numbers.positions" in told(result)


def test_unclear_numbers_are_not_scored() -> None:
    """Numbers that may be two things leave their questions without a score until the user says which."""
    table = surveys.table(["i1", "i2"], ["100", "100"], ["80", "80"])
    unclear = score(R68, "IIT", table)
    earned = score(R68, "IIT", table, numbers="points")
    assert [scores(unclear)[code] for code in ("i1", "i2")] == [None, None]
    assert (unclear.questions[0].unreadable, unclear.questions[0].is_sound) == (2, False)
    assert "numbers.unclear" in told(unclear)
    assert [scores(earned)[code] for code in ("i1", "i2")] == [90.0, 90.0]


def test_a_question_that_nobody_answered_is_told() -> None:
    """A column without answers has no score, which is not 0."""
    result = score(R68, "IIT", surveys.table(["i1", "i2"], ["", "มาก"], ["ไม่ทราบ", "มาก"]))
    assert (result.questions[0].score, result.respondents) == (None, 2)
    assert [one.where for one in result.problems if one.code == "question.unanswered"] == ["i1"]


def test_a_question_with_a_missing_sub_item_is_not_sound() -> None:
    """A mean over some of a question's sub-items is shown, but not taken for its score."""
    result = score(R63, "IIT", surveys.table(["i4.1", "i4.3"], ["ไม่มี", "ไม่มี"]))
    found = {q.code: (q.score, q.is_sound) for q in result.questions}
    assert found["i4"] == (100.0, False)


def test_a_question_without_a_known_scale_is_not_scored() -> None:
    """Where the options of a question are not known, nothing is guessed."""
    question = msgspec.structs.replace(IIT68[0], scale=None)
    rules = msgspec.structs.replace(R68, questions=(question, *R68.questions[1:]))
    result = score(rules, "IIT", surveys.table(["i1", "i2"], ["มาก", "มาก"]))
    assert (scores(result)["i1"], scores(result)["i2"]) == (None, 20.0)
    assert [one.where for one in result.problems if one.code == "question.no_scale"] == ["i1"]
    assert "question.unanswered" not in told(result)


# ---------------------------------------------------------------- respondents


@pytest.mark.parametrize(
    ("minimum", "processed", "code"),
    [(3, True, None), (4, False, "respondents.too_few"), (0, True, None), (None, None, "respondents.minimum_unknown")],
)
def test_minimum_respondents(minimum: int | None, processed: bool | None, code: str | None) -> None:  # noqa: FBT001 (table)
    """Too few respondents: scores are shown, but the tool is marked; an unknown minimum is said to be unknown."""
    result = score(R68, "IIT", surveys.table(["i1"], *[["มาก"]] * 3, [" "]), minimum=minimum)
    assert (result.respondents, result.is_processed, result.questions[0].score) == (3, processed, 80.0)
    assert result.not_processed == (("IIT",) if processed is False else ())
    assert [one for one in told(result) if one.startswith("respondents")] == ([code] if code else [])


def test_minimum_by_the_kind_of_agency() -> None:
    """The year's minimums are found by the kind of agency, however spaced; an unknown kind is refused."""
    assert needed(R67, "EIT1", "องค์การบริหารส่วนตำบลขนาด S") == 30
    assert needed(R67, "IIT", "องค์การบริหารส่วนตำบล ขนาด S") is None
    with pytest.raises(InputError) as caught:
        needed(R67, "EIT1", "เทศบาลนคร")
    assert caught.value.code == "answers.agencies"


def test_minimum_by_share_needs_the_stakeholders() -> None:
    """A minimum that is a share of the stakeholders is known once their number is."""
    rules = criteria.load(2564)
    assert needed(rules, "IIT", "หน่วยงานทุกประเภท") is None
    assert needed(rules, "IIT", "หน่วยงานทุกประเภท", 500) == 50


@pytest.mark.parametrize(
    ("year", "tool", "code"),
    [
        (2567, "EIT", "answers.tool"),
        (2567, "OIT", "answers.tool"),
        (2563, "EIT1", "answers.tool"),
        (2568, "", "answers.tool"),
        (2569, "IIT", "answers.no_questions"),
        (2568, "IIT", "answers.no_match"),
    ],
)
def test_what_cannot_be_scored_is_refused(year: int, tool: str, code: str) -> None:
    """A survey is of one part; a year without questions and a file without any of them are refused."""
    with pytest.raises(InputError) as caught:
        score(criteria.load(year), tool, surveys.table(["เพศ"], ["หญิง"]))
    assert caught.value.code == code


# ---------------------------------------------------------------- what always holds

TURNED = msgspec.structs.replace(
    R68, questions=tuple(msgspec.structs.replace(q, reversed=not q.reversed) for q in R68.questions)
)
CODES = [q.code for q in IIT68]
ANSWERS = st.sampled_from([*SIX, "ไม่ทราบ", "", "ไม่มี", "เคย", "อะไรก็ได้"])
ROWS = st.lists(st.tuples(*[ANSWERS] * len(CODES)), min_size=1, max_size=12)
Row = tuple[str, ...]


def from_rows(rows: Sequence[Row], headings: Sequence[str] = CODES) -> Table:
    """Return a table of these respondents."""
    return surveys.table(headings, *rows)


@given(ROWS, st.data())
def test_order_of_respondents_and_columns_does_not_matter(rows: list[Row], data: st.DataObject) -> None:
    """Shuffled rows and columns give the same scores to the last bit."""
    order = data.draw(st.permutations(range(len(CODES))))
    shuffled = [tuple(row[n] for n in order) for row in data.draw(st.permutations(rows))]
    first, second = (
        score(R68, "IIT", from_rows(rows)),
        score(R68, "IIT", from_rows(shuffled, [CODES[n] for n in order])),
    )
    assert first.questions == second.questions
    assert (first.indicators, first.score, first.respondents) == (second.indicators, second.score, second.respondents)


@given(ROWS)
def test_scores_are_0_to_100(rows: list[Row]) -> None:
    """Every score lies in 0-100, whatever was answered."""
    result = score(R68, "IIT", from_rows(rows))
    every = [*scores(result).values(), *(one.score for one in result.indicators), result.score]
    assert all(0 <= one <= 100 for one in every if one is not None)


@given(ROWS)
def test_reversing_a_question_mirrors_its_score(rows: list[Row]) -> None:
    """A question and its reversal add up to 100."""
    for one, other in zip(
        score(R68, "IIT", from_rows(rows)).questions, score(TURNED, "IIT", from_rows(rows)).questions, strict=True
    ):
        assert (one.score is None) == (other.score is None)
        assert one.score is None or other.score == pytest.approx(100 - one.score, abs=1e-9)


@given(ROWS, st.integers(2, 4))
def test_repeating_all_respondents_changes_no_mean(rows: list[Row], times: int) -> None:
    """The same respondents several times over give the same means."""
    once, often = score(R68, "IIT", from_rows(rows)), score(R68, "IIT", from_rows(rows * times))
    assert scores(often) == pytest.approx(scores(once), abs=1e-9)
    assert often.respondents == once.respondents * times


def test_100_000_respondents_take_seconds(tmp_path: Path) -> None:
    """A file of 100,000 rows is read and scored in seconds, some of it unknown."""
    rows = [tuple(SIX[(n * k) % 6] for k in range(1, 16)) for n in range(97)]
    path = surveys.write_csv(tmp_path / "a.csv", CODES, (rows[n % 97] for n in range(100_000)))
    start = time.perf_counter()
    result = score(R68, "IIT", read(path))
    assert time.perf_counter() - start < 20
    assert result.respondents == 100_000
