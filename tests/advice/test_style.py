"""The style of every text that a clerk would sign: official Thai, no slip of the keyboard, nothing said twice."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

import pytest

from ita import advice
from ita.advice.model import Texts
from ita.advice.validate import parts

LATIN_TERMS = {"E-Service", "No Gift Policy", "Q&A", "Facebook", "LINE", "QR Code", "ITA", "OIT"}

OWNERS = {
    "ผู้บริหาร",
    "สำนักปลัด",
    "กองคลัง",
    "กองช่าง",
    "ทุกส่วนราชการ",
    "หน่วยตรวจสอบภายใน",
    "งานการเจ้าหน้าที่",
    "งานนิติการ",
    "งานประชาสัมพันธ์",
    "งานวิเคราะห์นโยบายและแผน",
}

UNWANTED = {
    "หน่วยงานควร": "the assessors' voice",
    "ผู้ประเมิน": "the assessors' voice",
    "บุคลากร": "the term is เจ้าหน้าที่",
    "ลูกค้า": "the term is ประชาชนผู้รับบริการ",
    "ฯลฯ": "a text says what it means",
    "อย่างยั่งยืน": "filler",
    "ให้มีประสิทธิภาพมากยิ่งขึ้น": "filler",
}

SHARED_LIMIT = 30
"""No phrase between spaces that is this long, in characters, stands in two topics."""

TOPICS = advice.topics()


@pytest.fixture(params=list(TOPICS))
def texts(request: pytest.FixtureRequest) -> Texts:
    """Return the texts of one topic."""
    return TOPICS[request.param]


def test_latin_letters_only_in_known_terms(texts: Texts) -> None:
    """Latin letters stand only in terms that Thai offices use as they are, set apart by spaces."""
    for _, text in parts(texts):
        rest = text
        for term in LATIN_TERMS:
            rest = re.sub(rf"(?<![^ ]){re.escape(term)}(?![^ ])", "", rest)
        assert not re.search(r"[A-Za-z&]", rest), text


def test_plain_characters(texts: Texts) -> None:
    """Texts are Thai letters, Arabic digits and single spaces; no Thai digit, no invisible character, no full stop."""
    for _, text in parts(texts):
        assert re.fullmatch(r"[ก-ฺเ-๎A-Za-z0-9&-]+(?: [ก-ฺเ-๎A-Za-z0-9&-]+)*", text), text


def test_digits_stand_apart(texts: Texts) -> None:
    """A number is set apart from Thai letters by spaces and is never a year, which would go stale."""
    for _, text in parts(texts):
        assert not re.search(r"[ก-๎]\d|\d[ก-๎]", text), text
        assert not re.search(r"\d{4}", text), text


def test_no_unwanted_words(texts: Texts) -> None:
    """No text speaks for the assessors, uses another term than the rest, or pads."""
    for _, text in parts(texts):
        assert not [word for word in UNWANTED if word in text], text


def test_no_mark_without_its_letter(texts: Texts) -> None:
    """No vowel or tone mark is doubled or stands after a space."""
    mark = r"[ัิ-ฺ็-๎]"
    for _, text in parts(texts):
        assert not re.search(rf"(?:^| ){mark}|([ั็-๎ิ-ฺ])\1", text), text


def test_owners_are_known_offices(texts: Texts) -> None:
    """Owners are offices that a small local authority has, each named once and always the same way."""
    assert set(texts.owner) <= OWNERS
    assert len(set(texts.owner)) == len(texts.owner)


def test_a_measure_is_named_as_one(texts: Texts) -> None:
    """The name of a measure says whether it is a measure or a project."""
    assert texts.measure.startswith(("มาตรการ", "โครงการ"))


def test_a_suggestion_is_the_agency_speaking(texts: Texts) -> None:
    """A suggestion says what the agency will do."""
    assert "จะ" in texts.suggestion


def test_no_sentence_in_two_topics() -> None:
    """Each sentence, and each long phrase of it, stands in one topic and one place only."""
    places: dict[str, list[str]] = defaultdict(list)
    for topic, texts in TOPICS.items():
        for kind, text in parts(texts):
            phrases = {text, *(phrase for phrase in text.split() if len(phrase) >= SHARED_LIMIT)}
            for phrase in phrases if kind != "owner" else ():
                places[phrase].append(f"{topic}.{kind}")
    assert {phrase: where for phrase, where in places.items() if len(where) > 1} == {}


def test_no_step_repeats_the_one_before(texts: Texts) -> None:
    """Two steps in a row do not begin alike: each is an act of its own."""
    for before, after in pairwise(texts.steps):
        assert before[:8] != after[:8]
