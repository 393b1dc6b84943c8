"""Rules of minimal filtering: transforms of kernel, data and products, and what they save.

A tile of 4 values and a kernel of 3 give 2 outputs of a cross-correlation by 4 products, F(2, 3);
a tile (4, 4) and a kernel (3, 3) give (2, 2) outputs by 16, F(2 x 2, 3 x 3). Source of the
formulas: A. Lavin, S. Gray, Fast algorithms for convolutional neural networks, arXiv:1509.09308,
section 4.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations
from reference.errors import ShapeError
from reference.numbers import same_numbers

Array = NDArray[Any]
Lines = Callable[[list[Any]], list[Any]]
"""What is done to the values of a line: along each axis in turn."""

_HALF = Fraction(1, 2)

# -- transforms ------------------------------------------------------------------------------------


def _of_kernel(g: list[Any]) -> list[Any]:
    return [g[0], (g[0] + g[1] + g[2]) * _HALF, (g[0] - g[1] + g[2]) * _HALF, g[2]]


def _of_data(d: list[Any]) -> list[Any]:
    return [d[0] - d[2], d[1] + d[2], d[2] - d[1], d[1] - d[3]]


def _of_products(m: list[Any]) -> list[Any]:
    return [m[0] + m[1] + m[2], m[1] - m[2] - m[3]]


def _along(x: Any, lines: Lines, size: int) -> Array:
    """Each axis transformed, the first one first."""
    (array,) = same_numbers(x)
    if array.ndim not in {1, 2} or set(array.shape) != {size}:
        raise ShapeError(f"{size} values along each axis are needed, not {array.shape}")
    for axis in range(array.ndim):
        parts = lines(list(np.moveaxis(array, axis, 0)))
        array = np.moveaxis(np.array(parts, dtype=object), 0, axis)
    return _whole(array)


def _whole(x: Array) -> Array:
    """Fractions that come out whole as whole numbers."""
    cells = [cell.numerator if _is_whole(cell) else cell for cell in x.ravel().tolist()]
    result = np.empty(len(cells), dtype=object)
    result[:] = cells
    return result.reshape(x.shape)


def _is_whole(cell: Any) -> bool:
    return isinstance(cell, Fraction) and cell.denominator == 1


def kernel_transform(g: Any) -> Array:
    """(3,) -> (4,): `G g`; (3, 3) -> (4, 4): `G g G^T`. Raises ShapeError."""
    return _along(g, _of_kernel, 3)


def data_transform(d: Any) -> Array:
    """(4,) -> (4,): `B^T d`; (4, 4) -> (4, 4): `B^T d B`. Raises ShapeError."""
    return _along(d, _of_data, 4)


def tile_transforms(x: Any) -> Array:
    """(N,) -> (tiles, 4): the transforms of tiles that begin two cells apart. Raises ShapeError."""
    return np.array([data_transform(tile) for tile in _tiles(x, 2)], dtype=object)


def _tiles(x: Any, step: int) -> list[Array]:
    (vector,) = same_numbers(x)
    if vector.ndim != 1 or len(vector) < 4 or len(vector) % 2:
        raise ShapeError(f"an even number of values, 4 or more, is needed, not {vector.shape}")
    return [vector[at : at + 4] for at in range(0, len(vector) - 3, step)]


def products(u: Any, v: Any) -> Array:
    """Cell by cell `u v`; tiles (T, 4) meet one kernel (4,). Raises ShapeError."""
    a, b = same_numbers(u, v)
    if a.shape != b.shape[b.ndim - a.ndim :]:
        raise ShapeError(f"transforms of one size are needed, not {a.shape} and {b.shape}")
    return _whole(np.asarray(a * b, dtype=object))


def output_transform(m: Any) -> Array:
    """(4,) -> (2,): `A^T m`; (4, 4) -> (2, 2): `A^T m A`. Raises ShapeError."""
    return _along(m, _of_products, 4)


def tile_outputs(m: Any) -> Array:
    """(tiles, 4) -> (2 tiles,): the outputs of all tiles in a row. Raises ShapeError."""
    (rows,) = same_numbers(m)
    return np.concatenate([output_transform(row) for row in rows])


def _slip_of_kernel(key: str, lines: Lines) -> Slip:
    return Slip(key, lambda g: _along(g, lines, 3))


_OF_KERNEL: tuple[tuple[str, Lines], ...] = (
    ("half-forgotten", lambda g: [g[0], g[0] + g[1] + g[2], g[0] - g[1] + g[2], g[2]]),
    ("minus-left-out", lambda g: [_of_kernel(g)[place] for place in (0, 1, 1, 3)]),
    ("kernel-flipped", lambda g: _of_kernel(g[::-1])),
    ("middle-rows-exchanged", lambda g: [_of_kernel(g)[place] for place in (0, 2, 1, 3)]),
)
_OF_DATA: tuple[tuple[str, Lines], ...] = (
    ("minus-left-out", lambda d: [d[0] + d[2], d[1] + d[2], d[2] + d[1], d[1] + d[3]]),
    ("difference-turned", lambda d: [d[0] - d[2], d[1] + d[2], d[1] - d[2], d[1] - d[3]]),
    ("last-difference-turned", lambda d: [d[0] - d[2], d[1] + d[2], d[2] - d[1], d[3] - d[1]]),
    ("transform-not-transposed", lambda d: [d[0], d[1] - d[2] + d[3], d[1] + d[2] - d[0], -d[3]]),
    ("neighbours-subtracted", lambda d: [d[0] - d[1], d[1] + d[2], d[2] - d[1], d[2] - d[3]]),
)
_OF_OUTPUTS: tuple[tuple[str, Lines], ...] = (
    ("minus-left-out", lambda m: [m[0] + m[1] + m[2], m[1] + m[2] + m[3]]),
    ("last-sign-turned", lambda m: [m[0] + m[1] + m[2], m[1] - m[2] + m[3]]),
    ("all-products-added", lambda m: [m[0] + m[1] + m[2] + m[3], m[1] - m[2] - m[3]]),
)


def _slip_of_data(key: str, lines: Lines) -> Slip:
    return Slip(key, lambda d: _along(d, lines, 4))


def _slip_of_tiles(key: str, lines: Lines) -> Slip:
    return Slip(
        key,
        lambda x: np.array([_along(tile, lines, 4) for tile in _tiles(x, 2)], dtype=object),
    )


def _slip_of_outputs(key: str, lines: Lines) -> Slip:
    return Slip(key, lambda m: _along(m, lines, 4))


def _slip_of_tile_outputs(key: str, lines: Lines) -> Slip:
    return Slip(key, lambda m: np.concatenate([_along(row, lines, 4) for row in np.asarray(m)]))


KERNEL_OF_3 = Rule(
    "kernel-transform",
    kernel_transform,
    slips=tuple(_slip_of_kernel(*each) for each in _OF_KERNEL),
    operations=lambda: 6,
)
KERNEL_OF_9 = Rule(
    "kernel-transform-of-matrix",
    kernel_transform,
    slips=(
        *(_slip_of_kernel(*each) for each in _OF_KERNEL[:3]),
        Slip("kernel-transposed", lambda g: kernel_transform(np.transpose(g))),
    ),
    operations=lambda: 42,
)
DATA_OF_4 = Rule(
    "data-transform",
    data_transform,
    slips=tuple(_slip_of_data(*each) for each in _OF_DATA),
    operations=lambda: 4,
)
DATA_OF_16 = Rule(
    "data-transform-of-matrix",
    data_transform,
    slips=(
        *(_slip_of_data(*each) for each in _OF_DATA),
        Slip(
            "one-side-transformed",
            lambda d: np.array(_of_data(list(np.asarray(d))), dtype=object),
            other_ways=(lambda d: np.array(_of_data(list(np.transpose(d))), dtype=object).T,),
        ),
    ),
    operations=lambda: 32,
)
DATA_OF_TILES = Rule(
    "data-transform-of-tiles",
    tile_transforms,
    slips=(
        *(_slip_of_tiles(*each) for each in _OF_DATA[:4]),
        Slip(
            "tiles-without-overlap",
            lambda x: np.array([data_transform(tile) for tile in _tiles(x, 4)], dtype=object),
        ),
        Slip(
            "tiles-moved-by-one",
            lambda x: np.array([data_transform(tile) for tile in _tiles(x, 1)], dtype=object),
        ),
    ),
    operations=lambda x: 4 * (len(x) // 2 - 1),
)


def _added(u: Any, v: Any) -> Array:
    return np.asarray(np.asarray(u) + np.asarray(v))


PRODUCTS = Rule(
    "products-of-transforms",
    products,
    slips=(Slip("factors-added", _added),),
    operations=lambda v: operations.nonzero(v),
)


def _as_matrices(u: Any, v: Any) -> Array:
    return _whole(np.asarray(np.asarray(u, dtype=object) @ np.asarray(v, dtype=object)))


PRODUCTS_OF_MATRICES = Rule(
    "products-of-transformed-matrices",
    products,
    slips=(
        Slip("factors-added", _added),
        Slip("matrix-product-for-cells", _as_matrices),
    ),
    operations=lambda v: operations.nonzero(v),
)
OUTPUTS_OF_4 = Rule(
    "output-transform",
    output_transform,
    slips=tuple(_slip_of_outputs(*each) for each in _OF_OUTPUTS),
    operations=lambda: 4,
)
OUTPUTS_OF_16 = Rule(
    "output-transform-of-matrix",
    output_transform,
    slips=tuple(_slip_of_outputs(*each) for each in _OF_OUTPUTS),
    operations=lambda: 24,
)


def _first_ones_first(m: Any) -> Array:
    """The first outputs of all tiles, and then the second ones."""
    outputs = tile_outputs(m)
    return np.concatenate([outputs[::2], outputs[1::2]])


OUTPUTS_OF_TILES = Rule(
    "output-transform-of-tiles",
    tile_outputs,
    slips=(
        *(_slip_of_tile_outputs(*each) for each in _OF_OUTPUTS),
        Slip("outputs-of-tiles-apart", _first_ones_first),
    ),
    operations=lambda m: 4 * len(m),
)

# -- what is saved ---------------------------------------------------------------------------------


def direct_of_vector(length: int) -> int:
    """Of a kernel of 3 at each place of a vector, without padding."""
    return 3 * (length - 2)


def fast_of_vector(length: int) -> int:
    """4 for each tile of 2 outputs, the last one also if half of it is used."""
    return 4 * -(-(length - 2) // 2)


def direct_of_layer(height: int, width: int, inputs: int, outputs: int) -> int:
    """Of kernels 3 x 3 at each place of the output maps, over all channels."""
    return 9 * height * width * inputs * outputs


def fast_of_layer(height: int, width: int, inputs: int, outputs: int, tile: int) -> int:
    """(tile + 2)^2 for each tile, over all channels; tiles that stick out count in full."""
    tiles = -(-height // tile) * -(-width // tile)
    return tiles * (tile + 2) ** 2 * inputs * outputs


def times_fewer_products(direct: int, fast: int) -> int | Fraction:
    """How many times fewer the second number is. Raises ShapeError if it is 0."""
    if fast == 0:
        raise ShapeError("a number other than 0 is needed to divide by, but 0 came")
    found = Fraction(direct, fast)
    return found.numerator if found.denominator == 1 else found


DIRECT_OF_VECTOR = Rule(
    "direct-products-of-vector",
    direct_of_vector,
    slips=(
        Slip("same-for-valid", lambda length: 3 * length),
        Slip("kernel-counted-once", lambda length: length - 2),
        Slip(
            "additions-counted-too",
            lambda length: 5 * (length - 2),
            other_ways=(lambda length: 6 * (length - 2),),
        ),
    ),
    operations=lambda: 2,
)
FAST_OF_VECTOR = Rule(
    "fast-products-of-vector",
    fast_of_vector,
    slips=(
        Slip("products-of-tile-per-output", lambda length: 4 * (length - 2)),
        Slip("tiles-without-overlap", lambda length: 4 * (length // 4)),
        Slip("one-tile-alone", lambda: 4),
    ),
    operations=lambda: 3,
)
DIRECT_OF_LAYER = Rule(
    "direct-products-of-layer",
    direct_of_layer,
    slips=(
        Slip(
            "kernel-not-squared",
            lambda height, width, inputs, outputs: 3 * height * width * inputs * outputs,
        ),
        Slip(
            "input-channels-forgotten",
            lambda height, width, outputs: 9 * height * width * outputs,
        ),
        Slip(
            "output-channels-forgotten",
            lambda height, width, inputs: 9 * height * width * inputs,
        ),
        Slip("parameters-for-macs", lambda inputs, outputs: 9 * inputs * outputs),
    ),
    operations=lambda: 4,
)


def _fast(count: Callable[[int, int, int], int]) -> Callable[..., int]:
    """The products of tiles for one pair of channels, over all of them."""

    def wrong(height: int, width: int, inputs: int, outputs: int, tile: int) -> int:
        return count(height, width, tile) * inputs * outputs

    return wrong


def _rounded_down(height: int, width: int, tile: int) -> int:
    return (height // tile) * (width // tile) * (tile + 2) ** 2


def _parts_of_tiles(height: int, width: int, inputs: int, outputs: int, tile: int) -> int:
    """Of a tile that sticks out, the part that is used. Raises NotApplicableError if not whole."""
    found = Fraction(height * width * (tile + 2) ** 2 * inputs * outputs, tile**2)
    if found.denominator > 1:
        raise NotApplicableError("a whole number is needed")
    return found.numerator


def _cut_by_inputs(height: int, width: int, tile: int) -> int:
    """The map is cut into tiles as large as the inputs of one."""
    side = tile + 2
    return -(-height // side) * -(-width // side) * side**2


_OF_FAST = (
    Slip(
        "products-of-tile-per-output",
        _fast(lambda height, width, tile: height * width * (tile + 2) ** 2),
    ),
    Slip(
        "tile-not-squared",
        _fast(lambda height, width, tile: -(-height // tile) * -(-width // tile) * (tile + 2)),
    ),
    Slip(
        "outputs-of-tile-for-inputs",
        _fast(lambda height, width, tile: -(-height // tile) * -(-width // tile) * tile**2),
    ),
    Slip(
        "output-channels-forgotten",
        lambda height, width, inputs, tile: fast_of_layer(height, width, inputs, 1, tile),
    ),
    Slip(
        "input-channels-forgotten",
        lambda height, width, outputs, tile: fast_of_layer(height, width, 1, outputs, tile),
    ),
)
FAST_OF_LAYER = Rule("fast-products-of-layer", fast_of_layer, slips=_OF_FAST, operations=lambda: 5)
FAST_ROUNDED_UP = Rule(
    "fast-products-rounded-up",
    fast_of_layer,
    slips=(
        *_OF_FAST[:2],
        *_OF_FAST[3:],
        Slip("tiles-rounded-down", _fast(_rounded_down)),
        Slip("parts-of-tiles-counted", _parts_of_tiles),
        Slip("tiles-of-inputs", _fast(_cut_by_inputs)),
        Slip(
            "tile-of-another-size",
            lambda height, width, inputs, outputs: fast_of_layer(height, width, inputs, outputs, 2),
        ),
    ),
    operations=lambda: 7,
)
RATIO = Rule(
    "times-fewer-products",
    times_fewer_products,
    slips=(
        Slip("ratio-upside-down", lambda direct, fast: times_fewer_products(fast, direct)),
        Slip("difference-for-ratio", lambda direct, fast: direct - fast),
    ),
    operations=operations.one,
)
