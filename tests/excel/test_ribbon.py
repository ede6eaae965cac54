"""What the buttons do: from a copy of the open workbook to one Thai message."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
import xlwings as xw

from ita import checks, reports
from ita.assessment import Agency, Assessment
from ita.criteria import load
from ita.errors import FileError, WorkbookError
from ita.excel import closed, ribbon
from ita.excel.tables import Reading
from ita.findings import Finding, finding


@dataclass
class FakeBook:
    """An open workbook: its file on the disk, and what Excel would save now."""

    path: str
    unsaved: bytes = b"on the screen"
    copies: list[Path] = field(default_factory=list[Path])

    @property
    def name(self) -> str:
        """The file name."""
        return self.path.replace("\\", "/").rpartition("/")[2]

    @property
    def fullname(self) -> str:
        """The path, which xlwings does not find for a file on OneDrive that is not kept on this PC."""
        if "://" in self.path:
            raise xw.XlwingsError(self.path)
        return self.path

    @property
    def api(self) -> SimpleNamespace:
        """Excel's Workbook."""
        return SimpleNamespace(SaveCopyAs=self._save_copy)

    def _save_copy(self, target: str) -> None:
        self.copies.append(Path(target))
        Path(target).write_bytes(self.unsaved)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Return the messages that the user is shown; the log goes to a temporary folder."""
    messages: list[str] = []

    def tell(text: str, _icon: int) -> None:
        messages.append(text)

    monkeypatch.setattr(ribbon, "_tell", tell)
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "log"))
    return messages


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeBook:
    """Return the calling workbook, saved in a folder with a Thai name."""
    folder = tmp_path / "งานประเมิน ITA"
    folder.mkdir()
    calling = FakeBook(str(folder / "หนองพลับ 2568.xlsm"))
    monkeypatch.setattr(xw, "Book", SimpleNamespace(caller=lambda: calling))
    return calling


def reading(*findings: Finding) -> Reading:
    """Return what a reader finds in a workbook."""
    return Reading(Assessment(agency=Agency(name="เทศบาลทดสอบ"), fiscal_year=2568), findings, {})


def missing(number: int) -> Finding:
    """Return a finding about one cell."""
    return finding("cell.text", f"IIT!D{number}", value="x")


@pytest.fixture
def was_read(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Replace reading and writing; return the bytes of each workbook that was read."""
    read: list[bytes] = []

    def read_closed(path: Path) -> Reading:
        read.append(path.read_bytes())
        return reading()

    def write(assessment: Assessment, *, out: Path) -> Path:
        return out / f"{assessment.agency.name}.docx"

    monkeypatch.setattr(closed, "read", read_closed)
    monkeypatch.setattr(reports, "write", write)
    return read


def test_report_is_made_of_what_is_on_the_screen(book: FakeBook, told: list[str], was_read: list[bytes]) -> None:
    """Unsaved changes count, the report lands beside the workbook, and the message says where."""
    ribbon.report()
    assert was_read == [b"on the screen"]
    assert told == [f"สร้างรายงานเรียบร้อยแล้ว\n\nแฟ้ม: เทศบาลทดสอบ.docx\nโฟลเดอร์: {Path(book.path).parent}"]


@pytest.mark.usefixtures("was_read", "told")
def test_the_copy_is_temporary_and_the_workbook_untouched(book: FakeBook) -> None:
    """Nothing is left of the copy, and the workbook's own file is neither written nor needed."""
    ribbon.report()
    assert [copy.name for copy in book.copies] == ["หนองพลับ 2568.xlsm"]
    assert not book.copies[0].parent.exists()
    assert not Path(book.path).exists()


