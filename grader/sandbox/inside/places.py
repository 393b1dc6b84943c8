"""Where expressions and statements stand in a syntax tree, and what may be put in their places.

Loaded by path in the child. All walks are iterative, since the depth of a tree is the student's
choice.
"""

from __future__ import annotations

import _ast

from .tree import DEFINITIONS, children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Replaced = tuple[tuple[Any, Any, Any], ...]
    """What goes where: an owner, the name of a field or the place in a list, and what it gets."""


def below(node: Any) -> Iterator[Any]:
    """A node and all nodes below it, in the order of the source."""
    stack = [node]
    while stack:
        one = stack.pop()
        yield one
        stack += reversed(children(one))


def bodies(function: Any) -> Iterator[list[Any]]:
    """The lists of statements in a function, without those of functions in it."""
    stack = [function]
    while stack:
        one = stack.pop(0)
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(one, field, None)
            if isinstance(statements, list):
                yield statements
                stack += [each for each in statements if not isinstance(each, DEFINITIONS)]


def expressions(node: Any) -> Iterator[tuple[Any, Any, Any]]:
    """The expressions right below a node that are worked out, each with its owner and place."""
    if isinstance(node, _ast.arguments):
        return
    for field in node._fields:
        value = getattr(node, field, None)
        if field in ("func", "decorator_list", "returns", "annotation", "targets", "target"):
            continue
        if isinstance(value, list):
            for place, one in enumerate(value):
                if isinstance(one, _ast.expr):
                    yield value, place, one
        elif isinstance(value, _ast.expr):
            yield node, field, value


def placed(node: Any, place: Any) -> Any:
    """A new node, said to stand in the lines and columns of another one."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(place, name))
    return node
