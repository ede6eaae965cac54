"""Faults as Word comments in a copy of the template, and no comment in a report."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita import reports
from ita.errors import FileError, TemplateError
from ita.word.drafting.blocks import each, paragraph
from ita.word.filling.render import Filling, render
from ita.word.filling.stories import Place
from ita.word.lint import lint
from ita.word.lint.comments import PART, write
from ita.word.lint.faults import Fault
from ita.word.parts import package, xml
from support.office import validation_errors
from support.word import body, paragraphs, small_template


def commented(tmp_path: Path, *blocks: str) -> Path:
    """Return a copy of a template with its faults as comments."""
    template, out = small_template(tmp_path / "t.docx", *blocks), tmp_path / "ข้อคิดเห็น.docx"
    write(template, lint(template), out)
    return out


def comments(path: Path) -> list[str]:
    """Return the text of each comment."""
    root = xml.parse(package.read(path)[PART])
    return ["\n".join("".join(p.itertext()) for p in comment) for comment in root]


def test_each_fault_is_a_comment_at_its_paragraph(tmp_path: Path) -> None:
    """The comment says what is wrong and how to mend it, and is anchored to the paragraph."""
    path = commented(tmp_path, paragraph("ก"), paragraph("{{ totl }}"), paragraph("{{ yaer }}"))
    texts = comments(path)
    assert ["totl" in texts[0], "yaer" in texts[1], "วิธีแก้: " in texts[0]] == [True, True, True]
    anchors = [p for p in body(path.read_bytes()).iter(xml.name("w:p")) if list(p.iter(xml.name("w:commentReference")))]
    assert [paragraphs(path.read_bytes()).index("".join(p.itertext())) for p in anchors] == [1, 2]


def test_faults_outside_the_body_stand_at_the_first_paragraph(tmp_path: Path) -> None:
    """Word allows no comment in a header, so the comment says where the fault is."""
    template = small_template(tmp_path / "t.docx", paragraph("ก"))
    parts = package.read(template)
    parts["word/header1.xml"] = parts["word/header1.xml"].replace("๑".encode(), b"{{ yaer }}")
    template.write_bytes(package.write(parts))
    write(template, lint(template), tmp_path / "o.docx")
    assert comments(tmp_path / "o.docx")[0].startswith("หัวกระดาษ 1")


def test_the_copy_is_a_valid_document(tmp_path: Path) -> None:
    """Microsoft's validator finds nothing wrong with the comments."""
    assert validation_errors(commented(tmp_path, paragraph("{{ totl }}"), paragraph("{{ yaer }}"))) == []


def test_comments_are_added_to_those_that_are_there(tmp_path: Path) -> None:
    """Linting the copy adds comments with numbers of their own."""
    first = commented(tmp_path, paragraph("{{ totl }}"))
    write(first, lint(first), tmp_path / "second.docx")
    root = xml.parse(package.read(tmp_path / "second.docx")[PART])
    assert [comment.get(xml.name("w:id")) for comment in root] == ["0", "1"]


def test_a_report_carries_no_comment(tmp_path: Path) -> None:
    """Comments in a template are for its authors: none of them, nor their part, reaches a report."""
    inside = each("x in xs", paragraph("{{ x }}"), help_text="ซ้ำ")
    path, template = tmp_path / "o.docx", small_template(tmp_path / "t.docx", inside)
    write(template, [Fault("file.tracked", Place(package.DOCUMENT, number, "")) for number in (1, 2)], path)
    assert len(comments(path)) == 2
    data = render(path, Filling({"xs": ["ก", "ข"]}))
    assert paragraphs(data) == ["ก", "ข"]
    assert not [part for part in package.read(data) if "comments" in part]
    assert b"comment" not in package.read(data)["word/document.xml"]


def test_the_template_is_never_overwritten(tmp_path: Path) -> None:
    """The copy must be another file, and the template's bytes stay."""
    template = small_template(tmp_path / "t.docx", paragraph("{{ totl }}"))
    before = template.read_bytes()
    with pytest.raises(FileError):
        write(template, lint(template), template)
    write(template, lint(template), tmp_path / "o.docx")
    assert before == template.read_bytes()


def test_what_is_no_document_gets_no_copy(tmp_path: Path) -> None:
    """A damaged file is a named error, and nothing is written."""
    (tmp_path / "t.docx").write_bytes(b"x")
    with pytest.raises(TemplateError):
        write(tmp_path / "t.docx", lint(tmp_path / "t.docx"), tmp_path / "o.docx")
    assert not (tmp_path / "o.docx").exists()


def test_a_copy_that_cannot_be_written_is_a_named_error(tmp_path: Path) -> None:
    """A folder that is not there is told, and nothing is left behind."""
    template = small_template(tmp_path / "t.docx", paragraph("{{ totl }}"))
    with pytest.raises(FileError):
        write(template, lint(template), tmp_path / "none" / "o.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["t.docx"]


def test_the_shipped_template_with_comments_still_renders_alike(tmp_path: Path) -> None:
    """A template broken in one place is otherwise left as it was."""
    path = tmp_path / "t.docx"
    path.write_bytes(reports.find("analysis_by_tool").path.read_bytes())
    write(path, lint(path), tmp_path / "o.docx")
    assert package.read(path)["word/styles.xml"] == package.read(tmp_path / "o.docx")["word/styles.xml"]
