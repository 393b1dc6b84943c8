"""Convolution and cross-correlation by `functional.conv1d` and its like, and their gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reference.autograd.numbers import given, gradient, ints, leaf, tensor, torch_refusals
from reference.autograd.padding import padded
from reference.geometry import PLAIN, Geometry

_CONVOLUTIONS: tuple[Callable[..., Tensor], ...] = (
    *(functional.conv1d, functional.conv2d, functional.conv3d),
)


def correlate1d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
    """`functional.conv1d`."""
    return given(run(1, tensor(x), tensor(w), bias, geometry))


def correlate2d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
    """`functional.conv2d`."""
    return given(run(2, tensor(x), tensor(w), bias, geometry))


def correlate3d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
    """`functional.conv3d`."""
    return given(run(3, tensor(x), tensor(w), bias, geometry))


def convolve1d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
    """`functional.conv1d` with a flipped kernel."""
    return given(run(1, tensor(x), tensor(w).flip(-1), bias, geometry))


def convolve2d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
    """`functional.conv2d` with a flipped kernel."""
    return given(run(2, tensor(x), tensor(w).flip(-2, -1), bias, geometry))


def convolve3d(x: Any, w: Any, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
    """`functional.conv3d` with a flipped kernel."""
    return given(run(3, tensor(x), tensor(w).flip(-3, -2, -1), bias, geometry))


def correlate1d_input_gradient(dq: Any, w: Any, in_size: Any, geometry: Geometry = PLAIN) -> Any:
    """Autograd of `functional.conv1d` by its input."""
    return _by_input(1, dq, tensor(w), in_size, geometry)


def correlate2d_input_gradient(dq: Any, w: Any, in_size: Any, geometry: Geometry = PLAIN) -> Any:
    """Autograd of `functional.conv2d` by its input."""
    return _by_input(2, dq, tensor(w), in_size, geometry)


def correlate3d_input_gradient(dq: Any, w: Any, in_size: Any, geometry: Geometry = PLAIN) -> Any:
    """Autograd of `functional.conv3d` by its input."""
    return _by_input(3, dq, tensor(w), in_size, geometry)


def correlate1d_kernel_gradient(
    x: Any, dq: Any, kernel_size: Any, geometry: Geometry = PLAIN
) -> Any:
    """Autograd of `functional.conv1d` by its kernel."""
    return _by_kernel(1, tensor(x), dq, kernel_size, geometry)


def correlate2d_kernel_gradient(
    x: Any, dq: Any, kernel_size: Any, geometry: Geometry = PLAIN
) -> Any:
    """Autograd of `functional.conv2d` by its kernel."""
    return _by_kernel(2, tensor(x), dq, kernel_size, geometry)


def correlate3d_kernel_gradient(
    x: Any, dq: Any, kernel_size: Any, geometry: Geometry = PLAIN
) -> Any:
    """Autograd of `functional.conv3d` by its kernel."""
    return _by_kernel(3, tensor(x), dq, kernel_size, geometry)


def bias_gradient(dq: Any, ndim: int = 2) -> Any:
    """Autograd of a bias that is added at every position."""
    upstream = tensor(dq)
    channels = () if upstream.ndim == ndim else (upstream.shape[-ndim - 1],)
    bias = leaf(*channels)
    added = bias.reshape(*channels, *(1,) * ndim) + torch.zeros(upstream.shape)
    return given(gradient(added, bias, dq))


def weight_gradient(x: Any, dq: Any) -> Any:
    """Autograd of a product with one weight."""
    w = leaf()
    return given(gradient(w * tensor(x), w, dq))


def run(axes: int, x: Tensor, w: Tensor, bias: Any, geometry: Geometry) -> Tensor:
    """The convolution for so many axes, of tensors of any device."""
    maps = padded(x, geometry.padding, geometry.mode, range(x.ndim - axes, x.ndim))
    plain = x.ndim == axes
    if plain:
        maps, w = maps[None], w[None, None]
    offset = None if bias is None else tensor(bias).expand(w.shape[0])
    how = (ints(geometry.stride, axes), 0, ints(geometry.dilation, axes), geometry.groups)
    with torch_refusals():
        q = _CONVOLUTIONS[axes - 1](maps, w, offset, *how)
    return q[0] if plain else q


def _by_input(axes: int, dq: Any, w: Tensor, in_size: Any, geometry: Geometry) -> Any:
    lead = np.shape(dq)[:-axes]
    channels = (*lead[:-1], w.shape[1] * geometry.groups) if lead else ()
    x = leaf(*channels, *ints(in_size, axes))
    return given(gradient(run(axes, x, w, None, geometry), x, dq))


def _by_kernel(axes: int, x: Tensor, dq: Any, kernel_size: Any, geometry: Geometry) -> Any:
    plain = x.ndim == axes
    outputs = () if plain else (np.shape(dq)[-axes - 1], x.shape[-axes - 1] // geometry.groups)
    w = leaf(*outputs, *ints(kernel_size, axes))
    return given(gradient(run(axes, x, w, None, geometry), w, dq))
