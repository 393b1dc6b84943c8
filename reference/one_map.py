"""One kernel on one map, at every position: where their cells meet, worked out once for the sizes.

So it is in exercises by hand, whose marking works out hundreds of small maps. What batches,
channels, strides and padding need is left out on the way; the products are those of the general
way, cell by cell and in the same order, so that floats come out the same to the last bit.
"""

from __future__ import annotations

from functools import lru_cache
from math import prod
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reference.geometry import PLAIN
from reference.numbers import Array, matrix_product
from reference.taps import Taps

__all__ = ["correlated", "input_gradient_of", "kernel_gradient_of"]

Sizes: TypeAlias = tuple[int, ...]

_MOST_KEPT = 4096
"""Meetings of so many pairs of cells are kept; those of more are left to the general way."""


class _Meetings(NamedTuple):
    """For each cell of a kernel (row) the number of the cell that it meets at each place (column).

    ``out`` is the size of what comes of it. A 0 among those of a gradient is where there is none.
    """

    cells: NDArray[np.intp]
    out: Sizes


def correlated(x: Array, w: Array) -> Array | None:
    """The cross-correlation of two arrays of one kind of number; None where it is not as simple."""
    met = _forward(x.shape, w.shape)
    return None if met is None else _product(w.reshape(1, 1, -1), x.ravel()[met.cells], met.out)


def input_gradient_of(dq: Array, w: Array, in_size: Sizes) -> Array | None:
    """The gradient with respect to the input; None where it is not as simple."""
    met = _backward(dq.shape, w.shape, in_size)
    if met is None:
        return None
    cells = np.zeros(dq.size + 1, dtype=dq.dtype)
    cells[1:] = dq.ravel()
    return _product(w.ravel()[::-1].reshape(1, 1, -1), cells[met.cells], met.out)


def kernel_gradient_of(x: Array, dq: Array, kernel: Sizes) -> Array | None:
    """The gradient with respect to the kernel; None where it is not as simple."""
    met = _forward(x.shape, kernel)
    if met is None or met.out != dq.shape:
        return None
    return _product(dq.reshape(1, 1, -1), x.ravel()[met.cells].T, kernel)


def _product(row: Array, met: Any, out: Sizes) -> Array:
    return matrix_product(row, met[None]).reshape(out)


@lru_cache(maxsize=256)
def _forward(size: Sizes, kernel: Sizes) -> _Meetings | None:
    """What the cells of a kernel meet in an input."""
    if not _is_simple(size, kernel):
        return None
    taps = Taps.of(len(size), PLAIN)
    out = taps.output(size, kernel)
    numbers = np.arange(prod(size)).reshape(1, 1, *size)
    return _Meetings(taps.met(numbers, kernel, out).reshape(prod(kernel), -1), out)


@lru_cache(maxsize=256)
def _backward(size: Sizes, kernel: Sizes, in_size: Sizes) -> _Meetings | None:
    """What the cells of a kernel that is turned meet in the gradient, of which 1 is the first."""
    if not _is_simple(in_size, kernel):
        return None
    taps = Taps.of(len(in_size), PLAIN)
    if taps.output(in_size, kernel) != size:
        return None
    numbers = np.arange(1, prod(size) + 1).reshape(1, 1, *size)
    wide = taps.spread(numbers, kernel, in_size)
    return _Meetings(taps.met(wide, kernel, in_size).reshape(prod(kernel), -1), in_size)


def _is_simple(size: Sizes, kernel: Sizes) -> bool:
    """Whether a kernel lies within an input of as many axes, and both are small."""
    return (
        len(size) == len(kernel)
        and all(0 < k <= n for n, k in zip(size, kernel, strict=True))
        and prod(size) * prod(kernel) <= _MOST_KEPT
    )
