"""The mistakes that people make in pooling, as slips of its rules.

A pooling is handed over as a function of its input and its window, with the number of axes that it
pools: 1 for rows (..., N), 2 for maps (..., H, W). Windows are alike along all axes.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.pooling_hand import other_cells
from problems.rule import NotApplicableError, Slip
from reference import global_pooling, pooling
from reference.geometry import PoolWindow, Sizes

Array = NDArray[Any]
Pool = Callable[[Any, PoolWindow], Array]

_MAX: dict[int, Pool] = {1: pooling.max_pool1d, 2: pooling.max_pool2d}
_MEAN: dict[int, Pool] = {1: pooling.mean_pool1d, 2: pooling.mean_pool2d}


def of_max_windows(axes: int) -> tuple[Slip, ...]:
    """Slips of max-pooling by windows."""
    pool, mean = _MAX[axes], _MEAN[axes]
    slips = (
        Slip("mean-for-max", lambda x, window: mean(x, window.but(count_include_pad=False))),
        Slip("sum-for-max", lambda x, window: _sums(x, window, axes)),
        Slip(
            "minimum-for-max",
            lambda x, window: -pool(-np.asarray(x, dtype=object), window),
            last_resort=True,
        ),
        Slip("largest-magnitude", lambda x, window: _largest_magnitudes(x, window, pool)),
        other_cells.clipped(lambda x, window: pool(other_cells.positive(x), window)),
        *_of_windows(pool, axes, lambda x, axis: x.max(axis=axis)),
        *other_cells.of_windows(pool, axes, lambda x, axis: x.max(axis=axis)),
    )
    if axes == 1:
        return slips
    return (
        *slips,
        *_of_borders(pool),
        Slip("padding-as-zeros", lambda x, window: _with_zeros_in(x, window, pool)),
        Slip("last-window-kept", lambda x, window: _with_last_window(x, window, pool)),
    )


def of_mean_windows(axes: int) -> tuple[Slip, ...]:
    """Slips of average pooling by windows."""
    pool, largest = _MEAN[axes], _MAX[axes]
    slips = (
        Slip("max-for-mean", largest),
        Slip("sum-for-mean", lambda x, window: _sums(x, window, axes)),
        Slip(
            "mean-cut-to-whole-number",
            lambda x, window: cut(pool(x, window)),
            other_ways=(lambda x, window: towards_zero(pool(x, window)),),
            last_resort=True,
        ),
        Slip(
            "mean-rounded",
            lambda x, window: to_nearest(pool(x, window)),
            last_resort=True,
        ),
        Slip(
            "mean-divided-by-side",
            lambda x, window: _sums(x, window, axes) * Fraction(1, one_size(window.kernel)),
        ),
        *_of_windows(pool, axes, mean_along),
        *other_cells.of_windows(pool, axes, mean_along),
        *other_cells.of_means(pool, axes),
    )
    if axes == 1:
        return slips
    return (
        *slips,
        *_of_borders(pool),
        Slip(
            "padding-counted-in-mean",
            lambda x, window: pool(x, window.but(count_include_pad=True)),
        ),
        Slip(
            "padding-not-counted-in-mean",
            lambda x, window: pool(x, window.but(count_include_pad=False)),
            mistake="padding-counted-in-mean",  # who has the two the wrong way round
        ),
        Slip("zeros-not-counted-in-mean", _mean_of_nonzero),
        Slip("padding-on-far-side", _padded_on_far_side),
    )


def of_grid(pool_to_grid: Callable[..., Array], largest: bool) -> tuple[Slip, ...]:
    """Slips of pooling to a grid; ``pool_to_grid`` takes the edges of its regions as well."""
    merge = global_pooling.global_max if largest else global_pooling.global_mean
    other = global_pooling.global_mean if largest else global_pooling.global_max
    total = "sum-for-max" if largest else "sum-for-mean"

    def windows(x: Any, grid: int) -> Array:
        pool = _MAX[2] if largest else _MEAN[2]
        return pool(x, PoolWindow(kernel=grid))

    return (
        Slip("region-end-rounded-down", lambda x, grid: pool_to_grid(x, grid, merge, _short)),
        Slip("region-start-rounded-up", lambda x, grid: pool_to_grid(x, grid, merge, _late)),
        Slip("regions-of-equal-size", lambda x, grid: pool_to_grid(x, grid, merge, _equal)),
        Slip("regions-of-one-window", lambda x, grid: pool_to_grid(x, grid, merge, _of_one_window)),
        Slip("grid-is-kernel", windows),
        Slip(
            "mean-for-max" if largest else "max-for-mean",
            lambda x, grid: pool_to_grid(x, grid, other),
        ),
        Slip(total, lambda x, grid: pool_to_grid(x, grid, np.sum)),
        *(
            (
                Slip("largest-magnitude", lambda x, grid: pool_to_grid(x, grid, _furthest)),
                other_cells.clipped(
                    lambda x, grid: pool_to_grid(other_cells.positive(x), grid, merge)
                ),
            )
            if largest
            else ()
        ),
        (
            Slip("minimum-for-max", lambda x, grid: pool_to_grid(x, grid, np.min), last_resort=True)
            if largest
            else Slip(
                "mean-cut-to-whole-number",
                lambda x, grid: cut(pool_to_grid(x, grid, merge)),
                other_ways=(lambda x, grid: towards_zero(pool_to_grid(x, grid, merge)),),
                last_resort=True,
            )
        ),
        Slip(
            "rows-and-columns-swapped",
            lambda x, grid: np.swapaxes(pool_to_grid(x, grid, merge), -1, -2),
        ),
        Slip("global-for-local", merge),
        other_cells.strided_cells(merge),
        *(() if largest else _of_grid_means(pool_to_grid)),
    )


def _of_grid_means(pool_to_grid: Callable[..., Array]) -> tuple[Slip, ...]:
    def by_first(x: Any, grid: int) -> Array:
        first = prod(-(-size // grid) for size in np.shape(x)[-2:])
        return np.asarray(pool_to_grid(x, grid, np.sum) * Fraction(1, first))

    mean = global_pooling.global_mean
    return (
        Slip("divided-by-first-region", by_first),
        Slip(
            "negatives-as-zero",
            lambda x, grid: pool_to_grid(other_cells.positive(x), grid, mean),
        ),
        Slip(
            "mean-rounded",
            lambda x, grid: to_nearest(pool_to_grid(x, grid, mean)),
            last_resort=True,
        ),
    )


def stride_of(window: PoolWindow) -> int:
    """The stride of a window, along all axes."""
    return one_size(window.kernel if window.stride is None else window.stride)


def one_size(size: Sizes) -> int:
    """The number for all axes. Raises NotApplicableError where they differ."""
    if not isinstance(size, int):
        raise NotApplicableError(f"one number for all axes is needed, but {size} came")
    return size


def mean_along(x: Any, axis: int) -> Any:
    """The exact mean along one axis."""
    x = np.asarray(x, dtype=object)
    return global_pooling.global_mean(np.moveaxis(x, axis, -1)[..., None, :])


def cut(x: Any) -> Any:
    """Whole numbers, as Python's ``//`` leaves them: the next one below."""
    found = np.floor(np.asarray(x, dtype=object))
    return found if np.ndim(found) else Fraction(found)


