"""The second statements of the rules: what PyTorch's convolution does to each cell by itself."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional


def toeplitz(w: Any, size: int, stride: int = 1, padding: int = 0) -> Any:
    """Column i is what the convolution makes of a 1 in cell i."""
    ones = torch.eye(size, dtype=torch.float64)[:, None]
    q = functional.conv1d(ones, _tensor(w)[None, None], stride=stride, padding=padding)
    return q[:, 0].T.numpy()


def doubly_blocked(w: Any, height: int, width: int) -> Any:
    """Column i is what the convolution makes of a 1 in cell i."""
    ones = torch.eye(height * width, dtype=torch.float64).reshape(-1, 1, height, width)
    return functional.conv2d(ones, _tensor(w)[None, None]).flatten(1).T.numpy()


def matrix_times(matrix: Any, vector: Any) -> Any:
    """`torch.mv`."""
    return torch.mv(_tensor(matrix), _tensor(vector)).numpy()


def map_by_matrix(matrix: Any, x: Any, height: int, width: int) -> Any:
    """`torch.mv`, reshaped."""
    return torch.mv(_tensor(matrix), _tensor(x).flatten()).reshape(height, width).numpy()


def back_by_matrix(matrix: Any, dq: Any, height: int, width: int) -> Any:
    """Autograd of the product with the matrix."""
    x = torch.zeros(height * width, dtype=torch.float64, requires_grad=True)
    torch.mv(_tensor(matrix), x).backward(_tensor(dq).flatten())
    assert x.grad is not None
    return x.grad.reshape(height, width).numpy()


def matrix_row(matrix: Any, row: int) -> Any:
    """A product with a vector that has a 1 in one place."""
    a = _tensor(matrix)
    return (torch.eye(len(a), dtype=torch.float64)[row - 1] @ a).numpy()


def matrix_column(matrix: Any, column: int) -> Any:
    """A product with a vector that has a 1 in one place."""
    a = _tensor(matrix)
    return (a @ torch.eye(a.shape[1], dtype=torch.float64)[column - 1]).numpy()


def starts(height: int, width: int, kernel: int) -> Any:
    """The first cell of each window of numbered cells."""
    numbers = torch.arange(height * width, dtype=torch.float64).reshape(1, 1, height, width)
    return functional.unfold(numbers, kernel)[0, 0].numpy()


def matrix_shape(height: int, width: int, kernel: int, padding: int = 0) -> tuple[int, ...]:
    """As many windows as `unfold` finds, and as many cells as there are."""
    cells = torch.zeros(1, 1, height, width)
    return (functional.unfold(cells, kernel, padding=padding).shape[-1], cells.numel())


def products_of_matrix(shape: tuple[int, ...]) -> int:
    """A matrix of that shape, counted."""
    return torch.empty(*shape, device="meta").numel()


def products_directly(height: int, width: int, kernel: int) -> int:
    """All cells of all windows that `unfold` finds."""
    return functional.unfold(torch.zeros(1, 1, height, width), kernel).numel()


def entries_with_padding(height: int, width: int, kernel: int) -> int:
    """How many cells of a map of ones all windows see."""
    ones = torch.ones(1, 1, height, width)
    return int(functional.unfold(ones, kernel, padding=kernel // 2).sum().item())


def ratio(matrix: int, directly: int) -> Any:
    """By what the second number is to be multiplied."""
    return matrix * Fraction(1, directly)


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
