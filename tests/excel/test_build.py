"""The built workbook as a file: the same each time, opened by every reader, never recalculated by the look of it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from ita import artefacts, criteria, interchange
from ita.assessment import Agency, Assessment
from ita.excel import build, layout
from ita.excel.checked import build_checked
from support.built import EXAMPLES, FILES, TEMPLATE, built, macros
from support.random_assessments import filled
from support.workbook_parts import Workbook, parts_of, tag

ABSOLUTE_PATHS = re.compile(rb"[A-Z]:\\|file:///|/(?:home|root|work|tmp|Users)/")
IN_ANOTHER_PROCESS = """
import hashlib, sys
from support.built import built
from support.random_assessments import filled
from ita import criteria
print(hashlib.sha256(built(filled(3, criteria.load(2568)))).hexdigest())
"""


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def book(request: pytest.FixtureRequest) -> Workbook:
    """Return each committed workbook in turn."""
    return Workbook(request.param.read_bytes())


def test_the_same_assessment_gives_the_same_bytes() -> None:
    """A workbook is built twice from the same assessment: the bytes are equal."""
    assessment = filled(3, criteria.load(2568))
    assert built(assessment) == built(assessment)


def test_the_same_assessment_gives_the_same_bytes_in_another_process() -> None:
    """Neither the order of sets nor the clock of a process shows in the bytes."""
    run = [sys.executable, "-c", IN_ANOTHER_PROCESS]
    paths = {"PYTHONPATH": ":".join(path for path in sys.path if path)}
    digests = {
        subprocess.run(run, check=True, capture_output=True, env=paths | {"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_equals_a_fresh_build_of_its_interchange_file(path: Path) -> None:
    """The committed example is what ``ita new --from`` would write."""
    assessment = interchange.load(path.with_suffix(".yaml"))
    assert artefacts.same(path.read_bytes(), build_checked(assessment, *macros()))


def test_the_template_equals_a_fresh_build_of_an_empty_assessment() -> None:
    """The committed template is an empty workbook of its year."""
    assert artefacts.same(TEMPLATE.read_bytes(), built(Assessment(agency=Agency(), fiscal_year=2568)))


def test_every_reader_finds_the_sheets_of_the_layout(book: Workbook) -> None:
    """Calamine and openpyxl open the file and see the sheets in their order."""
    names = [sheet.name for sheet in layout.SHEETS]
    data = io.BytesIO(book.data())
    assert CalamineWorkbook.from_filelike(data).sheet_names == names
    assert load_workbook(data, keep_vba=True).sheetnames == names


def test_hidden_sheets_cannot_be_unhidden_by_a_click(book: Workbook) -> None:
    """The sheets that nobody needs to see are very hidden, the others visible."""
    states = {one.get("name"): one.get("state", "visible") for one in book.tree("xl/workbook.xml").iter(tag("sheet"))}
    assert states == {sheet.name: "veryHidden" if sheet.hidden else "visible" for sheet in layout.SHEETS}


def test_vba_knows_each_sheet_by_its_code_name(book: Workbook) -> None:
    """The code names in the XML are those that the VBA project was made for."""
    found = [(book.sheet(sheet.name).find(tag("sheetPr")).get("codeName"), sheet.name) for sheet in layout.SHEETS]
    assert (("ThisWorkbook", None), *found) == layout.CODE_NAMES
    assert book.tree("xl/workbook.xml").find(tag("workbookPr")).get("codeName") == "ThisWorkbook"


def test_nothing_is_recalculated_on_opening(book: Workbook) -> None:
    """The file bears the stamp of Excel 2019's engine and asks for no full calculation."""
    calculation = dict(book.tree("xl/workbook.xml").find(tag("calcPr")).attrib)
    assert calculation == {"calcId": "191029"}


def test_nothing_outside_the_file_is_referred_to(book: Workbook) -> None:
    """There is no link to another workbook, no connection, and no path of the PC that built the file."""
    assert [name for name in book.parts if "external" in name.lower() or "connection" in name.lower()] == []
    texts = {name: part for name, part in book.parts.items() if name.endswith((".xml", ".rels"))}
    assert [name for name, part in texts.items() if ABSOLUTE_PATHS.search(part)] == []
    relations = [part for name, part in book.parts.items() if name.endswith(".rels")]
    assert [part for part in relations if b'TargetMode="External"' in part] == []


def test_the_file_is_a_workbook_with_macros(book: Workbook) -> None:
    """The main part has the content type without which Excel refuses an .xlsm."""
    types = book.parts["[Content_Types].xml"].decode()
    assert 'PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"' in types


def test_macros_come_out_of_a_workbook_as_they_went_in() -> None:
    """The VBA project and the ribbon pass from workbook to workbook unchanged."""
    assert build.macros_of(built(filled(1, criteria.load(2567)))) == macros()


def test_odd_texts_keep_the_xml_whole() -> None:
    """Quotes, angle brackets, leading signs of formulas and characters that XML cannot hold harm nothing."""
    odd = '=1+1 <a> & "b" \'\x01 _x0041_ \U0001f3db \ud800 \ufffe'
    data = built(Assessment(agency=Agency(name=odd, short="+1", district="@x", province="-1"), fiscal_year=2568))
    book = Workbook(data)
    assert [name for name in book.parts if name.endswith(".xml") and book.tree(name) is None] == []
    assert sorted(book.parts) == sorted(parts_of(TEMPLATE.read_bytes()))
    rows = range(len(layout.AGENCY_LABELS))
    cells = [book.cell(*book.place("tblAgency", layout.AGENCY_TABLE.columns[1], row)) for row in rows]
    assert [cell.find(tag("f")) for cell in cells] == [None] * len(cells)
