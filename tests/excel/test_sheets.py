"""The sheets as the clerk meets them: what may be typed into, what is checked on the way in, and in which language."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from openpyxl.utils import get_column_letter, range_boundaries

from ita import criteria
from ita.assessment import Agency, Assessment, Given, Previous
from ita.criteria import Criteria
from ita.excel import layout
from ita.excel.layout import Table
from ita.excel.sheets.plan import ROLES
from ita.excel.sheets.scores import DIFFERENT, RESULT_WORDS, SAME, UNCHECKED, match_word, result_word
from ita.excel.sources import eit_table, score_columns
from support.built import built, fresh, values
from support.random_assessments import filled, scored
from support.workbook_parts import Workbook, tag

OPEN_SHEETS = {layout.MEASURES.name, layout.SUGGESTIONS.name, layout.TEXTS.name}
LATIN, THAI = re.compile(r"[A-Za-z]{2,}"), re.compile(r"[\u0e01-\u0e5b]")
LATIN_WORDS = {"URL", "IIT", "EIT", "OIT", "ITA", "EIT1", "EIT2", "Word"}
DETAIL = layout.AGENCY_TABLE.columns[1]
TYPED: dict[str, tuple[str, ...]] = {
    "tblAgency": (DETAIL,),
    "tblIIT": (layout.SCORE, layout.LAST_YEAR, layout.NOTE),
    "tblEIT": (layout.PART_1, layout.PART_2, layout.LAST_YEAR, layout.NOTE),
    "tblOIT": (layout.SCORE, layout.LAST_YEAR, layout.URL, layout.COMMENT, layout.SUGGESTION, layout.NOTE),
    "tblTotal": (layout.PUBLISHED, layout.LAST_YEAR),
    "tblTool": (layout.PUBLISHED, layout.LAST_YEAR, layout.STATUS),
    "tblIndicator": (layout.PUBLISHED, layout.LAST_YEAR),
    "tblPart": (layout.PUBLISHED,),
    "tblSub": (layout.PUBLISHED,),
    "tblIssues": layout.ISSUE_TABLE.columns[3:],
    "tblFindings": layout.FINDING_TABLE.columns,
}
"""The columns to type into, of each table on a protected sheet."""


@pytest.fixture(scope="module", params=("empty", "2567", "2568"))
def book(request: pytest.FixtureRequest) -> Workbook:
    """Return newly built workbooks in turn."""
    return Workbook(fresh()[request.param])


def addresses(book: Workbook, table: str, heading: str) -> list[str]:
    """Return the addresses of a column's data cells."""
    _, top, _, bottom = book.area(table)
    return [book.place(table, heading, index)[1] for index in range(bottom - top)]


def codes(book: Workbook, table: str) -> list[str]:
    """Return what stands in a table's first column."""
    found = values(book.data())
    left, top, _, bottom = book.area(table)
    return [str(found.get((book.table_parts[table][0], row, left - 1), "")) for row in range(top, bottom)]


def typed_into(book: Workbook, table: str) -> Iterator[str]:
    """Yield the addresses of the cells of a table that are there to be typed into."""
    names = codes(book, table)
    for heading in TYPED[table]:
        for name, address in zip(names, addresses(book, table, heading), strict=True):
            if name != layout.FISCAL_YEAR_LABEL and (heading, name) != (layout.STATUS, "EIT"):
                yield address


def checked_cell(book: Workbook) -> str:
    """Return the address of the cell that says when the check ran."""
    names = {one.get("name"): one.text for one in book.tree("xl/workbook.xml").iter(tag("definedName"))}
    return names[layout.CHECKED_NAME].rpartition("!")[2].replace("$", "")


def test_sheets_with_fixed_rows_are_protected_without_a_password(book: Workbook) -> None:
    """Whoever wants may take the protection off; the tables that grow have none."""
    guarded = {layout.CALC.name, *(s.name for s in layout.SHEETS if not s.hidden)} - OPEN_SHEETS
    found = {name: book.sheet(name).find(tag("sheetProtection")) for name in book.sheet_parts}
    assert {name for name, one in found.items() if one is not None} == guarded
    attributes = [dict(one.attrib) for one in found.values() if one is not None]
    assert {one["sheet"] for one in attributes} == {"1"}
    assert [key for one in attributes for key in one if key in {"password", "hashValue", "algorithmName"}] == []