def to_nearest(x: Any) -> Any:
    """The nearest whole numbers, as Python's ``round`` gives them; of a half the even one."""
    return _each_cell(x, round)


def towards_zero(x: Any) -> Any:
    """Whole numbers as Python's ``int`` leaves them."""
    return _each_cell(x, int)


def _each_cell(x: Any, change: Callable[[Any], int]) -> Any:
    if not np.ndim(x):
        return Fraction(change(x))
    found = np.array([change(cell) for cell in np.asarray(x, dtype=object).flat], dtype=object)
    return found.reshape(np.shape(x))


def largest_magnitude(x: Any, axis: int | tuple[int, ...]) -> Any:
    """What is largest along some axes without its sign; of 3 and -3 it is 3."""
    x = np.asarray(x, dtype=object)
    return _further_from_zero(x.max(axis=axis), x.min(axis=axis))


def _furthest(x: Any) -> Any:
    """Of a region, what is largest without its sign."""
    return largest_magnitude(x, (-2, -1))


def _further_from_zero(largest: Any, least: Any) -> Any:
    found = np.where(-least > largest, least, largest)
    return found if found.ndim else found.item()


def _of_windows(pool: Pool, axes: int, merge: Callable[[Any, int], Any]) -> tuple[Slip, ...]:
    """What goes wrong in a pooling of any kind; ``merge`` makes one value of those of an axis."""

    def whole(x: Any) -> Any:
        x = np.asarray(x, dtype=object)
        return merge(x.reshape(*x.shape[: x.ndim - axes], -1), -1)

    def mixed(x: Any, window: PoolWindow) -> Any:
        if np.ndim(x) == axes:
            raise NotApplicableError("one map has no others to be mixed with")
        return merge(pool(x, window), 0)

    def mixed_for_each(x: Any, window: PoolWindow) -> Any:
        return other_cells.for_each(x, mixed(x, window))

    return (
        Slip(
            "pooling-with-stride-one",
            lambda x, window: pool(x, window.but(stride=1)),
            mistake="stride-forgotten",
        ),
        Slip("stride-is-kernel", lambda x, window: pool(x, window.but(stride=None))),
        Slip("kernel-is-stride", lambda x, window: pool(x, window.but(kernel=stride_of(window)))),
        Slip("global-for-local", whole),
        Slip("maps-mixed", mixed, other_ways=(mixed_for_each,)),
    )


