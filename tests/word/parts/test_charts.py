"""Charts show the figures: in the cache that Word draws and in the workbook that it opens."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ita.errors import TemplateError
from ita.word.drafting.blocks import paragraph, when
from ita.word.drafting.draft import Draft
from ita.word.filling.render import Filling, render
from ita.word.parts import package, xml
from ita.word.parts.charts import THAI_DIGITS, ChartData, Series, workbook
from ita.word.parts.chartxml import GREY, NAVY, ChartDesign, Kind, SeriesDesign
from support.word import body

CHART = "word/charts/chart1.xml"
SAMPLE = ChartData(("ก", "ข"), {"ปีก่อน": Series("ปีก่อน", (1.0, 2.0)), "ปีนี้": Series("ปีนี้", (3.0, 4.0))})
BOTH = ChartData(("IIT", "R&D <ก>", "OIT"), {
    "ปีนี้": Series("ปี ๒๕๖๘", (99.39, None, 91.88)),
    "ปีก่อน": Series("ปี ๒๕๖๗", (0.0, 90.5, 100.0)),
})  # fmt: skip
ONE = ChartData(("IIT",), {"ปีนี้": Series("ปี ๒๕๖๘", (99.39,))})


def template(path: Path, kind: Kind = "columns") -> Path:
    """Write a template with one chart, shown only when ``x``, and return its path."""
    draft = Draft()
    series = (SeriesDesign("ปีก่อน", GREY), SeriesDesign("ปีนี้", NAVY, "FFFFFF"))
    chart = draft.chart(ChartDesign("charts.tools", "คำอธิบาย", kind, series, SAMPLE))
    path.write_bytes(draft.finish("ทดสอบ", [when("x", chart), paragraph("ก")], draft.section()))
    return path


def cached(root: xml.Element) -> dict[str, list[float | None]]:
    """Return the values that Word draws, by the name that the legend shows."""
    shown: dict[str, list[float | None]] = {}
    for series in root.iter(xml.name("c:ser")):
        numbers = xml.first(series, "c:val/c:numRef/c:numCache")
        count = int(xml.first(numbers, "c:ptCount").get("val") or 0)
        points = {
            int(p.get("idx") or 0): float(xml.first(p, "c:v").text or "nan") for p in numbers.iter(xml.name("c:pt"))
        }
        shown[xml.first(series, "c:tx//c:v").text or ""] = [points.get(index) for index in range(count)]
    return shown


@pytest.mark.parametrize("kind", ["columns", "bars", "stacked", "radar"])
def test_cache_and_workbook_hold_the_figures(kind: Kind, tmp_path: Path) -> None:
    """Every value stands in both places under its series; a missing one is a gap, a zero is a zero."""
    data = render(template(tmp_path / "t.docx", kind), Filling({"x": True}, {"charts.tools": BOTH}))
    parts = package.read(data)
    sheet = load_workbook(BytesIO(parts["word/embeddings/chart1.xlsx"]))["Sheet1"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    expected = {s.name: list(s.values) for s in BOTH.series.values()}
    assert expected == cached(xml.parse(parts[CHART]))
    assert rows == [[None, "ปี ๒๕๖๘", "ปี ๒๕๖๗"], ["IIT", 99.39, 0], ["R&D <ก>", None, 90.5], ["OIT", 91.88, 100]]


def test_each_series_points_at_its_own_column(tmp_path: Path) -> None:
    """A series keeps its place in the drawing, whatever its column in the workbook."""
    root = xml.parse(
        package.read(render(template(tmp_path / "t.docx"), Filling({"x": True}, {"charts.tools": BOTH})))[CHART]
    )
    formulas = [xml.first(series, "c:val//c:f").text for series in root.iter(xml.name("c:ser"))]
    assert formulas == ["Sheet1!$C$2:$C$4", "Sheet1!$B$2:$B$4"]


def test_a_series_without_data_leaves_the_chart(tmp_path: Path) -> None:
    """Last year is not drawn when it is not known."""
    data = render(template(tmp_path / "t.docx"), Filling({"x": True}, {"charts.tools": ONE}))
    assert cached(xml.parse(package.read(data)[CHART])) == {"ปี ๒๕๖๘": [99.39]}


def test_a_chart_that_is_not_shown_leaves_the_document(tmp_path: Path) -> None:
    """Neither the chart nor its workbook nor their types stay behind."""
    parts = package.read(render(template(tmp_path / "t.docx"), Filling({"x": False}, {"charts.tools": BOTH})))
    assert [part for part in parts if "chart" in part] == []
    assert b"chart" not in parts[package.CONTENT_TYPES].replace(b"spreadsheetml", b"")
    assert b"chart" not in parts["word/_rels/document.xml.rels"]


def test_a_chart_whose_series_were_renamed_is_a_named_error(tmp_path: Path) -> None:
    """The error names the chart that the template's author changed beyond use."""
    other = ChartData(("IIT",), {"อื่น": Series("อื่น", (1.0,))})
    with pytest.raises(TemplateError) as caught:
        render(template(tmp_path / "t.docx"), Filling({"x": True}, {"charts.tools": other}))
    assert (caught.value.code, caught.value.values["chart"]) == ("template.chart", "charts.tools")


def test_number_formats_follow_the_digits(tmp_path: Path) -> None:
    """Labels and axis show Thai digits or Arabic ones, in the chart and in its workbook."""
    path = template(tmp_path / "t.docx")
    thai, arabic = (
        package.read(render(path, Filling({"x": True}, {"charts.tools": BOTH}, digits=digits)))[CHART].decode()
        for digits in ("thai", "arabic")
    )
    assert (f'"{THAI_DIGITS}0.00;;"' in thai, THAI_DIGITS in arabic) == (True, False)
    sheet = load_workbook(BytesIO(workbook(BOTH, "thai")))["Sheet1"]
    assert f"{THAI_DIGITS}0.00" == sheet["B2"].number_format


def test_frames_have_ids_of_their_own(tmp_path: Path) -> None:
    """No two drawings of a document share an id."""
    root = body(render(template(tmp_path / "t.docx"), Filling({"x": True})))
    assert [frame.get("id") for frame in root.iter(xml.name("wp:docPr"))] == ["1"]


def test_a_plot_without_series_leaves_the_chart(tmp_path: Path) -> None:
    """Where the line of the pass mark is not known no empty line plot stays behind, and the bars do."""
    draft, path = Draft(), tmp_path / "t.docx"
    series = (SeriesDesign("ปีนี้", NAVY), SeriesDesign("ปีก่อน", GREY, is_line=True))
    chart = draft.chart(ChartDesign("charts.tools", "คำอธิบาย", "columns", series, SAMPLE))
    path.write_bytes(draft.finish("ทดสอบ", [chart], draft.section()))
    root = xml.parse(package.read(render(path, Filling({}, {"charts.tools": ONE})))[CHART])
    assert [len(list(root.iter(xml.name(f"c:{kind}Chart")))) for kind in ("bar", "line")] == [1, 0]
