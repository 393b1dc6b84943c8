"""Rules of a convolution as a matrix product: windows in rows, products, and the way back.

A map is (H, W), several are (C, H, W). A row of ``im2row`` has the cells under the kernel at one
place, channel after channel, in each of them row after row; places come row after row as well.
Source of the formulas: K. Chellapilla, S. Puri, P. Simard, High performance convolutional neural
networks for document processing (2006), section 3.1; S. Chetlur et al., cuDNN, arXiv:1410.0759.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Rule, Slip
from problems.rules import operations
from reference.errors import ShapeError
from reference.numbers import matrix_product, same_numbers
from reference.sizes import conv_output_size

Array = NDArray[Any]
_Shape = tuple[int, ...]

# -- the rearranged input --------------------------------------------------------------------------


def im2row(x: Any, kernel: int, around: int = 0) -> Array:
    """(H, W) -> (H' W', k k), or (C, H, W) -> (H' W', C k k), with stride 1.

    As many zeros as ``around`` says are padded on each side. Raises ShapeError.
    """
    maps = _maps(x)
    if around:
        maps = np.pad(maps, ((0, 0), (around, around), (around, around)))
    return np.array([window.ravel() for window in _windows(maps, kernel)], dtype=maps.dtype)


def _maps(x: Any) -> Array:
    (x,) = same_numbers(x)
    if x.ndim not in {2, 3} or not x.size:
        raise ShapeError(f"a map (H, W) or maps (C, H, W) are needed, not {x.shape}")
    return np.asarray(x if x.ndim == 3 else x[None])


def _places(shape: Sequence[int], kernel: int) -> list[tuple[int, int]]:
    rows, columns = (n - kernel + 1 for n in shape[1:])
    if rows < 1 or columns < 1:
        raise ShapeError(f"the kernel spans {kernel} px but the input is {tuple(shape[1:])}")
    return list(product(range(rows), range(columns)))


def _windows(maps: Array, kernel: int) -> list[Array]:
    return [
        maps[:, row : row + kernel, column : column + kernel]
        for row, column in _places(maps.shape, kernel)
    ]


def _padded(x: Any, around: int) -> Array:
    maps = _maps(x)
    return np.pad(maps, ((0, 0), (around, around), (around, around)))


def _window_by_columns(x: Any, kernel: int, around: int = 0) -> Array:
    windows = _windows(_padded(x, around), kernel)
    return np.array([window.swapaxes(1, 2).ravel() for window in windows], dtype=object)


def _places_by_columns(x: Any, kernel: int, around: int = 0) -> Array:
    maps = _padded(x, around)
    order = sorted(_places(maps.shape, kernel), key=lambda place: place[::-1])
    return np.array(
        [maps[:, r : r + kernel, c : c + kernel].ravel() for r, c in order], dtype=object
    )


def _apart(x: Any, kernel: int) -> Array:
    maps = _maps(x)
    places = [p for p in _places(maps.shape, kernel) if not (p[0] % kernel or p[1] % kernel)]
    return np.array(
        [maps[:, r : r + kernel, c : c + kernel].ravel() for r, c in places], dtype=object
    )


def _several(x: Any) -> Array:
    maps = _maps(x)
    if len(maps) < 2:
        raise NotApplicableError("several channels are needed")
    return maps


def _channels_last(x: Any, kernel: int) -> Array:
    windows = _windows(_several(x), kernel)
    return np.array([window.transpose(1, 2, 0).ravel() for window in windows], dtype=object)


def _channels_below(x: Any, kernel: int) -> Array:
    return np.concatenate([im2row(each, kernel) for each in _several(x)])


def _other_padding(before: int, after: int) -> Function:
    def wrong(x: Any, kernel: int, around: int) -> Array:
        if around == 0:
            raise NotApplicableError("a padding is needed")
        pair = (before * around, after * around)
        return im2row(np.pad(_maps(x), ((0, 0), pair, pair)), kernel)

    return wrong


_OF_ORDER = (
    Slip(
        "columns-for-rows",
        lambda x, kernel, around=0: im2row(x, kernel, around).T,
    ),
    Slip("windows-read-by-columns", _window_by_columns),
    Slip("places-read-by-columns", _places_by_columns),
)

ROWS_OF_MAP = Rule(
    "im2row",
    im2row,
    slips=(
        *_OF_ORDER,
        Slip("windows-without-overlap", _apart),
        Slip(
            "windows-reversed",
            lambda x, kernel: im2row(x, kernel)[:, ::-1],
        ),
    ),
    operations=lambda x, kernel: len(im2row(x, kernel)),
)
ROWS_OF_MAPS = Rule(
    "im2row-of-channels",
    im2row,
    slips=(
        *_OF_ORDER,
        Slip("channels-last-in-rows", _channels_last),
        Slip("channels-below-each-other", _channels_below),
    ),
    operations=lambda x, kernel: len(im2row(x, kernel)),
)
ROWS_OF_GRADIENT = Rule(
    "im2row-of-gradient",
    im2row,
    slips=(
        *_OF_ORDER,
        Slip("padding-forgotten", lambda x, kernel: im2row(x, kernel)),
        Slip(
            "padding-on-one-side",
            _other_padding(1, 0),
            other_ways=(_other_padding(0, 1),),
        ),
        Slip("padding-doubled", _other_padding(2, 2)),
    ),
    operations=lambda x, kernel, around: len(im2row(x, kernel, around)),
)

# -- one map: products with a vector ---------------------------------------------------------------


def as_map(rows: Any, kernel: Any, height: int, width: int) -> Array:
    """(H' W', k k) and (k, k) -> (H', W'): `rows vec(kernel)`, row after row. Raises ShapeError."""
    a, w = same_numbers(rows, kernel)
    if a.ndim != 2 or a.shape[1] != w.size or len(a) != height * width:
        raise ShapeError(
            f"rows of {w.size} cells for {height} × {width} places are needed, not {a.shape}"
        )
    return matrix_product(a, w.reshape(-1, 1)).reshape(height, width)


def kernel_by_product(rows: Any, dq: Any, size: int) -> Array:
    """(H' W', k k) and (H', W') -> (k, k): `vec(dq) rows`. Raises ShapeError."""
    a, g = same_numbers(rows, dq)
    if a.ndim != 2 or len(a) != g.size or a.shape[1] != size * size:
        raise ShapeError(f"{g.size} rows of {size * size} cells are needed, not {a.shape}")
    return matrix_product(g.reshape(1, -1), a).reshape(size, size)


def input_by_product(rows: Any, kernel: Any, height: int, width: int) -> Array:
    """`rows vec(flip(kernel))` as a map: the rows are those of a gradient. Raises ShapeError."""
    (w,) = same_numbers(kernel)
    return as_map(rows, w[::-1, ::-1], height, width)


def _by_columns(rows: Any, kernel: Any, height: int, width: int) -> Array:
    """The vector cut into columns of the map."""
    return as_map(rows, kernel, height, width).reshape(width, height).T


FORWARD = Rule(
    "convolution-by-rows",
    as_map,
    slips=(
        Slip(
            "kernel-flipped",
            lambda rows, kernel, height, width: as_map(
                rows, np.asarray(kernel)[::-1, ::-1], height, width
            ),
        ),
        Slip(
            "kernel-transposed",
            lambda rows, kernel, height, width: as_map(rows, np.transpose(kernel), height, width),
        ),
        Slip("map-transposed", _by_columns),
    ),
    operations=lambda rows: np.size(rows),
)
KERNEL_GRADIENT = Rule(
    "kernel-gradient-by-rows",
    kernel_by_product,
    slips=(
        Slip(
            "kernel-gradient-transposed",
            lambda rows, dq, size: kernel_by_product(rows, dq, size).T,
        ),
        Slip(
            "output-gradient-flipped",
            lambda rows, dq, size: kernel_by_product(rows, np.asarray(dq)[::-1, ::-1], size),
        ),
        Slip(
            "arriving-gradient-left-out",
            lambda rows, size: np.sum(np.asarray(rows), axis=0).reshape(size, size),
        ),
    ),
    operations=lambda rows, dq: operations.nonzero(dq) * np.shape(rows)[1],
)
INPUT_GRADIENT = Rule(
    "input-gradient-by-rows",
    input_by_product,
    slips=(
        Slip("kernel-not-flipped-in-gradient", as_map),
        Slip(
            "kernel-transposed-in-gradient",
            lambda rows, kernel, height, width: input_by_product(
                rows, np.transpose(kernel), height, width
            ),
        ),
        Slip(
            "map-transposed",
            lambda rows, kernel, height, width: _by_columns(
                rows, np.asarray(kernel)[::-1, ::-1], height, width
            ),
        ),
    ),
    operations=lambda rows, kernel: operations.nonzero(rows) + operations.nonzero(kernel),
)

# -- several maps: one matrix product each ---------------------------------------------------------


def kernels_in_rows(kernels: Sequence[Any]) -> Array:
    """Kernels (C, k, k), O of them -> (O, C k k): each of them a row. Raises ShapeError."""
    read = same_numbers(*kernels)
    if len({each.shape for each in read}) != 1:
        raise ShapeError(f"kernels of one size are needed, not {[each.shape for each in read]}")
    return np.array([each.ravel() for each in read], dtype=read[0].dtype)


def maps_by_product(weights: Any, rows: Any) -> Array:
    """(O, K) and (H' W', K) -> (O, H' W'): `weights rows^T`. Raises ShapeError."""
    f, a = same_numbers(weights, rows)
    _require_equal(f.shape[1:], a.shape[1:])
    return matrix_product(f, a.T)


def weights_by_product(gradients: Any, rows: Any) -> Array:
    """(O, H' W') and (H' W', K) -> (O, K): `gradients rows`. Raises ShapeError."""
    g, a = same_numbers(gradients, rows)
    _require_equal(g.shape[1:], a.shape[:1])
    return matrix_product(g, a)


def rows_gradient(gradients: Any, weights: Any) -> Array:
    """(O, H' W') and (O, K) -> (H' W', K): `gradients^T weights`. Raises ShapeError."""
    g, f = same_numbers(gradients, weights)
    _require_equal(g.shape[:1], f.shape[:1])
    return matrix_product(g.T, f)


def row2im(rows: Any, kernel: int, in_shape: Sequence[int]) -> Array:
    """(H' W', C k k) -> (C, H, W): every cell is added where it came from. Raises ShapeError."""
    (a,) = same_numbers(rows)
    places = _places(in_shape, kernel)
    if a.shape != (len(places), in_shape[0] * kernel * kernel):
        raise ShapeError(f"rows for {tuple(in_shape)} are needed, not {a.shape}")
    result = np.zeros(tuple(in_shape), dtype=a.dtype)
    for (r, c), cells in zip(places, a, strict=True):
        result[:, r : r + kernel, c : c + kernel] += cells.reshape(-1, kernel, kernel)
    return result


def _require_equal(left: _Shape, right: _Shape) -> None:
    if left != right:
        raise ShapeError(f"sizes that fit are needed, not {left} and {right}")


def _overwritten(rows: Any, kernel: int, in_shape: Sequence[int]) -> Array:
    result = np.zeros(tuple(in_shape), dtype=object)
    places = _places(in_shape, kernel)
    for (r, c), cells in zip(places, np.asarray(rows), strict=True):
        result[:, r : r + kernel, c : c + kernel] = cells.reshape(-1, kernel, kernel)
    return result


def _averaged(rows: Any, kernel: int, in_shape: Sequence[int]) -> Array:
    ones = np.full(np.shape(rows), 1, dtype=object)
    count = row2im(ones, kernel, in_shape)
    cells = row2im(rows, kernel, in_shape)
    result = [Fraction(a) / b for a, b in zip(cells.flat, count.flat, strict=True)]
    return np.array(result, dtype=object).reshape(cells.shape)


def _channels_last_back(rows: Any, kernel: int, in_shape: Sequence[int]) -> Array:
    """Each row read as if the channels were the last of its axes."""
    a = np.asarray(rows)
    turned = a.reshape(len(a), kernel, kernel, in_shape[0]).transpose(0, 3, 1, 2)
    return row2im(turned.reshape(len(a), -1), kernel, in_shape)


WEIGHTS_IN_ROWS = Rule(
    "kernels-in-rows",
    kernels_in_rows,
    slips=(
        Slip(
            "channels-last-in-rows",
            lambda kernels: np.array([np.moveaxis(k, 0, -1).ravel() for k in kernels]),
        ),
        Slip(
            "windows-read-by-columns",
            lambda kernels: np.array([np.swapaxes(k, 1, 2).ravel() for k in kernels]),
        ),
        Slip("kernel-flipped", lambda kernels: kernels_in_rows(kernels)[:, ::-1]),
        Slip("columns-for-rows", lambda kernels: kernels_in_rows(kernels).T),
    ),
    operations=lambda kernels: len(kernels),
)
FORWARD_OF_MAPS = Rule(
    "maps-by-product",
    maps_by_product,
    slips=(
        Slip("product-transposed", lambda weights, rows: maps_by_product(weights, rows).T),
        Slip(
            "one-input-map-alone",
            lambda weights, rows: _with_first_half(maps_by_product, weights, rows),
        ),
    ),
    operations=lambda weights, rows: operations.nonzero(weights) * len(rows),
)


def _with_first_half(by: Callable[[Any, Any], Array], weights: Any, rows: Any) -> Array:
    """With the columns of the first of two channels alone."""
    half = np.shape(weights)[1] // 2
    return by(np.asarray(weights)[:, :half], np.asarray(rows)[:, :half])


WEIGHTS_GRADIENT_OF_MAPS = Rule(
    "weights-by-product",
    weights_by_product,
    slips=(
        Slip("product-transposed", lambda gradients, rows: weights_by_product(gradients, rows).T),
        Slip(
            "maps-exchanged",
            lambda gradients, rows: weights_by_product(np.asarray(gradients)[::-1], rows),
        ),
        Slip(
            "output-gradient-flipped",
            lambda gradients, rows: weights_by_product(np.asarray(gradients)[:, ::-1], rows),
        ),
    ),
    operations=lambda gradients, rows: operations.nonzero(gradients) * np.shape(rows)[1],
)
ROWS_GRADIENT = Rule(
    "gradient-of-rows",
    rows_gradient,
    slips=(
        Slip(
            "maps-exchanged",
            lambda gradients, weights: rows_gradient(np.asarray(gradients)[::-1], weights),
        ),
    ),
    operations=lambda gradients, weights: operations.nonzero(gradients) * np.shape(weights)[1],
)
ROW2IM = Rule(
    "row2im",
    row2im,
    slips=(
        Slip("sum-overwritten", _overwritten),
        Slip("input-gradient-averaged", _averaged),
        Slip("channels-last-in-rows", _channels_last_back),
    ),
    operations=lambda rows: operations.nonzero(rows),
)

# -- memory ----------------------------------------------------------------------------------------


def rows_shape(
    in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int = 1, padding: int = 0
) -> _Shape:
    """(C, H, W) and (K, L) -> the rows and columns of im2row: (H' W', C K L). Raises ShapeError."""
    sizes = zip(in_shape[1:], kernel_shape, strict=True)
    places = prod(conv_output_size(n, k, stride, padding) for n, k in sizes)
    return (places, in_shape[0] * prod(kernel_shape))


def numbers_in(shape: Sequence[int]) -> int:
    """How many numbers a matrix of that shape has."""
    return prod(shape)


def times_input(numbers: int, in_shape: Sequence[int]) -> int | Fraction:
    """How many times more numbers these are than those of the input."""
    ratio = Fraction(numbers, prod(in_shape))
    return ratio.numerator if ratio.denominator == 1 else ratio


def megabytes(numbers: int) -> float:
    """What numbers of 4 bytes take, in units of 10^6 bytes."""
    return numbers * 4 / 10**6


def _shape_of(places: Callable[..., int], cells: Callable[..., int]) -> Function:
    def wrong(
        in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int = 1, padding: int = 0
    ) -> _Shape:
        found = (places(in_shape, kernel_shape, stride, padding), cells(in_shape, kernel_shape))
        if min(found) < 1:
            raise NotApplicableError("no size would be left")
        return found

    return wrong


def _right_places(
    in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int, padding: int
) -> int:
    return rows_shape(in_shape, kernel_shape, stride, padding)[0]


def _right_cells(in_shape: Sequence[int], kernel_shape: Sequence[int]) -> int:
    return in_shape[0] * prod(kernel_shape)


def _of_places(change: Callable[[int, int, int, int], int]) -> Function:
    return _shape_of(
        lambda in_shape, kernel_shape, stride, padding: prod(
            change(n, k, stride, padding) for n, k in zip(in_shape[1:], kernel_shape, strict=True)
        ),
        _right_cells,
    )


def _with_stride(
    in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int, padding: int
) -> _Shape:
    if stride == 1:
        raise NotApplicableError("a stride is needed")
    return rows_shape(in_shape, kernel_shape, 1, padding)


def _without_padding(
    in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int, padding: int
) -> _Shape:
    if padding == 0:
        raise NotApplicableError("a padding is needed")
    return rows_shape(in_shape, kernel_shape, stride)


def _kept(size: int, stride: int, padding: int) -> int:
    """The size that a padding is taken to keep, but for the stride."""
    if padding == 0:
        raise NotApplicableError("a padding is needed")
    return -(-size // stride)


def _one_channel(
    in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int = 1, padding: int = 0
) -> _Shape:
    if in_shape[0] == 1:
        raise NotApplicableError("several channels are needed")
    return (_right_places(in_shape, kernel_shape, stride, padding), prod(kernel_shape))


_OF_ROWS_SHAPE = (
    Slip("same-for-valid", _of_places(lambda n, k, s, p: n)),
    Slip("plus-one-forgotten", _of_places(lambda n, k, s, p: (n + 2 * p - k) // s)),
    Slip(
        "rows-and-columns-swapped",
        lambda in_shape, kernel_shape, stride=1, padding=0: rows_shape(
            in_shape, kernel_shape, stride, padding
        )[::-1],
    ),
    Slip("kernel-not-squared", _shape_of(_right_places, lambda c, k: c[0] * k[0])),
)
SHAPE_OF_MAP = Rule(
    "rows-shape",
    rows_shape,
    slips=_OF_ROWS_SHAPE,
    operations=lambda: 6,
)
SHAPE_OF_MAPS = Rule(
    "rows-shape-of-channels",
    rows_shape,
    slips=(
        *(slip for slip in _OF_ROWS_SHAPE if slip.key != "same-for-valid"),
        Slip("stride-forgotten", _with_stride),
        Slip("padding-forgotten", _without_padding),
        Slip("padding-keeps-size", _of_places(lambda n, k, s, p: _kept(n, s, p))),
        Slip("input-channels-forgotten", _one_channel),
    ),
    operations=lambda: 10,
)
NUMBERS = Rule(
    "numbers-in-rows",
    numbers_in,
    slips=(
        Slip("sizes-added", lambda shape: sum(shape)),
        Slip("input-for-rows", lambda in_shape: prod(in_shape)),
    ),
    operations=operations.one,
)


def _times_one_map(numbers: int, in_shape: Sequence[int]) -> int | Fraction:
    if in_shape[0] == 1:
        raise NotApplicableError("several maps are needed")
    return times_input(numbers, in_shape[1:])


def _times_padded(numbers: int, in_shape: Sequence[int], padding: int) -> int | Fraction:
    if padding == 0:
        raise NotApplicableError("a padding is needed")
    return times_input(numbers, (in_shape[0], *(n + 2 * padding for n in in_shape[1:])))


TIMES = Rule(
    "times-input",
    times_input,
    slips=(
        Slip("ratio-upside-down", lambda numbers, in_shape: Fraction(prod(in_shape), numbers)),
        Slip("difference-for-ratio", lambda numbers, in_shape: numbers - prod(in_shape)),
        Slip("compared-with-one-map", _times_one_map),
        Slip("compared-with-padded-input", _times_padded),
        Slip("kernel-for-ratio", lambda kernel_shape: prod(kernel_shape), last_resort=True),
    ),
    operations=lambda: 3,
)
MEGABYTES = Rule(
    "megabytes",
    megabytes,
    slips=(
        Slip("binary-for-decimal-units", lambda numbers: numbers * 4 / 2**20),
        Slip("numbers-for-bytes", lambda numbers: numbers / 10**6),
        Slip("bits-for-bytes", lambda numbers: numbers * 32 / 10**6),
        Slip("double-precision", lambda numbers: numbers * 8 / 10**6),
    ),
    operations=lambda: 2,
)
