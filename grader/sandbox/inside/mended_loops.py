"""Loops that run over the end of what they go through (see `mending`).

A loop with more turns than there are windows ends in an error, and with it all that was worked out
before is lost. Here it ends with the first turn that fails for an index or a shape, as ``break``
would end it; one of which the very first turn fails does so as it is, and that is noted.

Loaded by path in the child.
"""

from __future__ import annotations

import _ast
import builtins

from .tree import FUNCTIONS, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

OVER_THE_END = "loop-runs-over-the-end"
FIRST_TURN = "first-turn-fails"

_ERRORS, _ENDED, _TAKEN, _TURNS = (
    f"__mended_{name}__" for name in ("errors", "ended", "taken", "turns")
)
_BEYOND = (IndexError, ValueError)
"""What is raised where an index is out of bounds, or lengths do not fit one another."""


def mended_loops(statement: Any) -> bool:
    """Puts the functions of `install` around the loops in functions of a statement, in its tree.

    Whether there are any loops. Those that stand outside of functions stay as they are.
    """
    numbers: list[int] = []
    stack: list[tuple[Any, bool]] = [(statement, False)]
    while stack:
        node, inside = stack.pop()
        inside = inside or isinstance(node, FUNCTIONS)
        if inside:
            _mend_below(node, numbers)
        stack += [(child, inside) for child in children(node)]
    return bool(numbers)


def _mend_below(node: Any, numbers: list[int]) -> None:
    """Mends the loops and lists that stand directly below a node; each has a number of its own."""
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            mended: list[Any] = []
            for one in value:
                mended += _mended(one, numbers)
            setattr(node, field, mended)
        elif isinstance(value, _ast.ListComp):
            (mended_value,) = _mended(value, numbers)
            setattr(node, field, mended_value)


def _mended(node: Any, numbers: list[int]) -> list[Any]:
    """What stands in place of a node: a loop that ends in time, with the count of its turns."""
    if isinstance(node, _ast.ListComp):
        numbers.append(len(numbers))
        generator = _placed(_ast.GeneratorExp(elt=node.elt, generators=node.generators), node)
        function = _name(node, _TAKEN, _ast.Load())
        return [_placed(_ast.Call(func=function, args=[generator], keywords=[]), node)]
    if not isinstance(node, _ast.For | _ast.While):
        return [node]
    turns = f"{_TURNS}{len(numbers)}"
    numbers.append(len(numbers))
    zero, one = (_placed(_ast.Constant(value=value), node) for value in (0, 1))
    begin = _placed(_ast.Assign(targets=[_name(node, turns, _ast.Store())], value=zero), node)
    count = _placed(
        _ast.AugAssign(target=_name(node, turns, _ast.Store()), op=_ast.Add(), value=one), node
    )
    ended = _placed(
        _ast.Call(
            func=_name(node, _ENDED, _ast.Load()),
            args=[_name(node, turns, _ast.Load())],
            keywords=[],
        ),
        node,
    )
    end, fail = _placed(_ast.Break(), node), _placed(_ast.Raise(exc=None, cause=None), node)
    handler = _placed(
        _ast.ExceptHandler(
            type=_name(node, _ERRORS, _ast.Load()),
            name=None,
            body=[_placed(_ast.If(test=ended, body=[end], orelse=[fail]), node)],
        ),
        node,
    )
    tried = _ast.Try(body=node.body, handlers=[handler], orelse=[], finalbody=[])
    node.body = [count, _placed(tried, node)]
    return [begin, node]


def _name(place: Any, name: str, context: Any) -> Any:
    return _placed(_ast.Name(id=name, ctx=context), place)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node


# -- while the program runs ------------------------------------------------------------------------


def install(found: set[str]) -> None:
    """Lays down what mended loops call; ``found`` takes the mistake where one has ended early.

    It takes what is no mistake by itself, too: that a loop fails in its first turn.
    """

    def ended(turns: int) -> bool:
        found.add(OVER_THE_END if turns > 1 else FIRST_TURN)
        return turns > 1

    def taken(values: Iterator[Any]) -> list[Any]:
        result: list[Any] = []
        try:
            for value in values:
                result.append(value)
        except _BEYOND:
            if not result:
                found.add(FIRST_TURN)
                raise
            found.add(OVER_THE_END)
        return result

    for name, value in ((_ERRORS, _BEYOND), (_ENDED, ended), (_TAKEN, taken)):
        setattr(builtins, name, value)
