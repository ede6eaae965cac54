"""The functions that cells call: a number, a blank or a Thai sentence, and never an exception."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita import __version__, analysis, rules, scoring
from ita.criteria import load, years
from ita.excel import functions
from ita.excel.functions import (
    ITA_GAIN,
    ITA_INDICATOR,
    ITA_LEVEL,
    ITA_QUESTION,
    ITA_SUBINDICATOR,
    ITA_THAI,
    ITA_TOOL,
    ITA_TOTAL,
    ITA_VERSION,
    Cell,
)
from ita.excel.reading import closed
from support.built import EXAMPLES

TOOLS = ["IIT", "EIT1", "EIT2", "OIT"]
NONG_PHLAP: list[Cell] = [99.39, 97.0, 95.62, 91.88]
LEVEL_CODES = ["total", *TOOLS]


def questions(indicator: int) -> list[Cell]:
    """Return the question codes of an indicator of FY2568."""
    return [question.code for question in load(2568).questions_of(indicator)]


def wording(year: Cell, code: Cell, *_: object) -> float | str:
    """Return the answer for a question."""
    return ITA_QUESTION(year, code)


def gain(year: Cell, code: Cell, *_: object) -> float | str:
    """Return the answer for a question that has 90 points."""
    return ITA_GAIN(year, code, 90.0)


def total_with(value: Cell) -> float | str:
    """Return the answer for a total whose OIT is ``value``."""
    return ITA_TOTAL(2568.0, TOOLS, [99.39, 97.0, 95.62, value])


def test_total_is_the_weighted_sum() -> None:
    """0.30 IIT + 0.15 EIT1 + 0.15 EIT2 + 0.40 OIT, at full precision."""
    assert ITA_TOTAL(2568.0, TOOLS, NONG_PHLAP) == pytest.approx(95.462, abs=1e-12)


def test_indicator_is_the_mean_of_its_questions() -> None:
    """An IIT indicator is the mean of its questions, in whatever order they come."""
    codes = questions(1)
    values: list[Cell] = [90.0 + number for number, _ in enumerate(codes)]
    expected = 90 + (len(codes) - 1) / 2
    assert ITA_INDICATOR(2568.0, 1.0, codes[::-1], values[::-1]) == pytest.approx(expected)


def test_indicator_inside_a_part_is_keyed_by_both() -> None:
    """EIT1.6 is indicator 6 from the questions of part 1; 6 alone is the mean of both parts."""
    codes = questions(6)
    assert ITA_INDICATOR(2568.0, "EIT1.6", codes, [80.0] * len(codes)) == 80.0
    assert ITA_INDICATOR("2568", "6", ["EIT1", "EIT2"], [80.0, 90.0]) == 85.0


def test_sub_indicator_and_tool() -> None:
    """A sub-indicator is the mean of its items, a tool the mean of its indicators."""
    items: list[Cell] = [item.code for item in load(2568).items_of("9.1")]
    assert ITA_SUBINDICATOR(2568.0, 9.1, items, [70.0] * len(items)) == pytest.approx(70.0)
    assert ITA_TOOL(2568.0, "OIT", [9.0, 10.0], [100.0, 80.0]) == 90.0


def test_a_tool_with_parts_answers_from_the_first_complete_equation() -> None:
    """The EIT comes from its indicators, and from its parts while the indicators are blank."""
    codes = ["6", "7", "8", "EIT1", "EIT2"]
    assert ITA_TOOL(2568.0, "EIT", codes, [90.0, 91.0, 92.0, 10.0, 20.0]) == 91.0
    assert ITA_TOOL(2568.0, "EIT", codes, [90.0, None, 92.0, 80.0, 90.0]) == 85.0
    assert ITA_TOOL(2568.0, "EIT", ["EIT1", "EIT2"], [80.0, 90.0]) == 85.0


def test_children_may_be_named_by_their_full_keys() -> None:
    """The sheet of calculations names its rows by key, with rows between that the figure does not need."""
    keys = ["tools.IIT", "tools.EIT", "tools.OIT", "tools.EIT1", "tools.EIT2"]
    assert ITA_TOTAL(2568.0, keys, [80.0, "x", 80.0, 80.0, 80.0]) == pytest.approx(80.0)
    assert ITA_LEVEL(2568.0, ["total", *keys], [95.0, 95.0, 1.0, 95.0, 95.0, 95.0]) == load(2568).levels[0]


def test_level_asks_for_every_tool() -> None:
    """A total of 98.23 with EIT part 2 at 91.78 is ผ่านดี, not ผ่านดีเยี่ยม."""
    assert ITA_LEVEL(2567.0, LEVEL_CODES, [98.23, 98.53, 99.33, 91.78, 100.0]) == "ผ่านดี"
    assert ITA_LEVEL(2567.0, LEVEL_CODES, [98.23, 98.53, 99.33, 95.0, 100.0]) == "ผ่านดีเยี่ยม"


@pytest.mark.parametrize("blank", [None, ""])
def test_a_blank_child_gives_an_empty_answer(blank: Cell) -> None:
    """While something is missing there is neither a figure nor a level, and no complaint."""
    assert total_with(blank) == ""
    assert ITA_LEVEL(2568.0, LEVEL_CODES, [95.0, 95.0, 95.0, blank, 95.0]) == ""
    assert ITA_LEVEL(2568.0, LEVEL_CODES, [blank, 95.0, 95.0, 95.0, 95.0]) == ""


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        ("๙๑.๘๘", "คะแนนของ OIT ไม่ใช่ตัวเลข"),
        (" ", "คะแนนของ OIT ไม่ใช่ตัวเลข"),
        (True, "คะแนนของ OIT ไม่ใช่ตัวเลข"),
        (datetime(2025, 1, 1, tzinfo=UTC), "คะแนนของ OIT ไม่ใช่ตัวเลข"),
        (100.01, "คะแนนของ OIT ไม่อยู่ในช่วง 0-100"),
        (-0.01, "คะแนนของ OIT ไม่อยู่ในช่วง 0-100"),
        (float("nan"), "คะแนนของ OIT ไม่อยู่ในช่วง 0-100"),
        ("#N/A", "ช่องคะแนนของ OIT มีค่าผิดพลาดของ Excel"),
        (-2146826281, "ช่องคะแนนของ OIT มีค่าผิดพลาดของ Excel"),
        (-2146826238, "ช่องคะแนนของ OIT มีค่าผิดพลาดของ Excel"),
    ],
)
def test_what_is_not_a_score_is_told_by_its_code(value: Cell, answer: str) -> None:
    """Text, truth values, dates, figures out of range and Excel errors each have their own sentence."""
    assert total_with(value) == answer


def test_a_fault_outweighs_a_blank() -> None:
    """What is wrong is said even while something else is missing."""
    assert ITA_TOTAL(2568.0, TOOLS, [None, 97.0, "x", 91.88]) == "คะแนนของ EIT2 ไม่ใช่ตัวเลข"


def test_currency_cells_count() -> None:
    """A cell with a currency format arrives as Decimal and is a number like any other."""
    assert total_with(Decimal("91.88")) == pytest.approx(95.462)


def test_codes_are_checked() -> None:
    """An absent code, a code there twice and ranges of unlike length each have their own sentence."""
    assert ITA_TOTAL(2568.0, TOOLS[:3], NONG_PHLAP[:3]) == "ไม่พบรหัส OIT ในช่วงรหัส"
    assert ITA_TOTAL(2568.0, [*TOOLS, "IIT"], [*NONG_PHLAP, 1.0]) == "รหัส IIT ซ้ำกัน"
    assert ITA_TOTAL(2568.0, TOOLS, NONG_PHLAP[:3]) == "ช่วงรหัสกับช่วงคะแนนยาวไม่เท่ากัน"


def test_empty_rows_of_a_range_are_passed_over() -> None:
    """A range may reach beyond the last code."""
    assert ITA_TOTAL(2568.0, [*TOOLS, None, None], [*NONG_PHLAP, None, 5.0]) == pytest.approx(95.462)


@pytest.mark.parametrize("year", [None, "", "ปีนี้", 2568.5, 1999.0, "#N/A", True])
def test_unknown_years_are_told(year: Cell) -> None:
    """A year without criteria gives a Thai sentence from every function."""
    answers = [
        ITA_INDICATOR(year, 1.0, [], []),
        ITA_SUBINDICATOR(year, 9.1, [], []),
        ITA_TOOL(year, "IIT", [], []),
        ITA_TOTAL(year, [], []),
        ITA_LEVEL(year, [], []),
        ITA_QUESTION(year, "i1"),
        ITA_GAIN(year, "i1", 90.0),
    ]
    assert all(isinstance(answer, str) and answer.startswith("ไม่มีหลักเกณฑ์ของปีงบประมาณ") for answer in answers)


@pytest.mark.parametrize(
    ("function", "key"),
    [
        (ITA_INDICATOR, 11.0),
        (ITA_INDICATOR, "EIT3.6"),
        (ITA_INDICATOR, "IIT"),
        (ITA_INDICATOR, None),
        (ITA_SUBINDICATOR, 9.9),
        (ITA_TOOL, "XIT"),
        (wording, "x1"),
        (gain, "e99"),
        (gain, "EIT3.e1"),
        (gain, "i"),
    ],
)
def test_unknown_keys_are_told(function: Callable[..., float | str], key: Cell) -> None:
    """A key that the year lacks gives a Thai sentence with the year."""
    assert str(function(2568.0, key, [], [])).startswith("หลักเกณฑ์ปี 2568 ไม่มี")


@pytest.mark.parametrize("year", [2566.0, 2569.0])
def test_rules_that_are_not_known_are_told(year: Cell) -> None:
    """Where a year's rules are known in part, what cannot be worked out is said in Thai, and nothing is guessed."""
    assert ITA_INDICATOR(year, 1.0, ["i1"], [90.0]) == f"ยังไม่ทราบวิธีคิด 1 ของปี {year:.0f} ครบถ้วน"
    assert str(ITA_QUESTION(year, "i1")).startswith(f"หลักเกณฑ์ปี {year:.0f} ไม่มี i1")


