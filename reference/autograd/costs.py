"""Costs: parameters of real modules, operations counted while they run on the meta device."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from reference.autograd.numbers import ints, meta, torch_refusals
from reference.geometry import PoolWindow, Sizes

_CONVOLUTIONS: tuple[Callable[..., nn.Module], ...] = (nn.Conv1d, nn.Conv2d, nn.Conv3d)
_TRANSPOSED: tuple[Callable[..., nn.Module], ...] = (
    *(nn.ConvTranspose1d, nn.ConvTranspose2d, nn.ConvTranspose3d),
)
_POOLINGS: tuple[Callable[..., nn.Module], ...] = (nn.MaxPool1d, nn.MaxPool2d, nn.MaxPool3d)


def conv_parameters(
    in_shape: Sequence[int], channels: int, kernel: Sizes, groups: int = 1, bias: bool = True
) -> int:
    """Numbers in the parameters of a `Conv1d` or `Conv2d`."""
    axes = len(in_shape) - 1
    with torch_refusals():
        layer = _CONVOLUTIONS[axes - 1](
            in_shape[0], channels, ints(kernel, axes), groups=groups, bias=bias, device="meta"
        )
    return _count(layer)


def affine_parameters(in_shape: Sequence[int], features: int, bias: bool = True) -> int:
    """Numbers in the parameters of a `Linear`."""
    return _count(nn.Linear(meta(*in_shape).numel(), features, bias=bias, device="meta"))


def depthwise_parameters(in_shape: Sequence[int], kernel: Sizes, bias: bool = False) -> int:
    """Numbers in the parameters of a layer with a group per channel."""
    return conv_parameters(in_shape, in_shape[0], kernel, in_shape[0], bias)


def pointwise_parameters(in_shape: Sequence[int], channels: int, bias: bool = False) -> int:
    """Numbers in the parameters of a `Linear` that looks at one position."""
    with torch_refusals():
        return _count(nn.Linear(in_shape[0], channels, bias=bias, device="meta"))


def separable_parameters(
    in_shape: Sequence[int], channels: int, kernel: Sizes, bias: bool = False
) -> int:
    """Numbers in the parameters of a depthwise and a pointwise layer."""
    axes, depth = len(in_shape) - 1, in_shape[0]
    conv = _CONVOLUTIONS[axes - 1]
    cells = ints(kernel, axes)
    with torch_refusals():
        return _count(
            conv(depth, depth, cells, groups=depth, bias=bias, device="meta"),
            conv(depth, channels, 1, bias=bias, device="meta"),
        )


def pool_parameters(window: PoolWindow) -> int:
    """Numbers in the parameters of a max-pooling layer."""
    axes = np.size(window.kernel)
    return _count(_POOLINGS[axes - 1](ints(window.kernel, axes)))


def conv_macs(
    in_shape: Sequence[int], out_shape: Sequence[int], kernel: Sizes, groups: int = 1
) -> int:
    """Half of the operations that PyTorch counts in a convolution with that output."""
    cells = ints(kernel, len(out_shape) - 1)
    with torch_refusals():
        layer = _CONVOLUTIONS[len(cells) - 1](
            in_shape[0], out_shape[0], cells, groups=groups, bias=False, device="meta"
        )
        x = meta(1, in_shape[0], *_fitting(out_shape[1:], cells))
        return _macs(lambda: layer(x))


def affine_macs(in_shape: Sequence[int], features: int) -> int:
    """Half of the operations that PyTorch counts in a `Linear`."""
    x = meta(1, *in_shape).flatten(1)
    layer = nn.Linear(x.shape[1], features, bias=False, device="meta")
    return _macs(lambda: layer(x))


def separable_macs(in_shape: Sequence[int], out_shape: Sequence[int], kernel: Sizes) -> int:
    """Half of the operations that PyTorch counts in a depthwise and then a pointwise layer."""
    depth, cells = in_shape[0], ints(kernel, len(out_shape) - 1)
    conv = _CONVOLUTIONS[len(cells) - 1]
    stack = nn.Sequential(
        conv(depth, depth, cells, groups=depth, bias=False, device="meta"),
        conv(depth, out_shape[0], 1, bias=False, device="meta"),
    )
    x = meta(1, depth, *_fitting(out_shape[1:], cells))
    return _macs(lambda: stack(x))


def _count(*layers: nn.Module) -> int:
    return sum(p.numel() for layer in layers for p in layer.parameters())


def _macs(run: Callable[[], Any]) -> int:
    with FlopCounterMode(display=False) as counter:
        run()
    return int(counter.get_total_flops()) // 2  # a multiplication and an addition


def _fitting(out: Sequence[int], kernel: Sequence[int]) -> tuple[int, ...]:
    """A size from which an unpadded kernel with stride 1 makes `out`: what it costs is the same."""
    return tuple(_TRANSPOSED[len(out) - 1](1, 1, kernel, device="meta")(meta(1, *out)).shape[1:])
