"""The scores of a workbook as values: what was typed in the entry sheets and the results sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ita.assessment import Given, ItemEvidence, Previous, QuestionScore
from ita.excel import layout
from ita.excel.cells import Reader, Row
from ita.excel.layout import Table
from ita.excel.sources import score_columns, score_rows


def _question_rows(reader: Reader) -> Iterator[tuple[str, Row]]:
    """Yield each row of the entry tables with its code, once a table."""
    for table in dict.fromkeys(table for table, _ in score_columns(reader.criteria).values()):
        for row in reader.rows(table):
            if code := row[layout.CODE].text:
                yield code, row


def given(reader: Reader) -> Given:
    """Return every typed score, the published level, and the tools that were not processed."""
    level = next((r[layout.PUBLISHED] for r in reader.rows(layout.TOTAL_TABLE) if _is_level(r)), None)
    return Given(
        questions=_questions(reader),
        sub_indicators=_published(reader, layout.SUB_TABLE),
        eit_parts=_eit_parts(_published(reader, layout.PART_TABLE)),
        indicators={int(code): score for code, score in _published(reader, layout.INDICATOR_TABLE).items()},
        tools=_published(reader, layout.TOOL_TABLE),
        total=_published(reader, layout.TOTAL_TABLE).get(layout.TOTAL_CODE),
        level=(reader.text(level) or None) if level else None,
        not_processed=tuple(
            row[layout.CODE].text
            for row in reader.rows(layout.TOOL_TABLE)
            if row[layout.STATUS].text == layout.NOT_PROCESSED
        ),
    )


def _is_level(row: Row) -> bool:
    return row[layout.CODE].text == layout.LEVEL_CODE


def _questions(reader: Reader) -> dict[str, QuestionScore]:
    columns = score_columns(reader.criteria)
    scores: dict[str, QuestionScore] = {}
    for table in dict.fromkeys(table for table, _ in columns.values()):
        parts = [(part, heading) for part, (owner, heading) in columns.items() if owner is table]
        for row in reader.rows(table):
            code = row[layout.CODE].text
            values = [reader.score(row[heading]) for _, heading in parts]
            for part, heading in parts:
                reader.places[f"questions.{part}.{code}"] = row[heading].place
            if any(value is not None for value in values):
                scores[code] = values[0] if len(values) == 1 else (values[0], values[1])
    return scores


def _published(reader: Reader, table: Table) -> dict[str, float | None]:
    """Return the published scores of a table of results by code, blanks left out."""
    keys = {code: key for key, code, _ in score_rows(reader.criteria)[table]}
    scores: dict[str, float | None] = {}
    for row in reader.rows(table):
        code, cell = row[layout.CODE].text, row[layout.PUBLISHED]
        if code not in keys:
            continue
        reader.places[keys[code]] = cell.place
        score = reader.score(cell)
        if score is not None:
            scores[code] = score
    return scores


def _eit_parts(by_code: Mapping[str, float | None]) -> dict[str, dict[int, float | None]]:
    parts: dict[str, dict[int, float | None]] = {}
    for code, score in by_code.items():
        part, _, number = code.partition(".")
        parts.setdefault(part, {})[int(number)] = score
    return parts


def previous(reader: Reader, year: int | None) -> Previous:
    """Return last year's figures; ``year`` alone says nothing of them."""

    def last_year(table: Table) -> dict[str, float | None]:
        cells = {row[layout.CODE].text: row[layout.LAST_YEAR] for row in reader.rows(table) if not _is_level(row)}
        scores = {code: reader.score(cell) for code, cell in cells.items()}
        return {code: score for code, score in scores.items() if score is not None}

    level = next((r[layout.LAST_YEAR] for r in reader.rows(layout.TOTAL_TABLE) if _is_level(r)), None)
    questions = {code: reader.score(row[layout.LAST_YEAR]) for code, row in _question_rows(reader)}
    found = Previous(
        fiscal_year=year,
        total=last_year(layout.TOTAL_TABLE).get(layout.TOTAL_CODE),
        level=(reader.text(level) or None) if level else None,
        tools=last_year(layout.TOOL_TABLE),
        indicators={int(code): score for code, score in last_year(layout.INDICATOR_TABLE).items()},
        questions={code: score for code, score in questions.items() if score is not None},
    )
    return Previous() if found == Previous(fiscal_year=year) else found


def notes(reader: Reader) -> dict[str, str]:
    """Return the notes beside questions and items, by code."""
    found = {code: reader.text(row[layout.NOTE]) for code, row in _question_rows(reader)}
    return {code: note for code, note in found.items() if note}


def items(reader: Reader) -> dict[str, ItemEvidence]:
    """Return the address and remarks of each OIT item that has any."""
    found: dict[str, ItemEvidence] = {}
    for row in reader.rows(layout.OIT_TABLE):
        evidence = ItemEvidence(
            url=reader.text(row[layout.URL]),
            comment=reader.text(row[layout.COMMENT]),
            suggestion=reader.text(row[layout.SUGGESTION]),
        )
        if evidence != ItemEvidence():
            found[row[layout.CODE].text] = evidence
    return found
