"""The level's block: what stands under the level while it is certain, open, or nothing is known."""

from __future__ import annotations

import pytest

from ita import criteria, rating
from ita.assessment import Agency, Assessment, Given
from ita.excel import layout
from ita.excel.calc import Calc
from ita.excel.calc.level import LEVEL_CAPTION, LevelBlock, plan
from ita.excel.grid import Formula
from ita.excel.sources import LEVEL_SOURCE, sources
from ita.scoring import score
from support.built import built, values

YEAR = 2568
KNOWN = {"IIT": 99.39, "EIT": 96.31, "OIT": 91.88}


def block_of(given: Given) -> LevelBlock:
    """Return the planned block of these figures."""
    rules = criteria.load(YEAR)
    figures = score(rules, given)
    return plan(Calc(rules, figures, sources(rules)), rating.level(rules, figures, given.level), LEVEL_SOURCE)


def cached(block: LevelBlock, name: str) -> object:
    """Return the cached value of a row's first answer."""
    content = next(row[1] for row in block.rows if row[0] == name)
    assert isinstance(content, Formula)
    return content.value


@pytest.mark.parametrize(
    ("given", "used", "note"),
    [
        (Given(), None, LEVEL_CAPTION),
        (Given(tools={"IIT": 60.0, "EIT": 60.0, "OIT": 60.0}), "ต้องปรับปรุงโดยด่วน", LEVEL_CAPTION),
        (Given(tools={**KNOWN, "EIT1": 97.0, "EIT2": 95.62}), "ผ่านดี", LEVEL_CAPTION),
        (Given(tools={"IIT": 99.0, "EIT": 88.0, "OIT": 99.0}), None, "ระหว่าง ผ่าน ถึง ผ่านดี"),
        (Given(tools={"IIT": 99.0, "EIT": 88.0, "OIT": 99.0}, level="ผ่านดี"), "ผ่านดี", LEVEL_CAPTION),
        (Given(total=90.0), None, "ระหว่าง ผ่าน ถึง ผ่านดี"),
    ],
)
def test_the_note_says_between_which_levels_an_open_one_lies(given: Given, used: str | None, note: str) -> None:
    """A level that is certain or published stands alone; an open one says from where to where; nothing says nothing."""
    block = block_of(given)
    assert block.level.used == used
    assert block.note == note
    assert cached(block, "level note") == note
    assert cached(block, "level used") == used


def test_both_parts_unknown_bound_only_the_smaller() -> None:
    """With neither part known, what is worked out speaks of the smaller part, whichever it is."""
    block = block_of(Given(tools={"IIT": 99.0, "EIT": 90.0, "OIT": 99.0}))
    assert [block.is_smaller_of_two(code) for code in ("EIT1", "EIT2", "IIT")] == [True, True, False]
    assert not block_of(Given(tools={"EIT1": 90.0})).is_smaller_of_two("EIT2")
    first = next(row for row in block.rows if row[0] == "EIT1")
    assert [content.value for content in first[1:] if isinstance(content, Formula)] == pytest.approx([79.0, 90.0, 1])


def test_an_unknown_part_within_a_point_is_shown_as_an_estimate() -> None:
    """A part that follows from the others stands in the check column, marked ประมาณ; both unknown show nothing."""
    one = Given(tools={"IIT": 98.53, "EIT1": 99.33, "OIT": 100.0}, total=98.23)
    both = Given(tools={"IIT": 99.0, "EIT": 90.0, "OIT": 99.0})
    found = [estimates(given) for given in (one, both)]
    assert found == [["ประมาณ 91.82"], []]


def estimates(given: Given) -> list[object]:
    """Return the estimates on the results sheet."""
    shown = values(built(Assessment(agency=Agency(), fiscal_year=YEAR, given=given)))
    of_sheet = (value for (sheet, _, _), value in shown.items() if sheet == layout.SCORES.name)
    return [value for value in of_sheet if str(value).startswith("ประมาณ")]


def test_a_part_that_was_not_processed_fails_its_condition() -> None:
    """An unprocessed part counts 0: the level cannot be more than ผ่าน, however high the others are."""
    block = block_of(Given(tools={"IIT": 100.0, "EIT1": 100.0, "OIT": 100.0}, not_processed=("EIT2",)))
    assert block.level.used == "ผ่าน"
    assert cached(block, "weakest") == 0
