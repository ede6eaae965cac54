"""Templates filled: text in is text out, faults are named, the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita.errors import TemplateError
from ita.word.drafting.blocks import Column, body_row, caption, each_cell, each_row, paragraph, table, tag_row, when
from ita.word.drafting.runs import run
from ita.word.filling.render import REMEMBERED, Filling, compiled, fill_in, render
from ita.word.parts import package, xml
from ita.word.parts.printable import printable
from support.word import body, paragraphs, small_template


@given(st.text() | st.text("&<>\"'{}%#_\n\t\r\x0c\x07 กำน้ำที่๑1\u200b\u0e33") | st.text(st.characters()))
def test_text_in_is_text_out(text: str) -> None:
    """Any text comes out as it went in, but for what XML cannot hold."""
    with tempfile.TemporaryDirectory() as folder:
        template = small_template(Path(folder) / "t.docx", paragraph("ก่อน {{ text }} หลัง"))
        shown = paragraphs(render(template, Filling({"text": text})))
    assert [f"ก่อน {printable(text)} หลัง"] == shown


@pytest.mark.parametrize("text", ["{_{ x }_}", "{_% x %_}", "a\x0cb\x07c", "R&D <งบ>", "{{ x }}", "{%p endif %}"])
def test_texts_that_docxtpl_changes_come_out_whole(text: str, tmp_path: Path) -> None:
    """The texts that docxtpl by itself alters or loses are printed as they are."""
    template = small_template(tmp_path / "t.docx", paragraph("{{ text }}"))
    assert [printable(text)] == paragraphs(render(template, Filling({"text": text})))


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two runs give one and the same file."""
    template = small_template(tmp_path / "t.docx", paragraph("{{ text }}"))
    first, second = (hashlib.sha256(render(template, Filling({"text": "ก"}))).hexdigest() for _ in range(2))
    assert first == second


def test_an_undefined_name_is_named_with_its_place(tmp_path: Path) -> None:
    """The error says which name is unknown and shows the paragraph that uses it."""
    template = small_template(tmp_path / "t.docx", paragraph("หนึ่ง"), paragraph("คะแนน {{ scroe }}"))
    with pytest.raises(TemplateError) as caught:
        render(template, Filling({}))
    assert (caught.value.code, caught.value.values["name"]) == ("template.undefined", "scroe")
    assert caught.value.where == "คะแนน {{ scroe }}"


@pytest.mark.parametrize(
    "text",
    ["{% if x %}", "{{ x", "{{ x| }}", "{%p if x %}", "{{ x|shout }}", "{{ x + 1 }}", "{{ x * 3 }}", "{{ x.upper() }}"],
)
def test_a_broken_template_is_one_named_error(text: str, tmp_path: Path) -> None:
    """Whatever is wrong with a tag, a TemplateError says so."""
    template = small_template(tmp_path / "t.docx", paragraph(text))
    with pytest.raises(TemplateError) as caught:
        render(template, Filling({"x": "ก"}))
    assert "t.docx" in caught.value.what()


def test_a_file_that_is_no_document_is_a_template_error(tmp_path: Path) -> None:
    """Anything but a Word document is refused."""
    path = tmp_path / "t.docx"
    path.write_bytes(b"not a zip")
    with pytest.raises(TemplateError):
        render(path, Filling({}))


def test_nothing_is_repaired(tmp_path: Path) -> None:
    """A result that is not well-formed is an error, not a silently mended file."""
    columns = [Column("ก", 2)]
    blocks = (paragraph("{% if x %}"), table(columns, body_row(columns, ["{% endif %}"])))
    with pytest.raises(TemplateError):
        render(small_template(tmp_path / "t.docx", *blocks), Filling({"x": False}))


