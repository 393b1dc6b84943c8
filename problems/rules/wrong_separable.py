"""Further mistakes in factors of a kernel, and in counts of a depthwise-separable convolution."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip
from reference import separable as kernels

Array = NDArray[Any]
_Shape = tuple[int, ...]


def own_column(place: int) -> Callable[[Array], Array]:
    """The row that goes with a column of the kernel as it stands there, common factors and all."""

    def wrong(kernel: Array) -> Array:
        if place >= len(kernel[0]):
            raise NotApplicableError(f"a kernel of more than {place} columns is needed")
        return kernels.row_factor(kernel, np.asarray(kernel)[:, place])

    return wrong


def own_row(place: int, *, from_one: bool) -> Callable[[Array], Array]:
    """A row of the kernel as it stands there, or divided so that its first number is 1."""

    def wrong(kernel: Array) -> Array:
        if place >= len(kernel) or not np.any(kernel[place]):
            raise NotApplicableError(f"a number other than 0 is needed in row {place + 1}")
        row = np.asarray(kernel[place])
        first = next(cell for cell in row if cell)
        return np.asarray(row * Fraction(1) / first) if from_one else row

    return wrong


def any_row(kernel: Array) -> Array:
    """A row of the kernel in which there is anything."""
    rows = (row for row in np.asarray(kernel) if np.any(row))
    found = next(rows, None)
    if found is None:
        raise NotApplicableError("a kernel is needed that has a number other than 0")
    return np.asarray(found)


def unit_row(sign: int) -> Callable[[Array], Array]:
    """The row made 1 long: the right singular vector, without the singular value."""

    def wrong(kernel: Array) -> Array:
        row = np.asarray(any_row(kernel), np.float64)
        return np.asarray(sign * row / np.linalg.norm(row))

    return wrong


ROWS_FOR_COLUMN = (
    *(own_row(place, from_one=False) for place in range(3)),
    own_row(0, from_one=True),
    own_row(1, from_one=True),  # where the first has nothing in it
    *map(unit_row, (1, -1)),
)
"""How a row is written that is given for the column: a column may be any multiple."""


def row_adding_to_one(kernel: Array) -> Array:
    """The row of which the numbers without their signs add up to 1, as the kernel has its signs."""
    row = any_row(kernel)
    return np.asarray(row * Fraction(1) / sum(abs(cell) for cell in row))


ROW_ADDS_TO_ONE = Slip(
    "row-adds-to-one",
    row_adding_to_one,
    other_ways=(lambda kernel: -row_adding_to_one(kernel),),
)
"""A slip of the row."""

OF_DEPTHWISE = (
    Slip(
        "depthwise-kernel-per-pair",
        lambda in_shape, channels, kernel: in_shape[0] * channels * kernel * kernel,
    ),
    # A kernel that is split into a column and a row; it looks like a side that is doubled.
    Slip(
        "depthwise-kernels-separated",
        lambda in_shape, kernel: 2 * in_shape[0] * kernel,
        mistake="kernel-doubled",
        last_resort=True,
    ),
)
"""Slips of the weights of the depthwise convolution."""

OF_BOTH = (
    # nn.Conv2d(c, m, k, groups=c), then nn.Conv2d(m, m, 1).
    Slip(
        "depthwise-makes-outputs",
        lambda channels, kernel: channels * (kernel * kernel + channels),
    ),
)
"""Slips of the weights of both convolutions together."""
