"""The built files of the repository equal a fresh build."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from ita import artefacts
from ita.paths import resource
from ita.workbooks import TEMPLATE


def package(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh copy of the built files and their sources, which the build then works on."""
    for name in ("workbook", "docx_templates"):
        shutil.copytree(resource(name), tmp_path / name)
    monkeypatch.setattr("ita.artefacts.resource", tmp_path.joinpath)
    artefacts.refresh(write=True)
    return tmp_path


def test_the_repository_is_fresh() -> None:
    """Template, examples and Word templates are what the sources build."""
    assert artefacts.refresh(write=False) == []


def test_missing_changed_and_damaged_files_are_built_again(copy: Path) -> None:
    """Stale files are listed without being touched, and written only when asked; then nothing is stale."""
    template = copy / TEMPLATE
    example = copy / artefacts.EXAMPLES / "nongphlap_2568.xlsm"
    report = copy / artefacts.REPORTS / "analysis_by_tool.docx"
    fresh = template.read_bytes()
    template.unlink()
    example.write_bytes(example.read_bytes()[:1000])
    report.write_bytes(package({"word/document.xml": b"<w/>"}))
    stale = [path.relative_to(copy) for path in (report, template, example)]
    assert artefacts.refresh(write=False) == stale
    assert not template.exists()
    assert artefacts.refresh(write=True) == stale
    assert template.read_bytes() == fresh
    assert artefacts.refresh(write=False) == []


def test_a_changed_source_makes_its_file_stale(copy: Path) -> None:
    """An example whose data file changed is listed."""
    source = copy / artefacts.EXAMPLES / "nongphlap_2568.yaml"
    source.write_text(source.read_text("utf-8").replace("96.97", "96.98"), "utf-8")
    assert artefacts.refresh(write=False) == [artefacts.EXAMPLES / "nongphlap_2568.xlsm"]


def test_compression_does_not_matter() -> None:
    """Packages with the same parts are the same, however they were compressed."""
    parts = {"a": b"1" * 100, "b": b"2" * 100}
    assert artefacts.same(package(parts), package(parts, zipfile.ZIP_STORED))


@pytest.mark.parametrize(
    "other",
    [
        package({"b": b"2", "a": b"1"}),
        package({"a": b"1"}),
        package({"a": b"1", "b": b"3"}),
        b"not a zip",
        b"",
    ],
    ids=["other order", "part missing", "other content", "damaged", "empty"],
)
def test_what_differs_is_not_the_same(other: bytes) -> None:
    """Another order, another part, another content or a damaged file is a difference."""
    assert not artefacts.same(other, package({"a": b"1", "b": b"2"}))
