"""A finding: one thing in a workbook to look at, where it is, and what to do, in Thai and in English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from ita.finding_sentences import CATALOGUE, Severity
from ita.messages import Lang

__all__ = ["CATALOGUE", "CODES", "Finding", "Severity", "errors_first", "finding", "to_json", "to_text"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: a code that names its sentences, how grave it is, and where it is.

    ``where`` is a cell such as ``IIT!D7``, or the figure's code where no cell is known.
    """

    code: str
    where: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """``error`` for what makes a result wrong, ``warning`` for what is only unfinished."""
        return CATALOGUE[self.code][0]

    def what(self, lang: Lang = "th") -> str:
        """Return the sentence that says what was found."""
        return CATALOGUE[self.code][1].what[lang].format(**dict(self.values))

    def fix(self, lang: Lang = "th") -> str:
        """Return the sentence that says what to do about it."""
        return CATALOGUE[self.code][1].fix[lang].format(**dict(self.values))


def finding(code: str, where: str, /, **values: object) -> Finding:
    """Return a finding; ``values`` are what its sentences name."""
    return Finding(code, where, tuple((name, str(value)) for name, value in values.items()))


def errors_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the errors before the warnings, otherwise as they came."""
    return sorted(findings, key=lambda found: found.severity != "error")


def to_text(findings: Sequence[Finding], lang: Lang = "th") -> str:
    """Return findings as lines: how grave, where, what, and what to do."""
    if not findings:
        return _NOTHING[lang]
    lines = (f"{_SEVERITIES[f.severity][lang]} {f.where}: {f.what(lang)} — {f.fix(lang)}" for f in findings)
    return "\n".join(lines)


def to_json(findings: Sequence[Finding], lang: Lang = "th") -> str:
    """Return findings as an indented JSON list of code, severity, where, what and fix."""
    rows = [
        {"code": f.code, "severity": f.severity, "where": f.where, "what": f.what(lang), "fix": f.fix(lang)}
        for f in findings
    ]
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode()


_NOTHING: dict[Lang, str] = {"th": "ไม่พบสิ่งที่ขาดหรือผิด", "en": "Nothing is missing or wrong"}
_SEVERITIES: dict[Severity, dict[Lang, str]] = {
    "error": {"th": "[ผิด]", "en": "[error]"},
    "warning": {"th": "[ควรดู]", "en": "[warning]"},
}

CODES = tuple(CATALOGUE)
