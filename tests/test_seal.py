"""The hash of the figures: the same for the same figures however they came, another for any that changed."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from msgspec.structs import replace

from ita import interchange, seal
from ita.assessment import Assessment, Previous
from ita.paths import resource

EXAMPLE = resource("workbook", "examples", "khlongnokkrathung_2567.yaml")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    """Return an assessment with every question typed."""
    return interchange.load(EXAMPLE)


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.0, "0"), (100, "100"), (98.62, "98.62"), (1 / 3, "0.333333333"), (1e-12, "0"), (-1.5, "-1.5")],
)
def test_a_figure_is_written_alike_by_every_program(value: float, text: str) -> None:
    """Nine decimals at most, none that say nothing, no exponent and no minus zero."""
    assert seal.number(value) == text


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("82.27568184", "82.275681839", True),
        ("98.62", "98.62", True),
        ("98.62", "98.620000002", False),
        ("98.62", "98.61", False),
        ("ก", "ก", True),
        ("ก", "98.62", False),
        ("1.2.3", "1.2.4", False),
    ],
)
def test_the_last_decimal_may_be_rounded_otherwise(was: str, now: str, same: bool) -> None:  # noqa: FBT001 (a case)
    """Two figures one step of the ninth decimal apart are the same; more is a change, and so is any word."""
    assert seal.is_same(was, now) == same


def test_white_space_says_nothing() -> None:
    """Line breaks and runs of blanks, which programs change when they save, leave the hash alone."""
    assert seal.plain(" ก\r\n\n ข\tค ") == seal.plain("ก ข ค")


def test_lines_are_not_run_together() -> None:
    """Moving a character from one line to the next gives another hash."""
    assert len({seal.digest(lines) for lines in (["ab", "c"], ["a", "bc"], ["abc"], ["a", "b", "c"], [])}) == 5


def test_the_same_figures_have_the_same_hash(assessment: Assessment) -> None:
    """The interchange file read back, and figures that differ only in how they were computed, hash alike."""
    again = replace(assessment, given=replace(assessment.given, total=(assessment.given.total or 0.0) + 1e-12))
    assert seal.figures_hash(assessment) == seal.figures_hash(again)


def test_blank_years_stand_for_the_usual_ones(assessment: Assessment) -> None:
    """A new workbook writes the plan's year and last year into blank cells, and the hash stays."""
    last = Previous(total=90.0)
    open_years = replace(assessment, plan_year=None, previous=last)
    written = replace(assessment, plan_year=2568, previous=replace(last, fiscal_year=2566))
    assert seal.figures_hash(open_years) == seal.figures_hash(written)
    assert seal.figures_hash(open_years) != seal.figures_hash(replace(written, plan_year=2569))


def test_every_question_counts(assessment: Assessment) -> None:
    """A hundredth of a point more or less in any question gives another hash."""
    hashes = {seal.figures_hash(assessment)}
    for code, score in assessment.given.questions.items():
        changed = tuple((one or 0.0) - 0.01 for one in score) if isinstance(score, tuple) else (score or 0.0) - 0.01
        questions = {**assessment.given.questions, code: changed}
        hashes.add(seal.figures_hash(replace(assessment, given=replace(assessment.given, questions=questions))))
    assert len(hashes) == len(assessment.given.questions) + 1


def test_the_figures_used_count(assessment: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other figures from the same entries, as other rules would give them, give another hash."""
    before = seal.figures_hash(assessment)
    monkeypatch.setattr("ita.rating.level", Mock(return_value=Mock(used="อื่น")))
    assert seal.figures_hash(assessment) != before
