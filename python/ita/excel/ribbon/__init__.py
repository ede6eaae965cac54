"""What the ribbon's buttons do. VBA calls ``press`` with a button's name through xlwings' Python server.

Whatever happens ends in one Thai message: ``press`` never raises. The modules with the actions are imported when
their button is pressed, so that a button waits for nothing that it does not use.
"""

from __future__ import annotations

import os
import tempfile
import traceback
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path

import xlwings as xw

from ita.errors import ItaError
from ita.excel.ribbon.desk import Desk, Done, Press, WindowsDesk
from ita.messages import MESSAGES

Action = Callable[[Press], Done]

ACTIONS: Mapping[str, str] = {
    "paste": "entry",
    "import_answers": "entry",
    "last_year": "years",
    "new_year": "years",
    "check": "analysis",
    "suggest": "analysis",
    "report": "reports",
    "all_reports": "reports",
    "lint": "reports",
    "open_folder": "reports",
    "share": "province",
    "verify": "province",
    "guide": "help",
    "doctor": "help",
}
"""Each button and the module beside this one that has a function of its name."""

desk: Desk = WindowsDesk()
"""The person at the PC; tests put another in its place."""


def press(action: str, argument: str = "") -> None:
    """Do a button's work on the calling workbook and tell the user how it went."""
    try:
        book = xw.Book.caller()
        desk.sit_at(book)
        done = action_of(action)(Press(book, desk, argument))
    except ItaError as error:
        done = Done(_explained(error.what(), error.fix(), error.where), warning=True)
    except Exception:  # noqa: BLE001 (the last line of defence between a traceback and the clerk)
        done = Done(_unforeseen(), warning=True)
    _finish(done)


def action_of(name: str) -> Action:
    """Return what a button does; KeyError for a name that is none."""
    module = import_module(f"{__name__}.{ACTIONS[name]}")
    action: Action = getattr(module, name)
    return action


def log_file() -> Path:
    """Return where details of unforeseen errors are kept."""
    return Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir(), "ITA", "ita.log")


def _finish(done: Done) -> None:
    if done.text:
        desk.tell(done.text, warning=done.warning)
    if done.opens and not desk.open(done.opens):
        desk.tell(f"เปิดไม่สำเร็จ โปรดเปิดเองจากโฟลเดอร์\n\n{done.opens}", warning=True)


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