def test_a_year_without_weights_has_no_total_and_no_level() -> None:
    """FY2569 has neither weights nor levels of its own."""
    assert ITA_TOTAL(2569.0, TOOLS, NONG_PHLAP) == "ยังไม่ทราบวิธีคิด คะแนนรวม ของปี 2569 ครบถ้วน"
    assert ITA_LEVEL(2569.0, LEVEL_CODES, [95.0] * 5) == "ยังไม่ทราบหลักเกณฑ์การจัดระดับของปี 2569"
    assert str(ITA_GAIN(2569.0, "o1", 50.0)).startswith("ยังไม่ทราบว่าข้อ o1 มีผลต่อคะแนนรวม")


def test_a_block_of_cells_is_read_row_by_row() -> None:
    """Ranges of several rows and columns, with rows inserted between, answer as flat ones do."""
    codes: list[list[Cell]] = [["IIT", "EIT1"], [None, None], ["EIT2", "OIT"]]
    values: list[list[Cell]] = [[99.39, 97.0], [None, 5.0], [95.62, 91.88]]
    assert ITA_TOTAL(2568.0, codes, values) == pytest.approx(95.462)
    assert ITA_TOTAL(2568.0, codes, values[:2]) == "ช่วงรหัสกับช่วงคะแนนยาวไม่เท่ากัน"


