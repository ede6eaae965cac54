"""The sentences of every finding: how grave it is, what was found and what to do, in Thai and in English.

``{name}`` is what a figure is called in Thai and ``{name_en}`` in English; both are given wherever one is.
"""

from __future__ import annotations

from typing import Literal

from ita.entry_sentences import ENTRY
from ita.messages import Message, message

Severity = Literal["error", "warning"]
Sentences = tuple[Severity, Message]


def _error(th: str, fix_th: str, en: str, fix_en: str) -> Sentences:
    return "error", message(th, fix_th, en, fix_en)


def _warning(th: str, fix_th: str, en: str, fix_en: str) -> Sentences:
    return "warning", message(th, fix_th, en, fix_en)


_CELLS: dict[str, Sentences] = {
    "score.range": _error(
        "คะแนน {value} อยู่นอกช่วง 0 ถึง 100",
        "แก้ไขเป็นคะแนนที่ถูกต้อง ระหว่างนี้ระบบถือว่ายังไม่มีคะแนน",
        "The score {value} is outside 0-100",
        "correct it; until then it counts as not entered",
    ),
    "cell.text": _error(
        "พบข้อความ “{value}” ในช่องที่ต้องเป็นตัวเลข",
        "พิมพ์เป็นตัวเลขอารบิก เช่น 98.62 ไม่ต้องใส่เครื่องหมาย %",
        "There is text “{value}” where a number belongs",
        "type a number such as 98.62, without a percent sign",
    ),
    "cell.error": _error(
        "เซลล์แสดงค่าผิดพลาด {value}",
        "ลบแล้วพิมพ์ค่าที่ถูกต้อง",
        "The cell shows the error {value}",
        "clear it and type the right value",
    ),
    "code.unknown": _error(
        "มีคะแนนของรหัส “{code}” ซึ่งแบบวัดปีงบประมาณ พ.ศ. {year} ไม่มี คะแนนนี้จึงไม่ถูกนำไปคำนวณ",
        "แก้ไขรหัสให้ถูกต้อง หรือลบแถวนี้",
        "There is a score for the code “{code}”, which the year {year} does not have; it counts for nothing",
        "correct the code, or delete the row",
    ),
    "code.duplicate": _error(
        "รหัส {code} มีมากกว่าหนึ่งแถว ระบบใช้คะแนนของแถวบนสุดเท่านั้น",
        "เหลือรหัสนี้ไว้แถวเดียว",
        "The code {code} stands in more than one row; only the first one counts",
        "keep one row of this code",
    ),
}

