"""Parameters and batches for the checks: small, and such that each step changes each parameter."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.random_arrays.uniform import uniform
from problems.stream import Stream
from reference.model import Layers, least_margin, logits, parameter_shapes
from reference.training import Batch, Training, accuracy, trained

Array = NDArray[Any]

_LEAST_MARGIN = 2e-5
"""How far a ReLU is from 0 and a maximum from a tie, so that float32 turns neither."""
_LEAST_CHANGE = 0.003
"""What a step changes in each parameter that is trained, at least; a check sees a tenth of it."""
_LEAST_LEAD = 0.02
"""How far the largest score of an image is from the next one."""
_MOST_DRAWS = 12


def parameters(stream: Stream, in_shape: Sequence[int], layers: Layers) -> list[Array]:
    """A parameter of each shape, such that activations stay of one size through all layers."""
    return [
        uniform(stream, shape, limit=0.5 if len(shape) == 1 else 1.5 * sqrt(3 / prod(shape[1:])))
        for shape in parameter_shapes(in_shape, layers)
    ]


def images(stream: Stream, in_shape: Sequence[int], count: int) -> Array:
    """A batch of images in sixteenths, which can be read."""
    whole: Array = np.round(16 * uniform(stream, (count, *in_shape), limit=2))
    return whole / np.float32(16)


def training_inputs(
    stream: Stream,
    in_shape: Sequence[int],
    layers: Layers,
    training: Training,
    sizes: Sequence[int],
) -> tuple[list[Array], list[Batch]]:
    """The parameters of a model, and batches of these sizes to train it on, one after the other.

    Of many draws that do not serve it is the one that comes nearest.
    """
    best: tuple[float, list[Array], list[Batch]] = (-1.0, [], [])
    for _ in range(_MOST_DRAWS):
        arrays = parameters(stream, in_shape, layers)
        batches: list[Batch] = []
        worth = 1.0
        for size in sizes:
            found, batch = _batch(stream, in_shape, layers, arrays, training, batches, size)
            batches.append(batch)
            worth = min(worth, found)
        if worth > best[0]:
            best = worth, arrays, batches
        if worth >= 1:
            break
    return best[1:]


def _batch(
    stream: Stream,
    in_shape: Sequence[int],
    layers: Layers,
    arrays: Sequence[Array],
    training: Training,
    before: Sequence[Batch],
    size: int,
) -> tuple[float, Batch]:
    """A batch for the next step, and how well it serves: 1 if it does."""
    now = trained(before, layers, arrays, training)
    best: tuple[float, Batch] = (-1.0, {})
    for _ in range(_MOST_DRAWS):
        x = images(stream, in_shape, size)
        y = np.array(stream.vector(size, range(layers[-1]["features"])))
        batch = {"x": x, "y": y}
        after = trained([*before, batch], layers, arrays, training)
        changes = [
            float(np.max(np.abs(new - old)))
            for new, old, rate in zip(after, now, training["rates"], strict=True)
            if rate
        ]
        margin = least_margin(x, layers, now) / _LEAST_MARGIN
        worth = min(1.0, margin, min(changes) / _LEAST_CHANGE)
        if worth > best[0]:
            best = worth, batch
        if worth >= 1:
            break
    return best


def evaluated_inputs(
    stream: Stream, in_shape: Sequence[int], layers: Layers, count: int
) -> tuple[list[Array], Batch]:
    """The parameters of a model, and images of which it knows some and others not.

    No two scores of an image are so near to each other that float32 might turn them. Without its
    features, and with the axes exchanged, it would seem to know another number of them, and some.
    With the axes exchanged they are no more as many as of images of zeros, so that the share shows
    that the images were looked at.
    """
    while True:
        arrays = parameters(stream, in_shape, layers)
        x = images(stream, in_shape, count)
        scores = logits(x, layers, arrays)
        best = np.argmax(scores, axis=1)
        right = stream.integer(count // 2 + 1, max(count - 1, count // 2 + 1))
        known = set(stream.shuffled(range(count), right))
        classes = layers[-1]["features"]
        y = np.array(
            [
                own if at in known else (own + stream.integer(1, classes - 1)) % classes
                for at, own in enumerate(best.tolist())
            ]
        )
        truth = accuracy(x, y, layers, arrays)
        without = float(np.mean(y == np.argmax(arrays[-1])))
        others = [without]
        is_clear = _least_lead(scores) > _LEAST_LEAD
        is_clear = is_clear and np.sum(arrays[-1] == np.max(arrays[-1])) == 1
        if classes == count:
            over_the_batch = float(np.mean(y == np.argmax(scores, axis=0)))
            of_zeros = float(np.mean(y == 0))  # all images are alike, and the first one is taken
            others.append(over_the_batch)
            is_clear = is_clear and _least_lead(scores.T) > _LEAST_LEAD
            is_clear = is_clear and not np.isclose(over_the_batch, of_zeros)
        is_other = all(other > 0 and not np.isclose(other, truth) for other in others)
        if is_clear and is_other and len(set(best.tolist())) > 1:
            return arrays, {"x": x, "y": y}


def _least_lead(scores: Array) -> float:
    """How far the largest number of each row is from the next one, at least."""
    ordered = np.sort(scores, axis=1)
    return float(np.min(ordered[:, -1] - ordered[:, -2]))
