"""The Jinja environment that fills templates: nothing undefined, nothing executed, nothing lost.

A template may print values, test them and loop over them. It may not call anything, nor multiply or
format text, so that a template from a stranger can neither run code nor fill the memory.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ita import thai

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def printable(text: str) -> str:
    """Return ``text`` without what XML cannot hold (the rule *printable text only*).

    Left out: control characters other than tab and newline, lone surrogates, U+FFFE and U+FFFF. Line
    ends become a newline. Every other character is kept as it is.
    """
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


class UndefinedNameError(UndefinedError):
    """A template uses ``name``, which its context does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Undefined(StrictUndefined):
    """A name that the context does not have: using it in any way names it."""

    def _fail_with_undefined_error(self, *_args: object, **_kwargs: object) -> NoReturn:
        raise UndefinedNameError(str(self._undefined_name))

    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __getattr__ = __getitem__ = __call__ = __contains__ = _fail_with_undefined_error
    __add__ = __radd__ = __sub__ = __rsub__ = __lt__ = __le__ = __gt__ = __ge__ = _fail_with_undefined_error
    __html__ = _fail_with_undefined_error


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox that calls nothing and computes only sums and comparisons."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "/"})

    def call(self, *_args: object, **_kwargs: object) -> NoReturn:
        """Refuse every call."""
        raise SecurityError("a template may not call anything")

    def call_binop(self, *_args: object, **_kwargs: object) -> NoReturn:
        """Refuse every operator that can make a small value large."""
        raise SecurityError("a template may only add, subtract and compare")


def _shown(digits: thai.Digits) -> Callable[[object], object]:
    """Return what printing a value prints: nothing for None, numbers in the digits of the report."""

    def finalize(value: object) -> object:
        match value:
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
    return thai.join([str(item) for item in items], word)


def _length(items: Sequence[object]) -> int:
    return len(items)


def environment(digits: thai.Digits) -> ImmutableSandboxedEnvironment:
    """Return the environment; its filters are ``join`` (a Thai list) and ``length``."""
    env = _Environment(autoescape=True, undefined=_Undefined, finalize=_shown(digits))
    env.globals.clear()
    filters: dict[str, Any] = {"join": _joined, "length": _length}
    env.filters = filters
    env.tests = {name: env.tests[name] for name in ("defined", "undefined", "none", "string", "number")}
    return env
