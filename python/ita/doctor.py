"""What a PC lacks for the workbook and the reports, in Thai, each with its cure.

``gather`` looks at the PC, ``diagnose`` judges what was seen and looks at nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ita.doctor_facts import Facts, gather

__all__ = ["Answer", "Facts", "diagnose", "examine", "gather", "is_well"]

Severity = Literal["ok", "note", "fault"]
"""In order, worth knowing, or something that does not work until it is cured."""

_MARKS: Mapping[Severity, str] = {"ok": "[ปกติ]", "note": "[ควรดู]", "fault": "[ต้องแก้]"}
_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one check found, and what to do about it unless all is in order."""

    severity: Severity
    what: str
    cure: str = ""

    def line(self) -> str:
        """Return the answer as a line of the report."""
        return f"{_MARKS[self.severity]} {self.what}{f' — {self.cure}' if self.cure else ''}"


def examine(facts: Facts | None = None) -> str:
    """Return a report in Thai of what this PC has and lacks; never raises over what it finds."""
    answers = diagnose(gather() if facts is None else facts)
    faults = sum(1 for answer in answers if answer.severity == "fault")
    notes = sum(1 for answer in answers if answer.severity == "note")
    return "\n".join([_summary(faults, notes), "", *(answer.line() for answer in answers)])


def is_well(facts: Facts) -> bool:
    """Whether nothing must be cured before the program works."""
    return all(answer.severity != "fault" for answer in diagnose(facts))


def _summary(faults: int, notes: int) -> str:
    if faults:
        return f"พบ {faults} เรื่องที่ต้องแก้ไขก่อนใช้งาน{f' และ {notes} เรื่องที่ควรดู' if notes else ''}"
    return f"เครื่องนี้พร้อมใช้งาน{f' มี {notes} เรื่องที่ควรดู' if notes else ''}"


def diagnose(facts: Facts) -> tuple[Answer, ...]:
    """Return what is in order and what is not; what is in order comes last."""
    answers = [answer for check in _CHECKS for answer in check(facts)]
    order = list(_MARKS)[::-1]
    return tuple(sorted(answers, key=lambda answer: order.index(answer.severity)))


def _python(facts: Facts) -> Iterator[Answer]:
    version = ".".join(map(str, facts.python))
    if facts.python[:2] < _OLDEST_PYTHON:
        yield Answer("fault", f"Python รุ่น {version} เก่าเกินไป", "ติดตั้งชุดโปรแกรม ITA ใหม่ ซึ่งใช้ Python 3.11 ขึ้นไป")
    else:
        yield Answer("ok", f"Python รุ่น {version}")


def _packages(facts: Facts) -> Iterator[Answer]:
    if not facts.packages:
        yield Answer("note", "ไม่ทราบว่าส่วนประกอบของโปรแกรมครบหรือไม่", "ติดตั้งชุดโปรแกรม ITA ด้วยโปรแกรมติดตั้ง")
        return
    missing = [name for name, installed in facts.packages.items() if installed is None]
    if missing:
        yield Answer("fault", f"ขาดส่วนประกอบของโปรแกรม: {', '.join(missing)}", "ติดตั้งชุดโปรแกรม ITA ใหม่ทับของเดิม")
    other = [
        f"{name} {installed} (ทดสอบกับ {facts.tested[name]})"
        for name, installed in facts.packages.items()
        if installed and facts.tested.get(name, installed) != installed
    ]
    if other:
        yield Answer(
            "note",
            f"ส่วนประกอบบางรายการเป็นรุ่นอื่น: {', '.join(other)}",
            "หากใช้งานผิดปกติให้ติดตั้งชุดโปรแกรม ITA ใหม่",
        )
    if not missing and not other:
        yield Answer("ok", f"โปรแกรม ITA รุ่น {facts.version} และส่วนประกอบครบ")


def _criteria(facts: Facts) -> Iterator[Answer]:
    if facts.years:
        yield Answer("ok", f"มีหลักเกณฑ์ของปีงบประมาณ พ.ศ. {', '.join(map(str, facts.years))}")
    else:
        yield Answer("fault", "ไม่พบแฟ้มหลักเกณฑ์ของปีใดเลย", "ติดตั้งชุดโปรแกรม ITA ใหม่ทับของเดิม")


def _workbook(facts: Facts) -> Iterator[Answer]:
    if facts.template_contract is None:
        yield Answer("fault", "ไม่พบแม่แบบสมุดงาน หรือแม่แบบเสียหาย", "ติดตั้งชุดโปรแกรม ITA ใหม่ทับของเดิม")
    elif facts.template_contract != facts.contract:
        yield Answer(
            "fault",
            f"แม่แบบสมุดงานเป็นรูปแบบที่ {facts.template_contract} แต่โปรแกรมใช้รูปแบบที่ {facts.contract}",
            "ปรับปรุงโปรแกรมและแม่แบบให้มาจากชุดติดตั้งเดียวกัน",
        )
    elif facts.template_build != facts.version:
        yield Answer(
            "note",
            f"แม่แบบสมุดงานเป็นรุ่น {facts.template_build} ส่วนโปรแกรมเป็นรุ่น {facts.version}",
            "ใช้งานได้ แต่ควรปรับปรุงให้มาจากชุดติดตั้งเดียวกัน",
        )
    else:
        yield Answer("ok", f"แม่แบบสมุดงานรุ่น {facts.template_build} ตรงกับโปรแกรม")


