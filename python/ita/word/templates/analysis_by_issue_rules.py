"""The first chapters of the report by issue: foreword, principles and tools, scoring, conditions, levels."""

from __future__ import annotations

from ita.word.drafting.blocks import Column, body_row, caption, cell, each, each_row, paragraph, row, table, when
from ita.word.templates.analysis_foreword import FULL_NAME, makers

_EVERY_INDICATOR = (
    "{% for indicator in indicators %}{% if loop.last %}และ {% endif %}"
    "({{ indicator.number }}) {{ indicator.name }} {% endfor %}"
)


def foreword() -> tuple[str, ...]:
    """Return the foreword page: the agency's own where it wrote one, else ours."""
    ours = (
        paragraph(
            FULL_NAME + " (ITA) ประจำปีงบประมาณ พ.ศ. {{ year }} แสดงระดับคุณธรรมและความโปร่งใสของ{{ agency.name }} "
            "ผลคะแนนและข้อเสนอแนะที่ได้รับเป็นจุดตั้งต้นของการป้องกันการทุจริตและการปรับปรุงงานตามหลักธรรมาภิบาล (Good Governance)"
        ),
        paragraph(
            "คะแนนในรายงานฉบับนี้มาจากตัวชี้วัด {{ indicators|length }} ตัวชี้วัด ได้แก่ " + _EVERY_INDICATOR + "ซึ่งประเมินจาก"
            "มุมมองของบุคลากรภายใน (Internal) มุมมองของผู้รับบริการและผู้ติดต่อจากภายนอก (External) "
            "และข้อมูลที่เปิดเผยบนเว็บไซต์ (Open Data)"
        ),
        paragraph(
            "{{ agency.name }}มุ่งหวังให้ทุกส่วนงานใช้ผลการวิเคราะห์และมาตรการสำหรับปีงบประมาณ พ.ศ. {{ plan_year }} "
            "เพื่อให้บริการประชาชนโปร่งใสขึ้น และช่วยยกระดับดัชนีการรับรู้การทุจริต (Corruption Perceptions Index : CPI) ของประเทศ"
        ),
    )
    theirs = each("text in foreword", paragraph("{{ text }}"), help_text="พิมพ์ซ้ำทุกย่อหน้าของคำนำที่หน่วยงานเขียนเอง")
    return (
        paragraph("คำนำ", "Title"),
        when("foreword", theirs, otherwise=ours, help_text="ใช้คำนำของหน่วยงาน ถ้าไม่มีจึงใช้ข้อความด้านล่าง"),
        paragraph(("", "ผู้จัดทำ"), "Right", space=12, keep_next=True),
        *makers(space=0),
        when("agency.place", paragraph("{{ agency.place }}", "Right")),
        when("report_date", paragraph("{{ report_date }}", "Right")),
    )


def principles() -> tuple[str, ...]:
    """Return the chapter on what the assessment is for and by which tools it is made."""
    return (
        paragraph("๑. การประเมิน ITA ประจำปีงบประมาณ พ.ศ. {{ year }}", "Heading1", page_break=True),
        paragraph("๑.๑ หลักการประเมิน", "Heading2"),
        paragraph(
            "การประเมิน ITA ยึดแนวคิด “Open to Transparency” คือการเปิดสองด้าน ด้านแรกเปิดเผยข้อมูล "
            "ให้ประชาชนรู้และตรวจสอบงานของรัฐได้ ด้านที่สองเปิดโอกาส ให้บุคลากรและประชาชนที่มารับบริการหรือติดต่อได้ร่วมประเมิน"
            "และแสดงความเห็นต่อหน่วยงาน เมื่อเปิดทั้งสองด้าน การทำงานย่อมโปร่งใสขึ้นและการทุจริตเกิดได้ยากขึ้น"
        ),
        paragraph(
            "คะแนนที่สูงขึ้นไม่ใช่จุดหมายเพียงอย่างเดียว สิ่งสำคัญกว่าคือหน่วยงานนำผลไปแก้จุดอ่อนของตน "
            "ยึดประโยชน์ของประชาชนและส่วนรวมเป็นที่ตั้ง และปิดช่องทางของการทุจริต ผลการประเมินยังใช้ติดตาม"
            "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ - ๒๕๘๐) ประเด็นที่ ๒๑ ว่าด้วยการต่อต้านการทุจริตและประพฤติมิชอบ "
            "ซึ่งถือว่าผ่านเมื่อได้ {{ pass_mark }} คะแนนขึ้นไป"
            "{% if scoring.aim %} {{ scoring.aim }}{% endif %}"
        ),
        paragraph("๑.๒ เครื่องมือในการประเมิน", "Heading2"),
        paragraph("การประเมินใช้เครื่องมือ {{ tools|length }} ชนิด ดังนี้", keep_next=True),
        each("tool in tools", *_tool(), help_text="พิมพ์ซ้ำทุกเครื่องมือ"),
    )


