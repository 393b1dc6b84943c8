"""Shapes behind crops, branches and zeros: meta tensors are cut, joined and padded."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn import functional

from reference.autograd.numbers import torch_refusals


def _map(shape: Sequence[int]) -> torch.Tensor:
    return torch.empty(*(int(n) for n in shape), device="meta")


def two_sided_shape(
    in_shape: Sequence[int],
    channels: int,
    kernel: int,
    stride: int,
    before: int,
    after: int,
    dilation: int = 1,
) -> tuple[int, ...]:
    """Zeros are put around the map, and a convolution without padding is run."""
    with torch_refusals():
        padded = functional.pad(_map(in_shape), (before, after, before, after))
        w = torch.empty(channels, in_shape[0], kernel, kernel, device="meta")
        return tuple(functional.conv2d(padded, w, stride=stride, dilation=dilation).shape)


def cropped_shape(in_shape: Sequence[int], before: int, after: int) -> tuple[int, ...]:
    """A map is sliced."""
    ends = [n - after for n in in_shape[1:]]
    return tuple(_map(in_shape)[:, before : ends[0], before : ends[1]].shape)


def concatenated_maps(shapes: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """What `cat` makes of the maps."""
    with torch_refusals():
        return tuple(torch.cat([_map(shape) for shape in shapes]).shape)


def shortcut_shape(in_shape: Sequence[int], channels: int, stride: int) -> tuple[int, ...]:
    """A map is sliced by steps, and zeros are put behind its channels."""
    fewer = _map(in_shape)[:, ::stride, ::stride]
    zeros = torch.zeros(channels - in_shape[0], *fewer.shape[1:], device="meta")
    return tuple(torch.cat([fewer, zeros]).shape)


def grid_shape(in_shape: Sequence[int], size: int) -> tuple[int, ...]:
    """What an adaptive pooling puts out."""
    return tuple(functional.adaptive_avg_pool2d(_map(in_shape), size).shape)


def same_pool_shape(in_shape: Sequence[int], stride: int) -> tuple[int, ...]:
    """Regions of one cell stand at the places where the windows begin."""
    return tuple(functional.max_pool2d(_map(in_shape)[None], 1, stride).shape[1:])
