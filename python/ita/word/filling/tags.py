"""The tags in a text: where they begin and end, and which of them stand for a paragraph, a row or a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENING = re.compile(r"\{[{%#]")
_BLOCK = re.compile(r"\{%(p|tr|tc)\s(.*)%\}", re.DOTALL)
_MERGE = re.compile(r"\{%\s*vm\s*%\}")
_STRAIGHT = str.maketrans("“”„‟‘’‚‛\n", "\"\"\"\"'''' ")


@dataclass(frozen=True, slots=True)
class Span:
    """Where a tag begins and ends in its text."""

    start: int
    end: int


def find_tags(text: str) -> list[Span]:
    """Return the whole tags of a text in order; an opening without its closing is none."""
    spans: list[Span] = []
    endless: set[str] = set()
    position = 0
    while (opening := _OPENING.search(text, position)) is not None:
        kind = opening[0]
        end = -1 if kind in endless else text.find(_CLOSING[kind], opening.end())
        if end < 0:
            endless.add(kind)
            position = opening.end()
        else:
            position = end + len(_CLOSING[kind])
            spans.append(Span(opening.start(), position))
    return spans


def block_tag(tag: str) -> tuple[str, str] | None:
    """Return kind (``p``, ``tr``, ``tc``) and command of a tag that stands for a whole element, None for another."""
    found = _BLOCK.fullmatch(tag)
    return None if found is None else (found[1], found[2].strip())


def is_merge(tag: str) -> bool:
    """Whether the tag is ``{% vm %}``."""
    return _MERGE.fullmatch(tag) is not None


def straightened(tag: str) -> str:
    """Return the tag with the curly quotes of Word's autocorrection made straight, in one line."""
    return tag.translate(_STRAIGHT)
