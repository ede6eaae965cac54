"""Which column answers which question."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from ita import criteria
from ita.answers.columns import Matching, match
from ita.criteria import Question
from support import surveys

Q67 = surveys.questions(criteria.load(2567), "IIT")
Q68 = surveys.questions(criteria.load(2568), "IIT")
Q63 = surveys.questions(criteria.load(2563), "IIT")
E67 = surveys.questions(criteria.load(2567), "EIT")
TEXTS = {q.code: q.text for q in Q67}


def matched(questions: Sequence[Question], *headings: str) -> Matching:
    """Match these headings, each over one answer."""
    return match(questions, surveys.table(headings, ["มาก"] * len(headings)))


def pairs(matching: Matching) -> dict[str, tuple[int, str]]:
    """Return the column and the way of each question or sub-item that was matched."""
    named = ((f"{c.question}.{c.sub_item}" if c.sub_item else c.question, c) for c in matching.columns)
    return {name: (c.index, c.how) for name, c in named}


def codes(matching: Matching) -> list[str]:
    """Return the codes of what was told, but for questions that the headings do not have at all."""
    return [one.code for one in matching.problems if one.code != "question.missing"]


@pytest.mark.parametrize(
    "heading",
    ["i1", "I1", "i๑", "I๑.", "i1)", "(i1)", "[i1]", "i-1", "i 1", "ข้อ i1", "\ufeffi1", "คำถามข้อที่ i1:", "i1 - x"],
)
def test_letter_and_number(heading: str) -> None:
    """A code with its letter names its question, however it is written."""
    assert pairs(matched(Q67, heading))["i1"] == (0, "code")


@pytest.mark.parametrize("heading", ["1", "1.", "๑.", "ข้อ 1", "ข้อที่ ๑", "คำถามที่ 1", "Q1", "(1)"])
def test_number_alone(heading: str) -> None:
    """A number without a letter names the question of that number."""
    assert pairs(matched(Q67, heading)) == {"i1": (0, "number")}


@pytest.mark.parametrize("heading", ["e1", "i16", "i0", "i101", "ข้อ 2567", "เพศ", "", "1.5 ปี", "ความเห็น"])
def test_other_codes_and_headings_name_nothing(heading: str) -> None:
    """A code of another tool, a number that no question has, and other headings match nothing."""
    assert matched(Q67, heading, "i2").columns[0].question == "i2"
    assert len(matched(Q67, heading, "i2").columns) == 1


@pytest.mark.parametrize(
    "heading",
    [
        TEXTS["i5"],
        f"5. {TEXTS['i5']}",
        f"12. {TEXTS['i5']} *",
        TEXTS["i5"].replace(" ", ""),
        TEXTS["i5"].replace("ไ", "\u200bไ").replace(",", " "),
        f"ตัวชี้วัดที่ 2: {TEXTS['i5']} (เลือกเพียงคำตอบเดียว หากไม่มีให้ตอบน้อยที่สุด)",
        f"ส่วนที่ 2 การใช้งบประมาณ [{TEXTS['i5']}]",
        TEXTS["i5"].replace("เบิกจ่ายเงิน", "เบิกจ่ายงิน").replace("วัสดุ", "วสดุ"),
    ],
)
def test_wording(heading: str) -> None:
    """A wording is known with other spaces, invisible characters, any number, text around it, or small slips."""
    assert pairs(matched(Q67, heading)) == {"i5": (0, "wording")}
    assert codes(matched(Q67, heading)) == []


def test_a_denial_is_not_a_small_slip() -> None:
    """A wording that says the opposite by one ไม่ is not taken for the question."""
    opposite = TEXTS["i4"].replace("เป็นไปตาม", "ไม่เป็นไปตาม")
    assert matched(Q67, opposite, "i1").unused == (f"A {opposite[:59]}…" if len(opposite) > 60 else f"A {opposite}",)


def test_a_slip_between_two_wordings_names_neither() -> None:
    """A heading about as close to two questions is left over."""
    alike = [
        msgspec.structs.replace(Q67[n], text=f"หน่วยงานของท่านเปิดเผยข้อมูลข่าวสาร{word}")
        for n, word in enumerate(("ก", "ข"))
    ]
    assert pairs(matched(alike, alike[0].text)) == {"i1": (0, "wording")}
    assert matched(alike, "หน่วยงานของท่านเปิดเผยข้อมูลข่าวสารค", "เพศ", "อายุ").columns == ()


def test_wording_beats_the_number_before_it() -> None:
    """Forms number their own sections, so the wording decides."""
    matching = matched(Q67, f"1. {TEXTS['i2']}", f"2. {TEXTS['i1']}")
    assert pairs(matching) == {"i1": (1, "wording"), "i2": (0, "wording")}


def test_numbered_questions_about_the_respondent_are_left_over() -> None:
    """1. เพศ is not question 1, even when question 1 has no column."""
    matching = matched(Q67, "1. เพศ", "2. อายุ", "i3")
    assert (pairs(matching), matching.unused) == ({"i3": (2, "code")}, ("A 1. เพศ", "B 2. อายุ"))


def test_code_with_another_wording_is_told() -> None:
    """In 2568 i2 asks the opposite of 2567's: the code is followed, and a look is asked for."""
    matching = matched(Q67, f"i2 {Q68[1].text}")
    assert (pairs(matching), codes(matching)) == ({"i2": (0, "code")}, ["column.wording"])


