"""Functions and classes that the program overwrites by a value: ``conv1d = conv1d(x, k)``.

Loaded by path in the child. Nothing of the program's runs here.
"""

from __future__ import annotations

from ..wire.frames import MRO

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

At = tuple[int, int]
"""A cell, and the number of a statement in it."""


class Overwritten:
    """The functions and classes that are asked for, and the statements that did away with them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self.defined: dict[str, Any] = {}
        self.at: dict[str, At] = {}

    def forget(self, names: tuple[str, ...]) -> None:
        """What an earlier section has given stands for nothing in a later one."""
        for name in names:
            self.defined.pop(name, None)
            self.at.pop(name, None)

    def note(self, at: At, values: dict[str, Any]) -> None:
        """Looks at the globals after a statement."""
        for name in self.names:
            value = values.get(name)
            if name not in self.defined:
                if callable(value):
                    self.defined[name] = value
            elif value is self.defined[name]:
                self.at.pop(name, None)
            elif is_overwritten(value, self.defined[name]):
                self.at.setdefault(name, at)
            else:
                self.defined[name] = value
                self.at.pop(name, None)

    def restored(self, asked: tuple[str, ...]) -> dict[str, tuple[Any, At]]:
        """What the names that are asked for stood for before they were overwritten, and where."""
        return {name: (self.defined[name], self.at[name]) for name in asked if name in self.at}


def is_overwritten(value: Any, before: Any) -> bool:
    """Whether a value cannot stand for what was there before: a function, or the value's class."""
    return not callable(value) or any(one is before for one in MRO.__get__(type(value)))
