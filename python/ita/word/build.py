"""Make docx_templates: each file from its description in ``ita.word.templates``, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ita.word.templates import analysis_by_tool

TEMPLATES: Mapping[str, Callable[[], bytes]] = {"analysis_by_tool.docx": analysis_by_tool.build}
"""What builds each template, by file name."""


def build(folder: Path) -> tuple[Path, ...]:
    """Write every template into ``folder`` and return the paths; OSError when that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for name, make in TEMPLATES.items():
        path = folder / name
        path.write_bytes(make())
        paths.append(path)
    return tuple(paths)
