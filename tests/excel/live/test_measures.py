"""Suggested measures written into the open workbook's sheet มาตรการ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ita.assessment import Measure, Step
from ita.errors import WorkbookError
from ita.excel import layout, live
from ita.excel.live.measures import write_suggestions
from ita.excel.theme import ROW_HEIGHT
from support.built import EXAMPLES, TEMPLATE
from support.headless import HeadlessExcel
from support.live_book import LiveBook

PLANNED = next(path for path in EXAMPLES if "khongchaiphatthana" in path.name)
STEPS = (Step(text="จัดประชุม", period="ต.ค. 2568", responsible=("กองคลัง", "สำนักปลัด")), Step(text="1-2", progress=10.0))
NEW = Measure(measure="=มาตรการใหม่", tool="IIT", indicator=1, questions=("i77",), analysis="เหตุผล", steps=STEPS)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[LiveBook]:
    """Return the empty workbook, open."""
    with HeadlessExcel(TEMPLATE) as excel:
        yield LiveBook(excel, tmp_path)


@pytest.fixture
def planned(tmp_path: Path) -> Iterator[LiveBook]:
    """Return a workbook with measures, open."""
    with HeadlessExcel(PLANNED) as excel:
        yield LiveBook(excel, tmp_path)


def rows(book: LiveBook) -> list[dict[str, object]]:
    """Return the rows that hold anything, by heading."""
    table = book.api.Worksheets(layout.MEASURES.name).ListObjects(layout.MEASURE_TABLE.name)
    values = [dict(zip(layout.MEASURE_TABLE.columns, row, strict=True)) for row in table.DataBodyRange.Value2]
    return [row for row in values if any(value not in (None, "") for value in row.values())]


def test_a_suggestion_is_marked_on_every_row(empty: LiveBook) -> None:
    """One row a step, all marked, the details on the first alone; texts stay texts."""
    assert write_suggestions(empty, [NEW]) == (NEW,)
    first, second = rows(empty)
    assert (first["ที่"], first[layout.STATUS], second["ที่"], second[layout.STATUS]) == (1.0, "ข้อเสนอ", 1.0, "ข้อเสนอ")
    assert (first["มาตรการ"], first["ข้อที่เกี่ยวข้อง"], second["มาตรการ"]) == ("=มาตรการใหม่", "i77", None)
    assert (first["ผู้รับผิดชอบ"], second["ขั้นตอน"], second["ความก้าวหน้า (%)"]) == ("กองคลัง\nสำนักปลัด", "1-2", 10.0)


def test_rows_are_high_enough_for_their_texts(empty: LiveBook) -> None:
    """A long text is not cut: its row is as high as the builder of the workbook would make it."""
    long = Measure(measure="มาตรการที่ยาว " * 20, questions=("i77",), steps=(Step(text="สั้น"), Step(text="สั้น")))
    write_suggestions(empty, [long])
    table = empty.api.Worksheets(layout.MEASURES.name).ListObjects(layout.MEASURE_TABLE.name)
    tall, low = (table.DataBodyRange.Cells(row, 1).RowHeight for row in (1, 2))
    assert tall > 4 * low
    assert low >= ROW_HEIGHT - 1


def test_no_report_has_a_suggestion_until_it_is_accepted(empty: LiveBook) -> None:
    """The reader passes over suggestions; a row whose mark is changed by the clerk is a measure."""
    write_suggestions(empty, [NEW])
    assert live.read(empty).assessment.measures == ()
    table = empty.api.Worksheets(layout.MEASURES.name).ListObjects(layout.MEASURE_TABLE.name)
    for row in (1, 2):
        table.DataBodyRange.Cells(row, 2).Value2 = layout.ACCEPTED
    assert live.read(empty).assessment.measures == (NEW,)


def test_what_was_typed_stays_and_numbers_go_on(planned: LiveBook) -> None:
    """Suggestions stand below the last row, under numbers of their own; no row above changes."""
    before = rows(planned)
    write_suggestions(planned, [NEW])
    after = rows(planned)
    assert after[: len(before)] == before
    numbers = [int(str(row["ที่"]).removesuffix(".0")) for row in before]
    assert after[len(before)]["ที่"] == float(max(numbers) + 1)
    assert live.read(planned).findings == ()


def test_a_suggestion_is_not_made_twice(empty: LiveBook) -> None:
    """A question or an indicator that a row names already, typed or suggested, gets no second suggestion."""
    indicator = Measure(measure="ข", indicator=5)
    assert write_suggestions(empty, [NEW, indicator]) == (NEW, indicator)
    count = len(rows(empty))
    assert write_suggestions(empty, [NEW, indicator]) == ()
    assert len(rows(empty)) == count
    assert write_suggestions(empty, [Measure(measure="ค", questions=("i78",))])


def test_there_is_room_for_any_number(empty: LiveBook) -> None:
    """When the spare rows are used up the table grows."""
    many = [Measure(measure=f"มาตรการ {number}", questions=(f"i{number}",)) for number in range(100, 130)]
    assert len(write_suggestions(empty, many)) == 30
    assert len(rows(empty)) == 30


def test_a_workbook_that_cannot_mark_a_suggestion_gets_none(empty: LiveBook) -> None:
    """An older workbook has no column for the mark; unmarked, a suggestion would pass for the agency's own plan."""
    table = empty.api.Worksheets(layout.MEASURES.name).ListObjects(layout.MEASURE_TABLE.name)
    table.HeaderRowRange.Cells(1, 2).Value2 = "อื่น"
    with pytest.raises(WorkbookError) as caught:
        write_suggestions(empty, [NEW])
    assert caught.value.code == "workbook.column_missing"
    assert rows(empty) == []
