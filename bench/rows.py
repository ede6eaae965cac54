"""Reports of 100 to 3,000 table rows, ours and docxtpl's: prints the time of a row and how it grows.

The table has eight columns, one of them merged over the inner loop, a repeated head and Thai text in every cell.
Linear growth means that a row of a long table costs what a row of a short one does: a ratio near 1.
CPU time, so that other programs do not count. Run: ``python bench/rows.py [rounds]``.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from ita.word.drafting.blocks import Column, body_row, each_row, table
from ita.word.drafting.draft import Draft
from ita.word.filling.render import Filling, render

SIZES = (100, 300, 1000, 3000)
ROUNDS = 3
STEPS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one merged cell."""

    name: str
    lines: tuple[Line, ...]


def template(path: Path) -> Path:
    """Write the template and return its path."""
    columns = [Column("กลุ่ม", 3.0, merged=True), *(Column(f"คอลัมน์ {n}", 2.0) for n in range(7))]
    texts = ["{{ group.name }}", *["{{ line.name }}"] * 6, "{{ line.text }}"]
    inner = each_row("line in group.lines", columns, body_row(columns, texts), help_text="")
    rows = each_row("group in groups", columns, inner, help_text="")
    draft = Draft()
    path.write_bytes(draft.finish("ตารางยาว", (table(columns, rows),), draft.section(landscape=True)))
    return path


def groups(rows: int) -> tuple[Group, ...]:
    """Return so many rows in groups of five."""
    lines = [Line(f"แถวที่ {n}", f"ข้อความของแถวที่ {n} ซึ่งยาวพอให้ตัดบรรทัด") for n in range(rows)]
    return tuple(Group(f"กลุ่มที่ {n}", tuple(lines[n : n + STEPS])) for n in range(0, rows, STEPS))


def milliseconds(work: Callable[[tuple[Group, ...]], object], data: tuple[Group, ...], rounds: int) -> float:
    """Return the shortest CPU time of one run."""
    times: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        work(data)
        times.append(time.process_time() - start)
    return min(times) * 1000


def main(rounds: int) -> None:
    """Print the times and the ratios."""
    docxtpl: Any = import_module("docxtpl")
    with tempfile.TemporaryDirectory() as folder:
        path = template(Path(folder, "rows.docx"))

        def bare(data: tuple[Group, ...]) -> None:
            document = docxtpl.DocxTemplate(str(path))
            document.render({"groups": data}, autoescape=True)
            document.save(BytesIO())

        def row_times(work: Callable[[tuple[Group, ...]], object]) -> list[float]:
            work(groups(SIZES[0]))
            return [milliseconds(work, groups(size), rounds) / size for size in SIZES]

        ours = row_times(lambda data: render(path, Filling({"groups": data})))
        theirs = row_times(bare)
    print(f"{'rows':>8} {'ita, ms a row':>16} {'docxtpl, ms a row':>20}")
    for size, one, other in zip(SIZES, ours, theirs, strict=True):
        print(f"{size:8,} {one:16.3f} {other:20.3f}")
    print(
        f"ratio {SIZES[-1]:,} to {SIZES[0]:,} rows: ita {ours[-1] / ours[0]:.2f}, docxtpl {theirs[-1] / theirs[0]:.2f}"
    )
    print(f"ratio to docxtpl at {SIZES[-1]:,} rows: {ours[-1] / theirs[-1]:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
