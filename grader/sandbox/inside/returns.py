"""Functions that give nothing, or too early, with the ``return`` that was meant.

Whoever prints a result in place of returning it, or has the ``return`` one indent too deep, has
worked the result out: it stands in the program. Loaded by path in the child.
"""

from __future__ import annotations

import _ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FORGOTTEN = "return-forgotten"
IN_LOOP = "return-in-loop"

_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, _ast.ClassDef, _ast.Lambda)
_LOOPS = (_ast.For, _ast.While)
_FILLING = ("append", "extend", "insert")
"""The methods by which a list is filled, whose name stands before them."""


def mended_returns(node: Any) -> str:
    """Puts the ``return`` in its place in a function, in its tree; the mistake's key, or nothing.

    A function that returns a value at its end, or anywhere but at the end of a loop's body, stays
    as it is, and so does one that yields.
    """
    found = _own(node)
    if any(isinstance(one, _ast.Yield | _ast.YieldFrom) for one in found):
        return ""
    returns = [one for one in found if isinstance(one, _ast.Return) and _is_value(one.value)]
    printed = [one for one in returns if _printed(one.value) is not None]
    if printed:
        for one in printed:
            one.value = _printed(one.value)
        return FORGOTTEN
    if not returns:
        body = list(node.body)
        while body and _says_nothing(body[-1]):
            body.pop()
        given = _given(body) if body else None
        if given is None:
            return ""
        last = body[-1]
        is_said = isinstance(last, _ast.Expr) and _filled(last.value) is None
        node.body = [*(body[:-1] if is_said else body), _returning(given, last)]
        return FORGOTTEN
    deep = _at_the_end_of_a_loop(node.body)
    if deep is None or len(returns) != 1:
        return ""
    block, end = deep
    block.pop()
    if not block:
        block.append(_placed(_ast.Pass(), end))
    node.body = [*node.body, end]
    return IN_LOOP


def _own(node: Any) -> list[Any]:
    """All nodes of a function's body but those of functions and classes inside of it."""
    found: list[Any] = []
    stack: list[Any] = list(node.body)
    while stack:
        one = stack.pop()
        found.append(one)
        if isinstance(one, _SCOPES):
            continue
        for field in one._fields:
            value = getattr(one, field, None)
            stack += value if isinstance(value, list) else [value]
        stack = [each for each in stack if isinstance(each, _ast.AST)]
    return found


def _is_value(node: Any) -> bool:
    return node is not None and not (isinstance(node, _ast.Constant) and node.value is None)


def _printed(node: Any) -> Any:
    """What ``print(...)`` prints last that is no text of the program; None for all else."""
    if not isinstance(node, _ast.Call) or getattr(node.func, "id", "") != "print":
        return None
    values = [one for one in node.args if not isinstance(one, _ast.Constant)]
    return values[-1] if values else None


def _filled(node: Any) -> Any:
    """The list that a call fills: ``out`` of ``out.append(x)``; None for all else."""
    if not isinstance(node, _ast.Call) or not isinstance(node.func, _ast.Attribute):
        return None
    return node.func.value if node.func.attr in _FILLING else None


def _given(body: list[Any]) -> Any:
    """The expression whose value a body leaves behind: it is printed, or assigned last."""
    last = body[-1]
    if isinstance(last, _ast.Expr):
        if isinstance(last.value, _ast.Constant):  # a docstring, or what the sheet has there
            return None
        return _printed(last.value) or _filled(last.value) or last.value
    if isinstance(last, _ast.Assign):
        return _base(last.targets[0])
    if isinstance(last, _ast.AugAssign | _ast.AnnAssign):
        return _base(last.target)
    if isinstance(last, (*_LOOPS, _ast.With)):
        return _given(last.body)
    return None


def _says_nothing(node: Any) -> bool:
    """Whether a statement at the end is a bare ``return``, ``pass`` or a ``print`` of texts."""
    if isinstance(node, _ast.Return | _ast.Pass):
        return True
    value = node.value if isinstance(node, _ast.Expr) else None
    is_print = isinstance(value, _ast.Call) and getattr(value.func, "id", "") == "print"
    return is_print and _printed(value) is None


def _base(target: Any) -> Any:
    """What holds what was assigned: ``out`` of ``out[i, j]``; None where that is not one thing."""
    while isinstance(target, _ast.Subscript):
        target = target.value
    return target if isinstance(target, _ast.Name | _ast.Attribute) else None


def _at_the_end_of_a_loop(body: list[Any]) -> tuple[list[Any], Any] | None:
    """The body of a loop that ends a function and itself ends by a ``return``, and that one."""
    last = body[-1]
    if not isinstance(last, _LOOPS):
        return None
    while isinstance(last.body[-1], _LOOPS):
        last = last.body[-1]
    end = last.body[-1]
    return (last.body, end) if isinstance(end, _ast.Return) and _is_value(end.value) else None


def _returning(value: Any, place: Any) -> Any:
    """``return value`` where another statement stands."""
    if isinstance(value, _ast.Name):
        value = _placed(_ast.Name(id=value.id, ctx=_ast.Load()), value)
    elif isinstance(value, _ast.Attribute):
        value = _placed(_ast.Attribute(value=value.value, attr=value.attr, ctx=_ast.Load()), value)
    return _placed(_ast.Return(value=value), place)


def _placed(node: Any, place: Any) -> Any:
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node
