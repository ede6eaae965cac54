"""The sentences of what was not understood of a paste, and of what could not be taken over from another year."""

from __future__ import annotations

from typing import Literal

from ita.messages import Message, message

ENTRY: dict[str, tuple[Literal["error", "warning"], Message]] = {
    "paste.no_text": (
        "error",
        message(
            "ไม่มีข้อความให้อ่าน",
            "คัดลอกคะแนนจากหน้าเว็บ แฟ้ม หรือข้อความ แล้วกดวางคะแนนอีกครั้ง",
            "There is no text to read",
            "copy the scores and paste them again",
        ),
    ),
    "paste.too_long": (
        "error",
        message(
            "ข้อความยาวเกิน {most} ตัวอักษร หรือมีบรรทัดที่ยาวเกิน {line} ตัวอักษร จึงไม่ได้อ่าน",
            "คัดลอกเฉพาะตารางคะแนนของเครื่องมือเดียว",
            "The text has more than {most} characters, or a line of more than {line}, and was not read",
            "copy the table of one tool only",
        ),
    ),
    "paste.no_questions": (
        "error",
        message(
            "ยังไม่ทราบข้อคำถามของ {target} ปีงบประมาณ พ.ศ. {year} จึงไม่รู้ว่าคะแนนเป็นของข้อใด",
            "พิมพ์รหัสและข้อคำถามในแผ่นงานก่อน หรือกรอกคะแนนตัวชี้วัดที่ประกาศแทน",
            "The questions of {target} in {year} are not known, so no score can be placed",
            "name the questions in the sheet first, or type the published indicators",
        ),
    ),
    "paste.nothing": (
        "error",
        message(
            "ไม่พบคะแนนของ {target} ในข้อความ",
            "คัดลอกให้มีทั้งรหัสข้อและคะแนน เช่น i1 98.62 ข้อละบรรทัด",
            "There is no score of {target} in the text",
            "copy codes and scores together, such as i1 98.62, one a line",
        ),
    ),
    "paste.line": (
        "warning",
        message(
            "ไม่ทราบว่าคะแนนในบรรทัดนี้เป็นของข้อใด: “{text}”",
            "ใส่รหัสข้อไว้หน้าคะแนน หรือลบบรรทัดนี้หากไม่ใช่คะแนน",
            "There is no telling which question this line is about: “{text}”",
            "put the code before the score, or delete the line if it is no score",
        ),
    ),
    "paste.block": (
        "error",
        message(
            "มีรหัส {codes} ข้อเรียงกัน แต่มีคะแนนตามมา {figures} บรรทัด จึงจับคู่ไม่ได้",
            "จัดให้รหัสและคะแนนอยู่บรรทัดเดียวกัน หรือให้มีจำนวนเท่ากัน",
            "{codes} codes are followed by {figures} lines of figures, so they cannot be paired",
            "put each code and its score on one line, or make them equal in number",
        ),
    ),
    "paste.code": (
        "error",
        message(
            "ปีงบประมาณ พ.ศ. {year} ไม่มีข้อ {code} (ข้อสุดท้ายคือ {last}) คะแนนนี้จึงไม่ได้ใช้",
            "ตรวจรหัสข้อในข้อความที่คัดลอกมา",
            "The year {year} has no {code} (the last is {last}), so its score was not used",
            "check the code in the text",
        ),
    ),
    "paste.other_year": (
        "error",
        message(
            "มีรหัส {count} ข้อ (ถึง {last}) แต่ {target} ปีงบประมาณ พ.ศ. {year} มี {expected} ข้อ จึงไม่ได้ใส่คะแนนใด "
            "เพราะรหัสของแต่ละปีหมายถึงคนละเรื่อง จำนวนนี้ตรงกับปี {years}",
            "คัดลอกผลของปีงบประมาณ พ.ศ. {year} หรือเปิดสมุดงานของปีที่ตรงกัน",
            "There are {count} codes (up to {last}), but {target} has {expected} in {year}; nothing was used, "
            "for codes change their meaning between years. As many stand in {years}",
            "copy the result of {year}, or open the workbook of the other year",
        ),
    ),
    "paste.wordings": (
        "error",
        message(
            "ถ้อยคำหลังรหัส {count} ข้อเป็นของปีงบประมาณ พ.ศ. {years} ไม่ใช่ปี {year} จึงไม่ได้ใส่คะแนนใด",
            "คัดลอกผลของปีงบประมาณ พ.ศ. {year} หรือเปิดสมุดงานของปีที่ตรงกัน",
            "The words behind {count} codes are those of {years}, not of {year}; nothing was used",
            "copy the result of {year}, or open the workbook of the other year",
        ),
    ),
    "paste.contradicts": (
        "error",
        message(
            "บรรทัดนี้มีรหัส {code} แต่ถ้อยคำเป็นของข้อ {other} จึงไม่ได้ใช้คะแนน",
            "แก้รหัสให้ตรงกับถ้อยคำ แล้ววางใหม่ หรือพิมพ์คะแนนเอง",
            "The code of this line is {code}, its wording that of {other}, so its score was not used",
            "make the two agree and paste again, or type the score",
        ),
    ),
    "paste.too_many": (
        "error",
        message(
            "มีรหัส {count} ข้อ (ถึง {last}) ซึ่งไม่ตรงกับ {target} ปีงบประมาณ พ.ศ. {year} ที่มี {expected} ข้อ จึงไม่ได้ใส่คะแนนใด",
            "ตรวจว่าเลือกเครื่องมือและปีถูกต้อง แล้วคัดลอกใหม่",
            "There are {count} codes (up to {last}), but {target} has {expected} in {year}; nothing was used",
            "check the tool and the year, and copy again",
        ),
    ),
    "paste.other_tool": (
        "warning",
        message(
            "มีคะแนนของเครื่องมืออื่น {count} ข้อ ซึ่งไม่ได้นำมาใส่ใน {target}",
            "หากต้องการคะแนนเหล่านั้น ให้เลือกเครื่องมือให้ตรงแล้ววางอีกครั้ง",
            "There are {count} questions of another tool, which were not put into {target}",
            "choose that tool and paste again if you want them",
        ),
    ),
    "paste.other_part": (
        "warning",
        message(
            "มีคะแนนของอีกส่วนหนึ่ง {count} บรรทัด ซึ่งไม่ได้นำมาใส่ใน {target}",
            "เลือก EIT ทั้งสองส่วนหากต้องการใส่พร้อมกัน",
            "{count} lines belong to the other part and were not put into {target}",
            "choose EIT to fill both parts at once",
        ),
    ),
    "paste.no_part": (
        "error",
        message(
            "ข้อ {code} มีตัวเลขเดียว ไม่ทราบว่าเป็นคะแนนของส่วนที่ 1 หรือส่วนที่ 2",
            "เลือกวางลงส่วนที่ 1 หรือส่วนที่ 2 หรือคัดลอกมาทั้งสองคอลัมน์",
            "Question {code} has one figure, which may be of part 1 or part 2",
            "choose the part, or copy both columns",
        ),
    ),
    "paste.which_part": (
        "error",
        message(
            "มีตัวเลข {count} ตัวโดยไม่บอกว่าตัวใดเป็นของส่วนที่ 1 หรือส่วนที่ 2 จึงไม่ได้ใส่คะแนนใด",
            "วางทีละส่วน หรือคัดลอกสองคอลัมน์พร้อมกันโดยให้แต่ละข้ออยู่บรรทัดเดียว",
            "There are {count} figures, but nothing says which belong to part 1 or part 2; nothing was used",
            "paste one part at a time, or both columns with each question on one line",
        ),
    ),
    "paste.many": (
        "error",
        message(
            "ข้อ {code} มีหลายตัวเลข ({figures}) ไม่ทราบว่าตัวใดเป็นคะแนน",
            "คัดลอกเฉพาะคอลัมน์รหัสและคอลัมน์คะแนน หรือคัดลอกแถวหัวตารางมาด้วย",
            "Question {code} has several figures ({figures}), any of which may be the score",
            "copy only the code and the score, or copy the row of headings too",
        ),
    ),
    "paste.columns": (
        "error",
        message(
            "มี {count} บรรทัดที่ตัวเลขน้อยกว่าบรรทัดอื่น ไม่ทราบว่าเป็นตัวเลขของคอลัมน์ใด จึงไม่ได้ใส่คะแนนของบรรทัดเหล่านี้",
            "คัดลอกเฉพาะคอลัมน์รหัสและคอลัมน์คะแนน หรือคัดลอกแถวหัวตารางมาด้วย",
            "{count} lines have fewer figures than the others, so their columns cannot be told; they were not used",
            "copy only the code and the score, or copy the row of headings too",
        ),
    ),
    "paste.twice": (
        "error",
        message(
            "ข้อ {code} มีคะแนนไม่เท่ากันในหลายแห่ง ({figures}) จึงไม่ได้ใส่คะแนนข้อนี้",
            "ตรวจว่าคะแนนใดถูกต้อง แล้วพิมพ์เอง",
            "Question {code} has different scores ({figures}) in several places, so none was used",
            "see which is right and type it",
        ),
    ),
    "paste.range": (
        "error",
        message(
            "ข้อ {code} มีคะแนน {value} ซึ่งอยู่นอกช่วง 0 ถึง 100 จึงไม่ได้ใส่คะแนนข้อนี้",
            "ตรวจตัวเลขนี้กับต้นฉบับ แล้วพิมพ์เอง",
            "Question {code} has the score {value}, outside 0-100, which was not used",
            "check it against the source and type it",
        ),
    ),
    "paste.restarts": (
        "error",
        message(
            "เลขข้อ {number} มีมากกว่าหนึ่งบรรทัด เหมือนนับเลขใหม่ในแต่ละตัวชี้วัด จึงไม่ทราบว่าเป็นข้อใด",
            "คัดลอกพร้อมรหัสข้อ เช่น i1 หรือคัดลอกเฉพาะคอลัมน์คะแนนให้ครบทุกข้อตามลำดับ",
            "The number {number} stands before several lines, as if counting began anew, so they cannot be placed",
            "copy the codes such as i1, or the column of scores alone, complete and in order",
        ),
    ),
    "paste.by_order": (
        "warning",
        message(
            "ข้อความหน้าคะแนนไม่ตรงกับถ้อยคำของข้อคำถามที่โปรแกรมมี จึงใส่คะแนน {count} ข้อตามลำดับบรรทัด",
            "ตรวจว่าบรรทัดเรียงตามลำดับข้อของปีนี้",
            "The words before the figures are none of the known questions, so the {count} scores were taken in order",
            "check that the lines are in the order of this year's questions",
        ),
    ),
    "paste.count": (
        "error",
        message(
            "มีตัวเลข {count} ตัวโดยไม่มีรหัสข้อ แต่ {target} ปีงบประมาณ พ.ศ. {year} มี {expected} ข้อ จึงไม่ได้ใส่คะแนนใด",
            "คัดลอกพร้อมรหัสข้อ หรือคัดลอกคอลัมน์คะแนนให้ครบทุกข้อ ข้อที่ไม่มีคะแนนให้ใส่เครื่องหมาย -",
            "There are {count} figures without codes, but {target} has {expected} in {year}; nothing was used",
            "copy the codes too, or the whole column, with a - where there is no score",
        ),
    ),
    "paste.count_of_year": (
        "error",
        message(
            "มีตัวเลข {count} ตัวโดยไม่มีรหัสข้อ แต่ {target} ปีงบประมาณ พ.ศ. {year} มี {expected} ข้อ จึงไม่ได้ใส่คะแนนใด "
            "จำนวนนี้ตรงกับปี {years}",
            "ตรวจว่าเป็นผลของปีเดียวกับสมุดงาน แล้วคัดลอกใหม่พร้อมรหัสข้อ",
            "There are {count} figures without codes, but {target} has {expected} in {year}; nothing was used. "
            "As many stand in {years}",
            "check that the result is of the workbook's year, and copy it again with its codes",
        ),
    ),
    "paste.fractions": (
        "warning",
        message(
            "ตัวเลขทั้งหมดไม่เกิน 1 อาจเป็นสัดส่วน (0.98) ไม่ใช่คะแนนเต็ม 100 (98)",
            "หากเป็นสัดส่วน ให้จัดรูปแบบต้นฉบับเป็นร้อยละแล้วคัดลอกใหม่",
            "No figure is above 1, so they may be shares (0.98) and not points (98)",
            "if so, format the source as percentages and copy it again",
        ),
    ),
    "carry.question": (
        "warning",
        message(
            "ข้อ {code} ได้ {score} คะแนน แต่ปีงบประมาณ พ.ศ. {year} ไม่พบข้อที่ถามเรื่องเดียวกัน: {wording}",
            "หากปีใหม่มีข้อที่ตรงกัน ให้พิมพ์คะแนนนี้ในช่องปีก่อนของข้อนั้น",
            "Question {code} scored {score}, but nothing in {year} is known to ask the same: {wording}",
            "if the new year has such a question, type the score as its last year's",
        ),
    ),
    "carry.one_part": (
        "warning",
        message(
            "ข้อ {code} มีคะแนนไม่ครบสองส่วน ({score}) จึงไม่มีค่าเฉลี่ยไว้เปรียบเทียบ: {wording}",
            "กรอกคะแนนอีกส่วนในสมุดงานปีก่อนแล้วสร้างใหม่ หรือพิมพ์ในช่องปีก่อนของข้อนี้",
            "Question {code} has a score in one part only ({score}), so there is no mean to compare with: {wording}",
            "type the other part in last year's workbook and make this one again",
        ),
    ),
    "carry.guess": (
        "warning",
        message(
            "ใส่คะแนน {score} ของข้อ {previous} ปีก่อนไว้ที่ข้อ {code} แต่ยังไม่แน่ใจว่าถามเรื่องเดียวกัน: {wording}",
            "เทียบถ้อยคำของทั้งสองปี หากเป็นคนละเรื่องให้ลบคะแนนในช่องปีก่อน",
            "The score {score} of last year's {previous} stands at {code}, not surely the same question: {wording}",
            "compare the wordings and clear the cell if they do not",
        ),
    ),
    "carry.not_processed": (
        "warning",
        message(
            "ปีก่อน {tool} ไม่ประมวลผล จึงไม่มีคะแนนไว้เปรียบเทียบ",
            "เว้นช่องปีก่อนไว้ หรือพิมพ์คะแนนหากมีการประกาศภายหลัง",
            "Last year {tool} was not processed, so it has no score to compare with",
            "leave the cell blank, or type the score if it was published later",
        ),
    ),
    "carry.measure_code": (
        "warning",
        message(
            "มาตรการนี้อ้างถึงข้อ {codes} ซึ่งไม่พบในปีงบประมาณ พ.ศ. {year} จึงไม่ได้ใส่รหัสไว้",
            "เลือกข้อที่เกี่ยวข้องของปีใหม่ในแผ่นงานมาตรการ หรือลบมาตรการนี้หากไม่ต้องทำแล้ว",
            "This measure names {codes}, which {year} is not known to have, so they were left out",
            "choose the questions of the new year, or delete the measure if it is no longer needed",
        ),
    ),
}
