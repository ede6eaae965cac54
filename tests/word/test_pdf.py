"""Reports as PDF: the best program that is there, in a room of its own, and a clear word where none is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest

from ita.errors import FileError
from ita.word import pdf
from ita.word.drafting.blocks import paragraph
from support.office import page_texts, program
from support.word import small_template

PDF = b"%PDF-1.7\n%%EOF\n"


def gives(data: bytes) -> pdf.Converter:
    """Return a converter that makes this file."""

    def convert(_source: Path, target: Path) -> None:
        target.write_bytes(data)

    return convert


def fails(error: Exception) -> pdf.Converter:
    """Return a converter that cannot."""
    return Mock(side_effect=error)


def test_libreoffice_makes_a_pdf_of_thai_text(tmp_path: Path) -> None:
    """A real conversion shows the Thai text, from a folder with a Thai name."""
    office = Path(program("soffice"))
    folder = tmp_path / "รายงาน ปี ๒๕๖๘"
    folder.mkdir()
    template = small_template(folder / "ต้นฉบับ.docx", paragraph("องค์การบริหารส่วนตำบล"))
    data = pdf.convert(template.read_bytes(), (lambda source, target: pdf.by_office(office, source, target),))
    (folder / "ผล.pdf").write_bytes(data)
    assert "องค์การบริหารส่วนตำบล" in "".join(page_texts(folder / "ผล.pdf"))
    assert pdf.is_untouched(folder / "ผล.pdf")


@pytest.mark.parametrize(
    "error", [OSError(), RuntimeError(), subprocess.TimeoutExpired("x", 1), subprocess.CalledProcessError(1, "x")]
)
def test_the_next_program_helps_out(error: Exception) -> None:
    """Where the best program fails the next is asked."""
    assert pdf.convert(b"docx", (fails(error), gives(PDF))).startswith(PDF)


def test_a_converter_that_makes_nothing_has_failed() -> None:
    """LibreOffice may end well without a file; that is a failure, told in Thai."""
    with pytest.raises(FileError) as caught:
        pdf.convert(b"docx", (lambda _source, _target: None,))
    assert caught.value.code == "pdf.failed"


def test_without_any_program_the_user_is_told() -> None:
    """The message says what to install or how to do it by hand."""
    with pytest.raises(FileError) as caught:
        pdf.convert(b"docx", ())
    assert caught.value.code == "pdf.no_program"
    assert "LibreOffice" in caught.value.fix()


def test_the_office_of_this_computer_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By its name on the path, else where it is usually installed, else not at all."""
    monkeypatch.setattr("shutil.which", {"libreoffice": "/usr/bin/libreoffice"}.get)
    assert Path("/usr/bin/libreoffice") == pdf.office()
    monkeypatch.setattr("shutil.which", Mock(return_value=None))
    monkeypatch.setattr(pdf, "_PROGRAMS", (tmp_path / "none", tmp_path))
    assert pdf.office() is None
    (tmp_path / "soffice.exe").write_bytes(b"")
    monkeypatch.setattr(pdf, "_PROGRAMS", (tmp_path / "soffice.exe",))
    assert tmp_path / "soffice.exe" == pdf.office()


@pytest.mark.skipif(sys.platform == "win32", reason="asks what a computer without Word has")
def test_word_is_asked_on_windows_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere there is LibreOffice or nothing."""
    monkeypatch.setattr(pdf, "office", lambda: None)
    assert list(pdf.available()) == []


def test_word_is_closed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Word opens the report read-only in an instance of its own, updates the contents, and quits even when it fails."""
    word = Mock()
    contents = Mock()
    word.Documents.Open.return_value.TablesOfContents = [contents]
    modules = {"win32com.client": SimpleNamespace(DispatchEx=Mock(return_value=word)), "pythoncom": Mock()}
    monkeypatch.setattr(pdf, "import_module", modules.get)
    pdf.by_word(tmp_path / "a.docx", tmp_path / "a.pdf")
    assert (contents.Update.call_count, word.Quit.call_count) == (1, 1)
    word.Documents.Open.side_effect = ValueError("com_error")
    with pytest.raises(RuntimeError):
        pdf.by_word(tmp_path / "a.docx", tmp_path / "a.pdf")
    assert word.Quit.call_count == 2


@pytest.mark.parametrize("data", [pdf.sealed(PDF) + b"x", pdf.sealed(PDF)[:-1], PDF, b"", b"x" + pdf.sealed(PDF)])
def test_a_changed_pdf_is_told(data: bytes, tmp_path: Path) -> None:
    """Anything added, cut or put in its place breaks the seal."""
    (tmp_path / "a.pdf").write_bytes(data)
    assert not pdf.is_untouched(tmp_path / "a.pdf")
    assert not pdf.is_untouched(tmp_path / "none.pdf")
