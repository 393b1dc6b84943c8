"""What statements give that need not be run for it: imports, sums of numbers, arrays written out.

Nothing that the program defines or calls has a part in them, so that they give the same wherever
they are looked at. Loaded by path where a program is read and not run.
"""

from __future__ import annotations

import _ast
import operator
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

MODULES = ("cmath", "collections", "fractions", "functools", "itertools", "math", "numpy")
"""What can be imported without anything else coming of it, if it is loaded by now."""

_OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    _ast.Add: operator.add,
    _ast.Sub: operator.sub,
    _ast.Mult: operator.mul,
    _ast.Div: operator.truediv,
    _ast.FloorDiv: operator.floordiv,
    _ast.Mod: operator.mod,
    _ast.Pow: operator.pow,
}
_NUMBERS = (int, float)
_MOST_LEVELS = 30
_MOST_BITS = 4096
_FAILURES = (ArithmeticError, TypeError, ValueError)


class Unforeseen:
    """The value of a name of which no more is known than that it has one."""


class UnforeseenError(Exception):
    """A statement has to be run for what it gives."""


def given(node: Any, known: Mapping[str, Any]) -> dict[str, Any]:
    """The names and values that a statement gives, if those before have given what is ``known``.

    A function is given as `Unforeseen`. Raises UnforeseenError.
    """
    if isinstance(node, _ast.Import):
        return {one.asname or one.name: _module(one.name) for one in node.names}
    if isinstance(node, _ast.ImportFrom) and not node.level:
        module = vars(_module(node.module or ""))
        if all(one.name in module for one in node.names):
            return {one.asname or one.name: module[one.name] for one in node.names}
    if isinstance(node, _ast.FunctionDef) and _is_simple(node):
        return {node.name: Unforeseen()}
    if isinstance(node, _ast.Assign) and len(node.targets) == 1:
        (target,) = node.targets
        if isinstance(target, _ast.Name):
            return {target.id: _value(node.value, known)}
    if isinstance(node, _ast.Pass):
        return {}
    if isinstance(node, _ast.Expr) and isinstance(node.value, _ast.Constant):
        return {}
    raise UnforeseenError


def _module(name: str) -> Any:
    if name not in MODULES or name not in sys.modules:
        raise UnforeseenError
    return sys.modules[name]


def _is_simple(node: _ast.FunctionDef) -> bool:
    """Whether nothing at all is worked out when a function is defined."""
    head = node.args
    every = [*head.posonlyargs, *head.args, *head.kwonlyargs, head.vararg, head.kwarg]
    defaults = [one for one in (*head.defaults, *head.kw_defaults) if one is not None]
    return (
        not node.decorator_list
        and node.returns is None
        and not getattr(node, "type_params", ())
        and all(one is None or one.annotation is None for one in every)
        and all(isinstance(one, _ast.Constant) for one in defaults)
    )


def _value(node: Any, known: Mapping[str, Any]) -> Any:
    """The value of a number that is worked out, or of ``np.array`` of what is written out."""
    try:
        if not isinstance(node, _ast.Call):
            return _worked_out(node, 0)
        function = node.func
        is_array = isinstance(function, _ast.Attribute) and function.attr == "array"
        if is_array and len(node.args) == 1 and not node.keywords:
            holder = function.value  # type: ignore[attr-defined]
            name = holder.id if isinstance(holder, _ast.Name) else ""
            if name in known and known[name] is sys.modules.get("numpy"):
                return known[name].array(_worked_out(node.args[0], 0))
    except (AttributeError, *_FAILURES):
        raise UnforeseenError from None
    raise UnforeseenError


def _worked_out(node: Any, level: int) -> Any:
    """The value of numbers with signs and operators between them, in lists and tuples."""
    if level > _MOST_LEVELS:
        raise UnforeseenError
    if isinstance(node, _ast.Constant):
        return node.value
    if isinstance(node, _ast.List | _ast.Tuple):
        parts = [_worked_out(part, level + 1) for part in node.elts]
        return parts if isinstance(node, _ast.List) else tuple(parts)
    if isinstance(node, _ast.UnaryOp) and isinstance(node.op, _ast.USub | _ast.UAdd):
        number = _number(node.operand, level)
        return -number if isinstance(node.op, _ast.USub) else +number
    if isinstance(node, _ast.BinOp) and type(node.op) in _OPERATORS:
        one, other = _number(node.left, level), _number(node.right, level)
        if isinstance(node.op, _ast.Pow) and _bits(one) * abs(other) > _MOST_BITS:
            raise UnforeseenError
        return _OPERATORS[type(node.op)](one, other)
    raise UnforeseenError


def _number(node: Any, level: int) -> Any:
    found = _worked_out(node, level + 1)
    if type(found) not in _NUMBERS or _bits(found) > _MOST_BITS:
        raise UnforeseenError
    return found


def _bits(number: float) -> int:
    return number.bit_length() if type(number) is int else 1
