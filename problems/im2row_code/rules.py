"""Rules of functions that write a convolution as a matrix product, and of their way back.

Maps are (C, H, W), one map may be (H, W); `size` is the height and the width of the kernel. `how`
it is read is told by `stride` and `padding`, each down and to the right, by the `order` of the
channels in a window (`channels`, one after the other, or `cells`, all of a cell side by side), and
by the `layout`: whether windows are the `rows` or the `columns` of the matrix.

Source of the formulas: K. Chellapilla, S. Puri, P. Simard, High performance convolutional neural
networks for document processing (2006), section 3.1; S. Chetlur et al., cuDNN, arXiv:1410.0759;
V. Dumoulin, F. Visin, arXiv:1603.07285, section 4.1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.im2row_code import walks
from problems.im2row_code.walks import Pair, Reading, Walk, walk
from problems.rule import Function, NotApplicableError, Rule, Slip, WouldFailError
from problems.rules.purity import UNCHANGED
from problems.rules.whole_numbers import kept_as
from reference.errors import ShapeError
from reference.numbers import same_numbers

Array = NDArray[Any]

How = Mapping[str, Any]
"""Stride and padding, each down and to the right; the order of channels; and the layout."""

NONE: Pair = (0, 0)
EVERY: Pair = (1, 1)
PLAIN: How = {"stride": EVERY, "padding": NONE, "order": "channels", "layout": "rows"}


def _reading(shape: Sequence[int], size: Pair, how: How) -> Reading:
    down, right = how["padding"]
    return Reading(
        tuple(shape), tuple(size), how["stride"], ((down, down), (right, right)), how["order"]
    )


def _maps(x: Any) -> Array:
    maps = np.asarray(x)
    if maps.ndim not in {2, 3}:
        raise ShapeError(f"a map (H, W) or maps (C, H, W) are needed, not {maps.shape}")
    return maps.reshape(-1, *maps.shape[-2:])


# -- windows in rows -------------------------------------------------------------------------------


def im2row(x: Any, size: Pair, how: How) -> Array:
    """(H, W) or (C, H, W) -> (H' W', C K L), or transposed. Raises ShapeError."""
    return _laid_out(_rows(walk, x, size, how), how)


def _rows(by: Walk, x: Any, size: Pair, how: How) -> Array:
    """A row for each place of a walk. Raises ShapeError where the right one has none."""
    maps = _maps(x)
    reading = _reading(maps.shape, size, how)
    if not walk(reading).size:
        raise ShapeError(f"a kernel {tuple(size)} is larger than the padded maps {maps.shape}")
    cells = by(reading)
    return _taken(maps, cells).reshape(-1, cells.shape[-1])


def _laid_out(rows: Array, how: How) -> Array:
    return rows if how["layout"] == "rows" else rows.T


def _windows(by: Walk) -> Function:
    return lambda x, size, how: _laid_out(_rows(by, x, size, how), how)


def _listed(by: Walk) -> Function:
    """As an array of a list, which has no second axis where it has no windows."""

    def read(x: Any, size: Pair, how: How) -> Array:
        rows = _rows(by, x, size, how)
        return _laid_out(rows, how) if len(rows) else np.zeros(0)

    return read


def _taken(maps: Array, cells: Array) -> Array:
    """The values of numbered cells, the last of which is the padding."""
    return np.asarray(np.append(maps.ravel(), maps.dtype.type(0))[cells])


def _transposed(layout_needed: str) -> Function:
    def wrong(x: Any, size: Pair, how: How) -> Array:
        if how["layout"] != layout_needed:
            raise NotApplicableError(f"the windows are not {layout_needed} here")
        return im2row(x, size, how).T

    return wrong


def _reshaped(x: Any, size: Pair, how: How) -> Array:
    """The rows read into the shape of columns, or the reverse, with the numbers in their order."""
    right = im2row(x, size, how)
    return right.T.reshape(right.shape)


def _below_each_other(x: Any, size: Pair, how: How) -> Array:
    if how["layout"] != "rows":
        raise NotApplicableError("the windows are columns here")
    channels = [im2row(each, size, how) for each in _maps(x)]
    return np.concatenate(channels)


def _as_integers(x: Any, size: Pair, how: How) -> Array:
    return np.trunc(im2row(x, size, how))


def _one(stride: Pair) -> Pair:
    return (1, 1)


def _down_alone(stride: Pair) -> Pair:
    return (_several(stride)[0], 1)


def _right_alone(stride: Pair) -> Pair:
    return (1, _several(stride)[1])


def _several(stride: Pair) -> Pair:
    """The stride, if it matters along both axes."""
    if 1 in stride:
        raise NotApplicableError("a stride along both axes is needed")
    return stride


def _swapped(stride: Pair) -> Pair:
    return (stride[1], stride[0])


def _of_one_axis(axis: int) -> Callable[[Pair], Pair]:
    """The stride along one axis for both.

    Raises NotApplicableError where it is the same, and where it is 1: that is no stride at all,
    which is a mistake of its own.
    """

    def change(stride: Pair) -> Pair:
        if stride[0] == stride[1] or stride[axis] == 1:
            raise NotApplicableError("two strides are needed, the one that is taken above 1")
        return (stride[axis], stride[axis])

    return change


_LESS = slice(None, -1)
_LATER = slice(1, None)
_ALL = slice(None)

_SHARED: dict[str, tuple[Walk, ...]] = {
    "windows-read-by-columns": (walks.cells_by_columns,),
    "places-read-by-columns": (walks.places_by_columns,),
    "windows-reversed": (walks.cells_reversed,),
    "windows-without-overlap": (walks.without_overlap,),
    "kernel-height-and-width-swapped": (walks.sides_swapped,),
    "stride-forgotten": (walks.with_stride(_one), walks.moved_by(_one)),
    "stride-along-one-axis": tuple(
        made(change)
        for change in (_down_alone, _right_alone)
        for made in (walks.with_stride, walks.moved_by)
    ),
    "strides-swapped": (walks.with_stride(_swapped), walks.moved_by(_swapped)),
    "stride-of-the-other-axis": tuple(
        made(_of_one_axis(axis)) for axis in (0, 1) for made in (walks.with_stride, walks.moved_by)
    ),
    "last-output-missing": (
        walks.part(_LESS, _LESS),
        walks.part(_LESS, _ALL),
        walks.part(_ALL, _LESS),
        walks.without_the_very_last,
        walks.without_last_fitting((True, True)),
        walks.without_last_fitting((True, False)),
        walks.without_last_fitting((False, True)),
    ),
    "first-output-missing": (walks.part(_LATER, _LATER),),
    "padding-forgotten": (walks.padded(lambda *_: (NONE, NONE)),),
    "padding-on-one-side": (walks.padded(lambda down, right: ((down[0], 0), (right[0], 0))),),
    "padding-on-the-right": (walks.padded(lambda down, right: ((0, down[0]), (0, right[0]))),),
    "padding-along-one-axis": (
        walks.padded(lambda down, right: (down, NONE)),
        walks.padded(lambda down, right: (NONE, right)),
    ),
    "paddings-swapped": (walks.padded(lambda down, right: (right, down)),),
}
"""By the key of a mistake in the walk, the ways in which it is made."""


def _of_order(order_needed: str) -> Walk:
    def wrong(one: Reading) -> Array:
        if one.order != order_needed:
            raise NotApplicableError(f"the order is not {order_needed} here")
        return walks.in_the_other_order(one)

    return wrong


_OF_ORDER: dict[str, tuple[Walk, ...]] = {
    "channels-last-in-rows": (_of_order("channels"),),
    "channels-first-in-rows": (_of_order("cells"),),
}
_OF_CHANNELS = _OF_ORDER | {"input-channels-forgotten": (walks.first_channel,)}


def _slip(key: str, ways: Sequence[Function], **more: Any) -> Slip:
    return Slip(key, ways[0], other_ways=tuple(ways[1:]), **more)


WINDOWS = Rule(
    "windows-of-maps",
    im2row,
    slips=(
        Slip("columns-for-rows", _transposed("rows")),
        Slip("rows-for-columns", _transposed("columns")),
        Slip("windows-reshaped-for-transposed", _reshaped),
        *(
            _slip(key, [made(by) for by in ways for made in (_listed, _windows)])
            for key, ways in (_OF_CHANNELS | _SHARED).items()
        ),
        Slip("channels-below-each-other", _below_each_other),
        Slip("integer-result", _as_integers),
        Slip("outputs-height-and-width-swapped", _windows(walks.outputs_turned), may_fail=True),
    ),
)

# -- a convolution as a product --------------------------------------------------------------------


def conv2d(x: Any, w: Any, bias: Any, how: How) -> Array:
    """(C, H, W), (O, C, K, L) and (O,) -> (O, H', W'). Raises ShapeError."""
    return _maps_of(_product(walk)(x, w, bias, how), *_places(x, w, how))


def _places(x: Any, w: Any, how: How) -> tuple[int, int]:
    rows, columns, _ = walk(_reading(np.shape(x), np.shape(w)[2:], how)).shape
    return rows, columns


def _maps_of(product: Array, rows: int, columns: int) -> Array:
    return product.reshape(len(product), rows, columns)


def _product(by: Walk) -> Function:
    """(O, H' W'), with windows that are read by a walk."""

    def outputs(x: Any, w: Any, bias: Any, how: How) -> Array:
        maps, kernels, b = same_numbers(x, w, bias)
        if kernels.ndim != 4 or maps.ndim != 3 or kernels.shape[1] != maps.shape[0]:
            raise ShapeError(f"kernels for {maps.shape} are needed, not {kernels.shape}")
        rows, weights = _rows(by, maps, kernels.shape[2:], how), _weights(kernels, how["order"])
        if rows.shape[1] != weights.shape[1]:
            raise WouldFailError(words=_REFUSED)
        return np.asarray(weights @ rows.T + b[:, None])

    return outputs


def _weights(kernels: Any, order: str) -> Array:
    """(O, C, K, L) -> (O, C K L), in the order of the windows."""
    w = np.asarray(kernels)
    return (w.transpose(0, 2, 3, 1) if order == "cells" else w).reshape(len(w), -1)


_REFUSED = ("reshape", "mismatch", "not aligned", "broadcast")
"""What NumPy says of a matrix with another number of windows than is expected."""


def _inherited(by: Walk, *, as_many: bool) -> Function:
    """What comes of windows read by a wrong walk: maps with as many places as these have.

    Else they are made for the right number of places, and fail where there are others.
    """

    def wrong(x: Any, w: Any, bias: Any, how: How) -> Array:
        found: Array = _product(by)(x, w, bias, how)
        reading = _reading(np.shape(x), np.shape(w)[2:], how)
        rows, columns, _ = (by if as_many else walk)(reading).shape
        if found.shape[1] != rows * columns:
            raise WouldFailError(words=_REFUSED)
        return _maps_of(found, rows, columns)

    return wrong


def _of_transposed(layout_needed: str) -> Function:
    """What comes of windows in columns for those in rows, or the other way round: an error."""

    def wrong(x: Any, w: Any, bias: Any, how: How) -> Array:
        rows = _rows(walk, x, np.shape(w)[2:], how)
        weights = _weights(w, how["order"])
        if how["layout"] != layout_needed:
            raise NotApplicableError(f"the windows are not {layout_needed} here")
        if len(rows) != weights.shape[1]:
            raise WouldFailError(words=_REFUSED)
        return _maps_of(weights @ rows + np.asarray(bias)[:, None], *_places(x, w, how))

    return wrong


def _of_channels_below(x: Any, w: Any, bias: Any, how: How) -> Array:
    if how["layout"] != "rows":
        raise NotApplicableError("the windows are columns here")
    if len(x) > 1:
        raise WouldFailError(words=_REFUSED)
    return conv2d(x, w, bias, how)


def _of_product(change: Any) -> Function:
    """With the right product, made into something else than the right maps."""

    def wrong(x: Any, w: Any, bias: Any, how: How) -> Any:
        product = _product(walk)(x, w, bias, how)
        return change(product, *_places(x, w, how))

    return wrong


def _other_weights(change: Any) -> Function:
    def wrong(x: Any, w: Any, bias: Any, how: How) -> Array:
        return conv2d(x, change(np.asarray(w), how["order"]), bias, how)

    return wrong


def _of_cut_windows(x: Any, w: Any, bias: Any, how: How) -> Array:
    return conv2d(np.trunc(np.asarray(x)), w, bias, how)


def _in_another_order(w: Array, order: str) -> Array:
    """Kernels of which the entries meet other cells, since they were laid out in another order."""
    kernels, channels, height, width = w.shape
    if order == "cells":
        return w.reshape(kernels, height, width, channels).transpose(0, 3, 1, 2)
    return w.transpose(0, 2, 3, 1).reshape(w.shape)


def _without_bias(x: Any, w: Any, bias: Any, how: How) -> Array:
    return conv2d(x, w, np.zeros_like(np.asarray(bias)), how)


def _of_integer_maps(x: Any, w: Any, bias: Any, how: How) -> Array:
    return np.asarray(kept_as(x, conv2d(x, w, bias, how)))


def _follows(value: Any, own_rows: Any, x: Any, w: Any, bias: Any, how: How) -> bool:
    """Whether it is the product with the matrix that the program itself makes of the maps."""
    rows = np.asarray(own_rows) if how["layout"] == "rows" else np.asarray(own_rows).T
    weights = _weights(w, how["order"])
    places = _places(x, w, how)
    fits = rows.ndim == 2 and rows.shape == (places[0] * places[1], weights.shape[1])
    if not fits or np.linalg.matrix_rank(rows) < 2:
        return False
    found = _maps_of(weights @ rows.T + np.asarray(bias)[:, None], *places)
    return np.shape(value) == found.shape and np.allclose(value, found)


CONVOLUTION = Rule(
    "convolution-by-windows",
    conv2d,
    slips=(
        Slip("bias-left-out", _without_bias, leaves_out=frozenset({"bias"})),
        Slip("kernel-flipped", _other_weights(lambda w, _: w[:, :, ::-1, ::-1])),
        Slip("kernel-entries-in-another-order", _other_weights(_in_another_order)),
        Slip(
            "product-reshaped",
            _of_product(lambda q, rows, columns: q.T.reshape(len(q), rows, columns)),
        ),
        Slip(
            "outputs-left-in-matrix",
            _of_product(lambda q, *_: q.T),
            other_ways=(_of_product(lambda q, *_: q),),
        ),
        Slip(
            "map-transposed",
            _of_product(
                lambda q, rows, columns: q.reshape(len(q), columns, rows).transpose(0, 2, 1)
            ),
            other_ways=(
                _of_product(lambda q, rows, columns: q.reshape(len(q), columns, rows)),
                _of_product(
                    lambda q, rows, columns: q.reshape(len(q), rows, columns).transpose(0, 2, 1)
                ),
            ),
        ),
        Slip("integer-dtype-kept", _of_integer_maps),
        Slip("integer-result", _of_cut_windows),
        Slip("columns-for-rows", _of_transposed("rows"), may_fail=True),
        Slip("rows-for-columns", _of_transposed("columns"), may_fail=True),
        Slip("channels-below-each-other", _of_channels_below, may_fail=True),
        Slip(
            "outputs-height-and-width-swapped",
            _inherited(walks.outputs_turned, as_many=True),
            may_fail=True,
        ),
        *(
            _slip(
                key,
                [_inherited(by, as_many=as_many) for by in ways for as_many in (True, False)],
                may_fail=True,
            )
            for key, ways in (_OF_CHANNELS | _SHARED).items()
            if key not in {"windows-without-overlap", "windows-reversed"}
        ),
    ),
    carried=_follows,
)


def _failing(way: Function) -> Function:
    """An input that is left as it is, if the product does not fail before."""

    def left(x: Any, maps: Any, w: Any, bias: Any, how: How) -> Any:
        way(maps, w, bias, how)
        return x

    return left


UNCHANGED_BY_PRODUCT = UNCHANGED.but(
    "unchanged-by-product",
    also=[
        _slip(slip.key, [_failing(way.wrong) for way in slip.ways], may_fail=True)
        for slip in CONVOLUTION.slips
        if slip.may_fail
    ],
)

# -- the way back ----------------------------------------------------------------------------------


def row2im(rows: Any, shape: Sequence[int], size: Pair, how: How) -> Array:
    """(H' W', C K L), or transposed, -> (C, H, W): each number is added to where it was read.

    Raises ShapeError.
    """
    found: Array = _put_back(walk)(rows, shape, size, how)
    return found


Placing = Callable[[Array, Array, int], Array]


def _added(cells: Array, rows: Array, count: int) -> Array:
    found = np.zeros(count + 1, dtype=rows.dtype)
    np.add.at(found, cells, rows)
    return found


def _assigned(cells: Array, rows: Array, count: int) -> Array:
    found = np.zeros(count + 1, dtype=rows.dtype)
    for place, row in zip(cells, rows, strict=True):
        found[place] = row
    return found


def _averaged(cells: Array, rows: Array, count: int) -> Array:
    times = _added(cells, np.ones(cells.shape), count)
    return _added(cells, rows, count) / np.maximum(times, 1)


def _put_back(by: Walk, placed: Placing = _added, *, first: bool = False) -> Function:
    """Cells put where a walk has read them; ``first`` says that rows may be left, or be lacking."""

    def put(rows: Any, shape: Sequence[int], size: Pair, how: How) -> Array:
        (numbers,) = same_numbers(rows)
        numbers = numbers if how["layout"] == "rows" else numbers.T
        cells = by(_reading(shape, size, how))
        cells = cells.reshape(-1, cells.shape[-1])
        if first:
            count = min(len(cells), len(numbers))
            cells, numbers = cells[:count], numbers[:count]
        if cells.shape != numbers.shape:
            raise ShapeError(f"{cells.shape} cells are needed, not {numbers.shape}")
        found: Array = placed(cells, numbers, int(np.prod(shape)))
        return found[:-1].reshape(tuple(shape))

    return put


def _not_cut_off(rows: Any, shape: Sequence[int], size: Pair, how: How) -> Array:
    wide = (shape[0], *(n + 2 * p for n, p in zip(shape[1:], how["padding"], strict=True)))
    return row2im(rows, wide, size, {**how, "padding": NONE})


_BACK = {
    key: ways
    for key, ways in (_OF_ORDER | _SHARED).items()
    if key != "windows-without-overlap" and not key.startswith("padding-on")
}
WAY_BACK = Rule(
    "windows-put-back",
    row2im,
    slips=(
        Slip("sum-overwritten", _put_back(walk, _assigned)),
        Slip("overlaps-averaged", _put_back(walk, _averaged)),
        Slip("padding-not-cut-off", _not_cut_off),
        Slip(
            "padding-cut-off-at-the-end",
            _put_back(
                walks.padded(lambda down, right: ((0, 2 * down[0]), (0, 2 * right[0]))),
            ),
        ),
        *(_slip(key, [_put_back(by, first=True) for by in ways]) for key, ways in _BACK.items()),
        Slip("outputs-height-and-width-swapped", _put_back(walks.outputs_turned), may_fail=True),
    ),
)

# -- the matrix of a convolution -------------------------------------------------------------------


def toeplitz(w: Any, shape: Sequence[int], stride: Pair = EVERY) -> Array:
    """(K, L) and (H, W) -> (H' W', H W): the doubly blocked matrix. Raises ShapeError."""
    found: Array = _matrix(walk)(w, shape, stride)
    if not len(found):
        raise ShapeError(f"a kernel {np.shape(w)} is larger than the map {tuple(shape)}")
    return found


def _matrix(by: Walk) -> Function:
    def wrong(w: Any, shape: Sequence[int], stride: Pair = EVERY) -> Array:
        (kernel,) = same_numbers(w)
        cells = by(_reading((1, *shape), kernel.shape, {**PLAIN, "stride": stride}))
        return _filled(cells.reshape(-1, cells.shape[-1]), kernel, int(np.prod(shape)))

    return wrong


def _listed_matrix(by: Walk) -> Function:
    """As an array of a list, which has no second axis where it has no rows."""

    def wrong(w: Any, shape: Sequence[int], stride: Pair = EVERY) -> Array:
        found: Array = _matrix(by)(w, shape, stride)
        return found if len(found) else np.zeros(0)

    return wrong


def _with_kernel(by: Callable[[Walk], Function], change: Callable[[Array], Array]) -> Function:
    made = by(walk)
    return lambda w, shape, stride=EVERY: made(change(np.asarray(w)), shape, stride)


def _filled(cells: Array, kernel: Array, inputs: int) -> Array:
    """A row for each place, with the entries of the kernel in the columns of these cells."""
    matrix = np.zeros((len(cells), inputs), dtype=kernel.dtype)
    for row, columns in enumerate(cells):
        for column, entry in zip(columns, kernel.ravel(), strict=True):
            if column < inputs:
                matrix[row, column] = entry
    return matrix


def _columns(start: Any, line: Any) -> Function:
    """With the first column of a row, and that of the kernel's rows in it, by other formulas."""

    def wrong(w: Any, shape: Sequence[int], stride: Pair = EVERY) -> Array:
        kernel = np.asarray(w)
        rows, columns, _ = walk(
            _reading((1, *shape), kernel.shape, {**PLAIN, "stride": stride})
        ).shape
        cells = [
            [
                start(row, column, columns, shape[1], stride) + line(u, shape[1], kernel) + v
                for u, v in np.ndindex(*kernel.shape)
            ]
            for row in range(rows)
            for column in range(columns)
        ]
        return _filled(np.array(cells), kernel, int(np.prod(shape)))

    return wrong


