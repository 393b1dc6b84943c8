"""One more run of a program, with a few mistakes mended that leave nothing to be seen of the rest.

A result that is not returned, a base class whose ``__init__`` is never called, or a dropout that no
sheet asks for makes all checks fail, whatever the rest is worth. With the mistake mended they show
that; what was mended is told, and costs by itself. Nothing is worked out here: what comes is still
what the program gives.

Loaded by path in the child, with its siblings and nothing else of ours.
"""

from __future__ import annotations

import _ast
import sys
from types import FunctionType, MethodType

from . import (
    mended_arrays,
    mended_imports,
    mended_loops,
    mended_models,
    mended_numpy,
    mended_results,
    mended_slices,
    mended_training,
    mended_windows,
)
from .code import compile_anew
from .mended_names import mended_names
from .mended_parameters import mended_globals, mended_parameters
from .returns import mended_returns
from .tree import assigned_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .reading import Statement

SWAPPED = "arguments-swapped"
NOT_TAKEN = "argument-not-taken"
NOT_GIVEN = "argument-not-asked-for"

_DEFINED = (_ast.ClassDef, _ast.FunctionDef, _ast.AsyncFunctionDef, _ast.Import, _ast.ImportFrom)
_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_TAKES_ANY_NUMBER = 4
"""The flag of the code of a function with ``*args``."""


class Mending:
    """What is mended, and what has been found to mend.

    Attributes:
        found: the keys of the mistakes that were there to be mended.
    """

    def __init__(
        self, functions: tuple[str, ...], attributes: tuple[str, ...], *, is_model: bool
    ) -> None:
        """``functions`` are those that are called, ``attributes`` those that they have to leave.

        ``is_model`` says that the class is one of PyTorch.
        """
        self.functions = functions
        self.attributes = attributes
        self.data: tuple[str, ...] = ()  # the names that the program gives values to above
        self.found: set[str] = set()
        mended_imports.install(self.found)
        if "numpy" in sys.modules:
            mended_numpy.restore(self.found)
            mended_arrays.install(self.found)
            mended_loops.install(self.found)
            mended_slices.install(self.found)
            mended_windows.install(self.found)
        self.models = mended_models.Models(self.found) if is_model else None
        has_torch = "torch" in sys.modules and not is_model
        self.training = mended_training.Training(self.found) if has_torch else None

    def read(self, statements: list[Statement], filename: str, flags: int) -> None:
        """Mends the functions of a cell before they are defined: all of them, or what is called."""
        known = assigned_names([one.node for one in statements if one.node is not None])
        for statement in statements:
            node: Any = statement.node
            if statement.code is None or node is None:
                continue
            members = node.body if isinstance(node, _ast.ClassDef) else [node]
            called = [
                one
                for one in members
                if isinstance(one, _FUNCTIONS) and one.name in (*self.functions, "__init__")
            ]
            mended = {mended_returns(one) for one in called if one.name in self.functions} - {""}
            mended |= {key for one in called for key in mended_parameters(one)}
            if not self.models:
                mended |= {key for one in called for key in mended_globals(one, self.data)}
                self.data += () if isinstance(node, _DEFINED) else assigned_names([node])
            has_slices = "numpy" in sys.modules and mended_slices.mended_slices(node)
            mended |= mended_names(node, self.functions, known)
            has_arrays = "numpy" in sys.modules and mended_arrays.mended_arrays(node)
            has_loops = "numpy" in sys.modules and not self.models
            has_loops = has_loops and mended_loops.mended_loops(node)
            has_windows = "numpy" in sys.modules and not self.models
            has_windows = has_windows and mended_windows.mended_windows(node)
            if mended or has_slices or has_arrays or has_loops or has_windows:
                compile_anew(statement, filename, flags)
                self.found |= mended

    def call(
        self, target: Any, names: Sequence[str], positional: list[Any], named: dict[str, Any]
    ) -> Any:
        """What a function, method or class gives for arguments, which have names in the probe."""
        target = _by_itself(target, len(positional))
        names, positional = self._taken(target, names, positional)
        order = _order(target, names)
        if order is not None:
            self.found.add(SWAPPED)
            positional = [positional[place] for place in order]
        if isinstance(target, type):
            if self.models is not None:
                return self.models.made(target, positional, named)
            return target(*positional, **named)
        owner = getattr(target, "__self__", None)
        before = {name: mended_results.left_in(owner, name) for name in self.attributes}
        if self.training is not None:
            result = self.training.call(target, positional, named)
        elif self.models is None:
            result = target(*positional, **named)
        else:
            result = self.models.called(target, positional, named)
        is_loss = self.models is not None and len(positional) > 1
        return mended_results.one_result(result, owner, before, self.found, is_number=is_loss)

    def _taken(
        self, target: Any, names: Sequence[str], positional: list[Any]
    ) -> tuple[Sequence[str], list[Any]]:
        """The names and arguments for which there are parameters: by their names, or the first."""
        taken = None if self.models else _parameters(target)
        if taken is None:
            return names, positional
        if len(taken) > len(positional):
            return names, self._given(target, names, positional, taken)
        if not 0 < len(taken) < len(positional):
            return names, positional
        self.found.add(NOT_TAKEN)
        plain = _plain(names)
        places = [at for at, name in enumerate(plain) if any(_is_for(name, own) for own in taken)]
        if len(places) != len(taken):
            places = list(range(len(taken)))
        return [names[at] for at in places], [positional[at] for at in places]

    def _given(
        self, target: Any, names: Sequence[str], positional: list[Any], taken: Sequence[str]
    ) -> list[Any]:
        """The arguments with None for what is taken and not given, if it has to be."""
        needed = taken[: len(taken) - _defaults(target)]
        plain = _plain(names)
        known = [own for own in needed if any(_is_for(name, own) for name in plain)]
        if len(needed) <= len(positional):
            return positional
        self.found.add(NOT_GIVEN)
        if len(known) != len(positional):
            return [*positional, *[None] * (len(needed) - len(positional))]
        given = iter(positional)
        return [next(given) if own in known else None for own in needed]

    def tried(self, target: Any, names: Sequence[str], positional: list[Any]) -> Any:
        """What a model's method gives while it is seen whether its layers fit one another."""
        assert self.models is not None
        self.models.tries = True
        try:
            return self.call(target, names, positional, {})
        finally:
            self.models.tries = False


