"""A problem with a survey's answers: what it is, where, and what to do, in Thai and in English.

An error leaves a question without a sound score; a warning says how something was understood.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ita.findings import Severity
from ita.messages import Lang, Message, message

ROWS_NAMED = 10
"""How many rows a problem names; it counts them all."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing about the answers: a code that names its sentences, a place, the rows of the file it is in.

    ``where`` is a column's letter and heading, a question's code, or empty; ``count`` counts every row.
    """

    code: str
    where: str = ""
    values: tuple[tuple[str, str], ...] = ()
    rows: tuple[int, ...] = ()
    count: int = 0

    @property
    def severity(self) -> Severity:
        """``error`` where a question has no sound score, ``warning`` where something needs a look."""
        return _CATALOGUE[self.code][0]

    @property
    def question(self) -> str:
        """The code of the question it is about; empty where it is about none, or about several."""
        return dict(self.values).get("question", "")

    def what(self, lang: Lang = "th") -> str:
        """Return the sentence that says what was found."""
        return _CATALOGUE[self.code][1].what[lang].format(**dict(self.values))

    def fix(self, lang: Lang = "th") -> str:
        """Return the sentence that says what to do about it."""
        return _CATALOGUE[self.code][1].fix[lang].format(**dict(self.values))


def problem(code: str, where: str = "", /, *, rows: Iterable[int] = (), **values: object) -> Problem:
    """Return a problem; ``values`` are what its sentences name, ``rows`` where in the file it stands."""
    listed = tuple(rows)
    texts = tuple((name, str(value)) for name, value in values.items())
    return Problem(code, where, texts, listed[:ROWS_NAMED], len(listed))


_CATALOGUE: dict[str, tuple[Severity, Message]] = {
    "option.unknown": (
        "error",
        message(
            "คำตอบ “{text}” ไม่ตรงกับตัวเลือกใดของข้อ {question}",
            "แก้คำตอบในแฟ้มให้ตรงกับตัวเลือก ({options}) หรือระบุความหมายด้วย --option",
            "The answer “{text}” is none of the options of question {question}",
            "correct it in the file to one of the options ({options}), or say what it means with --option",
        ),
    ),
    "option.misspelt": (
        "error",
        message(
            "คำตอบ “{text}” ไม่ตรงกับตัวเลือกใดของข้อ {question} หมายถึง “{guess}” หรือไม่",
            "แก้คำตอบในแฟ้มให้ตรงกับตัวเลือก ({options}) หรือระบุความหมายด้วย --option",
            "The answer “{text}” is none of the options of question {question}; does it mean “{guess}”?",
            "correct it in the file to one of the options ({options}), or say what it means with --option",
        ),
    ),
    "option.more": (
        "error",
        message(
            "ยังมีคำตอบแบบอื่นอีก {kinds} แบบที่ไม่ตรงกับตัวเลือกของข้อ {question}",
            "ตรวจว่าคอลัมน์นี้เป็นคำตอบของข้อดังกล่าวจริง",
            "{kinds} more kinds of answers are none of the options of question {question}",
            "check that this column really holds the answers to that question",
        ),
    ),
    "option.cell_error": (
        "error",
        message(
            "คำตอบของข้อ {question} มีเซลล์ที่แสดงค่าผิดพลาดของ Excel ({text})",
            "พิมพ์คำตอบใหม่ในเซลล์เหล่านั้น",
            "Answers to question {question} are cells that show an Excel error ({text})",
            "type the answers of those cells again",
        ),
    ),
    "numbers.unclear": (
        "error",
        message(
            "คำตอบเป็นตัวเลข ({numbers}) ซึ่งอ่านได้มากกว่าหนึ่งความหมาย จึงไม่คิดคะแนนจากคำตอบที่เป็นตัวเลข",
            "ระบุด้วย --numbers position หากเป็นลำดับของตัวเลือก หรือ --numbers points หากเป็นคะแนนที่ได้แล้ว",
            "The answers are numbers ({numbers}) that can be read in more than one way, so none of them was scored",
            "say --numbers position if they are positions of options, or --numbers points if they are points earned",
        ),
    ),
    "numbers.positions": (
        "warning",
        message(
            "คำตอบที่เป็นตัวเลขถือเป็นลำดับของตัวเลือก: {example}",
            "หากไม่ใช่ ให้ระบุด้วย --numbers points",
            "Answers that are numbers were read as positions of options: {example}",
            "if they are not, say --numbers points",
        ),
    ),
    "numbers.points": (
        "warning",
        message(
            "คำตอบที่เป็นตัวเลขถือเป็นคะแนนที่ผู้ตอบให้",
            "หากไม่ใช่ ให้ระบุด้วย --numbers position",
            "Answers that are numbers were read as points earned",
            "if they are not, say --numbers position",
        ),
    ),
    "column.twice": (
        "error",
        message(
            "มีหลายคอลัมน์ที่อาจเป็นคำตอบของข้อ {question}: {columns}",
            "ลบคอลัมน์ที่ไม่ใช่ หรือใส่รหัสข้อไว้หน้าหัวคอลัมน์ที่ถูกต้องเพียงคอลัมน์เดียว",
            "More than one column may hold the answers to question {question}: {columns}",
            "delete the others, or put the question's code before the heading of the right one only",
        ),
    ),
    "column.contradicts": (
        "error",
        message(
            "รหัสหน้าหัวคอลัมน์เป็นข้อ {question} แต่ถ้อยคำตรงกับข้อ {other}",
            "แก้รหัสหรือถ้อยคำของหัวคอลัมน์ให้เป็นข้อเดียวกัน และตรวจว่าเลือกปีถูกต้อง",
            "The heading's code is that of question {question}, its wording that of question {other}",
            "make the heading's code and wording agree, and check that the year is right",
        ),
    ),
    "column.wording": (
        "warning",
        message(
            "จับคู่กับข้อ {question} จากรหัสหน้าหัวคอลัมน์ แต่ถ้อยคำต่างจากถ้อยคำที่โปรแกรมมี",
            "ตรวจว่าเป็นข้อเดียวกัน โดยเฉพาะว่าถามในทางบวกหรือทางลบเหมือนกัน",
            "Matched to question {question} by the code in the heading, though the wording is not the one known",
            "check that it is the same question, and asks in the same sense (positive or negative)",
        ),
    ),
    "column.by_order": (
        "warning",
        message(
            "หัวคอลัมน์ไม่มีรหัสหรือถ้อยคำที่รู้จัก จึงจับคู่ {count} คอลัมน์กับข้อคำถามตามลำดับ",
            "ตรวจว่าคอลัมน์เรียงตามลำดับข้อคำถามของปีนั้น",
            "No heading has a known code or wording, so {count} columns were matched to the questions in order",
            "check that the columns stand in the order of that year's questions",
        ),
    ),
    "sub_item.unknown": (
        "error",
        message(
            "หัวคอลัมน์เป็นของข้อ {question} แต่ไม่ทราบว่าเป็นข้อย่อยใด",
            "แก้ถ้อยคำของข้อย่อยในหัวคอลัมน์ให้ตรงกับแบบวัด: {known}",
            "The heading belongs to question {question}, but not to a known part of it",
            "correct the part's wording in the heading: {known}",
        ),
    ),
    "sub_item.unlisted": (
        "warning",
        message(
            "ข้อ {question} มีหลายคอลัมน์ย่อย จึงใช้ค่าเฉลี่ยของทุกคอลัมน์ย่อยเป็นคำตอบของผู้ตอบแต่ละคน",
            "ตรวจว่าทุกคอลัมน์ย่อยเป็นของข้อนี้",
            "Question {question} has several columns, whose mean was taken as each respondent's answer",
            "check that all of them belong to this question",
        ),
    ),
    "question.missing": (
        "error",
        message(
            "ไม่พบคอลัมน์คำตอบของข้อ {slot}",
            "ใส่รหัส {slot} ไว้หน้าหัวคอลัมน์ของข้อนี้",
            "No column holds the answers to question {slot}",
            "put {slot} before the heading of its column",
        ),
    ),
    "question.no_scale": (
        "error",
        message(
            "ไม่ทราบตัวเลือกคำตอบของข้อ {question} ในปีนี้",
            "กรอกคะแนนของข้อนี้จากผลที่ประกาศ",
            "The options of question {question} are not known for this year",
            "type the published score of this question",
        ),
    ),
    "question.unanswered": (
        "error",
        message(
            "ไม่มีผู้ใดตอบข้อ {question}",
            "ตรวจว่าแฟ้มมีคำตอบครบทุกคอลัมน์",
            "Nobody answered question {question}",
            "check that the file has the answers of every column",
        ),
    ),
    "rows.too_long": (
        "error",
        message(
            "มีแถวที่ข้อมูลเกินจำนวนหัวคอลัมน์ จึงไม่นับแถวเหล่านั้น",
            "ตรวจว่าแถวนั้นไม่มีตัวคั่นเกินมา แล้วบันทึกแฟ้มใหม่",
            "There are rows with more cells than headings, which were left out",
            "check them for stray separators and save the file again",
        ),
    ),
    "sheet.first": (
        "warning",
        message(
            "แฟ้มมีข้อมูลหลายแผ่นงาน ใช้เฉพาะแผ่นงาน {sheet}",
            "หากคำตอบอยู่ในแผ่นงานอื่น ให้ย้ายแผ่นงานนั้นมาไว้เป็นแผ่นแรก",
            "Several sheets hold data; only the sheet {sheet} was used",
            "if the answers are on another sheet, move it to the front",
        ),
    ),
    "respondents.too_few": (
        "warning",
        message(
            "มีผู้ตอบ {count} คน น้อยกว่าขั้นต่ำ {minimum} คน เครื่องมือ {tool} จะไม่ได้รับการประมวลผล",
            "เก็บคำตอบเพิ่มให้ถึงขั้นต่ำ คะแนนที่แสดงเป็นเพียงข้อมูลประกอบ",
            "{count} people answered, fewer than the {minimum} needed: {tool} will not be processed",
            "collect more answers; the scores shown are for information only",
        ),
    ),
    "respondents.minimum_unknown": (
        "warning",
        message(
            "มีผู้ตอบ {count} คน แต่ไม่ทราบจำนวนผู้ตอบขั้นต่ำของ {tool} จึงไม่ทราบว่าจะได้รับการประมวลผลหรือไม่",
            "ระบุจำนวนขั้นต่ำด้วย --minimum{kinds}",
            "{count} people answered, but the minimum of {tool} is not known, nor whether it will be processed",
            "say the minimum with --minimum{kinds}",
        ),
    ),
}

CODES = tuple(_CATALOGUE)
