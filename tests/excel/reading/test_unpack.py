"""Files that are no workbook, damaged ones and traps: each is refused quickly, in Thai, and nothing else happens."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from ita.errors import ItaError, WorkbookError
from ita.excel.reading import closed, unpack
from ita.excel.reading.tables import Reading
from support.built import EXAMPLES, TEMPLATE
from support.workbook_parts import parts_of, zipped

EXAMPLE = EXAMPLES[0].read_bytes()
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
CENTRAL, LOCAL = b"PK\x01\x02", b"PK\x03\x04"
DECLARED = {CENTRAL: 24, LOCAL: 22}
"""Where an entry's header, in the directory and before its data, tells its unpacked size."""
LONGEST = 1.0
"""Seconds that a bad file may take."""


def outcome(data: bytes, folder: Path) -> Reading | ItaError:
    """Return what comes of reading a file with these bytes, after checking that it took no longer than it may."""
    path = folder / "สมุดงาน.xlsm"
    path.write_bytes(data)
    began = time.perf_counter()
    try:
        found = closed.read(path)
    except ItaError as error:
        found = error
    assert time.perf_counter() - began < LONGEST
    return found


def code(data: bytes, folder: Path) -> str:
    """Return the code of the error that a file with these bytes is refused with."""
    found = outcome(data, folder)
    assert isinstance(found, WorkbookError)
    assert "สมุดงาน" in found.show()
    return found.code


def somebody_elses(*, with_table: bool) -> bytes:
    """Return a workbook that another program made."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("IIT")
        sheet.write_column(0, 0, ["รหัส", "i1", "i2"])
        if with_table:
            sheet.add_table(0, 0, 2, 1, {"name": "tblIIT"})
    return buffer.getvalue()


def declared(data: bytes, size: int) -> bytes:
    """Return a package whose first entry says that it unpacks to ``size`` bytes."""
    changed = bytearray(data)
    for signature, offset in DECLARED.items():
        at = data.index(signature) + offset
        changed[at : at + 4] = struct.pack("<I", size)
    return bytes(changed)


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"\x00" * 4096, b"<html>", OLE + bytes(4096), EXAMPLE[:-1], EXAMPLE[: len(EXAMPLE) // 2]],
    ids=["empty", "two bytes", "zeros", "html", "encrypted or .xls", "cut by a byte", "half"],
)
def test_what_is_no_whole_package_is_unreadable(data: bytes, tmp_path: Path) -> None:
    """Empty, cut and foreign files are named as damaged or not a workbook."""
    assert code(data, tmp_path) == "workbook.unreadable"


def test_a_package_without_a_workbook_is_unreadable(tmp_path: Path) -> None:
    """A zip of anything else is no workbook."""
    assert code(zipped({}), tmp_path) == "workbook.unreadable"
    assert code(zipped({"word/document.xml": b"<w/>"}), tmp_path) == "workbook.unreadable"


@pytest.mark.parametrize("with_table", [False, True])
def test_somebody_elses_workbook_is_named_so(with_table: bool, tmp_path: Path) -> None:  # noqa: FBT001 (a parameter)
    """A workbook without our description of itself is foreign, even with a table of our name."""
    assert code(somebody_elses(with_table=with_table), tmp_path) == "workbook.foreign"


def test_what_is_not_there_or_a_folder_is_named_so(tmp_path: Path) -> None:
    """A path without a file, and a folder, are refused like damaged files."""
    for path, wanted in ((tmp_path / "ไม่มี.xlsm", "workbook.missing"), (tmp_path, "workbook.folder")):
        with pytest.raises(WorkbookError) as caught:
            closed.read(path)
        assert caught.value.code == wanted
        assert path.name in caught.value.what()


def test_a_package_that_says_it_is_huge_is_refused_unopened(tmp_path: Path) -> None:
    """What would unpack to more than 200 MB is refused by what the directory says."""
    assert code(declared(EXAMPLE, unpack.MAX_UNPACKED + 1), tmp_path) == "workbook.too_large"


def test_a_package_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    """An entry that holds more than it says is damaged, and no more of it is unpacked than it says."""
    trap = declared(zipped({"xl/trap.xml": bytes(100_000_000), **parts_of(EXAMPLE)}), 1000)
    tracemalloc.start()
    try:
        assert code(trap, tmp_path) == "workbook.unreadable"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_a_package_of_too_many_parts_is_refused(tmp_path: Path) -> None:
    """No workbook of ours has thousands of parts."""
    parts = {f"xl/media/{number}": b"" for number in range(unpack.MAX_PARTS)}
    assert code(zipped(parts | parts_of(EXAMPLE)), tmp_path) == "workbook.too_large"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_excel_does_not_use_are_refused(method: int, tmp_path: Path) -> None:
    """Excel packs with deflate or not at all; the others could not be unpacked within bounds."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, part in parts_of(EXAMPLE).items():
            archive.writestr(name, part)
    assert code(buffer.getvalue(), tmp_path) == "workbook.unreadable"


def test_what_was_unpacked_packs_to_a_workbook_again() -> None:
    """The package that the parsers get holds the same parts."""
    parts = unpack.unpacked("a.xlsm", TEMPLATE.read_bytes())
    assert parts == parts_of(TEMPLATE.read_bytes())
    assert parts_of(unpack.packed(parts)) == parts


@pytest.mark.parametrize("seed", range(300))
def test_damage_of_any_kind_gives_a_reading_or_our_error(seed: int, tmp_path: Path) -> None:
    """Flipped and lost bytes, in the package or in one of its parts, never raise anything but our errors."""
    random = Random(seed)  # noqa: S311 (repeatable, not secret)
    if seed % 2:
        outcome(damaged(EXAMPLE, random), tmp_path)
        return
    parts = parts_of(EXAMPLE)
    name = random.choice([one for one in parts if one.startswith(("xl/work", "xl/tables", "xl/shared", "xl/styles"))])
    outcome(zipped(parts | {name: damaged(parts[name], random)}), tmp_path)


def damaged(data: bytes, random: Random) -> bytes:
    """Return the bytes with some flipped, cut off at the end, or lost within."""
    changed = bytearray(data)
    at = random.randrange(len(data))
    kind = random.choice(("flip", "flip", "cut", "lose"))
    if kind == "flip":
        for _ in range(random.choice((1, 3, 30))):
            changed[random.randrange(len(data))] = random.choice(b'<>"/ 0A9\x00\xff')
    else:
        del changed[at : len(data) if kind == "cut" else at + random.choice((1, 40))]
    return bytes(changed)
