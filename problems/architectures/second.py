"""The second statements of the rules: modules of PyTorch, or what is counted one by one."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import nn


def _count(*layers: nn.Module) -> int:
    return sum(p.numel() for layer in layers for p in layer.parameters())


def stacked_parameters(channels: int, kernel: int, layers: int) -> int:
    """Numbers in the parameters of so many `Conv2d`."""
    return _count(
        *(nn.Conv2d(channels, channels, kernel, bias=False, device="meta") for _ in range(layers))
    )


def residual_additions(in_shape: Sequence[int]) -> int:
    """The cells of a sum."""
    x = torch.empty(*in_shape, device="meta")
    return (x + x).numel()


def concatenated_shape(in_shape: Sequence[int], growth: int, layers: int) -> tuple[int, ...]:
    """What `cat` makes of all maps."""
    x = torch.empty(*in_shape, device="meta")
    for _ in range(layers):
        x = torch.cat((x, torch.empty(growth, *in_shape[1:], device="meta")))
    return tuple(x.shape)


def dense_weights(in_shape: Sequence[int], growth: int, layers: int, kernel: int) -> int:
    """Numbers in the last of the `Conv2d` of a block, each made for all channels so far."""
    channels, layer = in_shape[0], nn.Conv2d(1, 1, 1, device="meta")
    for _ in range(layers):
        layer = nn.Conv2d(channels, growth, kernel, bias=False, device="meta")
        channels += layer.out_channels
    return _count(layer)


def table_parameters(inputs: Sequence[int], kernel: int) -> int:
    """A `Conv2d` of its own for each map."""
    return _count(*(nn.Conv2d(int(n), 1, kernel, device="meta") for n in inputs))


def total_parameters(weights: Sequence[int], norms: Sequence[int]) -> int:
    """One after the other."""
    total = 0
    for number in [*weights, *norms]:
        total += number
    return total


def norm_of_maps(in_shape: Sequence[int]) -> int:
    """Numbers in the parameters of a `BatchNorm2d`; what it only keeps are buffers."""
    return _count(nn.BatchNorm2d(in_shape[0], device="meta"))


def head_parameters(features: int, classes: int) -> int:
    """What is left to train of a `Linear` behind a frozen layer."""
    backbone, head = nn.Linear(features, features), nn.Linear(features, classes)
    backbone.requires_grad_(requires_grad=False)
    return sum(p.numel() for p in nn.Sequential(backbone, head).parameters() if p.requires_grad)


def scaled_parameters(in_shape: Sequence[int]) -> int:
    """A depthwise `Conv2d` of one cell with bias: it scales and shifts each map."""
    return _count(nn.Conv2d(in_shape[0], in_shape[0], 1, groups=in_shape[0], device="meta"))
