"""Assessments with which checks are tested: clean ones, and ones with a single text or change."""

from __future__ import annotations

from random import Random

from msgspec.structs import replace

from ita import checks, criteria, rating, scoring
from ita.assessment import Agency, Assessment, Given, Measure, Previous, QuestionScore, Step
from ita.criteria import Criteria
from ita.findings import Finding

NAMES = ("หนองพลับ", "คลองนกกระทุง", "ฆ้องชัยพัฒนา", "ทุ่งกระเชาะ", "สระแก้ว", "ทดสอบ")
KINDS = {"อบต.": "องค์การบริหารส่วนตำบล", "ทต.": "เทศบาลตำบล"}


def agency(name: str = "หนองพลับ", kind: str = "อบต.") -> Agency:
    """Return an agency whose name, short name and type agree."""
    return Agency(name=f"{KINDS[kind]}{name}", short=f"{kind}{name}", type=kind, province="เพชรบุรี")


def every_score(rules: Criteria, value: float = 90.0) -> dict[str, QuestionScore]:
    """Return every question and item of the year with the same score."""
    pair: QuestionScore = (value, value)
    by_code: dict[str, QuestionScore] = {
        q.code: pair if rules.tool_of(q.indicator).parts else value for q in rules.questions
    }
    return by_code | {item.code: value for item in rules.items}


def plain(year: int = 2568, **given: object) -> Assessment:
    """Return an assessment in which every score is 90, changed by ``given``."""
    questions = every_score(criteria.load(year))
    return Assessment(agency=agency(), fiscal_year=year, given=replace(Given(questions=questions), **given))


def random_clean(seed: int, year: int) -> Assessment:
    """Return an assessment as it should be: every figure published as computed, every weak indicator with a measure."""
    rng, rules = Random(seed), criteria.load(year)  # noqa: S311 - repeatable, not secret
    low = rng.choice((1, 60, 84, 94))
    true = Given(questions={code: _like(score, rng, low) for code, score in every_score(rules).items()})
    given = _published(rules, true)
    shown = Given(questions={code: _rounded(score) for code, score in true.questions.items()})
    scores = scoring.score(rules, given)
    return Assessment(
        agency=agency(rng.choice(NAMES), rng.choice(tuple(KINDS))),
        fiscal_year=year,
        given=replace(
            given,
            questions=shown.questions if rng.random() < 0.8 else {},
            level=rating.level(rules, scores).used,
        ),
        previous=Previous(fiscal_year=year - 1, total=round(rng.uniform(50, 100), 2)),
        measures=tuple(_measure(rules, indicator.number) for indicator in rules.indicators),
    )


def _like(score: QuestionScore, rng: Random, low: int) -> QuestionScore:
    if isinstance(score, tuple):
        return (rng.uniform(low, 100), rng.uniform(low, 100))
    return rng.choice((rng.uniform(low, 100), rng.uniform(low, 100), 100.0))


def _rounded(score: QuestionScore) -> QuestionScore:
    if isinstance(score, tuple):
        first, second = score
        return (_shown(first), _shown(second))
    return _shown(score)


def _shown(score: float | None) -> float | None:
    return None if score is None else float(rating.displayed(score))


def _published(rules: Criteria, true: Given) -> Given:
    """Return every figure above the questions, rounded as it is announced."""
    scores = scoring.score(rules, true)

    def figure(key: str) -> float | None:
        return _shown(scores.used(key))

    parts = [(part.code, tool.code) for tool in rules.tools for part in tool.parts]
    tools = [code for tool in rules.tools for code in dict.fromkeys((tool.code, *tool.scored_codes))]
    return Given(
        sub_indicators={s.code: figure(scoring.sub_indicator_key(s.code)) for s in rules.sub_indicators},
        eit_parts={
            part: {i.number: figure(scoring.part_indicator_key(part, i.number)) for i in rules.indicators_of(tool)}
            for part, tool in parts
        },
        indicators={i.number: figure(scoring.indicator_key(i.number)) for i in rules.indicators},
        tools={code: figure(scoring.tool_key(code)) for code in tools},
        total=figure(scoring.TOTAL),
    )


def _measure(rules: Criteria, number: int) -> Measure:
    tool = rules.tool_of(number)
    step = Step(text="ชี้แจงแนวปฏิบัติ", period=f"ตุลาคม {rules.fiscal_year}", responsible=("สำนักปลัด",))
    text = f"มาตรการยกระดับตัวชี้วัดที่ {number}"
    return Measure(measure=text, tool=tool.code, indicator=number, steps=(step,))


def findings(assessment: Assessment, places: dict[str, str] | None = None) -> list[Finding]:
    """Return everything that the checks find."""
    return checks.check(criteria.load(assessment.fiscal_year), assessment, places or {})


def codes(assessment: Assessment) -> list[str]:
    """Return the codes of what the checks find."""
    return [found.code for found in findings(assessment)]


def said(assessment: Assessment, text: str) -> list[str]:
    """Return the codes of what the checks find in a foreword of these words."""
    whole = replace(assessment, texts={"foreword": text})
    return [found.code for found in findings(whole) if found.where == "texts.foreword"]
