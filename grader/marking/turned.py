"""How data were turned when they were copied: what is told in place of all their numbers."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

_AXES_OF_MATRIX = 2
_ROWS_AND_COLUMNS = (-2, -1)
_LINES = ("rows-exchanged", "columns-exchanged")
_TURNS_OF_VECTORS: tuple[tuple[str, Callable[[Array], Array]], ...] = (
    ("reversed", np.flip),
    ("negated", np.negative),
    ("without-signs", np.abs),
)
_TURNS: tuple[tuple[str, Callable[[Array], Array]], ...] = (
    ("half-turn", lambda data: np.flip(data, _ROWS_AND_COLUMNS)),
    ("upside-down", lambda data: np.flip(data, -2)),
    ("mirrored", lambda data: np.flip(data, -1)),
    ("transposed", lambda data: np.swapaxes(data, *_ROWS_AND_COLUMNS)),
    ("turned-left", lambda data: np.rot90(data, 1, _ROWS_AND_COLUMNS)),
    ("turned-right", lambda data: np.rot90(data, -1, _ROWS_AND_COLUMNS)),
    ("other-diagonal", lambda data: np.flip(np.swapaxes(data, -2, -1), _ROWS_AND_COLUMNS)),
    *_TURNS_OF_VECTORS[1:],
)
"""The ways of turning data as a whole, each with its key."""


def way_copied(right: Array, taken: Array) -> tuple[str, int, int] | None:
    """How data were turned when they were copied, if they were as a whole, or two lines exchanged.

    A key, and the numbers of the two, counted from 1; zeros where there are none. Of several maps
    (..., rows, columns) each is turned. None where no turn alone makes ``taken`` of ``right``.
    """
    if right.size > 1:
        for key, turn in _TURNS if right.ndim >= _AXES_OF_MATRIX else _TURNS_OF_VECTORS:
            if np.array_equal(taken, turn(right)):
                return key, 0, 0
    lines = _LINES[-right.ndim :] if right.ndim <= _AXES_OF_MATRIX and right.ndim else ()
    for axis, key in enumerate(lines):
        for i, j in combinations(range(right.shape[axis]), 2):
            order = list(range(right.shape[axis]))
            order[i], order[j] = j, i
            if np.array_equal(taken, np.take(right, order, axis)):
                return (key if right.ndim > 1 else "entries-exchanged"), i + 1, j + 1
    return None
