"""The XML of a native Word chart, from a short description of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ita.word.drafting.runs import FONT
from ita.word.parts import xml
from ita.word.parts.charts import ChartData, number_format

NAVY = "1F3864"
GREY = "BFBFBF"
ORANGE = "ED7D31"
INK = "262626"
GRID = "D9D9D9"
WHITE = "FFFFFF"

_LABEL_PLACES = {"columns": "inBase", "bars": "inEnd", "stacked": "ctr", "radar": "outEnd"}
"""Columns are labelled at their foot, where the line of the pass mark does not cross."""

_LABEL_FORMAT = "0.00;;"
"""Points, but nothing for zero: without a bar its label would lie over the names, which tell the zero instead."""

CATEGORY_AXIS, VALUE_AXIS = 111_111_111, 222_222_222

Kind = Literal["columns", "bars", "stacked", "radar"]


@dataclass(frozen=True, slots=True)
class SeriesDesign:
    """How a series looks; ``label_color`` None means that its values are not written."""

    key: str
    color: str
    label_color: str | None = None
    is_line: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ChartDesign:
    """A chart of a template: its frame's name, its size in cm, its series in drawing order, sample data.

    ``maximum`` and ``unit`` are those of the value axis, None where Word is to choose the maximum; ``font_size`` is
    in points; ``label_format`` shows nothing for zero.
    """

    name: str
    description: str
    kind: Kind
    series: tuple[SeriesDesign, ...]
    sample: ChartData
    width: float = 15.0
    height: float = 9.0
    maximum: int | None = 100
    unit: int = 20
    gap: int = 60
    font_size: int = 13
    label_size: int = 12
    label_format: str = _LABEL_FORMAT


def chart_xml(design: ChartDesign, workbook_id: str) -> bytes:
    """Return the chart part of a design; its data comes later, from ``charts.place``."""
    lines = [s for s in design.series if s.is_line and design.kind != "radar"]
    areas = [s for s in design.series if s not in lines]
    plots = _radar(design) if design.kind == "radar" else _bars(design, areas) + _lines(design, lines)
    body = (
        f'<c:chartSpace {xml.DECLARATIONS}><c:date1904 val="0"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{_layout(design)}{plots}{_axes(design)}</c:plotArea>'
        f'{_legend(design)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_fill(WHITE)}<a:ln><a:noFill/></a:ln></c:spPr>{_text(design.font_size)}"
        f'<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return xml.serialize(xml.parse(body))


def _layout(design: ChartDesign) -> str:
    """Radars keep room for the long names around them; other plots lay themselves out."""
    if design.kind != "radar":
        return "<c:layout/>"
    sizes = {"x": 0.3, "y": 0.11, "w": 0.4, "h": 0.7}
    edges = "".join(f'<c:{side}Mode val="edge"/>' for side in "xy")
    values = "".join(f'<c:{key} val="{value}"/>' for key, value in sizes.items())
    return f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/>{edges}{values}</c:manualLayout></c:layout>'


def _bars(design: ChartDesign, series: list[SeriesDesign]) -> str:
    direction = "col" if design.kind == "columns" else "bar"
    grouping = "stacked" if design.kind == "stacked" else "clustered"
    overlap = 100 if design.kind == "stacked" else -5
    shapes = "".join(_series(design, s, design.series.index(s)) for s in series)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{shapes}'
        f'<c:gapWidth val="{design.gap}"/><c:overlap val="{overlap}"/>{_axis_ids()}</c:barChart>'
    )


def _lines(design: ChartDesign, series: list[SeriesDesign]) -> str:
    if not series:
        return ""
    shapes = "".join(_series(design, s, design.series.index(s)) for s in series)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{shapes}'
        f'<c:marker val="1"/>{_axis_ids()}</c:lineChart>'
    )


def _radar(design: ChartDesign) -> str:
    shapes = "".join(_series(design, s, i) for i, s in enumerate(design.series))
    return f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{shapes}{_axis_ids()}</c:radarChart>'


def _series(design: ChartDesign, series: SeriesDesign, index: int) -> str:
    name = f'<c:tx><c:strRef><c:f/><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{xml.text(series.key)}</c:v>'
    is_line = series.is_line or design.kind == "radar"
    marker = _marker(series) if is_line else '<c:invertIfNegative val="0"/>'
    smooth = '<c:smooth val="0"/>' if is_line and design.kind != "radar" else ""
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>{name}</c:pt></c:strCache></c:strRef></c:tx>'
        f"{_stroke(series) if is_line else _body(series)}{marker}{_labels(design, series)}"
        f"<c:cat/><c:val/>{smooth}</c:ser>"
    )


def _stroke(series: SeriesDesign) -> str:
    dash = '<a:prstDash val="dash"/>' if series.dashed else ""
    return f'<c:spPr><a:ln w="25400" cap="rnd">{_fill(series.color)}{dash}<a:round/></a:ln></c:spPr>'


def _body(series: SeriesDesign) -> str:
    return f'<c:spPr>{_fill(series.color)}<a:ln w="6350">{_fill(NAVY)}</a:ln></c:spPr>'


def _marker(series: SeriesDesign) -> str:
    if series.is_line:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"<c:spPr>{_fill(series.color)}<a:ln>{_fill(series.color)}</a:ln></c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="6"/>{look}</c:marker>'


def _labels(design: ChartDesign, series: SeriesDesign) -> str:
    flags = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    shown = "".join(f'<c:show{f} val="{int(f == "Val" and series.label_color is not None)}"/>' for f in flags)
    if series.label_color is None:
        return f"<c:dLbls>{shown}</c:dLbls>"
    numbers = f'<c:numFmt formatCode={xml.attribute(number_format("thai", design.label_format))} sourceLinked="0"/>'
    place = f'<c:dLblPos val="{_LABEL_PLACES[design.kind]}"/>'
    look = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
    text = _text(design.label_size, series.label_color, bold=True)
    return f"<c:dLbls>{numbers}{look}{text}{place}{shown}</c:dLbls>"


def _axis_ids() -> str:
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def _axes(design: ChartDesign) -> str:
    """Horizontal bars list the first category on top, with the value axis at the bottom."""
    across = design.kind in {"bars", "stacked"}
    order, crosses = ("maxMin", "max") if across else ("minMax", "autoZero")
    places = ("l", "b") if across else ("b", "l")
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_fill(GRID)}</a:ln></c:spPr></c:majorGridlines>'
    line = f'<c:spPr><a:ln w="9525">{_fill(GREY)}</a:ln></c:spPr>'
    ticks = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
    category = (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{places[0]}"/>{grid if design.kind == "radar" else ""}'
        f'<c:numFmt formatCode="General" sourceLinked="0"/>{ticks}{line}{_text(design.font_size)}'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
    numbers = xml.attribute(number_format("thai", "0"))
    highest = "" if design.maximum is None else f'<c:max val="{design.maximum}"/>'
    value = (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{highest}'
        f'<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="{places[1]}"/>{grid}'
        f'<c:numFmt formatCode={numbers} sourceLinked="0"/>{ticks}{line}{_text(design.font_size - 1)}'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{crosses}"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{design.unit}"/></c:valAx>'
    )
    return f"{category}{value}"


def _legend(design: ChartDesign) -> str:
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(design.font_size)}</c:legend>'


def _fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _text(size: int, color: str = INK, *, bold: bool = False) -> str:
    faces = "".join(f'<a:{script} typeface="{FONT}"/>' for script in ("latin", "ea", "cs"))
    properties = f'<a:defRPr lang="th-TH" sz="{size * 100}" b="{int(bold)}">{_fill(color)}{faces}</a:defRPr>'
    paragraph = f'<a:p><a:pPr>{properties}</a:pPr><a:endParaRPr lang="th-TH"/></a:p>'
    return f"<c:txPr><a:bodyPr/><a:lstStyle/>{paragraph}</c:txPr>"
