"""A survey's result as text and as JSON."""

from __future__ import annotations

import json

from ita import criteria
from ita.answers import Result, Table, score, to_json, to_text
from support import surveys

R68 = criteria.load(2568)


def result(table: Table, minimum: int | None = None) -> Result:
    """Return the scores of a table for the IIT of 2568."""
    return score(R68, "IIT", table, minimum=minimum)


TABLE = surveys.table(["i1", "เพศ"], ["มาก", "หญิง"], ["มากที่สุด", "ชาย"], ["ไม่ทราบ", ""], ["มาก\x1b[31m\nมาก", ""])


def test_text_for_a_person() -> None:
    """A person reads respondents, each question's score, what is in doubt, and each problem with its place and cure."""
    lines = to_text(result(TABLE, 10)).splitlines()
    assert lines[0] == ("IIT ปีงบประมาณ พ.ศ. 2568 ผู้ตอบ 4 คน (ขั้นต่ำ 10 คน) ผู้ตอบไม่ถึงขั้นต่ำ ไม่ได้รับการประมวลผล")
    assert lines[1] == "i1      90.00  ผู้ตอบ 2 คน ไม่ตอบ 1 คน อ่านไม่ได้ 1 คน (คะแนนยังไม่สมบูรณ์)"
    assert lines[2] == "i2          -  ผู้ตอบ 0 คน (คะแนนยังไม่สมบูรณ์)"
    assert "ตัวชี้วัดที่ 1: -" in lines
    assert "คอลัมน์ที่ไม่ได้ใช้: B เพศ" in lines
    assert [line for line in lines if line.startswith("[ผิด] A i1, แถว 5: คำตอบ “มาก [31m มาก” ไม่ตรงกับตัวเลือก")]


def test_text_in_english() -> None:
    """The same in English where it is asked for; what respondents wrote stays as it is."""
    lines = to_text(result(TABLE), "en").splitlines()
    assert lines[0] == "IIT of fiscal year 2568 (B.E.), 4 respondents"
    assert lines[1] == "i1      90.00  2 answers, 1 without an answer, 1 unreadable (not complete yet)"
    assert "Columns not used: B เพศ" in lines


def test_many_rows_are_counted() -> None:
    """Of many rows the first are named and the others counted."""
    text = to_text(result(surveys.table(["i1"], *[["x"]] * 30)))
    assert "แถว 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 และอีก 20 แถว" in text


def test_nothing_shown_can_control_a_terminal() -> None:
    """Control characters in answers and headings never reach the output."""
    text = to_text(result(surveys.table(["i1", "a\x1b]0;b\x07"], ["\x1b[2Jx\x00", "1"])))
    assert all(char.isprintable() for char in text.replace("\n", ""))


def test_json_for_other_systems() -> None:
    """JSON has full precision, what was matched, and the problems with their sentences."""
    thirds = surveys.table(["i1"], ["มาก"], ["มาก"], ["มากที่สุด"])
    data = json.loads(to_json(result(thirds, 3)))
    assert (data["year"], data["tool"], data["respondents"], data["minimum"], data["processed"]) == (
        2568,
        "IIT",
        3,
        3,
        True,
    )
    assert data["questions"]["i1"] == {"score": 260 / 3, "answers": 3, "left_out": 0, "unreadable": 0, "sound": True}
    assert data["columns"] == [{"index": 0, "question": "i1", "sub_item": 0, "how": "code"}]
    assert (data["indicators"]["1"], data["score"]) == (None, None)
    missing = data["problems"][0]
    assert (missing["code"], missing["severity"], missing["where"]) == ("question.missing", "error", "i2")
    assert missing["what"] == "ไม่พบคอลัมน์คำตอบของข้อ i2"
