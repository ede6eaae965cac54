"""The pastes of tests/pasting/cases.toml, and the page docs/pasting.md that shows what each gives.

``cd tests && python -m support.pasted_cases`` writes the page anew.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ita.findings import CATALOGUE
from ita.paths import resource

CASES = Path(__file__).parent.parent / "pasting" / "cases.toml"
PAGE = resource("docs", "pasting.md")
_MARK = "<!-- ตารางต่อจากนี้สร้างจาก tests/pasting/cases.toml -->\n"
_LINES, _WIDTH = 4, 60
_VISIBLE = {"\t": "⇥", "\u00a0": "⍽", "\u200b": "[ZWSP]", "\ufeff": "[BOM]", "|": "\\|", "*": "\\*", "<": "&lt;"}


@dataclass(frozen=True, slots=True)
class PastedCase:
    """One paste: what it is like, where it goes, and the scores and findings that it must give."""

    name: str
    target: str
    year: int
    text: str
    findings: tuple[str, ...]
    scores: Mapping[str, Mapping[str, float]]


def pasted_cases() -> list[PastedCase]:
    """Return every case."""
    cases = tomllib.loads(CASES.read_text("utf-8"))["case"]
    return [msgspec.convert(case, PastedCase) for case in cases]


def page() -> str:
    """Return the page as it should be: its own text, then the table."""
    text, _, _ = PAGE.read_text("utf-8").partition(_MARK)
    return "".join(f"{line}\n" for line in (text + _MARK).splitlines()) + "\n".join(_table()) + "\n"


def _table() -> Iterator[str]:
    yield ""
    yield "| ที่ | กรณี | วางลง | ปี | ข้อความที่วาง | ผล |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for number, case in enumerate(pasted_cases(), start=1):
        cells = (number, case.name, case.target, case.year, _excerpt(case.text), _result(case))
        yield f"| {' | '.join(map(str, cells))} |"


def _excerpt(text: str) -> str:
    lines = text.splitlines()
    shown = [_short(line) for line in lines[:_LINES]]
    rest = len(lines) - len(shown)
    return "<br>".join(shown) + (f"<br>… อีก {rest} บรรทัด" if rest else "")


def _short(line: str) -> str:
    cut = line if len(line) <= _WIDTH else f"{line[: _WIDTH // 2]} … {line[-_WIDTH // 3 :]}"
    return "".join(_VISIBLE.get(char, char) for char in cut)


def _result(case: PastedCase) -> str:
    parts = [f"{scored} {len(scores)} ข้อ" for scored, scores in case.scores.items() if scores] or ["ไม่ใส่คะแนน"]
    told = [f"{_mark(code)} `{code}`" for code in dict.fromkeys(case.findings)]
    return "<br>".join([*parts, *told])


def _mark(code: str) -> str:
    return "ผิด" if CATALOGUE[code][0] == "error" else "ควรดู"


def write() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    write()
