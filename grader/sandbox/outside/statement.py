"""What a survey knows of one statement, and how much of a program is run."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

Module = tuple[str, tuple[str, ...]]
"""Its dotted name, and the names that are imported from it."""


class Effort(IntEnum):
    """What a start of the program runs: each less than the one before.

    All of it; imports, definitions and assignments; of the assignments those alone that call
    nothing. What has run quickly before is run by each.
    """

    WHOLE = 0
    SPARING = 1
    LEAST = 2


class Statement(NamedTuple):
    """One top-level statement: its line, the names that it assigns, and whether it can run.

    ``bare`` is whether it is a blank as the sheet has it: ``name = ...``, or a function or class
    that does nothing. ``ease`` is how much effort may be spared and it still runs, and ``touched``
    are the names whose values it gives or changes; ``modules`` are those that it imports and that
    are not loaded yet; ``given`` are the names that it gives in so many words, and ``used`` those
    whose values it works with. ``block`` is the line of the block for ``__main__`` in which it
    stands (0 if in none), and ``called`` are then the names that it gives by calling functions.
    ``changed`` are those whose values it may change in place, or by calling functions. ``bound``
    are the names that one which cannot be read would have given as a loop or an import.
    ``is_plain`` is whether it gives a name what is written out, so that it runs at once.
    """

    line: int
    names: tuple[str, ...]
    runs: bool
    bare: bool = False
    ease: int = 0
    touched: tuple[str, ...] = ()
    modules: tuple[Module, ...] = ()
    given: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    block: int = 0
    called: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    is_plain: bool = False


def plain_statement(line: int, name: str, *, bare: bool) -> Statement:
    """One that gives a name a constant, or a list of constants."""
    names = (name,)
    ease = Effort.LEAST
    return Statement(line, names, True, bare, ease, touched=names, given=names, is_plain=True)
