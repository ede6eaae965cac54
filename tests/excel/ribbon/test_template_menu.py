"""The menu of templates: what Excel gets, and that nothing but a name enters a statement."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ita import reports
from ita.excel.package import UI_2009
from ita.excel.ribbon import template_menu
from ita.reports import TemplateInfo


def test_the_menu_lists_what_is_in_docx_templates() -> None:
    """Every template is an item under its title, in order, and the last item makes them all."""
    menu = ET.fromstring(template_menu.menu(reports.templates()))  # noqa: S314 (our own menu)
    items = [item for item in menu if item.tag == f"{{{UI_2009}}}button"]
    assert [item.get("label") for item in items] == [*(info.title for info in reports.templates()), "ทุกแบบ"]
    assert [template_menu.name_in(str(item.get("tag"))) for item in items[:-1]] == [i.name for i in reports.templates()]
    assert {item.get("onAction") for item in items[:-1]} == {"ITA_Template"}
    assert items[-1].get("onAction") == "ITA_AllReports"


def test_an_agencys_own_template_is_listed_whatever_it_is_called() -> None:
    """Titles and names with marks of XML, or in Thai, give a menu that Excel can read, with ids of their own."""
    infos = [TemplateInfo("แผน & <งาน>", 'งาน "ก" & <ข>', Path("a.docx")), TemplateInfo("b", "ข\nค", Path("b.docx"))]
    text = template_menu.menu(infos)
    assert text.startswith("<menu")
    items = list(ET.fromstring(text))  # noqa: S314 (our own menu)
    assert [item.get("label") for item in items[:2]] == ['งาน "ก" && <ข>', "ข ค"]
    assert len({item.get("id") for item in items}) == len(items)


@pytest.mark.parametrize("name", ["analysis_by_tool", "a.b-c", "hex-61", "แบบของเรา", "x'); import os #", "ก\n", ""])
def test_a_tag_is_harmless_and_names_its_template(name: str) -> None:
    """A tag has none but letters, digits and _.- of ASCII, and the very name comes out of it."""
    tag = template_menu.tag_of(name)
    assert re.fullmatch("[A-Za-z0-9_.-]+", tag)
    assert template_menu.name_in(tag) == name


@pytest.mark.parametrize("tag", ["hex-6", "hex-zz", "hex-ff"])
def test_a_tag_that_nobody_made_is_taken_as_a_name(tag: str) -> None:
    """What cannot be undone stays as it is; no template has that name, and that is told."""
    assert template_menu.name_in(tag) == tag
