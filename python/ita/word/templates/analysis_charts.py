"""The charts of the report by tool, with sample figures that a template's reader can look at."""

from __future__ import annotations

from collections.abc import Mapping

from ita.word.content.chartdata import GAINED, LAST_YEAR, MISSED, PASS_MARK, THIS_YEAR
from ita.word.parts.charts import ChartData, Series
from ita.word.parts.chartxml import GREY, NAVY, ORANGE, WHITE, ChartDesign, SeriesDesign

_TOOLS = ("IIT", "EIT", "OIT")
_INDICATORS = (
    "๑. การปฏิบัติหน้าที่",
    "๒. การใช้งบประมาณ",
    "๓. การใช้อำนาจ",
    "๔. การใช้ทรัพย์สินของราชการ",
    "๕. การแก้ไขปัญหาการทุจริต",
    "๖. คุณภาพการดำเนินงาน",
    "๗. ประสิทธิภาพการสื่อสาร",
    "๘. การปรับปรุงการทำงาน",
    "๙. การเปิดเผยข้อมูล",
    "๑๐. การป้องกันการทุจริต",
)


def _sample(categories: tuple[str, ...], **series: float) -> ChartData:
    """Return sample data: each series the same figure throughout."""
    return ChartData(categories, {key: Series(key, (value,) * len(categories)) for key, value in series.items()})


CHARTS: Mapping[str, ChartDesign] = {
    "total": ChartDesign(
        name="charts.total",
        description="แผนภูมิแท่งซ้อน คะแนนถ่วงน้ำหนักที่ได้และที่ยังขาดของแต่ละเครื่องมือ",
        kind="stacked",
        series=(SeriesDesign(GAINED, NAVY, WHITE), SeriesDesign(MISSED, GREY)),
        sample=_sample(_TOOLS, **{GAINED: 27.0, MISSED: 3.0}),
        height=6.5,
        maximum=40,
        unit=10,
    ),
    "tools": ChartDesign(
        name="charts.tools",
        description="แผนภูมิแท่ง คะแนนรวมและคะแนนรายเครื่องมือเทียบกับเกณฑ์ผ่าน",
        kind="columns",
        series=(
            SeriesDesign(LAST_YEAR, GREY),
            SeriesDesign(THIS_YEAR, NAVY, WHITE),
            SeriesDesign(PASS_MARK, ORANGE, is_line=True, dashed=True),
        ),
        sample=_sample(("คะแนนรวม", *_TOOLS), **{LAST_YEAR: 88.0, THIS_YEAR: 92.0, PASS_MARK: 85.0}),
        width=16.0,
        height=8.0,
        gap=50,
        label_size=11,
    ),
    "radar": ChartDesign(
        name="charts.radar",
        description="แผนภูมิเรดาร์ คะแนนสิบตัวชี้วัดของปีนี้และปีก่อน",
        kind="radar",
        series=(SeriesDesign(LAST_YEAR, "A6A6A6", dashed=True), SeriesDesign(THIS_YEAR, NAVY)),
        sample=_sample(_INDICATORS, **{LAST_YEAR: 88.0, THIS_YEAR: 92.0}),
        width=16.0,
        height=9.5,
    ),
    "comparison": ChartDesign(
        name="charts.comparison",
        description="แผนภูมิแท่งแนวนอน คะแนนสิบตัวชี้วัดของปีนี้และปีก่อน",
        kind="bars",
        series=(SeriesDesign(THIS_YEAR, NAVY, WHITE), SeriesDesign(LAST_YEAR, GREY)),
        sample=_sample(_INDICATORS, **{THIS_YEAR: 92.0, LAST_YEAR: 88.0}),
        width=16.0,
        height=12.0,
        gap=40,
        font_size=12,
        label_size=11,
    ),
}
