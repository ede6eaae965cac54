"""Sentences on years, criteria, data files, and files that cannot be written."""

from __future__ import annotations

from ita.messages.model import Message, message

GENERAL: dict[str, Message] = {
    "unforeseen": message(
        "โปรแกรมทำงานไม่สำเร็จ",
        "ลองใหม่อีกครั้ง หากยังไม่สำเร็จให้ส่งแฟ้มบันทึกเหตุการณ์ให้ผู้ดูแลโปรแกรม",
        "The program did not succeed",
        "try again; if it happens again, send the log file to whoever looks after the program",
    ),
    "cli.usage": message(
        "คำสั่งไม่ถูกต้อง: {detail}",
        "พิมพ์ ita --help เพื่อดูวิธีใช้",
        "The command line is not right: {detail}",
        "type ita --help to see how to use it",
    ),
    "year.unknown": message(
        "ไม่มีหลักเกณฑ์ของปีงบประมาณ พ.ศ. {year}",
        "เลือกปีที่โปรแกรมรู้จัก: {known}",
        "There are no criteria for fiscal year {year} (B.E.)",
        "choose a year the program knows: {known}",
    ),
    "year.christian": message(
        "ปี {year} เป็นปี ค.ศ. แต่โปรแกรมใช้ปี พ.ศ. ของปีงบประมาณ",
        "ใช้ปี พ.ศ. (ปี ค.ศ. บวก 543): {known}",
        "The year {year} is of the Christian era, but fiscal years are Buddhist-era (B.E.)",
        "use the B.E. year (543 more): {known}",
    ),
    "carry.year": message(
        "สมุดงานใหม่เป็นของปี {year} ซึ่งไม่ได้อยู่หลังปี {previous} ของสมุดงานเดิม",
        "ระบุปีงบประมาณ พ.ศ. ที่อยู่หลังปี {previous}",
        "The new workbook would be of {year}, which is not after {previous}, the year of the other",
        "give a fiscal year (B.E.) after {previous}",
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
    "file.unwritable": message(
        "บันทึกแฟ้ม {path} ไม่ได้",
        "ปิดแฟ้มนั้นหากเปิดอยู่ ตรวจสอบสิทธิ์และพื้นที่ว่าง แล้วลองใหม่",
        "The file {path} cannot be written",
        "close it if it is open, check permissions and free space, and try again",
    ),
    "file.not_docx": message(
        "ชื่อแฟ้มรายงาน {path} ต้องลงท้ายด้วย .docx",
        "เปลี่ยนนามสกุลของแฟ้มเป็น .docx",
        "The report's name {path} must end in .docx",
        "give the file the extension .docx",
    ),
    "file.not_xlsx": message(
        "ชื่อแฟ้มสำเนา {path} ต้องลงท้ายด้วย .xlsx เพราะสำเนาไม่มีคำสั่งอัตโนมัติ",
        "เปลี่ยนนามสกุลของแฟ้มเป็น .xlsx",
        "The copy's name {path} must end in .xlsx, since it carries no macros",
        "give the file the extension .xlsx",
    ),
    "file.no_report": message(
        "ไม่พบแฟ้มรายงาน {path}",
        "ตรวจสอบชื่อและที่อยู่ของแฟ้ม",
        "There is no report {path}",
        "check its name and folder",
    ),
    "years.not_earlier": message(
        "แฟ้ม {path} เป็นของปีงบประมาณ พ.ศ. {found} ซึ่งไม่ใช่ปีก่อนปี {year}",
        "เลือกสมุดงานของปีงบประมาณก่อนหน้า",
        "The file {path} is of fiscal year {found}, which is not before {year}",
        "choose the workbook of an earlier year",
    ),
    "file.suffix": message(
        "ชื่อสมุดงาน {path} ต้องลงท้ายด้วย .xlsm เพราะมีปุ่มคำสั่งอยู่ในแฟ้ม",
        "เปลี่ยนนามสกุลของแฟ้มเป็น .xlsm",
        "The workbook's name {path} must end in .xlsm, since it carries macros",
        "give the file the extension .xlsm",
    ),
    "file.exists": message(
        "มีแฟ้ม {path} อยู่แล้ว",
        "ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมออกก่อน",
        "The file {path} already exists",
        "use another name or move the old file away",
    ),
}
