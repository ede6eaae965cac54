"""Sharing and verifying files: never over another, and any change of a figure is named with its place."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from pathlib import Path
from unittest.mock import Mock

import pytest
from click.testing import CliRunner

from ita import criteria, reports, seal, sharing
from ita.assessment import Agency, Assessment
from ita.cli import main
from ita.errors import FileError, InputError, WorkbookError
from ita.excel import layout, share
from ita.excel.reading import closed
from ita.excel.sources import score_columns, score_rows
from ita.sharing_sentences import SENTENCES
from ita.word.parts import package
from support.built import EXAMPLES, saved
from support.workbook_parts import Workbook

EXAMPLE = EXAMPLES[0]
RULES = criteria.load(2567)
NOW = dt.datetime(2025, 10, 9, 14, 5, tzinfo=dt.UTC)
RESULTS = [table for table, rows in score_rows(RULES).items() if rows]
PLACES = [
    *((table.name, heading) for table, heading in score_columns(RULES).values()),
    *((table.name, heading) for table in RESULTS for heading in (layout.PUBLISHED, layout.COMPUTED, layout.USED)),
    *((table.name, layout.LAST_YEAR) for table in (layout.TOTAL_TABLE, layout.TOOL_TABLE, layout.INDICATOR_TABLE)),
    ("tblEIT", layout.MEAN),
    ("tblWeights", layout.WEIGHT),
    ("tblMarks", layout.SCORE),
    ("tblMeasures", layout.MEASURE_TABLE.columns[13]),
    ("tblAgency", layout.AGENCY_TABLE.columns[1]),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the copy of an example."""
    return sharing.share(EXAMPLE, tmp_path_factory.mktemp("ส่งจังหวัด"), NOW)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the report of the same example."""
    return reports.write(closed.read(EXAMPLE).assessment, out=tmp_path_factory.mktemp("reports") / "รายงาน.docx")


@pytest.fixture
def book(copy: Path) -> Workbook:
    """Return the copy, to be changed."""
    return Workbook(copy.read_bytes())


def codes(verdict: sharing.Verdict) -> list[str]:
    """Return what a verdict says."""
    return [statement.code for statement in verdict.statements]


def test_a_copy_has_a_thai_name_that_windows_takes() -> None:
    """Year and agency are in it, and nothing that Windows forbids."""
    named = Assessment(agency=Agency(name='เทศบาล/ตำบล "น้ำปั้น": ก'), fiscal_year=2568)
    assert sharing.default_name(named) == "สำเนาผล ITA ปี 2568 เทศบาล-ตำบล -น้ำปั้น-- ก.xlsx"
    long = Assessment(agency=Agency(name="ก" * 300), fiscal_year=2568)
    assert len(sharing.default_name(long).encode()) <= 240


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """The second copy into a folder, or under a name, gets a number."""
    first, second = (sharing.share(EXAMPLE, tmp_path, NOW) for _ in range(2))
    assert second.name == f"{first.stem} (2).xlsx"
    named = tmp_path / "a.xlsx"
    named.write_text("ของเดิม", "utf-8")
    assert sharing.share(EXAMPLE, named, NOW).name == "a (2).xlsx"
    assert named.read_text("utf-8") == "ของเดิม"
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".xlsx"] * 4


def test_a_copy_lies_beside_the_workbook(tmp_path: Path) -> None:
    """Where no place is named it is the workbook's own folder."""
    workbook = tmp_path / "สมุดงาน.xlsm"
    workbook.write_bytes(EXAMPLE.read_bytes())
    assert sharing.share(workbook, now=NOW).parent == tmp_path


def test_what_cannot_be_shared_is_told(tmp_path: Path) -> None:
    """A wrong ending, a folder that is not there and a workbook without an agency each have their error."""
    with pytest.raises(FileError) as suffix:
        sharing.share(EXAMPLE, tmp_path / "a.xlsm")
    with pytest.raises(FileError) as folder:
        sharing.share(EXAMPLE, tmp_path / "ไม่มี" / "a.xlsx")
    nameless = saved(Assessment(agency=Agency(), fiscal_year=2568), tmp_path / "a.xlsm")
    with pytest.raises(InputError) as agency:
        sharing.share(nameless)
    assert [error.value.code for error in (suffix, folder, agency)] == [
        "file.not_xlsx",
        "file.unwritable",
        "share.no_agency",
    ]


def test_stale_results_are_not_copied(tmp_path: Path) -> None:
    """The copy's figures come from what was typed, not from what the workbook showed before it was saved."""
    book = Workbook(EXAMPLE.read_bytes())
    place = book.place("tblTotal", layout.USED)
    book.set(*place, 12.34)
    written = sharing.share(book.save(tmp_path / "a.xlsm"), tmp_path / "b.xlsx", NOW)
    assert "12.34" not in share.cells_of(written.read_bytes()).values()
    assert sharing.verify(written).ok


