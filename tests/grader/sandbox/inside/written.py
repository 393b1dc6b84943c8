"""Programs with one place changed, as they are written."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

from grader.sandbox.inside.single_changes import put

Replaced = tuple[tuple[Any, Any, Any], ...]


def written(source: str, changes: Callable[[Any], Iterable[tuple[int, Replaced]]]) -> list[str]:
    """The programs that come of a definition, each by one change, without blanks at the ends.

    All else is as it was after each change.
    """
    (definition,) = ast.parse(source).body
    whole = ast.unparse(definition)
    found: list[str] = []
    for _, replaced in changes(definition):
        before = put(replaced)
        found.append(ast.unparse(ast.fix_missing_locations(definition)))
        put(before)
        assert ast.unparse(definition) == whole
    return found
