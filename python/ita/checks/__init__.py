"""What is missing, impossible, contradictory or copied in an assessment, as findings with their place.

``figures``, ``levels`` and ``home`` look at what was typed into the score sheets and the first sheet, ``plan`` at
the measures, ``texts`` at everything written in words.
"""

from __future__ import annotations

from collections.abc import Mapping

from ita.assessment import Assessment
from ita.checks import figures, home, levels, plan, texts
from ita.checks.subject import Subject
from ita.criteria import Criteria
from ita.findings import Finding
from ita.scoring import score

__all__ = ["check"]


def check(criteria: Criteria, assessment: Assessment, places: Mapping[str, str]) -> list[Finding]:
    """Return the findings of an assessment, errors first; ``places`` gives the cell of each figure or text by key.

    The keys are those of ``ita.excel.reading.tables.Reading``; a key without a cell stands for the place itself.
    Cells that could not be read are found by whoever read them (``Reading.findings``).
    """
    subject = Subject(criteria, assessment, score(criteria, assessment.given), places)
    found = [finding for room in (home, figures, levels, plan, texts) for finding in room.check(subject)]
    return sorted(found, key=lambda finding: finding.severity != "error")