def test_an_untouched_copy_matches(copy: Path) -> None:
    """Every cell is as it was sealed."""
    verdict = sharing.verify(copy)
    assert verdict.ok
    assert codes(verdict) == ["cells.same"]
    assert verdict.text().startswith("ผลการตรวจ: ตรงกัน\n- ทุกช่องตรงกับตราผนึก")


@pytest.mark.parametrize(("table", "heading"), PLACES)
def test_a_changed_figure_is_named(table: str, heading: str, book: Workbook, tmp_path: Path) -> None:
    """Whichever column of whichever table, typed or computed: a figure that was changed is told with its place."""
    sheet, address = book.place(table, heading)
    book.set(sheet, address, 12.34)
    verdict = sharing.verify(book.save(tmp_path / "a.xlsx"))
    assert not verdict.ok
    changed = next(one for one in verdict.statements if one.code.startswith("cell."))
    assert changed.values["place"] == f"{sheet}!{address}"
    assert "12.34" in changed.text("th")
    assert "12.34" in changed.text("en")


@pytest.mark.parametrize("index", range(len(RULES.questions_of(1))))
def test_every_row_counts(index: int, book: Workbook, tmp_path: Path) -> None:
    """A hundredth of a point in any question of an indicator is seen, and so is a score that was cleared."""
    sheet, address = book.place("tblIIT", layout.SCORE, index)
    was = float(share.cells_of(book.data())[f"{sheet}!{address}"])
    for value, code in ((was - 0.01, "cell.changed"), (None, "cell.emptied")):
        book.set(sheet, address, value)
        found = codes(sharing.verify(book.save(tmp_path / "a.xlsx")))
        assert found == ["cells.changed", code, "figures.changed"]


def test_a_changed_word_is_named_apart_from_the_figures(book: Workbook, tmp_path: Path) -> None:
    """A heading's subtitle that was rewritten is told, and also that what was entered is as sealed."""
    book.set("IIT", "A2", "ข้อความอื่น")
    verdict = sharing.verify(book.save(tmp_path / "a.xlsx"))
    assert not verdict.ok
    assert codes(verdict) == ["cells.changed", "cell.changed", "figures.as_sealed"]


def test_many_changes_are_counted(book: Workbook, tmp_path: Path) -> None:
    """The first few are named, the rest counted."""
    for row in range(50, 70):
        book.set("IIT", f"B{row}", "เพิ่ม")
    found = codes(sharing.verify(book.save(tmp_path / "a.xlsx")))
    assert found == ["cells.changed", *["cell.added"] * 8, "cells.more", "figures.as_sealed"]


def test_an_altered_seal_is_told(book: Workbook, tmp_path: Path) -> None:
    """Changing a figure and its listed value alike does not hide it: the seal's own code no longer fits."""
    sheet, address = book.place("tblIIT", layout.SCORE)
    book.set(sheet, address, 12.34)
    found = share.seal_of("a.xlsx", book.data())
    assert found
    listed = list(found.cells).index(f"{sheet}!{address}")
    book.set(*book.place(share.SEALED_TABLE.name, share.SEALED_TABLE.columns[1], listed), "12.34")
    verdict = sharing.verify(book.save(tmp_path / "a.xlsx"))
    assert not verdict.ok
    assert codes(verdict) == ["seal.altered"]


