"""New data for the native charts of a document: the caches that Word shows and the workbook behind them.

A chart is found by the name of its frame (in Word: Selection Pane). Its series are found by their names in
the template, such as ปีนี้ and ปีก่อน, so that an official may reorder or restyle them. A series without data is
taken out, a missing value is a gap.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

import xlsxwriter

from ita.errors import TemplateError
from ita.thai import Digits
from ita.word.parts import xml
from ita.word.parts.package import Parts
from ita.word.parts.relations import Relations

THAI_DIGITS = "[$-D00041E]"
"""The prefix of a number format that shows Thai digits (numeral shape 0D, Thai locale 041E)."""

POINTS_FORMAT = "0.00"
WHOLE_FORMAT = "0"
SHEET = "Sheet1"
_CREATED = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Series:
    """One series: the name that the legend shows, and points (0-100) or None for each category."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows; ``series`` by their names in the template, in the order of the workbook's columns.

    ``number_format`` is that of the numbers, in Arabic digits: points, or whole numbers.
    """

    categories: tuple[str, ...]
    series: Mapping[str, Series]
    number_format: str = POINTS_FORMAT

    @property
    def is_empty(self) -> bool:
        """Whether no series has any value."""
        return all(value is None for series in self.series.values() for value in series.values)


def number_format(digits: Digits, plain: str = POINTS_FORMAT) -> str:
    """Return a number format that shows the digits of the report."""
    return f"{THAI_DIGITS}{plain}" if digits == "thai" else plain


def place(
    root: xml.Element,
    relations: Relations,
    parts: Parts,
    charts: Mapping[str, ChartData],
    digits: Digits,
    template: str,
) -> None:
    """Give every chart of a part its data; charts that the part no longer shows leave the document."""
    shown = _frames(root)
    for name, identifier in shown.items():
        if name in charts:
            try:
                fill(parts, relations.target(identifier), charts[name], digits)
            except LookupError as error:
                raise TemplateError("template.chart", template=template, chart=name, detail=str(error)) from error
    for identifier in relations.identifiers("/chart"):
        if identifier not in shown.values():
            relations.remove(parts, identifier)


def _frames(root: xml.Element) -> dict[str, str]:
    """Return the relationship of each chart by the name of its frame."""
    frames: dict[str, str] = {}
    for chart in root.iter(xml.name("c:chart")):
        frame = xml.ancestor(xml.ancestor(chart, "a:graphic"), "w:drawing")
        named = next(frame.iter(xml.name("wp:docPr")))
        frames[named.get("name") or ""] = chart.get(xml.name("r:id")) or ""
    return frames


def fill(parts: Parts, part: str, data: ChartData, digits: Digits) -> None:
    """Put new data into a chart part and its workbook; LookupError when no series of either has the other's name."""
    root = xml.parse(parts[part])
    found = {_key(series): series for series in root.iter(xml.name("c:ser"))}
    if not found.keys() & data.series.keys():
        raise LookupError(", ".join(data.series))
    for key, element in found.items():
        if key in data.series:
            _fill_series(element, data, key, digits)
        else:
            _drop_series(element)
    _use_digits(root, digits)
    parts[part] = xml.serialize(root)
    workbook_reference = xml.first(root, "c:externalData").get(xml.name("r:id")) or ""
    parts[Relations.of(parts, part).target(workbook_reference)] = workbook(data, digits)


def _drop_series(series: xml.Element) -> None:
    """Take a series out, and its plot, such as the line of the pass mark, with the last one where another is left."""
    plot = series.getparent()
    xml.drop(series)
    if plot is None or plot.find(xml.path("c:ser")) is not None:
        return
    area = plot.getparent()
    if area is not None and next(area.iter(xml.name("c:ser")), None) is not None:
        xml.drop(plot)


def _key(series: xml.Element) -> str:
    """Return the name that a series has in the template."""
    text = series.find("c:tx//c:v", xml.NAMESPACES)
    return (text.text or "") if text is not None else ""


def _fill_series(element: xml.Element, data: ChartData, key: str, digits: Digits) -> None:
    column = _column(list(data.series).index(key) + 1)
    last = len(data.categories) + 1
    sources = {
        "c:tx": _strings([data.series[key].name], f"{SHEET}!${column}$1"),
        "c:cat": _strings(data.categories, f"{SHEET}!$A$2:$A${last}"),
        "c:val": _numbers(
            data.series[key].values, f"{SHEET}!${column}$2:${column}${last}", number_format(digits, data.number_format)
        ),
    }
    for path, content in sources.items():
        holder = xml.first(element, path)
        for child in list(holder):
            holder.remove(child)
        holder.append(xml.fragment(content))


def _column(index: int) -> str:
    """Return the letter of a column; a chart has a handful of series."""
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]


def _strings(values: Sequence[str], reference: str) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{xml.text(v)}</c:v></c:pt>' for i, v in enumerate(values))
    cache = f'<c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{reference}</c:f>{cache}</c:strRef>"


def _numbers(values: Sequence[float | None], reference: str, shown: str) -> str:
    known = [(i, v) for i, v in enumerate(values) if v is not None]
    points = "".join(f'<c:pt idx="{i}"><c:v>{v!r}</c:v></c:pt>' for i, v in known)
    code = f"<c:formatCode>{xml.text(shown)}</c:formatCode>"
    cache = f'<c:numCache>{code}<c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    return f"<c:numRef><c:f>{reference}</c:f>{cache}</c:numRef>"


def _use_digits(root: xml.Element, digits: Digits) -> None:
    """Make axes and labels show the digits of the report, whatever the template's author chose."""
    for element in root.iter(xml.name("c:numFmt")):
        plain = (element.get("formatCode") or "").removeprefix(THAI_DIGITS)
        element.set("formatCode", number_format(digits, plain))


def workbook(data: ChartData, digits: Digits) -> bytes:
    """Return the workbook that opens when somebody edits the chart's data in Word."""
    return _workbook(data.categories, tuple(data.series.values()), number_format(digits, data.number_format))


@functools.lru_cache(maxsize=64)
def _workbook(categories: Sequence[str], columns: Sequence[Series], shown: str) -> bytes:
    # Charts of one report may show the same data, and so may the reports of one agency.
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    sheet = book.add_worksheet(SHEET)
    points = book.add_format({"num_format": shown})
    sheet.set_column(0, 0, 40)
    sheet.write_column(1, 0, categories)
    for column, series in enumerate(columns, start=1):
        sheet.write_string(0, column, series.name)
        for row, value in enumerate(series.values, start=1):
            if value is not None:
                sheet.write_number(row, column, value, points)
    book.close()
    return target.getvalue()
