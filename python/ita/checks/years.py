"""Fiscal years in texts: one that is none of this report's, or an assessment dated to the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita.checks.mentions import Text
from ita.checks.subject import Subject
from ita.findings import Finding, finding

_YEAR = re.compile(r"(?:ปีงบประมาณ|ปี)\s*(?:พ\.?\s?ศ\.?)?\s*(25\d{2})(?!\d|\s*[-–—]\s*(?:ปี)?\s*\d|\s*ถึง\s*(?:ปี)?\s*25)")
_RANGE = re.compile(r"25\d{2}\s*(?:[-–—]|ถึง)\s*(?:ปี)?\s*(?:พ\.?\s?ศ\.?)?\s*$")
_ASSESSED = re.compile(r"ประเมิน(?!ความเสี่ยง|ผลแผน|ผลงาน|ผลการปฏิบัติ)|ITA|IIT|EIT|OIT|แบบวัด")
_ASKED = re.compile(r"ผู้(?:มา)?ติดต่อ|ผู้รับบริการ")
"""Who answered the survey of the year assessed; a plan for the year after speaks of them too."""
_OTHERWISE = re.compile(
    r"ปีก่อน|ปีที่ผ่านมา|ปีที่แล้ว|เทียบ|แผน|มาตรการ|ยกระดับ|เตรียม|รองรับ|ถัดไป|ต่อไป|ขับเคลื่อน|พัฒนา|ปรับปรุง|เดิม|25\d{2}"
    r"|เพิ่มขึ้น|ลดลง|สูงกว่า|ต่ำกว่า|มากกว่า|น้อยกว่า|จาก\s*$|กับ\s*$|และ\s*$"
)
"""Words before a year that make it a year compared with, or planned for."""
_BEFORE, _AFTER = 62, 30
_COMPARED = re.compile(r"\s*(?:ที่ผ่านมา|ซึ่งได้|ที่ได้|ได้คะแนน)")


def check(subject: Subject, text: Text) -> Iterator[Finding]:
    """Yield the years of a text that do not belong into this report, each once."""
    year, plan, previous = subject.year, subject.assessment.next_year, subject.previous_year
    told: set[int] = set()
    for match in _YEAR.finditer(text.plain):
        found = int(match[1])
        if found == year or found in told or _RANGE.search(text.plain[: match.start()]):
            continue
        if found not in {plan, previous, year - 1}:
            told.add(found)
            yield finding("text.year", text.where, found=found, year=year, plan=plan)
        elif _is_of_assessment(text, match, is_plan=found == plan):
            told.add(found)
            yield finding("text.assessed_year", text.where, found=found, year=year)


def _is_of_assessment(text: Text, match: re.Match[str], *, is_plan: bool) -> bool:
    """Whether a year is said to be the one assessed; measures and approaches speak of the year planned for."""
    if is_plan and (text.measure is not None or text.key.endswith(".approach")):
        return False
    before = text.plain[max(0, match.start() - _BEFORE) : match.start()].rpartition("\n")[2]
    after = text.plain[match.end() : match.end() + _AFTER]
    speaks = _ASSESSED.search(before) or (not is_plan and _ASKED.search(before))
    return bool(speaks) and not _OTHERWISE.search(before) and not _COMPARED.match(after)
