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
    """A sheet: the Thai name on its tab and the code name that VBA knows it by."""

    name: str
    code: str
    hidden: bool = False


HOME = Sheet("หน้าหลัก", "shHome")
IIT = Sheet("IIT", "shIIT")
EIT = Sheet("EIT", "shEIT")
OIT = Sheet("OIT", "shOIT")
SCORES = Sheet("ผลคะแนน", "shScores")
ISSUES = Sheet("รายประเด็น", "shIssues")
MEASURES = Sheet("มาตรการ", "shMeasures")
SUGGESTIONS = Sheet("ข้อเสนอแนะ", "shSuggestions")
TEXTS = Sheet("ข้อความ", "shTexts")
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
    ISSUES,
    MEASURES,
    SUGGESTIONS,
    TEXTS,
    CRITERIA,
    CALC,
    STRINGS,
    META,
    CONF,
)
CODE_NAMES = (("ThisWorkbook", None), *((sheet.code, sheet.name) for sheet in SHEETS))


@dataclass(frozen=True, slots=True)
class Table:
    """An Excel table: its name, the sheet it is on, and its column headings in order."""

    name: str
    sheet: Sheet
    columns: tuple[str, ...]

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
}

LISTED_TEXTS = frozenset({"limitations"})
"""Texts that are a list, one row an entry."""

META_CONTRACT = "contract"
META_BUILD = "template_build"
META_YEAR = "criteria_year"
