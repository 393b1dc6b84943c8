"""Names that are so like another that they may be meant for it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_MOST = 3
_CUTOFF = 0.7
_SHORTEST, _LONGEST_RATIO = 3, 3  # of an abbreviation, and of a name to its abbreviation


def similar(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that are most like ``name``, or abbreviate it; itself is none of them."""
    folded: dict[str, str] = {}
    for one in names:
        if one != name:
            folded.setdefault(one.casefold(), one)
    close = difflib.get_close_matches(name.casefold(), folded, n=_MOST, cutoff=_CUTOFF)
    close += [one for one in folded if one not in close and _is_longer(one, name.casefold())]
    return tuple(folded[one] for one in close[:_MOST])


def _is_longer(one: str, other: str) -> bool:
    """Whether one of two names abbreviates the other: ``fwd`` or ``fwd_pass`` and ``forward``.

    A name of several words is also compared by its first.
    """
    words, others = one.split("_"), other.split("_")
    pairs = [("".join(words), "".join(others))]
    if 1 in (len(words), len(others)):
        pairs.append((words[0], others[0]))
    return any(_abbreviates(*sorted(pair, key=len)) for pair in pairs)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of ``short`` are in ``long`` in their order, the first and last too."""
    if len(short) < _SHORTEST or len(long) > _LONGEST_RATIO * len(short):
        return False
    letters = iter(long)
    return short[0] == long[0] and short[-1] == long[-1] and all(c in letters for c in short)
