"""The ribbon in a headless Excel: each button's way into Python, its state, and what is told where Python is not."""

from __future__ import annotations

import ctypes
import re
import sys
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

import ita.excel
from ita.excel import layout, ribbon
from ita.excel.ribbon import template_menu
from ita.excel.vba import module_sources
from ita.excel.vba_strings import NOT_LOADED, bootstrap, function_helps, strings
from support import vba_engine
from support.built import TEMPLATE
from support.headless import HeadlessExcel
from support.pressing import buttons, controls
from support.small_workbook import ABOUT
from support.vba_lint import ribbon_faults

ARROW, WAITING = -4143, 2
HOME = "หน้าหลัก"
DLL_MISSING = "Could not load xlwings64-"
PYTHON_BUTTONS = {
    name: attributes["onAction"]
    for name, attributes in controls().items()
    if name in buttons() and name not in {"itaRecalculate", "itaAbout", "itaDigits"}
}
"""The controls that Python answers, and their callbacks."""

WITHOUT_PYTHON = {name: callback for name, callback in PYTHON_BUTTONS.items() if name != "itaGuide"}
TEXTS = strings(2568)
ENTRY_SHEETS = ("IIT", "EIT", "OIT")


def statement(action: str, argument: str = "") -> str:
    """Return what VBA asks Python to run for a button."""
    return bootstrap().replace("{action}", action).replace("{argument}", argument)


def action_behind(callback: str) -> str:
    """Return the name that a callback's one line hands to Python."""
    source = module_sources()["ITA_Ribbon"]
    found = re.search(rf'Sub {callback}\(.*?RunIta "(\w+)"', source, re.DOTALL)
    assert found
    return found[1]


def test_the_ribbon_is_kept_when_it_loads(excel: HeadlessExcel) -> None:
    """The onLoad callback takes the ribbon and shows nothing."""
    excel.load_ribbon("ITA_OnLoad")
    assert excel.parameters("ITA_OnLoad") == ["iribbonui"]
    assert excel.popups == []


@pytest.mark.parametrize("control", PYTHON_BUTTONS)
def test_a_button_reaches_the_python_server(excel: HeadlessExcel, control: str) -> None:
    """One statement goes to the server, and VBA itself shows nothing."""
    callback = PYTHON_BUTTONS[control]
    excel.press(callback, control)
    assert excel.python_calls == [statement(action_behind(callback))]
    assert action_behind(callback) in ribbon.ACTIONS
    assert (excel.popups, excel.dialogs) == ([], [])


def test_every_action_has_a_button(excel: HeadlessExcel) -> None:
    """No action of Python's is without a button or an item of the menu."""
    menu = str(excel.ask("ITA_GetTemplates", "itaTemplates"))
    callbacks = {*PYTHON_BUTTONS.values(), *re.findall('onAction="(\\w+)"', menu)}
    assert {action_behind(callback) for callback in callbacks} == set(ribbon.ACTIONS)


def test_a_template_of_the_menu_is_named_in_the_statement(excel: HeadlessExcel) -> None:
    """The tag of the item reaches Python as the button's argument."""
    excel.press("ITA_Template", "itaTemplate1", "action_plan")
    assert excel.python_calls == [statement("report", "action_plan")]


@pytest.mark.parametrize("tag", ["a'b", "x'); import os #", "a b", "แผน", 'a"b', "a\nb", "a\\b"])
def test_nothing_but_a_name_enters_the_statement(excel: HeadlessExcel, tag: str) -> None:
    """A tag with any other mark is not passed on."""
    excel.press("ITA_Template", "itaTemplate1", tag)
    assert excel.python_calls == []


def test_without_the_server_a_button_starts_python_by_a_command_line(excel: HeadlessExcel) -> None:
    """Where the server is switched off the same statement runs through the interpreter of xlwings.conf."""
    excel.configure("USE UDF SERVER", "False")
    excel.press("ITA_Report", "itaReport")
    assert len(excel.python_calls) == 1
    assert excel.interpreter in excel.python_calls[0]
    assert statement("report") in excel.python_calls[0]
    assert excel.ask("ITA_GetTemplates", "itaTemplates") == TEXTS["template_menu"]


@pytest.mark.parametrize("control", WITHOUT_PYTHON)
def test_without_python_a_button_says_so_in_thai(excel: HeadlessExcel, control: str) -> None:
    """On a PC without the interpreter the Thai message appears and Python is not called."""
    excel.files.clear()
    excel.press(WITHOUT_PYTHON[control], control)
    assert excel.popups == [TEXTS["no_python"]]
    assert (excel.python_calls, excel.dialogs) == ([], [])


