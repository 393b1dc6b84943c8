"""What nearly every answer by hand is: a name, and a number, text or list that is written out.

There is little to find out of such a statement, and it cannot hang. Loaded by path in the child.
"""

from __future__ import annotations

import _ast
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_COLLECTIONS = (list, tuple)
_SCALARS = (int, float, complex, bool, str, type(None), type(...))
_MOST_PARTS = 1000
"""Beyond it a value takes time."""


def plain_name(node: Any) -> str:
    """The one name that an assignment gives what is written out; empty for any other statement.

    What is written out are constants, with signs, in lists and tuples: it works with no name, calls
    nothing and cannot fail.
    """
    if not isinstance(node, _ast.Assign) or len(node.targets) != 1:
        return ""
    target = node.targets[0]
    if not isinstance(target, _ast.Name) or target.id == "__debug__":  # which Python refuses
        return ""
    stack: list[Any] = [node.value]
    while stack:
        part = stack.pop()
        if isinstance(part, _ast.List | _ast.Tuple):
            stack += part.elts
        elif not isinstance(part, _ast.Constant) and not _is_signed_number(part):
            return ""
    return target.id


def written_out(node: Any) -> Any:
    """The value of what is written out; another list each time. No deeper than Python reads it."""
    if isinstance(node, _ast.List):
        return [written_out(part) for part in node.elts]
    if isinstance(node, _ast.Tuple):
        return tuple([written_out(part) for part in node.elts])
    if isinstance(node, _ast.UnaryOp):
        number = node.operand.value  # type: ignore[attr-defined]
        return -number if isinstance(node.op, _ast.USub) else +number
    return node.value


def is_plain_value(value: Any) -> bool:
    """Whether a value is sent at once, and runs nothing of the program's on its way."""
    count = 0
    stack: list[Any] = [value]
    while stack:
        part = stack.pop()
        kind = type(part)
        if kind in _COLLECTIONS:
            count += len(part)
            if count > _MOST_PARTS:
                return False
            stack += part
        elif kind not in _SCALARS and not _is_small_array(part, kind):
            return False
    return True


def _is_signed_number(node: Any) -> bool:
    if not isinstance(node, _ast.UnaryOp) or not isinstance(node.op, _ast.USub | _ast.UAdd):
        return False
    number = node.operand
    return isinstance(number, _ast.Constant) and type(number.value) in (int, float, complex)


def _is_small_array(value: Any, kind: type) -> bool:
    is_array = kind is getattr(sys.modules.get("numpy"), "ndarray", None)
    return is_array and value.dtype.kind in "biuf" and value.size <= _MOST_PARTS
