"""The open tables of a workbook as values: issues, measures, suggestions, texts and signers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita.assessment import AssessorSuggestion, IssueAnalysis, Measure, Signer, Step
from ita.excel import layout
from ita.excel.reading.cells import Cell, Reader, Row

_STEP_FIELDS = ("text", "period", "responsible", "follow_up", "progress", "result", "evidence")


def issues(reader: Reader) -> Iterator[IssueAnalysis]:
    """Yield the analysis of each issue that was written."""
    number, _, _, cause, approach = layout.ISSUE_TABLE.columns
    for row in reader.rows(layout.ISSUE_TABLE):
        which = reader.whole(row[number])
        texts = reader.text(row[cause]), reader.text(row[approach])
        if which is not None and any(texts):
            reader.places[f"issues.{which}.cause"] = row[cause].place
            reader.places[f"issues.{which}.approach"] = row[approach].place
            yield IssueAnalysis(number=which, cause=texts[0], approach=texts[1])


def suggestions(reader: Reader) -> Iterator[AssessorSuggestion]:
    """Yield the assessors' suggestions, quoted as theirs."""
    tool, part, question, text = layout.SUGGESTION_TABLE.columns
    count = 0
    for row in reader.rows(layout.SUGGESTION_TABLE):
        if words := reader.text(row[text]):
            count += 1
            reader.places[f"assessor_suggestions.{count}.text"] = row[text].place
            yield AssessorSuggestion(
                tool=reader.text(row[tool]),
                part=reader.whole(row[part]),
                question=reader.text(row[question]),
                text=words,
            )


def signers(reader: Reader) -> Iterator[Signer]:
    """Yield who signs the report."""
    role, name, position = layout.SIGNER_TABLE.columns
    count = 0
    for row in reader.rows(layout.SIGNER_TABLE):
        signer = Signer(role=reader.text(row[role]), name=reader.text(row[name]), position=reader.text(row[position]))
        if signer != Signer():
            count += 1
            reader.places[f"signers.{count}.position"] = row[position].place
            yield signer


def texts(reader: Reader) -> dict[str, str | tuple[str, ...]]:
    """Return the free texts by key; a heading that stands in several rows gives a list."""
    heading, text = layout.TEXT_TABLE.columns
    keys = {label: key for key, label in layout.TEXT_LABELS.items()}
    found: dict[str, list[str]] = {}
    for row in reader.rows(layout.TEXT_TABLE):
        label, words = reader.text(row[heading]), reader.text(row[text])
        if words:
            key = keys.get(label, label)
            found.setdefault(key, []).append(words)
            reader.places.setdefault(f"texts.{key}", row[text].place)
            reader.places[f"texts.{key}.{len(found[key])}"] = row[text].place
    return {key: tuple(words) if key in layout.LISTED_TEXTS or words[1:] else words[0] for key, words in found.items()}


def measures(reader: Reader) -> Iterator[Measure]:
    """Yield the measures: rows of one number, or a row that names a measure, begin one; the others add steps.

    Rows that are still marked as suggestions are no measures yet.
    """
    groups: list[list[Row]] = []
    last_number = None
    number, *_ = layout.MEASURE_TABLE.columns
    for row in reader.rows(layout.MEASURE_TABLE):
        if all(cell.is_blank for heading, cell in row.items() if heading not in {number, layout.STATUS}):
            continue
        if layout.STATUS in row and row[layout.STATUS].text == layout.SUGGESTED:
            continue
        this_number = reader.whole(row[number])
        if not groups or (this_number is not None and this_number != last_number):
            groups.append([])
            last_number = this_number
        groups[-1].append(row)
    yield from (_measure(reader, f"measures.{n}", group) for n, group in enumerate(groups, start=1))


def _measure(reader: Reader, key: str, rows: Sequence[Row]) -> Measure:
    _, _, tool, indicator, issue, questions, analysis, strengths, weaknesses, measure, *_ = layout.MEASURE_TABLE.columns

    def first(heading: str) -> Cell:
        return next((row[heading] for row in rows if not row[heading].is_blank), rows[0][heading])

    reader.places[f"{key}.indicator"] = first(indicator).place
    return Measure(
        measure=reader.text_at(f"{key}.measure", first(measure)),
        tool=reader.text_at(f"{key}.tool", first(tool)),
        indicator=reader.whole(first(indicator)),
        issue=reader.whole(first(issue)),
        questions=_entries(reader.text_at(f"{key}.questions", first(questions)), r"[,;\s]"),
        analysis=reader.text_at(f"{key}.analysis", first(analysis)),
        strengths=reader.text_at(f"{key}.strengths", first(strengths)),
        weaknesses=reader.text_at(f"{key}.weaknesses", first(weaknesses)),
        steps=tuple(_steps(reader, key, rows)),
    )


def _steps(reader: Reader, key: str, rows: Sequence[Row]) -> Iterator[Step]:
    """Yield the steps of a measure; the place of what its first step lacks is that row's."""
    fields = dict(zip(_STEP_FIELDS, layout.MEASURE_TABLE.columns[10:], strict=True))
    reader.places.update({f"{key}.steps.1.{field}": rows[0][heading].place for field, heading in fields.items()})
    count = 0
    for row in rows:
        step = _step(reader, row)
        if step != Step():
            count += 1
            places = {f"{key}.steps.{count}.{field}": row[heading].place for field, heading in fields.items()}
            reader.places.update(places)
            yield step


def _step(reader: Reader, row: Row) -> Step:
    text, period, responsible, follow_up, progress, result, evidence = layout.MEASURE_TABLE.columns[10:]
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
