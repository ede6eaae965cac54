"""The Python functions that cells of the workbook call (UDFs), bound with xlwings.

Those that the sheets themselves call work out a figure. Each takes the fiscal year (B.E.), for all but the
total and the level the key of the figure wanted, and two ranges with equally many cells: its children and
their scores (points, 0-100). A child is named by its code (``i1``, ``9.1``, ``IIT``) or by its full key
(``tools.IIT``, see ``ita.scoring``). What the figure does not need is ignored, so a whole column may be
passed. Where the year has two equations for a figure, the first whose children are all numbers answers.
``ITA_QUESTION``, ``ITA_GAIN``, ``ITA_THAI`` and ``ITA_VERSION`` are for formulas of the user's own.

The answer is

- a number (points, full precision), the level's name or the text asked for, when all that it takes is there;
- empty text while some of it is blank;
- a Thai sentence that names the code when a child is text, a truth value, an Excel error, out of range,
  absent or there twice, when the year or the key does not exist, and when the year's rules are not known.

A function never raises. ISNUMBER tells a figure from every other answer, and a level from one is told
by being a level of the year.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import TypeVar, cast

import xlwings as xw

from ita import __version__, analysis, rating, scoring, seal, thai
from ita.assessment import Given
from ita.criteria import Criteria, load, years
from ita.errors import InputError, ItaError, UnknownYearError
from ita.messages import MESSAGES

Cell = float | str | bool | Decimal | datetime | None
"""What Excel hands over for a cell: numbers as float, currency as Decimal, error values as text."""

Range = Sequence[Cell] | Sequence[Sequence[Cell]]
"""The cells of a range, flat or row by row."""

Answer = float | str


class _Absent(Enum):
    """Stands for the cell of a child that the range does not hold."""

    ABSENT = 0


_Function = TypeVar("_Function", bound=Callable[..., Answer])

_BLANK = ""
_ABSENT = _Absent.ABSENT
_FULL_SCORE = 100.0
_ERROR_TEXTS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
_ERROR_NUMBERS = range(-2146826300, -2146826200)
"""COM's numbers of Excel's error values; xlwings knows the names of only the seven oldest."""


_YEAR = partial(xw.arg, "year", "default", err_to_str=True, doc="ปีงบประมาณ (พ.ศ.) ของการประเมิน เช่น 2568")
_CODES = partial(xw.arg, "codes", "default", ndim=2, err_to_str=True, doc="ช่วงรหัส เช่น คอลัมน์รหัสของตาราง")
_VALUES = partial(xw.arg, "values", "default", ndim=2, err_to_str=True, doc="ช่วงคะแนน 0-100 ที่ตรงกับช่วงรหัส")
"""Made anew for each function: xlwings takes the help text out of what it was given."""


def _in_cells(function: _Function) -> _Function:
    """Make a function known to cells; "default" keeps xlwings from reading the annotations."""
    return xw.func(category="ITA")(xw.ret("default")(function))


def _for_cells(function: _Function) -> _Function:
    """Bind a function of a year and of children with their scores."""
    return _in_cells(_YEAR()(_CODES()(_VALUES()(function))))


@_for_cells
@xw.arg("key", "default", err_to_str=True, doc="ลำดับตัวชี้วัด 1-10 หรือส่วนของ EIT กับลำดับ เช่น EIT1.6")
def ITA_INDICATOR(year: Cell, key: Cell, codes: Range, values: Range) -> Answer:
    """คะแนนตัวชี้วัดจากคะแนนรายข้อ ตัวชี้วัดย่อย หรือส่วนของ EIT"""
    return _answer(lambda: _figure(year, _indicator_parent(_text(key)), key, codes, values))


@_for_cells
@xw.arg("key", "default", err_to_str=True, doc="รหัสตัวชี้วัดย่อย เช่น 9.1")
def ITA_SUBINDICATOR(year: Cell, key: Cell, codes: Range, values: Range) -> Answer:
    """คะแนนตัวชี้วัดย่อยจากคะแนนรายข้อของ OIT"""
    return _answer(lambda: _figure(year, scoring.sub_indicator_key(_text(key)), key, codes, values))


@_for_cells
@xw.arg("key", "default", err_to_str=True, doc="รหัสเครื่องมือหรือส่วนของเครื่องมือ เช่น IIT EIT EIT1 OIT")
def ITA_TOOL(year: Cell, key: Cell, codes: Range, values: Range) -> Answer:
    """คะแนนเครื่องมือจากคะแนนตัวชี้วัด หรือจากส่วนของเครื่องมือ"""
    return _answer(lambda: _figure(year, scoring.tool_key(_text(key)), key, codes, values))


@_for_cells
def ITA_TOTAL(year: Cell, codes: Range, values: Range) -> Answer:
    """คะแนนรวมถ่วงน้ำหนักจากคะแนนเครื่องมือ"""
    return _answer(lambda: _figure(year, scoring.TOTAL, scoring.TOTAL, codes, values))


@_for_cells
def ITA_LEVEL(year: Cell, codes: Range, values: Range) -> Answer:
    """ระดับผลการประเมินจากคะแนนรวม (รหัส total) และคะแนนเครื่องมือที่ใช้เป็นเงื่อนไขของระดับ"""
    return _answer(lambda: _level(year, codes, values))


@_in_cells
@_YEAR()
@xw.arg("code", "default", err_to_str=True, doc="รหัสข้อคำถามหรือรายการข้อมูล เช่น i1 e9 o28")
def ITA_QUESTION(year: Cell, code: Cell) -> Answer:
    """ถ้อยคำทางการของข้อคำถามหรือรายการข้อมูลตามรหัส"""
    return _answer(lambda: _wording(_criteria(year), _code(code)))


@_in_cells
@_YEAR()
@xw.arg("code", "default", err_to_str=True, doc="รหัสข้อ เช่น i1 o28 หรือ EIT1.e3 ถ้าเป็น e3 หมายถึงทั้งสองส่วน")
@xw.arg("score", "default", err_to_str=True, doc="คะแนนปัจจุบันของข้อนั้น 0-100 (ถ้าหมายถึงทั้งสองส่วน ใช้คะแนนเฉลี่ย)")
def ITA_GAIN(year: Cell, code: Cell, score: Cell) -> Answer:
    """คะแนนรวมที่จะเพิ่มขึ้นหากข้อนี้ได้ 100 คะแนน โดยข้ออื่นคงเดิม"""
    return _answer(lambda: _gain(_criteria(year), _code(code), score))


@_in_cells
@xw.arg("value", "default", err_to_str=True, doc="ตัวเลข วันที่ หรือข้อความที่ต้องการเปลี่ยนเป็นเลขไทย")
def ITA_THAI(value: Cell) -> Answer:
    """ข้อความที่ใช้เลขไทย วันที่แสดงเป็นวัน เดือน และปี พ.ศ. ส่วนที่อยู่เว็บไซต์และอีเมลคงเดิม"""
    return _answer(lambda: _in_thai(value))


@_in_cells
def ITA_VERSION() -> Answer:
    """รุ่นของโปรแกรม และปีงบประมาณที่โปรแกรมมีหลักเกณฑ์"""
    return _answer(lambda: f"ITA {__version__} หลักเกณฑ์ปี {', '.join(map(str, years()))}")


def _answer(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except ItaError as error:
        return error.what()
    except Exception:
        logging.getLogger(__name__).exception("a function failed in a cell")
        return MESSAGES["unforeseen"].what["th"]


def _figure(year: Cell, parent: str, key: Cell, codes: Range, values: Range) -> Answer:
    criteria = _criteria(year)
    rules = [rule for rule in scoring.equations(criteria) if rule.parent == parent]
    if not rules:
        known = parent in scoring.score(criteria, Given()).figures
        name = "คะแนนรวม" if parent == scoring.TOTAL else _text(key)
        raise InputError("function.no_rule" if known else "function.key", key=name, year=criteria.fiscal_year)
    by_code = _by_code(codes, values)
    children = [_children([(term.key, term.code) for term in rule.terms], by_code) for rule in rules]
    for rule, cells in zip(rules, children, strict=True):
        numbers = _numbers(cells)
        if numbers is not None:
            return rule.value(numbers)
    _raise_fault([cells for cells in children if _ABSENT not in cells.values()] or children)
    return _BLANK


def _level(year: Cell, codes: Range, values: Range) -> Answer:
    criteria = _criteria(year)
    if not criteria.bands:
        raise InputError("function.no_rating", year=criteria.fiscal_year)
    rated = [(scoring.tool_key(code), code) for code in criteria.rated]
    cells = _children([(scoring.TOTAL, scoring.TOTAL), *rated], _by_code(codes, values))
    numbers = _numbers(cells)
    if numbers is not None:
        return rating.rate(criteria, numbers[0], numbers[1:]) or _BLANK
    _raise_fault([cells])
    return _BLANK


def _wording(criteria: Criteria, code: str) -> Answer:
    if not code:
        return _BLANK
    texts = {q.code: q.text for q in criteria.questions} | {i.code: i.title for i in criteria.items}
    if code not in texts:
        raise InputError("function.key", key=code, year=criteria.fiscal_year)
    if not texts[code]:
        raise InputError("function.no_wording", child=code, year=criteria.fiscal_year)
    return texts[code]


def _gain(criteria: Criteria, code: str, score: Cell) -> Answer:
    """Return the points; a code without its part stands for every part that it is scored under."""
    if not code:
        return _BLANK
    paths = {
        k: v for k, v in analysis.influences(criteria).items() if k == f"questions.{code}" or k.endswith(f".{code}")
    }
    if not paths and not _is_known(criteria, code):
        raise InputError("function.key", key=code, year=criteria.fiscal_year)
    if not paths or any(path[-1:] != (scoring.TOTAL,) for _, path in paths.values()):
        raise InputError("function.no_share", child=code, year=criteria.fiscal_year)
    cells: dict[str, Cell | _Absent] = {code: score}
    _raise_fault([cells])
    numbers = _numbers(cells)
    return _BLANK if numbers is None else sum(share for share, _ in paths.values()) * (_FULL_SCORE - numbers[0])


def _is_known(criteria: Criteria, code: str) -> bool:
    """Whether the year has the question or item, and the part that may stand before it."""
    part, _, own = code.rpartition(".")
    codes = {one.code for one in (*criteria.questions, *criteria.items)}
    return own in codes and (not part or part in criteria.tool_of_code(own).scored_codes)


def _in_thai(value: Cell) -> Answer:
    text = _text(value)
    if _fault(value) == "function.cell_error":
        raise InputError("function.error_given")
    if isinstance(value, bool):
        raise InputError("function.truth_given")
    if isinstance(value, datetime):
        text = thai.format_date(value.date())
    elif isinstance(value, float):
        text = seal.number(value)
    return thai.to_thai_digits(text)


def _code(value: Cell) -> str:
    """Return a code as the criteria write it: ``I๑`` is i1, ``eit1.E3`` is EIT1.e3."""
    part, _, code = thai.to_arabic_digits(_text(value)).rpartition(".")
    return f"{part.upper()}.{code.lower()}" if part else code.lower()


def _criteria(year: Cell) -> Criteria:
    text = _text(year)
    if not text.isdecimal():
        raise UnknownYearError(year=text, known=years())
    return load(int(text))


def _indicator_parent(key: str) -> str:
    part, _, number = key.rpartition(".")
    if not number.isdecimal():
        return key
    return scoring.part_indicator_key(part, int(number)) if part else scoring.indicator_key(int(number))


def _by_code(codes: Range, values: Range) -> dict[str, Cell]:
    names, cells = _flat(codes), _flat(values)
    if len(names) != len(cells):
        raise InputError("function.lengths")
    by_code: dict[str, Cell] = {}
    for code, value in zip(map(_text, names), cells, strict=True):
        if code and code in by_code:
            raise InputError("function.twice", child=code)
        by_code[code] = value
    return by_code


def _flat(cells: Range) -> list[Cell]:
    """Return the cells of a range row by row."""
    rows = [list(row) if isinstance(row, (list, tuple)) else [row] for row in cells]
    return [cast("Cell", cell) for row in rows for cell in row]


def _children(names: Sequence[tuple[str, str]], by_code: Mapping[str, Cell]) -> dict[str, Cell | _Absent]:
    """Return each child's cell by its code; the range may call it by its full key or by its code."""
    return {code: by_code.get(key, by_code.get(code, _ABSENT)) for key, code in names}


