"""An assessment as the tables of the workbook hold it: cells to values, whoever read the cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ita.assessment import Agency, Assessment
from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.reading import read_plan, read_scores
from ita.excel.reading.cells import Cell, Reader, Tables
from ita.excel.reading.stray_rows import stray_rows
from ita.findings import Finding
from ita.rules import with_wordings


@dataclass(frozen=True, slots=True)
class Reading:
    """An assessment, what was wrong with the cells it was read from, and the cell of each figure and text by key.

    Figures have the keys of ``ita.scoring`` (``indicators.3``; ``previous.indicators.3`` for last year's) and
    ``level``. Everything else has the path of its field in ``Assessment``, entries of lists counted from 1:
    ``agency.short``, ``plan_year``, ``texts.foreword``, ``texts.limitations.2``, ``issues.2.cause`` (the issue's
    number), ``measures.3.analysis``, ``measures.3.steps.2.period``, ``notes.i7``, ``items.o5.comment``,
    ``assessor_suggestions.1.text``, ``signers.1.position``, ``committee``.
    """

    assessment: Assessment
    findings: tuple[Finding, ...]
    places: Mapping[str, str]


def assessment_from(criteria: Criteria, tables: Tables) -> Reading:
    """Return the assessment in the tables, and a finding for every cell that could not be read."""
    reader = Reader(criteria, tables)
    wordings = tuple(read_scores.wordings(reader))
    reader.criteria = with_wordings(criteria, wordings)
    agency = _agency_cells(reader)
    assessment = Assessment(
        agency=Agency(
            **{name: reader.text_at(f"agency.{name}", agency(label)) for name, label in layout.AGENCY_LABELS.items()}
        ),
        fiscal_year=criteria.fiscal_year,
        plan_year=reader.whole(agency(layout.PLAN_YEAR_LABEL)),
        report_date=reader.text(agency(layout.REPORT_DATE_LABEL)),
        committee=reader.text_at("committee", agency(layout.COMMITTEE_LABEL)),
        target=reader.score(agency(layout.TARGET_LABEL)),
        signers=tuple(read_plan.signers(reader)),
        given=read_scores.given(reader),
        previous=read_scores.previous(reader, reader.whole(agency(layout.PREVIOUS_YEAR_LABEL))),
        wordings=wordings,
        notes=read_scores.notes(reader),
        items=read_scores.items(reader),
        issues=tuple(read_plan.issues(reader)),
        assessor_suggestions=tuple(read_plan.suggestions(reader)),
        measures=tuple(read_plan.measures(reader)),
        texts=read_plan.texts(reader),
    )
    reader.places["plan_year"] = agency(layout.PLAN_YEAR_LABEL).place
    reader.places["previous.fiscal_year"] = agency(layout.PREVIOUS_YEAR_LABEL).place
    return Reading(assessment, (*reader.findings, *stray_rows(reader)), reader.places)


def _agency_cells(reader: Reader) -> Callable[[str], Cell]:
    """Return a look-up of the agency's table by label; a row that was deleted reads as blank."""
    label, content = layout.AGENCY_TABLE.columns
    cells = {row[label].text: row[content] for row in reader.rows(layout.AGENCY_TABLE)}
    return lambda wanted: cells.get(wanted, Cell(None, layout.HOME.name))
