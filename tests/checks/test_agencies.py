"""Names of agencies in texts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ita.assessment import Agency, AssessorSuggestion, Signer
from support.checked import agency, codes, findings, plain, said

OWN = plain()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("องค์การบริหารส่วนตำบลหนองพลับได้เข้าร่วมการประเมิน", []),
        ("ผู้บริหาร อบต.หนองพลับ", []),
        ("อบต. มีมาตรการ", []),
        ("องค์การบริหารส่วนตำบลควรจัดทำคู่มือ และองค์การบริหารส่วนตำบลทุกแห่งต้องเผยแพร่", []),
        ("นายกองค์การบริหารส่วนตำบล", []),
        ("สมาชิกสภาองค์การบริหารส่วนตำบลและพนักงานส่วนตำบล", []),
        ("ประกาศองค์การบริหารส่วนตำบลเรื่องนโยบาย", []),
        ("ประสานองค์การบริหารส่วนจังหวัดเพชรบุรี", []),
        ("องค์การบริหารส่วนตำบลบางแห่ง", []),
        ("กองช่าง อบต.ท่านสามารถร้องเรียนได้", []),
        ("ของเทศบาลตำบลหนองแปน ปีงบประมาณ", ["text.agency"]),
        ("องค์การบริหารส่วนตำบลบางเลนได้ประกาศ", ["text.agency"]),
        ("ของ ทต.ห้วยซ้อพัฒนา", ["text.agency"]),
        ("องค์การบริหารส่วนตำบลหนองปลับ", ["text.agency_misspelt"]),
        ("อบต.หนองผลับได้รับ", ["text.agency_misspelt"]),
        ("เทศบาลตำบลฆ้องชัยพัฒนา", ["text.agency_unsure"]),
    ],
)
def test_only_the_own_name_and_agencies_in_general_pass(text: str, expected: list[str]) -> None:
    """Another name is an error where it is certainly a name; a slip of the own name says what was meant."""
    assert said(OWN, text) == expected


@pytest.mark.parametrize(
    ("own", "text", "written"),
    [
        ("ทุ่งกระเชาะ", "มาตรการของเทศบาลตำบลทุ่งกระเซาะให้ดีขึ้น", "เทศบาลตำบลทุ่งกระเซาะ"),
        ("ฆ้องชัยพัฒนา", "เทศบาลตำบลห้องชัยพัฒนา ควรตรวจสอบ", "เทศบาลตำบลห้องชัยพัฒนา"),
        ("คลองนกกระทุง", "เทศบาลตำบลคลองนกระทุงในปี", "เทศบาลตำบลคลองนกระทุง"),
    ],
)
def test_a_misspelt_name_is_quoted_with_the_right_one(own: str, text: str, written: str) -> None:
    """The quotation ends where the name ends; the cure is the own name."""
    whole = replace(OWN, agency=agency(own, "ทต."), texts={"foreword": text})
    (one,) = findings(whole)
    assert dict(one.values) == {"found": written, "own": f"เทศบาลตำบล{own}"}


def test_another_name_is_quoted_without_the_words_after_it() -> None:
    """Thai runs on; the name ends where a verb or a joining word begins."""
    (one,) = findings(replace(OWN, texts={"foreword": "ซึ่งองค์การบริหารส่วนตำบลดอนยายหอมได้ดำเนินการ"}))
    assert dict(one.values)["found"] == "องค์การบริหารส่วนตำบลดอนยายหอม"


def test_a_name_is_told_once_a_text() -> None:
    """A text that repeats another agency's name ten times is one finding."""
    assert said(OWN, "อบต.หนองแปน " * 10) == ["text.agency"]


def test_without_an_own_name_nothing_is_another() -> None:
    """Where the agency's name is missing only that is told."""
    assert codes(replace(OWN, agency=Agency(), texts={"foreword": "อบต.หนองแปน"})) == ["agency.name_missing"]


def test_signatures_committee_and_suggestions_are_read_for_names() -> None:
    """They are not the agency's prose, but they are copied too."""
    whole = replace(
        OWN,
        committee="คณะกรรมการของ อบต.หนองแปน",
        signers=(Signer(position="นายก อบต.หนองแปน"),),
        assessor_suggestions=(AssessorSuggestion(text="เทศบาลตำบลหนองแปนควรปรับปรุง o99 ปี 2550"),),
    )
    places = ["committee", "signers.1.position", "assessor_suggestions.1.text"]
    assert [(f.where, f.code) for f in findings(whole)] == [(place, "text.agency") for place in places]
