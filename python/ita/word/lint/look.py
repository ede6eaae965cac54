"""What a template looks like: characters with only one half of their format, charts and pictures that are not found."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from ita import criteria, rules, scoring
from ita.assessment import Agency, Assessment, Given, Previous
from ita.word.content.context import chart_data
from ita.word.filling.stories import Place, around, paragraphs, places
from ita.word.lint.faults import Fault
from ita.word.lint.names import nearest
from ita.word.parts import package, xml
from ita.word.parts.relations import Relations
from ita.word.templates.common import SEAL

_HALVES = {"w:b": "w:bCs", "w:i": "w:iCs", "w:sz": "w:szCs"}
_NAMES = {"w:b": "ตัวหนา", "w:i": "ตัวเอน", "w:sz": "ขนาด", "w:rFonts": "แบบอักษร"}
_LATIN, _COMPLEX = ("w:ascii", "w:asciiTheme"), ("w:cs", "w:cstheme")
_TRACKED = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")


def check(part: str, root: xml.Element, parts: package.Parts) -> list[Fault]:
    """Return the faults of one story: its characters, charts and pictures."""
    located = dict(zip(paragraphs(root), places(part, root), strict=True))
    relations = Relations.of(parts, part)
    inherited = _complex_fonts(parts)
    found = [fault for paragraph, place in located.items() for fault in _characters(paragraph, place, inherited)]
    found += [Fault("file.tracked", place) for place in _tracked(root, located)]
    for drawing in root.iter(xml.name("w:drawing")):
        found += [Fault(code, _place(drawing, located), values) for code, values in _drawing(drawing, relations, parts)]
    return found


def _place(element: xml.Element, located: Mapping[xml.Element, Place]) -> Place | None:
    """Return the place of the paragraph around an element."""
    paragraph = around(element, "w:p")
    return None if paragraph is None else located.get(paragraph)


def styles(parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield a fault for each style that sets one half only."""
    data = parts.get("word/styles.xml")
    for style in xml.parse(data).iter(xml.name("w:style")) if data else ():
        look = style.find("w:rPr", xml.NAMESPACES)
        halves = _missing(look) if look is not None else []
        if halves:
            named = style.find("w:name", xml.NAMESPACES)
            name = (named.get(xml.name("w:val")) if named is not None else "") or ""
            yield Fault("look.style", None, {"style": name, "halves": " ".join(halves)})


