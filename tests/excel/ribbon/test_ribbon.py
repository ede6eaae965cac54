"""A button's way: from its name to its action, and from whatever happened to one Thai message."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import xlwings as xw

from ita.errors import WorkbookError
from ita.excel import ribbon
from ita.excel.ribbon.desk import Done, Press
from support.pressing import PaperDesk


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PaperDesk:
    """Return the person at the PC; a workbook is open, and the log goes to a temporary folder."""
    there = PaperDesk()
    monkeypatch.setattr(ribbon, "desk", there)
    monkeypatch.setattr(xw, "Book", SimpleNamespace(caller=lambda: SimpleNamespace(name="a.xlsm")))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "log"))
    return there


def acting(monkeypatch: pytest.MonkeyPatch, action: Callable[[Press], Done]) -> None:
    """Put an action behind every button."""

    def action_of(_name: str) -> Callable[[Press], Done]:
        return action

    monkeypatch.setattr(ribbon, "action_of", action_of)


@pytest.mark.parametrize("name", ribbon.ACTIONS)
def test_every_button_has_its_action(name: str) -> None:
    """The module of each button has a function of the button's name, which takes what was pressed."""
    action = ribbon.action_of(name)
    assert action.__name__ == name
    assert list(action.__annotations__.values()) == ["Press", "Done"]


def test_an_action_gets_the_calling_workbook_and_the_argument(monkeypatch: pytest.MonkeyPatch, desk: PaperDesk) -> None:
    """What VBA pressed the button for reaches the action, and its message reaches the user."""
    acting(monkeypatch, lambda press: Done(f"{press.book.name} {press.argument}"))
    ribbon.press("report", "action_plan")
    assert (desk.told, desk.warned, desk.opened) == (["a.xlsm action_plan"], [False], [])


@pytest.mark.usefixtures("desk")
def test_cancelling_is_not_worth_a_message(monkeypatch: pytest.MonkeyPatch, desk: PaperDesk) -> None:
    """A button that was thought better of says nothing."""
    acting(monkeypatch, lambda _press: Done())
    ribbon.press("paste")
    assert desk.told == []


def test_what_was_made_is_opened_after_the_message(
    monkeypatch: pytest.MonkeyPatch, desk: PaperDesk, tmp_path: Path
) -> None:
    """A result opens; where Windows cannot open it the user is told where it is."""
    acting(monkeypatch, lambda _press: Done("เสร็จแล้ว", opens=tmp_path))
    ribbon.press("report")
    assert (desk.told, desk.opened) == (["เสร็จแล้ว"], [tmp_path])
    desk.opens_files = False
    ribbon.press("report")
    assert desk.told[-1].startswith("เปิดไม่สำเร็จ")
    assert desk.told[-1].endswith(str(tmp_path))


def test_a_foreseen_error_says_what_where_and_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, desk: PaperDesk) -> None:
    """An error of ours is told in Thai with its place and its cure."""
    error = WorkbookError("workbook.foreign", where="แผ่นงาน _meta", path="a.xlsm")

    def fail(_press: Press) -> Done:
        raise error

    acting(monkeypatch, fail)
    ribbon.press("check")
    assert desk.told == [f"{error.what()}\nตำแหน่ง: แผ่นงาน _meta\n\nวิธีแก้ไข: {error.fix()}"]
    assert desk.warned == [True]


@pytest.mark.parametrize("log_can_be_written", [True, False])
def test_an_unforeseen_error_is_logged_and_told_without_a_traceback(
    desk: PaperDesk, tmp_path: Path, *, log_can_be_written: bool
) -> None:
    """The clerk reads where the log is, or no more than that it failed; the traceback is in the log alone."""
    if not log_can_be_written:
        (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    ribbon.press("no such button")
    assert desk.told[0].startswith("โปรแกรมทำงานไม่สำเร็จ\n\nวิธีแก้ไข: ")
    assert "Traceback" not in desk.told[0]
    assert desk.told[0].endswith(f"\n\nแฟ้มบันทึกเหตุการณ์: {ribbon.log_file()}") is log_can_be_written
    if log_can_be_written:
        assert "KeyError" in ribbon.log_file().read_text("utf-8")


def test_a_button_waits_for_nothing_that_it_does_not_use() -> None:
    """What VBA imports before every button brings none of the libraries that only some of them need."""
    heavy = ("lxml", "jinja2", "xlsxwriter", "openpyxl", "python_calamine", "docx")
    script = f"import sys, ita.excel.ribbon; print([name for name in {heavy} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert run.stdout.strip() == "[]"
