"""Slips of layers on maps, beside those of vectors: of channels, and of one axis for the other.

Shapes: x is (H, W) or (C, H, W), w is (K, L) or (O, C, K, L), dq is (H', W') or (O, H', W').
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Slip, WouldFailError
from reference import convolution as conv
from reference.geometry import PLAIN, Geometry, Sizes
from reference.padding import pad

Array = NDArray[Any]


def _require_channels(w: Array) -> Array:
    w = np.asarray(w)
    if w.ndim != 4:
        raise NotApplicableError("kernels of several channels are needed")
    return w


def _of_input_channel(place: int) -> Function:
    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        own = slice(place, place + 1 or None)
        kernels = _require_channels(w)[:, own]
        return conv.correlate2d(np.asarray(x)[own], kernels, bias, geometry)

    return wrong


def _exchanged(w: Array) -> Array:
    """The kernels with input and output exchanged. Raises NotApplicableError."""
    kernels = _require_channels(w)
    if kernels.shape[0] != kernels.shape[1]:
        raise NotApplicableError("as many outputs as inputs are needed")
    return np.swapaxes(kernels, 0, 1)


def _reshaped(w: Array) -> Array:
    """The kernels as they are used where `reshape` exchanges output and input."""
    kernels = _require_channels(w)
    outputs, inputs, *sides = kernels.shape
    if 1 in (outputs, inputs):
        raise NotApplicableError("several inputs and outputs are needed")
    return np.swapaxes(kernels.reshape(inputs, outputs, *sides), 0, 1)


def _other_bias(x: Array, w: Array, bias: Any, geometry: Geometry) -> Array:
    """The bias of one output channel in all of them."""
    biases = np.asarray(bias)
    if biases.ndim == 0 or len(biases) < 2:
        raise NotApplicableError("several biases are needed")
    return conv.correlate2d(x, w, np.full(biases.shape, biases[0]), geometry)


def _along_one_axis(name: str, axis: int, plain: int) -> Callable[[Geometry], Geometry]:
    """A stride or padding along one axis alone. Raises NotApplicableError where there is none."""

    def changed(geometry: Geometry) -> Geometry:
        own: Any = getattr(geometry, name)
        if own == plain:
            raise NotApplicableError(f"a {name} is needed")
        return geometry.but(**{name: (own, plain) if axis == 0 else (plain, own)})

    return changed


def _without_last(axis: int, *, biased: bool) -> Function:
    """The last row or column of outputs left at 0, or at the bias where it is added to all."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        q = np.array(conv.correlate2d(x, w, None, geometry))
        sums = np.array(q)
        np.moveaxis(sums, axis, 0)[-1] = 0
        if bias is None:
            return sums
        added = np.reshape(bias, (-1, 1, 1)[-q.ndim :]) if np.ndim(bias) else np.asarray(bias)
        every = np.ones(q.shape)
        if not biased:
            np.moveaxis(every, axis, 0)[-1] = 0
        return sums + added * every

    return wrong


_SHAPES_MEET = ("broadcast", "shape", "dimension", "align", "mismatch")
"""How NumPy says that shapes do not fit, or are below zero."""


def _counted_by(rows: int, columns: int) -> Function:
    """The outputs along each axis, counted with a side of the kernel: 0 its height, 1 its width.

    Raises NotApplicableError for a square kernel, and WouldFailError for more windows than there
    are, or for none.
    """

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        kernel = np.shape(w)[-2:]
        if kernel[0] == kernel[1]:
            raise NotApplicableError("a kernel is needed that is no square")
        stride: Any = geometry.stride
        padding: Any = geometry.padding
        counts = [
            (n + 2 * padding - kernel[side]) // stride + 1
            for n, side in zip(np.shape(x)[-2:], (rows, columns), strict=True)
        ]
        right = np.asarray(conv.correlate2d(x, w, bias, geometry))
        fits = zip(counts, right.shape[-2:], strict=True)
        if min(counts) < 1 or any(count > most for count, most in fits):
            raise WouldFailError(words=_SHAPES_MEET)
        return right[..., : counts[0], : counts[1]]

    return wrong


