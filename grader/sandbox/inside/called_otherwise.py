"""Calls of what is not called so: a module that is made of data, and a model that has no `forward`.

``nn.ReLU(x)`` makes a module, and does not call one: ``nn.ReLU()(x)`` does. ``self(x)`` calls
`forward`, which a class may have under the name that is asked for.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

import _ast

from .places import below, placed
from .tree import FUNCTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from .places import Replaced

_MODULES = ("nn", "torch")


def called_otherwise(definition: Any) -> Iterator[tuple[int, Replaced]]:
    """The lines of a class in which something is called in another way, and what goes where."""
    methods = [one for one in definition.body if isinstance(one, FUNCTIONS)]
    yield from _modules_given_data(methods)
    for method in methods:
        for node in below(method):
            if isinstance(node, _ast.Call) and getattr(node.func, "id", "") == "self":
                for other in methods:
                    if not other.name.startswith("_") and other is not method:
                        own = _ast.Attribute(value=node.func, attr=other.name, ctx=_ast.Load())
                        yield node.lineno, ((node, "func", placed(own, node.func)),)


def _modules_given_data(methods: list[Any]) -> Iterator[tuple[int, Replaced]]:
    """All modules of one name that are made of data: made of nothing, and called with it."""
    calls: dict[str, list[Any]] = {}
    for method in methods:
        nodes = [*below(method)] if method.name != "__init__" else []
        made = {id(one.func) for one in nodes if isinstance(one, _ast.Call)}
        for node in nodes:
            if _is_given_data(node) and id(node) not in made:
                calls.setdefault(node.func.attr, []).append(node)
    for alike in calls.values():
        replaced: Replaced = ()
        for node in alike:
            module = placed(_ast.Call(func=node.func, args=[], keywords=node.keywords), node)
            replaced = (*replaced, (node, "func", module), (node, "keywords", []))
        yield alike[0].lineno, replaced


def _is_given_data(node: Any) -> bool:
    """Whether it is a module of PyTorch that is made of what is no number or text."""
    function: Any = getattr(node, "func", None)
    is_module = isinstance(function, _ast.Attribute) and function.attr[:1].isupper()
    if not (is_module and isinstance(node, _ast.Call) and node.args):
        return False
    owner = getattr(function.value, "attr", getattr(function.value, "id", ""))
    return owner in _MODULES and not any(isinstance(one, _ast.Constant) for one in node.args)
