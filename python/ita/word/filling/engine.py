"""The Jinja environment that fills templates: nothing undefined, nothing executed, nothing lost.

A template may print values, test them and loop over them. It may not call anything, nor multiply or
format text, and the work it may do is bounded, so that a template from a stranger can neither run code nor
fill the memory nor run on for ever.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Template, nodes, pass_context
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ita import thai
from ita.word.filling import grammar
from ita.word.parts.printable import printable

MAX_STEPS = 5_000_000
"""How many steps the loops of one part may take; the largest report takes a hundredth of it."""
MAX_CHARACTERS = 32_000_000
"""How much one part may print."""

_BUDGET = " budget"
_LOOP_NAMES = frozenset({"index", "index0", "revindex", "first", "last", "length"})


class UndefinedNameError(UndefinedError):
    """A template uses ``name``, which its context does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TooMuchError(SecurityError):
    """A template repeats or prints more than any report needs."""


class _Undefined(StrictUndefined):
    """A name that the context does not have: using it in any way names it."""

    def _fail_with_undefined_error(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise UndefinedNameError(str(self._undefined_name))

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __getattr__ = __getitem__ = __call__ = __contains__ = _fail_with_undefined_error
    __add__ = __radd__ = __sub__ = __rsub__ = __lt__ = __le__ = __gt__ = __ge__ = _fail_with_undefined_error
    __html__ = _fail_with_undefined_error


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox that knows the grammar of ``ita.word.filling.grammar`` and looks into nothing but views and lists."""

    def compile(self, source: str | nodes.Template, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (as Jinja has it)
        """Compile a template that keeps to the grammar; ForbiddenError otherwise."""
        tree = grammar.check(self.parse(source) if isinstance(source, str) else source)
        tree.set_environment(self)
        return super().compile(tree, *args, **kwargs)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return a name of a view, of a mapping or of the loop; any other is undefined."""
        if attribute in _names(type(obj)):
            return getattr(obj, attribute)
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self._missing(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """Return an item, or a slice, of a list; anything else is undefined."""
        if isinstance(obj, list | tuple) and isinstance(argument, int | slice):
            items: Sequence[object] = obj
            if isinstance(argument, slice) or -len(items) <= argument < len(items):
                return items[argument]
        return self._missing(obj, f"[{argument}]")

    def _missing(self, obj: object, name: str) -> object:
        """Return what stands for a name that is not there; of an undefined object the object itself is named."""
        return self.undefined(name=name) if not isinstance(obj, _Undefined) else bool(obj)

    def call(self, *_args: object, **_kwargs: object) -> NoReturn:
        """Refuse every call."""
        raise SecurityError("a template may not call anything")


@functools.cache
def _names(kind: type[object]) -> frozenset[str]:
    """Return the names that a template may use of an object: those of a view or of the loop, else none."""
    if issubclass(kind, LoopContext):
        return _LOOP_NAMES
    if not dataclasses.is_dataclass(kind):
        return frozenset()
    properties = {name for name, value in vars(kind).items() if isinstance(value, property)}
    return frozenset({field.name for field in dataclasses.fields(kind)} | properties)


def _shown(digits: thai.Digits) -> Callable[[object], object]:
    """Return what printing a value prints: nothing for None, numbers in the digits of the report."""

    def finalize(value: object) -> object:
        match value:
            case str():
                return printable(value)
            case None | bool():
                return ""
            case int():
                return thai.in_digits(str(value), digits)
            case float():
                return thai.in_digits(thai.number(value), digits)
            case _Undefined():
                return value
            case _ if type(value).__str__ is object.__str__:
                raise UndefinedNameError(type(value).__name__)
            case _:
                return printable(str(value))

    return finalize


def _joined(items: Sequence[object], word: str = "และ") -> str:
    return thai.join([_word(item) for item in _list(items)], word)


def _word(item: object) -> str:
    """Return an item as a list prints it; a view that has no print of its own would show Python."""
    if type(item).__str__ is object.__str__ or isinstance(item, list | tuple | dict):
        raise UndefinedNameError(type(item).__name__)
    return str(item)


def _length(items: Sequence[object]) -> int:
    return len(_list(items))


def _list(items: Sequence[object]) -> Sequence[object]:
    """Return what a loop or a filter may go through: a text would fall apart into its letters."""
    if isinstance(items, list | tuple):
        return items
    if isinstance(items, _Undefined):
        bool(items)
    raise TypeError("not a list")


class _Budget:
    """The work that is left for one part."""

    def __init__(self) -> None:
        self._left = MAX_STEPS

    def spend(self, steps: int) -> None:
        """Take steps from what is left; TooMuchError when there are not so many."""
        self._left -= steps
        if self._left < 0:
            raise TooMuchError("too many turns")


@pass_context
def _turns(context: Context, items: Sequence[object], work: int) -> Sequence[object]:
    """Return what a loop runs over after its whole work was paid for."""
    budget = context.get(_BUDGET)
    if isinstance(budget, _Budget):
        budget.spend(len(_list(items)) * work)
    return _list(items)


@functools.cache
def environment(digits: thai.Digits) -> ImmutableSandboxedEnvironment:
    """Return the environment; its filters are ``join`` (a Thai list) and ``length``."""
    env = _Environment(autoescape=True, undefined=_Undefined, finalize=_shown(digits))
    env.globals.clear()
    filters: dict[str, Any] = {"join": _joined, "length": _length, grammar.TURNS: _turns}
    env.filters = filters
    env.tests = {name: env.tests[name] for name in ("defined", "undefined", "none", "string", "number")}
    return env


def fill(template: Template, values: Mapping[str, object]) -> str:
    """Return the template filled with values; TooMuchError when it takes or prints too much."""
    pieces: list[str] = []
    size = 0
    for piece in template.generate({**values, _BUDGET: _Budget()}):
        size += len(piece)
        if size > MAX_CHARACTERS:
            raise TooMuchError("too much text")
        pieces.append(piece)
    return "".join(pieces)
