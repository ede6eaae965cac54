"""What an agency entered, as immutable values."""

from __future__ import annotations

import msgspec
import pytest

from ita.assessment import Agency, Assessment, Given, Measure, Previous, Step


def test_an_agency_and_a_year_are_enough() -> None:
    """Everything but the agency and the fiscal year may be left out, and is then empty."""
    found = Assessment(agency=Agency(), fiscal_year=2568)
    assert (found.given, found.previous, found.measures, found.texts) == (Given(), Previous(), (), {})
    assert found.given.total is None


@pytest.mark.parametrize(("plan_year", "expected"), [(None, 2569), (2570, 2570)])
def test_measures_are_planned_for_the_year_after(plan_year: int | None, expected: int) -> None:
    """Measures are for the year after the one assessed, unless another is given."""
    assert Assessment(agency=Agency(), fiscal_year=2568, plan_year=plan_year).next_year == expected


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (Assessment(agency=Agency(), fiscal_year=2568), "fiscal_year"),
        (Agency(name="ก"), "name"),
        (Given(total=90), "total"),
        (Measure(measure="ก"), "measure"),
        (Step(text="ก"), "text"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_cannot_be_changed(value: msgspec.Struct, field: str) -> None:
    """Nothing of an assessment can be changed once it is there."""
    with pytest.raises(AttributeError):
        setattr(value, field, None)


def test_equal_content_is_equal() -> None:
    """Two assessments with the same content are equal, and another total makes them differ."""
    first, second = (Assessment(agency=Agency(name="ก"), fiscal_year=2568, given=Given(total=90)) for _ in range(2))
    assert first == second
    assert first != msgspec.structs.replace(first, given=Given(total=91))


def test_misspelt_fields_are_refused() -> None:
    """A field that does not exist is an error and never silently lost."""
    with pytest.raises(msgspec.ValidationError, match="totl"):
        msgspec.convert({"totl": 90}, Given)


def test_eit_questions_hold_two_parts() -> None:
    """A question's score is a number, a pair of parts with blanks, or blank."""
    found = msgspec.convert({"questions": {"i1": 98.62, "e1": [99.5, None], "o1": None}}, Given)
    assert found.questions == {"i1": 98.62, "e1": (99.5, None), "o1": None}
