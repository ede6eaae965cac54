"""The agency's seal in the place that the template keeps for it."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pytest

from ita.errors import InputError
from ita.word.drafting.draft import Draft, grey_square
from ita.word.filling.render import Filling, render
from ita.word.parts import package, xml
from ita.word.parts.pictures import size
from support.word import body

PNG = grey_square()
WIDE = PNG[:16] + struct.pack(">II", 400, 100) + PNG[24:]
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x0b\x08" + struct.pack(">HH", 30, 60) + b"\x01\x00\x00\x00\xff\xd9"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """Return a template with a placeholder of 4 cm."""
    draft, path = Draft(), tmp_path / "t.docx"
    path.write_bytes(draft.finish("ทดสอบ", [draft.picture("ตรา", "ตรา", 4.0)], draft.section()))
    return path


@pytest.mark.parametrize(("data", "expected"), [(PNG, (8, 8)), (WIDE, (400, 100)), (JPEG, (60, 30))])
def test_sizes_are_read_from_png_and_jpeg(data: bytes, expected: tuple[int, int]) -> None:
    """Width and height in pixels come from the file's own header."""
    assert expected == size(data)


@pytest.mark.parametrize("data", [b"", b"GIF89a", PNG[:12], JPEG[:12], PNG[:16] + bytes(8) + PNG[24:]])
def test_other_files_are_no_pictures(data: bytes) -> None:
    """Neither PNG nor JPEG, cut short, or without size: ValueError."""
    with pytest.raises(ValueError, match=r"."):
        size(data)


@pytest.mark.parametrize(("data", "extension"), [(WIDE, "png"), (JPEG, "jpeg")])
def test_a_picture_fits_its_box(data: bytes, extension: str, template: Path, tmp_path: Path) -> None:
    """The picture replaces the placeholder, keeps its proportions and has its type declared."""
    path = tmp_path / "seal.bin"
    path.write_bytes(data)
    filled = render(template, Filling({}, pictures={"ตรา": path}))
    parts, (width, height) = package.read(filled), size(data)
    box = next(body(filled).iter(xml.name("wp:extent")))
    assert (4 * 360_000, 4 * 360_000 * height // width) == (int(box.get("cx") or 0), int(box.get("cy") or 0))
    assert [data] == [content for part, content in parts.items() if part.startswith("word/media/picture")]
    assert f'Extension="{extension}"'.encode() in parts[package.CONTENT_TYPES]


def test_an_unusable_picture_is_named(template: Path, tmp_path: Path) -> None:
    """A missing file is an error that names it."""
    with pytest.raises(InputError) as caught:
        render(template, Filling({}, pictures={"ตรา": tmp_path / "none.png"}))
    assert "none.png" in caught.value.what()


def test_an_extension_of_the_picture_is_no_box(template: Path, tmp_path: Path) -> None:
    """What Word adds to a picture under the same name as its box gets no size: Word would call it unreadable."""
    parts = package.read(template)
    added = b'<a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"/></a:extLst></a:blip>'
    changed = re.sub(rb"(<a:blip [^>]*)/>", lambda found: found[1] + b">" + added, parts["word/document.xml"])
    template.write_bytes(package.write({**parts, "word/document.xml": changed}))
    path = tmp_path / "seal.bin"
    path.write_bytes(WIDE)
    boxes = list(body(render(template, Filling({}, pictures={"ตรา": path}))).iter(xml.name("a:ext")))
    assert [(box.get("uri") is None, box.get("cx") is None) for box in boxes] == [(False, True), (True, False)]
