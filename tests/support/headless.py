"""A headless Excel: loads a .xlsm with its VBA, presses ribbon buttons, recalculates cells that call Python.

    with HeadlessExcel(path) as excel:
        excel.press("ITA_Report", "itaReport")
        excel.popups, excel.python_calls

Nothing of Windows is needed and no Python process is started: statements for Python are recorded, and a
function in a cell runs in this process. The workbook is never written.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Self

from ita.excel.vba import FUNCTIONS, bound_functions
from support import udf_cells
from support.vba_engine import (
    EMPTY,
    HELPS,
    ExcelApplication,
    ExcelFile,
    Range,
    VBAInt,
    VBAModuleKind,
    VBAObject,
    Workbook,
    error,
    install,
    load_workbook,
    to_text,
)
from support.windows import DLL_SHIM, Ribbon, RibbonControl, WindowsBridge

CONFIGURATION = "xlwings.conf"
_ASK = """
Function Ask_{name}(control)
    Dim answer
    {name} control, answer
    Ask_{name} = answer
End Function
"""
_FILE_NOT_FOUND = 53


class HeadlessExcel:
    """One Excel with one workbook open on one PC.

    ``compile_errors`` maps a module to why it does not load; a module that fails does not stop the others.
    ``files`` are the files of the PC, lower case: at first the interpreter that the workbook asks for.
    ``dll_loads``, ``python_fault`` and ``exit_code`` make the PC misbehave. Statements for Python are recorded and,
    where ``python`` is set, run by it. ``ribbon`` counts how often it was drawn again.
    """

    def __init__(self, path: Path, folder: str = r"C:\งานประเมิน ITA") -> None:
        install()
        self.environment = {"PROGRAMDATA": r"C:\ProgramData", "TEMP": r"C:\Temp", "USERPROFILE": r"C:\Users\สมชาย"}
        self.popups: list[str] = []
        self.python_calls: list[str] = []
        self.udf_calls: list[str] = []
        self.dll_loads, self.exit_code, self.error_log = True, 0, ""
        self.python_fault: Exception | None = None
        self.python: Callable[[str], object] | None = None
        self.ribbon = Ribbon()
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
    def workbook(self) -> Workbook:
        """The workbook that is open, as the engine models it."""
        return self._book

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

    @property
    def helps(self) -> dict[str, tuple[str, ...]]:
        """The category, help and argument helps that each function got for the function wizard."""
        return HELPS.get(id(self._app.application), {})

    @property
    def status_bar(self) -> object:
        """The text of the status bar, False where Excel shows its own."""
        return self._app.application.vba_get("StatusBar")

    @property
    def alerts(self) -> object:
        """Whether Excel would show boxes of its own."""
        return self._app.application.vba_get("DisplayAlerts")

    @property
    def cursor(self) -> object:
        """The number of the mouse pointer's shape."""
        return self._app.application.vba_get("Cursor")

    def press(self, callback: str, control_id: str, tag: str = "", *, pressed: bool | None = None) -> None:
        """Press the ribbon button whose ``onAction`` is ``callback``; ``pressed`` is a toggle button's new state."""
        control = RibbonControl(control_id, tag)
        if pressed is None:
            self._app.run(callback, control)
        else:
            self._app.run(callback, control, pressed)

    def load_ribbon(self, callback: str) -> None:
        """Call the ribbon's onLoad callback."""
        self._app.run(callback, self.ribbon)

    def ask(self, callback: str, control_id: str, tag: str = "") -> object:
        """Return what a callback of the ribbon that answers by its second argument (getLabel, getEnabled) answers."""
        return self._app.run(f"Ask_{callback}", RibbonControl(control_id, tag))

    def open_event(self) -> None:
        """Raise the event of a workbook that was just opened."""
        document = self._book.vba_document
        found = document.module.procedure("Workbook_Open")
        document.interpreter.call(found, document.module, [], {}, me=document)

    def activate(self, sheet: str) -> None:
        """Bring a sheet to the front, with the events that this raises."""
        self._app.sheet(sheet).sheet.vba_get("Activate")

    def select(self, sheet: str, address: str) -> None:
        """Choose a cell of a sheet, which comes to the front."""
        self.activate(sheet)
        cells = self._app.sheet(sheet).sheet.vba_get("Range", [address])
        assert isinstance(cells, Range)
        cells.vba_get("Select")

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

    def execute(self, statement: str) -> None:
        """Record a statement for Python, and run it where ``python`` is set; what it raises reaches VBA."""
        self.python_calls.append(statement)
        if self.python is not None or self.python_fault is not None:
            self._raising(lambda: self.python(statement) if self.python else None)

    def call(self, module: str, function: str) -> object:
        """Call a function of a module, as the Python server does."""
        return self._raising(getattr(import_module(module), function))

    def _raising(self, work: Callable[[], object]) -> object:
        """Do what Python was asked for; what it raises, or what the PC makes it raise, reaches VBA as an error."""
        fault = self.python_fault
        try:
            if fault is None:
                return work()
        except Exception as raised:  # noqa: BLE001 (whatever Python raises, VBA gets an error)
            fault = raised
        raise error(1000, f"{type(fault).__name__}: {fault}") from fault

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
        self._app.add_module(_asking(interpreter), name="RibbonAnswers")

    def _attributes(self, _interpreter: object, arguments: list[object], _named: object) -> VBAInt:
        if to_text(arguments[0]).lower() not in self.files:
            raise error(_FILE_NOT_FOUND, "File not found")
        return VBAInt(32, "Integer")

    def _environ(self, _interpreter: object, arguments: list[object], _named: object) -> str:
        return self.environment.get(to_text(arguments[0]).upper(), "")

    def _kill(self, _interpreter: object, _arguments: list[object], _named: object) -> object:
        return EMPTY


def _asking(interpreter: Any) -> str:  # noqa: ANN401 (the engine's own)
    """Return functions that return what the ribbon's answering callbacks put into their second argument."""
    procedures = interpreter.modules["ita_ribbon"].procedures.values()
    names = [found[0].name for found in procedures if [p.name for p in found[0].params] == ["control", "returnedVal"]]
    return "".join(_ASK.format(name=name) for name in names)
