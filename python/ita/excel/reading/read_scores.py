"""The scores of a workbook as values: what was typed in the entry sheets and the results sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ita.assessment import Given, ItemEvidence, Previous, QuestionScore, Wording
from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.reading.cells import Cell, Reader, Row
from ita.excel.sources import eit_table, score_columns, score_rows
from ita.findings import finding
from ita.thai import to_arabic_digits


def _by_code(reader: Reader, table: Table, codes: Iterable[str]) -> dict[str, Row]:
    """Return the rows of a table by code, in the order of ``codes``; of two rows the first, as the formulas do."""
    rows: dict[str, Row] = {}
    for row in reader.rows(table):
        rows.setdefault(row[layout.CODE].text, row)
    return {code: rows[code] for code in codes if code in rows}


def _question_rows(reader: Reader) -> Iterator[tuple[str, Row]]:
    """Yield the row of each of the year's questions and items with its code."""
    codes = [one.code for one in (*reader.criteria.questions, *reader.criteria.items)]
    for table in dict.fromkeys(table for table, _ in score_columns(reader.criteria).values()):
        yield from _by_code(reader, table, codes).items()


def _figure_rows(reader: Reader, table: Table) -> Iterator[tuple[str, str, Row]]:
    """Yield the key, the code and the row of each figure of a table of results."""
    keys = {code: key for key, code, _ in score_rows(reader.criteria)[table]}
    for code, row in _by_code(reader, table, keys).items():
        yield keys[code], code, row


def wordings(reader: Reader) -> Iterator[Wording]:
    """Yield what the user named where the year's criteria know nothing (ผู้ใช้ระบุ).

    A wording counts for a code that has none; a new code only in a survey whose questions are not known.
    """
    criteria = reader.criteria
    blank = {q.code for q in criteria.questions if not q.text} | {i.code for i in criteria.items if not i.title}
    surveyed = {criteria.tool_of(question.indicator).code for question in criteria.questions}
    tables = ((layout.IIT_TABLE, "IIT"), (eit_table(criteria), "EIT"), (layout.OIT_TABLE, "OIT"))
    for table, tool in tables:
        is_open = tool not in surveyed and table is not layout.OIT_TABLE
        for row in reader.rows(table):
            code = row[layout.CODE].text
            text = reader.text(row[layout.ITEM if table is layout.OIT_TABLE else layout.WORDING])
            if code in blank and text:
                yield Wording(code=code, text=text)
            elif is_open and code:
                yield Wording(code=code, text=text, indicator=_leading_number(row[layout.INDICATOR].text))


def _leading_number(text: str) -> int | None:
    """Return the number that a typed indicator begins with: 4 of "4. ..." and of "4"."""
    found = re.match(r"\d+", to_arabic_digits(text))
    return int(found[0]) if found else None


def given(reader: Reader) -> Given:
    """Return every typed score, the published level, and the tools that were not processed."""
    return Given(
        questions=_questions(reader),
        sub_indicators=_published(reader, layout.SUB_TABLE),
        eit_parts=_eit_parts(_published(reader, layout.PART_TABLE)),
        indicators={int(code): score for code, score in _published(reader, layout.INDICATOR_TABLE).items()},
        tools=_published(reader, layout.TOOL_TABLE),
        total=_published(reader, layout.TOTAL_TABLE).get(layout.TOTAL_CODE),
        level=_published_level(reader),
        not_processed=tuple(_not_processed(reader)),
    )


def _level_cell(reader: Reader, heading: str) -> Cell:
    """Return the cell of the level in a column of the total's table."""
    row = _by_code(reader, layout.TOTAL_TABLE, [layout.LEVEL_CODE]).get(layout.LEVEL_CODE)
    return row[heading] if row else Cell(None, layout.SCORES.name)


def _published_level(reader: Reader) -> str | None:
    """Return the published level; None where blank, or no level of the year and then found."""
    cell, rating = _level_cell(reader, layout.PUBLISHED), reader.criteria.rating
    reader.places["level"] = cell.place
    level = reader.text(cell)
    if level and rating and level not in rating.levels:
        levels = ", ".join(rating.levels)
        year = reader.criteria.fiscal_year
        reader.findings.append(finding("level.unknown", cell.place, level=level, year=year, levels=levels))
        return None
    return level or None


def _not_processed(reader: Reader) -> Iterator[str]:
    """Yield the tools and parts whose status says so; a tool with parts has no status of its own."""
    scored = [code for tool in reader.criteria.tools for code in tool.scored_codes]
    for code, row in _by_code(reader, layout.TOOL_TABLE, scored).items():
        if row[layout.STATUS].text == layout.NOT_PROCESSED:
            yield code


def _questions(reader: Reader) -> dict[str, QuestionScore]:
    columns = score_columns(reader.criteria)
    codes = [one.code for one in (*reader.criteria.questions, *reader.criteria.items)]
    scores: dict[str, QuestionScore] = {}
    for table in dict.fromkeys(table for table, _ in columns.values()):
        parts = [(part, heading) for part, (owner, heading) in columns.items() if owner is table]
        for code, row in _by_code(reader, table, codes).items():
            values = [reader.score(row[heading]) for _, heading in parts]
            for part, heading in parts:
                reader.places[f"questions.{part}.{code}"] = row[heading].place
            if any(value is not None for value in values):
                scores[code] = values[0] if len(values) == 1 else (values[0], values[1])
    return scores


def _published(reader: Reader, table: Table) -> dict[str, float | None]:
    """Return the published scores of a table of results by code, blanks left out."""
    scores: dict[str, float | None] = {}
    for key, code, row in _figure_rows(reader, table):
        cell = row[layout.PUBLISHED]
        reader.places[key] = cell.place
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
        rows = list(_figure_rows(reader, table))
        reader.places.update({f"previous.{key}": row[layout.LAST_YEAR].place for key, _, row in rows})
        scores = {code: reader.score(row[layout.LAST_YEAR]) for _, code, row in rows}
        return {code: score for code, score in scores.items() if score is not None}

    questions = {code: reader.score(row[layout.LAST_YEAR]) for code, row in _question_rows(reader)}
    found = Previous(
        fiscal_year=year,
        total=last_year(layout.TOTAL_TABLE).get(layout.TOTAL_CODE),
        level=reader.text(_level_cell(reader, layout.LAST_YEAR)) or None,
        tools=last_year(layout.TOOL_TABLE),
        indicators={int(code): score for code, score in last_year(layout.INDICATOR_TABLE).items()},
        questions={code: score for code, score in questions.items() if score is not None},
    )
    return Previous() if found == Previous(fiscal_year=year) else found


def notes(reader: Reader) -> dict[str, str]:
    """Return the notes beside questions and items, by code."""
    found = {code: reader.text_at(f"notes.{code}", row[layout.NOTE]) for code, row in _question_rows(reader)}
    return {code: note for code, note in found.items() if note}


def items(reader: Reader) -> dict[str, ItemEvidence]:
    """Return the address and remarks of each OIT item that has any."""
    found: dict[str, ItemEvidence] = {}
    for code, row in _by_code(reader, layout.OIT_TABLE, (item.code for item in reader.criteria.items)).items():
        evidence = ItemEvidence(
            url=reader.text(row[layout.URL]),
            comment=reader.text_at(f"items.{code}.comment", row[layout.COMMENT]),
            suggestion=reader.text_at(f"items.{code}.suggestion", row[layout.SUGGESTION]),
        )
        if evidence != ItemEvidence():
            found[code] = evidence
    return found
