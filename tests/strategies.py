"""Hypothesis strategies for assessments: complete ones, and what an agency may have published of them.

Scores are 0 or at least 1: a figure that rounds to 0.00 would pass for "nothing to score", which is exact.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import msgspec
from hypothesis import strategies as st

from ita import criteria, rating, scoring
from ita.assessment import Given, QuestionScore
from ita.criteria import Criteria
from ita.rating import Level
from ita.scoring import Scores

YEARS = (2563, 2564, 2567, 2568)
"""The years whose criteria are complete."""
FLOORS = (0, 70, 85, 95)


@dataclass(frozen=True, slots=True)
class Case:
    """A year, the true score of every question, and what an agency published of it, rounded to two decimals."""

    rules: Criteria
    complete: Given
    published: Given

    @property
    def truth(self) -> Scores:
        """Every true figure."""
        return scoring.score(self.rules, self.complete)

    @property
    def known(self) -> Scores:
        """Every figure that the published ones give."""
        return scoring.score(self.rules, self.published)

    @property
    def true_level(self) -> Level:
        """The level of the true figures."""
        return rating.level(self.rules, self.truth)

    @property
    def known_level(self) -> Level:
        """The level as far as the published figures tell."""
        return rating.level(self.rules, self.known)


def points(floor: int = 0) -> st.SearchStrategy[float]:
    """Return scores with two decimals, 0-100, from ``floor`` up; the ends are likelier than others."""
    between = st.integers(max(floor, 1) * 100, 100_00).map(lambda hundredths: hundredths / 100)
    return st.one_of(between, st.sampled_from([float(floor), 100.0]))


@st.composite
def complete(draw: st.DrawFn, rules: Criteria) -> Given:
    """Draw a score for every question and item, in each part; some assessments are good throughout."""
    one = points(draw(st.sampled_from(FLOORS)))
    singles = [i.code for i in rules.items] + [q.code for q in rules.questions if not rules.tool_of(q.indicator).parts]
    pairs = [q.code for q in rules.questions if rules.tool_of(q.indicator).parts]
    scores: dict[str, QuestionScore] = {}
    scores.update(zip(singles, draw(st.tuples(*[one] * len(singles))), strict=True))
    scores.update(zip(pairs, draw(st.tuples(*[st.tuples(one, one)] * len(pairs))), strict=True))
    return Given(questions=scores)


@st.composite
def complete_cases(draw: st.DrawFn) -> tuple[Criteria, Given]:
    """Draw a year and a complete assessment of it, in which a tool or part may not have been processed."""
    rules = criteria.load(draw(st.sampled_from(YEARS)))
    scored = [code for tool in rules.tools for code in tool.scored_codes]
    skipped = draw(st.sets(st.sampled_from(scored), max_size=1))
    return rules, msgspec.structs.replace(draw(complete(rules)), not_processed=tuple(skipped))


@st.composite
def published_cases(draw: st.DrawFn) -> Case:
    """Draw a complete assessment, some of its figures rounded as published, and the questions of some tools."""
    rules = criteria.load(draw(st.sampled_from(YEARS)))
    true = draw(complete(rules))
    figures = sorted(key for key in scoring.score(rules, true).figures if not key.startswith("questions."))
    some = draw(st.sets(st.sampled_from(figures)))
    keys = set(figures) - some if draw(st.booleans()) else some
    with_questions = draw(st.sets(st.sampled_from([code for tool in rules.tools for code in tool.scored_codes])))
    return Case(rules, true, publish(rules, true, keys, with_questions))


def publish(rules: Criteria, true: Given, keys: Collection[str], with_questions: Collection[str] = ()) -> Given:
    """Return the figures of ``keys``, rounded as they are published, and the questions of some tools or parts."""
    scores = scoring.score(rules, true)

    def figure(key: str) -> float | None:
        value = scores.used(key)
        return float(rating.displayed(value)) if key in keys and value is not None else None

    return Given(
        questions={code: _visible(rules, code, score, with_questions) for code, score in true.questions.items()},
        sub_indicators={s.code: figure(scoring.sub_indicator_key(s.code)) for s in rules.sub_indicators},
        eit_parts={
            part.code: {
                i.number: figure(scoring.part_indicator_key(part.code, i.number))
                for i in rules.indicators_of(tool.code)
            }
            for tool in rules.tools
            for part in tool.parts
        },
        indicators={i.number: figure(scoring.indicator_key(i.number)) for i in rules.indicators},
        tools={
            code: figure(scoring.tool_key(code)) for tool in rules.tools for code in (tool.code, *tool.scored_codes)
        },
        total=figure(scoring.TOTAL),
    )


def _visible(rules: Criteria, code: str, score: QuestionScore, shown: Collection[str]) -> QuestionScore:
    """Return a question's score where its tool or part is shown."""
    if isinstance(score, tuple):
        parts = next(tool for tool in rules.tools if tool.parts).scored_codes
        first, second = (value if part in shown else None for part, value in zip(parts, score, strict=True))
        return (first, second)
    return score if ("OIT" if code.startswith("o") else "IIT") in shown else None
