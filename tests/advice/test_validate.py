"""Faults of advice files: each is found and told with its place."""

from __future__ import annotations

import msgspec
import pytest

from ita import advice, criteria
from ita.advice import Period
from ita.advice.model import Texts
from ita.advice.validate import text_faults
from ita.errors import CriteriaError

GOOD = advice.topics()["asset_borrowing"]


def faults_of(**changes: object) -> list[str]:
    """Return the faults of texts that are good but for these changes."""
    return text_faults({"topic": msgspec.structs.replace(GOOD, **changes)})


def in_toml(texts: Texts) -> str:
    """Return the texts as the table ``topic``; JSON writes strings and lists as TOML does."""
    fields = msgspec.structs.asdict(texts)
    return "\n".join(
        ["[topic]", *(f"{name} = {msgspec.json.encode(value).decode()}" for name, value in fields.items())]
    )


def link_error(body: str) -> str:
    """Return what decoding these links of 2568 complains of."""
    with pytest.raises(CriteriaError) as caught:
        advice.decode_links(f"fiscal_year = 2568\n{body}", "links.toml", criteria.load(2568))
    return caught.value.what("en")


def test_good_texts_have_no_faults() -> None:
    """Texts as they ship have no faults."""
    assert faults_of() == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"weakness": ""}, "weakness has 0 characters"),
        ({"suggestion": "ก" * 321}, "suggestion has 321 characters"),
        ({"measure": "มาตรการยืมพัสดุ  อย่างถูกต้อง"}, "measure has stray spaces"),
        ({"follow_up": f"{GOOD.follow_up} "}, "follow_up has stray spaces"),
        ({"steps": GOOD.steps[:1]}, "1 steps, not 2-4"),
        ({"steps": (*GOOD.steps, GOOD.steps[0])}, "5 steps, not 2-4"),
        ({"steps": (GOOD.steps[0], "สั้น")}, "step has 4 characters"),
        ({"owner": ()}, "0 owners, not 1-3"),
        ({"period": Period(10, 13)}, "month that is none"),
        ({"period": Period(0, 9)}, "month that is none"),
        ({"period": Period(7, 12)}, "runs beyond the fiscal year"),
    ],
)
def test_each_fault_of_a_text_is_told(changes: dict[str, object], told: str) -> None:
    """Empty, overlong or untidy texts, too few steps or owners, and months out of order are each one fault."""
    (fault,) = faults_of(**changes)
    assert told in fault
    assert fault.startswith("topic: ")


def test_a_misspelt_field_is_refused() -> None:
    """A table with an unknown or a missing field raises CriteriaError, which names the file."""
    with pytest.raises(CriteriaError) as caught:
        advice.decode_texts('[topic]\nweaknes = "x"\n', "texts.toml")
    assert "texts.toml" in caught.value.what("en")


def test_faulty_texts_are_refused() -> None:
    """Decoding texts that have a fault raises CriteriaError with that fault."""
    body = in_toml(msgspec.structs.replace(GOOD, measure="สั้น"))
    with pytest.raises(CriteriaError) as caught:
        advice.decode_texts(body, "texts.toml")
    assert "measure has 4 characters" in caught.value.what("en")


def test_good_texts_decode_to_themselves() -> None:
    """Texts come back from a file as they went in."""
    assert advice.decode_texts(in_toml(GOOD), "texts.toml") == {"topic": GOOD}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('[questions]\ni16 = { topic = "work_by_steps" }', "question i16 is not of 2568"),
        ('[items]\no29 = "news"', "item o29 is not of 2568"),
        ('[questions]\ni1 = { topic = "work_by_steps", refers_to = ["o35"] }', "i1 refers to o35"),
        ('[questions]\ni1 = { topic = "work_by_steps", refers_to = ["i1"] }', "i1 refers to i1"),
        ('[questions]\ni1 = { topic = "work_by_steps", refers_to = ["o8", "o8"] }', "i1 refers to a code twice"),
        ('[questions]\ni1 = { topic = "no_such_topic" }', "i1 names topic no_such_topic"),
        ('[items]\no4 = "no_such_topic"', "o4 names topic no_such_topic"),
    ],
)
def test_each_fault_of_a_link_is_told(body: str, told: str) -> None:
    """Codes that the year does not have, and topics without texts, are each told."""
    assert told in link_error(body)


def test_links_of_another_year_are_refused() -> None:
    """Links are checked against the criteria of their own year only."""
    with pytest.raises(CriteriaError) as caught:
        advice.decode_links("fiscal_year = 2567", "links.toml", criteria.load(2568))
    assert "the file is of 2567, the criteria of 2568" in caught.value.what("en")
