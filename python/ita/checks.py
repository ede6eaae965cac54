"""What is missing or impossible in an assessment, as findings with their place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from ita.assessment import Assessment
from ita.criteria import Criteria, Tool
from ita.findings import Finding, finding
from ita.scoring import question_key, score


def check(criteria: Criteria, assessment: Assessment, places: Mapping[str, str]) -> list[Finding]:
    """Return the findings of an assessment; ``places`` gives the cell of each figure by key.

    Cells that could not be read are found by whoever read them (``ita.excel.tables.Reading.findings``).
    """
    return [*_agency(assessment), *_missing(criteria, assessment, places)]


def _agency(assessment: Assessment) -> Iterator[Finding]:
    if not assessment.agency.name:
        yield finding("agency.name_missing", "หน้าหลัก")


def _missing(criteria: Criteria, assessment: Assessment, places: Mapping[str, str]) -> Iterator[Finding]:
    """Yield, for each tool or part, the questions without a score, except where it was not processed."""
    figures = score(criteria, assessment.given)
    for tool in criteria.tools:
        codes = _codes(criteria, tool)
        for scored in tool.scored_codes:
            blank = [c for c in codes if figures.used(question_key(scored, c)) is None]
            if blank and scored not in figures.not_processed:
                where = places.get(question_key(scored, blank[0]), scored)
                yield finding("score.missing", where, tool=scored, count=len(blank), codes=_runs(blank, codes))


def _codes(criteria: Criteria, tool: Tool) -> list[str]:
    """Return the codes of a tool's questions or items, in the order of the form."""
    indicators = [i.number for i in criteria.indicators_of(tool.code)]
    questions = [q.code for number in indicators for q in criteria.questions_of(number)]
    subs = [s.code for number in indicators for s in criteria.sub_indicators_of(number)]
    return questions + [item.code for sub in subs for item in criteria.items_of(sub)]


def _runs(some: list[str], codes: list[str]) -> str:
    """Return codes with neighbours joined: i1, i4–i6."""
    wanted = set(some)
    runs = [list(group) for inside, group in groupby(codes, wanted.__contains__) if inside]
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
