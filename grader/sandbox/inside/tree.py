"""Syntax trees: what is below a node, and the names that statements assign.

Loaded by path in the child, before anything of the program runs. All walks are iterative, since the
depth of a tree is the student's choice.
"""

from __future__ import annotations

import _ast

FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
DEFINITIONS = (*FUNCTIONS, _ast.ClassDef)

_COMPREHENSIONS = (_ast.ListComp, _ast.SetComp, _ast.DictComp, _ast.GeneratorExp)
_CHILDLESS = (_ast.expr_context, _ast.operator, _ast.unaryop, _ast.boolop)


def children(node: _ast.AST) -> list[_ast.AST]:
    """The direct children of a node, in order, without operators and the like, which have none."""
    found: list[_ast.AST] = []
    for field in node._fields:
        value = getattr(node, field, None)
        if isinstance(value, list):
            found += [item for item in value if isinstance(item, _ast.AST)]
        elif isinstance(value, _ast.AST) and not isinstance(value, _CHILDLESS):
            found.append(value)
    return found


def assigned_names(nodes: list[_ast.stmt]) -> tuple[str, ...]:
    """The names that the statements assign in their own scope, in order, each once."""
    names: list[str] = []
    stack: list[_ast.AST] = list(reversed(nodes))
    while stack:
        node = stack.pop()
        if isinstance(node, DEFINITIONS):
            names.append(node.name)
            continue
        if isinstance(node, (_ast.Lambda, *_COMPREHENSIONS)):
            continue
        if isinstance(node, _ast.AnnAssign) and node.value is None:
            continue
        if isinstance(node, _ast.Import | _ast.ImportFrom):
            names += [alias.asname or alias.name.partition(".")[0] for alias in node.names]
        elif isinstance(node, _ast.Name) and isinstance(node.ctx, _ast.Store):
            names.append(node.id)
        elif isinstance(node, _ast.MatchAs | _ast.MatchStar) and node.name:
            names.append(node.name)
        stack.extend(reversed(children(node)))
    return tuple(dict.fromkeys(names))
