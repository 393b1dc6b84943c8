"""Slips of layers on maps, beside those of vectors: of channels, and of one axis for the other.

Shapes: x is (H, W) or (C, H, W), w is (K, L) or (O, C, K, L), dq is (H', W') or (O, H', W').
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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


def _channels_last(w: Array) -> tuple[Array, Array]:
    """Kernels of which the entries meet other cells, since one of the two has its channels last.

    The windows, and then the kernels. Raises NotApplicableError.
    """
    kernels = _require_channels(w)
    outputs, channels, *sides = kernels.shape
    if channels == 1 or max(sides) == 1:
        raise NotApplicableError("kernels of several channels and cells are needed")
    of_windows = kernels.reshape(outputs, *sides, channels).transpose(0, 3, 1, 2)
    return of_windows, kernels.transpose(0, 2, 3, 1).reshape(kernels.shape)


def _slip_of_order(made: Callable[[Callable[[Array], Array]], Function]) -> Slip:
    """The cells of a window with all channels side by side, and the kernel's not, or reversely."""
    first, other = (
        made(lambda w, place=place: _channels_last(w)[place])  # type: ignore[misc]
        for place in (0, 1)
    )
    return Slip("channels-last-in-windows", first, other_ways=(other,))


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


STRIDE_ALONG_ONE_AXIS = "stride-along-one-axis"


def _reached(dq: Array, kernel: Sequence[int], stride: Sequence[int]) -> list[int]:
    """How many cells the windows reach that belong to the outputs, along each axis."""
    along = zip(np.shape(dq)[-2:], stride, kernel, strict=True)
    return [(outputs - 1) * step + size for outputs, step, size in along]


