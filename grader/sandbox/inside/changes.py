"""The names whose values a statement changes in place, in a line of its own.

``q[0] = 1``, ``q.append(2)``, ``L += 1``, ``globals()["L"] = 1``: whether the value is another
one afterwards is seen when it has run. Loaded by path in the child, before anything of the program
runs.
"""

from __future__ import annotations

import _ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_NAMES = 1000
_NAMESPACES = ("globals", "locals", "vars")
_FILLING = ("copyto", "fill_diagonal", "place", "put", "put_along_axis", "putmask", "shuffle")
"""Functions of NumPy, and of `random`, that change the first thing that they are handed."""


def changed(node: Any) -> tuple[str, ...]:
    """The names at which what is assigned to, deleted from or called begins.

    A change in a loop or in the middle of an expression is not among them: nobody corrects an
    answer like that. What a function of the program does to what it is handed is its own affair.
    """
    if isinstance(node, _ast.Assign | _ast.Delete):
        names = [_root(target) for target in _flat(node.targets)]
    elif isinstance(node, _ast.AugAssign | _ast.AnnAssign):
        is_bound_anew = isinstance(node, _ast.AnnAssign) and isinstance(node.target, _ast.Name)
        names = [] if is_bound_anew else [_root(node.target, augmented=True)]
    elif isinstance(node, _ast.Expr) and isinstance(node.value, _ast.Call):
        names = _changed_by(node.value)
    else:
        names = []
    return tuple(dict.fromkeys(name for name in names[:_MOST_NAMES] if name))


def _changed_by(call: Any) -> list[str]:
    """The object of a method, what a function fills, what goes into the namespace."""
    if not isinstance(call.func, _ast.Attribute):
        return []
    if call.func.attr == "update" and _is_namespace(call.func.value):
        return [keyword.arg or "" for keyword in call.keywords]
    if call.func.attr in _FILLING and call.args:
        return [_root(call.func), _root(call.args[0], augmented=True)]
    return [_root(call.func)]


def _flat(targets: list[Any]) -> list[Any]:
    found: list[Any] = []
    rest = list(targets)
    while rest and len(found) < _MOST_NAMES:
        target = rest.pop(0)
        if isinstance(target, _ast.Tuple | _ast.List):
            rest = [*target.elts, *rest]
        else:
            found.append(target)
    return found


def _root(node: Any, *, augmented: bool = False) -> str:
    """The name at which ``a.b[c].d`` begins; empty where it is none, or a name alone.

    A name alone is bound anew, unless it is ``augmented``, or handed on.
    """
    whole = node
    while isinstance(node, _ast.Subscript | _ast.Attribute | _ast.Starred):
        if name := _in_namespace(node):
            return name
        node = node.value
    is_reached = augmented or node is not whole
    return node.id if isinstance(node, _ast.Name) and is_reached else ""


def _in_namespace(node: Any) -> str:
    """The name that ``globals()["name"]`` stands for; empty for all else."""
    if not isinstance(node, _ast.Subscript) or not _is_namespace(node.value):
        return ""
    key = node.slice
    return key.value if isinstance(key, _ast.Constant) and type(key.value) is str else ""


def _is_namespace(node: Any) -> bool:
    return (
        isinstance(node, _ast.Call)
        and not node.args
        and isinstance(node.func, _ast.Name)
        and node.func.id in _NAMESPACES
    )
