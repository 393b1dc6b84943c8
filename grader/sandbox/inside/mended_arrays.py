"""Assignments and calls that NumPy refuses for the kind of an array alone (see `mending`).

An array of one element stood for its number up to NumPy 2.3, and decimals cannot be added into an
array of integers. What is written in the program stays: a cell is assigned to, a number made or
decimals added by functions that do as Python does, and only where that fails as it is meant.

Loaded by path in the child.
"""

from __future__ import annotations

import _ast
import builtins
import math
import operator

from . import inserted
from .tree import FUNCTIONS, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

ONE_ELEMENT = "one-element-for-a-number"
INTEGERS = "integers-for-decimals"

_STORED, _ADDED, _FITTING, _HOLDING, _NUMBERS, _SHOWN = (
    f"__mended_{name}__" for name in ("stored", "added", "fitting", "holding", "numbers", "shown")
)
_OPERATIONS = {
    **{"Add": operator.iadd, "Sub": operator.isub, "Mult": operator.imul},
    **{"Div": operator.itruediv},
}
_MAKERS = {"float": float, "int": int, "complex": complex, "round": round}
_NAMES = frozenset({*_MAKERS, *(name for name in dir(math) if name[0] != "_")})
_AS_WIDE = {4: "f4", 8: "f8"}
"""The decimals that take the room of integers, by their bytes."""


def mended_arrays(statement: Any) -> bool:
    """Puts the functions of `install` into the functions of a statement, in its tree.

    Whether there is a place for any. What stands outside of functions stays as it is.
    """
    found = False
    stack: list[tuple[Any, bool]] = [(statement, False)]
    while stack:
        node, inside = stack.pop()
        inside = inside or isinstance(node, (*FUNCTIONS, _ast.Lambda))
        stack += [(child, inside) for child in children(node)]
        if not inside:
            continue
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                for place, one in enumerate(block):
                    block[place] = mended = _mended_statement(one)
                    found = found or mended is not one
        found = _mend_expression(node) or found
    return found


def _mended_statement(node: Any) -> Any:
    """The statement that is carried out in place of an assignment; all others stay."""
    if isinstance(node, _ast.Assign) and len(node.targets) == 1:
        target = node.targets[0]
        if isinstance(target, _ast.Subscript) and _is_cell(target.slice):
            stored = _call(node, _STORED, node.value, target.value, target.slice)
            return _placed(_ast.Expr(value=stored), node)
    if not isinstance(node, _ast.AugAssign) or type(node.op).__name__ not in _OPERATIONS:
        return node
    target, text = node.target, _placed(_ast.Constant(value=type(node.op).__name__), node)
    if not isinstance(target, _ast.Subscript):
        value = _call(node, _FITTING, node.value, _loaded(target), text)
        return _placed(_ast.AugAssign(target=target, op=node.op, value=value), node)
    if _is_cell(target.slice):
        added = _call(node, _ADDED, target.value, target.slice, node.value, text)
        return _placed(_ast.Expr(value=added), node)
    # a part of an array is looked up when the whole has become one of decimals
    value = _placed(
        _ast.NamedExpr(target=_name(node, inserted.VALUE, _ast.Store()), value=node.value), node
    )
    holder = _call(node, _HOLDING, target.value, value, text)
    part = _placed(_ast.Subscript(value=holder, slice=target.slice, ctx=_ast.Store()), target)
    value = _name(node, inserted.VALUE, _ast.Load())
    return _placed(_ast.AugAssign(target=part, op=node.op, value=value), node)


def _mend_expression(node: Any) -> bool:
    """Has ``float(x)``, ``math.sqrt(x)`` and ``f"{x:.2f}"`` go through functions of ours."""
    if isinstance(node, _ast.Call) and node.args:
        called = node.func
        name = getattr(called, "attr", getattr(called, "id", ""))
        if name in _NAMES and isinstance(called, _ast.Name | _ast.Attribute):
            node.func = _call(node, _NUMBERS, called)
            return True
    if isinstance(node, _ast.FormattedValue) and node.format_spec is not None:
        node.value = _call(node, _SHOWN, node.value)
        return True
    return False


