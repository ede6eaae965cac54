"""A headless Excel: loads a .xlsm with its VBA, presses ribbon buttons, recalculates cells that call Python.

    with HeadlessExcel(path) as excel:
        excel.press("ITA_Report", "itaReport")
        excel.popups, excel.python_calls

Nothing of Windows is needed and no Python process is started: statements for Python are recorded, and a
function in a cell runs in this process. The workbook is never written.
"""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Self

from ita.excel.vba import FUNCTIONS, bound_functions
from support import udf_cells
from support.vba_engine import (
    EMPTY,
    ExcelApplication,
    ExcelFile,
    Range,
    VBAInt,
    VBAModuleKind,
    VBAObject,
    error,
    install,
    load_workbook,
    to_text,
)
from support.windows import DLL_SHIM, Ribbon, RibbonControl, WindowsBridge

CONFIGURATION = "xlwings.conf"
_FILE_NOT_FOUND = 53


class HeadlessExcel:
    """One Excel with one workbook open on one PC.

    ``compile_errors`` maps a module to why it does not load; a module that fails does not stop the others.
    ``files`` are the files of the PC, lower case: at first the interpreter that the workbook asks for.
    ``dll_loads``, ``python_fault`` and ``exit_code`` make the PC misbehave.
    """

    def __init__(self, path: Path, folder: str = r"C:\งานประเมิน ITA") -> None:
        install()
        self.environment = {"PROGRAMDATA": r"C:\ProgramData", "TEMP": r"C:\Temp", "USERPROFILE": r"C:\Users\สมชาย"}
        self.popups: list[str] = []
        self.python_calls: list[str] = []
        self.udf_calls: list[str] = []
        self.dll_loads, self.exit_code, self.error_log = True, 0, ""
        self.python_fault: Exception | None = None
        self.compile_errors: dict[str, Exception] = {}
        self._functions: ModuleType = bound_functions()
        self._app = ExcelApplication()
        self._bridge = WindowsBridge(self._app.application)
        self._open(path, folder)
        self._load_modules(path)
        self._replace_what_needs_windows()
        self._registered = udf_cells.register(self._app, self._book, "ITA_UDF")
        self.files = {self.interpreter.lower()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        udf_cells.unregister(self._registered)

    @property
    def modules(self) -> list[str]:
        """The modules that loaded."""
        return [runtime.name for runtime in self._app.interpreter.modules.values()]

    @property
    def interpreter(self) -> str:
        """The Python that the workbook asks for, with the environment put in."""
        return to_text(self._app.run("GetConfig", "INTERPRETER_WIN"))

    @property
    def dialogs(self) -> list[str]:
        """What MsgBox and InputBox showed; the workbook should use neither for Thai."""
        return [prompt for _, prompt, _, _ in self._app.dialogs]

    def press(self, callback: str, control_id: str) -> None:
        """Press the ribbon button whose ``onAction`` is ``callback``."""
        self._app.run(callback, RibbonControl(control_id))

    def load_ribbon(self, callback: str) -> None:
        """Call the ribbon's onLoad callback."""
        self._app.run(callback, Ribbon())

    def parameters(self, procedure: str) -> list[str] | None:
        """Return the declared types of a public procedure's parameters, lower case; None when there is none such."""
        found, _ = self._app.interpreter.find_procedure(procedure)
        if found is None or found.scope == "private":
            return None
        return [parameter.declared.lower() for parameter in found.params]

    def cell(self, sheet: str, address: str) -> object:
        """Return the value of a cell."""
        return self._app.sheet(sheet).value(address)

    def set(self, sheet: str, address: str, value: object) -> None:
        """Type a value into a cell; what depends on it is worked out again."""
        self._app.sheet(sheet).set_value(address, value)

    def write_formula(self, sheet: str, address: str, formula: str) -> None:
        """Type a formula into a cell."""
        cells = self._app.sheet(sheet).sheet.vba_get("Range", [address])
        assert isinstance(cells, Range)
        cells.vba_set("Formula", formula)

    def configure(self, key: str, value: str) -> None:
        """Change a row of the sheet xlwings.conf."""
        self.set(CONFIGURATION, f"B{self.rows(CONFIGURATION)[key]}", value)

    def rows(self, sheet: str) -> dict[object, int]:
        """Return the row of each value in column A of a sheet; of equal values the first."""
        cells = [row[0] for row in self._app.sheet(sheet).rows()]
        return {value: row for row, value in reversed(list(enumerate(cells, start=1)))}

    def run_command(self, command: str) -> int:
        """Record a command line of WScript.Shell and return ``exit_code``."""
        self.python_calls.append(command)
        return self.exit_code

    def call_udf(self, module: str, function: str, arguments: object) -> object:
        """Call a Python function as a VBA wrapper asks; what it raises reaches VBA as a COM error does."""
        self.udf_calls.append(function)
        fault = self.python_fault if module == FUNCTIONS else ModuleNotFoundError(module)
        try:
            if fault is None:
                return udf_cells.call(self._functions, function, arguments)
        except Exception as raised:  # noqa: BLE001 (whatever Python raises, VBA gets an error)
            fault = raised
        raise error(1000, f"{type(fault).__name__}: {fault}") from fault

    def _open(self, path: Path, folder: str) -> None:
        self._bridge.machine = self
        self._app.interpreter.host = self._bridge
        self._book = load_workbook(self._app.application, path)
        self._app.application.workbooks_.books.append(self._book)
        self._app.application.activate_book(self._book)
        self._book.path = folder

    def _load_modules(self, path: Path) -> None:
        """Load module by module: pyOpenVBA's own loader drops a faulty module and all after it, silently."""
        with ExcelFile(path) as file:
            for module in file.vba_project().modules:
                kind = "standard" if module.kind is VBAModuleKind.standard else "class"
                if kind == "class" and isinstance(self._bridge.global_object(module.name.lower()), VBAObject):
                    kind = "document"
                try:
                    self._app.add_module(module.source, name=module.name, kind=kind)
                except Exception as fault:  # noqa: BLE001 (the interpreter raises many kinds)
                    self.compile_errors[module.name] = fault

    def _replace_what_needs_windows(self) -> None:
        interpreter = self._app.interpreter
        interpreter._intrinsics = {  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] (one interpreter's own table)
            **interpreter._intrinsics,  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            "getattr": self._attributes,
            "environ": self._environ,
            "kill": self._kill,
        }
        of_xlwings = interpreter.modules["xlwings"]
        of_xlwings.initialise()
        for declare in ("loadlibrary", "xlpydllactivateauto"):
            of_xlwings.declares.pop(declare)
        of_xlwings.procedures.pop("readfile")
        self._app.add_module(DLL_SHIM, name="XlwingsDllShim")

    def _attributes(self, _interpreter: object, arguments: list[object], _named: object) -> VBAInt:
        if to_text(arguments[0]).lower() not in self.files:
            raise error(_FILE_NOT_FOUND, "File not found")
        return VBAInt(32, "Integer")

    def _environ(self, _interpreter: object, arguments: list[object], _named: object) -> str:
        return self.environment.get(to_text(arguments[0]).upper(), "")

    def _kill(self, _interpreter: object, _arguments: list[object], _named: object) -> object:
        return EMPTY
