"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import openpyxl
import pytest
from click.testing import CliRunner, Result

from ita import __version__, interchange, summary
from ita.cli import main
from ita.excel import layout
from ita.paths import resource

EXAMPLES = {
    name: resource("workbook", "examples", f"{name}.xlsm") for name in ("nongphlap_2568", "khlongnokkrathung_2567")
}
THAI = re.compile("[ก-๙]")
COMMANDS = sorted(main.commands)


def run(*arguments: object) -> Result:
    """Run the command line with these arguments; whatever it does not foresee is raised."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def refused(*arguments: object) -> str:
    """Return the one line on stderr with which a command refuses, after checking how it ended."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert " — " in line
    assert "Traceback" not in line
    return line


# ---------------------------------------------------------------- score


@pytest.mark.parametrize(
    ("name", "tools", "total"),
    [
        ("nongphlap_2568", {"IIT": 99.394, "EIT": 96.31333, "EIT1": None, "EIT2": None, "OIT": 91.875}, 95.46),
        (
            "khlongnokkrathung_2567",
            {"IIT": 98.528, "EIT": 95.55667, "EIT1": 99.33333, "EIT2": 91.78028, "OIT": 100},
            98.23,
        ),
    ],
)
def test_score_of_the_examples_as_json(name: str, tools: dict[str, float | None], total: float) -> None:
    """The workbook of each real agency gives its figures and ผ่านดี, as JSON on stdout and nothing on stderr."""
    result = run("score", EXAMPLES[name], "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert list(found["tools"]) == list(tools)
    assert found["tools"] == {
        code: value if value is None else pytest.approx(value, abs=1e-5) for code, value in tools.items()
    }
    assert (found["total"], found["level"], found["level_bounds"]) == (total, "ผ่านดี", ["ผ่านดี"])


def test_score_for_a_person() -> None:
    """Without --json a person reads two decimals, the level, and what is only about right."""
    text = run("score", EXAMPLES["khlongnokkrathung_2567"]).stdout
    assert "องค์การบริหารส่วนตำบลคลองนกกระทุง ปีงบประมาณ พ.ศ. 2567" in text
    assert re.search(r"^EIT2 +ประมาณ 91\.78$", text, re.MULTILINE)
    assert re.search(r"^คะแนนรวม +98\.23$", text, re.MULTILINE)
    assert re.search(r"^ระดับ +ผ่านดี$", text, re.MULTILINE)


def with_a_word(folder: Path) -> tuple[Path, str]:
    """Return an example's workbook with a word in place of a score, and that cell."""
    path = folder / "a.xlsm"
    book = openpyxl.load_workbook(EXAMPLES["khlongnokkrathung_2567"], keep_vba=True)
    sheet = book[layout.IIT_TABLE.sheet.name]
    place = next(cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value == 98.62)
    sheet[place] = "ร้อย"
    book.save(path)
    return path, f"{sheet.title}!{place}"


@pytest.mark.parametrize(("lang", "said"), [("th", "พบข้อความ “ร้อย”"), ("en", "There is text “ร้อย”")])
def test_score_tells_of_cells_that_it_could_not_read(tmp_path: Path, lang: str, said: str) -> None:
    """A word where a score belongs is told on stderr, with its cell, and JSON on stdout stays clean."""
    path, place = with_a_word(tmp_path)
    result = run("--lang", lang, "score", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["year"] == 2567
    assert result.stderr.splitlines()[0].startswith(f"{place}: {said}")


# ---------------------------------------------------------------- check


def test_check_of_unfinished_work_ends_with_0() -> None:
    """What คลองนกกระทุง did not print is a warning with its cell, and no error."""
    result = run("check", EXAMPLES["khlongnokkrathung_2567"])
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    assert re.match(r"\[ควรดู\] EIT![A-Z]+\d+: ยังไม่มีคะแนนรายข้อของ EIT2 จำนวน 9 ข้อ: e1–e9 — ", line)


def test_check_of_a_broken_cell_ends_with_1(tmp_path: Path) -> None:
    """A word in place of a score is an error, in text and in JSON."""
    path, place = with_a_word(tmp_path)
    text, plain = run("check", path), run("check", path, "--json")
    assert (text.exit_code, plain.exit_code) == (1, 1)
    assert text.stdout.startswith(f"[ผิด] {place}: พบข้อความ “ร้อย”")
    errors = [found for found in json.loads(plain.stdout) if found["severity"] == "error"]
    assert [(found["code"], found["where"]) for found in errors] == [("cell.text", place)]


# ---------------------------------------------------------------- new


@pytest.mark.parametrize("name", EXAMPLES)
def test_new_from_a_data_file_then_score(tmp_path: Path, name: str) -> None:
    """A workbook made from a data file scores as the data file does."""
    source, path = EXAMPLES[name].with_suffix(".yaml"), tmp_path / "ใหม่.xlsm"
    made = run("new", path, "--from", source)
    assert (made.exit_code, made.stdout) == (0, f"สร้างสมุดงานแล้ว: {path}\n")
    found = json.loads(run("score", path, "--json").stdout)
    assert found == json.loads(summary.to_json(summary.summarise(interchange.load(source))))


@pytest.mark.parametrize(("options", "year"), [((), 2568), (("--year", 2567), 2567)])
def test_new_is_of_the_year_asked_for(tmp_path: Path, options: tuple[object, ...], year: int) -> None:
    """A new workbook is of 2568 unless another year is asked for, and nothing is known in it."""
    run("new", tmp_path / "a.xlsm", *options)
    found = json.loads(run("score", tmp_path / "a.xlsm", "--json").stdout)
    assert (found["year"], found["total"], found["level"]) == (year, None, None)


def test_new_refuses_to_overwrite(tmp_path: Path) -> None:
    """A file that is there is left alone."""
    path = tmp_path / "a.xlsm"
    path.write_bytes(b"mine")
    assert refused("new", path) == "มีแฟ้ม a.xlsm อยู่แล้ว — ใช้ชื่ออื่น หรือย้ายแฟ้มเดิมออกก่อน"
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("year", [9999, 0, -1])
def test_new_refuses_an_unknown_year(tmp_path: Path, year: int) -> None:
    """A year without criteria is named, with the years that can be chosen."""
    line = refused("new", tmp_path / "a.xlsm", "--year", year)
    assert line.startswith(f"ไม่มีหลักเกณฑ์ของปีงบประมาณ พ.ศ. {year} — ")
    assert "2567, 2568" in line
    assert list(tmp_path.iterdir()) == []


def test_new_from_the_year_before(tmp_path: Path) -> None:
    """The next year's workbook is made, and what found no place in it is listed with its score and what to do."""
    made = run("new", tmp_path / "a.xlsm", "--previous", EXAMPLES["khlongnokkrathung_2567"])
    assert (made.exit_code, made.stderr) == (0, "")
    first, second, *listed = made.stdout.splitlines()
    assert first == f"สร้างสมุดงานแล้ว: {tmp_path / 'a.xlsm'}"
    assert second.endswith(f" {len(listed)} รายการ")
    assert any(line.startswith("[ควรดู] o14: ข้อ o14 ได้ 100.00 คะแนน แต่ปีงบประมาณ พ.ศ. 2568") for line in listed)
    assert json.loads(run("score", tmp_path / "a.xlsm", "--json").stdout)["year"] == 2568


def test_new_has_one_source_only(tmp_path: Path) -> None:
    """A data file and last year's workbook cannot both be where the data come from."""
    line = refused("new", tmp_path / "a.xlsm", "--from", "a.yaml", "--previous", "b.xlsm")
    assert "--from กับ --previous" in line


# ---------------------------------------------------------------- report


def test_report_says_where_it_is(tmp_path: Path) -> None:
    """The report is written where it was asked for, and its path is printed."""
    out = tmp_path / "รายงาน.docx"
    result = run("report", EXAMPLES["nongphlap_2568"], "--out", out)
    assert (result.exit_code, result.stdout) == (0, f"สร้างรายงานแล้ว: {out}\n")
    assert out.is_file()


# ---------------------------------------------------------------- build


def test_build_check_is_clean() -> None:
    """The committed files equal a fresh build: nothing is printed, exit code 0."""
    result = run("build", "--check")
    assert (result.exit_code, result.output) == (0, "")


def test_build_check_lists_what_is_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stale file is named, the exit code is 1, and nothing is written."""
    asked: list[bool] = []

    def refresh(*, write: bool) -> list[Path]:
        asked.append(write)
        return [Path("workbook", "ITA_template.xlsm")]

    monkeypatch.setattr("ita.artefacts.refresh", refresh)
    result = run("build", "--check")
    assert result.exit_code == 1
    assert re.fullmatch(r"ไม่ตรงกับที่สร้างใหม่: workbook.ITA_template\.xlsm\n", result.stdout)
    assert run("build").exit_code == 0
    assert asked == [False, True]


# ---------------------------------------------------------------- errors


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which holds files that no command can use."""
    (tmp_path / "empty.xlsm").touch()
    (tmp_path / "text.xlsm").write_text("not a workbook", "utf-8")
    (tmp_path / "half.xlsm").write_bytes(EXAMPLES["nongphlap_2568"].read_bytes()[:5000])
    openpyxl.Workbook().save(tmp_path / "foreign.xlsx")
    (tmp_path / "bad.yaml").write_text("agency: [", "utf-8")
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


REFUSED = [
    ("score", "missing.xlsm"),
    ("score", "a\nb.xlsm"),
    ("score", "empty.xlsm"),
    ("score", "text.xlsm"),
    ("score", "half.xlsm"),
    ("score", "foreign.xlsx"),
    ("score", "folder"),
    ("score", "empty.xlsm/a.xlsm"),
    ("score", f"{'ก' * 100}.xlsm"),
    ("check", "missing.xlsm"),
    ("report", "missing.xlsm"),
    ("report", "foreign.xlsx"),
    ("report", EXAMPLES["nongphlap_2568"], "--template", "nothing"),
    ("report", EXAMPLES["nongphlap_2568"], "--out", "nowhere/a.docx"),
    ("new", "a.xlsm", "--from", "missing.yaml"),
    ("new", "a.xlsm", "--from", "bad.yaml"),
    ("new", "a.xlsm", "--from", "text.xlsm"),
    ("new", "a.xlsm", "--from", "folder"),
    ("new", "folder"),
    ("new", "nowhere/a.xlsm"),
    ("new", "empty.xlsm/a.xlsm"),
    ("new", f"{'ก' * 100}.xlsm"),
]


@pytest.mark.parametrize("arguments", REFUSED, ids=lambda arguments: " ".join(str(a)[-20:] for a in arguments))
@pytest.mark.usefixtures("odd")
def test_errors_are_one_thai_line(arguments: tuple[object, ...]) -> None:
    """Whatever cannot be used gives one Thai line on stderr with what to do, exit code 2, and no traceback."""
    assert THAI.search(refused(*arguments))


@pytest.mark.parametrize(
    "arguments", REFUSED[:1] + REFUSED[2:18], ids=lambda arguments: " ".join(str(a)[-20:] for a in arguments)
)
@pytest.mark.usefixtures("odd")
def test_errors_are_english_when_asked(arguments: tuple[object, ...]) -> None:
    """With --lang en the same error is told in English (a detail of a data file stays Thai)."""
    line = refused("--lang", "en", *arguments)
    assert re.match(r"The|There|You", line)


def test_an_error_names_the_file() -> None:
    """A missing workbook is named in both languages."""
    assert refused("score", "ไม่มี.xlsm") == "ไม่พบสมุดงาน ไม่มี.xlsm — ตรวจสอบชื่อและที่อยู่ของแฟ้ม"
    assert refused("--lang", "en", "score", "x.xlsm") == "There is no workbook x.xlsm — check its name and folder"


# ---------------------------------------------------------------- help


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS)], ids=lambda command: " ".join(command) or "ita"
)
def test_every_command_has_help(command: tuple[str, ...]) -> None:
    """-h and --help explain the command in Thai."""
    long, short = run(*command, "--help"), run(*command, "-h")
    assert (long.exit_code, long.stdout) == (0, short.stdout)
    assert THAI.search(long.stdout)


