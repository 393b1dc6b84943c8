"""What one run of the tests looks at of what would be too much for each: a part that takes turns.

A run has a fixed budget, however many families, programs and sheets there are. Of those that are
marked in it, as many as it has time for are taken by a rule that is the same everywhere: their
names are put in an order that the digest of the code gives, and the first are taken. So each change
of the code looks at others, and a part that fails fails again. With ``FAMILY=key``, with which one
family is tested in under a minute, its own names are taken alone, and more of them than it has in
an ordinary run. ``TURNS=all`` takes all, as ``make certify`` does.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from problems.family import LEVELS, Level

ROOT = Path(__file__).resolve().parents[1]
CODE = ("grader", "problems", "reference")
ALL = os.environ.get("TURNS") == "all"
"""Whether everything is looked at in this run."""

FAMILY = os.environ.get("FAMILY", "")
"""The key of the one family that is tested, if one is."""

SHARE_OF_ONE = 6
LEAST_OF_ONE = len(LEVELS)
"""A family tested alone has this part of what a run takes of all families, and at least so many."""


@cache
def digest_of_the_code() -> str:
    """The same for the same files of the packages, whatever the machine."""
    found = hashlib.blake2b(digest_size=8)
    for package in CODE:
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def in_this_run(names: Iterable[str], most: int) -> list[str]:
    """At most so many of the names, in their own order: all of them where they are no more.

    Of names among which are some of the one family that is tested, these.
    """
    every = list(names)
    own = [name for name in every if FAMILY and is_of(FAMILY, name)]
    if own and not ALL:
        every, most = own, max(LEAST_OF_ONE, most // SHARE_OF_ONE)
    if ALL or len(every) <= most:
        return every

    def turn(name: str) -> bytes:
        return hashlib.blake2b(f"{digest_of_the_code()}/{name}".encode(), digest_size=8).digest()

    taken = set(sorted(every, key=turn)[:most])
    return [name for name in every if name in taken]


def part_in_this_run(names: Iterable[str], parts: int) -> set[str]:
    """One part of so many of the names; the digest of the code says which."""
    own = int(digest_of_the_code(), 16) % parts

    def part(name: str) -> int:
        return int(hashlib.blake2b(name.encode(), digest_size=8).hexdigest(), 16) % parts

    return {name for name in names if part(name) == own}


def is_of(key: str, name: str) -> bool:
    """Whether a name has the key of a family in it, or that of its folder."""
    return key in name or key.replace("-", "_") in name


def levels_in_this_run(keys: Iterable[str], most: int) -> list[tuple[str, Level]]:
    """At most so many levels of families: pairs of a family's key and a level."""
    places = {f"{key}:{level}": (key, level) for key in keys for level in LEVELS}
    return [places[name] for name in in_this_run(places, most)]