@pytest.mark.usefixtures("was_read", "book")
def test_report_says_when_cells_could_not_be_read(monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    """A score that is no number does not stop the report, and does not pass in silence."""
    monkeypatch.setattr(closed, "read", Mock(return_value=reading(missing(5), missing(6))))
    ribbon.report()
    assert told[0].endswith("มี 2 ช่องที่อ่านค่าไม่ได้ รายงานจึงอาจไม่ครบ โปรดกดปุ่มตรวจสอบ")


def test_folder_of_a_file_on_onedrive_is_the_documents_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A workbook whose path is a web address, or that was never saved, has its report in Documents."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert ribbon.folder_of(FakeBook("https://example.org/docs/a.xlsm")) == tmp_path
    (tmp_path / "Documents").mkdir()
    assert ribbon.folder_of(FakeBook("https://example.org/docs/a.xlsm")) == tmp_path / "Documents"
    assert ribbon.folder_of(FakeBook("Book1")) == tmp_path / "Documents"


@pytest.mark.usefixtures("book")
def test_a_foreseen_error_says_what_where_and_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    """An error of ours is told in Thai with its place and its cure."""
    error = WorkbookError("workbook.foreign", where="แผ่นงาน _meta", path="a.xlsm")
    monkeypatch.setattr(closed, "read", Mock(side_effect=error))
    ribbon.check()
    assert told == [f"{error.what()}\nตำแหน่ง: แผ่นงาน _meta\n\nวิธีแก้ไข: {error.fix()}"]


@pytest.mark.usefixtures("was_read", "book")
def test_a_report_that_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    """A folder that cannot be written to ends in a message and nothing else."""
    error = FileError(path="รายงาน.docx")
    monkeypatch.setattr(reports, "write", Mock(side_effect=error))
    ribbon.report()
    assert told == [f"{error.what()}\n\nวิธีแก้ไข: {error.fix()}"]


def test_an_unforeseen_error_is_logged_and_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    """The clerk reads where the log is; the traceback is in the log."""
    monkeypatch.setattr(xw, "Book", SimpleNamespace())
    ribbon.report()
    assert told[0].startswith("โปรแกรมทำงานไม่สำเร็จ\n\nวิธีแก้ไข: ")
    assert told[0].endswith(f"\n\nแฟ้มบันทึกเหตุการณ์: {ribbon.log_file()}")
    assert "Traceback" not in told[0]
    assert "AttributeError" in ribbon.log_file().read_text("utf-8")


def test_a_log_that_cannot_be_written_does_not_hide_the_message(
    monkeypatch: pytest.MonkeyPatch, told: list[str], tmp_path: Path
) -> None:
    """Without a log the message is told all the same."""
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setattr(xw, "Book", SimpleNamespace())
    ribbon.report()
    assert len(told) == 1
    assert "แฟ้มบันทึกเหตุการณ์:" not in told[0]


@pytest.mark.usefixtures("book")
def test_check_joins_what_the_reader_and_the_checks_found(monkeypatch: pytest.MonkeyPatch, told: list[str]) -> None:
    """Cells that could not be read come first, then what the assessment lacks."""
    monkeypatch.setattr(closed, "read", Mock(return_value=reading(missing(5))))
    ribbon.check()
    lines = told[0].split("\n\n")
    found = checks.check(load(2568), reading().assessment, {})
    assert lines[0] == f"พบ {1 + len(found)} รายการที่ควรแก้ไข"
    assert lines[1:] == [f"• {f.where}: {f.what()} — {f.fix()}" for f in (missing(5), *found)]


def test_a_long_list_of_findings_is_cut_and_counted() -> None:
    """A message never outgrows the screen."""
    lines = ribbon.findings_text([missing(number) for number in range(5, 15)]).split("\n\n")
    assert lines[0] == "พบ 10 รายการที่ควรแก้ไข"
    assert lines[1].startswith("• IIT!D5: ")
    assert lines[-1] == "และอีก 2 รายการ"
    assert len(lines) == 10


def test_check_says_so_when_nothing_is_wrong() -> None:
    """No finding is an answer too."""
    assert ribbon.findings_text([]) == "ตรวจสอบแล้ว ไม่พบข้อมูลที่ขาดหรือไม่ถูกต้อง"


@pytest.mark.skipif(sys.platform == "win32", reason="shows a message box on Windows")
def test_messages_go_to_the_terminal_where_there_is_no_windows(capsys: pytest.CaptureFixture[str]) -> None:
    """Off Windows, where a developer may call a button, the message is printed."""
    ribbon._tell("ข้อความ", 0)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] (nothing public shows a message alone)
    assert capsys.readouterr().err == "ข้อความ\n"
