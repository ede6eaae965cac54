"""The sentences of errors: Thai and English, complete, used, and raised with all that they name."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import ita
from ita import errors, findings
from ita.errors import ItaError
from ita.messages import MESSAGES, Message
from ita.messages.entry import ENTRY
from ita.messages.function import FUNCTION
from ita.messages.general import GENERAL
from ita.messages.report import REPORT
from ita.messages.workbook import WORKBOOK
from ita.paths import resource

SOURCES = Path(ita.__file__).parent
THAI = re.compile("[ก-๙]")
LATIN_WORDS = {
    "xlsx",
    "ita",
    "help",
    "Excel",
    "Word",
    "ITA",
    "IIT",
    "EIT",
    "OIT",
    "CSV",
    "XLSX",
    "PDF",
    "Microsoft",
    "LibreOffice",
    "PNG",
    "JPEG",
    "xlsm",
    "docx",
    "docs",
    "interchange",
    "md",
    "templates",
}
"""Names of products, formats and files, which Thai sentences keep as they are."""


def names(sentence: str) -> set[str]:
    """Return the names in braces of a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def names_of(message: Message) -> set[str]:
    """Return the names that a message needs in any language."""
    return {name for sentences in (message.what, message.fix) for text in sentences.values() for name in names(text)}


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Yield where one of our errors is made in the sources, its code, and the names it is given."""
    kinds = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, ItaError)}
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds:
                given = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
                code = node.args[0] if node.args else given.get("code", ast.Constant(kinds[node.func.id].default_code))
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield f"{path.name}:{node.lineno}", code.value, set(given) - {"where", "code"}


CALLS = list(calls())


@pytest.mark.parametrize("code", MESSAGES)
def test_thai_and_english_say_what_and_how(code: str) -> None:
    """Each message has four sentences: what and how to mend it, in Thai and in English, without line breaks."""
    message = MESSAGES[code]
    thai, english = (message.what["th"], message.fix["th"]), (message.what["en"], message.fix["en"])
    assert all(THAI.search(sentence) for sentence in thai)
    assert not any(THAI.search(sentence) for sentence in english)
    for sentence in (*thai, *english):
        assert sentence == " ".join(sentence.split())
        assert not sentence.endswith(".")


@pytest.mark.parametrize("code", MESSAGES)
def test_thai_has_no_latin_leftovers(code: str) -> None:
    """A Thai sentence holds no Latin word but names of products, formats and files."""
    text = " ".join([MESSAGES[code].what["th"], MESSAGES[code].fix["th"]])
    words = set(re.findall("[A-Za-z]+", re.sub(r"\{\w+\}", " ", text)))
    assert words <= LATIN_WORDS


@pytest.mark.parametrize("code", MESSAGES)
def test_both_languages_name_the_same(code: str) -> None:
    """What Thai names English names too: the file, the sheet, the code."""
    message = MESSAGES[code]
    assert names(message.what["th"]) == names(message.what["en"])
    assert names(message.fix["th"]) == names(message.fix["en"])


def test_guides_that_a_message_names_are_there() -> None:
    """A page of docs that a message sends the user to exists."""
    sentences = [text for message in MESSAGES.values() for text in (*message.what.values(), *message.fix.values())]
    pages = {page for text in sentences for page in re.findall(r"docs/\w+\.md", text)}
    assert "docs/interchange.md" in pages
    assert [page for page in sorted(pages) if not resource(*page.split("/")).is_file()] == []


@pytest.mark.parametrize("code", MESSAGES)
def test_every_code_is_raised(code: str) -> None:
    """Some module raises this, or it is a class's default."""
    users = [path for path in SOURCES.rglob("*.py") if f'"{code}"' in path.read_text("utf-8")]
    assert [path for path in users if path.parent.name != "messages"]


@pytest.mark.parametrize(("place", "code"), [(place, code) for place, code, _ in CALLS])
def test_every_code_raised_exists(place: str, code: str) -> None:
    """What is raised has its sentences."""
    assert code in MESSAGES, place


@pytest.mark.parametrize(("place", "code", "given"), CALLS)
def test_every_name_is_supplied(place: str, code: str, given: set[str]) -> None:
    """Whoever raises an error gives every name that its sentences hold."""
    assert names_of(MESSAGES[code]) <= given, place


def test_a_code_means_one_thing() -> None:
    """An error and a finding never share a code, nor do two topics of errors."""
    assert not set(MESSAGES) & set(findings.CODES)
    assert len(MESSAGES) == sum(map(len, (GENERAL, WORKBOOK, ENTRY, REPORT, FUNCTION)))


def test_calls_were_found() -> None:
    """The search sees the errors of the core and of the file readers."""
    assert {"year.unknown", "file.exists", "workbook.missing", "interchange.missing"} <= {code for _, code, _ in CALLS}
