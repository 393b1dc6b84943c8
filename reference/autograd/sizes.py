"""Output sizes of layers: a layer is run on the meta device, which computes shapes only."""

from __future__ import annotations

from collections.abc import Sequence

from torch import nn

from reference.autograd.convolution import run
from reference.autograd.numbers import ints, meta, torch_refusals
from reference.autograd.pooling import max_pool
from reference.geometry import PLAIN, Geometry, PoolWindow, Sizes


def conv_output_size(
    size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Size by a convolution on the meta device."""
    return conv_output_shape((1, size), 1, kernel, Geometry(stride, padding, dilation))[1]


def pool_output_size(
    size: int, kernel: int, stride: int | None = None, padding: int = 0, ceil_mode: bool = False
) -> int:
    """Size by a max-pooling on the meta device."""
    return pool_output_shape((1, size), PoolWindow(kernel, stride, padding, ceil_mode))[1]


def conv_output_shape(
    in_shape: Sequence[int], channels: int, kernel: Sizes, geometry: Geometry = PLAIN
) -> tuple[int, ...]:
    """Shape by a convolution on the meta device, ungrouped and padded with zeros."""
    axes = len(in_shape) - 1
    with torch_refusals():
        w = meta(channels, in_shape[0], *ints(kernel, axes))
        how = geometry.but(groups=1, mode="zero")
        return tuple(run(axes, meta(*in_shape), w, None, how).shape)


def pool_output_shape(in_shape: Sequence[int], window: PoolWindow) -> tuple[int, ...]:
    """Shape by a max-pooling on the meta device."""
    return tuple(max_pool(len(in_shape) - 1, meta(*in_shape), window).shape)


def affine_output_shape(features: int) -> tuple[int, ...]:
    """Shape by a `Linear` on the meta device."""
    with torch_refusals():
        return tuple(nn.Linear(1, features, device="meta")(meta(1)).shape)


def map_height(in_shape: Sequence[int]) -> int:
    """Rows that a map on the meta device is taken apart into."""
    with torch_refusals():
        return len(meta(*in_shape).unbind(1))


def flatten_shape(in_shape: Sequence[int]) -> tuple[int]:
    """Shape by `flatten` on the meta device."""
    return (meta(*in_shape).flatten().shape[0],)
