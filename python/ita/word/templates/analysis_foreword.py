"""The foreword of the report by tool, and who made the report."""

from __future__ import annotations

from ita.word.drafting.blocks import each, paragraph, when

FULL_NAME = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"


def foreword() -> tuple[str, ...]:
    """Return the foreword page: the agency's own where it wrote one, else ours."""
    ours = (
        paragraph(
            "{{ agency.name }}เข้ารับ" + FULL_NAME + " (Integrity and Transparency Assessment : ITA) ประจำปีงบประมาณ "
            "พ.ศ. {{ year }} ผลคะแนนที่ได้เป็นเสียงสะท้อนจากบุคลากร ประชาชนผู้มาติดต่อ และการตรวจข้อมูลที่หน่วยงานเผยแพร่ "
            "จึงมีคุณค่ามากกว่าตัวเลข เพราะบอกได้ว่างานใดเดินมาถูกทางแล้ว และงานใดยังต้องปรับปรุง"
        ),
        paragraph(
            "รายงานฉบับนี้นำผลคะแนนมาวิเคราะห์ในภาพรวม รายเครื่องมือ และรายตัวชี้วัด แล้วแปลงข้อค้นพบเป็นมาตรการสำหรับ"
            "ปีงบประมาณ พ.ศ. {{ plan_year }} โดยระบุขั้นตอน ช่วงเวลา และผู้รับผิดชอบไว้ให้ชัดเจน "
            "เพื่อให้ทุกส่วนราชการนำไปปฏิบัติได้ทันที และให้ประชาชนติดตามผลได้"
        ),
        paragraph("ขอขอบคุณทุกท่านที่สละเวลาตอบแบบวัด ผลการประเมินจะนำไปใช้ปรับปรุงการบริการของ{{ agency.name }}ให้ดียิ่งขึ้นต่อไป"),
    )
    theirs = each("text in foreword", paragraph("{{ text }}"), help_text="พิมพ์ซ้ำทุกย่อหน้าของคำนำที่หน่วยงานเขียนเอง")
    return (
        paragraph("คำนำ", "Title"),
        when("foreword", theirs, otherwise=ours, help_text="ใช้คำนำของหน่วยงาน ถ้าไม่มีจึงใช้ข้อความด้านล่าง"),
        *makers(),
        when("report_date", paragraph("{{ report_date }}", "Right")),
    )


def makers(space: float = 18) -> tuple[str, ...]:
    """Who made the report: the committee where one was entered, the department, the agency; ``space`` points above."""
    department = "{{ agency.department }}"
    return (
        when(
            "committee",
            paragraph("{{ committee }}", "Right", space=space),
            when("agency.department", paragraph(department, "Right")),
            otherwise=[when("agency.department", paragraph(department, "Right", space=space))],
            help_text="คณะผู้จัดทำรายงาน",
        ),
        when(
            "agency.name not in committee",
            paragraph("{{ agency.name }}", "Right"),
            help_text="ชื่อคณะทำงานอาจมีชื่อหน่วยงานอยู่แล้ว",
        ),
    )