def _is_cell(index: Any) -> bool:
    """Whether an index has no slice in it."""
    parts = index.elts if isinstance(index, _ast.Tuple) else [index]
    return not any(
        isinstance(part, _ast.Slice | _ast.Starred)
        or getattr(getattr(part, "func", None), "id", "") == inserted.SLICE
        for part in parts
    )


def _call(place: Any, name: str, *arguments: Any) -> Any:
    function = _name(place, name, _ast.Load())
    return _placed(_ast.Call(func=function, args=list(arguments), keywords=[]), place)


def _loaded(target: Any) -> Any:
    """The value of a name or attribute that is assigned to."""
    if isinstance(target, _ast.Name):
        return _name(target, target.id, _ast.Load())
    found = _ast.Attribute(value=target.value, attr=target.attr, ctx=_ast.Load())
    return _placed(found, target)


def _name(place: Any, name: str, context: Any) -> Any:
    return _placed(_ast.Name(id=name, ctx=context), place)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node


# -- while the program runs ------------------------------------------------------------------------


def install(found: set[str]) -> None:
    """Lays down what mended functions call; ``found`` takes the mistakes that are met."""

    def stored(value: Any, holder: Any, index: Any) -> None:
        try:
            holder[index] = value
        except (TypeError, ValueError):
            number = _one_number(value)
            if number is value:
                raise
            holder[index] = number
            found.add(ONE_ELEMENT)

    def fitting(value: Any, holder: Any, name: str) -> Any:
        if _takes_no_decimals(holder) and (name == "Div" or _has_decimals(value)):
            decimals = holder.astype(_AS_WIDE[holder.dtype.itemsize])
            holder.dtype = decimals.dtype  # the same array, whatever other names it has
            holder[...] = decimals
            found.add(INTEGERS)
        return value

    def holding(holder: Any, value: Any, name: str) -> Any:
        fitting(value, holder, name)
        return holder

    def added(holder: Any, index: Any, value: Any, name: str) -> None:
        fitting(value, holder, name)
        operation: Any = _OPERATIONS[name]
        stored(operation(holder[index], value), holder, index)

    def numbers(function: Any) -> Any:
        return _making(function, found) if _makes_numbers(function) else function

    def shown(value: Any) -> Any:
        number = _one_number(value)
        if number is not value:
            found.add(ONE_ELEMENT)
        return number

    functions = (stored, added, fitting, holding, numbers, shown)
    names = (_STORED, _ADDED, _FITTING, _HOLDING, _NUMBERS, _SHOWN)
    for name, function in zip(names, functions):  # noqa: B905
        setattr(builtins, name, function)


def _making(function: Any, found: set[str]) -> Callable[..., Any]:
    """A function that makes numbers of arrays of one element too."""

    def making(*values: Any, **named: Any) -> Any:
        try:
            return function(*values, **named)
        except TypeError:
            numbers = [_one_number(value) for value in values]
            if all(map(operator.is_, numbers, values)):
                raise
            result = function(*numbers, **named)
            found.add(ONE_ELEMENT)
            return result

    return making


def _makes_numbers(function: Any) -> bool:
    if any(function is one for one in _MAKERS.values()):
        return True
    return type(function) is type(math.sqrt) and function.__module__ in ("math", "cmath")


def _one_number(value: Any) -> Any:
    """The number in an array of one element that has axes; all else as it is."""
    import numpy

    is_one = type(value) is numpy.ndarray and value.ndim > 0 and value.size == 1
    return value.reshape(())[()] if is_one else value


def _takes_no_decimals(holder: Any) -> bool:
    """Whether something is an array of integers that can become one of decimals."""
    import numpy

    return (
        type(holder) is numpy.ndarray
        and holder.dtype.kind in "iu"
        and holder.dtype.itemsize in _AS_WIDE
        and holder.flags.owndata
    )


def _has_decimals(value: Any) -> bool:
    """Whether a value is an array of decimals, or a number that is none of the whole ones."""
    import numpy

    if not isinstance(value, float | numpy.floating | numpy.ndarray):
        return False
    array = numpy.asarray(value)
    return array.dtype.kind == "f" and (array.ndim > 0 or bool(array % 1))
