"""The data contract of the templates is documented for those who edit them."""

from __future__ import annotations

import dataclasses
import inspect
import re

from ita.paths import resource
from ita.word import views
from ita.word.views import ReportContext


def test_every_name_is_documented() -> None:
    """Each name that a template may use stands in docs/templates.md, and no other does."""
    text = resource("docs", "templates.md").read_text("utf-8")
    classes = {
        name: kind for name, kind in inspect.getmembers(views, dataclasses.is_dataclass) if name != "ReportContext"
    }
    inner = {f".{field.name}" for kind in classes.values() for field in dataclasses.fields(kind)} | {
        ".known",
        ".failed",
    }
    outer = {field.name for field in dataclasses.fields(ReportContext)}
    section = text.split("## ชื่อที่ใช้ได้")[1]
    assert set(re.findall(r"`(\.\w+)`", section)) == inner
    assert outer <= set(re.findall(r"`(\w+)`", section))
