"""Word reports for whoever holds an assessment: which there are, and writing one beside the workbook."""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from zipfile import BadZipFile

from ita import rating, rules, scoring
from ita.assessment import Assessment
from ita.errors import FileError, InputError, ItaError, TemplateError
from ita.paths import resource
from ita.seal import figures_hash
from ita.thai import Digits, in_digits
from ita.word import pdf
from ita.word.content import chartdata
from ita.word.content.context import chart_data, context, values
from ita.word.filling.render import Filling, render
from ita.word.parts import package, properties, xml
from ita.word.parts.properties import Properties
from ita.word.templates.common import SEAL

FOLDER = resource("docx_templates")
"""Where the templates lie."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_MAX_NAME_BYTES = 240
_ATTEMPTS = 100


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A report that can be written: ``name`` is the file name without .docx, ``title`` its Thai title."""

    name: str
    title: str
    path: Path


@dataclass(frozen=True, slots=True)
class Written:
    """All reports at once: the files written, and of each report that could not be, its template and the reason."""

    paths: tuple[Path, ...]
    failed: tuple[tuple[TemplateInfo, ItaError], ...]


def templates(folder: Path = FOLDER, own: Path | None = None) -> tuple[TemplateInfo, ...]:
    """Return the templates by file name; a file that is no Word document shows its name as its title.

    ``own`` is a folder of the agency's own templates, such as ``own_folder``: they are offered too, one with the
    name of ours in its place. Templates with one title are told apart by their file names.
    """
    found = {path.stem: path for place in (folder, own) if place is not None for path in _documents(place)}
    titles = {name: _title(path) for name, path in sorted(found.items())}
    shared = [title for title, times in Counter(titles.values()).items() if times > 1]
    return tuple(
        TemplateInfo(name, f"{title} ({name})" if title in shared and title != name else title, found[name])
        for name, title in titles.items()
    )


def own_folder(workbook: Path) -> Path:
    """Return where an agency keeps its own templates: ``docx_templates`` beside its workbook; it need not exist."""
    return workbook.parent / "docx_templates"


def _documents(folder: Path) -> list[Path]:
    """Return the documents of a folder; Word's lock files are none."""
    return [path for path in folder.glob("*.docx") if not path.name.startswith("~$")]


def _title(path: Path) -> str:
    try:
        return properties.title(package.read(path)) or path.stem
    except (OSError, ValueError, BadZipFile, xml.XMLSyntaxError):
        return path.stem


def find(name: str, folder: Path = FOLDER, own: Path | None = None) -> TemplateInfo:
    """Return the template called ``name``, with or without .docx; TemplateError lists those that there are."""
    known = {info.name: info for info in templates(folder, own)}
    stem = name.removesuffix(".docx")
    if stem not in known:
        raise TemplateError("template.missing", name=name, known=", ".join(known))
    return known[stem]


def compose(assessment: Assessment, info: TemplateInfo, digits: Digits = "thai", beside: Path | None = None) -> bytes:
    """Return the report as the bytes of a .docx; ``beside`` is the folder that the seal's path starts from."""
    year_rules = rules.of(assessment)
    scores = scoring.score(year_rules, assessment.given)
    level = rating.level(year_rules, scores, assessment.given.level)
    report = context(assessment, year_rules, scores, level, digits)
    charts = chart_data(assessment, year_rules, scores)
    seal = {SEAL: (beside or Path()) / assessment.agency.seal} if assessment.agency.seal else {}
    filling = Filling(
        values=values(report),
        charts={f"charts.{name}": chartdata.with_digits(data, digits) for name, data in charts.items()},
        pictures=seal,
        digits=digits,
        properties=_properties(assessment, info, digits),
        marks={package.FIGURES: figures_hash(assessment)},
    )
    return render(info.path, filling)


def _properties(assessment: Assessment, info: TemplateInfo, digits: Digits) -> Properties:
    """Return whose report it is, of which year; keywords keep Arabic digits, which is what people search for."""
    agency, year = assessment.agency, assessment.fiscal_year
    words = ("ITA", str(year), agency.short, agency.province)
    return Properties(
        title=in_digits(f"{info.title} ปี {year} {agency.short or agency.name}", digits),
        subject=in_digits(f"ปีงบประมาณ พ.ศ. {year}", digits),
        creator=agency.name,
        keywords=", ".join(word for word in words if word),
    )


