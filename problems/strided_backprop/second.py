"""The second statements of the rules: PyTorch, or by counting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch.nn import functional


def _tensor(x: Any) -> torch.Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))


def embedded_kernels(dq: Any, w: Any, in_shape: Sequence[int], stride: int) -> Any:
    """The gradient of each output by itself, by autograd."""
    gradients = []
    for place, value in enumerate(_tensor(dq)):
        x = torch.zeros(1, 1, *in_shape, dtype=torch.float64, requires_grad=True)
        q = functional.conv1d(x, _tensor(w)[None, None], stride=stride)
        (q[0, 0, place] * value).backward()
        assert x.grad is not None
        gradients.append(x.grad.flatten())
    return torch.stack(gradients).numpy()


def sum_of_rows(rows: Any) -> Any:
    """A product with a row of ones."""
    table = _tensor(rows)
    return (torch.ones(len(table), dtype=torch.float64) @ table).numpy()


def spread(dq: Any, stride: int) -> Any:
    """A transposed convolution with a kernel of one entry, 1."""
    gradient = _tensor(dq)
    one = torch.ones(1, 1, *(1,) * gradient.ndim, dtype=torch.float64)
    turned = functional.conv_transpose1d if gradient.ndim == 1 else functional.conv_transpose2d
    return turned(gradient[None, None], one, stride=stride)[0, 0].numpy()


def pad_spread(z: Any, kernel_size: int, padding_size: int, in_shape: Sequence[int]) -> Any:
    """Cell by cell, in zeros of the size that a kernel needs for an output per cell."""
    numbers = np.asarray(z, dtype=np.float64)
    wide = np.zeros([n + kernel_size - 1 for n in in_shape])
    for place in np.ndindex(numbers.shape):
        wide[tuple(i + kernel_size - 1 - padding_size for i in place)] = numbers[place]
    return wide


def outputs_per_input(
    in_shape: Sequence[int], out_shape: Sequence[int], kernel: int, stride: int, padding: int
) -> Any:
    """Autograd of a convolution with a kernel of ones."""
    x = torch.zeros(1, 1, *in_shape, dtype=torch.float64, requires_grad=True)
    ones = torch.ones(1, 1, *(kernel for _ in in_shape), dtype=torch.float64)
    convolution = functional.conv1d if len(in_shape) == 1 else functional.conv2d
    q = convolution(x, ones, stride=stride, padding=padding)
    assert q.shape[2:] == tuple(out_shape)
    q.sum().backward()
    assert x.grad is not None
    return x.grad[0, 0].numpy()


def most_outputs(kernel: int, stride: int) -> Any:
    """The most entries of the kernel that lie a multiple of the stride apart."""
    return max(len(range(first, int(kernel), int(stride))) for first in range(int(stride)))


def most_outputs_of_map(kernel: int, stride: int) -> Any:
    """The same along both axes."""
    return most_outputs(kernel, stride) * most_outputs(kernel, stride)
