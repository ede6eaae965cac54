"""Where the files that are not code live."""

from __future__ import annotations

from pathlib import Path

import pytest

import ita
from ita import paths


@pytest.mark.parametrize(
    "parts",
    [
        ("workbook", "ITA_template.xlsm"),
        ("workbook", "ribbon", "customUI14.xml"),
        ("docx_templates",),
        ("workbook", "examples"),
    ],
    ids=lambda parts: parts[-1],
)
def test_resources_are_there(parts: tuple[str, ...]) -> None:
    """In a checkout every built file and source beside the package is found."""
    assert paths.resource(*parts).exists()


def test_an_installed_package_carries_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a checkout around it the package looks into its own folder."""
    monkeypatch.setattr("ita.paths._CHECKOUT", tmp_path)
    expected = Path(ita.__file__).parent / "_data" / "workbook" / "ITA_template.xlsm"
    assert paths.resource("workbook", "ITA_template.xlsm") == expected