def test_without_the_dll_a_button_says_so_in_thai(excel: HeadlessExcel) -> None:
    """Where an antivirus took the DLL away the message is Thai, with the detail for whoever mends it."""
    excel.dll_loads = False
    excel.press("ITA_Report", "itaReport")
    assert len(excel.popups) == 1
    assert excel.popups[0].startswith(TEXTS["python_failed"] + "\n\n" + DLL_MISSING)
    assert excel.python_calls == []
    assert (excel.status_bar, excel.cursor) == (False, ARROW)


def test_a_python_that_fails_is_told_in_thai_and_excel_is_as_before(excel: HeadlessExcel) -> None:
    """A server that dies, or raises, ends in our own message; status bar and pointer are Excel's again."""
    excel.python_fault = ValueError("พัง")
    excel.press("ITA_Report", "itaReport")
    assert excel.popups == [TEXTS["python_failed"] + "\n\nValueError: พัง"]
    assert (excel.status_bar, excel.cursor, excel.alerts, excel.dialogs) == (False, ARROW, True, [])


def test_progress_is_shown_while_python_works(excel: HeadlessExcel) -> None:
    """The status bar says in Thai what goes on, and the pointer waits; afterwards both are as before."""
    seen: dict[str, tuple[object, object]] = {}
    for control, callback in PYTHON_BUTTONS.items():
        excel.python = lambda _statement, name=control: seen.setdefault(name, (excel.status_bar, excel.cursor))
        excel.press(callback, control)
    assert seen == {name: (TEXTS[f"busy_{action_behind(c)}"], WAITING) for name, c in PYTHON_BUTTONS.items()}
    assert (excel.status_bar, excel.cursor) == (False, ARROW)


def test_excel_shows_no_box_of_its_own_while_python_works(excel: HeadlessExcel) -> None:
    """A Thai box may stay open for long; Excel's English words about waiting for it are held back meanwhile."""
    seen: list[object] = []
    excel.python = lambda _statement: seen.append(excel.alerts)
    excel.press("ITA_Check", "itaCheck")
    assert (seen, excel.alerts) == ([False], True)


