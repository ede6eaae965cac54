"""From a cell's formula to the Python function: through the VBA wrapper and xlwings' own conversion of values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from types import ModuleType
from typing import Any, Protocol

import xlwings as xw
from xlwings import conversion
from xlwings.main import Engine

from support.vba_engine import (
    CALLERS,
    COM_ERROR_BASE,
    EMPTY,
    FORMULA_EMPTY,
    FUNCTIONS,
    MISSING,
    Area,
    Empty,
    ExcelApplication,
    Function,
    Kind,
    Range,
    Reference,
    VBAArray,
    VBAErrorValue,
    Workbook,
    plain,
)

_ERROR_NAMES = {
    2000: "#NULL!",
    2007: "#DIV/0!",
    2015: "#VALUE!",
    2023: "#REF!",
    2029: "#NAME?",
    2036: "#NUM!",
    2042: "#N/A",
}


def register(app: ExcelApplication, book: Workbook, module: str) -> list[str]:
    """Make every function of a VBA module known to cell formulas; return their names for ``unregister``."""
    procedures = [found[0] for found in app.interpreter.modules[module.lower()].procedures.values()]
    names: list[str] = []
    for procedure in procedures:
        if procedure.kind == "function" and procedure.scope != "private":
            name, count = procedure.name.upper(), len(procedure.params)
            FUNCTIONS[name] = Function(name, _formula_side(app, book, procedure.name), (Kind.RANGE,) * count, 0, 255)
            names.append(name)
    return names


def unregister(names: Iterable[str]) -> None:
    """Forget functions that ``register`` made known."""
    for name in names:
        FUNCTIONS.pop(name, None)


def call(functions: ModuleType, name: str, arguments: object) -> object:
    """Call a bound Python function as xlwings' server does, and return what VBA gets back."""
    return answer(functions, name, list(arguments.elements()) if isinstance(arguments, VBAArray) else [])


def answer(functions: ModuleType, name: str, given: Sequence[object]) -> object:
    """Call a bound Python function with arguments as VBA passes them: values, or lists of rows for ranges."""
    _use_conversion_without_excel()
    function: Any = getattr(functions, name)
    bound: dict[str, Any] = function.__xlfunc__
    values = [
        argument.get("optional") if value is MISSING else conversion.read(None, _as_com(value), argument["options"])
        for argument, value in zip(bound["args"], given, strict=True)
    ]
    rows: Any = conversion.write(function(*values), None, bound["ret"]["options"])
    return rows[0][0]


class _Context(Protocol):
    """The cell whose formula is worked out."""

    sheet: str
    row: int
    column: int


def _formula_side(app: ExcelApplication, book: Workbook, name: str) -> Callable[..., Any]:
    def implementation(context: _Context, *arguments: object) -> object:
        here = Area(context.row, context.column, context.row, context.column, context.sheet)
        CALLERS.append(_range(book, context.sheet, [here]))
        try:
            result = app.interpreter.run(name, [_as_vba(book, argument) for argument in arguments])
        finally:
            CALLERS.pop()
        return FORMULA_EMPTY if result is EMPTY else result

    return implementation


def _as_vba(book: Workbook, argument: object) -> object:
    if isinstance(argument, Reference):
        cells = [Area(a.top, a.left, a.bottom, a.right, a.sheet) for a in argument.areas]
        return _range(book, argument.areas[0].sheet, cells)
    return MISSING if isinstance(argument, Empty) else argument


def _range(book: Workbook, sheet: str, areas: list[Area]) -> Range:
    return Range(next(s for s in book.sheets_ if s.name.casefold() == sheet.casefold()), areas)


def _as_com(value: object) -> object:
    """Return a VBA argument as Python's COM client receives it."""
    raw = value.vba_get("Value") if isinstance(value, Range) else value
    return _with_com_errors(plain(raw))


def _with_com_errors(value: object) -> object:
    if isinstance(value, list):
        items: list[object] = value
        return [_with_com_errors(item) for item in items]
    return COM_ERROR_BASE + value.number if isinstance(value, VBAErrorValue) else value


@cache
def _use_conversion_without_excel() -> None:
    """Give xlwings an engine that cleans values as its Windows engine does, so that no licensed part is needed."""
    engines: Any = xw.engines
    engines.add(Engine(impl=_Conversion()))
    engines.active = engines["excel"]


class _Conversion:
    """The two functions of xlwings' Windows engine that conversion asks for."""

    name, type = "excel", "desktop"

    @staticmethod
    def prepare_xl_data_element(value: object, _options: object) -> object:
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        rows: list[list[object]],
        _dates: object,
        empty: object,
        numbers: Callable[[float], object] | None,
        errors: object,
    ) -> list[list[object]]:
        def clean(value: object) -> object:
            if value in ("", None):
                return empty
            if numbers is not None and isinstance(value, float):
                return numbers(value)
            if isinstance(value, int) and value - COM_ERROR_BASE in _ERROR_NAMES:
                return _ERROR_NAMES[value - COM_ERROR_BASE] if errors else None
            return value

        return [[clean(value) for value in row] for row in rows]
