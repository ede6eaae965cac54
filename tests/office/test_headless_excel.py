"""The workbook in a headless Excel: its VBA loads, and its cells recalculate through VBA into Python."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ita.criteria import load
from ita.excel import layout
from ita.excel.vba import module_sources, workbook_events
from support import olevba
from support.built import FILES, TEMPLATE
from support.headless import HeadlessExcel
from support.small_workbook import CODE_NAMES
from support.vba_engine import ExcelApplication, ExcelFile
from support.vba_lint import package_faults, workbook_faults

HOME = "หน้าหลัก"
DLL_MISSING = "Could not load xlwings64-"


def is_number(excel: HeadlessExcel, address: str) -> object:
    """Return what ISNUMBER answers for a cell of the first sheet."""
    excel.write_formula(HOME, "H1", f"=ISNUMBER({address})")
    return excel.cell(HOME, "H1")


def test_every_module_loads(excel: HeadlessExcel) -> None:
    """No module has a compile error and none is dropped."""
    assert excel.compile_errors == {}
    assert {*module_sources(), *(code for code, _ in CODE_NAMES)} <= set(excel.modules)


def test_the_cached_value_stands_until_something_changes(excel: HeadlessExcel) -> None:
    """Opening recalculates nothing."""
    assert excel.cell(HOME, "B2") == 95.4615
    assert excel.udf_calls == []


def test_a_cell_recalculates_through_vba_into_python(excel: HeadlessExcel) -> None:
    """An edit of an input reaches the Python function by way of the wrapper, and its answer reaches the sheet."""
    excel.set(HOME, "D5", 100)
    assert excel.cell(HOME, "B2:B3") == [[pytest.approx(98.71)], [pytest.approx(98.71)]]
    assert excel.udf_calls == ["ITA_TOTAL"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [(None, ""), ("เก้าสิบ", "คะแนนของ OIT ไม่ใช่ตัวเลข"), (101, "คะแนนของ OIT ไม่อยู่ในช่วง 0-100")],
)
def test_blank_text_and_range_have_their_answers_in_the_cell(excel: HeadlessExcel, typed: object, answer: str) -> None:
    """What is not a figure leaves a text, and the sheet falls back on its own formula."""
    excel.set(HOME, "D5", typed)
    assert excel.cell(HOME, "B2:B3") == [[answer], ["native"]]


@pytest.mark.parametrize("formula", ["=1/0", "=NA()", "=NoSuchName"])
def test_an_error_in_an_input_has_its_own_answer(excel: HeadlessExcel, formula: str) -> None:
    """Excel's error values arrive as numbers of COM and are told apart from scores."""
    excel.write_formula(HOME, "D5", formula)
    assert excel.cell(HOME, "B2:B3") == [["ช่องคะแนนของ OIT มีค่าผิดพลาดของ Excel"], ["native"]]


def test_a_python_exception_leaves_a_text_in_the_cell(excel: HeadlessExcel) -> None:
    """ISNUMBER rejects what the wrapper leaves when Python raises."""
    excel.python_fault = ValueError("พัง")
    excel.set(HOME, "D5", 100)
    assert excel.cell(HOME, "B2:B3") == [["ValueError: พัง"], ["native"]]
    assert is_number(excel, "B2") is False


def test_a_missing_dll_leaves_a_text_in_the_cell_and_recalculating_cures_it(excel: HeadlessExcel) -> None:
    """ISNUMBER rejects what the wrapper leaves without the DLL; once it is back the button brings the figure back."""
    excel.dll_loads = False
    excel.set(HOME, "D5", 100)
    assert str(excel.cell(HOME, "B2")).startswith(DLL_MISSING)
    assert is_number(excel, "B2") is False
    assert excel.cell(HOME, "B3") == "native"
    excel.dll_loads = True
    excel.press("ITA_Recalculate", "itaRecalculate")
    assert excel.cell(HOME, "B3") == pytest.approx(98.71)


def test_the_host_reports_a_module_that_does_not_compile(small: Path, tmp_path: Path) -> None:
    """A faulty module is named, and those after it load all the same (the engine's own loader would drop them)."""
    broken = tmp_path / "broken.xlsm"
    with ExcelFile(small) as file:
        file.set_module("Dictionary", "Sub A()\r\n If True Then\r\nEnd Sub\r\n")
        file.save(broken)
    with HeadlessExcel(broken) as host:
        assert list(host.compile_errors) == ["Dictionary"]
        assert "ITA_UDF" in host.modules
    assert "Dictionary" not in ExcelApplication.open(broken).interpreter.modules


def fill(excel: HeadlessExcel) -> None:
    """Type a score for every question and item of the template."""
    for sheet, columns in (("IIT", "D"), ("EIT", "DE"), ("OIT", "D")):
        codes = {str(code): row for code, row in excel.rows(sheet).items() if re.fullmatch(r"[ieo]\d+", str(code))}
        for number, row in enumerate(codes.values()):
            for step, column in enumerate(columns):
                excel.set(sheet, f"{column}{row}", 100 - (number * 1.37 + step * 5.11) % 17)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_workbook_passes_the_lint(path: Path) -> None:
    """Content type, code names, ribbon and what Excel would do on opening are right in each file that we ship."""
    assert package_faults(path) == []
    assert workbook_faults(path) == []


def test_every_module_of_the_template_loads(template: HeadlessExcel) -> None:
    """No module has a compile error, and each sheet has the code name that its module expects."""
    assert template.compile_errors == {}
    assert {code for code, _ in layout.CODE_NAMES} <= set(template.modules)


def test_the_template_carries_todays_vba() -> None:
    """What an independent reader finds in the shipped file is what a build would put in, module by module."""
    found, sources = olevba.modules(TEMPLATE), {**module_sources(), "ThisWorkbook": workbook_events()}
    assert {name: found[name] for name in sources} == {name: olevba.lines(source) for name, source in sources.items()}


def test_python_and_the_formulas_of_the_template_agree(template: HeadlessExcel) -> None:
    """With every score typed, each figure that Python answers equals the one of the native formula beside it."""
    fill(template)
    rows = {
        str(key): row for key, row in template.rows(layout.CALC.name).items() if re.match(r"[a-z_]+(\.|$)", str(key))
    }
    functions = {
        key: template.cell(layout.CALC.name, f"C{row}") for key, row in rows.items() if "." in key or key == "total"
    }
    answered = {key: value for key, value in functions.items() if value is not None}
    assert answered == {key: pytest.approx(template.cell(layout.CALC.name, f"D{rows[key]}")) for key in answered}
    assert set(template.udf_calls) == {"ITA_INDICATOR", "ITA_SUBINDICATOR", "ITA_TOOL", "ITA_TOTAL"}


def test_the_level_of_the_template_by_python_and_by_formula_agree(template: HeadlessExcel) -> None:
    """The level's cell of Python names the level that the native rule gives."""
    fill(template)
    rows = template.rows(layout.CALC.name)
    level = template.cell(layout.CALC.name, f"B{rows['level function']}")
    assert level in load(2568).levels
    assert level == template.cell(layout.CALC.name, f"B{rows['level formula']}")


def test_without_python_the_template_computes_by_its_formulas(template: HeadlessExcel) -> None:
    """On a PC without the DLL every figure and the level are there all the same."""
    template.dll_loads = False
    fill(template)
    rows = template.rows(layout.CALC.name)
    assert isinstance(template.cell(layout.CALC.name, f"F{rows['total']}"), float)
    assert template.cell(layout.CALC.name, f"B{rows['level computed']}") in load(2568).levels
    assert template.udf_calls == []
