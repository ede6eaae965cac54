"""What was meant as a tag and is none: braces torn apart, left open, or single."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from ita.word.filling.tags import find_tags
from ita.word.lint.names import Found

_SPACED = re.compile(r"\{\s+[{%](?=\s*\w)|(?<=\w)\s*[}%]\s+\}")
_SINGLE = re.compile(r"(?<![{%#])\{\s*([A-Za-z_]\w*)((?:\.\w+)*)\s*\}(?![}%#])")
_STRAY = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_OPENINGS = {"}}": "{{", "%}": "{%", "#}": "{#"}
_CLOSINGS = {opening: closing for closing, opening in _OPENINGS.items()}


def faults(text: str, known: Collection[str]) -> Iterator[Found]:
    """Yield the faults of a paragraph's text outside its tags; ``known`` are the names that a tag may begin with."""
    plain = without_tags(text)
    for mark in _STRAY.findall(plain):
        if mark in _CLOSINGS:
            yield "tag.unclosed", {"mark": mark, "closing": _CLOSINGS[mark]}
        else:
            yield "tag.unopened", {"mark": mark, "opening": _OPENINGS[mark]}
    spaced = " ".join(" ".join(found[0].split()) for found in _SPACED.finditer(plain))
    if spaced:
        yield "tag.spaced", {"mark": spaced}
        return
    for single in _SINGLE.finditer(plain):
        if single[1] in known:
            yield "tag.single", {"name": f"{single[1]}{single[2]}"}


def without_tags(text: str) -> str:
    """Return the text with each tag as a NUL: what stands before a tag is no neighbour of what stands behind it."""
    pieces: list[str] = []
    position = 0
    for span in find_tags(text):
        pieces.append(text[position : span.start])
        position = span.end
    return "\x00".join([*pieces, text[position:]])
