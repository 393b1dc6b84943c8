"""Softmax, negative log-likelihood and the gradient of both by the logits.

Source of the formulas: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.2.2.3.
Classes are counted from 0.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.numbers import Array, as_numbers, counted, is_exact

__all__ = ["cross_entropy", "logits_gradient", "negative_log_likelihood", "one_hot", "softmax"]


def softmax(s: Any) -> Array:
    """Probabilities over the last axis of an array of logits; the shape stays.

    Float64, computed after the largest logit is subtracted. For exact logits that are all equal
    in each row the probabilities are exact, `Fraction(1, n)`: a softmax of rationals is rational
    in no other case. `reference.symbolic.softmax` is exact always. Raises ShapeError.
    """
    s = _require_logits(s)
    if is_exact(s):
        if bool(np.all(s == s[..., :1])):
            return np.full(s.shape, Fraction(1, s.shape[-1]), dtype=object)
        s = s - s.max(axis=-1, keepdims=True)  # exact: large logits keep their differences
        s = s.astype(np.float64)
    weights = np.exp(s - s.max(axis=-1, keepdims=True))
    return np.asarray(weights / weights.sum(axis=-1, keepdims=True))


def one_hot(n: int, y: Any) -> Array:
    """(n,) with 1 at class `y` and 0 elsewhere; (B, n) for a vector of B classes; exact.

    Raises ShapeError if a class is not in 0..n-1.
    """
    rows = classes(y, counted("the number of classes", n))
    return np.where(np.arange(n) == rows[..., None], 1, 0).astype(object)


def negative_log_likelihood(p: Any, y: Any) -> float:
    """`-ln p[y]` of probabilities (n,) and class `y`; of (B, n) and B classes the mean.

    Infinite where the probability is 0. Raises ShapeError if the class does not exist, ValueError
    for a negative probability.
    """
    losses = []
    for value in chosen(as_numbers(p), y).flat:
        if value < 0:
            raise ValueError(f"a probability must be at least 0, but {value} came")
        losses.append(-math.log(value) if value > 0 else math.inf)
    return math.fsum(losses) / len(losses) if len(losses) > 1 else losses[0]


def logits_gradient(p: Any, y: Any) -> Array:
    """Gradient of `-ln p[y]` by the logits, `p - one_hot(y)`, for p = softmax(s) of shape (n,).

    For (B, n) each row has the gradient of its own loss: not divided by B. Exact for exact `p`.
    Raises ShapeError.
    """
    p = _require_logits(p)
    rows = _classes_of(p, y)
    if p.ndim == 1:
        p[rows] -= 1
    else:
        p[np.arange(len(p)), rows] -= 1
    return np.asarray(p)


def cross_entropy(s: Any, y: Any) -> float:
    """`-ln softmax(s)[y]` of logits (n,), without overflow; of (B, n) and B classes the mean.

    Raises ShapeError if the class does not exist.
    """
    s = _require_logits(s)
    if is_exact(s):
        s = s - s.max(axis=-1, keepdims=True)
    s = s.astype(np.float64)
    shifted = s - s.max(axis=-1, keepdims=True)
    losses = np.log(np.exp(shifted).sum(axis=-1)) - chosen(shifted, y)
    return float(losses.mean())


def classes(y: Any, n: int) -> Array:
    """Class numbers as an array of whole numbers. Raises ShapeError if one is not in 0..n-1."""
    rows: Array = np.asarray(y)
    if rows.dtype.kind not in "iu" and not (
        rows.dtype == object and all(isinstance(c, int | np.integer) for c in rows.flat)
    ):
        raise TypeError(f"a class must be a whole number, but {y!r} came")
    rows = rows.astype(np.int64)
    for c in rows.flat:
        if not 0 <= c < n:
            raise ShapeError(f"the classes are 0 to {n - 1}, but class {c} came")
    return rows


def chosen(values: Array, y: Any) -> Array:
    """The value of class `y` in (n,), or that of each row's class in (B, n). Raises ShapeError."""
    rows = _classes_of(values, y)
    return np.asarray(np.take_along_axis(values, rows[..., None], axis=-1)[..., 0])


def _classes_of(values: Array, y: Any) -> Array:
    """The class of (n,), or of each row of (B, n). Raises ShapeError."""
    if values.ndim not in {1, 2} or np.shape(y) != values.shape[:-1]:
        raise ShapeError(
            f"(n,) and one class, or (B, n) and B classes are needed, "
            f"but {values.shape} and classes of shape {np.shape(y)} came"
        )
    return classes(y, values.shape[-1])


def _require_logits(s: Any) -> Array:
    rows = as_numbers(s)
    if rows.ndim == 0 or rows.shape[-1] == 0:
        raise ShapeError(f"at least one number per row is needed, but the shape is {rows.shape}")
    return rows