_SURVEY = (
    "ใช้ถาม{{ tool.respondents }} โดยให้เลือกคำตอบตามที่ตนรับรู้เกี่ยวกับหน่วยงาน ครอบคลุม {{ tool.indicators|length }} ตัวชี้วัด ได้แก่"
)
_DISCLOSURE = (
    "ใช้ตรวจการเปิดเผยข้อมูลต่อสาธารณะ โดยหน่วยงานตอบว่ามีข้อมูลหรือไม่ พร้อมระบุ URL และคำอธิบาย แล้วผู้ประเมินตรวจข้อมูลนั้น"
    "บนเว็บไซต์หลักของหน่วยงาน ครอบคลุม {{ tool.indicators|length }} ตัวชี้วัด ได้แก่"
)


def _tool() -> tuple[str, ...]:
    sub = paragraph("{{ sub.code }}\t{{ sub.name }}", "SubList")
    indicator = paragraph("ตัวชี้วัดที่ {{ indicator.number }} {{ indicator.name }}", "ListPlain")
    subs = each("sub in indicator.sub_indicators", sub, help_text="พิมพ์ซ้ำทุกตัวชี้วัดย่อย (มีเฉพาะ OIT)")
    title = ("", "{{ tool.number }}) {{ tool.name }} ({{ tool.name_en }} : {{ tool.code }})")
    return (
        paragraph(title, "Flush", keep_next=True, space=6),
        paragraph(f"{{% if tool.code == 'OIT' %}}{_DISCLOSURE}{{% else %}}{_SURVEY}{{% endif %}}", keep_next=True),
        each("indicator in tool.indicators", indicator, subs, help_text="พิมพ์ซ้ำทุกตัวชี้วัดของเครื่องมือ"),
    )


def rules() -> tuple[str, ...]:
    """Return the chapter on scoring, on what is not processed and on the levels."""
    return (
        paragraph("๒. หลักเกณฑ์การประเมิน", "Heading1"),
        paragraph("๒.๑ การประมวลผลคะแนน", "Heading2"),
        paragraph("คะแนนคำนวณเป็นลำดับจากข้อคำถามขึ้นไปจนถึงคะแนนรวม ดังนี้", keep_next=True),
        caption("ตาราง", "การประมวลผลคะแนนตามลำดับ", "TableCaption"),
        when(
            "scoring.has_parts",
            _scoring_table(parted=True),
            paragraph(_PARTS_NOTE, "Note"),
            otherwise=[_scoring_table(parted=False)],
            help_text="ตารางแรกใช้กับปีที่แบ่งแบบวัด EIT เป็นสองส่วน",
        ),
        when("scoring.has_parts", *_conditions(), help_text="เงื่อนไขที่พบมีเฉพาะของปีที่แบ่งแบบวัด EIT เป็นสองส่วน"),
        when("rating.rows", *_rating(), help_text="มีเมื่อทราบระดับของปีนั้น"),
    )


_PARTS_NOTE = (
    "หมายเหตุ EIT (๑) คือส่วนที่ผู้รับบริการหรือผู้ติดต่อเข้าตอบด้วยตนเองตามที่หน่วยงานประชาสัมพันธ์ "
    "ส่วน EIT (๒) คือส่วนที่ผู้ประเมินเก็บข้อมูลจากผู้มีส่วนได้ส่วนเสียภายนอกที่สำคัญของหน่วยงาน"
)


