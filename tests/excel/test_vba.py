"""The VBA project: what is in it, that it is ours byte for byte, and that it calls functions that exist."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
import xlwings

from ita.excel import functions, ribbon, vba
from ita.excel.vba_strings import bootstrap, strings
from ita.paths import resource
from support import olevba
from support.pressing import controls
from support.small_workbook import CODE_NAMES, build
from support.vba_engine import ExcelFile
from support.vba_lint import KNOWN_ICONS, package_faults, ribbon_faults, source_faults, workbook_faults
from support.workbook_parts import Workbook, tag

ONE_BY_ONE = "import hashlib; from ita.excel.vba import vba_project as p; print(hashlib.sha256(p({!r})).hexdigest())"


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small workbook with our VBA and ribbon."""
    return build(tmp_path_factory.mktemp("vba") / "small.xlsm")


@pytest.fixture(scope="module")
def sources() -> dict[str, str]:
    """Return the modules as they are put in."""
    return vba.module_sources()


def test_another_reader_extracts_the_very_sources(workbook: Path, sources: dict[str, str]) -> None:
    """What olevba finds in the file equals what was put in, module by module."""
    found = olevba.modules(workbook)
    assert {name: found[name] for name in sources} == {name: olevba.lines(source) for name, source in sources.items()}


def test_each_sheet_has_its_document_module(workbook: Path) -> None:
    """The workbook and every sheet have a module of their code name, and the project is sound."""
    with ExcelFile(workbook) as file:
        names, faults = file.module_names(), file.validate()
    assert set(names) == {code for code, _ in CODE_NAMES} | set(vba.module_sources())
    assert faults == []


def test_no_module_carries_compiled_code(workbook: Path) -> None:
    """Excel compiles from source: no module has code before its source, and the project has no version of Office."""
    with ExcelFile(workbook) as file:
        offsets = {module.name: module.text_offset for module in file.vba_project().modules}
    assert set(offsets.values()) == {0}
    assert bytes.fromhex("CC61FFFF000000") in vba.vba_project(CODE_NAMES)


def test_another_process_makes_the_same_bytes() -> None:
    """The project depends on its input only."""
    script = ONE_BY_ONE.format(CODE_NAMES)
    runs = [subprocess.run([sys.executable, "-c", script], capture_output=True, check=True) for _ in range(2)]
    assert len({run.stdout for run in runs}) == 1


def test_sources_pass_the_lint(sources: dict[str, str]) -> None:
    """Every module is ASCII, with lines, continuations, Declares and names that the VBA editor takes."""
    every = {**sources, "ThisWorkbook": vba.workbook_events()}
    assert [fault for name, source in every.items() for fault in source_faults(name, source)] == []


def test_the_file_passes_the_lint(workbook: Path) -> None:
    """Content type, code names, ribbon ids, callbacks and icons are right."""
    assert package_faults(workbook) == []


def test_the_workbooks_own_module_is_ours(workbook: Path) -> None:
    """The events of the workbook are what the source says."""
    assert olevba.modules(workbook)["ThisWorkbook"] == olevba.lines(vba.workbook_events())


def test_xlwings_modules_are_those_of_the_pinned_wheel(sources: dict[str, str]) -> None:
    """VBA looks for the DLL of the version it was written for, so both come from one wheel."""
    assert f'XLWINGS_VERSION As String = "{xlwings.__version__}"' in sources["xlwings"]


def test_each_wrapper_calls_its_function_with_its_arguments(sources: dict[str, str]) -> None:
    """Wrappers and Python functions agree on names, order and number of arguments."""
    declared = dict(re.findall(r"^Function (\w+)\((.*)\)", sources["ITA_UDF"], re.MULTILINE))
    names = [name for name in vars(functions) if name.startswith("ITA_")]
    assert declared == {name: ", ".join(inspect.signature(getattr(functions, name)).parameters) for name in names}
    assert set(re.findall(r'CallUDF\("([^"]+)"', sources["ITA_UDF"])) == {vba.FUNCTIONS}


def test_every_function_has_help_in_thai() -> None:
    """A function and each of its arguments are explained, in Thai, within Excel's 255 characters."""
    bound = [f.__xlfunc__ for name, f in vars(vba.bound_functions()).items() if name.startswith("ITA_")]
    helps = [text for f in bound for text in (f["ret"]["doc"], *(argument["doc"] for argument in f["args"]))]
    assert len(bound) == 9
    assert [text for text in helps if not re.search("[ก-๙]", text) or len(text) > 255] == []


def test_functions_are_scalar_and_not_volatile() -> None:
    """No function is recalculated for nothing, guards itself against the wizard, or runs in the background."""
    bound = [f.__xlfunc__ for name, f in vars(vba.bound_functions()).items() if name.startswith("ITA_")]
    assert {(f["volatile"], f["call_in_wizard"], f["async_mode"]) for f in bound} == {(False, True, None)}