_FIGURES: dict[str, Sentences] = {
    "score.missing": _warning(
        "ยังไม่มีคะแนนรายข้อของ {tool} จำนวน {count} ข้อ: {codes}",
        "กรอกคะแนน 0 ถึง 100 หรือเว้นว่างไว้หากยังไม่ทราบผล",
        "{count} questions of {tool} have no score: {codes}",
        "type scores from 0 to 100, or leave them blank while they are unknown",
    ),
    "score.not_processed": _warning(
        "{tool} ระบุว่าไม่ประมวลผล แต่มีคะแนนกรอกไว้ คะแนนเหล่านี้จึงไม่ถูกนำไปคำนวณ",
        "หากเครื่องมือนี้ได้รับการประมวลผล ให้ลบคำว่าไม่ประมวลผล มิฉะนั้นให้ลบคะแนน",
        "{tool} is marked as not processed, yet scores of it were typed; they count for nothing",
        "take the mark away if the tool was processed, else clear the scores",
    ),
    "figure.rounding": _warning(
        "ตัวเลขที่ประกาศ {count} ตัวต่างจากที่คำนวณได้ไม่เกินการปัดเศษ (ประกาศ/คำนวณ): {figures}",
        "ตรวจสอบกับผลที่ประกาศ หากตรงแล้วไม่ต้องแก้ไข",
        "{count} published figures differ from the computed ones by rounding (published/computed): {figures_en}",
        "compare them with the announced result; if they are as announced, leave them",
    ),
    "figure.differs": _error(
        "{name}ที่ประกาศเป็น {published} แต่คำนวณจากรายละเอียดได้ {computed}",
        "ตรวจสอบทั้งตัวเลขที่ประกาศและคะแนนในรายละเอียดกับเอกสารผลการประเมิน แล้วแก้ไขตัวที่ผิด",
        "The published figure of {name_en} is {published}, the detail gives {computed}",
        "compare both with the announced result and correct the wrong one",
    ),
    "figure.impossible": _error(
        "{name}เป็น {has} คะแนน แต่ตัวเลขอื่นที่กรอกไว้ ({parts}) ให้ได้เพียง {allowed} คะแนน",
        "ตรวจสอบตัวเลขเหล่านี้กับเอกสารผลการประเมิน อย่างน้อยหนึ่งตัวไม่ถูกต้อง",
        "{name_en} is {has}, but the other figures ({parts_en}) allow only {allowed}",
        "compare these figures with the announced result; at least one is wrong",
    ),
    "level.unknown": _error(
        "ปีงบประมาณ พ.ศ. {year} ไม่มีระดับ “{level}”",
        "เลือกระดับใดระดับหนึ่ง: {levels}",
        "The year {year} has no level “{level}”",
        "choose one of: {levels}",
    ),
    "level.too_high": _error(
        "ระดับ{level}ต้องมี{name}ไม่ต่ำกว่า {minimum} คะแนน แต่ได้{least} {score} คะแนน",
        "ตรวจสอบระดับและคะแนนกับผลที่ประกาศ แล้วแก้ไขตัวที่ผิด",
        "The level {level} asks for at least {minimum} in {name_en}, which is {least_en}{score}",
        "compare level and scores with the announced result and correct the wrong one",
    ),
    "level.too_low": _error(
        "ระดับที่กรอกคือ{level} แต่คะแนนรวม {total} และคะแนนทุกเครื่องมือถึงเกณฑ์ของระดับ{reached}แล้ว",
        "ตรวจสอบระดับและคะแนนกับผลที่ประกาศ แล้วแก้ไขตัวที่ผิด",
        "The level typed is {level}, but the total {total} and all tools reach {reached}",
        "compare level and scores with the announced result and correct the wrong one",
    ),
}

_YEARS_AND_AGENCY: dict[str, Sentences] = {
    "agency.name_missing": _warning(
        "ยังไม่ได้กรอกชื่อหน่วยงาน",
        "กรอกชื่อหน่วยงานในแผ่นงานหน้าหลัก",
        "The agency's name is missing",
        "type it on the sheet หน้าหลัก",
    ),
    "agency.names_differ": _warning(
        "ชื่อหน่วยงาน “{name}” กับชื่อย่อ “{short}” ไม่ใช่ชื่อเดียวกัน",
        "แก้ไขชื่อใดชื่อหนึ่งให้ตรงกัน",
        "The agency's name “{name}” and its short name “{short}” are not the same",
        "correct one of them",
    ),
    "agency.type_differs": _warning(
        "ประเภทหน่วยงานคือ “{type}” แต่ชื่อหน่วยงานคือ “{name}”",
        "แก้ไขประเภทหรือชื่อหน่วยงานให้ตรงกัน",
        "The agency's type is “{type}”, but its name is “{name}”",
        "correct the type or the name",
    ),
    "plan.year": _error(
        "ปีของแผน ({plan}) ต้องเป็นปีหลังปีงบประมาณที่ประเมิน ({year})",
        "แก้ไขปีของแผนในแผ่นงานหน้าหลัก",
        "The plan's year ({plan}) must follow the year assessed ({year})",
        "correct the plan's year on the sheet หน้าหลัก",
    ),
    "previous.year": _error(
        "ปีก่อนที่ใช้เปรียบเทียบ ({previous}) ต้องเป็นปีก่อนปีงบประมาณที่ประเมิน ({year})",
        "แก้ไขปีก่อนในแผ่นงานหน้าหลัก",
        "The year compared with ({previous}) must come before the year assessed ({year})",
        "correct the previous year on the sheet หน้าหลัก",
    ),
    "previous.copied": _warning(
        "ตัวเลขของปีก่อนทั้ง {count} ตัวเท่ากับของปีนี้ทุกตัว อาจคัดลอกมาผิดช่อง",
        "ตรวจสอบช่องปีก่อนกับผลที่ประกาศของปีนั้น",
        "All {count} figures of last year equal this year's; they may have been copied into the wrong column",
        "compare last year's column with that year's announced result",
    ),
}

