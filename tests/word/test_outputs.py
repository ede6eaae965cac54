"""What holds of every report: each template filled for each example, in both kinds of digits."""

from __future__ import annotations

import functools
import posixpath
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from ita import interchange, reports
from ita.paths import resource
from ita.thai import Digits
from ita.word.filling import render
from ita.word.parts import package, properties, xml

EXAMPLES = sorted(path.stem for path in resource("workbook", "examples").glob("*.yaml"))
NAMES = [info.name for info in reports.templates()]
CASES = [(name, example) for name in NAMES for example in EXAMPLES]
WORD_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HALVES = (("w:b", "w:bCs"), ("w:i", "w:iCs"), ("w:sz", "w:szCs"))
RELATIONSHIPS = re.compile(r"(.*)_rels/(.*)\.rels")
every_report = pytest.mark.parametrize(("name", "example"), CASES)


@functools.cache
def parts(name: str, example: str, digits: Digits = "thai") -> package.Parts:
    """Return the parts of one report."""
    return package.read(composed(name, example, digits))


def composed(name: str, example: str, digits: Digits = "thai") -> bytes:
    """Return the bytes of one report."""
    assessment = interchange.load(resource("workbook", "examples", f"{example}.yaml"))
    return reports.compose(assessment, reports.find(name), digits, resource("workbook", "examples"))


@functools.cache
def trees(name: str, example: str) -> dict[str, xml.Element]:
    """Return the root of every XML part, parsed strictly."""
    return {p: xml.parse(d) for p, d in parts(name, example).items() if p.endswith((".xml", ".rels"))}


@every_report
def test_every_run_has_both_halves(name: str, example: str) -> None:
    """Whatever a run or a style sets for Latin letters it sets for Thai ones, and no run shows text without a look."""
    faults: list[str] = []
    for part, root in trees(name, example).items():
        for look in root.iter(xml.name("w:rPr")):
            faults += [f"{part}: {one}" for one, other in HALVES if _value(look, one) != _value(look, other)]
            fonts = look.find("w:rFonts", xml.NAMESPACES)
            if fonts is not None and len({fonts.get(xml.name(f"w:{half}")) for half in ("ascii", "hAnsi", "cs")}) != 1:
                faults.append(f"{part}: fonts")
        for run in root.iter(xml.name("w:r")):
            text = run.find("w:t", xml.NAMESPACES)
            if text is not None and run.find("w:rPr", xml.NAMESPACES) is None:
                faults.append(f"{part}: bare run {text.text}")
    assert faults == []


def _value(look: xml.Element, prefixed: str) -> tuple[bool, str | None]:
    found = look.find(prefixed, xml.NAMESPACES)
    return found is not None, None if found is None else found.get(xml.name("w:val"))


@every_report
def test_fonts_go_by_name_only(name: str, example: str) -> None:
    """No font is embedded in a report."""
    assert not [part for part in parts(name, example) if re.search(r"\.(odttf|ttf|otf|fntdata)$", part, re.IGNORECASE)]


@every_report
def test_identifiers_are_unique(name: str, example: str) -> None:
    """Frames, bookmarks and comments have numbers of their own, bookmarks also names, relationships also ids."""
    taken: list[tuple[str, str | None]] = []
    for part, root in trees(name, example).items():
        taken += [("frame", frame.get("id")) for frame in root.iter(xml.name("wp:docPr"))]
        for mark in root.iter(xml.name("w:bookmarkStart")):
            taken += [("mark", mark.get(xml.name("w:id"))), ("mark name", mark.get(xml.name("w:name")))]
        taken += [(f"relation of {part}", entry.get("Id")) for entry in root if part.endswith(".rels")]
        identifiers = (e.get(f"{WORD_2010}paraId") for e in root.iter())
        taken += [("paragraph", identifier) for identifier in identifiers if identifier]
    assert [entry for entry, times in Counter(taken).items() if times > 1] == []


