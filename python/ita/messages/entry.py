"""Sentences on what is brought into a workbook: survey answers and pasted scores."""

from __future__ import annotations

from ita.messages.model import Message, message

ENTRY: dict[str, Message] = {
    "answers.missing": message(
        "ไม่พบแฟ้มคำตอบ {path}",
        "ตรวจสอบชื่อและที่อยู่ของแฟ้ม",
        "There is no answer file {path}",
        "check its name and folder",
    ),
    "answers.unreadable": message(
        "อ่านแฟ้มคำตอบ {path} ไม่ได้ เพราะเสียหายหรือไม่ใช่ตารางแบบ CSV หรือ XLSX",
        "ดาวน์โหลดคำตอบจากแบบสอบถามใหม่เป็น CSV หรือเปิดด้วย Excel แล้วบันทึกเป็น XLSX",
        "The answer file {path} is damaged or is no table in CSV or XLSX format",
        "download the answers again as CSV, or open them in Excel and save them as XLSX",
    ),
    "answers.damaged": message(
        "แฟ้มคำตอบ {path} มีเครื่องหมายคำพูดไม่ครบคู่หรือมีช่องที่ยาวผิดปกติ (ใกล้บรรทัดที่ {line})",
        "เปิดแฟ้มด้วย Excel แก้ไขบริเวณนั้น แล้วบันทึกเป็น XLSX",
        "The answer file {path} has unbalanced quotes or an unusually long cell (near line {line})",
        "open it in Excel, correct that place, and save it as XLSX",
    ),
    "answers.too_large": message(
        "แฟ้มคำตอบ {path} ใหญ่หรือยาวผิดปกติ จึงไม่เปิด",
        "ลบแถวและคอลัมน์ที่ไม่ใช่คำตอบ แล้วบันทึกเป็น CSV",
        "The answer file {path} is unusually large and was not opened",
        "delete rows and columns that are no answers, and save it as CSV",
    ),
    "answers.empty": message(
        "แฟ้มคำตอบ {path} ว่างเปล่า",
        "ดาวน์โหลดคำตอบจากแบบสอบถามใหม่",
        "The answer file {path} is empty",
        "download the answers again",
    ),
    "answers.no_rows": message(
        "แฟ้มคำตอบ {path} มีแต่หัวคอลัมน์ ไม่มีคำตอบ",
        "ใช้แฟ้มที่มีหัวคอลัมน์ในแถวแรกและคำตอบของผู้ตอบหนึ่งคนต่อหนึ่งแถว",
        "The answer file {path} has headings but no answers",
        "use a file with headings in its first row and one row for each respondent",
    ),
    "answers.tool": message(
        "ปีงบประมาณ พ.ศ. {year} ไม่มีแบบสำรวจ {tool}",
        "เลือกแบบสำรวจหนึ่งอย่าง: {known}",
        "There is no survey {tool} in fiscal year {year} (B.E.)",
        "choose one of: {known}",
    ),
    "answers.no_questions": message(
        "ยังไม่ทราบข้อคำถามของ {tool} ปีงบประมาณ พ.ศ. {year} จึงคิดคะแนนจากคำตอบไม่ได้",
        "กรอกคะแนนรายข้อหรือคะแนนตัวชี้วัดที่ประกาศแทน",
        "The questions of {tool} in fiscal year {year} (B.E.) are not known, so answers cannot be scored",
        "type the published scores instead",
    ),
    "answers.no_match": message(
        "ไม่มีหัวคอลัมน์ใดตรงกับข้อคำถามของ {tool} ปีงบประมาณ พ.ศ. {year}",
        "ตรวจว่าเลือกแบบสำรวจและปีถูกต้อง หรือใส่รหัสข้อไว้หน้าหัวคอลัมน์ เช่น {example}",
        "No heading names a question of {tool} in fiscal year {year} (B.E.)",
        "check the tool and the year, or put the question's code before each heading, such as {example}",
    ),
    "answers.agencies": message(
        "ไม่ทราบจำนวนผู้ตอบขั้นต่ำของหน่วยงานประเภท {agencies}",
        "เลือกประเภทที่มี: {known} หรือระบุจำนวนขั้นต่ำเอง",
        "The minimum number of respondents of agencies of the kind {agencies} is not known",
        "choose one of: {known}, or say the minimum yourself",
    ),
    "answers.option": message(
        "ไม่เข้าใจความหมายของตัวเลือก {text}",
        "เขียนข้อความ เครื่องหมายเท่ากับ และลำดับของตัวเลือก เช่น ไม่มีเลย=1",
        "There is no telling what the option {text} means",
        "write its text, an equals sign, and the position of the option it means, such as none=1",
    ),
    "paste.target": message(
        "ปีงบประมาณ พ.ศ. {year} ไม่มีเครื่องมือหรือส่วน {target}",
        "เลือกอย่างหนึ่ง: {known}",
        "There is no tool or part {target} in fiscal year {year} (B.E.)",
        "choose one of: {known}",
    ),
    "paste.sheet": message(
        "แผ่นงาน {sheet} ไม่ใช่แผ่นงานกรอกคะแนน",
        "เปิดแผ่นงาน IIT, EIT หรือ OIT ที่ต้องการกรอก แล้วลองใหม่",
        "The sheet {sheet} is not one for scores",
        "open the sheet IIT, EIT or OIT, then try again",
    ),
    "paste.empty": message(
        "ยังไม่มีข้อความที่คัดลอกไว้",
        "คัดลอกคะแนนจากหน้าเว็บ แฟ้ม หรือข้อความก่อน แล้วลองใหม่",
        "No text was copied",
        "copy the scores first, then try again",
    ),
    "paste.no_survey": message(
        "OIT ไม่มีแบบสำรวจ จึงไม่มีคำตอบให้นำเข้า",
        "เปิดแผ่นงาน IIT หรือ EIT แล้วลองใหม่",
        "OIT has no survey, so there are no answers to import",
        "open the sheet IIT or EIT, then try again",
    ),
    "paste.part": message(
        "ยังไม่ทราบว่าเป็นคำตอบของส่วนใด",
        "คลิกช่องใดช่องหนึ่งในคอลัมน์ {first} หรือ {second} ก่อน แล้วลองใหม่",
        "It is not known which part the answers belong to",
        "choose a cell in the column {first} or {second}, then try again",
    ),
}
