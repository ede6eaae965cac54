"""The names in a tag, followed through the types of the context: unknown ones, and values used as what they are not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from ita.word.views import ReportContext, shapes
from ita.word.views.glossary import FILTERS, TESTS
from ita.word.views.shapes import Shape

TEXT, NUMBER, TRUTH = Shape("text"), Shape("number"), Shape("truth")
LOOP: Mapping[str, Shape] = {
    **dict.fromkeys(("index", "index0", "revindex", "length"), NUMBER),
    **dict.fromkeys(("first", "last"), TRUTH),
}
"""What ``loop`` knows inside a loop."""

_KINDS = {"text", "number", "truth"}
_ORDERING = {"gt", "gteq", "lt", "lteq"}

Found = tuple[str, dict[str, str]]
"""The code of a fault and the values that its sentences need."""


@dataclass(slots=True)
class Names:
    """Follows the names of one tag after another; ``scope`` holds the loops' own names, None for an unknown shape."""

    scope: dict[str, Shape | None] = field(default_factory=dict[str, Shape | None])
    found: list[Found] = field(default_factory=list[Found])

    def printed(self, node: nodes.Expr) -> None:
        """Follow what ``{{ }}`` prints."""
        shape = self.shape(node)
        name = written(node)
        match shape:
            case Shape(kind="list"):
                self._add("value.list", name=name)
            case Shape(kind="truth"):
                self._add("value.truth", name=name)
            case Shape(kind="view", view=view) if view is not None and not shapes.is_printable(view):
                self._add("value.view", name=name, example=f"{name}.{next(iter(shapes.members(view)))}")
            case _:
                pass

    def looped(self, node: nodes.Node) -> Shape | None:
        """Follow what a loop runs over and return what it is a list of."""
        shape = self.shape(node)
        if shape is not None and shape.kind != "list":
            self._add("value.loop", name=written(node))
        return shape.item if shape is not None else None

    def shape(self, node: nodes.Node) -> Shape | None:
        """Return the shape of an expression, None when it is unknown; faults on the way are noted."""
        match node:
            case nodes.Name(name=name):
                return self._name(name)
            case nodes.Getattr(node=inner, attr=attr):
                return self._attribute(inner, attr)
            case nodes.Getitem(node=inner, arg=argument):
                return self._item(inner, sliced=isinstance(argument, nodes.Slice))
            case nodes.Filter() | nodes.Test():
                return self._asked(node)
            case _:
                return self._computed(node)

    def _asked(self, node: nodes.Filter | nodes.Test) -> Shape | None:
        if isinstance(node, nodes.Test):
            return self._test(node.node, node.name)
        return None if node.node is None else self._filter(node.node, node.name)

    def _computed(self, node: nodes.Node) -> Shape | None:
        match node:
            case nodes.Compare(expr=expr, ops=ops):
                return self._compare(expr, ops)
            case nodes.Add(left=left, right=right) | nodes.Sub(left=left, right=right):
                return self._sum(left, right, text=isinstance(node, nodes.Add))
            case nodes.CondExpr(test=test, expr1=one, expr2=other):
                return self._choice(test, one, other)
            case nodes.Const(value=value):
                return _constant(value)
            case _:
                return self._others(node)

    def _name(self, name: str) -> Shape | None:
        known: Mapping[str, Shape | None] = {**shapes.members(ReportContext), **self.scope}
        if name not in known:
            self._add("name.unknown", name=name, meant=self._meant(name, known))
        return known.get(name)

    def _meant(self, name: str, known: Iterable[str]) -> str:
        """Return the name that was probably meant: a like one, or that of something in the loops around."""
        like = nearest(name, known)
        owners = (
            own for own, shape in self.scope.items() if shape and shape.view and name in shapes.members(shape.view)
        )
        owner = next(owners, "")
        return like or (f"{owner}.{name}" if owner else "")

    def _attribute(self, inner: nodes.Node, attr: str) -> Shape | None:
        if isinstance(inner, nodes.Name) and inner.name == "loop" and "loop" in self.scope:
            return self._member("loop", LOOP, attr)
        owner = self.shape(inner)
        if owner is None:
            return None
        if owner.kind == "list":
            self._add("name.list", owner=written(inner), name=attr)
            return None
        return self._member(written(inner), shapes.members(owner.view) if owner.view else {}, attr)

    def _member(self, owner: str, members: Mapping[str, Shape], attr: str) -> Shape | None:
        if attr not in members:
            like = nearest(attr, members)
            self._add("name.attribute", owner=owner, name=attr, meant=f"{owner}.{like}" if like else "")
        return members.get(attr)

    def _item(self, inner: nodes.Node, *, sliced: bool) -> Shape | None:
        shape = self.shape(inner)
        if shape is None:
            return None
        if shape.kind != "list":
            self._add("value.loop", name=written(inner))
            return None
        return shape if sliced else shape.item

    def _filter(self, inner: nodes.Node, name: str) -> Shape | None:
        shape = self.shape(inner)
        if name not in FILTERS:
            self._add("name.filter", name=name, known=" ".join(FILTERS), meant=nearest(name, FILTERS))
            return None
        if shape is not None and not _fits(name, shape):
            self._add("value.filter", filter=name, name=written(inner))
        return NUMBER if name == "length" else TEXT

    def _test(self, inner: nodes.Node, name: str) -> Shape:
        if name not in TESTS:
            self._add("name.test", name=name, known=" ".join(TESTS), meant=nearest(name, TESTS))
        if name not in {"defined", "undefined"}:
            self.shape(inner)
        return TRUTH

    def _compare(self, expr: nodes.Expr, ops: list[nodes.Operand]) -> Shape:
        left = expr
        for operand in ops:
            self._pair(left, operand.expr, operand.op)
            left = operand.expr
        return TRUTH

    def _pair(self, left: nodes.Expr, right: nodes.Expr, op: str) -> None:
        one, other = self.shape(left), self.shape(right)
        if one is None or other is None or _is_none(left) or _is_none(right):
            return
        if op in {"in", "notin"}:
            other = other.item or other
        if one.kind != other.kind or one.kind not in _KINDS or (op in _ORDERING and one.kind == "truth"):
            self._add("value.mixed", left=written(left), right=written(right))

    def _sum(self, left: nodes.Expr, right: nodes.Expr, *, text: bool) -> Shape | None:
        one, other = self.shape(left), self.shape(right)
        if one is None or other is None:
            return None
        if one.kind != other.kind or one.kind not in ({"number", "text"} if text else {"number"}):
            self._add("value.mixed", left=written(left), right=written(right))
        return one

    def _choice(self, test: nodes.Expr, one: nodes.Expr, other: nodes.Expr | None) -> Shape | None:
        self.shape(test)
        chosen = self.shape(one)
        if other is not None:
            self.shape(other)
        return chosen

    def _others(self, node: nodes.Node) -> Shape | None:
        inner = [self.shape(child) for child in node.iter_child_nodes()]
        match node:
            case nodes.Tuple() | nodes.List():
                return Shape("list", item=inner[0] if inner else TEXT)
            case nodes.Neg():
                return inner[0]
            case nodes.Not():
                return TRUTH
            case _:
                return None

    def _add(self, code: str, **values: str) -> None:
        self.found.append((code, values))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like ``name``, empty when none is like it."""
    lowered = {one.lower(): one for one in known}
    like = difflib.get_close_matches(name.lower(), lowered, n=1, cutoff=0.6)
    return lowered[like[0]] if like else ""


def written(node: nodes.Node) -> str:
    """Return an expression about as its author wrote it."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(node=inner, attr=attr):
            return f"{written(inner)}.{attr}"
        case nodes.Getitem(node=inner):
            return f"{written(inner)}[…]"
        case nodes.Const(value=value):
            return repr(value)
        case nodes.Filter(node=nodes.Node() as inner, name=name):
            return f"{written(inner)}|{name}"
        case _:
            return "…"


def _fits(name: str, shape: Shape) -> bool:
    """Whether a filter can take the value; ``join`` wants a list whose items print."""
    if shape.kind != "list":
        return False
    item = shape.item
    return name != "join" or item is None or item.kind in {"text", "number"} or _prints(item)


def _prints(item: Shape) -> bool:
    return item.kind == "view" and item.view is not None and shapes.is_printable(item.view)


def _is_none(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and node.value is None


def _constant(value: object) -> Shape | None:
    kinds: Iterator[tuple[type, Shape]] = iter(((bool, TRUTH), (str, TEXT), (int, NUMBER), (float, NUMBER)))
    return next((shape for kind, shape in kinds if isinstance(value, kind)), None)
