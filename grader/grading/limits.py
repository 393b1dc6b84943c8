"""What an instructor allows programs, on top of what each family does."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from grader.sandbox.outside.limits import Limits
from problems.catalogue import family_keys, likely_keys
from problems.family import Family
from problems.frozen import frozen

NAMES = {
    "time": "call_seconds",
    "total-time": "total_seconds",
    "import": "import_seconds",
    "cpu": "cpu_seconds",
    "memory": "memory_bytes",
    "file": "file_bytes",
    "output": "log_bytes",
    "result": "result_bytes",
}
"""What a limit is called on the command line, and the field of `Limits` that it is."""

LEAST_SECONDS, MOST_SECONDS = 0.001, 86_400
"""A day: beyond it nobody waits, and far beyond it the kernel takes a limit for none."""

MOST_BYTES = 2**47
"""The address space of a process, on x86-64 and on ARM as it is usually built."""

LEAST_MEMORY = 2**20
"""With less a program may not even begin."""

_UNITS = {"": 1, "s": 1, "b": 1, "kib": 2**10, "mib": 2**20, "gib": 2**30}
_MOST_SHOWN = 60
_LIMIT = re.compile(
    r"(?:(?P<family>[\w-]+):)?(?P<name>[\w-]+)=(?P<amount>[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>[A-Za-z]*)"
)


class LimitError(ValueError):
    """A limit that is none: what was expected and what came."""


@frozen
class LimitChange:
    """One limit: the field of `Limits`, its value, and the family that it is for (None: all)."""

    field: str
    value: float
    family: str | None = None


@frozen
class LimitChanges:
    """What is set besides the families' own limits; later ones win."""

    changes: tuple[LimitChange, ...] = ()

    def of(self, family: Family) -> Limits:
        """The limits for a family's problems."""
        values: dict[str, Any] = {str(name): value for name, value in family.limits.items()}
        values |= {c.field: c.value for c in self.changes if c.family in (None, family.key)}
        return replace(Limits(), **values)


def strictest(limits: Sequence[Limits], *, torch: bool) -> Limits:
    """What holds for a program that is run once under several limits: of each the least.

    ``torch`` says whether it needs PyTorch, on which the memory depends that it has by default.
    Raises ValueError if there are no limits.
    """
    if not limits:
        raise ValueError("the strictest of no limits was asked for")
    least: dict[str, Any] = {
        each.name: min(getattr(one, each.name) for one in limits)
        for each in fields(Limits)
        if each.name != "memory_bytes"
    }
    return Limits(**least, memory_bytes=min(one.memory(torch=torch) for one in limits))


def parse_limit(text: str) -> LimitChange:
    """``time=5s``, ``memory=512MiB`` or ``FAMILY:time=5``. Raises LimitError."""
    match = _LIMIT.fullmatch(text.strip())
    if match is None:
        raise LimitError(
            f"{_shown(text)} is no limit; NAME=VALUE such as time=5s or memory=512MiB was expected"
        )
    if match["name"] not in NAMES:
        raise LimitError(f"there is no limit {match['name']!r}; there are {', '.join(NAMES)}")
    if match["family"] not in (None, *family_keys()):
        raise LimitError(
            f"there is no family {match['family']!r}; there are {likely_keys(match['family'])}"
        )
    field, unit = NAMES[match["name"]], match["unit"].lower()
    units = ("", "s") if field.endswith("seconds") else ("", "b", "kib", "mib", "gib")
    if unit not in units:
        raise LimitError(
            f"{_shown(text)} has the unit {match['unit']!r}; {_listed(units)} was expected"
        )
    value = float(match["amount"]) * _UNITS[unit]
    if value <= 0:
        raise LimitError(f"{_shown(text)}: a limit is more than 0")
    if field.endswith("seconds") and not LEAST_SECONDS <= value <= MOST_SECONDS:
        raise LimitError(
            f"{_shown(text)}: a time between {LEAST_SECONDS} s and {MOST_SECONDS} s (a day) was "
            "expected"
        )
    if field.endswith("bytes") and value > MOST_BYTES:
        raise LimitError(
            f"{_shown(text)}: at most {MOST_BYTES // 2**30} GiB were expected, which is the "
            "address space of a process"
        )
    if field == "memory_bytes" and value < LEAST_MEMORY:
        raise LimitError(
            f"{_shown(text)}: at least {LEAST_MEMORY // 2**20} MiB were expected; a program has it "
            "beyond what is loaded"
        )
    if field not in ("call_seconds", "total_seconds", "import_seconds"):
        value = math.ceil(value)
    return LimitChange(field, value, match["family"])


def _shown(text: str) -> str:
    """What was typed, in a line: it may be a number of hundreds of digits."""
    return repr(text if len(text) <= _MOST_SHOWN else f"{text[:_MOST_SHOWN]}…")


def _listed(units: tuple[str, ...]) -> str:
    names = {"b": "B", "kib": "KiB", "mib": "MiB", "gib": "GiB"}
    return " or ".join(names.get(unit, unit) or "no unit" for unit in units)
