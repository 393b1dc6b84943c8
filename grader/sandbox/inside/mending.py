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
from types import GeneratorType

from . import mended_models, mended_numpy
from .returns import mended_returns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .reading import Statement

SWAPPED = "arguments-swapped"
GENERATOR = "generator-returned"
TOGETHER = "results-returned-together"

_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)


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
        self.found: set[str] = set()
        if "numpy" in sys.modules:
            mended_numpy.restore(self.found)
        self.models = mended_models.Models(self.found) if is_model else None

    def read(self, statements: list[Statement], filename: str, flags: int) -> None:
        """Mends the functions of a cell that are called, before they are defined."""
        for statement in statements:
            node: Any = statement.node
            members = node.body if isinstance(node, _ast.ClassDef) else [node]
            mended = {
                mended_returns(one)
                for one in members
                if isinstance(one, _FUNCTIONS) and one.name in self.functions
            } - {""}
            if mended:
                module = _ast.Module(body=[node], type_ignores=[])
                statement.code = compile(module, filename, "exec", flags, dont_inherit=True)
                self.found |= mended

    def call(
        self, target: Any, names: Sequence[str], positional: list[Any], named: dict[str, Any]
    ) -> Any:
        """What a function, method or class gives for arguments, which have names in the probe."""
        if isinstance(target, type):
            if self.models is not None:
                return self.models.made(target, positional, named)
            return target(*positional, **named)
        order = _order(target, names)
        if order is not None:
            self.found.add(SWAPPED)
            positional = [positional[place] for place in order]
        owner = getattr(target, "__self__", None)
        before = [getattr(owner, name, None) for name in self.attributes]
        if self.models is None:
            result = target(*positional, **named)
        else:
            result = self.models.called(target, positional, named)
        return self._one_result(owner, before, result)

    def _one_result(self, owner: Any, before: list[Any], result: Any) -> Any:
        """The first of several results, of which the others are left where they should be.

        ``before`` has the attributes of their owner before the call: those that are as they were
        have not been left by it.
        """
        if type(result) is GeneratorType:
            import numpy

            self.found.add(GENERATOR)
            return numpy.array(list(result))
        if type(result) is not tuple or len(result) < 2 or not getattr(result[0], "shape", ()):
            return result
        if owner is not None and len(result) <= 1 + len(self.attributes):
            for name, own, value in zip(self.attributes, before, result[1:]):  # noqa: B905
                if getattr(owner, name, None) is own:
                    setattr(owner, name, value)
        self.found.add(TOGETHER)
        return result[0]


def _order(target: Any, names: Sequence[str]) -> list[int] | None:
    """The places of the arguments in the order in which a function names them, if it is another.

    ``x1`` and ``long_x`` are arguments for ``x``.
    """
    code = getattr(getattr(target, "__func__", target), "__code__", None)
    if code is None or len(names) < 2:
        return None
    taken = code.co_varnames[: code.co_argcount]
    if getattr(target, "__self__", None) is not None:
        taken = taken[1:]
    taken = taken[: len(names)]
    plain = [name.removesuffix("_before").rstrip("0123456789") for name in names]
    places = [[at for at, own in enumerate(plain) if _is_for(own, name)] for name in taken]
    if len(taken) != len(names) or any(len(each) != 1 for each in places):
        return None
    order = [each[0] for each in places]
    return order if sorted(order) == list(range(len(names))) != order else None


def _is_for(argument: str, name: str) -> bool:
    return argument == name or argument.endswith(f"_{name}")
