"""Every template, and every report on every example, before Microsoft's validator."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita import reports
from ita.word.build import TEMPLATES
from support.office import validation_errors
from support.report_text import ALL_EXAMPLES
from support.word import example


@pytest.mark.parametrize("file", TEMPLATES)
def test_a_template_and_its_reports_are_valid(file: str, tmp_path: Path) -> None:
    """The Open XML SDK finds nothing to object to."""
    info = reports.find(file)
    assert validation_errors(info.path) == []
    for name in ALL_EXAMPLES:
        path = tmp_path / f"{name}.docx"
        path.write_bytes(reports.compose(example(name), info))
        assert {name: validation_errors(path)} == {name: []}
