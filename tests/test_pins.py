"""pip and uv install the same versions: every list of pins says the same."""

from __future__ import annotations

import re
import tomllib

from ita.paths import resource

PROJECT = tomllib.loads(resource("pyproject.toml").read_text("utf-8"))
PINNED = PROJECT["project"]["optional-dependencies"]["pinned"]


def names(pins: list[str]) -> dict[str, str]:
    """Return the version of each package, by its normalised name; extras and our own package left out."""
    found = (re.match(r"([A-Za-z0-9_.-]+)==([^ ;]+)", pin) for pin in pins)
    return {match[1].lower().replace("_", "-"): match[2] for match in found if match}


def test_pip_and_uv_have_the_same_pins() -> None:
    """The extra that pip installs and uv's constraints are one list, and constraints.txt the same with hashes."""
    of_uv = PROJECT["tool"]["uv"]["constraint-dependencies"]
    lines = resource("constraints.txt").read_text("utf-8").splitlines()
    assert of_uv == PINNED
    assert names(lines) == names(PINNED)


def test_direct_dependencies_are_pinned_alike() -> None:
    """What the project asks for by itself stands in the pins with the same version."""
    extras = PROJECT["project"]["optional-dependencies"]
    direct = names(PROJECT["project"]["dependencies"] + extras["test"] + extras["build"])
    assert direct.items() <= names(PINNED).items()


def test_every_dependency_is_pinned_exactly() -> None:
    """No direct dependency leaves its version open, but for the project's own extras."""
    extras = PROJECT["project"]["optional-dependencies"]
    asked = PROJECT["project"]["dependencies"] + extras["test"] + extras["build"]
    assert [one for one in asked if "==" not in one] == ["ita-toolkit[build,pinned]"]


def test_no_lock_file_is_kept() -> None:
    """uv.lock and package-lock.json name hosts and stay out of the repository."""
    ignored = resource(".gitignore").read_text("utf-8").splitlines()
    assert {"uv.lock", "package-lock.json"} <= set(ignored)
