"""Numbers for the checks: no two of one size, so that no kernel is its own mirror image."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.stream import Stream

Array = NDArray[Any]


def decimals(stream: Stream, shape: Sequence[int]) -> Array:
    """Odd eighths of both signs, no two of one size."""
    return odd_numbers(stream, shape) / 8


def odd_numbers(stream: Stream, shape: Sequence[int]) -> Array:
    """Odd whole numbers of both signs, no two of one size."""
    count = prod(shape)
    sizes = [2 * n + 1 for n in stream.shuffled(range(1, max(count, 50) + 1), count)]
    return np.array([size * stream.choice((-1, 1)) for size in sizes]).reshape(tuple(shape))
