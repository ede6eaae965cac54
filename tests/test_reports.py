"""Reports written beside the workbook, and never over somebody's work."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import msgspec
import pytest

from ita import criteria, reports
from ita.assessment import Agency, Assessment, Given
from ita.errors import FileError, InputError, TemplateError
from ita.word.drafting.blocks import paragraph
from ita.word.drafting.draft import grey_square
from ita.word.parts import package
from support.word import EXAMPLES, containing, example, paragraphs, small_template

TITLE = "รายงานวิเคราะห์ผลการประเมิน ITA ตามเครื่องมือ"
NAME = f"{TITLE} ปี 2568 อบต.หนองพลับ"


def changed(path: Path) -> None:
    """Change a report as Word would when somebody edits it."""
    parts = package.read(path)
    parts["word/document.xml"] = parts["word/document.xml"].replace("คำนำ".encode(), "คำนำใหม่".encode())
    path.write_bytes(package.write(parts))


def test_templates_show_their_thai_titles(tmp_path: Path) -> None:
    """Every document of the folder is offered by its title, Word's lock files are not."""
    assert TITLE in {info.title for info in reports.templates()}
    (tmp_path / "own.docx").write_bytes(reports.find("analysis_by_tool").path.read_bytes())
    (tmp_path / "broken.docx").write_bytes(b"")
    (tmp_path / "~$own.docx").write_bytes(b"")
    assert [(i.name, i.title) for i in reports.templates(tmp_path)] == [("broken", "broken"), ("own", TITLE)]


def test_an_unknown_template_lists_the_known_ones() -> None:
    """The error names what there is."""
    with pytest.raises(TemplateError) as caught:
        reports.find("nothing")
    assert "analysis_by_tool" in caught.value.fix()
    assert reports.find("analysis_by_tool.docx").name == "analysis_by_tool"


def test_the_report_gets_its_thai_name(tmp_path: Path) -> None:
    """In a folder the report is called by title, year and agency."""
    assert tmp_path / f"{NAME}.docx" == reports.write(example("nongphlap_2568"), out=tmp_path)


def test_the_current_folder_is_the_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place the report is written where the user is."""
    monkeypatch.chdir(tmp_path)
    assert tmp_path / f"{NAME}.docx" == reports.write(example("nongphlap_2568"))


@pytest.mark.parametrize(
    ("short", "expected"), [('อบต.ก/ข: "ค"', f"{TITLE} ปี 2568 อบต.ก-ข- -ค-.docx"), ("", f"{TITLE} ปี 2568.docx")]
)
def test_names_are_fit_for_windows(short: str, expected: str) -> None:
    """Characters that Windows forbids are replaced, and a very long name is cut."""
    assessment = msgspec.structs.replace(example("nongphlap_2568"), agency=Agency(short=short))
    info = reports.find("analysis_by_tool")
    assert expected == reports.default_name(assessment, info)
    long = msgspec.structs.replace(assessment, agency=Agency(short="ก" * 300))
    assert len(reports.default_name(long, info).encode()) <= 255


def test_an_untouched_report_is_renewed(tmp_path: Path) -> None:
    """Writing twice leaves one file, with the same bytes, and nothing else."""
    first = reports.write(example("nongphlap_2568"), out=tmp_path)
    before = first.read_bytes()
    assert first == reports.write(example("nongphlap_2568"), out=tmp_path)
    assert (before, [first]) == (first.read_bytes(), list(tmp_path.iterdir()))


def test_a_changed_report_is_never_overwritten(tmp_path: Path) -> None:
    """What somebody changed stays; the next numbered name is used, and used again while untouched."""
    first = reports.write(example("nongphlap_2568"), out=tmp_path)
    changed(first)
    kept = first.read_bytes()
    second = reports.write(example("nongphlap_2568"), out=tmp_path)
    assert (f"{NAME} (2).docx", kept) == (second.name, first.read_bytes())
    assert second == reports.write(example("nongphlap_2568"), out=tmp_path)
    changed(second)
    assert f"{NAME} (3).docx" == reports.write(example("nongphlap_2568"), out=tmp_path).name


def test_a_file_of_somebody_else_stays(tmp_path: Path) -> None:
    """A file that we did not write is left alone."""
    other = tmp_path / "report.docx"
    other.write_bytes(b"mine")
    assert reports.write(example("nongphlap_2568"), out=other).name == "report (2).docx"
    assert other.read_bytes() == b"mine"


def test_a_report_open_in_word_stays(tmp_path: Path) -> None:
    """While Word's owner file lies beside it, the next name is used."""
    first = reports.write(example("nongphlap_2568"), out=tmp_path / "report.docx")
    (tmp_path / "~$port.docx").write_bytes(b"")
    assert reports.write(example("nongphlap_2568"), out=first).name == "report (2).docx"


