"""A small workbook with our VBA and ribbon, for tests that should not depend on the template's layout."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import xlsxwriter

from ita.excel.package import inject_ribbon
from ita.excel.vba import vba_project
from ita.excel.vba_strings import strings
from ita.paths import resource

CODE_NAMES = (
    ("ThisWorkbook", None),
    ("shHome", "หน้าหลัก"),
    ("shStrings", "_strings"),
    ("shMeta", "_meta"),
    ("shConf", "xlwings.conf"),
)
CONFIGURATION = {
    "INTERPRETER_WIN": r"%ProgramData%\ITA\.venv\Scripts\pythonw.exe",
    "UDF MODULES": "ita.excel.functions",
    "USE UDF SERVER": "True",
    "SHOW CONSOLE": "False",
    "ADD_WORKBOOK_TO_PYTHONPATH": "False",
}
ABOUT = "สมุดงานทดสอบ"
TOOLS = {"IIT": 99.39, "EIT1": 97.0, "EIT2": 95.62, "OIT": 91.88}
"""Scores in D2:D5 of หน้าหลัก, their codes in C2:C5; B2 holds the total by Python, B3 what the sheet uses."""


def build(path: Path) -> Path:
    """Write the workbook to ``path`` (.xlsm) and return the path."""
    buffer = io.BytesIO()
    book: Any = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.add_vba_project(io.BytesIO(vba_project(CODE_NAMES)), is_stream=True)
    book.set_vba_name("ThisWorkbook")
    sheets = {name: book.add_worksheet(name) for _, name in CODE_NAMES if name}
    for code_name, name in CODE_NAMES:
        if name:
            sheets[name].set_vba_name(code_name)
    home = sheets["หน้าหลัก"]
    home.write("B1", 2568)
    home.write_formula("B2", "=ITA_TOTAL(B1,C2:C5,D2:D5)", None, 95.4615)
    home.write_formula("B3", '=IF(ISNUMBER(B2),B2,"native")', None, 95.4615)
    home.write_column("C2", list(TOOLS))
    home.write_column("D2", list(TOOLS.values()))
    hidden = {"_strings": {**strings(2568), "about": ABOUT}, "_meta": {"digits": "thai"}, "xlwings.conf": CONFIGURATION}
    for name, rows in hidden.items():
        for row, pair in enumerate(rows.items()):
            sheets[name].write_row(row, 0, pair)
    book.close()
    ribbon = resource("workbook", "ribbon", "customUI14.xml").read_text("utf-8")
    path.write_bytes(inject_ribbon(buffer.getvalue(), ribbon))
    return path
