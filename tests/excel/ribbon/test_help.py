"""The guide tells of what is there, and the Windows checklist is short."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from ita.excel import layout
from ita.excel.ribbon.help import GUIDE
from ita.excel.vba_strings import strings
from ita.paths import resource
from support.pressing import controls

MOST_STEPS = 15


class Page(HTMLParser):
    """A page's text, its anchors, and the elements that are still open."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.ids, self.links, self.open = "", set[str](), set[str](), list[str]()
        self.feed(GUIDE.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note anchors and links."""
        known = dict(attrs)
        self.ids.add(known.get("id") or "")
        self.links.add(known.get("href") or "")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the text."""
        self.text += " ".join(data.split()) + " "


def test_the_guide_names_every_button_and_every_sheet() -> None:
    """Whoever looks for a button or a sheet finds it explained."""
    labels = {name: attributes.get("label", "") for name, attributes in controls().items()}
    text = Page().text
    known = strings(2568)
    spoken = {re.sub(r" ?ปี \d+$|ปี \d+$", "", known[key]) for key in known if key.startswith("label_")}
    missing = [label for label in {*labels.values(), *spoken} if label not in text]
    missing += [sheet.name for sheet in layout.SHEETS if not sheet.hidden and sheet.name not in text]
    assert missing == []


def test_the_guide_is_whole() -> None:
    """Every element is closed and every link leads to a place of the page; nothing is fetched from elsewhere."""
    page = Page()
    assert page.open == []
    assert {link.removeprefix("#") for link in page.links if link} <= page.ids
    assert "http" not in GUIDE.read_text("utf-8")


def test_the_checklist_for_windows_is_short() -> None:
    """What still needs a real Excel fits into fifteen steps, each with what must come of it."""
    rows = re.findall(
        r"^\| (\d+) \| (.+) \| (.+) \|$", resource("docs", "windows-checklist.md").read_text("utf-8"), re.MULTILINE
    )
    assert [int(number) for number, _, _ in rows] == list(range(1, len(rows) + 1))
    assert 1 < len(rows) <= MOST_STEPS
