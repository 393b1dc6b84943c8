"""Whether what stands under a name was left blank, as it is once the program has run.

A function may be blank where it is written and be replaced, or filled by a decorator, later; a
class may inherit all that it has, or get its methods afterwards. Loaded by path in the child.
"""

from __future__ import annotations

from ..wire.frames import MODULE, MRO, NAMESPACE
from .behind import functions_behind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FunctionType
    from typing import Any

    IsLeft = Callable[[FunctionType], bool | None]
    """Whether a function is blank where it is written; None for one that is not the program's."""

_NOTHING_INHERITED = ("abc", "builtins", "typing", "torch.nn.modules.module")
"""The modules of classes that do none of the work that a sheet asks for."""


def is_blank(value: Any, is_left: IsLeft) -> bool:
    """Whether all that runs when ``value`` is called was left blank."""
    found = [is_left(function) for function in functions_behind(value)]
    return bool(found) and all(found)


def wraps_blank(value: Any, is_left: IsLeft) -> bool:
    """Whether a function that was left blank may do the work: its wrapper need not call it."""
    return any(map(is_left, functions_behind(value)))


def is_filled(kind: type, is_left: IsLeft) -> bool:
    """Whether a class that has nothing where it is written has got something all the same.

    It inherits from a class that does some work, or methods were attached to it. Where it has an
    ``__init__`` of the program's own, that one decides, as it does on the sheet.
    """
    methods: dict[str, bool] = {}
    for one in MRO.__get__(kind):
        module = MODULE.__get__(one)
        if module == "submission":
            for name, value in NAMESPACE.__get__(one).items():
                left = [is_left(function) for function in functions_behind(value)]
                if any(each is not None for each in left):
                    methods.setdefault(name, all(each is not False for each in left))
        elif module not in _NOTHING_INHERITED:
            return True
    if "__init__" in methods:
        return not methods["__init__"]
    return not all(methods.values())
