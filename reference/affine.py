"""The fully connected (affine) layer, on one datum or a batch.

Source of the formulas: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.5.6.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.numbers import Array, same_numbers

__all__ = ["affine", "affine_bias_gradient", "affine_input_gradient", "affine_weights_gradient"]


def affine(x: Any, weights: Any, bias: Any = None) -> Array:
    """(I,) -> (O,), or a batch (B, I) -> (B, O): `weights x + bias`.

    `weights` are (O, I), `bias` is (O,), a scalar or None. Exact in, exact out. Raises ShapeError.
    """
    x, weights, bias = same_numbers(x, weights, 0 if bias is None else bias)
    _require_matrix(weights)
    _require_vectors("the input", x, weights.shape[1])
    if bias.shape not in {(), (weights.shape[0],)}:
        raise ShapeError(f"the bias needs {weights.shape[0]} numbers, but has shape {bias.shape}")
    return np.asarray(x @ weights.T + bias)


def affine_input_gradient(dq: Any, weights: Any) -> Array:
    """(O,) -> (I,), or a batch (B, O) -> (B, I): `weights^T dq`, with weights (O, I).

    Raises ShapeError.
    """
    dq, weights = same_numbers(dq, weights)
    _require_matrix(weights)
    _require_vectors("the gradient", dq, weights.shape[0])
    return np.asarray(dq @ weights)


def affine_weights_gradient(x: Any, dq: Any) -> Array:
    """Gradient (O, I) by the weights: the outer product of dq (O,) and x (I,).

    Over a batch, x (B, I) and dq (B, O), the products are summed (a mean loss has its 1 / B in dq
    already). Raises ShapeError.
    """
    x, dq = same_numbers(x, dq)
    if x.ndim not in {1, 2} or x.ndim != dq.ndim or x.shape[:-1] != dq.shape[:-1]:
        raise ShapeError(
            f"input and gradient must be (I,) and (O,), or (B, I) and (B, O), "
            f"but are {x.shape} and {dq.shape}"
        )
    return np.asarray(np.atleast_2d(dq).T @ np.atleast_2d(x))


def affine_bias_gradient(dq: Any) -> Array:
    """Gradient (O,) by the bias: dq (O,) itself, summed over a batch (B, O). Raises ShapeError."""
    (dq,) = same_numbers(dq)
    if dq.ndim not in {1, 2}:
        raise ShapeError(f"the gradient must be (O,) or (B, O), but has shape {dq.shape}")
    return np.asarray(np.atleast_2d(dq).sum(axis=0))


def _require_matrix(weights: Array) -> None:
    if weights.ndim != 2:
        raise ShapeError(f"the weights must be (outputs, inputs), but have shape {weights.shape}")


def _require_vectors(name: str, x: Array, length: int) -> None:
    if x.ndim not in {1, 2} or x.shape[-1] != length:
        raise ShapeError(
            f"{name} must be ({length},) or (B, {length}) to fit the weights, but is {x.shape}"
        )
