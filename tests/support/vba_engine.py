"""The parts of pyOpenVBA's interpreter that the headless Excel is built from, and what it lacks for xlwings' module.

Each patch below adds what Excel has and pyOpenVBA 6.5.0 has not; none changes what a working macro does.
pyOpenVBA keeps these parts in private modules, hence the exemption for this one file.
"""
# pyright: reportPrivateUsage=false
# ruff: noqa: SLF001

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from pyopenvba import ExcelFile, VBAModuleKind
from pyopenvba.apps.excel import ExcelApplication, _plain
from pyopenvba.apps.excel._bridge import ExcelBridge
from pyopenvba.apps.excel._io import load_workbook, save_workbook
from pyopenvba.apps.excel._model import Application, Area, Range, Workbook
from pyopenvba.formula._calc.registry import FUNCTIONS, Function, Kind
from pyopenvba.formula._calc.values import EMPTY as FORMULA_EMPTY
from pyopenvba.formula._calc.values import Empty, Reference
from pyopenvba.interpreter import _parse, _preprocess, _runtime
from pyopenvba.interpreter._objects import MemberSpec, VBAObject, member, method
from pyopenvba.interpreter._values import (
    EMPTY,
    MISSING,
    NOTHING,
    VBAArray,
    VBAErrorValue,
    VBAInt,
    error,
    to_text,
)

__all__ = [
    "CALLERS",
    "COM_ERROR_BASE",
    "EMPTY",
    "FORMULA_EMPTY",
    "FUNCTIONS",
    "HELPS",
    "LONGEST_HELP",
    "MISSING",
    "Area",
    "Empty",
    "ExcelApplication",
    "ExcelBridge",
    "ExcelFile",
    "Function",
    "Kind",
    "Range",
    "Reference",
    "VBAArray",
    "VBAErrorValue",
    "VBAInt",
    "VBAModuleKind",
    "VBAObject",
    "Workbook",
    "array_of",
    "error",
    "install",
    "load_workbook",
    "member",
    "method",
    "plain",
    "save_workbook",
    "strip_directives",
    "to_text",
]

plain = _plain

COM_ERROR_BASE = -2146828288
"""Added to the number that CVErr makes, this is what Excel hands to another process for an error value."""

CALLERS: list[Range] = []
"""The cells whose formulas are being worked out, innermost last: what Application.Caller answers."""


HELPS: dict[int, dict[str, tuple[str, ...]]] = {}
"""By Application (its id) and macro: the category, the help and the arguments' helps that MacroOptions was given."""

LONGEST_HELP = 255
_DEFAULT_CURSOR = -4143
_MACRO_OPTIONS = (
    "Macro",
    "Description",
    "HasMenu",
    "MenuText",
    "HasShortcutKey",
    "ShortcutKey",
    "Category",
    "StatusBar",
    "HelpContextID",
    "HelpFile",
    "ArgumentDescriptions",
)


@cache
def install() -> None:
    """Apply every patch, once in a process."""
    _preprocess.strip_directives = strip_directives
    _runtime.compare = _compare
    # "Kill path" then parses as a call of a procedure, which the host answers.
    _parse._UNSUPPORTED.pop("kill", None)
    for name, getter in _APPLICATION.items():
        Application._vba_members[name.lower()] = MemberSpec(name, "property", getter=getter)
    Application._vba_members["commandbars"] = MemberSpec(
        "CommandBars", "method", getter=_command_bar, parameters=("index",)
    )
    Application._vba_members["cursor"] = MemberSpec("Cursor", "property", getter=_cursor, setter=_set_cursor)
    Application._vba_members["macrooptions"] = MemberSpec(
        "MacroOptions", "method", getter=_macro_options, parameters=_MACRO_OPTIONS
    )
    Application._vba_members["calculatefull"] = MemberSpec("CalculateFull", "method", getter=_calculate_full)
    Workbook._vba_members["fullname"] = MemberSpec("FullName", "property", getter=_full_name)


_original_strip, _original_compare = _preprocess.strip_directives, _runtime.compare


