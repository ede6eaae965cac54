"""What the agency itself plans for its OIT items: the suggestion of each item and the measures that name it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from ita import thai
from ita.assessment import Assessment, ItemEvidence, Measure
from ita.criteria import Criteria
from ita.word.content import measures
from ita.word.content.measures import ITEM_TOOL
from ita.word.views.items import ItemPlanView, ItemView

UNDECIDED = "ยังไม่ได้กำหนด"


def analysis(assessment: Assessment, code: str) -> str:
    """Return the agency's own analysis in the first measure that names an item; empty where it wrote none."""
    return next((text for m in _naming(assessment, code) if (text := m.analysis.strip())), "")


def without_analysis(item: ItemView) -> ItemView:
    """Return the item without its analysis."""
    return dataclasses.replace(item, analysis="")


def plans(assessment: Assessment, criteria: Criteria, short: Sequence[ItemView]) -> tuple[ItemPlanView, ...]:
    """Return a row for each item short of full marks or with a suggestion, then for each other measure of the OIT."""
    titles = {item.code: item.title for item in criteria.items}
    wanted = {item.code for item in short} | {
        code for code, evidence in assessment.items.items() if code in titles and evidence.suggestion.strip()
    }
    codes = [code for code in titles if code in wanted]
    rows = [_of_item(assessment, code, titles[code]) for code in codes]
    rows += [_of_measure(criteria, m) for m in _others(assessment, criteria, codes)]
    return tuple(dataclasses.replace(row, number=str(number)) for number, row in enumerate(rows, start=1))


def _naming(assessment: Assessment, code: str) -> list[Measure]:
    return [measure for measure in assessment.measures if code in measure.questions]


def _others(assessment: Assessment, criteria: Criteria, codes: Sequence[str]) -> list[Measure]:
    of_tool = measures.by_tool(criteria, assessment.measures)[ITEM_TOOL]
    return [measure for measure in of_tool if not set(codes) & set(measure.questions)]


def _of_item(assessment: Assessment, code: str, title: str) -> ItemPlanView:
    evidence = assessment.items.get(code, ItemEvidence())
    planned = _naming(assessment, code)
    theirs = evidence.suggestion.strip() or "\n".join(filter(None, map(_wording, planned)))
    return ItemPlanView("", f"{code} {title}".strip(), theirs or UNDECIDED, _responsible(planned))


def _of_measure(criteria: Criteria, measure: Measure) -> ItemPlanView:
    subject = measures.relation(criteria, measure) or "การเปิดเผยข้อมูลในภาพรวม"
    return ItemPlanView("", subject, _wording(measure) or UNDECIDED, _responsible([measure]))


def _wording(measure: Measure) -> str:
    """Return a measure with its steps, each on a line of its own."""
    texts = [step.text.strip() for step in measure.steps if step.text.strip()]
    steps = [f"{number}) {text}" for number, text in enumerate(texts, start=1)] if len(texts) > 1 else texts
    told = [f"ขั้นตอน {steps[0]}", *steps[1:]] if steps else []
    return "\n".join(line for line in (measure.measure.strip(), *told) if line)


def _responsible(planned: Sequence[Measure]) -> str:
    names = dict.fromkeys(name for measure in planned for step in measure.steps for name in step.responsible if name)
    return thai.join(list(names)) or UNDECIDED
