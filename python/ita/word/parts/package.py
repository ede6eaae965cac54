"""The zip file around a report: the same bytes for the same parts, and a seal that tells a changed report.

The seal is a SHA-256 over every other part and over our other properties, kept with these in docProps/custom.xml.
Word rewrites the parts when it saves, so a document that anybody saved since no longer matches its seal; the
properties it keeps.
"""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from ita.word.parts import xml

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
WRITTEN = "2025-01-01T00:00:00Z"
"""Creation and modification time of every document, fixed so that the bytes do not change with the clock."""

CONTENT_TYPES = "[Content_Types].xml"
CUSTOM = "docProps/custom.xml"
SEAL = "ITA.Seal"
FIGURES = "ITA.Figures"
"""The property with the hash of the figures that a report was made from (see ``ita.seal``)."""

_ROOT_RELS = "_rels/.rels"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CUSTOM_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUE_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"

DOCUMENT = "word/document.xml"
MAX_SIZE = 64 * 1024 * 1024
"""How many bytes a document may unpack to: a small file must not fill the memory."""
QUICK = 1
"""The compression of a report: a third of the time, some thousand bytes more."""

Parts = dict[str, bytes]


def read(data: bytes | Path) -> Parts:
    """Return the parts of a document by name; BadZipFile or OSError when it is none, or unpacks to too much."""
    with zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MAX_SIZE:
            raise BadZipFile("too large")
        try:
            return {entry: archive.read(entry) for entry in archive.namelist()}
        except (zlib.error, NotImplementedError, RuntimeError, EOFError) as error:  # damaged, odd or encrypted
            raise BadZipFile(str(error)) from error


def read_document(data: bytes | Path) -> Parts:
    """Return the parts of a Word document by name; BadZipFile or OSError when it is none."""
    parts = read(data)
    missing = [part for part in (CONTENT_TYPES, _ROOT_RELS, DOCUMENT) if part not in parts]
    if missing:
        raise BadZipFile(missing[0])
    return parts


def write(parts: Mapping[str, bytes], compression: int | None = None) -> bytes:
    """Return the parts as a zip file whose bytes depend on nothing else; ``compression`` is 1 (quick) to 9 (small)."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=compression) as archive:
        for part in _in_order(parts):
            entry = zipfile.ZipInfo(part, ZIP_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            archive.writestr(entry, parts[part])
    return target.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """Content types first, then the relationships of the package, as Word writes them."""
    front = (CONTENT_TYPES, _ROOT_RELS)
    return [part for part in front if part in names] + sorted(part for part in names if part not in front)


def sealed(parts: Mapping[str, bytes], properties: Mapping[str, str] | None = None) -> Parts:
    """Return the parts with custom properties and a seal over all of it; older ones are replaced."""
    plain = _with_custom_part({part: data for part, data in parts.items() if part != CUSTOM})
    said = dict(properties or {})
    return {**plain, CUSTOM: _custom_part({SEAL: _digest(plain, said), **said})}


def is_untouched(path: Path) -> bool:
    """Return whether the file is a report of ours that nobody changed since it was written."""
    try:
        parts = read(path)
        said = _said(parts.pop(CUSTOM))
    except (OSError, BadZipFile, KeyError, xml.XMLSyntaxError):
        return False
    return said.pop(SEAL, "") == _digest(parts, said)


def properties(path: Path) -> dict[str, str]:
    """Return a document's custom properties by name; none where the file is no document or has none."""
    try:
        return _said(read(path)[CUSTOM])
    except (OSError, BadZipFile, KeyError, xml.XMLSyntaxError):
        return {}


def _said(custom: bytes) -> dict[str, str]:
    return {str(entry.get("name")): "".join(entry.itertext()) for entry in xml.parse(custom)}


def _digest(parts: Mapping[str, bytes], properties: Mapping[str, str]) -> str:
    total = hashlib.sha256()
    said = {name: value.encode("utf-8") for name, value in properties.items()}
    for name, data in (*sorted(parts.items()), *sorted(said.items())):
        total.update(hashlib.sha256(name.encode("utf-8")).digest())
        total.update(hashlib.sha256(data).digest())
    return total.hexdigest()


def _custom_part(properties: Mapping[str, str]) -> bytes:
    entries = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), start=2)
    )
    root = f'<Properties xmlns="{_CUSTOM_SPACE}" xmlns:vt="{_VALUE_SPACE}">{entries}</Properties>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def _with_custom_part(parts: Parts) -> Parts:
    """Return the parts with the custom properties declared once in content types and relationships."""
    override = f'<Override PartName="/{CUSTOM}" ContentType="{_CUSTOM_TYPE}"/>'
    relation = f'<Relationship Id="rIdSeal" Type="{_CUSTOM_RELATION}" Target="{CUSTOM}"/>'
    types, relations = parts[CONTENT_TYPES].decode("utf-8"), parts[_ROOT_RELS].decode("utf-8")
    if _CUSTOM_TYPE not in types:
        types = types.replace("</Types>", f"{override}</Types>")
    if _CUSTOM_RELATION not in relations:
        relations = relations.replace("</Relationships>", f"{relation}</Relationships>")
    return {**parts, CONTENT_TYPES: types.encode("utf-8"), _ROOT_RELS: relations.encode("utf-8")}
