"""An independent reader of VBA, for comparing what is in a file with what was put in."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    # oletools 0.60.2 still calls pyparsing by names that pyparsing gives up.
    warnings.simplefilter("ignore", DeprecationWarning)
    from oletools.olevba import VBA_Parser

_HEADER = ("Attribute VB_", "VERSION ", "BEGIN", "  MultiUse", "END")


def modules(path: Path) -> dict[str, list[str]]:
    """Return the lines of each module of a file by name, as olevba extracts them."""
    parser: Any = VBA_Parser(str(path))
    found = {Path(name).stem: lines(code) for _, _, name, code in parser.extract_all_macros()}
    parser.close()
    return found


def lines(source: str) -> list[str]:
    """Return a module's lines without the header, which is written differently in a file and in an export."""
    every = source.splitlines()
    start = next((place for place, line in enumerate(every) if line and not line.startswith(_HEADER)), len(every))
    return [line.rstrip() for line in every[start:]]
