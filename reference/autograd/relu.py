"""ReLU and its gradient."""

from __future__ import annotations

from typing import Any

from torch.nn import functional

from reference.autograd.numbers import given, gradient, tensor


def relu(x: Any) -> Any:
    """`functional.relu`."""
    return given(functional.relu(tensor(x)))


def relu_gradient(x: Any, dq: Any) -> Any:
    """Autograd of `functional.relu`."""
    s = tensor(x).requires_grad_()
    return given(gradient(functional.relu(s), s, dq))
