"""The contract of the workbook: sheets, tables, columns and the words in them, shared by builder and readers.

Everything is read by table and column name, never by address, so that a workbook whose rows were moved
or whose columns were reordered still reads. A change here that old workbooks would not survive raises
``CONTRACT_VERSION``.
"""

from __future__ import annotations

from dataclasses import dataclass

CONTRACT_VERSION = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the Thai name on its tab and the code name that VBA knows it by.

    On a sheet that ``grows`` Excel fits the height of a table's row to what is typed into it.
    """

    name: str
    code: str
    hidden: bool = False
    grows: bool = False


HOME = Sheet("หน้าหลัก", "shHome")
IIT = Sheet("IIT", "shIIT", grows=True)
EIT = Sheet("EIT", "shEIT", grows=True)
OIT = Sheet("OIT", "shOIT", grows=True)
SCORES = Sheet("ผลคะแนน", "shScores")
ANALYSIS = Sheet("วิเคราะห์", "shAnalysis")
ISSUES = Sheet("รายประเด็น", "shIssues", grows=True)
MEASURES = Sheet("มาตรการ", "shMeasures", grows=True)
SUGGESTIONS = Sheet("ข้อเสนอแนะ", "shSuggestions", grows=True)
TEXTS = Sheet("ข้อความ", "shTexts", grows=True)
CHECKS = Sheet("ตรวจสอบ", "shChecks", grows=True)
CRITERIA = Sheet("เกณฑ์", "shCriteria")
CALC = Sheet("การคำนวณ", "shCalc", hidden=True)
STRINGS = Sheet("_strings", "shStrings", hidden=True)
META = Sheet("_meta", "shMeta", hidden=True)
CONF = Sheet("xlwings.conf", "shConf", hidden=True)

SHEETS = (
    HOME,
    IIT,
    EIT,
    OIT,
    SCORES,
    ANALYSIS,
    ISSUES,
    MEASURES,
    SUGGESTIONS,
    TEXTS,
    CHECKS,
    CRITERIA,
    CALC,
    STRINGS,
    META,
    CONF,
)
CODE_NAMES = (("ThisWorkbook", None), *((sheet.code, sheet.name) for sheet in SHEETS))


@dataclass(frozen=True, slots=True)
class Table:
    """An Excel table: its name, the sheet it is on, and its column headings in order.

    ``optional`` are the columns that older workbooks lack: a reader takes them as blank.
    """

    name: str
    sheet: Sheet
    columns: tuple[str, ...]
    optional: frozenset[str] = frozenset()

    def column(self, heading: str) -> str:
        """Return a structured reference to a whole column of this table."""
        if heading not in self.columns:
            raise KeyError(heading)
        return f"{self.name}[{heading}]"

    def here(self, heading: str) -> str:
        """Return a structured reference to this row's cell of a column."""
        if heading not in self.columns:
            raise KeyError(heading)
        return f"{self.name}[[#This Row],[{heading}]]"


CODE = "รหัส"
INDICATOR = "ตัวชี้วัด"
WORDING = "ข้อคำถาม"
SCORE = "คะแนน"
PART_1 = "ส่วนที่ 1"
PART_2 = "ส่วนที่ 2"
MEAN = "เฉลี่ย"
LAST_YEAR = "ปีก่อน"
CHANGE = "เปลี่ยนแปลง"
NOTE = "หมายเหตุ"
SUB_INDICATOR = "ตัวชี้วัดย่อย"
ITEM = "รายการข้อมูล"
URL = "URL"
COMMENT = "ความเห็นผู้ประเมิน"
SUGGESTION = "แนวทางของหน่วยงาน"
NAME = "รายการ"
WEIGHT = "น้ำหนัก"
STATUS = "สถานะ"
PUBLISHED = "ประกาศ"
COMPUTED = "คำนวณ"
USED = "ที่ใช้"
RESULT = "เทียบเกณฑ์"
MATCH = "เทียบประกาศ"

AGENCY_TABLE = Table("tblAgency", HOME, ("ข้อมูลหน่วยงาน", "รายละเอียด"))
IIT_TABLE = Table("tblIIT", IIT, (CODE, INDICATOR, WORDING, SCORE, LAST_YEAR, CHANGE, NOTE))
EIT_PARTS_TABLE = Table("tblEIT", EIT, (CODE, INDICATOR, WORDING, PART_1, PART_2, MEAN, LAST_YEAR, CHANGE, NOTE))
EIT_WHOLE_TABLE = Table("tblEIT", EIT, (CODE, INDICATOR, WORDING, SCORE, LAST_YEAR, CHANGE, NOTE))
OIT_TABLE = Table("tblOIT", OIT, (CODE, SUB_INDICATOR, ITEM, SCORE, LAST_YEAR, CHANGE, URL, COMMENT, SUGGESTION, NOTE))

_DETAIL_COLUMNS = (CODE, NAME, PUBLISHED, COMPUTED, USED, RESULT, MATCH)
_SCORE_COLUMNS = (*_DETAIL_COLUMNS, LAST_YEAR, CHANGE)
TOTAL_TABLE = Table("tblTotal", SCORES, _SCORE_COLUMNS)
TOOL_TABLE = Table("tblTool", SCORES, (*_SCORE_COLUMNS, WEIGHT, STATUS))
INDICATOR_TABLE = Table("tblIndicator", SCORES, _SCORE_COLUMNS)
PART_TABLE = Table("tblPart", SCORES, _DETAIL_COLUMNS)
SUB_TABLE = Table("tblSub", SCORES, _DETAIL_COLUMNS)
SCORE_TABLES = (TOTAL_TABLE, TOOL_TABLE, INDICATOR_TABLE, PART_TABLE, SUB_TABLE)

