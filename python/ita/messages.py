"""The sentences of every error: what is wrong and how to mend it, in Thai and in English."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong and what to do about it, by language; ``{names}`` are filled by the error."""

    what: dict[Lang, str]
    fix: dict[Lang, str]


def message(th: str, fix_th: str, en: str, fix_en: str) -> Message:
    """Return a message: what is wrong and how to mend it, in Thai and then in English."""
    return Message({"th": th, "en": en}, {"th": fix_th, "en": fix_en})


MESSAGES: dict[str, Message] = {
    "unforeseen": message(
        "โปรแกรมทำงานไม่สำเร็จ",
        "ลองใหม่อีกครั้ง หากยังไม่สำเร็จให้ส่งแฟ้มบันทึกเหตุการณ์ให้ผู้ดูแลโปรแกรม",
        "The program did not succeed",
        "try again; if it happens again, send the log file to whoever looks after the program",
    ),
    "year.unknown": message(
        "ไม่มีหลักเกณฑ์ของปีงบประมาณ พ.ศ. {year}",
        "เลือกปีที่โปรแกรมรู้จัก: {known}",
        "There are no criteria for fiscal year {year} (B.E.)",
        "choose a year the program knows: {known}",
    ),
    "criteria.faults": message(
        "แฟ้มหลักเกณฑ์ {name} ไม่ถูกต้อง: {faults}",
        "แก้ไขแฟ้มหลักเกณฑ์แล้วลองใหม่",
        "The criteria file {name} is not right: {faults}",
        "correct the criteria file and try again",
    ),
    "interchange.format": message(
        "แฟ้มข้อมูลไม่ตรงตามรูปแบบ: {detail}",
        "แก้ไขแฟ้มตามคำอธิบายใน docs/interchange.md แล้วลองใหม่",
        "The data file is not in the expected format: {detail}",
        "correct it as docs/interchange.md explains and try again",
    ),
    "interchange.missing": message(
        "ไม่พบแฟ้มข้อมูล {path}",
        "ตรวจสอบชื่อและที่อยู่ของแฟ้ม",
        "There is no data file {path}",
        "check its name and folder",
    ),
    "workbook.missing": message(
        "ไม่พบสมุดงาน {path}",
        "ตรวจสอบชื่อและที่อยู่ของแฟ้ม",
        "There is no workbook {path}",
        "check its name and folder",
    ),
    "workbook.unreadable": message(
        "เปิดสมุดงาน {path} ไม่ได้ เพราะแฟ้มเสียหายหรือไม่ใช่สมุดงาน Excel",
        "เปิดแฟ้มด้วย Excel แล้วบันทึกใหม่เป็นชนิด .xlsm หรือใช้แฟ้มสำรอง",
        "The workbook {path} is damaged or is not an Excel workbook",
        "open it in Excel and save it again as .xlsm, or use a backup",
    ),
    "workbook.too_large": message(
        "สมุดงาน {path} มีขนาดเมื่อคลายแล้วใหญ่ผิดปกติ จึงไม่เปิด",
        "ใช้สมุดงานที่สร้างจากแม่แบบ ITA",
        "The workbook {path} unpacks to an unusual size and was not opened",
        "use a workbook made from the ITA template",
    ),
    "workbook.foreign": message(
        "สมุดงาน {path} ไม่ได้สร้างจากแม่แบบ ITA",
        "คัดลอกคะแนนลงในสมุดงานที่สร้างจากแม่แบบ ITA แล้วใช้สมุดงานนั้น",
        "The workbook {path} was not made from the ITA template",
        "copy the scores into a workbook made from the ITA template and use that",
    ),
    "workbook.sheet_missing": message(
        "ไม่พบแผ่นงาน {sheet}",
        "เปลี่ยนชื่อแผ่นงานกลับเป็นชื่อเดิม หรือเริ่มจากสมุดงานใหม่",
        "The sheet {sheet} is missing",
        "give the sheet its old name again, or start from a new workbook",
    ),
    "workbook.table_missing": message(
        "ไม่พบตาราง {table} ในแผ่นงาน {sheet}",
        "นำตารางกลับมาจากแฟ้มสำรอง หรือเริ่มจากสมุดงานใหม่",
        "The table {table} is missing from sheet {sheet}",
        "bring the table back from a backup, or start from a new workbook",
    ),
    "workbook.column_missing": message(
        "ไม่พบคอลัมน์ {column} ในตาราง {table} แผ่นงาน {sheet}",
        "เปลี่ยนชื่อหัวคอลัมน์กลับเป็นชื่อเดิม",
        "The column {column} is missing from table {table} on sheet {sheet}",
        "give the column its old heading again",
    ),
    "workbook.contract": message(
        "สมุดงานนี้สร้างจากแม่แบบรุ่น {found} แต่โปรแกรมรู้จักถึงรุ่น {known}",
        "ปรับปรุงโปรแกรมให้เป็นรุ่นล่าสุด",
        "The workbook was made by template version {found}, the program knows up to {known}",
        "update the program",
    ),
    "template.missing": message(
        "ไม่พบแม่แบบรายงาน {name}",
        "เลือกแม่แบบที่มี: {known}",
        "There is no report template {name}",
        "choose one of: {known}",
    ),
    "template.broken": message(
        "แม่แบบ {name} มีคำสั่งที่ไม่ถูกต้อง: {detail}",
        "แก้ไขแม่แบบใน Word ตามที่ระบุ",
        "The template {name} is broken: {detail}",
        "mend the template in Word as described",
    ),
    "template.undefined": message(
        "แม่แบบ {template} อ้างถึงชื่อ {name} ซึ่งไม่มีในข้อมูลของรายงาน",
        "แก้ไขการสะกดชื่อในแม่แบบตามรายชื่อใน docs/templates.md",
        "The template {template} uses the name {name}, which the report does not have",
        "correct its spelling in the template; docs/templates.md lists the names",
    ),
    "template.chart": message(
        "แผนภูมิ {chart} ในแม่แบบ {template} ใช้ไม่ได้: {detail}",
        "คัดลอกแผนภูมินั้นจากแม่แบบเดิมมาใช้แทน",
        "The chart {chart} in template {template} cannot be filled: {detail}",
        "copy that chart from the original template again",
    ),
    "picture.unusable": message(
        "ใช้รูปภาพ {path} ไม่ได้",
        "ตรวจสอบชื่อแฟ้มรูป และใช้ชนิด PNG หรือ JPEG",
        "The picture {path} cannot be used",
        "check its name and use a PNG or JPEG file",
    ),
    "file.unwritable": message(
        "บันทึกแฟ้ม {path} ไม่ได้",
        "ปิดแฟ้มนั้นหากเปิดอยู่ ตรวจสอบสิทธิ์และพื้นที่ว่าง แล้วลองใหม่",
        "The file {path} cannot be written",
        "close it if it is open, check permissions and free space, and try again",
    ),
    "file.exists": message(
        "มีแฟ้ม {path} อยู่แล้ว",
        "ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมออกก่อน",
        "The file {path} already exists",
        "use another name or move the old file away",
    ),
    "function.key": message(
        "หลักเกณฑ์ปี {year} ไม่มี {key}",
        "ตรวจสอบรหัสที่ส่งให้ฟังก์ชัน",
        "The criteria of {year} have no {key}",
        "check the key that the function is given",
    ),
    "function.lengths": message(
        "ช่วงรหัสกับช่วงคะแนนยาวไม่เท่ากัน",
        "เลือกช่วงทั้งสองให้มีจำนวนช่องเท่ากัน",
        "The ranges of codes and of scores differ in length",
        "choose ranges with the same number of cells",
    ),
    "function.twice": message(
        "รหัส {child} ซ้ำกัน",
        "ให้แต่ละรหัสมีเพียงช่องเดียว",
        "The code {child} is there twice",
        "keep each code in one cell only",
    ),
    "function.absent": message(
        "ไม่พบรหัส {child} ในช่วงรหัส",
        "เลือกช่วงให้ครอบคลุมทุกรหัสที่ใช้คำนวณ",
        "The code {child} is not in the range",
        "choose a range that holds every code the figure needs",
    ),
    "function.cell_error": message(
        "ช่องคะแนนของ {child} มีค่าผิดพลาดของ Excel",
        "พิมพ์คะแนนใหม่ในช่องนั้น",
        "The score of {child} is an Excel error",
        "type the score again",
    ),
    "function.not_number": message(
        "คะแนนของ {child} ไม่ใช่ตัวเลข",
        "พิมพ์คะแนนเป็นตัวเลขอารบิก 0-100",
        "The score of {child} is not a number",
        "type a number from 0 to 100",
    ),
    "function.out_of_range": message(
        "คะแนนของ {child} ไม่อยู่ในช่วง 0-100",
        "แก้ไขคะแนนให้อยู่ในช่วง 0-100",
        "The score of {child} is not between 0 and 100",
        "correct the score",
    ),
}
