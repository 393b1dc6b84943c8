"""Blocks whose statements are statements of the program itself, such as the one for ``__main__``.

Loaded by path in the child, before anything of the program runs. All walks are iterative, since the
depth of a tree is the student's choice.
"""

from __future__ import annotations

import _ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def opened(body: list[Any]) -> list[tuple[Any, int]]:
    """The statements of a program, each with the line of the block for ``__main__`` that it is in.

    The line is 0 for all others. Such a block is taken apart, so that each of its statements runs,
    and fails, alone; what stands below its ``else`` stays an ``if``. A block that is always entered
    (``if True:``) is taken apart too.
    """
    found: list[tuple[Any, int]] = []
    stack = [(node, 0) for node in reversed(body)]
    while stack:
        node, block = stack.pop()
        is_for_main = is_main_block(node)
        if not is_for_main and not _is_always_entered(node):
            found.append((node, block))
            continue
        if is_for_main and node.orelse:
            place = {name: getattr(node, name) for name in node._attributes}
            otherwise = _ast.If(
                test=node.test, body=[_ast.Pass(**place)], orelse=node.orelse, **place
            )
            found.append((otherwise, block))
        inner = node.lineno if is_for_main and not block else block
        stack += [(statement, inner) for statement in reversed(node.body)]
    return found


def is_main_block(node: Any) -> bool:
    """Whether this is ``if __name__ == "__main__":``, whatever stands below its ``else``."""
    if not isinstance(node, _ast.If) or not isinstance(node.test, _ast.Compare):
        return False
    sides = (node.test.left, *node.test.comparators)
    return (
        len(sides) == 2
        and isinstance(node.test.ops[0], _ast.Eq)
        and any(isinstance(side, _ast.Name) and side.id == "__name__" for side in sides)
        and any(isinstance(side, _ast.Constant) and side.value == "__main__" for side in sides)
    )


def _is_always_entered(node: Any) -> bool:
    return (
        isinstance(node, _ast.If)
        and isinstance(node.test, _ast.Constant)
        and node.test.value in (True, 1)
        and not node.orelse
    )
