"""Buttons between the years: last year's figures into this workbook, and a new workbook for the year to come."""

from __future__ import annotations

from collections.abc import Sequence

from ita import new_year as years
from ita import rules, workbooks
from ita.errors import InputError
from ita.excel import live
from ita.excel.reading import closed
from ita.excel.ribbon.desk import Done, Press
from ita.excel.ribbon.entry import written_text
from ita.findings import Finding

_WORKBOOKS = (("สมุดงานหรือสำเนาส่งจังหวัด", "*.xlsm;*.xlsx"),)
_SHOWN = 12


def last_year(press: Press) -> Done:
    """Write the figures of an earlier year's workbook into the blank cells for the year before."""
    assessment = live.read(press.book).assessment
    path = press.desk.choose(press.book, "เลือกสมุดงานของปีก่อน", _WORKBOOKS)
    if path is None:
        return Done()
    earlier = closed.read(path).assessment
    if earlier.fiscal_year >= assessment.fiscal_year:
        raise InputError("years.not_earlier", path=path.name, found=earlier.fiscal_year, year=assessment.fiscal_year)
    question = (
        f"แฟ้มนี้เป็นของ {earlier.agency.name or 'หน่วยงานที่ไม่ได้ระบุชื่อ'} ปีงบประมาณ พ.ศ. {earlier.fiscal_year}\n\n"
        "ต้องการนำคะแนนมากรอกในช่อง “ปีก่อน” ที่ว่างหรือไม่"
    )
    if not press.desk.ask(question):
        return Done()
    carried = years.carry(earlier, assessment.fiscal_year)
    written = live.write_previous(press.book, rules.of(assessment), carried.assessment.previous)
    return Done(written_text([written]) + _unmatched_text(carried.unmatched))


def new_year(press: Press) -> Done:
    """Make the workbook of the year to come beside this one and open it."""
    reading = live.read(press.book)
    assessment = reading.assessment
    year = assessment.fiscal_year + 1
    out = live.folder_of(press.book) / f"{_name(assessment.agency.short or assessment.agency.name)} {year}.xlsm"
    question = (
        f"สร้างสมุดงานปีงบประมาณ พ.ศ. {year} เป็นแฟ้มใหม่ชื่อ\n{out.name}\n\n"
        f"คะแนนปี {assessment.fiscal_year} จะเป็นคะแนนปีก่อน และมาตรการที่ยังไม่แล้วเสร็จจะตามไปด้วย ต้องการสร้างหรือไม่"
    )
    if not press.desk.ask(question):
        return Done()
    made = workbooks.next_year(reading, out, year)
    press.book.api.Application.Workbooks.Open(str(made.path))
    return Done(
        f"สร้างสมุดงานปี {year} แล้ว\n\nแฟ้ม: {made.path.name}\nโฟลเดอร์: {made.path.parent}"
        + _unread_text(made.unread)
        + _unmatched_text(made.unmatched)
    )


def _unread_text(unread: Sequence[Finding]) -> str:
    """Say which cells of the old workbook hold what could not be read, and so was not carried over."""
    return _listed("ช่องในแฟ้มเดิมที่อ่านค่าไม่ได้ จึงไม่ได้นำมา", unread)


def _unmatched_text(unmatched: Sequence[Finding]) -> str:
    return _listed("จับคู่ระหว่างปีไม่ได้", unmatched)


def _listed(heading: str, findings: Sequence[Finding]) -> str:
    if not findings:
        return ""
    lines = [f"• {found.where}: {found.what()}" for found in findings[:_SHOWN]]
    if len(findings) > _SHOWN:
        lines.append(f"และอีก {len(findings) - _SHOWN} รายการ")
    return f"\n\n{heading} {len(findings)} รายการ\n" + "\n".join(lines)


def _name(text: str) -> str:
    """Return a text that may stand in a file's name on Windows."""
    return " ".join("".join(" " if mark in '<>:"/\\|?*' else mark for mark in f"ITA {text}").split())
