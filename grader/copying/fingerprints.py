"""Which programs share passages, without comparing each with each: winnowing, and an index.

Every passage of a few tokens has a number, and of each stretch of such numbers the least is kept:
two programs that share a passage of ``LENGTH + WINDOW - 1`` tokens share a number. Numbers that
many programs have are common ways to write a thing, and are no hint.

Source: Schleimer, Wilkerson & Aiken 2003, "Winnowing: Local Algorithms for Document
Fingerprinting".
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

LENGTH = 8
WINDOW = 6
MOST_SHARED = 25
"""A passage that more programs have than that is no hint; it also bounds the pairs to look at."""
_LEAST_SHARED = 3


def fingerprints(tokens: Sequence[str]) -> frozenset[int]:
    """The numbers that are kept of a program; a short one has the least of all that there are."""
    passages = [_number(tokens[at : at + LENGTH]) for at in range(len(tokens) - LENGTH + 1)]
    if not passages:
        return frozenset()
    last = max(len(passages) - WINDOW, 0)
    return frozenset(min(passages[at : at + WINDOW]) for at in range(last + 1))


def _number(passage: Sequence[str]) -> int:
    text = "\x1f".join(passage).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(text, digest_size=8).digest(), "big")


def candidates(programs: Sequence[frozenset[int]]) -> Iterator[tuple[int, int, int]]:
    """The pairs of programs that share rare passages, by their places, with how many they share.

    Each passage gives no more pairs than there are among `MOST_SHARED` programs, so that the work
    grows with the number of programs, and not with that of all pairs.
    """
    having: dict[int, list[int]] = defaultdict(list)
    for place, numbers in enumerate(programs):
        for number in numbers:
            if len(having[number]) <= MOST_SHARED:
                having[number].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in having.values():
        if 1 < len(places) <= MOST_SHARED:
            shared.update(combinations(places, 2))
    for (first, second), number in sorted(shared.items()):
        least = min(len(programs[first]), len(programs[second]))
        if number >= min(_LEAST_SHARED, least):
            yield first, second, number
