"""The rectified linear unit."""

from __future__ import annotations

from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.numbers import as_numbers, as_scalar, same_numbers

__all__ = ["relu", "relu_gradient"]


def relu(x: Any) -> Any:
    """`max(x, 0)` in every cell of an array of any shape; exact in, exact out.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.3.1.
    """
    x = as_numbers(x)
    return as_scalar(np.where(x > 0, x, _zero_like(x)))


def relu_gradient(x: Any, dq: Any) -> Any:
    """Gradient by `x`, any shape, from `dq` of the same shape: `dq` where x > 0, else 0.

    At 0 it is 0, the choice of PyTorch. Raises ShapeError if the shapes differ.
    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.3.
    """
    x, dq = same_numbers(x, dq)
    if x.shape != dq.shape:
        raise ShapeError(f"the gradient must have the input's shape {x.shape}, but has {dq.shape}")
    return as_scalar(np.where(x > 0, dq, _zero_like(dq)))


def _zero_like(x: Any) -> Any:
    return np.zeros((), dtype=x.dtype)
