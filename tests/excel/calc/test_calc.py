"""The calculation sheet: formulas that Excel 2013 knows, and cached values that are Python's own figures."""

from __future__ import annotations

import re

import pytest

from ita import criteria
from ita.criteria import Criteria
from ita.excel import calc, layout
from ita.excel.calc import Calc
from ita.excel.sources import sources
from ita.scoring import TOTAL, score
from support.built import built, fresh, values
from support.formulas import EXCEL_2013, OURS, columns, depth, formulas, functions
from support.random_assessments import SHAPES, scored
from support.workbook_parts import Workbook, tag

MAX_FORMULA = 8192
MAX_NESTING = 64
YEARS = (2567, 2568)
CALLS_A_RECALCULATION = 30


@pytest.fixture(scope="module", params=("empty", "2567", "2568"))
def book(request: pytest.FixtureRequest) -> Workbook:
    """Return newly built workbooks in turn."""
    return Workbook(fresh()[request.param])


def planned(rules: Criteria, seed: int = 0) -> Calc:
    """Return the plan of the sheet for random scores."""
    return Calc(rules, score(rules, scored(seed, rules).given), sources(rules))


def test_only_functions_of_excel_2013_and_ours_are_called(book: Workbook) -> None:
    """No formula needs a newer Excel, recalculates by itself, or names a function that is not there."""
    strange = {(place, name) for place, text in formulas(book) for name in functions(text) - EXCEL_2013 - OURS}
    assert strange == set()


def test_formulas_are_of_a_size_that_excel_takes(book: Workbook) -> None:
    """A formula has at most 8192 characters and 64 levels."""
    assert [place for place, text in formulas(book) if len(text) > MAX_FORMULA or depth(text) > MAX_NESTING] == []


def test_no_formula_is_an_array_or_shared_one(book: Workbook) -> None:
    """Each formula stands in its cell alone, for LibreOffice always recalculates array formulas."""
    kinds = {one.get("t", "normal") for name in book.sheet_parts for one in book.sheet(name).iter(tag("f"))}
    assert kinds == {"normal"}


def test_every_column_that_a_formula_names_exists(book: Workbook) -> None:
    """A structured reference leads to a table of the workbook and one of its columns."""
    known = {(name, heading) for name in book.table_parts for heading in book.headings(name)}
    named = {pair for _, text in formulas(book) for pair in columns(text)}
    assert named
    assert named <= known


def test_every_defined_name_leads_to_a_cell(book: Workbook) -> None:
    """A name refers to a sheet that exists, and the year's name to the year."""
    names = {one.get("name"): one.text for one in book.tree("xl/workbook.xml").iter(tag("definedName"))}
    sheets = {sheet.strip("'") for text in names.values() for sheet in re.findall(r"('[^']+'|[^,!']+)!", text)}
    assert sheets <= set(book.sheet_parts)
    sheet, _, address = names[calc.YEAR_NAME].partition("!")
    year = book.cell(sheet.strip("'"), address.replace("$", "")).find(tag("v")).text
    _, of_meta = book.place("tblMeta", layout.META_TABLE.columns[1], 2)
    assert year == book.cell(layout.META.name, of_meta).find(tag("v")).text


@pytest.mark.parametrize("year", YEARS)
def test_python_is_called_once_a_computed_figure(year: int) -> None:
    """Each computed figure asks Python once, and all of them together stay few enough for each recalculation."""
    plan = planned(criteria.load(year))
    asked = [key for key in plan.keys if plan.cells(key)[calc.FUNCTION] is not None]
    assert asked == [key for key in plan.keys if key in plan.rules]
    assert len(asked) <= CALLS_A_RECALCULATION


@pytest.mark.parametrize("year", YEARS)
def test_children_stand_above_their_parents(year: int) -> None:
    """Each figure has one row, and no formula looks down the sheet."""
    plan = planned(criteria.load(year))
    assert sorted(plan.rows.values()) == list(range(2, len(plan.keys) + 2))
    below = [
        (rule.parent, term.key)
        for rules in plan.rules.values()
        for rule in rules
        for term in rule.terms
        if plan.rows[term.key] >= plan.rows[rule.parent]
    ]
    assert below == []


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("seed", range(len(SHAPES)), ids=[shape.__name__ for shape in SHAPES])
def test_cached_figures_are_pythons(year: int, seed: int) -> None:
    """Until Excel recalculates, the sheet shows the published, computed and used figures and their bounds."""
    rules = criteria.load(year)
    assessment = scored(seed, rules)
    figures = score(rules, assessment.given)
    plan = planned(rules, seed)
    found = values(built(assessment))
    for key, row in plan.rows.items():
        figure = figures[key]
        wanted = {calc.PUBLISHED: figure.published, calc.COMPUTED: figure.computed, calc.USED: figure.used}
        wanted |= {calc.LOW: figure.bounds and figure.bounds.low, calc.HIGH: figure.bounds and figure.bounds.high}
        if key.startswith("questions."):
            wanted |= {calc.PUBLISHED: None, calc.COMPUTED: None}
        shown = {column: found.get((layout.CALC.name, row - 1, column)) for column in wanted}
        assert shown == pytest.approx(wanted, abs=1e-9), key


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_knows_the_cell_it_was_typed_in(year: int) -> None:
    """Each key of the year's equations has a source among the tables."""
    rules = criteria.load(year)
    plan = planned(rules)
    assert set(plan.keys) == set(sources(rules))
    assert TOTAL in plan.rows


def test_a_lookup_finds_its_figure_by_code() -> None:
    """A typed figure is looked up by its code, so that its row may move."""
    source = sources(criteria.load(2568))["questions.EIT2.e3"]
    assert source.lookup == 'INDEX(tblEIT[ส่วนที่ 2],MATCH("e3",tblEIT[รหัส],0))'
