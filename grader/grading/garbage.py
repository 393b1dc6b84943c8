"""How often a process looks for objects that nobody can reach any more: almost all go without."""

from __future__ import annotations

import gc

_MANY_OBJECTS = 100_000
"""So many more than before have the garbage collector look for what is left over.

A command for one sheet makes two thirds of them.
"""


def collect_seldom() -> None:
    """Look for what is left over after many objects; while modules are loaded there is nothing."""
    gc.set_threshold(_MANY_OBJECTS)


def begin_to_work() -> None:
    """The same where all modules are loaded: they stay, and are not gone through each time."""
    gc.freeze()
    collect_seldom()