_PLAN: dict[str, Sentences] = {
    "measure.no_text": _warning(
        "มาตรการที่ {number} ยังไม่มีชื่อหรือข้อความของมาตรการ",
        "กรอกช่องมาตรการ หรือลบแถวนี้หากไม่ใช้",
        "Measure {number} has no text",
        "type the measure, or delete the row",
    ),
    "measure.no_steps": _warning(
        "มาตรการที่ {number} ยังไม่มีขั้นตอน",
        "กรอกขั้นตอนอย่างน้อยหนึ่งขั้นตอน",
        "Measure {number} has no steps",
        "type at least one step",
    ),
    "measure.no_period": _warning(
        "มาตรการที่ {number} ยังไม่มีระยะเวลา",
        "กรอกระยะเวลาดำเนินการ",
        "Measure {number} has no period",
        "type when it will be carried out",
    ),
    "measure.no_owner": _warning(
        "มาตรการที่ {number} ยังไม่มีผู้รับผิดชอบ",
        "กรอกส่วนราชการหรือผู้รับผิดชอบ",
        "Measure {number} has no owner",
        "type who is responsible",
    ),
    "measure.unknown_code": _error(
        "มาตรการที่ {number} อ้างข้อ {codes} ซึ่งปีงบประมาณ พ.ศ. {year} ไม่มี",
        "แก้ไขรหัสในช่องข้อที่เกี่ยวข้อง",
        "Measure {number} names {codes}, which the year {year} does not have",
        "correct the codes of its questions",
    ),
    "measure.other_indicator": _error(
        "มาตรการที่ {number} อยู่ใต้ตัวชี้วัดที่ {indicator} แต่ข้อที่เกี่ยวข้อง ({codes}) เป็นของตัวชี้วัดที่ {actual}",
        "แก้ไขตัวชี้วัดหรือข้อที่เกี่ยวข้องให้ตรงกัน",
        "Measure {number} stands under indicator {indicator}, but its questions ({codes}) belong to indicator {actual}",
        "correct the indicator or the questions",
    ),
    "measure.other_tool": _error(
        "มาตรการที่ {number} ระบุเครื่องมือ {tool} แต่{name}เป็นของ {actual}",
        "แก้ไขเครื่องมือ ตัวชี้วัด หรือข้อที่เกี่ยวข้องให้ตรงกัน",
        "Measure {number} names the tool {tool}, but {name_en} belongs to {actual}",
        "correct the tool, the indicator or the questions",
    ),
    "measure.other_issue": _warning(
        "มาตรการที่ {number} อยู่ใต้ประเด็นที่ {issue} แต่ข้อ {codes} เป็นของประเด็นที่ {actual}",
        "ย้ายข้อนั้นไปไว้ในมาตรการของประเด็นที่ถูกต้อง หรือแก้ไขเลขประเด็น",
        "Measure {number} stands under issue {issue}, but {codes} belongs to issue {actual}",
        "move it to a measure of the right issue, or correct the issue",
    ),
    "measure.repeated": _warning(
        "มาตรการที่ {number} มีข้อความเหมือนมาตรการที่ {first} ทุกคำ อาจคัดลอกมาแล้วลืมแก้ไข",
        "แก้ไขข้อความให้ตรงกับตัวชี้วัดหรือประเด็นของมาตรการนั้น หรือรวมเป็นมาตรการเดียว",
        "Measure {number} says the same as measure {first}, word for word",
        "write what belongs to it, or make the two one measure",
    ),
    "measure.passed": _warning(
        "มาตรการที่ {number} เขียนว่า {tool} ผ่านเกณฑ์ แต่ไม่กล่าวถึงตัวชี้วัดที่ {indicators} ซึ่งต่ำกว่า {mark} คะแนน",
        "ระบุเรื่องที่ต้องปรับปรุงของตัวชี้วัดที่ต่ำกว่าเกณฑ์",
        "Measure {number} says that {tool} passed, but leaves out indicator {indicators}, which is under {mark}",
        "say what is to be improved in the indicator under the mark",
    ),
    "weak.questions": _warning(
        "ข้อของ {tool} ที่ได้ต่ำกว่า {mark} คะแนนแต่ยังไม่มีมาตรการรองรับ: {codes}",
        "เพิ่มมาตรการ หรือระบุรหัสข้อเหล่านี้ในช่องข้อที่เกี่ยวข้องของมาตรการที่มีอยู่",
        "Questions of {tool} under {mark} without a measure: {codes}",
        "add a measure, or name these codes in one",
    ),
    "weak.indicators": _warning(
        "ตัวชี้วัดที่ได้ต่ำกว่า {mark} คะแนนแต่ยังไม่มีมาตรการรองรับ: ตัวชี้วัดที่ {indicators}",
        "เพิ่มมาตรการสำหรับตัวชี้วัดนี้ หรือระบุเลขตัวชี้วัดในมาตรการที่มีอยู่",
        "Indicators under {mark} without a measure: {indicators}",
        "add a measure for them, or name the indicator in one",
    ),
}