def test_headers_are_filled_too(tmp_path: Path) -> None:
    """A tag in a page header is filled like one in the body."""
    template = small_template(tmp_path / "t.docx", paragraph("ก"))
    parts = package.read(template)
    parts["word/header1.xml"] = parts["word/header1.xml"].replace("๑".encode(), b"{{ text }}")
    template.write_bytes(package.write(parts))
    header = package.read(render(template, Filling({"text": "ข&ค"})))["word/header1.xml"]
    assert "ข&ค" in "".join(xml.parse(header).itertext())


def test_newlines_and_tabs_become_breaks(tmp_path: Path) -> None:
    """Word shows line breaks and tabs as elements, and spaces are kept."""
    template = small_template(tmp_path / "t.docx", paragraph("{{ text }}"))
    root = body(render(template, Filling({"text": "  ก\nข\tค"})))
    assert (len(list(root.iter(xml.name("w:br")))), len(list(root.iter(xml.name("w:tab"))))) == (1, 1)
    assert [text.text for text in root.iter(xml.name("w:t"))] == ["  ก", "ข", "ค"]


def test_rows_repeat_and_merged_cells_show_once(tmp_path: Path) -> None:
    """A row loop repeats its row; a merged column shows its text in the first row only."""
    columns = [Column("ก", 2, merged=True), Column("ข", 2)]
    rows = each_row("x in xs", columns, body_row(columns, ["ชื่อ", "{{ x }}"]), help_text="ซ้ำ")
    template = small_template(tmp_path / "t.docx", table(columns, rows))
    assert paragraphs(render(template, Filling({"xs": ["1", "2"]}))) == ["ก", "ข", "ชื่อ", "1", "", "2"]


def test_cells_repeat_and_the_grid_follows(tmp_path: Path) -> None:
    """A cell loop leaves as many grid columns as there are cells, and none wider than its share."""
    template = small_template(tmp_path / "t.docx", each_cell("x in xs", paragraph("{{ x }}"), 12, "ซ้ำ"))
    root = body(render(template, Filling({"xs": ["1", "2", "3", "4"]})))
    widths = {column.get(xml.name("w:w")) for column in root.iter(xml.name("w:gridCol"))}
    assert ({"1701"}, 4) == (widths, len(list(root.iter(xml.name("w:gridCol")))))


def test_an_emptied_cell_keeps_a_paragraph(tmp_path: Path) -> None:
    """Word asks for a paragraph in every cell, even where a condition took all of them."""
    columns = [Column("ก", 2)]
    inside = table(
        columns, body_row(columns, ["{%p if x %}"]).replace("</w:tc>", f"{paragraph('{%p endif %}')}</w:tc>")
    )
    root = body(render(small_template(tmp_path / "t.docx", inside), Filling({"x": False})))
    assert all(list(cell)[-1].tag == xml.name("w:p") for cell in root.iter(xml.name("w:tc")))


def test_captions_are_numbered_by_kind_as_printed(tmp_path: Path) -> None:
    """Captions that are left out leave no hole in the numbers."""
    blocks = [caption("แผนภูมิ", "ก", "Caption"), when("x", caption("แผนภูมิ", "ข", "Caption"))]
    blocks += [caption("ตาราง", "ค", "TableCaption"), caption("แผนภูมิ", "ง", "Caption")]
    template = small_template(tmp_path / "t.docx", *blocks)
    expected = ["แผนภูมิที่ ๑  ก", "ตารางที่ ๑  ค", "แผนภูมิที่ ๒  ง"]
    assert expected == paragraphs(render(template, Filling({"x": False})))


def test_arabic_digits_reach_texts_and_page_numbers(tmp_path: Path) -> None:
    """The switch changes the template's own digits and the page number format too."""
    template = small_template(tmp_path / "t.docx", paragraph("๑. {{ n }}"))
    data = render(template, Filling({"n": 2}, digits="arabic"))
    formats = [n.get(xml.name("w:fmt")) for n in body(data).iter(xml.name("w:pgNumType"))]
    assert (paragraphs(data), formats) == (["1. 2"], ["decimal"])