def _by_itself(target: Any, count: int) -> Any:
    """A method that was looked for as a function, of an object that takes nothing to be made."""
    if type(target) is not FunctionType or target.__code__.co_argcount <= count:
        return target
    owner: Any = target.__globals__.get(target.__qualname__.rpartition(".")[0])
    is_method = isinstance(owner, type) and target.__code__.co_varnames[0] == "self"
    return MethodType(target, owner()) if is_method else target


def _function(target: Any) -> Any:
    """The function that is called: that of a method, the constructor of a class."""
    function = getattr(target, "__init__") if isinstance(target, type) else target  # noqa: B009
    return getattr(function, "__func__", function)


def _defaults(target: Any) -> int:
    """How many of the parameters by position need not be given."""
    return len(getattr(_function(target), "__defaults__", None) or ())


def _parameters(target: Any) -> tuple[str, ...] | None:
    """What a function, method or class takes by position; None if that is any number."""
    code = getattr(_function(target), "__code__", None)
    if code is None or code.co_flags & _TAKES_ANY_NUMBER:
        return None
    taken: tuple[str, ...] = code.co_varnames[: code.co_argcount]
    is_method = isinstance(target, type) or getattr(target, "__self__", None) is not None
    return taken[1:] if is_method else taken


def _order(target: Any, names: Sequence[str]) -> list[int] | None:
    """The places of the arguments in the order in which a function names them, if it is another.

    ``x1`` and ``long_x`` are arguments for ``x``.
    """
    parameters = _parameters(target)
    if parameters is None or len(names) < 2:
        return None
    taken = parameters[: len(names)]
    plain = _plain(names)
    places = [[at for at, name in enumerate(plain) if _is_for(name, own)] for own in taken]
    if len(taken) != len(names) or any(len(each) != 1 for each in places):
        return None
    order = [each[0] for each in places]
    return order if sorted(order) == list(range(len(names))) != order else None


def _plain(names: Sequence[str]) -> list[str]:
    """The names of arguments without what tells several of one name apart."""
    named = _without_tag([name.removesuffix("_before") for name in names])
    return [name.rstrip("0123456789") for name in named]


def _without_tag(names: Sequence[str]) -> Sequence[str]:
    """``w`` and ``b`` of ``w_a`` and ``b_a``, which are those of one of several layers."""
    parts = [name.rpartition("_") for name in names]
    is_tagged = len({tag for _, _, tag in parts}) == 1 and all(head for head, _, _ in parts)
    return [head for head, _, _ in parts] if is_tagged else names


def _is_for(argument: str, name: str) -> bool:
    return argument == name or argument.endswith(f"_{name}")
