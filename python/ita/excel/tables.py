"""An assessment as the tables of the workbook hold it: cells to values, whoever read the cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ita.assessment import Agency, Assessment
from ita.criteria import Criteria
from ita.excel import layout, read_plan, read_scores
from ita.excel.cells import Cell, Reader, Tables
from ita.findings import Finding


@dataclass(frozen=True, slots=True)
class Reading:
    """An assessment, what was wrong with the cells it was read from, and the cell of each figure by key."""

    assessment: Assessment
    findings: tuple[Finding, ...]
    places: Mapping[str, str]


def assessment_from(criteria: Criteria, tables: Tables) -> Reading:
    """Return the assessment in the tables, and a finding for every cell that could not be read."""
    reader = Reader(criteria, tables)
    agency = _agency_cells(reader)
    assessment = Assessment(
        agency=Agency(**{name: reader.text(agency(label)) for name, label in layout.AGENCY_LABELS.items()}),
        fiscal_year=criteria.fiscal_year,
        plan_year=reader.whole(agency(layout.PLAN_YEAR_LABEL)),
        report_date=reader.text(agency(layout.REPORT_DATE_LABEL)),
        committee=reader.text(agency(layout.COMMITTEE_LABEL)),
        target=reader.score(agency(layout.TARGET_LABEL)),
        signers=tuple(read_plan.signers(reader)),
        given=read_scores.given(reader),
        previous=read_scores.previous(reader, reader.whole(agency(layout.PREVIOUS_YEAR_LABEL))),
        notes=read_scores.notes(reader),
        items=read_scores.items(reader),
        issues=tuple(read_plan.issues(reader)),
        assessor_suggestions=tuple(read_plan.suggestions(reader)),
        measures=tuple(read_plan.measures(reader)),
        texts=read_plan.texts(reader),
    )
    return Reading(assessment, tuple(reader.findings), reader.places)


def _agency_cells(reader: Reader) -> Callable[[str], Cell]:
    """Return a look-up of the agency's table by label; a row that was deleted reads as blank."""
    label, content = layout.AGENCY_TABLE.columns
    cells = {row[label].text: row[content] for row in reader.rows(layout.AGENCY_TABLE)}
    return lambda wanted: cells.get(wanted, Cell(None, layout.HOME.name))