def _of_products(subscripts: str) -> Function:
    """The sum of a matrix product of each window of one map with the kernel."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        if np.ndim(x) != 2:
            raise NotApplicableError("one map is needed")
        padding: Any = geometry.padding
        stride: Any = geometry.stride
        down, across = (int(n) for n in np.broadcast_to(np.asarray(stride), 2))
        windows = np.lib.stride_tricks.sliding_window_view(pad(x, padding), np.shape(w))
        try:
            found = np.einsum(subscripts, windows[::down, ::across], w)
        except ValueError:
            raise NotApplicableError("a window and a kernel that can be multiplied") from None
        return np.asarray(found if bias is None else found + bias)

    return wrong


def slips_of_map_forward() -> tuple[Slip, ...]:
    """Slips of the forward pass."""

    def along(name: str, plain: int) -> tuple[Function, Function]:
        rows, columns = (_along_one_axis(name, axis, plain) for axis in (0, 1))

        def made(change: Callable[[Geometry], Geometry]) -> Function:
            return lambda x, w, geometry, bias=None: conv.correlate2d(x, w, bias, change(geometry))

        return made(rows), made(columns)

    stride_rows, stride_columns = along("stride", 1)
    padding_rows, padding_columns = along("padding", 0)
    return (
        Slip("only-one-channel", _of_input_channel(0), other_ways=(_of_input_channel(-1),)),
        Slip(
            "kernel-channels-exchanged",
            lambda x, w, bias=None, geometry=PLAIN: conv.correlate2d(
                x, _exchanged(w), bias, geometry
            ),
        ),
        Slip("bias-of-one-channel", _other_bias),
        Slip(
            "size-by-the-other-side",
            _counted_by(0, 0),
            other_ways=(_counted_by(1, 1), _counted_by(1, 0)),
            may_fail=True,
        ),
        Slip(
            "last-row-not-computed",
            _without_last(-2, biased=True),
            other_ways=(
                _without_last(-1, biased=True),
                _without_last(-2, biased=False),
                _without_last(-1, biased=False),
            ),
        ),
        Slip("stride-along-one-axis", stride_rows, other_ways=(stride_columns,)),
        Slip("padding-along-one-axis", padding_rows, other_ways=(padding_columns,)),
        Slip(
            "map-transposed",
            lambda x, w, bias=None, geometry=PLAIN: np.swapaxes(
                conv.correlate2d(x, w, bias, geometry), -1, -2
            ),
        ),
        Slip(
            "matrix-product-of-window",
            _of_products("abik,jk->ab"),
            other_ways=(_of_products("abik,kj->ab"), _of_products("abki,kj->ab")),
        ),
    )


def _of_output_channel(place: int) -> Function:
    def wrong(dq: Array, w: Array, in_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        own = slice(place, place + 1 or None)
        kernels = _require_channels(w)[own]
        return conv.correlate2d_input_gradient(np.asarray(dq)[own], kernels, in_size, geometry)

    return wrong


def slips_of_map_input_gradient() -> tuple[Slip, ...]:
    """Slips of the gradient with respect to the input."""

    def with_kernels(change: Callable[[Array], Array]) -> Function:
        return lambda dq, w, in_size, geometry=PLAIN: conv.correlate2d_input_gradient(
            dq, change(np.asarray(w)), in_size, geometry
        )

    return (
        Slip(
            "only-one-output-channel",
            _of_output_channel(-1),
            other_ways=(_of_output_channel(0),),
        ),
        Slip("kernel-channels-exchanged", with_kernels(_exchanged)),
        Slip("kernel-channels-reshaped", with_kernels(_reshaped)),
        Slip("kernel-transposed-in-gradient", with_kernels(lambda w: np.swapaxes(w, -1, -2))),
        Slip(
            "kernel-mirrored",
            with_kernels(lambda w: np.flip(w, -1)),
            other_ways=(with_kernels(lambda w: np.flip(w, -2)),),
        ),
    )


def slips_of_map_kernel_gradient() -> tuple[Slip, ...]:
    """Slips of the gradient with respect to the kernels."""

    def gradient(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Array:
        return np.asarray(conv.correlate2d_kernel_gradient(x, dq, kernel_size, geometry))

    def exchanged(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        right = gradient(x, dq, kernel_size, geometry)
        if right.ndim != 4:
            raise NotApplicableError("kernels of several channels are needed")
        return np.swapaxes(right, 0, 1)

    def added(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry = PLAIN) -> Array:
        maps = np.asarray(x)
        if maps.ndim != 3 or len(maps) < 2:
            raise NotApplicableError("several input channels are needed")
        total = np.broadcast_to(maps.sum(axis=0), maps.shape)
        return gradient(total, dq, kernel_size, geometry)

    return (
        Slip("kernel-channels-exchanged", exchanged),
        Slip("input-channels-added", added),
        Slip(
            "kernel-gradient-transposed",
            lambda x, dq, kernel_size, geometry=PLAIN: np.swapaxes(
                gradient(x, dq, kernel_size, geometry), -1, -2
            ),
        ),
    )


def slips_of_map_bias_gradient() -> tuple[Slip, ...]:
    """Slips of the gradient with respect to the biases."""

    def of_all(dq: Array) -> Array:
        gradients = np.asarray(dq)
        if gradients.ndim != 3 or len(gradients) < 2:
            raise NotApplicableError("several output channels are needed")
        return np.full(len(gradients), gradients.sum())

    def of_all_as_a_number(dq: Array) -> Any:
        return of_all(dq)[0]

    return (Slip("bias-gradient-of-all-channels", of_all, other_ways=(of_all_as_a_number,)),)
