"""The names that a statement gives a value to in so many words, and those whose values it uses.

Loaded by path in the child, before anything of the program runs.
"""

from __future__ import annotations

import _ast

from .tree import children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_MOST_NAMES = 1000
_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.Lambda)


def given(node: Any) -> tuple[str, ...]:
    """The names that an assignment gives values to: ``L = 1``, ``p, L = q, 1``, ``(L := 1)``.

    A loop, a ``with`` or a definition gives none: nobody writes an answer down like that.
    """
    if isinstance(node, _ast.Assign):
        targets = list(node.targets)
    elif isinstance(node, _ast.AugAssign) or (isinstance(node, _ast.AnnAssign) and node.value):
        targets = [node.target]
    elif isinstance(node, _ast.Expr) and isinstance(node.value, _ast.NamedExpr):
        targets = [node.value.target]
    else:
        return ()
    names = []
    while targets:
        target = targets.pop(0)
        if isinstance(target, _ast.Tuple | _ast.List):
            targets = [*target.elts, *targets]
        elif isinstance(target, _ast.Name):
            names.append(target.id)
    return tuple(dict.fromkeys(names[:_MOST_NAMES]))


def used(node: Any) -> tuple[str, ...]:
    """The names whose values a statement works with.

    What a function or comprehension calls its own is not among them, and a mere call, such as
    ``print(L)``, works with nothing.
    """
    if isinstance(node, _ast.Expr):
        return ()
    names: dict[str, None] = {}
    stack: list[tuple[Any, frozenset[str]]] = [(node, frozenset())]
    while stack and len(names) < _MOST_NAMES:
        part, own = stack.pop()
        if isinstance(part, _ast.Name):
            if isinstance(part.ctx, _ast.Load) and part.id not in own:
                names[part.id] = None
            continue
        if isinstance(part, _FUNCTIONS):
            own |= _own_names(part)
        elif generators := getattr(part, "generators", ()):
            stack.append((generators[0].iter, own))  # which is worked out outside
            own |= _targets(generators)
        stack += [(child, own) for child in children(part)]
    return tuple(names)


def _targets(generators: Any) -> frozenset[str]:
    """The names that the loops of a comprehension give values to."""
    names: set[str] = set()
    stack = [generator.target for generator in generators]
    while stack and len(names) < _MOST_NAMES:
        part = stack.pop()
        if isinstance(part, _ast.Name):
            names.add(part.id)
        stack += children(part)
    return frozenset(names)


def given_globally(function: Any) -> tuple[str, ...]:
    """The names that a function declares ``global``, so that a call of it may give them values."""
    names: dict[str, None] = {}
    stack: list[_ast.AST] = [function]
    while stack and len(names) < _MOST_NAMES:
        part = stack.pop()
        if isinstance(part, _ast.Global):
            names.update(dict.fromkeys(part.names))
        stack += children(part)
    return tuple(names)


def called(node: Any) -> tuple[str, ...]:
    """The names that are called anywhere in a statement: ``sys.exit(main())`` calls ``main``."""
    names: dict[str, None] = {}
    stack: list[_ast.AST] = [node]
    while stack and len(names) < _MOST_NAMES:
        part = stack.pop()
        if isinstance(part, _ast.Call) and isinstance(part.func, _ast.Name):
            names[part.func.id] = None
        stack += children(part)
    return tuple(names)


def given_by_calls(node: Any, functions: Mapping[str, Any]) -> tuple[str, ...]:
    """The global names that the functions called in a statement give values to.

    ``functions`` are the definitions of the program by their names.
    """
    found: dict[str, None] = {}
    seen: set[str] = set()
    calls = list(called(node))
    while calls:
        name = calls.pop()
        function = functions.get(name)
        if name not in seen and function is not None:
            seen.add(name)
            found.update(dict.fromkeys(given_globally(function)))
            calls += called(function)
    return tuple(found)


def _own_names(function: Any) -> frozenset[str]:
    """The parameters of a function, and what is assigned in it."""
    names: set[str] = set()
    stack: list[_ast.AST] = [function]
    while stack and len(names) < _MOST_NAMES:
        part = stack.pop()
        if isinstance(part, _ast.arg):
            names.add(part.arg)
        elif isinstance(part, _ast.Name) and isinstance(part.ctx, _ast.Store):
            names.add(part.id)
        stack += children(part)
    return frozenset(names)
