"""Two statements of one function: where the second one is, and whether they share anything.

A function of ``reference.NAME`` has its second statement, under its own name, in
``reference.definitions.NAME`` (a brute-force definition) or in ``reference.autograd.NAME``
(PyTorch). A function that a family keeps in its ``rules.py`` has it in ``second.py`` beside it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

__all__ = ["VOCABULARY", "second_statement", "shared_imports"]

Function = Callable[..., Any]

VOCABULARY = frozenset({"reference.errors", "reference.geometry"})
"""What both statements may import: an error and data, which compute nothing."""

_OURS = frozenset({"reference", "problems", "grader"})
_ROOT = Path(__file__).resolve().parents[1]


def second_statement(function: Function) -> Function | None:
    """The other statement of a function that stands in a module under its own name; None if none.

    PyTorch is imported by the first call that looks for one there.
    """
    module, name = function.__module__, getattr(function, "__name__", "")
    if getattr(sys.modules.get(module), name, None) is not function:
        return None  # a lambda, or a function within another
    for place in _places_of_second(module):
        if find_spec(place) is not None:
            found: Function | None = getattr(import_module(place), name, None)
            if found is not None:
                return found
    return None


def shared_imports(function: Function, second: Function) -> frozenset[str]:
    """The modules of ours on which both functions rest, beyond the vocabulary; none if independent.

    Those of the functions themselves are among them, and all that they import, directly or not, in
    functions too. It is read off the source, and nothing is run. A package whose ``__init__`` only
    imports has nothing to share.
    """
    starts = (function.__module__, second.__module__)
    sources = _Sources(starts)
    one, other = (sources.reached_from(start) for start in starts)
    return frozenset(name for name in (one & other) - VOCABULARY if sources.states_anything(name))


def _places_of_second(module: str) -> tuple[str, ...]:
    package, _, name = module.rpartition(".")
    if package == "reference":
        return (f"reference.definitions.{name}", f"reference.autograd.{name}")
    return (f"{package}.second",) if package and name == "rules" else ()


class _Sources:
    """The syntax trees of our modules, and of those of the packages that some modules lie in."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        self._packages = _OURS | {module.partition(".")[0] for module in modules}
        self._roots = [_ROOT, *map(_root_of, modules)]
        self._trees: dict[str, ast.Module | None] = {}

    def reached_from(self, start: str) -> frozenset[str]:
        """A module, and all modules that are loaded for it."""
        found: set[str] = set()
        todo = [start]
        while todo:
            name = todo.pop()
            if name in found or self._tree(name) is None:
                continue
            found.add(name)
            todo += self._targets(name)
        return frozenset(found)

    def states_anything(self, name: str) -> bool:
        """Whether there is more in a module than its docstring, imports and list of names."""
        tree = self._tree(name)
        return tree is not None and not all(
            isinstance(node, ast.Import | ast.ImportFrom)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
            or (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__")
            for node in tree.body
        )

    def _targets(self, name: str) -> Iterator[str]:
        """What a module imports: modules, and names in them; and the packages around each."""
        tree, path = self._tree(name), self._path(name)
        assert tree is not None
        assert path is not None
        parents = name.split(".") if path.stem == "__init__" else name.split(".")[:-1]
        for target in (name, *_imported(tree, parents)):
            parts = target.split(".")
            yield from (".".join(parts[: n + 1]) for n in range(len(parts)))

    def _tree(self, name: str) -> ast.Module | None:
        if name not in self._trees:
            path = self._path(name)
            text = None if path is None else path.read_text(encoding="utf-8")
            self._trees[name] = None if text is None else ast.parse(text)
        return self._trees[name]

    def _path(self, name: str) -> Path | None:
        """The file of a module of ours; None for others, and for what is no module."""
        package, *inner = name.split(".")
        if package not in self._packages:
            return None
        loaded = getattr(sys.modules.get(package), "__path__", ())  # may lie in several folders
        places = [root.joinpath(package, *inner) for root in self._roots]
        places += [Path(folder).joinpath(*inner) for folder in loaded if inner]
        files = [file for p in places for file in (p.with_name(f"{p.name}.py"), p / "__init__.py")]
        return next((file for file in files if file.is_file()), None)


def _root_of(module: str) -> Path:
    """The folder from which a module that is loaded is imported."""
    path = Path(str(sys.modules[module].__file__)).resolve()
    depth = module.count(".") + (path.stem == "__init__")
    return path.parents[depth]


def _imported(tree: ast.Module, parents: list[str]) -> Iterator[str]:
    """Full names of all that is imported anywhere in a module of that package."""
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                yield from (alias.name for alias in node.names)
            case ast.ImportFrom():
                package = parents[: len(parents) - node.level + 1] if node.level else []
                source = ".".join([*package, *([node.module] if node.module else [])])
                yield from (f"{source}.{alias.name}" for alias in node.names)
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                if name in {"import_module", "__import__"} and node.args:
                    first = node.args[0]
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value
