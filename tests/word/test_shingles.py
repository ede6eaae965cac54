"""No sentence of ours is one of the five real reports': checked over hashes of their texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ita import criteria, interchange, reports
from ita.assessment import Assessment
from ita.paths import resource
from ita.word.filling.stories import STORY, text_of
from ita.word.parts import package, xml
from support import shingles

EXAMPLES = sorted(path.stem for path in resource("workbook", "examples").glob("*.yaml"))
KNOWN = shingles.load(shingles.STORE.read_bytes())
OFFICIAL_KEYS = {"name", "name_en", "text", "title", "sub_items", "options"}
OFFICIAL_NAMES = (
    "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
    "คุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
    "Integrity and Transparency Assessment",
    "สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ",
    "คุณธรรมและความโปร่งใสในการดำเนินงาน",
    "ดัชนีการรับรู้การทุจริต (Corruption Perceptions Index",
    "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ",
    "หน่วยงานที่เข้ารับการประเมิน",
    "ผู้มีส่วนได้ส่วนเสียภายนอก",
    "นโยบาย No Gift Policy",
    "การบรรจุ แต่งตั้ง โยกย้าย",
)
"""Names of plans, bodies and terms that every report must use, beside those of the criteria."""


def official() -> set[str]:
    """Return the official names and wordings of all years."""
    found: set[str] = {*OFFICIAL_NAMES}
    for year in criteria.years():
        found |= set(_strings(msgspec.to_builtins(criteria.load(year)), OFFICIAL_KEYS))
    return found


def _strings(value: object, keys: set[str] | None, key: str = "") -> Iterator[str]:
    """Yield the texts inside a value: those under some keys, or all."""
    match value:
        case dict():
            for name, inner in value.items():  # pyright: ignore[reportUnknownVariableType] (built from structs)
                yield from _strings(inner, keys, str(name))  # pyright: ignore[reportUnknownArgumentType]
        case list() | tuple():
            for inner in value:  # pyright: ignore[reportUnknownVariableType]
                yield from _strings(inner, keys, key)  # pyright: ignore[reportUnknownArgumentType]
        case str() if keys is None or key in keys:
            yield value
        case _:
            pass


def texts(data: bytes) -> Iterator[str]:
    """Yield the text of each paragraph of a document, headers and footers included."""
    for part, content in package.read(data).items():
        if STORY.fullmatch(part):
            yield from map(text_of, xml.parse(content).iter(xml.name("w:p")))


def example(name: str) -> Assessment:
    """Return one of the assessments of workbook/examples."""
    return interchange.load(resource("workbook", "examples", f"{name}.yaml"))


@pytest.mark.parametrize("info", reports.templates(), ids=lambda info: info.name)
def test_templates_are_in_our_own_words(info: reports.TemplateInfo) -> None:
    """No paragraph of a template shares a sentence with a real report."""
    assert shingles.shared(texts(info.path.read_bytes()), official(), KNOWN) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_reports_are_in_our_own_words(name: str) -> None:
    """Nor does a report, apart from what the agency itself entered."""
    assessment = example(name)
    entered = official() | set(_strings(msgspec.to_builtins(assessment), None))
    written = [text for info in reports.templates() for text in texts(reports.compose(assessment, info))]
    assert shingles.shared(written, entered, KNOWN) == []


@pytest.mark.parametrize("folder", ["python/ita", "docs"])
def test_advice_and_guide_are_in_our_own_words(folder: str) -> None:
    """Nor do the advice, the phrases of the program and the pages of docs."""
    files = [p for p in resource(*folder.split("/")).rglob("*") if p.suffix in {".py", ".toml", ".md"}]
    # The criteria are facts: official wordings, and the titles of the sources they were found in.
    ours = [path for path in files if path.parent.name != "criteria"]
    # Rows of the tables in docs show what people paste: official wordings, cut into pieces.
    every = [line for path in ours for line in path.read_text("utf-8").splitlines()]
    lines = [line for line in every if not line.startswith("|")]
    assert len(lines) > 100
    assert shingles.shared(lines, official(), KNOWN) == []


def test_a_borrowed_sentence_is_found(tmp_path: Path) -> None:
    """A sentence planted in a text is told even where spaces, digits and the text around it differ."""
    known = shingles.load(shingles.store(["ก่อนหน้า " + SENTENCE + " ตามมาด้วยข้อความอื่นของรายงานจริง"]))
    ours = ["เราเขียนเอง", f"ข้อความของเรา {SENTENCE.replace(' ', '  ').replace('2568', '๒๕๖๘')} และต่อท้าย"]
    assert shingles.shared(ours, [], known) == [ours[1]]
    assert shingles.shared(ours, [SENTENCE], known) == []
    assert tmp_path.exists()


SENTENCE = "หน่วยงานได้แต่งตั้งคณะทำงานเพื่อติดตามผลในปี 2568 ทุกไตรมาส"


@pytest.mark.parametrize("start", range(8))
def test_any_thirty_seven_letters_are_enough(start: int) -> None:
    """Wherever a shared run of 37 letters begins, it is found; of fewer than 35 none is."""
    letters = "".join(chr(ord("ก") + (7 * n * n + 3 * n) % 44) for n in range(120))
    known = shingles.load(shingles.store([letters]))
    assert shingles.shared([letters[start : start + 37]], [], known)
    assert not shingles.shared([letters[start : start + 34]], [], known)


def test_the_store_holds_the_real_reports() -> None:
    """The store is no empty file: it holds thousands of hashes, each of its own."""
    assert len(KNOWN) > 10_000
    assert len(KNOWN) * shingles.BYTES == len(shingles.STORE.read_bytes())