def test_a_range_where_one_cell_belongs_is_told() -> None:
    """A year, a key or a score that is a range gives a Thai sentence."""
    block: Any = [["i1"], ["i2"]]
    answers = {
        ITA_TOOL(2568.0, block, [], []),
        ITA_QUESTION(block, "i1"),
        ITA_THAI(block),
        ITA_GAIN(2568.0, block, 1.0),
    }
    assert answers == {"ค่านี้ต้องมาจากช่องเดียว ไม่ใช่ช่วงของช่อง"}
    assert ITA_GAIN(2568.0, "i1", block) == "คะแนนของ i1 ไม่ใช่ตัวเลข"


@pytest.mark.parametrize("year", [year for year in years() if load(year).questions])
def test_a_question_is_worded_as_the_criteria_word_it(year: int) -> None:
    """Each code of the year answers with its wording; one whose wording is not known says so."""
    criteria = load(year)
    texts = {q.code: q.text for q in criteria.questions} | {i.code: i.title for i in criteria.items}
    for code, text in texts.items():
        assert ITA_QUESTION(float(year), code) == (text or f"ยังไม่ทราบถ้อยคำของข้อ {code} ปี {year}")


def test_a_code_may_be_typed_as_people_type_it() -> None:
    """Capitals, Thai digits and blanks around it mean the same code."""
    assert ITA_QUESTION(2568.0, " I๑๐ ") == ITA_QUESTION(2568.0, "i10")
    assert ITA_GAIN(2568.0, "eit1.E๓", 90.0) == ITA_GAIN(2568.0, "EIT1.e3", 90.0)


