"""Short ways to figures and criteria for the tests of the core."""

from __future__ import annotations

import msgspec
import pytest

from ita import criteria, interchange, scoring
from ita.assessment import Assessment, Given, QuestionScore
from ita.criteria import Band, Criteria, Rating
from ita.paths import resource
from ita.scoring import Scores

EXACT = 1e-9


def about(value: float, tolerance: float = EXACT) -> object:
    """Return what equals ``value`` to within ``tolerance`` points."""
    return pytest.approx(value, abs=tolerance, rel=0)


def assessment_of(name: str) -> Assessment:
    """Return the assessment of one of the two real agencies, from its data file."""
    return interchange.load(resource("workbook", "examples", f"{name}.yaml"))


def example(name: str) -> Scores:
    """Return the figures of one of the two real agencies."""
    assessment = assessment_of(name)
    return scoring.score(criteria.load(assessment.fiscal_year), assessment.given)


def of(rules: Criteria | int = 2568, /, **figures: object) -> Scores:
    """Return the figures of a year that follow from the given ones."""
    year = criteria.load(rules) if isinstance(rules, int) else rules
    return scoring.score(year, msgspec.convert(figures, Given))


def full(rules: Criteria, value: float) -> dict[str, QuestionScore]:
    """Return every question and item of a year with the same score."""
    in_parts = {q.code: bool(rules.tool_of(q.indicator).parts) for q in rules.questions}
    questions = {code: (value, value) if pair else value for code, pair in in_parts.items()}
    return {**questions, **{item.code: value for item in rules.items}}


def rating_of(rules: Criteria) -> Rating:
    """Return the rating of a year that has one."""
    assert rules.rating
    return rules.rating


def without_parts(
    rules: Criteria, bands: tuple[Band, ...] = (), rated: tuple[str, ...] = ("IIT", "EIT", "OIT")
) -> Criteria:
    """Return a year's criteria with an EIT in one piece, as before 2566, and with these bands if there are any."""
    old = rating_of(rules)
    tools = tuple(msgspec.structs.replace(tool, parts=()) for tool in rules.tools)
    rating = msgspec.structs.replace(old, rated=rated, bands=bands or old.bands)
    return msgspec.structs.replace(rules, tools=tools, rating=rating)
