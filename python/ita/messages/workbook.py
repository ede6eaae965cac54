"""Sentences on workbooks and the copies that are made of them."""

from __future__ import annotations

from ita.messages.model import Message, message

WORKBOOK: dict[str, Message] = {
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
    "workbook.stretched": message(
        "สมุดงาน {path} มีข้อมูลหรือตารางที่ยาวหรือกว้างผิดปกติ จึงไม่เปิด",
        "ลบข้อมูลที่อยู่ไกลนอกตาราง และลดขนาดตารางให้พอดีกับข้อมูล แล้วบันทึกใหม่",
        "The workbook {path} has data or a table that stretches unusually far, and was not opened",
        "delete what stands far outside the tables, shorten the tables, and save it again",
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
    "share.no_agency": message(
        "ยังไม่ได้กรอกชื่อหน่วยงาน จึงยังทำสำเนาสำหรับจังหวัดไม่ได้",
        "กรอกชื่อหน่วยงานในแผ่นงานหน้าหลัก แล้วทำสำเนาใหม่",
        "The agency's name is missing, so no copy can be made",
        "type it on the first sheet and make the copy again",
    ),
    "workbook.password": message(
        "แผ่นงาน {sheet} ล็อกไว้ด้วยรหัสผ่าน จึงกรอกข้อมูลลงในแผ่นงานไม่ได้",
        "เลือกแท็บรีวิว แล้วยกเลิกการป้องกันแผ่นงานด้วยรหัสผ่านของท่าน จากนั้นลองใหม่",
        "The sheet {sheet} is locked with a password, so nothing can be written into it",
        "unprotect it with your password on the Review tab, then try again",
    ),
    "workbook.other_kind": message(
        "{path} ไม่ใช่สมุดงาน Excel",
        "ระบุแฟ้มสมุดงานที่ลงท้ายด้วย .xlsm",
        "The file {path} is not an Excel workbook",
        "name a workbook that ends in .xlsm",
    ),
    "workbook.folder": message(
        "{path} เป็นโฟลเดอร์ ไม่ใช่สมุดงาน",
        "ระบุแฟ้มสมุดงานที่ลงท้ายด้วย .xlsm",
        "The path {path} is a folder, not a workbook",
        "name a workbook that ends in .xlsm",
    ),
}
