"""Pasted text made plain: one kind of digit, space and dash, nothing invisible, and no dates or addresses."""

from __future__ import annotations

import re
import unicodedata

NOISE = "§"
"""Stands for what was taken out: a text that is no figure."""

MAX_CHARACTERS = 200_000
"""The longest text that is read; a whole report with every comment has about half as many."""

MAX_LINE = 20_000
"""The longest line that is read: all the questions of a tool, wordings and scores, take a third of it."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_THAI_DIGITS = {0x0E50 + digit: ord("0") + digit for digit in range(10)}
_DASHES = dict.fromkeys((*range(0x2010, 0x2016), 0x2212, 0xFE58, 0xFE63), "-")
_BULLETS = dict.fromkeys(map(ord, "●▪■□◦○∙·‣⁃►▶➢➤✓✔☑✅*"), "•")
_ARROWS = dict.fromkeys(map(ord, "→⇒➔"), "=")
_CYRILLIC = {ord(look): like for look, like in zip("іІеЕоО", "iIeEoO", strict=True)}
_PLAIN = {**_FULL_WIDTH, **_THAI_DIGITS, **_DASHES, **_BULLETS, **_ARROWS, **_CYRILLIC}

_MONTHS = (
    r"มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.?ค\.?|ก\.?พ\.?|มี\.?ค\.?|เม\.?ย\.?|พ\.?ค\.?|มิ\.?ย\.?|ก\.?ค\.?|ส\.?ค\.?|ก\.?ย\.?|ต\.?ค\.?|พ\.?ย\.?|ธ\.?ค\.?"
)
_TAKEN_OUT = re.compile(
    rf"""https?://\S+|www\.\S+                                       # addresses, whose paths hold codes
    |(?<![\w.+-])[\w.+-]{{1,64}}@[\w-]{{1,64}}\.[\w.-]+
    |(?<!\d)\d{{1,2}}\s*(?:{_MONTHS})\s*(?:พ\.ศ\.\s*)?(?:\d{{4}}|\d{{2}})(?![\d.])
    |(?<![\d.])\d{{1,2}}([/.-])\d{{1,2}}\1(?:\d{{4}}|\d{{2}})(?![\d.])   # day, month, year
    |(?<![\d.])\d{{4}}([/.-])\d{{1,2}}\2\d{{1,2}}(?![\d.])               # 2025.10.15
    |(?<![\d:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\d:.])(?:\s*(?:น\.|[AaPp][Mm]))?
    |(?<![\d.])\d{{1,2}}\.\d{{2}}\s*น\.(?!\w)
    |(?<!\d)0\d{{1,2}}-\d{{3}}-?\d{{3,4}}(?!\d)                        # telephones
    |(?:เพิ่มขึ้น|ลดลง|ต่างกัน|ปีก่อน|ปีที่แล้ว|เกณฑ์(?:ผ่าน)?|เป้าหมาย|น้ำหนัก)[ \t:=]*(?:ร้อยละ\s*)?[+-]?\d{{1,3}}(?:\.\d+)?(?![\d.])
    |(?:จาก|(?:คะแนน)?เต็ม)\s*100(?:\.0+)?(?![\d.])
    |(?<=\d)\s*/\s*100(?:\.0+)?(?![\d.])""",
    re.VERBOSE,
)
_OF_THE_PAGE = re.compile(
    r"\s*(?:หน้า(?:ที่)?|page)\s*\d+(?:\s*(?:จาก|of|/)\s*\d+)?\s*|\s*-\s+\d+\s+-\s*|[\s|+:=_-]*[-=_]{3}[\s|+:=_-]*",
    re.IGNORECASE,
)


def lines(text: str) -> list[str]:
    """Return the lines of a text, made plain; tabs stay, for they part columns."""
    return [plain(line) for line in text.splitlines()]


def plain(line: str) -> str:
    """Return a line with ASCII digits, spaces and dashes and nothing invisible, no dates, addresses or changes."""
    seen = "".join(map(_seen, line.translate(_PLAIN))).rstrip(" ")
    return NOISE if _OF_THE_PAGE.fullmatch(seen) else _TAKEN_OUT.sub(f" {NOISE} ", seen)


def _seen(char: str) -> str:
    """Return a character as it looks: none for a format character, a space for spaces and controls."""
    if char == "\t" or (char.isascii() and char.isprintable()):
        return char
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    return " " if category[0] in "ZC" else char
