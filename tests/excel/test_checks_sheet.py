"""The sheet ตรวจสอบ: findings with links, when they were written, and counts that need no check."""

from __future__ import annotations

import re

import pytest

from ita import criteria
from ita.assessment import Agency, Assessment, Given
from ita.excel import build, layout
from ita.excel.sheets.checks import AT_BUILD, NEVER
from ita.findings import Finding, finding
from support.built import built, macros, values
from support.workbook_parts import Workbook, tag

RULES = criteria.load(2568)
ERROR = finding("score.range", "IIT!D7", value="101")
NOWHERE = finding("score.range", "indicators.3", value="101")
WARNING = finding("score.missing", "IIT!D5", tool="IIT", count=1, codes="i1")
PLAIN = Assessment(agency=Agency(name="ก"), fiscal_year=2568)


def lines(data: bytes) -> list[tuple[object, ...]]:
    """Return the rows of the table of findings that are not blank."""
    left, top, right, bottom = Workbook(data).area(layout.FINDING_TABLE.name)
    shown = values(data)
    rows = [
        tuple(shown.get((layout.CHECKS.name, r, c), "") for c in range(left - 1, right)) for r in range(top, bottom)
    ]
    return [row for row in rows if any(row)]


def with_findings(*findings: Finding) -> bytes:
    """Return a workbook that was built with these findings."""
    return build.build(RULES, PLAIN, *macros(), findings=findings)


def test_a_finding_stands_with_its_grade_place_words_and_cure() -> None:
    """Severity, place, what and fix are in its row, counted from 1."""
    wanted = (1, "ต้องแก้ไข", "IIT!D7", ERROR.what(), ERROR.fix())
    assert lines(with_findings(ERROR)) == [wanted]


def test_a_place_that_is_a_cell_is_a_link_to_it() -> None:
    """The link leads inside the workbook; a figure without a cell is only named."""
    book = Workbook(with_findings(ERROR, NOWHERE))
    cells = [book.cell(*book.place(layout.FINDING_TABLE.name, layout.FINDING_TABLE.columns[2], row)) for row in (0, 1)]
    link, name = (cell.find(tag("f")) for cell in cells)
    assert link.text == 'HYPERLINK("#\'IIT\'!D7","IIT!D7")'
    assert name is None


@pytest.mark.parametrize("place", ["IIT!D7", "หน้าหลัก!B5", "xlwings.conf!A1"])
def test_links_name_sheets_that_exist(place: str) -> None:
    """A place on a sheet of the contract has a link; any other place has none."""
    assert layout.link_to(place)
    assert layout.link_to(f"x{place}") is None
    assert layout.link_to("indicators.3") is None


def test_a_workbook_that_nobody_checked_says_so() -> None:
    """Without findings the sheet and the first sheet ask for a check, and no time stands there."""
    texts = list(values(built(PLAIN)).values())
    assert texts.count(NEVER) == 2
    assert AT_BUILD not in texts


def test_a_check_that_found_nothing_says_that() -> None:
    """An empty list of findings is not the same as no check."""
    texts = list(values(with_findings()).values())
    assert NEVER not in texts
    assert AT_BUILD in texts


def test_the_counts_name_errors_and_warnings() -> None:
    """The sentence counts each severity."""
    shown = values(with_findings(ERROR, ERROR, WARNING)).values()
    counted = [text for text in shown if isinstance(text, str) and re.match(r"ต้องแก้ไข \d", text)]
    assert counted == ["ต้องแก้ไข 2 รายการ  ควรตรวจ 1 รายการ"] * 2


def test_there_is_room_for_a_check_of_the_clerks_own() -> None:
    """The table keeps its rows whatever was found, more of them where more was found."""
    for findings in ((), (ERROR,) * 5):
        _, top, _, bottom = Workbook(with_findings(*findings)).area(layout.FINDING_TABLE.name)
        assert bottom - top == layout.FINDING_ROWS
    _, top, _, bottom = Workbook(with_findings(*[ERROR] * (layout.FINDING_ROWS + 3))).area(layout.FINDING_TABLE.name)
    assert bottom - top == layout.FINDING_ROWS + 3


def test_differing_figures_are_counted_without_a_check() -> None:
    """A published total that the detail does not give is counted in the upper block."""
    given = Given(tools={"IIT": 90.0, "EIT": 90.0, "OIT": 90.0}, total=80.0)
    texts = values(built(Assessment(agency=Agency(), fiscal_year=2568, given=given))).values()
    assert "คะแนนที่ประกาศต่างจากที่คำนวณ 1 แห่ง" in texts
