"""The action plan: the agency's measures gathered by the indicators that they answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from ita import thai
from ita.assessment import Assessment, Measure, Step
from ita.criteria import Criteria, issues_of
from ita.rating import displayed
from ita.scoring import Scores, indicator_key, question_key, sub_indicator_key
from ita.word.content import figures
from ita.word.views.basic import ScoreView
from ita.word.views.plan import PlanRowView, PlanView

DASH = "–"
"""Stands where nothing was entered, so that the cell is not taken for one that goes on from the row above."""

_Subject = tuple[int, tuple[int, ...], str]
"""What a group of rows is about, as a sort key: rank, indicator numbers, a tool or issue in words."""


def view(assessment: Assessment, criteria: Criteria, scores: Scores) -> PlanView:
    """Return what the action plan may print, in Arabic digits."""
    groups: dict[_Subject, list[Measure]] = {}
    for measure in assessment.measures:
        groups.setdefault(_subject(assessment, criteria, measure), []).append(measure)
    rows: list[PlanRowView] = []
    for subject in sorted(groups):
        planned = [row for measure in groups[subject] for row in _rows(criteria, scores, measure)]
        rows += [_labelled(planned[0], _label(criteria, scores, subject)), *planned[1:]]
    return PlanView(
        lead=_lead(assessment, groups),
        uncovered=_uncovered(criteria, scores, groups),
        rows=tuple(rows),
    )


def _subject(assessment: Assessment, criteria: Criteria, measure: Measure) -> _Subject:
    """Return the indicators that a measure is about, else its whole tool, else its issue, else that nothing is said."""
    known = {indicator.number: indicator for indicator in criteria.indicators}
    if measure.indicator in known:
        return 0, (measure.indicator,), ""
    numbers = tuple(sorted({n for code in measure.questions if (n := _indicator_of(criteria, code)) is not None}))
    if numbers:
        return 0, numbers, ""
    tools = {tool.code: [i.number for i in criteria.indicators_of(tool.code)] for tool in criteria.tools}
    if measure.tool in tools:
        return 0, tuple(tools[measure.tool]), f"แบบวัด {measure.tool}"
    issues = {issue.number: issue.name for issue in issues_of(assessment.fiscal_year)}
    if measure.issue in issues:
        return 1, (measure.issue,), f"ประเด็นที่ {measure.issue} {issues[measure.issue]}"
    return 2, (), "ไม่ได้ระบุตัวชี้วัด"


def _indicator_of(criteria: Criteria, code: str) -> int | None:
    questions = {question.code: question.indicator for question in criteria.questions}
    subs = {sub.code: sub.indicator for sub in criteria.sub_indicators}
    items = {item.code: subs[item.sub_indicator] for item in criteria.items if item.sub_indicator in subs}
    return (questions | items).get(code)


def _label(criteria: Criteria, scores: Scores, subject: _Subject) -> str:
    rank, numbers, words = subject
    if rank or words:
        spoken = f"ตัวชี้วัดที่ {numbers[0]} ถึง {numbers[-1]}" if not rank and len(numbers) > 1 else ""
        return "\n".join(line for line in (words, spoken) if line)
    names = {indicator.number: indicator.name for indicator in criteria.indicators}
    return "\n".join(f"{n}. {names[n]}{_points(criteria, scores, indicator_key(n))}" for n in numbers)


def _points(criteria: Criteria, scores: Scores, key: str) -> str:
    """Return a known score on a line of its own; empty where it is not known."""
    score = figures.score(criteria, scores[key])
    return f"\n({score} คะแนน)" if score.known else ""


def _labelled(row: PlanRowView, label: str) -> PlanRowView:
    return dataclasses.replace(row, label=label)


def _rows(criteria: Criteria, scores: Scores, measure: Measure) -> list[PlanRowView]:
    """Return one row where every step has the same period and people, else a row for each step."""
    steps = measure.steps or (Step(),)
    if len({(step.period, step.responsible) for step in steps}) == 1:
        return [_first(criteria, scores, measure, _numbered(steps), steps[0])]
    texts = [_numbered_step(number, step) for number, step in enumerate(steps, start=1)]
    first = _first(criteria, scores, measure, texts[0], steps[0])
    return [first, *(_further(text, step) for text, step in zip(texts[1:], steps[1:], strict=True))]


def _numbered(steps: Sequence[Step]) -> str:
    told = [step for step in steps if step.text.strip()]
    if len(told) == 1:
        return told[0].text.strip()
    return "\n".join(_numbered_step(number, step) for number, step in enumerate(told, start=1))


def _numbered_step(number: int, step: Step) -> str:
    return f"{number}) {step.text.strip() or DASH}"


def _first(criteria: Criteria, scores: Scores, measure: Measure, steps: str, step: Step) -> PlanRowView:
    strengths, weaknesses = measure.strengths.strip(), measure.weaknesses.strip()
    return PlanRowView(
        label="",
        questions=_questions(criteria, scores, measure) or DASH,
        analysis=measure.analysis.strip() or _finding(criteria, scores, measure) or DASH,
        measure=measure.measure.strip() or DASH,
        strengths=strengths,
        weaknesses=weaknesses,
        no_findings="" if strengths or weaknesses else DASH,
        steps=steps or DASH,
        period=step.period.strip() or DASH,
        responsible=_people(step),
    )


def _finding(criteria: Criteria, scores: Scores, measure: Measure) -> str:
    """Return what the known scores of a measure's questions say, for want of an analysis; empty where none is known."""
    every = [pair for code in measure.questions for pair in _scores(criteria, scores, code)]
    found = [(label, score) for label, score in every if score.known]
    if not found:
        return ""
    mark, scope = figures.mark(criteria.pass_mark), "" if len(found) == len(every) else "จากคะแนนที่ทราบ "
    failed = [_scored(label, score) for label, score in found if score.failed]
    if failed:
        return f"{scope}ข้อที่ต่ำกว่าเกณฑ์ {mark} คะแนน {'คือ' if len(failed) == 1 else 'ได้แก่'} {thai.join(failed)}"
    passed = f"ผ่านเกณฑ์ {mark} คะแนน"
    if len(found) == 1:
        return f"{scope}{found[0][0]} {passed}"
    lowest = min(displayed(score.value or 0.0) for _, score in found)
    if lowest >= displayed(100.0):
        return f"{scope}ทุกข้อได้คะแนนเต็ม"
    least = [(label, score) for label, score in found if displayed(score.value or 0.0) == lowest]
    if len(least) == len(found):
        return f"{scope}ทุกข้อ{passed}และได้คะแนนเท่ากัน"
    return f"{scope}ทุกข้อ{passed} ข้อที่ได้คะแนนน้อยที่สุด คือ {_scored_alike(least)}"


