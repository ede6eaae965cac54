"""Buttons about reports, templates and the copy for the province: through VBA, into Python, into files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita import reports
from ita.excel import layout, live
from ita.word.parts import package
from support.pressing import EXAMPLE, Office, controls, opened


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Return an office with an example open, in a folder with a Thai name."""
    yield from opened(EXAMPLE, tmp_path, monkeypatch)


def test_report_is_written_beside_and_opened(example: Office, tmp_path: Path) -> None:
    """The report lies beside the workbook, the message says so, and Word gets it; Excel looks as before."""
    seen: list[object] = []
    run = example.excel.python
    assert run is not None
    example.excel.python = lambda statement: (seen.append(example.excel.status_bar), run(statement))
    example.press("itaReport")
    (report,) = (tmp_path / "งานประเมิน ITA").glob("*.docx")
    (told,) = example.desk.told
    assert told.startswith(f"สร้างรายงานเรียบร้อยแล้ว\n\nแฟ้ม: {report.name}\nโฟลเดอร์: {report.parent}")
    assert example.desk.opened == [report]
    assert seen == ["กำลังสร้างรายงาน Word…"]
    assert (example.excel.status_bar, example.excel.cursor) == (False, -4143)
    assert example.excel.popups == []


def test_each_template_of_the_menu_makes_its_report(example: Office, tmp_path: Path) -> None:
    """An item of the menu writes the report of its template and no other."""
    last = len(reports.templates()) - 1
    example.press_item(last)
    (report,) = (tmp_path / "งานประเมิน ITA").glob("*.docx")
    title = reports.templates()[last].title
    assert report.name.startswith(title)


def test_all_reports_are_written_at_once(example: Office, tmp_path: Path) -> None:
    """The last item writes the report of every template, and opens their folder."""
    example.press_item(len(reports.templates()))
    written = {path.name for path in (tmp_path / "งานประเมิน ITA").glob("*.docx")}
    assert len(written) == len(reports.templates())
    assert all(name in example.desk.told[0] for name in written)
    assert example.desk.opened == [tmp_path / "งานประเมิน ITA"]


def test_an_agencys_own_template_is_in_the_menu(example: Office, tmp_path: Path) -> None:
    """A template that lies beside the workbook is offered under its title, makes its report, and is one of all."""
    own = tmp_path / "งานประเมิน ITA" / "docx_templates" / "แบบของเรา.docx"
    own.parent.mkdir()
    parts = package.read(reports.find("oit_scores").path)
    core = parts["docProps/core.xml"].decode().replace(reports.find("oit_scores").title, "รายงานของเรา")
    own.write_bytes(package.write({**parts, "docProps/core.xml": core.encode()}))
    names = [info.name for info in reports.templates(own=own.parent)]
    example.press_item(names.index("แบบของเรา"))
    assert example.desk.opened[0].name.startswith("รายงานของเรา")
    example.press_item(len(names))
    assert f"{len(names)} จาก {len(names)} แบบ" in example.desk.told[1]
    assert "• รายงานของเรา" in example.desk.told[1]


def test_what_word_will_ask_is_told_where_it_asks(example: Office) -> None:
    """A report with a table of contents comes with one sentence on Word's question; another report does not."""
    names = [info.name for info in reports.templates()]
    for number in (names.index("improvement_plan"), names.index("oit_scores"), len(names)):
        example.press_item(number)
    assert [told.count("ให้ตอบ ใช่") for told in example.desk.told] == [1, 0, 1]


def test_the_toggle_decides_the_digits_of_the_report(example: Office, tmp_path: Path) -> None:
    """Switched off, reports have Arabic digits; the workbook remembers it, and the button says so."""
    example.excel.press(controls()["itaDigits"]["onAction"], "itaDigits", pressed=False)
    assert live.setting(example.book, layout.META_DIGITS) == "arabic"
    example.press("itaReport")
    (report,) = (tmp_path / "งานประเมิน ITA").glob("*.docx")
    text = package.read(report)["word/document.xml"].decode()
    assert "๒๕๖๘" not in text
    assert "2568" in text


def test_lint_tells_the_faults_of_a_template(example: Office, tmp_path: Path) -> None:
    """A template that is right is said to be; in a broken one each fault has its place and its cure."""
    good = reports.templates()[0].path
    bad = tmp_path / "เสีย.docx"
    bad.write_bytes(b"no document")
    example.desk.files = [good, bad]
    example.press("itaLint")
    example.press("itaLint")
    assert example.desk.told[0] == f"แม่แบบ {good.name} ใช้ได้ ไม่พบที่ผิด"
    assert example.desk.told[1].startswith("แม่แบบ เสีย.docx มีที่ต้องแก้ไข 1 จุด")
    assert example.desk.warned == [False, True]


def test_faults_become_comments_of_a_copy(example: Office, tmp_path: Path) -> None:
    """A faulty template gets, if that is wanted, a copy beside the workbook in which each fault is a comment."""
    parts = package.read(reports.templates()[0].path)
    document = parts["word/document.xml"].decode().replace("{{ agency.name }}", "{{ agency.nam }}")
    broken = tmp_path / "แก้ไขเอง.docx"
    broken.write_bytes(package.write({**parts, "word/document.xml": document.encode()}))
    for _ in range(2):
        example.desk.files = [broken]
        example.press("itaLint")
    assert "agency.nam" in example.desk.asked[0]
    assert [path.name for path in example.desk.opened] == ["แก้ไขเอง (ข้อคิดเห็น).docx", "แก้ไขเอง (ข้อคิดเห็น) 2.docx"]
    assert b"agency.name" in package.read(example.desk.opened[0])["word/comments.xml"]


def test_the_folder_opens(example: Office, tmp_path: Path) -> None:
    """The folder of the workbook is shown, without a word."""
    example.press("itaFolder")
    assert example.desk.opened == [tmp_path / "งานประเมิน ITA"]
    assert example.desk.told == []


def test_a_copy_for_the_province_is_made_and_verified(example: Office, tmp_path: Path) -> None:
    """The copy lies beside the workbook; as made it passes, and one whose figure was changed does not."""
    example.press("itaShare")
    (copy,) = (tmp_path / "งานประเมิน ITA").glob("*.xlsx")
    assert copy.name in example.desk.told[0]
    example.desk.yes = False
    example.desk.files = [copy]
    example.press("itaVerify")
    assert copy.name in example.desk.told[1]
    assert example.desk.warned == [False, False]


def test_a_report_is_verified_with_the_copy(example: Office, tmp_path: Path) -> None:
    """Whoever has the report too may have both verified at once."""
    example.press("itaShare")
    example.press("itaReport")
    folder = tmp_path / "งานประเมิน ITA"
    example.desk.files = [next(folder.glob("*.xlsx")), next(folder.glob("*.docx"))]
    example.press("itaVerify")
    assert example.desk.files == []
    assert example.desk.warned[-1] is False


def test_the_doctor_reports(example: Office) -> None:
    """What this PC lacks is told in Thai."""
    example.press("itaDoctor")
    (told,) = example.desk.told
    assert any("ก" <= mark <= "๙" for mark in told)
