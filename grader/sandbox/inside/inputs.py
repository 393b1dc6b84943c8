"""The objects that a function is handed: the same one again, or another one in its place in memory.

Who keeps results by ``id()`` finds those of an array that is no more. Loaded by path in the child.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_TRIES = 64
_MOST_CELLS = 1000


def address(value: Any) -> int:
    """Where an array is; 0 for what is none. Nothing is kept of it."""
    return id(value) if hasattr(value, "dtype") else 0


def at_address(value: Any, place: int) -> Any:
    """A small array, or a copy of it that is at a place which has become free, if it can be."""
    if not place or address(value) in (0, place) or value.size > _MOST_CELLS:
        return value
    others = []
    for _ in range(_MOST_TRIES):
        other = value.copy()
        if id(other) == place:
            return other
        others.append(other)
    return value


def laid_down_in(before: Any, value: Any) -> bool:
    """Lays the numbers of an array down in the one that was there before, where it is alike."""
    if not (address(before) and address(value)) or type(before) is not type(value):
        return False
    if before.dtype != value.dtype or before.shape != value.shape or not before.flags.writeable:
        return False
    before[...] = value
    return True
