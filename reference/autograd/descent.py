"""Gradient descent by `torch.optim.SGD`."""

from __future__ import annotations

from typing import Any

import torch

from reference.autograd.numbers import given, tensor


def descent_step(parameter: Any, gradient: Any, rate: Any) -> Any:
    """One step of `torch.optim.SGD`."""
    weights = tensor(parameter).requires_grad_()
    weights.grad = tensor(gradient)
    # SGD refuses a negative rate, and walks uphill instead.
    torch.optim.SGD([weights], lr=abs(float(rate)), maximize=float(rate) < 0).step()
    return given(weights)
