"""Small operations that lead from one tensor to another: gathering, picking, adding up."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import reduce
from operator import add
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.numbers import Array

__all__ = ["component", "stack", "total", "unchanged", "unchanged_data"]


def stack(parts: Sequence[Any]) -> Array:
    """Numbers as a vector (n,), in their order; exact ones stay exact."""
    return np.array(list(parts), dtype=object)


def component(vector: Any, index: int) -> Any:
    """One number of a vector (n,), by its index from 0. Raises ShapeError if it has none there."""
    try:
        return vector[index]
    except IndexError as error:
        raise ShapeError(
            f"a vector with a number at index {index} is needed, but one of {len(vector)} came"
        ) from error


def total(parts: Sequence[Any]) -> Any:
    """The sum of numbers, or of tensors of one shape: what feeds several paths has its gradient.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.5.2, equation 6.46.
    """
    return reduce(add, parts)


def unchanged_data(data: Any) -> Any:
    """Lists, tuples and dicts within each other as they are, in a copy; see `unchanged`."""
    return deepcopy(data)


def unchanged(x: Any) -> Array:
    """An array of any shape as it is, in a copy: what a pure function leaves of its input."""
    return np.array(x, copy=True)
