"""The sentences of the faults that ``ita lint`` finds, by code: what is wrong, how to mend it, Thai and English."""

from __future__ import annotations

from collections.abc import Mapping

from ita.messages import Message, message

SENTENCES: Mapping[str, Message] = {
    "file.no_document": message(
        "เปิดแฟ้มนี้เป็นเอกสาร Word ไม่ได้",
        "เปิดด้วย Word แล้วบันทึกใหม่เป็นชนิด .docx หรือใช้แม่แบบเดิม",
        "This file cannot be opened as a Word document",
        "open it in Word and save it again as .docx, or use the original template",
    ),
    "file.part": message(
        "{part} ในแฟ้มเสียหาย",
        "เปิดด้วย Word ให้ซ่อมแซม แล้วบันทึกใหม่",
        "The {part} inside the file is damaged",
        "let Word repair the file and save it again",
    ),
    "file.no_title": message(
        "เอกสารไม่มีชื่อเรื่อง เมนูรายงานจึงแสดงชื่อแฟ้มแทน",
        "ใน Word เลือก แฟ้ม > ข้อมูล > ชื่อเรื่อง แล้วพิมพ์ชื่อรายงาน",
        "The document has no title, so the menu shows the file's name",
        "in Word, File > Info > Title, type the report's name",
    ),
    "file.fonts": message(
        "แบบอักษรถูกฝังไว้ในแฟ้ม",
        "ใน Word เลือก แฟ้ม > ตัวเลือก > บันทึก แล้วเอาเครื่องหมายหน้า ฝังแบบอักษรในแฟ้ม ออก",
        "Fonts are embedded in the file",
        "in Word, File > Options > Save, switch off embedding fonts",
    ),
    "file.tracked": message(
        "มีการแก้ไขที่ยังไม่ได้ยอมรับ (ติดตามการเปลี่ยนแปลง)",
        "ใน Word เลือก ตรวจทาน > ยอมรับทั้งหมด แล้วบันทึก",
        "There are tracked changes that nobody accepted",
        "in Word, Review > Accept All, and save",
    ),
    "file.other": message(
        "แม่แบบยังใช้ไม่ได้: {detail}",
        "เทียบกับแม่แบบเดิม แล้วแก้ตามที่ระบุ",
        "The template cannot be used yet: {detail}",
        "compare it with the original template and mend it",
    ),
    "tag.unclosed": message(
        "คำสั่งเปิดด้วย {mark} แต่ไม่มี {closing}",
        "พิมพ์ {closing} ปิดท้ายคำสั่งในย่อหน้าเดียวกัน",
        "A tag opens with {mark} but has no {closing}",
        "type {closing} at its end, in the same paragraph",
    ),
    "tag.unopened": message(
        "พบ {mark} โดยไม่มีคำสั่งเปิดก่อนหน้า",
        "พิมพ์ {opening} ที่ต้นคำสั่ง หรือลบ {mark} ทิ้ง",
        "{mark} stands without an opening before it",
        "type {opening} where the tag begins, or delete {mark}",
    ),
    "tag.spaced": message(
        "มีช่องว่างคั่นกลางเครื่องหมายของคำสั่ง: {mark}",
        "พิมพ์สองตัวติดกัน",
        "A space tears the sign of a tag apart: {mark}",
        "type both characters together",
    ),
    "tag.single": message(
        "ใช้วงเล็บปีกกาเดี่ยวกับชื่อ {name} จึงพิมพ์ออกมาตามตัวอักษร",
        "ใช้วงเล็บปีกกาคู่ {{{{ {name} }}}}",
        "A single brace around {name} prints as it stands",
        "use double braces {{{{ {name} }}}}",
    ),
    "tag.curly": message(
        "Word เปลี่ยนเครื่องหมายคำพูดในคำสั่ง {tag} เป็นแบบโค้ง",
        "พิมพ์เครื่องหมายคำพูดแบบตรง ' แทน (กด Ctrl+Z ทันทีหลัง Word เปลี่ยนให้)",
        "Word made the quotes in the tag {tag} curly",
        "type straight quotes (press Ctrl+Z right after Word changes them)",
    ),
    "tag.invisible": message(
        "มีอักขระที่มองไม่เห็นอยู่ในคำสั่ง {tag}",
        "ลบคำสั่งแล้วพิมพ์ใหม่ด้วยมือ",
        "An invisible character stands in the tag {tag}",
        "delete the tag and type it anew",
    ),
    "tag.syntax": message(
        "คำสั่ง {tag} อ่านไม่ได้: {detail}",
        "แก้คำสั่งตามตัวอย่างใน docs/templates.md",
        "The tag {tag} cannot be read: {detail}",
        "correct it after the examples in docs/templates.md",
    ),
    "tag.forbidden": message(
        "คำสั่ง {tag} ใช้ในแม่แบบไม่ได้: {detail}",
        "ใช้เฉพาะสิ่งที่มีใน docs/templates.md",
        "The tag {tag} is not allowed in a template: {detail}",
        "use only what docs/templates.md lists",
    ),
    "tag.unknown": message(
        "ไม่มีคำสั่ง {name} ที่ใช้ใน {tag}",
        "ใช้ได้เฉพาะ if elif else endif for endfor และ vm",
        "There is no command {name}, used in {tag}",
        "use only if elif else endif for endfor and vm",
    ),
    "tag.outside": message(
        "คำสั่ง {tag} ใช้ได้เฉพาะในตาราง",
        "ย้ายเข้าไปในแถวของตาราง หรือใช้ {{%p แทน",
        "The tag {tag} works only inside a table",
        "move it into a table row, or use {{%p instead",
    ),
    "tag.merge": message(
        "คำสั่งรวมช่อง {tag} ต้องอยู่ในช่องของแถวที่พิมพ์ซ้ำ",
        "ย้ายเข้าไปในตารางระหว่าง {{%tr for … %}} กับ {{%tr endfor %}}",
        "The merge tag {tag} must stand in a cell of a repeated row",
        "move it into the table between {{%tr for … %}} and {{%tr endfor %}}",
    ),
    "tag.company": message(
        "ข้อความ “{text}” อยู่ใน{holder}เดียวกับ {tag} จึงจะหายไปจากรายงาน",
        "ย้ายข้อความไปไว้ใน{holder}อื่น",
        "The text “{text}” shares its {holder_en} with {tag} and will not reach the report",
        "move the text into another {holder_en}",
    ),
    "block.unclosed": message(
        "คำสั่ง {tag} ไม่มี {closing}",
        "เพิ่ม {closing} หลังส่วนที่ต้องการ",
        "The tag {tag} has no {closing}",
        "add {closing} behind what it is about",
    ),
    "block.unopened": message(
        "คำสั่ง {tag} ไม่มีคำสั่ง {opening} ก่อนหน้า",
        "เพิ่ม {opening} หรือลบคำสั่งนี้",
        "The tag {tag} has no {opening} before it",
        "add {opening}, or delete this tag",
    ),
    "block.kind": message(
        "คำสั่ง {tag} ปิดหรือต่อจาก {opening} ซึ่งเป็นคนละชนิด",
        "ใช้ชนิดเดียวกันทั้งคู่ (ย่อหน้า {{%p แถว {{%tr ช่อง {{%tc หรือในบรรทัด {{%)",
        "The tag {tag} belongs to {opening}, which is of another kind",
        "use one kind for both (paragraph {{%p, row {{%tr, cell {{%tc, inline {{%)",
    ),
    "block.place": message(
        "คำสั่ง {tag} อยู่คนละย่อหน้า คนละช่อง หรือคนละตารางกับ {opening}",
        "วางทั้งคู่ไว้ในช่องหรือตารางเดียวกัน หากอยู่คนละย่อหน้าให้ใช้ {{%p",
        "The tag {tag} stands in another paragraph, cell or table than {opening}",
        "put both into the same one, or use {{%p across paragraphs",
    ),
    "block.else": message(
        "คำสั่ง {tag} อยู่หลัง else ของคำสั่ง {opening}",
        "ให้มี else เพียงครั้งเดียวและอยู่ท้ายสุด",
        "The tag {tag} stands behind the else of {opening}",
        "keep one else only, as the last",
    ),
    "name.unknown": message(
        "ไม่มีชื่อ {name}",
        "แก้การสะกดตามรายชื่อใน docs/templates.md",
        "There is no name {name}",
        "correct it after the list in docs/templates.md",
    ),
    "name.attribute": message(
        "{owner} ไม่มี .{name}",
        "แก้การสะกดตามรายชื่อใน docs/templates.md",
        "{owner} has no .{name}",
        "correct it after the list in docs/templates.md",
    ),
    "name.list": message(
        "{owner} เป็นรายการ จึงใช้ .{name} ทันทีไม่ได้",
        "พิมพ์ซ้ำทีละรายการด้วย for แล้วใช้ .{name} กับชื่อในการพิมพ์ซ้ำ",
        "{owner} is a list, so .{name} cannot be taken from it",
        "go through it with for and take .{name} of the loop's own name",
    ),
    "name.filter": message(
        "ไม่มีตัวกรอง {name}",
        "ใช้ได้เฉพาะ {known}",
        "There is no filter {name}",
        "use only {known}",
    ),
    "name.test": message(
        "ไม่มีคำถาม is {name}",
        "ใช้ได้เฉพาะ {known}",
        "There is no test {name}",
        "use only {known}",
    ),
    "value.list": message(
        "{name} เป็นรายการ พิมพ์ทั้งรายการไม่ได้",
        "ใช้ for เพื่อพิมพ์ทีละรายการ หรือ |join เมื่อเป็นรายการของข้อความ",
        "{name} is a list and cannot be printed as a whole",
        "use for to print each, or |join where it lists texts",
    ),
    "value.view": message(
        "{name} มีหลายค่า ต้องระบุว่าจะพิมพ์ค่าใด",
        "เติมชื่อย่อยหลังจุด เช่น {example}",
        "{name} has several values; say which to print",
        "add a name behind a dot, such as {example}",
    ),
    "value.truth": message(
        "{name} เป็นจริงหรือเท็จ พิมพ์ออกมาแล้วจะว่าง",
        "ใช้ใน if เช่น {{% if {name} %}}",
        "{name} is true or false and prints as nothing",
        "use it in an if, such as {{% if {name} %}}",
    ),
    "value.loop": message(
        "for ใช้กับ {name} ไม่ได้ เพราะไม่ใช่รายการ",
        "ใช้กับชื่อที่เป็นรายการตาม docs/templates.md",
        "for cannot go through {name}, which is no list",
        "use a name that is a list in docs/templates.md",
    ),
    "value.filter": message(
        "ตัวกรอง {filter} ใช้กับ {name} ไม่ได้ เพราะไม่ใช่รายการที่เหมาะกับตัวกรองนี้",
        "ใช้กับชื่อที่เป็นรายการ (join ใช้กับรายการของข้อความหรือคะแนน)",
        "The filter {filter} cannot be used on {name}, which is no fitting list",
        "use it on a list (join on a list of texts or scores)",
    ),
    "value.mixed": message(
        "เทียบหรือบวกลบ {left} กับ {right} ไม่ได้ เพราะเป็นค่าคนละชนิด",
        "คะแนนใช้ .value เมื่อเทียบกับตัวเลข และ .text หรือ .name เมื่อเทียบกับข้อความ",
        "{left} and {right} are of different kinds and cannot be compared or added",
        "use .value of a score beside a number, .text or .name beside a text",
    ),
    "look.halves": message(
        "รูปแบบตัวอักษรกำหนดไว้เพียงครึ่งเดียว ({halves}) อักษรไทยกับอักษรละตินจะต่างกัน",
        "เลือกข้อความ “{text}” แล้วกำหนดขนาด ตัวหนา และแบบอักษรใหม่อีกครั้ง",
        "Only one half of the character format is set ({halves}), so Thai and Latin letters will differ",
        "select “{text}” and set size, bold and font again",
    ),
    "look.style": message(
        "ลักษณะ {style} กำหนดรูปแบบตัวอักษรไว้เพียงครึ่งเดียว ({halves})",
        "แก้ไขลักษณะนั้น แล้วกำหนดแบบอักษรทั้งของละตินและอักษรที่ซับซ้อน (Complex scripts)",
        "The style {style} sets only one half of the character format ({halves})",
        "modify the style and set both the Latin and the complex-script font",
    ),
    "chart.unknown": message(
        "แผนภูมิชื่อ {name} ไม่ตรงกับแผนภูมิใดของรายงาน จึงจะไม่ได้ข้อมูล",
        "เปลี่ยนชื่อในบานหน้าต่างการเลือก เป็นชื่อใดชื่อหนึ่งใน {known}",
        "The chart called {name} is none of the report's and gets no data",
        "rename it in the Selection Pane to one of {known}",
    ),
    "chart.series": message(
        "แผนภูมิ {name} มีชุดข้อมูลชื่อ {series} ซึ่งไม่รู้จัก ชุดนั้นจะถูกตัดออก",
        "ตั้งชื่อชุดข้อมูลเป็นชื่อใดชื่อหนึ่งใน {known}",
        "The chart {name} has a series {series}, which is unknown and will be left out",
        "name the series one of {known}",
    ),
    "chart.broken": message(
        "แผนภูมิ {name} ไม่มีข้อมูลหรือสมุดงานอยู่ภายใน",
        "คัดลอกแผนภูมินั้นจากแม่แบบเดิมมาใช้แทน",
        "The chart {name} has no data or workbook inside",
        "copy that chart from the original template again",
    ),
    "picture.near": message(
        "รูปภาพชื่อ {name} ไม่ใช่ที่ว่างของตราหน่วยงาน",
        "เปลี่ยนชื่อในบานหน้าต่างการเลือก",
        "The picture called {name} is not the place of the agency's seal",
        "rename it in the Selection Pane",
    ),
    "picture.broken": message(
        "รูปภาพ {name} ไม่มีอยู่ในแฟ้ม",
        "ลบรูปนั้น แล้วแทรกใหม่",
        "The picture {name} is not in the file",
        "delete it and insert it again",
    ),
}
