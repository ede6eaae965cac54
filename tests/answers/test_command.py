"""ita import: what it prints and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ita import criteria
from ita.cli import main
from support import surveys

CODES = [q.code for q in surveys.questions(criteria.load(2567), "EIT")]
ROW = [*["เห็นด้วย"] * 2, "ไม่เคย", *["เห็นด้วย"] * 5, "เคย"]


def run(path: Path, *arguments: object, tool: str = "EIT1", year: int = 2567) -> Result:
    """Run the command on a file; whatever it does not foresee is raised."""
    line = ["import", str(path), "--tool", tool, "--year", str(year), *map(str, arguments)]
    return CliRunner().invoke(main, line, catch_exceptions=False)


def test_clean_answers_end_with_0(tmp_path: Path) -> None:
    """Scores are printed and the exit code is 0 when everything was understood."""
    path = surveys.write_csv(tmp_path / "คำตอบ.csv", CODES, [ROW] * 30, encoding="cp874")
    result = run(path, "--agencies", "องค์การบริหารส่วนตำบล ขนาด S", "--json")
    data = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert (data["minimum"], data["processed"], data["problems"]) == (30, True, [])
    assert [one["score"] for one in data["questions"].values()] == [80, 80, 100, *[80] * 5, 100]


def test_too_few_respondents_still_end_with_0(tmp_path: Path) -> None:
    """Too few respondents are told, though every answer was understood."""
    result = run(surveys.write_csv(tmp_path / "a.csv", CODES, [ROW] * 29), "--minimum", 30)
    assert result.exit_code == 0
    assert "มีผู้ตอบ 29 คน น้อยกว่าขั้นต่ำ 30 คน" in result.stdout


def test_unknown_options_end_with_1(tmp_path: Path) -> None:
    """An answer that is no option is told on stdout, and the exit code is 1, until its meaning is given."""
    path = surveys.write_csv(tmp_path / "a.csv", CODES, [ROW, ["เฉย ๆ", *ROW[1:]]])
    refused, given = run(path), run(path, "--option", "เฉย ๆ=3")
    assert (refused.exit_code, given.exit_code) == (1, 0)
    assert "[ผิด] A e1, แถว 3: คำตอบ “เฉย ๆ” ไม่ตรงกับตัวเลือกใดของข้อ e1" in refused.stdout
    assert "e1      60.00" in given.stdout


def test_numbers_as_points(tmp_path: Path) -> None:
    """Points that the file holds already are taken as they are when the user says so."""
    path = surveys.write_csv(tmp_path / "a.csv", CODES, [["100"] * 9, ["0"] * 9])
    assert run(path).exit_code == 1
    assert json.loads(run(path, "--numbers", "points", "--json").stdout)["score"] == 50


@pytest.mark.parametrize(
    ("arguments", "tool", "year"),
    [
        ((), "EIT", 2567),
        ((), "EIT1", 2569),
        ((), "EIT1", 9999),
        (("--agencies", "ไม่มี"), "EIT1", 2567),
        (("--option", "ไม่มี"), "EIT1", 2567),
    ],
)
def test_what_is_asked_wrongly_ends_with_2(tmp_path: Path, arguments: tuple[str, ...], tool: str, year: int) -> None:
    """A wrong tool, year, kind of agency or meaning gives one line with a cure, and exit code 2."""
    path = surveys.write_csv(tmp_path / "a.csv", CODES, [ROW])
    result = run(path, *arguments, tool=tool, year=year)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert " — " in result.stderr


@pytest.mark.parametrize("content", [b"", b"\x89PNG\0", "เพศ\nหญิง\n".encode()])
def test_files_that_are_no_survey_end_with_2(tmp_path: Path, content: bytes) -> None:
    """A file that is no survey of that tool gives one line with a cure, and exit code 2."""
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    result = run(path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert " — " in result.stderr
