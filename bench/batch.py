"""A hundred agencies in one go against docxtpl's own loop over the same template: prints both times and their ratio.

Ours compiles the template once and does everything a report needs (scores, sentences, charts with their workbooks,
strict parsing, seal); docxtpl gets the values ready-made and reads, compiles, fills and saves the text for each
agency anew, which is its own way. Both get the same agencies. CPU time, so that other programs do not count.
Run: ``python bench/batch.py [agencies]``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from io import BytesIO
from typing import Any

import msgspec

from ita import interchange, rating, reports, rules, scoring
from ita.assessment import Assessment
from ita.paths import resource
from ita.word.content.context import context, values
from ita.word.filling import render

AGENCIES = 100
TEMPLATE = "analysis_by_tool"
GOAL = 3.0


def agencies(number: int) -> list[Assessment]:
    """Return agencies with names and scores of their own."""
    base = interchange.load(resource("workbook", "examples", "nongphlap_2568.yaml"))
    return [_agency(base, index) for index in range(number)]


def _agency(base: Assessment, index: int) -> Assessment:
    scores = {code: _lower(score, index) for code, score in base.given.questions.items()}
    agency = msgspec.structs.replace(base.agency, name=f"องค์การบริหารส่วนตำบลที่ {index}", short=f"อบต.ที่ {index}")
    return msgspec.structs.replace(base, agency=agency, given=msgspec.structs.replace(base.given, questions=scores))


def _lower(score: object, index: int) -> Any:  # noqa: ANN401 (a score, its parts, or nothing)
    if isinstance(score, list):
        return [_lower(part, index) for part in score]
    return max(0.0, score - index / 10) if isinstance(score, float | int) else score


def ready(assessment: Assessment) -> dict[str, object]:
    """Return the values of a report, which docxtpl is given ready-made."""
    year_rules = rules.of(assessment)
    scores = scoring.score(year_rules, assessment.given)
    return values(context(assessment, year_rules, scores, rating.level(year_rules, scores, assessment.given.level)))


def milliseconds(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    """Return the CPU time of one report."""
    start = time.process_time()
    for item in items:
        work(item)
    return (time.process_time() - start) * 1000 / len(items)


def main(number: int) -> None:
    """Print the times in milliseconds a report and the ratio."""
    info = reports.find(TEMPLATE)
    docxtpl: Any = import_module("docxtpl")
    assessments = agencies(number)

    def bare(plain: dict[str, object]) -> None:
        template = docxtpl.DocxTemplate(str(info.path))
        template.render(plain, autoescape=True)
        template.save(BytesIO())

    render.compiled.cache_clear()
    theirs = milliseconds(bare, [ready(assessment) for assessment in assessments])
    ours = milliseconds(lambda assessment: reports.compose(assessment, info), assessments)
    print(f"ita, compiled once     {ours:7.1f} ms a report")
    print(f"docxtpl, its own loop  {theirs:7.1f} ms a report")
    print(f"ratio                  {theirs / ours:7.2f} (goal {GOAL})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else AGENCIES)
