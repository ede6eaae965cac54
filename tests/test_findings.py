"""Findings: every one says where it is, what was found and what to do, in Thai and in English."""

from __future__ import annotations

import json
import pickle
import re
from pathlib import Path
from string import Formatter

import pytest

from ita import findings
from ita.findings import Finding, finding
from ita.messages import Lang

SOURCES = Path(findings.__file__).parent
THAI = re.compile("[ก-๙]")
NAMES = sorted(
    {
        name
        for _, message in findings.CATALOGUE.values()
        for sentence in (*message.what.values(), *message.fix.values())
        for _, name, _, _ in Formatter().parse(sentence)
        if name
    }
)
VALUES = {**{name: f"<{name}>" for name in NAMES}, "value": "{x}"}


@pytest.mark.parametrize("code", findings.CODES)
def test_sentences_are_filled_in_both_languages(code: str) -> None:
    """Every finding speaks Thai and English on one line each, with every name filled in."""
    found = finding(code, "IIT!D7", **VALUES)
    for lang in ("th", "en"):
        sentences = [found.what(lang), found.fix(lang)]
        assert all(sentence and "\n" not in sentence for sentence in sentences)
        assert not re.search(r"\{[a-z]", " ".join(sentences).replace("{x}", ""))
    assert THAI.search(found.what())
    assert THAI.search(found.fix())
    assert not THAI.search((found.what("en") + found.fix("en")).replace("หน้าหลัก", ""))


@pytest.mark.parametrize("code", findings.CODES)
def test_both_languages_name_the_same_things(code: str) -> None:
    """What the Thai sentence says in figures and names, the English one says too, and the other way round."""
    message = findings.CATALOGUE[code][1]
    named = [
        {name.removesuffix("_en") for name in NAMES if f"{{{name}}}" in message.what[lang]} for lang in ("th", "en")
    ]
    assert named[0] == named[1]


@pytest.mark.parametrize("code", findings.CODES)
def test_every_code_is_used(code: str) -> None:
    """Some module finds this."""
    users = [path for path in SOURCES.rglob("*.py") if f'finding("{code}"' in path.read_text("utf-8")]
    assert users


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("score.missing", "warning"),
        ("agency.name_missing", "warning"),
        ("score.range", "error"),
        ("cell.text", "error"),
        ("cell.error", "error"),
        ("code.unknown", "error"),
        ("figure.differs", "error"),
        ("figure.rounding", "warning"),
        ("figure.impossible", "error"),
        ("level.too_high", "error"),
        ("measure.no_owner", "warning"),
        ("text.agency", "error"),
        ("text.agency_unsure", "warning"),
        ("text.score", "warning"),
    ],
)
def test_what_makes_a_result_wrong_is_an_error(code: str, severity: str) -> None:
    """A blank is unfinished work, a doubt a warning; what is certainly wrong is an error."""
    assert finding(code, "").severity == severity


def test_the_value_is_named() -> None:
    """A score out of range is quoted in the sentence."""
    assert finding("score.range", "IIT!D7", value="198.62").what() == "คะแนน 198.62 อยู่นอกช่วง 0 ถึง 100"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("th", "[ผิด] IIT!D7: เซลล์แสดงค่าผิดพลาด #N/A — ลบแล้วพิมพ์ค่าที่ถูกต้อง"),
        ("en", "[error] IIT!D7: The cell shows the error #N/A — clear it and type the right value"),
    ],
)
def test_text_is_a_line_a_finding(lang: Lang, expected: str) -> None:
    """A line says how grave, where, what and what to do; two findings are two lines."""
    found = finding("cell.error", "IIT!D7", value="#N/A")
    assert findings.to_text([found], lang) == expected
    assert findings.to_text([found, found], lang) == f"{expected}\n{expected}"


@pytest.mark.parametrize(("lang", "expected"), [("th", "ไม่พบสิ่งที่ขาดหรือผิด"), ("en", "Nothing is missing or wrong")])
def test_no_findings_are_told_too(lang: Lang, expected: str) -> None:
    """Where nothing was found the text says so, and JSON is an empty list."""
    assert findings.to_text([], lang) == expected
    assert json.loads(findings.to_json([], lang)) == []


def test_json_has_the_sentences() -> None:
    """Each finding is its code, severity and place, with both sentences."""
    assert json.loads(findings.to_json([finding("cell.error", "IIT!D7", value="#N/A")])) == [
        {
            "code": "cell.error",
            "severity": "error",
            "where": "IIT!D7",
            "what": "เซลล์แสดงค่าผิดพลาด #N/A",
            "fix": "ลบแล้วพิมพ์ค่าที่ถูกต้อง",
        }
    ]


def test_findings_are_values() -> None:
    """Two findings of the same thing are equal, can be put in a set, and survive pickling."""
    first, second = (finding("cell.text", "IIT!D7", value="abc") for _ in range(2))
    assert {first, second} == {first}
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301 (our own bytes)
    assert first == Finding("cell.text", "IIT!D7", (("value", "abc"),))
