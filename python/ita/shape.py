"""Where plain data (from YAML or JSON) departs from the fields of a struct: every fault, in Thai, with its place.

The decoder of msgspec stops at its first fault, speaks English and does not name the key of a mapping. This walks
the same type information and tells everything at once. Places are dotted, list entries count from 1:
``measures[1].steps[2].progress``.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import cast

import msgspec
from msgspec import inspect

_INTEGER_KEY = re.compile(r"0|-?[1-9][0-9]{0,8}")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def shape_faults(data: object, kind: type[msgspec.Struct]) -> list[str]:
    """Return every departure of ``data`` (dicts, lists and scalars) from the fields of ``kind``; empty when it fits."""
    return list(_faults(data, inspect.type_info(kind), ""))


def hint(key: object, known: Iterable[object]) -> str:
    """Return `` (หมายถึง … หรือไม่)`` when ``key`` looks like a misspelling of one of ``known``, else an empty text."""
    names = [str(name) for name in known]
    typed = str(key).strip().translate(_THAI_DIGITS)
    same = [name for name in names if name.casefold() == typed.casefold()]
    close = same or get_close_matches(typed, names, n=1)
    return f" (หมายถึง {close[0]} หรือไม่)" if close else ""


def _faults(value: object, kind: inspect.Type, place: str) -> Iterator[str]:
    match kind:
        case inspect.StructType():
            yield from _struct(value, kind, place)
        case inspect.DictType():
            yield from _mapping(value, kind, place)
        case inspect.VarTupleType():
            yield from _sequence(value, kind, place)
        case _:
            if not _fits(value, kind):
                yield f"{place} ต้องเป็น{_name(kind)}"


def _struct(value: object, kind: inspect.StructType, place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place or 'ทั้งแฟ้ม'} ต้องเป็นกลุ่มข้อมูลแบบ ชื่อ: ค่า"
        return
    found = cast("dict[object, object]", value)
    fields = {field.encode_name: field for field in kind.fields}
    for name in found:
        if name not in fields:
            yield f"ไม่รู้จัก {_join(place, name)}{hint(name, fields)}"
    for name, field in fields.items():
        if name in found:
            yield from _faults(found[name], field.type, _join(place, name))
        elif field.required:
            yield f"ขาด {_join(place, name)}"


def _mapping(value: object, kind: inspect.DictType, place: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{place} ต้องเป็นกลุ่มข้อมูลแบบ รหัส: ค่า"
        return
    found = cast("dict[object, object]", value)
    for key, content in found.items():
        inside = _join(place, key)
        if isinstance(kind.key_type, inspect.IntType):
            if not _is_integer_key(key):
                yield f"{inside} ต้องใช้เลขจำนวนเต็มเป็นรหัส"
        elif not isinstance(key, str):
            yield f'{inside} ต้องใส่เครื่องหมายคำพูดรอบรหัส เช่น "{key}"'
        yield from _faults(content, kind.value_type, inside)
    for name, count in Counter(str(key) for key in found).items():
        if count > 1:
            yield f"{_join(place, name)} มี {count} ครั้ง"


def _sequence(value: object, kind: inspect.VarTupleType, place: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"{place} ต้องเป็นรายการ (ขึ้นต้นแต่ละรายการด้วย - หรือเขียนใน [ ])"
        return
    for number, entry in enumerate(cast("list[object]", value), start=1):
        yield from _faults(entry, kind.item_type, f"{place}[{number}]")


def _fits(value: object, kind: inspect.Type) -> bool:
    match kind:
        case inspect.UnionType():
            return any(_fits(value, member) for member in kind.types)
        case inspect.TupleType():
            return _fits_each(value, kind.item_types)
        case inspect.VarTupleType():
            return isinstance(value, list) and all(_fits(v, kind.item_type) for v in cast("list[object]", value))
        case _:
            return _SCALARS[type(kind)].fits(value)


def _fits_each(value: object, kinds: tuple[inspect.Type, ...]) -> bool:
    if not isinstance(value, list):
        return False
    entries = cast("list[object]", value)
    return len(entries) == len(kinds) and all(_fits(v, kind) for v, kind in zip(entries, kinds, strict=True))


def _is_number(value: object) -> bool:
    # The comparison also refuses what is not finite, and integers too large for a float.
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= sys.float_info.max


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A kind of single value: what it is called and how it is known."""

    name: str
    fits: Callable[[object], bool]


_SCALARS: dict[type[inspect.Type], _Scalar] = {
    inspect.FloatType: _Scalar("ตัวเลข", _is_number),
    inspect.IntType: _Scalar("เลขจำนวนเต็ม", _is_integer),
    inspect.StrType: _Scalar("ข้อความ", lambda value: isinstance(value, str)),
    inspect.NoneType: _Scalar("เว้นว่าง (null)", lambda value: value is None),
}


def _is_integer_key(key: object) -> bool:
    """Tell whether a key is an integer; JSON can only write it as text."""
    if isinstance(key, str):
        return _INTEGER_KEY.fullmatch(key) is not None
    return _is_integer(key)


def _name(kind: inspect.Type) -> str:
    match kind:
        case inspect.UnionType():
            # Blank is said last: "a number or a pair, or blank".
            members = sorted(kind.types, key=lambda member: isinstance(member, inspect.NoneType))
            return " หรือ".join(_name(member) for member in members)
        case inspect.TupleType():
            return " [คะแนนส่วนที่ 1, คะแนนส่วนที่ 2]"
        case inspect.VarTupleType():
            return f"รายการของ{_name(kind.item_type)}"
        case _:
            return _SCALARS[type(kind)].name


def _join(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)
