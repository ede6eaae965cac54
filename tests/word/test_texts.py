"""Ten thousand random texts: what an agency types comes out as it was typed, by the rule of printable text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ita.word.drafting.blocks import Column, body_row, each, each_row, paragraph, table
from ita.word.filling.render import Filling, render
from ita.word.parts import package, xml
from ita.word.parts.printable import printable
from support.word import paragraphs, small_template

RENDERS, TEXTS = 50, 200
PIECES = (
    *("&", "<", ">", '"', "'", "&amp;", "&#0;", "]]>", "<!--", "<w:p>", "</w:t>", "\\", "\\n", "%s", "{0}", "${x}"),
    *("{{", "}}", "{%", "%}", "{#", "#}", "{{ x }}", "{%p if x %}", "{%tr endfor %}", "{% vm %}", "{_{", "}_}", "{%-"),
    *("\n", "\r\n", "\r", "\t", "\x0b", "\x0c", "\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", "\xa0"),
    *("\u200b", "\u200c", "\u200d", "\ufeff", "\u00ad", "\u202e", "\u2066", "\ufffe", "\uffff", "\ufffd", "\U0001fffe"),
    *("\ud800", "\udfff", "\ud83d\ude00", "👨‍👩‍👧", "é", "e\u0301", "Å", "ﷺ", "𝒜", "\U0010ffff"),
    *("น้ำ", "นํ้า", "ก็้๊๋์", "ปู่ี่", "เเก", "แก", "ำ", "ํา", "\u0e3a", "ฯลฯ", "๑๒๓", "i10", "o1", "ก" * 300, " ", "   "),
)


def random_text(dice: random.Random) -> str:
    """Return a text of tricky pieces, of Thai letters in any order, or of any code points."""
    match dice.randrange(3):
        case 0:
            return "".join(dice.choices(PIECES, k=dice.randrange(12)))
        case 1:
            return "".join(chr(dice.randrange(0x0E00, 0x0E80)) for _ in range(dice.randrange(40)))
        case _:
            return "".join(chr(dice.randrange(0x110000)) for _ in range(dice.randrange(20)))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a template that prints texts in paragraphs, in the rows of a table, and one in its header."""
    columns = [Column("ก", 8)]
    rows = each_row("text in texts", columns, body_row(columns, ["{{ text }}"]), help_text="")
    blocks = (each("text in texts", paragraph("{{ text }}"), help_text=""), table(columns, rows, head=False))
    path = small_template(tmp_path_factory.mktemp("texts") / "t.docx", *blocks)
    parts = package.read(path)
    parts["word/header1.xml"] = parts["word/header1.xml"].replace("๑".encode(), b"{{ texts[0] }}")
    path.write_bytes(package.write(parts))
    return path


@pytest.mark.parametrize("seed", range(RENDERS))
def test_texts_come_out_as_they_went_in(seed: int, template: Path) -> None:
    """Each of 200 random texts (10,000 in all) is printed as it is, but for what XML cannot hold."""
    dice = random.Random(seed)  # noqa: S311 (texts of a test, no secret)
    texts = tuple(random_text(dice) for _ in range(TEXTS))
    data = render(template, Filling({"texts": texts}))
    expected = [printable(text) for text in texts]
    assert paragraphs(data) == expected * 2
    assert _plain(expected[0]) in _header(data)


def _header(data: bytes) -> str:
    return _plain("".join(xml.parse(package.read(data)["word/header1.xml"]).itertext()))


def _plain(text: str) -> str:
    return "".join(text.split())


def test_the_texts_are_as_odd_as_they_should_be() -> None:
    """Among them are surrogates, control characters, markup, tags, zero-width joiners and stacked Thai vowels."""
    dice = random.Random(0)  # noqa: S311 (texts of a test, no secret)
    every = "".join(random_text(dice) for _ in range(TEXTS * 10))
    assert all(piece in every for piece in PIECES)
    assert any(0xD800 <= ord(character) <= 0xDFFF for character in every)


@pytest.mark.parametrize("text", ["ก" * 1_000_000, "ก1" * 16_000, "{{" * 100_000, "\n" * 20_000, "&" * 200_000])
def test_long_texts_come_out_too(text: str, template: Path) -> None:
    """A cell of Excel holds 32,767 characters; much longer ones pass as well."""
    assert paragraphs(render(template, Filling({"texts": (text,)}))) == [text, text]