def _of_borders(pool: Pool) -> tuple[Slip, ...]:
    """What goes wrong with two axes, at the padding and where a size does not come out whole."""
    return (
        Slip(
            "rows-and-columns-swapped",
            lambda x, window: np.swapaxes(pool(x, window), -1, -2),
        ),
        Slip("padding-forgotten", lambda x, window: pool(x, window.but(padding=0))),
        Slip("rounded-up", lambda x, window: pool(x, window.but(ceil_mode=True))),
        Slip("rounded-down", lambda x, window: pool(x, window.but(ceil_mode=False))),
    )


def _largest_magnitudes(x: Any, window: PoolWindow, pool: Pool) -> Array:
    x = np.asarray(x, dtype=object)
    return np.asarray(_further_from_zero(pool(x, window), -pool(-x, window)))


def _sums(x: Any, window: PoolWindow, axes: int) -> Array:
    """The sum of each window: its mean over a padding so wide that each has all of its cells."""
    kernel, padding = one_size(window.kernel), one_size(window.padding)
    wide = _with_zeros(x, axes, padding, padding + kernel)
    means = _MEAN[axes](wide, window.but(padding=0, ceil_mode=False))
    return _as_large_as(_MAX[axes](x, window), means * kernel**axes, axes)


def _mean_of_nonzero(x: Any, window: PoolWindow) -> Array:
    """Sums divided by the number of cells that are not 0; a window without any is 0."""
    x = np.asarray(x, dtype=object)
    return _divided(_sums(x, window, 2), _sums((x != 0).astype(int), window, 2))


def _padded_on_far_side(x: Any, window: PoolWindow) -> Array:
    """All of the padding after the last row and column, as TensorFlow's "same" begins with it."""
    padding = one_size(window.padding)
    if padding == 0:
        raise NotApplicableError("a padding is needed that could be on one side")
    inside = window.but(padding=0)
    means = _MEAN[2](_with_zeros(x, 2, 0, 2 * padding), inside)
    if window.count_include_pad:
        return means
    in_input = _with_zeros(np.ones(np.shape(x), dtype=int), 2, 0, 2 * padding)
    return _divided(means, _MEAN[2](in_input, inside))


def _divided(sums: Array, counts: Array) -> Array:
    cells = [
        a / Fraction(b) if b else Fraction(0) for a, b in zip(sums.flat, counts.flat, strict=True)
    ]
    return np.array(cells, dtype=object).reshape(sums.shape)


def _with_zeros_in(x: Any, window: PoolWindow, pool: Pool) -> Array:
    padding = one_size(window.padding)
    padded = pool(_with_zeros(x, 2, padding, padding), window.but(padding=0))
    return _as_large_as(pool(x, window), padded, 2)


def _with_last_window(x: Any, window: PoolWindow, pool: Pool) -> Array:
    """With a 0 for each window that has no cell of the input, and should be dropped."""
    if not window.ceil_mode:
        raise NotApplicableError("no window is dropped where sizes are rounded down")
    right = pool(x, window)
    kept = [size_with_last_window(n, window) for n in np.shape(x)[-2:]]
    more = [(0, n - m) for n, m in zip(kept, right.shape[-2:], strict=True)]
    return np.pad(right, [*[(0, 0)] * (right.ndim - 2), *more])


def size_with_last_window(size: int, window: PoolWindow) -> int:
    """A size rounded up, whether or not the last window has a cell of the input."""
    room = size + 2 * one_size(window.padding) - one_size(window.kernel)
    return -(-room // stride_of(window)) + 1


def _with_zeros(x: Any, axes: int, before: int, after: int) -> Array:
    lead = [(0, 0)] * (np.ndim(x) - axes)
    return np.pad(np.asarray(x, dtype=object), [*lead, *[(before, after)] * axes])


def _as_large_as(model: Array, wide: Array, axes: int) -> Array:
    """The first cells of the last axes, as many as the model has."""
    sizes = model.shape[model.ndim - axes :]
    cells: tuple[Any, ...] = (..., *(slice(size) for size in sizes))
    return np.asarray(wide[cells])


def _short(size: int, grid: int) -> list[tuple[int, int]]:
    return [(i * size // grid, (i + 1) * size // grid) for i in range(grid)]


def _late(size: int, grid: int) -> list[tuple[int, int]]:
    ends = [-(-i * size // grid) for i in range(grid + 1)]
    return list(pairwise(ends))


def _equal(size: int, grid: int) -> list[tuple[int, int]]:
    kernel = size // grid
    return [(i * kernel, (i + 1) * kernel) for i in range(grid)]


def _of_one_window(size: int, grid: int) -> list[tuple[int, int]]:
    """Windows all alike, in steps of the rounded size of a region; the last one ends the map."""
    stride = size // grid
    kernel = size - (grid - 1) * stride
    return [(i * stride, i * stride + kernel) for i in range(grid)]
