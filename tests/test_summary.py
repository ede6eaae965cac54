"""The result as plain data for other systems, and as lines for a person."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from ita import interchange, summary
from ita.assessment import Agency, Assessment, Given
from ita.excel.reading import closed
from ita.paths import resource
from ita.summary import Summary
from strategies import Case, published_cases

FIELDS = [
    "year",
    "agency",
    "sub_indicators",
    "indicators",
    "eit_parts",
    "tools",
    "total",
    "level",
    "derived",
    "level_bounds",
]


def workbook(name: str) -> Path:
    """Return the path of an example's workbook."""
    return resource("workbook", "examples", f"{name}.xlsm")


def summary_of(level: str | None = None, /, **figures: object) -> Summary:
    """Return the summary of an agency of 2568 with these figures."""
    typed = msgspec.convert({**figures, "level": level}, Given)
    return summary.summarise(Assessment(agency=Agency(name="อบต.ก"), fiscal_year=2568, given=typed))


def lines_of(result: Summary) -> dict[str, str]:
    """Return the lines of the text by their label."""
    return {line[:16].strip(): line[16:] for line in summary.to_text(result).splitlines()[1:]}


def test_the_shape() -> None:
    """The fields stand in this order, each code as text, whatever is known."""
    result = summary_of()
    assert list(result) == FIELDS
    assert list(result["indicators"]) == [str(n) for n in range(1, 11)]
    assert list(result["sub_indicators"]) == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    assert {part: list(numbers) for part, numbers in result["eit_parts"].items()} == {
        "EIT1": ["6", "7", "8"],
        "EIT2": ["6", "7", "8"],
    }
    assert list(result["tools"]) == ["IIT", "EIT", "EIT1", "EIT2", "OIT"]


def test_unknown_figures_are_null() -> None:
    """Nothing known is null everywhere, with every level possible."""
    result = summary_of()
    assert (result["total"], result["level"], result["derived"]) == (None, None, {})
    assert set(result["tools"].values()) == {None}
    assert result["level_bounds"] == ["ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง", "ผ่าน", "ผ่านดี", "ผ่านดีเยี่ยม"]
    assert json.loads(summary.to_json(result))["total"] is None


def test_nongphlap_from_its_workbook() -> None:
    """หนองพลับ 2568: 99.39 / 96.31 / 91.88, total 95.46, ผ่านดี, read from the workbook."""
    result = summary.summarise(closed.read(workbook("nongphlap_2568")).assessment)
    rounded = {code: value and round(value, 2) for code, value in result["tools"].items()}
    assert (result["year"], result["agency"]) == (2568, "องค์การบริหารส่วนตำบลหนองพลับ")
    assert rounded == {"IIT": 99.39, "EIT": 96.31, "EIT1": None, "EIT2": None, "OIT": pytest.approx(91.875, abs=0.006)}
    assert lines_of(result)["OIT"] == "91.88"
    assert (result["total"], result["level"], result["level_bounds"]) == (95.46, "ผ่านดี", ["ผ่านดี"])
    assert (result["indicators"]["9"], result["indicators"]["10"]) == (83.75, 100)
    assert result["derived"] == {}


def test_khlongnokkrathung_from_its_workbook() -> None:
    """คลองนกกระทุง 2567: 98.53 / 95.56 / 100, total 98.23, part 2 derived as 91.78, ผ่านดี, read from the workbook."""
    result = summary.summarise(closed.read(workbook("khlongnokkrathung_2567")).assessment)
    rounded = {code: round(value, 2) for code, value in result["tools"].items()}
    assert rounded == {"IIT": 98.53, "EIT": 95.56, "EIT1": 99.33, "EIT2": 91.78, "OIT": 100}
    assert (result["total"], result["level"], result["level_bounds"]) == (98.23, "ผ่านดี", ["ผ่านดี"])
    parts = [f"eit_parts.EIT2.{number}" for number in (6, 7, 8)]
    assert set(result["derived"]) == {"tools.EIT2", *parts}
    assert result["indicators"]["3"] == 98.85


