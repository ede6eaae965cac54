"""A fault of a template: where it is, what is wrong and how to mend it, in Thai or English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ita.messages import Lang
from ita.word.filling.stories import Place
from ita.word.lint.sentences import SENTENCES

_LONGEST = 60
_PARTS: Mapping[str, tuple[str, str]] = {
    "document": ("เนื้อหา", "body"),
    "header": ("หัวกระดาษ", "header"),
    "footer": ("ท้ายกระดาษ", "footer"),
    "footnotes": ("เชิงอรรถ", "footnotes"),
    "endnotes": ("อ้างอิงท้ายเรื่อง", "endnotes"),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; ``code`` names its sentences, ``place`` is None where it concerns the whole document."""

    code: str
    place: Place | None = None
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    def what(self, lang: Lang = "th") -> str:
        """Return what is wrong."""
        return SENTENCES[self.code].what[lang].format(**self.values)

    def fix(self, lang: Lang = "th") -> str:
        """Return how to mend it, with the name that was probably meant."""
        meant = self.values.get("meant", "")
        hint = {"th": f" หรือหมายถึง {meant}", "en": f"; did you mean {meant}?"}[lang] if meant else ""
        return SENTENCES[self.code].fix[lang].format(**self.values) + hint

    def where(self, lang: Lang = "th") -> str:
        """Return part, paragraph and its text, and in a table also table, row and cell."""
        if self.place is None:
            return "ทั้งเอกสาร" if lang == "th" else "the whole document"
        if lang == "th":
            return _thai_place(self.place)
        return _english_place(self.place)

    def show(self, lang: Lang = "th") -> str:
        """Return one line: where, what and how to mend it."""
        return " ".join(f"{self.where(lang)}: {self.what(lang)} — {self.fix(lang)}".split())


def _thai_place(place: Place) -> str:
    table = f"ตารางที่ {place.table} แถวที่ {place.row} ช่องที่ {place.cell} " if place.table else ""
    return f"{part_name(place.part)} {table}ย่อหน้าที่ {place.paragraph}{_quoted(place.text)}"


def _english_place(place: Place) -> str:
    table = f"table {place.table} row {place.row} cell {place.cell} " if place.table else ""
    return f"{part_name(place.part, 'en')} {table}paragraph {place.paragraph}{_quoted(place.text)}"


def part_name(part: str, lang: Lang = "th") -> str:
    """Return the name of a part of the document, such as หัวกระดาษ 1."""
    found = re.fullmatch(r"word/([a-z]+)(\d*)\.xml", part)
    names = _PARTS.get(found[1]) if found is not None else None
    if found is None or names is None:
        return part
    return f"{names[0 if lang == 'th' else 1]} {found[2]}".strip()


def _quoted(text: str) -> str:
    """Return the paragraph's text, its middle left out where it is long."""
    plain = " ".join(text.split())
    if len(plain) > _LONGEST:
        plain = f"{plain[:_LONGEST]}…"
    return f" “{plain}”" if plain else ""
