"""Each rule of ita.criteria.validate turns red on a small file with one thing wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ita.criteria import Criteria, decode
from ita.criteria.validate import faults
from ita.errors import CriteriaError

FACT = {"source": "s", "confidence": "certain"}
Data = dict[str, Any]
Mutation = Callable[[Data], object]

MINI_TOML = """
fiscal_year = 2599
pass_mark = 85
excellent_mark = 95
tools = [{ code = "T", name = "ก", name_en = "T", respondents = "ข", weight = 0.9, source = "s", confidence = "guess" }]
indicators = []
rating = { bands = [{ level = "ผ่าน", total_min = 0 }], source = "s", confidence = "guess" }
report_items = { analysis = "o1", follow_up = "o2", source = "t", confidence = "guess" }
sources = { s = "ที่มา" }
"""


def mini() -> Data:
    """Return the plain data of a small year without a fault: one survey tool in two parts, one disclosure tool."""
    survey = {"code": "EIT", "name": "ก", "name_en": "E", "respondents": "ข", "weight": 0.6, **FACT}
    halves = [{"code": "EIT1", "name": "1", "weight": 0.3}, {"code": "EIT2", "name": "2", "weight": 0.3}]
    return {
        "fiscal_year": 2599,
        "pass_mark": 85,
        "excellent_mark": 95,
        "sources": {"s": "ที่มา"},
        "tools": [{**survey, "parts": halves}, {**survey, "code": "OIT", "weight": 0.4}],
        "indicators": [
            {"number": 1, "tool": "EIT", "name": "ก", "name_en": "A", **FACT},
            {"number": 2, "tool": "OIT", "name": "ข", "name_en": "B", **FACT},
        ],
        "sub_indicators": [{"code": "2.1", "indicator": 2, "name": "ก", **FACT}],
        "questions": [{"code": "e1", "indicator": 1, "text": "ก", "scale": "two", **FACT}],
        "items": [
            {"code": "o1", "sub_indicator": "2.1", "title": "ก", **FACT},
            {"code": "o2", "sub_indicator": "2.1", "title": "ข", **FACT},
        ],
        "scales": {"two": {"options": ["ไม่", "ใช่"], "points": [0, 100], **FACT}},
        "rating": {
            "bands": [
                {"level": "ดี", "total_min": 85, "every_tool_min": 85},
                {"level": "พอใช้", "total_min": 85},
                {"level": "ต่ำ", "total_min": 0},
            ],
            "rated": ["EIT1", "EIT2", "OIT"],
            **FACT,
        },
        "report_items": {"analysis": "o1", "follow_up": "o2", **FACT},
        "issues": [{"number": 1, "name": "ก", "codes": ["e1", "o1", "o2"], **FACT}],
        "minimum_respondents": [{"tool": "EIT1", "agencies": "อบต.", "minimum": 30, **FACT}],
    }


def found_in(data: Data) -> list[str]:
    """Return the faults of plain data."""
    return faults(msgspec.convert(data, Criteria))


MUTATIONS: dict[str, tuple[Mutation, str]] = {
    "weights": (lambda d: d["tools"][1].update(weight=0.5), "tool weights add to 1.1, not 1"),
    "part weights": (
        lambda d: d["tools"][0]["parts"][0].update(weight=0.2),
        "the parts of EIT weigh 0.5, the tool 0.6",
    ),
    "tool twice": (lambda d: d["tools"][0]["parts"][0].update(code="OIT"), "tool OIT is given 2 times"),
    "indicator twice": (lambda d: d["indicators"][1].update(number=1), "indicator 1 is given 2 times"),
    "sub-indicator twice": (
        lambda d: d["sub_indicators"].append(d["sub_indicators"][0]),
        "sub-indicator 2.1 is given 2 times",
    ),
    "item named as a question": (
        lambda d: d["items"][1].update(code="e1"),
        "question or item e1 is given 2 times",
    ),
    "issue twice": (lambda d: d["issues"].append(d["issues"][0]), "issue 1 is given 2 times"),
    "level twice": (lambda d: d["rating"]["bands"][1].update(level="ดี"), "level ดี is given 2 times"),
    "indicator's tool": (
        lambda d: d["indicators"][0].update(tool="EIT1"),
        "indicator 1 names tool EIT1, which the year does not have",
    ),
    "question's indicator": (
        lambda d: d["questions"][0].update(indicator=7),
        "question e1 names indicator 7, which the year does not have",
    ),
    "question's scale": (
        lambda d: d["questions"][0].update(scale="six"),
        "question e1 names scale six, which the year does not have",
    ),
    "sub-indicator's indicator": (
        lambda d: d["sub_indicators"][0].update(indicator=9),
        "sub-indicator 2.1 names indicator 9, which the year does not have",
    ),
    "item's sub-indicator": (
        lambda d: d["items"][0].update(sub_indicator="2.2"),
        "item o1 names sub-indicator 2.2, which the year does not have",
    ),
    "rated tool": (
        lambda d: d["rating"].update(rated=["EIT", "OIT"]),
        "rating rated names tool EIT, which the year does not have",
    ),
    "report item": (
        lambda d: d["report_items"].update(follow_up="o9"),
        "criteria report_items names item o9, which the year does not have",
    ),
    "minimum's tool": (
        lambda d: d["minimum_respondents"][0].update(tool="IIT"),
        "minimum_respondents อบต. names tool IIT, which the year does not have",
    ),
    "scale lengths": (lambda d: d["scales"]["two"].update(points=[0]), "scale two has 2 options and 1 points"),
    "scale range": (lambda d: d["scales"]["two"].update(points=[0, 101]), "scale two has points outside 0-100"),
    "last band": (lambda d: d["rating"]["bands"][2].update(total_min=50), "the last band must take whatever"),
    "band order": (
        lambda d: d["rating"]["bands"][1].update(total_min=90),
        "band พอใช้ can never be reached below ดี",
    ),
    "condition on nothing": (
        lambda d: d["rating"].update(rated=[]),
        "a band has a condition on every tool, but no tool is rated",
    ),
    "issue without a code": (
        lambda d: d["issues"][0].update(codes=["e1", "o1"]),
        "code o2 is in the issues or in the year, not in both",
    ),
    "issue with an unknown code": (
        lambda d: d["issues"][0]["codes"].append("o3"),
        "code o3 is in the issues or in the year, not in both",
    ),
    "code in two issues": (
        lambda d: d["issues"].append({**d["issues"][0], "number": 2, "codes": ["e1"]}),
        "code e1 is in 2 issues",
    ),
    "source not listed": (
        lambda d: d["items"][0].update(source="t"),
        "source t is not listed under [sources]",
    ),
    "source not used": (lambda d: d["sources"].update(t="อื่น"), "source t is listed and never used"),
}


def test_the_small_file_has_no_fault() -> None:
    """The data that the other tests damage is sound."""
    assert found_in(mini()) == []


@pytest.mark.parametrize(("mutate", "fault"), MUTATIONS.values(), ids=MUTATIONS.keys())
def test_each_rule(mutate: Mutation, fault: str) -> None:
    """One thing wrong gives the fault that names it."""
    data = mini()
    mutate(data)
    assert [found for found in found_in(data) if found.startswith(fault)] != []


def test_issues_may_be_absent() -> None:
    """A year without known issues is sound."""
    data = mini()
    data["issues"] = []
    assert found_in(data) == []


def test_decode_tells_every_fault() -> None:
    """CriteriaError lists all faults of a file and names the file."""
    with pytest.raises(CriteriaError) as caught:
        decode(MINI_TOML, "2599.toml")
    what = caught.value.what("en")
    assert "2599.toml" in what
    assert "tool weights add to 0.9, not 1" in what
    assert "source t is not listed" in what
