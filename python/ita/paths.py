"""Where the files that are not code live: in the checkout, or packed into the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def resource(*parts: str) -> Path:
    """Return the path of a file or folder that the repository keeps beside ``python/``."""
    in_checkout = (_CHECKOUT / "pyproject.toml").is_file()
    return (_CHECKOUT if in_checkout else _PACKAGE / "_data").joinpath(*parts)
