"""Mistakes of a layer on maps that is written as a matrix product: `reshape` for `transpose`.

Shapes: x is (C, H, W), w is (O, C, K, L), dq is (O, H', W'). Windows are the rows of a matrix
(H' W', C K L), outputs and their gradients those of one (H' W', O).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Slip
from reference import convolution as conv
from reference.geometry import PLAIN, Geometry, Sizes
from reference.padding import pad

Array = NDArray[Any]
Change = Callable[[Array], Array]


def _with_channels(w: Any) -> Array:
    kernels = np.asarray(w)
    if kernels.ndim != 4:
        raise NotApplicableError("kernels of several channels are needed")
    return kernels


# -- one array that is reshaped --------------------------------------------------------------------


def _rows_for_maps(maps: Array) -> Array:
    """Maps (O, H, W) taken for rows (H W, O) as their numbers lie, and seen as maps again."""
    return maps.reshape(-1, len(maps)).T.reshape(maps.shape)


def _maps_for_rows(maps: Array) -> Array:
    """Rows (H W, O) taken for maps (O, H, W) as their numbers lie."""
    return maps.reshape(len(maps), -1).T.reshape(maps.shape)


def _cells_last(kernels: Array) -> Array:
    """Kernels whose entries lie cell by cell, (O, K, L, C), read as if channel came by channel."""
    return kernels.transpose(0, 2, 3, 1).reshape(kernels.shape)


def _cells_first(kernels: Array) -> Array:
    """Kernels whose entries lie channel by channel, read as if they came cell by cell."""
    outputs, inputs, *sides = kernels.shape
    return kernels.reshape(outputs, *sides, inputs).transpose(0, 3, 1, 2)


def _columns_for_rows(kernels: Array) -> Array:
    """A matrix (C K L, O) taken for one of a row for each kernel."""
    return kernels.reshape(len(kernels), -1).T.reshape(kernels.shape)


def _columns_of_cells_for_rows(kernels: Array) -> Array:
    """The same with entries that lie cell by cell, (K, L, C, O)."""
    return kernels.transpose(2, 3, 1, 0).reshape(kernels.shape)


def _rows_for_columns(kernels: Array) -> Array:
    """Kernels laid down as (C K L, O), where they lie one after the other."""
    return kernels.reshape(-1, len(kernels)).T.reshape(kernels.shape)


_ORDERS: tuple[Change, ...] = (_cells_first, _cells_last)


def _slip(key: str, ways: Iterable[Function], mistake: str = "") -> Slip:
    first, *others = ways
    return Slip(key, first, other_ways=tuple(others), mistake=mistake)


# -- windows that are reshaped ---------------------------------------------------------------------


def _rows(padded: Array, kernel: Sequence[int], geometry: Geometry, *, columns: bool) -> Array:
    """The numbers of the cells of all windows, in rows that a wrong `reshape` makes.

    Windows lie channel by channel, (C, H', W', K, L), as NumPy gives them; or they are rows that
    are made columns, which are right rows where they are turned again.
    """
    numbers = np.arange(padded.size).reshape(padded.shape)
    stride: Any = geometry.stride
    down, right = (int(n) for n in np.broadcast_to(np.asarray(stride), 2))
    windows = np.lib.stride_tricks.sliding_window_view(numbers, tuple(kernel), axis=(1, 2))
    windows = windows[:, ::down, ::right]
    places = windows.shape[1] * windows.shape[2]
    if columns:
        rows = windows.transpose(1, 2, 0, 3, 4).reshape(places, -1)
        return rows.reshape(-1, places).T
    return windows.reshape(places, -1)


def _padded(x: Any, geometry: Geometry) -> Array:
    padding: Any = geometry.padding
    return np.asarray(pad(x, padding, axes=(-2, -1)))


def _of_windows(columns: bool) -> tuple[Function, Function, Function]:
    """The outputs, the gradient of the input and that of the kernels."""

    def outputs(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        kernels, right = _with_channels(w), np.asarray(conv.correlate2d(x, w, bias, geometry))
        padded = _padded(x, geometry)
        rows = padded.ravel()[_rows(padded, kernels.shape[2:], geometry, columns=columns)]
        found = kernels.reshape(len(kernels), -1) @ rows.T
        found = found if bias is None else found + np.asarray(bias)[:, None]
        return np.asarray(found.reshape(right.shape))

    def by_input(dq: Array, w: Array, x: Array, geometry: Geometry = PLAIN) -> Array:
        kernels, arriving = _with_channels(w), np.asarray(dq)
        padded = _padded(np.zeros(np.shape(x)), geometry)
        rows = _rows(padded, kernels.shape[2:], geometry, columns=columns)
        parts = arriving.reshape(len(arriving), -1).T @ kernels.reshape(len(kernels), -1)
        total = np.zeros(padded.size)
        np.add.at(total, rows, parts)
        inside = (
            slice(before, before + size)
            for before, size in zip(_before(padded, np.shape(x)), np.shape(x)[-2:], strict=True)
        )
        return total.reshape(padded.shape)[(slice(None), *inside)]

    def by_kernel(x: Array, dq: Array, w: Array, geometry: Geometry = PLAIN) -> Array:
        kernels, padded = _with_channels(w), _padded(x, geometry)
        rows = padded.ravel()[_rows(padded, kernels.shape[2:], geometry, columns=columns)]
        arriving = np.asarray(dq)
        return np.asarray((arriving.reshape(len(arriving), -1) @ rows).reshape(kernels.shape))

    return outputs, by_input, by_kernel


def _before(padded: Array, shape: tuple[int, ...]) -> tuple[int, ...]:
    return tuple((n - m) // 2 for n, m in zip(padded.shape[-2:], shape[-2:], strict=True))


_WINDOWS = tuple(_of_windows(columns) for columns in (False, True))

# -- the slips -------------------------------------------------------------------------------------


def reshaped_in_forward() -> tuple[Slip, ...]:
    """Slips of the forward pass."""

    def with_kernels(change: Change) -> Function:
        return lambda x, w, bias=None, geometry=PLAIN: conv.correlate2d(
            x, change(_with_channels(w)), bias, geometry
        )

    def with_maps(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        _with_channels(w)
        return conv.correlate2d(_read_channels_last(np.asarray(x)), w, bias, geometry)

    def product(*, biased: bool) -> Function:
        def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
            _with_channels(w)
            found = conv.correlate2d(x, w, bias if biased else None, geometry)
            maps = _maps_for_rows(np.asarray(found))
            return maps if biased or bias is None else maps + np.asarray(bias)[:, None, None]

        return wrong

    return (
        _slip("product-reshaped", (product(biased=True), product(biased=False))),
        _slip("kernel-entries-in-another-order", map(with_kernels, _ORDERS)),
        _slip("reshaped-for-transposed", (with_kernels(_rows_for_columns),)),
        _slip("windows-reshaped", (own[0] for own in _WINDOWS)),
        _slip("maps-reshaped", (with_maps,)),
    )


def _read_channels_last(maps: Array) -> Array:
    """Maps (C, H, W) read as (H, W, C), as their numbers lie."""
    return maps.reshape(*maps.shape[1:], len(maps)).transpose(2, 0, 1)


def _written_channels_last(maps: Array) -> Array:
    """Maps (H, W, C) taken for (C, H, W), as their numbers lie."""
    return maps.transpose(1, 2, 0).reshape(maps.shape)


def reshaped_in_input_gradient() -> tuple[Slip, ...]:
    """Slips of the gradient with respect to the input."""

    def gradient(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Array:
        return np.asarray(conv.correlate2d_input_gradient(dq, w, in_size, geometry))

    def with_kernels(change: Change) -> Function:
        return lambda dq, w, in_size, geometry=PLAIN: gradient(
            dq, change(_with_channels(w)), in_size, geometry
        )

    def of_rows(dq: Array, w: Array, in_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        _with_channels(w)
        return gradient(_rows_for_maps(np.asarray(dq)), w, in_size, geometry)

    def written(dq: Array, w: Array, in_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        _with_channels(w)
        return _written_channels_last(gradient(dq, w, in_size, geometry))

    return (
        _slip("output-gradient-reshaped", (of_rows,), mistake="product-reshaped"),
        _slip("kernel-entries-in-another-order", map(with_kernels, _ORDERS)),
        _slip("reshaped-for-transposed", (with_kernels(_rows_for_columns),)),
        _slip("windows-reshaped", (own[1] for own in _WINDOWS)),
        _slip("maps-reshaped", (written,)),
    )


def reshaped_in_kernel_gradient() -> tuple[Slip, ...]:
    """Slips of the gradient with respect to the kernels."""

    def gradient(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Array:
        found = conv.correlate2d_kernel_gradient(x, dq, kernel_size, geometry)
        return _with_channels(found)

    def laid_down(change: Change) -> Function:
        return lambda x, dq, kernel_size, geometry=PLAIN: change(
            gradient(x, dq, kernel_size, geometry)
        )

    def of_rows(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        return gradient(x, _rows_for_maps(np.asarray(dq)), kernel_size, geometry)

    def of_maps(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        if np.ndim(x) != 3:
            raise NotApplicableError("several maps are needed")
        return gradient(_read_channels_last(np.asarray(x)), dq, kernel_size, geometry)

    of_columns = (_columns_for_rows, _columns_of_cells_for_rows)
    return (
        _slip("output-gradient-reshaped", (of_rows,), mistake="product-reshaped"),
        _slip(
            "kernel-gradient-reshaped",
            map(laid_down, (_cells_last, _cells_first)),
            mistake="kernel-entries-in-another-order",
        ),
        _slip("reshaped-for-transposed", map(laid_down, of_columns)),
        _slip("windows-reshaped", (own[2] for own in _WINDOWS)),
        _slip("maps-reshaped", (of_maps,)),
    )