def test_only_the_cells_to_type_into_are_unlocked(book: Workbook) -> None:
    """On a protected sheet the cells to fill in are free, and nothing else is."""
    styles = book.styles()
    for name in book.sheet_parts:
        if book.sheet(name).find(tag("sheetProtection")) is None:
            continue
        free = {cell.get("r") for cell in book.cells(name) if styles[int(cell.get("s", "0"))]["locked"] == "0"}
        tables = [table for table, (sheet, _) in book.table_parts.items() if sheet == name and table in TYPED]
        written = {checked_cell(book)} if name == layout.CHECKS.name else set[str]()
        assert free == {address for table in tables for address in typed_into(book, table)} | written, name


def test_open_tables_may_be_typed_into_everywhere(book: Workbook) -> None:
    """Each cell of a table that grows is there to be typed into, with spare rows at its end."""
    styles = book.styles()
    for table in (layout.MEASURE_TABLE, layout.SUGGESTION_TABLE, layout.TEXT_TABLE, layout.SIGNER_TABLE):
        cells = [book.cell(table.sheet.name, a) for h in table.columns for a in addresses(book, table.name, h)]
        assert {styles[int(cell.get("s"))]["locked"] for cell in cells} == {"0"}, table.name
        last = [book.cell(*book.place(table.name, h, len(cells) // len(table.columns) - 1)) for h in table.columns]
        assert [cell.find(tag("v")) for cell in last if cell.find(tag("v")) is not None] == [], table.name


def validations(book: Workbook, sheet: str) -> dict[str, dict[str, str]]:
    """Return the validation of each cell of a sheet that has one."""
    found: dict[str, dict[str, str]] = {}
    for one in book.sheet(sheet).iter(tag("dataValidation")):
        rule = {**one.attrib, **{child.tag.rpartition("}")[2]: child.text for child in one}}
        for area in one.get("sqref").split():
            left, top, right, bottom = (int(end or 0) for end in range_boundaries(area))
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    found[f"{chr(64 + column)}{row}"] = rule
    return found


def score_areas(rules: Criteria) -> Iterator[tuple[Table, str]]:
    """Yield each table and column that holds scores."""
    yield from score_columns(rules).values()
    yield from ((table, layout.LAST_YEAR) for table in (layout.IIT_TABLE, eit_table(rules), layout.OIT_TABLE))
    yield from ((table, layout.PUBLISHED) for table in layout.SCORE_TABLES)
    yield from ((table, layout.LAST_YEAR) for table in layout.SCORE_TABLES if layout.LAST_YEAR in table.columns)


def test_every_score_is_checked_with_a_thai_message() -> None:
    """A cell for a score takes numbers from 0 to 100 and says so in Thai; the level's cell offers the levels."""
    rules = criteria.load(2568)
    book = Workbook(built(filled(1, rules)))
    for table, heading in score_areas(rules):
        checks = validations(book, table.sheet.name)
        for name, address in zip(codes(book, table.name), addresses(book, table.name, heading), strict=True):
            if name == layout.LEVEL_CODE:
                continue
            rule = checks[address]
            assert (rule["type"], rule.get("operator", "between")) == ("decimal", "between"), address
            assert (rule["formula1"], rule["formula2"], rule["showErrorMessage"]) == ("0", "100", "1")
            assert THAI.search(rule["errorTitle"])
            assert THAI.search(rule["error"])


def test_the_published_level_is_chosen_from_the_levels_of_the_year() -> None:
    """The cell of the published level offers the year's levels."""
    rules = criteria.load(2567)
    book = Workbook(built(filled(2, rules)))
    last = len(addresses(book, "tblTotal", layout.PUBLISHED)) - 1
    sheet, address = book.place("tblTotal", layout.PUBLISHED, last)
    assert rules.rating
    rule = validations(book, sheet)[address]
    assert (rule["type"], rule["formula1"]) == ("list", f'"{",".join(rules.rating.levels)}"')


def test_visible_sheets_speak_thai() -> None:
    """What stands on a visible sheet of an empty workbook is Thai, but for codes and the criteria's own terms."""
    for year in (2567, 2568):
        rules = criteria.load(year)
        known = {one.title for one in rules.items} | {one.code for one in rules.items} | set(rules.sources.values())
        shown = values(built(Assessment(agency=Agency(), fiscal_year=year)))
        visible = {sheet.name for sheet in layout.SHEETS if not sheet.hidden}
        texts = {v for (sheet, _, _), v in shown.items() if sheet in visible and isinstance(v, str)}
        foreign = {text for text in texts - known if LATIN.search(text) and not THAI.search(text)}
        assert {text for text in foreign if set(LATIN.findall(text)) - LATIN_WORDS} == set()


def test_links_lead_to_sheets_that_exist(book: Workbook) -> None:
    """Each step on the first sheet leads to a cell of a sheet of the workbook."""
    links = [one.get("location") for one in book.sheet(layout.HOME.name).iter(tag("hyperlink"))]
    assert links
    assert {link.rpartition("!")[0].strip("'") for link in links} <= set(book.sheet_parts)


def rules_of(book: Workbook, sheet: str) -> list[tuple[str, str, str]]:
    """Return the area, the formula and the number format of each conditional format of a sheet that has a formula."""
    formats = [
        one.findtext(f"{tag('numFmt')}")
        if one.find(tag("numFmt")) is None
        else one.find(tag("numFmt")).get("formatCode")
        for one in book.tree("xl/styles.xml").find(tag("dxfs"))
    ]
    return [
        (area.get("sqref"), rule.findtext(tag("formula")), formats[int(rule.get("dxfId"))] or "")
        for area in book.sheet(sheet).iter(tag("conditionalFormatting"))
        for rule in area.iter(tag("cfRule"))
        if rule.findtext(tag("formula"))
    ]


@pytest.mark.parametrize("table", ["tblIIT", "tblEIT", "tblOIT"])
def test_scores_below_the_pass_mark_carry_a_word(table: str, book: Workbook) -> None:
    """Below the year's mark a score is marked by colour and by a word, and only there."""
    sheet = book.table_parts[table][0]
    marked = {area for area, formula, shown in rules_of(book, sheet) if "ITA_PASS" in formula and "ต่ำ" in shown}
    scores = (layout.SCORE,) if table != "tblEIT" else (layout.PART_1, layout.PART_2, layout.MEAN)
    columns = [addresses(book, table, heading) for heading in scores]
    assert marked == {f"{cells[0]}:{cells[-1]}" for cells in columns}


@pytest.mark.parametrize("table", ["tblIIT", "tblEIT", "tblOIT"])
def test_indicators_are_set_off_from_each_other(table: str, book: Workbook) -> None:
    """A line stands above each row whose indicator is not that of the row before."""
    sheet, (left, top, right, bottom) = book.table_parts[table][0], book.area(table)
    area = f"{get_column_letter(left)}{top + 1}:{get_column_letter(right)}{bottom}"
    assert (area, f"$B{top + 1}<>$B{top}", "") in rules_of(book, sheet)


def test_suggested_measures_are_coloured(book: Workbook) -> None:
    """The mark colours its whole row."""
    left, top, right, bottom = book.area("tblMeasures")
    area = f"{get_column_letter(left)}{top + 1}:{get_column_letter(right)}{bottom}"
    assert (area, f'$B{top + 1}="{layout.SUGGESTED}"', "") in rules_of(book, layout.MEASURES.name)


def test_rows_to_type_into_grow_with_what_is_typed(book: Workbook) -> None:
    """No row of a table of texts keeps a height of its own; heads and titles do."""
    for sheet in (one for one in layout.SHEETS if one.grows):
        rows = {int(row.get("r")): row.get("customHeight") for row in book.sheet(sheet.name).iter(tag("row"))}
        tables = [name for name, (on, _) in book.table_parts.items() if on == sheet.name]
        inside = {row for name in tables for row in range(book.area(name)[1] + 1, book.area(name)[3] + 1)}
        assert {row for row, custom in rows.items() if custom and row in inside} == set(), sheet.name
        assert rows[1] == "1"


def test_the_band_above_the_questions_counts_them() -> None:
    """How many are typed and missing, in each part, and the tool's score, stand in the frozen rows."""
    given = Given(questions={"i1": 90.0, "e1": (80.0, None)}, tools={"EIT": 91.0})
    shown = values(built(Assessment(agency=Agency(), fiscal_year=2568, given=given)))
    assert shown[(layout.IIT.name, 2, 3)] == "กรอกแล้ว 1/15 · ยังว่าง 14 ช่อง"
    assert shown[(layout.EIT.name, 2, 3)] == "กรอกแล้ว ส่วนที่ 1 1/9 · ส่วนที่ 2 0/9 · ยังว่าง 17 ช่อง · คะแนน EIT 91.00"


@pytest.mark.parametrize("year", criteria.years())
def test_the_first_sheet_says_how_much_of_a_year_is_unknown(year: int) -> None:
    """A short line counts what is not known and names the gravest; the whole list stands on the sheet of the rules."""
    rules = criteria.load(year)
    shown = values(built(Assessment(agency=Agency(), fiscal_year=year)))
    (line,) = [value for value in shown.values() if isinstance(value, str) and value.startswith("ปีนี้มีข้อมูลที่ยังไม่ทราบ")]
    assert f" {len(rules.unknown)} เรื่อง" in line
    assert ("น้ำหนัก" in line) == (not rules.weights)
    listed = [value for (sheet, _, _), value in shown.items() if sheet == layout.CRITERIA.name]
    assert all(f"• {note}" in listed for note in rules.unknown)


def test_the_roles_of_the_signers_stand_ready_in_a_new_workbook() -> None:
    """In an empty workbook three roles wait for names; a filled one keeps its own signers."""
    shown = values(built(Assessment(agency=Agency(), fiscal_year=2568)))
    assert set(ROLES) <= set(shown.values())
    own = values(built(Assessment(agency=Agency(name="ก"), fiscal_year=2568)))
    assert not set(ROLES) & set(own.values())


def test_the_analysis_names_what_stands_out() -> None:
    """Each tool shows its best and its weakest question with their equals; each indicator how it moved."""
    given = Given(questions={"i1": 90.0, "i2": 90.0, "i3": 70.0}, indicators={4: 80.0, 5: 90.0})
    previous = Previous(indicators={4: 85.0, 5: 90.0})
    shown = values(built(Assessment(agency=Agency(), fiscal_year=2568, given=given, previous=previous)))
    texts = [value for (sheet, _, _), value in shown.items() if sheet == layout.ANALYSIS.name]
    assert "สูงสุด i1 (90.00) และอีก 1 ข้อ   ต่ำสุด i3 (70.00)" in texts
    assert f"{RESULT_WORDS[-1]} · ลดลงจากปีก่อน" in texts
    assert f"{RESULT_WORDS[1]} · เท่ากับปีก่อน" in texts
    assert "ต่ำกว่าเกณฑ์ผ่าน 2 ตัวชี้วัด" in texts


def test_every_visible_sheet_prints_on_a4_one_page_wide_with_its_number(book: Workbook) -> None:
    """Paper, width and footer are set on each sheet that may be printed; only the measures are wider."""
    for sheet in (one for one in layout.SHEETS if not one.hidden):
        setup = book.sheet(sheet.name).find(tag("pageSetup"))
        assert setup.get("paperSize") == "9", sheet.name
        assert setup.get("fitToWidth", "1") == ("2" if sheet is layout.MEASURES else "1"), sheet.name
        assert "&P" in book.sheet(sheet.name).find(tag("headerFooter")).find(tag("oddFooter")).text


def test_a_year_whose_eit_has_no_parts_has_one_column_of_scores() -> None:
    """In such a year the EIT is typed, looked up and counted like the IIT."""
    rules = criteria.load(2567)
    tools = tuple(replace(tool, parts=()) for tool in rules.tools)
    assert rules.rating
    whole = replace(rules, tools=tools, rating=replace(rules.rating, rated=("IIT", "EIT", "OIT")))
    data = built(scored(0, whole), whole)
    book = Workbook(data)
    assert tuple(book.headings("tblEIT")) == layout.EIT_WHOLE_TABLE.columns
    assert "tblPart" not in book.table_parts
    cells = len(rules.questions) + len(rules.items)
    assert f"กรอกแล้ว {cells} จาก {cells} ช่อง" in values(data).values()


@pytest.mark.parametrize(
    ("used", "word"), [(None, ""), (94.995, RESULT_WORDS[0]), (94.9949, RESULT_WORDS[1]), (84.99, RESULT_WORDS[2])]
)
def test_a_score_has_a_word_for_its_height(used: float | None, word: str) -> None:
    """The word goes by the score as displayed, half up to two decimals; an unknown score has none."""
    assert result_word(criteria.load(2568), used) == word


@pytest.mark.parametrize(
    ("published", "computed", "word"),
    [(None, 90.0, ""), (90.0, None, UNCHECKED), (84.99, 84.9949, SAME), (84.99, 84.995, DIFFERENT), (0.0, 0.0, SAME)],
)
def test_a_published_figure_is_compared_as_displayed(published: float, computed: float, word: str) -> None:
    """A published figure equals the computed one where both show the same two decimals."""
    assert match_word(published, computed) == word


def test_a_figure_published_for_a_part_that_was_not_processed_stays_visible() -> None:
    """It is shown and marked as different, for the part counts 0."""
    given = Given(tools={"EIT2": 80.5}, not_processed=("EIT2",))
    data = built(Assessment(agency=Agency(), fiscal_year=2568, given=given))
    book, shown = Workbook(data), values(data)
    row = codes(book, "tblTool").index("EIT2") + book.area("tblTool")[1]
    line = [shown.get((layout.SCORES.name, row, column)) for column in range(2, 7)]
    assert line == [80.5, 0.0, 0.0, RESULT_WORDS[2], DIFFERENT]
