"""The second statements of the rules: PyTorch."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch.nn import functional


def _row(x: Any) -> torch.Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64)).reshape(1, 1, -1)


def pad_vector(x: Any, before: int, after: int) -> Any:
    """`functional.pad`."""
    return functional.pad(_row(x), (before, after)).flatten().numpy()


def pad_gradient(dq: Any, kernel_size: int, before: int, after: int) -> Any:
    """What a convolution of all ones looks for at each end, in zeros around."""
    zeros = torch.zeros(kernel_size - 1, dtype=torch.float64)
    return torch.cat([zeros[before:], _row(dq).flatten(), zeros[after:]]).numpy()


def convolution_kernel_gradient(x: Any, dq: Any, kernel_size: int) -> Any:
    """Autograd of `functional.conv1d` with a flipped kernel."""
    w = torch.zeros(kernel_size, dtype=torch.float64, requires_grad=True)
    q = functional.conv1d(_row(x), w.flip(0).reshape(1, 1, -1))
    q.backward(_row(dq))
    assert w.grad is not None
    return w.grad.numpy()
