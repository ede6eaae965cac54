"""What a year's criteria say of an assessment: each rule has a fault that names its place."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from ita import criteria, interchange
from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.errors import InterchangeError
from ita.interchange_rules import is_be_date

HEAD: dict[str, Any] = {"agency": {"name": "ก"}, "fiscal_year": 2568}


def said(data: dict[str, Any], rules: Criteria | None = None) -> str:
    """Return what is said of an assessment that has faults."""
    with pytest.raises(InterchangeError) as caught:
        interchange.validate(msgspec.convert({**HEAD, **data}, Assessment, str_keys=True), rules or criteria.load(2568))
    return caught.value.what()


def accept(data: dict[str, Any], rules: Criteria) -> None:
    """Check that an assessment has no fault."""
    interchange.validate(msgspec.convert({**HEAD, **data}, Assessment, str_keys=True), rules)


def without_parts() -> Criteria:
    """Return the criteria of 2568 as if its EIT had no parts."""
    plain = msgspec.to_builtins(criteria.load(2568))
    for tool in plain["tools"]:
        tool["parts"] = []
    plain["rating"]["rated"] = ["IIT", "EIT", "OIT"]
    return msgspec.convert(plain, Criteria)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"given": {"questions": {"i16": 5}}}, "given.questions มี i16 ซึ่งปี 2568 ไม่มี"),
        ({"given": {"questions": {"I๑": 5}}}, "given.questions มี I๑ ซึ่งปี 2568 ไม่มี (หมายถึง i1 หรือไม่)"),
        ({"given": {"questions": {"e1": 99.5}}}, "given.questions.e1 ต้องเป็น [คะแนนส่วนที่ 1, คะแนนส่วนที่ 2]"),
        ({"given": {"questions": {"i1": [1, 2]}}}, "given.questions.i1 ต้องเป็นคะแนนเดียว"),
        ({"given": {"questions": {"e1": [None, 100.5]}}}, "given.questions.e1[2] เป็น 100.5"),
        ({"given": {"questions": {"o1": -1}}}, "given.questions.o1 เป็น -1.0 แต่คะแนนต้องอยู่ระหว่าง 0 ถึง 100"),
        ({"given": {"questions": {"i1": float("nan")}}}, "given.questions.i1 เป็น nan"),
        ({"given": {"sub_indicators": {"9.6": 5}}}, "given.sub_indicators มี 9.6"),
        ({"given": {"sub_indicators": {"9.1": 101}}}, "given.sub_indicators.9.1 เป็น 101"),
        ({"given": {"eit_parts": {"EIT3": {}}}}, "given.eit_parts มี EIT3"),
        ({"given": {"eit_parts": {"EIT1": {"9": 5}}}}, "given.eit_parts.EIT1 มี 9"),
        ({"given": {"eit_parts": {"EIT1": {"6": 101}}}}, "given.eit_parts.EIT1.6 เป็น 101"),
        ({"given": {"indicators": {"11": 5}}}, "given.indicators มี 11"),
        ({"given": {"indicators": {"1": 101}}}, "given.indicators.1 เป็น 101"),
        ({"given": {"tools": {"iit": 5}}}, "given.tools มี iit ซึ่งปี 2568 ไม่มี (หมายถึง IIT หรือไม่)"),
        ({"given": {"tools": {"EIT": 101}}}, "given.tools.EIT เป็น 101"),
        ({"given": {"total": 101}}, "given.total เป็น 101"),
        ({"given": {"level": "ดีมาก"}}, "given.level มี ดีมาก"),
        ({"given": {"not_processed": ["EIT"]}}, "given.not_processed มี EIT"),
        ({"report_date": "2025-10-15"}, "report_date ต้องเป็นวันที่จริง"),
        ({"target": 101}, "target เป็น 101"),
        ({"fiscal_year": 2567}, "fiscal_year เป็น 2567 แต่ใช้หลักเกณฑ์ของปี 2568"),
        ({"plan_year": 2568}, "plan_year ต้องเป็นปีหลัง 2568"),
        ({"previous": {"fiscal_year": 2568}}, "previous.fiscal_year ต้องเป็นปีก่อน 2568"),
        ({"previous": {"total": 101}}, "previous.total เป็น 101"),
        ({"previous": {"tools": {"X": 1}}}, "previous.tools มี X"),
        ({"previous": {"tools": {"IIT": 101}}}, "previous.tools.IIT เป็น 101"),
        ({"previous": {"indicators": {"11": 1}}}, "previous.indicators มี 11"),
        ({"previous": {"indicators": {"1": 101}}}, "previous.indicators.1 เป็น 101"),
        ({"previous": {"questions": {"ข้อ 1": 1}}}, "previous.questions มี ข้อ 1"),
        ({"previous": {"questions": {"o28": 101}}}, "previous.questions.o28 เป็น 101"),
        ({"notes": {"x": ""}}, "notes มี x"),
        ({"items": {"i1": {}}}, "items มี i1"),
        ({"issues": [{"number": 1}, {"number": 1}]}, "issues มีประเด็นที่ 1 ซ้ำ 2 ครั้ง"),
        ({"assessor_suggestions": [{"text": "", "tool": "X"}]}, "assessor_suggestions[1].tool มี X"),
        ({"assessor_suggestions": [{"text": "", "question": "X"}]}, "assessor_suggestions[1].question มี X"),
        ({"assessor_suggestions": [{"text": "", "part": 3}]}, "assessor_suggestions[1].part ต้องเป็น 1 ถึง 2"),
        ({"measures": [{"tool": "X"}]}, "measures[1].tool มี X"),
        ({"measures": [{}, {"indicator": 0}]}, "measures[2].indicator มี 0"),
        ({"measures": [{"questions": ["o29"]}]}, "measures[1].questions มี o29"),
        ({"measures": [{"steps": [{"progress": 101}]}]}, "measures[1].steps[1].progress เป็น 101"),
    ],
)
def test_each_rule(data: dict[str, Any], fault: str) -> None:
    """One thing wrong gives the sentence that names its place."""
    assert fault in said(data)


def test_all_faults_at_once() -> None:
    """Several faults come in one message."""
    what = said({"target": 101, "given": {"total": -1}})
    assert "target เป็น 101" in what
    assert "; given.total เป็น -1" in what


def test_issue_numbers_of_a_year_with_issues() -> None:
    """2567 has seven issues: an eighth is refused, in an analysis and in a measure."""
    what = said({"fiscal_year": 2567, "issues": [{"number": 8}], "measures": [{"issue": 9}]}, criteria.load(2567))
    assert "issues มี 8 ซึ่งปี 2567 ไม่มี" in what
    assert "measures[1].issue มี 9" in what


def test_year_without_issues_leaves_them_open() -> None:
    """No issues are known of 2568, so an agency may number its own."""
    accept({"issues": [{"number": 8}], "measures": [{"issue": 8}]}, criteria.load(2568))


def test_year_without_parts_takes_a_lone_figure() -> None:
    """Where the EIT has no parts, an e question is one figure and a pair is an error."""
    rules = without_parts()
    accept({"given": {"questions": {"e1": 99.5}}}, rules)
    assert "given.questions.e1 ต้องเป็นคะแนนเดียว" in said({"given": {"questions": {"e1": [1, 2]}}}, rules)
    assert "part ต้องเว้นว่าง" in said({"assessor_suggestions": [{"text": "", "part": 1}]}, rules)


def test_unknown_scores_have_no_fault() -> None:
    """A score that is null is unknown, not wrong."""
    accept({"given": {"questions": {"i1": None, "e1": [None, None], "e2": None}}}, criteria.load(2568))


@pytest.mark.parametrize(
    ("text", "real"),
    [
        ("2568-10-15", True),
        ("2567-02-29", True),
        ("2568-02-29", False),
        ("2568-13-01", False),
        ("2025-10-15", False),
        ("2568-1-5", False),
        ("15 ตุลาคม 2568", False),
        ("๒๕๖๘-๑๐-๑๕", False),
        ("0001-01-01", False),
    ],
)
def test_be_dates(text: str, real: bool) -> None:  # noqa: FBT001 - the expected answer
    """A date is real by the calendar of its common-era year; 2567 (2024) is a leap year."""
    assert is_be_date(text) == real