def _complex_fonts(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Return the font of Thai letters by style, that of a paragraph without style by an empty name."""
    try:
        root = xml.parse(parts["word/styles.xml"])
    except (KeyError, xml.XMLSyntaxError):  # told as a fault of the file
        return {}
    plain = _complex(root.find(xml.path("w:docDefaults/w:rPrDefault/w:rPr")))
    styles = {style.get(xml.name("w:styleId")) or "": style for style in root.iter(xml.name("w:style"))}
    default = next((name for name, style in styles.items() if _is_default(style)), "")
    return {name: _inherited(name or default, styles) or plain for name in ("", *styles)}


def _is_default(style: xml.Element) -> bool:
    is_paragraph = style.get(xml.name("w:type")) == "paragraph"
    return is_paragraph and style.get(xml.name("w:default")) in {"1", "true", "on"}


def _inherited(name: str, styles: Mapping[str, xml.Element]) -> str:
    """Return the font of a style or of the nearest one that it is based on, empty when none sets it."""
    seen: set[str] = set()
    while name in styles and name not in seen:
        seen.add(name)
        font = _complex(styles[name].find(xml.path("w:rPr")))
        if font:
            return font
        base = styles[name].find(xml.path("w:basedOn"))
        name = (base.get(xml.name("w:val")) or "") if base is not None else ""
    return ""


def _complex(look: xml.Element | None) -> str:
    fonts = look.find(xml.path("w:rFonts")) if look is not None else None
    return (fonts.get(xml.name("w:cs")) or "") if fonts is not None else ""


def _characters(paragraph: xml.Element, place: Place, inherited: Mapping[str, str]) -> Iterator[Fault]:
    """Yield one fault for a paragraph: the first text with a half format, and every half that is missing in it."""
    style = paragraph.find(xml.path("w:pPr/w:pStyle"))
    thai_font = inherited.get((style.get(xml.name("w:val")) or "") if style is not None else "", "")
    for run in paragraph.findall("w:r", xml.NAMESPACES):
        look, text = run.find("w:rPr", xml.NAMESPACES), run.find("w:t", xml.NAMESPACES)
        halves = _missing(look, thai_font) if look is not None and text is not None else []
        if halves:
            shown = " ".join((text.text or "").split()) if text is not None else ""
            yield Fault("look.halves", place, {"halves": " ".join(halves), "text": shown})
            return


def _missing(look: xml.Element, thai_font: str = "") -> list[str]:
    """Return the Thai names of what a look sets for one half only; a style may set ``thai_font``, the other half."""
    halves = [_NAMES[one] for one, other in _HALVES.items() if _value(look, one) != _value(look, other)]
    fonts = look.find("w:rFonts", xml.NAMESPACES)
    is_latin = fonts is not None and any(_has(fonts, a) for a in _LATIN)
    if fonts is not None and is_latin and not any(_has(fonts, a) for a in _COMPLEX) and not _same(fonts, thai_font):
        halves.append(_NAMES["w:rFonts"])
    return halves


def _same(fonts: xml.Element, thai_font: str) -> bool:
    return bool(thai_font) and fonts.get(xml.name("w:ascii")) == thai_font


def _has(element: xml.Element, prefixed: str) -> bool:
    return element.get(xml.name(prefixed)) is not None


def _value(look: xml.Element, prefixed: str) -> str | None:
    """Return what a look sets a property to, ``on`` for a bare switch, None where it is not set."""
    element = look.find(prefixed, xml.NAMESPACES)
    if element is None:
        return None
    value = element.get(xml.name("w:val"))
    return {"1": "on", "true": "on", None: "on", "false": "0", "off": "0"}.get(value, value)


def _tracked(root: xml.Element, located: Mapping[xml.Element, Place]) -> list[Place | None]:
    """Return the first place of the changes that nobody accepted, none when there are none."""
    for change in root.iter(*map(xml.name, _TRACKED)):
        if change.find("w:r", xml.NAMESPACES) is not None:
            return [_place(change, located)]
    return []


def _drawing(drawing: xml.Element, relations: Relations, parts: package.Parts) -> Iterator[tuple[str, dict[str, str]]]:
    named = next(drawing.iter(xml.name("wp:docPr")), None)
    name = ((named.get("name") or "") if named is not None else "") or "–"
    for chart in drawing.iter(xml.name("c:chart")):
        yield from _chart(name, chart, relations, parts)
    for picture in drawing.iter(xml.name("a:blip")):
        identifier = picture.get(xml.name("r:embed"))
        if identifier is not None and _target(relations, identifier) not in parts:
            yield "picture.broken", {"name": name}
        elif name != SEAL and nearest(name, [SEAL]):
            yield "picture.near", {"name": name, "meant": SEAL}


def _chart(
    name: str, chart: xml.Element, relations: Relations, parts: package.Parts
) -> Iterator[tuple[str, dict[str, str]]]:
    known = known_charts()
    part = _target(relations, chart.get(xml.name("r:id")) or "")
    if part not in parts:
        yield "chart.broken", {"name": name}
    elif name not in known:
        yield "chart.unknown", {"name": name, "known": " ".join(known), "meant": nearest(name, known)}
    else:
        yield from _series(name, parts[part], known[name])


def _series(name: str, data: bytes, known: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    try:
        root = xml.parse(data)
    except xml.XMLSyntaxError:
        yield "chart.broken", {"name": name}
        return
    if root.find("c:externalData", xml.NAMESPACES) is None:
        yield "chart.broken", {"name": name}
    for series in root.iter(xml.name("c:ser")):
        text = series.find("c:tx//c:v", xml.NAMESPACES)
        shown = (text.text or "") if text is not None else ""
        if shown not in known:
            values = {"name": name, "series": shown or "–", "known": " ".join(known), "meant": nearest(shown, known)}
            yield "chart.series", values


@functools.cache
def known_charts() -> Mapping[str, tuple[str, ...]]:
    """Return the charts of a report by the names of their frames, each with every series that any year may show."""
    found: dict[str, dict[str, None]] = {}
    for year in criteria.years():
        sample = _sample(year)
        year_rules = rules.of(sample)
        for name, chart in chart_data(sample, year_rules, scoring.score(year_rules, sample.given)).items():
            found.setdefault(f"charts.{name}", {}).update(dict.fromkeys(chart.series))
    return {name: tuple(series) for name, series in found.items()}


def _sample(year: int) -> Assessment:
    """Return an assessment of which this year and the last are known, so that no series is left out."""
    year_rules = criteria.load(year)
    tools: dict[str, float | None] = {tool.code: 100.0 for tool in year_rules.tools}
    indicators: dict[int, float | None] = {indicator.number: 100.0 for indicator in year_rules.indicators}
    given = Given(tools=tools, indicators=indicators, total=100.0)
    previous = Previous(fiscal_year=year - 1, tools=tools, indicators=indicators, total=100.0)
    return Assessment(agency=Agency(), fiscal_year=year, given=given, previous=previous)


def _target(relations: Relations, identifier: str) -> str:
    try:
        return relations.target(identifier)
    except LookupError:
        return ""
