"""What a template may say: print, test, loop. Everything else is refused before anything runs.

A template is checked as a tree, so that a forbidden step is an error even where it would never be reached,
and each loop is told how much work one of its turns is, so that loops within loops cannot run on for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

TURNS = " turns"
"""The filter around what a loop runs over; no template can write a name that begins with a space."""

_LONGEST_WORD = 40
_LARGEST_NUMBER = 10**9
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.For,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Neg,
    nodes.Tuple,
    nodes.List,
    nodes.Filter,
    nodes.Test,
)


class ForbiddenError(TemplateSyntaxError):
    """A template says what no template may; ``reason`` names the step, such as ``call`` or ``set``."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(f"a template may not use: {reason}", line)
        self.reason = reason


def check(tree: nodes.Template) -> nodes.Template:
    """Return the tree with its loops measured; ForbiddenError at the first step that is not allowed."""
    for node in below(tree):
        reason = forbidden(node)
        if reason:
            raise ForbiddenError(reason, node.lineno)
    _measure(tree)
    return tree


def below(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the node and all below it, without recursion: a hostile template may nest deeply."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(reversed(list(current.iter_child_nodes())))


def forbidden(node: nodes.Node) -> str:
    """Return the short name of what a template may not use, empty when the node is allowed."""
    reason = type(node).__name__.lower()
    match node:
        case nodes.For(recursive=True):
            reason = "recursive"
        case nodes.Const(value=int() as value) if abs(value) > _LARGEST_NUMBER:
            reason = "number"
        case nodes.Getitem(arg=arg) if not _is_place(arg):
            reason = "item"
        case nodes.Filter() | nodes.Test() if not _has_plain_arguments(node):
            reason = "argument"
        case nodes.Getattr(attr=name) | nodes.Name(name=name) if name.startswith("_"):
            reason = "private"
        case _ if isinstance(node, _ALLOWED):
            reason = ""
        case _:
            pass
    return reason


def _is_place(node: nodes.Node) -> bool:
    """Whether the node is a number, or a slice between numbers, as in ``indicators[:5]``."""
    if isinstance(node, nodes.Slice):
        return all(part is None or _is_number(part) for part in (node.start, node.stop, node.step))
    return _is_number(node)


def _is_number(node: nodes.Node) -> bool:
    inner = node.node if isinstance(node, nodes.Neg) else node
    return isinstance(inner, nodes.Const) and type(inner.value) is int


def _has_plain_arguments(node: nodes.Filter | nodes.Test) -> bool:
    """Whether a filter or test is given nothing but short words: data in their place could grow without bounds."""
    words = all(isinstance(a, nodes.Const) and len(str(a.value)) <= _LONGEST_WORD for a in node.args)
    return words and not node.kwargs and node.dyn_args is None and node.dyn_kwargs is None


def _measure(tree: nodes.Template) -> None:
    """Wrap what each loop runs over in the filter that spends ``work per turn`` from the budget."""
    for loop in [node for node in below(tree) if isinstance(node, nodes.For)]:
        work = nodes.Const(_work(loop), lineno=loop.lineno)
        loop.iter = nodes.Filter(loop.iter, TURNS, [work], [], None, None, lineno=loop.lineno)


def _work(loop: nodes.For) -> int:
    """Return how many steps one turn takes, loops inside it not counted: they pay for themselves."""
    waiting: list[nodes.Node] = [*loop.body, *loop.else_]
    steps = 1
    while waiting:
        node = waiting.pop()
        steps += 1
        if not isinstance(node, nodes.For):
            waiting.extend(node.iter_child_nodes())
    return steps
