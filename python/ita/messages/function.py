"""Sentences that the functions in a cell answer with."""

from __future__ import annotations

from ita.messages.model import Message, message

FUNCTION: dict[str, Message] = {
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
