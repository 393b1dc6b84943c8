"""The second statements of the rules: PyTorch's autograd."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional


def affine_layer(x: Any, w: Any, outputs_first: bool, bias: Any = None) -> Any:
    """`functional.linear`."""
    b = None if bias is None else _tensor(bias)
    return _given(functional.linear(_tensor(x), _turned(_tensor(w), outputs_first), b))


def affine_layer_input_gradient(dq: Any, w: Any, outputs_first: bool) -> Any:
    """Autograd of `functional.linear` by its input."""
    weights = _turned(_tensor(w), outputs_first)
    p = torch.zeros(len(dq), weights.shape[1], dtype=torch.float64, requires_grad=True)
    functional.linear(p, weights).backward(_tensor(dq))
    return _given(p.grad)


def affine_layer_weights_gradient(x: Any, dq: Any, outputs_first: bool, mean: bool) -> Any:
    """Autograd of the losses of all data, summed or averaged, by the weights of the layer."""
    p, g = _tensor(x), _tensor(dq)
    shape = (g.shape[1], p.shape[1]) if outputs_first else (p.shape[1], g.shape[1])
    w = torch.zeros(*shape, dtype=torch.float64, requires_grad=True)
    _total(functional.linear(p, _turned(w, outputs_first)), g, mean).backward()
    return _given(w.grad)


def affine_layer_bias_gradient(dq: Any, mean: bool) -> Any:
    """Autograd of the losses of all data, summed or averaged, by a bias that all share."""
    g = _tensor(dq)
    b = torch.zeros(g.shape[1], dtype=torch.float64, requires_grad=True)
    _total(b.expand_as(g), g, mean).backward()
    return _given(b.grad)


def softmax_loss(s: Any, y: Any, mean: bool) -> float:
    """`functional.cross_entropy`."""
    return float(_loss(_tensor(s), y, mean))


def softmax_loss_gradient(s: Any, y: Any, mean: bool) -> Any:
    """Autograd of `functional.cross_entropy` by the logits."""
    logits = _tensor(s).requires_grad_()
    _loss(logits, y, mean).backward()
    return _given(logits.grad)


def _loss(logits: Tensor, y: Any, mean: bool) -> Tensor:
    classes = torch.tensor(np.asarray(y, dtype=np.int64))
    return functional.cross_entropy(logits, classes, reduction="mean" if mean else "sum")


def _total(q: Tensor, g: Tensor, mean: bool) -> Tensor:
    losses = (q * g).sum(dim=1)
    return losses.mean() if mean else losses.sum()


def _turned(w: Tensor, outputs_first: bool) -> Tensor:
    return w if outputs_first else w.T


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))


def _given(tensor: Tensor | None) -> Any:
    assert tensor is not None
    return tensor.detach().numpy()
