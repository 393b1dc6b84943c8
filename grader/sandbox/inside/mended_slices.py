"""Slices that go backwards to cell 0 and miss it (see `mending`).

The stop of ``x[4:-1:-1]`` means the last cell, so that the slice is empty, while ``x[4:0:-1]``
lacks cell 0. Here one that steps backwards over the beginning, by a step at most, goes on to its
end.

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
    """A call in place of a slice that has a start, a stop and a step; anything else as it is."""
    if not isinstance(part, _ast.Slice):
        return part
    given: list[Any] = [part.lower, part.upper, part.step]
    if None in given:
        return part
    name = _placed(_ast.Name(id=inserted.SLICE, ctx=_ast.Load()), part)
    return _placed(_ast.Call(func=name, args=given, keywords=[]), part)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node


# -- while the program runs ------------------------------------------------------------------------


def install(found: set[str]) -> None:
    """Lays down what mended slices call; ``found`` takes the mistake where one would be empty."""

    def made(start: Any, stop: Any, step: Any) -> slice:
        try:
            is_missed = start >= 0 > stop >= step
        except TypeError:  # of whatever a program puts there
            is_missed = False
        if not is_missed:
            return slice(start, stop, step)
        found.add(STOP_BELOW_ZERO)
        return slice(start, None, step)

    setattr(builtins, inserted.SLICE, made)
