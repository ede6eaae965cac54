"""Buttons that fill in scores: pasted from the clipboard, or worked out from the answers to a survey."""

from __future__ import annotations

from collections.abc import Sequence

from ita import answers, pasting, rules
from ita.criteria import Criteria
from ita.errors import InputError
from ita.excel import layout, live
from ita.excel.live import Written
from ita.excel.open_book import OpenBook
from ita.excel.ribbon.desk import Done, Press, fitting
from ita.excel.sources import eit_table

_ENTRY_SHEETS = {"IIT": layout.IIT, "EIT": layout.EIT, "OIT": layout.OIT}
_ANSWER_KINDS = (("แฟ้มคำตอบ", "*.xlsx;*.csv"),)


def paste(press: Press) -> Done:
    """Show what the clipboard was understood as, and write it into blank cells when the user agrees."""
    criteria = rules.of(live.read(press.book).assessment)
    target = _part_under_cursor(press.book, criteria, _tool_in_front(press.book))
    text = press.desk.clipboard()
    if not text.strip():
        raise InputError("paste.empty")
    pasted = pasting.read(criteria, target, text)
    preview = fitting(pasting.describe(pasted))
    if not any(pasted.scores.values()):
        return Done(preview, warning=True)
    if not press.desk.ask(f"{preview}\n\nต้องการกรอกคะแนนเหล่านี้ลงในช่องที่ว่างหรือไม่"):
        return Done()
    results = [live.write_scores(press.book, criteria, *found) for found in pasted.scores.items()]
    return Done(written_text(results))


def import_answers(press: Press) -> Done:
    """Work out a survey's scores from a file of answers, show them, and write them when the user agrees."""
    assessment = live.read(press.book).assessment
    criteria = rules.of(assessment)
    tool = _tool_in_front(press.book)
    if tool == "OIT":
        raise InputError("paste.no_survey")
    scored = _part_under_cursor(press.book, criteria, tool)
    if scored not in criteria.tool(tool).scored_codes:
        raise InputError("paste.part", first=layout.PART_1, second=layout.PART_2)
    path = press.desk.choose(press.book, "เลือกแฟ้มคำตอบแบบสำรวจ", _ANSWER_KINDS)
    if path is None:
        return Done()
    result = answers.score(criteria, scored, answers.read(path))
    scores = {q.code: q.score for q in result.questions if q.is_sound and q.score is not None}
    preview = fitting(answers.to_text(result))
    if not scores:
        return Done(preview, warning=True)
    if not press.desk.ask(f"{preview}\n\nต้องการกรอกคะแนน {len(scores)} ข้อนี้ลงในช่องที่ว่างหรือไม่"):
        return Done()
    return Done(written_text([live.write_scores(press.book, criteria, scored, scores)]))


def written_text(results: Sequence[Written]) -> str:
    """Return what was written, what stayed because something else was typed there, and what has no row."""
    written = [name for result in results for name in result.written]
    kept = [name for result in results for name in result.kept]
    absent = [name for result in results for name in result.absent]
    lines = [f"กรอกแล้ว {len(written)} ช่อง" if written else "ไม่มีช่องว่างให้กรอก จึงไม่มีการเปลี่ยนแปลง"]
    if kept:
        lines.append(f"คงค่าเดิมที่พิมพ์ไว้ {len(kept)} ช่อง: {' '.join(kept)}")
    if absent:
        lines.append(f"ไม่พบแถวในตาราง {len(absent)} รายการ: {' '.join(absent)}")
    return "\n".join(lines)


def _tool_in_front(book: OpenBook) -> str:
    """Return the tool whose sheet is in front; InputError where it is another sheet."""
    name = book.api.ActiveSheet.Name
    for tool, sheet in _ENTRY_SHEETS.items():
        if sheet.name == name:
            return tool
    raise InputError("paste.sheet", sheet=name)


def _part_under_cursor(book: OpenBook, criteria: Criteria, tool: str) -> str:
    """Return the part whose column the cursor is in; the whole tool where it has no parts or is in none of them."""
    parts = criteria.tool(tool).scored_codes
    if len(parts) == 1:
        return parts[0]
    by_heading: dict[str | None, str] = dict(zip((layout.PART_1, layout.PART_2), parts, strict=True))
    return by_heading.get(live.column_under_cursor(book, eit_table(criteria)), tool)
