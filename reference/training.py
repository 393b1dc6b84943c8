"""Training: what steps of gradient descent make of the parameters of a model, batch by batch.

How a model is trained is a mapping: ``rates`` has the learning rate of each array, 0 for one that
is frozen, and ``reduction`` says whether a batch has the ``mean`` of its losses or their ``sum``.
There may be ``momentum`` and a weight ``decay``, for all arrays or one for each, and a ``clip``, to
which the norm of all gradients together is cut. Beside these, there may be arrays whose gradients
add up from batch to batch (``unzeroed``, a truth value for each), and each number of them may be
cut by itself (``clip_each``), or the norm of each array (``clip_apart``): these are mistakes that
people make.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from reference.errors import ShapeError
from reference.model import Layers, logits, loss, loss_gradients
from reference.numbers import Array

__all__ = ["Batch", "Training", "accuracy", "trained", "trained_parameter", "training_loss"]

Batch = Mapping[str, Any]
"""Images ``x`` (N, C, H, W) and their classes ``y`` (N,), from 0."""

Training = Mapping[str, Any]

_NO_DIVISION_BY_ZERO = 1e-6
"""What PyTorch adds to a norm before it divides by it."""


def training_loss(
    batches: Sequence[Batch], layers: Layers, arrays: Sequence[Array], training: Training
) -> float:
    """The loss on the last batch, after a step on each of those before it.

    Raises ShapeError where a layer does not fit its input, or a class does not exist.
    """
    *before, last = batches
    now = trained(before, layers, arrays, training)
    value = loss(last["x"], last["y"], layers, now)
    return value * len(last["x"]) if training["reduction"] == "sum" else value


def trained_parameter(
    batches: Sequence[Batch],
    layers: Layers,
    arrays: Sequence[Array],
    training: Training,
    place: int,
) -> Array:
    """The array at a place after a step on each batch. Raises as `trained`."""
    return trained(batches, layers, arrays, training)[place]


def trained(
    batches: Sequence[Batch], layers: Layers, arrays: Sequence[Array], training: Training
) -> list[Array]:
    """All arrays after a step of stochastic gradient descent on each batch.

    Raises ShapeError where a layer does not fit its input, or a class does not exist, and where
    there are not as many rates as arrays. Source: Sutskever et al. 2013 (On the importance of
    initialization and momentum), equation 1, with the learning rate as PyTorch has it; Pascanu et
    al. 2013 (On the difficulty of training recurrent neural networks), algorithm 1.
    """
    rates = training["rates"]
    if len(rates) != len(arrays):
        raise ShapeError(f"a rate for each of {len(arrays)} arrays is needed, {len(rates)} came")
    now = [np.array(array, dtype=np.float64) for array in arrays]
    unzeroed = training.get("unzeroed", [False] * len(now))
    momenta = np.broadcast_to(training.get("momentum", 0), len(now))
    decays = np.broadcast_to(training.get("decay", 0), len(now))
    velocities = [np.zeros(array.shape) for array in now]
    gradients = velocities
    for batch in batches:
        new = _gradients(batch, layers, now, training)
        for place, rate in enumerate(rates):
            if unzeroed[place]:
                new[place] = new[place] + gradients[place]
            elif not rate:
                new[place] = 0 * new[place]
        gradients = _clipped(new, training)
        for place, rate in enumerate(rates):
            if rate:
                towards = gradients[place] + decays[place] * now[place]
                velocities[place] = momenta[place] * velocities[place] + towards
                now[place] = now[place] - rate * velocities[place]
    return now


def accuracy(x: Any, y: Any, layers: Layers, arrays: Sequence[Array]) -> float:
    """The share of images (N, C, H, W) whose class (N,) has the largest score, from 0 to 1.

    Raises ShapeError where a layer does not fit its input.
    """
    return float(np.mean(np.argmax(logits(x, layers, arrays), axis=1) == np.asarray(y)))


def _gradients(
    batch: Batch, layers: Layers, arrays: Sequence[Array], training: Training
) -> list[Array]:
    """The gradients of a batch's loss, by each array."""
    flat = loss_gradients(batch["x"], batch["y"], layers, arrays)
    if training["reduction"] == "sum":
        flat = flat * len(batch["x"])
    ends = np.cumsum([0, *(array.size for array in arrays)])
    parts = [flat[begin:end] for begin, end in pairwise(ends)]
    return [part.reshape(array.shape) for part, array in zip(parts, arrays, strict=True)]


def _clipped(gradients: Sequence[Array], training: Training) -> list[Array]:
    """Gradients that are cut to a norm, all by one factor."""
    most = training.get("clip")
    if most is None:
        return list(gradients)
    if training.get("clip_each"):
        return [np.clip(gradient, -most, most) for gradient in gradients]
    if training.get("clip_apart"):
        return [part for gradient in gradients for part in _cut_together([gradient], most)]
    return _cut_together(gradients, most)


def _cut_together(gradients: Sequence[Array], most: float) -> list[Array]:
    norm = np.sqrt(sum(float(np.sum(gradient**2)) for gradient in gradients))
    factor = min(1.0, most / (norm + _NO_DIVISION_BY_ZERO))
    return [factor * gradient for gradient in gradients]