_TEXTS: dict[str, Sentences] = {
    "text.agency": _error(
        "ข้อความกล่าวถึง “{found}” ซึ่งเป็นชื่อหน่วยงานอื่น ไม่ใช่ {own}",
        "หากคัดลอกมาจากรายงานของหน่วยงานอื่น ให้แก้เป็นชื่อหน่วยงานของท่าน",
        "The text names another agency, “{found}”, not {own}",
        "if it was copied from another agency's report, put your own name",
    ),
    "text.agency_misspelt": _error(
        "ข้อความเขียนชื่อหน่วยงานว่า “{found}” น่าจะหมายถึง “{own}”",
        "แก้ไขตัวสะกดของชื่อหน่วยงาน",
        "The text spells the agency “{found}”; it seems to mean “{own}”",
        "correct the spelling of the agency's name",
    ),
    "text.agency_unsure": _warning(
        "ข้อความมีคำว่า “{found}” ซึ่งอาจเป็นชื่อหน่วยงานอื่น ไม่ใช่ {own}",
        "ตรวจสอบว่าไม่ได้คัดลอกชื่อหน่วยงานอื่นมา",
        "The text has “{found}”, which may be the name of another agency, not {own}",
        "make sure that no other agency's name was copied",
    ),
    "text.year": _warning(
        "ข้อความกล่าวถึงปี {found} แต่รายงานนี้ประเมินปี {year} และวางแผนสำหรับปี {plan}",
        "ตรวจสอบปี หากคัดลอกมาจากรายงานเก่าให้แก้ไข",
        "The text names the year {found}; this report assesses {year} and plans for {plan}",
        "check the year, and correct it if it was copied from an old report",
    ),
    "text.assessed_year": _warning(
        "ข้อความกล่าวถึงการประเมินของปี {found} แต่รายงานนี้ประเมินปี {year}",
        "ตรวจสอบปีงบประมาณที่ประเมินในข้อความนี้",
        "The text speaks of the assessment of {found}; this report is on {year}",
        "check the year assessed in this text",
    ),
    "text.code_unknown": _error(
        "ข้อความอ้างข้อ {found} ซึ่งปีงบประมาณ พ.ศ. {year} ไม่มี (มี {known})",
        "แก้ไขรหัสให้ตรงกับแบบวัดของปีนี้",
        "The text names {found}, which the year {year} does not have (it has {known})",
        "correct the code to one of this year's",
    ),
    "text.code_misprint": _warning(
        "ข้อความมีเลข “{found}” ซึ่งน่าจะเป็นรหัสที่พิมพ์ผิด หมายถึง {meant} หรือไม่",
        "พิมพ์รหัสให้ถูกต้อง เช่น {meant}",
        "The text has “{found}”, which looks like a misprinted code; did you mean {meant}?",
        "type the code, such as {meant}",
    ),
    "text.sub_indicator": _warning(
        "ข้อความจัดข้อ {code} ไว้ในตัวชี้วัดย่อย {found} แต่ข้อนี้อยู่ในตัวชี้วัดย่อย {actual}",
        "แก้ไขเลขตัวชี้วัดย่อยหรือรหัสข้อ",
        "The text puts {code} under sub-indicator {found}; it belongs to {actual}",
        "correct the sub-indicator or the code",
    ),
    "text.not_lowest": _warning(
        "ข้อความว่า {name} ได้คะแนนต่ำสุด แต่ได้ {score} คะแนน ส่วนที่ต่ำสุดคือ {others} ({best} คะแนน)",
        "แก้ไขข้อที่ระบุหรือตรวจสอบคะแนน",
        "The text calls {name_en} the lowest, but it has {score}; the lowest is {others_en} ({best})",
        "correct what is named, or check the scores",
    ),
    "text.not_highest": _warning(
        "ข้อความว่า {name} ได้คะแนนสูงสุด แต่ได้ {score} คะแนน ส่วนที่สูงสุดคือ {others} ({best} คะแนน)",
        "แก้ไขรายชื่อที่ระบุหรือตรวจสอบคะแนน",
        "The text calls {name_en} the highest, but it has {score}; the highest is {others_en} ({best})",
        "correct what is named, or check the scores",
    ),
    "text.all_equal": _warning(
        "ข้อความว่า {name} ได้คะแนนต่ำสุด แต่ทุกข้อที่เทียบกันได้ {score} คะแนนเท่ากัน จึงไม่มีข้อใดต่ำสุด",
        "แก้ไขข้อความ หรือตรวจสอบคะแนนรายข้อ",
        "The text calls {name_en} the lowest, but all have {score}: none is the lowest",
        "correct the text, or check the scores",
    ),
    "text.score": _warning(
        "ข้อความว่า {name} ได้ {found} คะแนน แต่ตัวเลขในตารางเป็น {score}",
        "แก้ไขตัวเลขในข้อความให้ตรงกับตาราง",
        "The text gives {name_en} {found} points, the table {score}",
        "make the text agree with the table",
    ),
    "text.change_total": _error(
        "ข้อความว่าคะแนนรวม{found} คะแนน แต่ปีนี้ได้ {score} ปีก่อนได้ {previous} จึง{actual}",
        "แก้ไขข้อความ หรือตรวจสอบคะแนนรวมของทั้งสองปี",
        "The text says that the total {found_en}; it is {score} after {previous}, so it {actual_en}",
        "correct the text, or check the totals of both years",
    ),
    "text.change": _warning(
        "ข้อความว่า {name} {found} คะแนน แต่ปีนี้ได้ {score} ปีก่อนได้ {previous} จึง{actual}",
        "แก้ไขข้อความ หรือตรวจสอบคะแนนของทั้งสองปี",
        "The text says that {name_en} {found_en}; it is {score} after {previous}, so it {actual_en}",
        "correct the text, or check the scores of both years",
    ),
    "text.level_mark": _warning(
        "ข้อความว่าระดับ{level}ใช้เกณฑ์ {found} คะแนน แต่หลักเกณฑ์ปีงบประมาณ พ.ศ. {year} ใช้ {minimum} คะแนน",
        "แก้ไขเกณฑ์ในข้อความ",
        "The text gives {found} as the mark of the level {level}; in {year} it is {minimum}",
        "correct the mark in the text",
    ),
}

