"""The doctor: every fault that is planted is named with its cure, and a PC in order is called so."""

from __future__ import annotations

import dataclasses
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from click.testing import CliRunner

from ita import __version__, doctor, doctor_facts, reports
from ita.cli import main
from ita.doctor import Facts
from ita.excel import layout
from ita.paths import resource

PACKAGES = MappingProxyType({"xlwings": "0.37.8", "lxml": "6.1.3"})
HEALTHY = Facts(
    is_windows=True,
    python=(3, 11, 9),
    version="0.1",
    packages=PACKAGES,
    tested=PACKAGES,
    years=(2567, 2568),
    contract=1,
    template_contract=1,
    template_build="0.1",
    templates=("analysis_by_tool", "follow_up"),
    expected_templates=("analysis_by_tool", "follow_up"),
    interpreter=r"C:\ProgramData\ITA\.venv\Scripts\pythonw.exe",
    expected_interpreter=r"C:\ProgramData\ITA\.venv\Scripts\pythonw.exe",
    has_expected_interpreter=True,
    libraries=frozenset({"xlwings32-0.37.8.dll", "xlwings64-0.37.8.dll"}),
    pdf_program="Microsoft Word",
    fonts=frozenset(doctor_facts.FONTS),
    expected_fonts=doctor_facts.FONTS,
    log_file=r"C:\Users\a\AppData\Local\ITA\ita.log",
    is_log_writable=True,
)
FAULTS: list[tuple[dict[str, Any], doctor.Severity, str]] = [
    ({"python": (3, 10, 14)}, "fault", "Python รุ่น 3.10.14 เก่าเกินไป"),
    ({"packages": {"xlwings": "0.37.8", "lxml": None}}, "fault", "ขาดส่วนประกอบของโปรแกรม: lxml"),
    ({"packages": {"xlwings": "0.37.8", "lxml": "5.0"}}, "note", "lxml 5.0 (ทดสอบกับ 6.1.3)"),
    ({"packages": {}}, "note", "ไม่ทราบว่าส่วนประกอบ"),
    ({"years": ()}, "fault", "ไม่พบแฟ้มหลักเกณฑ์"),
    ({"template_contract": None, "template_build": None}, "fault", "ไม่พบแม่แบบสมุดงาน"),
    ({"template_contract": 2}, "fault", "แม่แบบสมุดงานเป็นรูปแบบที่ 2 แต่โปรแกรมใช้รูปแบบที่ 1"),
    ({"template_build": "0.0"}, "note", "แม่แบบสมุดงานเป็นรุ่น 0.0 ส่วนโปรแกรมเป็นรุ่น 0.1"),
    ({"templates": ("follow_up",)}, "fault", "ขาดแม่แบบรายงาน: analysis_by_tool"),
    ({"interpreter": r"C:\Users\สมชาย\ITA\pythonw.exe"}, "fault", r"อักษรไทย: C:\Users\สมชาย\ITA\pythonw.exe"),
    ({"has_expected_interpreter": False}, "fault", "แต่ไม่มีแฟ้มนั้น"),
    ({"libraries": frozenset({"xlwings32-0.37.8.dll"})}, "fault", "ไม่พบแฟ้ม xlwings64-0.37.8.dll"),
    ({"libraries": frozenset({"xlwings32-0.9.dll", "xlwings64-0.9.dll"})}, "fault", "xlwings32-0.37.8.dll"),
    ({"pdf_program": None}, "note", "ไม่พบ Word หรือ LibreOffice"),
    ({"fonts": frozenset({"TH SarabunPSK"})}, "note", "ไม่พบแบบอักษร TH Sarabun New"),
    ({"is_log_writable": False}, "fault", "เขียนแฟ้มบันทึกเหตุการณ์ไม่ได้"),
]


def test_a_pc_in_order_is_called_so() -> None:
    """Nothing is marked, and the first line says that the PC is ready."""
    assert doctor.is_well(HEALTHY)
    assert doctor.examine(HEALTHY).splitlines()[0] == "เครื่องนี้พร้อมใช้งาน"
    assert {answer.severity for answer in doctor.diagnose(HEALTHY)} == {"ok"}


@pytest.mark.parametrize(("planted", "severity", "said"), FAULTS)
def test_a_planted_fault_is_named_with_its_cure(planted: dict[str, Any], severity: doctor.Severity, said: str) -> None:
    """One line tells it, first of all and with what to do, and nothing else is marked."""
    facts = dataclasses.replace(HEALTHY, **planted)
    first, *rest = doctor.diagnose(facts)
    assert (first.severity, {answer.severity for answer in rest}) == (severity, {"ok"})
    assert said in first.what
    assert re.search("[ก-๙]", first.cure)
    assert doctor.is_well(facts) == (severity == "note")
    assert doctor.examine(facts).splitlines()[2] == first.line()
    assert "1 เรื่อง" in doctor.examine(facts).splitlines()[0]


