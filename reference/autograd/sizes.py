"""Output sizes of layers: a layer is run on the meta device, which computes shapes only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from torch import nn

from reference.autograd.pooling import max_pool
from reference.autograd.tensors import ints, meta, torch_refusals

__all__ = [
    "conv_layer",
    "conv_output_shape",
    "conv_output_size",
    "flatten_shape",
    "pool_output_shape",
    "pool_output_size",
]

Sizes = int | Sequence[int]


def conv_layer(axes: int) -> Callable[..., nn.Module]:
    """The class of a convolution layer with so many spatial axes."""
    return nn.Conv1d if axes == 1 else nn.Conv2d


def conv_output_size(
    size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Size by a `Conv1d` on the meta device."""
    return conv_output_shape((1, size), 1, kernel, stride, padding, dilation)[1]


def pool_output_size(
    size: int, kernel: int, stride: int | None = None, padding: int = 0, ceil_mode: bool = False
) -> int:
    """Size by a `MaxPool1d` on the meta device."""
    return pool_output_shape((1, size), kernel, stride, padding, ceil_mode)[1]


def conv_output_shape(
    in_shape: Sequence[int],
    channels: int,
    kernel: Sizes,
    stride: Sizes = 1,
    padding: Sizes = 0,
    dilation: Sizes = 1,
) -> tuple[int, ...]:
    """Shape by a `Conv1d` or `Conv2d` on the meta device."""
    axes = len(in_shape) - 1
    with torch_refusals():
        layer = conv_layer(axes)(
            in_shape[0],
            channels,
            ints(kernel, axes),
            ints(stride, axes),
            ints(padding, axes),
            ints(dilation, axes),
            device="meta",
        )
        return tuple(layer(meta(*in_shape)).shape)


def pool_output_shape(
    in_shape: Sequence[int],
    kernel: Sizes,
    stride: Sizes | None = None,
    padding: Sizes = 0,
    ceil_mode: bool = False,
) -> tuple[int, ...]:
    """Shape by a max-pooling on the meta device."""
    return tuple(
        max_pool(meta(*in_shape), len(in_shape) - 1, kernel, stride, padding, ceil_mode).shape
    )


def flatten_shape(in_shape: Sequence[int]) -> tuple[int]:
    """Shape by `flatten` on the meta device."""
    return (meta(*in_shape).flatten().shape[0],)