def test_a_locked_report_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses to swap the file in, the next name is used and nothing is left over."""
    first = reports.write(example("nongphlap_2568"), out=tmp_path / "report.docx")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target == first:
            raise PermissionError
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    second = reports.write(example("nongphlap_2568"), out=first)
    assert {first, tmp_path / "report (2).docx"} == {second, *tmp_path.iterdir()}


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError()])
def test_a_failed_write_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """A full disk or a forbidden folder gives one named error and harms nothing."""
    target = tmp_path / "report.docx"

    monkeypatch.setattr(Path, "write_bytes", Mock(side_effect=error))
    with pytest.raises(FileError) as caught:
        reports.write(example("nongphlap_2568"), out=target)
    assert (caught.value.code, list(tmp_path.iterdir())) == ("file.unwritable", [])


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """A report cannot be written into a folder that is not there."""
    with pytest.raises(FileError):
        reports.write(example("nongphlap_2568"), out=tmp_path / "none" / "report.docx")


def test_the_seal_is_looked_for_beside_the_report(tmp_path: Path) -> None:
    """A seal's path starts from the report's folder; without it the report is not written."""
    assessment = msgspec.structs.replace(example("nongphlap_2568"), agency=Agency(name="อบต.", seal="seal.png"))
    with pytest.raises(InputError):
        reports.write(assessment, out=tmp_path)
    (tmp_path / "seal.png").write_bytes(grey_square())
    assert "word/media/picture" in " ".join(package.read(reports.write(assessment, out=tmp_path)))


@pytest.mark.parametrize("name", EXAMPLES)
def test_examples_have_every_section(name: str, tmp_path: Path) -> None:
    """The report has the sections of the original, every measure, and nothing of Python or of the tags."""
    assessment = example(name)
    texts = paragraphs(reports.write(assessment, out=tmp_path).read_bytes())
    whole = "\n".join(texts)
    for heading in ("คำนำ", "หลักการและเหตุผล", "๑.๑ ", "๑.๒ ", "๑.๓ ", "๒.๑ ", "๒.๔ ", "๓.๑ ", "๓.๓ "):
        containing(texts, heading)
    assert not [sign for sign in ("None", "{{", "{%", "nan", "}}") if sign in whole]
    steps = [step.text for measure in assessment.measures for step in measure.steps]
    assert [step for step in steps if step.split()[0] not in whole] == []


@pytest.mark.parametrize("year", criteria.years())
def test_every_year_has_a_report(year: int, tmp_path: Path) -> None:
    """Even where a year's rules are known in part, the report can be written from nothing but a total."""
    assessment = Assessment(agency=Agency(name="อบต."), fiscal_year=year, given=Given(total=90.0))
    texts = paragraphs(reports.write(assessment, out=tmp_path).read_bytes())
    assert not [text for text in texts if "None" in text]
    containing(texts, "๙๐.๐๐")


def test_arabic_digits_on_request(tmp_path: Path) -> None:
    """With the switch no Thai digit is left."""
    path = reports.write(example("nongphlap_2568"), out=tmp_path, digits="arabic")
    texts = paragraphs(path.read_bytes())
    assert "95.46" in texts
    assert not [text for text in texts if any(digit in text for digit in "๐๑๒๓๔๕๖๗๘๙")]


def test_a_new_document_in_the_folder_is_offered(tmp_path: Path) -> None:
    """A .docx that somebody puts into the folder of templates is in the menu at once, by its own title."""
    for info in reports.templates():
        (tmp_path / info.path.name).write_bytes(info.path.read_bytes())
    before = reports.templates(tmp_path)
    small_template(tmp_path / "of_our_own.docx", paragraph("{{ agency.name }}"))
    added = set(reports.templates(tmp_path)) - set(before)
    assert [(info.name, info.title) for info in added] == [("of_our_own", "แม่แบบทดสอบ")]


