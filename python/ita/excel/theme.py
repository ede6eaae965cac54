"""How the workbook looks: one place for fonts, colours, number formats and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FONT = "TH Sarabun New"
NAVY, TEAL, CREAM, GREY, RULE, MUTED = "#1F3864", "#1B7F79", "#FFF8E1", "#F2F2F2", "#BFBFBF", "#595959"
EXCELLENT = {"bg_color": "#E2F0D9", "font_color": "#375623"}
PASSED = {"bg_color": "#DDEBF7", "font_color": "#1F4E79"}
BELOW = {"bg_color": "#FCE4D6", "font_color": "#9C2A00"}
HERE = {"bg_color": "#D5EFEC", "font_color": TEAL, "bold": True}
SUGGESTED = {"bg_color": "#E3F2F1", "font_color": TEAL, "italic": True}
LOW = BELOW | {"num_format": '"ต่ำ "0.00'}
FRAMED = {"border": 1, "border_color": RULE}
GROUP = FRAMED | {"top_color": NAVY}
ROW_HEIGHT = 26
SCORE_FORMAT = "0.00"
CHANGE_FORMAT = "+0.00;-0.00;0.00"

_BASE: dict[str, Any] = {"font_name": FONT, "font_size": 16, "valign": "vcenter"}
_GRID: dict[str, Any] = {"border": 1, "border_color": RULE}
_INPUT = _GRID | {"bg_color": CREAM, "locked": False}
_FREE: dict[str, Any] = {"locked": False}
_CENTRE: dict[str, Any] = {"align": "center"}
_LEFT: dict[str, Any] = {"align": "left", "indent": 1}
_WRAP: dict[str, Any] = {"text_wrap": True}
_TOP: dict[str, Any] = {"valign": "top"}
_SCORE: dict[str, Any] = {"num_format": SCORE_FORMAT, "align": "right", "indent": 1}

STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "finding_code": _FREE | _CENTRE | _TOP,
    "finding_link": _FREE | _CENTRE | _TOP | {"font_color": TEAL, "underline": 1},
    "finding_wrap": _FREE | _LEFT | _WRAP | _TOP,
    "rank_code": _CENTRE,
    "rank_wrap": _LEFT | _WRAP,
    "rank_score": _SCORE,
    "checked": {"locked": False, "font_color": MUTED, "indent": 1},
    "counted": {"bold": True, "indent": 1},
    "progress": {"bold": True, "font_color": TEAL, "shrink": True},
    "way": _CENTRE | {"bold": True, "font_color": TEAL, "shrink": True},
    "note": {"font_color": MUTED, "font_size": 14, "align": "right"},
    "shrunk_link": _GRID | _CENTRE | {"shrink": True, "font_color": TEAL, "underline": 1},
    "link_wrap": _WRAP | {"font_color": TEAL, "underline": 1, "valign": "top", "font_size": 14},
    "lead": {"bold": True, "font_size": 18, "font_color": TEAL, "indent": 1},
    "computed_wrap": _GRID | _LEFT | _WRAP,
    "computed_left": _GRID | _LEFT,
    "link_cell": _GRID | _LEFT | {"font_color": TEAL, "underline": 1},
    "band": {"bold": True, "font_size": 22, "bg_color": NAVY, "font_color": "white", "indent": 1},
    "subband": {"bg_color": NAVY, "font_color": "white", "indent": 1},
    "hint": {"font_color": MUTED, "indent": 1},
    "hint_wrap": {"font_color": MUTED, "text_wrap": True, "valign": "top", "indent": 1},
    "heading": {"bold": True, "font_size": 18, "font_color": NAVY},
    "head": _GRID | _CENTRE | _WRAP | {"bold": True, "bg_color": NAVY, "font_color": "white"},
    "head_left": _GRID | {"bold": True, "bg_color": NAVY, "font_color": "white", "indent": 1},
    "fixed": _GRID | _LEFT | {"bg_color": GREY},
    "fixed_wrap": _GRID | _LEFT | _WRAP | {"bg_color": GREY},
    "fixed_code": _GRID | _CENTRE | {"bg_color": GREY},
    "fixed_score": _GRID | _SCORE | {"bg_color": GREY},
    "fixed_percent": _GRID | {"bg_color": GREY, "num_format": "0%", "align": "right", "indent": 1},
    "input": _INPUT | _LEFT | {"num_format": "@"},
    "input_wrap": _INPUT | _LEFT | _WRAP | _TOP | {"num_format": "@"},
    "input_centre": _INPUT | _CENTRE | {"num_format": "@"},
    "input_year": _INPUT | _LEFT | {"num_format": "0"},
    "fixed_year": _GRID | _LEFT | {"num_format": "0", "bg_color": GREY},
    "input_number": _INPUT | _TOP | _CENTRE | {"num_format": "0"},
    "input_top_centre": _INPUT | _TOP | _CENTRE | _WRAP | {"num_format": "@"},
    "input_score": _INPUT | _SCORE,
    "computed_score": _GRID | _SCORE,
    "computed_bold": _GRID | _SCORE | {"bold": True},
    "computed_text": _GRID | _CENTRE,
    "computed_text_bold": _GRID | _CENTRE | {"bold": True},
    "change": _GRID | {"num_format": CHANGE_FORMAT, "align": "right", "indent": 1},
    "unused": {"bg_color": "white"},
    "big": {
        "font_size": 48,
        "bold": True,
        "font_color": TEAL,
        "align": "center",
        "num_format": SCORE_FORMAT,
    },
    "level": {"font_size": 28, "bold": True, "font_color": NAVY, "align": "center"},
    "caption": {"font_color": MUTED, "align": "center"},
    "status": {"align": "left", "indent": 1},
    "link": {"font_color": TEAL, "underline": 1, "indent": 1},
    "calc": {},
    "calc_score": {"num_format": "0.000000"},
}


class Theme:
    """The formats of one workbook, made when first asked for and shared after."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._styles: dict[str, Format] = {}

    def __getitem__(self, name: str) -> Format:
        if name not in self._styles:
            self._styles[name] = self._book.add_format(_BASE | STYLES[name])
        return self._styles[name]

    def mark(self, colours: Mapping[str, Any]) -> Format:
        """Return a format for conditional formatting with these colours."""
        return self._book.add_format(dict(colours))


def chart_font(size: int, *, bold: bool = False) -> dict[str, Any]:
    """Return a chart font of the workbook's family."""
    return {"name": FONT, "size": size, "bold": bold}
