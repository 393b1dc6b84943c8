"""The families that there are: every folder of this package that has a ``family.py``."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from problems.family import ByHand, Family

_HERE = Path(__file__).parent


class UnknownFamilyError(KeyError):
    """There is no family of that key."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"there is no family {key!r}; there are {', '.join(family_keys())}")

    def __str__(self) -> str:
        return str(self.args[0])


@cache
def family_keys() -> tuple[str, ...]:
    """The keys of all families, in alphabetical order."""
    return tuple(sorted(p.parent.name.replace("_", "-") for p in _HERE.glob("*/family.py")))


@cache
def family(key: str) -> Family:
    """The family of this key. Raises UnknownFamilyError.

    The workings of its published examples are put together, though not worked out, so that a blank
    with a name that cannot be typed is noticed here: ReservedNameError.
    """
    if key not in family_keys():
        raise UnknownFamilyError(key)
    module = importlib.import_module(f"problems.{key.replace('-', '_')}.family")
    found = getattr(module, "FAMILY", None)
    if not isinstance(found, Family) or found.key != key:
        raise TypeError(
            f"problems/{key.replace('-', '_')}/family.py must define FAMILY of key {key!r}"
        )
    if isinstance(found.task, ByHand):
        for parameters in found.examples.values():
            found.task.working(parameters)
    return found


def folder(key: str) -> Path:
    """The folder of a family, where its texts are."""
    return _HERE / key.replace("-", "_")
