"""Buttons about the Word reports: one, another, or all of them; a template's faults; where they lie."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from ita import reports
from ita.excel import layout, live
from ita.excel.open_book import OpenBook
from ita.excel.reading.tables import Reading
from ita.excel.ribbon import template_menu
from ita.excel.ribbon.desk import Done, Press, fitting
from ita.thai import Digits
from ita.word import lint as linter
from ita.word.drafting import contents
from ita.word.lint import comments
from ita.word.parts import package

_TEMPLATES = (("แม่แบบ Word", "*.docx"),)
_FAULTS_SHOWN = 8


def report(press: Press) -> Done:
    """Write the report that was asked for, the usual one where none was, and open it in Word."""
    reading = live.read(press.book)
    out, digits, own = live.folder_of(press.book), _digits(press.book), template_menu.own_folder(press.book)
    if press.argument:
        name = template_menu.name_in(press.argument)
        written = reports.write(reading.assessment, name, out=out, digits=digits, own=own)
    else:
        written = reports.write(reading.assessment, out=out, digits=digits, own=own)
    text = f"สร้างรายงานเรียบร้อยแล้ว\n\nแฟ้ม: {written.name}\nโฟลเดอร์: {written.parent}"
    return Done(text + _page_numbers(written) + _unread(reading), opens=written)


def all_reports(press: Press) -> Done:
    """Write every report there is a template for; one that cannot be made does not stop the others."""
    reading = live.read(press.book)
    out, own = live.folder_of(press.book), template_menu.own_folder(press.book)
    made = reports.write_all(reading.assessment, out, _digits(press.book), own)
    failed = [f"{info.title}: {error.what()} — {error.fix()}" for info, error in made.failed]
    lines = [f"สร้างรายงานแล้ว {len(made.paths)} จาก {len(made.paths) + len(failed)} แบบ", ""]
    lines += [f"• {path.name}" for path in made.paths]
    lines += ["", "สร้างไม่สำเร็จ", *(f"• {line}" for line in failed)] if failed else []
    text = "\n".join([*lines, "", f"โฟลเดอร์: {out}"]) + _page_numbers(*made.paths) + _unread(reading)
    return Done(text, opens=out if made.paths else None, warning=bool(failed))


def lint(press: Press) -> Done:
    """Say what is wrong in a template that the user chooses, and write it into a copy as comments if that is wanted."""
    path = press.desk.choose(press.book, "เลือกแม่แบบรายงาน", _TEMPLATES)
    if path is None:
        return Done()
    faults = linter.lint(path)
    if not faults:
        return Done(f"แม่แบบ {path.name} ใช้ได้ ไม่พบที่ผิด")
    lines = [f"• {fault.show()}" for fault in faults[:_FAULTS_SHOWN]]
    if len(faults) > _FAULTS_SHOWN:
        lines.append(f"และอีก {len(faults) - _FAULTS_SHOWN} จุด")
    told = f"แม่แบบ {path.name} มีที่ต้องแก้ไข {len(faults)} จุด\n\n" + "\n".join(lines)
    if not any(fault.place for fault in faults):
        return Done(told, warning=True)
    if not press.desk.ask(f"{fitting(told)}\n\nต้องการสำเนาแม่แบบที่มีข้อคิดเห็นกำกับทุกจุดหรือไม่"):
        return Done()
    # Not beside the template: in the folder of templates the copy would be offered as one.
    out = _free(live.folder_of(press.book) / f"{path.stem} (ข้อคิดเห็น).docx")
    comments.write(path, faults, out)
    return Done(opens=out)


def _free(path: Path) -> Path:
    """Return a path where no file is yet: this one, or the next with a number."""
    names = (path.with_stem(f"{path.stem} {number}") for number in count(2))
    return path if not path.exists() else next(name for name in names if not name.exists())


def open_folder(press: Press) -> Done:
    """Open the folder that reports and copies are written to."""
    return Done(opens=live.folder_of(press.book))


def _digits(book: OpenBook) -> Digits:
    """Return the digits that the workbook asks for; Thai ones where it says nothing."""
    return "arabic" if live.setting(book, layout.META_DIGITS) == "arabic" else "thai"


def _page_numbers(*written: Path) -> str:
    """Return what to answer Word, which asks about page numbers when it opens a report with a table of contents."""
    if not any(contents.is_in(package.read(path)[package.DOCUMENT]) for path in written):
        return ""
    return "\n\nเมื่อ Word ถามว่าจะปรับปรุงเขตข้อมูลในเอกสารหรือไม่ ให้ตอบ ใช่ เลขหน้าในสารบัญจึงจะแสดงครบ"


def _unread(reading: Reading) -> str:
    count = len(reading.findings)
    return f"\n\nมี {count} ช่องที่อ่านค่าไม่ได้ รายงานจึงอาจไม่ครบ โปรดกดปุ่มตรวจสอบ" if count else ""
