"""Sentences on the issues, in official Thai with Arabic digits; each says only what the figures bear out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ita import thai
from ita.criteria import Criteria, issues_of, load, years
from ita.rating import displayed
from ita.word.content import figures, phrases
from ita.word.views import IndicatorView, QuestionView
from ita.word.views.issues import IssueView

FULL = displayed(100.0)
NO_QUESTIONS = "ไม่พบข้อคำถามหรือรายการข้อมูลของปีนี้ที่ตรงกับประเด็นนี้"
MANY = 5
"""From this many weakest questions on, only their codes are named."""


def division(criteria: Criteria, items: Sequence[IssueView], *, has_issues: bool) -> str:
    """Return how the analysis is divided, and what it rests on where questions' scores are not known."""
    year, count = thai.fiscal_year(criteria.fiscal_year), len(items)
    if not count:
        return f"ยังไม่มีข้อมูลคะแนนของ{year} ที่จะนำมาวิเคราะห์"
    if not has_issues:
        return f"ไม่พบการแบ่งประเด็นวิเคราะห์ของ{year} จึงวิเคราะห์เป็นรายตัวชี้วัด รวม {count} หัวข้อ"
    return f"การวิเคราะห์แบ่งเป็น {count} ประเด็น {_basis(items)}"


def _basis(items: Sequence[IssueView]) -> str:
    """Return what the issues show: no more than is known of them and was written on them."""
    known = [item for item in items if item.has_scores]
    if not known:
        return "ข้อมูลที่มีไม่แสดงคะแนนรายข้อ จึงพิจารณาจากคะแนนของตัวชี้วัดที่เกี่ยวข้อง"
    if len(known) < sum(bool(item.questions) for item in items):
        rest = "ประเด็นที่ยังไม่ทราบคะแนนรายข้อแสดงเฉพาะข้อคำถามและรายการข้อมูลที่เกี่ยวข้อง"
        return f"ประเด็นที่ทราบคะแนนรายข้อแสดงคะแนนและข้อที่ได้คะแนนน้อยที่สุด ส่วน{rest}"
    written = (
        ("สาเหตุ", any(item.cause for item in items)),
        ("แนวทางยกระดับ", any(item.approach for item in items)),
    )
    shown = ["คะแนนรายข้อ", "ข้อที่ได้คะแนนน้อยที่สุด", *(word for word, is_written in written if is_written)]
    return f"แต่ละประเด็นแสดง{thai.join(shown)}"


def unplanned(kind: str, numbers: Sequence[str], *, keeps: bool) -> str:
    """Return a sentence on the issues (``kind`` is ประเด็น or ตัวชี้วัด) for which no measure was set; empty for none."""
    if not numbers:
        return ""
    kept = " ให้รักษาแนวปฏิบัติเดิมและติดตามผลอย่างต่อเนื่อง" if keeps else ""
    return f"{kind}ที่ {ranges(numbers)} ไม่ได้กำหนดมาตรการ{kept}"


def lead(
    criteria: Criteria,
    indicators: Sequence[IndicatorView],
    codes: Sequence[str],
    questions: Sequence[QuestionView],
    indicator: int | None,
) -> str:
    """Return which questions, items and indicators an issue looks at, and how they did."""
    by_number = {view.number: view for view in indicators}
    if indicator is None:
        about = _sources(criteria, by_number, codes)
    else:
        about = _result(criteria, by_number[str(indicator)], knows_questions=bool(questions))
    return " ".join(piece for piece in (about, _standing(criteria, questions)) if piece)


def _result(criteria: Criteria, view: IndicatorView, *, knows_questions: bool) -> str:
    """Return how an indicator did, and whether nothing is known of its questions."""
    limit = figures.mark(criteria.pass_mark)
    verdict = f" {view.score.verdict}เกณฑ์ {limit} คะแนน" if view.score.verdict else ""
    known = view.score.text != figures.NO_DATA
    said = f"ตัวชี้วัดนี้ได้{_spaced(view.score.text)} คะแนน{verdict}" if known else "ไม่มีข้อมูลคะแนนของตัวชี้วัดนี้"
    return said if knows_questions else f"{said} และไม่มีข้อมูลคะแนนรายข้อ"


def _spaced(text: str) -> str:
    """Thai words run on, figures stand apart."""
    return f" {text}" if text[0].isdigit() else text


def _sources(criteria: Criteria, indicators: dict[str, IndicatorView], codes: Sequence[str]) -> str:
    """Return ``ประเด็นนี้พิจารณาจากข้อคำถาม 3 ข้อของตัวชี้วัดที่ 1 … กับรายการข้อมูล 4 รายการของตัวชี้วัดที่ 9 …``."""
    questions = {q.code: q.indicator for q in criteria.questions if q.code in codes}
    subs = {sub.code: sub.indicator for sub in criteria.sub_indicators}
    items = {i.code: subs.get(i.sub_indicator or "") for i in criteria.items if i.code in codes}
    pieces: list[str] = []
    for kind, unit, found in (("ข้อคำถาม", "ข้อ", questions), ("รายการข้อมูล", "รายการ", items)):
        numbers = dict.fromkeys(number for number in found.values() if number)
        if numbers:
            names = thai.join([_named(indicators[str(number)]) for number in numbers])
            pieces.append(f"{kind} {len(found)} {unit}ของ{names}")
    return f"ประเด็นนี้พิจารณาจาก{' กับ'.join(pieces)}" if pieces else ""


def _named(view: IndicatorView) -> str:
    known = view.score.text != figures.NO_DATA
    return f"{phrases.indicator_label(view)}{f' ({view.score} คะแนน)' if known else ''}"


