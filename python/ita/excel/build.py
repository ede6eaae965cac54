"""Building a workbook: one agency and one year, from criteria and an assessment to the bytes of an .xlsm.

``ita build`` makes the committed template; ``ita new`` makes a workbook of any year on any PC, taking the
VBA project from the template, so that only the build of the template needs pyOpenVBA.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook

from ita import rating
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import calc, charts, layout, package
from ita.excel.blocks import Blocks
from ita.excel.calc import gains as calc_gains
from ita.excel.calc import level as calc_level
from ita.excel.calc import next_level as calc_next
from ita.excel.calc import progress as calc_progress
from ita.excel.calc import steps as calc_steps
from ita.excel.grid import Page
from ita.excel.layout import Sheet
from ita.excel.sheets import checks, criteria_sheet, entry, hidden, home, plan, scores
from ita.excel.sheets.analysis import AnalysisSheet
from ita.excel.sources import LEVEL_SOURCE, score_rows, sources
from ita.excel.theme import ROW_HEIGHT, Theme
from ita.findings import Finding
from ita.scoring import TOTAL, score

CALC_ENGINE = 191029
"""The calculation engine of Excel 2019: a file stamped by an older one is recalculated when opened."""

_WHOLE_SHEET = "A1:XFD1048576"
"""Codes such as ``9.1`` are text; Excel would put a green mark on each of them."""

_CREATED = dt.datetime(2025, 1, 1)  # noqa: DTZ001 (a fixed date, so that rebuilds are equal)
VBA_PART = "xl/vbaProject.bin"
RIBBON_PART = "customUI/customUI14.xml"


def build(
    criteria: Criteria,
    assessment: Assessment,
    vba: bytes,
    ribbon: str,
    estimating: Criteria | None = None,
    *,
    findings: Sequence[Finding] | None = None,
) -> bytes:
    """Return the .xlsm of an assessment; the same input gives the same bytes.

    ``findings`` are written onto ตรวจสอบ, errors first; None says there that no check ran.

    ``estimating`` is the same year with weights and levels borrowed from another, where it lacks its own:
    total and level are then shown as an estimate and used for nothing. ``vba`` is a vbaProject.bin made for
    ``layout.CODE_NAMES``, ``ribbon`` the text of customUI14.xml.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    _set_up(book, assessment.fiscal_year, vba)
    pages = pages_of(book)
    write(pages, book, criteria, assessment, estimating, findings)
    book.close()
    fitted = {number: page.fitted for number, page in enumerate(pages.values(), start=1)}
    finished = package.give_charts_thai(package.let_rows_grow(buffer.getvalue(), fitted))
    return package.inject_ribbon(finished, ribbon)


def macros_of(workbook: bytes) -> tuple[bytes, str]:
    """Return the VBA project and the ribbon of a built workbook, to be put into another."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return archive.read(VBA_PART), archive.read(RIBBON_PART).decode()


def _set_up(book: Workbook, year: int, vba: bytes) -> None:
    book.add_vba_project(io.BytesIO(vba), is_stream=True)  # pyright: ignore[reportArgumentType] (its annotation forgets streams)
    book.set_vba_name(layout.CODE_NAMES[0][0])
    book.set_calc_mode("auto", CALC_ENGINE)
    book.calc_on_load = False
    book.set_properties({"title": f"สมุดงานประเมิน ITA ปีงบประมาณ พ.ศ. {year}", "created": _CREATED})


def pages_of(book: Workbook, sheets: Sequence[Sheet] = layout.SHEETS) -> Mapping[Sheet, Page]:
    """Return a blank page for each sheet, added to the book in this order."""
    theme = Theme(book)
    pages: dict[Sheet, Page] = {}
    for sheet in sheets:
        worksheet = book.add_worksheet(sheet.name)
        worksheet.set_vba_name(sheet.code)
        worksheet.set_default_row(ROW_HEIGHT)
        worksheet.ignore_errors({"number_stored_as_text": _WHOLE_SHEET})
        if sheet.hidden:
            worksheet.very_hidden()
        pages[sheet] = Page(book, sheet, worksheet, theme)
    return pages


def plan_levels(criteria: Criteria, assessment: Assessment, estimating: Criteria | None) -> calc_level.LevelBlock:
    """Return the planned calculation sheet: by the year's rules, or by borrowed ones and then as an estimate."""
    given = assessment.given
    figures = score(estimating or criteria, given)
    level = rating.level(estimating or criteria, figures, given.level)
    estimate = None
    if estimating is not None:
        estimate = calc.Estimate(estimating.estimate_from or 0, figures[TOTAL].computed, level.computed)
        figures = score(criteria, given)
    plan_of_figures = calc.Calc(estimating or criteria, figures, sources(criteria), estimate)
    return calc_level.plan(plan_of_figures, level, LEVEL_SOURCE)


