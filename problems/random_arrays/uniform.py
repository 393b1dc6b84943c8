"""Arrays of float32, each from one word of the stream."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.stream import Stream

Array = NDArray[Any]


def uniform(stream: Stream, shape: Sequence[int], limit: float) -> Array:
    """An array of float32, uniform in ``-limit <= value < limit``.

    A draw of the stream for each of some 300,000 weights would take a second, so a word of it is
    spread over them, by integer arithmetic that is the same everywhere. Source: SplitMix64 (Steele,
    Lea, Flood 2014, Fast splittable pseudorandom number generators).
    """
    z = np.arange(1, prod(shape) + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    z += np.uint64(stream.word())
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    z ^= z >> np.uint64(31)
    fractions = (z >> np.uint64(40)) / 2**23 - 1
    return (limit * fractions).astype(np.float32).reshape(shape)
