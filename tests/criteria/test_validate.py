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
            {"number": 1, "tool": "EIT", "name": "ก", "name_en": "A", "purpose": "ก", **FACT},
            {"number": 2, "tool": "OIT", "name": "ข", "name_en": "B", "purpose": "ข", **FACT},
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
        "item_points": {"points": [0, 100], **FACT},
        "national_target": {"share": 80, **FACT},
        "resolution": {"date": "1 มกราคม 2599", "years": [2598, 2600], **FACT},
        "processing": FACT,
        "same_as": [{"codes": {"e1": "e2", "o1": "o1"}, **FACT}],
    }


def partial() -> Data:
    """Return the plain data of a small year without a fault of which little is known."""
    data = mini()
    for key in ("scales", "rating", "report_items", "issues", "minimum_respondents", "item_points", "same_as"):
        del data[key]
    for tool in data["tools"]:
        del tool["weight"]
        for part in tool.get("parts", []):
            del part["weight"]
    data["questions"] = [{"code": "e1", "indicator": 1, **FACT}]
    data["items"] = [{"code": "o1", **FACT}, {"code": "o2", "title": "ข", **FACT}]
    data["estimate_from"] = 2598
    return data


def found_in(data: Data) -> list[str]:
    """Return the faults of plain data."""
    return faults(msgspec.convert(data, Criteria))


MUTATIONS: dict[str, tuple[Mutation, str]] = {
    "marks": (lambda d: d.update(pass_mark=96), "the marks must be in order"),
    "a weight is missing": (
        lambda d: d["tools"][1].pop("weight"),
        "weights must be given for every tool and part, or for none",
    ),
    "a part's weight is missing": (
        lambda d: d["tools"][0]["parts"][0].pop("weight"),
        "weights must be given for every tool and part, or for none",
    ),
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
    "item without a place": (
        lambda d: d["items"][0].pop("sub_indicator"),
        "items must all be placed in sub-indicators, or none",
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
    "purpose": (lambda d: d["indicators"][0].update(purpose=""), "indicator 1 has no purpose"),
    "text without a scale": (lambda d: d["questions"][0].pop("scale"), "question e1 has a text but no scale"),
    "scale without a text": (lambda d: d["questions"][0].pop("text"), "question e1 has no text"),
    "text from its own year": (
        lambda d: d["questions"][0].update(text_from=2599, confidence="likely"),
        "question e1 borrows its text from its own year",
    ),
    "borrowed text that is certain": (
        lambda d: d["questions"][0].update(text_from=2598),
        "question e1 borrows its text, so it cannot be certain",
    ),
    "sub-item that is not there": (
        lambda d: d["questions"][0].update(sub_items=["ก"], reversed_sub_items=[2]),
        "question e1 reverses a sub-item that it does not have",
    ),
    "reversed twice": (
        lambda d: d["questions"][0].update(sub_items=["ก"], reversed_sub_items=[1], reversed=True),
        "question e1 is reversed as a whole and in part",
    ),
    "item points out of order": (
        lambda d: d["item_points"].update(points=[0, 50, 25, 100]),
        "item_points must rise from 0 to 100",
    ),
    "item points that end early": (
        lambda d: d["item_points"].update(points=[0, 50]),
        "item_points must rise from 0 to 100",
    ),
    "item points that start late": (
        lambda d: d["item_points"].update(points=[25, 100]),
        "item_points must rise from 0 to 100",
    ),
    "target of no agency": (
        lambda d: d["national_target"].update(share=0),
        "national_target: the share of agencies must be over 0",
    ),
    "target of more than all agencies": (
        lambda d: d["national_target"].update(share=101),
        "national_target: the share of agencies must be over 0",
    ),
    "resolution for other years": (
        lambda d: d["resolution"].update(years=[2561, 2598]),
        "resolution: its years do not hold this fiscal year",
    ),
    "minimum of nobody": (
        lambda d: d["minimum_respondents"][0].update(minimum=0),
        "minimum_respondents อบต. (EIT1) needs nobody",
    ),
    "minimum's share": (
        lambda d: d["minimum_respondents"][0].update(share=10),
        "minimum_respondents อบต. (EIT1) has a share outside 0-1",
    ),
    "at_most without a share": (
        lambda d: d["minimum_respondents"][0].update(at_most=400),
        "minimum_respondents อบต. (EIT1) has an at_most without a share",
    ),
    "at_most under the minimum": (
        lambda d: d["minimum_respondents"][0].update(share=0.1, at_most=20),
        "minimum_respondents อบต. (EIT1) has an at_most without a share, or under",
    ),
    "estimate of what is known": (
        lambda d: d.update(estimate_from=2598),
        "estimate_from is given, but weights and rating are known",
    ),
    "same_as of an unknown code": (
        lambda d: d["same_as"][0]["codes"].update(o9="o2"),
        "same_as o2 names code o9, which the year does not have",
    ),
    "same_as twice": (
        lambda d: d["same_as"].append({"codes": {"e1": "e3"}, **FACT}),
        "same_as has code e1 2 times",
    ),
    "two codes that were one": (
        lambda d: d["same_as"][0]["codes"].update(o2="o1"),
        "same_as has earlier code o1 2 times",
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


PARTIAL_MUTATIONS: dict[str, tuple[Mutation, str]] = {
    "items without their tool": (
        lambda d: (d["tools"][1].update(code="XIT"), d["indicators"][1].update(tool="XIT")),
        "item o1 names tool OIT, which the year does not have",
    ),
    "weight of one part alone": (
        lambda d: d["tools"][0]["parts"][0].update(weight=0.5),
        "weights must be given for every tool and part, or for none",
    ),
    "reversed without a text": (lambda d: d["questions"][0].update(reversed=True), "question e1 has no text"),
    "sub-items without a text": (lambda d: d["questions"][0].update(sub_items=["ก"]), "question e1 has no text"),
    "borrowed nothing": (lambda d: d["questions"][0].update(text_from=2598), "question e1 has no text"),
    "estimate from a later year": (
        lambda d: d.update(estimate_from=2600),
        "estimate_from must name an earlier year",
    ),
    "item twice": (
        lambda d: d["items"].append(d["items"][0]),
        "question or item o1 is given 2 times",
    ),
}


def test_a_year_may_be_known_in_part() -> None:
    """Weights, rating, wordings, scales, the place of items and the report items may all be unknown."""
    assert found_in(partial()) == []


def test_weights_alone_may_be_borrowed() -> None:
    """A year that knows its rating may still borrow weights for an estimate."""
    data = partial()
    data["rating"] = mini()["rating"]
    assert found_in(data) == []


@pytest.mark.parametrize(("mutate", "fault"), PARTIAL_MUTATIONS.values(), ids=PARTIAL_MUTATIONS.keys())
def test_each_rule_of_a_partial_year(mutate: Mutation, fault: str) -> None:
    """One thing wrong in a year known in part gives the fault that names it."""
    data = partial()
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
