"""The function of the program's own that is behind something that can be called.

Loaded by path in the child. Nothing of the program's runs here: what a type defines is read past
its own ways of access.
"""

from __future__ import annotations

import functools
import sys
from types import FunctionType, MethodType

from ..wire.frames import MRO, NAMESPACE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_STEPS = 20
_PARTIAL = functools.partial.__dict__["func"]
_CACHED = type(functools.lru_cache(lambda: None))
_LOCAL = ".<locals>"


def function_behind(value: Any) -> FunctionType | None:
    """What runs when ``value`` is called; None where it is no Python function.

    It may be a partial, a bound method, or an object of a class that has a ``__call__``. Of a
    function that wraps another, it is that other one.
    """
    found = functions_behind(value)
    is_whole = found and "__wrapped__" not in _attributes(found[-1])
    return found[-1] if is_whole else None


def functions_behind(value: Any) -> list[FunctionType]:
    """All Python functions on the way to what runs, a wrapper before what it wraps."""
    found: list[FunctionType] = []
    for _ in range(_MOST_STEPS):
        kind = type(value)
        if kind is FunctionType:
            found.append(value)
            value = _attributes(value).get("__wrapped__")
            if value is None:
                break
        elif kind in (MethodType, staticmethod, classmethod):
            value = value.__func__
        elif functools.partial in MRO.__get__(kind):
            value = _PARTIAL.__get__(value)
        elif kind is _CACHED:
            value = value.__wrapped__
        elif kind is getattr(sys.modules.get("numpy"), "vectorize", None):
            value = value.pyfunc
        else:
            line = (NAMESPACE.__get__(one) for one in MRO.__get__(kind))
            value = next((names["__call__"] for names in line if "__call__" in names), None)
            if type(value) not in (FunctionType, staticmethod, functools.partial):
                break
    return found


def _attributes(function: FunctionType) -> dict[str, Any]:
    return FunctionType.__dict__["__dict__"].__get__(function)  # type: ignore[no-any-return]


def name_in_source(function: FunctionType) -> str:
    """The name of a function, of ``Class.method``, or of the function in which it is defined."""
    return function.__code__.co_qualname.partition(_LOCAL)[0]
