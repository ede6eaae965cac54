"""One assessment as a YAML or JSON file: read, write and check against a year's criteria (docs/interchange.md).

Reading goes through a small subset of YAML: no dates (report_date is B.E. text), no aliases, no tags, no octal or
base-60 numbers, no duplicate keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn, cast

import msgspec
import yaml

from ita.assessment import Assessment
from ita.criteria import Criteria
from ita.errors import InterchangeError
from ita.interchange_rules import faults
from ita.shape import shape_faults

__all__ = ["MAX_BYTES", "dump", "load", "validate"]

MAX_BYTES = 2_000_000
"""The largest file that is read, in bytes; a full assessment takes about 50,000."""

_YAML_SUFFIXES = (".yaml", ".yml")
_FLOW_WIDTH = 60
"""Lists whose entries take no more characters than this stand on one line."""

_BAD_YAML = "ไวยากรณ์ YAML ไม่ถูกต้อง ตรวจสอบการย่อหน้าและเครื่องหมาย : - [ ] { }"
_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")

_RESOLVERS = {
    "null": (re.compile(r"(?:~|null|)$"), ("~", "n", "")),
    "bool": (re.compile(r"(?:true|false)$"), ("t", "f")),
    "int": (re.compile(r"[-+]?(?:0|[1-9][0-9]*)$"), tuple("-+0123456789")),
    "float": (
        re.compile(r"[-+]?(?:(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)$"),
        tuple("-+.0123456789"),
    ),
}
"""How an unquoted word is read, by its tag: the pattern, and the characters it may begin with."""


def load(path: Path) -> Assessment:
    """Return the assessment in a ``.yaml``, ``.yml`` or ``.json`` file (UTF-8, at most MAX_BYTES).

    InterchangeError lists every field that is unknown, missing or of the wrong kind. What a year's criteria
    say of the content is for ``validate``.
    """
    text = _text(path)
    data = _json(text, path) if path.suffix.lower() == ".json" else _yaml(text, path)
    found = shape_faults(data, Assessment)
    if found:
        raise InterchangeError(where=path.name, detail="; ".join(found))
    return msgspec.convert(data, Assessment, str_keys=True)


def dump(assessment: Assessment) -> str:
    """Return the assessment as YAML that ``load`` reads back as the same value.

    Fields stand in the order of the classes, codes in natural order; what is empty or default is left out, so the
    same assessment always gives the same text.
    """
    return yaml.dump(_plain(assessment), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)


def validate(assessment: Assessment, criteria: Criteria) -> None:
    """Raise InterchangeError with every fault of the content by a year's criteria, joined with ``; ``."""
    found = list(faults(assessment, criteria))
    if found:
        raise InterchangeError(detail="; ".join(found))


def _text(path: Path) -> str:
    if path.suffix.lower() not in (*_YAML_SUFFIXES, ".json"):
        _refuse(path, "นามสกุลของแฟ้มต้องเป็น .yaml .yml หรือ .json")
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InterchangeError(code="interchange.missing", path=path) from error
    except OSError:
        _refuse(path, "เปิดอ่านแฟ้มไม่ได้ ตรวจสอบว่าเป็นแฟ้มและมีสิทธิ์อ่าน")
    if len(raw) > MAX_BYTES:
        _refuse(path, f"แฟ้มใหญ่เกิน {MAX_BYTES:,} ไบต์")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(path, "แฟ้มต้องบันทึกด้วยรหัสอักขระ UTF-8")


def _json(text: str, path: Path) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        _refuse(path, f"ไวยากรณ์ JSON ไม่ถูกต้อง บรรทัด {error.lineno} ตำแหน่ง {error.colno}")
    except _DuplicateKeyError as error:
        _refuse(path, f"มีรหัส {error} ซ้ำกันในกลุ่มเดียวกัน")
    except (ValueError, RecursionError):
        _refuse(path, "มีตัวเลขที่ยาวเกินไป ค่า NaN หรือ Infinity หรือซ้อนกันลึกเกินไป")


