"""Further mistakes in probabilities, in the loss and in its gradient, as slips of their rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Slip
from reference import softmax, tensors

Array = NDArray[Any]


def _numbers(p: Any) -> Array:
    return np.asarray(p, dtype=np.float64)


OF_PROBABILITIES = (
    Slip("exponential-left-out-below", lambda s: np.exp(_numbers(s)) / np.sum(_numbers(s))),
    # ``ds = p; ds[y] -= 1`` changes p itself.
    Slip(
        "probabilities-overwritten",
        lambda s, y: softmax.logits_gradient(softmax.softmax(s), y),
    ),
)
"""Slips of softmax. They take the true class ``y`` as well."""


def _squared(part: Callable[[Array], Any]) -> Callable[..., Any]:
    """Of the differences from the one-hot vector of the true class."""
    return lambda p, y: part(_numbers(softmax.logits_gradient(p, y)))


OF_LOSS = (
    Slip(
        "squared-error",
        _squared(lambda off: np.sum(off**2)),
        other_ways=(
            _squared(lambda off: np.sum(off**2) / 2),
            _squared(lambda off: np.mean(off**2)),
        ),
        last_resort=True,  # a single number is easily within a tolerance of one of these
    ),
)
"""Slips of the negative log-likelihood."""


def _through_softmax(p: Array, by_p: Array) -> Array:
    """The gradient with respect to the logits, of that with respect to the probabilities."""
    return np.asarray(p * (by_p - np.sum(p * by_p)))


def _of_squares(factor: Callable[[int], float]) -> Callable[..., Array]:
    """The gradient of the squared error, summed times a factor by the number of classes."""

    def wrong(p: Any, y: int) -> Array:
        off = _numbers(softmax.logits_gradient(p, y))
        return factor(len(off)) * _through_softmax(_numbers(p), 2 * off)

    return wrong


def _of_probability(sign: int) -> Callable[..., Array]:
    """The gradient of the probability of the true class, or of minus that."""

    def wrong(p: Any, y: int) -> Array:
        off = _numbers(softmax.logits_gradient(p, y))
        return np.asarray(sign * float(tensors.component(p, y)) * off)

    return wrong


def _of_largest(p: Any) -> Array:
    """With the most probable class for the true one. Raises NotApplicableError at a tie."""
    numbers = _numbers(p)
    if np.count_nonzero(numbers == numbers.max()) > 1:
        raise NotApplicableError("a class is needed that is the most probable one")
    return softmax.logits_gradient(p, int(np.argmax(numbers)))


def _number_subtracted(p: Any, y: int) -> Array:
    """The index of the true class off every probability. Raises NotApplicableError if it is 0."""
    if y == 0:
        raise NotApplicableError("a class is needed whose index changes something")
    return np.asarray(_numbers(p) - y)


OF_LOGITS_GRADIENT = (
    Slip(
        "squared-error",
        _of_squares(lambda _: 1),
        other_ways=(_of_squares(lambda _: 1 / 2), _of_squares(lambda n: 1 / n)),
    ),
    Slip("loss-without-logarithm", _of_probability(1), other_ways=(_of_probability(-1),)),
    Slip("loss-of-largest-probability", _of_largest),
    Slip(
        "class-number-subtracted",
        lambda p, y: _numbers(p) - (y + 1),  # classes are counted from 1 on a sheet
        other_ways=(_number_subtracted,),
    ),
    Slip("one-subtracted-everywhere", lambda p: _numbers(p) - 1),
)
"""Slips of the gradient with respect to the logits."""
