"""Every free text of an assessment, and what the checks of words find in it."""

from __future__ import annotations

from collections.abc import Iterator

from ita.assessment import Measure
from ita.checks import agencies, changes, claims, codes, ranks, years
from ita.checks.mentions import Text, mentions, plain
from ita.checks.subject import Subject
from ita.findings import Finding

_OF_MEASURE = ("measure", "analysis", "strengths", "weaknesses")
_OF_STEP = ("text", "period", "follow_up", "result", "evidence")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with the texts; the assessors' own words and the signatures are read for names only."""
    for text in _own(subject):
        yield from agencies.other_agencies(subject.assessment.agency, text)
        for look in (years.check, codes.check, ranks.check, claims.check, changes.check):
            yield from look(subject, text)
    for text in _of_others(subject):
        yield from agencies.other_agencies(subject.assessment.agency, text)


def _text(subject: Subject, key: str, words: str, measure: Measure | None = None, issue: int | None = None) -> Text:
    said = plain(words)
    return Text(key, subject.at(key), said, mentions(subject.criteria, said), measure, issue)


def _own(subject: Subject) -> Iterator[Text]:
    """Yield the texts that the agency wrote, and the comments that it copied beside its items."""
    assessment = subject.assessment
    for key, words in assessment.texts.items():
        if isinstance(words, str):
            yield _text(subject, f"texts.{key}", words)
        else:
            yield from (_text(subject, f"texts.{key}.{n}", one) for n, one in enumerate(words, start=1))
    for issue in assessment.issues:
        yield _text(subject, f"issues.{issue.number}.cause", issue.cause, issue=issue.number)
        yield _text(subject, f"issues.{issue.number}.approach", issue.approach, issue=issue.number)
    for number, measure in enumerate(assessment.measures, start=1):
        yield from _of_measure(subject, f"measures.{number}", measure)
    for code, note in assessment.notes.items():
        yield _text(subject, f"notes.{code}", note)
    for code, item in assessment.items.items():
        yield _text(subject, f"items.{code}.comment", item.comment)
        yield _text(subject, f"items.{code}.suggestion", item.suggestion)


def _of_measure(subject: Subject, key: str, measure: Measure) -> Iterator[Text]:
    for field in _OF_MEASURE:
        yield _text(subject, f"{key}.{field}", str(getattr(measure, field)), measure)
    for number, step in enumerate(measure.steps, start=1):
        for field in _OF_STEP:
            yield _text(subject, f"{key}.steps.{number}.{field}", str(getattr(step, field)), measure)
        yield _text(subject, f"{key}.steps.{number}.responsible", "\n".join(step.responsible), measure)


def _of_others(subject: Subject) -> Iterator[Text]:
    assessment = subject.assessment
    yield _text(subject, "committee", assessment.committee)
    for number, signer in enumerate(assessment.signers, start=1):
        yield _text(subject, f"signers.{number}.position", signer.position)
    for number, suggestion in enumerate(assessment.assessor_suggestions, start=1):
        yield _text(subject, f"assessor_suggestions.{number}.text", suggestion.text)
