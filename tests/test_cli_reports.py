"""``ita report`` with all its choices, and ``ita lint``."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ita import reports
from ita.cli import main
from ita.paths import resource
from ita.word.drafting.blocks import paragraph
from support.word import paragraphs, small_template

WORKBOOK = resource("workbook", "examples", "nongphlap_2568.xlsm")
TITLES = {info.title for info in reports.templates()}


def run(*arguments: object) -> Result:
    """Run ``ita`` with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Return a workbook in a folder of its own, under a Thai name."""
    return Path(shutil.copy(WORKBOOK, tmp_path / "สมุดงาน หนองพลับ.xlsm"))


def test_all_templates(workbook: Path) -> None:
    """--template all writes every report beside the workbook, with the digits asked for."""
    result = run("report", workbook, "--template", "all", "--digits", "arabic")
    written = {path.name.split(" ปี ")[0] for path in workbook.parent.glob("*.docx")}
    assert (result.exit_code, written, result.stderr) == (0, TITLES, "")
    texts = "".join("".join(paragraphs(path.read_bytes())) for path in workbook.parent.glob("*.docx"))
    assert not set("๐๑๒๓๔๕๖๗๘๙") & set(texts)


def test_one_bad_template_is_told_at_the_end(workbook: Path) -> None:
    """A broken template beside the workbook does not stop the others; the command ends with 1."""
    own = reports.own_folder(workbook)
    own.mkdir()
    small_template(own / "own.docx", paragraph("{{ totl }}"))
    result = run("report", workbook, "--template", "all")
    assert result.exit_code == 1
    assert result.stdout.count("สร้างรายงานแล้ว") == len(TITLES)
    assert "totl" in result.stderr
    assert "Traceback" not in result.stderr


def test_an_own_template_by_name(workbook: Path) -> None:
    """A template that lies beside the workbook is found by its name."""
    own = reports.own_folder(workbook)
    own.mkdir()
    small_template(own / "own.docx", paragraph("{{ agency.name }}"))
    result = run("report", workbook, "--template", "own", "--out", workbook.parent / "ผล.docx")
    assert result.exit_code == 0
    assert paragraphs((workbook.parent / "ผล.docx").read_bytes()) == ["องค์การบริหารส่วนตำบลหนองพลับ"]


def test_pdf_beside_the_report(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """--pdf says where report and PDF are."""

    def convert(_source: Path, target: Path) -> None:
        target.write_bytes(b"%PDF-1.7")

    monkeypatch.setattr("ita.word.pdf.available", lambda: iter([convert]))
    result = run("report", workbook, "--pdf")
    assert (result.exit_code, len(list(workbook.parent.glob("*.pdf")))) == (0, 1)
    assert [line.split(":")[0] for line in result.stdout.splitlines()] == ["สร้างรายงานแล้ว", "สร้าง PDF แล้ว"]


def test_without_a_program_the_report_is_there_all_the_same(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can make a PDF the Word report is written and one Thai line says what to do."""
    monkeypatch.setattr("ita.word.pdf.available", lambda: iter([]))
    result = run("report", workbook, "--pdf")
    assert (result.exit_code, len(list(workbook.parent.glob("*.docx")))) == (2, 1)
    assert "LibreOffice" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_lint_of_a_good_template_ends_with_0() -> None:
    """A template without fault is said to be fit."""
    result = run("lint", resource("docx_templates", "analysis_by_tool.docx"))
    assert (result.exit_code, result.stdout.startswith("แม่แบบใช้ได้")) == (0, True)


def test_lint_lists_every_fault_and_ends_with_1(tmp_path: Path) -> None:
    """Each fault is a line in the language asked for, with its place and its cure."""
    path = small_template(tmp_path / "t.docx", paragraph("{{ totl }}"), paragraph("{{ yaer }}"))
    result = run("lint", path)
    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    assert "หมายถึง total" in result.stdout
    assert "did you mean total" in run("--lang", "en", "lint", path).stdout


def test_lint_writes_comments(tmp_path: Path) -> None:
    """--comments makes a copy with the faults and says where it is; the template stays."""
    path = small_template(tmp_path / "t.docx", paragraph("{{ totl }}"))
    result = run("lint", path, "--comments", tmp_path / "สำเนา.docx")
    assert result.exit_code == 1
    assert (tmp_path / "สำเนา.docx").is_file()
    assert "สำเนา.docx" in result.stdout


def test_lint_of_no_document_ends_with_1(tmp_path: Path) -> None:
    """A file that is missing or of another kind is one line, no traceback."""
    result = run("lint", tmp_path / "none.docx")
    assert (result.exit_code, len(result.stdout.splitlines()), result.stderr) == (1, 1, "")
