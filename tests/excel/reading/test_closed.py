"""Reading workbooks that were edited, sorted and stretched: what is readable is read, the rest is named in Thai."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from ita.assessment import Assessment
from ita.errors import WorkbookError
from ita.excel import layout
from ita.excel.reading import closed
from ita.excel.reading.tables import Reading
from support.built import EXAMPLES
from support.workbook_parts import ERRORS, Workbook, fill, tag

PATH = EXAMPLES[0]
PERCENT = layout.MEASURE_TABLE.columns[14]
SPARE = 2
READ_TABLES = (
    *("tblAgency", "tblIIT", "tblEIT", "tblOIT", "tblTotal", "tblTool", "tblIndicator", "tblPart", "tblSub"),
    *("tblIssues", "tblMeasures", "tblSuggestions", "tblTexts", "tblSigners"),
)
OUTPUTS = (layout.ANALYSIS, layout.CHECKS, layout.CRITERIA)
"""The sheets that only show what the program or its formulas found."""
READ_SHEETS = [one.name for one in layout.SHEETS if not one.hidden and one not in OUTPUTS]
NUMBERS = (
    *(("tblIIT", layout.SCORE), ("tblEIT", layout.PART_2), ("tblOIT", layout.LAST_YEAR)),
    *(("tblTotal", layout.PUBLISHED), ("tblSub", layout.PUBLISHED), ("tblMeasures", PERCENT)),
)
WRONG: list[tuple[str | float | bool, str]] = [
    ("เก้าสิบ", "cell.text"),
    ("๙๕.๕", "cell.text"),
    ("95%", "cell.text"),
    ("95", "cell.text"),
    (True, "cell.text"),
    (-0.01, "score.range"),
    (100.01, "score.range"),
    *((value, "cell.error") for value in ERRORS),
]


@pytest.fixture(scope="module")
def original() -> Assessment:
    """Return what the example holds."""
    return closed.read(PATH).assessment


@pytest.fixture
def book() -> Workbook:
    """Return the example, to be changed."""
    return Workbook(PATH.read_bytes())


@pytest.fixture
def read(book: Workbook, tmp_path: Path) -> Callable[[], Reading]:
    """Return what reads the example after the change."""
    return lambda: closed.read(book.save(tmp_path / "แก้ไข.xlsm"))


def refusal(read: Callable[[], Reading]) -> WorkbookError:
    """Return the error that a workbook is refused with, after checking that it shows itself in one Thai line."""
    with pytest.raises(WorkbookError) as caught:
        read()
    shown = caught.value.show()
    assert "\n" not in shown
    assert " — " in shown
    return caught.value


@pytest.mark.parametrize("table", ["tblIIT", "tblEIT", "tblOIT", "tblTool", "tblIndicator", "tblPart", "tblSub"])
def test_rows_may_be_sorted(table: str, book: Workbook, read: Callable[[], Reading], original: Assessment) -> None:
    """A figure is known by its code, wherever its row went."""
    head, *rows = book.take(table)
    Random(1).shuffle(rows)  # noqa: S311 (repeatable, not secret)
    book.put(table, [head, *rows])
    assert read() == replace_reading(read(), original)


def replace_reading(reading: Reading, assessment: Assessment) -> Reading:
    """Return the reading of an assessment with nothing wrong, its cells those of ``reading``."""
    return Reading(assessment, (), reading.places)


@pytest.mark.parametrize("table", ["tblOIT", "tblMeasures", "tblSuggestions"])
def test_columns_may_be_moved(table: str, book: Workbook, read: Callable[[], Reading], original: Assessment) -> None:
    """A column is known by its heading, wherever it went."""
    headings = book.headings(table)[::-1]
    book.put(table, book.take(table), headings)
    assert read().assessment == original


@pytest.mark.parametrize("table", ["tblIIT", "tblEIT", "tblOIT", "tblMeasures", "tblIssues"])
def test_blank_rows_may_be_inserted(
    table: str, book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """Blank rows between the rows of a table change nothing."""
    head, *rows = book.take(table)
    book.put(table, [head, {}, *(line for row in rows for line in (row, {}))])
    assert read() == replace_reading(read(), original)


def test_a_deleted_row_is_a_missing_score(book: Workbook, read: Callable[[], Reading], original: Assessment) -> None:
    """Without the row of a question there is no score of it; all others stay."""
    rows = book.take("tblIIT")
    book.put("tblIIT", [*rows[:3], *rows[4:]])
    questions = {code: score for code, score in original.given.questions.items() if code != "i3"}
    assert read().assessment.given.questions == questions


def test_a_deleted_row_of_the_agency_is_blank(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """Without the row of the province there is none; all others stay."""
    rows = book.take("tblAgency")
    province = list(layout.AGENCY_LABELS).index("province") + 1
    book.put("tblAgency", rows[:province] + rows[province + 1 :])
    assert read().assessment.agency == replace(original.agency, province="")


def test_of_two_rows_with_one_code_the_first_counts(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """A row that was copied below is not read, as the formulas do not."""
    sheet, code = book.place("tblIIT", layout.CODE, 4)
    book.set(sheet, code, "i1")
    assert read().assessment.given.questions["i1"] == original.given.questions["i1"]


def test_a_row_that_the_year_lacks_is_left_out(book: Workbook, read: Callable[[], Reading]) -> None:
    """A row with another code, or none, is no part of the assessment, whatever is in it."""
    for table, codes in (("tblIIT", ("i99", None)), ("tblIndicator", ("สิบเอ็ด", None))):
        for index, code in enumerate(codes):
            sheet, address = book.place(table, layout.CODE, index)
            book.set(sheet, address, code)
            book.set(*book.place(table, layout.LAST_YEAR, index), 50.0)
    reading = read()
    assert {"i1", "i2", "i99", ""} & reading.assessment.given.questions.keys() == set()
    assert {"i1", "i2", "i99", ""} & reading.assessment.previous.questions.keys() == set()
    assert {1, 2} & reading.assessment.previous.indicators.keys() == set()


@pytest.mark.parametrize(("value", "code"), WRONG)
def test_what_is_no_score_is_found_with_its_cell(
    value: str | float | bool,  # noqa: FBT001 (a cell's value)
    code: str,
    book: Workbook,
    read: Callable[[], Reading],
) -> None:
    """Text, Thai digits, truth values, error values and impossible scores are findings, never blanks."""
    for table, heading in NUMBERS:
        book.set(*book.place(table, heading), value)
    places = ["!".join(book.place(table, heading)) for table, heading in NUMBERS]
    reading = read()
    assert sorted((f.code, f.where) for f in reading.findings) == sorted((code, place) for place in places)
    assert all(str(value) in f.what() for f in reading.findings if code == "cell.error")
    assert reading.assessment.given.total is None
    assert "i1" not in reading.assessment.given.questions


@pytest.mark.parametrize(("typed", "level", "found"), [(" ผ่าน ", "ผ่าน", []), ("ดีมาก", None, ["level.unknown"])])
def test_a_level_is_one_of_the_year(
    typed: str, level: str | None, found: list[str], book: Workbook, read: Callable[[], Reading]
) -> None:
    """A level that the year does not have is a finding with its cell, and counts as not entered."""
    place = book.place("tblTotal", layout.PUBLISHED, 1)
    book.set(*place, typed)
    reading = read()
    assert reading.assessment.given.level == level
    assert [finding.code for finding in reading.findings] == found
    assert {finding.where for finding in reading.findings} <= {"!".join(place)}
    assert reading.places["level"] == "!".join(place)


def test_a_tool_with_parts_has_no_status_of_its_own(book: Workbook, read: Callable[[], Reading]) -> None:
    """Not the EIT as a whole but one of its parts is processed or not; the formulas see it so, too."""
    for index, code in enumerate(("IIT", "EIT", "EIT1")):
        sheet, address = book.place("tblTool", layout.CODE, index)
        book.set(sheet, address, code)
        book.set(*book.place("tblTool", layout.STATUS, index), layout.NOT_PROCESSED)
    assert read().assessment.given.not_processed == ("IIT", "EIT1")


def test_a_date_is_no_score(book: Workbook, read: Callable[[], Reading]) -> None:
    """A score that Excel took for a date is found as what the cell shows."""
    place = book.place("tblIIT", layout.SCORE, 1)
    book.set_date(*place, (dt.date(2025, 9, 5) - dt.date(1899, 12, 30)).days)
    (found,) = read().findings
    assert (found.code, found.where, dict(found.values)) == ("cell.text", "!".join(place), {"value": "2025-09-05"})


def test_an_error_in_a_text_is_found(book: Workbook, read: Callable[[], Reading]) -> None:
    """An error value where a text belongs is a finding, and the text reads as blank."""
    place = book.place("tblAgency", layout.AGENCY_TABLE.columns[1])
    book.set(*place, "#REF!")
    reading = read()
    assert [(f.code, f.where) for f in reading.findings] == [("cell.error", "!".join(place))]
    assert reading.assessment.agency.name == ""


def test_an_error_far_from_the_tables_is_nobodys_business(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """Only the cells of the tables are read."""
    book.set(layout.IIT.name, "Z200", "#DIV/0!")
    assert read() == replace_reading(read(), original)


def test_a_row_of_totals_is_no_data(book: Workbook, read: Callable[[], Reading], original: Assessment) -> None:
    """A clerk may switch on the row of totals of a table that grows."""
    rows = book.take("tblMeasures")
    book.put("tblMeasures", rows)
    book.table("tblMeasures").set("totalsRowCount", "1")
    sheet, address = book.place("tblMeasures", layout.MEASURE_TABLE.columns[0], len(rows) - SPARE)
    book.set(sheet, address, "ผลรวม")
    assert read() == replace_reading(read(), original)


def test_a_suggested_measure_is_no_measure_until_it_is_accepted(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """A row marked ข้อเสนอ is passed over; marked ใช้, or with the mark cleared, it is read."""
    first, *others = original.measures
    mark = [book.place("tblMeasures", layout.STATUS, row) for row in range(len(first.steps))]
    for text, wanted in (
        (layout.SUGGESTED, tuple(others)),
        (layout.ACCEPTED, (first, *others)),
        (None, (first, *others)),
    ):
        for place in mark:
            book.set(*place, text)
        assert read().assessment.measures == wanted


def test_a_suggested_step_is_left_out_of_its_measure(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """Rows are accepted one by one."""
    book.set(*book.place("tblMeasures", layout.STATUS, 1), layout.SUGGESTED)
    first = original.measures[0]
    assert read().assessment.measures[0].steps == (first.steps[0], *first.steps[2:])


def test_a_workbook_from_before_the_marks_and_the_outputs_is_read(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """Workbooks that lack the column สถานะ and the sheets that only show results read as ever."""
    headings = [heading for heading in book.headings("tblMeasures") if heading != layout.STATUS]
    book.put("tblMeasures", book.take("tblMeasures"), headings)
    for one in list(book.tree("xl/workbook.xml").iter(tag("sheet"))):
        if one.get("name") in {layout.ANALYSIS.name, layout.CHECKS.name}:
            one.set("name", f"x{one.get('name')}")
    assert layout.STATUS not in book.headings("tblMeasures")
    assert read() == replace_reading(read(), original)


@pytest.mark.parametrize("sheet", READ_SHEETS)
def test_a_renamed_sheet_is_named(sheet: str, book: Workbook, read: Callable[[], Reading]) -> None:
    """A sheet whose name was changed is missed by its old name."""
    for one in book.tree("xl/workbook.xml").iter(tag("sheet")):
        if one.get("name") == sheet:
            one.set("name", "Sheet1")
    error = refusal(read)
    assert (error.code, error.values) == ("workbook.sheet_missing", {"sheet": sheet})
    assert sheet in error.what()


@pytest.mark.parametrize("table", READ_TABLES)
def test_a_table_that_is_gone_is_named(table: str, book: Workbook, read: Callable[[], Reading]) -> None:
    """A table that was turned into a plain range is missed by name and sheet."""
    sheet, part = book.table_parts[table]
    relations = book.sheet_parts[sheet].replace("worksheets/", "worksheets/_rels/") + ".rels"
    for one in book.tree(relations):
        if one.get("Target").endswith(part.rpartition("/")[2]):
            one.getparent().remove(one)
    error = refusal(read)
    assert (error.code, error.values) == ("workbook.table_missing", {"table": table, "sheet": sheet})


@pytest.mark.parametrize("table", READ_TABLES)
def test_a_renamed_heading_is_named(table: str, book: Workbook, read: Callable[[], Reading]) -> None:
    """A column whose heading was changed is missed by its old heading."""
    heading = book.headings(table)[-1]
    head, *rows = book.take(table)
    fill(head[heading], "หัวใหม่")
    book.put(table, [head, *rows])
    for column in book.table(table).iter(tag("tableColumn")):
        if column.get("name") == heading:
            column.set("name", "หัวใหม่")
    error = refusal(read)
    where = {"column": heading, "table": table, "sheet": book.table_parts[table][0]}
    assert (error.code, error.values) == ("workbook.column_missing", where)


def test_a_workbook_of_a_newer_program_is_not_misread(book: Workbook, read: Callable[[], Reading]) -> None:
    """What a newer template wrote is refused with both versions."""
    sheet, address = book.place("tblMeta", layout.META_TABLE.columns[1])
    book.set(sheet, address, layout.CONTRACT_VERSION + 1)
    error = refusal(read)
    assert (error.code, error.values) == ("workbook.contract", {"found": 2, "known": 1})


@pytest.mark.parametrize(("row", "value"), [(0, "ก"), (0, None), (2, "ก"), (2, None), (2, 2568.5)])
def test_a_workbook_that_forgot_its_version_or_year_is_unreadable(
    row: int, value: str | float | None, book: Workbook, read: Callable[[], Reading]
) -> None:
    """Without a version and a year nothing can be trusted."""
    sheet, address = book.place("tblMeta", layout.META_TABLE.columns[1], row)
    book.set(sheet, address, value)
    assert refusal(read).code == "workbook.unreadable"


def test_a_cell_that_only_has_a_format_takes_no_room(
    book: Workbook, read: Callable[[], Reading], original: Assessment
) -> None:
    """A clerk who drew borders down to the last row has a workbook like any other, errors in it or not."""
    book.cell(layout.MEASURES.name, "XFD1048576").set("s", "1")
    book.sheet(layout.MEASURES.name).find(tag("dimension")).set("ref", "A1:XFD1048576")
    book.set(*book.place("tblOIT", layout.URL), "#N/A")
    reading = read()
    assert [found.code for found in reading.findings] == ["cell.error"]
    assert reading.assessment.measures == original.measures


@pytest.mark.parametrize("address", ["A1048576", "XFD1048576"])
def test_a_sheet_that_would_fill_the_memory_is_refused(
    address: str, book: Workbook, read: Callable[[], Reading]
) -> None:
    """A value in the last row makes room for millions of cells: the clerk is told to delete it."""
    book.set(layout.IIT.name, address, 1)
    assert refusal(read).code == "workbook.stretched"


def test_a_table_that_would_fill_the_memory_is_refused(book: Workbook, read: Callable[[], Reading]) -> None:
    """A table pulled down to the last row is refused in the same way."""
    book.table("tblMeasures").set("ref", "A4:P1048576")
    assert refusal(read).code == "workbook.stretched"
