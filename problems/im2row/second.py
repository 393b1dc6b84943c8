"""The second statements of the rules: PyTorch's `unfold` and `fold`, layers, and counting."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional


def im2row(x: Any, kernel: int, around: int = 0) -> Any:
    """`functional.unfold`, which has the places in columns."""
    maps = _tensor(x)
    batch = maps.reshape(1, -1, *maps.shape[-2:])
    return functional.unfold(batch, kernel, padding=around)[0].T.numpy()


def as_map(rows: Any, kernel: Any, height: int, width: int) -> Any:
    """`torch.mv`, reshaped."""
    return torch.mv(_tensor(rows), _tensor(kernel).flatten()).reshape(height, width).numpy()


def kernel_by_product(rows: Any, dq: Any, size: int) -> Any:
    """Autograd of the product with the kernel."""
    w = torch.zeros(size * size, dtype=torch.float64, requires_grad=True)
    torch.mv(_tensor(rows), w).backward(_tensor(dq).flatten())
    assert w.grad is not None
    return w.grad.reshape(size, size).numpy()


def input_by_product(rows: Any, kernel: Any, height: int, width: int) -> Any:
    """`torch.mv` with the kernel turned round."""
    turned = torch.rot90(_tensor(kernel), 2)
    return torch.mv(_tensor(rows), turned.flatten()).reshape(height, width).numpy()


def kernels_in_rows(kernels: Sequence[Any]) -> Any:
    """All kernels in one tensor, flat but for its first axis."""
    return torch.stack([_tensor(kernel) for kernel in kernels]).flatten(1).numpy()


def maps_by_product(weights: Any, rows: Any) -> Any:
    """`torch.einsum`."""
    return torch.einsum("ok,pk->op", _tensor(weights), _tensor(rows)).numpy()


def weights_by_product(gradients: Any, rows: Any) -> Any:
    """Autograd of the product by the weights."""
    g, a = _tensor(gradients), _tensor(rows)
    weights = torch.zeros(len(g), a.shape[1], dtype=torch.float64, requires_grad=True)
    torch.einsum("ok,pk->op", weights, a).backward(g)
    assert weights.grad is not None
    return weights.grad.numpy()


def rows_gradient(gradients: Any, weights: Any) -> Any:
    """Autograd of the product by the rows."""
    g, f = _tensor(gradients), _tensor(weights)
    rows = torch.zeros(g.shape[1], f.shape[1], dtype=torch.float64, requires_grad=True)
    torch.einsum("ok,pk->op", f, rows).backward(g)
    assert rows.grad is not None
    return rows.grad.numpy()


def row2im(rows: Any, kernel: int, in_shape: Sequence[int]) -> Any:
    """`functional.fold`, which has the places in columns."""
    return functional.fold(_tensor(rows).T[None], tuple(in_shape[1:]), kernel)[0].numpy()


def rows_shape(
    in_shape: Sequence[int], kernel_shape: Sequence[int], stride: int = 1, padding: int = 0
) -> tuple[int, ...]:
    """What PyTorch's layer gives for these sizes, and how many weights one of its maps has."""
    height, width = kernel_shape
    layer = nn.Conv2d(in_shape[0], 1, (height, width), stride, padding, bias=False, device="meta")
    places = layer(torch.empty(*in_shape, device="meta")).numel()
    return (places, layer.weight.numel())


def numbers_in(shape: Sequence[int]) -> int:
    """A tensor of that shape, counted."""
    return torch.empty(*shape, device="meta").numel()


def times_input(numbers: int, in_shape: Sequence[int]) -> Any:
    """By what the numbers of the input have to be multiplied."""
    return numbers * Fraction(1, torch.empty(*in_shape, device="meta").numel())


def megabytes(numbers: int) -> float:
    """The bytes of a tensor of float32."""
    whole = torch.empty(numbers, device="meta", dtype=torch.float32)
    return whole.numel() * whole.element_size() / 1e6


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))
