"""An office with one workbook open: buttons pressed through the workbook's own VBA, Python run for real behind them.

    with office(path, folder, monkeypatch) as at:
        at.press("itaCheck")
        at.desk.told, at.excel.cell("ตรวจสอบ", "D5")

Excel is the headless one, ``Book.caller()`` answers its workbook, and the person at the PC is ``PaperDesk``.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest
import xlwings as xw

from ita.excel import ribbon
from ita.excel.open_book import OpenBook
from ita.paths import resource
from support.headless import HeadlessExcel
from support.live_book import LiveBook

EXAMPLE = resource("workbook", "examples", "nongphlap_2568.xlsm")
"""A workbook with an agency, figures and measures."""


@dataclass
class PaperDesk:
    """A person who reads everything, always gives the same answer, and chooses the files that lie ready in order."""

    yes: bool = True
    text: str = ""
    files: list[Path] = field(default_factory=list[Path])
    opens_files: bool = True
    told: list[str] = field(default_factory=list[str])
    warned: list[bool] = field(default_factory=list[bool])
    asked: list[str] = field(default_factory=list[str])
    opened: list[Path] = field(default_factory=list[Path])

    def sit_at(self, book: OpenBook) -> None:
        """Sit at the PC that has this workbook open."""
        assert book.name

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Read a message."""
        self.told.append(text)
        self.warned.append(warning)

    def ask(self, text: str) -> bool:
        """Read a question and answer it."""
        self.asked.append(text)
        return self.yes

    def choose(self, book: OpenBook, title: str, kinds: Sequence[tuple[str, str]]) -> Path | None:
        """Take the next file; without any, cancel."""
        assert book.name
        assert title
        assert kinds
        return self.files.pop(0) if self.files else None

    def clipboard(self) -> str:
        """Answer what was copied."""
        return self.text

    def open(self, path: Path) -> bool:
        """Look at a file or a folder."""
        self.opened.append(path)
        return self.opens_files


@dataclass
class Office:
    """One workbook open on one PC."""

    excel: HeadlessExcel
    book: LiveBook
    desk: PaperDesk

    def press(self, control: str) -> None:
        """Press a button of the ribbon by its id, as it is described in the ribbon's XML."""
        element = controls()[control]
        self.excel.press(element["onAction"], control, element.get("tag", ""))

    def press_item(self, number: int) -> None:
        """Open the menu of templates and press one of its items, counted from 0."""
        menu = str(self.excel.ask("ITA_GetTemplates", "itaTemplates"))
        items = [item for item in ET.fromstring(menu) if item.get("onAction")]  # noqa: S314 (our own menu)
        self.excel.press(str(items[number].get("onAction")), str(items[number].get("id")), items[number].get("tag", ""))


@contextmanager
def office(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Office]:
    """Open a workbook as if it lay in ``folder``; the log of errors goes there too."""
    with HeadlessExcel(path) as excel:
        book, desk = LiveBook(excel, folder), PaperDesk()
        monkeypatch.setattr(xw, "Book", SimpleNamespace(caller=lambda: book))
        monkeypatch.setattr(ribbon, "desk", desk)
        monkeypatch.setenv("LOCALAPPDATA", str(folder / "log"))
        excel.load_ribbon("ITA_OnLoad")
        excel.python = _run
        yield Office(excel, book, desk)


def opened(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Generator[Office]:
    """Yield an office with a workbook open in a folder with a Thai name, for a fixture."""
    there = folder / "งานประเมิน ITA"
    there.mkdir()
    with office(path, there, monkeypatch) as at:
        yield at


def controls() -> dict[str, dict[str, str]]:
    """Return the attributes of each control of the ribbon by its id."""
    root = ET.fromstring(resource("workbook", "ribbon", "customUI14.xml").read_bytes())  # noqa: S314 (our own file)
    return {str(element.get("id")): dict(element.items()) for element in root.iter() if element.get("id")}


def buttons() -> list[str]:
    """Return the ids of the controls that can be pressed."""
    return [name for name, attributes in controls().items() if "onAction" in attributes]


def _run(statement: str) -> None:
    """Run a statement as xlwings' Python server does."""
    exec(statement, {})  # noqa: S102 (the very statement that VBA sends)
