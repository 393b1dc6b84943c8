"""Further mistakes in a map of a cross-correlation in two dimensions, as slips of its rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip
from reference import convolution as conv

Array = NDArray[Any]


def _last_at_zero(x: Array, w: Array) -> Array:
    """The last row and column as they were made, since the loops end one step too early."""
    found = np.array(conv.correlate2d(x, w), dtype=object)
    found[-1:, :], found[:, -1:] = 0, 0
    return found


def _of_products(product: Callable[[Array, Array], Array]) -> Callable[..., Array]:
    """The sum of the entries of a matrix product, for each window and the kernel."""

    def wrong(x: Array, w: Array) -> Array:
        x, w = np.asarray(x, dtype=object), np.asarray(w, dtype=object)
        size = len(w)
        rows, columns = (n - size + 1 for n in x.shape)
        found = np.empty((rows, columns), dtype=object)
        for top, left in np.ndindex(rows, columns):
            found[top, left] = product(x[top : top + size, left : left + size], w).sum()
        if not found.any():
            raise NotApplicableError("a map is needed that does not come out as zeros")
        return found

    return wrong


OF_MAP = (
    Slip("last-output-not-computed", _last_at_zero, mistake="last-output-missing"),
    Slip(
        "matrix-product-of-window",
        _of_products(lambda window, w: window @ w),
        other_ways=(_of_products(lambda window, w: w @ window),),
    ),
    Slip("map-transposed", lambda x, w: np.transpose(conv.correlate2d(x, w))),
)
"""Slips of a map, before ReLU."""