def write(
    pages: Mapping[Sheet, Page],
    book: Workbook,
    criteria: Criteria,
    assessment: Assessment,
    estimating: Criteria | None,
    findings: Sequence[Finding] | None = None,
) -> None:
    """Write every sheet onto its page; a book whose sheets keep values alone gets the same look (``share``)."""
    blocks = _calculate(pages[layout.CALC], plan_levels(criteria, assessment, estimating), assessment, findings)
    figures, charted = blocks.calc, blocks.charts
    home.write(pages[layout.HOME], criteria, assessment, blocks)
    home.place_chart(pages[layout.HOME], charts.tool_chart(book, charted, criteria.pass_mark))
    band = entry.Band(figures, blocks.progress)
    entry.write_iit(pages[layout.IIT], criteria, assessment, band)
    entry.write_eit(pages[layout.EIT], criteria, assessment, band)
    entry.write_oit(pages[layout.OIT], criteria, assessment, band)
    sheet = scores.ScoresSheet(pages[layout.SCORES], criteria, assessment, figures, blocks.level)
    sheet.write()
    sheet.place_charts(
        charts.tool_chart(book, charted, criteria.pass_mark),
        charts.radar_chart(book, charted),
        charts.gain_chart(book, blocks.gains),
    )
    study = AnalysisSheet(pages[layout.ANALYSIS], criteria, assessment, figures, blocks.gains, blocks.next)
    study.write()
    study.place_chart(charts.gain_chart(book, blocks.gains))
    plan.write_issues(pages[layout.ISSUES], criteria, assessment)
    plan.write_measures(pages[layout.MEASURES], assessment)
    plan.write_suggestions(pages[layout.SUGGESTIONS], assessment)
    plan.write_texts(pages[layout.TEXTS], assessment)
    tables = [table for table, rows in score_rows(criteria).items() if rows]
    checks.write(pages[layout.CHECKS], blocks.progress, tables, sheet.differing, findings)
    criteria_sheet.write(pages[layout.CRITERIA], estimating or criteria)
    hidden.write_strings(pages[layout.STRINGS], criteria)
    hidden.write_meta(pages[layout.META], criteria)
    hidden.write_conf(pages[layout.CONF])
    pages[layout.HOME].worksheet.activate()


def _calculate(
    page: Page, level: calc_level.LevelBlock, assessment: Assessment, findings: Sequence[Finding] | None
) -> Blocks:
    """Write the calculation sheet and return its blocks, each of which stands below the one before."""
    figures = level.calc
    calc.write(page, figures)
    calc_level.write(page, level)
    charted = charts.plan(figures, assessment.previous, figures.next_row + len(level.rows) + 1)
    progress = calc_progress.plan(figures.criteria, assessment, charted.next_row)
    gains = calc_gains.plan(figures, progress.next_row)
    way = calc_next.plan(level, gains.next_row)
    steps = calc_steps.plan(figures, progress, assessment, findings, way.next_row)
    for block in (charted, progress, gains, way, steps):
        calc.write_rows(page, block.first_row, block.rows)
    page.protect()
    return Blocks(figures, level, charted, progress, gains, way, steps, checks.counted(findings))