def _numbers(cells: Mapping[str, Cell | _Absent]) -> list[float] | None:
    """Return the scores when every cell is one, else None."""
    scores = [
        float(value) for value in cells.values() if isinstance(value, (float, int, Decimal)) and not _fault(value)
    ]
    return scores if len(scores) == len(cells) else None


def _raise_fault(rules: Sequence[Mapping[str, Cell | _Absent]]) -> None:
    for cells in rules:
        for code, value in cells.items():
            fault = _fault(value)
            if fault:
                raise InputError(fault, child=code)


def _fault(value: Cell | _Absent) -> str | None:
    """Return the message code of what is wrong with a cell; None for a score and for a blank."""
    if value is None or value == "":
        return None
    if isinstance(value, (list, tuple)):
        return "function.not_number"
    if isinstance(value, _Absent):
        return "function.absent"
    if value in _ERROR_TEXTS or (isinstance(value, int) and value in _ERROR_NUMBERS):
        return "function.cell_error"
    if isinstance(value, (bool, str, datetime)):
        return "function.not_number"
    return None if 0 <= value <= _FULL_SCORE else "function.out_of_range"


def _text(value: Cell) -> str:
    """Return a code, a key or a year as text: 1.0 is "1" and 9.1 is "9.1"."""
    if isinstance(value, (list, tuple)):
        raise InputError("function.one_cell")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
