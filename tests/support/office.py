"""The programs that stand in for Office: LibreOffice, poppler and the Open XML SDK validator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest

_VALIDATOR = Path("node_modules", "@xarsh", "ooxml-validator-linux-x64", "ooxml-validator")
_BATCH = 30
"""How many files one run of LibreOffice converts, so that a slow machine still ends each run in time."""
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""


def without(tool: str) -> NoReturn:
    """Skip a test for want of a tool; on CI, where .ci/office-tools installs them all, fail it."""
    reason = f"{tool} is not installed (see .ci/office-tools)"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def program(name: str) -> str:
    """Return the path of a program, or skip the test."""
    return shutil.which(name) or without(name)


def validation_errors(path: Path) -> list[str]:
    """Return what the Open XML SDK validator finds wrong with a file."""
    home = Path(os.environ.get("OOXML_VALIDATOR_DIR", Path.home() / ".cache" / "ooxml-validator"))
    if not (home / _VALIDATOR).is_file():
        without("the Open XML SDK validator")
    command = [str(home / _VALIDATOR), str(path), "Microsoft365"]
    report = json.loads(
        subprocess.run(command, check=False, capture_output=True, timeout=120).stdout.decode("utf-8-sig")
    )
    return [f"{error['path']}: {error['description']}" for error in report["errors"]]


def convert(paths: Sequence[Path], kind: str, out: Path) -> list[Path]:
    """Convert files with LibreOffice, every formula recalculated, and return the new files."""
    soffice = program("soffice")
    user = out / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, "utf-8")
    command = [soffice, f"-env:UserInstallation={user.parent.as_uri()}", "--headless", "--convert-to", kind]
    for start in range(0, len(paths), _BATCH):
        files = map(str, paths[start : start + _BATCH])
        subprocess.run([*command, "--outdir", str(out), *files], check=True, capture_output=True, timeout=300)
    suffix = kind.partition(":")[0]
    return [out / f"{path.stem}.{suffix}" for path in paths]


def page_texts(pdf: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    command = [program("pdftotext"), "-layout", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()
    return text.split("\f")[:-1]
