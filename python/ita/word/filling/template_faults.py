"""What is wrong with a tag, in Thai: the words of Jinja and lxml are English and for programmers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jinja2.exceptions import TemplateSyntaxError

from ita.word.filling.engine import TooMuchError
from ita.word.filling.grammar import ForbiddenError
from ita.word.filling.stories import MisplacedTagError
from ita.word.parts import xml

_FORBIDDEN: Mapping[str, str] = {
    "call": "แม่แบบเรียกใช้ฟังก์ชันไม่ได้ ตัดวงเล็บ () ออก",
    "private": "ชื่อที่ขึ้นต้นด้วย _ ใช้ไม่ได้",
    "item": "ในวงเล็บ [ ] ใช้ได้เฉพาะตัวเลข เช่น indicators[:5]",
    "argument": "ในวงเล็บของตัวกรองใช้ได้เฉพาะคำสั้น ๆ ในเครื่องหมายคำพูด",
    "number": "ตัวเลขในคำสั่งใหญ่เกินไป",
    "assign": "แม่แบบตั้งค่าเอง (set) ไม่ได้",
    "assignblock": "แม่แบบตั้งค่าเอง (set) ไม่ได้",
    "recursive": "การพิมพ์ซ้ำที่เรียกตัวเอง (recursive) ใช้ไม่ได้",
    "concat": "เครื่องหมาย ~ ใช้ไม่ได้ พิมพ์สองค่าติดกันได้โดยเขียนสองคำสั่งต่อกัน",
    "mul": "เครื่องหมาย * ใช้ไม่ได้ ใช้ได้เฉพาะ + และ -",
    "pow": "เครื่องหมาย ** ใช้ไม่ได้ ใช้ได้เฉพาะ + และ -",
    "div": "เครื่องหมาย / ใช้ไม่ได้ ใช้ได้เฉพาะ + และ -",
    "floordiv": "เครื่องหมาย // ใช้ไม่ได้ ใช้ได้เฉพาะ + และ -",
    "mod": "เครื่องหมาย % ใช้ไม่ได้ ใช้ได้เฉพาะ + และ -",
}
_SYNTAX: Mapping[str, str] = {
    r"No filter named '(.*)'": "ไม่มีตัวกรอง {0}",
    r"No test named '(.*)'": "ไม่มีคำถาม is {0}",
    r"Encountered unknown tag '(.*?)'": "ไม่มีคำสั่ง {0}",
    r"Unexpected end of template|unexpected end of": "คำสั่งเปิดไว้แต่ไม่ได้ปิด",
    r"Missing end of": "คำสั่งเปิดไว้แต่ไม่ได้ปิด",
    r"unexpected char '(.*?)'": "อักขระ {0} ใช้ในคำสั่งไม่ได้",
    r"Expected an expression": "ยังไม่ได้ระบุชื่อหรือค่าในคำสั่ง",
    r"expected token 'in'": "คำสั่ง for ต้องมีรูป for ชื่อ in รายการ",
    r"expected token 'end of (?:print )?statement(?: block)?', got '='": "เทียบว่าเท่ากันต้องใช้ == ไม่ใช่ =",
    r"Invalid character in identifier": "ชื่อในคำสั่งมีอักขระที่ใช้ไม่ได้",
    r"expected token 'end of (?:print )?statement(?: block)?', got '(.*?)'": "ไม่เข้าใจ {0} ในคำสั่ง",
    r"unexpected '(.*?)'": "ไม่เข้าใจ {0} ในคำสั่ง",
}
_OTHERS: Mapping[tuple[type[Exception], ...], str] = {
    (TooMuchError,): "พิมพ์ซ้ำหรือพิมพ์ข้อความมากเกินกว่าที่รายงานหนึ่งฉบับควรมี",
    # lxml's error is a SyntaxError too, so it comes first.
    (xml.XMLSyntaxError,): "คำสั่งที่เปิดกับคำสั่งที่ปิดอยู่คนละย่อหน้า คนละแถว หรือคนละช่อง",
    (RecursionError, MemoryError, SyntaxError): "คำสั่งซ้อนกันลึกเกินไป",
}
_MISUSED = "ใช้ค่ากับคำสั่งหรือเครื่องหมายที่ใช้ด้วยกันไม่ได้"
_OUTSIDE = {
    "tr": "คำสั่งของแถว ({%tr) อยู่นอกตาราง",
    "tc": "คำสั่งของช่อง ({%tc) อยู่นอกตาราง",
    "vm": "คำสั่งรวมช่อง ({% vm %}) อยู่นอกตาราง",
}


def explain(error: Exception) -> str:
    """Return what is wrong as a short Thai clause."""
    if isinstance(error, ForbiddenError):
        return forbidden_sentence(error.reason)
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "")
    if isinstance(error, MisplacedTagError):
        return _OUTSIDE[str(error.args[0])]
    return next((text for kinds, text in _OTHERS.items() if isinstance(error, kinds)), _MISUSED)


def forbidden_sentence(reason: str) -> str:
    """Return why a step of ``ita.word.filling.grammar`` is not allowed."""
    return _FORBIDDEN.get(reason, "แม่แบบใช้คำสั่งนี้ไม่ได้ ใช้ได้เฉพาะ if และ for")


def _syntax(message: str) -> str:
    for pattern, sentence in _SYNTAX.items():
        found = re.match(pattern, message, re.DOTALL)
        if found is not None:
            return sentence.format(*found.groups())
    return "คำสั่งเขียนไม่ถูกต้อง"
