"""Findings written into the sheet ตรวจสอบ of an open workbook, each with a link to its cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from ita import thai
from ita.excel import layout
from ita.excel.live.tables import CellValue, LiveTable, quiet, typed, worksheet
from ita.excel.open_book import OpenBook
from ita.findings import Finding, errors_first


def write_findings(book: OpenBook, findings: Sequence[Finding], when: dt.datetime) -> None:
    """Put findings, errors first, in place of those of the last check, and say when that was.

    Where there are more than the table has rows, its last row says how many were left out. All of these cells are
    unlocked, so the sheet's protection stays on. WorkbookError when the sheet or the table is gone.
    """
    table = LiveTable(book, layout.FINDING_TABLE)
    ordered = errors_first(findings)
    room = table.height if len(ordered) <= table.height else table.height - 1
    shown, rest = ordered[:room], len(ordered) - room
    _, _, place, what, fix = layout.FINDING_TABLE.columns
    rows = [_row(number, found) for number, found in enumerate(shown, start=1)]
    if rest > 0:
        rows.append({what: f"ยังมีอีก {rest} รายการ", fix: "แก้ไขรายการข้างต้นก่อน แล้วตรวจสอบอีกครั้ง"})
    with quiet(book):
        table.clear()
        table.put_rows(0, rows)
        table.put_column(place, [layout.link_to(found.where) or found.where for found in shown])
        worksheet(book, layout.CHECKS).Range(layout.CHECKED_NAME).Value2 = typed(checked_text(when))


def _row(number: int, found: Finding) -> dict[str, CellValue]:
    words = number, layout.SEVERITY_WORDS[found.severity], "", found.what(), found.fix()
    return dict(zip(layout.FINDING_TABLE.columns, words, strict=True))


def checked_text(when: dt.datetime) -> str:
    """Return when a check ran, such as ``ตรวจเมื่อ 9 ตุลาคม 2568 เวลา 14.05 น.``."""
    return f"ตรวจเมื่อ {thai.format_date(when.date())} เวลา {when:%H.%M} น."