@pytest.mark.parametrize("label", [share.VERSION, share.FORMAT])
def test_another_version_is_told(label: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy by another version of the program says so; one whose hash is of another format cannot be verified."""
    monkeypatch.setattr(sharing, "__version__", "9.9")
    if label == share.FORMAT:
        monkeypatch.setattr(seal, "FORMAT", 9)
    copy = sharing.share(EXAMPLE, tmp_path, NOW)
    monkeypatch.undo()
    verdict = sharing.verify(copy)
    assert codes(verdict)[0] == ("seal.version" if label == share.VERSION else "seal.format")
    assert verdict.ok == (label == share.VERSION)
    assert "9.9" in verdict.text()


def test_other_rules_for_the_same_cells_are_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no cell changed but the program now works out something else, the program is named and not the file."""
    monkeypatch.setattr(seal, "figures_hash", Mock(return_value="อื่น"))
    verdict = sharing.verify(copy)
    assert codes(verdict) == ["cells.same", "figures.by_other_rules"]
    assert not verdict.ok


def test_a_file_without_a_seal_vouches_for_nothing(copy: Path, tmp_path: Path, report: Path) -> None:
    """An .xlsx whose seal was taken out is not in order, even where a report matches it."""
    plain = tmp_path / "a.xlsx"
    book = Workbook(copy.read_bytes())
    book.table(share.SEAL_TABLE.name).set("name", "tblOther")
    book.table(share.SEAL_TABLE.name).set("displayName", "tblOther")
    book.save(plain)
    assert codes(sharing.verify(plain)) == ["seal.none"]
    assert not sharing.verify(plain, report).ok


def test_a_workbook_is_compared_with_a_report_alone(report: Path) -> None:
    """An .xlsm has no seal: with its report it is in order, without one there is nothing to verify."""
    assert sharing.verify(EXAMPLE, report).ok
    assert codes(sharing.verify(EXAMPLE)) == ["seal.not_for_workbooks", "report.none"]
    assert not sharing.verify(EXAMPLE).ok


def test_a_report_matches_the_copy_it_belongs_to(copy: Path, report: Path) -> None:
    """The report of the workbook and the copy of the workbook tell the same figures."""
    verdict = sharing.verify(copy, report)
    assert verdict.ok
    assert codes(verdict) == ["cells.same", "report.same"]


def test_a_report_of_another_workbook_is_told(copy: Path, tmp_path: Path) -> None:
    """A report from other figures does not match."""
    other = reports.write(closed.read(EXAMPLES[2]).assessment, out=tmp_path / "a.docx")
    verdict = sharing.verify(copy, other)
    assert not verdict.ok
    assert codes(verdict) == ["cells.same", "report.other"]


def test_an_edited_report_is_told(copy: Path, report: Path, tmp_path: Path) -> None:
    """A report whose text was changed still says which figures it came from, and that it was edited."""
    edited = _rewritten(report, tmp_path / "a.docx", "word/document.xml", (b"</w:body>", b" </w:body>"))
    verdict = sharing.verify(copy, edited)
    assert not verdict.ok
    assert codes(verdict) == ["cells.same", "report.same", "report.edited"]


def test_a_relabelled_report_is_told(copy: Path, report: Path, tmp_path: Path) -> None:
    """Giving a report the hash of other figures breaks its own seal."""
    other = reports.write(closed.read(EXAMPLES[2]).assessment, out=tmp_path / "b.docx")
    hashes = [package.properties(path)[package.FIGURES].encode() for path in (other, report)]
    assert hashes[0] != hashes[1]
    relabelled = _rewritten(other, tmp_path / "a.docx", "docProps/custom.xml", (hashes[0], hashes[1]))
    assert codes(sharing.verify(copy, relabelled)) == ["cells.same", "report.same", "report.edited"]


def test_a_report_without_a_hash_is_told(copy: Path, tmp_path: Path) -> None:
    """A document that another program or an older version made cannot be compared."""
    template = reports.find("analysis_by_tool").path
    assert codes(sharing.verify(copy, template)) == ["cells.same", "report.unmarked"]
    text = tmp_path / "a.docx"
    text.write_text("ข้อความ", "utf-8")
    assert codes(sharing.verify(copy, text)) == ["cells.same", "report.unmarked"]


def _rewritten(path: Path, target: Path, part: str, change: tuple[bytes, bytes]) -> Path:
    """Write a package with one part changed."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as new:
        for name in source.namelist():
            data = source.read(name)
            assert name != part or change[0] in data
            new.writestr(name, data.replace(*change) if name == part else data)
    return target


def test_what_cannot_be_verified_is_an_error(copy: Path, tmp_path: Path) -> None:
    """A file that is no workbook and a report that is not there are errors, not verdicts."""
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK")
    with pytest.raises(WorkbookError):
        sharing.verify(broken)
    with pytest.raises(FileError):
        sharing.verify(copy, tmp_path / "ไม่มี.docx")


def test_every_sentence_speaks_thai(copy: Path, report: Path) -> None:
    """The Thai words have Thai letters, the English ones none, and both fill in the same names."""
    for code, (_, words) in SENTENCES.items():
        assert re.findall(r"\{(\w+)\}", words["th"]) or not re.findall(r"\{(\w+)\}", words["en"]), code
        assert set(re.findall(r"\{(\w+)\}", words["th"])) == set(re.findall(r"\{(\w+)\}", words["en"])), code
        assert re.search("[ก-๙]", words["th"])
        assert not re.search("[ก-๙]", words["en"])
    assert "Result" in sharing.verify(copy, report).text("en")


def test_the_commands_tell_and_exit(copy: Path, tmp_path: Path, book: Workbook) -> None:
    """``ita share`` names the file; ``ita verify`` ends with 0 where it matches and with 1 where it does not."""
    runner = CliRunner()
    shared = runner.invoke(main, ["share", str(EXAMPLE), "--out", str(tmp_path / "ก.xlsx")])
    assert (shared.exit_code, shared.output) == (0, f"ทำสำเนาแล้ว: {tmp_path / 'ก.xlsx'}\n")
    assert runner.invoke(main, ["verify", str(copy)]).exit_code == 0
    book.set("IIT", "D5", 1.0)
    changed = runner.invoke(main, ["verify", str(book.save(tmp_path / "a.xlsx"))])
    assert changed.exit_code == 1
    assert "IIT!D5" in changed.output
    assert "ไม่ใช่ลายมือชื่ออิเล็กทรอนิกส์" in re.sub(r"\s", "", runner.invoke(main, ["verify", "--help"]).output)
