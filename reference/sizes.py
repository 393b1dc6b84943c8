"""Output sizes of layers.

Source of the formulas: V. Dumoulin, F. Visin, A guide to convolution arithmetic for deep learning,
arXiv:1603.07285, relations 6 (stride and padding) and 15 (dilation). Sizes are in cells (px).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

from reference.errors import ShapeError
from reference.numbers import counted, per_axis

__all__ = [
    "conv_output_shape",
    "conv_output_size",
    "flatten_shape",
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
    in_shape: Sequence[int],
    channels: int,
    kernel: int | Sequence[int],
    stride: int | Sequence[int] = 1,
    padding: int | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
) -> tuple[int, ...]:
    """(C, H, W) -> (channels, H', W'), or (C, N) -> (channels, N').

    Kernel, stride, padding and dilation are one number for all axes or one per axis.
    Raises ShapeError. Source: Dumoulin & Visin 2016, relations 6 and 15.
    """
    _, *spatial = _map_shape(in_shape)
    axes = len(spatial)
    geometry = zip(
        spatial,
        per_axis("the kernel", kernel, axes),
        per_axis("the stride", stride, axes),
        per_axis("the padding", padding, axes, 0),
        per_axis("the dilation", dilation, axes),
        strict=True,
    )
    out = counted("the number of channels", channels)
    return (out, *(conv_output_size(*along) for along in geometry))


def pool_output_shape(
    in_shape: Sequence[int],
    kernel: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    ceil_mode: bool = False,
) -> tuple[int, ...]:
    """(C, H, W) -> (C, H', W'), or (C, N) -> (C, N'); see `pool_output_size`.

    Raises ShapeError. Source: Dumoulin & Visin 2016, relation 6.
    """
    channels, *spatial = _map_shape(in_shape)
    axes = len(spatial)
    geometry = zip(
        spatial,
        per_axis("the kernel", kernel, axes),
        per_axis("the stride", kernel if stride is None else stride, axes),
        per_axis("the padding", padding, axes, 0),
        strict=True,
    )
    return (channels, *(pool_output_size(*along, ceil_mode=ceil_mode) for along in geometry))


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
    if len(shape) not in {2, 3}:
        raise ShapeError(f"a shape (C, N) or (C, H, W) is needed, but {shape} came")
    return shape
