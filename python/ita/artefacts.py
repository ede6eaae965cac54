"""The built files of the repository: which there are, and what a fresh build of each gives."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ita import interchange, rules
from ita.assessment import Agency, Assessment
from ita.excel import build, layout, vba
from ita.excel.checked import build_checked
from ita.paths import resource
from ita.word import build as word_build
from ita.workbooks import TEMPLATE, TEMPLATE_YEAR

EXAMPLES = Path("workbook", "examples")
REPORTS = Path("docx_templates")
RIBBON = Path("workbook", "ribbon", "customUI14.xml")


def refresh(*, write: bool) -> list[Path]:
    """Return the paths (in the repository) of built files that differ from a fresh build, writing them if asked."""
    stale: list[Path] = []
    for path, fresh in _all():
        target = resource(*path.parts)
        if target.is_file() and same(target.read_bytes(), fresh):
            continue
        stale.append(path)
        if write:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(fresh)
    return stale


def same(first: bytes, second: bytes) -> bool:
    """Whether two packages hold the same parts in the same order, however they were compressed."""
    if first == second:
        return True
    try:
        return list(_parts(first)) == list(_parts(second))
    except zipfile.BadZipFile:  # a committed file that was damaged is simply built again
        return False


def _parts(package: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def _all() -> Iterator[tuple[Path, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        for path in word_build.build(Path(folder)):
            yield REPORTS / path.name, path.read_bytes()
    # After the templates: a workbook holds the menu of those that lie in docx_templates when it is made.
    yield from _workbooks()


def _workbooks() -> Iterator[tuple[Path, bytes]]:
    project = vba.vba_project(layout.CODE_NAMES)
    ribbon = resource(*RIBBON.parts).read_text("utf-8")
    blank = Assessment(agency=Agency(), fiscal_year=TEMPLATE_YEAR)
    yield TEMPLATE, build.build(rules.of(blank), blank, project, ribbon)
    for source in sorted(resource(*EXAMPLES.parts).glob("*.yaml")):
        assessment = interchange.load(source)
        interchange.validate(assessment, rules.of(assessment))
        yield EXAMPLES / f"{source.stem}.xlsm", build_checked(assessment, project, ribbon)