def _scored(label: str, score: ScoreView) -> str:
    return f"{label} ({score} คะแนน)"


def _scored_alike(pairs: Sequence[tuple[str, ScoreView]]) -> str:
    """Return labels of one and the same score, which is told once."""
    each = "ข้อละ " if len(pairs) > 1 else ""
    return f"{thai.join([label for label, _ in pairs])} ({each}{pairs[0][1]} คะแนน)"


def _scores(criteria: Criteria, scores: Scores, code: str) -> list[tuple[str, ScoreView]]:
    """Return the scores of a question under the code, or of each part under code and part; none of an unknown code."""
    if code not in {one.code for one in (*criteria.questions, *criteria.items)}:
        return []
    tool = criteria.tool_of_code(code)
    names = {part.code: f"{code} {part.name}" for part in tool.parts} or {tool.code: code}
    return [(name, figures.score(criteria, scores[question_key(key, code)])) for key, name in names.items()]


def _further(text: str, step: Step) -> PlanRowView:
    return PlanRowView("", "", "", "", "", "", "", text, step.period.strip() or DASH, _people(step))


def _people(step: Step) -> str:
    """Return who is responsible, one a line: a narrow column reads better so."""
    return "\n".join(name.strip() for name in step.responsible if name.strip()) or DASH


def _questions(criteria: Criteria, scores: Scores, measure: Measure) -> str:
    """Return the wordings of a measure's questions with their known scores, items under their sub-indicators."""
    lines: list[str] = []
    for code in measure.questions:
        sub = _sub_indicator(criteria, scores, code)
        if sub and sub not in lines:
            lines.append(sub)
        lines.append(_question(criteria, scores, code))
    return "\n".join(lines)


def _sub_indicator(criteria: Criteria, scores: Scores, code: str) -> str:
    wanted = next((item.sub_indicator for item in criteria.items if item.code == code), None)
    sub = next((s for s in criteria.sub_indicators if s.code == wanted), None)
    if sub is None:
        return ""
    return f"ตัวชี้วัดย่อยที่ {sub.code} {sub.name}{_points(criteria, scores, sub_indicator_key(sub.code))}"


def _question(criteria: Criteria, scores: Scores, code: str) -> str:
    wording = {question.code: question.text for question in criteria.questions}
    wording |= {item.code: item.title for item in criteria.items}
    name = f"{code} {wording.get(code, '')}".strip()
    if code not in wording:
        return name
    told = [
        (label.removeprefix(code).strip(), score) for label, score in _scores(criteria, scores, code) if score.known
    ]
    gained = thai.join([f"{part} ได้ {score} คะแนน" if part else f"{score} คะแนน" for part, score in told])
    return f"{name}\n({gained})" if gained else name


def _lead(assessment: Assessment, groups: Iterable[_Subject]) -> str:
    agency, this_year = assessment.agency.name, thai.fiscal_year(assessment.fiscal_year)
    next_year = thai.fiscal_year(assessment.next_year)
    if not list(groups):
        return (
            f"ขณะจัดทำเอกสารนี้ {agency}ยังไม่ได้กำหนดมาตรการสำหรับ{next_year} "
            f"จึงแสดงเฉพาะผลการประเมินของ{this_year} เพื่อใช้ประกอบการกำหนดมาตรการต่อไป"
        )
    return (
        f"{agency}นำผลการประเมิน ITA {this_year} มาวิเคราะห์และกำหนดมาตรการรายตัวชี้วัด "
        f"เพื่อให้ทุกส่วนราชการร่วมกันขับเคลื่อนใน{next_year} ดังตารางต่อไปนี้"
    )


def _uncovered(criteria: Criteria, scores: Scores, groups: Iterable[_Subject]) -> str:
    """Name the indicators under the pass mark that no measure answers; empty where there is none, or no plan yet."""
    covered = {number for rank, numbers, _ in groups if rank == 0 for number in numbers}
    left = [
        f"ตัวชี้วัดที่ {i.number} {i.name} ({score} คะแนน)"
        for i in criteria.indicators
        if i.number not in covered and (score := figures.score(criteria, scores[indicator_key(i.number)])).failed
    ]
    if not left or not list(groups):
        return ""
    mark = figures.mark(criteria.pass_mark)
    return (
        f"ตัวชี้วัดที่คะแนนต่ำกว่าเกณฑ์ {mark} คะแนนและยังไม่มีมาตรการในแผนนี้ {'คือ' if len(left) == 1 else 'ได้แก่'} {thai.join(left)}"
    )
