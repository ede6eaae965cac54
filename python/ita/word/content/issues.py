"""The analysis by issue: each issue's questions with their scores, the weakest of them, its cause, way and measures.

A year without issues of its own takes those of an earlier year by meaning (``criteria.issues_of``); where no earlier
year has any, the ten indicators stand in their place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ita.assessment import Assessment, IssueAnalysis, Measure
from ita.criteria import Criteria, issues_of
from ita.scoring import Scores, indicator_key
from ita.word.content import figures, issue_texts, measures
from ita.word.content.issue_rows import codes_of, rows, wordings
from ita.word.views import IndicatorView, QuestionView
from ita.word.views.issues import IssuesView, IssueView


@dataclass(frozen=True, slots=True)
class _Group:
    """An issue or an indicator with its codes; ``indicator`` is set where an indicator stands in an issue's place."""

    title: str
    name: str
    codes: tuple[str, ...]
    number: int = 0
    indicator: int | None = None


def view(assessment: Assessment, criteria: Criteria, scores: Scores, indicators: Sequence[IndicatorView]) -> IssuesView:
    """Return the analysis by issue in Arabic digits; ``indicators`` are the year's, as the report shows them."""
    own = criteria.issues or issues_of(criteria.fiscal_year)
    groups = [_Group(f"ประเด็นที่ {i.number} {i.name}", i.name, i.codes, number=i.number) for i in own]
    groups = groups or [*_by_indicator(criteria), *_unnamed(assessment.issues)]
    planned = _assigned(criteria, groups, assessment.measures)
    shown = [group for group in groups if own or _has_content(assessment, criteria, scores, group, planned)]
    items = tuple(
        _issue(assessment, criteria, scores, indicators, group, number, planned[group.title])
        for number, group in enumerate(shown, start=1)
    )
    left_out = [group for group in groups if group not in shown]
    return IssuesView(
        lead=issue_texts.division(criteria, items, has_issues=bool(own)),
        items=items,
        note=issue_texts.note(
            criteria,
            [group.indicator for group in left_out if group.indicator],
            _outside(criteria, groups) if own else [],
            [row for item in items for row in item.questions],
        ),
        other_measures=measures.views(criteria, planned[""]),
        unplanned=_unplanned(shown, items),
    )


def _unplanned(groups: Sequence[_Group], items: Sequence[IssueView]) -> str:
    """Return which issues and indicators have no measures, those that did well apart from the others."""
    bare = [(g, _keeps(item.questions)) for g, item in zip(groups, items, strict=True) if not item.measures]
    sentences = [
        issue_texts.unplanned(kind, [str(number) for number in numbers], keeps=keeps)
        for keeps in (False, True)
        for kind, numbers in (
            ("ประเด็น", [g.number for g, kept in bare if kept is keeps and g.number]),
            ("ตัวชี้วัด", [g.indicator for g, kept in bare if kept is keeps and g.indicator]),
        )
    ]
    return " ส่วน".join(sentence for sentence in sentences if sentence)


def _by_indicator(criteria: Criteria) -> list[_Group]:
    return [
        _Group(f"ตัวชี้วัดที่ {i.number} {i.name}", i.name, codes_of(criteria, i.number), indicator=i.number)
        for i in criteria.indicators
    ]


def _unnamed(analyses: Iterable[IssueAnalysis]) -> list[_Group]:
    """Return the issues that the agency analysed in a year that names none."""
    written = [analysis for analysis in analyses if analysis.cause or analysis.approach]
    return [_Group(f"ประเด็นที่ {a.number}", f"ประเด็นที่ {a.number}", (), number=a.number) for a in written]


