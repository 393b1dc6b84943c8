"""The modules that a program imports, found before it runs, so that they are loaded apart from it.

How long an import takes depends on disks and on what else the machine does, and is no doing of the
student's. Loaded by path in the child.
"""

from __future__ import annotations

import _ast
import sys
from importlib.util import find_spec

from .tree import children

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_MODULES = 50
_ON_ITS_OWN = ("__future__", "__main__", "antigravity", "submission", "this")
"""What is nothing to load, or does something when it is loaded."""

Module = tuple[str, tuple[str, ...]]
"""Its dotted name, and the names that are imported from it."""


def unloaded_modules(node: Any) -> tuple[Module, ...]:
    """The installed modules that a statement imports, also in a function, and that are not loaded.

    Nothing is loaded here, and a module that is not installed is left to the program.
    """
    found: dict[Module, None] = {}
    stack: list[_ast.AST] = [node]
    while stack and len(found) < _MOST_MODULES:
        part = stack.pop()
        if isinstance(part, _ast.Import):
            found.update(((alias.name, ()), None) for alias in part.names)
        elif isinstance(part, _ast.ImportFrom) and part.module and not part.level:
            names = tuple(alias.name for alias in part.names if alias.name != "*")
            found[part.module, names] = None
        else:
            stack += reversed(children(part))
    return tuple(module for module in found if not _is_loaded(*module) and _is_installed(module[0]))


def put_missing_last(node: Any) -> bool:
    """Has ``import a, b`` in a block or function import what is installed before what is not.

    So one module that is missing takes no other along; whether there was anything to change.
    """
    found = False
    stack: list[_ast.AST] = [node]
    while stack:
        part = stack.pop()
        if not isinstance(part, _ast.Import):
            stack += children(part)
        elif len(part.names) > 1:
            ordered = sorted(part.names, key=lambda alias: not _is_installed(alias.name))
            found = found or ordered != part.names
            part.names = ordered
    return found


def load(name: str, names: tuple[str, ...]) -> None:
    """Imports a module, and those of its submodules that are imported from it. Raises as these."""
    __import__(name, fromlist=names)


def _is_loaded(name: str, names: tuple[str, ...]) -> bool:
    module = sys.modules.get(name)
    return module is not None and all(
        one in module.__dict__ or f"{name}.{one}" in sys.modules for one in names
    )


def _is_installed(name: str) -> bool:
    top = name.partition(".")[0]
    if top in _ON_ITS_OWN:
        return False
    try:
        return top in sys.modules or find_spec(top) is not None
    except (ImportError, ValueError):  # a module that has no specification
        return False
