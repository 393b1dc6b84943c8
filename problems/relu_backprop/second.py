"""The second statements of the rules: autograd, or cell by cell."""

from __future__ import annotations

from typing import Any

import torch
from torch.nn import functional


def relu_derivative(x: Any) -> Any:
    """Autograd of `functional.relu`."""
    cells = torch.tensor(_floats(x), dtype=torch.float64, requires_grad=True)
    functional.relu(cells).sum().backward()
    assert cells.grad is not None
    return cells.grad.numpy()


def with_one_weight(x: Any, w: Any, bias: Any = 0) -> Any:
    """A convolution with a kernel of size 1, over all cells in one row."""
    cells = torch.tensor(_floats(x), dtype=torch.float64)
    row = cells.reshape(1, 1, -1)
    kernel = torch.tensor([[[float(w)]]], dtype=torch.float64)
    q = functional.conv1d(row, kernel, torch.tensor([float(bias)], dtype=torch.float64))
    return q.reshape(cells.shape).numpy()


def weight_input_gradient(dq: Any, w: Any) -> Any:
    """Autograd of `with_one_weight`."""
    upstream = torch.tensor(_floats(dq), dtype=torch.float64)
    x = torch.zeros_like(upstream, requires_grad=True)
    (x * float(w)).backward(upstream)
    assert x.grad is not None
    return x.grad.numpy()


def _floats(x: Any) -> Any:
    return [_floats(each) for each in x] if hasattr(x, "__len__") else float(x)
