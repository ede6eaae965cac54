"""A template in the making: body blocks and the parts they need, put together as a .docx file."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from ita.word.drafting import blocks
from ita.word.drafting.blocks import Section
from ita.word.drafting.runs import LANGUAGE, field
from ita.word.drafting.styles import styles_xml
from ita.word.parts import charts, package, xml
from ita.word.parts.chartxml import ChartDesign, chart_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEADER = "rIdHeader"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_GREY_LEVEL = 0xD9


class Draft:
    """Collects the charts and pictures of a template while its body is written."""

    def __init__(self) -> None:
        self._parts: package.Parts = {}
        self._relations = [("rIdStyles", "styles", "styles.xml"), ("rIdSettings", "settings", "settings.xml")]
        self._overrides = [
            ("word/document.xml", f"{_WORD}.document.main+xml"),
            ("word/styles.xml", f"{_WORD}.styles+xml"),
            ("word/settings.xml", f"{_WORD}.settings+xml"),
            ("word/header1.xml", f"{_WORD}.header+xml"),
            ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
        ]
        self._relations.append((_HEADER, "header", "header1.xml"))

    def chart(self, design: ChartDesign) -> str:
        """Add a chart with its sample data; return the paragraph that shows it."""
        number = 1 + sum(part.startswith("word/charts/chart") for part in self._parts)
        part, book = f"word/charts/chart{number}.xml", f"word/embeddings/chart{number}.xlsx"
        relation = f'<Relationship Id="rId1" Type="{_OFFICE}/package" Target="../embeddings/chart{number}.xlsx"/>'
        self._parts[part] = chart_xml(design, "rId1")
        self._parts[f"word/charts/_rels/chart{number}.xml.rels"] = _relationships(relation)
        self._parts[book] = b""
        charts.fill(self._parts, part, design.sample, "thai")
        self._overrides.append((part, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"))
        identifier = f"rIdChart{number}"
        self._relations.append((identifier, "chart", f"charts/chart{number}.xml"))
        return blocks.chart(design.name, design.description, design.width, design.height, identifier)

    def picture(self, name: str, description: str, side: float) -> str:
        """Add a grey square of ``side`` cm where a picture will stand; return its paragraph."""
        placeholder = ("rIdPicture", "image", "media/placeholder.png")
        if placeholder not in self._relations:
            self._relations.append(placeholder)
        self._parts["word/media/placeholder.png"] = grey_square()
        return blocks.picture(name, description, side, "rIdPicture")

    def section(self, *, landscape: bool = False, numbered: bool = True, start: int | None = None) -> Section:
        """Return a section's page set-up; ``start`` is its first page number, None to go on counting."""
        return Section("landscape" if landscape else "portrait", _HEADER if numbered else "", start)

    def finish(self, title: str, body: Sequence[str], last: Section) -> bytes:
        """Return the template with this Thai title, which is also the name that menus show."""
        content = f"<w:document><w:body>{''.join(body)}{blocks.section_xml(last)}</w:body></w:document>"
        root = xml.fragment(content)
        for number, frame in enumerate(root.iter(xml.name("wp:docPr")), start=1):
            frame.set("id", str(number))
        self._parts |= {
            "word/document.xml": xml.serialize(root),
            "word/styles.xml": styles_xml(),
            "word/settings.xml": _settings(),
            "word/header1.xml": _header(),
            "word/_rels/document.xml.rels": _relationships(*(_relation(*r) for r in self._relations)),
            "docProps/core.xml": _core(title),
            "docProps/app.xml": _app(),
            package.CONTENT_TYPES: self._content_types(),
            "_rels/.rels": _package_relationships(),
        }
        return package.write(self._parts)

    def _content_types(self) -> bytes:
        defaults = {
            "rels": "application/vnd.openxmlformats-package.relationships+xml",
            "xml": "application/xml",
            "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "png": "image/png",
        }
        by_extension = "".join(f'<Default Extension="{e}" ContentType="{t}"/>' for e, t in defaults.items())
        by_part = "".join(f'<Override PartName="/{p}" ContentType="{t}"/>' for p, t in self._overrides)
        return f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{by_extension}{by_part}</Types>'.encode()


def _relation(identifier: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _relationships(*relations: str) -> bytes:
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()
    )


def _package_relationships() -> bytes:
    kind = f"{_PACKAGE}/relationships/metadata/core-properties"
    core = f'<Relationship Id="rIdCore" Type="{kind}" Target="docProps/core.xml"/>'
    document = _relation("rIdDocument", "officeDocument", "word/document.xml")
    return _relationships(document, core, _relation("rIdApp", "extended-properties", "docProps/app.xml"))


def _settings() -> bytes:
    """Word 2013 mode: without it Word opens the document in compatibility mode."""
    uri = "http://schemas.microsoft.com/office/word"
    modern = f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>'
    language = LANGUAGE.replace("w:lang", "w:themeFontLang")
    content = f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>{modern}</w:compat>{language}'
    return xml.serialize(xml.fragment(f"<w:settings>{content}</w:settings>"))


def _header() -> bytes:
    number = field("PAGE", "๑")
    content = f'<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>{number}</w:p>'
    return xml.serialize(xml.fragment(f"<w:hdr>{content}</w:hdr>"))


def _core(title: str) -> bytes:
    date = f'xsi:type="dcterms:W3CDTF">{package.WRITTEN}'
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{xml.text(title)}</dc:title><dc:language>th-TH</dc:language>"
        f"<dcterms:created {date}</dcterms:created><dcterms:modified {date}</dcterms:modified></cp:coreProperties>"
    ).encode()


def _app() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    program = "<Application>Microsoft Office Word</Application>"
    return f'{_DECLARATION}<Properties xmlns="{space}">{program}</Properties>'.encode()


def grey_square() -> bytes:
    """Return a light grey PNG of 8 by 8 pixels."""
    rows = b"".join(b"\x00" + bytes([_GREY_LEVEL]) * 8 for _ in range(8))
    chunks = {b"IHDR": struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0), b"IDAT": zlib.compress(rows, 9), b"IEND": b""}
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks.items()
    )
    return b"\x89PNG\r\n\x1a\n" + body
