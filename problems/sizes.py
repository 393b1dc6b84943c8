"""The sizes of answers that a sheet tells: worked out once for all exercises that are as large."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

from problems.family import ByHand
from problems.forms import shape_of
from problems.variant import Variant
from problems.working import Asked

_Sizes = Mapping[str, tuple[int, ...]]


def size_of(variant: Variant, asked: Asked) -> tuple[int, ...]:
    """The size of the true value of a blank. Raises TypeError for an exercise in code."""
    task = variant.family.task
    if isinstance(task, ByHand) and task.tensors:
        return _alike(variant, task.tensors)[asked.name]
    return _worked_out(variant, asked)


_KNOWN: dict[Hashable, _Sizes] = {}
_MOST_KNOWN = 512


@lru_cache(maxsize=64)
def _alike(variant: Variant, tensors: frozenset[str]) -> _Sizes:
    """The sizes of all blanks, from another variant if its tensors have as many cells."""
    parameters = sorted(variant.parameters.items())
    alike = (
        variant.family.key,
        *(_lengths(value) if name in tensors else repr(value) for name, value in parameters),
    )
    if alike not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[alike] = {a.name: _worked_out(variant, a) for a in variant.working.asked}
    return _KNOWN[alike]


def _worked_out(variant: Variant, asked: Asked) -> tuple[int, ...]:
    return shape_of(variant.solution.value(asked.step))


def _lengths(cells: Any) -> tuple[int, ...]:
    """How many cells a tensor has along each axis."""
    found: list[int] = []
    while isinstance(cells, list):
        found.append(len(cells))
        cells = cells[0] if cells else None
    return tuple(found)
