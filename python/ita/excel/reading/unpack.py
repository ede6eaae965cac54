"""Unpacking a workbook that anybody may have sent: what is damaged or dangerous is refused before it is parsed.

The parts are unpacked here, within bounds, and the parsers see nothing but them: a parser would believe an
archive that lies about its sizes, and would make room for every cell up to the last one of a sheet.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from openpyxl.utils import column_index_from_string

from ita.errors import WorkbookError

MAX_UNPACKED = 200 * 1024 * 1024
MAX_PARTS = 2000
MAX_CELLS = 2_000_000
"""How many cells a sheet or a table may span; a workbook of ours spans some thousands."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)
_SPANNING = re.compile(r"xl/(worksheets|tables)/[^/]+\.xml", re.IGNORECASE)
_PLACES = {
    "worksheets": re.compile(rb"""<(?:\w+:)?c\s[^>]*\br=["']([A-Za-z]{1,3})([0-9]{1,7})["'](?:[^>]*[^>/])?>"""),
    "tables": re.compile(rb"""[:"']([A-Za-z]{1,3})([0-9]{1,7})["']"""),
}
"""Addresses of the cells that hold something, for a cell that only has a format takes no room; ends of tables."""


def unpacked(name: str, data: bytes) -> dict[str, bytes]:
    """Return the parts of the workbook ``name`` by their names.

    WorkbookError when the package is damaged, is no package, or would unpack to more than any workbook of ours.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
                raise WorkbookError("workbook.too_large", path=name)
            parts = {entry.filename: _part(archive, entry) for entry in entries}
    except _DAMAGE as error:
        raise WorkbookError(path=name) from error
    if any(_span(places) > MAX_CELLS for places in _places(parts)):
        raise WorkbookError("workbook.stretched", path=name)
    return parts


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of these parts, not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry's content, no more of it than its size says."""
    if entry.compress_type not in _METHODS:
        raise zipfile.BadZipFile(entry.filename)
    with archive.open(entry) as stream:
        return stream.read(entry.file_size)


def _places(parts: Mapping[str, bytes]) -> Iterator[list[tuple[bytes, bytes]]]:
    """Yield the cell addresses in each sheet and table, as letters and digits."""
    for name, part in parts.items():
        if kind := _SPANNING.fullmatch(name):
            yield _PLACES[kind[1].lower()].findall(part)


def _span(places: list[tuple[bytes, bytes]]) -> int:
    """Return how many cells lie between the first cell of a sheet and the last of these."""
    rows = max((int(digits) for _, digits in places), default=0)
    letters = {letters.upper() for letters, _ in places}
    columns = max((column_index_from_string(one.decode()) for one in letters), default=1)
    return rows * columns
