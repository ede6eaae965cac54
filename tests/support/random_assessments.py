"""Random assessments, the same for the same seed: of every shape that an agency may leave behind.

``scored`` gives scores of one shape (``SHAPES``), for the formulas; ``filled`` fills every field, for reading back.
All of them are in the form in which a workbook is read: texts without spaces around them, nothing empty listed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from msgspec.structs import replace

from ita import scoring
from ita.assessment import (
    Agency,
    Assessment,
    AssessorSuggestion,
    Given,
    IssueAnalysis,
    ItemEvidence,
    Measure,
    Previous,
    QuestionScore,
    Signer,
    Step,
)
from ita.criteria import Criteria

EDGES = (84.995, 84.9949, 84.99, 85.0, 94.995, 94.9949, 95.0, 69.995, 70.0, 100.0, 0.0)
_WORDS = (
    "อบต.คลอง “นก” กระทุง",
    "เทศบาลตำบลน้ำปั้น ผู้ว่าฯ ที่ ๒๕๖๘",
    "<b>&amp; \"quote\" 'single'",
    "=SUM(A1:A9)",
    "+66 2 123 4567",
    "@import",
    "บรรทัดหนึ่ง\nบรรทัดสอง\n\nบรรทัดสี่",
    "1. ก\n2. ข",
    "_x0041_ _xD83D_",
    "เครื่องหมาย ✓ และ 🏛",
    "https://www.example.go.th/a?b=1&c=๒",
    "100%",
    "2568",
    "TRUE",
    "{{ jinja }} {% x %}",
    "tab\tภายใน",
    "#1",
    "ก่ำ กี้ ฐูญูฎุ",
)


def text(rng: Random) -> str:
    """Return one to three odd pieces of text."""
    return " ".join(rng.choices(_WORDS, k=rng.choice((1, 1, 2, 3))))


def perhaps(rng: Random) -> str:
    """Return a text or none."""
    return text(rng) if rng.random() < 0.7 else ""


def points(rng: Random, low: float = 0.0) -> float:
    """Return a score with two decimals, now and then none, full, or not rounded at all."""
    return rng.choice((round(rng.uniform(low, 100), 2),) * 6 + (0.0, 100.0, round(rng.uniform(low, 100), 9), 87.0))


def levels(criteria: Criteria) -> tuple[str, ...]:
    """Return the names of the year's levels, best first; none where its rating is not known."""
    return criteria.rating.levels if criteria.rating else ()


def _questions(criteria: Criteria, score: Callable[[], float | None]) -> dict[str, QuestionScore]:
    """Return a score for every question and item, a pair where its tool has parts."""
    found: dict[str, QuestionScore] = {}
    for question in criteria.questions:
        parts = criteria.tool_of(question.indicator).parts
        pair = (score(), score()) if parts else None
        if pair is None:
            found[question.code] = score()
        elif pair != (None, None):
            found[question.code] = pair
    found.update((item.code, score()) for item in criteria.items)
    return {code: value for code, value in found.items() if value is not None}


def complete(rng: Random, criteria: Criteria) -> Given:
    """Every question typed, all of a similar height."""
    low = rng.choice((0, 60, 84, 94))
    return Given(questions=_questions(criteria, lambda: points(rng, low)))


def partial(rng: Random, criteria: Criteria) -> Given:
    """Some questions typed, whole indicators among them."""
    share = rng.choice((0.02, 0.5, 0.9, 0.98))
    return Given(questions=_questions(criteria, lambda: points(rng, 50) if rng.random() < share else None))


def edge(rng: Random, criteria: Criteria) -> Given:
    """Every question of a tool at the same mark, so that tools and total stand on a threshold."""
    return level_at({tool.code: rng.choice(EDGES) for tool in criteria.tools}, criteria)


def level_at(marks: dict[str, float], criteria: Criteria) -> Given:
    """Every question of a tool at the tool's mark."""
    questions: dict[str, QuestionScore] = {item.code: marks["OIT"] for item in criteria.items}
    for question in criteria.questions:
        mark = marks[criteria.tool_of(question.indicator).code]
        questions[question.code] = (mark, mark) if criteria.tool_of(question.indicator).parts else mark
    return Given(questions=questions)


