"""Thai text made comparable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita.answers.text import SHOWN, denies_alike, key, likeness, shown


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (" ไม่มี / ไม่เคย ", "ไม่มี/ไม่เคย"),
        ("ไม่\u200bเห็น\ufeffด้วย", "ไม่เห็นด้วย"),
        ("เเย่มาก", "แย่มาก"),
        ("น\u0e4d\u0e49า", "น้ำ"),
        ("นํา", "นำ"),
        ("ข้อ ๑๒", "ข้อ 12"),
        ("E-SERVICE", "e-service"),
        ("มาก\u00a0ที่สุด", "มากที่สุด"),
        ("“มาก”", "มาก"),
        ("=มาก", "มาก"),
    ],
)
def test_what_looks_the_same_is_the_same(typed: str, meant: str) -> None:
    """Spaces, invisible characters, marks and ways of typing one letter make no difference."""
    assert key(meant) == key(typed)


@pytest.mark.parametrize(("one", "other"), [("มาก", "ไม่มาก"), ("ไม่มี", "ไม่เคย"), ("น้อย", "นอย"), ("มา", "ม้า")])
def test_words_and_tones_are_kept(one: str, other: str) -> None:
    """Different words stay different, by a tone mark too."""
    assert key(one) != key(other)


@given(st.text(st.characters(min_codepoint=0x0E00, max_codepoint=0x0E7F) | st.sampled_from(" /-.09azAZ\u200b")))
def test_a_key_is_its_own_key(text: str) -> None:
    """Making a key again changes nothing."""
    assert key(text) == key(key(text))


@given(st.text(max_size=600))
def test_shown_text_is_one_short_printable_line(text: str) -> None:
    """Whatever a respondent wrote is shown on one line, without control characters, and short."""
    line = shown(text)
    assert len(line) <= SHOWN
    assert line.isprintable()


def test_likeness_is_exact_above_the_limit_and_0_below() -> None:
    """Equal texts are wholly alike; what cannot reach the limit is not compared."""
    assert likeness("มากที่สุด", "มากที่สุด") == 1.0
    assert likeness("มาก", "ไม่เห็นด้วยอย่างยิ่ง", 0.9) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("เป็นธรรม", "ไม่เป็นธรรม", False),
        ("มีหรือไม่", "มี", True),
        ("ไม่เป็นธรรมหรือไม่", "ไม่เป็นธรรม", True),
    ],
)
def test_a_denial_is_noticed_but_or_not_is_none(one: str, other: str, *, alike: bool) -> None:
    """ไม่ turns a sentence round; หรือไม่ at its end only asks."""
    assert denies_alike(one, other) is alike
