"""Building a workbook: one agency and one year, from criteria and an assessment to the bytes of an .xlsm.

``ita build`` makes the committed template; ``ita new`` makes a workbook of any year on any PC, taking the
VBA project from the template, so that only the build of the template needs pyOpenVBA.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Mapping

from xlsxwriter import Workbook

from ita import rating
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.excel import calc, calc_level, charts, layout, package
from ita.excel.grid import Page
from ita.excel.layout import Sheet
from ita.excel.sheets import criteria_sheet, entry, hidden, home, plan, scores
from ita.excel.sources import LEVEL_SOURCE, sources
from ita.excel.theme import ROW_HEIGHT, Theme
from ita.scoring import TOTAL, score

CALC_ENGINE = 191029
"""The calculation engine of Excel 2019: a file stamped by an older one is recalculated when opened."""

_CREATED = dt.datetime(2025, 1, 1)  # noqa: DTZ001 (a fixed date, so that rebuilds are equal)
VBA_PART = "xl/vbaProject.bin"
RIBBON_PART = "customUI/customUI14.xml"


def build(
    criteria: Criteria, assessment: Assessment, vba: bytes, ribbon: str, estimating: Criteria | None = None
) -> bytes:
    """Return the .xlsm of an assessment; the same input gives the same bytes.

    ``estimating`` is the same year with weights and levels borrowed from another, where it lacks its own:
    total and level are then shown as an estimate and used for nothing. ``vba`` is a vbaProject.bin made for
    ``layout.CODE_NAMES``, ``ribbon`` the text of customUI14.xml.
    """
    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    _set_up(book, assessment.fiscal_year, vba)
    _write(_pages(book), book, criteria, assessment, estimating)
    book.close()
    return package.inject_ribbon(buffer.getvalue(), ribbon)


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


def _pages(book: Workbook) -> Mapping[Sheet, Page]:
    theme = Theme(book)
    pages: dict[Sheet, Page] = {}
    for sheet in layout.SHEETS:
        worksheet = book.add_worksheet(sheet.name)
        worksheet.set_vba_name(sheet.code)
        worksheet.set_default_row(ROW_HEIGHT)
        if sheet.hidden:
            worksheet.very_hidden()
        pages[sheet] = Page(book, sheet, worksheet, theme)
    return pages


def _plan(criteria: Criteria, assessment: Assessment, estimating: Criteria | None) -> calc_level.LevelBlock:
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


def _write(
    pages: Mapping[Sheet, Page],
    book: Workbook,
    criteria: Criteria,
    assessment: Assessment,
    estimating: Criteria | None,
) -> None:
    block = _plan(criteria, assessment, estimating)
    plan_of_figures = block.calc
    chart_block = charts.plan(plan_of_figures, assessment.previous, plan_of_figures.next_row + len(block.rows) + 1)
    calc.write(pages[layout.CALC], plan_of_figures)
    calc_level.write(pages[layout.CALC], block)
    charts.write(pages[layout.CALC], chart_block)
    pages[layout.CALC].protect()
    home.write(pages[layout.HOME], criteria, assessment, plan_of_figures, block)
    tool_chart = charts.tool_chart(book, chart_block, criteria.pass_mark)
    home.place_chart(pages[layout.HOME], tool_chart)
    entry.write_iit(pages[layout.IIT], criteria, assessment)
    entry.write_eit(pages[layout.EIT], criteria, assessment)
    entry.write_oit(pages[layout.OIT], criteria, assessment)
    sheet = scores.ScoresSheet(pages[layout.SCORES], criteria, assessment, plan_of_figures, block)
    sheet.write()
    sheet.place_charts(charts.tool_chart(book, chart_block, criteria.pass_mark), charts.radar_chart(book, chart_block))
    plan.write_issues(pages[layout.ISSUES], criteria, assessment)
    plan.write_measures(pages[layout.MEASURES], assessment)
    plan.write_suggestions(pages[layout.SUGGESTIONS], assessment)
    plan.write_texts(pages[layout.TEXTS], assessment)
    criteria_sheet.write(pages[layout.CRITERIA], estimating or criteria)
    hidden.write_strings(pages[layout.STRINGS], criteria)
    hidden.write_meta(pages[layout.META], criteria)
    hidden.write_conf(pages[layout.CONF])
    pages[layout.HOME].worksheet.activate()
