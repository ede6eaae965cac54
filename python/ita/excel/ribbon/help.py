"""Buttons that help: the guide, and what this PC lacks."""

from __future__ import annotations

from pathlib import Path

from ita.excel.ribbon.desk import Done, Press, fitting

GUIDE = Path(__file__).with_name("guide.html")
"""The guide for the clerk, a page that every browser shows."""


def guide(_press: Press) -> Done:
    """Open the guide."""
    return Done(opens=GUIDE)


def doctor(_press: Press) -> Done:
    """Say what this PC lacks and how to cure it."""
    from ita import doctor as examiner

    return Done(fitting(examiner.examine()))
