"""What one run of the tests looks at of what would be too much for each: a part that takes turns.

A run has a fixed budget, however many families, programs and sheets there are. Of those that are
marked in it, as many as it has time for are taken by a rule that is the same everywhere: their
names are put in an order that the digest of the code gives, and the first are taken. So each change
of the code looks at others, and a part that fails fails again. ``TURNS=all`` takes all, as
``make certify`` does, and so does ``FAMILY=key``, with which one family is tested.
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
ALL = os.environ.get("TURNS") == "all" or bool(os.environ.get("FAMILY"))
"""Whether everything is looked at in this run."""


@cache
def digest_of_the_code() -> str:
    """The same for the same files of the packages, whatever the machine."""
    found = hashlib.blake2b(digest_size=8)
    for package in CODE:
        for path in sorted((ROOT / package).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def in_this_run(names: Iterable[str], most: int) -> list[str]:
    """At most so many of the names, in their own order: all of them where they are no more."""
    every = list(names)
    if ALL or len(every) <= most:
        return every

    def turn(name: str) -> bytes:
        return hashlib.blake2b(f"{digest_of_the_code()}/{name}".encode(), digest_size=8).digest()

    taken = set(sorted(every, key=turn)[:most])
    return [name for name in every if name in taken]


def levels_in_this_run(keys: Iterable[str], most: int) -> list[tuple[str, Level]]:
    """At most so many levels of families: pairs of a family's key and a level."""
    places = {f"{key}:{level}": (key, level) for key in keys for level in LEVELS}
    return [places[name] for name in in_this_run(places, most)]
