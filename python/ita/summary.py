"""The result of an assessment as plain data for other systems, and as a few lines of Thai text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from ita import rating, rules, scoring
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.scoring import Scores, indicator_key, part_indicator_key, sub_indicator_key, tool_key

Summary = dict[str, Any]

SHARP = 0.01
"""A derived figure whose interval is wider than this (points) is shown as an estimate."""


def summarise(assessment: Assessment) -> Summary:
    """Return the figures used, at full precision (points, 0-100); unknown ones are None.

    A derived figure stands at the middle of its interval and is listed under ``derived`` as [low, high].
    ``level`` is None while it is open; ``level_bounds`` then runs from the lowest to the highest possible, and is
    empty in a year whose rating is not known. Such a year also has ``estimate``: total and level by another year's
    rules, for orientation only.
    """
    year_rules = rules.of(assessment)
    scores = scoring.score(year_rules, assessment.given)
    level = rating.level(year_rules, scores, assessment.given.level)
    parts = [(tool, part) for tool in year_rules.tools for part in tool.parts]
    return {
        "year": assessment.fiscal_year,
        "agency": assessment.agency.name,
        "sub_indicators": {s.code: _value(scores, sub_indicator_key(s.code)) for s in year_rules.sub_indicators},
        "indicators": {str(i.number): _value(scores, indicator_key(i.number)) for i in year_rules.indicators},
        "eit_parts": {
            part.code: {
                str(i.number): _value(scores, part_indicator_key(part.code, i.number))
                for i in year_rules.indicators_of(tool.code)
            }
            for tool, part in parts
        },
        "tools": {code: _value(scores, tool_key(code)) for code in _tool_codes(year_rules)},
        "total": _value(scores, scoring.TOTAL),
        "level": level.used,
        "derived": {key: [interval.low, interval.high] for key, interval in scores.derived.items()},
        "level_bounds": list(level.possible),
        **_estimate(assessment),
    }


def _estimate(assessment: Assessment) -> Summary:
    borrowed = rules.estimating(assessment)
    if borrowed is None:
        return {}
    scores = scoring.score(borrowed, assessment.given)
    level = rating.level(borrowed, scores, None)
    by_year = {"by_year": borrowed.estimate_from, "total": scores[scoring.TOTAL].computed, "level": level.computed}
    return {"estimate": by_year}


def to_json(summary: Summary) -> str:
    """Return the summary as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(summary), indent=2).decode()


def to_text(summary: Summary) -> str:
    """Return the summary as lines for a person: tools, indicators, total and level, two decimals."""
    indicators = [(f"ตัวชี้วัดที่ {n}", f"indicators.{n}", score) for n, score in summary["indicators"].items()]
    tools = [(code, tool_key(code), score) for code, score in summary["tools"].items()]
    rows = [*indicators, *tools, ("คะแนนรวม", scoring.TOTAL, summary["total"])]
    rough = {key for key, (low, high) in summary["derived"].items() if high - low > SHARP}
    lines = [f"{label:<16}{_shown(score, is_rough=key in rough)}" for label, key, score in rows]
    heading = f"{summary['agency'] or 'ไม่ระบุหน่วยงาน'} ปีงบประมาณ พ.ศ. {summary['year']}"
    return "\n".join([heading, *lines, f"{'ระดับ':<16}{_level(summary['level'], summary['level_bounds'])}"])


def _tool_codes(criteria: Criteria) -> Iterable[str]:
    return dict.fromkeys(code for tool in criteria.tools for code in (tool.code, *tool.scored_codes))


def _value(scores: Scores, key: str) -> float | None:
    figure = scores[key]
    if figure.used is None and figure.derived is not None:
        return figure.derived.middle
    return figure.used


def _shown(score: float | None, *, is_rough: bool) -> str:
    if score is None:
        return "ไม่ทราบ"
    return f"{'ประมาณ ' if is_rough else ''}{rating.displayed(score)}"


def _level(level: str | None, bounds: list[str]) -> str:
    if level or not bounds:
        return level or "ไม่ทราบหลักเกณฑ์การจัดระดับของปีนี้"
    return f"ยังไม่แน่นอน (ระหว่าง {bounds[0]} ถึง {bounds[-1]})"
