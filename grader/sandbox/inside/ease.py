"""How easily a statement can be run once more, and what would be lost without it.

A program that has used up its time is started a last time, and only what cannot take long is run
then. Loaded by path in the child, before anything of the program runs.
"""

from __future__ import annotations

import _ast

from .blocks import is_main_block
from .tree import assigned_names, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

HARD, ASSIGNS, BARE = 0, 1, 2
"""Loops and all else that may take any time; assignments, in which a call may; what calls nothing:
imports, definitions, and assignments without a call."""

_MOST_NAMES = 1000
_DEFINITIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.ClassDef)
_ASSIGNMENTS = (_ast.Assign, _ast.AnnAssign, _ast.AugAssign)
_HARMLESS = (_ast.Import, _ast.ImportFrom, _ast.Pass, _ast.Delete, *_DEFINITIONS)
_CALLS = (
    *(_ast.Call, _ast.ListComp, _ast.SetComp, _ast.DictComp, _ast.GeneratorExp),
    *(_ast.Await, _ast.Yield, _ast.YieldFrom),
)
_BLOCKS = (_ast.If, _ast.Try, _ast.With)
_SETTINGS = ("seed", "manual_seed", "set")
"""How the names of functions begin that set something: ``np.random.seed``, ``set_printoptions``."""


def ease(node: Any) -> int:
    """How easily a top-level statement runs; blocks are as hard as what is hardest in them."""
    found = BARE
    stack: list[Any] = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, _HARMLESS) or (is_main_block(part) and not part.orelse):
            continue
        if isinstance(part, _BLOCKS):
            heads = [part.test] if isinstance(part, _ast.If) else getattr(part, "items", [])
            found = min([found, *map(_of_expression, heads)])
            stack += _statements_in(part)
        elif isinstance(part, _ASSIGNMENTS):
            found = min(found, _of_expression(part))
        elif isinstance(part, _ast.Expr) and isinstance(part.value, _ast.Constant):
            continue
        elif isinstance(part, _ast.Expr) and _sets_something(part.value):
            found = min(found, ASSIGNS)
        else:
            return HARD
    return found


def touched(node: Any) -> tuple[str, ...]:
    """The names whose values a statement gives or changes: ``dw[i] = 1``, ``rows.append(2)``."""
    names = list(assigned_names([node]))
    stack: list[_ast.AST] = [node]
    while stack and len(names) < _MOST_NAMES:
        part = stack.pop()
        if isinstance(part, _DEFINITIONS):
            continue
        is_stored = isinstance(part, _ast.Subscript | _ast.Attribute) and not isinstance(
            part.ctx, _ast.Load
        )
        is_called = isinstance(part, _ast.Call) and isinstance(part.func, _ast.Attribute)
        if (is_stored or is_called) and (root := _root(part)):
            names.append(root)
        stack += children(part)
    return tuple(dict.fromkeys(names[:_MOST_NAMES]))


def _of_expression(node: _ast.AST) -> int:
    stack = [node]
    while stack:
        part = stack.pop()
        if isinstance(part, _CALLS):
            return ASSIGNS
        if not isinstance(part, _ast.Lambda):
            stack += children(part)
    return BARE


def _statements_in(node: Any) -> list[Any]:
    inner = [*node.body, *getattr(node, "orelse", ()), *getattr(node, "finalbody", ())]
    for handler in getattr(node, "handlers", ()):
        inner += handler.body
    return inner


def _sets_something(node: Any) -> bool:
    if not isinstance(node, _ast.Call):
        return False
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    return type(name) is str and name.startswith(_SETTINGS)


def _root(node: Any) -> str:
    """The name at which ``a.b[c].d`` begins; empty where it is no name."""
    node = node.func if isinstance(node, _ast.Call) else node
    while isinstance(node, _ast.Subscript | _ast.Attribute):
        node = node.value
    return node.id if isinstance(node, _ast.Name) else ""
