"""What a message is: what is wrong and how to mend it, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Lang = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong and what to do about it, by language; ``{names}`` are filled by the error."""

    what: dict[Lang, str]
    fix: dict[Lang, str]


def message(th: str, fix_th: str, en: str, fix_en: str) -> Message:
    """Return a message: what is wrong and how to mend it, in Thai and then in English."""
    return Message({"th": th, "en": en}, {"th": fix_th, "en": fix_en})
