"""Measures to propose for an assessment: for the questions that could add most to the total and have none yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from ita import advice, analysis
from ita.analysis import Gain
from ita.assessment import Assessment, Measure
from ita.criteria import Criteria, issues_of
from ita.scoring import indicator_key, score

MOST = 5
"""How many measures are proposed at a time: as many as an office can look at and accept."""


def propose(criteria: Criteria, assessment: Assessment, most: int = MOST) -> tuple[Measure, ...]:
    """Return at most ``most`` measures, those with most to gain first, each for one question or item.

    Where no question has a score, they are for the weakest indicators as a whole. Questions and indicators that a
    measure of the assessment names are left out, as are those that there is no advice for.
    """
    gains = analysis.gains(criteria, score(criteria, assessment.given))
    found = _for_questions(criteria, assessment, gains) if gains else _for_indicators(criteria, assessment)
    return tuple(islice(found, most))


def _for_questions(criteria: Criteria, assessment: Assessment, found: Sequence[Gain]) -> Iterator[Measure]:
    """Yield measures by the sum of what a question's parts could add, most first."""
    gains: dict[str, float] = {}
    for gain in found:
        gains[gain.code] = gains.get(gain.code, 0.0) + gain.points
    named = {code for measure in assessment.measures for code in measure.questions}
    known = advice.load(criteria.fiscal_year)
    for code in sorted(gains, key=lambda code: -gains[code]):
        if code in known and code not in named:
            measure = advice.proposed_measure(known[code], assessment.next_year)
            yield msgspec.structs.replace(measure, issue=_issue_of(criteria, code))


def _for_indicators(criteria: Criteria, assessment: Assessment) -> Iterator[Measure]:
    """Yield measures for indicators below full score, the weakest first."""
    scores = score(criteria, assessment.given)
    known = {i.number: used for i in criteria.indicators if (used := scores.used(indicator_key(i.number))) is not None}
    named = {measure.indicator for measure in assessment.measures}
    for number in sorted(known, key=lambda number: known[number]):
        if known[number] < analysis.FULL_SCORE and number not in named:
            yield advice.proposed_measure(advice.for_indicator(number), assessment.next_year)


def _issue_of(criteria: Criteria, code: str) -> int | None:
    """Return the number of the issue that asks about a question; None where no issue does."""
    return next((issue.number for issue in issues_of(criteria.fiscal_year) if code in issue.codes), None)
