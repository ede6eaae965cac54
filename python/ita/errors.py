"""Every error the program raises on purpose.

ItaError
├── InputError              what was typed or handed in is wrong
│   ├── UnknownYearError        no criteria for that fiscal year
│   ├── InterchangeError        a YAML or JSON file is not in our format
│   └── WorkbookError           an Excel file is not ours, is damaged, or holds what cannot be read
├── TemplateError           a Word template cannot be filled
├── FileError               the disk, a lock or a permission stands in the way
└── CriteriaError           a criteria file contradicts itself (a developer's mistake)

An error carries a ``code`` that names its sentences in ``ita.messages``, the values those sentences
need, and ``where`` it happened (sheet and cell, paragraph, file), so that it can show itself in Thai
(what is wrong, where, how to mend it) or in English.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from ita.messages import MESSAGES, Lang


class ItaError(Exception):
    """Anything that went wrong in a way we foresaw."""

    default_code: ClassVar[str] = "unforeseen"

    def __init__(self, code: str | None = None, *, where: str = "", **values: object) -> None:
        self.code = code or self.default_code
        self.where = where
        self.values = values
        super().__init__(self.show("en"))

    def __reduce__(self) -> tuple[object, ...]:
        return _revive, (type(self), self.code, self.where, self.values)

    def what(self, lang: Lang = "th") -> str:
        """Return the sentence that says what is wrong."""
        return MESSAGES[self.code].what[lang].format(**self.values)

    def fix(self, lang: Lang = "th") -> str:
        """Return the sentence that says how to mend it."""
        return MESSAGES[self.code].fix[lang].format(**self.values)

    def show(self, lang: Lang = "th") -> str:
        """Return one line: what, where, and how to mend it."""
        place = f" ({self.where})" if self.where else ""
        # A file name or a parser's remark may bring line breaks of its own.
        return " ".join(f"{self.what(lang)}{place} — {self.fix(lang)}".splitlines())


def _revive(kind: type[ItaError], code: str, where: str, values: dict[str, object]) -> ItaError:
    return kind(code, where=where, **values)


class InputError(ItaError):
    """What was typed or handed in is wrong."""


class UnknownYearError(InputError):
    """There are no criteria for the fiscal year."""

    default_code = "year.unknown"

    def __init__(self, code: str | None = None, *, where: str = "", year: object, known: str | Iterable[int]) -> None:
        listed = known if isinstance(known, str) else ", ".join(str(k) for k in known)
        super().__init__(code, where=where, year=year, known=listed)


class InterchangeError(InputError):
    """A YAML or JSON file is not in the interchange format."""

    default_code = "interchange.format"


class WorkbookError(InputError):
    """An Excel file is not one of ours, is damaged, or holds what cannot be read."""

    default_code = "workbook.unreadable"


class TemplateError(ItaError):
    """A Word template cannot be filled."""

    default_code = "template.broken"


class FileError(ItaError):
    """The disk, a lock or a permission stands in the way."""

    default_code = "file.unwritable"


class CriteriaError(ItaError):
    """A criteria file contradicts itself."""

    default_code = "criteria.faults"

    def __init__(self, code: str | None = None, *, where: str = "", name: object = "", faults: object = "") -> None:
        listed = faults if isinstance(faults, str) else "; ".join(faults if isinstance(faults, list) else [str(faults)])
        super().__init__(code, where=where, name=name, faults=listed)
