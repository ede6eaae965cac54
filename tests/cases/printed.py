"""The contradictions of the five real reports, each with what makes it and the finding it must give.

Only the few words that make a contradiction are entered, never the sentences around them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from cases.books import example
from ita.assessment import Assessment, ItemEvidence, Measure, QuestionScore

Change = Callable[[Assessment], Assessment]

NONGPHLAP, KHLONG = "nongphlap_2568", "khlongnokkrathung_2567"
THUNGKRACHO, KHONGCHAI = "thungkracho_2564", "khongchaiphatthana_2568"


@dataclass(frozen=True)
class Contradiction:
    """One contradiction: what it is, how it is entered, and the finding that must tell of it.

    ``where`` is the key of the figure or text that the finding stands at.
    """

    case: str
    what: str
    enter: Change
    code: str
    where: str


def corrected(case: str) -> Assessment:
    """Return a case without its contradictions: 29 answers on six levels give i7 of คลองนกกระทุง 96.55."""
    found = example(case)
    return question("i7", 96.55)(found) if case == KHLONG else found


def as_printed(case: str) -> Assessment:
    """Return a case with all of its contradictions."""
    found = corrected(case)
    for one in CONTRADICTIONS:
        found = one.enter(found) if one.case == case else found
    return found


def question(code: str, score: QuestionScore) -> Change:
    """Return what gives a question another score."""
    return lambda found: replace(found, given=replace(found.given, questions={**found.given.questions, code: score}))


def tool(code: str, score: float) -> Change:
    """Return what gives a tool a published score."""
    return lambda found: replace(found, given=replace(found.given, tools={**found.given.tools, code: score}))


def text(key: str, words: str) -> Change:
    """Return what adds a text to the report."""
    return lambda found: replace(found, texts={**found.texts, key: words})


def cause(number: int, words: str) -> Change:
    """Return what gives an issue another cause."""
    return lambda found: replace(
        found, issues=tuple(replace(one, cause=words) if one.number == number else one for one in found.issues)
    )


def item(code: str, **fields: str) -> Change:
    """Return what changes the comment or the suggestion of an item."""
    return lambda found: replace(
        found, items={**found.items, code: replace(found.items.get(code, ItemEvidence()), **fields)}
    )


def measure(number: int, **fields: object) -> Change:
    """Return what changes a measure, counted from 1."""
    return lambda found: replace(
        found,
        measures=tuple(replace(one, **fields) if n == number else one for n, one in enumerate(found.measures, 1)),
    )


def repeated(number: int, first: int) -> Change:
    """Return what puts one measure's words and questions into another, which keeps its indicator."""

    def enter(found: Assessment) -> Assessment:
        copied: Measure = replace(found.measures[first - 1], indicator=found.measures[number - 1].indicator)
        return replace(found, measures=(*found.measures[: number - 1], copied, *found.measures[number:]))

    return enter


