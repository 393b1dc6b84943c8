"""Poolings that take other cells than those of their windows, or make another value of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip
from reference.geometry import PoolWindow, Sizes

Array = NDArray[Any]
Pool = Callable[[Any, PoolWindow], Array]


def of_windows(pool: Pool, axes: int, merge: Callable[..., Any]) -> tuple[Slip, ...]:
    """Slips of a pooling of any kind; ``merge(x, axis)`` makes one value of those of an axis."""

    def one_short(x: Any, window: PoolWindow) -> Array:
        """Of a loop over ``range(0, n - kernel, stride)``."""
        if window.ceil_mode:
            raise NotApplicableError("sizes are needed that are rounded down")
        kernel, stride, padding = _numbers(window)
        counts = [-(-(n + 2 * padding - kernel) // stride) for n in np.shape(x)[-axes:]]
        if min(counts) < 1:
            raise NotApplicableError("a window is needed that is left")
        cells: tuple[Any, ...] = (..., *(slice(count) for count in counts))
        return np.asarray(pool(x, window)[cells])

    def reshaped(x: Any, window: PoolWindow) -> Array:
        """The map cut into four axes, of which the last two are reduced: runs of a row."""
        kernel, stride, padding = _numbers(window)
        *lead, rows, columns = np.shape(x)
        if padding or kernel != stride or rows % kernel or columns % kernel:
            raise NotApplicableError("windows side by side are needed that fill the map")
        runs = np.asarray(x, dtype=object).reshape(*lead, rows // kernel, kernel, -1)
        return np.asarray(merge(runs, -1))

    def across(x: Any) -> Any:
        if np.ndim(x) != 2:
            raise NotApplicableError("rows of several features are needed")
        return merge(np.asarray(x, dtype=object), 0)

    last = Slip("last-window-missing", one_short)
    if axes == 1:
        return (last, Slip("pooled-across-rows", across))
    return (last, Slip("map-reshaped-in-rows", reshaped))


def of_means(pool: Pool, axes: int) -> tuple[Slip, ...]:
    """Slips of average pooling by windows."""

    def medians(x: Any, window: PoolWindow) -> Array:
        kernel, stride, padding = _numbers(window)
        if padding or window.ceil_mode:
            raise NotApplicableError("windows are needed that lie in the map")
        x = np.asarray(x, dtype=object)
        shape = pool(x, window).shape
        lead = x.ndim - axes
        found = np.empty(shape, dtype=object)
        for place in product(*map(range, shape)):
            spans = (slice(at * stride, at * stride + kernel) for at in place[lead:])
            found[place] = _median(x[(*place[:lead], *spans)])
        return found

    return (
        Slip("median-for-mean", medians),
        Slip("negatives-as-zero", lambda x, window: pool(positive(x), window)),
    )


def positive(x: Any) -> Array:
    """Zeros in place of the negative values."""
    return np.asarray(np.maximum(np.asarray(x, dtype=object), 0))


def for_each(maps: Any, value: Any) -> Array:
    """One value, or map, for each of the maps."""
    return np.array([value] * len(maps), dtype=object)


def _strongest(strength: Callable[[Any], Any]) -> Callable[[Any], Array]:
    return lambda x: np.asarray(max(np.asarray(x, dtype=object), key=strength))


STRONGEST_MAP = Slip(
    "strongest-map-kept",
    _strongest(np.max),
    other_ways=(_strongest(np.sum),),
)
"""A slip across maps (C, H, W): the one with the largest cell, or the largest sum, as a whole."""


def clipped(pool: Callable[..., Any]) -> Slip:
    """A slip of a maximum: ``pool`` takes what it pools, without its negative values.

    In a padded window it looks like zeros in the padding, which is the likelier mistake.
    """
    return Slip(
        "maxima-clipped-at-zero",
        pool,
        mistake="negatives-as-zero",
        last_resort=True,
        keeps_cells=True,
    )


def strided_cells(merge: Callable[[Any], Any]) -> Slip:
    """Regions of every so many cells, in place of cells side by side."""

    def wrong(x: Any, grid: int) -> Array:
        x = np.asarray(x, dtype=object)
        cells = [
            [merge(x[..., row::grid, column::grid]) for column in range(grid)]
            for row in range(grid)
        ]
        return np.moveaxis(np.array(cells, dtype=object), (0, 1), (-2, -1))

    return Slip("grid-of-strided-cells", wrong)


def _median(cells: Array) -> Any:
    ranked = sorted(cells.flat)
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) * Fraction(1, 2)


def _numbers(window: PoolWindow) -> tuple[int, int, int]:
    """Kernel, stride and padding along all axes."""
    stride = window.kernel if window.stride is None else window.stride
    return _one(window.kernel), _one(stride), _one(window.padding)


def _one(size: Sizes) -> int:
    if not isinstance(size, int):
        raise NotApplicableError(f"one number for all axes is needed, but {size} came")
    return size