def _reports(facts: Facts) -> Iterator[Answer]:
    missing = [name for name in facts.expected_templates if name not in facts.templates]
    if missing:
        yield Answer("fault", f"ขาดแม่แบบรายงาน: {', '.join(missing)}", "นำแฟ้มกลับมาจากชุดติดตั้ง ITA")
    else:
        yield Answer("ok", f"แม่แบบรายงานครบ {len(facts.templates)} แบบ")


def _interpreter(facts: Facts) -> Iterator[Answer]:
    """The path reaches Windows through a function that knows no Thai letters."""
    if not facts.interpreter.isascii():
        yield Answer(
            "fault" if facts.is_windows else "note",
            f"โปรแกรมอยู่ในโฟลเดอร์ที่ชื่อมีอักษรไทย: {facts.interpreter}",
            r"ติดตั้งใหม่ในโฟลเดอร์ที่ชื่อเป็นอักษรอังกฤษ เช่น C:\ProgramData\ITA",
        )
    elif facts.is_windows and not facts.has_expected_interpreter:
        yield Answer(
            "fault",
            f"สมุดงานเรียก Python จาก {facts.expected_interpreter} แต่ไม่มีแฟ้มนั้น",
            "ติดตั้งชุดโปรแกรม ITA ด้วยโปรแกรมติดตั้ง โดยไม่เปลี่ยนโฟลเดอร์",
        )
    else:
        yield Answer("ok", f"ที่อยู่ของโปรแกรม: {facts.interpreter}")


def _bridge(facts: Facts) -> Iterator[Answer]:
    """The macros of the workbook load the library by a name with the version that they were built with."""
    if not facts.is_windows:
        return
    version = facts.tested.get("xlwings") or facts.packages.get("xlwings")
    wanted = [f"xlwings{bits}-{version}.dll" for bits in (32, 64)]
    missing = [name for name in wanted if name not in facts.libraries]
    if missing:
        yield Answer(
            "fault",
            f"ไม่พบแฟ้ม {', '.join(missing)} ที่เชื่อม Excel กับโปรแกรม",
            "โปรแกรมป้องกันไวรัสอาจลบไป ให้ยกเว้นโฟลเดอร์ของโปรแกรม แล้วติดตั้งชุดโปรแกรม ITA ใหม่",
        )
    else:
        yield Answer("ok", f"ส่วนเชื่อมกับ Excel (xlwings {version}) ครบ")


def _office(facts: Facts) -> Iterator[Answer]:
    if facts.pdf_program:
        yield Answer("ok", f"แปลงรายงานเป็น PDF ได้ด้วย {facts.pdf_program}")
    else:
        yield Answer(
            "note",
            "ไม่พบ Word หรือ LibreOffice จึงแปลงรายงานเป็น PDF ไม่ได้",
            "ติดตั้ง Microsoft Word หรือ LibreOffice แล้วลองใหม่ รายงาน .docx ยังสร้างได้ตามปกติ",
        )


def _fonts(facts: Facts) -> Iterator[Answer]:
    missing = [name for name in facts.expected_fonts if name not in facts.fonts]
    if missing:
        yield Answer(
            "note",
            f"ไม่พบแบบอักษร {', '.join(missing)} ข้อความจะแสดงด้วยแบบอักษรอื่น และหน้าอาจเลื่อน",
            "ติดตั้งแบบอักษรนี้ แล้วเปิด Excel และ Word ใหม่",
        )
    else:
        yield Answer("ok", f"แบบอักษร {', '.join(facts.expected_fonts)} ครบ")


def _log(facts: Facts) -> Iterator[Answer]:
    if facts.is_log_writable:
        yield Answer("ok", f"แฟ้มบันทึกเหตุการณ์: {facts.log_file}")
    else:
        yield Answer(
            "fault",
            f"เขียนแฟ้มบันทึกเหตุการณ์ไม่ได้: {facts.log_file}",
            "ตรวจสิทธิ์เขียนและพื้นที่ว่างของโฟลเดอร์นั้น หรือแจ้งผู้ดูแลเครื่อง",
        )


_CHECKS: tuple[Callable[[Facts], Iterator[Answer]], ...] = (
    _python,
    _packages,
    _criteria,
    _workbook,
    _reports,
    _interpreter,
    _bridge,
    _office,
    _fonts,
    _log,
)
