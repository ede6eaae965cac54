"""All faults of a template at once, before anybody makes a report from it: ``ita lint`` and the ribbon show them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

from ita.errors import TemplateError
from ita.word.drafting import contents
from ita.word.filling import render
from ita.word.filling.stories import STORY
from ita.word.lint import look, tags
from ita.word.lint.faults import Fault
from ita.word.parts import package, properties, xml

_FONT_PARTS = (".odttf", ".ttf", ".otf", ".fntdata")


def lint(path: Path) -> tuple[Fault, ...]:
    """Return every fault of a template, in the order of the document; none when it is fit for use. Never raises."""
    try:
        data = path.read_bytes()
        parts = package.read_document(data)
    except (BadZipFile, OSError):
        return (Fault("file.no_document"),)
    found = [*_document(parts), *(fault for part in _stories(parts) for fault in _story(part, parts))]
    return tuple(found or _unforeseen(path.name, data))


def _stories(parts: package.Parts) -> list[str]:
    """Return the stories, the body first."""
    return sorted(filter(STORY.fullmatch, parts), key=lambda part: (part != package.DOCUMENT, part))


def _document(parts: package.Parts) -> Iterator[Fault]:
    """Yield the faults of the file as a whole."""
    try:
        if not properties.title(parts):
            yield Fault("file.no_title")
    except xml.XMLSyntaxError:
        yield _damaged(properties.CORE)
    if any(part.lower().endswith(_FONT_PARTS) for part in parts):
        yield Fault("file.fonts")
    try:
        yield from look.styles(parts)
    except xml.XMLSyntaxError:
        yield _damaged("word/styles.xml")


def _story(part: str, parts: package.Parts) -> list[Fault]:
    try:
        root = xml.parse(parts[part])
        contents.empty(root)
        found = [*tags.check(part, root), *look.check(part, root, parts)]
        return sorted(found, key=lambda fault: fault.place.paragraph if fault.place is not None else 0)
    except xml.XMLSyntaxError:
        return [_damaged(part)]


def _damaged(part: str) -> Fault:
    return Fault("file.part", None, {"part": part})


def _unforeseen(name: str, data: bytes) -> list[Fault]:
    """Return what the renderer refuses in a template that looks faultless."""
    try:
        render.compiled(name, data, "thai")
    except TemplateError as error:
        return [Fault("file.other", None, {"detail": str(error.values.get("detail", error.what()))})]
    return []
