"""The defects of each tool and indicator against a target, and the agency's measures for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ita import thai
from ita.assessment import Assessment, Measure
from ita.criteria import ITEM_TOOL, Criteria, Tool
from ita.scoring import Scores, question_key
from ita.word.content import defect_phrases, figures, improvement_phrases, measures, phrases, targets
from ita.word.content.targets import Target
from ita.word.views import IndicatorView, ScoreView, ToolView
from ita.word.views.improvement import DefectIndicatorView, DefectRowView, DefectToolView, RemedyView, WeakQuestionView


@dataclass(frozen=True, slots=True)
class Asked:
    """A question or item under one tool or part, with its score; ``indicator`` is None where it is not known."""

    code: str
    text: str
    part: str
    indicator: int | None
    score: ScoreView

    @property
    def label(self) -> str:
        """The code and, under it, the part of the tool."""
        return f"{self.code}\n{self.part}".strip()


@dataclass(frozen=True, slots=True)
class Case:
    """What the defects are told from."""

    assessment: Assessment
    criteria: Criteria
    scores: Scores
    target: Target

    def asked(self, tool: Tool) -> tuple[Asked, ...]:
        """Return the questions or items of a tool, a part at a time."""
        subs = {sub.code: sub.indicator for sub in self.criteria.sub_indicators}
        numbers = [indicator.number for indicator in self.criteria.indicators_of(tool.code)]
        wordings = [(q.code, q.text, n) for n in numbers for q in self.criteria.questions_of(n)]
        items = self.criteria.items if tool.code == ITEM_TOOL else ()
        wordings += [(item.code, item.title, subs.get(item.sub_indicator or "")) for item in items]
        return tuple(
            Asked(code, text, self._part(tool, scored), number, self._score(scored, code))
            for code, text, number in wordings
            for scored in tool.scored_codes
        )

    def _part(self, tool: Tool, scored: str) -> str:
        return phrases.tool_label(self.criteria, scored) if tool.parts else ""

    def _score(self, scored: str, code: str) -> ScoreView:
        return figures.score(self.criteria, self.scores[question_key(scored, code)])

    def weak(self, asked: Iterable[Asked]) -> list[Asked]:
        """Return those that are known to be under the target, lowest first."""
        return sorted(
            (one for one in asked if self.target.is_missed(one.score)), key=lambda one: one.score.value or 0.0
        )

    def remedies(self, indicator: int | None, codes: Iterable[str]) -> list[tuple[int, Measure]]:
        """Return the measures, by their numbers in the plan, on an indicator or on any of these questions."""
        wanted = set(codes)
        return [
            (number, measure)
            for number, measure in enumerate(self.assessment.measures, start=1)
            if (indicator is not None and measure.indicator == indicator) or wanted & set(measure.questions)
        ]


def tool_view(case: Case, shown: ToolView) -> DefectToolView:
    """Return what is known of one tool."""
    tool = case.criteria.tool(shown.code)
    asked = case.asked(tool)
    homeless = [one for one in asked if one.indicator is None]
    questions = tuple(_question(case, one) for one in case.weak(homeless))
    weak_codes = [one.code for one in case.weak(asked)]
    is_blank = _is_blank(shown, asked)
    indicators = tuple(_indicator(case, shown, view, asked) for view in shown.indicators)
    if is_blank:
        indicators = tuple(replace(one, result="") for one in indicators)
    return DefectToolView(
        number=shown.number,
        code=shown.code,
        name=shown.name,
        name_en=shown.name_en,
        about=defect_phrases.about(shown),
        result=defect_phrases.nothing(shown.code) if is_blank else defect_phrases.tool_result(case.target, shown),
        indicators=indicators,
        questions=questions,
        has_notes=any(question.note for question in questions),
        questions_note=defect_phrases.borrowed(case.criteria, weak_codes),
        remedies=_general(case, shown.code),
    )


def _is_blank(tool: ToolView, asked: Sequence[Asked]) -> bool:
    """Whether no score of the tool is known, not even roughly."""
    scores = (
        tool.score,
        *(i.score for i in tool.indicators),
        *(p.score for p in tool.parts),
        *(a.score for a in asked),
    )
    return all(score.text == figures.NO_DATA for score in scores)


def _indicator(case: Case, tool: ToolView, shown: IndicatorView, asked: Sequence[Asked]) -> DefectIndicatorView:
    number = int(shown.number)
    own = [one for one in asked if one.indicator == number]
    weak = case.weak(own)
    questions = tuple(_question(case, one) for one in weak)
    found = case.remedies(number, {one.code for one in own})
    has_defect = bool(weak) or case.target.is_missed(shown.score)
    return DefectIndicatorView(
        number=shown.number,
        name=shown.name,
        purpose=next(i.purpose for i in case.criteria.indicators if i.number == number),
        scope=defect_phrases.scope(shown, [one.code for one in own]),
        result=defect_phrases.indicator_result(case.target, tool, shown, _tally(case, own, weak)),
        questions=questions,
        has_notes=any(question.note for question in questions),
        remedies=tuple(_remedy(order, measure) for order, measure in found),
        no_remedy=defect_phrases.no_remedy(case.assessment.next_year) if has_defect and not found else "",
    )


def _tally(case: Case, own: Sequence[Asked], weak: Sequence[Asked]) -> defect_phrases.Tally:
    known = [one for one in own if one.score.known]
    short = [one for one in known if figures.difference(one.score.value, 100.0) != Decimal(0)]
    lowest = [one for one in short if targets.is_lowest(one.score, [other.score for other in short])]
    only = _known_parts(own, known)
    return defect_phrases.Tally(
        is_item=any(item.code == one.code for one in own[:1] for item in case.criteria.items),
        total=len(own),
        known=len(known),
        weak=len(weak),
        only=only,
        lowest=tuple(one.code if only else one.label.replace("\n", " ") for one in lowest),
        lowest_score=str(lowest[0].score) if lowest else "",
    )


def _known_parts(own: Sequence[Asked], known: Sequence[Asked]) -> str:
    """Return the parts that all known scores lie in, where those parts are known in full; else empty."""
    parts = list(dict.fromkeys(one.part for one in known))
    within = [one for one in own if one.part in parts]
    return thai.join(parts) if known and len(within) == len(known) < len(own) and all(parts) else ""


def _question(case: Case, one: Asked) -> WeakQuestionView:
    evidence = case.assessment.items.get(one.code)
    note = case.assessment.notes.get(one.code) or (evidence.comment if evidence else "")
    return WeakQuestionView(
        label=one.label,
        text=one.text or "ไม่มีข้อมูลถ้อยคำ",
        score=str(one.score),
        gap=case.target.lacking(one.score),
        note=targets.one_line(note),
    )


def _remedy(order: int, measure: Measure) -> RemedyView:
    return RemedyView(f"{targets.one_line(measure.measure)} (มาตรการที่ {order})", targets.one_line(measure.analysis))


def _general(case: Case, tool: str) -> tuple[RemedyView, ...]:
    """Return the tool's measures that name no indicator and no question."""
    own = measures.by_tool(case.criteria, case.assessment.measures)[tool]
    return tuple(
        _remedy(order, measure)
        for order, measure in enumerate(case.assessment.measures, start=1)
        if measure in own and measure.indicator is None and not measure.questions
    )


