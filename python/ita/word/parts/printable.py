"""What of a text a document can hold."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def printable(text: str) -> str:
    """Return ``text`` without what XML cannot hold (the rule *printable text only*).

    Left out: control characters other than tab and newline, lone surrogates, U+FFFE and U+FFFF. Line
    ends become a newline. Every other character is kept as it is.
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))
