"""An open workbook as Python meets it through COM, over the headless Excel: cells change, protection holds.

    with HeadlessExcel(path) as excel:
        book = LiveBook(excel, folder)
        book.api.Worksheets("IIT").Range("D5").Value = 98.62

``api`` answers what xlwings hands out as ``Book.api``: Excel's own object model, here pyOpenVBA's account of it. An
object's property that takes no arguments answers a value or an object, everything else is called; values are those
of COM (a tuple of rows, None for a blank cell, a number for an error value); what Excel refuses is an exception.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

from support.vba_engine import (
    COM_ERROR_BASE,
    EMPTY,
    MISSING,
    NOTHING,
    VBAArray,
    VBAErrorValue,
    VBAInt,
    VBAObject,
    Workbook,
    array_of,
    save_workbook,
)

_TAKES_ARGUMENTS = frozenset({"Range", "Offset", "Resize", "Intersect", "Evaluate"})
"""Properties that are asked with arguments; the others answer, as Excel's do, an object that then takes them."""


class Excel(Protocol):
    """What a live book needs of the headless Excel."""

    @property
    def workbook(self) -> Workbook:
        """The workbook that is open."""
        ...


class LiveBook:
    """The calling workbook, with what the project uses of ``xlwings.Book``: ``name``, ``fullname``, ``api``."""

    def __init__(self, excel: Excel, folder: Path) -> None:
        self._folder = folder
        self._workbook = excel.workbook
        self.api: Any = Com(excel.workbook)

    @property
    def name(self) -> str:
        """The file name."""
        return self._workbook.name

    @property
    def fullname(self) -> str:
        """The path of the workbook on this PC."""
        return str(self._folder / self.name)


class Com:
    """An object of Excel's model as pywin32 shows it."""

    def __init__(self, target: VBAObject) -> None:
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (COM tells no types)
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "Range" and self._target.vba_type_name == "ListObject":
            return to_com(self._target.vba_get(name))
        if name == "SaveCopyAs":
            return self._save_copy
        target: VBAObject = self._target
        spec = target.vba_member(name)
        if spec is None or spec.kind == "method" or name in _TAKES_ARGUMENTS:
            return self._method(name)
        return to_com(target.vba_get(name))

    def __setattr__(self, name: str, value: object) -> None:
        self._target.vba_set(name, from_com(value))

    def __call__(self, *arguments: object) -> Any:  # noqa: ANN401 (COM tells no types)
        """Return an item of a collection or a cell of a range."""
        return to_com(self._target.vba_get("Item", [from_com(one) for one in arguments]))

    def __iter__(self) -> Iterator[Any]:
        return (to_com(one) for one in self._target.vba_iterate())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Com) and other._target is self._target

    def __hash__(self) -> int:
        return hash(id(self._target))

    def _method(self, name: str) -> Callable[..., Any]:
        def call(*arguments: object, **named: object) -> Any:  # noqa: ANN401 (COM tells no types)
            by_name = {key: from_com(value) for key, value in named.items()}
            return to_com(self._target.vba_get(name, [from_com(one) for one in arguments], by_name))

        return call

    def _save_copy(self, path: str) -> None:
        """Write the workbook as it is now; pyOpenVBA has no SaveCopyAs of its own."""
        book = self._target
        before = book.path, book.name, book.saved
        save_workbook(book, Path(path))
        book.path, book.name, book.saved = before


def to_com(value: object) -> Any:  # noqa: ANN401 (COM tells no types)
    """Return a value of the interpreter as COM hands it to Python."""
    if isinstance(value, VBAArray):
        return tuple(tuple(to_com(one) for one in row) for row in _rows(value))
    if isinstance(value, VBAErrorValue):
        return COM_ERROR_BASE + value.number
    if isinstance(value, VBAObject):
        return Com(value)
    if value in (EMPTY, NOTHING, MISSING):
        return None
    return int(value) if isinstance(value, VBAInt) else value


def from_com(value: object) -> object:
    """Return a value of Python as the interpreter takes it."""
    if isinstance(value, Com):
        return value._target  # noqa: SLF001 (its own class)
    if isinstance(value, (list, tuple)):
        return array_of([[from_com(one) for one in row] for row in value])
    # Excel leaves a cell blank that is given an empty text; xlwings clears cells that way.
    return EMPTY if value is None or value == "" else value


def _rows(array: VBAArray) -> list[list[object]]:
    (top, bottom), (left, right) = array.bounds
    return [[array.get([row, column]) for column in range(left, right + 1)] for row in range(top, bottom + 1)]
