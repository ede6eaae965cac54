"""The headless Excels that several files of tests open."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from support.built import TEMPLATE
from support.headless import HeadlessExcel
from support.small_workbook import build


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small workbook with our VBA and ribbon."""
    return build(tmp_path_factory.mktemp("headless") / "small.xlsm")


@pytest.fixture
def excel(small: Path) -> Iterator[HeadlessExcel]:
    """Return a headless Excel with the small workbook open in a folder with a Thai name."""
    with HeadlessExcel(small) as host:
        yield host


@pytest.fixture
def template() -> Iterator[HeadlessExcel]:
    """Return a headless Excel with the template open."""
    with HeadlessExcel(TEMPLATE) as host:
        yield host
