"""Fully connected layers, forward and backward, and a step of descent."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Rule, Slip
from problems.rules import operations
from problems.rules.wrong_gradients import cut, cut_in_part
from reference import affine, descent, tensors

Array = NDArray[Any]

AFFINE = Rule(
    "affine",
    affine.affine,
    slips=(Slip("weights-transposed", lambda x, weights: np.asarray(x) @ np.asarray(weights)),),
    operations=operations.of_affine,
)

AFFINE_INPUT_GRADIENT = Rule(
    "affine-input-gradient",
    affine.affine_input_gradient,
    slips=(
        Slip(
            "weights-not-transposed",
            lambda dq, weights: np.asarray(weights) @ np.asarray(dq),
            mistake="weights-transposed",
        ),
        Slip(
            "probabilities-for-gradient",
            lambda probabilities, weights: affine.affine_input_gradient(probabilities, weights),
            mistake="one-hot-forgotten",
        ),
        Slip(
            "parameters-updated-first",
            lambda dq, weights, weights_gradient, rate: affine.affine_input_gradient(
                dq, descent.descent_step(weights, weights_gradient, rate)
            ),
        ),
        Slip(
            "gradient-for-weights",
            lambda dq, weights_gradient: affine.affine_input_gradient(dq, weights_gradient),
        ),
        Slip("gradient-not-weighted", lambda weights: np.sum(np.asarray(weights), axis=0)),
        Slip(
            "only-true-class-goes-back",
            lambda dq, weights, y: tensors.component(dq, y) * np.asarray(weights)[y],
            other_ways=(lambda weights, y: np.asarray(weights)[y],),
        ),
        Slip(
            "integer-result",
            lambda dq, weights: cut_in_part(affine.affine_input_gradient(dq, weights)),
        ),
    ),
    operations=operations.of_affine,
)


def _only_true_row(x: Array, dq: Array, y: int) -> Array:
    gradient = np.array(affine.affine_weights_gradient(x, dq), dtype=object)
    return np.where(np.arange(len(gradient))[:, None] == y, gradient, 0)


def _inputs_for_each(x: Array, dq: Array) -> Array:
    """The inputs in a row for each output, whatever gradient comes back from it."""
    return np.array([np.asarray(x)] * len(dq), dtype=object)


AFFINE_WEIGHTS_GRADIENT = Rule(
    "affine-weights-gradient",
    affine.affine_weights_gradient,
    slips=(
        Slip(
            "weights-gradient-transposed",
            lambda x, dq: affine.affine_weights_gradient(x, dq).T,
            mistake="weights-transposed",
        ),
        Slip(
            "probabilities-for-gradient",
            lambda x, probabilities: affine.affine_weights_gradient(x, probabilities),
            mistake="one-hot-forgotten",
        ),
        Slip("only-true-row-of-gradient", _only_true_row),
        Slip("arriving-gradient-left-out", _inputs_for_each),
        Slip("integer-result", lambda x, dq: cut_in_part(affine.affine_weights_gradient(x, dq))),
    ),
    operations=operations.of_outer_product,
)


def _cut_to_whole_numbers(parameter: Array, gradient: Array, rate: Any) -> Array:
    """The step in an array of integers."""
    return cut(descent.descent_step(parameter, gradient, rate))


def _of_length_one(parameter: Array, gradient: Array, rate: Any) -> Array:
    """The step along the gradient divided by its norm. Raises NotApplicableError for zeros."""
    numbers = np.asarray(gradient, dtype=np.float64)
    if not numbers.any():
        raise NotApplicableError("a gradient is needed that has a direction")
    return np.asarray(
        np.asarray(parameter, np.float64) - float(rate) * numbers / np.linalg.norm(numbers)
    )


def _with_rate(factor: Any) -> Function:
    """The step with a learning rate that is another by a factor; none of them leaves it out."""

    def step(parameter: Array, gradient: Array, rate: Any) -> Any:
        if rate * factor == 1:
            raise NotApplicableError("a learning rate of 1 is the same as none")
        return descent.descent_step(parameter, gradient, rate * factor)

    return step


DESCENT_STEP = Rule(
    "descent-step",
    descent.descent_step,
    slips=(
        Slip(
            "step-uphill",
            lambda parameter, gradient, rate: descent.descent_step(parameter, gradient, -rate),
        ),
        Slip(
            "learning-rate-forgotten",
            lambda parameter, gradient: descent.descent_step(parameter, gradient, 1),
        ),
        Slip(
            "another-learning-rate",
            _with_rate(Fraction(1, 10)),
            other_ways=tuple(map(_with_rate, (Fraction(1, 100), 10, Fraction(1, 2), 2))),
            last_resort=True,
        ),
        Slip(
            "parameter-forgotten",
            lambda gradient, rate: -rate * np.asarray(gradient),
            other_ways=(lambda gradient, rate: rate * np.asarray(gradient),),
            last_resort=True,
        ),
        Slip(
            "rate-times-parameter-too",
            lambda parameter, gradient, rate: rate * (np.asarray(parameter) - np.asarray(gradient)),
            last_resort=True,
        ),
        Slip(
            "parameter-shrunk-too",
            lambda parameter, gradient, rate: (
                (1 - rate) * np.asarray(parameter) - rate * np.asarray(gradient)
            ),
            last_resort=True,
        ),
        Slip(
            "step-multiplies",
            lambda parameter, gradient, rate: (
                np.asarray(parameter) * (1 - rate * np.asarray(gradient))
            ),
        ),
        Slip(
            "step-as-factor",
            lambda parameter, gradient, rate: np.asarray(parameter) * rate * np.asarray(gradient),
            other_ways=(
                lambda parameter, gradient, rate: (
                    -np.asarray(parameter) * rate * np.asarray(gradient)
                ),
                lambda parameter, gradient: np.asarray(parameter) * np.asarray(gradient),
            ),
        ),
        Slip(
            "sign-for-gradient",
            lambda parameter, gradient, rate: descent.descent_step(
                parameter, np.sign(np.asarray(gradient, dtype=np.float64)), rate
            ),
            last_resort=True,
        ),
        Slip("step-cut-to-whole-numbers", _cut_to_whole_numbers, mistake="integer-result"),
        Slip("gradient-normalised", _of_length_one),
    ),
    operations=operations.of_descent,
)
