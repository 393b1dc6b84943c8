"""The second statements of the rules: autograd of PyTorch's convolutions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def _tensor(x: Any) -> torch.Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))


def _by(leaf: torch.Tensor, q: torch.Tensor, dq: torch.Tensor) -> Any:
    q.backward(dq)
    assert leaf.grad is not None
    return leaf.grad.numpy()


def pointwise_input_gradient(dq: Any, w: Any) -> Any:
    """Autograd of `functional.conv2d` with kernels of size 1."""
    kernels, upstream = _tensor(w)[:, :, None, None], _tensor(dq)
    x = torch.zeros(kernels.shape[1], *upstream.shape[1:], dtype=torch.float64, requires_grad=True)
    return _by(x, functional.conv2d(x, kernels), upstream)


def pointwise_kernel_gradient(x: Any, dq: Any) -> Any:
    """Autograd of `functional.conv2d` by kernels of size 1."""
    maps, upstream = _tensor(x), _tensor(dq)
    w = torch.zeros(len(upstream), len(maps), dtype=torch.float64, requires_grad=True)
    return _by(w, functional.conv2d(maps, w[:, :, None, None]), upstream)


def part_of_output(dq: Any, w: Any, output: int, in_size: Sequence[int], around: int = 0) -> Any:
    """Autograd where the gradients of all other outputs are 0."""
    kernels, upstream = _tensor(w), torch.zeros_like(_tensor(dq))
    upstream[output] = _tensor(dq)[output]
    x = torch.zeros(kernels.shape[1], *in_size, dtype=torch.float64, requires_grad=True)
    return _by(x, functional.conv2d(x, kernels, padding=around), upstream)


def kernel_slice_gradient(
    x: Any, dq: Any, output: int, channel: int, kernel_size: int, around: int = 0
) -> Any:
    """A slice of the gradient by all kernels."""
    maps, upstream = _tensor(x), _tensor(dq)
    shape = (len(upstream), len(maps), kernel_size, kernel_size)
    w = torch.zeros(shape, dtype=torch.float64, requires_grad=True)
    return _by(w, functional.conv2d(maps, w, padding=around), upstream)[output, channel]
