"""Copies for the province, and whether a copy and a report still tell the figures that they were made from."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from python_calamine import CalamineError

from ita import __version__, checks, rules, seal
from ita.assessment import Assessment
from ita.errors import FileError, InputError, WorkbookError
from ita.excel import layout
from ita.excel import share as copies
from ita.excel.reading import closed
from ita.excel.share import Seal
from ita.findings import Finding, errors_first
from ita.messages import Lang
from ita.sharing_sentences import SENTENCES
from ita.word.parts import package

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_MAX_NAME_BYTES = 200
_ATTEMPTS = 100
_SHOWN = 8
_LONG = 40
_WORKBOOK = ".xlsm"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a verification found out; ``code`` names its sentence in ``ita.sharing_sentences``."""

    code: str
    values: Mapping[str, object]

    @property
    def ok(self) -> bool:
        """Whether the statement leaves everything as it should be."""
        return SENTENCES[self.code][0]

    def text(self, lang: Lang = "th") -> str:
        """Return the statement as a sentence."""
        return SENTENCES[self.code][1][lang].format(**self.values)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found out, in the order to tell it."""

    statements: tuple[Statement, ...]

    @property
    def ok(self) -> bool:
        """Whether everything asked about matches."""
        return all(statement.ok for statement in self.statements)

    def text(self, lang: Lang = "th") -> str:
        """Return the statements as lines, the answer first."""
        answer = SENTENCES["ok" if self.ok else "not_ok"][1][lang]
        return "\n".join([answer, *(f"- {statement.text(lang)}" for statement in self.statements)])


def share(path: Path, out: Path | None = None, now: dt.datetime | None = None) -> Path:
    """Write the copy of a workbook for the province and return where it was written.

    ``out`` is a file (.xlsx) or a folder, by default the workbook's own, in which the copy gets its Thai name.
    Nothing is overwritten: the next name, `` (2)``, is used. WorkbookError when the workbook cannot be read,
    InputError when it names no agency, FileError when the copy cannot be written.
    """
    reading = closed.read(path)
    assessment = reading.assessment
    if not assessment.agency.name:
        raise InputError("share.no_agency")
    year_rules = rules.of(assessment)
    found = errors_first([*reading.findings, *checks.check(year_rules, assessment, reading.places)])
    time = now or dt.datetime.now().astimezone()
    origin = copies.Origin(path.name, closed.description(path).get(layout.META_BUILD, "ไม่ทราบ"), __version__, time)
    data = copies.copy(year_rules, assessment, found, origin, rules.estimating(assessment))
    return _written(_wanted(out or path.parent, assessment), data)


def default_name(assessment: Assessment) -> str:
    """Return the Thai file name of a copy, free of characters that Windows forbids."""
    agency = _FORBIDDEN.sub("-", assessment.agency.short or assessment.agency.name)
    name = " ".join(f"สำเนาผล ITA ปี {assessment.fiscal_year} {agency}".split())
    return f"{name.encode('utf-8')[:_MAX_NAME_BYTES].decode('utf-8', 'ignore').rstrip(' .')}.xlsx"


def verify(path: Path, report: Path | None = None) -> Verdict:
    """Tell whether a copy still matches its seal and, if asked, whether a report was made from its figures.

    A workbook (.xlsm) has no seal and can only be compared with a report. WorkbookError when the file cannot be
    read, FileError when there is no such report.
    """
    reading = closed.read(path)
    figures = seal.figures_hash(reading.assessment)
    try:
        data = path.read_bytes()
        sealed = copies.seal_of(path.name, data)
        said = [*_of_file(path, data, sealed, figures, reading.findings)]
    except (CalamineError, OSError, ValueError) as error:
        raise WorkbookError(path=path.name) from error
    if report is not None:
        said += _of_report(report, figures)
    elif sealed is None and path.suffix.lower() == _WORKBOOK:
        said.append(_say("report.none"))
    return Verdict(tuple(said))


def _say(code: str, **values: object) -> Statement:
    return Statement(code, values)


def _of_file(
    path: Path, data: bytes, sealed: Seal | None, figures: str, findings: tuple[Finding, ...]
) -> Iterator[Statement]:
    if sealed is None:
        yield _say("seal.not_for_workbooks" if path.suffix.lower() == _WORKBOOK else "seal.none")
        return
    rows = sealed.rows
    if not sealed.is_whole:
        yield _say("seal.altered")
    if rows.get(copies.FORMAT) != str(seal.FORMAT):
        yield _say("seal.format", version=rows.get(copies.VERSION, "?"), own=__version__)
    elif rows.get(copies.VERSION) != __version__:
        yield _say("seal.version", version=rows.get(copies.VERSION, "?"), own=__version__)
    changes = list(_changes(sealed.cells, copies.cells_of(data)))
    same_figures = figures == rows.get(copies.FIGURES) and not findings
    if changes:
        yield _say("cells.changed", count=len(changes))
        yield from changes[:_SHOWN]
        if len(changes) > _SHOWN:
            yield _say("cells.more", count=len(changes) - _SHOWN)
        yield _say("figures.as_sealed" if same_figures else "figures.changed")
    elif sealed.is_whole:
        yield _say("cells.same", count=len(sealed.cells), time=rows.get(copies.TIME, "?"))
        if not same_figures:
            yield _say("figures.by_other_rules", version=rows.get(copies.VERSION, "?"), own=__version__)


def _changes(then: copies.Cells, now: copies.Cells) -> Iterator[Statement]:
    """Yield what every cell that differs held when the copy was made and holds now."""
    for place in sorted({*then, *now}, key=_by_place):
        was, found = then.get(place), now.get(place)
        if was is None:
            yield _say("cell.added", place=place, now=_short(found))
        elif found is None:
            yield _say("cell.emptied", place=place, was=_short(was))
        elif not seal.is_same(was, found):
            yield _say("cell.changed", place=place, was=_short(was), now=_short(found))


def _by_place(place: str) -> tuple[int, int, str]:
    """Order places as a reader goes through the sheets: by sheet, then by row."""
    name, _, address = place.rpartition("!")
    order = [sheet.name for sheet in layout.SHEETS]
    return order.index(name) if name in order else len(order), int(re.sub(r"\D", "", address) or 0), address


def _short(text: str | None) -> str:
    shown = text or ""
    return f"“{shown if len(shown) <= _LONG else shown[: _LONG - 1] + '…'}”"


def _of_report(path: Path, figures: str) -> Iterator[Statement]:
    if not path.is_file():
        raise FileError("file.no_report", path=path.name)
    made_from = package.properties(path).get(package.FIGURES)
    if made_from is None:
        yield _say("report.unmarked", name=path.name)
        return
    yield _say("report.same" if made_from == figures else "report.other", name=path.name)
    if not package.is_untouched(path):
        yield _say("report.edited", name=path.name)


def _wanted(out: Path, assessment: Assessment) -> Path:
    wanted = out / default_name(assessment) if out.is_dir() else out
    if wanted.suffix.lower() != ".xlsx":
        raise FileError("file.not_xlsx", path=wanted.name)
    return wanted


def _written(wanted: Path, data: bytes) -> Path:
    """Write a file that does not exist yet, whole or not at all, under the first free name."""
    temporary = wanted.with_name(f".ita-{os.getpid()}.tmp")
    try:
        target = next(path for path in _names(wanted) if not path.exists())
        temporary.write_bytes(data)
        temporary.rename(target)
    except (OSError, StopIteration) as error:
        raise FileError(path=wanted.name) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
    return target


def _names(path: Path) -> Iterator[Path]:
    yield path
    for number in count(2):
        if number > _ATTEMPTS:
            return
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
