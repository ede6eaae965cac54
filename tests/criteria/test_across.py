"""Each rule of ita.criteria.across turns red on two small years with one thing wrong between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ita.criteria import Criteria, across

FACT = {"source": "s", "confidence": "certain"}
Data = dict[str, Any]
Mutation = Callable[[Data, Data], object]


def before() -> Data:
    """Return the plain data of the year 2598, which knows its weights and its rating."""
    survey = {"code": "EIT", "name": "ก", "name_en": "E", "respondents": "ข", "weight": 0.6, **FACT}
    halves = [{"code": "EIT1", "name": "1", "weight": 0.3}, {"code": "EIT2", "name": "2", "weight": 0.3}]
    return {
        "fiscal_year": 2598,
        "pass_mark": 85,
        "excellent_mark": 95,
        "sources": {"s": "ที่มา"},
        "tools": [{**survey, "parts": halves}, {**survey, "code": "OIT", "weight": 0.4}],
        "indicators": [{"number": 1, "tool": "EIT", "name": "ก", "name_en": "A", "purpose": "ก", **FACT}],
        "scales": {"two": {"options": ["ไม่", "ใช่"], "points": [0, 100], **FACT}},
        "questions": [{"code": "e1", "indicator": 1, "text": "ก", "scale": "two", **FACT}],
        "items": [{"code": "o1", "title": "ก", **FACT}],
        "rating": {"bands": [{"level": "ดี", "total_min": 0}], **FACT},
    }


def after() -> Data:
    """Return the plain data of the year 2599, which takes a wording, weights and rating from the year before."""
    data = before()
    del data["rating"]
    for tool in data["tools"]:
        del tool["weight"]
        for part in tool.get("parts", []):
            del part["weight"]
    data["questions"][0].update(code="e2", text_from=2598, confidence="likely")
    same = {"codes": {"e2": "e1", "o1": "o1"}, "source": "s", "confidence": "likely"}
    return data | {"fiscal_year": 2599, "estimate_from": 2598, "same_as": [same]}


def found_in(year: Data, other: Data) -> list[str]:
    """Return the faults between two years of plain data."""
    earlier = msgspec.convert(other, Criteria)
    return across.faults(msgspec.convert(year, Criteria), {earlier.fiscal_year: earlier})


MUTATIONS: dict[str, tuple[Mutation, str]] = {
    "no file of the year before": (
        lambda _, old: old.update(fiscal_year=2597),
        "2598 is named, but there is no 2598.toml",
    ),
    "another wording": (
        lambda _, old: old["questions"][0].update(text="ข"),
        "question e2 borrows a wording that 2598 does not have",
    ),
    "other sub-items": (
        lambda _, old: old["questions"][0].update(sub_items=["ข"]),
        "question e2 borrows a wording that 2598 does not have",
    ),
    "same as nothing": (
        lambda new, _: new["same_as"][0]["codes"].update(o1="o9"),
        "same_as o1 names o9, which 2598 does not have",
    ),
    "surer than this year": (
        lambda new, _: new["same_as"][0].update(confidence="certain"),
        "same_as e2 = e1 is surer than what is known of the two",
    ),
    "surer than the year before": (
        lambda _, old: old["items"][0].update(confidence="guess"),
        "same_as o1 = o1 is surer than what is known of the two",
    ),
    "no weights to lend": (
        lambda _, old: [one.pop("weight") for tool in old["tools"] for one in (tool, *tool.get("parts", []))],
        "estimate_from names 2598, which lacks weights or a rating itself",
    ),
    "no rating to lend": (
        lambda _, old: old.pop("rating"),
        "estimate_from names 2598, which lacks weights or a rating itself",
    ),
    "other parts": (
        lambda _, old: old["tools"][0].update(parts=[]),
        "estimate_from names 2598, which scores other tools or parts",
    ),
}


def test_the_two_years_agree() -> None:
    """The data that the other tests damage has no fault."""
    assert found_in(after(), before()) == []


@pytest.mark.parametrize(("mutate", "fault"), MUTATIONS.values(), ids=MUTATIONS.keys())
def test_each_rule(mutate: Mutation, fault: str) -> None:
    """One thing wrong between the two gives the fault that names it."""
    year, other = after(), before()
    mutate(year, other)
    assert fault in found_in(year, other)


def test_named_years() -> None:
    """A year names those it borrows from, and the year before where it says what is the same."""
    year = after()
    year["questions"][0]["text_from"] = 2596
    year["estimate_from"] = 2597
    assert across.named_years(msgspec.convert(year, Criteria)) == {2596, 2597, 2598}
    assert across.named_years(msgspec.convert(before(), Criteria)) == set()


def test_completed_keeps_what_is_known() -> None:
    """Only what is missing is borrowed: a year with a rating of its own keeps it and borrows the weights."""
    own = {"bands": [{"level": "อื่น", "total_min": 0}], **FACT}
    lender = msgspec.convert(before(), Criteria)
    completed = across.completed(msgspec.convert(after() | {"rating": own}, Criteria), lender)
    assert completed.rating
    assert completed.rating.levels == ("อื่น",)
    assert completed.weights == {"EIT": 0.6, "EIT1": 0.3, "EIT2": 0.3, "OIT": 0.4}


def test_completed_keeps_known_weights() -> None:
    """A year with weights of its own keeps them and borrows the rating."""
    data = after()
    data["tools"] = before()["tools"]
    data["tools"][0].update(weight=0.5, parts=[])
    data["tools"][1].update(weight=0.5)
    completed = across.completed(msgspec.convert(data, Criteria), msgspec.convert(before(), Criteria))
    assert completed.weights == {"EIT": 0.5, "OIT": 0.5}
    assert completed.rating
    assert completed.rating.levels == ("ดี",)