def published(rng: Random, criteria: Criteria) -> Given:
    """Some figures of every level as an agency would publish them, rounded; now and then one that contradicts."""
    whole = complete(rng, criteria)
    figures = scoring.score(criteria, whole)
    decimals = rng.choice((0, 1, 2, 2, 2))
    share = rng.choice((0.2, 0.5, 0.9))

    def some(keys: Iterable[tuple[str, str]]) -> dict[str, float | None]:
        drawn = {code: figures.used(key) for code, key in keys if rng.random() < share}
        noise = 3.0 if rng.random() < 0.1 else 0.0
        return {c: round(min(100.0, v + noise), decimals) for c, v in drawn.items() if v is not None}

    tools = [(c, scoring.tool_key(c)) for t in criteria.tools for c in dict.fromkeys((t.code, *t.scored_codes))]
    indicators = some((str(i.number), scoring.indicator_key(i.number)) for i in criteria.indicators)
    parts = {
        part.code: some(
            (str(i.number), scoring.part_indicator_key(part.code, i.number)) for i in criteria.indicators_of(tool.code)
        )
        for tool in criteria.tools
        for part in tool.parts
    }
    return Given(
        questions={c: v for c, v in whole.questions.items() if rng.random() < share},
        sub_indicators=some((s.code, scoring.sub_indicator_key(s.code)) for s in criteria.sub_indicators),
        eit_parts={code: {int(n): v for n, v in by.items()} for code, by in parts.items() if by},
        indicators={int(number): value for number, value in indicators.items()},
        tools=some(tools),
        total=some([("total", scoring.TOTAL)]).get("total"),
        level=rng.choice((*levels(criteria), None, None, None)),
    )


def skipped(rng: Random, criteria: Criteria) -> Given:
    """Tools or parts that were not processed, over detail or published figures."""
    base = rng.choice((complete, partial, published))(rng, criteria)
    codes = [code for tool in criteria.tools for code in tool.scored_codes]
    chosen = set(rng.sample(codes, rng.choice((1, 1, 2, len(codes)))))
    return replace(base, not_processed=tuple(code for code in codes if code in chosen))


def parts_unknown(rng: Random, criteria: Criteria) -> Given:
    """Tools known but neither part of the EIT, by name or only through the total."""
    mark = rng.choice((71.0, 86.0, 90.0, 96.0, 98.5))
    tools: dict[str, float | None] = {code: round(min(100.0, mark + rng.uniform(-2, 4)), 2) for code in ("IIT", "OIT")}
    combined = round(mark + rng.uniform(-1, 1), 2)
    if rng.random() < 0.6:
        tools["EIT"] = combined
    if rng.random() < 0.2:
        tools[rng.choice(("IIT", "OIT"))] = None
    known = {code: value for code, value in tools.items() if value is not None}
    total = round(sum(known.get(t.code, combined) * (t.weight or 0) for t in criteria.tools), 2)
    if not criteria.weights:
        return Given(tools=dict(known))
    return Given(tools=dict(known), total=total if "EIT" not in known or rng.random() < 0.5 else None)


def one_unknown(rng: Random, criteria: Criteria) -> Given:
    """One tool or part left to follow from the total and the others, by figures of different precision."""
    figures = scoring.score(criteria, complete(rng, criteria))
    decimals = rng.choice((0, 1, 2, 2))
    codes = list(dict.fromkeys(c for t in criteria.tools for c in t.scored_codes))
    missing = rng.choice(codes)
    tools = {c: round(figures.used(scoring.tool_key(c)) or 0.0, decimals) for c in codes if c != missing}
    if rng.random() < 0.5 and criteria.tool("EIT").parts:
        tools["EIT"] = round(figures.used(scoring.tool_key("EIT")) or 0.0, 2)
    return Given(tools=dict(tools), total=round(figures.used(scoring.TOTAL) or 0.0, rng.choice((0, 2))))


SHAPES = (complete, partial, edge, published, skipped, parts_unknown, one_unknown)


