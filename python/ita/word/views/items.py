"""What a template may use of the OIT: every item by sub-indicator, those short of full marks, what is planned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemView:
    """An OIT item.

    ``score`` is ready to print, ``result`` the word for it (ผ่าน, ไม่ผ่าน, or ได้คะแนนเต็ม, ได้คะแนนบางส่วน, ไม่ได้คะแนน),
    empty where the score is not known. ``place`` tells which sub-indicator the item belongs to and its score.
    ``comment`` and ``remarks`` are the assessors' words, ``analysis`` the agency's own.
    """

    code: str
    title: str
    score: str
    result: str
    place: str
    comment: str
    remarks: tuple[str, ...]
    analysis: str
    url: str


@dataclass(frozen=True, slots=True)
class ItemGroupView:
    """A sub-indicator with its items; ``items`` is empty where nothing is known of any of them."""

    label: str
    score: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True, slots=True)
class ItemIndicatorView:
    """An indicator of the OIT with its sub-indicators."""

    label: str
    score: str
    item_groups: tuple[ItemGroupView, ...]


@dataclass(frozen=True, slots=True)
class ItemPlanView:
    """A row of the suggestions: the defect, what the agency will do about it and who answers for it."""

    number: str
    defect: str
    suggestion: str
    responsible: str


@dataclass(frozen=True, slots=True)
class OitView:
    """The OIT item by item.

    ``summary`` is a paragraph on tool and indicators, ``counts`` one on how many items got which result,
    ``table_title`` says how far down the table of results goes, ``note`` tells which names of items are not
    certain (empty where all are). ``has_items`` tells whether any item is shown, ``has_comments`` whether an
    assessor commented on one. ``short`` are the items under full marks and ``short_title`` what they are
    called; ``remarks`` are what the assessors suggested for the whole tool, ``plans`` the agency's own
    suggestions with ``plans_lead`` before them.
    """

    summary: str
    counts: str
    table_title: str
    note: str
    has_items: bool
    has_comments: bool
    item_indicators: tuple[ItemIndicatorView, ...]
    short_title: str
    short: tuple[ItemView, ...]
    remarks: tuple[str, ...]
    plans_lead: str
    plans: tuple[ItemPlanView, ...]
