"""The contents field lists the report's headings, in the order and the digits of the report."""

from __future__ import annotations

from pathlib import Path

from ita.thai import Digits
from ita.word.drafting.blocks import each, paragraph
from ita.word.drafting.contents import NO_PAGE, contents
from ita.word.filling.render import Filling, render
from ita.word.lint import lint
from ita.word.parts import package, xml
from support.word import body, small_template

HEADINGS = (
    paragraph("คำนำ", "Title"),
    contents(),
    each("name in names", paragraph("{{ loop.index }}. {{ name }}", "Heading1"), help_text="พิมพ์ซ้ำ"),
    paragraph("๑.๑ ระดับสอง", "Heading2"),
    paragraph("ระดับสาม", "Heading3"),
    paragraph("เนื้อความ"),
)


def rendered(path: Path, *blocks: str, digits: Digits = "arabic", names: tuple[str, ...] = ("ก", "ข&<")) -> xml.Element:
    """Return the body of a small document with these blocks."""
    template = small_template(path / "t.docx", *blocks)
    return body(render(template, Filling({"names": names}, digits=digits)))


def entries(root: xml.Element) -> list[tuple[str, str]]:
    """Return the style and the text of each entry."""
    found: list[tuple[str, str]] = []
    for element in root.iter(xml.name("w:p")):
        style = element.find("w:pPr/w:pStyle", xml.NAMESPACES)
        name = (style.get(xml.name("w:val")) or "") if style is not None else ""
        if name.startswith("TOC"):
            found.append((name, "".join(text.text or "" for text in element.iter(xml.name("w:t")))))
    return found


def test_entries_are_the_headings(tmp_path: Path) -> None:
    """Two levels of headings are listed as the report prints them, its own title and deeper levels are not."""
    assert entries(rendered(tmp_path, *HEADINGS)) == [
        ("TOC1", f"คำนำ{NO_PAGE}"),
        ("TOC1", f"1. ก{NO_PAGE}"),
        ("TOC1", f"2. ข&<{NO_PAGE}"),
        ("TOC2", f"1.1 ระดับสอง{NO_PAGE}"),
    ]


def test_entries_have_the_digits_of_the_report(tmp_path: Path) -> None:
    """With Thai digits the entries keep them."""
    assert ("TOC1", f"๑. ก{NO_PAGE}") in entries(rendered(tmp_path, *HEADINGS, digits="thai"))


def test_every_entry_leads_to_its_heading(tmp_path: Path) -> None:
    """Link, page reference and bookmark have one name each, and identifiers are unique."""
    root = rendered(tmp_path, *HEADINGS)
    links = [link.get(xml.name("w:anchor")) for link in root.iter(xml.name("w:hyperlink"))]
    codes = [code.text or "" for code in root.iter(xml.name("w:instrText"))]
    marks = {mark.get(xml.name("w:name")): mark for mark in root.iter(xml.name("w:bookmarkStart"))}
    assert links == list(marks)
    assert [code.split()[1] for code in codes if "PAGEREF" in code] == links
    assert len({mark.get(xml.name("w:id")) for mark in marks.values()}) == len(links) == 4
    holder = marks[links[1]].getparent()
    assert holder is not None
    assert "".join(text.text or "" for text in holder.iter(xml.name("w:t"))) == "1. ก"


def test_the_field_is_whole_and_asks_to_be_updated(tmp_path: Path) -> None:
    """Each field is begun, separated and ended; only the contents field is dirty."""
    marks = list(rendered(tmp_path, *HEADINGS).iter(xml.name("w:fldChar")))
    kinds = [mark.get(xml.name("w:fldCharType")) for mark in marks]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 5
    assert (kinds[0], kinds[-1]) == ("begin", "end")
    assert [mark.get(xml.name("w:dirty")) for mark in marks if mark.get(xml.name("w:dirty"))] == ["true"]


def test_a_field_that_word_filled_is_filled_anew(tmp_path: Path) -> None:
    """Entries of another report, over several paragraphs, and Word's own bookmarks are gone."""
    old = contents().replace("<w:p>", "<w:p>", 1)
    begin, end = old.rsplit("</w:p>", 1)[0].rsplit("<w:r>", 1)
    several = f"{begin}</w:p>{paragraph('หัวข้อเก่า', 'TOC1')}<w:p><w:r>{end}</w:p>"
    heading = paragraph("ใหม่", "Heading1").replace(
        "</w:pPr>", '</w:pPr><w:bookmarkStart w:id="7" w:name="_Toc9"/><w:bookmarkEnd w:id="7"/>'
    )
    root = rendered(tmp_path, several, heading, heading)
    assert entries(root) == [("TOC1", f"ใหม่{NO_PAGE}")] * 2
    names = [mark.get(xml.name("w:name")) for mark in root.iter(xml.name("w:bookmarkStart"))]
    assert len(names) == len(set(names)) == 2
    assert "_Toc9" not in names


def test_the_template_may_ask_for_fewer_levels(tmp_path: Path) -> None:
    """The level in the field's instruction decides."""
    listed = entries(rendered(tmp_path, contents(1), *HEADINGS[2:]))
    assert [style for style, _ in listed] == ["TOC1", "TOC1"]


def test_a_document_without_headings_or_field_stays(tmp_path: Path) -> None:
    """Nothing to list leaves the sample entry; no field adds nothing."""
    assert len(entries(rendered(tmp_path, contents(), paragraph("ก")))) == 1
    assert entries(rendered(tmp_path, paragraph("ก", "Heading1"))) == []


def test_tags_in_entries_that_word_copied_are_not_filled(tmp_path: Path) -> None:
    """Word's own update of a template copies a heading out of its loop; the report and the lint pass over the copy."""
    path = small_template(tmp_path / "t.docx", *HEADINGS)
    parts = package.read(path)
    copied = parts["word/document.xml"].replace("หัวข้อของรายงาน".encode(), b"{{ loop.index }}. {{ name }}")
    assert copied != parts["word/document.xml"]
    path.write_bytes(package.write({**parts, "word/document.xml": copied}))
    shown = entries(body(render(path, Filling({"names": ("ก",)}, digits="arabic"))))
    assert ("TOC1", f"1. ก{NO_PAGE}") in shown
    assert [fault for fault in lint(path) if "loop" in fault.what()] == []


def test_only_a_report_asks_for_page_numbers(tmp_path: Path) -> None:
    """The field is to be updated in a report, but not while somebody edits the template."""
    path = small_template(tmp_path / "t.docx", *HEADINGS)
    dirty = [
        next(root.iter(xml.name("w:fldChar"))).get(xml.name("w:dirty"))
        for root in (body(path.read_bytes()), rendered(tmp_path, *HEADINGS))
    ]
    assert dirty == [None, "true"]


def test_a_section_that_ends_with_the_contents_stays(tmp_path: Path) -> None:
    """Where the field's last paragraph also ends a section, renewing the entries keeps the section."""
    path = small_template(tmp_path / "t.docx", *HEADINGS)
    root = xml.parse(package.read(path)[package.DOCUMENT])
    entry = next(p for p in root.iter(xml.name("w:p")) if list(p.iter(xml.name("w:fldChar"))))
    xml.first(entry, "w:pPr").append(xml.fragment('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'))
    path.write_bytes(package.write({**package.read(path), package.DOCUMENT: xml.serialize(root)}))
    filled = body(render(path, Filling({"names": ("ก",)}, digits="arabic")))
    assert len(list(filled.iter(xml.name("w:sectPr")))) == 2
    assert len([text for _, text in entries(filled) if text]) == 3