def _scoring_table(*, parted: bool) -> str:
    """Return how each figure follows from those below it; ``parted`` shows the two parts of the EIT apart."""
    surveys = ("แบบวัด IIT", "แบบวัด EIT (๑)", "แบบวัด EIT (๒)") if parted else ("แบบวัด IIT", "แบบวัด EIT")
    weights = ("iit", "eit1", "eit2", "oit") if parted else ("iit", "eit", "oit")
    width = (16.0 - 2.6) / len(weights)
    columns = [Column("คะแนน", 2.6), *(Column(name, width, "TableNumber") for name in (*surveys, "แบบวัด OIT"))]
    count = len(surveys)
    rows = (
        ("คะแนนข้อคำถาม", *["เฉลี่ยจากคำตอบของผู้ตอบทุกคน"] * count, "คะแนนของแต่ละรายการ"),
        ("คะแนนตัวชี้วัดย่อย", *["–"] * count, "เฉลี่ยจากทุกรายการในตัวชี้วัดย่อย"),
        ("คะแนนตัวชี้วัด", *["เฉลี่ยจากทุกข้อคำถามในตัวชี้วัด"] * count, "เฉลี่ยจากทุกตัวชี้วัดย่อยในตัวชี้วัด"),
        ("คะแนนแบบวัด", *["เฉลี่ยจากทุกตัวชี้วัดในแบบวัด"] * (count + 1)),
        ("น้ำหนักแบบวัด", *(f"{{{{ scoring.{weight} }}}}" for weight in weights)),
    )
    whole = cell(paragraph(("", "ผลรวมของคะแนนแบบวัดที่ถ่วงน้ำหนักแล้ว"), "TableNumber"), 13.4, span=len(weights))
    total = row(cell(paragraph(("", "คะแนนรวม"), "TableText"), 2.6), whole)
    return table(columns, *(body_row(columns, texts) for texts in rows), total)


_CONDITIONS = (
    "ไม่ได้ลงทะเบียนเข้าร่วมการประเมิน ไม่ประมวลผลคะแนนทุกเครื่องมือ",
    "ส่งข้อมูลผู้มีส่วนได้ส่วนเสียไม่เป็นไปตามวิธีที่กำหนด หรือมีผู้ตอบ IIT ไม่ถึงจำนวนขั้นต่ำ ไม่ประมวลผลคะแนน IIT",
    "ส่งข้อมูลผู้มีส่วนได้ส่วนเสียภายนอกไม่เป็นไปตามวิธีที่กำหนด หรือมีผู้ตอบ EIT ส่วนที่ ๑ ไม่ถึงจำนวนขั้นต่ำ ไม่ประมวลผลคะแนน EIT ส่วนที่ ๑",
    "มีผู้ตอบ EIT ส่วนที่ ๒ ไม่ถึงจำนวนขั้นต่ำ ไม่ประมวลผลคะแนน EIT ส่วนที่ ๒",
    "ไม่ได้ตอบแบบวัด OIT ตามวิธีที่กำหนด ไม่ประมวลผลคะแนน OIT",
)


def _conditions() -> tuple[str, ...]:
    numbered = zip("๑๒๓๔๕", _CONDITIONS, strict=True)
    return (
        paragraph("๒.๒ เงื่อนไขการประมวลผลและการแสดงผล", "Heading2"),
        paragraph(
            "เครื่องมือที่ไม่ได้ดำเนินการตามวิธี ขั้นตอน หรือระยะเวลาที่กำหนด จะไม่ได้รับการประมวลผลคะแนน หน่วยงานที่เข้ากรณีต่อไปนี้มีผลตามที่ระบุ",
            keep_next=True,
        ),
        *(paragraph(f"{number})\t{text}", "List") for number, text in numbered),
        when(
            "scoring.conditions_from",
            paragraph("หมายเหตุ อ้างอิงหลักเกณฑ์ของปีงบประมาณ พ.ศ. {{ scoring.conditions_from }}", "Note"),
            help_text="ปีอื่นบอกปีที่มาของเงื่อนไข",
        ),
    )


def _rating() -> tuple[str, ...]:
    columns = [Column("คะแนนรวม", 3.8, "TableNumber"), Column("เงื่อนไขของเครื่องมือ", 7.8)]
    columns.append(Column("ระดับ", 4.4, "TableNumber"))
    name = "{{ level_row.name }}{% if level_row.is_result %}\n(ผลของหน่วยงาน){% endif %}"
    level = body_row(columns, ["{{ level_row.scores }}", "{{ level_row.condition }}", name])
    rows = each_row("level_row in rating.rows", columns, level, help_text="พิมพ์ซ้ำทุกระดับของปี")
    return (
        paragraph("๒.{{ 3 if scoring.has_parts else 2 }} ระดับผลการประเมิน (Rating Score)", "Heading2"),
        when("rating.history", paragraph("{{ rating.history }}"), help_text="มีเมื่อระดับของปีนี้มาแทนระดับแบบเดิม"),
        paragraph("{{ rating.groups }}"),
        caption("ตาราง", "ระดับผลการประเมินและเงื่อนไข", "TableCaption"),
        table(columns, rows),
        when("rating.meaning", paragraph("{{ rating.meaning }}", space=6), help_text="มีเมื่อระดับมีเงื่อนไขของเครื่องมือ"),
    )
