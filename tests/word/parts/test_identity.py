"""Numbers that may occur once stay single, whatever a loop repeats."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from ita.word.drafting.blocks import each, paragraph
from ita.word.drafting.draft import Draft
from ita.word.filling.render import Filling, render
from ita.word.parts import package, xml
from ita.word.parts.identity import number_bookmarks
from support.word import body, small_template

SPACE = "http://schemas.microsoft.com/office/word/2010/wordml"


def marks(content: str) -> list[tuple[str, str | None, str | None]]:
    """Return the bookmarks of a body after numbering: tag, id and name."""
    root = xml.fragment(f"<w:body>{content}</w:body>")
    number_bookmarks(root, count(7))
    return [
        (mark.tag.partition("}")[2], mark.get(xml.name("w:id")), mark.get(xml.name("w:name")))
        for mark in root.iter(xml.name("w:bookmarkStart"), xml.name("w:bookmarkEnd"))
    ]


def start(number: int, name: str) -> str:
    """Return where a bookmark begins."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'


def end(number: int) -> str:
    """Return where a bookmark ends."""
    return f'<w:bookmarkEnd w:id="{number}"/>'


def test_repeated_bookmarks_are_left_out() -> None:
    """The first bookmark of a name stays, its repetitions go with both ends."""
    once = [("bookmarkStart", "7", "a"), ("bookmarkEnd", "7", None)]
    assert marks((start(0, "a") + end(0)) * 3) == once


def test_bookmarks_may_overlap() -> None:
    """Each end keeps to its beginning."""
    shown = marks(start(5, "a") + start(2, "b") + end(5) + end(2))
    assert [number for _, number, _ in shown] == ["7", "8", "7", "8"]


def test_half_bookmarks_go() -> None:
    """A beginning without an end, or an end without a beginning, is left out."""
    assert marks(start(0, "a") + end(3)) == []


def test_what_word_numbers_itself_goes(tmp_path: Path) -> None:
    """Numbers of paragraphs and bookmarks inside a loop are not repeated in the report."""
    named = f'<w:p xmlns:w14="{SPACE}" w14:paraId="1A" w14:textId="2B">{start(0, "_GoBack")}{end(0)}'
    inside = paragraph("{{ x }}").replace("<w:p>", named, 1)
    template = small_template(tmp_path / "t.docx", each("x in xs", inside, help_text="ซ้ำ"))
    data = render(template, Filling({"xs": ["1", "2", "3"]}))
    assert b"paraId" not in package.read(data)["word/document.xml"]
    assert len(list(body(data).iter(xml.name("w:bookmarkStart")))) == 1


def test_repeated_frames_have_numbers_of_their_own(tmp_path: Path) -> None:
    """A picture inside a loop is printed several times, each with its own number."""
    draft = Draft()
    blocks = (each("x in xs", draft.picture("รูป", "รูป", 1.0), help_text="ซ้ำ"),)
    template = tmp_path / "t.docx"
    template.write_bytes(draft.finish("แม่แบบ", blocks, draft.section()))
    root = body(render(template, Filling({"xs": ["1", "2", "3"]})))
    assert [frame.get("id") for frame in root.iter(xml.name("wp:docPr"))] == ["1", "2", "3"]
