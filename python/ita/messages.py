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
    "share.no_agency": message(
        "ยังไม่ได้กรอกชื่อหน่วยงาน จึงยังทำสำเนาสำหรับจังหวัดไม่ได้",
        "กรอกชื่อหน่วยงานในแผ่นงานหน้าหลัก แล้วทำสำเนาใหม่",
        "The agency's name is missing, so no copy can be made",
        "type it on the first sheet and make the copy again",
    ),
    "report.no_agency": message(
        "ยังไม่ได้กรอกชื่อหน่วยงาน จึงยังสร้างรายงานไม่ได้",
        "กรอกชื่อหน่วยงานในแผ่นงานหน้าหลัก แล้วสร้างรายงานใหม่",
        "The agency's name is missing, so no report can be made",
        "type it on the first sheet and make the report again",
    ),
    "workbook.password": message(
        "แผ่นงาน {sheet} ล็อกไว้ด้วยรหัสผ่าน จึงกรอกข้อมูลลงในแผ่นงานไม่ได้",
        "เลือกแท็บรีวิว แล้วยกเลิกการป้องกันแผ่นงานด้วยรหัสผ่านของท่าน จากนั้นลองใหม่",
        "The sheet {sheet} is locked with a password, so nothing can be written into it",
        "unprotect it with your password on the Review tab, then try again",
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
    "years.not_earlier": message(
        "แฟ้ม {path} เป็นของปีงบประมาณ พ.ศ. {found} ซึ่งไม่ใช่ปีก่อนปี {year}",
        "เลือกสมุดงานของปีงบประมาณก่อนหน้า",
        "The file {path} is of fiscal year {found}, which is not before {year}",
        "choose the workbook of an earlier year",
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
    "function.key": message(
        "หลักเกณฑ์ปี {year} ไม่มี {key}",
        "ตรวจสอบรหัสที่ส่งให้ฟังก์ชัน",
        "The criteria of {year} have no {key}",
        "check the key that the function is given",
    ),
    "function.no_rule": message(
        "ยังไม่ทราบวิธีคิด {key} ของปี {year} ครบถ้วน",
        "กรอกคะแนนที่ประกาศแทน",
        "How {key} of {year} is worked out is not known in full",
        "type the published score instead",
    ),
    "function.no_rating": message(
        "ยังไม่ทราบหลักเกณฑ์การจัดระดับของปี {year}",
        "กรอกระดับที่ประกาศแทน",
        "How {year} is rated is not known",
        "type the published level instead",
    ),
    "function.no_wording": message(
        "ยังไม่ทราบถ้อยคำของข้อ {child} ปี {year}",
        "พิมพ์ถ้อยคำตามแบบวัดที่ใช้จริง",
        "The wording of {child} in {year} is not known",
        "type it as the survey has it",
    ),
    "function.no_share": message(
        "ยังไม่ทราบว่าข้อ {child} มีผลต่อคะแนนรวมของปี {year} เท่าใด",
        "ใช้กับปีที่ทราบหลักเกณฑ์ครบ",
        "How much {child} counts in the total of {year} is not known",
        "use a year whose rules are known in full",
    ),
    "function.one_cell": message(
        "ค่านี้ต้องมาจากช่องเดียว ไม่ใช่ช่วงของช่อง",
        "เลือกเพียงช่องเดียว",
        "This value must come from one cell and not from a range",
        "choose a single cell",
    ),
    "function.error_given": message(
        "ช่องที่อ้างถึงมีค่าผิดพลาดของ Excel",
        "แก้ไขช่องนั้นก่อน",
        "The cell referred to holds an Excel error",
        "correct that cell first",
    ),
    "function.truth_given": message(
        "ค่าจริงเท็จเปลี่ยนเป็นเลขไทยไม่ได้",
        "เลือกช่องที่เป็นตัวเลข วันที่ หรือข้อความ",
        "A truth value cannot be written in Thai digits",
        "choose a cell with a number, a date or a text",
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
