"""Padding on one side alone, put on both, with the slices that take it off again.

Where the first output is of the wrong size, the gradient that comes back fits nowhere: what the
rest is worth shows only where both ways are padded alike.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .places import below, placed
from .tree import children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .places import Replaced


def padded_on_both_sides(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """The line of the first padding on one side, and what goes where so that all is on both."""
    line = 0
    replaced: Replaced = ()
    for node in below(definition):
        if (
            isinstance(node, _ast.Call)
            and getattr(node.func, "attr", "") == "pad"
            and node.args[1:]
        ):
            for pair in below(node.args[1]):
                for empty, width in _sides(pair):
                    line = line or node.lineno
                    replaced = (*replaced, (pair.elts, empty, width))
                    replaced += tuple(_cut_off(definition, width, is_in_front=empty == 1))
    if replaced:
        yield line, replaced


def _sides(pair: Any) -> Iterator[tuple[int, Any]]:
    """Which side of a pair of widths is 0, and the width of the other one."""
    if isinstance(pair, _ast.Tuple | _ast.List) and len(pair.elts) == 2:
        empty = [isinstance(one, _ast.Constant) and one.value == 0 for one in pair.elts]
        if empty[0] != empty[1]:
            yield empty.index(True), pair.elts[empty.index(False)]


def _cut_off(definition: Any, width: Any, *, is_in_front: bool) -> Iterator[tuple[Any, str, Any]]:
    """Slices that take such a padding off on one side, and now on both."""
    for node in below(definition):
        if not isinstance(node, _ast.Slice) or node.step is not None:
            continue
        if is_in_front and node.upper is None and _is_same(node.lower, width):
            minus = placed(_ast.UnaryOp(op=_ast.USub(), operand=width), node.lower)
            yield node, "upper", minus
        end: Any = node.upper
        is_minus = isinstance(end, _ast.UnaryOp) and isinstance(end.op, _ast.USub)
        if not is_in_front and node.lower is None and is_minus and _is_same(end.operand, width):
            yield node, "lower", width


def _is_same(one: Any, other: Any) -> bool:
    """Whether two expressions are written with the same names and numbers."""
    todo = [(one, other)]
    while todo:
        a, b = todo.pop()
        if type(a) is not type(b):
            return False
        for key in ("id", "attr", "value"):
            own = getattr(a, key, None), getattr(b, key, None)
            if isinstance(own[0], str | int) and own[0] != own[1]:
                return False
        parts = children(a), children(b)
        if len(parts[0]) != len(parts[1]):
            return False
        todo += zip(*parts, strict=True)
    return True
