"""The first sheet: the agency's names against each other, the years, and last year's figures."""

from __future__ import annotations

from collections.abc import Iterator

from ita.analysis import differences
from ita.checks.agencies import kind, names_agree
from ita.checks.subject import Subject
from ita.findings import Finding, finding

HOME = "หน้าหลัก"
FEWEST_COPIED = 3
"""From how many figures on equal figures of two years are no coincidence."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is missing or contradictory on the first sheet and in last year's figures."""
    yield from _agency(subject)
    yield from _years(subject)
    yield from _copied(subject)


def _agency(subject: Subject) -> Iterator[Finding]:
    agency = subject.assessment.agency
    if not agency.name:
        yield finding("agency.name_missing", subject.places.get("agency.name", HOME))
    if not names_agree(agency.name, agency.short):
        yield finding("agency.names_differ", subject.at("agency.short"), name=agency.name, short=agency.short)
    name = agency.name or agency.short
    typed, named = kind(agency.type), kind(name)
    if typed and named and not named.startswith(typed):
        yield finding("agency.type_differs", subject.at("agency.type"), type=agency.type, name=name)


def _years(subject: Subject) -> Iterator[Finding]:
    plan, previous = subject.assessment.next_year, subject.previous_year
    if plan <= subject.year:
        yield finding("plan.year", subject.at("plan_year"), plan=plan, year=subject.year)
    if previous >= subject.year:
        yield finding("previous.year", subject.at("previous.fiscal_year"), previous=previous, year=subject.year)


def _copied(subject: Subject) -> Iterator[Finding]:
    """Find last year's figures that repeat this year's; full marks in both years are no sign of copying."""
    found = differences(subject.criteria, subject.scores, subject.assessment.previous)
    told = [one for one in found if 0 < one.score < 100 or one.change]  # noqa: PLR2004 - points
    if len(told) >= FEWEST_COPIED and not any(one.change for one in found):
        where = subject.at(f"previous.{found[0].key}", "previous.fiscal_year")
        yield finding("previous.copied", where, count=len(found))
