"""What the calculation sheet holds, for the sheets that show it."""

from __future__ import annotations

from dataclasses import dataclass

from ita.excel.calc import Calc
from ita.excel.calc.gains import GainBlock
from ita.excel.calc.level import LevelBlock
from ita.excel.calc.next_level import NextBlock
from ita.excel.calc.progress import Progress
from ita.excel.calc.steps import Steps
from ita.excel.charts import ChartBlock
from ita.excel.grid import Formula


@dataclass(frozen=True, slots=True)
class Blocks:
    """The figures, the level, what charts read, how much is typed, points to gain, the way up, and the steps.

    ``counted`` is the sentence that counts the findings.
    """

    calc: Calc
    level: LevelBlock
    charts: ChartBlock
    progress: Progress
    gains: GainBlock
    next: NextBlock
    steps: Steps
    counted: Formula
