"""What a button needs of the person at the PC: a message, a yes or no, a file, the clipboard, a window opened.

Everything that only Windows can do stands here, behind one protocol, so that the buttons run without it in tests.
"""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ita.excel.open_book import OpenBook

TITLE = "ประเมิน ITA"
MOST_LINES = 32
"""How many lines a message box may have on a screen of 768 points."""

_INFORMATION, _WARNING, _QUESTION = 0x40, 0x30, 0x20
_YES_OR_NO, _YES = 0x04, 6
_IN_FRONT = 0x10000 | 0x40000
_UNICODE_TEXT = 13
_CLIPBOARD_TRIES = 10


class Desk(Protocol):
    """The person at the PC, and the PC around Excel."""

    def sit_at(self, book: OpenBook) -> None:
        """Have what is shown from now on stand in front of the Excel that has this workbook."""
        ...

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Show a message."""
        ...

    def ask(self, text: str) -> bool:
        """Show a question and return whether the answer was yes."""
        ...

    def choose(self, book: OpenBook, title: str, kinds: Sequence[tuple[str, str]]) -> Path | None:
        """Return a file that the user chooses; ``kinds`` are pairs of a name and a pattern such as ``*.xlsx``."""
        ...

    def clipboard(self) -> str:
        """Return the text on the clipboard, empty where there is none."""
        ...

    def open(self, path: Path) -> bool:
        """Open a file or a folder with the program that is made for it; return whether that was possible."""
        ...


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed: in which workbook, before whom, and what it was pressed for (a template's name)."""

    book: OpenBook
    desk: Desk
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What a button did: the message to show, empty for none, and what to open after it was read."""

    text: str = ""
    opens: Path | None = None
    warning: bool = False


class WindowsDesk:
    """Windows' own message boxes, Excel's own file dialog. Off Windows messages are printed and nothing is chosen."""

    def __init__(self) -> None:
        self._window: int | None = None

    def sit_at(self, book: OpenBook) -> None:
        """Own the boxes by Excel's window: it waits for them, and cannot be clicked while it does."""
        self._window = int(book.api.Application.Hwnd)

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Show a message in front of Excel."""
        _box(self._window, text, _WARNING if warning else _INFORMATION)

    def ask(self, text: str) -> bool:
        """Show a question in front of Excel."""
        return _box(self._window, text, _QUESTION | _YES_OR_NO) == _YES

    def choose(self, book: OpenBook, title: str, kinds: Sequence[tuple[str, str]]) -> Path | None:
        """Show Excel's file dialog, which stands in front of Excel and remembers the folder."""
        pattern = ",".join(f"{name} ({kind}),{kind}" for name, kind in kinds)
        chosen = book.api.Application.GetOpenFilename(pattern, 1, title)
        return Path(chosen) if isinstance(chosen, str) else None

    def clipboard(self) -> str:
        """Return the clipboard's text."""
        return _clipboard() if sys.platform == "win32" else ""

    def open(self, path: Path) -> bool:
        """Open a file or a folder as a double click does."""
        try:
            if sys.platform == "win32":
                os.startfile(path)  # noqa: S606 (a file that the program just wrote, or its folder)
                return True
            return webbrowser.open(path.as_uri())
        except OSError:
            return False


def fitting(text: str) -> str:
    """Return a text with as many lines as a message box can show."""
    lines = text.split("\n")
    if len(lines) <= MOST_LINES:
        return text
    return "\n".join([*lines[:MOST_LINES], f"… (ยังมีอีก {len(lines) - MOST_LINES} บรรทัด)"])


def _box(window: int | None, text: str, kind: int) -> int:
    """Show a message box. MessageBoxW: the ANSI form turns Thai into question marks."""
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.user32.MessageBoxW(window, fitting(text), TITLE, kind | _IN_FRONT)
    sys.stderr.write(f"{fitting(text)}\n")
    return 0


def _clipboard() -> str:
    """Read the clipboard; another program may hold it for a moment, so try again."""
    if sys.platform != "win32":
        return ""
    import ctypes
    import time

    user, kernel = ctypes.windll.user32, ctypes.windll.kernel32
    user.GetClipboardData.restype = kernel.GlobalLock.restype = ctypes.c_void_p
    kernel.GlobalLock.argtypes = kernel.GlobalUnlock.argtypes = [ctypes.c_void_p]
    for _ in range(_CLIPBOARD_TRIES):
        if user.OpenClipboard(None):
            break
        time.sleep(0.05)
    else:
        return ""
    try:
        handle = user.GetClipboardData(_UNICODE_TEXT)
        address = kernel.GlobalLock(handle) if handle else None
        if not address:
            return ""
        try:
            return ctypes.wstring_at(address)
        finally:
            kernel.GlobalUnlock(handle)
    finally:
        user.CloseClipboard()
