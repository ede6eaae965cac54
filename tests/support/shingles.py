"""Whether a text shares a sentence with the five real reports, without keeping those reports here.

Of each stretch of a real report only a hash is stored. A stretch is 35 letters and digits, from every third place
of the report, spaces and signs left out: any 37 letters in a row that two texts share hold one of them whole, and
a sentence of 40 characters has about as many letters. A hash tells nothing of the text it was made from.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

STORE = Path(__file__).resolve().parents[1] / "word" / "seed_shingles.bin"
LETTERS, STRIDE, BYTES = 35, 3, 6
_KEPT = re.compile(r"[^0-9A-Za-zก-๎]+")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_CUT = "\x00"


def plain(text: str) -> str:
    """Return the letters and digits of a text, small and with Arabic digits."""
    return _KEPT.sub("", text.translate(_DIGITS)).replace("ํา", "ำ").lower()


def stretches(text: str, stride: int = 1) -> Iterator[str]:
    """Yield the stretches of a plain text; none runs over a cut."""
    for piece in text.split(_CUT):
        for start in range(0, len(piece) - LETTERS + 1, stride):
            yield piece[start : start + LETTERS]


def hashed(stretch: str) -> bytes:
    """Return the hash of a stretch."""
    return hashlib.blake2b(stretch.encode("utf-8"), digest_size=BYTES).digest()


def store(texts: Iterable[str]) -> bytes:
    """Return the hashes of the texts, sorted, one behind the other."""
    return b"".join(sorted({hashed(s) for text in texts for s in stretches(plain(text), STRIDE)}))


def load(data: bytes) -> frozenset[bytes]:
    """Return the hashes of a store."""
    return frozenset(data[start : start + BYTES] for start in range(0, len(data), BYTES))


def shared(texts: Iterable[str], allowed: Iterable[str], known: frozenset[bytes]) -> list[str]:
    """Return the texts that share a stretch with the store once what is allowed (official names) is cut out of them."""
    cuts = sorted({phrase for phrase in map(plain, allowed) if len(phrase) >= LETTERS // 3}, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, cuts)) or r"(?!)")
    return [
        text
        for text in dict.fromkeys(texts)
        if any(hashed(stretch) in known for stretch in stretches(pattern.sub(_CUT, plain(text))))
    ]