def strip_directives(source: str, *, module: str = "", constants: dict[str, object] | None = None) -> str:
    """Take the comment off "#Const App = ... 'comment", which pyOpenVBA rejects."""
    lines = (_uncommented(line) if line.lstrip().startswith("#") else line for line in source.splitlines(keepends=True))
    return _original_strip("".join(lines), module=module, constants=constants)


def _uncommented(line: str) -> str:
    quoted = False
    for place, character in enumerate(line):
        if character == '"':
            quoted = not quoted
        elif character == "'" and not quoted:
            return line[:place].rstrip() + line[len(line.rstrip("\r\n")) :]
    return line


def _compare(op: str, left: object, right: object, *, text_compare: bool = False) -> object:
    """Compare True with "True" as VBA does; pyOpenVBA raises error 13, and xlwings' settings rely on it."""
    return _original_compare(op, _as_boolean(left, right), _as_boolean(right, left), text_compare=text_compare)


def _as_boolean(value: object, other: object) -> object:
    if isinstance(other, bool) and isinstance(value, str) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    return value


class CommandBar(VBAObject):
    """The command bar that xlwings asks whether the function wizard is open."""

    vba_type_name = "CommandBar"

    @method(name="Controls")
    def controls(self, _index: object = MISSING) -> object:
        """Answer a control, which is enabled: the wizard is closed."""
        return CommandBarControl()


class CommandBarControl(VBAObject):
    """An enabled control."""

    vba_type_name = "CommandBarControl"

    @member(name="Enabled")
    def enabled(self) -> bool:
        """Answer that the control can be used."""
        return True


def _command_bar(_application: Application, _index: object = MISSING) -> CommandBar:
    return CommandBar()


def _hwnd(_application: Application) -> VBAInt:
    return VBAInt(65538, "Long")


def _path(_application: Application) -> str:
    return r"C:\Program Files\Microsoft Office\root\Office16"


def _caller(_application: Application) -> object:
    return CALLERS[-1] if CALLERS else NOTHING


_APPLICATION: dict[str, Callable[[Application], object]] = {"Hwnd": _hwnd, "Path": _path, "Caller": _caller}


def _cursor(application: Application) -> object:
    return VBAInt(getattr(application, "x_cursor", _DEFAULT_CURSOR), "Long")


def _set_cursor(application: Application, value: object) -> None:
    setattr(application, "x_cursor", value)  # noqa: B010 (the engine's class does not declare it)


def _macro_options(application: Application, *arguments: object) -> object:
    """Keep what a function's help is; Excel refuses texts of more than 255 characters."""
    given = {name: value for name, value in zip(_MACRO_OPTIONS, arguments, strict=False) if value is not MISSING}
    described = [to_text(given["Description"]), *map(to_text, _elements(given.get("ArgumentDescriptions")))]
    if max(map(len, described)) > LONGEST_HELP:
        raise error(1004, "Method 'MacroOptions' of object '_Application' failed")
    HELPS.setdefault(id(application), {})[to_text(given["Macro"])] = (to_text(given["Category"]), *described)
    return EMPTY


def _elements(value: object) -> list[object]:
    return list(value.elements()) if isinstance(value, VBAArray) else []


def _calculate_full(application: Application) -> object:
    """Work out every formula; Calculate leaves alone what has not changed."""
    for book in application.workbooks_.books:
        for sheet in book.sheets_:
            formulas = [place for place, cell in sheet.cells_.items() if cell.formula]
            for row, column in formulas:
                book.calculator.value_of(sheet.name, row, column, force=True)
    return EMPTY


def array_of(rows: Sequence[Sequence[object]]) -> VBAArray:
    """Return rows of values as an array of VBA with two dimensions, both counted from 1."""
    height, width = len(rows), len(rows[0])
    columns = [row[column] for column in range(width) for row in rows]
    return VBAArray([(1, height), (1, width)], items=columns)


def _full_name(book: Workbook) -> str:
    """Join with a backslash, as on Windows."""
    return f"{book.path}\\{book.name}" if book.path else book.name
