"""What stands between a button and Windows: the parts that can be told without Windows."""

from __future__ import annotations

import sys
import webbrowser
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from ita.excel.ribbon.desk import MOST_LINES, WindowsDesk, fitting

OFF_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="shows windows on Windows")


def test_a_message_fits_on_the_screen() -> None:
    """A long message is cut, and says how much is left out; a short one stays."""
    assert fitting("ก\nข") == "ก\nข"
    lines = fitting("\n".join(map(str, range(MOST_LINES + 3)))).split("\n")
    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == "… (ยังมีอีก 3 บรรทัด)"


def test_files_are_chosen_in_excels_own_dialog() -> None:
    """Excel gets pairs of name and pattern; a cancelled dialog answers False and gives no file."""
    dialog = Mock(side_effect=["C:\\งาน\\ปีก่อน.xlsm", False])
    book = Mock(api=SimpleNamespace(Application=SimpleNamespace(GetOpenFilename=dialog)))
    kinds = (("สมุดงาน", "*.xlsm;*.xlsx"), ("ข้อความ", "*.csv"))
    assert WindowsDesk().choose(book, "เลือกแฟ้ม", kinds) == Path("C:\\งาน\\ปีก่อน.xlsm")
    assert WindowsDesk().choose(book, "เลือกแฟ้ม", kinds) is None
    dialog.assert_called_with("สมุดงาน (*.xlsm;*.xlsx),*.xlsm;*.xlsx,ข้อความ (*.csv),*.csv", 1, "เลือกแฟ้ม")


def test_boxes_stand_before_the_excel_that_called(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel's window owns what is shown, so that nobody can click it while it waits, nor lose the box behind it."""
    box = Mock(return_value=6)
    monkeypatch.setattr(import_module(WindowsDesk.__module__), "_box", box)
    there = WindowsDesk()
    there.sit_at(Mock(api=SimpleNamespace(Application=SimpleNamespace(Hwnd=4711))))
    there.tell("ข้อความ", warning=True)
    assert there.ask("คำถาม") is True
    assert [call.args for call in box.call_args_list] == [(4711, "ข้อความ", 0x30), (4711, "คำถาม", 0x24)]


@OFF_WINDOWS
def test_off_windows_messages_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """A developer who calls a button reads its message; nobody answers yes, and nothing was copied."""
    WindowsDesk().tell("ข้อความ")
    assert WindowsDesk().ask("คำถาม") is False
    assert WindowsDesk().clipboard() == ""
    assert capsys.readouterr().err == "ข้อความ\nคำถาม\n"


@OFF_WINDOWS
def test_a_file_that_cannot_be_opened_is_told_to_the_caller(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Opening answers whether it worked, and never raises."""
    monkeypatch.setattr(webbrowser, "open", Mock(side_effect=[True, OSError]))
    assert [WindowsDesk().open(tmp_path) for _ in range(2)] == [True, False]
