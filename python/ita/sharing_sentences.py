"""The sentences of a verification: whether each leaves everything in order, and its words in Thai and in English."""

from __future__ import annotations

from ita.messages import Lang

SENTENCES: dict[str, tuple[bool, dict[Lang, str]]] = {
    "ok": (True, {"th": "ผลการตรวจ: ตรงกัน", "en": "Result: everything matches"}),
    "not_ok": (
        False,
        {"th": "ผลการตรวจ: ไม่ตรงกันหรือยืนยันไม่ได้", "en": "Result: it does not match, or there is no telling"},
    ),
    "seal.none": (
        False,
        {
            "th": "แฟ้มนี้ไม่มีตราผนึก จึงบอกไม่ได้ว่าถูกแก้ไขหรือไม่ ให้ขอสำเนาที่ทำด้วยคำสั่งทำสำเนาสำหรับจังหวัด",
            "en": "The file has no seal, so nobody can tell whether it was changed; ask for a copy by ita share",
        },
    ),
    "seal.not_for_workbooks": (
        True,
        {
            "th": "แฟ้มนี้เป็นสมุดงานที่ยังแก้ไขได้ จึงไม่มีตราผนึก เปรียบเทียบได้เฉพาะกับรายงาน",
            "en": "The file is a workbook, still open to edits: it has no seal, only a report can be compared",
        },
    ),
    "seal.altered": (
        False,
        {
            "th": "รายการในตราผนึกถูกแก้ไขหรือไม่ครบ จึงใช้ยืนยันแฟ้มนี้ไม่ได้ ให้ขอสำเนาใหม่จากหน่วยงาน",
            "en": "The seal itself was altered or is incomplete; ask the agency for a new copy",
        },
    ),
    "seal.format": (
        False,
        {
            "th": "ตราผนึกทำด้วยโปรแกรมรุ่น {version} ซึ่งคิดรหัสต่างจากรุ่น {own} ที่ใช้อยู่ ให้ตรวจด้วยโปรแกรมรุ่นเดียวกัน",
            "en": "The seal is by version {version}, which hashes otherwise than {own}; verify it with that version",
        },
    ),
    "seal.version": (
        True,
        {
            "th": "สำเนาทำด้วยโปรแกรมรุ่น {version} ส่วนเครื่องนี้ใช้รุ่น {own}",
            "en": "The copy was made by version {version}; this is version {own}",
        },
    ),
    "cells.same": (
        True,
        {
            "th": "ทุกช่องตรงกับตราผนึก ({count} ช่อง) ซึ่งทำเมื่อ {time}",
            "en": "Every cell matches the seal ({count} cells), which was made on {time}",
        },
    ),
    "cells.changed": (
        False,
        {
            "th": "มี {count} ช่องที่ต่างจากตอนทำสำเนา",
            "en": "{count} cells differ from when the copy was made",
        },
    ),
    "cell.changed": (False, {"th": "{place} เดิม {was} ปัจจุบัน {now}", "en": "{place} was {was} and is {now}"}),
    "cell.added": (False, {"th": "{place} เดิมว่าง ปัจจุบัน {now}", "en": "{place} was blank and is {now}"}),
    "cell.emptied": (False, {"th": "{place} เดิม {was} ปัจจุบันว่าง", "en": "{place} was {was} and is blank"}),
    "cells.more": (False, {"th": "และอีก {count} ช่อง", "en": "and {count} more cells"}),
    "figures.as_sealed": (
        True,
        {
            "th": "คะแนนและข้อความที่หน่วยงานกรอกยังครบและตรงกับตราผนึก ช่องที่ต่างอยู่นอกส่วนนั้นหรือถูกย้ายที่",
            "en": "What the agency entered still matches the seal; the cells that differ lie elsewhere or were moved",
        },
    ),
    "figures.changed": (
        False,
        {
            "th": "คะแนนหรือข้อความที่หน่วยงานกรอกไม่ตรงกับตราผนึกแล้ว",
            "en": "What the agency entered no longer matches the seal",
        },
    ),
    "figures.by_other_rules": (
        False,
        {
            "th": "ช่องทั้งหมดไม่เปลี่ยนแปลง แต่โปรแกรมรุ่น {own} คิดผลจากช่องเหล่านี้ต่างจากรุ่น {version} ที่ทำสำเนา",
            "en": "No cell changed, but version {own} works out other results from them than version {version} did",
        },
    ),
    "report.none": (
        False,
        {
            "th": "ยังไม่ได้ระบุรายงานที่จะเปรียบเทียบ ใช้ --report ตามด้วยชื่อแฟ้มรายงาน",
            "en": "No report to compare it with was named; use --report",
        },
    ),
    "report.same": (
        True,
        {
            "th": "รายงาน {name} สร้างจากตัวเลขและข้อความชุดเดียวกับแฟ้มนี้",
            "en": "The report {name} was made from exactly these figures and texts",
        },
    ),
    "report.other": (
        False,
        {
            "th": "รายงาน {name} สร้างจากตัวเลขหรือข้อความชุดอื่น ให้สร้างรายงานใหม่จากสมุดงานปัจจุบัน",
            "en": "The report {name} was made from other figures or texts; make it again from the present workbook",
        },
    ),
    "report.edited": (
        False,
        {
            "th": "รายงาน {name} ถูกแก้ไขหรือบันทึกซ้ำใน Word หลังสร้าง ให้อ่านทวนตัวเลขในรายงานด้วยตนเอง",
            "en": "The report {name} was edited or saved again since it was made; read its figures through yourself",
        },
    ),
    "report.unmarked": (
        False,
        {
            "th": "รายงาน {name} ไม่มีรหัสตัวเลข เพราะสร้างด้วยโปรแกรมรุ่นก่อนหรือไม่ได้สร้างด้วยโปรแกรมนี้ จึงเปรียบเทียบไม่ได้",
            "en": "The report {name} carries no hash: an older version or another program made it",
        },
    ),
}