CONTRADICTIONS = (
    Contradiction(
        NONGPHLAP,
        "the agency is spelled in two ways, หนองปลับ on the cover and หนองพลับ in the body",
        text("cover", "รายงานขององค์การบริหารส่วนตำบลหนองปลับ"),
        "text.agency_misspelt",
        "texts.cover",
    ),
    Contradiction(
        NONGPHLAP,
        "the paragraph on the EIT gives 2567 as the year assessed",
        text("tools", "แบบวัด EIT ถามผู้รับบริการหรือผู้ติดต่อในช่วงปีงบประมาณ พ.ศ. ๒๕๖๗"),
        "text.assessed_year",
        "texts.tools",
    ),
    Contradiction(
        NONGPHLAP,
        "the OIT row says that the OIT passed and names nothing to improve, with indicator 9 at 83.75",
        measure(5, indicator=None, analysis="OIT ผ่านตามหลักเกณฑ์ ควรรักษามาตรฐานไว้"),
        "measure.passed",
        "measures.5.analysis",
    ),
    Contradiction(
        NONGPHLAP,
        "the EIT row says that indicators 6 and 7 both have the highest score",
        measure(3, analysis="ตัวชี้วัดที่ ๖ และตัวชี้วัดที่ ๗ โดยมีคะแนนสูงสุด"),
        "text.not_highest",
        "measures.3.analysis",
    ),
    Contradiction(
        THUNGKRACHO,
        "86.37 is printed as the OIT's score, the items give 96.25",
        tool("OIT", 86.37),
        "figure.differs",
        "tools.OIT",
    ),
    Contradiction(
        THUNGKRACHO,
        "the first heading names another agency",
        text("heading", "คะแนนที่ได้ขององค์การบริหารส่วนตำบลหนองแปน"),
        "text.agency",
        "texts.heading",
    ),
    Contradiction(
        THUNGKRACHO,
        "the failing item E-Service is printed as 007",
        item("o17", comment="ข้อ 007 E-Service"),
        "text.code_misprint",
        "items.o17.comment",
    ),
    Contradiction(
        THUNGKRACHO,
        "the agency is spelled in two ways, ทุ่งกระเชาะ and ทุ่งกระเซาะ",
        item("o17", suggestion="แสดงช่องทางบนเว็บไซต์ของเทศบาลตำบลทุ่งกระเซาะ"),
        "text.agency_misspelt",
        "items.o17.suggestion",
    ),
    Contradiction(
        KHLONG,
        "indicator 3 is printed as 98.85, its questions give 98.83",
        question("i7", 96.50),
        "figure.differs",
        "indicators.3",
    ),
    Contradiction(
        KHLONG,
        "the text of issue 4 gives indicator 4 as 100.00, the table 95.40",
        cause(4, "ตัวชี้วัดการใช้ทรัพย์สินของทางราชการ ได้ ๑๐๐.๐๐...คะแนน"),
        "text.score",
        "issues.4.cause",
    ),
    Contradiction(
        KHLONG,
        "issue 5 names a lowest question where all have 100",
        cause(5, "ข้อคำถามที่ได้คะแนนน้อยที่สุด : i๔"),
        "text.all_equal",
        "issues.5.cause",
    ),
    Contradiction(
        KHLONG,
        "issue 2 names e9 as the lowest question where e3 is lower",
        cause(2, "ข้อความที่ได้คะแนนน้อยที่สุด : e๙...ไม่เคยใช้ E-Service"),
        "text.not_lowest",
        "issues.2.cause",
    ),
    Contradiction(
        KHLONG,
        "o15 stands under issue 5 and again under issue 6",
        measure(6, questions=("i7", "i8", "i9", "o15", "o18", "o19", "o20", "o21")),
        "measure.other_issue",
        "measures.6.questions",
    ),
    Contradiction(
        KHLONG,
        "the foreword gives 2568 as the year assessed",
        text("foreword", "การประเมิน (ITA) ประจำปีงบประมาณ พ.ศ.๒๕๖๘ มุ่งให้หน่วยงานทราบระดับคุณธรรม"),
        "text.assessed_year",
        "texts.foreword",
    ),
    Contradiction(
        KHLONG,
        "the rating table gives 85 as the mark of ผ่านดีเยี่ยม",
        text("rating", "๘๕.๐๐ - ๑๐๐ และทุกเครื่องมือ ๘๕ คะแนนขึ้นไป ผ่านดีเยี่ยม"),
        "text.level_mark",
        "texts.rating",
    ),
    Contradiction(
        KHONGCHAI,
        "the group of indicator 3 repeats the question and the text of indicator 2",
        repeated(5, 4),
        "measure.other_indicator",
        "measures.5.indicator",
    ),
    Contradiction(
        KHONGCHAI,
        "o2 stands under sub-indicator 9.2, it belongs to 9.1",
        measure(12, analysis="ตัวชี้วัดย่อย ๙.๒ การบริหารงาน ข้อ o๒ ข้อมูลผู้บริหาร"),
        "text.sub_indicator",
        "measures.12.analysis",
    ),
)
"""Every contradiction that a program can see, in the order of the reports."""

UNSEEN = {
    (KHLONG, "i7 is printed as 96.50, which 29 answers on six levels cannot give"): (
        "An assessment holds no number of respondents, so no score can be called impossible for their number. What the "
        "slip does to indicator 3 is found; with 96.55 the indicator is right."
    ),
}
"""Every contradiction that a program cannot see, with the reason."""
