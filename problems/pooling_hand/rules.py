"""Pooling by windows, of whole maps, across maps, to a grid, and what it does to a network.

A row of features is (N,), several are (C, N); a map is (H, W), several are (C, H, W).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise, product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.forms import Reasoned
from problems.pooling_hand import mistakes, other_cells
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations
from problems.rules.pooling import GLOBAL_MAX as GLOBAL_MAX_WITH_GRADIENT
from problems.rules.sizes import POOL_SHAPE as POOL_SHAPE_WITH_PADDING
from reference import costs, global_pooling, pooling, sizes
from reference.errors import ShapeError
from reference.geometry import PoolWindow

Array = NDArray[Any]
Edges = Callable[[int, int], list[tuple[int, int]]]
"""Of a size and a grid: where along an axis each region begins, and where it has ended."""

# -- by windows ------------------------------------------------------------------------------------


def _cells_of_windows(axes: int, more_per_window: int = 0) -> Callable[..., int]:
    """An operation for each cell of the input in each window, and some more for each window."""

    def count(x: Any, window: PoolWindow) -> int:
        kernel, padding = map(mistakes.one_size, (window.kernel, window.padding))
        stride = mistakes.stride_of(window)
        shape = np.shape(x)
        cells = windows = prod(shape[: len(shape) - axes])
        for size in shape[len(shape) - axes :]:
            out = sizes.pool_output_size(size, kernel, stride, padding, window.ceil_mode)
            starts = range(-padding, out * stride - padding, stride)
            cells *= sum(min(start + kernel, size) - max(start, 0) for start in starts)
            windows *= out
        return int(cells + more_per_window * windows)

    return count


def _dominated(pool: Callable[[Any, PoolWindow], Array]) -> Callable[..., str | None]:
    """``one value in most windows``: what is asked of many windows could be guessed from one."""

    def degenerate(x: Any, window: PoolWindow) -> str | None:
        pooled = pool(x, window)
        ((_, most),) = Counter(pooled.flat).most_common(1)
        return "one value in most windows" if 2 * most > pooled.size else None

    return degenerate


MAX_OF_ROWS = Rule(
    "max-pool-rows",
    pooling.max_pool1d,
    slips=mistakes.of_max_windows(1),
    degenerate=_dominated(pooling.max_pool1d),
    operations=_cells_of_windows(1),
)
MAX_OF_MAPS = Rule(
    "max-pool-maps",
    pooling.max_pool2d,
    slips=mistakes.of_max_windows(2),
    degenerate=_dominated(pooling.max_pool2d),
    operations=_cells_of_windows(2),
)
MEAN_OF_ROWS = Rule(
    "mean-pool-rows",
    pooling.mean_pool1d,
    slips=mistakes.of_mean_windows(1),
    operations=_cells_of_windows(1, more_per_window=1),
)
MEAN_OF_MAPS = Rule(
    "mean-pool-maps",
    pooling.mean_pool2d,
    slips=mistakes.of_mean_windows(2),
    operations=_cells_of_windows(2, more_per_window=1),
)

# The same, told otherwise: how the size comes out, and what the padding has to do with it.
MAX_ROUNDED_DOWN = MAX_OF_MAPS.but("max-pool-rounded-down")
MAX_ROUNDED_UP = MAX_OF_MAPS.but("max-pool-rounded-up")
MAX_OF_PADDED_MAPS = MAX_OF_MAPS.but("max-pool-padded")
MEAN_WITH_PADDING = MEAN_OF_MAPS.but("mean-pool-with-padding")
MEAN_WITHOUT_PADDING = MEAN_OF_MAPS.but("mean-pool-without-padding")

# -- of whole maps, and across maps ----------------------------------------------------------------


def _several(x: Any) -> Array:
    maps = np.asarray(x, dtype=object)
    if maps.ndim < 3:
        raise NotApplicableError("there is one map only")
    return maps


def _mean_of_all(x: Any) -> Any:
    return mistakes.mean_along(_several(x).reshape(1, -1), -1)[0]


# Its degeneracy is left out: which of equal cells is the largest matters to a gradient alone.
GLOBAL_MAX = GLOBAL_MAX_WITH_GRADIENT.but(
    without=("sum-for-max", "mean-of-positive-cells", "maximum-of-magnitude"),
    also=(
        Slip("sum-for-max", lambda x: np.sum(x, axis=(-2, -1))),
        Slip(
            "minimum-for-max",
            lambda x: np.min(np.asarray(x, dtype=object), axis=(-2, -1)),
            last_resort=True,
        ),
        Slip("largest-magnitude", lambda x: mistakes.largest_magnitude(x, (-2, -1))),
        Slip(
            "maps-mixed",
            lambda x: _several(x).max(),
            other_ways=(lambda x: other_cells.for_each(x, _several(x).max()),),
        ),
        other_cells.clipped(lambda x: global_pooling.global_max(other_cells.positive(x))),
    ),
    symbolic=None,
    degenerate=None,
)
GLOBAL_MEAN = Rule(
    "global-mean",
    global_pooling.global_mean,
    slips=(
        Slip("max-for-mean", global_pooling.global_max),
        Slip("sum-for-mean", lambda x: np.sum(np.asarray(x, dtype=object), axis=(-2, -1))),
        Slip(
            "mean-divided-by-side",
            lambda x: global_pooling.global_mean(x) * np.shape(x)[-1],
            other_ways=(lambda x: global_pooling.global_mean(x) * np.shape(x)[-2],),
        ),
        Slip(
            "mean-cut-to-whole-number",
            lambda x: mistakes.cut(global_pooling.global_mean(x)),
            other_ways=(lambda x: mistakes.towards_zero(global_pooling.global_mean(x)),),
            last_resort=True,
        ),
        Slip(
            "maps-mixed",
            _mean_of_all,
            other_ways=(lambda x: other_cells.for_each(x, _mean_of_all(x)),),
        ),
        Slip("across-for-global", lambda x: mistakes.mean_along(_several(x), 0)),
        Slip(
            "negatives-as-zero",
            lambda x: global_pooling.global_mean(other_cells.positive(x)),
        ),
        Slip("global-of-pooled", lambda pooled: global_pooling.global_mean(pooled)),
        Slip(
            "mean-rounded",
            lambda x: mistakes.to_nearest(global_pooling.global_mean(x)),
            last_resort=True,
        ),
    ),
    operations=lambda x: np.size(x) + prod(np.shape(x)[:-2]),
)


def max_across_maps(x: Any) -> Array:
    """The largest of the cells at each place: (C, H, W) -> (H, W). Raises ShapeError.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.3 (figure 9.9).
    """
    x = np.asarray(x, dtype=object)
    if x.ndim != 3 or 0 in x.shape:
        raise ShapeError(f"maps (C, H, W) are needed, but the shape is {x.shape}")
    return np.asarray(x.max(axis=0))


ACROSS_MAX = Rule(
    "max-across-maps",
    max_across_maps,
    slips=(
        Slip("global-for-across", global_pooling.global_max),
        Slip("rows-for-maps", lambda x: np.asarray(x).max(axis=1)),
        Slip("mean-for-max", lambda x: mistakes.mean_along(x, 0)),
        Slip("sum-for-max", lambda x: np.asarray(x).sum(axis=0)),
        Slip("minimum-for-max", lambda x: np.asarray(x).min(axis=0), last_resort=True),
        Slip("largest-magnitude", lambda x: mistakes.largest_magnitude(x, 0)),
        other_cells.STRONGEST_MAP,
        other_cells.clipped(lambda x: max_across_maps(other_cells.positive(x))),
    ),
    operations=operations.of_relu,
)


def k_max(x: Any, k: int) -> Array:
    """The k largest of each row, in the order in which they stand there: (..., N) -> (..., k).

    Of equal cells the first are taken. Raises ShapeError. Source: N. Kalchbrenner, E. Grefenstette,
    P. Blunsom, A convolutional neural network for modelling sentences (2014), section 3.2.
    """
    x = np.asarray(x, dtype=object)
    if x.ndim < 1 or not 1 <= k <= x.shape[-1]:
        raise ShapeError(f"rows of {k} values or more are needed, but the shape is {x.shape}")
    return np.take_along_axis(x, np.sort(_places(x, k), axis=-1), axis=-1)


def _places(x: Any, k: int) -> Array:
    """Where the k largest of each row stand, the largest first."""
    falling = np.argsort(-np.asarray(x, dtype=object), axis=-1, kind="stable")
    return np.asarray(falling[..., :k])


def tie_at_k(x: Any, k: int) -> str | None:
    """``tie``: of two equal values one is taken, and which it is may change the order."""
    falling = -np.sort(-np.asarray(x, dtype=object), axis=-1)
    return (
        "tie" if k < falling.shape[-1] and (falling[..., k - 1] == falling[..., k]).any() else None
    )


K_MAX = Rule(
    "k-max",
    k_max,
    slips=(
        Slip(
            "k-max-sorted",
            lambda x, k: -np.sort(-np.asarray(x, dtype=object), axis=-1)[..., :k],
            other_ways=(lambda x, k: np.sort(np.asarray(x, dtype=object), axis=-1)[..., -k:],),
        ),
        Slip(
            "k-max-positions",
            lambda x, k: np.sort(_places(x, k), axis=-1),
            other_ways=(
                lambda x, k: np.sort(_places(x, k), axis=-1) + 1,
                lambda x, k: _places(x, k),
                lambda x, k: _places(x, k) + 1,
            ),
        ),
        Slip("k-max-by-magnitude", lambda x, k: _k_largest_magnitudes(x, k)),
        Slip(
            "k-max-of-parts",
            lambda x, k: _largest_of_parts(x, _edges(np.shape(x)[-1], k)),
            other_ways=(
                lambda x, k: _largest_of_parts(x, _with_rest_last(np.shape(x)[-1], k)),
                lambda x, k: _largest_of_parts(x, _with_rest_first(np.shape(x)[-1], k)),
            ),
        ),
        Slip("first-k-taken", lambda x, k: np.asarray(x)[..., :k]),
        other_cells.clipped(lambda x, k: other_cells.positive(k_max(x, k))),
    ),
    degenerate=tie_at_k,
    operations=lambda x: 2 * np.size(x),
)


def _k_largest_magnitudes(x: Any, k: int) -> Array:
    x = np.asarray(x, dtype=object)
    places = np.argsort(-abs(x), axis=-1, kind="stable")[..., :k]
    return np.take_along_axis(x, np.sort(places, axis=-1), axis=-1)


def _largest_of_parts(x: Any, edges: Sequence[tuple[int, int]]) -> Array:
    """The largest of each of the parts into which a row is cut."""
    x = np.asarray(x, dtype=object)
    return np.stack([x[..., a:b].max(axis=-1) for a, b in edges], axis=-1)


def _with_rest_last(size: int, parts: int) -> list[tuple[int, int]]:
    """Parts of equal length; the last has what is left as well."""
    length = size // parts
    return [(i * length, size if i == parts - 1 else (i + 1) * length) for i in range(parts)]


def _with_rest_first(size: int, parts: int) -> list[tuple[int, int]]:
    """As `numpy.array_split` does it: the first parts are longer by one."""
    length, rest = divmod(size, parts)
    ends = [i * length + min(i, rest) for i in range(parts + 1)]
    return list(pairwise(ends))


# -- to a grid -------------------------------------------------------------------------------------


def adaptive_max_pool2d(x: Any, grid: int) -> Array:
    """Largest cell of each region of a grid: (..., H, W) -> (..., grid, grid).

    Of n cells along an axis, region i (from 0) has those from floor(i n / grid) up to, and not
    including, ceil((i + 1) n / grid). Raises ShapeError. Source: PyTorch (`AdaptiveMaxPool2d`).
    """
    return _over_grid(x, grid, global_pooling.global_max)


def adaptive_mean_pool2d(x: Any, grid: int) -> Array:
    """Mean of each region of a grid: (..., H, W) -> (..., grid, grid).

    The regions are those of `adaptive_max_pool2d`. Raises ShapeError.
    Source: PyTorch (`AdaptiveAvgPool2d`).
    """
    return _over_grid(x, grid, global_pooling.global_mean)


def _edges(size: int, grid: int) -> list[tuple[int, int]]:
    return [(i * size // grid, -(-(i + 1) * size // grid)) for i in range(grid)]


def _over_grid(x: Any, grid: int, merge: Callable[..., Any], edges: Edges = _edges) -> Array:
    x = np.asarray(x, dtype=object)
    if x.ndim < 2 or grid < 1:
        raise ShapeError(f"maps and a grid are needed, but a shape {x.shape} and {grid} came")
    rows, columns = (edges(size, grid) for size in x.shape[-2:])
    found = [merge(x[..., a:b, c:d]) for (a, b), (c, d) in product(rows, columns)]
    cells = np.empty((len(found), *x.shape[:-2]), dtype=object)
    for place, value in enumerate(found):
        cells[place] = value
    return np.moveaxis(cells, 0, -1).reshape(*x.shape[:-2], grid, grid)


def _cells_of_regions(x: Any, grid: int) -> int:
    shape = np.shape(x)
    along = (sum(b - a for a, b in _edges(size, grid)) for size in shape[-2:])
    return int(prod(shape[:-2]) * prod(along))


ADAPTIVE_MAX = Rule(
    "adaptive-max-pool",
    adaptive_max_pool2d,
    slips=mistakes.of_grid(_over_grid, largest=True),
    operations=_cells_of_regions,
)
ADAPTIVE_MEAN = Rule(
    "adaptive-mean-pool",
    adaptive_mean_pool2d,
    slips=mistakes.of_grid(_over_grid, largest=False),
    operations=lambda x, grid: _cells_of_regions(x, grid) + grid**2,
)

# -- in a network ----------------------------------------------------------------------------------


def _each_size(in_shape: Sequence[int], size: Callable[[int], int]) -> tuple[int, ...]:
    return (in_shape[0], *(max(size(n), 1) for n in in_shape[1:]))


# Without padding there is none to be counted once; and where a window is as large as its stride, or
# sizes come out whole, 1 more or less of the kernel is another slip, or nothing.
_LIKE_ANOTHER = (
    "kernel-not-reduced-in-size",
    "kernel-reduced-twice",
    "half-kernel-subtracted",
    "size-rounded-to-nearest",
    "size-divided-by-stride",
    "padding-added-to-pooling",
)
POOL_SHAPE = POOL_SHAPE_WITH_PADDING.but(without=("padding-counted-once", *_LIKE_ANOTHER))
# These round down, which is a mistake of its own.
_ROUNDED_DOWN = (
    "kernel-added-in-size",
    "divided-by-stride-plus-one",
    "plus-one-inside",
    "same-with-stride",
    "stride-is-kernel",
    "stride-before-kernel",
    "brackets-left-out-of-size",
)
POOL_SHAPE_UP = POOL_SHAPE.but(
    "pool-shape-up",
    without=(
        "rounded-up",
        "plus-one-forgotten",
        "two-for-plus-one",
        "pooling-with-stride-one",
        *_ROUNDED_DOWN,
    ),
    first=(
        Slip(
            "rounded-down",
            lambda in_shape, window: sizes.pool_output_shape(in_shape, window.but(ceil_mode=False)),
        ),
        Slip(
            "last-window-kept",
            lambda in_shape, window: _each_size(
                in_shape, lambda n: mistakes.size_with_last_window(n, window)
            ),
        ),
        Slip(
            "padding-forgotten",
            lambda in_shape, window: sizes.pool_output_shape(in_shape, window.but(padding=0)),
        ),
        Slip(
            "plus-one-forgotten",
            lambda in_shape, window: _each_size(
                in_shape, lambda n: mistakes.size_with_last_window(n, window) - 1
            ),
        ),
        Slip(
            "two-for-plus-one",
            lambda in_shape, window: _each_size(
                in_shape, lambda n: mistakes.size_with_last_window(n, window) + 1
            ),
            last_resort=True,
        ),
    ),
    degenerate=None,
)


def more_parameters_without(
    follows: str, in_shape: Sequence[int], out_shape: Sequence[int], features: int, size: int
) -> Reasoned:
    """Whether what follows a pooling has more parameters if the pooling is left out, and why.

    (C, H, W) and (C, H', W') are the shapes without and with the pooling. There follows a
    convolution of that size and so many channels (``"conv"``), or a fully connected layer with so
    many outputs, on the flattened maps (``"flatten"``) or on the mean of each (``"global"``).
    Raises ShapeError.
    """

    def parameters(shape: Sequence[int]) -> int:
        match follows:
            case "conv":
                return costs.conv_parameters(shape, features, size)
            case "flatten":
                return costs.affine_parameters(shape, features)
        return costs.affine_parameters(shape[:1], features)

    reason = {"conv": "weights-shared", "flatten": "weight-per-value", "global": "value-per-map"}
    more = parameters(in_shape) > parameters(out_shape)
    return Reasoned("yes" if more else "no", reason[follows])


def _if(holds: bool, option: str, reason: str) -> Reasoned:
    if not holds:
        raise NotApplicableError("the mistake is about another layer")
    return Reasoned(option, reason)


MORE_PARAMETERS = Rule(
    "more-parameters-without",
    more_parameters_without,
    slips=(
        Slip("pooling-has-parameters", lambda: Reasoned("no", "pooling-has-weights")),
        Slip("pooling-reduces-maps", lambda: Reasoned("yes", "fewer-maps")),
        Slip(
            "weights-of-every-place",
            lambda follows: _if(follows == "conv", "yes", "weight-per-value"),
        ),
        Slip(
            "fully-connected-shared",
            lambda follows: _if(follows != "conv", "no", "weights-shared"),
        ),
        Slip(
            "global-pooling-overlooked",
            lambda follows: _if(follows == "global", "yes", "weight-per-value"),
        ),
    ),
    operations=lambda: 2,
)


def vector_still_fits(
    in_shape: Sequence[int],
    other_shape: Sequence[int],
    kernel: int | None = None,
    grid: int | None = None,
) -> Reasoned:
    """Whether maps of another size give a flattened vector of the same length, and why.

    They are pooled to a grid, or by windows side by side (sizes are rounded down). Raises
    ShapeError.
    """
    if grid is not None:
        return Reasoned("yes", "fixed-grid")
    if kernel is None:
        raise ShapeError("a grid or a kernel is needed, but neither came")
    window = PoolWindow(kernel)
    before, after = (sizes.pool_output_shape(shape, window) for shape in (in_shape, other_shape))
    same = sizes.flatten_shape(before) == sizes.flatten_shape(after)
    return Reasoned("yes", "remainder-dropped") if same else Reasoned("no", "other-length")


VECTOR_STILL_FITS = Rule(
    "vector-still-fits",
    vector_still_fits,
    slips=(
        Slip("fully-connected-shared", lambda: Reasoned("yes", "weights-shared")),
        Slip("pooling-fits-any-size", lambda: Reasoned("yes", "no-parameters")),
        Slip("grid-overlooked", lambda grid: _if(grid is not None, "no", "other-length")),
        Slip(
            "remainder-overlooked",
            lambda in_shape, other_shape, kernel: _if(
                vector_still_fits(in_shape, other_shape, kernel).option == "yes",
                "no",
                "other-length",
            ),
        ),
    ),
    operations=lambda: 6,
)
