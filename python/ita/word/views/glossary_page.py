"""The generated half of docs/templates.md: one table for each view that a template can reach.

``python -m ita.word.views.glossary_page`` writes it anew; a test fails when it is stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ita.paths import resource
from ita.word.views import shapes
from ita.word.views.glossary import FILTERS, MEANINGS, TESTS
from ita.word.views.shapes import Shape

START = "<!-- ส่วนต่อไปนี้สร้างจากโปรแกรม อย่าแก้ด้วยมือ -->"
"""Everything behind this line is generated."""

_PATHS_SHOWN = 4
_KINDS = {"text": "ข้อความ", "number": "ตัวเลข", "truth": "จริง/เท็จ", "view": "", "list": "รายการ"}


def page() -> Path:
    """Return where the page lies."""
    return resource("docs", "templates.md")


def refreshed(text: str) -> str:
    """Return the page with its generated part made anew; the hand-written part stays."""
    return f"{text.split(START, maxsplit=1)[0]}{START}\n\n{generated()}"


def generated() -> str:
    """Return the tables; KeyError names what ``ita.word.views.glossary`` has no meaning for."""
    sections = [_section(view) for view in shapes.reachable()]
    return "\n".join([*sections, _plain_table("ตัวกรอง", FILTERS), _plain_table("คำถามหลัง is", TESTS)])


def _section(view: type[object]) -> str:
    rows = "".join(
        f"| `{name}` | {_kind(shape)} | {_cell(MEANINGS[f'{view.__name__}.{name}'])} |\n"
        for name, shape in shapes.members(view).items()
    )
    title, _, remark = MEANINGS[view.__name__].partition(" ")
    lead = f"{remark}\n\n" if remark else ""
    return f"### {title}\n\n{lead}{_reached(view)}| ชื่อ | ชนิด | ความหมาย |\n|---|---|---|\n{rows}"


def _reached(view: type[object]) -> str:
    found = shapes.paths(view)
    if not found:
        return ""
    listed = " ".join(f"`{path}`" for path in found[:_PATHS_SHOWN])
    more = " เป็นต้น" if len(found) > _PATHS_SHOWN else ""
    return f"ได้จาก {listed}{more}\n\n"


def _kind(shape: Shape) -> str:
    """Return the kind in Thai; a view is called by the first word of its meaning."""
    if shape.item is not None:
        return f"รายการของ{_kind(shape.item)}"
    if shape.view is not None:
        return MEANINGS[shape.view.__name__].split(" ")[0]
    return _KINDS[shape.kind]


def _plain_table(title: str, meanings: Mapping[str, str]) -> str:
    rows = "".join(f"| `{name}` | {_cell(meaning)} |\n" for name, meaning in meanings.items())
    return f"### {title}\n\n| ชื่อ | ความหมาย |\n|---|---|\n{rows}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    path = page()
    path.write_text(refreshed(path.read_text("utf-8")), "utf-8", newline="\n")