def test_an_agency_has_templates_of_its_own(tmp_path: Path) -> None:
    """Templates beside the workbook are offered too, and one with the name of ours takes its place."""
    own = reports.own_folder(tmp_path / "สมุดงาน.xlsm")
    assert reports.templates(own=own) == reports.templates()
    own.mkdir()
    small_template(own / "เรื่องของเรา.docx", paragraph("{{ agency.short }}"))
    small_template(own / "analysis_by_tool.docx", paragraph("แทนที่ {{ agency.short }}"))
    found = {info.name: info for info in reports.templates(own=own)}
    assert found["analysis_by_tool"].path.parent == own
    assert len(found) == len(reports.templates()) + 1
    path = reports.write(example("nongphlap_2568"), "เรื่องของเรา", tmp_path, own=own)
    assert paragraphs(path.read_bytes()) == ["อบต.หนองพลับ"]


def test_templates_with_one_title_are_told_apart(tmp_path: Path) -> None:
    """Two templates with the same title would give two reports one name, so the file names are added."""
    for name in ("a", "b"):
        small_template(tmp_path / f"{name}.docx", paragraph("ก"))
    assert [info.title for info in reports.templates(tmp_path)] == ["แม่แบบทดสอบ (a)", "แม่แบบทดสอบ (b)"]


def test_titles_are_read_as_xml(tmp_path: Path) -> None:
    """An ampersand in a title is an ampersand in the menu."""
    path = small_template(tmp_path / "t.docx", paragraph("ก"))
    parts = package.read(path)
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace("แม่แบบทดสอบ".encode(), "ก &amp; ข".encode())
    path.write_bytes(package.write(parts))
    assert [info.title for info in reports.templates(tmp_path)] == ["ก & ข"]


def test_all_reports_are_written(tmp_path: Path) -> None:
    """Every template gives its report, each under a name of its own."""
    written = reports.write_all(example("nongphlap_2568"), tmp_path)
    assert len(set(written.paths)) == len(reports.templates())
    assert written.failed == ()
    assert all(path.is_file() for path in written.paths)


def test_one_bad_template_does_not_stop_the_others(tmp_path: Path) -> None:
    """What cannot be made is told with its reason; the others are written."""
    own = tmp_path / "docx_templates"
    own.mkdir()
    small_template(own / "bad.docx", paragraph("{{ totl }}"))
    (own / "worse.docx").write_bytes(b"x")
    written = reports.write_all(example("nongphlap_2568"), tmp_path, own=own)
    assert len(written.paths) == len(reports.templates())
    assert [(info.name, error.code) for info, error in written.failed] == [
        ("bad", "template.undefined"),
        ("worse", "template.no_document"),
    ]


def test_all_reports_need_a_folder_and_an_agency(tmp_path: Path) -> None:
    """A file as the target, or an assessment without an agency, is told before anything is written."""
    with pytest.raises(FileError):
        reports.write_all(example("nongphlap_2568"), tmp_path / "report.docx")
    with pytest.raises(InputError):
        reports.write_all(Assessment(agency=Agency(), fiscal_year=2568), tmp_path)


def fake_pdf(monkeypatch: pytest.MonkeyPatch, data: bytes = b"%PDF-1.7\n%%EOF\n") -> None:
    """Let the conversion give this PDF, whatever programs the computer has."""

    def convert(_source: Path, target: Path) -> None:
        target.write_bytes(data)

    monkeypatch.setattr("ita.word.pdf.available", lambda: iter([convert]))


def test_a_pdf_lies_beside_its_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The PDF has the report's name, and is renewed while nobody changed it."""
    fake_pdf(monkeypatch)
    report = reports.write(example("nongphlap_2568"), out=tmp_path)
    assert [reports.write_pdf(report) for _ in range(2)] == [report.with_suffix(".pdf")] * 2


def test_a_changed_pdf_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF that was signed or changed since stays, and the next name is used."""
    fake_pdf(monkeypatch)
    report = reports.write(example("nongphlap_2568"), out=tmp_path)
    path = reports.write_pdf(report)
    path.write_bytes(path.read_bytes() + b"signature")
    assert reports.write_pdf(report).name == f"{NAME} (2).pdf"
    assert path.read_bytes().endswith(b"signature")


def test_a_pdf_of_a_missing_report_is_a_named_error(tmp_path: Path) -> None:
    """There is nothing to convert, and the error says so."""
    with pytest.raises(FileError):
        reports.write_pdf(tmp_path / "none.docx")
