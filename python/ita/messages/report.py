"""Sentences on the Word reports, their templates and their pictures."""

from __future__ import annotations

from ita.messages.model import Message, message

REPORT: dict[str, Message] = {
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
    "template.no_document": message(
        "{name} ไม่ใช่เอกสาร Word หรือแฟ้มเสียหาย",
        "เปิดแฟ้มด้วย Word แล้วบันทึกใหม่เป็นชนิด .docx หรือใช้แม่แบบเดิม",
        "{name} is not a Word document or is damaged",
        "open it in Word and save it again as .docx, or use the original template",
    ),
    "pdf.no_program": message(
        "เครื่องนี้ไม่มีโปรแกรมที่แปลงรายงานเป็น PDF ได้",
        "ติดตั้ง Microsoft Word หรือ LibreOffice หรือเปิดรายงานใน Word แล้วบันทึกเป็น PDF เอง",
        "No program on this computer can turn the report into a PDF",
        "install Microsoft Word or LibreOffice, or open the report in Word and save it as PDF",
    ),
    "pdf.failed": message(
        "แปลงรายงานเป็น PDF ไม่สำเร็จ แต่รายงาน Word สร้างเรียบร้อยแล้ว",
        "ปิดหน้าต่างที่ Word ถามค้างอยู่แล้วลองใหม่ หรือเปิดรายงานใน Word แล้วบันทึกเป็น PDF เอง",
        "The report could not be turned into a PDF; the Word report itself was written",
        "close what Word may be asking and try again, or open the report in Word and save it as PDF",
    ),
    "report.out_folder": message(
        "เมื่อสร้างรายงานทุกแบบ ที่เก็บต้องเป็นโฟลเดอร์ ไม่ใช่ {path}",
        "ระบุโฟลเดอร์ที่มีอยู่แล้ว",
        "For all reports the target must be a folder, not {path}",
        "name a folder that exists",
    ),
    "lint.same_file": message(
        "สำเนาที่มีข้อคิดเห็นต้องไม่ใช่แฟ้มเดียวกับแม่แบบ {path}",
        "ตั้งชื่อสำเนาเป็นชื่ออื่น",
        "The copy with comments may not take the place of the template {path}",
        "give the copy another name",
    ),
    "template.too_large": message(
        "แม่แบบ {name} ยาวเกินไป",
        "แบ่งแม่แบบเป็นหลายแฟ้ม หรือลบเนื้อหาที่ไม่ใช้",
        "The template {name} is too long",
        "split it into several files, or delete what is not needed",
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
    "report.no_agency": message(
        "ยังไม่ได้กรอกชื่อหน่วยงาน จึงยังสร้างรายงานไม่ได้",
        "กรอกชื่อหน่วยงานในแผ่นงานหน้าหลัก แล้วสร้างรายงานใหม่",
        "The agency's name is missing, so no report can be made",
        "type it on the first sheet and make the report again",
    ),
}
