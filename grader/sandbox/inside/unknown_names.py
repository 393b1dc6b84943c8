"""Names that stand for nothing: misspelt, never begun, not imported, or of a library that has none.

A line that raises hides what all the rest is worth. Here are the few changes after which it may not
raise: another name of the function for one that nothing has a value for, a list or a sum that is
begun, the usual import, a name of the library that is spelled much alike, ``self`` where there is
no object, ``__init__`` for a name near it, and brackets of a call for those of an index.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast
import builtins

from .places import below, expressions, placed
from .tree import FUNCTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from .places import Replaced

_IMPORTS = {
    "np": "numpy",
    "numpy": "numpy",
    "math": "math",
    "torch": "torch",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
}
"""What these names usually stand for."""

_METHODS = ("append", "extend", "copy", "sum", "mean", "max", "min", "dot", "item")
"""Methods that are called, and never taken an entry of."""

_LENGTHS = ("length", "len", "count")
"""What arrays do not call their size."""

_MOST_ALIKE = 4
_LIKE_INIT = ("init", "int")


def unknown_names(definition: Any, values: Mapping[str, Any]) -> Iterator[tuple[int, Replaced]]:
    """The lines of a definition that raise by their names, and what goes where.

    ``values`` are what names stand for outside of it.
    """
    yield from _unusual_methods(definition)
    yield from _of_libraries(definition, values)
    known = {*_bound(definition), *values, *dir(builtins)}
    functions = [one for one in below(definition) if isinstance(one, FUNCTIONS)]
    for name in _IMPORTS.keys() - known:
        yield from _imported(name, functions)
    for function in functions:
        own = _bound(function)
        missing: dict[str, list[Any]] = {}
        for node in below(function):
            is_read = isinstance(node, _ast.Name) and isinstance(node.ctx, _ast.Load)
            if is_read and node.id not in known:
                missing.setdefault(node.id, []).append(node)
            for owner, key, value in expressions(node):
                if _is_call(value):
                    call = _ast.Call(func=value.value, args=[value.slice], keywords=[])
                    yield value.lineno, ((owner, key, placed(call, value)),)
        for name, places in missing.items():
            line = places[0].lineno
            yield line, (_begun(function, name, _ast.List(elts=[], ctx=_ast.Load())),)
            for other in _alike(name, own):
                yield line, tuple((one, "id", other) for one in places)
        for node in _only_added_to(function, own):
            yield node.lineno, (_begun(function, node.id, _ast.Constant(value=0)),)


def _bound(node: Any) -> list[str]:
    """The names that are given something in a definition, its parameters and functions included."""
    found: dict[str, None] = {}
    for one in below(node):
        if isinstance(one, _ast.Name) and isinstance(one.ctx, _ast.Store):
            found[one.id] = None
        elif isinstance(one, _ast.arg):
            found[one.arg] = None
        elif isinstance(one, _ast.alias):
            found[one.asname or one.name.partition(".")[0]] = None
        elif isinstance(one, (*FUNCTIONS, _ast.ClassDef, _ast.ExceptHandler)) and one.name:
            found[one.name] = None
    return list(found)


def _alike(name: str, others: Iterable[str]) -> list[str]:
    """The names that are spelled most like one, the nearest first."""
    nearest = sorted(others, key=lambda other: -_likeness(name, other))
    return nearest[:_MOST_ALIKE]


def _likeness(one: str, other: str) -> int:
    """How many characters names have in common at both ends, less those that they do not."""
    one, other = (each.replace("_", "").lower() for each in (one, other))
    short = min(len(one), len(other))
    front = next((n for n in range(short) if one[n] != other[n]), short)
    left = short - front
    behind = next((n for n in range(left) if one[-1 - n] != other[-1 - n]), left)
    return 2 * (front + behind) - max(len(one), len(other))


def _of_libraries(definition: Any, values: Mapping[str, Any]) -> Iterator[tuple[int, Replaced]]:
    """A name that a library has, for one like it that it has not, wherever that is."""
    missing: dict[tuple[str, str], list[Any]] = {}
    names: dict[str, list[str]] = {}
    for node in below(definition):
        if not isinstance(node, _ast.Attribute):
            continue
        if node.attr in _LENGTHS:
            yield node.lineno, ((node, "attr", "size"),)
        library = _library(node.value, values)
        if library is not None and node.attr not in dir(library):
            names[library.__name__] = [each for each in dir(library) if not each.startswith("_")]
            missing.setdefault((library.__name__, node.attr), []).append(node)
    for (of, name), places in missing.items():
        for other in _alike(name, names[of]):
            yield places[0].lineno, tuple((one, "attr", other) for one in places)


def _library(node: Any, values: Mapping[str, Any]) -> Any:
    """The module that a dotted name stands for; None if it stands for none."""
    parts: list[str] = []
    while isinstance(node, _ast.Attribute):
        parts.append(node.attr)
        node = node.value
    found = values.get(getattr(node, "id", ""))
    for part in reversed(parts):
        found = vars(found).get(part) if type(found).__name__ == "module" else None
    return found if type(found).__name__ == "module" else None


def _imported(name: str, functions: list[Any]) -> Iterator[tuple[int, Replaced]]:
    """The usual import, in every function that needs it."""
    used = {
        id(function): one.lineno
        for function in functions
        for one in below(function)
        if isinstance(one, _ast.Name) and one.id == name
    }
    needing = [function for function in functions if id(function) in used]
    if needing:
        alias = _ast.alias(name=_IMPORTS[name], asname=name)
        statements = [(function, _ast.Import(names=[alias])) for function in needing]
        yield min(used.values()), tuple(_begun_with(*each) for each in statements)


def _is_call(value: Any) -> bool:
    called = getattr(value, "value", None)
    return (
        isinstance(value, _ast.Subscript)
        and isinstance(called, _ast.Attribute)
        and called.attr in _METHODS
    )


def _only_added_to(function: Any, own: list[str]) -> Iterator[Any]:
    """The names that ``+=`` and the like change, and that nothing begins."""
    added: dict[str, Any] = {}
    begun: set[str] = set()
    targets = set()
    for one in below(function):
        if isinstance(one, _ast.AugAssign) and isinstance(one.target, _ast.Name):
            added.setdefault(one.target.id, one.target)
            targets.add(id(one.target))
        elif isinstance(one, _ast.arg):
            begun.add(one.arg)
        elif isinstance(one, _ast.Name) and isinstance(one.ctx, _ast.Store):
            begun |= set() if id(one) in targets else {one.id}
    yield from (node for name, node in added.items() if name in own and name not in begun)


def _begun(function: Any, name: str, value: Any) -> tuple[Any, Any, Any]:
    """A name that is given something before all else in a function."""
    target = _ast.Name(id=name, ctx=_ast.Store())
    return _begun_with(function, _ast.Assign(targets=[target], value=value))


def _begun_with(function: Any, statement: Any) -> tuple[Any, Any, Any]:
    first = function.body[0]
    for node in below(statement):
        placed(node, first)
    return function, "body", [statement, *function.body]


def _unusual_methods(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """A function that takes an object which it does not have, a method that does not take it.

    And a constructor by another name.
    """
    if isinstance(definition, FUNCTIONS):
        taken = definition.args.args
        if taken and taken[0].arg == "self":
            yield definition.lineno, ((definition.args, "args", taken[1:]),)
        return
    methods = [one for one in definition.body if isinstance(one, FUNCTIONS)]
    for one in methods:
        taken = one.args.args
        if not one.decorator_list and not (taken and taken[0].arg == "self"):
            own = placed(_ast.arg(arg="self"), one)
            yield one.lineno, ((one.args, "args", [own, *taken]),)
    if not any(one.name == "__init__" for one in methods):
        for one in methods:
            if one.name.strip("_").lower() in _LIKE_INIT:
                yield one.lineno, ((one, "name", "__init__"),)
