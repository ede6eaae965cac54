"""What holds for every report on every example, in either digits."""

from __future__ import annotations

import pytest

from ita import reports
from ita.thai import Digits, to_arabic_digits
from ita.word.build import TEMPLATES
from support.report_text import ALL_EXAMPLES, empty_headings, faults
from support.word import example, paragraphs

NAMES = tuple(name.removesuffix(".docx") for name in TEMPLATES)


def report(name: str, agency: str, digits: Digits) -> bytes:
    """Return a report on an example."""
    return reports.compose(example(agency), reports.find(name), digits)


@pytest.mark.parametrize("digits", ["thai", "arabic"])
@pytest.mark.parametrize("agency", ALL_EXAMPLES)
@pytest.mark.parametrize("name", NAMES)
def test_every_example_reads_sensibly(name: str, agency: str, digits: Digits) -> None:
    """No left-over tag, doubled space, empty heading or unit without a figure, and the digits that were asked for."""
    data = report(name, agency, digits)
    assert faults(paragraphs(data), digits) == []
    assert empty_headings(data) == []


@pytest.mark.parametrize("agency", ALL_EXAMPLES)
@pytest.mark.parametrize("name", NAMES)
def test_texts_are_the_same_in_both_digits(name: str, agency: str) -> None:
    """Thai digits change nothing but the digits."""
    thai_text, arabic_text = (paragraphs(report(name, agency, digits)) for digits in ("thai", "arabic"))
    assert [to_arabic_digits(text) for text in thai_text] == arabic_text


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_reproducible_and_titled(name: str) -> None:
    """Two builds give the same bytes, and the ribbon shows a Thai title, each its own."""
    build = TEMPLATES[f"{name}.docx"]
    assert build() == build()
    title = reports.find(name).title
    assert title != name
    assert [info.title for info in reports.templates()].count(title) == 1
