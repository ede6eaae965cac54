"""The rules of one assessment: its year's criteria with what the user had to name."""

from __future__ import annotations

from ita import criteria, rules, scoring
from ita.assessment import Agency, Assessment, Given, Wording

AGENCY = Agency(name="เทศบาลตำบลทดสอบ")
NAMED = (Wording(code="i1", text="ข้อที่หนึ่ง", indicator=1), Wording(code="o2", text="ข้อมูลผู้บริหาร"))


def assessment(year: int, *wordings: Wording, given: Given | None = None) -> Assessment:
    """Return an assessment of a year with these wordings."""
    return Assessment(agency=AGENCY, fiscal_year=year, wordings=wordings, given=given or Given())


def test_a_year_without_wordings_is_its_criteria() -> None:
    """Nothing named means the year's own criteria, unchanged."""
    assert rules.of(assessment(2568)) is criteria.load(2568)


def test_a_named_question_is_the_users() -> None:
    """A code that the year lacks becomes a question marked as the user's, and its score is kept."""
    given = Given(questions={"i1": 88.0})
    found = rules.of(assessment(2569, *NAMED, given=given))
    (question,) = found.questions
    assert (question.code, question.text, question.indicator, question.source) == ("i1", "ข้อที่หนึ่ง", 1, criteria.USER)
    assert found.sources[criteria.USER] == rules.USER_SOURCE
    assert scoring.score(found, given).used("questions.IIT.i1") == 88


def test_nothing_is_computed_from_named_questions() -> None:
    """Nobody can tell whether the user named all questions of an indicator, so none is computed from them."""
    given = Given(questions={"i1": 88.0})
    scores = scoring.score(rules.of(assessment(2569, *NAMED, given=given)), given)
    assert scores.used("indicators.1") is None


def test_a_missing_title_is_filled_in() -> None:
    """A title that the year lacks is the user's; a known one stays."""
    typed = (Wording(code="o2", text="ข้อมูลผู้บริหาร"), Wording(code="o1", text="อย่างอื่น"))
    titles = {item.code: item.title for item in rules.of(assessment(2569, *typed)).items}
    assert (titles["o2"], titles["o1"]) == ("ข้อมูลผู้บริหาร", "โครงสร้าง หน้าที่และอำนาจ")


def test_a_question_of_no_indicator_is_left_out() -> None:
    """A new code without an indicator of the year cannot be placed."""
    assert rules.of(assessment(2569, Wording(code="i1", text="ลอย"))).questions == ()


def test_an_estimate_is_only_for_years_that_borrow() -> None:
    """A year with weights and levels of its own is never estimated; 2569 borrows those of 2568."""
    borrowed = rules.estimating(assessment(2569))
    assert rules.estimating(assessment(2568)) is None
    assert borrowed is not None
    assert borrowed.weights == criteria.load(2568).weights
    assert borrowed.levels == criteria.load(2568).levels
