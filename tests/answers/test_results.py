"""How a survey's scores enter an assessment."""

from __future__ import annotations

import pytest

from ita import criteria, scoring
from ita.answers import as_given, score
from ita.assessment import Given
from support import surveys

R67 = criteria.load(2567)
R68 = criteria.load(2568)


def test_scores_of_a_tool_without_parts_are_single() -> None:
    """IIT scores enter as numbers; a question without a sound score is left out."""
    result = score(R68, "IIT", surveys.table(["i1", "i2", "i3"], ["มาก", "มาก", "ไม่มี"], ["น้อย", "อะไร", "ไม่มี"]))
    assert as_given(result) == {"i1": 60.0, "i3": 100.0}


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("EIT1", {"e1": (10.0, 20.0)}, (80.0, 20.0)),
        ("EIT2", {"e1": (10.0, 20.0)}, (10.0, 80.0)),
        ("EIT1", {}, (80.0, None)),
        ("EIT2", None, (None, 80.0)),
        ("EIT2", {"e1": None}, (None, 80.0)),
    ],
)
def test_scores_of_a_part_enter_the_pair(
    part: str, before: dict[str, tuple[float, float] | None] | None, after: tuple[float | None, float | None]
) -> None:
    """An EIT part fills its half of the pair and leaves the other as it was."""
    result = score(R67, part, surveys.table(["e1"], ["เห็นด้วย"]))
    assert as_given(result, before) == {"e1": after}


def test_both_parts_score_as_the_assessment_does() -> None:
    """Two surveys merged one after the other give the assessment the parts' own figures."""
    headings = [q.code for q in surveys.questions(R67, "EIT")]
    rows = [["เห็นด้วย", "เห็นด้วย", "ไม่เคย", *["เห็นด้วยอย่างยิ่ง"] * 5, "เคย"]]
    first = score(R67, "EIT1", surveys.table(headings, *rows))
    second = score(R67, "EIT2", surveys.table(headings, ["ไม่เห็นด้วย", *rows[0][1:]]))
    merged = as_given(second, as_given(first))
    figures = scoring.score(R67, Given(questions=merged))
    assert (figures.used("tools.EIT1"), figures.used("tools.EIT2")) == (first.score, second.score)
    assert [figures.used(f"eit_parts.EIT2.{one.number}") for one in second.indicators] == [
        one.score for one in second.indicators
    ]