@every_report
def test_bookmarks_end_where_links_lead(name: str, example: str) -> None:
    """Each bookmark has its end, and each link inside the document a bookmark to lead to."""
    root = trees(name, example)["word/document.xml"]
    starts = [mark.get(xml.name("w:id")) for mark in root.iter(xml.name("w:bookmarkStart"))]
    ends = [mark.get(xml.name("w:id")) for mark in root.iter(xml.name("w:bookmarkEnd"))]
    names = {mark.get(xml.name("w:name")) for mark in root.iter(xml.name("w:bookmarkStart"))}
    links = {link.get(xml.name("w:anchor")) for link in root.iter(xml.name("w:hyperlink"))}
    assert sorted(map(str, starts)) == sorted(map(str, ends))
    assert links - names - {None} == set()


@every_report
def test_relationships_are_complete(name: str, example: str) -> None:
    """Every relationship leads to a part, every part is led to, and every reference has its relationship."""
    inside = parts(name, example)
    targets = {target for part, root in trees(name, example).items() for target in _targets(part, root)}
    led_to = {part for part in inside if not part.endswith(".rels") and part != package.CONTENT_TYPES}
    assert (targets - inside.keys(), led_to - targets) == (set(), set())
    for part, root in trees(name, example).items():
        if not part.endswith(".rels"):
            assert _references(root) <= _identifiers(part, trees(name, example))


def _targets(part: str, root: xml.Element) -> Iterator[str]:
    found = RELATIONSHIPS.fullmatch(part)
    for entry in root if found is not None else ():
        if found is not None and entry.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", found[1], entry.get("Target") or "")).lstrip("/")


def _references(root: xml.Element) -> set[str]:
    space = f"{{{xml.NAMESPACES['r']}}}"
    return {e.get(space + n) or "" for e in root.iter() for n in ("id", "embed", "link") if e.get(space + n)}


def _identifiers(part: str, roots: dict[str, xml.Element]) -> set[str]:
    folder, file = posixpath.split(part)
    entries = roots.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    return {entry.get("Id") or "" for entry in entries} if entries is not None else set()


@every_report
def test_content_types_are_complete(name: str, example: str) -> None:
    """Each part has a content type, and none is declared that is not there."""
    root = trees(name, example)[package.CONTENT_TYPES]
    extensions = {entry.get("Extension") for entry in root}
    declared = {(entry.get("PartName") or "").lstrip("/") for entry in root} - {""}
    inside = parts(name, example).keys() - {package.CONTENT_TYPES}
    assert declared - inside == set()
    assert {part for part in inside if part not in declared and part.rpartition(".")[2] not in extensions} == set()


@every_report
def test_no_tag_is_left(name: str, example: str) -> None:
    """Nothing of the template's own language, no hidden help and no Python reaches a report."""
    for root in trees(name, example).values():
        shown = "".join(root.itertext())
        assert not re.search(r"\{\{|\{%|%\}|\}\}|None|True|False|itaCommand", shown)
        assert next(root.iter(xml.name("w:vanish")), None) is None or root.tag == xml.name("w:styles")


@every_report
def test_properties_tell_whose_report_it_is(name: str, example: str) -> None:
    """Title, subject, creator and keywords of the document carry the report's name, agency and year."""
    assessment = interchange.load(resource("workbook", "examples", f"{example}.yaml"))
    told = "".join(trees(name, example)[properties.CORE].itertext())
    title = properties.title(parts(name, example))
    assert title.startswith(reports.find(name).title)
    assert str(assessment.fiscal_year) in told
    assert assessment.agency.name in told


@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    """A report composed twice, the second time from the compiled template, is one file."""
    render.compiled.cache_clear()
    assert composed(name, EXAMPLES[0]) == composed(name, EXAMPLES[0])


@every_report
def test_arabic_digits_leave_no_thai_digit(name: str, example: str) -> None:
    """With Arabic digits no Thai digit is left in text, and no chart or page number asks for one."""
    for part, data in parts(name, example, "arabic").items():
        if part.startswith("word/") and part.endswith(".xml") and part != "word/styles.xml":
            root = xml.parse(data)
            assert not re.search("[๐-๙]", "".join(t.text or "" for t in root.iter(xml.name("w:t")))), part
            assert b"thaiNumbers" not in data
            assert b"D00041E" not in data
