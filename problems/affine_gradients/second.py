"""The second statements of the rules: PyTorch's autograd, and tensors that have shapes alone."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional


def mean_weights_gradient(inputs: Any, gradients: Any) -> Any:
    """Autograd of the mean of all losses by the weights."""
    p, g = _tensor(inputs), _tensor(gradients).T
    weights = torch.zeros(g.shape[1], p.shape[1], dtype=torch.float64, requires_grad=True)
    _losses(functional.linear(p, weights), g).mean().backward()
    return _given(weights.grad)


def mean_bias_gradient(gradients: Any) -> Any:
    """Autograd of the mean of all losses by a bias that all data share."""
    g = _tensor(gradients).T
    bias = torch.zeros(g.shape[1], dtype=torch.float64, requires_grad=True)
    _losses(bias.expand_as(g), g).mean().backward()
    return _given(bias.grad)


def own_input_gradients(weights: Any, gradients: Any) -> Any:
    """Autograd of each loss in turn by the input of its datum."""
    rows = []
    for g in _tensor(gradients).unbind(1):
        p = torch.zeros(np.shape(weights)[1], dtype=torch.float64, requires_grad=True)
        (functional.linear(p, _tensor(weights)) * g).sum().backward()
        rows.append(p.grad)
    return _given(torch.stack([row for row in rows if row is not None]))


def batch_weights_gradient(inputs: Any, gradients: Any) -> Any:
    """Autograd by the weights, from what arrives at the outputs."""
    p, g = _tensor(inputs), _tensor(gradients)
    weights = torch.zeros(g.shape[1], p.shape[1], dtype=torch.float64, requires_grad=True)
    functional.linear(p, weights).backward(g)
    return _given(weights.grad)


def batch_bias_gradient(gradients: Any) -> Any:
    """Autograd by a bias that all data share."""
    g = _tensor(gradients)
    bias = torch.zeros(g.shape[1], dtype=torch.float64, requires_grad=True)
    bias.expand_as(g).backward(g)
    return _given(bias.grad)


def batch_input_gradients(weights: Any, gradients: Any) -> Any:
    """Autograd by the inputs, from what arrives at the outputs."""
    g = _tensor(gradients)
    p = torch.zeros(len(g), np.shape(weights)[1], dtype=torch.float64, requires_grad=True)
    functional.linear(p, _tensor(weights)).backward(g)
    return _given(p.grad)


def input_jacobian_shape(inputs: int, outputs: int) -> tuple[int, ...]:
    """Of a layer of PyTorch's: the axes of what it gives, then those of what it takes."""
    layer = nn.Linear(inputs, outputs, bias=False, device="meta")
    p = torch.empty(inputs, device="meta")
    return (*layer(p).shape, *p.shape)


def weights_jacobian_shape(inputs: int, outputs: int) -> tuple[int, ...]:
    """Of a layer of PyTorch's: the axis of what it gives, then that of its flat weights."""
    layer = nn.Linear(inputs, outputs, bias=False, device="meta")
    q = layer(torch.empty(inputs, device="meta"))
    return (*q.shape, *layer.weight.flatten().shape)


def products_with_jacobian(inputs: int, outputs: int, batch: int = 1) -> int:
    """The cells of a batch of Jacobians: each is multiplied once."""
    rows, columns = weights_jacobian_shape(inputs, outputs)
    return torch.empty(batch, rows, columns, device="meta").numel()


def products_of_outer_product(inputs: int, outputs: int, batch: int = 1) -> int:
    """The cells of a batch of outer products."""
    g, p = torch.empty(batch, outputs, 1, device="meta"), torch.empty(batch, 1, inputs)
    return (g * p.to("meta")).numel()


def times_fewer(full: int, direct: int) -> Any:
    """What the second number is to be multiplied with to be the first."""
    return Fraction(1, direct) * full


def conv_input_jacobian_shape(in_shape: Sequence[int], out_shape: Sequence[int]) -> tuple[int, ...]:
    """What a product of every output with every input has for axes."""
    q, p = torch.empty(*out_shape, device="meta"), torch.empty(*in_shape, device="meta")
    return tuple(torch.tensordot(q, p, dims=0).shape)


def conv_weights_jacobian_shape(
    in_shape: Sequence[int], out_shape: Sequence[int], kernel: int
) -> tuple[int, ...]:
    """What a product of every output with every weight of a layer of PyTorch's has for axes."""
    layer = _conv(in_shape, out_shape[0], kernel)
    return tuple(
        torch.tensordot(torch.empty(*out_shape, device="meta"), layer.weight, dims=0).shape
    )


def jacobian_cells(in_shape: Sequence[int], out_shape: Sequence[int]) -> int:
    """A tensor with these axes, counted."""
    return torch.empty(*conv_input_jacobian_shape(in_shape, out_shape), device="meta").numel()


def jacobian_nonzero(in_shape: Sequence[int], out_shape: Sequence[int], kernel: int) -> int:
    """Every output of ones with a kernel of ones tells how many inputs it has looked at."""
    layer = functional.conv2d(
        torch.ones(1, *in_shape), torch.ones(out_shape[0], in_shape[0], kernel, kernel)
    )
    return int(layer.sum().item())


def _conv(in_shape: Sequence[int], channels: int, kernel: int) -> nn.Conv2d:
    return nn.Conv2d(in_shape[0], channels, kernel, bias=False, device="meta")


def _losses(q: Tensor, g: Tensor) -> Tensor:
    """For each datum a loss whose gradient by its outputs is the row of g."""
    return (q * g).sum(dim=1)


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))


def _given(x: Tensor | None) -> Any:
    assert x is not None
    return x.numpy()
