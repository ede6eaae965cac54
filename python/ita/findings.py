"""A finding: one thing in a workbook to look at, where it is, and what to do, in Thai and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ita.messages import Lang, Message, message

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: a code that names its sentences, how grave it is, and where it is.

    ``where`` is a cell such as ``IIT!D7``, or the figure's code where no cell is known.
    """

    code: str
    where: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """``error`` for what makes a result wrong, ``warning`` for what is only unfinished."""
        return _CATALOGUE[self.code][0]

    def what(self, lang: Lang = "th") -> str:
        """Return the sentence that says what was found."""
        return _CATALOGUE[self.code][1].what[lang].format(**dict(self.values))

    def fix(self, lang: Lang = "th") -> str:
        """Return the sentence that says what to do about it."""
        return _CATALOGUE[self.code][1].fix[lang].format(**dict(self.values))


def finding(code: str, where: str, /, **values: object) -> Finding:
    """Return a finding; ``values`` are what its sentences name."""
    return Finding(code, where, tuple((name, str(value)) for name, value in values.items()))


_CATALOGUE: dict[str, tuple[Severity, Message]] = {
    "agency.name_missing": (
        "warning",
        message(
            "ยังไม่ได้กรอกชื่อหน่วยงาน",
            "กรอกชื่อหน่วยงานในแผ่นงานหน้าหลัก",
            "The agency's name is missing",
            "type it on the sheet หน้าหลัก",
        ),
    ),
    "score.missing": (
        "warning",
        message(
            "ยังไม่มีคะแนนรายข้อของ {tool} จำนวน {count} ข้อ: {codes}",
            "กรอกคะแนน 0 ถึง 100 หรือเว้นว่างไว้หากยังไม่ทราบผล",
            "{count} questions of {tool} have no score: {codes}",
            "type scores from 0 to 100, or leave them blank while they are unknown",
        ),
    ),
    "score.range": (
        "error",
        message(
            "คะแนน {value} อยู่นอกช่วง 0 ถึง 100",
            "แก้ไขเป็นคะแนนที่ถูกต้อง ระหว่างนี้ระบบถือว่ายังไม่มีคะแนน",
            "The score {value} is outside 0-100",
            "correct it; until then it counts as not entered",
        ),
    ),
    "cell.text": (
        "error",
        message(
            "พบข้อความ “{value}” ในช่องที่ต้องเป็นตัวเลข",
            "พิมพ์เป็นตัวเลขอารบิก เช่น 98.62 ไม่ต้องใส่เครื่องหมาย %",
            "There is text “{value}” where a number belongs",
            "type a number such as 98.62, without a percent sign",
        ),
    ),
    "cell.error": (
        "error",
        message(
            "เซลล์แสดงค่าผิดพลาด {value}",
            "ลบแล้วพิมพ์ค่าที่ถูกต้อง",
            "The cell shows the error {value}",
            "clear it and type the right value",
        ),
    ),
}

CODES = tuple(_CATALOGUE)