def test_generating_leaves_no_stub_behind() -> None:
    """After the wrappers are made pywin32 is as absent as before, and xlwings' decorators are its own."""
    before = xlwings.func, xlwings.arg, xlwings.ret
    vba.module_sources()
    stubs = {"pythoncom", "pywintypes", "win32com", "win32com.client", "xlwings.udfs"}
    assert sys.platform == "win32" or not stubs & set(sys.modules)
    assert (xlwings.func, xlwings.arg, xlwings.ret) == before


def uncommented(source: str) -> str:
    """Return a module's source without the lines that are comments."""
    return "\n".join(line for line in source.splitlines() if not line.lstrip().startswith("'"))


def test_buttons_call_actions_that_exist(sources: dict[str, str]) -> None:
    """Each name that VBA hands to Python is an action of ita.excel.ribbon, and each callback is one line."""
    actions = re.findall(r'RunIta "(\w+)"', uncommented(sources["ITA_Ribbon"]))
    assert set(actions) == set(ribbon.ACTIONS)


def test_texts_that_vba_shows_exist(sources: dict[str, str]) -> None:
    """Every key that VBA looks up in _strings is one that the build writes there, whatever it is made of."""
    keys = set(strings(2568))
    ribbon_xml = resource("workbook", "ribbon", "customUI14.xml").read_text("utf-8")
    labelled = re.findall(r'id="(\w+)" getLabel="ITA_Get(?:Paste)?Label"', ribbon_xml)
    wanted = set(re.findall(r'Txt\("(\w+)"\)', sources["ITA_Ribbon"]))
    wanted |= {
        f"busy_{action}" for action in re.findall(r'(?:RunIta|Busy) "(\w+)"', uncommented(sources["ITA_Ribbon"]))
    }
    wanted |= {f"label_{name}" for name in labelled} | {"label_itaDigits_thai", "label_itaDigits_arabic"}
    helps = {key for key in keys if key.startswith("fx_")}
    assert keys - helps == wanted
    assert len(helps) == len([name for name in vars(functions) if name.startswith("ITA_")])


def test_the_statement_for_python_passes_through_a_command_line() -> None:
    """It is one line of ASCII without double quotes or percent signs, and Python can compile it."""
    sent = bootstrap().replace("{action}", "report").replace("{argument}", "action_plan")
    assert sent.isascii()
    assert not set('"%\n\r') & set(sent)
    assert compile(sent, "statement", "exec")


def test_ribbon_explains_every_button_in_thai() -> None:
    """Each button has label, tip and longer tip, in Thai, within the 1024 characters that Excel takes."""
    text = resource("workbook", "ribbon", "customUI14.xml").read_text("utf-8")
    found = re.findall(r"<(?:button|toggleButton|dynamicMenu)\b.*?/>", text, re.DOTALL)
    assert len(found) == len(controls()) - len(re.findall("<(?:tab|group) ", text))
    for button in found:
        tips = dict(re.findall(r'\b(label|screentip|supertip)="([^"]*)"', button))
        assert set(tips) | {"label"} == {"label", "screentip", "supertip"}
        assert "label" in tips or "getLabel=" in button
        assert all(re.search("[ก-๙]", tip) and len(tip) <= 1024 for tip in tips.values())


def test_lint_sees_what_it_is_for() -> None:
    """Each fault of a ribbon or a source is told."""
    bad = (
        '<customUI onLoad="A"><button id="x" onAction="B" imageMso="NoSuchIcon"/><button id="x" getLabel="B"/>'
        '<toggleButton onAction="B"/></customUI>'
    )
    assert ribbon_faults(bad, "Public Sub B(control As IRibbonControl)\r\nEnd Sub\r\n") == [
        "id x is there 2 times",
        "no callback A(ribbon As IRibbonUI)",
        "no callback B(control As IRibbonControl, ByRef returnedVal)",
        "no callback B(control As IRibbonControl, pressed As Boolean)",
        "unknown icon NoSuchIcon",
    ]
    source = f"Declare Function F Lib \"k\" () As Long\n'{'a' * 1023}\n'ก\nSub A()\nEnd Sub\nSub a()\nEnd Sub\n"
    faults = source_faults("M", source + "x = 1" + " + _\n1" * 25)
    assert [fault.split(":")[1].split()[0] for fault in faults] == ["not", "line", "too", "without", "a"]
    assert "NoSuchIcon" not in KNOWN_ICONS


def test_lint_sees_a_workbook_that_looks_elsewhere(workbook: Path, tmp_path: Path) -> None:
    """Full recalculation, a link to another file and a path of the builder's machine are told."""
    book = Workbook(workbook.read_bytes())
    book.tree("xl/workbook.xml").find(tag("calcPr")).set("fullCalcOnLoad", "1")
    book.parts["xl/externalLinks/externalLink1.xml"] = b"<x/>"
    book.parts["xl/externalLinks/_rels/a.rels"] = b'<r Target="b.xlsx" TargetMode="External"/>'
    book.parts["docProps/app.xml"] = b"<x>C:\\Users\\a</x>"
    found = workbook_faults(book.save(tmp_path / "bad.xlsm"))
    assert [fault.split()[0] + " " + fault.split()[1] for fault in found] == [
        "recalculates fully",
        "a link",
        "a link",
        "leads out",
        "a path",
    ]
