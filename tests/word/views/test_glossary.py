"""The data contract of the templates is documented for those who edit them."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from ita.word import views
from ita.word.filling import engine
from ita.word.views import ReportContext, ScoreView, ToolView, glossary_page, shapes
from ita.word.views.glossary import FILTERS, MEANINGS, TESTS
from ita.word.views.shapes import Shape


def names() -> set[str]:
    """Return every view, and every name of each."""
    every = {view.__name__: shapes.members(view) for view in shapes.reachable()}
    return every.keys() | {f"{view}.{name}" for view, members in every.items() for name in members}


def test_every_name_has_a_meaning() -> None:
    """Each name that a template may use has a Thai line in ita.word.views.glossary, and nothing else has."""
    assert names() - MEANINGS.keys() == set()
    assert MEANINGS.keys() - names() == set()
    assert all(meaning.strip() for meaning in MEANINGS.values())


def test_every_filter_and_test_has_a_meaning() -> None:
    """The filters and tests that the engine knows are those that the page lists."""
    env = engine.environment("thai")
    filters = {name for name in env.filters if name.isidentifier()}
    assert (filters, set(env.tests)) == (set(FILTERS), set(TESTS))


def test_the_page_is_fresh() -> None:
    """docs/templates.md is what ``python -m ita.word.views.glossary_page`` writes."""
    text = glossary_page.page().read_text("utf-8")
    assert text == glossary_page.refreshed(text)


def test_a_stale_page_is_noticed() -> None:
    """Only the generated part is made anew; what people wrote stays."""
    stale = f"# คำนำ\n\n{glossary_page.START}\nตารางเก่า\n"
    fresh = glossary_page.refreshed(stale)
    assert fresh.startswith(f"# คำนำ\n\n{glossary_page.START}")
    assert "ตารางเก่า" not in fresh
    assert "| `plan_year` |" in fresh


def test_every_view_can_be_reached() -> None:
    """No view is defined that a template could not use."""
    defined = {kind for _, kind in inspect.getmembers(views, dataclasses.is_dataclass)}
    assert defined == set(shapes.reachable())


def test_shapes_follow_the_types() -> None:
    """A list knows what it holds, a property counts as a name, an optional number is a number."""
    assert shapes.members(ReportContext)["tools"] == Shape("list", item=Shape("view", view=ToolView))
    score = shapes.members(ScoreView)
    assert (score["known"], score["value"], score["text"]) == (Shape("truth"), Shape("number"), Shape("text"))


def test_paths_are_those_of_the_shipped_templates() -> None:
    """A view is reached by its name, by its loop variable or through another view."""
    assert shapes.paths(ToolView) == ("tools",)
    assert "tool.analysis.questions" in shapes.paths(views.QuestionView)
    assert "measure.steps" in shapes.paths(views.StepView)


def test_an_unknown_type_is_refused() -> None:
    """A view may hold texts, numbers, truth values, views and lists of these, nothing else."""

    @dataclasses.dataclass(frozen=True)
    class Odd:
        """A view with a mapping."""

        values: dict[str, str]

    Odd.__annotations__["values"] = dict[str, str]
    with pytest.raises(TypeError):
        shapes.members(Odd)
