"""The first sheet where a total is only estimated: a published one is compared with last year's all the same."""

from __future__ import annotations

from ita.assessment import Agency, Assessment, Given, Previous
from ita.excel import layout
from support.built import built, values


def test_a_published_total_is_compared_with_last_years() -> None:
    """Until Excel recalculates, the line under the total says what its formula will say."""
    given, previous = Given(total=90.0), Previous(fiscal_year=2568, total=88.5)
    data = built(Assessment(agency=Agency(name="ก"), fiscal_year=2569, given=given, previous=previous))
    shown = [value for (sheet, _, _), value in values(data).items() if sheet == layout.HOME.name]
    assert "คะแนนรวม · เพิ่มขึ้น 1.50 จากปีก่อน" in shown