@pytest.mark.parametrize("path", EXAMPLES[:3], ids=lambda path: path.stem)
def test_a_gain_is_the_one_that_the_analysis_ranks(path: Path) -> None:
    """For every question and item with a score the function gives the points that the analysis gives."""
    assessment = closed.read(path).assessment
    criteria = rules.of(assessment)
    for one in analysis.gains(criteria, scoring.score(criteria, assessment.given)):
        code = f"{one.scored}.{one.code}" if one.scored.startswith("EIT") else one.code
        assert ITA_GAIN(float(assessment.fiscal_year), code, one.score) == pytest.approx(one.points, abs=1e-12)


def test_a_gain_over_both_parts_takes_their_mean() -> None:
    """``e3`` without a part stands for both, and its score for the mean of both."""
    both = [ITA_GAIN(2568.0, f"EIT{part}.e3", score) for part, score in ((1, 80.0), (2, 90.0))]
    assert ITA_GAIN(2568.0, "e3", 85.0) == pytest.approx(float(both[0]) + float(both[1]))


@pytest.mark.parametrize(
    ("score", "answer"),
    [
        (None, ""),
        ("", ""),
        (100.0, 0.0),
        ("เก้าสิบ", "คะแนนของ i1 ไม่ใช่ตัวเลข"),
        (True, "คะแนนของ i1 ไม่ใช่ตัวเลข"),
        (101.0, "คะแนนของ i1 ไม่อยู่ในช่วง 0-100"),
        ("#REF!", "ช่องคะแนนของ i1 มีค่าผิดพลาดของ Excel"),
    ],
)
def test_a_gain_needs_a_score(score: Cell, answer: float | str) -> None:
    """A blank stays blank, a full score gains nothing, and what is no score is told."""
    assert ITA_GAIN(2568.0, "i1", score) == answer


@pytest.mark.parametrize("function", [wording, gain])
@pytest.mark.parametrize("blank", [None, "", " "])
def test_a_blank_code_gives_an_empty_answer(function: Callable[..., float | str], blank: Cell) -> None:
    """A formula that was filled down beyond the last row shows nothing."""
    assert function(2568.0, blank) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        (95.0, "๙๕"),
        (98.62, "๙๘.๖๒"),
        (1 / 3, "๐.๓๓๓๓๓๓๓๓๓"),
        (-0.5, "-๐.๕"),
        (Decimal("91.88"), "๙๑.๘๘"),
        ("ข้อ i10 ปี 2568", "ข้อ i๑๐ ปี ๒๕๖๘"),
        ("https://www.example.go.th/2568", "https://www.example.go.th/2568"),
        (datetime(2025, 10, 9, tzinfo=UTC), "๙ ตุลาคม ๒๕๖๘"),
        ("#DIV/0!", "ช่องที่อ้างถึงมีค่าผิดพลาดของ Excel"),
        (-2146826281, "ช่องที่อ้างถึงมีค่าผิดพลาดของ Excel"),
        (True, "ค่าจริงเท็จเปลี่ยนเป็นเลขไทยไม่ได้"),
    ],
)
def test_values_are_written_in_thai_digits(value: Cell, text: str) -> None:
    """Figures, dates and texts change their digits, addresses do not, and what is neither is told."""
    assert ITA_THAI(value) == text


def test_the_version_names_its_years() -> None:
    """The program's version and every year that has criteria."""
    assert ITA_VERSION() == f"ITA {__version__} หลักเกณฑ์ปี {', '.join(map(str, years()))}"


def test_an_unforeseen_error_is_a_thai_sentence_and_a_log_entry(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of the program reaches the log and not the clerk."""

    def broken(_year: int) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(functions, "load", broken)
    with caplog.at_level(logging.ERROR):
        assert ITA_TOTAL(2568.0, TOOLS, NONG_PHLAP) == "โปรแกรมทำงานไม่สำเร็จ"
    assert "broken" in caplog.text


def test_importing_the_functions_stays_light() -> None:
    """The first cell does not wait for libraries that read or write files."""
    heavy = "{'pandas', 'openpyxl', 'docx', 'docxtpl', 'xlsxwriter', 'python_calamine'} & set(sys.modules)"
    script = f"import sys, ita.excel.functions; sys.exit(str({heavy}) if {heavy} else 0)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
