"""Buttons that look at what was typed: the check, and measures suggested for what is weak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from ita import checks, proposals, rules
from ita.errors import WorkbookError
from ita.excel import layout, live
from ita.excel.live.findings import write_findings
from ita.excel.live.measures import write_suggestions
from ita.excel.live.tables import worksheet
from ita.excel.open_book import OpenBook
from ita.excel.reading import closed, damage
from ita.excel.ribbon.desk import Done, Press
from ita.findings import Finding, errors_first

_SHOWN = 8


def check(press: Press) -> Done:
    """Write everything that is missing or wrong into the sheet ตรวจสอบ and say how much it is."""
    findings = _findings(press.book)
    try:
        write_findings(press.book, findings, datetime.now().astimezone())
        worksheet(press.book, layout.CHECKS).Activate()
    except WorkbookError as error:
        return Done(f"{findings_text(findings)}\n\nเขียนผลลงในแผ่นงานไม่ได้: {error.what()}", warning=True)
    return Done(_summary(findings))


def _findings(book: OpenBook) -> list[Finding]:
    """Return what the reader, the checks and the look at locks and formulas found, errors first."""
    with live.snapshot(book) as copy:
        reading = closed.read(copy)
        damaged = damage.examine(copy, reading.assessment)
    found = checks.check(rules.of(reading.assessment), reading.assessment, reading.places)
    return errors_first([*reading.findings, *found, *damaged])


def suggest(press: Press) -> Done:
    """Add measures for the questions with most to gain that have none yet, marked as suggestions."""
    assessment = live.read(press.book).assessment
    proposed = proposals.propose(rules.of(assessment), assessment)
    written = write_suggestions(press.book, proposed)
    if not written:
        return Done("ยังไม่มีข้อที่ควรเสนอมาตรการเพิ่ม ข้อที่คะแนนต่ำมีมาตรการหรือข้อเสนออยู่แล้ว หรือยังไม่ได้กรอกคะแนน")
    worksheet(press.book, layout.MEASURES).Activate()
    names = [" ".join(m.questions) or f"ตัวชี้วัดที่ {m.indicator}" for m in written]
    return Done(
        f"เพิ่มข้อเสนอ {len(written)} มาตรการ สำหรับ {' '.join(names)}\n\n"
        f"แถวที่เพิ่มมีสถานะ “{layout.SUGGESTED}” และยังไม่ใช้ในรายงาน\n"
        f"ปรับถ้อยคำให้ตรงกับหน่วยงาน แล้วเลือกสถานะ “{layout.ACCEPTED}” ในแถวที่ยอมรับ หรือลบแถวที่ไม่ใช้"
    )


def findings_text(findings: Sequence[Finding]) -> str:
    """Return findings as a message that fits on a screen: the number, then the first few with place and cure."""
    if not findings:
        return "ตรวจสอบแล้ว ไม่พบข้อมูลที่ขาดหรือไม่ถูกต้อง"
    lines = [f"• {finding.where}: {finding.what()} — {finding.fix()}" for finding in findings[:_SHOWN]]
    rest = len(findings) - len(lines)
    if rest:
        lines.append(f"และอีก {rest} รายการ")
    return f"พบ {len(findings)} รายการที่ควรแก้ไข\n\n" + "\n\n".join(lines)


def _summary(findings: Sequence[Finding]) -> str:
    if not findings:
        return findings_text(findings)
    counts = Counter(finding.severity for finding in findings)
    words = [
        f"{word} {counts[severity]} รายการ" for severity, word in layout.SEVERITY_WORDS.items() if counts[severity]
    ]
    return f"ตรวจสอบแล้ว พบ {' และ'.join(words)}\n\nดูรายการทั้งหมดพร้อมวิธีแก้ไขในแผ่นงาน{layout.CHECKS.name}"
