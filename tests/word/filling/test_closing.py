"""What stands before the signatures turns the page with them."""

from __future__ import annotations

from ita.word.drafting.blocks import Column, Section, cell, paragraph, row, section_xml, table
from ita.word.filling import closing
from ita.word.parts import xml

COLUMNS = (Column("กลุ่ม", 8.0), Column("ข้อความ", 8.0))
SENTENCE = paragraph("จึงเสนอเพื่อโปรดทราบ", keep_next=True)
SIGNATURES = paragraph("", "Signature", keep_next=True) + table(
    COLUMNS[:1], row(cell(paragraph("ลงชื่อ"), 8.0)), style="TableNormal", head=False
)


def listed(last: str) -> str:
    """Return a table of two rows under a head; the last row has this text."""
    return table(COLUMNS, *(row(*(cell(paragraph(text), 8.0) for _ in COLUMNS)) for text in ("ก", last)))


def kept(*blocks: str) -> list[bool]:
    """Return, for each row and each paragraph outside of tables, whether it keeps with what follows."""
    root = xml.fragment(f"<w:document><w:body>{''.join(blocks)}{section_xml(Section())}</w:body></w:document>")
    closing.keep(root)
    found: list[bool] = []
    for block in xml.first(root, "w:body"):
        parts = block.findall("w:tr", xml.NAMESPACES) if block.tag == xml.name("w:tbl") else [block]
        found += [any(True for _ in part.iter(xml.name("w:keepNext"))) for part in parts]
    return found[:-1]


def test_the_last_row_before_the_closing_lines_is_kept() -> None:
    """Only the last row of the table, not the whole of it, goes with sentence and signatures."""
    assert kept(listed("ข"), SENTENCE, SIGNATURES) == [False, False, True, True, True, False]


def test_a_row_that_needs_a_page_stays() -> None:
    """A row of more than half a page is not pushed to the next one."""
    assert kept(listed("ข้อความ " * 300), SENTENCE, SIGNATURES)[:3] == [False] * 3


def test_the_last_paragraph_is_kept() -> None:
    """Where text stands before the closing lines, its last paragraph goes with them."""
    assert kept(paragraph("หนึ่ง"), paragraph("สอง"), SENTENCE, SIGNATURES) == [False, True, True, True, False]


def test_a_document_without_signatures_is_left_alone() -> None:
    """Nothing is kept with the end of a document, nor in a part that is no document."""
    assert kept(listed("ข"), paragraph("ท้าย")) == [False] * 4
    assert kept() == []
    header = xml.fragment(f"<w:hdr>{paragraph('ก')}</w:hdr>")
    before = xml.serialize(header)
    closing.keep(header)
    assert xml.serialize(header) == before