def rows(case: Case, shown: Sequence[IndicatorView]) -> tuple[DefectRowView, ...]:
    """Return every indicator, sub-indicator and question that is under the target, the widest gap first."""
    of_indicators = [
        (view.score, f"ตัวชี้วัดที่ {view.number} {view.name}", case.remedies(int(view.number), ()))
        for view in shown
        if case.target.is_missed(view.score) and view.score.known
    ]
    weak = [one for tool in case.criteria.tools for one in case.weak(case.asked(tool))]
    of_indicators += _subs(case, shown, {one.code for one in weak})
    of_questions = [(one.score, _subject(one), _for_question(case, one)) for one in weak]
    found = sorted((*of_indicators, *of_questions), key=lambda row: row[0].value or 0.0)
    return tuple(
        DefectRowView(subject, str(score), case.target.lacking(score), _named(answers))
        for score, subject, answers in found
    )


def _subs(
    case: Case, shown: Sequence[IndicatorView], weak: Collection[str]
) -> list[tuple[ScoreView, str, list[tuple[int, Measure]]]]:
    """Return the missed sub-indicators whose weak items are not known one by one."""
    told = {item.sub_indicator for item in case.criteria.items if item.code in weak}
    return [
        (sub.score, f"ตัวชี้วัดย่อย {sub.code} {sub.name}", case.remedies(int(view.number), ()))
        for view in shown
        for sub in view.sub_indicators
        if sub.score.known and case.target.is_missed(sub.score) and sub.code not in told
    ]


def _subject(one: Asked) -> str:
    where = f" ({one.part})" if one.part else ""
    return f"ข้อ {one.code}{where} {one.text}".rstrip()


def _for_question(case: Case, one: Asked) -> list[tuple[int, Measure]]:
    """Return the measures that name the question, else those on its indicator."""
    return case.remedies(None, [one.code]) or case.remedies(one.indicator, ())


def _named(found: Sequence[tuple[int, Measure]]) -> str:
    return f"มาตรการที่ {targets.numbers([order for order, _ in found])}" if found else improvement_phrases.NO_MEASURE
