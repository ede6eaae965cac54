"""Names of agencies in texts: the own name, a misspelt one, another agency's, or the word for agencies in general."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita.assessment import Agency
from ita.checks.mentions import Text
from ita.findings import Finding, finding

_KINDS = {
    "องค์การบริหารส่วนตำบล": "อบต",
    "องค์การบริหารส่วนจังหวัด": "อบจ",
    "เทศบาลตำบล": "เทศบาลตำบล",
    "เทศบาลเมือง": "เทศบาลเมือง",
    "เทศบาลนคร": "เทศบาลนคร",
    "อบต.": "อบต",
    "อบจ.": "อบจ",
    "ทต.": "เทศบาลตำบล",
    "ทม.": "เทศบาลเมือง",
    "ทน.": "เทศบาลนคร",
}
_KIND = re.compile(r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)?|(?<![ก-๎])(?:อบต|อบจ|ทต|ทม|ทน)(?:\.|$)")
_NAMED = re.compile(r"(องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|(?<![ก-๎])(?:อบต|อบจ|ทต|ทม|ทน)\.)([ก-๎]+)")

_GENERIC = re.compile(
    r"(?:ได้|มี|ไม่|ควร|ใน|นอก|และ|หรือ|ที่|ของ|เป็น|จัด|ต้อง|ทุก|ทั้ง|อื่น|จึง|ให้|กำหนด|ดำเนิน|โดย|เพื่อ|ตาม|แห่ง|ต่าง|กับ|แก่"
    r"|ต่อ|จะ|อาจ|ยัง|ซึ่ง|คือ|ว่า|ถือ|ร่วม|เข้า|เปิด|เผย|ประ|ปรับ|พัฒนา|ส่ง|สร้าง|สามารถ|ขนาด|บาง|ดัง|นั้น|นี้|เอง|เรา|ท่าน|หลาย"
    r"|แต่|เมื่อ|ผ่าน|พบ|พร้อม|พ\.|เรื่อง|ว่าด้วย|จาก|ถึง|ไป|มา(?!บ)|อยู่|ด้วย|สามัญ|พิจารณา|รับ|แจ้ง|ออก|ใช้|ทำ|นำ|นายก|ปลัด|สมัย"
    r"|อย่าง|เพราะ|เนื่อง|เกี่ยว|สำหรับ|ระดับ|ชั้น|ประจำ|ปี|เดิม|ใหม่|ใกล้|ข้าง|คน|ผู้|เจ้า|พนักงาน|บุคลากร|หน่วย|คณะ|สภา|กอง|งาน"
    r"|ข้อ|แผน|ก็|ขอ|เห็น|คำนึง|วิเคราะห์|ตระหนัก|ยึด|มุ่ง|ตั้ง|ติด|ตรวจ|รายงาน|สรุป|เสนอ|แต่ง|มอบ|บริหาร|บริการ|บันทึก|ลง|เพิ่ม|ลด|ฯ)"
)
"""What follows the word for an agency where no name does: verbs, joining words and offices."""

_PLACE = re.compile(
    r"(?:หนอง|คลอง|ห้วย|บ้าน|โนน|ทุ่ง|ดอน|วัง|โคก|แม่|สระ|ป่า|บึง|กุด|ควน|เกาะ|แหลม|ปาก|ดง|โพธิ์|โพน|บ่อ(?!ย)|ท่า(?!น)|สัน(?!ติ)|บาง(?!แห่ง|ราย|ส่วน|ครั้ง))"
)
"""What Thai place names commonly begin with; a name that begins so is certainly one."""

_AFTER = re.compile(r"ได้|มี|ควร|และ|หรือ|ที่|ของ|เป็น|จัด|ต้อง|จึง|ให้|โดย|เพื่อ|ปี|อำเภอ|จังหวัด|ประจำ")
_SHORTEST = 3
_QUOTED = 24
_SHORTEST_MISSPELT = 5
"""A name of fewer letters is too like other words for its misspellings to be told."""
_LETTERS_A_SLIP = 4
"""A misspelling changes at most one letter in so many."""


def kind(name: str) -> str:
    """Return what kind of agency a name, a short name or a type says (``อบต``, ``เทศบาลตำบล``); empty if none."""
    found = _KIND.search(name.strip())
    if found is None:
        return ""
    word = found.group()
    return _KINDS.get(word) or _KINDS.get(f"{word}.") or word


def core(name: str) -> str:
    """Return an agency's own name without the word for its kind: ``หนองพลับ`` of ``อบต.หนองพลับ``."""
    return "".join(_KIND.sub("", name.strip(), count=1).split())


def names_agree(name: str, short: str) -> bool:
    """Whether a name and a short name may be the same agency's; unsure ones pass."""
    kinds = kind(name), kind(short)
    if not all(kinds):
        return True
    return core(name) == core(short) and (kinds[0].startswith(kinds[1]) or kinds[1].startswith(kinds[0]))


def other_agencies(agency: Agency, text: Text) -> Iterator[Finding]:
    """Yield every name in a text that is not the agency's own; none where the own name is unknown."""
    own = [one for one in dict.fromkeys((core(agency.name), core(agency.short))) if one]
    told: set[str] = set()
    for match in _NAMED.finditer(text.plain):
        prefix, rest = match.groups()
        if not own or rest.startswith(tuple(own)) or _is_own_province(agency, prefix, rest):
            continue
        meant, written = next(((one, head) for one in own if (head := _near(rest, one))), ("", ""))
        if not meant and _GENERIC.match(rest) and not _PLACE.match(rest):
            continue
        found = f"{prefix}{written or _name(rest)}"
        if found not in told:
            told.add(found)
            yield _finding(agency, text, found, f"{prefix}{meant}" if meant else "", is_place=bool(_PLACE.match(rest)))


def _finding(agency: Agency, text: Text, found: str, meant: str, *, is_place: bool) -> Finding:
    own = agency.name or agency.short
    if meant:
        return finding("text.agency_misspelt", text.where, found=found, own=meant)
    if is_place:
        return finding("text.agency", text.where, found=found, own=own)
    return finding("text.agency_unsure", text.where, found=found, own=own)


def _is_own_province(agency: Agency, prefix: str, rest: str) -> bool:
    """Whether the name is that of the provincial organisation above the agency."""
    return _KINDS[prefix] == "อบจ" and bool(agency.province) and rest.startswith(agency.province)


def _near(rest: str, own: str) -> str:
    """Return the head of a run of letters that is the own name but for a slip; empty where there is none."""
    most = len(own) // _LETTERS_A_SLIP if len(own) >= _SHORTEST_MISSPELT else 0
    heads = [rest[:length] for length in range(len(own) - most, len(own) + most + 1)]
    closest = min(heads, key=lambda head: _distance(head, own))
    return closest if most and _distance(closest, own) <= most else ""


def _distance(one: str, other: str) -> int:
    """Return how many letters must be changed, added or left out to turn one word into the other."""
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        corner, row[0] = row[0], i
        for j, wanted in enumerate(other, start=1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (letter != wanted))
    return row[-1]


def _name(rest: str) -> str:
    """Return the name at the head of a run of letters, as far as it can be told from the words after it."""
    after = next((match.start() for match in _AFTER.finditer(rest) if match.start() > _SHORTEST), len(rest))
    return rest[: min(after, _QUOTED)]
