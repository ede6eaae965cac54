"""Workbooks and copies whose bytes were damaged: each is read or refused with one kind of error, nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from ita import sharing
from ita.assessment import Assessment
from ita.errors import WorkbookError
from ita.excel.reading import closed, damage
from support.built import EXAMPLES
from support.workbook_parts import parts_of, zipped

WORKBOOK = EXAMPLES[2]
SEEDS = 40
"""Mutations of each kind in a test run; ``python -m test_mutated 250 FOLDER`` from here tries more."""


def truncated(data: bytes, random: Random) -> bytes:
    """Return a file whose end is missing."""
    return data[: random.randrange(len(data))]


def overwritten(data: bytes, random: Random) -> bytes:
    """Return a file in which some bytes are others."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 8, 200))):
        changed[random.randrange(len(data))] = random.randrange(256)
    return bytes(changed)


def spliced(data: bytes, random: Random) -> bytes:
    """Return a file from which a stretch is missing, or in which one is there twice."""
    first, last = sorted(random.sample(range(len(data)), 2))
    return data[:first] + data[last:] if random.random() < 0.5 else data[:last] + data[first:]


def edited(data: bytes, random: Random) -> bytes:
    """Return a sound package in which a part is missing, empty, cut short, or has other bytes in it."""
    parts = parts_of(data)
    name = random.choice([part for part in parts if part.endswith((".xml", ".rels"))])
    part = bytearray(parts[name])
    how = random.randrange(4)
    if how == 0:
        del parts[name]
        return zipped(parts)
    if how == 1:
        part = part[: random.randrange(len(part))]
    else:
        for _ in range(random.choice((1, 5, 50))):
            part[random.randrange(len(part))] = (
                random.choice(b"<>/\"'&0A\x00\xff") if how == 2 else random.randrange(256)
            )
    return zipped({**parts, name: bytes(part)})


KINDS = (truncated, overwritten, spliced, edited)


def examined(path: Path) -> object:
    """Read a workbook and look at what was damaged."""
    assessment = closed.read(path).assessment
    assert isinstance(assessment, Assessment)
    return damage.examine(path, assessment)


def outcomes(data: bytes, use: Callable[[Path], object], path: Path, seeds: range) -> Iterator[str]:
    """Yield what became of each mutation: read, or refused; anything else is raised."""
    for seed in seeds:
        for kind in KINDS:
            path.write_bytes(kind(data, Random(f"{kind.__name__} {seed}")))  # noqa: S311 (repeatable, not secret)
            try:
                use(path)
            except WorkbookError as error:
                shown = error.show()
                assert "\n" not in shown
                assert " — " in shown
                yield "refused"
            else:
                yield "read"


@pytest.mark.parametrize("block", range(4))
def test_a_damaged_workbook_is_read_or_refused(block: int, tmp_path: Path) -> None:
    """One exception type, with a Thai sentence in one line, whatever happened to the bytes."""
    share = SEEDS // 4
    seeds = range(block * share, (block + 1) * share)
    found = list(outcomes(WORKBOOK.read_bytes(), examined, tmp_path / "เสีย.xlsm", seeds))
    assert len(found) == share * len(KINDS)
    assert "refused" in found


def test_a_damaged_copy_is_verified_or_refused(tmp_path: Path) -> None:
    """So it is with the copy for the province and its seal."""
    data = sharing.share(WORKBOOK, tmp_path).read_bytes()
    assert "refused" in list(outcomes(data, sharing.verify, tmp_path / "เสีย.xlsx", range(SEEDS // 4)))


if __name__ == "__main__":
    tried = range(int(sys.argv[1]))
    folder = Path(sys.argv[2])
    copy = sharing.share(WORKBOOK, folder).read_bytes()
    every = list(outcomes(WORKBOOK.read_bytes(), examined, folder / "a.xlsm", tried))
    every += outcomes(copy, sharing.verify, folder / "a.xlsx", tried)
    sys.stdout.write(f"{len(every)} files: {every.count('refused')} refused, {every.count('read')} read\n")