_DAMAGE: dict[str, Sentences] = {
    "damage.formula": _error(
        "สูตรในช่อง {cells} ถูกพิมพ์หรือวางทับ จำนวน {count} ช่อง ผลที่แสดงในช่องนี้จึงไม่เปลี่ยนตามคะแนน",
        "กดย้อนกลับ (Ctrl+Z) หากทำได้ หรือสร้างสมุดงานใหม่แล้วคัดลอกคะแนนไปวาง รายงาน Word ยังคิดจากคะแนนที่กรอกตามปกติ",
        "The formulas of {cells} ({count} cells) were typed or pasted over and no longer follow the scores",
        "undo it if possible, or make a new workbook and copy the scores; Word reports are not affected",
    ),
    "damage.locked": _warning(
        "ช่องกรอก {cells} ถูกล็อกจากการวาง จำนวน {count} ช่อง จึงแก้ไขไม่ได้ขณะที่แผ่นงานป้องกันอยู่",
        "เลิกป้องกันแผ่นงาน คัดลอกช่องกรอกข้างเคียงแล้ววางเฉพาะรูปแบบ จากนั้นป้องกันแผ่นงานอีกครั้ง",
        "A paste locked {cells} ({count} cells to fill in), which cannot be edited while the sheet is protected",
        "unprotect the sheet, copy the format of a neighbouring cell, and protect it again",
    ),
    "damage.unlocked": _warning(
        "ช่อง {cells} จำนวน {count} ช่องไม่ได้ล็อกตามเดิม จึงอาจถูกพิมพ์ทับได้",
        "เลิกป้องกันแผ่นงาน ตั้งรูปแบบเซลล์ให้ล็อก แล้วป้องกันแผ่นงานอีกครั้ง",
        "{cells} ({count} cells) are no longer locked and may be typed over",
        "unprotect the sheet, set the cells to locked, and protect it again",
    ),
    "damage.validation": _warning(
        "ช่อง {cells} จำนวน {count} ช่องไม่มีกฎตรวจค่าที่พิมพ์ เพราะถูกวางทับ Excel จึงไม่เตือนเมื่อกรอกผิด",
        "ตรวจค่าในช่องนี้ให้ถูกต้อง ครั้งต่อไปให้วางเฉพาะค่า หรือใช้ปุ่มวางคะแนน",
        "A paste took the rule for typing off {cells} ({count} cells), so Excel does not warn of mistakes there",
        "look the values over; next time paste values only, or use the button for pasting scores",
    ),
    "damage.unprotected": _warning(
        "แผ่นงาน {sheet} ถูกเลิกป้องกัน สูตรและข้อความประจำแผ่นงานจึงอาจถูกพิมพ์ทับได้",
        "เลือกแถบตรวจทาน แล้วกดป้องกันแผ่นงาน ไม่ต้องใส่รหัสผ่าน",
        "The sheet {sheet} is no longer protected, so its formulas and fixed texts may be typed over",
        "choose Protect Sheet on the Review tab; no password is needed",
    ),
    "damage.unknown": _warning(
        "ตรวจสภาพของสมุดงานไม่ได้ แม้อ่านคะแนนได้ตามปกติ จึงไม่ทราบว่าสูตรและการป้องกันยังครบหรือไม่",
        "เปิดสมุดงานด้วย Excel บันทึกใหม่ แล้วตรวจสอบอีกครั้ง",
        "The scores could be read, but not whether formulas and protection are still complete",
        "open the workbook in Excel, save it, and check again",
    ),
}

CATALOGUE: dict[str, Sentences] = {**_DAMAGE, **_CELLS, **_FIGURES, **_YEARS_AND_AGENCY, **_PLAN, **_TEXTS, **ENTRY}