def _has_content(
    assessment: Assessment, criteria: Criteria, scores: Scores, group: _Group, planned: dict[str, list[Measure]]
) -> bool:
    """Whether anything can be said of a group: a score, a measure, a remark, the agency's own analysis."""
    if group.indicator is None:
        return True
    figure = figures.score(criteria, scores[indicator_key(group.indicator)])
    known = any(row.score.known for row in rows(criteria, scores, group.codes))
    noted = any(assessment.notes.get(code) for code in group.codes)
    return known or noted or figure.text != figures.NO_DATA or bool(planned[group.title])


def _outside(criteria: Criteria, groups: Sequence[_Group]) -> list[str]:
    """Return the year's codes that no group has."""
    placed = {code for group in groups for code in group.codes}
    return [code for code in wordings(criteria) if code not in placed]


def _assigned(criteria: Criteria, groups: Sequence[_Group], planned: Iterable[Measure]) -> dict[str, list[Measure]]:
    """Return the measures under the title of each group, and under the empty title those that belong to none."""
    found: dict[str, list[Measure]] = {"": [], **{group.title: [] for group in groups}}
    for measure in planned:
        found[_group_of(criteria, groups, measure)].append(measure)
    return found


def _group_of(criteria: Criteria, groups: Sequence[_Group], measure: Measure) -> str:
    """Return the title of a measure's group: as entered, by its questions, or by its indicator if only one has it."""
    by_number = [group.title for group in groups if group.number and group.number == measure.issue]
    by_indicator = [group.title for group in groups if group.indicator and group.indicator == measure.indicator]
    by_code = [group.title for code in measure.questions for group in groups if code in group.codes]
    of_indicator = codes_of(criteria, measure.indicator) if measure.indicator else ()
    around = [group.title for group in groups if set(group.codes) & set(of_indicator)]
    return next(iter([*by_number, *by_indicator, *by_code, *(around if len(around) == 1 else [])]), "")


def _issue(
    assessment: Assessment,
    criteria: Criteria,
    scores: Scores,
    indicators: Sequence[IndicatorView],
    group: _Group,
    number: int,
    planned: Sequence[Measure],
) -> IssueView:
    questions = rows(criteria, scores, group.codes)
    if group.indicator and not any(row.score.known for row in questions):
        questions = ()
    written = next((a for a in assessment.issues if group.number and a.number == group.number), None)
    lead = issue_texts.lead(criteria, indicators, group.codes, questions, group.indicator)
    return IssueView(
        number=str(number),
        title=group.title,
        name=group.name,
        lead=lead if lead or written else issue_texts.NO_QUESTIONS,
        questions=questions,
        weakest=issue_texts.weakest(questions),
        cause=written.cause if written else "",
        approach=written.approach if written else "",
        remarks=_remarks(assessment, group.codes, planned),
        measures=measures.views(criteria, planned),
        no_measures="" if planned else _no_measures(questions, is_issue=group.indicator is None),
    )


def _remarks(assessment: Assessment, codes: Sequence[str], planned: Iterable[Measure]) -> tuple[str, ...]:
    """Return what the agency noted on the questions and wrote beside its measures."""
    notes = [f"{code} {assessment.notes[code]}" for code in codes if assessment.notes.get(code)]
    pieces = [
        f"{label}{text}"
        for measure in planned
        for label, text in (
            ("", measure.analysis),
            ("จุดแข็ง ", measure.strengths),
            ("จุดอ่อน ", measure.weaknesses),
        )
        if text
    ]
    return tuple(dict.fromkeys([*notes, *pieces]))


def _no_measures(questions: Sequence[QuestionView], *, is_issue: bool) -> str:
    what = "ประเด็นนี้" if is_issue else "ตัวชี้วัดนี้"
    said = f"ไม่ได้กำหนดมาตรการของ{what}"
    return f"{said} ให้รักษาแนวปฏิบัติเดิมและติดตามผลอย่างต่อเนื่อง" if _keeps(questions) else said


def _keeps(questions: Sequence[QuestionView]) -> bool:
    """Whether every question is known to have passed, so that there is good practice to keep up."""
    return bool(questions) and all(row.score.known and not row.score.failed for row in questions)