@pytest.mark.parametrize("name", ["nongphlap_2568", "khlongnokkrathung_2567"])
def test_workbook_and_data_file_agree(name: str) -> None:
    """The workbook of an example gives exactly what its data file gives."""
    source = interchange.load(resource("workbook", "examples", f"{name}.yaml"))
    assert summary.summarise(closed.read(workbook(name)).assessment) == summary.summarise(source)


def test_a_derived_figure_stands_at_the_middle_of_its_interval() -> None:
    """EIT part 2 is shown at the middle of where it may lie, and listed with both ends."""
    result = summary_of(tools={"EIT": 95.56, "EIT1": 99.33})
    low, high = result["derived"]["tools.EIT2"]
    assert result["tools"]["EIT2"] == (low + high) / 2
    assert (low, high) == (pytest.approx(91.775), pytest.approx(91.805))


def test_the_published_level_is_shown() -> None:
    """A published level is the level, with the possible ones beside it."""
    result = summary_of("ผ่านดีเยี่ยม", total=90, tools={"IIT": 90, "EIT1": 90, "EIT2": 90, "OIT": 90})
    assert (result["level"], result["level_bounds"]) == ("ผ่านดีเยี่ยม", ["ผ่านดี"])


def test_json_keeps_full_precision_and_thai() -> None:
    """Figures are not rounded and Thai is written as it is."""
    result = summary_of(indicators={1: 90, 2: 90, 3: 90, 4: 90, 5: 91}, tools={"EIT1": 100 / 3})
    text = summary.to_json(result)
    assert json.loads(text) == result
    assert "33.333333333333336" in text
    assert "อบต.ก" in text


# ---------------------------------------------------------------- text


def test_text_names_the_agency_and_the_year() -> None:
    """The first line is the agency and the fiscal year; without a name it says so."""
    nameless = summary.summarise(Assessment(agency=Agency(), fiscal_year=2567))
    assert summary.to_text(summary_of()).splitlines()[0] == "อบต.ก ปีงบประมาณ พ.ศ. 2568"
    assert summary.to_text(nameless).splitlines()[0] == "ไม่ระบุหน่วยงาน ปีงบประมาณ พ.ศ. 2567"


def test_text_shows_two_decimals_and_what_is_unknown() -> None:
    """Known figures have two decimals, unknown ones say ไม่ทราบ, an open level says between which."""
    lines = lines_of(summary_of(tools={"IIT": 97, "EIT": 97.125, "OIT": 97}))
    assert (lines["IIT"], lines["EIT"], lines["EIT1"]) == ("97.00", "97.13", "ไม่ทราบ")
    assert lines["คะแนนรวม"] == "97.04"
    assert lines["ระดับ"] == "ยังไม่แน่นอน (ระหว่าง ผ่านดี ถึง ผ่านดีเยี่ยม)"


def test_text_marks_rough_figures() -> None:
    """A derived figure is marked ประมาณ where its interval is wider than a hundredth: tool, indicator alike."""
    lines = lines_of(summary_of(tools={"EIT": 84.01, "EIT1": 90.01}, indicators={6: 85.38, 7: 81.29}))
    assert lines["ตัวชี้วัดที่ 8"] == "ประมาณ 85.36"
    assert lines["EIT2"] == "ประมาณ 78.01"
    assert lines["EIT"] == "84.01"


def test_text_does_not_mark_sharp_figures() -> None:
    """A derived figure known to the hundredth is shown like any other."""
    lines = lines_of(summary_of(tools={"EIT": 95.123456, "EIT1": 99.123456}))
    assert lines["EIT2"] == "91.12"


@settings(deadline=None, max_examples=40)
@given(case=published_cases())
def test_any_summary_can_be_written(case: Case) -> None:
    """Whatever was published, JSON gives the summary back and the text has a line for every figure."""
    assessment = Assessment(agency=Agency(name="ก"), fiscal_year=case.rules.fiscal_year, given=case.published)
    result = summary.summarise(assessment)
    assert json.loads(summary.to_json(result)) == result
    assert len(summary.to_text(result).splitlines()) == 1 + 10 + len(result["tools"]) + 2
    assert bool(result["level"]) == (len(result["level_bounds"]) == 1)
