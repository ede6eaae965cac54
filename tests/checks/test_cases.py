"""What contradicts itself in two real reports is found when entered as printed.

Not entered anywhere, hence not found: how a cover is spelled where the agency's name is typed right (the spelling is
found in any text). A printed i7 of 96.50 is a possible score; that it should be 96.55 shows in indicator 3 alone.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita import interchange
from ita.assessment import Agency, Assessment, Given, IssueAnalysis, Measure, Step
from ita.criteria import load
from ita.paths import resource
from support.checked import codes, findings


def example(name: str) -> Assessment:
    """Return one of the real assessments."""
    return interchange.load(resource("workbook", "examples", f"{name}.yaml"))


def of(assessment: Assessment, where: str) -> list[str]:
    """Return what is found at one place."""
    return [f.code for f in findings(assessment) if f.where.startswith(where)]


NONGPHLAP = example("nongphlap_2568")
KHLONG = example("khlongnokkrathung_2567")
STEP = Step(text="ก", period="ข", responsible=("ค",))


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("องค์การบริหารส่วนตำบลหนองปลับ", "text.agency_misspelt"),
        ("ผู้ติดต่อในช่วงปีงบประมาณ พ.ศ. ๒๕๖๗", "text.assessed_year"),
        ("ตัวชี้วัดที่ ๖ และตัวชี้วัดที่ ๗ โดยมีคะแนนสูงสุด", "text.not_highest"),
    ],
)
def test_texts_of_nongphlap(printed: str, code: str) -> None:
    """A misspelt name, another year, and two indicators that cannot both be the highest."""
    assert of(replace(NONGPHLAP, texts={"foreword": printed}), "texts") == [code]


def test_nongphlap_passed_oit_with_a_weak_indicator() -> None:
    """The OIT measure says that OIT passed and is silent on indicator 9 (83.75)."""
    measure = Measure(measure="ก", tool="OIT", analysis="OIT ผ่านตามหลักเกณฑ์ที่กำหนด", steps=(STEP,))
    found = codes(replace(NONGPHLAP, measures=(*NONGPHLAP.measures[:-1], measure)))
    assert {"measure.passed", "weak.indicators"} <= set(found)


def test_khlongnokkrathung_indicator_3() -> None:
    """98.85 is printed, the questions as printed give 98.83."""
    printed = replace(KHLONG, given=replace(KHLONG.given, questions={**KHLONG.given.questions, "i7": 96.50}))
    assert "figure.differs" in of(printed, "indicators.3")


@pytest.mark.parametrize(
    ("issue", "printed", "code"),
    [
        (4, "ตัวชี้วัดการใช้ทรัพย์สินของทางราชการ ๑๐๐.๐๐...คะแนน", "text.score"),
        (5, "ข้อคำถามที่ได้คะแนนน้อยที่สุด : i๔", "text.all_equal"),
        (2, "ข้อคำถามที่ได้คะแนนน้อยที่สุด : e๙", "text.not_lowest"),
    ],
)
def test_issues_of_khlongnokkrathung(issue: int, printed: str, code: str) -> None:
    """A score that the table does not have, and weakest questions that are not the weakest."""
    assert of(replace(KHLONG, issues=(IssueAnalysis(number=issue, cause=printed),)), "issues") == [code]


def test_khlongnokkrathung_lists_o15_twice() -> None:
    """o15 belongs to issue 5; under issue 6 it is told."""
    measures = (Measure(measure="ก", issue=5, questions=("o15",), steps=(STEP,)),)
    measures += (Measure(measure="ข", issue=6, questions=("i7", "o15"), steps=(STEP,)),)
    assert of(replace(KHLONG, measures=measures), "measures") == ["measure.other_issue"]


def test_khlongnokkrathung_foreword_and_rating_table() -> None:
    """The foreword dates the assessment to the plan's year; the rating table gives 85 for the highest level."""
    texts = {"foreword": "(ITA) ประจำปีงบประมาณ พ.ศ.๒๕๖๘", "rating": "ผ่านดีเยี่ยม คือ ๘๕ คะแนนขึ้นไป"}
    assert of(replace(KHLONG, texts=texts), "texts") == ["text.assessed_year", "text.level_mark"]


def test_khlongnokkrathung_level_by_the_printed_table() -> None:
    """By the printed table the level would be ผ่านดีเยี่ยม, which EIT part 2 refutes."""
    assert of(replace(KHLONG, given=replace(KHLONG.given, level="ผ่านดีเยี่ยม")), "level") == ["level.too_high"]


THUNGKRACHO = Assessment(
    agency=Agency(name="เทศบาลตำบลทุ่งกระเชาะ", short="ทต.ทุ่งกระเชาะ", type="ทต."),
    fiscal_year=2564,
    given=Given(
        questions={item.code: 0.0 if item.code in {"o17", "o28"} else 100.0 for item in load(2564).items},
        indicators={9: 92.50, 10: 100.0},
    ),
)


def test_thungkracho_oit() -> None:
    """86.37 stands for the OIT, in a cell or in words; the items give 96.25."""
    assert codes(THUNGKRACHO).count("figure.differs") == 0
    typed = replace(THUNGKRACHO, given=replace(THUNGKRACHO.given, tools={"OIT": 86.37}))
    assert of(typed, "tools.OIT") == ["figure.differs"]
    told = replace(THUNGKRACHO, texts={"foreword": "OIT มีคะแนนรวมเท่ากับ 86.37 คะแนน"})
    assert of(told, "texts") == ["text.score"]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("ขององค์การบริหารส่วนตำบลหนองแปน ปี", "text.agency"),
        ("เทศบาลตำบลทุ่งกระเซาะ", "text.agency_misspelt"),
        ("ข้อ 007 E-Service", "text.code_misprint"),
    ],
)
def test_texts_of_thungkracho(printed: str, code: str) -> None:
    """Another agency's name, a misspelling of the own one, and an item printed as a number."""
    assert of(replace(THUNGKRACHO, texts={"foreword": printed}), "texts") == [code]


def test_khongchaiphatthana_repeats_a_group() -> None:
    """The group of indicator 3 repeats question and words of indicator 2; o2 stands under 9.2."""
    second = Measure(measure="เปิดเผยข้อมูลการจัดซื้อ", tool="IIT", indicator=2, questions=("i6",), steps=(STEP,))
    ninth = Measure(measure="ก", tool="OIT", indicator=9, analysis="ตัวชี้วัดย่อย ๙.๒ ข้อ o๒", steps=(STEP,))
    agency = Agency(name="เทศบาลตำบลฆ้องชัยพัฒนา", short="ทต.ฆ้องชัยพัฒนา", type="ทต.")
    whole = Assessment(agency=agency, fiscal_year=2568, measures=(second, replace(second, indicator=3), ninth))
    assert of(whole, "measures.2") == ["measure.other_indicator", "measure.repeated"]
    assert of(whole, "measures.3") == ["text.sub_indicator"]
