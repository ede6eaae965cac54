"""What to do next, as plain data and as Thai text: the way to the next level and the questions worth raising."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from ita import advice, analysis, rating, rules, scoring
from ita.advice import Advice
from ita.analysis import Gain
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.next_level import NextLevel, next_level

Insight = dict[str, Any]
SHOWN = 10


def insight(assessment: Assessment) -> Insight:
    """Return the analysis of an assessment: points are 0-100, gains are points of the total.

    ``gains`` holds the questions that could add most, with the agency's own way forward (ours, not the
    assessors'); ``next_level`` is None at the best level or while level or total is unknown.
    """
    criteria = rules.of(assessment)
    scores = scoring.score(criteria, assessment.given)
    level = rating.level(criteria, scores, assessment.given.level)
    suggestions = advice.load(criteria.fiscal_year)
    return {
        "year": criteria.fiscal_year,
        "agency": assessment.agency.name,
        "total": scores.used(scoring.TOTAL),
        "level": level.used,
        "next_level": _next(next_level(criteria, scores, level)),
        "below_pass_mark": _below(criteria, scores),
        "weakest": {code: _codes(found.lowest) for code, found in analysis.by_tool(criteria, scores).items()},
        "gains": [_gain(gain, criteria, suggestions) for gain in analysis.gains(criteria, scores)[:SHOWN]],
        "change": {one.key: float(one.change) for one in analysis.differences(criteria, scores, assessment.previous)},
    }


def to_json(found: Insight) -> str:
    """Return an insight as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def to_text(found: Insight) -> str:
    """Return an insight as lines for a person."""
    heading = f"{found['agency'] or 'ไม่ระบุหน่วยงาน'} ปีงบประมาณ พ.ศ. {found['year']}"
    lines = [heading, *_next_lines(found["next_level"])]
    if found["below_pass_mark"]:
        lines.append(f"ต่ำกว่าเกณฑ์ผ่าน: {', '.join(found['below_pass_mark'])}")
    weakest = [f"{code} {', '.join(codes)}" for code, codes in found["weakest"].items() if codes]
    if weakest:
        lines.append(f"ข้อที่ได้คะแนนต่ำสุดของแต่ละเครื่องมือ: {' · '.join(weakest)}")
    lines += _gain_lines(found["gains"])
    return "\n".join(lines)


def _below(criteria: Criteria, scores: scoring.Scores) -> list[str]:
    gaps = [gap for gap in analysis.gaps(criteria, scores) if gap.to_pass > 0]
    names = {scoring.indicator_key(i.number): f"ตัวชี้วัดที่ {i.number} {i.name}" for i in criteria.indicators}
    return [names.get(gap.key, gap.key.removeprefix("tools.").replace(scoring.TOTAL, "คะแนนรวม")) for gap in gaps]


def _codes(keys: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(analysis.code_of(key) for key in keys))


def _gain(gain: Gain, criteria: Criteria, suggestions: Mapping[str, Advice]) -> Insight:
    return {
        "code": gain.code,
        "scored": gain.scored,
        "score": gain.score,
        "points": gain.points,
        "is_exact": gain.is_exact,
        "suggestion": _suggestion(gain.code, criteria, suggestions),
    }


def _suggestion(code: str, criteria: Criteria, suggestions: Mapping[str, Advice]) -> str:
    """Return what to do about a question: the year's own advice, else that of its indicator."""
    if code in suggestions:
        return suggestions[code].suggestion
    questions = {question.code: question.indicator for question in criteria.questions}
    subs = {sub.code: sub.indicator for sub in criteria.sub_indicators}
    items = {item.code: subs.get(item.sub_indicator or "") for item in criteria.items}
    number = (questions | items).get(code)
    return advice.for_indicator(number).suggestion if number else ""


def _next(found: NextLevel | None) -> Insight | None:
    if found is None:
        return None
    return {
        "level": found.level,
        "total_gap": found.total_gap,
        "tool_gaps": dict(found.tool_gaps),
        "estimated": list(found.estimated),
        "unknown": list(found.unknown),
        "raises": [
            {"code": analysis.code_of(one.key), "scored": one.key.split(".")[1], "from": one.score, "to": one.target}
            for one in found.raises
        ],
        "is_reachable": found.is_reachable,
        "is_exact": found.is_exact,
    }


def _next_lines(found: Insight | None) -> list[str]:
    if found is None:
        return []
    gaps = [f"คะแนนรวมขาด {_points(found['total_gap'])} คะแนน"] if found["total_gap"] else []
    for code, gap in found["tool_gaps"].items():
        gaps.append(f"{code} ขาด{'ประมาณ' if code in found['estimated'] else ''} {_points(gap)} คะแนน")
    gaps += [f"ยังไม่ทราบคะแนน {', '.join(found['unknown'])}"] if found["unknown"] else []
    lines = [f"ระดับถัดไป {found['level']}: {' · '.join(gaps)}"]
    if found["raises"]:
        raises = (f"{one['code']} ({one['scored']}) เป็น {_points(one['to'])}" for one in found["raises"])
        lines.append(f"ทางที่ใช้คะแนนน้อยที่สุด: เพิ่ม {', '.join(raises)}")
    return lines


def _gain_lines(gains: list[Insight]) -> list[str]:
    if not gains:
        return []
    lines = ["ข้อที่เพิ่มคะแนนรวมได้มากที่สุดหากได้เต็ม 100:"]
    for number, gain in enumerate(gains, start=1):
        about = "" if gain["is_exact"] else "ประมาณ "
        lines.append(
            f"{number:>2}. {gain['code']} ({gain['scored']}) ได้ {_points(gain['score'])} "
            f"เพิ่มได้ {about}{_points(gain['points'])} คะแนน"
        )
        if gain["suggestion"]:
            lines.append(f"    {gain['suggestion']}")
    return lines


def _points(value: float) -> str:
    return str(rating.displayed(value))
