"""Pin every package, also the indirect ones, so that pip and uv install the same versions.

Resolves the project with uv, writes ``constraints.txt`` (with hashes, for ``pip install --require-hashes``
and the offline bundle) and the two lists in ``pyproject.toml`` between the lines ``# pins`` and ``# end of pins``:
the extra ``pinned``, which the extra ``test`` brings along, for pip, and uv's constraints.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ROOT / "pyproject.toml"
CONSTRAINTS = ROOT / "constraints.txt"
_COMMAND = (
    *(sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--all-extras", "--universal"),
    *("--python-version", "3.11", "--generate-hashes", "--no-header", "--no-emit-index-url", "--quiet"),
)
_PIN = re.compile(
    r"^(?P<name>[A-Za-z0-9_.-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+?))?(?: \\)?$", re.MULTILINE
)
_FIRST, _LAST = "  # pins", "  # end of pins"


def pins(constraints: str) -> list[str]:
    """Return ``name==version`` or ``name==version ; marker`` of each package in a constraints file."""
    found = (match.group("name", "version", "marker") for match in _PIN.finditer(constraints))
    return [f"{name}=={version}{f' ; {marker}' if marker else ''}" for name, version, marker in found]


def with_pins(project: str, pinned: list[str]) -> str:
    """Return the text of pyproject.toml with its lists of pins replaced."""
    lines: list[str] = []
    inside = False
    for line in project.splitlines():
        inside = inside and line != _LAST
        if not inside:
            lines.append(line)
        if line == _FIRST:
            inside = True
            lines += [f'  "{pin}",' for pin in pinned]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Resolve anew and write both files."""
    PROJECT.write_text(with_pins(PROJECT.read_text("utf-8"), []), "utf-8")
    resolved = subprocess.run(_COMMAND, cwd=ROOT, check=True, capture_output=True, text=True).stdout  # noqa: S603
    CONSTRAINTS.write_text(resolved, "utf-8")
    PROJECT.write_text(with_pins(PROJECT.read_text("utf-8"), pins(resolved)), "utf-8")
    print(f"{len(pins(resolved))} packages pinned")


if __name__ == "__main__":
    main()
