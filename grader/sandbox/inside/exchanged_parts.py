"""Values that stand the other way round, and keys that are not there.

Two results in following lines of which each has the other's value, or two names in one line
(``width, height = p.shape``), an operand of a product that is to be transposed, a key that some
dictionaries lack, channels that are padded as rows are, and cells that are to be left out at the
other end.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast
from itertools import pairwise

from .places import below, bodies, placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .places import Replaced

_PRODUCTS = ("dot", "matmul")
_OPERANDS = (_ast.Name, _ast.Attribute, _ast.Subscript, _ast.Call)
_WIDTHS = (_ast.Constant, _ast.Name, _ast.Attribute)
_OWN = (_ast.Name, _ast.Constant)
"""What is another one in the same expression about something else."""


def exchanged_parts(function: Any) -> Iterator[tuple[int, Replaced]]:
    """The lines of a function in which something may be exchanged, and what goes where."""
    for statements in bodies(function):
        for one, other in pairwise(statements):
            if _are_alike(one, other):
                yield one.lineno, ((one, "value", other.value), (other, "value", one.value))
    for node in below(function):
        if isinstance(node, _ast.Tuple) and isinstance(node.ctx, _ast.Store):
            for place, (one, other) in enumerate(pairwise(node.elts)):
                if isinstance(one, _ast.Name) and isinstance(other, _ast.Name):
                    yield node.lineno, ((node.elts, place, other), (node.elts, place + 1, one))
        if _pads_alike(node):
            yield node.lineno, ((node.args, 1, _padded_maps(node.args[1])),)
        for owner, key, operand in _operands(node):
            yield node.lineno, ((owner, key, _transposed(operand)),)
        if _is_cut_in_front(node):
            yield node.lineno, ((node, "slice", _cut_behind(node)),)
        for owner, key, value in _looked_up(node):
            yield node.lineno, ((owner, key, _or_zero(value)),)


def _are_alike(one: Any, other: Any) -> bool:
    """Whether two statements give names values that differ in names and numbers alone."""
    both = one, other
    if not all(isinstance(each, _ast.Assign) and len(each.targets) == 1 for each in both):
        return False
    if isinstance(one.value, _OWN) or any(
        not isinstance(each.targets[0], _ast.Name | _ast.Attribute) for each in both
    ):
        return False
    own = {getattr(each.targets[0], "id", None) for each in both}
    used = {getattr(part, "id", "") for part in below(other.value)}
    return own.isdisjoint(used) and _shape(one.value) == _shape(other.value)


def _shape(value: Any) -> list[type]:
    return [type(part) for part in below(value)]


def _operands(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The operands of a product of matrices that are not transposed, each with its place."""
    places: list[tuple[Any, Any, Any]] = []
    if isinstance(node, _ast.BinOp) and isinstance(node.op, _ast.MatMult):
        places = [(node, "left", node.left), (node, "right", node.right)]
    elif isinstance(node, _ast.Call) and getattr(node.func, "attr", "") in _PRODUCTS:
        places = [(node.args, place, one) for place, one in enumerate(node.args[:2])]
        if len(node.args) == 1 and isinstance(node.func, _ast.Attribute):
            places.append((node.func, "value", node.func.value))
    for owner, key, operand in places:
        if isinstance(operand, _OPERANDS) and getattr(operand, "attr", "") != "T":
            yield owner, key, operand


def _transposed(operand: Any) -> Any:
    return placed(_ast.Attribute(value=operand, attr="T", ctx=_ast.Load()), operand)


def _pads_alike(node: Any) -> bool:
    """Whether all axes of an array are padded alike, its channels too."""
    is_pad = isinstance(node, _ast.Call) and getattr(node.func, "attr", "") == "pad"
    return is_pad and len(node.args) > 1 and isinstance(node.args[1], _WIDTHS)


def _is_cut_in_front(node: Any) -> bool:
    """Whether the first cells of an array are left out, so many as a variable says."""
    at = node.slice if isinstance(node, _ast.Subscript) else None
    if not isinstance(at, _ast.Slice) or not isinstance(node.value, _ast.Name):
        return False
    return isinstance(at.lower, _ast.Name | _ast.BinOp) and at.upper is None and at.step is None


def _cut_behind(node: Any) -> Any:
    """The slice without as many cells at the end."""
    cells: Any = node.slice
    length = placed(_ast.Name(id="len", ctx=_ast.Load()), cells)
    count = placed(_ast.Call(func=length, args=[node.value], keywords=[]), cells)
    end = placed(_ast.BinOp(left=count, op=_ast.Sub(), right=cells.lower), cells)
    return placed(_ast.Slice(lower=None, upper=end, step=None), cells)


def _padded_maps(width: Any) -> Any:
    """The widths for maps (C, H, W), of which the channels are not padded."""

    def pair(one: Any) -> Any:
        return placed(_ast.Tuple(elts=[one, one], ctx=_ast.Load()), width)

    none = pair(placed(_ast.Constant(value=0), width))
    return placed(_ast.Tuple(elts=[none, pair(width), pair(width)], ctx=_ast.Load()), width)


def _looked_up(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The entries of dictionaries right below a node that are looked up by a key in quotes."""
    for field in node._fields:
        value = getattr(node, field, None)
        several = value if isinstance(value, list) else [value]
        for place, one in enumerate(several):
            if (
                isinstance(one, _ast.Subscript)
                and isinstance(one.ctx, _ast.Load)
                and isinstance(one.slice, _ast.Constant)
                and isinstance(one.slice.value, str)
            ):
                yield (value, place, one) if isinstance(value, list) else (node, field, one)


def _or_zero(value: Any) -> Any:
    """The entry of a dictionary, or 0 where it has no such key."""
    zero = placed(_ast.Constant(value=0), value)
    get = placed(_ast.Attribute(value=value.value, attr="get", ctx=_ast.Load()), value)
    return placed(_ast.Call(func=get, args=[value.slice, zero], keywords=[]), value)
