"""Max- and mean-pooling by windows, and their gradients."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from torch import Tensor
from torch.nn import functional

from reference.autograd.numbers import given, gradient, ints, leaf, tensor, torch_refusals
from reference.geometry import PoolWindow

_LARGEST: tuple[Callable[..., Tensor], ...] = (
    *(functional.max_pool1d, functional.max_pool2d, functional.max_pool3d),
)
_MEANS: tuple[Callable[..., Tensor], ...] = (
    *(functional.avg_pool1d, functional.avg_pool2d, functional.avg_pool3d),
)


def max_pool1d(x: Any, window: PoolWindow) -> Any:
    """`functional.max_pool1d`."""
    return given(max_pool(1, tensor(x), window))


def max_pool2d(x: Any, window: PoolWindow) -> Any:
    """`functional.max_pool2d`."""
    return given(max_pool(2, tensor(x), window))


def max_pool3d(x: Any, window: PoolWindow) -> Any:
    """`functional.max_pool3d`."""
    return given(max_pool(3, tensor(x), window))


def max_pool1d_gradient(x: Any, dq: Any, window: PoolWindow) -> Any:
    """Autograd of `functional.max_pool1d`."""
    return _max_gradient(1, x, dq, window)


def max_pool2d_gradient(x: Any, dq: Any, window: PoolWindow) -> Any:
    """Autograd of `functional.max_pool2d`."""
    return _max_gradient(2, x, dq, window)


def max_pool3d_gradient(x: Any, dq: Any, window: PoolWindow) -> Any:
    """Autograd of `functional.max_pool3d`."""
    return _max_gradient(3, x, dq, window)


def mean_pool1d(x: Any, window: PoolWindow) -> Any:
    """`functional.avg_pool1d`."""
    return given(_mean_pool(1, tensor(x), window))


def mean_pool2d(x: Any, window: PoolWindow) -> Any:
    """`functional.avg_pool2d`."""
    return given(_mean_pool(2, tensor(x), window))


def mean_pool3d(x: Any, window: PoolWindow) -> Any:
    """`functional.avg_pool3d`."""
    return given(_mean_pool(3, tensor(x), window))


def mean_pool1d_gradient(dq: Any, in_size: Any, window: PoolWindow) -> Any:
    """Autograd of `functional.avg_pool1d`."""
    return _mean_gradient(1, dq, in_size, window)


def mean_pool2d_gradient(dq: Any, in_size: Any, window: PoolWindow) -> Any:
    """Autograd of `functional.avg_pool2d`."""
    return _mean_gradient(2, dq, in_size, window)


def mean_pool3d_gradient(dq: Any, in_size: Any, window: PoolWindow) -> Any:
    """Autograd of `functional.avg_pool3d`."""
    return _mean_gradient(3, dq, in_size, window)


def max_pool(axes: int, x: Tensor, window: PoolWindow) -> Tensor:
    """Max-pooling over the last axes of a tensor of any shape and device."""
    return _pool(_LARGEST[axes - 1], axes, x, window)


def _mean_pool(axes: int, x: Tensor, window: PoolWindow) -> Tensor:
    return _pool(_MEANS[axes - 1], axes, x, window, count_include_pad=window.count_include_pad)


def _max_gradient(axes: int, x: Any, dq: Any, window: PoolWindow) -> Any:
    image = tensor(x).requires_grad_()
    return given(gradient(max_pool(axes, image, window), image, dq))


def _mean_gradient(axes: int, dq: Any, in_size: Any, window: PoolWindow) -> Any:
    x = leaf(*np.shape(dq)[:-axes], *ints(in_size, axes))
    return given(gradient(_mean_pool(axes, x, window), x, dq))


def _pool(
    run: Callable[..., Tensor], axes: int, x: Tensor, window: PoolWindow, **how: bool
) -> Tensor:
    with torch_refusals():
        steps = None if window.stride is None else ints(window.stride, axes)
        sizes = (ints(window.kernel, axes), steps, ints(window.padding, axes))
        # PyTorch needs an axis of channels, and one of its own for 1D on a batch.
        maps = x.reshape(-1, 1, *x.shape[x.ndim - axes :])
        q = run(maps, *sizes, ceil_mode=window.ceil_mode, **how)
    return q.reshape(*x.shape[: x.ndim - axes], *q.shape[2:])
