"""Parameters and images for the checks: arrays of float32, each from one word of the stream."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod, sqrt
from typing import Any

from numpy.typing import NDArray

from problems.random_arrays.uniform import uniform
from problems.stream import Stream
from reference.model import Layers, least_margin

Array = NDArray[Any]


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
