"""Convolution and cross-correlation by `functional.conv1d` and `conv2d`, and their gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reference.autograd.padding import padded
from reference.autograd.tensors import given, gradient, ints, leaf, tensor, torch_refusals

__all__ = [
    "bias_gradient",
    "convolve1d",
    "convolve2d",
    "correlate1d",
    "correlate1d_input_gradient",
    "correlate1d_kernel_gradient",
    "correlate2d",
    "correlate2d_input_gradient",
    "correlate2d_kernel_gradient",
]


def correlate1d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv1d`."""
    return given(_conv(tensor(x), tensor(w), bias, 1, stride, padding, dilation, groups, mode))


def correlate2d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv2d`."""
    return given(_conv(tensor(x), tensor(w), bias, 2, stride, padding, dilation, groups, mode))


def convolve1d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv1d` with a flipped kernel."""
    flipped = tensor(w).flip(-1)
    return given(_conv(tensor(x), flipped, bias, 1, stride, padding, dilation, groups, mode))


def convolve2d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv2d` with a flipped kernel."""
    flipped = tensor(w).flip(-2, -1)
    return given(_conv(tensor(x), flipped, bias, 2, stride, padding, dilation, groups, mode))


def correlate1d_input_gradient(
    dq: Any,
    w: Any,
    in_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv1d` by its input."""
    return _conv_input_gradient(dq, w, in_size, 1, stride, padding, dilation, groups, mode)


def correlate2d_input_gradient(
    dq: Any,
    w: Any,
    in_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv2d` by its input."""
    return _conv_input_gradient(dq, w, in_size, 2, stride, padding, dilation, groups, mode)


def correlate1d_kernel_gradient(
    x: Any,
    dq: Any,
    kernel_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv1d` by its kernel."""
    return _conv_kernel_gradient(x, dq, kernel_size, 1, stride, padding, dilation, groups, mode)


def correlate2d_kernel_gradient(
    x: Any,
    dq: Any,
    kernel_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv2d` by its kernel."""
    return _conv_kernel_gradient(x, dq, kernel_size, 2, stride, padding, dilation, groups, mode)


def bias_gradient(dq: Any, ndim: int = 2) -> Any:
    """Autograd of a bias that is added at every position."""
    upstream = tensor(dq)
    channels = () if upstream.ndim == ndim else (upstream.shape[-ndim - 1],)
    bias = leaf(*channels)
    added = bias.reshape(*channels, *(1,) * ndim) + torch.zeros(upstream.shape)
    return given(gradient(added, bias, dq))


def _conv(
    x: Tensor,
    w: Tensor,
    bias: Any,
    axes: int,
    stride: Any,
    padding: Any,
    dilation: Any,
    groups: int,
    mode: str,
) -> Tensor:
    run: Callable[..., Tensor] = functional.conv1d if axes == 1 else functional.conv2d
    maps = padded(x, padding, mode, range(x.ndim - axes, x.ndim))
    plain = x.ndim == axes
    if plain:
        maps, w = maps[None], w[None, None]
    offset = None if bias is None else tensor(bias).expand(w.shape[0])
    with torch_refusals():
        q = run(maps, w, offset, ints(stride, axes), 0, ints(dilation, axes), groups)
    return q[0] if plain else q


def _conv_input_gradient(
    dq: Any,
    w: Any,
    in_size: Any,
    axes: int,
    stride: Any,
    padding: Any,
    dilation: Any,
    groups: int,
    mode: str,
) -> Any:
    kernels = tensor(w)
    lead = np.shape(dq)[:-axes]
    channels = (*lead[:-1], kernels.shape[1] * groups) if lead else ()
    x = leaf(*channels, *ints(in_size, axes))
    q = _conv(x, kernels, None, axes, stride, padding, dilation, groups, mode)
    return given(gradient(q, x, dq))


def _conv_kernel_gradient(
    x: Any,
    dq: Any,
    size: Any,
    axes: int,
    stride: Any,
    padding: Any,
    dilation: Any,
    groups: int,
    mode: str,
) -> Any:
    image = tensor(x)
    outputs = (
        (np.shape(dq)[-axes - 1], image.shape[-axes - 1] // groups) if image.ndim > axes else ()
    )
    w = leaf(*outputs, *ints(size, axes))
    q = _conv(image, w, None, axes, stride, padding, dilation, groups, mode)
    return given(gradient(q, w, dq))
