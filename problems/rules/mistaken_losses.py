"""Losses that are made of the scores of a model in a wrong way, and their gradients."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from problems.rules.carried_scores import tells_apart
from reference.errors import ShapeError
from reference.model import (
    logits,
    parameter_gradients,
)
from reference.softmax import cross_entropy, logits_gradient, one_hot, softmax

Array = NDArray[Any]


@dataclass(frozen=True)
class LossOfScores:
    """A loss that is made of the scores in a wrong way, and its gradient by the scores."""

    of: Callable[[Array, Array], Any]
    gradient: Callable[[Array, Array], Array]


def _hot(s: Array, y: Array) -> Array:
    """1 at the true class of each image, 0 elsewhere: (N, classes)."""
    return one_hot(s.shape[-1], y).astype(np.float64)


def _right_gradient(s: Array, y: Array) -> Array:
    return np.asarray(logits_gradient(softmax(s), y) / len(y))


def _through_softmax(s: Array, by_probabilities: Array) -> Array:
    p = softmax(s)
    return np.asarray(p * (by_probabilities - np.sum(p * by_probabilities, -1, keepdims=True)))


def _each(s: Array, y: Array) -> Array:
    """The loss of each image by itself."""
    return np.array([cross_entropy(row, label) for row, label in zip(s, y, strict=True)])


def _over_batch(s: Array, y: Array) -> float:
    """The loss with a softmax along the images of the batch."""
    return float(-np.mean(np.sum(_hot(s, y) * np.log(softmax(s.T).T), axis=-1)))


def _over_batch_gradient(s: Array, y: Array) -> Array:
    hot = _hot(s, y)
    return np.asarray((softmax(s.T).T * hot.sum(axis=0) - hot) / len(y))


def _times(factor: Callable[[Array], float]) -> LossOfScores:
    """The right loss, but for a factor."""
    return LossOfScores(
        lambda s, y: cross_entropy(s, y) * factor(s),
        lambda s, y: _right_gradient(s, y) * factor(s),
    )


_LOSSES: Mapping[str, LossOfScores] = {
    "loss-summed-over-batch": _times(len),
    "loss-not-averaged": LossOfScores(_each, lambda s, y: _right_gradient(s, y) * len(y)),
    "loss-averaged-over-classes": _times(lambda s: 1 / s.shape[-1]),
    "log-sign-forgotten": _times(lambda _: -1),
    "softmax-over-batch": LossOfScores(_over_batch, _over_batch_gradient),
    "log-softmax-forgotten": LossOfScores(
        lambda s, y: -np.mean(np.sum(_hot(s, y) * s, -1)),
        lambda s, y: -_hot(s, y) / len(y),
    ),
    "logarithm-forgotten": LossOfScores(
        lambda s, y: -np.mean(np.sum(_hot(s, y) * softmax(s), -1)),
        lambda s, y: _through_softmax(s, -_hot(s, y) / len(y)),
    ),
}

_SOFTMAX_FIRST = LossOfScores(
    lambda s, y: cross_entropy(softmax(s), y),
    lambda s, y: _through_softmax(s, _right_gradient(softmax(s), y)),
)
_SOFTMAX_TWICE = LossOfScores(
    lambda s, y: _SOFTMAX_FIRST.of(softmax(s), y),
    lambda s, y: _through_softmax(s, _SOFTMAX_FIRST.gradient(softmax(s), y)),
)
_SOFTMAX_OF_BATCH_FIRST = LossOfScores(
    lambda s, y: cross_entropy(softmax(s.T).T, y),
    lambda s, y: _through_softmax(s.T, _right_gradient(softmax(s.T).T, y).T).T,
)


def value(made: LossOfScores) -> Callable[..., Any]:
    """The value of such a loss, from the images and the parameters."""
    return lambda x, y, layers, arrays: made.of(logits(x, layers, arrays), y)


def gradients(made: LossOfScores) -> Callable[..., Any]:
    """Its gradients by all parameters, in one row."""
    return lambda x, y, layers, arrays: parameter_gradients(
        x, layers, arrays, made.gradient(logits(x, layers, arrays), y)
    )


def value_of_own_scores(made: LossOfScores) -> Callable[..., Any]:
    """Its value from a program's own scores. Raises ShapeError where these tell nothing."""

    def wrong(own_scores: Array, y: Array) -> Any:
        if not tells_apart(own_scores):
            raise ShapeError("scores are needed that tell the images and the classes apart")
        with np.errstate(all="ignore"):  # a program may give scores of any size
            return made.of(own_scores, y)

    return wrong


def slips_of_loss(*ways: Callable[[LossOfScores], Callable[..., Any]]) -> tuple[Slip, ...]:
    """The slips that make the loss in a wrong way, each of them worked out in these ways."""
    first, *others = ways
    of_softmax = (_SOFTMAX_FIRST, _SOFTMAX_TWICE, _SOFTMAX_OF_BATCH_FIRST)
    of_scores, *softmax_ways = (way(made) for way in ways for made in of_softmax)
    return (
        Slip("probabilities-for-logits", of_scores, other_ways=tuple(softmax_ways)),
        *(
            Slip(key, first(made), other_ways=tuple(way(made) for way in others))
            for key, made in _LOSSES.items()
        ),
    )
