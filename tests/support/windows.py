"""What the VBA of the workbook meets outside Excel: the Windows shell, xlwings' DLL, the Python server, the ribbon."""

from __future__ import annotations

import re
from typing import Protocol

from support.vba_engine import (
    EMPTY,
    MISSING,
    ExcelBridge,
    VBAInt,
    VBAObject,
    member,
    method,
    to_text,
)

DLL_SHIM = """
Function LoadLibrary(ByVal lpLibFileName As String) As Long
    LoadLibrary = XlwingsDll.LoadLibrary(lpLibFileName)
End Function
Function ReadFile(ByVal FileName As String)
    ReadFile = XlwingsDll.ReadFile(FileName)
End Function
Function XLPyDLLActivateAuto(ByRef Result As Variant, Optional ByVal Config As String = "", _
        Optional ByVal mode As Long = 1) As Long
    Set Result = XlwingsDll.Activate(Config)
    XLPyDLLActivateAuto = 0
End Function
"""
"""Stands in for two Declares, which the interpreter cannot call, and for ReadFile, whose file statements it lacks."""


class Machine(Protocol):
    """The PC around the workbook, as far as its VBA can tell."""

    environment: dict[str, str]
    popups: list[str]
    python_calls: list[str]
    dll_loads: bool
    error_log: str

    def run_command(self, command: str) -> int:
        """Run a command line and return its exit code."""
        ...

    def call_udf(self, module: str, function: str, arguments: object) -> object:
        """Call a Python function with the arguments that a VBA wrapper hands over."""
        ...

    def execute(self, statement: str) -> None:
        """Run a statement as the Python server does."""
        ...

    def call(self, module: str, function: str) -> object:
        """Call a function of a module without arguments."""
        ...


class RibbonControl(VBAObject):
    """The button that a callback is told about."""

    vba_type_name, vba_library = "IRibbonControl", "office"

    def __init__(self, identifier: str, tag: str = "") -> None:
        self._identifier, self._tag = identifier, tag

    @member(name="ID")
    def identifier(self) -> str:
        """Answer the button's id."""
        return self._identifier

    @member(name="Tag")
    def tag(self) -> str:
        """Answer the button's tag."""
        return self._tag


class Ribbon(VBAObject):
    """The ribbon that Excel hands to the onLoad callback."""

    vba_type_name, vba_library = "IRibbonUI", "office"

    def __init__(self) -> None:
        self.drawn = 0

    @method(name="Invalidate")
    def invalidate(self) -> object:
        """Count how often the buttons were to be drawn again."""
        self.drawn += 1
        return EMPTY


class Shell(VBAObject):
    """WScript.Shell."""

    vba_type_name = "IWshShell3"

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    @method(name="Run")
    def run(self, command: object = MISSING, _style: object = MISSING, _wait: object = MISSING) -> object:
        """Record a command line and answer its exit code."""
        return VBAInt(self._machine.run_command(to_text(command)), "Long")

    @method(name="ExpandEnvironmentStrings")
    def expand(self, text: object = MISSING) -> str:
        """Replace each %NAME% that the machine knows."""
        known = self._machine.environment
        return re.sub(r"%([^%]+)%", lambda m: known.get(m[1].upper(), m[0]), to_text(text))

    @method(name="Popup")
    def popup(
        self, text: object = MISSING, _seconds: object = MISSING, _title: object = MISSING, _kind: object = MISSING
    ) -> object:
        """Record what the user would read."""
        self._machine.popups.append(to_text(text))
        return VBAInt(1, "Long")


class XlwingsDll(VBAObject):
    """What DLL_SHIM calls in place of the DLL."""

    vba_type_name = "XlwingsDll"

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    @method(name="LoadLibrary")
    def load_library(self, _path: object = MISSING) -> object:
        """Answer a handle, or 0 when the DLL is not on the machine."""
        return VBAInt(int(self._machine.dll_loads), "Long")

    @method(name="ReadFile")
    def read_file(self, _path: object = MISSING) -> str:
        """Answer what a failed Python left in its log."""
        return self._machine.error_log

    @method(name="Activate")
    def activate(self, _config: object = MISSING) -> object:
        """Answer the Python server."""
        return PythonServer(self._machine)


class PythonServer(VBAObject):
    """The COM server's object; CallUDF reaches the real Python function."""

    vba_type_name = "XLPython"

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    @method(name="CallUDF")
    def call_udf(
        self,
        module: object = MISSING,
        function: object = MISSING,
        arguments: object = MISSING,
        _workbook: object = MISSING,
        _caller: object = MISSING,
    ) -> object:
        """Answer what the Python function answers."""
        return self._machine.call_udf(to_text(module), to_text(function), arguments)

    @method(name="Module")
    def module(self, name: object = MISSING) -> str:
        """Answer something that stands for a Python module."""
        return to_text(name)

    @method(name="SetAttr")
    def set_attribute(self, _target: object = MISSING, _name: object = MISSING, _value: object = MISSING) -> object:
        """Do nothing: xlwings tells its Python side which workbook called."""
        return EMPTY

    @method(name="Exec")
    def execute(self, statement: object = MISSING) -> object:
        """Hand the statement over."""
        self._machine.execute(to_text(statement))
        return EMPTY

    @method(name="Call")
    def call(self, module: object = MISSING, function: object = MISSING) -> object:
        """Answer what a Python function answers."""
        return self._machine.call(to_text(module), to_text(function))

    @method(name="Str")
    def text(self, value: object = MISSING) -> str:
        """Answer a Python value as text."""
        return to_text(value)


class WindowsBridge(ExcelBridge):
    """Excel's globals, and the objects above."""

    machine: Machine

    def create(self, type_name_: str) -> object:
        """Answer CreateObject."""
        return Shell(self.machine) if type_name_.lower() == "wscript.shell" else super().create(type_name_)

    def global_object(self, name: str) -> object:
        """Answer a name that no module declares."""
        return XlwingsDll(self.machine) if name == "xlwingsdll" else super().global_object(name)
