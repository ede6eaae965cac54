"""Buttons about the copy for the province: making one, and seeing whether one is still as it was made."""

from __future__ import annotations

from ita import sharing
from ita.excel import live
from ita.excel.ribbon.desk import Done, Press, fitting

_COPIES = (("สำเนาส่งจังหวัด", "*.xlsx"),)
_REPORTS = (("รายงาน Word", "*.docx"),)


def share(press: Press) -> Done:
    """Write a copy with values only and a seal beside the workbook."""
    folder = live.folder_of(press.book)
    with live.snapshot(press.book) as copy:
        written = sharing.share(copy, folder)
    text = (
        f"สร้างสำเนาส่งจังหวัดเรียบร้อยแล้ว\n\nแฟ้ม: {written.name}\nโฟลเดอร์: {written.parent}\n\n"
        "ส่งแฟ้มนี้ให้จังหวัดได้ทันที หากแก้ไขคะแนนภายหลังให้สร้างสำเนาใหม่"
    )
    return Done(text, opens=folder)


def verify(press: Press) -> Done:
    """Say whether a copy, and a report made from it if the user has one, still tell the same figures."""
    path = press.desk.choose(press.book, "เลือกสำเนาที่ต้องการตรวจ", _COPIES)
    if path is None:
        return Done()
    report = None
    if press.desk.ask("ต้องการตรวจรายงาน Word ที่ส่งมาพร้อมกับสำเนานี้ด้วยหรือไม่"):
        report = press.desk.choose(press.book, "เลือกรายงาน Word ที่ส่งมาพร้อมกัน", _REPORTS)
    verdict = sharing.verify(path, report)
    return Done(fitting(f"{path.name}\n\n{verdict.text()}"), warning=not verdict.ok)
