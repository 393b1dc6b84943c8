"""Arrays laid out otherwise: rows for columns before a `reshape`, other axes, a bias along maps.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .places import below, placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .places import Replaced

_READING = ("reshape", "ravel", "flatten", "view")
"""Methods that read an array row by row."""
_AXES = ((0, 1), (1, 2), (0, 2), (-2, -1))
_ADDED = (_ast.Name, _ast.Attribute)


def laid_out(function: Any) -> Iterator[tuple[int, Replaced]]:
    """The lines of a function in which an array may be laid out otherwise, and what goes where."""
    for node in below(function):
        if isinstance(node, _ast.Call):
            for replaced in (*_read_by_columns(node), *_over_other_axes(node)):
                yield node.lineno, replaced
        elif isinstance(node, _ast.BinOp) and isinstance(node.op, _ast.Add | _ast.Sub):
            for replaced in _along_maps(node):
                yield node.lineno, replaced


def _read_by_columns(call: Any) -> Iterator[Replaced]:
    """A matrix that is turned before its numbers are read row by row."""
    function = call.func
    if not isinstance(function, _ast.Attribute) or function.attr not in _READING:
        return
    owner, key, array = (function, "value", function.value)
    if getattr(array, "id", "") in ("np", "numpy", "torch") and call.args:
        owner, key, array = call.args, 0, call.args[0]  # type: ignore[assignment]
    if getattr(array, "attr", "") == "T":
        return
    turned = placed(_ast.Attribute(value=array, attr="T", ctx=_ast.Load()), array)
    yield ((owner, key, turned),)


def _over_other_axes(call: Any) -> Iterator[Replaced]:
    """Two other axes for two."""
    for keyword in call.keywords:
        numbers = [_number(one) for one in getattr(keyword.value, "elts", ())]
        if keyword.arg in ("axis", "dim") and len(numbers) == 2 and None not in numbers:
            for axes in _AXES:
                if list(axes) != numbers:
                    yield ((keyword, "value", _tuple(axes, keyword.value)),)


def _number(node: Any) -> int | None:
    minus = isinstance(node, _ast.UnaryOp) and isinstance(node.op, _ast.USub)
    value = getattr(node.operand if minus else node, "value", None)
    return None if type(value) is not int else -value if minus else value


def _tuple(numbers: tuple[int, ...], place: Any) -> Any:
    constants = [placed(_ast.Constant(value=number), place) for number in numbers]
    return placed(_ast.Tuple(elts=constants, ctx=_ast.Load()), place)


def _along_maps(sum_of_two: Any) -> Iterator[Replaced]:
    """A number for each row or each map, in place of one for each column."""
    for key in ("right", "left"):
        added = getattr(sum_of_two, key)
        if isinstance(added, _ADDED):
            for further in (1, 2):
                axes = [_ast.Slice(), *(_ast.Constant(value=None) for _ in range(further))]
                place = placed(
                    _ast.Tuple(elts=[placed(one, added) for one in axes], ctx=_ast.Load()), added
                )
                new = _ast.Subscript(value=added, slice=place, ctx=_ast.Load())
                yield ((sum_of_two, key, placed(new, added)),)
