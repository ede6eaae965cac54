"""The finer points of reading a paste, one fact each."""

from __future__ import annotations

import pytest

from ita import criteria, pasting
from ita.assessment import Wording
from ita.errors import InputError
from ita.pasting import figures
from ita.rules import with_wordings

ITA = criteria.load(2568)


def codes(target: str, text: str) -> list[str]:
    """Return the codes of what was found in a paste."""
    return [found.code for found in pasting.read(ITA, target, text).findings]


@pytest.mark.parametrize("target", ["", "XIT", "EIT3", "iit"])
def test_an_unknown_target_is_an_input_error(target: str) -> None:
    """A target that the year lacks is refused, and the error names those it has."""
    with pytest.raises(InputError) as caught:
        pasting.read(ITA, target, "i1 98")
    assert caught.value.values["known"] == "IIT, EIT, EIT1, EIT2, OIT"


def test_a_part_needs_a_year_with_parts() -> None:
    """EIT part 1 is refused in a year whose EIT is whole."""
    with pytest.raises(InputError):
        pasting.read(criteria.load(2564), "EIT1", "e1 98")


@pytest.mark.parametrize("text", ["", " \r\n\t ", "\n\n"])
def test_an_empty_text_is_told(text: str) -> None:
    """White space alone is no text."""
    assert codes("IIT", text) == ["paste.no_text"]


def test_a_text_of_unusual_length_is_not_read() -> None:
    """A whole book is refused at once."""
    assert codes("IIT", "i1 98\n" * 40_000) == ["paste.too_long"]


def test_more_codes_than_any_year_has_are_told() -> None:
    """A list longer than that of every year is refused without naming a year."""
    assert codes("IIT", "\n".join(f"i{n} 90" for n in range(1, 60))) == ["paste.too_many"]


def test_the_other_part_is_told_and_left() -> None:
    """Under headings of both parts, only the part asked for is read."""
    text = "EIT ส่วนที่ 1\ne1 99\nEIT ส่วนที่ 2\ne1 88"
    pasted = pasting.read(ITA, "EIT2", text)
    assert pasted.scores == {"EIT2": {"e1": 88.0}}
    assert [found.code for found in pasted.findings] == ["paste.other_part"]


def test_questions_that_the_user_named_can_be_pasted() -> None:
    """In a year of unknown questions the user's own codes take scores."""
    rules = with_wordings(criteria.load(2569), [Wording(code="i1", text="ข้อที่หนึ่ง", indicator=1)])
    assert pasting.read(rules, "IIT", "i1 97.5").scores == {"IIT": {"i1": 97.5}}


def test_a_finding_names_its_line() -> None:
    """The place of a finding is the line as pasted, blank lines counted."""
    found = pasting.read(ITA, "IIT", "i1 98\n\ni2 200").findings[0]
    assert (found.where, found.severity) == ("บรรทัด 3", "error")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("98,62", (98.62,)),
        ("100,00", (100.0,)),
        ("98,6234", (98.6234,)),
        ("1,234.5", (1234.5,)),
        ("98,620", (98620.0,)),
        ("98.62,97.1", (98.62, 97.1)),
        ("100,100,0", (100.0, 100.0, 0.0)),
        (".5", (0.5,)),
        ("1e5", ()),
        ("nan", ()),
        ("1.2.3", ()),
        ("²", ()),
    ],
)
def test_commas_and_points(text: str, expected: tuple[float, ...]) -> None:
    """A comma is a decimal comma, parts thousands or parts figures, by what follows it."""
    assert figures.number(text) == expected


def test_a_preview_is_short_and_says_what_is_missing() -> None:
    """The message tells how many of how many, the first few, what is missing and what was not understood."""
    pasted = pasting.read(ITA, "IIT", "\n".join(f"i{n} {80 + n}" for n in range(1, 12)) + "\ni12 300")
    assert pasting.describe(pasted).splitlines() == [
        "IIT: อ่านคะแนนได้ 11 จาก 15 ข้อ",
        "i1 = 81  i2 = 82  i3 = 83  i4 = 84  i5 = 85  i6 = 86  i7 = 87  i8 = 88  และอีก 3 ข้อ",
        "ไม่มีคะแนน IIT: i12 i13 i14 i15",
        "",
        "โปรดดู 1 เรื่อง",
        "• บรรทัด 12: ข้อ i12 มีคะแนน 300 ซึ่งอยู่นอกช่วง 0 ถึง 100 จึงไม่ได้ใส่คะแนนข้อนี้ — ตรวจตัวเลขนี้กับต้นฉบับ แล้วพิมพ์เอง",
    ]


def test_a_preview_of_many_findings_stays_short() -> None:
    """Of many findings the first five are shown and the others counted; both parts have their own line."""
    text = "\n".join(f"e{n} 300 300" for n in range(1, 10))
    shown = pasting.describe(pasting.read(ITA, "EIT", text)).splitlines()
    assert shown[:2] == ["EIT ส่วนที่ 1: อ่านคะแนนได้ 0 จาก 9 ข้อ", "EIT ส่วนที่ 2: อ่านคะแนนได้ 0 จาก 9 ข้อ"]
    assert shown[-1] == "และอีก 13 เรื่อง"
    assert sum(line.startswith("•") for line in shown) == 5


def test_beside_codes_other_numbers_are_no_codes() -> None:
    """Where lines carry codes, the number before another line is not that of a question, but is told."""
    pasted = pasting.read(ITA, "IIT", "i1 98\ni2 97\n3. 50.5")
    assert pasted.scores["IIT"] == {"i1": 98.0, "i2": 97.0}
    assert [found.where for found in pasted.findings] == ["บรรทัด 3"]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("หน่วยงานของท่านใช้จ่ายงบประมาณเป็นไปตามวัตถุประสงค์มากน้อยเพียงใด", "อื่น ๆ"),
        ("เรื่องอื่นที่ยังไม่มีผล", "หน่วยงานของท่าน"),
    ],
    ids=["behind the whole wording", "behind other words"],
)
def test_a_line_of_its_own_does_not_go_on_the_one_before(words: str, line: str) -> None:
    """Behind a question without a score, a line about something else gives it none."""
    pasted = pasting.read(ITA, "IIT", f"i4 {words}\n{line} 12.50\ni5 90")
    assert pasted.scores["IIT"] == {"i5": 90.0}
    assert [found.code for found in pasted.findings] == ["paste.line"]


def test_a_figure_among_the_words_of_a_cell_counts() -> None:
    """A second figure inside a cell of words makes the line unclear, but the number of a paragraph does not."""
    assert codes("OIT", "o1\t98.62 ตามร่าง\t77.50") == ["paste.many"]
    assert codes("OIT", "o1\t75\tควรปรับปรุงตามข้อ 3.2") == []
