"""The open tables of a workbook as values: issues, measures, suggestions, texts and signers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita.assessment import AssessorSuggestion, IssueAnalysis, Measure, Signer, Step
from ita.excel import layout
from ita.excel.cells import Cell, Reader, Row


def issues(reader: Reader) -> Iterator[IssueAnalysis]:
    """Yield the analysis of each issue that was written."""
    number, _, _, cause, approach = layout.ISSUE_TABLE.columns
    for row in reader.rows(layout.ISSUE_TABLE):
        which = reader.whole(row[number])
        texts = reader.text(row[cause]), reader.text(row[approach])
        if which is not None and any(texts):
            yield IssueAnalysis(number=which, cause=texts[0], approach=texts[1])


def suggestions(reader: Reader) -> Iterator[AssessorSuggestion]:
    """Yield the assessors' suggestions, quoted as theirs."""
    tool, part, question, text = layout.SUGGESTION_TABLE.columns
    for row in reader.rows(layout.SUGGESTION_TABLE):
        if words := reader.text(row[text]):
            yield AssessorSuggestion(
                tool=reader.text(row[tool]),
                part=reader.whole(row[part]),
                question=reader.text(row[question]),
                text=words,
            )


def signers(reader: Reader) -> Iterator[Signer]:
    """Yield who signs the report."""
    role, name, position = layout.SIGNER_TABLE.columns
    for row in reader.rows(layout.SIGNER_TABLE):
        signer = Signer(role=reader.text(row[role]), name=reader.text(row[name]), position=reader.text(row[position]))
        if signer != Signer():
            yield signer


def texts(reader: Reader) -> dict[str, str | tuple[str, ...]]:
    """Return the free texts by key; a heading that stands in several rows gives a list."""
    heading, text = layout.TEXT_TABLE.columns
    keys = {label: key for key, label in layout.TEXT_LABELS.items()}
    found: dict[str, list[str]] = {}
    for row in reader.rows(layout.TEXT_TABLE):
        label, words = reader.text(row[heading]), reader.text(row[text])
        if words:
            found.setdefault(keys.get(label, label), []).append(words)
    return {key: tuple(words) if key in layout.LISTED_TEXTS or words[1:] else words[0] for key, words in found.items()}


def measures(reader: Reader) -> Iterator[Measure]:
    """Yield the measures: rows of one number, or a row that names a measure, begin one; the others add steps."""
    groups: list[list[Row]] = []
    last_number = None
    number, *_ = layout.MEASURE_TABLE.columns
    for row in reader.rows(layout.MEASURE_TABLE):
        if all(cell.is_blank for heading, cell in row.items() if heading != number):
            continue
        this_number = reader.whole(row[number])
        if not groups or (this_number is not None and this_number != last_number):
            groups.append([])
            last_number = this_number
        groups[-1].append(row)
    yield from (_measure(reader, group) for group in groups)


def _measure(reader: Reader, rows: Sequence[Row]) -> Measure:
    _, tool, indicator, issue, questions, analysis, strengths, weaknesses, measure, *_ = layout.MEASURE_TABLE.columns

    def first(heading: str) -> Cell:
        return next((row[heading] for row in rows if not row[heading].is_blank), rows[0][heading])

    return Measure(
        measure=reader.text(first(measure)),
        tool=reader.text(first(tool)),
        indicator=reader.whole(first(indicator)),
        issue=reader.whole(first(issue)),
        questions=_entries(reader.text(first(questions)), r"[,;\s]"),
        analysis=reader.text(first(analysis)),
        strengths=reader.text(first(strengths)),
        weaknesses=reader.text(first(weaknesses)),
        steps=tuple(step for step in (_step(reader, row) for row in rows) if step != Step()),
    )


def _step(reader: Reader, row: Row) -> Step:
    text, period, responsible, follow_up, progress, result, evidence = layout.MEASURE_TABLE.columns[9:]
    return Step(
        text=reader.text(row[text]),
        period=reader.text(row[period]),
        responsible=_entries(reader.text(row[responsible]), r"[;\n]"),
        follow_up=reader.text(row[follow_up]),
        progress=reader.score(row[progress]),
        result=reader.text(row[result]),
        evidence=reader.text(row[evidence]),
    )


def _entries(text: str, separator: str) -> tuple[str, ...]:
    """Return the entries of a list that was typed into one cell."""
    return tuple(entry for entry in (part.strip() for part in re.split(separator, text)) if entry)
