"""Make docx_templates: each file from its description in ``ita.word.templates``, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ita.word.templates import action_plan, analysis_by_issue, analysis_by_tool, follow_up, improvement_plan, oit_scores

TEMPLATES: Mapping[str, Callable[[], bytes]] = {
    "action_plan.docx": action_plan.build,
    "analysis_by_issue.docx": analysis_by_issue.build,
    "analysis_by_tool.docx": analysis_by_tool.build,
    "follow_up.docx": follow_up.build,
    "improvement_plan.docx": improvement_plan.build,
    "oit_scores.docx": oit_scores.build,
}
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
