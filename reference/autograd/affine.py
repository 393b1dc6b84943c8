"""The affine layer by `functional.linear`, and its gradients."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch.nn import functional

from reference.autograd.numbers import given, gradient, leaf, tensor, torch_refusals


def affine(x: Any, weights: Any, bias: Any = None) -> Any:
    """`functional.linear`."""
    matrix = tensor(weights)
    offset = None if bias is None else tensor(bias).expand(matrix.shape[0])
    with torch_refusals():
        return given(functional.linear(tensor(x), matrix, offset))


def affine_input_gradient(dq: Any, weights: Any) -> Any:
    """Autograd of `functional.linear` by its input."""
    matrix = tensor(weights)
    x = leaf(*np.shape(dq)[:-1], matrix.shape[1])
    return given(gradient(functional.linear(x, matrix), x, dq))


def affine_weights_gradient(x: Any, dq: Any) -> Any:
    """Autograd of `functional.linear` by its weights."""
    data = tensor(x)
    weights = leaf(np.shape(dq)[-1], data.shape[-1])
    return given(gradient(functional.linear(data, weights), weights, dq))


def affine_bias_gradient(dq: Any) -> Any:
    """Autograd of `functional.linear` by its bias."""
    *batch, outputs = np.shape(dq)
    bias = leaf(outputs)
    zeros = torch.zeros(*batch, 1, dtype=torch.float64)
    return given(
        gradient(functional.linear(zeros, torch.zeros(outputs, 1).double(), bias), bias, dq)
    )
