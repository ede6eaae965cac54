"""Estimated heights are those of TH SarabunPSK as it is printed."""

from __future__ import annotations

import pytest

from ita.word.drafting.blocks import paragraph
from ita.word.filling import heights
from ita.word.parts import xml

WORD = "การปฏิบัติหน้าที่"
"""Eleven letters with a width; the others stand above or below them."""


def height(text: str, style: str, width: float) -> float:
    """Return the estimated height of a paragraph in points."""
    return heights.paragraph(xml.fragment(paragraph(text, style)), width)


def test_a_line_of_sixteen_points_is_eighteen_high() -> None:
    """Lines of 16 and of 14 points are set 18.1 and 15.9 points apart."""
    assert height("ก", "Signature", 100.0) == pytest.approx(18.1, abs=0.1)
    assert height("ก", "TableText", 100.0) == pytest.approx(15.9, abs=0.1)


def test_a_text_takes_as_many_lines_as_its_letters_need() -> None:
    """A line of 16 cm at 14 points holds about ninety letters, marks above and below not counted."""
    lines = [round(height(WORD * words, "TableText", 453.0) / 15.9) for words in (1, 7, 8, 14, 15)]
    assert lines == [1, 1, 2, 2, 3]
