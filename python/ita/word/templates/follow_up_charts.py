"""The chart of the report on progress, with sample figures that a template's reader can look at."""

from __future__ import annotations

from ita.word.content import progress
from ita.word.parts.charts import ChartData, Series
from ita.word.parts.chartxml import GREY, NAVY, ORANGE, WHITE, ChartDesign, SeriesDesign

_GREEN = "1B7F79"
_COLORS = {"done": (_GREEN, WHITE), "doing": (NAVY, WHITE), "waiting": (ORANGE, None), "silent": (GREY, None)}
_SAMPLE = ("มาตรการที่ ๑", "มาตรการที่ ๒", "มาตรการที่ ๓")

PROGRESS = ChartDesign(
    name="charts.progress",
    description="แผนภูมิแท่งซ้อน จำนวนขั้นตอนของแต่ละมาตรการ จำแนกตามความก้าวหน้า",
    kind="stacked",
    series=tuple(
        SeriesDesign(word, color, label or "262626")
        for state, word in progress.WORDS.items()
        for color, label in (_COLORS[state],)
    ),
    sample=ChartData(_SAMPLE, {word: Series(word, (1.0, 1.0, 1.0)) for word in progress.WORDS.values()}, "0"),
    width=16.0,
    height=9.5,
    maximum=None,
    unit=1,
    gap=45,
    label_format="0;;",
)
