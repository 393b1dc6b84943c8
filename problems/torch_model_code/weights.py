"""Parameters and images for the checks: arrays of float32, each from one word of the stream."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.stream import Stream
from reference.model import Layers, least_margin

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


def weights(stream: Stream, shapes: Sequence[tuple[int, ...]]) -> list[Array]:
    """A parameter of each shape, such that activations stay of one size through all layers.

    The last two are the weights and the bias of the last layer. Its second output is the first one
    negated, so that every image has scores of both signs.
    Source of the weights' limit: He et al. 2015 (Delving deep into rectifiers), equation 10.
    """
    arrays = [
        uniform(stream, shape, limit=0.5 if len(shape) == 1 else sqrt(6 / prod(shape[1:])))
        for shape in shapes
    ]
    for array in arrays[-2:]:
        array[1] = -array[0]
    return arrays


_STEADY = 5e-6
_MOST_DRAWS = 30


def steady_images(layers: Layers, arrays: Sequence[Array], draw: Callable[[], Array]) -> Array:
    """Images on which no ReLU and no maximum is so near to a tie that float32 might turn it.

    Beyond a tie the gradient is another one, and a right model must not be called wrong for it. Of
    many draws that do not serve it is the one that comes nearest.
    """
    best, most = draw(), 0.0
    for number in range(_MOST_DRAWS):
        images = best if number == 0 else draw()
        margin = least_margin(images, layers, arrays)
        if margin > most:
            best, most = images, margin
        if margin >= _STEADY:
            break
    return best
