"""Softmax and the negative log-likelihood, with the gradient by the logits."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import degenerate, operations, wrong_losses
from problems.rules.symbols import in_symbols
from reference import softmax, tensors

Array = NDArray[Any]


def _exponentials(s: Any) -> Array:
    return np.exp(np.asarray(s, dtype=np.float64))


def _numbers(p: Any) -> Array:
    return np.asarray(p, dtype=np.float64)


def _other_losses(p: Any, y: int) -> float:
    """The logarithms of what the other classes do not have, as in binary cross-entropy."""
    return -math.fsum(math.log(1 - cell) for place, cell in enumerate(_numbers(p)) if place != y)


def _with_extra_class(s: Any) -> Array:
    """As if there were one class more, of the logit 0.

    Raises NotApplicableError beside large logits, where that changes nothing to speak of.
    """
    total = np.sum(_exponentials(s))
    if total > _MUCH:
        raise NotApplicableError("logits are needed beside which another class counts")
    return np.asarray(_exponentials(s) / (total + 1))


_MUCH = 25.0
"""A sum of exponentials to which 1 is little: it takes off 0.04 of each probability."""


def _only_at(p: Any, y: int, value: Callable[[Any], Any]) -> Array:
    """A value at the true class, made of its probability, and 0 elsewhere."""
    found = np.zeros(np.shape(p), dtype=object)
    found[y] = value(tensors.component(p, y))
    return found


def _of_another_class(function: Callable[..., Any], further: int) -> Callable[..., Any]:
    """A value for the class that stands so much further, the first one after the last."""

    def wrong(p: Any, y: int) -> Any:
        other = (y + further) % len(p)
        if other == y:
            raise NotApplicableError("a class is needed that is another one")
        return function(p, other)

    return wrong


def _through_both(p: Any, y: int) -> Array:
    """The way back through two softmaxes: that of the probabilities, and their own."""
    cells = _numbers(p)
    by_p = _numbers(softmax.logits_gradient(softmax.softmax(cells), y))
    return np.asarray(cells * (by_p - np.sum(cells * by_p)))


SOFTMAX = Rule(
    "softmax",
    softmax.softmax,
    slips=(
        Slip("softmax-without-exponential", lambda s: np.asarray(s) / (sum(s) * Fraction(1))),
        Slip("softmax-not-normalised", _exponentials),
        Slip("softmax-applied-twice", lambda s: softmax.softmax(softmax.softmax(s))),
        Slip("sigmoid-for-softmax", lambda s: 1 / (1 + 1 / _exponentials(s))),
        Slip("softmax-of-base-two", lambda s: softmax.softmax(np.log(2.0) * _numbers(s))),
        Slip("softmax-with-extra-class", _with_extra_class),
        Slip(
            "softmax-shifted-above",
            lambda s: _exponentials(s - np.max(s)) / np.sum(_exponentials(s)),
        ),
        Slip("exponent-sign-turned", lambda s: softmax.softmax(-np.asarray(s))),
        *wrong_losses.OF_PROBABILITIES,
    ),
    symbolic=in_symbols("softmax"),
    degenerate=degenerate.saturated,
    operations=operations.of_softmax,
)

NEGATIVE_LOG_LIKELIHOOD = Rule(
    "negative-log-likelihood",
    softmax.negative_log_likelihood,
    slips=(
        Slip("log-sign-forgotten", lambda p, y: -softmax.negative_log_likelihood(p, y)),
        Slip(
            "class-counted-from-zero",
            lambda p, y: softmax.negative_log_likelihood(p, y + 1),
        ),
        Slip(
            "another-class-taken",
            _of_another_class(softmax.negative_log_likelihood, 1),
            other_ways=(_of_another_class(softmax.negative_log_likelihood, 2),),
            last_resort=True,
        ),
        Slip(
            "softmax-applied-twice",
            lambda p, y: softmax.negative_log_likelihood(softmax.softmax(_numbers(p)), y),
        ),
        Slip("logit-for-loss", lambda s, y: -tensors.component(s, y)),
        Slip("probability-for-loss", lambda p, y: 1 - tensors.component(p, y)),
        Slip(
            "log-of-base-two",
            lambda p, y: softmax.negative_log_likelihood(p, y) / np.log(2.0),
        ),
        Slip(
            "log-of-base-ten",
            lambda p, y: softmax.negative_log_likelihood(p, y) / np.log(10.0),
        ),
        # PyTorch's NLLLoss on probabilities gives -p: it takes their logarithms.
        Slip(
            "loss-without-logarithm",
            lambda p, y: -tensors.component(p, y),
            other_ways=(lambda p, y: tensors.component(p, y),),
        ),
        Slip(
            "loss-of-all-classes",
            lambda p: sum(softmax.negative_log_likelihood(p, y) for y in range(len(p))),
        ),
        Slip(
            "loss-adds-other-classes",
            lambda p, y: softmax.negative_log_likelihood(p, y) + _other_losses(p, y),
        ),
        Slip("loss-of-other-classes", lambda p, y: -math.log(1 - float(tensors.component(p, y)))),
        Slip(
            "loss-times-probability",
            lambda p, y: float(tensors.component(p, y)) * softmax.negative_log_likelihood(p, y),
            other_ways=(lambda p: -math.fsum(cell * math.log(cell) for cell in _numbers(p)),),
        ),
        Slip(
            "loss-of-largest-probability",
            lambda p: softmax.negative_log_likelihood(p, int(np.argmax(p))),
        ),
        Slip(
            "averaged-over-classes",
            lambda p, y: softmax.negative_log_likelihood(p, y) / len(p),
        ),
        *wrong_losses.OF_LOSS,
    ),
    symbolic=in_symbols("negative_log_likelihood"),
    operations=operations.one,
)

LOGITS_GRADIENT = Rule(
    "logits-gradient",
    softmax.logits_gradient,
    slips=(
        Slip("one-hot-forgotten", lambda p: np.array(p, copy=True)),
        Slip("class-counted-from-zero", lambda p, y: softmax.logits_gradient(p, y + 1)),
        Slip(
            "another-class-taken",
            _of_another_class(softmax.logits_gradient, 1),
            other_ways=(_of_another_class(softmax.logits_gradient, 2),),
            last_resort=True,
        ),
        Slip(
            "softmax-applied-twice",
            _through_both,
            other_ways=(lambda p, y: softmax.logits_gradient(softmax.softmax(_numbers(p)), y),),
        ),
        Slip("logits-gradient-sign-turned", lambda p, y: -softmax.logits_gradient(p, y)),
        Slip("averaged-over-classes", lambda p, y: softmax.logits_gradient(p, y) / len(p)),
        Slip(
            "gradient-of-squared-error",
            lambda p, y: 2 * softmax.logits_gradient(p, y),
            mistake="squared-error",
        ),
        Slip(
            "sigmoid-derivative-added",
            lambda p, y: softmax.logits_gradient(p, y) * np.asarray(p) * (1 - np.asarray(p)),
        ),
        Slip(
            "softmax-diagonal-only",
            lambda p, y: _only_at(p, y, lambda value: value - 1),
            other_ways=(lambda p: np.asarray(p) * (1 - np.asarray(p)),),
        ),
        Slip("logits-for-probabilities", lambda s, y: softmax.logits_gradient(s, y)),
        Slip(
            "softmax-skipped-in-gradient",
            lambda p, y: _only_at(p, y, lambda value: -1 / float(value)),
        ),
        *wrong_losses.OF_LOGITS_GRADIENT,
    ),
    operations=operations.one,
)
