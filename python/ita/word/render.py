"""Fill a Word template: text, charts and pictures in, the bytes of a .docx out.

The tags are docxtpl's (``{{ }}``, ``{%p %}``, ``{%tr %}``, ``{% vm %}``); filling them is done here, because
docxtpl repairs broken results silently, undefined names print nothing there, and texts such as ``{_{`` or a
form feed come out changed. Every story of the document is filled: body, headers, footers, notes.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import jinja2

from ita.errors import TemplateError
from ita.thai import Digits
from ita.word import charts, finish, package, pictures, xml
from ita.word.engine import UndefinedNameError, environment
from ita.word.relations import Relations

_STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_FAULTS = (jinja2.TemplateError, xml.XMLSyntaxError, TypeError, ValueError, LookupError, ArithmeticError)

# docxtpl has no type stubs; only its rewriting of Word's XML into a Jinja source is used.
_docxtpl: Any = import_module("docxtpl").DocxTemplate("")


@dataclass(frozen=True, slots=True)
class Filling:
    """What goes into a template: values by name, charts and pictures by the name of their frame.

    A chart or picture without an entry stays as it is in the template.
    """

    values: Mapping[str, object]
    charts: Mapping[str, charts.ChartData] = field(default_factory=dict[str, charts.ChartData])
    pictures: Mapping[str, Path] = field(default_factory=dict[str, Path])
    digits: Digits = "thai"


def render(template: Path, filling: Filling) -> bytes:
    """Return the filled template; the same input gives the same bytes.

    TemplateError when the template is no Word document, names what the context lacks, breaks the rules of
    ``ita.word.engine`` or gives no well-formed XML; InputError when a picture cannot be used.
    """
    try:
        parts = package.read(template)
    except (BadZipFile, OSError) as error:
        raise TemplateError(name=template.name, detail=str(error)) from error
    identifiers = count(1)
    for part in sorted(filter(_STORY.fullmatch, parts)):
        root = _fill(template.name, part, parts[part], filling)
        relations = Relations.of(parts, part)
        charts.place(root, relations, parts, filling.charts, filling.digits, template.name)
        pictures.place(root, relations, parts, filling.pictures)
        finish.finish(root, identifiers, filling.digits)
        parts[part] = xml.serialize(root)
        relations.save(parts)
    return package.write(package.sealed(parts))


def _fill(template: str, part: str, data: bytes, filling: Filling) -> xml.Element:
    """Return the part's XML with every tag filled in."""
    source = re.sub(r"<w:p([ >])", r"\n<w:p\1", _docxtpl.patch_xml(xml.unicode(xml.parse(data))))
    try:
        filled = environment(filling.digits).from_string(source).render(filling.values)
        return xml.parse(filled.replace("\n<w:p", "<w:p"))
    except UndefinedNameError as error:
        place = _place(source, error)
        raise TemplateError("template.undefined", template=template, name=error.name, where=place) from error
    except _FAULTS as error:
        raise TemplateError(name=template, detail=str(error), where=_place(source, error) or part) from error


def _place(source: str, error: Exception) -> str:
    """Return the text of the paragraph where the error arose, empty when it is not known."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"]
    line = error.lineno if isinstance(error, jinja2.TemplateSyntaxError) else frames[-1].lineno if frames else None
    if line is None:
        return ""
    return re.sub(r"<[^>]+>", "", source.split("\n")[line - 1]).strip()
