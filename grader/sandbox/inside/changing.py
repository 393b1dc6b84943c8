"""The definitions of a program, made anew with one place changed (see `single_changes`).

Loaded by path in the child.
"""

from __future__ import annotations

import _ast
from types import FunctionType

from .kinds_of_changes import kind_of
from .missing_parts import missing_steps, sizes_in
from .places import below
from .single_changes import MOST, all_changes, put
from .sources import file_of
from .tree import DEFINITIONS
from .unknown_names import unknown_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from .places import Replaced
    from .reading import Statement


class NoSuchChangeError(Exception):
    """A program has fewer changes. The grader knows it by its name (`grading.single_change`)."""


class Changing:
    """The definitions of a program, of which one place is changed at a time."""

    def __init__(
        self,
        cells: dict[int, list[Statement]],
        values: dict[str, Any],
        names: tuple[str, ...],
        flags: int,
    ) -> None:
        """``values`` are what names stand for where probes look; ``names`` are what they ask for.

        What these call by name is changed as well, after them.
        """
        self._values = values
        self._before = dict(values)
        self._flags = flags
        found: dict[str, tuple[int, Any]] = {}
        seen: set[str] = set()
        todo = list(names)
        while todo:
            name = todo.pop(0)
            if name in seen:
                continue
            seen.add(name)
            place = _definition_of(cells, values.get(name))
            if place is not None:
                found[name] = place
                todo += [one.id for one in below(place[1]) if isinstance(one, _ast.Name)]
        self._every = _likeliest([*found.values()], values)

    def define(self, number: int, names: dict[str, Any]) -> tuple[int, int, str]:
        """Defines what a change is made in anew, among these names: its cell, line and kind.

        All else there is as the program left it: nothing of a change before is left. Raises
        NoSuchChangeError where there are not so many.
        """
        for name in self._values.keys() - self._before.keys():
            names.pop(name, None)
        self._values.clear()
        for each in (self._values, names):
            each.update(self._before)
        if number >= len(self._every):
            raise NoSuchChangeError(number)
        cell, definition, line, replaced = self._every[number]
        kind = kind_of(replaced)
        before = put(replaced)
        try:
            module = _ast.Module(body=[definition], type_ignores=[])
            code = compile(module, file_of(cell), "exec", self._flags, dont_inherit=True)
        finally:
            put(before)
        exec(code, names)  # noqa: S102  (as the program itself is run)
        self._values[definition.name] = names[definition.name]
        return cell, line, kind


def _likeliest(
    places: Sequence[tuple[int, Any]], values: dict[str, Any]
) -> list[tuple[int, Any, int, Replaced]]:
    """The changes of definitions, each with its cell: the likeliest, those of one kind in order.

    What raises by its name goes before all else; ``values`` are what names stand for outside.
    """
    kinds: dict[int, list[tuple[int, Any, int, Replaced]]] = {}
    sizes = sizes_in([definition for _, definition in places])
    for cell, definition in places:
        for line, replaced in unknown_names(definition, values):
            kinds.setdefault(-1, []).append((cell, definition, line, replaced))
        for line, replaced in missing_steps(definition, sizes):
            kinds.setdefault(1, []).append((cell, definition, line, replaced))
        for kind, line, replaced in all_changes(definition):
            alike = kinds.setdefault(kind, [])
            if len(alike) < MOST:
                alike.append((cell, definition, line, replaced))
    return [one for kind in sorted(kinds) for one in kinds[kind]][:MOST]


def _definition_of(cells: dict[int, list[Statement]], value: Any) -> tuple[int, Any] | None:
    """The cell and the tree of a function or class that stands in the open; None if it does not.

    A function with a decorator is left as it is: what it is called with is not known.
    """
    members = vars(value).values() if isinstance(value, type) else (value,)
    codes = [one.__code__ for one in members if type(one) is FunctionType]
    if not codes:
        return None
    for cell, entries in cells.items():
        for entry in entries:
            node: Any = entry.node
            if not isinstance(node, DEFINITIONS) or entry.code is None:
                continue
            for code in codes:
                is_inside = node.lineno <= code.co_firstlineno <= (node.end_lineno or 0)
                if is_inside and code.co_filename == file_of(cell):
                    return cell, node
    return None
