"""The workbook's charts and the rows of the calculation sheet that feed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from ita.assessment import Previous
from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.calc import SHEET, USED, Calc
from ita.excel.grid import Content, Formula, Page
from ita.excel.theme import BELOW, NAVY, chart_font
from ita.scoring import indicator_key, tool_key

_LAST_YEAR_GREY = "#A6A6A6"
_NOT_KNOWN = "NA()"


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """The planned rows: labels, this year's and last year's figures, the pass mark."""

    first_row: int
    tools: int
    indicators: int
    rows: list[list[Content]]

    def tool_range(self, column: str) -> str:
        """Return the address of a column of the tools' rows."""
        return f"={SHEET}!${column}${self.first_row}:${column}${self.first_row + self.tools - 1}"

    def indicator_range(self, column: str) -> str:
        """Return the address of a column of the indicators' rows."""
        first = self.first_row + self.tools
        return f"={SHEET}!${column}${first}:${column}${first + self.indicators - 1}"


def plan(calc: Calc, previous: Previous, first_row: int) -> ChartBlock:
    """Return the rows that the charts read: first the tools and parts, then the indicators."""
    criteria = calc.criteria
    mark = f"INDEX({layout.MARK_TABLE.column(layout.SCORE)},1)"
    tools = [
        _row(calc, tool_key(code), label, layout.TOOL_TABLE, previous.tools.get(code))
        for code, label in _tool_labels(criteria)
    ]
    indicators = [
        _row(calc, indicator_key(n), f"{n}. {name}", layout.INDICATOR_TABLE, previous.indicators.get(n))
        for n, name in ((i.number, i.name) for i in criteria.indicators)
    ]
    rows = [[*row, Formula(mark, criteria.pass_mark)] for row in (*tools, *indicators)]
    return ChartBlock(first_row, len(tools), len(indicators), rows)


def write(page: Page, block: ChartBlock) -> None:
    """Write the rows onto the calculation sheet."""
    for index, row in enumerate(block.rows):
        for column, content in enumerate(row):
            page.put(block.first_row - 1 + index, column, content, "calc")


def _tool_labels(criteria: Criteria) -> list[tuple[str, str]]:
    labels: list[tuple[str, str]] = []
    for tool in criteria.tools:
        labels.append((tool.code, tool.code))
        labels += [(part.code, f"{tool.code} ส่วนที่ {n}") for n, part in enumerate(tool.parts, start=1)]
    return labels


def _row(calc: Calc, key: str, label: str, table: layout.Table, previous: float | None) -> list[Content]:
    used, code = calc.cell(key, USED), key.rpartition(".")[2]
    last = f'INDEX({table.column(layout.LAST_YEAR)},MATCH("{code}",{table.column(layout.CODE)},0))'
    # A zero keeps its data label this way: the number format blanks the labels of points that are not known.
    shown = f'IF(ISNUMBER({used}),MAX({used},0.001),"")'
    value = calc.scores.used(key)
    return [
        label,
        Formula(shown, None if value is None else max(value, 0.001)),
        Formula(f"IF(ISNUMBER({used}),{used},{_NOT_KNOWN})", "#N/A" if value is None else value),
        Formula(f"IF(ISNUMBER({last}),{last},{_NOT_KNOWN})", "#N/A" if previous is None else previous),
    ]


def tool_chart(book: Workbook, block: ChartBlock, pass_mark: float) -> Chart:
    """Return columns of the tools and parts with a line at the pass mark."""
    chart = _new(book, "column")
    font = chart_font(12, bold=True) | {"color": "white"}
    labels = {"value": True, "num_format": "0.00;;", "position": "inside_base", "font": font}
    chart.add_series(
        {
            "name": "คะแนน",
            "categories": block.tool_range("A"),
            "values": block.tool_range("B"),
            "fill": {"color": NAVY},
            "gap": 60,
            "data_labels": labels,
        }
    )
    line = _new(book, "line")
    line.add_series(
        {
            "name": f"เกณฑ์ผ่าน {pass_mark:g}",
            "categories": block.tool_range("A"),
            "values": block.tool_range("E"),
            "line": {"color": BELOW["font_color"], "width": 2, "dash_type": "dash"},
        }
    )
    chart.combine(line)
    _dress(chart, "คะแนนรายเครื่องมือ")
    chart.set_y_axis(_score_axis())
    chart.set_x_axis({"num_font": chart_font(12)})
    return chart


def radar_chart(book: Workbook, block: ChartBlock) -> Chart:
    """Return a radar of the ten indicators: last year in grey behind, this year in navy."""
    chart = _new(book, "radar", "with_markers")
    series = (("ปีก่อน", "D", _LAST_YEAR_GREY), ("ปีนี้", "C", NAVY))
    for name, column, colour in series:
        chart.add_series(
            {
                "name": name,
                "categories": block.indicator_range("A"),
                "values": block.indicator_range(column),
                "line": {"color": colour, "width": 2.25},
                "marker": {"type": "circle", "size": 5, "fill": {"color": colour}, "border": {"color": colour}},
            }
        )
    _dress(chart, "คะแนนรายตัวชี้วัด")
    chart.set_y_axis(_score_axis())
    chart.set_x_axis({"num_font": chart_font(12)})
    return chart


def _new(book: Workbook, kind: str, subtype: str | None = None) -> Chart:
    return cast("Chart", book.add_chart({"type": kind, "subtype": subtype}))


def _score_axis() -> dict[str, Any]:
    return {
        "min": 0,
        "max": 100,
        "major_unit": 25,
        "num_font": chart_font(12),
        "num_format": "0",
        "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
    }


def _dress(chart: Chart, title: str) -> None:
    chart.set_title({"name": title, "name_font": chart_font(14, bold=True), "overlay": False})
    chart.set_legend({"position": "bottom", "font": chart_font(12)})
    chart.set_chartarea({"border": {"color": "#D9D9D9"}})
    chart.show_hidden_data()
