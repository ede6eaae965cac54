"""A report as PDF: by Word where there is one, else by LibreOffice, each in a room of its own.

The converted file carries a seal behind its end (readers ignore it), so that a PDF that somebody signed or
changed since is told from one that may be written anew.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from ita.errors import FileError
from ita.word.office_copy import for_office

SECONDS = 180
"""How long a conversion may take."""

_SEAL = b"\n%ITA.Seal "
_WORD_PDF = 17
_PROGRAMS = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
    Path("/Applications/LibreOffice.app/Contents/MacOS/soffice"),
)

Converter = Callable[[Path, Path], None]
"""Makes the second path, a .pdf, of the first, a .docx; OSError or RuntimeError when it cannot."""


def convert(document: bytes, converters: tuple[Converter, ...] | None = None) -> bytes:
    """Return a document as a sealed PDF; FileError where no program can do it, or none succeeds.

    ``converters`` are tried in order; those of this computer when None.
    """
    found = tuple(available()) if converters is None else converters
    if not found:
        raise FileError("pdf.no_program")
    # A program that is slow to end may still hold its files on Windows; the finished PDF matters more.
    with tempfile.TemporaryDirectory(prefix="ita-pdf-", ignore_cleanup_errors=True) as folder:
        # A plain name in a folder of its own: neither Thai nor a long path reaches the other program.
        source, target = Path(folder, "report.docx"), Path(folder, "report.pdf")
        source.write_bytes(document)
        for convert_with in found:
            try:
                convert_with(source, target)
                return sealed(target.read_bytes())
            except (OSError, RuntimeError, subprocess.SubprocessError):
                target.unlink(missing_ok=True)
    raise FileError("pdf.failed")


def sealed(data: bytes) -> bytes:
    """Return a PDF with the hash of its bytes behind its end."""
    return data + _SEAL + hashlib.sha256(data).hexdigest().encode()


def is_untouched(path: Path) -> bool:
    """Return whether the file is a PDF of ours that nobody changed since it was written."""
    try:
        data, found, seal = path.read_bytes().rpartition(_SEAL)
    except OSError:
        return False
    return bool(found) and seal == hashlib.sha256(data).hexdigest().encode()


def available() -> Iterator[Converter]:
    """Yield what can convert here, the best first."""
    if sys.platform == "win32" and _has_word():
        yield by_word
    program = office()
    if program is not None:
        yield lambda source, target: by_office(program, source, target)


def office() -> Path | None:
    """Return LibreOffice's program, None where it is not installed."""
    named = (shutil.which(name) for name in ("soffice", "libreoffice"))
    return next((Path(path) for path in named if path), next((p for p in _PROGRAMS if p.is_file()), None))


def _has_word() -> bool:
    try:
        registry: Any = import_module("winreg")
        registry.CloseKey(registry.OpenKey(registry.HKEY_CLASSES_ROOT, "Word.Application"))
        import_module("win32com.client")
    except (ImportError, OSError):
        return False
    return True


def by_word(source: Path, target: Path) -> None:
    """Convert with a Word of our own, which the user's open documents do not notice."""
    com: Any = import_module("win32com.client")
    threads: Any = import_module("pythoncom")
    threads.CoInitialize()
    try:
        word = com.DispatchEx("Word.Application")
        try:
            word.Visible = False
            word.DisplayAlerts = 0
            opened = word.Documents.Open(str(source), ReadOnly=True, AddToRecentFiles=False)
            for contents in opened.TablesOfContents:
                contents.Update()
            opened.ExportAsFixedFormat(str(target), _WORD_PDF)
            opened.Close(SaveChanges=False)
        finally:
            word.Quit(SaveChanges=False)
    except Exception as error:
        # COM raises a type of its own for everything, from a busy Word to a missing printer.
        raise RuntimeError(str(error)) from error
    finally:
        threads.CoUninitialize()


def by_office(program: Path, source: Path, target: Path) -> None:
    """Convert with LibreOffice in a profile that is thrown away, whatever LibreOffice the user has open."""
    source.write_bytes(for_office(source.read_bytes()))
    with tempfile.TemporaryDirectory(prefix="ita-office-", ignore_cleanup_errors=True) as profile:
        options = [f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", "--nolockcheck"]
        command = [str(program), *options, "--convert-to", "pdf", "--outdir", str(target.parent), str(source)]
        subprocess.run(command, check=True, timeout=SECONDS, capture_output=True, stdin=subprocess.DEVNULL)  # noqa: S603 (a program found on this computer, our own file)
