"""Slices that are to reach an end of an array and are empty (see `mending`).

The stop of ``x[4:-1:-1]`` means the last cell, so that the slice is empty, while ``x[4:0:-1]``
lacks cell 0. Here one that steps backwards over the beginning, by a step at most, goes on to its
end. And ``x[2:-n]`` has nothing in it for an n of 0: it goes on to the end.

Loaded by path in the child.
"""

from __future__ import annotations

import _ast
import builtins

from . import inserted
from .tree import FUNCTIONS, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

STOP_BELOW_ZERO = "slice-stops-below-zero"
STOP_AT_ZERO = "slice-stops-at-zero"


def mended_slices(statement: Any) -> bool:
    """Puts the function of `install` in place of slices with a step, in functions of a statement.

    Whether there are any. Those that stand outside of functions stay as they are.
    """
    found = False
    stack: list[tuple[Any, bool]] = [(statement, False)]
    while stack:
        node, inside = stack.pop()
        inside = inside or isinstance(node, (*FUNCTIONS, _ast.Lambda))
        if inside and isinstance(node, _ast.Subscript):
            found = _mend(node) or found
        stack += [(child, inside) for child in children(node)]
    return found


def _mend(node: Any) -> bool:
    if isinstance(node.slice, _ast.Tuple):
        parts = node.slice.elts
        mended = [_mended(part) for part in parts]
        node.slice.elts = mended
        return any(new is not old for new, old in zip(mended, parts))  # noqa: B905
    before, node.slice = node.slice, _mended(node.slice)
    return node.slice is not before


def _mended(part: Any) -> Any:
    """A call in place of a slice that may be empty where it is not meant to be.

    One that has a start, a stop and a step, or a stop that is counted from the end.
    """
    if not isinstance(part, _ast.Slice):
        return part
    given: list[Any] = [part.lower, part.upper, part.step]
    if None in given and not (part.step is None and _begins_with_minus(part.upper)):
        return part
    nothing = _placed(_ast.Constant(value=None), part)
    given = [nothing if one is None else one for one in given]
    name = _placed(_ast.Name(id=inserted.SLICE, ctx=_ast.Load()), part)
    return _placed(_ast.Call(func=name, args=given, keywords=[]), part)


def _begins_with_minus(stop: Any) -> bool:
    """Whether an expression is one like ``-n`` or ``-k + 1 + j``, and no number as it stands."""
    while isinstance(stop, _ast.BinOp):
        stop = stop.left
    is_minus = isinstance(stop, _ast.UnaryOp) and isinstance(stop.op, _ast.USub)
    return is_minus and not isinstance(stop.operand, _ast.Constant)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node


# -- while the program runs ------------------------------------------------------------------------


def install(found: set[str]) -> None:
    """Lays down what mended slices call; ``found`` takes the mistake where one would be empty."""

    def made(start: Any, stop: Any, step: Any) -> slice:
        if step is None:
            if not (isinstance(stop, int) and stop == 0):
                return slice(start, stop)
            found.add(STOP_AT_ZERO)
            return slice(start, None)
        try:
            is_missed = start >= 0 > stop >= step
        except TypeError:  # of whatever a program puts there
            is_missed = False
        if not is_missed:
            return slice(start, stop, step)
        found.add(STOP_BELOW_ZERO)
        return slice(start, None, step)

    setattr(builtins, inserted.SLICE, made)