@pytest.mark.parametrize(
    "command", [(), *((name,) for name in COMMANDS)], ids=lambda command: "".join(command) or "ita"
)
def test_help_has_none_of_clicks_english(command: tuple[str, ...]) -> None:
    """What click itself says in a help is Thai too, and no sentence in the list of commands is cut."""
    text = run(*command, "--help").stdout
    assert re.findall(r"Usage|Options|Commands|OPTIONS|COMMAND|Show |required|\.\.\.$", text, re.MULTILINE) == []
    assert {"วิธีใช้:", "ตัวเลือก:"} <= set(text.split())


def test_the_command_line_starts_light() -> None:
    """Asking for help imports none of what only a command's work needs."""
    heavy = "{'lxml', 'jinja2', 'xlsxwriter', 'xlwings', 'openpyxl', 'yaml', 'ruamel'}"
    script = f"import sys; import ita.cli; sys.stdout.write(','.join({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True).stdout == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    """Every option says in Thai what it does."""
    options = [parameter for parameter in main.commands[name].params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not THAI.search(option.help or "")] == []


def test_the_commands() -> None:
    """These commands are there."""
    assert {"new", "score", "check", "report", "build"} <= set(COMMANDS)


def test_version() -> None:
    """--version prints the package's version."""
    assert run("--version").stdout == f"ita, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [("score",), ("nothing",), ("--lang", "fr", "score", "a"), ("new", "a", "--year", "x")]
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...]) -> None:
    """A missing argument, an unknown command or a wrong option ends with exit code 2 and no traceback."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
