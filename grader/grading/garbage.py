"""How often a process looks for objects that nobody can reach any more: almost all go without."""

from __future__ import annotations

import gc

_MANY_OBJECTS = 100_000
"""So many more than before have the garbage collector look for what is left over.

A command for one sheet makes two thirds of them.
"""


_OBJECTS_OF_A_FEW_SHEETS = 20_000
"""The same for a process that works long: its memory stays flat, and it takes no more time."""


def collect_seldom() -> None:
    """Look for what is left over after many objects; while modules are loaded there is nothing."""
    gc.set_threshold(_MANY_OBJECTS)


def begin_to_work() -> None:
    """All modules are loaded: they stay, and are not gone through each time. Much is to come."""
    gc.freeze()
    gc.set_threshold(_OBJECTS_OF_A_FEW_SHEETS)
