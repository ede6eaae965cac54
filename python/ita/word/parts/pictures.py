"""Pictures of the agency in the place of a template's placeholder, inside the placeholder's box."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from ita.errors import InputError
from ita.word.parts import xml
from ita.word.parts.package import Parts
from ita.word.parts.relations import IMAGE, Relations, declare_type

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_FRAME_HEADERS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def place(root: xml.Element, relations: Relations, parts: Parts, pictures: Mapping[str, Path]) -> None:
    """Put each picture where the template has a picture of that name; its proportions are kept.

    InputError when a file is missing or is neither PNG nor JPEG.
    """
    for drawing in root.iter(xml.name("w:drawing")):
        named = next(drawing.iter(xml.name("wp:docPr")), None)
        link = next(drawing.iter(xml.name("a:blip")), None)
        path = pictures.get((named.get("name") or "") if named is not None else "")
        if link is not None and path is not None:
            _replace(drawing, link, relations, parts, path)


def _replace(drawing: xml.Element, link: xml.Element, relations: Relations, parts: Parts, path: Path) -> None:
    try:
        data = path.read_bytes()
        width, height = size(data)
    except (OSError, ValueError) as error:
        raise InputError("picture.unusable", path=str(path)) from error
    extension = "png" if data.startswith(_PNG) else "jpeg"
    part = f"word/media/{named(len(parts))}.{extension}"
    parts[part] = data
    declare_type(parts, extension, f"image/{extension}")
    link.set(xml.name("r:embed"), relations.add(IMAGE, part))
    for box in drawing.iter(xml.name("wp:extent"), xml.name("a:ext")):
        # Word's own pictures also have extensions of this name, which have an address and no size.
        if box.get("cx") is not None:
            _fit(box, width, height)


def named(number: int) -> str:
    """Return the name of an added picture, different for each number of parts already there."""
    return f"picture{number}"


def _fit(box: xml.Element, width: int, height: int) -> None:
    """Shrink one side of the box to the picture's proportions."""
    across, down = int(box.get("cx") or 0), int(box.get("cy") or 0)
    scale = min(across / width, down / height)
    box.set("cx", str(round(width * scale)))
    box.set("cy", str(round(height * scale)))


def size(data: bytes) -> tuple[int, int]:
    """Return a PNG's or JPEG's width and height in pixels; ValueError when it is neither."""
    if data.startswith(_PNG) and len(data) >= len(_PNG) + 16:
        width, height = struct.unpack(">II", data[16:24])
    elif data.startswith(_JPEG):
        width, height = _jpeg_size(data)
    else:
        raise ValueError("neither PNG nor JPEG")
    if not width or not height:
        raise ValueError("a picture without size")
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    position = 2
    while position + 9 <= len(data):
        marker, length = data[position + 1], int.from_bytes(data[position + 2 : position + 4], "big")
        if marker in _FRAME_HEADERS:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + length
    raise ValueError("a JPEG without a frame")