def test_help_for_officials_stays_in_the_template(tmp_path: Path) -> None:
    """Tags and the hidden help beside them do not reach the report."""
    template = small_template(tmp_path / "t.docx", when("x", paragraph("มี"), help_text="คำอธิบาย"))
    assert "คำอธิบาย" in "".join(paragraphs(template.read_bytes()))
    assert paragraphs(render(template, Filling({"x": True}))) == ["มี"]


def test_the_report_is_sealed(tmp_path: Path) -> None:
    """A report carries the seal by which a later change is noticed."""
    path = tmp_path / "r.docx"
    path.write_bytes(render(small_template(tmp_path / "t.docx", paragraph("ก")), Filling({})))
    assert package.is_untouched(path)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "<w:tblGrid>", "<w:x>"),
        ("word/document.xml", 'w:gridSpan w:val="1"', 'w:gridSpan w:val="x"'),
        ("word/_rels/document.xml.rels", "</Relationships>", ""),
        ("docProps/core.xml", "</cp:coreProperties>", ""),
    ],
)
def test_a_damaged_document_is_a_named_error(part: str, old: str, new: str, tmp_path: Path) -> None:
    """What every document has and this one lacks is a TemplateError, not a crash."""
    columns = [Column("ก", 2)]
    block = table(columns, body_row(columns, ["ข"])).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="1"/>')
    path = small_template(tmp_path / "t.docx", block)
    parts = package.read(path)
    text = parts[part].decode()
    assert old in text
    changed = text.replace(old, new)
    parts[part] = (changed.replace("</w:tblGrid>", "</w:x>") if "<w:x>" in changed else changed).encode()
    path.write_bytes(package.write(parts))
    with pytest.raises(TemplateError):
        render(path, Filling({}))


def test_an_xml_comment_does_no_harm(tmp_path: Path) -> None:
    """Another program may leave comments of XML in a part."""
    path = small_template(tmp_path / "t.docx", "<!-- หมายเหตุ -->", paragraph("{{ text }}"))
    assert paragraphs(render(path, Filling({"text": "ก"}))) == ["ก"]


def test_tags_torn_by_word_are_read_whole(tmp_path: Path) -> None:
    """A tag that stands in several runs is one tag; the texts around it keep their runs."""
    torn = "".join(run(piece) for piece in ("ก{", "{ te", "xt }", "}ข ", "{% if te", "xt %}ค{% end", "if %}ง"))
    path = small_template(tmp_path / "t.docx", f"<w:p>{torn}</w:p>")
    assert paragraphs(render(path, Filling({"text": "ๆ"}))) == ["กๆข คง"]


def test_several_tags_of_one_row_all_count(tmp_path: Path) -> None:
    """Two row tags in one row open both."""
    columns = [Column("ก", 2)]
    rows = (
        tag_row("for x in xs %}{%tr if x", columns),
        body_row(columns, ["{{ x }}"]),
        tag_row("endif %}{%tr endfor", columns),
    )
    path = small_template(tmp_path / "t.docx", table(columns, *rows, head=False))
    assert paragraphs(render(path, Filling({"xs": ["1", "", "2"]}))) == ["1", "2"]


def test_tags_in_text_boxes_are_filled(tmp_path: Path) -> None:
    """A paragraph inside a paragraph, as in a text box, has tags of its own."""
    box = f"<w:r><w:pict><w:txbxContent>{when('text', paragraph('{{ text }}'))}</w:txbxContent></w:pict></w:r>"
    path = small_template(tmp_path / "t.docx", f"<w:p>{run('{{ text }}')}{box}</w:p>")
    assert "".join(body(render(path, Filling({"text": "ก"}))).itertext()) == "กก"


