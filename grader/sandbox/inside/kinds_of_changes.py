"""What kind of change it is that makes a program right: what a mistake without a name is called.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .places import below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .places import Replaced

ORDER = "order"
COUNTED = "counted"
NUMBER = "number"
NAME = "name"
FUNCTION = "function"
OPERATION = "operation"
COMPARISON = "comparison"
STATEMENT = "statement"
ADDED = "added"
SURPLUS = "surplus"
MISSING = "missing"

_STATEMENTS = (_ast.Assign, _ast.AugAssign)
_NAMES = (_ast.Name, _ast.Attribute)


def kind_of(replaced: Replaced) -> str:
    """The kind of a change that is not made yet; empty where it is none of these.

    Of several replacements it is that of each, or, where they put things in each other's places,
    that their order is another one.
    """
    pairs = [(key, _before(owner, key), new) for owner, key, new in replaced]
    if len(pairs) > 1 and _exchange([old for _, old, _ in pairs], [new for *_, new in pairs]):
        return ORDER
    kinds = {_kind(key, old, new) for key, old, new in pairs}
    return kinds.pop() if len(kinds) == 1 else ""


def _before(owner: Any, key: Any) -> Any:
    return owner[key] if isinstance(owner, list) else getattr(owner, key, None)


def _exchange(old: list[Any], new: list[Any]) -> bool:
    """Whether all that goes somewhere has stood in another one of these places."""
    if any(not isinstance(one, _ast.AST | str | int) for one in (*old, *new)):
        return False
    return all(any(one is other or _is_value(one, other) for other in old) for one in new) and all(
        any(one is other or _is_value(one, other) for other in new) for one in old
    )


def _is_value(one: Any, other: Any) -> bool:
    return isinstance(one, str | int) and type(one) is type(other) and one == other


def _kind(key: Any, old: Any, new: Any) -> str:
    if isinstance(new, _ast.Pass):
        return STATEMENT
    if key == "test" and isinstance(new, _ast.Constant):
        return SURPLUS
    if isinstance(old, list) and isinstance(new, list):
        if key == "ops":
            return COMPARISON
        return ORDER if len(old) == len(new) else SURPLUS if len(new) < len(old) else MISSING
    if key == "op":
        return OPERATION
    if key in ("id", "value") and isinstance(old, str | int) and isinstance(new, str | int):
        return NAME if key == "id" else _of_numbers(old, new)
    if key == "attr":
        return FUNCTION
    if isinstance(old, _STATEMENTS) and isinstance(new, _STATEMENTS):
        return ADDED if type(old) is not type(new) else ""
    return _of_expressions(old, new)


def _of_expressions(old: Any, new: Any) -> str:
    if old is None:
        return MISSING
    if not isinstance(old, _ast.AST) or not isinstance(new, _ast.AST):
        return ""
    if isinstance(old, _ast.Constant) and isinstance(new, _ast.Constant):
        return _of_numbers(old.value, new.value)
    if isinstance(old, _NAMES) and isinstance(new, _NAMES) and not _contains(old, new):
        return NAME if not _contains(new, old) else MISSING
    if _contains(old, new):
        return SURPLUS
    if _contains(new, old):
        return COUNTED if _is_one_further(old, new) else MISSING
    return ""


def _of_numbers(old: Any, new: Any) -> str:
    if type(old) is not int or type(new) is not int:
        return ""
    return COUNTED if abs(old - new) == 1 else NUMBER


def _contains(whole: Any, part: Any) -> bool:
    return any(one is part for one in below(whole))


def _is_one_further(old: Any, new: Any) -> bool:
    """Whether it is the same and 1 more or less."""
    return (
        isinstance(new, _ast.BinOp)
        and new.left is old
        and isinstance(new.op, _ast.Add | _ast.Sub)
        and isinstance(new.right, _ast.Constant)
        and new.right.value == 1
    )