def test_number_with_another_wording_is_told() -> None:
    """The same where the number has no letter."""
    matching = matched(Q67, f"10. {Q68[9].text}")
    assert (pairs(matching), codes(matching)) == ({"i10": (0, "number")}, ["column.wording"])


def test_code_with_the_wording_of_another_question_is_refused() -> None:
    """A code and a wording that contradict each other: neither is believed."""
    matching = matched(Q67, f"i1 {TEXTS['i2']}", "i3")
    assert (pairs(matching), codes(matching)) == ({"i3": (1, "code")}, ["column.contradicts"])


def test_two_columns_for_one_question_are_refused() -> None:
    """When two columns may be meant, none is used and both are named."""
    matching = matched(Q67, "i1", "I1", "i2")
    (told,) = [one for one in matching.problems if one.code == "column.twice"]
    assert pairs(matching) == {"i2": (2, "code")}
    assert (told.where, dict(told.values)["columns"]) == ("i1", "A i1, B I1")


def test_a_weaker_match_does_not_disturb_a_stronger_one() -> None:
    """A free text about question 1 after question 1 itself is left over."""
    matching = matched(Q67, f"i1 {TEXTS['i1']}", f"{TEXTS['i1']} (ความเห็นเพิ่มเติม)", "ข้อ 1")
    assert pairs(matching) == {"i1": (0, "code")}
    assert len(matching.unused) == 2


def test_order_when_headings_say_nothing() -> None:
    """As many unknown columns as questions are taken in order, which is told; the time stamp does not count."""
    headings = ["ประทับเวลา", *(f"คำตอบ {chr(65 + n)}" for n in range(9))]
    matching = matched(E67, *headings)
    assert pairs(matching) == {f"e{n}": (n, "order") for n in range(1, 10)}
    assert codes(matching) == ["column.by_order"]


@pytest.mark.parametrize("count", [8, 10])
def test_no_order_when_the_number_differs(count: int) -> None:
    """Any other number of unknown columns is not taken in order."""
    assert matched(E67, *(f"คำตอบ {chr(65 + n)}" for n in range(count))).columns == ()


def test_missing_questions_are_told() -> None:
    """Each question without a column is told by its code."""
    missing = [one.question for one in matched(Q67, "i1", "i3").problems]
    assert missing == [q.code for q in Q67 if q.code not in {"i1", "i3"}]


def test_grid_rows_are_sub_items() -> None:
    """Google Forms writes a grid as wording [sub-item]; each row is a sub-item of its question."""
    question = Q63[3]
    matching = matched(Q63, *(f"4. {question.text} [{n}) {text}]" for n, text in enumerate(question.sub_items, 1)))
    assert pairs(matching) == {"i4.1": (0, "wording"), "i4.2": (1, "wording"), "i4.3": (2, "wording")}


