"""One report against docxtpl's own bare render of the same template: prints both times and their ratio.

Ours does more: scores, level and sentences, three charts with their workbooks, strict parsing, fixed bytes and
the seal; docxtpl only fills the text. Run: ``python bench/report.py [rounds]``.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from typing import Any

from ita import criteria, interchange, rating, reports, scoring
from ita.paths import resource
from ita.word.content.context import context, values

ROUNDS = 15


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Return the median time of one run, after one to warm up."""
    work()
    times: list[float] = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def main(rounds: int) -> None:
    """Print the times in milliseconds and the ratio."""
    assessment = interchange.load(resource("workbook", "examples", "nongphlap_2568.yaml"))
    info = reports.find("analysis_by_tool")
    rules = criteria.load(assessment.fiscal_year)
    scores = scoring.score(rules, assessment.given)
    plain = values(context(assessment, rules, scores, rating.level(rules, scores, assessment.given.level)))
    docxtpl: Any = import_module("docxtpl")

    def bare() -> None:
        template = docxtpl.DocxTemplate(str(info.path))
        template.render(plain, autoescape=True)
        template.save(BytesIO())

    ours, theirs = milliseconds(lambda: reports.compose(assessment, info), rounds), milliseconds(bare, rounds)
    print(f"ita report     {ours:7.1f} ms")
    print(f"docxtpl, bare  {theirs:7.1f} ms")
    print(f"ratio          {ours / theirs:7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
