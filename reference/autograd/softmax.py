"""Softmax and the losses that follow it, with the gradient by the logits."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from reference.autograd.numbers import given, gradient, tensor, torch_refusals


def softmax(s: Any) -> Any:
    """`functional.softmax`."""
    return given(functional.softmax(tensor(s), dim=-1))


def one_hot(n: int, y: Any) -> Any:
    """`functional.one_hot`."""
    with torch_refusals():
        return given(functional.one_hot(_classes(y), n))


def negative_log_likelihood(p: Any, y: Any) -> float:
    """`functional.nll_loss`."""
    with torch_refusals():
        loss = functional.nll_loss(tensor(p).log(), _classes(y))
    return float(loss)


def logits_gradient(p: Any, y: Any) -> Any:
    """Autograd of the summed `functional.cross_entropy` at logits whose softmax is p: at ln p."""
    s = tensor(p).log().requires_grad_()
    with torch_refusals():
        loss = functional.cross_entropy(s, _classes(y), reduction="sum")
    return given(gradient(loss, s, 1.0))


def cross_entropy(s: Any, y: Any) -> float:
    """`functional.cross_entropy`."""
    with torch_refusals():
        return float(functional.cross_entropy(tensor(s), _classes(y)))


def _classes(y: Any) -> Tensor:
    return torch.tensor(np.asarray(y, dtype=np.int64))
