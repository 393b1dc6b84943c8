"""Softmax and its losses as exact SymPy expressions, and what compares such expressions.

Results are SymPy numbers, in object arrays where there are several, so that they flow through the
linear operations of the engine. Classes are counted from 0.
Source of the formulas: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.2.2.3.

Two expressions may be equal without SymPy's seeing it (`e/(1 + e) + 1/(1 + e)` and 1), and it then
refuses to say which is larger. So maxima are found by decimal values: where those cannot be told
apart, either expression has the right value.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy

from reference.errors import ShapeError
from reference.global_pooling import global_max as numeric_global_max
from reference.numbers import Array, as_numbers, as_scalar, is_exact
from reference.softmax import chosen

__all__ = ["cross_entropy", "global_max", "negative_log_likelihood", "relu", "softmax"]


def softmax(s: Any) -> Array:
    """`exp(s) / sum exp(s)` over the last axis of exact logits; the shape stays.

    The smallest logit of each row is subtracted first, which changes no value and keeps the
    expressions short: `1/(1 + exp(2))`.
    Raises TypeError for floats, which have no exact exponential, and ShapeError.
    """
    logits = _exact(s)
    smallest = np.asarray(_decimals(logits).argmin(axis=-1))[..., None]
    weights = _each(sympy.exp, logits - np.take_along_axis(logits, smallest, axis=-1))
    total = weights.sum(axis=-1, keepdims=True)
    return np.asarray(weights / total)


def negative_log_likelihood(p: Any, y: Any) -> Any:
    """`-ln p[y]` of exact probabilities (n,), as one expression; of (B, n) and B classes the mean.

    The logarithm of a quotient of expressions is written as a difference: `log(1 + E) - 1`.
    Infinite (`oo`) where the probability is 0. Raises TypeError for floats, and ShapeError.
    """
    losses = [
        -sympy.log(value) if value.is_Rational else sympy.expand_log(-sympy.log(value))
        for value in np.ravel(chosen(_exact(p), y))
    ]
    return sympy.Add(*losses) / len(losses)


def cross_entropy(s: Any, y: Any) -> Any:
    """`ln sum exp(s) - s[y]` of exact logits (n,), as one expression; of (B, n) the mean.

    Raises TypeError for floats, and ShapeError.
    """
    logits = _exact(s)
    totals = np.ravel(_each(sympy.exp, logits).sum(axis=-1))
    losses = [
        sympy.log(total) - own
        for total, own in zip(totals, np.ravel(chosen(logits, y)), strict=True)
    ]
    return sympy.Add(*losses) / len(losses)


def relu(x: Any) -> Any:
    """`max(x, 0)` in every cell of an exact array of any shape. Raises TypeError for floats."""
    numbers = _without_floats(x)
    return as_scalar(np.where(_decimals(numbers) > 0, numbers, np.zeros((), dtype=object)))


def global_max(x: Any) -> Any:
    """Largest cell of each exact map: (N,), (H, W) -> one number, (C, H, W) -> (C,).

    Raises TypeError for floats, and ShapeError.
    """
    numbers = _without_floats(x)
    numeric_global_max(_decimals(numbers))  # refuses what has no maps
    maps = numbers.reshape(*numbers.shape[:-2], -1)
    places = np.asarray(_decimals(maps).argmax(axis=-1))
    return as_scalar(np.take_along_axis(maps, places[..., None], axis=-1)[..., 0])


def _exact(x: Any) -> Array:
    numbers = _without_floats(x)
    if numbers.ndim == 0 or numbers.shape[-1] == 0:
        raise ShapeError(f"at least one number per row is needed, but the shape is {numbers.shape}")
    return _each(sympy.sympify, numbers)  # a number, never a text, is what sympify gets here


def _without_floats(x: Any) -> Array:
    numbers = as_numbers(x)
    if not is_exact(numbers):
        raise TypeError("exact numbers (integers, fractions, symbols) are needed, but floats came")
    return numbers


def _decimals(x: Array) -> Array:
    return np.array([float(value) for value in x.flat], dtype=np.float64).reshape(x.shape)


def _each(function: Any, x: Array) -> Array:
    return np.array([function(value) for value in x.flat], dtype=object).reshape(x.shape)
