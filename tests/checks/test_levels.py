"""A published level against the total and the tools."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import Given
from ita.findings import Finding
from support.checked import findings, plain

ALL_96: dict[str, float | None] = {"IIT": 96.25, "EIT1": 96.25, "EIT2": 96.25, "OIT": 96.25}


def level(given: Given, year: int = 2568) -> list[Finding]:
    """Return what is found of the level."""
    return [f for f in findings(replace(plain(year), given=given)) if f.code.startswith("level")]


@pytest.mark.parametrize(
    ("tools", "typed", "code"),
    [
        (ALL_96, "ผ่านดีเยี่ยม", None),
        ({**ALL_96, "EIT2": 91.25}, "ผ่านดี", None),
        ({**ALL_96, "EIT2": 91.25}, "ผ่านดีเยี่ยม", "level.too_high"),
        ({**ALL_96, "EIT2": 84.25}, "ผ่าน", None),
        ({**ALL_96, "EIT2": 84.25}, "ผ่านดี", "level.too_high"),
        (ALL_96, "ผ่านดี", "level.too_low"),
        (ALL_96, "ต้องปรับปรุง", "level.too_low"),
        (ALL_96, "A", "level.unknown"),
    ],
)
def test_the_rule_decides(tools: dict[str, float | None], typed: str, code: str | None) -> None:
    """Only the level that total and tools give passes; another is refuted, an unknown one refused."""
    assert [f.code for f in level(Given(tools=tools, level=typed))] == ([code] if code else [])


def test_the_tool_that_refutes_is_named() -> None:
    """The finding names the tool, its score and the minimum that it misses."""
    (one,) = level(Given(tools={**ALL_96, "EIT2": 91.25}, level="ผ่านดีเยี่ยม"))
    assert one.what() == "ระดับผ่านดีเยี่ยมต้องมีคะแนน EIT ส่วนที่ 2 ไม่ต่ำกว่า 95.00 คะแนน แต่ได้ 91.25 คะแนน"


def test_a_total_that_refutes_is_named() -> None:
    """Without any tool the total alone may refute a level."""
    (one,) = level(Given(total=84.99, level="ผ่าน"))
    assert one.what("en") == "The level ผ่าน asks for at least 85.00 in the total, which is 84.99"


@pytest.mark.parametrize("typed", ["ผ่านดี", "ผ่านดีเยี่ยม", "ผ่าน"])
def test_a_level_that_is_still_possible_passes(typed: str) -> None:
    """With the parts of the EIT unknown, more than one level may be right."""
    given = Given(tools={"IIT": 99.25, "EIT": 96.25, "OIT": 99.25}, level=typed)
    assert [f.code for f in level(given)] == ([] if typed != "ผ่าน" else ["level.too_low"])


def test_an_unknown_part_that_cannot_reach_the_mark_refutes() -> None:
    """EIT part 2 follows from the combined EIT; it is told as an upper limit."""
    (one,) = level(Given(tools={"IIT": 98.53, "EIT": 95.56, "EIT1": 99.33, "OIT": 99.97}, level="ผ่านดีเยี่ยม"))
    assert "EIT ส่วนที่ 2" in one.what()
    assert "แต่ได้ไม่เกิน 91.8" in one.what()


def test_a_total_computed_from_rounded_scores_has_the_benefit_of_the_doubt() -> None:
    """94.996 of rounded tools may have been 95.00 before they were rounded."""
    tools: dict[str, float | None] = {"IIT": 95.0, "EIT1": 95.0, "EIT2": 95.0, "OIT": 94.99}
    assert level(Given(tools={**tools, "OIT": 95.0}, level="ผ่านดีเยี่ยม")) == []
    assert [f.code for f in level(Given(tools=tools, level="ผ่านดีเยี่ยม"))] == ["level.too_high"]


@pytest.mark.parametrize(("total", "typed", "count"), [(51, "E", 0), (51, "D", 1), (86.37, "A", 0), (86.37, "B", 1)])
def test_letters_follow_the_total_alone(total: float, typed: str, count: int) -> None:
    """FY2563-65 look at the total only."""
    assert len(level(Given(total=total, level=typed), 2564)) == count


def test_no_level_is_no_finding() -> None:
    """What was not typed is not refuted."""
    assert level(Given(tools=ALL_96)) == []
