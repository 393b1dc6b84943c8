"""What every kernel of a notebook has beyond Python: names, and the value of the last expression.

Loaded by path in the child. Nothing is drawn here: what is shown is printed, and what asks the
kernel for anything gets something that takes every call and does nothing.
"""

from __future__ import annotations

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MODULES = (
    *("IPython", "IPython.display", "IPython.core", "IPython.core.display", "IPython.lib"),
    *("IPython.core.debugger", "IPython.core.interactiveshell", "IPython.core.magic"),
)
_VERSION = (9, 0, 0)
"""Plotting libraries ask for it."""

_SHADOWS = ("_", "__", "___")


class ZMQInteractiveShell:
    """Whatever belongs to a kernel: it has every attribute, can be called, and does nothing.

    Programs ask for this name to see whether they are in a notebook.
    """

    def __getattr__(self, name: str) -> ZMQInteractiveShell:
        if name.startswith("__"):
            raise AttributeError(name)
        return ZMQInteractiveShell()

    def __call__(self, *arguments: object, **options: object) -> ZMQInteractiveShell:
        """The same again: ``InteractiveShell.instance().config``."""
        return ZMQInteractiveShell()

    def __contains__(self, name: object) -> bool:
        return True

    def __enter__(self) -> ZMQInteractiveShell:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def __repr__(self) -> str:
        return ""


class Leaving:
    """``exit`` and ``quit``, which end a kernel: what comes below is marked all the same."""

    def __call__(self, *arguments: object, **options: object) -> None:
        """Does nothing."""


class Stub(ModuleType):
    """A module of IPython where there is none: all that it has is of the kernel."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return ZMQInteractiveShell()


def display(*values: object, **options: object) -> ZMQInteractiveShell:
    """Prints what a notebook would show; a value that cannot be shown is no error there either."""
    for value in values:
        try:
            print(repr(value))
        except Exception:
            continue
    return ZMQInteractiveShell()


class Notebook:
    """The names that a kernel gives to a program, and those that change with each cell."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        """Puts the names into the globals of the program, and a stub of IPython beside it.

        The stub is there whether IPython is installed or not, since that without a kernel knows of
        none, and a mark should not depend on it. ``_`` is left alone from where the program gives
        it a value of its own, as in a kernel.
        """
        self.namespace = namespace
        self.out: dict[int, Any] = {}
        shell = ZMQInteractiveShell()
        kernel = {
            "display": display,
            "get_ipython": lambda: shell,
            "In": [""],
            "Out": self.out,
            "_oh": self.out,
            "exit": Leaving(),
            "quit": Leaving(),
            **dict.fromkeys(_SHADOWS, ""),
        }
        namespace.update(kernel)
        self._last: Any = ""
        self._add_modules(kernel)

    def note(self, cell: int, value: Any) -> None:
        """The value of the last expression of a cell, the first of which is cell 0."""
        if value is None:
            return
        self.out[cell + 1] = value
        names = self.namespace
        if names.get("_", self._last) is self._last:
            for name, older in zip(("___", "__"), ("__", "_"), strict=True):
                names[name] = names.get(older, "")
            names["_"] = self._last = value

    def _add_modules(self, kernel: dict[str, Any]) -> None:
        for name in _MODULES:
            module = sys.modules[name] = Stub(name)
            module.__path__ = []
            parent, _, own = name.rpartition(".")
            if parent:
                setattr(sys.modules[parent], own, module)
        for name in ("IPython.display", "IPython.core.display"):
            vars(sys.modules[name])["display"] = display
        names = {"get_ipython": kernel["get_ipython"], "version_info": _VERSION}
        vars(sys.modules["IPython"]).update(names, __version__=".".join(map(str, _VERSION)))
