"""Reading a survey's file: encodings, delimiters, XLSX, zips, and what is refused."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita.answers import reading
from ita.answers.table import letter
from ita.errors import InputError
from support import surveys

HEADINGS = ("ประทับเวลา", "i1 ขั้นตอน, ระยะเวลา", "i2")
ROWS = (("15/6/2025, 10:00:01", "มาก", "น้อย"), ("15/6/2025, 11:30:00", "มากที่สุด", ""))


def refusal(path: Path) -> str:
    """Return the code with which a file is refused."""
    with pytest.raises(InputError) as caught:
        reading.read(path)
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_any_encoding_and_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """The same table comes out of every usual kind of CSV; commas inside quotes part nothing."""
    path = surveys.write_csv(tmp_path / "a.csv", HEADINGS, ROWS, encoding=encoding, delimiter=delimiter)
    table = reading.read(path)
    assert (table.headings, table.rows, table.numbers) == (HEADINGS, ROWS, (2, 3))


def test_tabs_win_over_commas_in_unquoted_wordings(tmp_path: Path) -> None:
    """In a table pasted from Excel commas belong to the wordings."""
    path = tmp_path / "a.txt"
    path.write_text("i1 บรรจุ, แต่งตั้ง\ti2\ti3\nมาก\tมาก\tน้อย\n", "utf-8")
    assert reading.read(path).headings == ("i1 บรรจุ, แต่งตั้ง", "i2", "i3")


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_xlsx_by_its_content(tmp_path: Path, name: str) -> None:
    """A workbook is known by its content, whatever its name; numbers and dates read as on screen."""
    when = datetime(2025, 6, 15, 10, tzinfo=UTC).replace(tzinfo=None)
    made = surveys.write_xlsx(tmp_path / "made.xlsx", [["i1", "i2", "i3"], ["มาก", 5, 2.5], [str(when), None, "=1+1"]])
    table = reading.read(made.rename(tmp_path / name))
    assert table.rows == (("มาก", "5", "2.5"), ("2025-06-15 10:00:00", "", "=1+1"))


def test_zip_from_google_forms(tmp_path: Path) -> None:
    """Google Forms gives its CSV inside a zip; that is read as it comes."""
    content = surveys.csv_text(HEADINGS, ROWS).encode()
    path = surveys.write_zip(tmp_path / "แบบวัด IIT.csv.zip", {"แบบวัด IIT.csv": content})
    assert reading.read(path).rows == ROWS


def test_rows_keep_their_numbers(tmp_path: Path) -> None:
    """Blank rows are no respondents, and the rows after them keep the numbers they have in the file."""
    path = tmp_path / "a.csv"
    path.write_text("\ni1,i2\n\nมาก\n,\nน้อย,มาก\n", "utf-8")
    table = reading.read(path)
    assert (table.rows, table.numbers) == ((("มาก", ""), ("น้อย", "มาก")), (4, 6))


def test_sheet_that_starts_below(tmp_path: Path) -> None:
    """In a workbook whose table starts lower down, row numbers are those that Excel shows."""
    path = surveys.write_xlsx(tmp_path / "a.xlsx", [[], [], ["", "i1"], ["", "มาก"]])
    table = reading.read(path)
    assert (table.headings, table.rows, table.numbers) == (("", "i1"), (("", "มาก"),), (4,))


def test_rows_longer_than_the_headings_are_left_out_and_told(tmp_path: Path) -> None:
    """A stray comma shifts a row, so that row is not counted, and its number is told."""
    path = tmp_path / "a.csv"
    path.write_text("i1,i2\nมาก,น้อย\nมาก,น้อย,มาก\nมาก,มาก,\n", "utf-8")
    table = reading.read(path)
    (told,) = table.problems
    assert (len(table.rows), told.code, told.rows) == (2, "rows.too_long", (3,))


def test_first_filled_sheet_is_used_and_told(tmp_path: Path) -> None:
    """Of several sheets with data the first is used, which is told; empty ones do not count."""
    one = reading.read(surveys.write_xlsx(tmp_path / "a.xlsx", [], [["i1"], ["มาก"]], []))
    two = reading.read(surveys.write_xlsx(tmp_path / "b.xlsx", [["i1"], ["มาก"]], [["สรุป"], [1]]))
    assert (one.rows, one.problems) == ((("มาก",),), ())
    assert (two.rows, [p.code for p in two.problems]) == ((("มาก",),), ["sheet.first"])


def test_error_cells_are_not_blank(tmp_path: Path) -> None:
    """A cell that shows an Excel error reads as that error, not as no answer."""
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["i1", "i2"])
    sheet.append(["มาก", "#N/A"])
    book.save(path)
    assert reading.read(path).rows == (("มาก", "#N/A"),)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "answers.empty"),
        (b" \r\n\r\n", "answers.empty"),
        (b"\xef\xbb\xbf", "answers.no_rows"),
        (b"i1,i2,i3\r\n", "answers.no_rows"),
        (b"i1,i2,i3\r\n,,\r\n", "answers.no_rows"),
        (b"i1,i2\nma\0k,2\n", "answers.unreadable"),
        (b"%PDF-1.7 x,y\n1,2\n", "answers.unreadable"),
        (b"<html><table><tr><td>i1</td></tr></table></html>", "answers.unreadable"),
        (b'{"i1": ["x"]}', "answers.unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Excel", "answers.unreadable"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "answers.unreadable"),
        (b"i1,i2\n\x81\x82\x83\xff,\xfe\n", "answers.unreadable"),
        (b"PK\x03\x04 cut short", "answers.unreadable"),
        ('i1,i2\n"มาก,น้อย\n'.encode(), "answers.damaged"),
        (b"i1,i2\n" + b"x" * 200_000 + b",1\n", "answers.damaged"),
        (",".join(f"i{n}" for n in range(400)).encode() + b"\n" + b"1," * 399 + b"1", "answers.too_large"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    """Empty, damaged and foreign files each get a Thai sentence, never a traceback."""
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert refusal(path) == code


def test_missing_file_and_folder(tmp_path: Path) -> None:
    """A file that is not there, and a folder, are refused by name."""
    assert refusal(tmp_path / "ไม่มี.csv") == "answers.missing"
    assert refusal(tmp_path) == "answers.unreadable"


def test_huge_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the limit is refused before it is read."""
    path = surveys.write_csv(tmp_path / "a.csv", HEADINGS, ROWS)
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert refusal(path) == "answers.too_large"


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table of more rows than any survey has is refused."""
    path = surveys.write_csv(tmp_path / "a.csv", HEADINGS, ROWS * 10)
    monkeypatch.setattr(reading, "MAX_ROWS", 10)
    assert refusal(path) == "answers.too_large"


@pytest.mark.parametrize("name", ["a.csv", "xl/worksheets/sheet1.xml"])
def test_zip_bombs_are_refused(tmp_path: Path, name: str) -> None:
    """A small file that would unpack to hundreds of megabytes is not unpacked."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as stream:
        for _ in range(210):
            stream.write(bytes(1024 * 1024))
    assert path.stat().st_size < 1_000_000
    assert refusal(path) == "answers.too_large"


@pytest.mark.parametrize("members", [{}, {"a.txt": b"x"}, {"a.csv": b"i1\n1", "b.csv": b"i1\n1"}, {"a.csv": b""}])
def test_other_zips_are_refused(tmp_path: Path, members: dict[str, bytes]) -> None:
    """A zip with no CSV, with several, or with an empty one is no survey."""
    assert refusal(surveys.write_zip(tmp_path / "a.zip", {"readme": b"", **members})) == "answers.unreadable"


def test_empty_workbook_is_refused(tmp_path: Path) -> None:
    """A workbook without data is empty, one with headings only has no answers."""
    assert refusal(surveys.write_xlsx(tmp_path / "a.xlsx", [])) == "answers.empty"
    assert refusal(surveys.write_xlsx(tmp_path / "b.xlsx", [["i1", "i2"]])) == "answers.no_rows"


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Any bytes give a table or one of our errors."""
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    try:
        table = reading.read(path)
    except InputError:
        return
    assert all(len(row) == len(table.headings) for row in table.rows)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")])
def test_column_letters(index: int, letters: str) -> None:
    """Columns are named as a spreadsheet names them."""
    assert letter(index) == letters