def _standing(criteria: Criteria, questions: Sequence[QuestionView]) -> str:
    """Return how many of the questions are known, full or under the pass mark."""
    known = [row for row in questions if row.score.known]
    if not known:
        return ""
    scope = _scope(criteria, questions, known)
    limit, every = figures.mark(criteria.pass_mark), "ข้อที่ทราบคะแนนทุกข้อ" if scope else "ทุกข้อ"
    failed = list(dict.fromkeys(row.code for row in known if row.score.failed))
    if failed:
        result = f"มีข้อที่ต่ำกว่าเกณฑ์ {limit} คะแนน คือ {thai.join(failed)}"
    elif len(known) == 1:
        result = f"ข้อที่ทราบคะแนนผ่านเกณฑ์ {limit} คะแนน" if scope else f"ผ่านเกณฑ์ {limit} คะแนน"
    elif all(_shown(row) == FULL for row in known):
        result = f"{every}ได้คะแนนเต็ม"
    else:
        result = f"{every}ผ่านเกณฑ์ {limit} คะแนน"
    return f"{scope} {result}".strip()


def _scope(criteria: Criteria, questions: Sequence[QuestionView], known: Sequence[QuestionView]) -> str:
    """Say of which questions or parts no score is known; empty when all are."""
    codes = {row.code for row in known}
    unknown = len({row.code for row in questions} - codes)
    if unknown:
        return f"ทราบคะแนน {len(codes)} ข้อ ยังไม่ทราบ {unknown} ข้อ"
    names = {part.name for tool in criteria.tools for part in tool.parts}
    shown = {row.part for row in known if row.part in names}
    return f"ส่วนข้อคำถาม EIT ทราบคะแนนรายข้อเฉพาะ {thai.join(sorted(shown))}" if shown and shown != names else ""


def _shown(row: QuestionView) -> Decimal:
    return displayed(row.score.value or 0.0)


def weakest(questions: Sequence[QuestionView]) -> str:
    """Return the questions with the lowest score, a line each, or why none is named; empty where none is known."""
    known = [row for row in questions if row.score.known]
    if not known:
        return ""
    if len(known) == 1:
        return f"ทราบคะแนนเพียงข้อเดียว คือ {_line(known[0])}"
    return _lowest(known)


def _lowest(known: Sequence[QuestionView]) -> str:
    low, high = min(map(_shown, known)), max(map(_shown, known))
    if low == FULL:
        return "ไม่มี เนื่องจากทุกข้อที่ทราบคะแนนได้คะแนนเต็ม"
    if low == high:
        return f"ไม่มีข้อใดต่ำกว่าข้ออื่น ทุกข้อที่ทราบคะแนนได้ {thai.number(low)} คะแนนเท่ากัน"
    lowest = [row for row in known if _shown(row) == low]
    if len(lowest) >= MANY:
        codes = " ".join(dict.fromkeys(row.code for row in lowest))
        return f"{codes} ได้ {thai.number(low)} คะแนนเท่ากัน"
    return "\n".join(map(_line, lowest))


def _line(row: QuestionView) -> str:
    where = f"{row.part} ได้ " if row.part else ""
    return f"{row.code} {row.text} ({where}{row.score} คะแนน)"


def note(criteria: Criteria, skipped: Sequence[int], outside: Sequence[str], questions: Sequence[QuestionView]) -> str:
    """Return what is borrowed from another year and what stands in no issue; empty when nothing.

    ``skipped`` are indicators that nothing is known of, ``outside`` the codes that no issue has.
    """
    left = f"ตัวชี้วัดที่ {ranges([str(number) for number in skipped])}"
    pieces = [
        _borrowed_issues(criteria),
        f"{ranges(outside)} ไม่ตรงกับประเด็นใดของปีดังกล่าว จึงไม่ได้จัดไว้ในตาราง" if outside else "",
        f"{left} ยังไม่มีข้อมูลคะแนนและมาตรการ จึงไม่ได้นำมาวิเคราะห์" if skipped else "",
        _borrowed_wordings(criteria, questions),
    ]
    told = [piece for piece in pieces if piece]
    return "หมายเหตุ " + "\n".join(told) if told else ""


def ranges(codes: Sequence[str]) -> str:
    """Return codes as a list in which three or more that follow each other are joined: ``i1 ถึง i4 และ e2``."""
    groups: list[list[str]] = []
    for code in codes:
        if groups and _follows(groups[-1][-1], code):
            groups[-1].append(code)
        else:
            groups.append([code])
    joined = [[f"{g[0]} ถึง {g[-1]}"] if len(g) > 2 else g for g in groups]  # noqa: PLR2004 - two are named
    return thai.join([name for group in joined for name in group])


def _follows(before: str, code: str) -> bool:
    letter, number = code.rstrip("0123456789"), code.lstrip("abcdefghijklmnopqrstuvwxyz")
    return before == f"{letter}{int(number) - 1}" if number.isdecimal() else False


def _borrowed_issues(criteria: Criteria) -> str:
    if criteria.issues or not issues_of(criteria.fiscal_year):
        return ""
    lender = max(year for year in years() if year < criteria.fiscal_year and load(year).issues)
    return f"การจัดกลุ่มใช้ประเด็นของ{thai.fiscal_year(lender)} โดยเทียบความหมายของแต่ละข้อ เนื่องจากไม่พบการแบ่งประเด็นของปีนี้"


def _borrowed_wordings(criteria: Criteria, questions: Sequence[QuestionView]) -> str:
    """Say which wordings were taken from another year's questionnaire."""
    codes = {view.code for view in questions}
    by_year: dict[int, list[str]] = {}
    for question in criteria.questions:
        if question.code in codes and question.text_from:
            by_year.setdefault(question.text_from, []).append(question.code)
    return " ".join(f"{ranges(found)} ใช้ถ้อยคำของปี {year}" for year, found in by_year.items())