def write(
    assessment: Assessment,
    template: str = "analysis_by_tool",
    out: Path | None = None,
    digits: Digits = "thai",
    own: Path | None = None,
) -> Path:
    """Write a report and return where it was written.

    ``out`` is a file, or a folder (the current one when None) in which the report gets its Thai name. A report
    that was changed since it was written, or that Word holds open, stays: the next name, `` (2)``, is used.
    TemplateError, InputError or FileError when the report cannot be made or written.
    """
    return _write(assessment, find(template, own=own), out, digits)


def _write(assessment: Assessment, info: TemplateInfo, out: Path | None, digits: Digits) -> Path:
    if not assessment.agency.name:
        raise InputError("report.no_agency")
    wanted = _wanted(out, assessment, info)
    if wanted.suffix.lower() != ".docx":
        raise FileError("file.not_docx", path=wanted.name)
    return _put(wanted, compose(assessment, info, digits, wanted.parent), package.is_untouched)


def write_all(
    assessment: Assessment, out: Path | None = None, digits: Digits = "thai", own: Path | None = None
) -> Written:
    """Write a report of every template into a folder; one that cannot be made does not stop the others.

    InputError or FileError when none can be made: no agency, or ``out`` is no folder.
    """
    if not assessment.agency.name:
        raise InputError("report.no_agency")
    if out is not None and not out.is_dir():
        raise FileError("report.out_folder", path=out.name)
    paths: list[Path] = []
    failed: list[tuple[TemplateInfo, ItaError]] = []
    for info in templates(own=own):
        try:
            paths.append(_write(assessment, info, out, digits))
        except ItaError as error:
            failed.append((info, error))
    return Written(tuple(paths), tuple(failed))


def write_pdf(report: Path) -> Path:
    """Write a report as PDF beside it and return where; a PDF that was changed or is held open stays, as in ``write``.

    FileError when no program can make it, or it cannot be written.
    """
    try:
        data = report.read_bytes()
    except OSError as error:
        raise FileError("file.no_report", path=str(report)) from error
    return _put(report.with_suffix(".pdf"), pdf.convert(data), pdf.is_untouched)


def default_name(assessment: Assessment, info: TemplateInfo) -> str:
    """Return the Thai file name of a report, free of characters that Windows forbids."""
    agency = assessment.agency.short or assessment.agency.name
    name = " ".join(f"{info.title} ปี {assessment.fiscal_year} {_FORBIDDEN.sub('-', agency)}".split())
    return f"{_shortened(name)}.docx"


def _shortened(name: str) -> str:
    return name.encode("utf-8")[:_MAX_NAME_BYTES].decode("utf-8", "ignore").rstrip(" .")


def _wanted(out: Path | None, assessment: Assessment, info: TemplateInfo) -> Path:
    target = Path.cwd() if out is None else out
    return target / default_name(assessment, info) if target.is_dir() else target


def _names(path: Path) -> Iterator[Path]:
    """Yield the name itself and then numbered ones."""
    yield path
    for number in count(2):
        if number > _ATTEMPTS:
            return
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def _put(wanted: Path, data: bytes, is_untouched: Callable[[Path], bool]) -> Path:
    """Write under the wanted name, or the next that is free: no file there, or one of ours that nobody changed."""
    for path in _names(wanted):
        is_free = not path.exists() or (is_untouched(path) and not _is_open(path))
        if is_free and _swap_in(path, data):
            return path
    raise FileError(path=str(wanted))


def _is_open(path: Path) -> bool:
    """Whether Word's owner file lies beside the document; Word puts ``~$`` in place of a long name's first two."""
    return any(path.with_name(f"~${path.name[skipped:]}").exists() for skipped in (0, 2))


def _swap_in(path: Path, data: bytes) -> bool:
    """Write beside the target and swap it in whole; False when another program holds the target."""
    temporary = path.with_name(f".ita-{os.getpid()}-{time.monotonic_ns()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    except PermissionError as error:
        if not path.exists():
            raise FileError(path=str(path)) from error
        return False
    except OSError as error:
        raise FileError(path=str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return True
