"""Making a new workbook: empty or from a data file, never over another file, whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ita import criteria, interchange, new_year, workbooks
from ita.assessment import Agency, Assessment, Given, QuestionScore
from ita.errors import FileError, InputError, InterchangeError, UnknownYearError
from ita.excel.reading import closed
from ita.findings import finding
from ita.paths import resource
from support.built import EXAMPLES, built

HEAD = "agency: {name: อบต.ก}\nfiscal_year: 2567\n"


def data_file(folder: Path, text: str) -> Path:
    """Write a data file and return its path."""
    path = folder / "a.yaml"
    path.write_text(HEAD + text, "utf-8")
    return path


@pytest.mark.parametrize("year", [2567, 2568])
def test_an_empty_workbook_is_of_its_year(tmp_path: Path, year: int) -> None:
    """A new workbook reads back as an assessment of its year with nothing entered and nothing wrong."""
    reading = closed.read(workbooks.new(tmp_path / "new.xlsm", year))
    assert reading.assessment.fiscal_year == year
    assert reading.assessment.given == Assessment(agency=Agency(), fiscal_year=year).given
    assert reading.findings == ()


@pytest.mark.parametrize("name", ["nongphlap_2568", "khlongnokkrathung_2567"])
def test_a_data_file_round_trips(tmp_path: Path, name: str) -> None:
    """Every figure, text and measure of a data file is in the workbook made from it."""
    source = resource("workbook", "examples", f"{name}.yaml")
    path = workbooks.new(tmp_path / "new.xlsm", 2568, source)
    assert closed.read(path).assessment == interchange.load(source)


def test_states_and_blanks_round_trip(tmp_path: Path) -> None:
    """A zero, a blank, a part that was not processed and a published figure all come back."""
    text = """given:
  questions: {i1: 0, e1: [99.5, null], e2: [null, 0], o35: 50}
  sub_indicators: {"10.2": 0}
  eit_parts: {EIT2: {6: 98.01}}
  indicators: {8: 90.17}
  tools: {EIT: 45, OIT: 0}
  total: 51
  not_processed: [EIT2]
"""
    source = data_file(tmp_path, text)
    found = closed.read(workbooks.new(tmp_path / "new.xlsm", 2568, source)).assessment.given
    assert found == interchange.load(source).given


def test_the_year_of_the_data_file_counts(tmp_path: Path) -> None:
    """With a data file the workbook is of the file's year."""
    path = workbooks.new(tmp_path / "new.xlsm", 2568, data_file(tmp_path, ""))
    assert closed.read(path).assessment.fiscal_year == 2567


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two new workbooks of one year are equal byte for byte."""
    first, second = (workbooks.new(tmp_path / f"{n}.xlsm", 2568) for n in (1, 2))
    assert first.read_bytes() == second.read_bytes()


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    """A file that is there stays as it is, and the error names it."""
    path = tmp_path / "เดิม.xlsm"
    path.write_bytes(b"mine")
    with pytest.raises(FileError) as caught:
        workbooks.new(path, 2568)
    assert (caught.value.code, caught.value.values) == ("file.exists", {"path": "เดิม.xlsm"})
    assert path.read_bytes() == b"mine"


def test_nothing_else_is_left_behind(tmp_path: Path) -> None:
    """The folder holds the new workbook and no temporary file."""
    workbooks.new(tmp_path / "new.xlsm", 2568)
    assert [path.name for path in tmp_path.iterdir()] == ["new.xlsm"]


def test_a_thai_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    """A name of 255 bytes in UTF-8 is used as it is."""
    path = tmp_path / f"{'ก' * 83}x.xlsm"
    assert len(path.name.encode()) == 255
    assert workbooks.new(path, 2568).is_file()


@pytest.mark.parametrize(
    "name", ["no folder/new.xlsm", "a file/new.xlsm", f"{'ก' * 90}.xlsm"], ids=["no folder", "under a file", "too long"]
)
def test_a_place_that_cannot_be_written_is_a_file_error(tmp_path: Path, name: str) -> None:
    """A folder that is not there, a file taken for a folder or a name too long is a FileError, and leaves nothing."""
    (tmp_path / "a file").touch()
    with pytest.raises(FileError) as caught:
        workbooks.new(tmp_path / name, 2568)
    assert caught.value.code == "file.unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the finished file cannot get its name, what was written so far is taken away."""

    def refuse(path: Path, target: Path) -> Path:
        raise PermissionError(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(FileError):
        workbooks.new(tmp_path / "new.xlsm", 2568)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_year_writes_nothing(tmp_path: Path) -> None:
    """A year without criteria is refused before anything is written."""
    with pytest.raises(UnknownYearError):
        workbooks.new(tmp_path / "new.xlsm", 9999)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["given: {total: 101}", "given: {questions: {i99: 1}}", "given: {questions: {e1: 90}}"]
)
def test_a_wrong_data_file_writes_nothing(tmp_path: Path, text: str) -> None:
    """A score out of range, an unknown code or a lone EIT figure is refused before anything is written."""
    source = data_file(tmp_path, text)
    with pytest.raises(InterchangeError):
        workbooks.new(tmp_path / "new.xlsm", 2568, source)
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


