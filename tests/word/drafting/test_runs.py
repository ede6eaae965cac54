"""Both halves of every run property: Thai text takes the complex-script half, Latin and figures the other."""

from __future__ import annotations

import pytest

from ita import reports
from ita.word.drafting.runs import BOLD, FONT, HIDDEN, PLAIN, Look, field, properties, run
from ita.word.parts import xml
from support.word import EXAMPLES, TEMPLATE, example, story_parts

HALVES = (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs"))
FACES = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


def faults(element: xml.Element) -> list[str]:
    """Return what a ``w:rPr`` sets for one half only, or does not set at all."""
    found = [f"{one}/{other}" for one, other in HALVES if value(element, one) != value(element, other)]
    fonts = element.find("w:rFonts", xml.NAMESPACES)
    language = element.find("w:lang", xml.NAMESPACES)
    if fonts is None or {fonts.get(xml.name(face)) for face in FACES} != {FONT}:
        found.append("w:rFonts")
    if language is None or language.get(xml.name("w:bidi")) != "th-TH":
        found.append("w:lang")
    return found


def value(element: xml.Element, prefixed: str) -> tuple[bool, str | None]:
    """Return whether a property is set, and to what."""
    child = element.find(prefixed, xml.NAMESPACES)
    return child is not None, None if child is None else child.get(xml.name("w:val"))


@pytest.mark.parametrize("look", [PLAIN, BOLD, HIDDEN, Look(26, bold=True, color="1F3864"), Look(15.5)])
def test_a_look_sets_both_halves(look: Look) -> None:
    """Whatever a look sets, it sets for both halves."""
    assert faults(xml.fragment(properties(look))) == []


def test_runs_keep_their_text() -> None:
    """Markup characters and spaces survive in a run."""
    assert "".join(xml.fragment(run(" a<b>&ก ")).itertext()) == " a<b>&ก "


def test_fields_carry_an_instruction_and_a_shown_text() -> None:
    """A field is begun, separated and ended, and shows its text until Word updates it."""
    paragraph = xml.fragment(f"<w:p>{field('PAGE', '๑')}</w:p>")
    kinds = [mark.get(xml.name("w:fldCharType")) for mark in paragraph.iter(xml.name("w:fldChar"))]
    assert (kinds, "".join(paragraph.itertext())) == (["begin", "separate", "end"], " PAGE ๑")


@pytest.mark.parametrize("name", ["template", *EXAMPLES])
def test_every_run_has_both_halves(name: str) -> None:
    """Every run and every style of the template and of the reports sets both halves of what it sets."""
    info = reports.find("analysis_by_tool")
    data = TEMPLATE.read_bytes() if name == "template" else reports.compose(example(name), info)
    found: list[str] = []
    for part, root in story_parts(data).items():
        found += [f"{part}: run without properties" for r in root.iter(xml.name("w:r")) if _is_bare(r)]
        found += [f"{part}: {fault}" for look in root.iter(xml.name("w:rPr")) for fault in faults(look)]
    assert found == []


def _is_bare(element: xml.Element) -> bool:
    """Whether a run shows text without properties of its own; frames need none."""
    has_text = element.find("w:t", xml.NAMESPACES) is not None
    return has_text and element.find("w:rPr", xml.NAMESPACES) is None
