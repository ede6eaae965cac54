"""The templates in docx_templates are what their descriptions make."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita.reports import FOLDER
from ita.word.build import TEMPLATES, build


@pytest.mark.parametrize("name", TEMPLATES)
def test_committed_templates_equal_a_fresh_build(name: str) -> None:
    """The committed bytes are those that the description gives."""
    assert TEMPLATES[name]() == (FOLDER / name).read_bytes()


def test_build_writes_every_template(tmp_path: Path) -> None:
    """A build makes its folder and writes each file into it."""
    paths = build(tmp_path / "new")
    assert {tmp_path / "new" / name for name in TEMPLATES} == set(paths)
    assert all(path.is_file() for path in paths)