def _input_gradient_along(axis: int, *, as_many: bool) -> Function:
    """The gradient by the input of windows that have the stride along one axis alone.

    ``as_many`` says that it has as many cells as the input; else as many as these windows reach.
    """
    change = _along_one_axis("stride", axis, 1)

    def wrong(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Array:
        stride: Any = change(geometry).stride
        padding: Any = geometry.padding
        reached = _reached(dq, np.shape(w)[-2:], stride)
        found = conv.correlate2d_input_gradient(dq, w, reached, Geometry(stride=stride))
        sizes: Any = np.broadcast_to(np.asarray(in_size), 2) + 2 * padding if as_many else reached
        beyond = [(0, max(n - m, 0)) for n, m in zip(sizes, reached, strict=True)]
        whole = np.pad(found, [(0, 0)] * (found.ndim - 2) + beyond)
        rows, columns = (slice(padding, n - padding) for n in sizes)
        return np.asarray(whole[..., rows, columns])

    return wrong


def _kernel_gradient_along(axis: int) -> Function:
    """The gradient by the kernel of windows that have the stride along one axis alone."""
    change = _along_one_axis("stride", axis, 1)

    def wrong(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Array:
        stride: Any = change(geometry).stride
        padded = pad(x, geometry.padding, axes=(-2, -1))
        sides = [int(n) for n in np.broadcast_to(np.asarray(kernel_size), 2)]
        rows, columns = _reached(dq, sides, stride)
        seen = padded[..., :rows, :columns]
        return conv.correlate2d_kernel_gradient(seen, dq, kernel_size, Geometry(stride=stride))

    return wrong


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


_SHAPES_MEET = ("broadcast", "shape", "dimension", "align", "mismatch", "out of bounds")
"""How NumPy says that shapes do not fit, or are below zero."""

_Sides = tuple[tuple[int, int], tuple[int, int]]
"""For each axis of the output that of the input, and that of the kernel, by which it is counted."""

SIDES_OF_MAP = "sides-of-map-swapped"
BY_OTHER_SIDE: Mapping[str, Sequence[_Sides]] = {
    "size-by-the-other-side": (((0, 0), (1, 0)), ((0, 1), (1, 1)), ((0, 1), (1, 0))),
    SIDES_OF_MAP: (
        ((1, 0), (0, 1)),
        ((1, 1), (0, 0)),
        ((1, 0), (1, 1)),
        ((0, 0), (0, 1)),
    ),
}
"""By the key of a mistake in counting the outputs, the ways in which it is made."""


def _counted(by: _Sides, x: Array, w: Array, geometry: Geometry) -> tuple[int, int]:
    """How many outputs there are along each axis by these sides.

    Raises NotApplicableError where they are as many as there should be, and WouldFailError for
    fewer than none.
    """
    stride: Any = geometry.stride
    padding: Any = geometry.padding
    inside = [n + 2 * padding for n in np.shape(x)[-2:]]
    kernel = np.shape(w)[-2:]
    rows, columns = ((inside[n] - kernel[k]) // stride + 1 for n, k in by)
    if [rows, columns] == [(n - k) // stride + 1 for n, k in zip(inside, kernel, strict=True)]:
        raise NotApplicableError("sides are needed that differ")
    if min(rows, columns) < 0:
        raise WouldFailError(words=_SHAPES_MEET)
    return rows, columns


Counted = Callable[[Array, Array, Any, Geometry, tuple[int, int]], Array]
"""So many outputs along each axis. Raises WouldFailError where a loop for them would fail."""


def _by_products(x: Array, w: Array, bias: Any, geometry: Geometry, counts: Any) -> Array:
    """No window may be cut off."""
    right = np.asarray(conv.correlate2d(x, w, bias, geometry))
    if min(counts) == 0:
        return np.zeros((*right.shape[:-2], *counts))
    if any(count > most for count, most in zip(counts, right.shape[-2:], strict=True)):
        raise WouldFailError(words=_SHAPES_MEET)
    return right[..., : counts[0], : counts[1]]


def _by_elements(x: Array, w: Array, bias: Any, geometry: Geometry, counts: Any) -> Array:
    """``np.sum(window * kernel)`` of one map, which takes one row or column for all of them."""
    if np.ndim(x) != 2:
        raise NotApplicableError("one map is needed")
    cells, stride = pad(x, geometry.padding, axes=(-2, -1)), int(np.asarray(geometry.stride))
    height, width = np.shape(w)
    found = np.zeros(counts)
    for i, j in np.ndindex(*counts):
        window = cells[stride * i : stride * i + height, stride * j : stride * j + width]
        try:
            found[i, j] = np.sum(window * w)
        except ValueError:
            raise WouldFailError(words=_SHAPES_MEET) from None
    return found if bias is None else found + bias


def _counted_by(by: _Sides, multiplied: Counted) -> Function:
    """The outputs, counted with other sides."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        return multiplied(x, w, bias, geometry, _counted(by, x, w, geometry))

    return wrong


def _counted_before(by: _Sides, multiplied: Counted) -> Function:
    """A gradient that is right if the forward pass, with its outputs so counted, does not fail."""

    def wrong(x: Array, w: Array, geometry: Geometry = PLAIN) -> Array:
        multiplied(x, w, None, geometry, _counted(by, x, w, geometry))
        raise NotApplicableError("a forward pass is needed that fails")

    return wrong


def _slips_of_counts(made: Callable[[_Sides, Counted], Function]) -> tuple[Slip, ...]:
    return tuple(
        Slip(
            key,
            made(first, _by_products),
            other_ways=(
                *(made(by, _by_products) for by in others),
                *(made(by, _by_elements) for by in (first, *others)),
            ),
            may_fail=True,
            last_resort=key == SIDES_OF_MAP,
        )
        for key, (first, *others) in BY_OTHER_SIDE.items()
    )


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

    def moved(axis: int) -> Function:
        """As many outputs as there should be, with the stride along one axis alone."""
        change = _along_one_axis("stride", axis, 1)

        def wrong(x: Array, w: Array, geometry: Geometry, bias: Any = None) -> Array:
            rows, columns = np.shape(conv.correlate2d(x, w, bias, geometry))[-2:]
            return conv.correlate2d(x, w, bias, change(geometry))[..., :rows, :columns]

        return wrong

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
        _slip_of_order(
            lambda change: (
                lambda x, w, bias=None, geometry=PLAIN: conv.correlate2d(
                    x, change(w), bias, geometry
                )
            )
        ),
        Slip("bias-of-one-channel", _other_bias),
        *_slips_of_counts(_counted_by),
        Slip(
            "last-row-not-computed",
            _without_last(-2, biased=True),
            other_ways=(
                _without_last(-1, biased=True),
                _without_last(-2, biased=False),
                _without_last(-1, biased=False),
            ),
        ),
        Slip(
            STRIDE_ALONG_ONE_AXIS,
            stride_rows,
            other_ways=(stride_columns, moved(0), moved(1)),
        ),
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
        Slip(
            STRIDE_ALONG_ONE_AXIS,
            _input_gradient_along(0, as_many=True),
            other_ways=(
                _input_gradient_along(1, as_many=True),
                _input_gradient_along(0, as_many=False),
                _input_gradient_along(1, as_many=False),
            ),
        ),
        _slip_of_order(with_kernels),
        Slip("kernel-channels-exchanged", with_kernels(_exchanged)),
        Slip("kernel-channels-reshaped", with_kernels(_reshaped)),
        Slip("kernel-transposed-in-gradient", with_kernels(lambda w: np.swapaxes(w, -1, -2))),
        Slip(
            "kernel-mirrored",
            with_kernels(lambda w: np.flip(w, -1)),
            other_ways=(with_kernels(lambda w: np.flip(w, -2)),),
        ),
        *_slips_of_counts(_counted_before),
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
        Slip(
            STRIDE_ALONG_ONE_AXIS,
            _kernel_gradient_along(0),
            other_ways=(_kernel_gradient_along(1),),
        ),
        _slip_of_order(
            lambda change: (
                lambda x, dq, kernel_size, geometry=PLAIN: change(
                    gradient(x, dq, kernel_size, geometry)
                )
            )
        ),
        Slip("kernel-channels-exchanged", exchanged),
        Slip("input-channels-added", added),
        Slip(
            "kernel-gradient-transposed",
            lambda x, dq, kernel_size, geometry=PLAIN: np.swapaxes(
                gradient(x, dq, kernel_size, geometry), -1, -2
            ),
        ),
        *_slips_of_counts(_counted_before),
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

    return (
        Slip("bias-gradient-of-all-channels", of_all, other_ways=(of_all_as_a_number,)),
        *_slips_of_counts(_counted_before),
    )
