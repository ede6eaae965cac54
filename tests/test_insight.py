"""What to do next, as data and as Thai text."""

from __future__ import annotations

import json

import pytest

from figures import assessment_of
from ita import insight
from ita.assessment import Agency, Assessment
from ita.criteria import years

EXAMPLES = (
    "srakaeo_2563",
    "thungkracho_2564",
    "khlongnokkrathung_2567",
    "nongphlap_2568",
    "khongchaiphatthana_2568",
)


def text_of(name: str) -> list[str]:
    """Return the lines on one of the real assessments."""
    return insight.to_text(insight.insight(assessment_of(name))).splitlines()


def test_the_tool_in_the_way_is_said() -> None:
    """คลองนกกระทุง is told that its second EIT part, as estimated, keeps it from the best level."""
    assert "ระดับถัดไป ผ่านดีเยี่ยม: EIT2 ขาดประมาณ 3.21 คะแนน" in text_of("khlongnokkrathung_2567")


def test_an_unknown_tool_is_said() -> None:
    """หนองพลับ is told of its OIT, and that its two EIT parts are not known."""
    (line,) = (line for line in text_of("nongphlap_2568") if line.startswith("ระดับถัดไป"))
    assert line == "ระดับถัดไป ผ่านดีเยี่ยม: OIT ขาด 3.12 คะแนน · ยังไม่ทราบคะแนน EIT1, EIT2"


def test_what_is_below_the_pass_mark_is_named() -> None:
    """หนองพลับ has one indicator below 85."""
    assert "ต่ำกว่าเกณฑ์ผ่าน: ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล" in text_of("nongphlap_2568")


def test_every_gain_comes_with_a_way_forward() -> None:
    """Each question that could add to the total has a suggestion of the agency's own."""
    gains = insight.insight(assessment_of("thungkracho_2564"))["gains"]
    assert [gain["code"] for gain in gains] == ["o28", "o17"]
    assert [gain["points"] for gain in gains] == pytest.approx([0.4 / 2 / 5 / 4 * 100, 0.4 / 2 / 5 / 8 * 100])
    assert all(gain["suggestion"] for gain in gains)


@pytest.mark.parametrize("name", EXAMPLES)
def test_json_gives_the_insight_back(name: str) -> None:
    """JSON holds the whole insight."""
    found = insight.insight(assessment_of(name))
    assert json.loads(insight.to_json(found)) == found


@pytest.mark.parametrize("year", years())
def test_nothing_entered_gives_a_heading_alone(year: int) -> None:
    """Of an empty assessment nothing is said but whose it is, in every year."""
    empty = Assessment(agency=Agency(name="ทต.ก"), fiscal_year=year)
    assert insight.to_text(insight.insight(empty)) == f"ทต.ก ปีงบประมาณ พ.ศ. {year}"
