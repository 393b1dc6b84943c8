"""Counts as tools print them: rounded, with a unit, or of floating-point operations."""

from __future__ import annotations

from functools import wraps
from math import prod
from typing import Any

from problems.rule import Function, NotApplicableError, Slip
from reference import costs

_PLACES = (6, 5, 4, 3, 7, 2, 1)
"""Zeros at the end of a rounded count: of 10 M, 10.3 M, 10.26 M, 10.264 M and so on."""


def count_rounded(count: Function) -> Slip:
    """A count of operations that is rounded to so many million or thousand.

    ``count`` works out the exact number, and names what it takes. So print fvcore, ptflops and
    torchinfo (``10.26 M``).
    """

    def to(places: int) -> Function:
        @wraps(count)
        def rounded(*args: Any, **inputs: Any) -> int:
            exact = count(*args, **inputs)
            found = round(exact, -places)
            if found in (exact, 0):
                raise NotApplicableError("a count is needed that rounding changes")
            return int(found)

        return rounded

    first, *others = map(to, _PLACES)
    return Slip("count-rounded", first, other_ways=tuple(others), last_resort=True)


def operations_and_biases(count: Function) -> Slip:
    """Two operations for each multiply-accumulate, and one for the bias of each output value.

    ``count`` works that out. So does the profiler of TensorFlow count (``nn_ops.py``: Conv2D and
    BiasAdd, in ``tensorflow/python/ops``).
    """
    return Slip("operations-and-biases", count, mistake="multiplications-and-additions")


OPERATIONS_OF_CONVOLUTION = operations_and_biases(
    lambda in_shape, out_shape, kernel, groups=1: (
        2 * costs.conv_macs(in_shape, out_shape, kernel, groups) + prod(out_shape)
    )
)
OPERATIONS_OF_AFFINE = operations_and_biases(
    lambda in_shape, features: 2 * costs.affine_macs(in_shape, features) + features
)
