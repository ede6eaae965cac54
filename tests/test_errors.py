"""Errors: one line each, in the user's language, that says what is wrong, where, and how to mend it."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Iterator

import pytest

from ita.errors import (
    CriteriaError,
    FileError,
    InputError,
    InterchangeError,
    ItaError,
    TemplateError,
    UnknownYearError,
    WorkbookError,
)
from ita.messages import MESSAGES, Lang

EXAMPLES = [
    ItaError(),
    InputError("picture.unusable", path="ตรา.png"),
    UnknownYearError(year=2599, known=(2567, 2568)),
    InterchangeError(where="a.yaml", detail="given.total เป็น 101"),
    WorkbookError(path="สมุดงาน.xlsm"),
    WorkbookError("workbook.sheet_missing", sheet="IIT"),
    TemplateError(name="analysis_by_tool", detail="{{ x }}", where="ย่อหน้าที่ 3"),
    FileError(path="รายงาน.docx"),
    CriteriaError(name="2568.toml", faults=["tool weights add to 0.9, not 1", "code o1 is given 2 times"]),
]


def tree(kind: type[ItaError] = ItaError) -> Iterator[type[ItaError]]:
    """Yield an error class of ours and all below it."""
    yield kind
    for below in kind.__subclasses__():
        yield from tree(below)


def name_of(error: ItaError) -> str:
    """Return what a test of this error is called."""
    return f"{type(error).__name__} {error.code}"


def pickled(error: ItaError) -> ItaError:
    """Return what comes out of a pickled error."""
    return pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)


@pytest.mark.parametrize("kind", list(tree()), ids=lambda kind: kind.__name__)
def test_every_class_has_a_sentence(kind: type[ItaError]) -> None:
    """Every class of the tree has a default code with sentences."""
    assert kind.default_code in MESSAGES


def test_the_tree_is_as_drawn() -> None:
    """Whoever catches InputError catches what the user typed or handed in, and nothing else."""
    assert set(InputError.__subclasses__()) == {UnknownYearError, InterchangeError, WorkbookError}
    assert set(ItaError.__subclasses__()) == {InputError, TemplateError, FileError, CriteriaError}


@pytest.mark.parametrize("error", EXAMPLES, ids=name_of)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_an_error_shows_itself_on_one_line(error: ItaError, lang: Lang) -> None:
    """The line is what is wrong, where in brackets if that is known, and how to mend it."""
    what, fix = error.what(lang), error.fix(lang)
    place = f" ({error.where})" if error.where else ""
    assert error.show(lang) == f"{what}{place} — {fix}"
    assert "\n" not in error.show(lang)


def test_thai_is_the_default() -> None:
    """Unless asked otherwise an error speaks Thai."""
    error = WorkbookError("workbook.missing", path="a.xlsm")
    assert error.show() == "ไม่พบสมุดงาน a.xlsm — ตรวจสอบชื่อและที่อยู่ของแฟ้ม"
    assert error.show("en") == "There is no workbook a.xlsm — check its name and folder"


def test_a_traceback_shows_english() -> None:
    """What a developer sees in a log is the English line."""
    assert str(FileError(path="a.docx")) == FileError(path="a.docx").show("en")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_line_breaks_of_others_do_not_break_the_line(lang: Lang) -> None:
    """A file name or a parser's remark with line breaks still gives one line."""
    error = TemplateError(name="a\nb", detail="first\r\nsecond\u2028third", where="x\ny")
    assert len(error.show(lang).splitlines()) == 1
    assert "first second third" in error.show(lang)


def test_braces_in_values_stay() -> None:
    """A template's own braces in a value are shown as they are."""
    assert "{{ agency.nam }}" in TemplateError(name="a", detail="{{ agency.nam }}").show()


@pytest.mark.parametrize("error", EXAMPLES, ids=name_of)
@pytest.mark.parametrize("again", [pickled, copy.copy, copy.deepcopy])
def test_errors_survive_pickling_and_copying(error: ItaError, again: Callable[[ItaError], ItaError]) -> None:
    """An error that crossed to another process is of the same class and says the same."""
    other = again(error)
    assert type(other) is type(error)
    assert (other.code, other.where, other.values) == (error.code, error.where, error.values)
    assert [other.show("th"), other.show("en")] == [error.show("th"), error.show("en")]


def test_an_unknown_year_lists_the_known_ones() -> None:
    """The years that can be chosen are listed with commas."""
    assert UnknownYearError(year=2599, known=(2567, 2568)).fix() == "เลือกปีที่โปรแกรมรู้จัก: 2567, 2568"


def test_every_fault_of_a_criteria_file_is_listed() -> None:
    """Faults are joined with semicolons."""
    assert "not 1; code o1" in EXAMPLES[-1].what()