ISSUE_TABLE = Table("tblIssues", ISSUES, ("ประเด็นที่", "ประเด็น", "ข้อที่เกี่ยวข้อง", "สาเหตุ", "แนวทางยกระดับ"))
MEASURE_TABLE = Table(
    "tblMeasures",
    MEASURES,
    (
        "ที่",
        STATUS,
        "เครื่องมือ",
        INDICATOR,
        "ประเด็น",
        "ข้อที่เกี่ยวข้อง",
        "ผลการวิเคราะห์",
        "จุดแข็ง",
        "จุดอ่อน",
        "มาตรการ",
        "ขั้นตอน",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
        "การติดตาม",
        "ความก้าวหน้า (%)",
        "ผลการดำเนินการ",
        "หลักฐาน",
    ),
    optional=frozenset({STATUS}),
)
SUGGESTED, ACCEPTED = "ข้อเสนอ", "ใช้"
"""The marks in ``สถานะ`` of the measures, a row at a time.

``ข้อเสนอ`` marks a row that the program wrote and nobody accepted yet: it is coloured, no reader takes it for a
measure, and no report has it. The clerk accepts a row by clearing the mark or choosing ``ใช้``. Whoever writes
suggestions marks every row of them, writes below the last row that holds anything, and numbers them (``ที่``)
above every number that is there.
"""
FINDING_TABLE = Table("tblFindings", CHECKS, ("ที่", "ระดับความสำคัญ", "ตำแหน่ง", "สิ่งที่พบ", "วิธีแก้ไข"))
FINDING_ROWS = 200
"""How many rows ``tblFindings`` has at least; the unused ones are blank and show no border."""
CHECKED_NAME = "ITA_CHECKED"
"""The defined name of the cell that says when the findings were written; blank where no check ever ran.

To write findings: clear the table's cells, put errors first, number from 1, severity as ``SEVERITY_WORDS``, place as
``link_to(place)`` (a formula) or as plain text where it is no cell, then what and fix as values; the rest stays blank.
More findings than rows: resize the table, or end with a row that says how many more there are. Then write a sentence
such as ``ตรวจเมื่อ 9 ตุลาคม 2568 เวลา 14.05 น.`` into ``ITA_CHECKED``. All of these cells are unlocked, so the sheet's
protection may stay on. Borders, colours and the counts on this and the first sheet follow by themselves.
"""
SEVERITY_WORDS = {"error": "ต้องแก้ไข", "warning": "ควรตรวจ"}
GAIN_TABLE = Table(
    "tblGains",
    ANALYSIS,
    ("อันดับ", CODE, INDICATOR, "ข้อคำถามหรือรายการข้อมูล", SCORE, "คะแนนรวมเพิ่มได้", "ความแม่นยำ"),
)
SUGGESTION_TABLE = Table("tblSuggestions", SUGGESTIONS, ("เครื่องมือ", "ส่วนที่", "ข้อ", "ข้อเสนอแนะ"))
TEXT_TABLE = Table("tblTexts", TEXTS, ("หัวข้อ", "ข้อความ"))
SIGNER_TABLE = Table("tblSigners", TEXTS, ("บทบาท", "ชื่อ", "ตำแหน่ง"))
META_TABLE = Table("tblMeta", META, ("รายการ", "ค่า"))
WEIGHT_TABLE = Table("tblWeights", CRITERIA, (CODE, "เครื่องมือ", WEIGHT))
BAND_TABLE = Table("tblBands", CRITERIA, ("ระดับ", "คะแนนรวมขั้นต่ำ", "ทุกเครื่องมือขั้นต่ำ"))
MARK_TABLE = Table("tblMarks", CRITERIA, ("เกณฑ์", SCORE))

TOTAL_CODE = "รวม"
LEVEL_CODE = "ระดับ"
NOT_PROCESSED = "ไม่ประมวลผล"

AGENCY_LABELS = {
    "name": "ชื่อหน่วยงาน",
    "short": "ชื่อย่อ",
    "type": "ประเภท",
    "district": "อำเภอ",
    "province": "จังหวัด",
    "department": "ส่วนราชการที่จัดทำ",
    "website": "เว็บไซต์",
    "seal": "ภาพตราหน่วยงาน",
}
FISCAL_YEAR_LABEL = "ปีงบประมาณที่ประเมิน"
PLAN_YEAR_LABEL = "ปีงบประมาณของมาตรการ"
REPORT_DATE_LABEL = "วันที่ของรายงาน"
COMMITTEE_LABEL = "คณะผู้จัดทำ"
TARGET_LABEL = "เป้าหมายคะแนน"
PREVIOUS_YEAR_LABEL = "ปีที่นำมาเปรียบเทียบ"

TEXT_LABELS = {
    "foreword": "คำนำ",
    "limitations": "ข้อจำกัด",
    "problems": "ปัญหา อุปสรรค และข้อเสนอแนะ",
}

LISTED_TEXTS = frozenset({"limitations", "problems"})
"""Texts that are a list, one row an entry."""

META_CONTRACT = "contract"
META_BUILD = "template_build"
META_YEAR = "criteria_year"
META_DIGITS = "digits"
"""Which digits reports have: ``thai`` or ``arabic``; the ribbon's toggle writes it."""


def link_to(place: str) -> str | None:
    """Return the formula of a link to a cell of this workbook such as ``IIT!D7``; None where the place is no cell."""
    sheet, mark, address = place.rpartition("!")
    if not mark or sheet not in {one.name for one in SHEETS}:
        return None
    return f'=HYPERLINK("#\'{sheet}\'!{address}","{place}")'
