"""Values: how the value of each form is kept, and what shape it has.

Integers are kept as ``int``, rationals as ``int`` or ``Fraction``, tensors as object arrays of
these (float64 arrays for decimals), shapes as tuples of ``int``, choices as their option's key,
choices with a reason as ``Reasoned``, and expressions as ``Formula``, or as a rational where they
come out as one.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np


def exact(value: Any) -> Any:
    """Integers and nested lists of them, ready for exact arithmetic: object arrays of ``int``."""
    array = np.asarray(value, dtype=object)
    return array.item() if array.ndim == 0 else array


def shape_of(value: Any) -> tuple[int, ...]:
    """The shape of a number (``()``) or of a tensor; of ragged lists that of the outermost."""
    try:
        return tuple(np.shape(value))
    except ValueError:
        return (len(value),)


def counted_shapes(value: Any) -> Counter[tuple[int, ...]] | None:
    """How often each shape is there; None if the value is no sequence of shapes."""
    if not isinstance(value, list | tuple):
        return None
    if not all(isinstance(s, list | tuple) and all(type(n) is int for n in s) for s in value):
        return None
    return Counter(tuple(shape) for shape in value)
