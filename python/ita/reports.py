"""Word reports for whoever holds an assessment: which there are, and writing one beside the workbook."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from zipfile import BadZipFile

from ita import rating, rules, scoring
from ita.assessment import Assessment
from ita.errors import FileError, InputError, TemplateError
from ita.paths import resource
from ita.thai import Digits
from ita.word import chartdata, package
from ita.word.context import chart_data, context, values
from ita.word.render import Filling, render
from ita.word.templates.common import SEAL

FOLDER = resource("docx_templates")
"""Where the templates lie."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_MAX_NAME_BYTES = 240
_ATTEMPTS = 100
_TITLE = re.compile(r"<dc:title>(.*?)</dc:title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A report that can be written: ``name`` is the file name without .docx, ``title`` its Thai title."""

    name: str
    title: str
    path: Path


def templates(folder: Path = FOLDER) -> tuple[TemplateInfo, ...]:
    """Return the templates of a folder by name; a file that is no Word document shows its name as its title."""
    paths = sorted(path for path in folder.glob("*.docx") if not path.name.startswith("~$"))
    return tuple(TemplateInfo(path.stem, _title(path), path) for path in paths)


def _title(path: Path) -> str:
    try:
        found = _TITLE.search(package.read(path)["docProps/core.xml"].decode("utf-8"))
    except (OSError, KeyError, ValueError, BadZipFile):
        return path.stem
    return found[1] if found else path.stem


def find(name: str, folder: Path = FOLDER) -> TemplateInfo:
    """Return the template called ``name``, with or without .docx; TemplateError lists those that there are."""
    known = {info.name: info for info in templates(folder)}
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
    )
    return render(info.path, filling)


def write(
    assessment: Assessment, template: str = "analysis_by_tool", out: Path | None = None, digits: Digits = "thai"
) -> Path:
    """Write a report and return where it was written.

    ``out`` is a file, or a folder (the current one when None) in which the report gets its Thai name. A report
    that was changed since it was written, or that Word holds open, stays: the next name, `` (2)``, is used.
    TemplateError, InputError or FileError when the report cannot be made or written.
    """
    if not assessment.agency.name:
        raise InputError("report.no_agency")
    info = find(template)
    wanted = _wanted(out, assessment, info)
    if wanted.suffix.lower() != ".docx":
        raise FileError("file.not_docx", path=wanted.name)
    data = compose(assessment, info, digits, wanted.parent)
    for path in _names(wanted):
        if _is_free(path) and _swap_in(path, data):
            return path
    raise FileError(path=str(wanted))


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


def _is_free(path: Path) -> bool:
    """Whether nothing is lost by writing here: no file, or a report of ours that nobody changed or holds open."""
    return not path.exists() or (package.is_untouched(path) and not _is_open(path))


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