class _DuplicateKeyError(Exception):
    """A JSON object gives a key twice."""


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _DuplicateKeyError(key)
        found[key] = value
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _yaml(text: str, path: Path) -> object:
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - _Loader is a SafeLoader that allows less
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = f" บรรทัด {mark.line + 1} ตำแหน่ง {mark.column + 1}" if mark else ""
        _refuse(path, f"{error.problem if isinstance(error, _RefusedError) else _BAD_YAML}{at}")
    except (yaml.YAMLError, ValueError, RecursionError):
        _refuse(path, "มีอักขระควบคุม มีตัวเลขที่ยาวเกินไป หรือซ้อนกันลึกเกินไป")


def _refuse(path: Path, detail: str) -> NoReturn:
    raise InterchangeError(where=path.name, detail=detail) from None


class _RefusedError(yaml.MarkedYAMLError):
    """YAML that is well formed and that we do not accept; the problem is told in Thai."""


class _Loader(yaml.SafeLoader):
    """The subset of YAML that an interchange file may use."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = cast("yaml.Event", self.peek_event())
        if isinstance(event, yaml.AliasEvent) or getattr(event, "tag", None):
            problem = "ไม่รับการอ้างซ้ำ (*) และป้ายชนิดข้อมูล (!)"
            raise _RefusedError(problem=problem, problem_mark=event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - the signature of PyYAML
        seen: set[Hashable] = set()
        for name, _ in node.value:
            scalar = isinstance(name, yaml.ScalarNode)
            key = cast("Hashable", self.construct_object(name)) if scalar else None
            if key is None or key in seen:
                problem = "มีรหัสว่างหรือเป็นรายการ" if key is None else f"มีรหัส {key} ซ้ำกันในกลุ่มเดียวกัน"
                raise _RefusedError(problem=problem, problem_mark=name.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


class _Dumper(yaml.SafeDumper):
    """Writes for people: short lists on one line, long texts as blocks, entries of lists indented."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the signature of PyYAML
        super().increase_indent(flow, indentless=False)

    def write_list(self, data: list[object]) -> yaml.SequenceNode:
        scalars = not any(isinstance(entry, (list, dict)) for entry in data)
        short = scalars and sum(len(str(entry)) for entry in data) <= _FLOW_WIDTH
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=short)

    def write_text(self, data: str) -> yaml.ScalarNode:
        # Only a quoted text keeps a line break other than LF through a reader.
        style = '"' if _OTHER_BREAKS.search(data) else "|" if "\n" in data else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


def _add_resolvers(kind: type[_Loader | _Dumper]) -> None:
    for name, (pattern, first_characters) in _RESOLVERS.items():
        kind.add_implicit_resolver(f"tag:yaml.org,2002:{name}", pattern, list(first_characters))


# The reader knows our words only. The writer also puts quotes around what other YAML readers would take for a date.
_Loader.yaml_implicit_resolvers = {}
_add_resolvers(_Loader)
_add_resolvers(_Dumper)
_Dumper.add_representer(list, _Dumper.write_list)
_Dumper.add_representer(str, _Dumper.write_text)


def _plain(value: object) -> object:
    """Return plain data: fields in their order and without defaults, codes in natural order."""
    if isinstance(value, msgspec.Struct):
        fields = [(field, getattr(value, field.name)) for field in msgspec.structs.fields(value)]
        return {field.name: _plain(found) for field, found in fields if found != _default(field)}
    if isinstance(value, Mapping):
        mapping = cast("Mapping[object, object]", value)
        return {key: _plain(mapping[key]) for key in sorted(mapping, key=_natural)}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in cast("Sequence[object]", value)]
    return value


def _default(field: msgspec.structs.FieldInfo) -> object:
    if field.default_factory is not msgspec.NODEFAULT:
        return cast("Callable[[], object]", field.default_factory)()
    return field.default


def _natural(code: object) -> tuple[list[tuple[int, str]], str]:
    """Return a sort key that puts i2 before i10 and 9.1 before 10.1."""
    text = str(code)
    pieces = re.findall(r"[0-9]{1,9}|[^0-9]+", text)
    return [(int(piece), "") if "0" <= piece[0] <= "9" else (-1, piece) for piece in pieces], text