def test_a_package_that_cannot_be_imported_is_told_in_thai(
    excel: HeadlessExcel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where even ``import ita`` fails, the statement itself shows a Thai message: no traceback, no English pop-up."""
    shown = Mock()
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=SimpleNamespace(MessageBoxW=shown)), raising=False)
    monkeypatch.delattr(ita.excel, "ribbon")
    monkeypatch.setitem(sys.modules, "ita.excel.ribbon", None)
    excel.python = lambda sent: exec(sent, {})  # noqa: S102 (what the Python server does with it)
    excel.press("ITA_Report", "itaReport")
    _, text, title, _ = shown.call_args.args
    assert text.startswith(NOT_LOADED)
    assert "ita.excel.ribbon" in text
    assert title == TEXTS["title"]
    assert excel.popups == []


def test_what_needs_no_python_works_without_it(excel: HeadlessExcel) -> None:
    """Three buttons work on every PC and answer in Thai from _strings; the menu lists what it knew when it was made."""
    excel.files.clear()
    excel.press("ITA_About", "itaAbout")
    excel.press("ITA_Recalculate", "itaRecalculate")
    excel.press("ITA_Guide", "itaGuide")
    assert excel.popups == [ABOUT, TEXTS["recalculated"], TEXTS["short_guide"]]
    assert excel.ask("ITA_GetTemplates", "itaTemplates") == TEXTS["template_menu"]
    assert excel.python_calls == []


def test_the_menu_lists_what_python_finds_now(excel: HeadlessExcel, monkeypatch: pytest.MonkeyPatch) -> None:
    """The menu comes from Python where it is there; an answer that is no menu, or none, leaves the known one."""
    monkeypatch.setattr(template_menu, "content", lambda: "<menu>ใหม่</menu>")
    assert excel.ask("ITA_GetTemplates", "itaTemplates") == "<menu>ใหม่</menu>"
    monkeypatch.setattr(template_menu, "content", lambda: "Traceback")
    assert excel.ask("ITA_GetTemplates", "itaTemplates") == TEXTS["template_menu"]
    excel.python_fault = ValueError("พัง")
    assert excel.ask("ITA_GetTemplates", "itaTemplates") == TEXTS["template_menu"]


def test_the_menu_passes_the_lint(excel: HeadlessExcel) -> None:
    """Its ids, icons and callbacks are right, as Excel will find them."""
    menu = str(excel.ask("ITA_GetTemplates", "itaTemplates"))
    assert ribbon_faults(menu, module_sources()["ITA_Ribbon"]) == []


def test_labels_follow_the_workbook(template: HeadlessExcel) -> None:
    """Years are those of the workbook, and paste names the sheet in front."""
    ids = ("itaNewYear", "itaReport")
    assert [template.ask("ITA_GetLabel", name) for name in ids] == ["สร้างสมุดงานปี 2569", "รายงาน Word ปี 2568"]
    tag = controls()["itaPaste"]["tag"]
    labels = {sheet: pasted(template, sheet, "ITA_GetPasteLabel", tag) for sheet in (*ENTRY_SHEETS, HOME)}
    assert labels == {"IIT": "วางคะแนน IIT", "EIT": "วางคะแนน EIT", "OIT": "วางคะแนน OIT", HOME: "วางคะแนน"}


@pytest.mark.parametrize(("control", "sheets"), [("itaPaste", ENTRY_SHEETS), ("itaImport", ("IIT", "EIT"))])
def test_buttons_for_a_sheet_are_enabled_on_it_alone(
    template: HeadlessExcel, control: str, sheets: tuple[str, ...]
) -> None:
    """Scores are pasted where there are scores; answers are imported where there is a survey."""
    tag = controls()[control]["tag"]
    enabled = [s.name for s in layout.SHEETS if not s.hidden and pasted(template, s.name, "ITA_GetEnabled", tag)]
    assert enabled == list(sheets)


def pasted(excel: HeadlessExcel, sheet: str, callback: str, tag: str) -> object:
    """Return what a callback of the paste button answers while a sheet is in front."""
    excel.activate(sheet)
    return excel.ask(callback, "itaPaste", tag)


def test_another_sheet_draws_the_ribbon_again(template: HeadlessExcel) -> None:
    """Each sheet that comes to the front has its buttons drawn anew."""
    template.load_ribbon("ITA_OnLoad")
    template.activate("IIT")
    template.activate("EIT")
    assert template.ribbon.drawn == 2


def test_a_lost_ribbon_breaks_nothing(template: HeadlessExcel) -> None:
    """After a reset of VBA the ribbon's object is gone: sheets, buttons and the toggle work all the same."""
    template.activate("IIT")
    template.press("ITA_Report", "itaReport")
    template.press("ITA_Digits", "itaDigits", pressed=False)
    assert template.python_calls == [statement("report")]
    assert template.ask("ITA_GetPressed", "itaDigits") is False
    assert (template.popups, template.ribbon.drawn) == ([], 0)


def test_the_toggle_is_kept_in_the_workbook(excel: HeadlessExcel) -> None:
    """Its state and its label are those of the workbook, and it starts with Thai digits."""
    states: list[tuple[object, object]] = []
    for pressed in (True, False, True):
        excel.press("ITA_Digits", "itaDigits", pressed=pressed)
        states.append((excel.ask("ITA_GetPressed", "itaDigits"), excel.ask("ITA_GetDigitsLabel", "itaDigits")))
    assert states == [(True, "เลขไทย"), (False, "เลขอารบิก"), (True, "เลขไทย")]


def test_every_function_is_described_in_the_wizard(template: HeadlessExcel) -> None:
    """Opening gives each function its category, its help and one for each argument; the file counts as unchanged."""
    template.workbook.saved = True
    template.open_event()
    described = {macro.partition("!")[2]: helps for macro, helps in template.helps.items()}
    assert described == {name: ("ITA", *text.split("\n")) for name, text in function_helps().items()}
    assert {macro.partition("!")[0] for macro in template.helps} == {f"'{TEMPLATE.name}'"}
    assert template.workbook.saved is True


def test_help_texts_never_keep_a_workbook_from_opening(
    template: HeadlessExcel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An Excel that refuses every help text, or a hidden sheet that is gone, opens the workbook all the same."""
    monkeypatch.setattr(vba_engine, "LONGEST_HELP", 0)
    template.open_event()
    assert template.helps == {}
    template.set("_strings", "A1", None)
    template.open_event()
    assert template.popups == []
