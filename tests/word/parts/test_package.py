"""The zip around a report, and the seal that tells a changed one."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ita.word.drafting.blocks import paragraph
from ita.word.parts import package
from support.word import small_template


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Return a sealed document."""
    path = small_template(tmp_path / "r.docx", paragraph("ก"))
    path.write_bytes(package.write(package.sealed(package.read(path))))
    return path


def rewritten(path: Path, change: Callable[[package.Parts], object]) -> None:
    """Write the document again with its parts changed."""
    parts = package.read(path)
    change(parts)
    path.write_bytes(package.write(parts))


def test_a_sealed_document_is_untouched(report: Path) -> None:
    """Nothing changed, and zipping the same parts anew changes nothing either."""
    assert package.is_untouched(report)
    rewritten(report, package.Parts.copy)
    assert package.is_untouched(report)


def test_sealing_twice_is_sealing_once(report: Path) -> None:
    """A seal takes the place of an older one."""
    parts = package.read(report)
    assert parts == package.sealed(parts)


CHANGES: dict[str, Callable[[package.Parts], object]] = {
    "changed": lambda parts: parts.update({"word/document.xml": parts["word/document.xml"] + b" "}),
    "added": lambda parts: parts.update({"word/comments.xml": b"<a/>"}),
    "taken out": lambda parts: parts.pop("word/header1.xml"),
    "no seal": lambda parts: parts.pop(package.CUSTOM),
    "broken seal": lambda parts: parts.update({package.CUSTOM: b"<broken"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_breaks_the_seal(change: str, report: Path) -> None:
    """A part changed, added or taken out, or a missing seal, counts as touched."""
    rewritten(report, CHANGES[change])
    assert not package.is_untouched(report)


def test_what_is_no_document_is_not_ours(tmp_path: Path) -> None:
    """A file of another kind, or none, is never taken for an untouched report."""
    other = tmp_path / "a.docx"
    assert not package.is_untouched(other)
    other.write_bytes(b"text")
    assert not package.is_untouched(other)


def test_entries_carry_no_clock(report: Path) -> None:
    """Content types come first and no entry tells when it was written."""
    with zipfile.ZipFile(report) as archive:
        entries = archive.infolist()
    assert entries[0].filename == package.CONTENT_TYPES
    assert {package.ZIP_DATE} == {entry.date_time for entry in entries}
