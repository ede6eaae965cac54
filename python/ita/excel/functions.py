"""The Python functions that cells of the workbook call (UDFs), bound with xlwings.

Each takes the fiscal year (B.E.), for all but the total and the level the key of the figure wanted, and
two flat ranges of equal length: its children and their scores (points, 0-100). A child is named by its
code (``i1``, ``9.1``, ``IIT``) or by its full key (``tools.IIT``, see ``ita.scoring``). What the figure
does not need is ignored, so a whole column may be passed. Where the year has two equations for a figure,
the first whose children are all numbers answers.

The answer is

- a number (points, full precision), or the level's name, when every child that the year's criteria ask
  for is a number;
- empty text while some are blank;
- a Thai sentence that names the code when a child is text, a truth value, an Excel error, out of range,
  absent or there twice, and when the year or the key does not exist.

A function never raises. ISNUMBER tells a figure from every other answer, and a level from one is told
by being a level of the year.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import TypeVar

import xlwings as xw

from ita import rating, scoring
from ita.criteria import Criteria, load, years
from ita.errors import InputError, ItaError, UnknownYearError
from ita.messages import MESSAGES

Cell = float | str | bool | Decimal | datetime | None
"""What Excel hands over for a cell: numbers as float, currency as Decimal, error values as text."""

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


def _for_cells(function: _Function) -> _Function:
    """Bind a function with what all of them share; "default" keeps xlwings from reading the annotations."""
    shared = (
        xw.arg("year", "default", err_to_str=True, doc="ปีงบประมาณ (พ.ศ.) ของการประเมิน เช่น 2568"),
        xw.arg("codes", "default", ndim=1, err_to_str=True, doc="ช่วงรหัส หนึ่งแถวหรือหนึ่งคอลัมน์"),
        xw.arg("values", "default", ndim=1, err_to_str=True, doc="ช่วงคะแนน 0-100 ที่ตรงกับช่วงรหัส"),
        xw.ret("default"),
        xw.func(category="ITA"),
    )
    for decorate in shared:
        function = decorate(function)
    return function


@_for_cells
@xw.arg("key", "default", err_to_str=True, doc="ลำดับตัวชี้วัด 1-10 หรือส่วนของ EIT กับลำดับ เช่น EIT1.6")
def ITA_INDICATOR(year: Cell, key: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    """คะแนนตัวชี้วัดจากคะแนนรายข้อ ตัวชี้วัดย่อย หรือส่วนของ EIT"""
    return _answer(lambda: _figure(year, _indicator_parent(_text(key)), key, codes, values))


@_for_cells
@xw.arg("key", "default", err_to_str=True, doc="รหัสตัวชี้วัดย่อย เช่น 9.1")
def ITA_SUBINDICATOR(year: Cell, key: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    """คะแนนตัวชี้วัดย่อยจากคะแนนรายข้อของ OIT"""
    return _answer(lambda: _figure(year, scoring.sub_indicator_key(_text(key)), key, codes, values))


@_for_cells
@xw.arg("key", "default", err_to_str=True, doc="รหัสเครื่องมือหรือส่วนของเครื่องมือ เช่น IIT EIT EIT1 OIT")
def ITA_TOOL(year: Cell, key: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    """คะแนนเครื่องมือจากคะแนนตัวชี้วัด หรือจากส่วนของเครื่องมือ"""
    return _answer(lambda: _figure(year, scoring.tool_key(_text(key)), key, codes, values))


@_for_cells
def ITA_TOTAL(year: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    """คะแนนรวมถ่วงน้ำหนักจากคะแนนเครื่องมือ"""
    return _answer(lambda: _figure(year, scoring.TOTAL, scoring.TOTAL, codes, values))


@_for_cells
def ITA_LEVEL(year: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    """ระดับผลการประเมินจากคะแนนรวม (รหัส total) และคะแนนเครื่องมือที่ใช้เป็นเงื่อนไขของระดับ"""
    return _answer(lambda: _level(year, codes, values))


def _answer(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except ItaError as error:
        return error.what()
    except Exception:
        logging.getLogger(__name__).exception("a function failed in a cell")
        return MESSAGES["unforeseen"].what["th"]


def _figure(year: Cell, parent: str, key: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    criteria = _criteria(year)
    rules = [rule for rule in scoring.equations(criteria) if rule.parent == parent]
    if not rules:
        raise InputError("function.key", key=_text(key), year=criteria.fiscal_year)
    by_code = _by_code(codes, values)
    children = [_children([(term.key, term.code) for term in rule.terms], by_code) for rule in rules]
    for rule, cells in zip(rules, children, strict=True):
        numbers = _numbers(cells)
        if numbers is not None:
            return rule.value(numbers)
    _raise_fault([cells for cells in children if _ABSENT not in cells.values()] or children)
    return _BLANK


def _level(year: Cell, codes: Sequence[Cell], values: Sequence[Cell]) -> Answer:
    criteria = _criteria(year)
    rated = [(scoring.tool_key(code), code) for code in criteria.rated]
    cells = _children([(scoring.TOTAL, scoring.TOTAL), *rated], _by_code(codes, values))
    numbers = _numbers(cells)
    if numbers is not None:
        return rating.rate(criteria, numbers[0], numbers[1:]) or _BLANK
    _raise_fault([cells])
    return _BLANK


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


def _by_code(codes: Sequence[Cell], values: Sequence[Cell]) -> dict[str, Cell]:
    if len(codes) != len(values):
        raise InputError("function.lengths")
    by_code: dict[str, Cell] = {}
    for code, value in zip(map(_text, codes), values, strict=True):
        if code and code in by_code:
            raise InputError("function.twice", child=code)
        by_code[code] = value
    return by_code


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
    if isinstance(value, _Absent):
        return "function.absent"
    if value in _ERROR_TEXTS or (isinstance(value, int) and value in _ERROR_NUMBERS):
        return "function.cell_error"
    if isinstance(value, (bool, str, datetime)):
        return "function.not_number"
    return None if 0 <= value <= _FULL_SCORE else "function.out_of_range"


def _text(value: Cell) -> str:
    """Return a code, a key or a year as text: 1.0 is "1" and 9.1 is "9.1"."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
