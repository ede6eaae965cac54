"""The copy that LibreOffice prints has live page references and whole codes; all else stays."""

from __future__ import annotations

import pytest

from ita import reports
from ita.word.office_copy import for_office
from ita.word.parts import package, xml
from support.word import body, example, paragraphs


@pytest.fixture(scope="module")
def report() -> bytes:
    """Return a report with a contents field, in Thai digits."""
    return reports.compose(example("khlongnokkrathung_2567"), reports.find("analysis_by_issue"))


def fields(data: bytes) -> list[str]:
    """Return the instruction of each field."""
    return [(code.text or "").split()[0] for code in body(data).iter(xml.name("w:instrText"))]


def test_only_the_contents_field_is_opened(report: bytes) -> None:
    """The page references of its entries stay, each begun, separated and ended."""
    copy = for_office(report)
    assert fields(report)[0] == "TOC"
    assert fields(copy) == fields(report)[1:] == ["PAGEREF"] * len(fields(copy))
    kinds = [mark.get(xml.name("w:fldCharType")) for mark in body(copy).iter(xml.name("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * len(fields(copy))


def test_codes_hold_together(report: bytes) -> None:
    """A code's letter and Thai digits are joined; without the joiners the texts are those of the report."""
    shown = paragraphs(for_office(report))
    assert any("i\u2060๑๐" in text for text in shown)
    assert not any("i๑" in text for text in shown)
    assert [text.replace("\u2060", "") for text in shown] == paragraphs(report)


def test_other_parts_stay(report: bytes) -> None:
    """Only the document itself differs, and the same report gives the same copy."""
    before, after = package.read(report), package.read(for_office(report))
    assert [part for part in before if before[part] != after[part]] == ["word/document.xml"]
    assert for_office(report) == for_office(report)


def test_a_report_without_contents_is_only_joined() -> None:
    """No contents field, nothing to open."""
    plain = reports.compose(example("nongphlap_2568"), reports.find("follow_up"))
    assert fields(for_office(plain)) == fields(plain)
