"""The OIT item by item: its table, the items short of full marks, and what the agency plans for them."""

from __future__ import annotations

from collections.abc import Sequence

from ita.assessment import Assessment, ItemEvidence
from ita.criteria import USER, Criteria, Indicator, Item
from ita.rating import displayed
from ita.scoring import Scores, indicator_key, question_key, sub_indicator_key
from ita.word.content import figures, item_plans, item_sentences
from ita.word.content.item_sentences import Words
from ita.word.content.measures import ITEM_TOOL
from ita.word.views.items import ItemGroupView, ItemIndicatorView, ItemView, OitView

NO_TITLE = "ไม่มีข้อมูลชื่อรายการ"
NO_GROUP = "รายการที่ยังไม่ทราบตัวชี้วัดย่อย"
_MANY = 5
"""More uncertain names than this are counted, not listed."""


def view(assessment: Assessment, criteria: Criteria, scores: Scores) -> OitView:
    """Return what the report on the OIT may print, in Arabic digits."""
    found = {item.code: _value(scores, item) for item in criteria.items}
    words = item_sentences.words(criteria, found.values())
    items = {item.code: _item(assessment, criteria, scores, item, words) for item in criteria.items}
    shown = _shown(assessment, found)
    indicators = tuple(_indicator(criteria, scores, i, items, shown) for i in criteria.indicators_of(ITEM_TOOL))
    short = tuple(items[code] for code, value in found.items() if value is not None and not _is_full(value))
    plans = item_plans.plans(assessment, criteria, short)
    return OitView(
        summary=item_sentences.summary(assessment, criteria, scores),
        counts=item_sentences.counts(criteria, scores, items.values(), words),
        table_title=item_sentences.table_title(indicators),
        note=_note(criteria, shown),
        has_items=bool(shown),
        has_comments=any(items[code].comment for code in shown),
        item_indicators=(*indicators, *_strays(criteria, items, shown)),
        short_title=words.short_title,
        short=_analysed_once(short),
        remarks=_remarks(assessment, {item.code for item in criteria.items}),
        plans_lead=item_sentences.plans_lead(assessment, short, plans, found.values()),
        plans=plans,
    )


def _value(scores: Scores, item: Item) -> float | None:
    return scores.used(question_key(ITEM_TOOL, item.code))


def _is_full(value: float) -> bool:
    return displayed(value) >= displayed(100.0)


def _shown(assessment: Assessment, found: dict[str, float | None]) -> set[str]:
    """Return the codes that the table lists: all once a score is known, else those that something was said of."""
    if any(value is not None for value in found.values()):
        return set(found)
    return {code for code, evidence in assessment.items.items() if code in found and evidence != ItemEvidence()}


def _item(assessment: Assessment, criteria: Criteria, scores: Scores, item: Item, words: Words) -> ItemView:
    evidence = assessment.items.get(item.code, ItemEvidence())
    value = _value(scores, item)
    return ItemView(
        code=item.code,
        title=item.title or NO_TITLE,
        score=figures.score(criteria, scores[question_key(ITEM_TOOL, item.code)]).text,
        result="" if value is None else words.of(value),
        place=_place(criteria, scores, item),
        comment=evidence.comment.strip(),
        remarks=tuple(s.text.strip() for s in assessment.assessor_suggestions if s.question == item.code),
        analysis=item_plans.analysis(assessment, item.code),
        url=evidence.url.strip(),
    )


def _place(criteria: Criteria, scores: Scores, item: Item) -> str:
    """Tell which sub-indicator the item belongs to; empty where that is not known."""
    sub = next((s for s in criteria.sub_indicators if s.code == item.sub_indicator), None)
    if sub is None:
        return ""
    count = len(criteria.items_of(sub.code))
    score = figures.score(criteria, scores[sub_indicator_key(sub.code)])
    gained = f" และได้คะแนนเฉลี่ย {score} คะแนน" if score.known else ""
    return f"อยู่ในตัวชี้วัดย่อยที่ {sub.code} {sub.name} ซึ่งประกอบด้วยข้อมูล {count} ข้อ{gained}"


def _indicator(
    criteria: Criteria, scores: Scores, indicator: Indicator, items: dict[str, ItemView], shown: set[str]
) -> ItemIndicatorView:
    groups = tuple(
        ItemGroupView(
            f"ตัวชี้วัดย่อยที่ {sub.code} {sub.name}",
            figures.score(criteria, scores[sub_indicator_key(sub.code)]).text,
            tuple(items[item.code] for item in criteria.items_of(sub.code) if item.code in shown),
        )
        for sub in criteria.sub_indicators_of(indicator.number)
    )
    told = [group for group in groups if group.items or group.score != figures.NO_DATA]
    score = figures.score(criteria, scores[indicator_key(indicator.number)])
    return ItemIndicatorView(f"ตัวชี้วัดที่ {indicator.number} {indicator.name}", score.text, tuple(told))


def _strays(criteria: Criteria, items: dict[str, ItemView], shown: set[str]) -> tuple[ItemIndicatorView, ...]:
    """Return the items whose sub-indicator is not known, as a group of their own at the end."""
    known = {sub.code for sub in criteria.sub_indicators}
    left = [item.code for item in criteria.items if item.code in shown and item.sub_indicator not in known]
    if not left:
        return ()
    group = ItemGroupView(NO_GROUP, "", tuple(items[code] for code in left))
    return (ItemIndicatorView("", "", (group,)),)


def _analysed_once(short: Sequence[ItemView]) -> tuple[ItemView, ...]:
    """Keep an analysis that several items share at the first of them only."""
    told: set[str] = set()
    views: list[ItemView] = []
    for item in short:
        views.append(item if item.analysis not in told else item_plans.without_analysis(item))
        told.add(item.analysis)
    return tuple(views)


def _remarks(assessment: Assessment, codes: set[str]) -> tuple[str, ...]:
    """Return what the assessors suggested for the OIT as a whole, in their words."""
    suggestions = (s for s in assessment.assessor_suggestions if s.tool == ITEM_TOOL and s.question not in codes)
    return tuple(text for s in suggestions if (text := s.text.strip()))


def _note(criteria: Criteria, shown: set[str]) -> str:
    """Say which names were typed by the agency and which are not certain; empty where there is none such."""
    listed = [item for item in criteria.items if item.code in shown and item.title]
    typed = [item.code for item in listed if item.source == USER]
    unsure = [item.code for item in listed if item.source != USER and item.confidence == "guess"]
    clauses = [
        f"ชื่อ{_named(typed)}เป็นชื่อที่หน่วยงานระบุ" if typed else "",
        f"ชื่อ{_named(unsure)}ยังไม่ได้ยืนยันกับเอกสารทางการ จึงควรเทียบกับประกาศของปีที่ประเมิน" if unsure else "",
    ]
    told = " และ".join(clause for clause in clauses if clause)
    return f"หมายเหตุ {told}" if told else ""


def _named(codes: Sequence[str]) -> str:
    return f"รายการข้อมูล {len(codes)} ข้อ" if len(codes) > _MANY else f"ข้อ {item_sentences.joined(codes)} "
