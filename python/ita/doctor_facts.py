"""What can be seen of this PC: one value that the doctor judges. Whatever cannot be seen counts as absent."""

from __future__ import annotations

import importlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from ita import __version__
from ita.errors import ItaError
from ita.excel import layout
from ita.paths import resource

DISTRIBUTION = "ita-toolkit"
TEMPLATES = ("action_plan", "analysis_by_issue", "analysis_by_tool", "follow_up", "improvement_plan", "oit_scores")
FONTS = ("TH Sarabun New", "TH SarabunPSK")
_PIN = re.compile(r"([A-Za-z0-9_.-]+)==([0-9][^ ;]*)$")
_MODULES = {"python-calamine": "python_calamine", "pyyaml": "yaml"}
"""What a package is imported as, where that is not its name."""

_WAIT = 20

_Seen = TypeVar("_Seen")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was seen.

    ``packages`` maps each package that the program needs to its installed version, ``tested`` to the one it was
    tested with; ``libraries`` are the DLLs beside the interpreter or one folder above, where Excel looks for them.
    """

    is_windows: bool
    python: tuple[int, ...]
    version: str
    packages: Mapping[str, str | None]
    tested: Mapping[str, str]
    years: tuple[int, ...]
    contract: int
    template_contract: int | None
    template_build: str | None
    templates: tuple[str, ...]
    expected_templates: tuple[str, ...]
    interpreter: str
    expected_interpreter: str
    has_expected_interpreter: bool
    libraries: frozenset[str]
    pdf_program: str | None
    fonts: frozenset[str]
    expected_fonts: tuple[str, ...]
    log_file: str
    is_log_writable: bool


def gather() -> Facts:
    """Return what can be seen of this PC; nothing is changed but a trial file in the log's folder."""
    tested = dict(_requirements())
    description = _seen(_template, {})
    expected = Path(os.path.expandvars(_seen(_expected_interpreter, "")))
    log = _seen(_log_file, Path(tempfile.gettempdir(), "ita.log"))
    return Facts(
        is_windows=sys.platform == "win32",
        python=tuple(sys.version_info[:3]),
        version=__version__,
        packages={name: _installed(name) for name in tested},
        tested=tested,
        years=_seen(_years, ()),
        contract=layout.CONTRACT_VERSION,
        template_contract=_whole(description.get(layout.META_CONTRACT)),
        template_build=description.get(layout.META_BUILD),
        templates=_seen(_report_templates, ()),
        expected_templates=TEMPLATES,
        interpreter=sys.executable,
        expected_interpreter=str(expected),
        has_expected_interpreter=_exists(expected),
        libraries=_libraries(Path(sys.executable).parent),
        pdf_program=_pdf_program(),
        fonts=_fonts(),
        expected_fonts=FONTS,
        log_file=str(log),
        is_log_writable=_is_writable(log.parent),
    )


def _seen(look: Callable[[], _Seen], otherwise: _Seen) -> _Seen:
    """Return what a look gives, or what stands for its absence."""
    try:
        return look()
    except (ItaError, ImportError, OSError):
        return otherwise


def _expected_interpreter() -> str:
    from ita.excel.sheets.hidden import INTERPRETER  # noqa: PLC0415 (a package that is missing must not stop the doctor)

    return INTERPRETER


def _log_file() -> Path:
    from ita.excel.ribbon import log_file  # noqa: PLC0415 (a package that is missing must not stop the doctor)

    return log_file()


def _requirements() -> Iterator[tuple[str, str]]:
    """Yield each package that the program itself needs with the version it was tested with."""
    try:
        found = importlib.metadata.requires(DISTRIBUTION) or []
    except importlib.metadata.PackageNotFoundError:
        found = []
    for one in found:
        pin = _PIN.match(one)
        if pin and "extra" not in one:
            yield pin[1], pin[2]


def _installed(name: str) -> str | None:
    """Return the version of a package that can be imported: one whose files were deleted is as good as absent."""
    try:
        importlib.import_module(_MODULES.get(name, name))
        return importlib.metadata.version(name)
    except (ImportError, OSError):
        return None


def _years() -> tuple[int, ...]:
    from ita import criteria  # noqa: PLC0415 (a package that is missing must not stop the doctor)

    return tuple(criteria.years())


def _template() -> dict[str, str]:
    """Return what the template says of itself."""
    from ita.excel.reading import closed  # noqa: PLC0415 (a package that is missing must not stop the doctor)

    return closed.description(resource("workbook", "ITA_template.xlsm"))


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _report_templates() -> tuple[str, ...]:
    from ita import reports  # noqa: PLC0415 (a package that is missing must not stop the doctor)

    return tuple(info.name for info in reports.templates())


def _libraries(folder: Path) -> frozenset[str]:
    return frozenset(path.name for place in (folder, folder.parent) for path in place.glob("xlwings*.dll"))


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _pdf_program() -> str | None:
    """Return what turns a report into a PDF: Word on Windows, else LibreOffice."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 (only Windows has it)

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, "Word.Application"))
        except OSError:
            pass
        else:
            return "Microsoft Word"
    return "LibreOffice" if shutil.which("soffice") or shutil.which("libreoffice") else None


def _fonts() -> frozenset[str]:
    """Return which of the wanted families are installed."""
    names = " ".join((*_registered(), *_listed()))
    return frozenset(name for name in FONTS if name in names)


def _registered() -> Iterator[str]:
    """Yield the names of the fonts in Windows' registry, for all users and for this one."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 (the same)

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            try:
                with winreg.OpenKey(root, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts") as key:
                    for index in range(winreg.QueryInfoKey(key)[1]):
                        yield winreg.EnumValue(key, index)[0]
            except OSError:
                continue


def _listed() -> Iterator[str]:
    program = shutil.which("fc-list")
    if program:
        with suppress(OSError, subprocess.SubprocessError):
            told = subprocess.run([program], check=False, capture_output=True, timeout=_WAIT)  # noqa: S603 (fontconfig's own)
            yield told.stdout.decode("utf-8", "replace")


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
