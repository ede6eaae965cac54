"""Thai digits, dates, lists and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita import thai


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ปี 2568", "ปี ๒๕๖๘"),
        ("พ.ศ.2568", "พ.ศ.๒๕๖๘"),
        ("ตัวชี้วัดที่9.1ข้อมูล", "ตัวชี้วัดที่๙.๑ข้อมูล"),
        ("i10 และ o2", "i๑๐ และ o๒"),
        ("(O1)", "(O๑)"),
        ("o1-o35", "o๑-o๓๕"),
        ("e1, e2.", "e๑, e๒."),
        ("100%", "๑๐๐%"),
        ("-2.59", "-๒.๕๙"),
        ("10:30 น.", "๑๐:๓๐ น."),
        ("E-Service 24 ชั่วโมง", "E-Service ๒๔ ชั่วโมง"),
        ("COVID-19 ปี 2563", "COVID-19 ปี ๒๕๖๓"),
        ("G2C", "G2C"),
        ("ISO 9001", "ISO ๙๐๐๑"),
        ("https://a.go.th/ita2568/หน้า1 ข้อ 5", "https://a.go.th/ita2568/หน้า1 ข้อ ๕"),
        ("www.a1.go.th ข้อ 5", "www.a1.go.th ข้อ ๕"),
        ("ส่งที่ a1@b2.go.th ภายใน 7 วัน", "ส่งที่ a1@b2.go.th ภายใน ๗ วัน"),
        ("แผน2568.pdf หน้า 3", "แผน2568.pdf หน้า ๓"),
        ("", ""),
    ],
)
def test_thai_digits_leave_latin_words_and_addresses_alone(text: str, expected: str) -> None:
    """Numbers and codes get Thai digits; URLs, addresses, file names and Latin words stay."""
    assert expected == thai.to_thai_digits(text)


@given(st.text())
def test_only_digits_change(text: str) -> None:
    """Writing Thai digits and back changes nothing but digits."""
    assert thai.to_arabic_digits(text) == thai.to_arabic_digits(thai.to_thai_digits(text))


def test_digits_follow_the_switch() -> None:
    """The switch chooses between both kinds of digits."""
    assert thai.in_digits("12", "thai") == "๑๒"
    assert thai.in_digits("๑๒", "arabic") == "12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 ตุลาคม 2568", date(2025, 10, 15)),
        ("๑๕ ตุลาคม พ.ศ. ๒๕๖๘", date(2025, 10, 15)),
        ("วันที่ 1 เดือน มกราคม พ.ศ. 2569", date(2026, 1, 1)),
        ("15 ต.ค. 68", date(2025, 10, 15)),
        ("15 ต.ค.2568", date(2025, 10, 15)),
        ("15/10/2568", date(2025, 10, 15)),
        ("15-10-2025", date(2025, 10, 15)),
        ("2568-10-15", date(2025, 10, 15)),
        (" 2025-10-15 ", date(2025, 10, 15)),
        ("29/2/2567", date(2024, 2, 29)),
        ("29/2/2568", None),
        ("15 ตุลา 2568", None),
        ("ตุลาคม 2568", None),
        ("", None),
    ],
)
def test_dates_are_read_in_either_era(text: str, expected: date | None) -> None:
    """Thai, slashed and ISO dates of either era give the A.D. date, anything else None."""
    assert expected == thai.parse_date(text)


def test_dates_are_written_in_the_buddhist_era() -> None:
    """A date is written with its Thai month and B.E. year, whichever era its year is in."""
    assert thai.format_date(date(2025, 10, 15)) == "15 ตุลาคม 2568"
    assert thai.format_date(date(2568, 10, 15)) == "15 ตุลาคม 2568"
    assert thai.format_date(date(2026, 1, 1), short=True) == "1 ม.ค. 69"


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([], ""),
        (["ก"], "ก"),
        (["ก", "ข"], "ก และข"),
        (["ก", "ข", "ค"], "ก ข และค"),
        (["IIT", "EIT"], "IIT และ EIT"),
        (["1", "2"], "1 และ 2"),
    ],
)
def test_lists_are_joined_as_in_thai(items: list[str], expected: str) -> None:
    """Items stand apart, the joining word runs on into Thai and stands apart from figures and Latin."""
    assert expected == thai.join(items)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(95.455, "95.46"), (0.005, "0.01"), (-0.001, "0.00"), (Decimal("83.745"), "83.75"), (1234567.891, "1,234,567.89")],
)
def test_numbers_round_half_up(value: float | Decimal, expected: str) -> None:
    """A number is shown with two decimals, half up, never as minus zero."""
    assert expected == thai.number(value)


def test_fiscal_year_has_its_official_wording() -> None:
    """A fiscal year is written out."""
    assert thai.fiscal_year(2568) == "ปีงบประมาณ พ.ศ. 2568"