def test_faults_come_before_notes() -> None:
    """With both, the faults are told first and both are counted."""
    facts = dataclasses.replace(HEALTHY, years=(), pdf_program=None, fonts=frozenset())
    assert [answer.severity for answer in doctor.diagnose(facts)][:4] == ["fault", "note", "note", "ok"]
    assert doctor.examine(facts).startswith("พบ 1 เรื่องที่ต้องแก้ไขก่อนใช้งาน และ 2 เรื่องที่ควรดู\n")


def test_what_only_windows_has_is_asked_there_alone() -> None:
    """On another system the library, the installer's path and a Thai path are no faults."""
    facts = dataclasses.replace(
        HEALTHY, is_windows=False, libraries=frozenset(), has_expected_interpreter=False, interpreter="/บ้าน/python"
    )
    assert doctor.is_well(facts)
    assert "dll" not in doctor.examine(facts)


def test_the_answers_are_thai() -> None:
    """Every line is in Thai and holds no line break of its own."""
    for planted, _, _ in FAULTS:
        for answer in doctor.diagnose(dataclasses.replace(HEALTHY, **planted)):
            assert re.search("[ก-๙]", answer.what)
            assert "\n" not in answer.line()


def test_this_pc_is_looked_at() -> None:
    """The facts of the PC that the tests run on: its Python, the template, the reports and the packages."""
    facts = doctor.gather()
    assert facts.version == facts.template_build == __version__
    assert facts.template_contract == facts.contract == layout.CONTRACT_VERSION
    assert facts.packages["xlwings"] == facts.tested["xlwings"]
    assert set(facts.templates) >= {"analysis_by_tool"}
    assert facts.is_log_writable
    assert doctor.examine(facts)


def test_the_expected_templates_are_those_of_the_repository() -> None:
    """The doctor misses none and knows all."""
    assert tuple(info.name for info in reports.templates()) == doctor_facts.TEMPLATES


def test_a_template_that_is_gone_or_damaged_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Both give a template without a contract."""
    monkeypatch.setattr(doctor_facts, "resource", tmp_path.joinpath)
    assert doctor.gather().template_contract is None
    (tmp_path / "workbook").mkdir()
    (tmp_path / "workbook" / "ITA_template.xlsm").write_bytes(b"PK")
    assert doctor.gather().template_contract is None
    shutil.copy(resource("workbook", "ITA_template.xlsm"), tmp_path / "workbook")
    assert doctor.gather().template_contract == layout.CONTRACT_VERSION


def test_a_log_that_cannot_be_written_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file where the folder should be keeps the log from being written."""
    (tmp_path / "ITA").write_text("แฟ้ม", "utf-8")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert not doctor.gather().is_log_writable


def test_programs_and_fonts_that_are_not_there_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice and fontconfig there is no PDF and no known font."""
    monkeypatch.setattr(shutil, "which", lambda _: None)  # pyright: ignore[reportUnknownLambdaType,reportUnknownArgumentType]
    facts = doctor.gather()
    assert (facts.pdf_program, facts.fonts) == (None, frozenset())


@pytest.mark.parametrize("package", ["lxml", "xlwings", "docxtpl", "yaml"])
def test_a_missing_package_does_not_stop_the_doctor(package: str) -> None:
    """Where a package cannot be imported the doctor still reports, for that is when it is asked."""
    script = f"import sys; sys.modules[{package!r}] = None; from ita import doctor; sys.stdout.write(doctor.examine())"
    told = subprocess.run([sys.executable, "-X", "utf8", "-c", script], check=True, capture_output=True)
    assert re.search(rf"\[ต้องแก้\] ขาดส่วนประกอบของโปรแกรม: .*{package}", told.stdout.decode("utf-8"))


def test_libraries_are_looked_for_where_excel_looks(tmp_path: Path) -> None:
    """Beside the interpreter and one folder above it."""
    scripts = tmp_path / "Scripts"
    scripts.mkdir()
    (scripts / "xlwings64-1.dll").touch()
    (tmp_path / "xlwings32-1.dll").touch()
    found = doctor_facts._libraries(scripts)  # pyright: ignore[reportPrivateUsage]  # noqa: SLF001 (what is proved)
    assert found == {"xlwings64-1.dll", "xlwings32-1.dll"}


def test_the_command_ends_as_the_pc_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """``ita doctor`` prints the report; 1 when something must be cured."""
    for facts, code in ((HEALTHY, 0), (dataclasses.replace(HEALTHY, years=()), 1)):
        monkeypatch.setattr(doctor, "gather", lambda facts=facts: facts)
        result = CliRunner().invoke(main, ["doctor"])
        assert (result.exit_code, result.output) == (code, f"{doctor.examine(facts)}\n")
