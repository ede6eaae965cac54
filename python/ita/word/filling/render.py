"""Fill a Word template: text, charts and pictures in, the bytes of a .docx out.

The tags are docxtpl's (``{{ }}``, ``{%p %}``, ``{%tr %}``, ``{% vm %}``); reading and filling them is done here,
because docxtpl repairs broken results silently, undefined names print nothing there, and texts such as ``{_{``
or a form feed come out changed. Every story of the document is filled: body, headers, footers, notes.

A template is compiled once and then filled as often as there are agencies: ``compiled`` remembers the last few.
"""

from __future__ import annotations

import functools
import traceback
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from zipfile import BadZipFile

import jinja2

from ita.errors import TemplateError
from ita.thai import Digits
from ita.word.drafting import contents
from ita.word.filling import finish
from ita.word.filling.engine import UndefinedNameError, environment, fill
from ita.word.filling.stories import STORY, MisplacedTagError, Place, Story, story
from ita.word.filling.template_faults import explain
from ita.word.parts import charts, comments, identity, package, pictures, properties, xml
from ita.word.parts.properties import Properties
from ita.word.parts.relations import Relations

REMEMBERED = 16
"""How many compiled templates are kept."""
MAX_SOURCE = 4_000_000
"""How long a part may be, in characters."""

_DAMAGE = (xml.XMLSyntaxError, LookupError, ValueError)
"""What a document raises that lacks what every document has, such as the grid of a table."""
_FAULTS = (
    jinja2.TemplateError,
    xml.XMLSyntaxError,
    MisplacedTagError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
    RecursionError,
    MemoryError,
    SyntaxError,
)


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into a template: values by name, charts and pictures by the name of their frame.

    A chart or picture without an entry stays as it is in the template. ``properties`` become the document's own;
    ``marks`` are plain ASCII words for programs, kept under the document's seal.
    """

    values: Mapping[str, object]
    charts: Mapping[str, charts.ChartData] = field(default_factory=dict[str, charts.ChartData])
    pictures: Mapping[str, Path] = field(default_factory=dict[str, Path])
    digits: Digits = "thai"
    properties: Properties = field(default_factory=Properties)
    marks: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class _Source:
    """A story ready to be filled."""

    story: Story
    template: jinja2.Template


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template ready to be filled any number of times; nothing in it is ever changed."""

    name: str
    parts: Mapping[str, bytes]
    sources: Mapping[str, _Source]
    digits: Digits


def render(template: Path, filling: Filling) -> bytes:
    """Return the filled template; the same input gives the same bytes.

    TemplateError when the template is no Word document, names what the context lacks, breaks the rules of
    ``ita.word.filling.engine`` or gives no well-formed XML; InputError when a picture cannot be used.
    """
    try:
        data = template.read_bytes()
    except OSError as error:
        raise TemplateError("template.no_document", name=template.name) from error
    return fill_in(compiled(template.name, data, filling.digits), filling)


@functools.lru_cache(maxsize=REMEMBERED)
def compiled(name: str, data: bytes, digits: Digits) -> Compiled:
    """Return a template compiled, from memory when these very bytes were before; TemplateError when it is broken."""
    try:
        parts = package.read_document(data)
        comments.strip_parts(parts)
    except (BadZipFile, OSError, *_DAMAGE) as error:
        raise TemplateError("template.no_document", name=name) from error
    stories = sorted(filter(STORY.fullmatch, parts))
    return Compiled(name, parts, {part: _compile(name, part, parts[part], digits) for part in stories}, digits)


def _compile(template: str, part: str, data: bytes, digits: Digits) -> _Source:
    made = Story("", ())
    try:
        root = xml.parse(data)
        comments.strip(root)
        identity.strip(root)
        contents.empty(root)
        made = story(part, root)
        if len(made.source) > MAX_SOURCE:
            raise TemplateError("template.too_large", name=template)
        return _Source(made, environment(digits).from_string(made.source))
    except _FAULTS as error:
        raise _broken(template, part, made, error) from error


def fill_in(template: Compiled, filling: Filling) -> bytes:
    """Return the document; see ``render``."""
    parts = dict(template.parts)
    identifiers = count(1)
    for part, source in template.sources.items():
        root = _filled(template.name, part, source, filling)
        with _undamaged(template.name):
            _complete(root, part, parts, template.name, filling, identifiers)
    with _undamaged(template.name):
        properties.put(parts, filling.properties)
    return package.write(package.sealed(parts, filling.marks), package.QUICK)


@contextmanager
def _undamaged(template: str) -> Generator[None]:
    """Tell a document that lacks what every document has."""
    try:
        yield
    except _DAMAGE as error:
        raise TemplateError("template.no_document", name=template) from error


def _complete(
    root: xml.Element, part: str, parts: package.Parts, template: str, filling: Filling, identifiers: Iterator[int]
) -> None:
    """Give a filled part its charts, pictures and numbers, and put it back among the parts."""
    relations = Relations.of(parts, part)
    charts.place(root, relations, parts, filling.charts, filling.digits, template)
    pictures.place(root, relations, parts, filling.pictures)
    contents.fill(root, parts)
    finish.finish(root, identifiers, filling.digits)
    parts[part] = xml.serialize(root)
    relations.save(parts)


def _filled(template: str, part: str, source: _Source, filling: Filling) -> xml.Element:
    """Return the part's XML with every tag filled in; what is not well-formed is an error, nothing is repaired."""
    try:
        return xml.parse(fill(source.template, filling.values).replace("\n<w:p", "<w:p"))
    except UndefinedNameError as error:
        place = _text(source.story.place(_line(error)))
        raise TemplateError("template.undefined", template=template, name=error.name, where=place) from error
    except _FAULTS as error:
        raise _broken(template, part, source.story, error) from error


def _broken(template: str, part: str, made: Story, error: Exception) -> TemplateError:
    place = error.place if isinstance(error, MisplacedTagError) else made.place(_line(error))
    return TemplateError(name=template, detail=explain(error), where=_text(place) or part)


def _text(place: Place | None) -> str:
    return place.text if place is not None else ""


def _line(error: Exception) -> int | None:
    """Return the line of the source where an error arose."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.lineno
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    return frames[-1].lineno if frames else None
