"""The Thai texts that VBA, whose source is ASCII, looks up by key in the hidden sheet _strings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ita import __version__, reports
from ita.excel import layout
from ita.excel.ribbon import template_menu
from ita.excel.vba import bound_functions

TITLE = "ประเมิน ITA"
FUNCTION_KEY = "fx_"

NO_PYTHON = (
    "เครื่องนี้ยังไม่ได้ติดตั้งชุดโปรแกรม ITA ปุ่มนี้จึงยังใช้ไม่ได้\n\n"
    "การกรอกคะแนน การคำนวณ และแผนภูมิในสมุดงานใช้ได้ตามปกติ\n\n"
    "วิธีแก้ไข: แจ้งผู้ดูแลระบบคอมพิวเตอร์ของหน่วยงานให้ติดตั้งชุดโปรแกรม ITA (ใช้ Windows และ Python 3.11 ขึ้นไป "
    "ติดตั้งไว้ที่ ProgramData\\ITA) ตามหัวข้อการติดตั้งในคู่มือที่มากับชุดโปรแกรม แล้วปิดและเปิดสมุดงานนี้ใหม่ "
    "ระหว่างนี้อาจนำสมุดงานไปสร้างรายงานที่เครื่องซึ่งติดตั้งแล้วได้"
)
NOT_LOADED = (
    "ชุดโปรแกรม ITA ในเครื่องนี้ไม่ครบหรือเสียหาย ปุ่มนี้จึงทำงานไม่ได้ ข้อมูลในสมุดงานไม่เปลี่ยนแปลง\n\n"
    "วิธีแก้ไข: แจ้งผู้ดูแลระบบคอมพิวเตอร์ให้ติดตั้งชุดโปรแกรม ITA อีกครั้ง แล้วปิดและเปิดสมุดงานใหม่ "
    "พร้อมแจ้งรายละเอียดต่อไปนี้\n\n"
)
PYTHON_FAILED = (
    "เรียกชุดโปรแกรม ITA ไม่สำเร็จ ข้อมูลในสมุดงานไม่เปลี่ยนแปลง\n\n"
    "วิธีแก้ไข: ปิดโปรแกรม Excel ทุกหน้าต่างแล้วเปิดสมุดงานใหม่ หากยังไม่สำเร็จให้แจ้งผู้ดูแลระบบคอมพิวเตอร์ "
    "พร้อมรายละเอียดต่อไปนี้"
)
SHORT_GUIDE = (
    "ใช้สมุดงานนี้ห้าขั้นตอน\n\n"
    "1. กรอกข้อมูลหน่วยงานในแผ่นงานหน้าหลัก\n"
    "2. กรอกคะแนนในแผ่นงาน IIT, EIT และ OIT เฉพาะช่องสีครีม\n"
    "3. ดูผลในแผ่นงานผลคะแนนและวิเคราะห์\n"
    "4. เขียนมาตรการในแผ่นงานมาตรการ\n"
    "5. สร้างรายงาน Word จากแท็บประเมิน ITA\n\n"
    "ขั้นตอนที่ 1 ถึง 4 ทำได้ทันที ส่วนขั้นตอนที่ 5 และคู่มือฉบับเต็มใช้ได้เมื่อติดตั้งชุดโปรแกรม ITA แล้ว"
)

_BUSY = {
    "paste": "กำลังอ่านคะแนนที่คัดลอกไว้…",
    "import_answers": "กำลังคิดคะแนนจากแฟ้มคำตอบ…",
    "last_year": "กำลังดึงข้อมูลปีก่อน…",
    "new_year": "กำลังสร้างสมุดงานปีใหม่…",
    "check": "กำลังตรวจสอบข้อมูล…",
    "recalculate": "กำลังคำนวณคะแนนใหม่…",
    "suggest": "กำลังเลือกมาตรการที่ควรเสนอ…",
    "report": "กำลังสร้างรายงาน Word…",
    "all_reports": "กำลังสร้างรายงานทุกแบบ…",
    "lint": "กำลังตรวจแม่แบบ…",
    "open_folder": "กำลังเปิดโฟลเดอร์…",
    "share": "กำลังสร้างสำเนาส่งจังหวัด…",
    "verify": "กำลังตรวจสำเนา…",
    "guide": "กำลังเปิดคู่มือ…",
    "doctor": "กำลังตรวจเครื่อง…",
}

_CALL = (
    "exec('try:\\n from ita.excel import ribbon as r\\n"
    "except BaseException as e:\\n import ctypes\\n"
    " ctypes.windll.user32.MessageBoxW(None, \\'{told}\\' + repr(e), \\'{title}\\', 0x50030)\\n"
    "else:\\n r.press(\\'{action}\\', \\'{argument}\\')')"
)
"""One line of ASCII, without double quotes, since it must also pass through a command line of Windows."""


def strings(year: int) -> Mapping[str, str]:
    """Return every text of the workbook of a B.E. fiscal year by its key."""
    return {
        "title": TITLE,
        "recalculated": "คำนวณคะแนนใหม่ทั้งสมุดงานเรียบร้อยแล้ว",
        "no_python": NO_PYTHON,
        "python_failed": PYTHON_FAILED,
        "short_guide": SHORT_GUIDE,
        "about": _about(year),
        "bootstrap": bootstrap(),
        "template_menu": template_menu.menu(reports.templates()),
        "label_itaPaste": "วางคะแนน",
        "label_itaNewYear": f"สร้างสมุดงานปี {year + 1}",
        "label_itaReport": f"รายงาน Word ปี {year}",
        "label_itaDigits_thai": "เลขไทย",
        "label_itaDigits_arabic": "เลขอารบิก",
        **{f"busy_{action}": text for action, text in _BUSY.items()},
        **{f"{FUNCTION_KEY}{name}": text for name, text in function_helps().items()},
    }


def bootstrap() -> str:
    """Return the statement that VBA sends: ``{action}`` and ``{argument}`` are for VBA to fill in.

    It calls ``ita.excel.ribbon.press``. Where not even that can be imported it tells so in Thai, by means that every
    Python on Windows has; what Python itself would say is English and would end in a pop-up of xlwings.
    """
    return _CALL.replace("{told}", _escaped(NOT_LOADED)).replace("{title}", _escaped(TITLE))


@cache
def function_helps() -> Mapping[str, str]:
    """Return the help of each function for Excel's wizard: what it answers, then a line for each argument."""
    functions = (found.__xlfunc__ for found in vars(bound_functions()).values() if hasattr(found, "__xlfunc__"))
    return {function["name"]: "\n".join(_help_lines(function)) for function in functions}


def _help_lines(function: Mapping[str, Any]) -> list[str]:
    texts: list[str] = [function["ret"]["doc"], *(argument["doc"] for argument in function["args"])]
    return [" ".join(text.split()) for text in texts]


def _escaped(text: str) -> str:
    """Return a text as it stands in a Python literal inside a Python literal: ASCII, twice escaped."""
    return text.encode("unicode_escape").decode("ascii").replace("\\", "\\\\")


def _about(year: int) -> str:
    return (
        f"สมุดงานประเมิน ITA ปีงบประมาณ พ.ศ. {year}\n"
        f"รุ่นแม่แบบ {__version__} (รูปแบบ {layout.CONTRACT_VERSION})\n\n"
        "คำนวณคะแนนตามหลักเกณฑ์ในแผ่นงานเกณฑ์ และจัดทำรายงานผลการประเมินเป็นเอกสาร Word\n\n"
        "ขอความช่วยเหลือ: เปิดคู่มือ หรือกดปุ่มตรวจเครื่องแล้วแจ้งผลให้ผู้ดูแลระบบคอมพิวเตอร์ของหน่วยงาน"
    )
