"""The hidden sheets: texts for VBA, the workbook's own description, and xlwings' settings."""

from __future__ import annotations

from ita import __version__
from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.grid import Column, Page
from ita.excel.vba import FUNCTIONS
from ita.excel.vba_strings import strings

INTERPRETER = r"%ProgramData%\ITA\.venv\Scripts\pythonw.exe"


def write_strings(page: Page, criteria: Criteria) -> None:
    """Write the Thai texts that VBA, whose source is ASCII, looks up by key."""
    page.widths(24, 100)
    for row, (key, text) in enumerate(strings(criteria.fiscal_year).items()):
        page.put(row, 0, key)
        page.put(row, 1, text)


def write_meta(page: Page, criteria: Criteria) -> None:
    """Write what the readers need to know of the workbook."""
    page.widths(24, 24)
    rows = (
        (layout.META_CONTRACT, layout.CONTRACT_VERSION),
        (layout.META_BUILD, __version__),
        (layout.META_YEAR, criteria.fiscal_year),
        (layout.META_DIGITS, "thai"),
    )
    columns = [Column(heading, 24, "calc") for heading in layout.META_TABLE.columns]
    page.table(layout.META_TABLE, 0, 0, columns, rows)


def write_conf(page: Page) -> None:
    """Write xlwings' settings: an interpreter in an ASCII path, the functions' module, one lasting server."""
    page.widths(32, 60)
    settings = (
        ("INTERPRETER_WIN", INTERPRETER),
        ("UDF MODULES", FUNCTIONS),
        ("USE UDF SERVER", "True"),
        ("SHOW CONSOLE", "False"),
        ("ADD_WORKBOOK_TO_PYTHONPATH", "False"),
    )
    for row, pair in enumerate(settings):
        for column, text in enumerate(pair):
            page.put(row, column, text)
