"""A survey's result for a person and for other systems."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ita import thai
from ita.answers.problems import Problem
from ita.answers.results import QuestionResult, Result
from ita.findings import Severity
from ita.messages import Lang

_SEVERITIES: dict[Severity, dict[Lang, str]] = {
    "error": {"th": "[ผิด]", "en": "[error]"},
    "warning": {"th": "[ควรดู]", "en": "[warning]"},
}
_WORDS: dict[Lang, dict[str, str]] = {
    "th": {
        "heading": "{tool} ปีงบประมาณ พ.ศ. {year} ผู้ตอบ {count} คน",
        "minimum": " (ขั้นต่ำ {minimum} คน)",
        "skipped": " ผู้ตอบไม่ถึงขั้นต่ำ ไม่ได้รับการประมวลผล",
        "question": "{code:<5}{score:>8}  ผู้ตอบ {answers} คน",
        "left_out": " ไม่ตอบ {count} คน",
        "unreadable": " อ่านไม่ได้ {count} คน",
        "doubtful": " (คะแนนยังไม่สมบูรณ์)",
        "indicator": "ตัวชี้วัดที่ {number}: {score}",
        "tool": "{tool}: {score}",
        "unused": "คอลัมน์ที่ไม่ได้ใช้: {columns}",
        "rows": "แถว {rows}",
        "more": " และอีก {count} แถว",
    },
    "en": {
        "heading": "{tool} of fiscal year {year} (B.E.), {count} respondents",
        "minimum": " (at least {minimum} needed)",
        "skipped": " too few respondents: not processed",
        "question": "{code:<5}{score:>8}  {answers} answers",
        "left_out": ", {count} without an answer",
        "unreadable": ", {count} unreadable",
        "doubtful": " (not complete yet)",
        "indicator": "Indicator {number}: {score}",
        "tool": "{tool}: {score}",
        "unused": "Columns not used: {columns}",
        "rows": "rows {rows}",
        "more": " and {count} more",
    },
}


def to_text(result: Result, lang: Lang = "th") -> str:
    """Return the result as lines for a person, scores with two decimals."""
    return "\n".join(_lines(result, lang))


def _lines(result: Result, lang: Lang) -> Iterator[str]:
    words = _WORDS[lang]
    heading = words["heading"].format(tool=result.tool, year=result.fiscal_year, count=result.respondents)
    minimum = "" if result.minimum is None else words["minimum"].format(minimum=result.minimum)
    yield heading + minimum + (words["skipped"] if result.not_processed else "")
    for question in result.questions:
        yield _question(question, lang)
    for indicator in result.indicators:
        yield words["indicator"].format(number=indicator.number, score=_number(indicator.score))
    yield words["tool"].format(tool=result.tool, score=_number(result.score))
    if result.unused:
        yield words["unused"].format(columns=", ".join(result.unused))
    for problem in result.problems:
        place = ", ".join(filter(None, (problem.where, _rows(problem, lang))))
        start = f"{_SEVERITIES[problem.severity][lang]} {place}{': ' if place else ''}"
        yield f"{start}{problem.what(lang)} — {problem.fix(lang)}"


def _question(question: QuestionResult, lang: Lang) -> str:
    words = _WORDS[lang]
    line = words["question"].format(code=question.code, score=_number(question.score), answers=question.answers)
    for name, count in (("left_out", question.left_out), ("unreadable", question.unreadable)):
        line += words[name].format(count=count) if count else ""
    return line if question.is_sound else line + words["doubtful"]


def _rows(problem: Problem, lang: Lang) -> str:
    if not problem.rows:
        return ""
    words = _WORDS[lang]
    more = problem.count - len(problem.rows)
    listed = words["rows"].format(rows=", ".join(str(row) for row in problem.rows))
    return listed + (words["more"].format(count=more) if more else "")


def _number(value: float | None) -> str:
    return "-" if value is None else thai.number(value)


def to_json(result: Result, lang: Lang = "th") -> str:
    """Return the result as indented JSON, scores at full precision; problems carry their sentences."""
    data = {
        "year": result.fiscal_year,
        "tool": result.tool,
        "respondents": result.respondents,
        "minimum": result.minimum,
        "processed": result.is_processed,
        "score": result.score,
        "indicators": {str(one.number): one.score for one in result.indicators},
        "questions": {
            q.code: {
                "score": q.score,
                "answers": q.answers,
                "left_out": q.left_out,
                "unreadable": q.unreadable,
                "sound": q.is_sound,
            }
            for q in result.questions
        },
        "columns": result.columns,
        "unused": result.unused,
        "problems": [_problem(one, lang) for one in result.problems],
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()


def _problem(problem: Problem, lang: Lang) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        "where": problem.where,
        "rows": problem.rows,
        "count": problem.count,
        "what": problem.what(lang),
        "fix": problem.fix(lang),
    }