def test_a_merged_cell_of_several_paragraphs_shows_once(tmp_path: Path) -> None:
    """The merge tag hides every paragraph of the cell after the first turn but one empty one."""
    columns = [Column("ก", 2, merged=True), Column("ข", 2)]
    two = body_row(columns, ["หนึ่ง", "{{ x }}"]).replace("</w:tc>", f"{paragraph('สอง')}</w:tc>", 1)
    path = small_template(
        tmp_path / "t.docx", table(columns, each_row("x in xs", columns, two, help_text=""), head=False)
    )
    data = render(path, Filling({"xs": ["1", "2"]}))
    assert paragraphs(data) == ["หนึ่ง", "สอง", "1", "", "2"]
    merges = [merge.get(xml.name("w:val")) for merge in body(data).iter(xml.name("w:vMerge"))]
    assert merges == ["restart", "continue"]


def test_a_compiled_template_is_used_again(tmp_path: Path) -> None:
    """The same bytes are compiled once; changed bytes, and other digits, anew."""
    path = small_template(tmp_path / "t.docx", paragraph("{{ text }}"))
    first = compiled(path.name, path.read_bytes(), "thai")
    assert first is compiled(path.name, path.read_bytes(), "thai")
    assert first is not compiled(path.name, path.read_bytes(), "arabic")
    small_template(path, paragraph("ใหม่ {{ text }}"))
    assert paragraphs(render(path, Filling({"text": "ก"}))) == ["ใหม่ ก"]


def test_filling_changes_nothing_in_the_compiled_template(tmp_path: Path) -> None:
    """Two agencies filled in turn do not see each other."""
    template = compiled("t", small_template(tmp_path / "t.docx", paragraph("{{ text }}")).read_bytes(), "thai")
    texts = [paragraphs(fill_in(template, Filling({"text": text}))) for text in ("ก", "ข", "ก")]
    assert texts == [["ก"], ["ข"], ["ก"]]


def test_the_memory_of_compiled_templates_is_bounded() -> None:
    """Templates beyond the last few are forgotten."""
    assert compiled.cache_info().maxsize == REMEMBERED


def test_quotes_that_word_made_curly_are_read(tmp_path: Path) -> None:
    """Word's autocorrection spoils no tag, and leaves the quotes outside tags as they are."""
    path = small_template(tmp_path / "t.docx", paragraph("“{% if text == “ก” or text == ‘ข’ %}ใช่{% endif %}”"))
    assert [paragraphs(render(path, Filling({"text": text}))) for text in ("ก", "ข", "ค")] == [
        ["“ใช่”"],
        ["“ใช่”"],
        ["“”"],
    ]


def test_signs_of_xml_in_tags_are_read(tmp_path: Path) -> None:
    """A comparison is stored escaped in the document and read as it was typed."""
    path = small_template(tmp_path / "t.docx", paragraph("{% if n < 3 and n > 1 and '&' != 'x' %}ใช่{% endif %}"))
    assert paragraphs(render(path, Filling({"n": 2}))) == ["ใช่"]


@pytest.mark.parametrize("prefix", ["w", "x"])
def test_documents_of_other_programs_are_read(prefix: str, tmp_path: Path) -> None:
    """A root that declares few prefixes, or calls the main one otherwise, is filled like Word's own."""
    columns = [Column("ก", 2, merged=True), Column("ข", 2)]
    rows = each_row("x in xs", columns, body_row(columns, ["หนึ่ง", "{{ x }}"]), help_text="ซ้ำ")
    path = small_template(tmp_path / "t.docx", when("xs", paragraph("มี")), table(columns, rows, head=False))
    parts = package.read(path)
    text = parts["word/document.xml"].decode()
    for unused in ("wp", "a", "c", "pic"):
        text = text.replace(f' xmlns:{unused}="{xml.NAMESPACES[unused]}"', "")
    text = text.replace("<w:", f"<{prefix}:").replace("</w:", f"</{prefix}:").replace(" w:", f" {prefix}:")
    parts["word/document.xml"] = text.replace("xmlns:w=", f"xmlns:{prefix}=").encode()
    path.write_bytes(package.write(parts))
    data = render(path, Filling({"xs": ["1", "2"]}))
    assert paragraphs(data) == ["มี", "หนึ่ง", "1", "", "2"]
    assert b"itaCommand" not in package.read(data)["word/document.xml"]
