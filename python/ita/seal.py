"""What makes two papers tell the same figures: everything entered and every figure used as one text, and its hash.

The hash is taken over values, not over the bytes of a file, so that a file that was opened and saved again keeps
it. It shows that something changed; it is no signature, for whoever changes a figure can also work out a new hash.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import cast

import msgspec

from ita import rating, rules, scoring
from ita.assessment import Assessment, Previous

FORMAT = 1
"""Raised when the text that is hashed changes, so that an older hash is not taken for a changed figure."""

DECIMALS = 9
"""Figures are told apart down to this decimal; what programs lose when they save a number lies far below."""

_LAST_DECIMAL = Decimal(1).scaleb(-DECIMALS)
_FIGURE = re.compile(r"-?[0-9]+(?:\.[0-9]{1,9})?")


def figures_hash(assessment: Assessment) -> str:
    """Return the SHA-256 (hexadecimal) of everything entered, every figure used and the level.

    UnknownYearError where the year has no criteria.
    """
    return digest([canonical(assessment)])


def canonical(assessment: Assessment) -> str:
    """Return the text that is hashed: JSON with sorted keys, figures by ``number`` and texts by ``plain``."""
    year_rules = rules.of(assessment)
    scores = scoring.score(year_rules, assessment.given)
    level = rating.level(year_rules, scores, assessment.given.level)
    whole = {
        "format": FORMAT,
        "entered": msgspec.to_builtins(_as_read(assessment), str_keys=True),
        "used": {key: figure.used for key, figure in scores.figures.items()},
        "level": level.used,
    }
    return msgspec.json.encode(_as_text(whole), order="sorted").decode()


def digest(lines: Iterable[str]) -> str:
    """Return the SHA-256 (hexadecimal) of lines of text; no other sequence of lines gives the same."""
    total = hashlib.sha256()
    for line in lines:
        total.update(hashlib.sha256(line.encode("utf-8", "surrogatepass")).digest())
    return total.hexdigest()


def number(value: float) -> str:
    """Return a figure as text: at most ``DECIMALS`` decimals, none that say nothing, no minus zero."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def is_same(was: str, now: str) -> bool:
    """Whether two texts by ``number`` or ``plain`` tell the same; programs may round the last decimal otherwise."""
    if was == now or not (_FIGURE.fullmatch(was) and _FIGURE.fullmatch(now)):
        return was == now
    return abs(Decimal(was) - Decimal(now)) <= _LAST_DECIMAL


def plain(text: str) -> str:
    """Return a text with white space as programs leave it alone: single spaces, none at the ends."""
    return " ".join(text.split())


def _as_read(assessment: Assessment) -> Assessment:
    """Return the assessment with the years filled in that a new workbook would write into blank cells."""
    previous = assessment.previous
    if previous != Previous() and previous.fiscal_year is None:
        previous = msgspec.structs.replace(previous, fiscal_year=assessment.fiscal_year - 1)
    return msgspec.structs.replace(assessment, plan_year=assessment.next_year, previous=previous)


def _as_text(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, float | int) and not isinstance(value, bool):
        return number(value)
    if isinstance(value, Mapping):
        return {key: _as_text(entry) for key, entry in cast("Mapping[str, object]", value).items()}
    if isinstance(value, (list, tuple)):
        return [_as_text(entry) for entry in cast("Sequence[object]", value)]
    return value
