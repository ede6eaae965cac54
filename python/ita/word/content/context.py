"""From an assessment and its scores to everything that a report prints."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import TypeVar, cast

from ita import thai
from ita.assessment import Agency, Assessment
from ita.criteria import Criteria, Indicator, Part, Tool
from ita.rating import Level
from ita.scoring import TOTAL, Scores, indicator_key, sub_indicator_key, tool_key
from ita.word.content import (
    analysis,
    chartdata,
    figures,
    followup,
    improvement,
    issue_rules,
    issues,
    items,
    measures,
    phrases,
    plan,
    suggestions,
)
from ita.word.parts.charts import ChartData
from ita.word.views import (
    AgencyView,
    ChartsView,
    IndicatorView,
    MeasureView,
    OverviewView,
    PartView,
    PreviousView,
    ReportContext,
    SignerView,
    SubIndicatorView,
    ToolView,
)

_View = TypeVar("_View")

SIGNING_ROLES = ("ผู้จัดทำ", "ผู้ตรวจสอบ", "ผู้อนุมัติ")
"""The roles that every report has a place for."""


def context(
    assessment: Assessment, criteria: Criteria, scores: Scores, level: Level, digits: thai.Digits = "thai"
) -> ReportContext:
    """Return what a report on this assessment may print, in the digits asked for."""
    indicators = tuple(_indicator(assessment, criteria, scores, i) for i in criteria.indicators)
    groups = measures.by_tool(criteria, assessment.measures)
    total = figures.score(criteria, scores[TOTAL])
    tools = tuple(
        _tool(assessment, criteria, scores, tool, number, indicators, measures.views(criteria, groups[tool.code]))
        for number, tool in enumerate(criteria.tools, start=1)
    )
    arabic = ReportContext(
        year=str(assessment.fiscal_year),
        plan_year=str(assessment.next_year),
        report_date=_date(assessment.report_date),
        pass_mark=figures.mark(criteria.pass_mark),
        excellent_mark=figures.mark(criteria.excellent_mark),
        agency=_agency(assessment.agency),
        total=total,
        total_change=figures.change(scores.used(TOTAL), assessment.previous.total),
        level=phrases.level_view(criteria, scores, level),
        previous=_previous(assessment, criteria),
        overview=_overview(assessment, criteria, scores, level, indicators),
        tools=tools,
        indicators=indicators,
        other_measures=measures.views(criteria, groups[""]),
        charts=_charts(assessment, criteria, scores),
        foreword=_paragraphs(assessment, "foreword"),
        limitations=_paragraphs(assessment, "limitations"),
        committee=assessment.committee,
        signers=_signers(assessment),
        scoring=issue_rules.scoring(criteria, scores),
        rating=issue_rules.rating(criteria, level.used),
        issues=issues.view(assessment, criteria, scores, indicators),
        assessors=suggestions.view(assessment, criteria, scores, level, tools),
        oit=items.view(assessment, criteria, scores),
        plan=plan.view(assessment, criteria, scores),
        improvement=improvement.view(assessment, criteria, scores, total, tools),
        follow_up=followup.view(assessment, scores, _paragraphs(assessment, followup.PROBLEMS)),
    )
    return _in_digits(arabic, digits)


def _overview(
    assessment: Assessment,
    criteria: Criteria,
    scores: Scores,
    level: Level,
    indicators: tuple[IndicatorView, ...],
) -> OverviewView:
    return OverviewView(
        result=phrases.result(assessment.agency.name, assessment.fiscal_year, scores, level),
        comparison=phrases.comparison(assessment, scores, level),
        indicators=phrases.standing(criteria, indicators),
        changes=phrases.movements(indicators),
    )


def _charts(assessment: Assessment, criteria: Criteria, scores: Scores) -> ChartsView:
    return ChartsView(**{n: not data.is_empty for n, data in chart_data(assessment, criteria, scores).items()})


def chart_data(assessment: Assessment, criteria: Criteria, scores: Scores) -> Mapping[str, ChartData]:
    """Return the data of the charts by their short names, with Arabic digits."""
    return {
        "total": chartdata.whole(chartdata.total(criteria, scores), chartdata.GAINED),
        "tools": chartdata.tools(assessment, criteria, scores),
        "radar": chartdata.whole(chartdata.indicators(assessment, criteria, scores), chartdata.THIS_YEAR),
        "comparison": chartdata.indicators(assessment, criteria, scores),
        "progress": chartdata.steps(assessment, criteria),
    }


def values(report: ReportContext) -> dict[str, object]:
    """Return a context as the names that a template sees."""
    return {field.name: getattr(report, field.name) for field in dataclasses.fields(report)}


def _agency(agency: Agency) -> AgencyView:
    district = f"อำเภอ{agency.district}" if agency.district else ""
    province = f"จังหวัด{agency.province}" if agency.province else ""
    return AgencyView(
        name=agency.name,
        short=agency.short or agency.name,
        type=agency.type,
        district=agency.district,
        province=agency.province,
        department=agency.department,
        website=agency.website,
        place=" ".join(piece for piece in (district, province) if piece),
        has_seal=bool(agency.seal),
    )


def _signers(assessment: Assessment) -> tuple[SignerView, ...]:
    """Return the signers as entered, then an empty place for each role that nobody was entered for."""
    entered = tuple(SignerView(s.role, s.name, s.position) for s in assessment.signers)
    missing = [role for role in SIGNING_ROLES if not any(s.role.strip().startswith(role) for s in entered)]
    return entered + tuple(SignerView(role, "", "") for role in missing)


def _previous(assessment: Assessment, criteria: Criteria) -> PreviousView:
    previous = assessment.previous
    has_indicators = any(value is not None for value in previous.indicators.values())
    return PreviousView(
        year=str(previous.fiscal_year or assessment.fiscal_year - 1),
        total=figures.known(criteria, previous.total),
        level=previous.level or "",
        known=has_indicators or previous.total is not None,
        has_indicators=has_indicators,
    )


def _indicator(assessment: Assessment, criteria: Criteria, scores: Scores, indicator: Indicator) -> IndicatorView:
    figure = scores[indicator_key(indicator.number)]
    before = assessment.previous.indicators.get(indicator.number)
    return IndicatorView(
        number=str(indicator.number),
        name=indicator.name,
        tool=indicator.tool,
        score=figures.score(criteria, figure),
        previous=figures.known(criteria, before),
        change=figures.change(figure.used, before),
        sub_indicators=tuple(
            SubIndicatorView(s.code, s.name, figures.score(criteria, scores[sub_indicator_key(s.code)]))
            for s in criteria.sub_indicators_of(indicator.number)
        ),
    )


def _tool(
    assessment: Assessment,
    criteria: Criteria,
    scores: Scores,
    tool: Tool,
    number: int,
    every_indicator: tuple[IndicatorView, ...],
    planned: tuple[MeasureView, ...],
) -> ToolView:
    indicators = tuple(i for i in every_indicator if i.tool == tool.code)
    every_part = tuple(_part(criteria, scores, part) for part in tool.parts)
    parts = every_part if any(part.score.text != figures.NO_DATA for part in every_part) else ()
    before = assessment.previous.tools.get(tool.code)
    change = figures.change(scores.used(tool_key(tool.code)), before)
    entered = measures.by_tool(criteria, assessment.measures)[tool.code]
    return ToolView(
        number=str(number),
        code=tool.code,
        name=tool.name,
        name_en=tool.name_en,
        respondents=tool.respondents,
        weight=_percent(tool.weight),
        processed=not scores.not_processed & {tool.code, *tool.scored_codes},
        score=figures.tool_score(criteria, scores, tool.code),
        weighted=_weighted(scores, tool.code, tool.weight),
        previous=figures.known(criteria, before),
        change=change,
        parts=parts,
        indicators=indicators,
        analysis=analysis.analyse(criteria, scores, tool, indicators, parts, change, entered),
        measures=planned,
    )


def _part(criteria: Criteria, scores: Scores, part: Part) -> PartView:
    return PartView(
        code=part.code,
        name=part.name,
        weight=_percent(part.weight),
        score=figures.tool_score(criteria, scores, part.code),
        weighted=_weighted(scores, part.code, part.weight),
    )


def _percent(weight: float | None) -> str:
    return "" if weight is None else figures.mark(weight * 100)


def _weighted(scores: Scores, code: str, weight: float | None) -> str:
    used = scores.used(tool_key(code))
    return "–" if used is None or weight is None else figures.points(used * weight)


def _date(text: str) -> str:
    """Return the date in words; a text that is no date stays as it was entered."""
    day = thai.parse_date(text)
    return text if day is None else thai.format_date(day)


def _paragraphs(assessment: Assessment, key: str) -> tuple[str, ...]:
    text = assessment.texts.get(key, ())
    pieces = text.split("\n") if isinstance(text, str) else text
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _in_digits(value: _View, digits: thai.Digits) -> _View:
    """Return a view with every text inside it in the digits asked for."""
    return cast("_View", _converted(value, digits))


def _converted(value: object, digits: thai.Digits) -> object:
    if isinstance(value, str):
        return thai.in_digits(value, digits)
    if isinstance(value, tuple):
        return tuple(_converted(item, digits) for item in cast("tuple[object, ...]", value))
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _converted(getattr(value, f.name), digits) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    return value
