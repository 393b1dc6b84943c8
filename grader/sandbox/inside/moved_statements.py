"""Statements that stand one indentation off: before a loop in place of in it, and the reverse.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .places import bodies, placed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .places import Replaced

_BLOCKS = (_ast.For, _ast.While, _ast.If)
_MOVED = (_ast.Assign, _ast.AugAssign, _ast.AnnAssign, _ast.Expr)
_MOST_BEFORE = 3
"""Statements before a block of which each may be meant to begin it."""


def moved_statements(function: Any) -> Iterator[tuple[int, Replaced]]:
    """The lines of a function that may stand in or out of a block, and what goes where."""
    for statements in bodies(function):
        for place, block in enumerate(statements):
            if not isinstance(block, _BLOCKS):
                continue
            body = block.body
            for at in range(max(0, place - _MOST_BEFORE), place):
                one = statements[at]
                if isinstance(one, _MOVED):
                    yield one.lineno, (_nothing(statements, at), (block, "body", [one, *body]))
            following = statements[place + 1 : place + 2]
            for one in following:
                if isinstance(one, _MOVED):
                    ends = block, "body", [*body, one]
                    yield one.lineno, (_nothing(statements, place + 1), ends)
            if len(body) > 1 and isinstance(body[0], _MOVED):
                both = [body[0], block]
                yield body[0].lineno, ((block, "body", body[1:]), _both(statements, place, both))
            if len(body) > 1 and isinstance(body[-1], _MOVED):
                both = [block, body[-1]]
                yield body[-1].lineno, ((block, "body", body[:-1]), _both(statements, place, both))


def _nothing(statements: list[Any], place: int) -> tuple[Any, Any, Any]:
    return statements, place, placed(_ast.Pass(), statements[place])


def _both(statements: list[Any], place: int, both: list[Any]) -> tuple[Any, Any, Any]:
    """Two statements in the place of one: in a block of its own that is entered in any case."""
    always = placed(_ast.Constant(value=True), statements[place])
    return statements, place, placed(_ast.If(test=always, body=both, orelse=[]), statements[place])