# ---------------------------------------------------------------- the next year


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_next_years_workbook_holds_what_is_carried(tmp_path: Path, path: Path) -> None:
    """For each real agency the new workbook reads back as what was carried from the old one, and nothing is wrong."""
    old = closed.read(path).assessment
    expected = new_year.carry(old, old.fiscal_year + 1)
    made = workbooks.next_year(path, tmp_path / "next.xlsm")
    reading = closed.read(made.path)
    assert reading.assessment == expected.assessment
    assert (reading.findings, made.unmatched, made.unread) == ((), expected.unmatched, ())
    assert reading.assessment.previous.indicators


@pytest.mark.parametrize("year", criteria.years()[:-1])
def test_every_year_has_a_next_one(tmp_path: Path, year: int) -> None:
    """From each year's workbook the next one's is made, and its last year reads back as carried."""
    rules = criteria.load(year)
    items: dict[str, QuestionScore] = {item.code: float(number) for number, item in enumerate(rules.items)}
    tools: dict[str, float | None] = {"IIT": 91.5, "OIT": 80.25}
    given = Given(questions=items, tools=tools, total=88.5)
    old = tmp_path / "old.xlsm"
    old.write_bytes(built(Assessment(agency=Agency(name="ทต.ก"), fiscal_year=year, given=given)))
    reading = closed.read(workbooks.next_year(old, tmp_path / "next.xlsm").path)
    previous = reading.assessment.previous
    assert (reading.assessment.fiscal_year, previous.fiscal_year, previous.total) == (year + 1, year, 88.5)
    assert {code: previous.tools[code] for code in tools} == tools
    assert previous.questions


def test_what_is_read_may_be_handed_in(tmp_path: Path) -> None:
    """A reading of an open workbook serves like its file, and a later year than the next may be asked for."""
    reading = closed.read(EXAMPLES[0])
    made = workbooks.next_year(reading, tmp_path / "next.xlsm", 2569)
    assert closed.read(made.path).assessment.fiscal_year == 2569


def test_cells_that_could_not_be_read_are_told(tmp_path: Path) -> None:
    """What was wrong in the old workbook is handed on, for a score that was not read is not carried."""
    reading = closed.read(EXAMPLES[0])
    wrong = replace(reading, findings=(finding("cell.text", "IIT!D5", value="x"),))
    assert workbooks.next_year(wrong, tmp_path / "next.xlsm", 2569).unread == wrong.findings


@pytest.mark.parametrize(("name", "code"), [("old.xlsm", "file.exists"), ("next.xlsx", "file.suffix")])
def test_the_next_year_is_always_a_new_xlsm(tmp_path: Path, name: str, code: str) -> None:
    """Not even the old workbook is overwritten, and the new one carries macros."""
    old = tmp_path / "old.xlsm"
    old.write_bytes(EXAMPLES[0].read_bytes())
    with pytest.raises(FileError) as caught:
        workbooks.next_year(old, tmp_path / name, 2569)
    assert caught.value.code == code
    assert old.read_bytes() == EXAMPLES[0].read_bytes()
    assert list(tmp_path.iterdir()) == [old]


@pytest.mark.parametrize("year", [2563, 2570])
def test_no_workbook_of_a_wrong_year(tmp_path: Path, year: int) -> None:
    """An earlier year and one without criteria are refused before anything is written."""
    with pytest.raises(InputError):
        workbooks.next_year(EXAMPLES[0], tmp_path / "next.xlsm", year)
    assert list(tmp_path.iterdir()) == []


def test_a_year_of_the_christian_era_gets_a_hint(tmp_path: Path) -> None:
    """2026 is refused with 2569 beside it."""
    with pytest.raises(UnknownYearError) as caught:
        workbooks.new(tmp_path / "new.xlsm", 2026)
    assert "2569" in caught.value.fix()


def test_the_office_pc_needs_no_vba_library(tmp_path: Path) -> None:
    """The next year's workbook is made where pyOpenVBA is not installed."""
    code = (
        "import sys; sys.modules['pyopenvba'] = None\n"
        "from pathlib import Path; from ita import workbooks\n"
        "workbooks.next_year(Path(sys.argv[1]), Path(sys.argv[2]), 2569)"
    )
    subprocess.run([sys.executable, "-c", code, EXAMPLES[0], tmp_path / "next.xlsm"], check=True)
    assert (tmp_path / "next.xlsm").is_file()
