"""What follows by the formulas from maps that only a mistake can make: of 0 cells, or fewer.

A kernel that spans more than its input gives such a map, and whoever goes on computes with it: no
multiply-accumulates, and biases alone.
"""

from __future__ import annotations

from math import prod
from typing import Any

from reference import sizes
from reference.errors import ShapeError
from reference.geometry import Geometry, PoolWindow

_Shape = tuple[int, ...]


def conv_shape(in_shape: _Shape, channels: int, kernel: Any, geometry: Geometry) -> _Shape:
    """(C, H, W) -> (channels, H', W') of an empty map. Raises ShapeError for a size not whole."""
    if min(whole(in_shape)) > 0:
        return sizes.conv_output_shape(in_shape, channels, kernel, geometry)
    stride, padding, dilation = whole((geometry.stride, geometry.padding, geometry.dilation))
    span = (whole((kernel,))[0] - 1) * dilation + 1
    return (channels, *((n + 2 * padding - span) // stride + 1 for n in in_shape[1:]))


def pool_shape(in_shape: _Shape, window: PoolWindow) -> _Shape:
    """(C, H, W) -> (C, H', W') of an empty map. Raises ShapeError for a size not whole."""
    if min(whole(in_shape)) > 0:
        return sizes.pool_output_shape(in_shape, window)
    stride = window.kernel if window.stride is None else window.stride
    kernel, stride, padding = whole((window.kernel, stride, window.padding))
    channels, *spatial = in_shape
    room = [n + 2 * padding - kernel for n in spatial]
    steps = (-(-each // stride) if window.ceil_mode else each // stride for each in room)
    return (channels, *(each + 1 for each in steps))


def flatten_shape(in_shape: _Shape) -> _Shape:
    """The product of all sizes. Raises ShapeError for a size not whole."""
    return (prod(whole(in_shape)),)


def affine_parameters(in_shape: _Shape, features: int) -> int:
    """Weights of all values, and biases. Raises ShapeError for a size not whole."""
    return affine_macs(in_shape, features) + features


def affine_macs(in_shape: _Shape, features: int) -> int:
    """As many as there are weights. Raises ShapeError for a size not whole."""
    return prod(whole(in_shape)) * features


def whole(shape: tuple[Any, ...]) -> _Shape:
    """The shape, all of whose sizes are whole numbers. Raises ShapeError."""
    if not all(isinstance(n, int) for n in shape):
        raise ShapeError(f"whole sizes are needed, but {shape} came")
    return tuple(shape)