def scored(seed: int, criteria: Criteria) -> Assessment:
    """Return an assessment whose scores have the shape that the seed falls on."""
    rng = Random(seed)  # noqa: S311 (repeatable, not secret)
    given = SHAPES[seed % len(SHAPES)](rng, criteria)
    year = criteria.fiscal_year
    return Assessment(agency=Agency(name="ก"), fiscal_year=year, given=given, previous=_previous(rng, criteria))


def filled(seed: int, criteria: Criteria) -> Assessment:
    """Return an assessment with odd texts in every field and several steps a measure."""
    rng = Random(seed)  # noqa: S311 (repeatable, not secret)
    codes = [*(q.code for q in criteria.questions), *(i.code for i in criteria.items)]
    return Assessment(
        agency=Agency(**{name: perhaps(rng) for name in Agency.__struct_fields__}),
        fiscal_year=criteria.fiscal_year,
        plan_year=criteria.fiscal_year + rng.choice((1, 2)),
        report_date=f"{criteria.fiscal_year}-10-15",
        signers=tuple(Signer(role=text(rng), name=perhaps(rng)) for _ in range(rng.randrange(6))),
        committee=perhaps(rng),
        target=rng.choice((None, 85.0, 90.5)),
        given=rng.choice(SHAPES)(rng, criteria),
        previous=_previous(rng, criteria),
        notes={code: text(rng) for code in rng.sample(codes, 5)},
        items={i.code: ItemEvidence(url=text(rng), comment=perhaps(rng)) for i in rng.sample(criteria.items, 4)},
        issues=tuple(IssueAnalysis(number=n, cause=text(rng), approach=perhaps(rng)) for n in range(1, 8) if n % 2),
        assessor_suggestions=tuple(_suggestion(rng, criteria) for _ in range(rng.randrange(5))),
        measures=tuple(_measure(rng, codes) for _ in range(rng.randrange(6))),
        texts=rng.choice(
            (
                {},
                {"foreword": text(rng)},
                {"limitations": (text(rng), text(rng)), "problems": (text(rng),), "อื่น ๆ": text(rng)},
            )
        ),
    )


def _previous(rng: Random, criteria: Criteria) -> Previous:
    if rng.random() < 0.4:
        return Previous()
    numbers = rng.sample([i.number for i in criteria.indicators], 6)
    return Previous(
        fiscal_year=criteria.fiscal_year - 1,
        total=points(rng, 50),
        level=rng.choice((None, *levels(criteria))),
        tools={"IIT": points(rng, 50), "OIT": points(rng, 50)},
        indicators={number: points(rng, 50) for number in numbers},
        questions={
            question.code: points(rng, 50)
            for question in rng.sample(criteria.questions, min(8, len(criteria.questions)))
        },
    )


def _suggestion(rng: Random, criteria: Criteria) -> AssessorSuggestion:
    part = rng.choice((None, 1, 2)) if criteria.tool("EIT").parts else None
    return AssessorSuggestion(tool=rng.choice(("", "EIT")), part=part, question=rng.choice(("", "e3")), text=text(rng))


def _measure(rng: Random, codes: list[str]) -> Measure:
    steps = [
        Step(
            text=text(rng),
            period=perhaps(rng),
            responsible=tuple(rng.sample(("กองคลัง", "สำนักปลัด อบต.", "กองช่าง (ก)"), rng.randrange(4))),
            follow_up=perhaps(rng),
            progress=rng.choice((None, 0.0, 50.0, 100.0)),
            result=perhaps(rng),
            evidence=perhaps(rng),
        )
        for _ in range(rng.randrange(5))
    ]
    return Measure(
        measure=text(rng),
        tool=rng.choice(("IIT", "EIT", "OIT", "")),
        indicator=rng.choice((None, 1, 10)),
        issue=rng.choice((None, 1, 7)),
        questions=tuple(rng.sample(codes, rng.randrange(4))),
        analysis=perhaps(rng),
        strengths=perhaps(rng),
        weaknesses=perhaps(rng),
        steps=tuple(steps),
    )
