"""The workbook's VBA project: xlwings' own modules, our ribbon callbacks, and wrappers of the Python functions.

Only the build of the template needs this. It runs from a checkout, with the ``build`` extra installed.
"""

from __future__ import annotations

import importlib.util
import io
import sys
import tempfile
import zipfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from ita.paths import resource

FUNCTIONS = "ita.excel.functions"
CLASSES = frozenset({"Dictionary"})
_WIN32 = ("pythoncom", "pywintypes", "win32com", "win32com.client")
_ON_WRITE_VERSION = bytes.fromhex("CC61FFFF000000")
"""_VBA_PROJECT as a program other than Office must write it (MS-OVBA 2.3.4.1): Office compiles from source."""


def vba_project(code_names: Sequence[tuple[str, str | None]]) -> bytes:
    """Return vbaProject.bin with our modules and a document module for the workbook and each sheet.

    ``code_names`` pairs a code name with a sheet's name, in sheet order; the workbook's own comes first,
    with None. The same input gives the same bytes.
    """
    from pyopenvba import ExcelFile, VBAModuleKind

    with tempfile.TemporaryDirectory() as folder:
        skeleton = _skeleton(Path(folder, "skeleton.xlsm"), code_names)
        finished = Path(folder, "finished.xlsm")
        with ExcelFile(skeleton) as file:
            project = file.add_vba_project()
            for name, source in module_sources().items():
                kind = VBAModuleKind.other if name in CLASSES else VBAModuleKind.standard
                project.add_module(name, source, kind=kind)
            # A module that was set is written without the compiled code that pyOpenVBA's pattern brings along.
            file.set_module(code_names[0][0], workbook_events())
            file.save(finished)
        with zipfile.ZipFile(finished) as package:
            return _uncompiled(package.read("xl/vbaProject.bin"))


def module_sources() -> dict[str, str]:
    """Return the source of each module that is not a document module, as it is put in: ASCII, CRLF."""
    import xlwings

    of_xlwings = Path(xlwings.__file__).parent
    sources = {
        "xlwings": (of_xlwings / "xlwings.bas").read_text("ascii"),
        "Dictionary": (of_xlwings / "addin" / "Dictionary.cls").read_text("ascii"),
        "ITA_Ribbon": resource("workbook", "vba", "ITA_Ribbon.bas").read_text("ascii"),
        "ITA_UDF": _wrappers(),
    }
    return {name: _with_crlf(source) for name, source in sources.items()}


def workbook_events() -> str:
    """Return the source of the workbook's own module, in the same form."""
    return _with_crlf(resource("workbook", "vba", "ThisWorkbook.bas").read_text("ascii"))


def bound_functions() -> ModuleType:
    """Return a fresh copy of ``ita.excel.functions`` whose functions carry what xlwings needs to call them.

    Off Windows xlwings' decorators do nothing, so the copy is made with those of its COM side.
    """
    with _com_side() as udfs:
        return _load_functions(udfs)


def _with_crlf(source: str) -> str:
    return "\r\n".join(source.splitlines()) + "\r\n"


def _wrappers() -> str:
    out = io.StringIO()
    out.write('Attribute VB_Name = "ITA_UDF"\n')
    out.write(f"'Wrappers of the functions in {FUNCTIONS}, written by xlwings; made anew by each build\n")
    out.write('#Const App = "Microsoft Excel"\n')
    with _com_side() as udfs:
        udfs.generate_vba_wrapper(FUNCTIONS, _load_functions(udfs), out, SimpleNamespace(Name="ITA_template.xlsm"))
    return out.getvalue()


def _load_functions(udfs: ModuleType) -> ModuleType:
    import xlwings

    spec = importlib.util.find_spec(FUNCTIONS)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(FUNCTIONS)
    module = importlib.util.module_from_spec(spec)
    decorators = {name: getattr(xlwings, name) for name in ("func", "arg", "ret")}
    try:
        for name in decorators:
            setattr(xlwings, name, getattr(udfs, f"xl{name}"))
        spec.loader.exec_module(module)
    finally:
        for name, decorator in decorators.items():
            setattr(xlwings, name, decorator)
    return module


@contextmanager
def _com_side() -> Generator[ModuleType]:
    """Yield ``xlwings.udfs``, which imports pywin32 but uses none of it to write a wrapper."""
    if sys.platform == "win32":
        yield importlib.import_module("xlwings.udfs")
        return
    import xlwings

    before = set(sys.modules)
    sys.modules.update({name: ModuleType(name) for name in _WIN32})
    stubs: dict[str, Any] = sys.modules
    stubs["pythoncom"].CoInitialize = stubs["win32com.client"].Dispatch = None
    try:
        yield importlib.import_module("xlwings.udfs")
    finally:
        for name in (*_WIN32, "xlwings.udfs"):
            if name not in before:
                sys.modules.pop(name, None)
        if "xlwings.udfs" not in before:
            delattr(xlwings, "udfs")


def _skeleton(path: Path, code_names: Sequence[tuple[str, str | None]]) -> Path:
    """Write a workbook that has the right sheets and code names and nothing else."""
    import xlsxwriter

    book: Any = xlsxwriter.Workbook(str(path))
    (workbook_code_name, _), *sheets = code_names
    book.set_vba_name(workbook_code_name)
    for code_name, sheet in sheets:
        book.add_worksheet(sheet).set_vba_name(code_name)
    book.close()
    return path


def _uncompiled(project: bytes) -> bytes:
    from pyopenvba.cfb import CFB

    container = CFB.from_bytes(project)
    container.write_stream_in_storage("VBA", "_VBA_PROJECT", _ON_WRITE_VERSION)
    return container.to_bytes()