@pytest.mark.parametrize("heading", ["i4.2", "i4.2 ทรัพย์สิน", "ข้อ 4.2", "๔.๒ ทรัพย์สิน", "i4 [ทรัพย์สิน]", "i4 ต่อไปนี้ [ทรัพยสิน]"])
def test_sub_items_by_number_or_text(heading: str) -> None:
    """A sub-item is named by a second number, or by its own wording in brackets."""
    assert list(pairs(matched(Q63, heading))) == ["i4.2"]


def test_sub_item_after_the_wording() -> None:
    """A sub-item may stand after the wording without brackets."""
    assert list(pairs(matched(Q63, f"{Q63[3].text}: ทรัพย์สิน"))) == ["i4.2"]


def test_numbers_of_sections_are_no_sub_items() -> None:
    """2.3 before a wording is a form's own numbering, also where the question has sub-items."""
    assert list(pairs(matched(Q63, f"2.3 {Q63[3].text}"))) == ["i4"]
    assert list(pairs(matched(Q67, f"2.3 {TEXTS['i5']}"))) == ["i5"]


def test_a_remark_on_a_question_with_sub_items_disturbs_nothing() -> None:
    """A free text about a question whose sub-items are found is left over."""
    matching = matched(Q63, "i11.1", "i11.2", f"ความเห็นต่อ {Q63[10].text}", f"{Q63[10].text} [อื่น ๆ]")
    assert (list(pairs(matching)), codes(matching), len(matching.unused)) == (["i11.1", "i11.2"], [], 2)


def test_a_question_found_as_a_whole_gets_no_sub_items_later() -> None:
    """A column for the whole question, by its code, stands; a sub-item after a wording is left over."""
    matching = matched(Q63, "i4", f"{Q63[3].text}: ทรัพย์สิน")
    assert (list(pairs(matching)), codes(matching), len(matching.unused)) == (["i4"], [], 1)


def test_missing_sub_item_is_told() -> None:
    """A question of which one sub-item has no column is told."""
    told = [one.where for one in matched(Q63, "i4.1", "i4.3").problems if one.question == "i4"]
    assert told == ["i4.2"]


def test_unknown_sub_item_is_refused() -> None:
    """A grid row that is no sub-item of its question is told with those that are."""
    matching = matched(Q63, "i4 [อะไรก็ได้]", "i2")
    assert (list(pairs(matching)), codes(matching)) == (["i2"], ["sub_item.unknown"])


def test_mixed_question_needs_its_sub_items() -> None:
    """Where only one sub-item is reversed, one column for the whole question cannot be scored."""
    assert codes(matched(Q63, "i11", "i2")) == ["sub_item.unknown"]
    assert list(pairs(matched(Q63, "i11.1", "i11.2"))) == ["i11.1", "i11.2"]


def test_sub_items_that_the_year_does_not_list() -> None:
    """Several grid rows of a question without known sub-items are used together, which is told."""
    matching = matched(Q67, "i1 [ขั้นตอน]", "i1 [ระยะเวลา]", "i2")
    assert [(c.question, c.index) for c in matching.columns] == [("i1", 0), ("i1", 1), ("i2", 2)]
    assert codes(matching) == ["sub_item.unlisted"]


def test_questions_without_known_wordings() -> None:
    """In a year whose wordings are not known, codes still name the questions."""
    unknown = [msgspec.structs.replace(q, text="") for q in Q67]
    assert list(pairs(matched(unknown, "i1 ถ้อยคำใหม่", "ข้อ 2"))) == ["i1", "i2"]
    assert codes(matched(unknown, "i1 ถ้อยคำใหม่", "ข้อ 2")) == []


@pytest.mark.parametrize(("year", "tool"), [(2563, "IIT"), (2564, "IIT"), (2567, "IIT"), (2567, "EIT"), (2568, "IIT")])
def test_every_wording_is_its_own_questions(year: int, tool: str) -> None:
    """In each year with wordings, the headings of a form with all of them match one to one."""
    questions = surveys.questions(criteria.load(year), tool)
    slots = [(q, row) for q in questions for row in q.sub_items or ("",)]
    matching = matched(questions, *(f"{q.text} [{row}]" if row else q.text for q, row in slots))
    assert [(c.question, c.index) for c in matching.columns] == [(q.code, n) for n, (q, _) in enumerate(slots)]
    assert (matching.unused, matching.problems) == ((), ())
