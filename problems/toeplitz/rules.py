"""Rules of a convolution as a matrix: Toeplitz for a vector, doubly blocked for a map.

Row i of the matrix has the kernel where it lies for output i; vectors and maps are taken row by
row. Source of the formulas: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.1;
V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning, arXiv:1603.07285,
section 4.1.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
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

# -- the matrix of a vector ------------------------------------------------------------------------


def toeplitz(w: Any, size: int, stride: int = 1, padding: int = 0) -> Array:
    """(K,) -> (N', N): the matrix that takes a vector (N,) to its cross-correlation.

    Raises ShapeError if the kernel does not fit.
    """
    (w,) = same_numbers(w)
    outputs = conv_output_size(size, len(w), stride, padding)
    matrix = np.zeros((outputs, size), dtype=w.dtype)
    for row, tap in np.ndindex(outputs, len(w)):
        column = row * stride + tap - padding
        if 0 <= column < size:
            matrix[row, column] = w[tap]
    return matrix


def _moved(columns: Callable[[int, int, int], int], rows: int, w: Any, size: int) -> Array:
    """So many rows, with each entry of the kernel in the column that is told, if there is one."""
    w = np.asarray(w, dtype=object)
    matrix = np.zeros((rows, size), dtype=object)
    for row, tap in np.ndindex(rows, len(w)):
        column = columns(row, tap, len(w))
        if 0 <= column < size:
            matrix[row, column] = w[tap]
    return matrix


def _around(w: Any, size: int) -> Array:
    """As many rows as columns: what leaves on the right comes in on the left."""
    return _moved(lambda row, tap, _: (row + tap) % size, size, w, size)


def _full(w: Any, size: int) -> Array:
    length = len(w)
    return _moved(lambda row, tap, k: row + tap - k + 1, size + length - 1, w, size)


def _not_moved(w: Any, size: int) -> Array:
    return _moved(lambda row, tap, _: tap, size - len(w) + 1, w, size)


def _with_padding_columns(w: Any, size: int, stride: int, padding: int) -> Array:
    if padding == 0:
        raise NotApplicableError("a padding is needed")
    return toeplitz(w, size + 2 * padding, stride)


def _padded_on_the_right(w: Any, size: int, stride: int, padding: int) -> Array:
    """The first window begins with the vector, and all zeros stand behind it."""
    if padding == 0:
        raise NotApplicableError("a padding is needed")
    rows = conv_output_size(size, len(w), stride, padding)
    return _moved(lambda row, tap, _: row * stride + tap, rows, w, size)


def _without(name: str) -> Function:
    def wrong(w: Any, size: int, stride: int, padding: int) -> Array:
        numbers = {"stride": stride, "padding": padding}
        plain = {"stride": 1, "padding": 0}[name]
        if numbers[name] == plain:
            raise NotApplicableError(f"a {name} is needed")
        return toeplitz(w, size, **{**numbers, name: plain})

    return wrong


OF_VECTOR = Rule(
    "toeplitz-of-vector",
    toeplitz,
    slips=(
        Slip("kernel-flipped", lambda w, size: toeplitz(np.asarray(w)[::-1], size)),
        Slip("matrix-transposed", lambda w, size: toeplitz(w, size).T),
        Slip("full-for-valid", _full),
        Slip("kernel-wrapped-around", _around),
        Slip("kernel-not-moved", _not_moved),
    ),
    operations=lambda w, size: operations.nonzero(toeplitz(w, size)),
)
OF_PADDED_VECTOR = Rule(
    "toeplitz-of-padded-vector",
    toeplitz,
    slips=(
        Slip(
            "kernel-flipped",
            lambda w, size, stride, padding: toeplitz(np.asarray(w)[::-1], size, stride, padding),
        ),
        Slip("stride-forgotten", _without("stride")),
        Slip("padding-forgotten", _without("padding")),
        Slip("padding-has-columns", _with_padding_columns),
        Slip("padding-all-on-the-right", _padded_on_the_right),
    ),
    operations=lambda w, size, stride, padding: operations.nonzero(
        toeplitz(w, size, stride, padding)
    ),
)

# -- the matrix of a map ---------------------------------------------------------------------------


def doubly_blocked(w: Any, height: int, width: int) -> Array:
    """(K, L) -> (H' W', H W): the matrix that takes a map, row by row, to its cross-correlation.

    Raises ShapeError if the kernel does not fit.
    """
    (w,) = same_numbers(w)
    rows, columns = (conv_output_size(n, k) for n, k in zip((height, width), w.shape, strict=True))
    matrix = np.zeros((rows * columns, height * width), dtype=w.dtype)
    for (row, column, u, v), _ in np.ndenumerate(np.empty((rows, columns, *w.shape))):
        matrix[row * columns + column, (row + u) * width + column + v] = w[u, v]
    return matrix


def _blocks(
    place: Callable[[int, int, int], int], line: Callable[[int, int], int]
) -> Callable[..., Array]:
    """With other places of the kernel's corner (by row, column, width), or of its rows in a row."""

    def wrong(w: Any, height: int, width: int) -> Array:
        kernel = np.asarray(w, dtype=object)
        k, span = kernel.shape
        rows, columns = height - k + 1, width - span + 1
        matrix = np.zeros((rows * columns, height * width), dtype=object)
        for row, column, u, v in np.ndindex(rows, columns, k, span):
            at = place(row, column, columns) + line(u, span) + v
            if at < height * width:
                matrix[row * columns + column, at] = kernel[u, v]
        return matrix

    return wrong


def _rows_moved_by_one(w: Any, height: int, width: int) -> Array:
    return _blocks(lambda row, column, columns: row * columns + column, lambda u, _: u * width)(
        w, height, width
    )


def _rows_close_together(w: Any, height: int, width: int) -> Array:
    return _blocks(lambda row, column, _: row * width + column, lambda u, span: u * span)(
        w, height, width
    )


def _outputs_by_columns(w: Any, height: int, width: int) -> Array:
    kernel = np.asarray(w)
    rows, columns = height - len(kernel) + 1, width - kernel.shape[1] + 1
    matrix = doubly_blocked(w, height, width)
    order = [row * columns + column for column in range(columns) for row in range(rows)]
    return matrix[order]


_OF_BLOCKS = (
    Slip("matrix-rows-moved-by-one", _rows_moved_by_one),
    Slip("kernel-rows-close-together", _rows_close_together),
    Slip(
        "kernel-flipped",
        lambda w, height, width: doubly_blocked(np.asarray(w)[::-1, ::-1], height, width),
    ),
    Slip(
        "kernel-transposed",
        lambda w, height, width: doubly_blocked(np.transpose(w), height, width),
    ),
    Slip("places-read-by-columns", _outputs_by_columns),
)
OF_MAP = Rule(
    "doubly-blocked",
    doubly_blocked,
    slips=(
        *_OF_BLOCKS,
        Slip("matrix-transposed", lambda w, height, width: doubly_blocked(w, height, width).T),
    ),
    operations=lambda w, height, width: operations.nonzero(doubly_blocked(w, height, width)),
)
NOT_ASKED = OF_MAP.but("doubly-blocked-in-mind", without=("matrix-transposed",))

# -- products with the matrix ----------------------------------------------------------------------


def matrix_times(matrix: Any, vector: Any) -> Array:
    """(M, N) and (N,) -> (M,). Raises ShapeError."""
    a, x = same_numbers(matrix, vector)
    if a.ndim != 2 or x.shape != a.shape[1:]:
        raise ShapeError(f"a vector of {a.shape[1:]} numbers is needed, not {x.shape}")
    return matrix_product(a, x[:, None])[:, 0]


def map_by_matrix(matrix: Any, x: Any, height: int, width: int) -> Array:
    """(M, H W) and (H, W) -> (height, width): `matrix vec(x)`, row by row. Raises ShapeError."""
    (x,) = same_numbers(x)
    outputs = matrix_times(matrix, x.ravel())
    if len(outputs) != height * width:
        raise ShapeError(f"{height * width} outputs are needed, not {len(outputs)}")
    return outputs.reshape(height, width)


def back_by_matrix(matrix: Any, dq: Any, height: int, width: int) -> Array:
    """(M, H W) and a gradient of M cells -> (height, width): `matrix^T vec(dq)`.

    Raises ShapeError.
    """
    return map_by_matrix(np.asarray(matrix).T, dq, height, width)


def matrix_row(matrix: Any, row: int) -> Array:
    """A row of a matrix, counted from 1. Raises ShapeError if there is none."""
    (a,) = same_numbers(matrix)
    if not 1 <= row <= len(a):
        raise ShapeError(f"a row between 1 and {len(a)} is needed, but {row} came")
    return np.asarray(a[row - 1])


def matrix_column(matrix: Any, column: int) -> Array:
    """A column of a matrix, counted from 1. Raises ShapeError if there is none."""
    return matrix_row(np.asarray(matrix).T, column)


TIMES_VECTOR = Rule(
    "matrix-times-vector", matrix_times, operations=lambda matrix: operations.nonzero(matrix)
)
TIMES_MAP = Rule(
    "matrix-times-map",
    map_by_matrix,
    slips=(
        Slip(
            "map-transposed",
            lambda matrix, x, height, width: (
                map_by_matrix(matrix, x, height, width).reshape(width, height).T
            ),
        ),
        Slip(
            "map-read-by-columns",
            lambda matrix, x, height, width: map_by_matrix(
                matrix, np.ravel(np.transpose(x)), height, width
            ),
        ),
    ),
    operations=lambda matrix: operations.nonzero(matrix),
)
BACK = Rule(
    "transposed-matrix-times-map",
    back_by_matrix,
    slips=(
        Slip(
            "map-transposed",
            lambda matrix, dq, height, width: (
                back_by_matrix(matrix, dq, height, width).reshape(width, height).T
            ),
        ),
        Slip(
            "map-read-by-columns",
            lambda matrix, dq, height, width: back_by_matrix(
                matrix, np.ravel(np.transpose(dq)), height, width
            ),
        ),
    ),
    operations=lambda matrix: operations.nonzero(matrix),
)


def _next(line: Callable[[Any, int], Array]) -> Callable[[Any, int], Array]:
    """The line that has this number if they are counted from 0."""

    def wrong(matrix: Any, number: int) -> Array:
        try:
            return line(matrix, number + 1)
        except ShapeError as error:
            raise NotApplicableError("there is no line after this one") from error

    return wrong


ROW = Rule(
    "row-of-matrix",
    matrix_row,
    slips=(
        Slip("counted-from-zero", lambda matrix, row: _next(matrix_row)(matrix, row)),
        Slip("row-for-column", lambda matrix, row: matrix_column(matrix, row)),
    ),
    operations=operations.none,
)
COLUMN = Rule(
    "column-of-matrix",
    matrix_column,
    slips=(
        Slip("counted-from-zero", lambda matrix, column: _next(matrix_column)(matrix, column)),
        Slip("column-reversed", lambda matrix, column: matrix_column(matrix, column)[::-1]),
    ),
    operations=operations.none,
)

# -- where the rows begin, sizes and costs ---------------------------------------------------------


def starts(height: int, width: int, kernel: int) -> Array:
    """For each output the column, counted from 0, where the kernel begins. Raises ShapeError."""
    rows, columns = conv_output_size(height, kernel), conv_output_size(width, kernel)
    return np.array(
        [row * width + column for row in range(rows) for column in range(columns)], dtype=object
    )


def matrix_shape(height: int, width: int, kernel: int, padding: int = 0) -> _Shape:
    """A row for each output, a column for each input. Raises ShapeError."""
    outputs = prod(conv_output_size(n, kernel, padding=padding) for n in (height, width))
    return (outputs, height * width)


def products_of_matrix(shape: _Shape) -> int:
    """A product for each entry of the matrix."""
    return prod(shape)


def products_directly(height: int, width: int, kernel: int) -> int:
    """A product for each entry of the kernel at each output, without padding. Raises ShapeError."""
    return matrix_shape(height, width, kernel)[0] * kernel * kernel


def entries_with_padding(height: int, width: int, kernel: int) -> int:
    """The entries that are not 0 if (kernel - 1) / 2 zeros are padded on each side.

    Along an axis, `(kernel - 1) / 2` taps of the first output lie in the padding, one fewer of the
    next, and so at the other end. Raises ShapeError for an even kernel.
    """
    if kernel % 2 == 0:
        raise ShapeError(f"an odd kernel is needed, but its size is {kernel}")
    beside = (kernel - 1) // 2
    return prod(kernel * n - beside * (beside + 1) for n in (height, width))


def ratio(matrix: int, directly: int) -> int | Fraction:
    """How many times more the first number is. Raises ShapeError if the second one is 0."""
    if directly == 0:
        raise ShapeError("a number other than 0 is needed to divide by, but 0 came")
    found = Fraction(matrix, directly)
    return found.numerator if found.denominator == 1 else found


def _outputs(height: int, width: int, kernel: int) -> int:
    return matrix_shape(height, width, kernel)[0]


STARTS = Rule(
    "starts-of-rows",
    starts,
    slips=(
        Slip(
            "matrix-rows-moved-by-one",
            lambda height, width, kernel: np.arange(_outputs(height, width, kernel)).astype(object),
        ),
        Slip(
            "counted-from-one",
            lambda height, width, kernel: starts(height, width, kernel) + 1,
        ),
        Slip(
            "height-for-width",
            lambda height, width, kernel: starts(width, height, kernel),
        ),
        Slip(
            "kernel-for-width",
            lambda height, width, kernel: np.array(
                [
                    row * kernel + column
                    for row in range(height - kernel + 1)
                    for column in range(width - kernel + 1)
                ],
                dtype=object,
            ),
        ),
    ),
    operations=lambda height, width, kernel: _outputs(height, width, kernel),
)

_OF_SHAPE = (
    Slip(
        "rows-and-columns-swapped",
        lambda height, width, kernel, padding=0: matrix_shape(height, width, kernel, padding)[::-1],
    ),
    Slip(
        "sides-for-cells",
        lambda height, width, kernel, padding=0: (height - kernel + 2 * padding + 1, width),
    ),
    Slip(
        "kernel-for-input",
        lambda height, width, kernel, padding=0: (
            matrix_shape(height, width, kernel, padding)[0],
            kernel * kernel,
        ),
    ),
)
SHAPE = Rule(
    "doubly-blocked-shape",
    matrix_shape,
    slips=(
        *_OF_SHAPE,
        Slip("same-for-valid", lambda height, width: (height * width, height * width)),
        Slip(
            "plus-one-forgotten",
            lambda height, width, kernel: ((height - kernel) * (width - kernel), height * width),
        ),
    ),
    operations=lambda: 4,
)
PADDED_SHAPE = Rule(
    "doubly-blocked-shape-with-padding",
    matrix_shape,
    slips=(
        *_OF_SHAPE[1:],
        Slip(
            "padding-forgotten", lambda height, width, kernel: matrix_shape(height, width, kernel)
        ),
        Slip(
            "padding-has-columns",
            lambda height, width, kernel, padding: (
                matrix_shape(height, width, kernel, padding)[0],
                (height + 2 * padding) * (width + 2 * padding),
            ),
        ),
    ),
    operations=lambda: 4,
)
WITH_MATRIX = Rule(
    "products-of-matrix",
    products_of_matrix,
    slips=(
        Slip("sizes-added", lambda shape: sum(shape)),
        Slip("zeros-left-out", lambda shape, kernel: shape[0] * kernel * kernel),
        Slip("outputs-for-inputs", lambda shape: shape[0] ** 2),
    ),
    operations=operations.one,
)
DIRECTLY = Rule(
    "products-directly",
    products_directly,
    slips=(
        Slip(
            "kernel-not-squared",
            lambda height, width, kernel: _outputs(height, width, kernel) * kernel,
        ),
        Slip(
            "input-size-for-output-size",
            lambda height, width, kernel: height * width * kernel * kernel,
        ),
        Slip("parameters-for-macs", lambda kernel: kernel * kernel),
    ),
    operations=lambda: 2,
)
RATIO = Rule(
    "ratio-of-products",
    ratio,
    slips=(
        Slip("ratio-upside-down", lambda matrix, directly: ratio(directly, matrix)),
        Slip("difference-for-ratio", lambda matrix, directly: matrix - directly),
    ),
    operations=operations.one,
)
ENTRIES = Rule(
    "entries-with-padding",
    entries_with_padding,
    slips=(
        Slip(
            "padding-not-left-out",
            lambda height, width, kernel: height * width * kernel * kernel,
            mistake="padding-has-columns",
        ),
        Slip("padding-forgotten", products_directly),
        Slip(
            "border-of-one-cell",
            lambda height, width, kernel: (kernel * height - 2) * (kernel * width - 2),
        ),
        Slip(
            "border-at-one-end",
            lambda height, width, kernel: prod(
                kernel * n - (kernel - 1) * (kernel + 1) // 8 for n in (height, width)
            ),
        ),
    ),
    operations=lambda: 8,
)
