"""What the tests of the Word layer share: the examples, a small template, the texts of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ita import interchange
from ita.assessment import Assessment
from ita.paths import resource
from ita.word.drafting.draft import Draft
from ita.word.parts import package, xml

EXAMPLES = ("nongphlap_2568", "khlongnokkrathung_2567")
TEMPLATE = resource("docx_templates", "analysis_by_tool.docx")


def example(name: str) -> Assessment:
    """Return one of the assessments kept in workbook/examples."""
    return interchange.load(resource("workbook", "examples", f"{name}.yaml"))


def small_template(path: Path, *blocks: str) -> Path:
    """Write a template with these body blocks and return its path."""
    draft = Draft()
    path.write_bytes(draft.finish("แม่แบบทดสอบ", blocks, draft.section(start=1)))
    return path


def body(data: bytes) -> xml.Element:
    """Return the body of a document."""
    return xml.first(xml.parse(package.read(data)["word/document.xml"]), "w:body")


def paragraphs(data: bytes) -> list[str]:
    """Return the text of each paragraph, with breaks and tabs as the characters they stand for."""
    return [_text(paragraph) for paragraph in body(data).iter(xml.name("w:p"))]


def _text(paragraph: xml.Element) -> str:
    signs = {xml.name("w:br"): "\n", xml.name("w:tab"): "\t"}
    tags = (xml.name("w:t"), *signs)
    return "".join(signs.get(piece.tag, piece.text or "") for piece in paragraph.iter(*tags))


def story_parts(data: bytes) -> dict[str, xml.Element]:
    """Return the document, its headers and its styles by part name."""
    wanted = re.compile(r"word/(document|header\d+|styles)\.xml")
    return {part: xml.parse(content) for part, content in package.read(data).items() if wanted.fullmatch(part)}


def containing(texts: Sequence[str], words: str) -> str:
    """Return the first text that contains the words; AssertionError when none does."""
    found = [text for text in texts if words in text]
    assert found, f"{words} is in none of {len(texts)} texts"
    return found[0]
