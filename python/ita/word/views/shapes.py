"""What a template may write behind each name: the shapes of the context, read from the types in ``views``."""

from __future__ import annotations

import dataclasses
import functools
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from ita.word import views

Kind = Literal["text", "number", "truth", "view", "list"]
_KINDS: Mapping[object, Kind] = {str: "text", int: "number", float: "number", bool: "truth"}


@dataclass(frozen=True, slots=True)
class Shape:
    """What stands behind a name; ``view`` is the class of a view, ``item`` what a list holds one of."""

    kind: Kind
    view: type[object] | None = None
    item: Shape | None = None


@functools.cache
def members(view: type[object]) -> Mapping[str, Shape]:
    """Return the fields of a view and then its properties, in the order of its class; TypeError on an unknown type."""
    hints = typing.get_type_hints(view)
    fields = {field.name: _shape(hints[field.name]) for field in dataclasses.fields(typing.cast("Any", view))}
    getters = {name: value.fget for name, value in vars(view).items() if isinstance(value, property)}
    asked = {name: _shape(typing.get_type_hints(getter)["return"]) for name, getter in getters.items()}
    return {**fields, **asked}


def _shape(hint: object) -> Shape:
    arguments = [a for a in typing.get_args(hint) if a is not types.NoneType]
    if hint in _KINDS:
        return Shape(_KINDS[hint])
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return Shape("view", view=hint)
    if typing.get_origin(hint) is tuple and arguments[1:] == [Ellipsis]:
        return Shape("list", item=_shape(arguments[0]))
    if typing.get_origin(hint) in {types.UnionType, typing.Union} and len(arguments) == 1:
        return _shape(arguments[0])
    raise TypeError(hint)


def is_printable(view: type[object]) -> bool:
    """Whether a template may print the view itself, as it may a score."""
    return view.__str__ is not object.__str__


def reachable() -> tuple[type[object], ...]:
    """Return the views that a template can reach, the context first and each where it first occurs."""
    found: list[type[object]] = [views.ReportContext]
    for view in found:
        below = [_view_of(shape) for shape in members(view).values()]
        found += [inner for inner in dict.fromkeys(below) if inner is not None and inner not in found]
    return tuple(found)


def _view_of(shape: Shape | None) -> type[object] | None:
    """Return the view that a shape is or holds."""
    while shape is not None and shape.item is not None:
        shape = shape.item
    return shape.view if shape is not None else None


def variable(view: type[object]) -> str:
    """Return the name that the shipped templates give one of these in a loop: ``sub_indicator``."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", view.__name__.removesuffix("View")).lower()


def paths(view: type[object]) -> tuple[str, ...]:
    """Return how a template reaches a view: ``tools``, ``tool.analysis``, ``measure.steps``."""
    return tuple(_paths()[view])


@functools.cache
def _paths() -> Mapping[type[object], list[str]]:
    found: dict[type[object], list[str]] = {view: [] for view in reachable()}
    for owner in reachable():
        for start in _starts(owner, found):
            for name, shape in members(owner).items():
                inner = _view_of(shape)
                if inner is not None and f"{start}{name}" not in found[inner]:
                    found[inner].append(f"{start}{name}")
    return found


def _starts(owner: type[object], found: Mapping[type[object], list[str]]) -> list[str]:
    """Return what stands before the names of a view: nothing, its loop variable, or the path to it."""
    if owner is views.ReportContext:
        return [""]
    if any(_is_listed(owner, holder) for holder in reachable()):
        return [f"{variable(owner)}."]
    return [f"{path}." for path in found[owner]]


def _is_listed(view: type[object], holder: type[object]) -> bool:
    return any(shape.kind == "list" and _view_of(shape) is view for shape in members(holder).values())
