"""Which of the five steps of the work are done, and who did the sums, by native formulas on the calculation sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ita.assessment import Assessment
from ita.excel import layout
from ita.excel.calc import FUNCTION, NATIVE, SHEET, USED, Calc
from ita.excel.calc.progress import ALL, BLANK, EVERYTHING, WRONG, Progress
from ita.excel.grid import Content, Formula
from ita.findings import Finding
from ita.scoring import TOTAL

BY_FORMULA = "คำนวณด้วยสูตรของ Excel"
"""What the first sheet says where the Python functions do not answer."""
OPEN, DONE, SPARED = 0, 1, 2
"""The states of a step: still to do, done, or not needed because what it leads to was published."""
_AGENCY = ("name", "type", "district", "province")
_LETTERS = "ABCDEFGHIJK"


@dataclass(frozen=True, slots=True)
class Steps:
    """The planned rows: a step each with its state, then the words about who did the sums."""

    first_row: int
    states: tuple[int, ...]
    rows: list[list[Content]]

    def ref(self, step: int) -> str:
        """Return the address of a step's mark (steps count from 1), for other sheets."""
        return f"{SHEET}!$B${self.first_row + step}"

    @property
    def next(self) -> int | None:
        """The first step that is still to do; None when all are done."""
        return next((number for number, state in enumerate(self.states, start=1) if state == OPEN), None)

    @property
    def by_formula(self) -> Formula:
        """Return what to say of who did the sums, for other sheets."""
        return Formula(f"{SHEET}!$B${self.first_row + len(self.states) + 1}", "")


def plan(
    calc: Calc, progress: Progress, assessment: Assessment, findings: Sequence[Finding] | None, first_row: int
) -> Steps:
    """Return the block of an assessment whose findings are known, or None where no check ran."""
    entry, published = progress.counts[EVERYTHING], calc.scores.used(TOTAL) is not None
    scored = DONE if entry.cells and not entry.blank else SPARED * bool(published)
    faultless = findings is not None and all(one.severity != "error" for one in findings)
    pairs = (
        (_agency(), all(getattr(assessment.agency, name) for name in _AGENCY)),
        (_scores(calc, progress), scored),
        (_published(), assessment.given.total is not None),
        (_measures(), any(one.measure for one in assessment.measures) and _timed(assessment)),
        (_ready(f"$B${first_row + 2}"), bool(scored) and faultless),
    )
    rows: list[list[Content]] = [["ขั้นตอน", "เสร็จ"]]
    for number, (text, state) in enumerate(pairs, start=1):
        rows.append([number, Formula(text, int(state))])
    rows.append(["by formula", Formula(_unanswered(calc), "")])
    return Steps(first_row, tuple(int(state) for _, state in pairs), rows)


def _flag(condition: str) -> str:
    return f"IFERROR(IF({condition},1,0),0)"


def _agency() -> str:
    labels, details = (layout.AGENCY_TABLE.column(heading) for heading in layout.AGENCY_TABLE.columns)
    cells = [f'INDEX({details},MATCH("{layout.AGENCY_LABELS[name]}",{labels},0))' for name in _AGENCY]
    filled = ",".join(f'TRIM({cell})<>""' for cell in cells)
    return _flag(f"AND({filled})")


def _scores(calc: Calc, progress: Progress) -> str:
    every, blank, wrong = (progress.ref(EVERYTHING, column) for column in (ALL, BLANK, WRONG))
    published = f"IF(ISNUMBER({calc.cell(TOTAL, USED)}),{SPARED},{OPEN})"
    return f"IF(AND({every}>0,{blank}+{wrong}=0),{DONE},{published})"


def _published() -> str:
    table = layout.TOTAL_TABLE
    total = f'INDEX({table.column(layout.PUBLISHED)},MATCH("{layout.TOTAL_CODE}",{table.column(layout.CODE)},0))'
    return _flag(f"AND(ISNUMBER({total}),{total}>=0,{total}<=100)")


def _measures() -> str:
    """Return the formula of the fourth step: a measure is there, and no step of one lacks its time."""
    table = layout.MEASURE_TABLE
    texts, steps, periods = (table.column(heading) for heading in ("มาตรการ", "ขั้นตอน", "ระยะเวลา"))
    accepted = f'({table.column(layout.STATUS)}<>"{layout.SUGGESTED}")'
    untimed = f'SUMPRODUCT(({steps}<>"")*({periods}="")*{accepted})'
    return _flag(f'AND(SUMPRODUCT(({texts}<>"")*{accepted})>0,{untimed}=0)')


def _timed(assessment: Assessment) -> bool:
    return all(step.period or not step.text for measure in assessment.measures for step in measure.steps)


def _ready(scored: str) -> str:
    """Return the formula of the fifth step: scores are there, and a check ran and found no error."""
    severities = layout.FINDING_TABLE.column(layout.FINDING_TABLE.columns[1])
    errors = f'COUNTIF({severities},"{layout.SEVERITY_WORDS["error"]}")'
    return _flag(f'AND({scored}<>{OPEN},{layout.CHECKED_NAME}<>"",{errors}=0)')


def _unanswered(calc: Calc) -> str:
    """Return the formula that looks for a figure which the native formula knows and the function does not."""
    rows = calc.rows.values()
    native, function = (f"${_LETTERS[c]}${min(rows)}:${_LETTERS[c]}${max(rows)}" for c in (NATIVE, FUNCTION))
    return f'IF(SUMPRODUCT(ISNUMBER({native})*(1-ISNUMBER({function})))>0,"{BY_FORMULA}","")'
