"""What the ribbon's buttons do. VBA calls ``report()`` and ``check()`` through xlwings' Python server.

A button reads a copy of the workbook as it is on the screen, unsaved changes included, so it works the
same for a file on OneDrive, which has no path. Whatever happens ends in one Thai message: a function
here never raises. Only the standard library and xlwings are imported before a button is pressed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import xlwings as xw

from ita.errors import ItaError
from ita.messages import MESSAGES

if TYPE_CHECKING:
    from ita.excel.tables import Reading
    from ita.findings import Finding

TITLE = "ประเมิน ITA"
_SHOWN_FINDINGS = 8
_INFORMATION, _WARNING = 0x40, 0x30
_IN_FRONT = 0x10000


class OpenBook(Protocol):
    """What a button needs of the workbook that Excel has open: ``xlwings.Book`` has it."""

    @property
    def name(self) -> str:
        """The file name."""
        ...

    @property
    def fullname(self) -> str:
        """The path; for a file on OneDrive xlwings looks up where it is kept on this PC, and may fail."""
        ...

    @property
    def api(self) -> Any:  # noqa: ANN401 (COM tells no types)
        """Excel's own Workbook object."""
        ...


def report() -> None:
    """Write the Word report of the calling workbook and say where it is."""
    _press(write_report)


def check() -> None:
    """Say what is missing or wrong in the calling workbook."""
    _press(describe_findings)


def write_report(book: OpenBook) -> str:
    """Write the report of an open workbook and return the message for the user; ItaError when it cannot be done."""
    from ita import reports

    reading = read(book)
    written = reports.write(reading.assessment, out=folder_of(book))
    unread = len(reading.findings)
    warning = f"\n\nมี {unread} ช่องที่อ่านค่าไม่ได้ รายงานจึงอาจไม่ครบ โปรดกดปุ่มตรวจสอบ" if unread else ""
    return f"สร้างรายงานเรียบร้อยแล้ว\n\nแฟ้ม: {written.name}\nโฟลเดอร์: {written.parent}{warning}"


def describe_findings(book: OpenBook) -> str:
    """Check an open workbook and return the message for the user; ItaError when it cannot be read."""
    from ita import checks, findings, rules

    reading = read(book)
    found = checks.check(rules.of(reading.assessment), reading.assessment, reading.places)
    return findings_text(findings.errors_first([*reading.findings, *found]))


def read(book: OpenBook) -> Reading:
    """Return what is entered in an open workbook, saved or not; ItaError when it cannot be read."""
    from ita.excel import closed

    with snapshot(book) as copy:
        return closed.read(copy)


def findings_text(findings: Sequence[Finding]) -> str:
    """Return findings as a message that fits on a screen: the number, then the first few with place and cure."""
    if not findings:
        return "ตรวจสอบแล้ว ไม่พบข้อมูลที่ขาดหรือไม่ถูกต้อง"
    lines = [f"• {finding.where}: {finding.what()} — {finding.fix()}" for finding in findings[:_SHOWN_FINDINGS]]
    rest = len(findings) - len(lines)
    if rest:
        lines.append(f"และอีก {rest} รายการ")
    return f"พบ {len(findings)} รายการที่ควรแก้ไข\n\n" + "\n\n".join(lines)


@contextmanager
def snapshot(book: OpenBook) -> Generator[Path]:
    """Yield a temporary copy of an open workbook as it is on the screen; the workbook itself is not saved."""
    with tempfile.TemporaryDirectory(prefix="ita-") as folder:
        copy = Path(folder, book.name)
        book.api.SaveCopyAs(str(copy))
        yield copy


def folder_of(book: OpenBook) -> Path:
    """Return the folder on this PC that the workbook is in, else the user's documents folder."""
    try:
        path = Path(book.fullname)
    except xw.XlwingsError:
        return _documents()
    return path.parent if path.is_absolute() and path.parent.is_dir() else _documents()


def _documents() -> Path:
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()


def _press(work: Callable[[OpenBook], str]) -> None:
    """Do a button's work on the calling workbook and tell the user how it went."""
    try:
        text, icon = work(xw.Book.caller()), _INFORMATION
    except ItaError as error:
        text, icon = _explained(error.what(), error.fix(), error.where), _WARNING
    except Exception:  # noqa: BLE001 (the last line of defence between a traceback and the clerk)
        text, icon = _unforeseen(), _WARNING
    _tell(text, icon)


def _explained(what: str, fix: str, where: str = "") -> str:
    place = f"\nตำแหน่ง: {where}" if where else ""
    return f"{what}{place}\n\nวิธีแก้ไข: {fix}"


def _unforeseen() -> str:
    """Write the error that is being handled to the log and return what the user is told."""
    message = MESSAGES["unforeseen"]
    text = _explained(message.what["th"], message.fix["th"])
    log = log_file()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now().astimezone().isoformat()}\n{traceback.format_exc()}\n")
    except OSError:
        return text
    return f"{text}\n\nแฟ้มบันทึกเหตุการณ์: {log}"


def log_file() -> Path:
    """Return where details of unforeseen errors are kept."""
    return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir(), "ITA", "ita.log")


def _tell(text: str, icon: int) -> None:
    """Show a message in front of Excel. MessageBoxW: the ANSI form turns Thai into question marks."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, TITLE, icon | _IN_FRONT)
    else:
        sys.stderr.write(f"{text}\n")
