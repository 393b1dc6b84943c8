"""Max- and mean-pooling by windows, and their gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from torch import Tensor
from torch.nn import functional

from reference.autograd.tensors import given, gradient, ints, leaf, tensor, torch_refusals

__all__ = [
    "max_pool",
    "max_pool1d",
    "max_pool1d_gradient",
    "max_pool2d",
    "max_pool2d_gradient",
    "mean_pool1d",
    "mean_pool1d_gradient",
    "mean_pool2d",
    "mean_pool2d_gradient",
]


def max_pool1d(
    x: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """`functional.max_pool1d`."""
    return given(max_pool(tensor(x), 1, kernel, stride, padding, ceil_mode))


def max_pool2d(
    x: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """`functional.max_pool2d`."""
    return given(max_pool(tensor(x), 2, kernel, stride, padding, ceil_mode))


def max_pool1d_gradient(
    x: Any, dq: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """Autograd of `functional.max_pool1d`."""
    image = tensor(x).requires_grad_()
    return given(gradient(max_pool(image, 1, kernel, stride, padding, ceil_mode), image, dq))


def max_pool2d_gradient(
    x: Any, dq: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """Autograd of `functional.max_pool2d`."""
    image = tensor(x).requires_grad_()
    return given(gradient(max_pool(image, 2, kernel, stride, padding, ceil_mode), image, dq))


def mean_pool1d(
    x: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """`functional.avg_pool1d`."""
    return given(_mean_pool(tensor(x), 1, kernel, stride, padding, ceil_mode, count_include_pad))


def mean_pool2d(
    x: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """`functional.avg_pool2d`."""
    return given(_mean_pool(tensor(x), 2, kernel, stride, padding, ceil_mode, count_include_pad))


def mean_pool1d_gradient(
    dq: Any,
    in_size: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """Autograd of `functional.avg_pool1d`."""
    x = leaf(*np.shape(dq)[:-1], *ints(in_size, 1))
    q = _mean_pool(x, 1, kernel, stride, padding, ceil_mode, count_include_pad)
    return given(gradient(q, x, dq))


def mean_pool2d_gradient(
    dq: Any,
    in_size: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """Autograd of `functional.avg_pool2d`."""
    x = leaf(*np.shape(dq)[:-2], *ints(in_size, 2))
    q = _mean_pool(x, 2, kernel, stride, padding, ceil_mode, count_include_pad)
    return given(gradient(q, x, dq))


def max_pool(
    x: Tensor, axes: int, kernel: Any, stride: Any, padding: Any, ceil_mode: bool
) -> Tensor:
    """`functional.max_pool1d` or `max_pool2d` over the last axes of a tensor of any shape."""
    run: Callable[..., Tensor] = functional.max_pool1d if axes == 1 else functional.max_pool2d
    return _pool(run, x, axes, kernel, stride, padding, ceil_mode=ceil_mode)


def _mean_pool(
    x: Tensor,
    axes: int,
    kernel: Any,
    stride: Any,
    padding: Any,
    ceil_mode: bool,
    include_pad: bool,
) -> Tensor:
    run: Callable[..., Tensor] = functional.avg_pool1d if axes == 1 else functional.avg_pool2d
    how = {"ceil_mode": ceil_mode, "count_include_pad": include_pad}
    return _pool(run, x, axes, kernel, stride, padding, **how)


def _pool(
    run: Callable[..., Tensor],
    x: Tensor,
    axes: int,
    kernel: Any,
    stride: Any,
    padding: Any,
    **how: bool,
) -> Tensor:
    with torch_refusals():
        steps = None if stride is None else ints(stride, axes)
        # PyTorch needs an axis of channels, and one of its own for 1D on a batch.
        maps = x.reshape(-1, 1, *x.shape[x.ndim - axes :])
        q = run(maps, ints(kernel, axes), steps, ints(padding, axes), **how)
    return q.reshape(*x.shape[: x.ndim - axes], *q.shape[2:])