def _right_start(row: int, column: int, columns: int, width: int, stride: Pair) -> int:
    return row * stride[0] * width + column * stride[1]


_OF_MATRIX = (
    "stride-forgotten",
    "stride-along-one-axis",
    "strides-swapped",
    "stride-of-the-other-axis",
    "last-output-missing",
    "places-read-by-columns",
)
MATRIX = Rule(
    "matrix-of-convolution",
    toeplitz,
    slips=(
        Slip(
            "matrix-rows-moved-by-one",
            _columns(
                lambda row, column, columns, width, stride: (row * columns + column) * stride[1],
                lambda u, width, _: u * width,
            ),
            other_ways=(
                _columns(
                    lambda row, column, columns, width, stride: row * columns + column,
                    lambda u, width, _: u * width,
                ),
            ),
        ),
        Slip(
            "kernel-rows-close-together",
            _columns(_right_start, lambda u, _, kernel: u * kernel.shape[1]),
        ),
        Slip("kernel-flipped", _matrix(walks.cells_reversed)),
        Slip(
            "kernel-transposed",
            _with_kernel(_listed_matrix, np.transpose),
            other_ways=(
                _with_kernel(_matrix, np.transpose),
                _with_kernel(_matrix, lambda w: w.T.reshape(w.shape)),
                _matrix(walks.cells_by_columns),
            ),
        ),
        Slip("outputs-height-and-width-swapped", _matrix(walks.outputs_turned), may_fail=True),
        Slip("matrix-transposed", lambda w, shape, stride=EVERY: toeplitz(w, shape, stride).T),
        *(
            _slip(key, [made(by) for by in _SHARED[key] for made in (_listed_matrix, _matrix)])
            for key in _OF_MATRIX
        ),
    ),
)
