"""Output sizes of layers.

Source of the formulas: V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning,
arXiv:1603.07285, relations 6 (stride and padding) and 15 (dilation). Sizes are in cells (px).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry, PoolWindow, Sizes
from reference.numbers import counted, per_axis
from reference.padding import padding_pairs

__all__ = [
    "affine_output_shape",
    "conv_output_shape",
    "conv_output_size",
    "flatten_shape",
    "map_height",
    "pool_output_shape",
    "pool_output_size",
]


def conv_output_size(
    size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Cells along one axis of a convolution: `(size + 2 padding - span) // stride + 1`.

    The span of a dilated kernel is `(kernel - 1) dilation + 1`; dilation 1 is none.
    Raises ShapeError if the kernel spans more than the padded input.
    Source: Dumoulin & Visin 2016, relations 6 and 15.
    """
    padded = counted("the size", size) + 2 * counted("the padding", padding, 0)
    span = (counted("the kernel", kernel) - 1) * counted("the dilation", dilation) + 1
    if span > padded:
        raise ShapeError(f"the kernel spans {span} px but the padded input has only {padded} px")
    return (padded - span) // counted("the stride", stride) + 1


def pool_output_size(
    size: int,
    kernel: int,
    stride: int | None = None,
    padding: int = 0,
    ceil_mode: bool = False,
) -> int:
    """Cells along one axis of a pooling; the stride is the kernel's size unless given.

    Rounds down, or up with `ceil_mode`, where a last window that would start beyond input plus
    left padding is dropped (kernel 1, stride 2 on 32 gives 16).
    Raises ShapeError if the window spans more than the padded input (rounding up: if no window is
    left), or if the padding is more than half of the window.
    Source: Dumoulin & Visin 2016, relation 6; the rounding is PyTorch's (`MaxPool2d`).
    """
    size, kernel = counted("the size", size), counted("the kernel", kernel)
    stride = kernel if stride is None else counted("the stride", stride)
    padding = counted("the padding", padding, 0)
    if 2 * padding > kernel:
        raise ShapeError(
            f"the padding may be at most half of the window of {kernel} px, but is {padding} px"
        )
    room = size + 2 * padding - kernel
    steps = -(-room // stride) if ceil_mode else room // stride
    if ceil_mode and steps * stride >= size + padding:
        steps -= 1
    if steps < 0:
        raise ShapeError(
            f"the window spans {kernel} px but the padded input has only {size + 2 * padding} px"
        )
    return steps + 1


def conv_output_shape(
    in_shape: Sequence[int], channels: int, kernel: Sizes, geometry: Geometry = PLAIN
) -> tuple[int, ...]:
    """(C, H, W) -> (channels, H', W'), or (C, N) -> (channels, N'), or with (C, D, H, W) likewise.

    Groups and the padding's mode change no shape, and are not looked at. Raises ShapeError.
    Source: Dumoulin & Visin 2016, relations 6 and 15.
    """
    _, *spatial = _map_shape(in_shape)
    axes = len(spatial)
    kernels = per_axis("the kernel", kernel, axes)
    strides = per_axis("the stride", geometry.stride, axes)
    pads = padding_pairs(geometry.padding, axes)
    dilations = per_axis("the dilation", geometry.dilation, axes)
    out = counted("the number of channels", channels)
    return (
        out,
        *(
            conv_output_size(n + sum(pair), k, s, dilation=d)
            for n, k, s, pair, d in zip(spatial, kernels, strides, pads, dilations, strict=True)
        ),
    )


def pool_output_shape(in_shape: Sequence[int], window: PoolWindow) -> tuple[int, ...]:
    """(C, H, W) -> (C, H', W'), (C, N) -> (C, N') or (C, D, H, W) likewise: `pool_output_size`.

    Raises ShapeError. Source: Dumoulin & Visin 2016, relation 6.
    """
    channels, *spatial = _map_shape(in_shape)
    axes = len(spatial)
    kernels = per_axis("the kernel", window.kernel, axes)
    strides = kernels if window.stride is None else per_axis("the stride", window.stride, axes)
    pads = per_axis("the padding", window.padding, axes, 0)
    along = zip(spatial, kernels, strides, pads, strict=True)
    return (channels, *(pool_output_size(*each, ceil_mode=window.ceil_mode) for each in along))


def affine_output_shape(features: int) -> tuple[int]:
    """Shape of what a fully connected layer puts out for one datum: (features,).

    Raises ShapeError for a number below 1.
    """
    return (counted("the number of features", features),)


def map_height(in_shape: Sequence[int]) -> int:
    """H of (C, H, W), in cells; of a square map it is the width as well. Raises ShapeError."""
    shape = _sizes(in_shape)
    if len(shape) < 2:
        raise ShapeError(f"a shape (C, H, W) is needed, but {shape} came")
    return shape[1]


def flatten_shape(in_shape: Sequence[int]) -> tuple[int]:
    """(C, H, W), or any other shape -> (C H W,), the number of all its cells.

    Raises ShapeError for a size below 1.
    """
    return (prod(counted("every size", n) for n in _sizes(in_shape)),)


def _sizes(shape: Any) -> tuple[int, ...]:
    try:
        return tuple(shape)
    except TypeError as error:
        raise TypeError(f"a shape such as (3, 28, 28) is needed, but {shape!r} came") from error


def _map_shape(in_shape: Any) -> tuple[int, ...]:
    shape = tuple(counted("every size", n) for n in _sizes(in_shape))
    if len(shape) not in {2, 3, 4}:
        raise ShapeError(f"a shape (C, N), (C, H, W) or (C, D, H, W) is needed, but {shape} came")
    return shape
